//! Blocks of the document model in the window: what a panel says, painted in the order in which it is read.

mod read;
mod steps;

use crate::data::Grade;
use crate::explain::FigureId;
use crate::report::sheet::{self, Block, Entry, Figure, Piece, Sides, Tone, plain};
use crate::text::CardMsg;
use crate::ui::icon;
use crate::ui::shared::figure_acts;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Out, View};
use crate::ui::widget::{
    self, DivergingBar, Hint as _, Notice, Quiet, Segment, StackedBar, bar, focus_ring, grade_chip,
    lettered_badge, notice_line, set_spoken_value, text,
};
use egui::{Align, Align2, Layout, Pos2, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

/// Room for the name of a fact.
const NAME: f32 = 84.0;
/// Room for what is said of an entry behind its name.
const TAG: f32 = 110.0;
/// From this width on there is such room.
const TAGGED: f32 = 300.0;
/// Room for the range and for the figure of an entry.
const RANGE: f32 = 76.0;
const VALUE: f32 = 56.0;

/// Paints blocks.
#[derive(Clone, Copy)]
pub(crate) struct Blocks<'a, 'v> {
    /// What is shown, and in which language and theme.
    pub(crate) view: &'a View<'v>,
    /// What their ids come from.
    pub(crate) id: egui::Id,
    /// What they are of: the name of a link to the data.
    pub(crate) title: &'a str,
    /// True where figures keep room for a range, so that what stands beneath them is on one height.
    pub(crate) is_level: bool,
    /// True in an inspector: words can be marked and copied, and the name of a figure opens it.
    pub(crate) is_read: bool,
}

impl<'a, 'v> Blocks<'a, 'v> {
    /// Of an inspector; ids come from `id`.
    pub(crate) fn read(view: &'a View<'v>, id: impl std::hash::Hash + std::fmt::Debug) -> Self {
        Self {
            view,
            id: egui::Id::unique(("read", id)),
            title: "",
            is_level: false,
            is_read: true,
        }
    }
}

impl Blocks<'_, '_> {
    /// Paints `blocks` beneath each other.
    pub(crate) fn show(&self, ui: &mut Ui, out: &mut Out, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            self.block(ui, out, block, at);
        }
    }

    fn block(&self, ui: &mut Ui, out: &mut Out, block: &Block, at: usize) {
        let theme = self.view.theme;
        match block {
            Block::Title(words) => drop(text::title(ui, theme, words)),
            Block::Heading(_, words) => drop(text::heading(ui, theme, words)),
            Block::Text(tone, words) => self.text(ui, *tone, words),
            Block::Figure(figure) if self.is_read => self.read_figure(ui, out, figure, at),
            Block::Figure(figure) => self.figure(ui, out, figure, at),
            Block::Steps(rows) => steps::show(ui, theme, rows),
            Block::Pathway {
                letter,
                fill,
                name,
                said,
            } => {
                let of_pathway = Self {
                    id: self.id.with(at),
                    ..*self
                };
                of_pathway.pathway(ui, out, (*letter, *fill, name), said);
            }
            Block::Halves { lost, gained, .. } => {
                let side = |name: &str| Self {
                    id: self.id.with((at, name)),
                    ..*self
                };
                halves(
                    ui,
                    out,
                    |ui, out| side("lost").show(ui, out, lost),
                    |ui, out| side("gained").show(ui, out, gained),
                );
            }
            Block::Sides(sides) => self.sides(ui, out, sides),
            Block::Bar(bar) => {
                let pieces = segments(&bar.pieces);
                StackedBar::new((self.id, at), &bar.name, &pieces).show(ui, theme);
            }
            Block::Legend(items) => legend(ui, theme, items),
            Block::List(entries) if self.is_read => {
                for (row, entry) in entries.iter().enumerate() {
                    self.read_entry(ui, out, entry, row);
                }
            }
            Block::List(entries) => entries.iter().for_each(|entry| self.entry(ui, out, entry)),
            Block::Signs { title, list } => signs(ui, theme, title, list),
            Block::Source { text, opens } => self.source(ui, out, text, opens),
            Block::Facts(facts) => facts
                .iter()
                .for_each(|(what, words)| fact(ui, theme, what, words)),
            Block::Columns(left, right) => {
                self.show(ui, out, left);
                self.show(ui, out, right);
            }
            Block::Space(points) => ui.add_space(*points),
            // What only paper lays out is said in words.
            Block::Table(_) | Block::Drawing(_) | Block::Write { .. } | Block::PageBreak => {
                for words in plain::words(block, self.view.lang) {
                    text::body(ui, theme, &words);
                }
            }
        }
    }

    /// One sentence.
    pub(crate) fn text(&self, ui: &mut Ui, tone: Tone, words: &str) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        let small = theme.font(metric::TEXT_SMALL);
        let (font, ink) = match tone {
            Tone::Lead => (theme.medium_font(metric::TEXT_NAME), theme.ink),
            Tone::Body => (theme.font(metric::TEXT_BODY), theme.ink),
            Tone::Soft => (theme.font(metric::TEXT_BODY), theme.ink_soft),
            Tone::Small => (small, theme.ink_soft),
            Tone::Fine => (small, theme.ink),
            Tone::Note => return drop(notice_line(ui, theme, Notice::Warning, words, lang)),
            Tone::Ask => return ask(ui, theme, words),
            Tone::Own => {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
                    text::icon(ui, theme, icon::PENCIL, theme.accent);
                    self.words(ui, words, small, theme.ink);
                });
                return;
            }
        };
        self.words(ui, words, font, ink);
    }

    /// The letter of a pathway, beside it its name and what is said of it.
    fn pathway(
        &self,
        ui: &mut Ui,
        out: &mut Out,
        (letter, fill, name): (char, sheet::Fill, &str),
        said: &[Block],
    ) {
        let theme = self.view.theme;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_S;
            lettered_badge(ui, theme, (letter, fill.into()), name);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.add_space(2.0);
                self.text(ui, Tone::Fine, name);
                self.show(ui, out, said);
            });
        });
        ui.add_space(metric::SPACE_XS);
    }

    /// A figure beneath the word over it; a click or Enter opens it.
    fn figure(&self, ui: &mut Ui, out: &mut Out, figure: &Figure, at: usize) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        text::small(ui, theme, &figure.word);
        let id = (self.id, at, &figure.word);
        let mut shown = widget::Figure::new(id, &figure.name, &figure.value, lang).unit(&figure.unit);
        if self.is_level || !figure.range.is_empty() {
            shown = shown.range(Some(figure.range.as_str()).filter(|range| !range.is_empty()));
        }
        if let Some(grade) = figure.grade {
            shown = shown.grade(grade.letter()).assumed(grade == Grade::D);
        }
        let shown = if figure.big { shown.big() } else { shown };
        let response = shown.own(&self.own(figure.opens.as_ref())).show(ui, theme);
        self.touched(ui, out, &response, figure.opens.as_ref());
    }

    /// That a figure rests on the user's own ones; empty where it does not.
    fn own(&self, opens: Option<&FigureId>) -> String {
        opens.map(|opens| self.view.own_hint(opens)).unwrap_or_default()
    }

    /// Opens what was clicked.
    fn touched(&self, ui: &Ui, out: &mut Out, response: &egui::Response, opens: Option<&FigureId>) {
        if let Some(opens) = opens
            && figure_acts::touched(ui, self.view, out, response, opens)
        {
            out.open(opens.clone());
        }
    }

    fn sides(&self, ui: &mut Ui, out: &mut Out, sides: &Sides) {
        let (lost, gained) = (segments(&sides.lost), segments(&sides.gained));
        let mut drawn = DivergingBar::new((self.id, &sides.name), &sides.name, &lost, &gained, sides.scale);
        if let Some((net, spoken)) = &sides.net {
            drawn = drawn.net(*net, spoken);
        }
        let response = drawn
            .own(&self.own(sides.opens.as_ref()))
            .show(ui, self.view.theme);
        self.touched(ui, out, &response, sides.opens.as_ref());
    }

    /// What it is left, its figure, range and grade right.
    fn entry(&self, ui: &mut Ui, out: &mut Out, entry: &Entry) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        let (width, height) = (ui.available_width(), metric::TARGET);
        ui.allocate_ui_with_layout(vec2(width, height), Layout::right_to_left(Align::Center), |ui| {
            if let Some(grade) = entry.figure.grade {
                grade_chip(ui, theme, grade.letter(), lang);
            }
            ui.allocate_ui_with_layout(vec2(RANGE, height), Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(RANGE);
                text::small(ui, theme, &entry.figure.range);
            });
            ui.allocate_ui_with_layout(vec2(VALUE, height), Layout::right_to_left(Align::Center), |ui| {
                ui.set_min_width(VALUE);
                self.value(ui, out, entry);
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                // What is said of it stands where there is room.
                let is_tagged = ui.available_width() >= TAGGED && !entry.small.is_empty();
                let room = (ui.available_width() - if is_tagged { TAG } else { 0.0 }, 4);
                let font = theme.font(metric::TEXT_BODY);
                text::named_lines(ui, theme, &entry.text, font, theme.ink, room);
                if is_tagged {
                    text::small(ui, theme, &entry.small);
                }
            });
        });
    }

    fn value(&self, ui: &mut Ui, out: &mut Out, entry: &Entry) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        let figure = &entry.figure;
        let Some(opens) = &figure.opens else {
            text::small(ui, theme, &figure.value);
            return;
        };
        let quiet = Quiet {
            assumed: figure.grade == Some(Grade::D),
            own: &self.view.own_hint(opens),
            words: &entry.small,
            unit: &figure.unit,
            ..Quiet::new(&entry.text, &figure.value, lang)
        };
        let response = quiet.show(ui, theme, (self.id, format!("{opens:?}")));
        self.touched(ui, out, &response, Some(opens));
    }

    /// Where the figures come from; a click or Enter opens the data.
    fn source(&self, ui: &mut Ui, out: &mut Out, words: &str, opens: &FigureId) {
        let theme = self.view.theme;
        let response = text::Flow::new(words, theme.font(metric::TEXT_SMALL), theme.ink_soft)
            .underlined()
            .sense(Sense::click())
            .show(ui)
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .hint(CardMsg::EvidenceName.text(self.view.lang));
        response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), self.title));
        set_spoken_value(ui, &response, words);
        focus_ring(ui, theme, &response, response.rect.expand(2.0));
        self.touched(ui, out, &response, Some(opens));
    }
}

