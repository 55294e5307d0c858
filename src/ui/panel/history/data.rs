//! The list of steps as strings, one row at a time: of ten thousand steps only those in sight are put into words.

use crate::edit::History;
use crate::text::{HistoryMsg, Lang};

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Done before what is shown now.
    Done,
    /// The project as it is now.
    Now,
    /// Taken back; it can be done again.
    TakenBack,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// How many steps are done here; 0 for the project as it was opened.
    pub done: usize,
    /// What the step is called.
    pub name: String,
    /// Where it stands.
    pub standing: Standing,
    /// What is written beside the name: saved; the rest is drawn.
    pub mark: &'static str,
    /// What screen readers say beside the name: saved, now, taken back; empty where nothing is.
    pub note: String,
}

/// The row of the list at `done`.
pub fn row(history: &History, done: usize, lang: Lang) -> Row {
    let name = match history.name_of(done) {
        Some(name) => name.get(lang),
        None => HistoryMsg::Start.text(lang),
    };
    let standing = match done.cmp(&history.done()) {
        std::cmp::Ordering::Less => Standing::Done,
        std::cmp::Ordering::Equal => Standing::Now,
        std::cmp::Ordering::Greater => Standing::TakenBack,
    };
    let saved = (history.saved_at() == Some(done)).then_some(HistoryMsg::Saved);
    let stands = match standing {
        Standing::Done => None,
        Standing::Now => Some(HistoryMsg::Now),
        Standing::TakenBack => Some(HistoryMsg::TakenBack),
    };
    let notes: Vec<&str> = [saved, stands]
        .into_iter()
        .flatten()
        .map(|note| note.text(lang))
        .collect();
    Row {
        done,
        name: name.to_owned(),
        standing,
        mark: saved.map_or("", |saved| saved.text(lang)),
        note: notes.join(" · "),
    }
}

/// How many of the steps are done, in words.
pub fn count(history: &History, lang: Lang) -> String {
    let values = [("done", history.done()), ("count", history.count())];
    let values = values.map(|(key, value)| (key, value.to_string()));
    HistoryMsg::Count.with(
        lang,
        &values.each_ref().map(|(key, value)| (*key, value.as_str())),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, ProductEdit};
    use crate::presets;
    use crate::quantity::Pieces;

    fn listed(history: &History, lang: Lang) -> Vec<String> {
        (0..=history.count())
            .map(|done| row(history, done, lang))
            .map(|row| format!("{:?}: {} [{}]", row.standing, row.name, row.note))
            .collect()
    }

    #[test]
    fn every_step_has_a_name_and_says_where_it_stands() {
        let mut history = History::new(presets::get("school_uniform").unwrap().project().unwrap());
        for pieces in [1.0, 2.0] {
            let edit = Edit::Product(ProductEdit::SetVolume(Pieces::new(pieces).unwrap()));
            history.apply(&edit, false).unwrap();
        }
        history.apply(&Edit::SetSeed(9), false).unwrap();
        history.undo();
        history.mark_saved();
        history.undo();
        assert_eq!(
            listed(&history, Lang::En),
            [
                "Done: As it was opened []",
                "Now: Pieces per year: 200\u{202f}000 → 1 [now]",
                "TakenBack: Pieces per year: 1 → 2 [saved · taken back]",
                "TakenBack: Seed of the draws: 1 → 9 [taken back]",
            ]
        );
        assert_eq!(
            listed(&history, Lang::Zh)[1..],
            [
                "Now: 年产量：20万 → 1 [当前]",
                "TakenBack: 年产量：1 → 2 [已保存 · 已撤销]",
                "TakenBack: 抽样种子：1 → 9 [已撤销]",
            ]
        );
        assert_eq!(count(&history, Lang::En), "1 of 3 steps done");
        assert_eq!(count(&history, Lang::Zh), "共3步，已执行1步");
        history.apply(&Edit::SetSeed(10), false).unwrap();
        assert_eq!(history.saved_at(), None, "the saved step is gone");
    }
}
