//! The form of a lesson's plan: its stops in their order, and the words of the one that is chosen.

use super::question::Answer;
use crate::lesson::edit::{StopEdit, StopText};
use crate::lesson::{Lesson, Stop};
use crate::text::{CommonMsg, Lang, StageMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::plate::{footer, plate};
use crate::ui::widget::{Button, text, text_field, toggle};
use egui::{
    Align, Checkbox, Context, Id, Key, KeyboardShortcut, Layout, Margin, Modifiers, ScrollArea, TextEdit, Ui,
    vec2,
};
use std::collections::BTreeMap;

const WIDTH: f32 = 980.0;
const STOPS: f32 = 290.0;
const SECONDS_WIDTH: f32 = 90.0;
/// Room above and below the form.
const AROUND: f32 = 220.0;
const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
/// Languages in which words are written, in the order of the fields.
const LANGS: [(Lang, &str); 2] = [(Lang::Zh, "中文"), (Lang::En, "English")];

/// The plan that is edited.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanForm {
    lesson: Lesson,
    /// The chosen stop.
    at: usize,
    /// What is being typed, until it is left.
    typed: BTreeMap<(StopText, bool), String>,
    /// True where it could not be kept and has not been changed since: the plan can then be left without it.
    refused: bool,
    /// True where a change can be taken back.
    can_undo: bool,
}

impl PlanForm {
    /// The plan of `lesson` with the stop at `at` chosen; `can_undo`: a change can be taken back.
    pub fn new(lesson: Lesson, at: usize, can_undo: bool) -> Self {
        let at = at.min(lesson.stops.len().saturating_sub(1));
        Self {
            lesson,
            at,
            typed: BTreeMap::new(),
            refused: false,
            can_undo,
        }
    }

    /// Takes back the words of `edits` that could not be kept.
    pub fn keep(&mut self, edits: Vec<(usize, StopEdit)>) {
        for (_, edit) in edits {
            if let StopEdit::Words(text, lang, typed) = edit {
                self.typed.insert((text, lang == Lang::En), typed);
                self.refused = true;
            }
        }
    }

    /// Where the chosen stop stands after `edit` of it.
    pub const fn place_after(at: usize, edit: &StopEdit) -> usize {
        match edit {
            StopEdit::Earlier => at.saturating_sub(1),
            StopEdit::Later => at + 1,
            _ => at,
        }
    }

    /// Draws it; each change is an answer of its own.
    pub(super) fn show(&mut self, ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
        let title = StageMsg::PlanTitle.head(lang);
        // What was being typed is not lost by leaving.
        let left = if self.refused {
            Vec::new()
        } else {
            self.left_words()
        };
        let leave = Answer::Plan(left, None);
        plate(ctx, theme, "plan", title, WIDTH, leave.clone(), |ui| {
            text::soft(ui, theme, self.lesson.name.get(lang));
            let height = (ctx.content_rect().height() - AROUND).max(metric::ROW);
            let mut answer = None;
            ui.horizontal_top(|ui| {
                let column = Layout::top_down(Align::Min);
                ui.allocate_ui_with_layout(vec2(STOPS, height), column, |ui| {
                    answer = self.stops(ui, theme, lang, height);
                });
                let rest = vec2(ui.available_width(), height);
                ui.allocate_ui_with_layout(rest, column, |ui| {
                    let edited = self.stop(ui, theme, lang, height);
                    answer = answer.take().or(edited);
                });
            });
            let closed = footer(ui, |ui| {
                let close = Button::primary(CommonMsg::Close.text(lang)).show(ui, theme);
                let undo = Button::quiet(CommonMsg::Undo.text(lang)).icon(icon::UNDO);
                // In a field the key takes back what is typed there.
                let by_key = self.typed.is_empty() && ui.input_mut(|input| input.consume_shortcut(&UNDO));
                let undone = self.can_undo && (undo.show(ui, theme).clicked() || by_key);
                let undone = undone.then_some(Answer::UndoPlan(self.at));
                close.clicked().then_some(leave).or(undone)
            });
            answer.or(closed)
        })
    }

