//! A figure opened: formula, the numbers put in, its terms, and the factors with their sources and grades.
//!
//! Invariant: everything shown comes from the [`Explanation`]; nothing is reckoned here.

use super::{beside, uncertain, why};
use crate::explain::{Explanation, FactorUse, FigureId, Term, explain};
use crate::flow::InputKey;
use crate::text::{CommonMsg, CompareMsg, Lang, LibraryMsg};
use crate::ui::act::{self, Act, offer};
use crate::ui::icon;
use crate::ui::shared::figure_acts;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Button, focus_ring, grade_chip, text};
use egui::{Align, Color32, FontId, Id, Key, Layout, Popup, Role, Sense, Ui, WidgetInfo};

/// Draws `figure` opened; Escape or the cross closes it.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, figure: &FigureId) {
    let copies = act::keyed(ui, &[offer(Act::CopyFigure)]).is_some();
    if copies && !act::is_on_figure(ui.ctx()) {
        ui.ctx().copy_text(figure_acts::text(view, figure));
    }
    let opened = |lang| explain(view.project, view.library, view.assessment, figure, lang);
    if let Some(mut explanation) = opened(view.lang) {
        explanation.title = view
            .lang
            .head(|lang| opened(lang).map_or_else(String::new, |told| told.title));
        draw(ui, view, out, figure, &explanation);
        replace(ui, view, out, figure);
    } else {
        head(ui, view, out, CompareMsg::NoAnswer.head(view.lang));
        words(
            ui,
            view.theme,
            CompareMsg::CannotExplain.text(view.lang),
            Ink::Soft,
        );
    }
}

/// The way from a factor to its place in the library, where the user's own figure is typed in.
fn replace(ui: &mut Ui, view: &View<'_>, out: &mut Out, figure: &FigureId) {
    if let FigureId::Factor(InputKey::Factor(id)) = figure
        && view.library.factor(id.as_str()).is_some()
    {
        ui.add_space(metric::SPACE_XS);
        let button = Button::quiet(LibraryMsg::Replace.text(view.lang)).icon(icon::PENCIL);
        if button.show(ui, view.theme).clicked() {
            out.command(Command::SelectFactor(id.clone()));
        }
    }
}

/// Draws `explanation`.
pub fn draw(ui: &mut Ui, view: &View<'_>, out: &mut Out, figure: &FigureId, explanation: &Explanation) {
    let (theme, lang) = (view.theme, view.lang);
    ui.spacing_mut().item_spacing.y = metric::SPACE_XS;
    head(ui, view, out, &explanation.title);
    let value = theme.medium_font(if explanation.value.chars().count() > 14 {
        metric::TEXT_TITLE
    } else {
        metric::TEXT_FIGURE
    });
    line(ui, &explanation.value, value, theme.ink);
    if let Some(range) = &explanation.range {
        words(ui, theme, range, Ink::Soft);
    }
    words(ui, theme, CommonMsg::EstimateNote.text(lang), Ink::Soft);
    if !explanation.formula.is_empty() || !explanation.substituted.is_empty() {
        section(ui, theme, CommonMsg::Formula.head(lang));
        line(ui, &explanation.formula, theme.font(metric::TEXT_BODY), theme.ink);
        words(ui, theme, &explanation.substituted, Ink::Full);
    }
    if !explanation.terms.is_empty() {
        section(ui, theme, CompareMsg::Terms.head(lang));
        for (at, term) in explanation.terms.iter().enumerate() {
            show_term(ui, view, out, term, at);
        }
    }
    uncertain::show(ui, view, out, figure);
    why::show(ui, view);
    // What can be set stands above the factors, of which there may be many.
    beside::show(ui, view, out, figure, explanation.indirect.as_deref());
    if !explanation.factors.is_empty() {
        section(ui, theme, CompareMsg::Factors.head(lang));
        for factor in &explanation.factors {
            show_factor(ui, view, out, factor);
        }
    }
    if !explanation.notes.is_empty() {
        section(ui, theme, CompareMsg::Remember.head(lang));
        for note in &explanation.notes {
            words(ui, theme, note, Ink::Soft);
        }
    }
    ui.add_space(metric::SPACE_M);
    let copy = Button::quiet(CompareMsg::CopyText.text(lang)).icon(icon::COPY);
    if copy.show(ui, theme).clicked() {
        ui.ctx().copy_text(as_text(explanation, lang));
    }
}

/// Title and the cross that closes.
fn head(ui: &mut Ui, view: &View<'_>, out: &mut Out, title: &str) {
    let theme = view.theme;
    let escape = ui.input(|input| input.key_pressed(Key::Escape)) && !Popup::is_any_open(ui.ctx());
    let closed = ui
        .with_layout(Layout::right_to_left(Align::Min), |ui| {
            let close = CommonMsg::Close.text(view.lang);
            let closed = Button::icon_only(icon::CROSS, close).show(ui, theme).clicked();
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                text::name(ui, theme, title);
            });
            closed
        })
        .inner;
    if closed || escape {
        out.command(Command::OpenFigure(None));
    }
}

fn section(ui: &mut Ui, theme: &Theme, heading: &str) {
    text::rule(ui, theme);
    text::heading(ui, theme, heading);
}

