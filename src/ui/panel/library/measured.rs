//! "My measurement": counts typed in at a factor, and the figure that they give.
//!
//! Invariant: what is typed reaches the project only when it is taken, and then as one edit.

use crate::data::Factor;
use crate::explain::measuring;
use crate::model::FactorId;
use crate::report::outputs::Output;
use crate::text::{Lang, MeasureMsg, parse_number, units};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::{Button, Notice, Typing, notice_line, text};
use crate::work::measured::{Field, Measured, Per, Sample, measure};
use egui::{Id, Ui, vec2};

/// Samples of a study; who has more adds them up by the day.
const MOST: usize = 60;

/// What is typed: a row a sample, and where it was measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Count, people, minutes, days of each sample.
    pub rows: Vec<[String; 4]>,
    /// Who, where, when.
    pub place: String,
}

impl Default for Draft {
    fn default() -> Self {
        let row = || [String::new(), String::new(), String::new(), "1".to_owned()];
        Self {
            rows: vec![row(), row(), row()],
            place: String::new(),
        }
    }
}

impl Draft {
    fn of(ui: &Ui, id: &FactorId) -> Option<Self> {
        ui.data(|data| data.get_temp(key(id)))
    }

    fn keep(self, ui: &Ui, id: &FactorId) {
        ui.data_mut(|data| data.insert_temp(key(id), self));
    }

    fn forget(ui: &Ui, id: &FactorId) {
        ui.data_mut(|data| data.remove::<Self>(key(id)));
    }

    /// What the rows give; rows of which nothing but the days is typed are left out.
    pub fn read(&self, per: Per, lang: Lang) -> Result<Measured, String> {
        let is_typed = |row: &&[String; 4]| {
            let mut own = row.iter().take(3);
            own.any(|cell| !cell.trim().is_empty())
        };
        let number = |text: &String| parse_number(text).unwrap_or(f64::NAN);
        let sample = |[count, people, minutes, days]: &[String; 4]| Sample {
            count: number(count),
            people: number(people),
            minutes: number(minutes),
            days: number(days),
        };
        let samples: Vec<Sample> = self.rows.iter().filter(is_typed).map(sample).collect();
        measure(&samples, per).map_err(|error| measuring::refusal(error, per, lang))
    }
}

fn key(id: &FactorId) -> Id {
    Id::unique(("measured draft", id.as_str()))
}

/// What a study gives, with its range and "own, n = …".
pub fn result(found: &Measured, factor: &Factor, lang: Lang) -> String {
    let (value, range) = units::figure(found.value, found.range, &factor.figure.unit, lang);
    let n = found.n.to_string();
    let grade = MeasureMsg::Grade.with(lang, &[("n", &n)]);
    let mut values = vec![("value", value.as_str()), ("grade", &grade)];
    match &range {
        Some(range) => {
            values.push(("range", range));
            MeasureMsg::Result.with(lang, &values)
        }
        None => MeasureMsg::ResultAlike.with(lang, &values),
    }
}

/// Shows the form of `factor`, where counts can give it.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, factor: &Factor) {
    let Some(per) = measuring::per(factor, view.project, view.library) else {
        return;
    };
    let (theme, lang) = (view.theme, view.lang);
    text::rule(ui, theme);
    text::heading(ui, theme, MeasureMsg::Title.head(lang));
    let why = if factor.figure.is_assumption() {
        MeasureMsg::Decides
    } else {
        MeasureMsg::Invite
    };
    text::small(ui, theme, &lang.lines(|lang| why.text(lang).to_owned()));
    match Draft::of(ui, &factor.id) {
        None => closed(ui, view, out, factor),
        Some(draft) => form(ui, view, out, (factor, per), draft),
    }
}

fn closed(ui: &mut Ui, view: &View<'_>, out: &mut Out, factor: &Factor) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, metric::SPACE_S);
        let open = Button::quiet(MeasureMsg::Open.text(view.lang)).icon(icon::PENCIL);
        if open.show(ui, view.theme).clicked() {
            Draft::default().keep(ui, &factor.id);
        }
        sheet(ui, view, out);
    });
}