    /// The list of stops; another one is gone to when what was typed at this one is kept.
    fn stops(&self, ui: &mut Ui, theme: &Theme, lang: Lang, height: f32) -> Option<Answer> {
        let mut gone_to = None;
        ScrollArea::vertical()
            .id_salt("stops of the plan")
            .max_height(height)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                for (at, stop) in self.lesson.stops.iter().enumerate() {
                    let words = format!("{} {}", at + 1, stop_name(stop, lang));
                    ui.push_id(&stop.id, |ui| {
                        if toggle(ui, theme, None, &words, at == self.at).clicked() && at != self.at {
                            gone_to = Some(at);
                        }
                    });
                }
            });
        gone_to.map(|at| Answer::Plan(self.left_words(), Some(at)))
    }

    fn stop(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang, height: f32) -> Option<Answer> {
        let mut edit = None;
        ScrollArea::vertical()
            .id_salt("words of the stop")
            .max_height(height)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                let Some(stop) = self.lesson.stops.get(self.at).cloned() else {
                    return;
                };
                edit = order(ui, theme, lang, (self.at, self.lesson.stops.len()))
                    .or_else(|| time(ui, theme, lang, &stop));
                for kind in StopText::ALL {
                    let words = self.words(ui, theme, lang, &stop, *kind);
                    edit = edit.take().or(words);
                }
            });
        edit.map(|edit| {
            let next = Self::place_after(self.at, &edit);
            let mut edits = self.left_words();
            edits.push((self.at, edit));
            Answer::Plan(edits, Some(next))
        })
    }

    fn words(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        lang: Lang,
        stop: &Stop,
        kind: StopText,
    ) -> Option<StopEdit> {
        ui.add_space(metric::SPACE_S);
        text::small(ui, theme, &kind.head(lang));
        let mut edit = None;
        for (written, name) in LANGS {
            let key = (kind, written == Lang::En);
            let before = stop.words(kind).get(written);
            let mut typed = self.typed.get(&key).cloned().unwrap_or_else(|| before.to_owned());
            let spoken = format!("{} · {name}", kind.text(lang));
            let field = TextEdit::multiline(&mut typed)
                .id(Id::unique(("words of a stop", &stop.id, kind.key(), name)))
                .font(theme.font(metric::TEXT_BODY))
                .hint_text(name)
                .desired_rows(1)
                .margin(Margin::symmetric(8, 6))
                .desired_width(ui.available_width());
            let response = ui.add(field);
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_label(spoken));
            if response.changed() {
                self.typed.insert(key, typed.clone());
                self.refused = false;
            }
            if response.lost_focus() && self.typed.remove(&key).is_some() && typed.trim() != before {
                edit = Some(StopEdit::Words(kind, written, typed));
            }
        }
        edit
    }

    /// Words that were typed and not yet left.
    fn left_words(&self) -> Vec<(usize, StopEdit)> {
        let lang = |english: bool| if english { Lang::En } else { Lang::Zh };
        let words = self.typed.iter();
        let edits =
            words.map(|((text, english), typed)| StopEdit::Words(*text, lang(*english), typed.clone()));
        edits.map(|edit| (self.at, edit)).collect()
    }
}

/// The board's title, or its kind where it has none.
fn stop_name(stop: &Stop, lang: Lang) -> String {
    let title = stop.title.get(lang);
    if title.is_empty() {
        stop.board.text(lang).to_owned()
    } else {
        format!("{} · {title}", stop.board.text(lang))
    }
}

/// Buttons that move the stop or take it out.
fn order(ui: &mut Ui, theme: &Theme, lang: Lang, (at, count): (usize, usize)) -> Option<StopEdit> {
    let buttons = [
        (StageMsg::StopEarlier, icon::ARROW_UP, at > 0, StopEdit::Earlier),
        (
            StageMsg::StopLater,
            icon::ARROW_DOWN,
            at + 1 < count,
            StopEdit::Later,
        ),
        (StageMsg::StopRemove, icon::TRASH, count > 1, StopEdit::Remove),
    ];
    ui.horizontal_wrapped(|ui| {
        let mut edit = None;
        for (message, icon, can, made) in buttons {
            let button = Button::quiet(message.text(lang)).icon(icon);
            if can && button.show(ui, theme).clicked() {
                edit = Some(made);
            }
        }
        edit
    })
    .inner
}

/// The planned time and whether the stop is in the three-minute cut.
fn time(ui: &mut Ui, theme: &Theme, lang: Lang, stop: &Stop) -> Option<StopEdit> {
    let mut in_short = stop.in_short;
    let name = StageMsg::StopSeconds.head(lang);
    text::small(ui, theme, name);
    let id = Id::unique(("seconds of a stop", &stop.id));
    let typed = text_field(ui, theme, id, name, &stop.seconds.to_string(), SECONDS_WIDTH);
    ui.add(Checkbox::new(&mut in_short, StageMsg::StopShort.text(lang)));
    if in_short != stop.in_short {
        return Some(StopEdit::InShort(in_short));
    }
    typed?.trim().parse().ok().map(StopEdit::Seconds)
}
