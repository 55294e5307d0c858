//! The column beside the table: what comes out, why the selected row is as it is, what is assumed, and the way in.

use super::data::{Data, Detail, Fact, Mark};
use super::table::look;
use super::{Importing, correct, questions, returned};
use crate::text::ImportMsg;
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Import, Out, View};
use crate::ui::widget::{Button, Notice, notice_line, text, toggle};
use egui::{Label, RichText, Ui};

/// Draws everything but the actions.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, importing: &Importing, data: &Data, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    returned::show(ui, view, importing, out);
    questions::show(ui, view, &data.questions, out);
    text::small(ui, theme, ImportMsg::Result.head(lang));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        let mass = RichText::new(&data.mass)
            .font(theme.medium_font(metric::TEXT_FIGURE))
            .color(theme.ink);
        ui.add(Label::new(mass).selectable(false));
        text::small(ui, theme, ImportMsg::InProduct.head(lang));
    });
    for line in &data.totals {
        fact(ui, view, line);
    }
    text::rule(ui, theme);
    match &data.detail {
        Some(row) => detail(ui, view, row, out),
        None if importing.bom.is_some() => {
            text::soft(ui, theme, ImportMsg::SelectRow.text(lang));
        }
        None => {}
    }
    text::rule(ui, theme);
    text::heading(ui, theme, ImportMsg::Assumed.head(lang));
    for line in &data.assumed {
        fact(ui, view, line);
    }
    ui.add_space(metric::SPACE_XS);
    text::small(ui, theme, ImportMsg::InNewProject.head(lang));
    for line in &data.in_new_project {
        fact(ui, view, line);
    }
    text::small(ui, theme, ImportMsg::AssumedHint.text(lang));
    if let Some(wastage) = &data.wastage {
        notice_line(ui, theme, Notice::Info, wastage, lang);
    }
    ui.add_space(metric::SPACE_M);
}

/// Label at the left, value at the right; beneath it where both have no room.
fn fact(ui: &mut Ui, view: &View<'_>, fact: &Fact) {
    let theme = view.theme;
    let ink = |ui: &mut Ui, words: &str, color| {
        text::Flow::new(words, theme.font(metric::TEXT_BODY), color).show(ui)
    };
    ui.scope(|ui| {
        // Nothing here is clicked: lines stand as close as text does.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        ui.horizontal_wrapped(|ui| {
            ink(ui, &fact.label, theme.ink_soft);
            ink(ui, &fact.value, theme.ink);
        });
    });
}

fn detail(ui: &mut Ui, view: &View<'_>, row: &Detail, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    text::Flow::new(&row.title, theme.medium_font(metric::TEXT_BODY), theme.ink).show(ui);
    if let (Some((sign, color)), Some(word)) = (look(theme, row.mark), row.mark.word()) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
            text::icon(ui, theme, sign, color);
            text::body(ui, theme, word.text(lang));
        });
    }
    let notice = if row.mark == Mark::Doubtful {
        Notice::Warning
    } else {
        Notice::Info
    };
    for sentence in &row.sentences {
        notice_line(ui, theme, notice, sentence, lang);
    }
    for words in &row.part {
        text::Flow::new(words, theme.font(metric::TEXT_BODY), theme.ink).show(ui);
    }
    correct::show(ui, view, row, out);
    ui.add_space(metric::SPACE_XS);
    if let Some(taken) = row.taken {
        let number = (row.index + 1).to_string();
        let label = ImportMsg::TakeIn.with(lang, &[("row", &number)]);
        let sign = if taken { icon::CHECK } else { icon::MINUS };
        if toggle(ui, theme, Some(sign), &label, taken).clicked() {
            out.import(Import::LeaveOut(row.index + 1, taken));
        }
    }
    if row.may_head {
        let button = Button::bare(ImportMsg::UseAsHeadings.text(lang)).icon(icon::TABLE);
        if button.show(ui, theme).clicked() {
            out.import(Import::Header(row.index));
        }
    }
}

/// Height of the actions.
pub(super) const fn actions_height(data: &Data) -> f32 {
    let count = if data.product.is_some() { 2.0 } else { 1.0 };
    count * (metric::ROW + metric::SPACE_S) + metric::SPACE_M
}

/// Into a new project or into the open one. A new project loses nothing, so it stands out, but not while something is to
/// be answered.
pub(super) fn actions(ui: &mut Ui, view: &View<'_>, data: &Data, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    ui.spacing_mut().item_spacing.y = metric::SPACE_S;
    ui.add_space(metric::SPACE_M);
    let replace = data.product.as_ref().map(|product| {
        let hint = ImportMsg::ReplaceHint.with(lang, &[("name", product)]);
        (ImportMsg::Replace.text(lang), hint, Import::ReplaceParts)
    });
    let hint = ImportMsg::NewProjectHint.text(lang).to_owned();
    let new = (ImportMsg::NewProject.text(lang), hint, Import::NewProject);
    let choices = [Some(new), replace];
    let is_open = data.questions.iter().any(|question| question.is_open);
    for (at, (label, hint, act)) in choices.into_iter().flatten().enumerate() {
        let button = if at == 0 && !is_open {
            Button::primary(label)
        } else {
            Button::quiet(label)
        };
        let button = button.disabled(data.blocked);
        let button = if data.product.is_some() {
            button.tooltip(&hint)
        } else {
            button
        };
        if button.show(ui, theme).clicked() {
            out.import(act);
        }
    }
}