fn sheet(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let sheet = Button::bare(MeasureMsg::Sheet.text(view.lang)).icon(icon::PRINT);
    if sheet.show(ui, view.theme).clicked() {
        out.command(Command::Give(Output::Stopwatch));
    }
}

fn form(ui: &mut Ui, view: &View<'_>, out: &mut Out, (factor, per): (&Factor, Per), mut draft: Draft) {
    let (theme, lang) = (view.theme, view.lang);
    text::small(
        ui,
        theme,
        &lang.lines(|lang| MeasureMsg::Hint.text(lang).to_owned()),
    );
    for at in 0..draft.rows.len() {
        row(ui, view, (factor, per), &mut draft, at);
    }
    rows(ui, view, &mut draft);
    let typing = Typing {
        id: Id::unique(("measured place", factor.id.as_str())),
        label: MeasureMsg::Place.text(lang),
        hint: MeasureMsg::PlaceHint.text(lang),
        suffix: "",
        width: ui.available_width(),
    };
    typing.show(ui, theme, &mut draft.place);
    ui.add_space(metric::SPACE_XS);
    let found = draft.read(per, lang);
    match &found {
        Ok(found) => {
            text::body(ui, theme, &lang.lines(|lang| result(found, factor, lang)));
        }
        Err(sentence) => {
            notice_line(ui, theme, Notice::Info, sentence, lang);
        }
    }
    let place = draft.place.trim().to_owned();
    let blocked = match &found {
        Err(sentence) => Some(sentence.as_str()),
        Ok(_) if place.is_empty() => Some(MeasureMsg::NoPlace.text(lang)),
        Ok(_) => None,
    };
    let mut is_done = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, metric::SPACE_S);
        let take = Button::quiet(MeasureMsg::Take.text(lang)).disabled(blocked);
        if take.show(ui, theme).clicked()
            && let Ok(found) = &found
        {
            super::editor::Draft::forget(ui, &factor.id);
            out.edit(measuring::take(factor, found, per, &place, lang));
            is_done = true;
        }
        let drop = Button::quiet(MeasureMsg::Drop.text(lang));
        is_done |= drop.show(ui, theme).clicked();
        sheet(ui, view, out);
    });
    if is_done {
        Draft::forget(ui, &factor.id);
    } else {
        draft.keep(ui, &factor.id);
    }
}

/// One sample: its four fields side by side.
fn row(ui: &mut Ui, view: &View<'_>, (factor, per): (&Factor, Per), draft: &mut Draft, at: usize) {
    let lang = view.lang;
    let width = (ui.available_width() - 3.0 * metric::SPACE_XS) / 4.0;
    let number = (at + 1).to_string();
    let spoken = MeasureMsg::Row.with(lang, &[("row", &number)]);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
        let cells = draft.rows.get_mut(at).into_iter().flatten();
        for (field, cell) in Field::ALL.into_iter().zip(cells) {
            let name = measuring::field(field, per).text(lang);
            let typing = Typing {
                id: Id::unique(("measured cell", factor.id.as_str(), at, name)),
                // Named once, above the first row.
                label: if at == 0 { name } else { "" },
                hint: "",
                suffix: "",
                width,
            };
            typing.show_as(ui, view.theme, &format!("{spoken}{}{name}", lang.comma()), cell);
        }
    });
}

/// Adds a sample, or takes the last away.
fn rows(ui: &mut Ui, view: &View<'_>, draft: &mut Draft) {
    let lang = view.lang;
    let full = draft.rows.len() >= MOST;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        let add = Button::bare(MeasureMsg::AddRow.text(lang)).icon(icon::PLUS);
        if !full && add.show(ui, view.theme).clicked() {
            let last = draft.rows.last().map(|[_, people, minutes, days]| {
                [String::new(), people.clone(), minutes.clone(), days.clone()]
            });
            draft.rows.extend(last);
        }
        let remove = Button::bare(MeasureMsg::RemoveRow.text(lang)).icon(icon::TRASH);
        if draft.rows.len() > 1 && remove.show(ui, view.theme).clicked() {
            draft.rows.pop();
        }
    });
}