/// Pieces as the bars of the window take them.
pub(crate) fn segments(pieces: &[Piece]) -> Vec<Segment<'_>> {
    fn segment(piece: &Piece) -> Segment<'_> {
        Segment {
            label: &piece.label,
            value: &piece.value,
            share: piece.share,
            fill: piece.fill.into(),
        }
    }
    pieces.iter().map(segment).collect()
}

/// A name at the left and its words beside it.
fn fact(ui: &mut Ui, theme: &Theme, what: &str, words: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        let left = ui.cursor().left();
        text::small(ui, theme, what);
        let used = ui.cursor().left() - left;
        ui.add_space((NAME - used).max(0.0));
        text::Flow::new(words, theme.font(metric::TEXT_SMALL), theme.ink)
            .selectable()
            .show(ui);
    });
}

/// What fills stand for, in a row that wraps.
fn legend(ui: &mut Ui, theme: &Theme, items: &[(sheet::Fill, String)]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_M, 2.0);
        for (fill, words) in items {
            signed(ui, theme, words, metric::TEXT_SMALL, |ui, center| {
                let cell = Rect::from_center_size(center, Vec2::splat(14.0));
                bar::paint_segment(ui.painter(), theme, cell, (*fill).into());
            });
        }
    });
}

/// A question to the partner.
fn ask(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_XS + 2.0;
        text::icon(ui, theme, icon::QUESTION, theme.accent);
        text::Flow::new(words, theme.font(metric::TEXT_BODY), theme.ink).show(ui);
    });
}

