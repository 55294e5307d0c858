//! A share: label, slider, typed percentage and a pin that keeps it while its neighbours move.

use super::badge::{Notice, notice_line};
use super::button::Button;
use super::field::{Field, Typed};
use super::rail;
use crate::text::{Lang, WidgetMsg, number, parse_percent};
use crate::ui::icon;
use crate::ui::theme::{Fill, Theme, metric};
use egui::{Align, Id, Layout, Response, Ui};

/// What the user asked for.
#[derive(Debug)]
pub struct ShareResponse {
    /// The share asked for, 0 to 1, where it differs from the one shown.
    pub share: Option<f64>,
    /// True when the gesture is over: handle let go, key pressed, typed and confirmed.
    pub ended: bool,
    /// True when the pin was pressed.
    pub pin_toggled: bool,
    /// The slider.
    pub response: Response,
}

/// A share from 0 to 100 %, worked on a copy: drag, arrows (1 %, with Shift 5 %), Home, End, or type.
#[derive(Debug, Clone)]
#[must_use = "call show"]
pub struct ShareSlider<'a> {
    id: Id,
    label: &'a str,
    share: f64,
    lang: Lang,
    pinned: Option<bool>,
    swatch: Option<Fill>,
    mark: Option<(f64, &'a str)>,
}

impl<'a> ShareSlider<'a> {
    /// A slider for `share`; `id` comes from the thing that is edited.
    pub fn new(id: impl std::hash::Hash + std::fmt::Debug, label: &'a str, share: f64, lang: Lang) -> Self {
        Self {
            id: Self::id_of(id),
            label,
            share,
            lang,
            pinned: None,
            swatch: None,
            mark: None,
        }
    }

    /// The id of the slider of the thing with this id, which takes the focus.
    pub fn id_of(id: impl std::hash::Hash + std::fmt::Debug) -> Id {
        Id::unique(("share slider", id))
    }

    /// Adds the pin.
    pub const fn pinned(mut self, pinned: bool) -> Self {
        self.pinned = Some(pinned);
        self
    }

    /// Adds a swatch before the label, the same as in the bar.
    pub const fn swatch(mut self, fill: Fill) -> Self {
        self.swatch = Some(fill);
        self
    }

    /// Adds a reference mark on the rail, with what it says.
    pub const fn mark(mut self, share: f64, words: &'a str) -> Self {
        self.mark = Some((share, words));
        self
    }

    /// Draws two rows: label, percentage and pin; then the slider.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> ShareResponse {
        let field_id = self.id.with("field");
        let error = Field::refused(ui, field_id).and_then(|text| self.read(&text).err());
        let is_wrong = error.is_some();
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let (typed, pin_toggled) = ui.horizontal(|ui| self.head(ui, theme, field_id, is_wrong)).inner;
            let spoken = number::share(self.share, self.lang);
            let mark = self.mark.map(|(share, _)| share);
            let moved = rail::show(ui, theme, self.id, self.label, (self.share, mark), &spoken);
            if let Some((_, words)) = self.mark {
                ui.ctx()
                    .accesskit_node_builder(moved.response.id, |node| node.set_description(words));
            }
            if let Some(sentence) = &error {
                notice_line(ui, theme, Notice::Error, sentence, self.lang);
            }
            let confirmed = match typed.confirmed.map(|text| (self.read(&text), text)) {
                Some((Ok(share), _)) => Some(share),
                Some((Err(_), text)) => {
                    Field::refuse(ui, &typed.response, text);
                    None
                }
                None => None,
            };
            if confirmed.is_some() || moved.share.is_some() {
                Field::forget(ui, field_id);
            }
            let typed_share = confirmed.filter(|share| (share - self.share).abs() > 1e-9);
            ShareResponse {
                share: typed_share.or(moved.share),
                ended: typed_share.is_some() || moved.ended,
                pin_toggled,
                response: moved.response,
            }
        })
        .inner
    }

    fn head(&self, ui: &mut Ui, theme: &Theme, field_id: Id, is_wrong: bool) -> (Typed, bool) {
        ui.set_min_height(metric::ROW);
        if let Some(fill) = self.swatch {
            super::bar::swatch(ui, theme, fill);
        }
        let room = ui.available_width() - 72.0 - if self.pinned.is_some() { 40.0 } else { 0.0 };
        ui.scope(|ui| {
            ui.set_max_width(room.max(40.0));
            super::text::two_lines(ui, theme, self.label);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let pin_toggled = self.pinned.is_some_and(|pinned| self.pin(ui, theme, pinned));
            let shown = number::share(self.share, self.lang);
            let field = Field {
                id: field_id,
                name: self.label,
                shown: &shown,
                suffix: "",
                width: 64.0,
                align: egui::Align2::RIGHT_CENTER,
                is_wrong,
            };
            (field.show(ui, theme), pin_toggled)
        })
        .inner
    }

    fn pin(&self, ui: &mut Ui, theme: &Theme, pinned: bool) -> bool {
        let message = if pinned { WidgetMsg::Unpin } else { WidgetMsg::Pin };
        let label = message.with(self.lang, &[("name", self.label)]);
        Button::icon_only(icon::PIN, &label)
            .on(pinned)
            .show(ui, theme)
            .clicked()
    }

    /// The share in `text`, or the sentence that says why there is none.
    fn read(&self, text: &str) -> Result<f64, String> {
        let limit = |message: WidgetMsg, name: &str, share: f64| {
            message.with(self.lang, &[(name, &number::share(share, self.lang))])
        };
        match parse_percent(text) {
            None => {
                let example = number::share(0.4, self.lang);
                Err(WidgetMsg::NotANumber.with(self.lang, &[("example", &example)]))
            }
            Some(share) if share < 0.0 => Err(limit(WidgetMsg::TooLow, "low", 0.0)),
            Some(share) if share > 1.0 => Err(limit(WidgetMsg::TooHigh, "high", 1.0)),
            Some(share) => Ok(share),
        }
    }
}
