//! A lesson in a trainer's own hands: a copy of it, stops added from what is in view, put in order and into words.
//!
//! Invariant: what was not named by a change stays as it was; a change that would change nothing gives nothing.

use super::keyed::keyed;
use super::{BoardKind, Pack, Start, Stop};
use crate::lang::Lang;
use crate::model::{Name, Project};
use std::sync::Arc;

/// What a copy's id ends with.
const COPY: &str = "_copy";
/// The shortest and the longest time of a stop, seconds.
pub const SECONDS: std::ops::RangeInclusive<u32> = 10..=3600;

keyed! {
    /// Words of a stop that a trainer writes.
    pub enum StopText {
        Title = "title" ("On the board", "板上的标题");
        Say = "say" ("What you say", "讲解词");
        See = "see" ("What the class should see", "学员应看到");
        Answer = "answer" ("The answer, for you alone", "参考答案（仅讲师可见）");
    }
}

/// A change of one stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StopEdit {
    /// One place towards the beginning.
    Earlier,
    /// One place towards the end.
    Later,
    /// Out of the lesson; the last one stays.
    Remove,
    /// Another planned time, seconds.
    Seconds(u32),
    /// In the three-minute cut or not.
    InShort(bool),
    /// Other words in one language.
    Words(StopText, Lang, String),
}

impl Stop {
    /// Its words of one kind.
    pub const fn words(&self, text: StopText) -> &Name {
        match text {
            StopText::Title => &self.title,
            StopText::Say => &self.say,
            StopText::See => &self.see,
            StopText::Answer => &self.answer,
        }
    }

    const fn words_mut(&mut self, text: StopText) -> &mut Name {
        match text {
            StopText::Title => &mut self.title,
            StopText::Say => &mut self.say,
            StopText::See => &mut self.see,
            StopText::Answer => &mut self.answer,
        }
    }
}

impl Pack {
    /// The pack under an id of its own, so that its codes are not those of the original.
    #[must_use]
    pub fn copy(mut self) -> Self {
        self.lesson.id.push_str(COPY);
        self.lesson.version = 1;
        self
    }

    /// The pack with `stop` on `project` behind the stop at `after`, or at the end. A project that is none of the starts
    /// comes along as one more.
    #[must_use]
    pub fn with_stop(mut self, project: &Arc<Project>, stop: Stop, after: Option<usize>) -> Self {
        let variant = project.product.variant;
        let known = self.starts.iter().find_map(|start| {
            let is = |variant| self.project(&start.id, variant).as_ref() == Some(project);
            let as_it_is = is(None).then(|| (start.id.clone(), None));
            as_it_is.or_else(|| is(Some(variant)).then(|| (start.id.clone(), Some(variant))))
        });
        let (start, variant) = known.unwrap_or_else(|| (self.bring(project), None));
        let taken = |id: &str| self.lesson.stops.iter().any(|stop| stop.id == id);
        let id = free(stop.board.key(), taken);
        let stop = Stop {
            id,
            start,
            variant,
            ..stop
        };
        let stops = &mut self.lesson.stops;
        let at = after.map_or(stops.len(), |after| (after + 1).min(stops.len()));
        stops.insert(at, stop);
        self
    }

    /// Takes `project` in as a start of the pack's own, and gives its id.
    fn bring(&mut self, project: &Arc<Project>) -> String {
        let id = free("view", |id| self.starts.iter().any(|start| start.id == id));
        self.starts.push(Start {
            id: id.clone(),
            preset: None,
            project: Arc::clone(project),
        });
        id
    }

    /// The pack after `edit` of the stop at `at`; none where that changes nothing. Starts that no stop or exercise shows
    /// any more leave with the stop that did, but for the first one.
    pub fn edited(&self, at: usize, edit: &StopEdit) -> Option<Self> {
        let mut pack = self.clone();
        let stops = &mut pack.lesson.stops;
        let last = stops.len().checked_sub(1)?;
        let stop = stops.get_mut(at)?;
        match edit {
            StopEdit::Earlier => stops.swap(at, at.checked_sub(1)?),
            StopEdit::Later if at < last => stops.swap(at, at + 1),
            StopEdit::Remove if last > 0 => {
                stops.remove(at);
                pack.drop_unused();
            }
            StopEdit::Later | StopEdit::Remove => return None,
            StopEdit::Seconds(seconds) => stop.seconds = (*seconds).clamp(*SECONDS.start(), *SECONDS.end()),
            StopEdit::InShort(in_short) => stop.in_short = *in_short,
            StopEdit::Words(text, lang, words) => {
                let name = stop.words_mut(*text);
                let field = if *lang == Lang::En {
                    &mut name.en
                } else {
                    &mut name.zh
                };
                words.trim().clone_into(field);
            }
        }
        (pack != *self).then_some(pack)
    }

    fn drop_unused(&mut self) {
        let lesson = &self.lesson;
        let stops = lesson.stops.iter().map(|stop| stop.start.clone());
        let exercises = lesson.exercises.iter().map(|exercise| exercise.start.clone());
        let used: Vec<String> = stops.chain(exercises).collect();
        let mut first = true;
        self.starts
            .retain(|start| std::mem::take(&mut first) || used.contains(&start.id));
    }
}

/// `name`, else with the first number behind it that nothing has.
fn free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2_u32..).map(|number| format!("{name}_{number}"));
    let mut all = std::iter::once(name.to_owned()).chain(numbered);
    all.find(|id| !taken(id)).unwrap_or_default()
}

/// A stop of the board `kind` as it would be seen with `pathways`, as many as it shows; none where it needs one and there
/// is none.
pub fn stop_of(kind: BoardKind, pathways: &[crate::model::PathwayId]) -> Option<Stop> {
    let shown = if kind.shows_pathways() {
        pathways.iter().take(kind.most_pathways()).cloned().collect()
    } else {
        Vec::new()
    };
    let needs = kind.shows_pathways() && shown.is_empty();
    (!needs).then(|| Stop::of(kind.key(), kind, shown))
}