fn signs(ui: &mut Ui, theme: &Theme, title: &str, list: &[(char, String)]) {
    text::small(ui, theme, title);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_M, 0.0);
        for (sign, word) in list {
            signed(ui, theme, word, metric::TEXT_BODY, |ui, center| {
                let (font, color) = (theme.icon_font(metric::ICON), theme.ink_soft);
                ui.painter()
                    .text(center, Align2::CENTER_CENTER, sign, font, color);
            });
        }
    });
}

/// A sign and its word as one piece, so that a row of them wraps between the pieces.
fn signed(ui: &mut Ui, theme: &Theme, word: &str, size: f32, sign: impl FnOnce(&Ui, Pos2)) {
    let galley = crate::ui::widget::line(ui.painter(), word, theme.font(size), theme.ink);
    let room = metric::ICON + metric::SPACE_XS;
    let height = (size + metric::SPACE_S)
        .max(metric::ICON + 2.0)
        .max(galley.size().y);
    let (rect, response) = ui.allocate_exact_size(vec2(room + galley.size().x, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), word));
    sign(ui, pos2(rect.left() + metric::ICON / 2.0, rect.center().y));
    let place = Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + room, rect.center().y), galley.size());
    ui.painter().galley(place.min, galley, theme.ink);
}

/// Two halves that meet at the zero line: the left one leans on it from the left.
fn halves(
    ui: &mut Ui,
    out: &mut Out,
    left: impl FnOnce(&mut Ui, &mut Out),
    right: impl FnOnce(&mut Ui, &mut Out),
) {
    let middle = ui.available_rect_before_wrap().center().x;
    split(
        ui,
        out,
        (middle - metric::SPACE_S, middle + metric::SPACE_S),
        Align::Max,
        left,
        right,
    );
}

/// Two parts side by side: the left one ends at the first place, the right one begins at the second.
pub(crate) fn split(
    ui: &mut Ui,
    out: &mut Out,
    (end, begin): (f32, f32),
    lean: Align,
    left: impl FnOnce(&mut Ui, &mut Out),
    right: impl FnOnce(&mut Ui, &mut Out),
) {
    let room = ui.available_rect_before_wrap();
    let (mut before, mut after) = (room, room);
    before.max.x = end;
    after.min.x = begin;
    let side = |rect: Rect, align| UiBuilder::new().max_rect(rect).layout(Layout::top_down(align));
    let a = ui
        .scope_builder(side(before, lean), |ui| left(ui, out))
        .response
        .rect;
    let b = ui
        .scope_builder(side(after, Align::Min), |ui| right(ui, out))
        .response
        .rect;
    let used = a.bottom().max(b.bottom()) - ui.cursor().top();
    if used > 0.0 {
        ui.add_space(used + metric::SPACE_XS);
    }
}
