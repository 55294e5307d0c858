//! One move: the sentence, what it does, and the button that tries it.

use super::data::{Block, Idle};
use super::marks;
use crate::model::PathwayId;
use crate::text::{CommonMsg, ImproveMsg, PracticeMsg, halves};
use crate::ui::icon;
use crate::ui::improving::Improve;
use crate::ui::shared::practised;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::{Button, set_spoken_value, text};
use egui::{Align, Color32, Layout, Response, Ui};

/// Under this width values stand beneath their marks.
const NARROW: f32 = 520.0;

/// What all blocks of a list share.
pub(super) struct Shown<'a> {
    pub view: &'a View<'a>,
    /// The pathway that is advised on.
    pub pathway: &'a PathwayId,
    /// True while newer advice is being worked out: nothing can be tried.
    pub stale: bool,
    /// The ends of the scale of the marks.
    pub scale: (f64, f64),
}

impl Shown<'_> {
    /// Draws `block`; the first of a page has the filled button.
    pub(super) fn block(&self, ui: &mut Ui, out: &mut Out, block: &Block, is_first: bool) {
        let theme = self.view.theme;
        ui.add_space(metric::SPACE_M);
        let label = ImproveMsg::TryIt.text(self.view.lang);
        let button = if is_first {
            Button::primary(label)
        } else {
            Button::quiet(label)
        };
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_L;
            self.button(ui, out, button, (&block.sentence, &block.spoken), &block.of);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                text::heading(ui, theme, &block.sentence);
                self.change(ui, block);
                for words in block.gates.iter().chain(&block.beside) {
                    wrapped(ui, theme, words, theme.ink);
                }
                wrapped(ui, theme, &block.effort, theme.ink_soft);
                if let Some(shown) = &block.practice {
                    text::small(ui, theme, &shown.words);
                    let open = Button::bare(PracticeMsg::OpenCard.text(self.view.lang)).icon(icon::MAP_PIN);
                    let response = open.show(ui, theme);
                    let lang = self.view.lang;
                    let open = PracticeMsg::OpenCard.head(lang);
                    let spoken = format!("{open}{}{}", lang.colon(), block.sentence);
                    ui.ctx()
                        .accesskit_node_builder(response.id, |node| node.set_label(spoken));
                    if response.clicked() {
                        practised::open(out, shown);
                    }
                }
            });
        });
        ui.add_space(metric::SPACE_XS);
    }

    /// Both marks on their scale, and the values in words.
    fn change(&self, ui: &mut Ui, block: &Block) {
        let theme = self.view.theme;
        let is_narrow = ui.available_width() < NARROW;
        let layout = if is_narrow {
            Layout::top_down(Align::Min)
        } else {
            Layout::left_to_right(Align::Center)
        };
        let height = if is_narrow {
            3.0 * metric::TARGET
        } else {
            metric::TARGET
        };
        ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), height), layout, |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(metric::SPACE_M, 0.0);
            marks::show(ui, theme, &block.marks, self.scale);
            text::body(ui, theme, &block.change);
            if !block.better.is_empty() {
                text::small(ui, theme, &block.better);
            }
        });
    }

    /// A move that does not help.
    pub(super) fn idle(&self, ui: &mut Ui, out: &mut Out, line: &Idle) {
        let theme = self.view.theme;
        if !line.can {
            wrapped(ui, theme, &line.words, theme.ink);
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let button = Button::bare(ImproveMsg::TryIt.text(self.view.lang));
            self.button(ui, out, button, (&line.words, ""), &line.of);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.add_space(6.0);
                wrapped(ui, theme, &line.words, theme.ink);
            });
        });
    }

    /// The button that tries the move `of`, named by it.
    fn button(
        &self,
        ui: &mut Ui,
        out: &mut Out,
        button: Button<'_>,
        (name, spoken): (&str, &str),
        of: &crate::explain::advice::Try,
    ) {
        let response = try_button(ui, self.view, button, (halves(name).0, self.stale));
        if !spoken.is_empty() {
            set_spoken_value(ui, &response, spoken);
        }
        if response.clicked() {
            let act = Improve::Try(self.pathway.clone(), vec![of.clone()]);
            out.command(Command::Improve(act));
        }
    }
}

/// A button that tries `name`; what is `stale` cannot be tried.
pub(super) fn try_button(
    ui: &mut Ui,
    view: &View<'_>,
    button: Button<'_>,
    (name, stale): (&str, bool),
) -> Response {
    let lang = view.lang;
    let waiting = stale.then(|| CommonMsg::BeingWorkedOut.text(lang));
    let button = button.tooltip(ImproveMsg::TryHint.text(lang)).disabled(waiting);
    let response = button.show(ui, view.theme);
    let label = ImproveMsg::TryName.with(lang, &[("name", name)]);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(label.as_str()));
    response
}

/// Small words that wrap.
pub(super) fn wrapped(ui: &mut Ui, theme: &Theme, words: &str, ink: Color32) -> Response {
    text::Flow::new(words, theme.font(metric::TEXT_SMALL), ink).show(ui)
}