/// A letter, what it is and its value; a click opens it where it opens.
fn show_term(ui: &mut Ui, view: &View<'_>, out: &mut Out, term: &Term, at: usize) {
    let theme = view.theme;
    let Some(opens) = &term.opens else {
        term_text(ui, theme, term, theme.ink);
        return;
    };
    let top = ui.cursor().min;
    let behind = ui.painter().add(egui::Shape::Noop);
    let inner = ui
        .scope(|ui| term_text(ui, theme, term, theme.accent))
        .response
        .rect;
    let rect = egui::Rect::from_min_max(top, egui::pos2(ui.max_rect().right(), inner.bottom()))
        .expand2(egui::vec2(4.0, 0.0));
    let id = Id::unique(("opened term", term.symbol.as_str(), at));
    let name = CompareMsg::OpenTerm.with(view.lang, &[("name", &term.meaning)]);
    let response = Touch::link(id, rect, &name).said(&term.value).feel(ui);
    if response.hovered() {
        let fill = egui::Shape::rect_filled(rect, theme.radius(), theme.hover);
        ui.painter().set(behind, fill);
    }
    focus_ring(ui, theme, &response, rect);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if figure_acts::touched(ui, view, out, &response, opens) {
        out.open(opens.clone());
    }
}

fn term_text(ui: &mut Ui, theme: &Theme, term: &Term, ink: Color32) {
    let small = theme.font(metric::TEXT_SMALL);
    ui.set_min_height(metric::TARGET);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        let value = crate::ui::widget::line(ui.painter(), &term.value, small.clone(), theme.ink)
            .size()
            .x;
        let room = (ui.available_width() - value - 2.0 * metric::SPACE_S).max(80.0);
        ui.vertical(|ui| {
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = 0.0;
            line(ui, &term.symbol, theme.medium_font(metric::TEXT_SMALL), ink);
            if term.meaning != term.symbol {
                words(ui, theme, &term.meaning, Ink::Soft);
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            line(ui, &term.value, small, theme.ink);
        });
    });
}

/// One factor: name, value, range, grade, the word "assumption", sources, note.
fn show_factor(ui: &mut Ui, view: &View<'_>, out: &mut Out, factor: &FactorUse) {
    let (theme, lang) = (view.theme, view.lang);
    ui.add_space(metric::SPACE_XS);
    let name = ui
        .push_id(factor.id.to_string(), |ui| link(ui, theme, &factor.name))
        .inner;
    if name {
        out.open(FigureId::Factor(factor.id.clone()));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        line(ui, &factor.value, theme.font(metric::TEXT_BODY), theme.ink);
        if let Some(range) = &factor.range {
            words(ui, theme, range, Ink::Soft);
        }
        grade_chip(ui, theme, factor.grade.letter(), lang);
        if factor.own {
            text::icon(ui, theme, icon::PENCIL, theme.accent);
        }
        let marks = [
            (factor.assumption, CommonMsg::Assumption.text(lang)),
            (factor.own, CompareMsg::OwnFigure.text(lang)),
        ];
        for (_, word) in marks.iter().filter(|(holds, _)| *holds) {
            words(ui, theme, word, Ink::Full);
        }
    });
    if factor.sources.is_empty() {
        words(ui, theme, CompareMsg::NoSource.text(lang), Ink::Soft);
    }
    for source in &factor.sources {
        words(ui, theme, source, Ink::Soft);
    }
    if !factor.note.is_empty() {
        words(ui, theme, &factor.note, Ink::Soft);
    }
    ui.add_space(metric::SPACE_S);
}

/// Words that open something; wrapped, and at least as high as a target.
fn link(ui: &mut Ui, theme: &Theme, text: &str) -> bool {
    let font = theme.font(metric::TEXT_SMALL);
    let room = ui.available_width();
    let galley = crate::ui::widget::text::wrapped(ui.painter(), theme, text, font, theme.accent, room);
    let size = egui::vec2(ui.available_width(), galley.size().y.max(metric::TARGET));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), text));
    if response.hovered() {
        let plate = rect.expand2(egui::vec2(4.0, 0.0));
        ui.painter().rect_filled(plate, theme.radius(), theme.hover);
    }
    let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0).round();
    ui.painter().galley(at, galley, theme.accent);
    focus_ring(ui, theme, &response, rect.expand2(egui::vec2(3.0, 0.0)));
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ink {
    Full,
    Soft,
}

/// Small words, wrapped, that can be selected and copied.
fn words(ui: &mut Ui, theme: &Theme, words: &str, ink: Ink) {
    let color = match ink {
        Ink::Full => theme.ink,
        Ink::Soft => theme.ink_soft,
    };
    line(ui, words, theme.font(metric::TEXT_SMALL), color);
}

fn line(ui: &mut Ui, words: &str, font: FontId, color: Color32) {
    if !words.is_empty() {
        text::Flow::new(words, font, color).selectable().show(ui);
    }
}

/// The whole explanation as plain text.
pub fn as_text(explanation: &Explanation, lang: Lang) -> String {
    let colon = lang.colon();
    let mut lines = vec![format!("{}{colon}{}", explanation.title, explanation.value)];
    lines.extend(explanation.range.clone());
    lines.push(CommonMsg::EstimateNote.text(lang).to_owned());
    lines.push(explanation.formula.clone());
    lines.push(explanation.substituted.clone());
    let term = |term: &Term| format!("{} — {}{colon}{}", term.symbol, term.meaning, term.value);
    lines.extend(explanation.terms.iter().map(term));
    for factor in &explanation.factors {
        let grade = format!("{} {}", CommonMsg::Grade.text(lang), factor.grade.letter());
        let range = factor.range.as_deref().map(|range| format!(" ({range})"));
        let assumption = factor.assumption.then(|| CommonMsg::Assumption.text(lang));
        lines.push(format!(
            "{}{colon}{}{}; {grade}{}{}",
            factor.name,
            factor.value,
            range.unwrap_or_default(),
            if assumption.is_some() { "; " } else { "" },
            assumption.unwrap_or_default(),
        ));
        lines.extend(factor.sources.iter().cloned());
        lines.push(factor.note.clone());
    }
    lines.extend(explanation.indirect.clone());
    lines.extend(explanation.notes.iter().cloned());
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
