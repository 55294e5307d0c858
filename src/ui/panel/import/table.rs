//! The table as it stands in the sheet, under what each column means; only rows in sight are drawn.
//!
//! Headings stay at the top and what became of a row at the left, wherever the table is scrolled to.

use super::Importing;
use super::columns::{SheetColumn, columns};
use super::data::{self, Mark, line as line_of, mark, meaning, row_name};
use crate::intake::Draft;
use crate::intake::bom::Column;
use crate::text::ImportMsg;
use crate::ui::icon;
use crate::ui::theme::{Theme, metric, with_alpha};
use crate::ui::view::{Import, Out, View};
use crate::ui::widget::choice::choice_shown;
use crate::ui::widget::rows::{self, Places, Said};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Hint as _, line, put_left, text};
use egui::style::ScrollAnimation;
use egui::{
    Color32, FontId, Galley, Id, Key, Painter, Rect, Role, ScrollArea, Sense, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// Height of a row, and of the headings.
const ROW: f32 = metric::ROW;
const HEAD: f32 = 62.0;
/// Width of what stays at the left: tick, sign and word, number.
const PINNED: f32 = 172.0;
const TICK: f32 = 18.0;
const SIGN: f32 = 16.0;

/// The rows beneath the headings that are shown.
enum Rows {
    All { first: usize, end: usize },
    Some(Vec<usize>),
}

impl Rows {
    fn of(importing: &Importing, draft: &Draft) -> Self {
        let Some(status) = importing.shown else {
            return Self::All {
                first: draft.mapping().header + 1,
                end: draft.sheet().height(),
            };
        };
        let lines = importing.bom.iter().flat_map(|bom| &bom.lines);
        let wanted = lines.filter(|line| line.status() == status);
        Self::Some(wanted.map(|line| line.row - 1).collect())
    }

    const fn count(&self) -> usize {
        match self {
            Self::All { first, end } => end.saturating_sub(*first),
            Self::Some(rows) => rows.len(),
        }
    }

    fn at(&self, index: usize) -> Option<usize> {
        match self {
            Self::All { first, end } => Some(first + index).filter(|row| row < end),
            Self::Some(rows) => rows.get(index).copied(),
        }
    }

    fn index(&self, row: usize) -> Option<usize> {
        match self {
            Self::All { first, end } => row.checked_sub(*first).filter(|_| row < *end),
            Self::Some(rows) => rows.binary_search(&row).ok(),
        }
    }
}

/// All that is drawn of the table.
struct Table<'a> {
    view: &'a View<'a>,
    importing: &'a Importing,
    draft: &'a Draft,
    rows: Rows,
    columns: Vec<SheetColumn>,
    /// What is in sight.
    seen: Rect,
    /// Where the first cell would stand.
    origin: egui::Pos2,
}

/// Draws the table in the room at hand.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, importing: &Importing, draft: &Draft, out: &mut Out) {
    let rows = Rows::of(importing, draft);
    let columns = columns(draft, view.lang);
    let width = PINNED + columns.last().map_or(0.0, |last| last.left + last.width);
    let is_empty = rows.count() == 0;
    ScrollArea::both()
        .id_salt("import table")
        .auto_shrink(false)
        .show_viewport(ui, |ui, viewport| {
            ui.set_width(width.max(viewport.width()));
            ui.set_height(HEAD + ROW * count_f32(rows.count()));
            let corner = ui.max_rect().left_top();
            let table = Table {
                view,
                importing,
                draft,
                rows,
                columns,
                seen: Rect::from_min_size(corner + viewport.min.to_vec2(), viewport.size()),
                origin: corner + vec2(PINNED, HEAD),
            };
            table.headings(ui, out);
            let beneath = table.seen.with_min_y(table.seen.top() + HEAD + view.theme.rule);
            let whole = beneath.with_min_y(table.origin.y);
            let mut body = ui.new_child(UiBuilder::new().id_salt("import rows").max_rect(whole));
            body.set_clip_rect(beneath.intersect(ui.clip_rect()));
            table.body(&mut body, out);
        });
    if is_empty {
        text::soft(ui, view.theme, ImportMsg::NoRows.text(view.lang));
    }
}

impl Table<'_> {
    /// The strip at the top: what each column means, over its heading in the sheet.
    fn headings(&self, ui: &mut Ui, out: &mut Out) {
        let theme = self.view.theme;
        let strip = self.seen.with_max_y(self.seen.top() + HEAD);
        let clip = strip.with_min_x(self.seen.left() + PINNED);
        for column in &self.columns {
            let left = self.origin.x + column.left;
            let cell = Rect::from_min_size(pos2(left, strip.top()), vec2(column.width, HEAD));
            let room = UiBuilder::new()
                .id_salt(("import heading", column.index))
                .max_rect(cell.shrink2(vec2(metric::SPACE_XS, 0.0)));
            let mut inside = ui.new_child(room);
            inside.set_clip_rect(clip.intersect(ui.clip_rect()));
            let gained = self.heading(&mut inside, column, out);
            if gained {
                // The part that stays at the left must not cover it.
                ui.scroll_to_rect_animation(
                    cell.with_min_x(cell.left() - PINNED),
                    None,
                    ScrollAnimation::none(),
                );
            }
        }
        ui.painter()
            .hline(strip.x_range(), strip.bottom(), theme.edge_stroke());
    }

    /// One heading; true where the focus has just come to it.
    fn heading(&self, ui: &mut Ui, column: &SheetColumn, out: &mut Out) -> bool {
        let (theme, lang) = (self.view.theme, self.view.lang);
        let header = self.draft.mapping().header;
        let own = self.draft.sheet().cell(header, column.index);
        let letters = column.letters();
        let name = ImportMsg::Meaning.with(lang, &[("letter", &letters), ("heading", own)]);
        let shown = meaning(column.meaning).text(lang);
        let width = ui.max_rect().width();
        let key = ("import column", column.index);
        let (picked, response) = choice_shown(ui, key, &name, (shown, Some(&column.meaning)), width, || {
            let columns = Column::ALL.map(Some);
            let all = std::iter::once(None).chain(columns);
            all.map(|column| (column, meaning(column).text(lang).to_owned()))
                .collect()
        });
        if let Some(picked) = picked {
            out.import(Import::Column(column.index, picked));
        }
        let is_remembered = self.draft.mapping().is_remembered(column.index);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
            if is_remembered {
                let hint = ImportMsg::RememberedHint.text(lang);
                let (rect, pin) = ui.allocate_exact_size(vec2(SIGN, SIGN), Sense::hover());
                let font = theme.icon_font(SIGN);
                let middle = egui::Align2::CENTER_CENTER;
                ui.painter()
                    .text(rect.center(), middle, icon::PIN, font, theme.accent);
                pin.widget_info(|| WidgetInfo::labeled(Role::Image, true, hint));
                pin.hint(hint);
            }
            text::small(ui, theme, &letters);
            text::small_line(ui, theme, own);
        });
        response.gained_focus()
    }

    /// The rows in sight; Space takes the chosen one in or leaves it out.
    fn body(&self, ui: &mut Ui, out: &mut Out) {
        let heads: Vec<(&str, Rect)> = self.columns.iter().map(|column| self.head(column)).collect();
        let rows = rows::Rows {
            covered: HEAD,
            chosen: self.importing.selected.and_then(|row| self.rows.index(row)),
            heads: &heads,
            ..rows::Rows::new(
                Id::unique("import table rows"),
                self.importing.source.as_deref().unwrap_or_default(),
                Places::Even(self.rows.count(), ROW),
            )
        };
        let key = |at: usize| Id::unique(self.rows.at(at));
        let asked = rows.show(ui, self.view.theme, key, |ui, at| {
            let row = self.rows.at(at.at);
            row.map_or_else(Said::default, |row| self.row(ui, row, at, out))
        });
        let chosen = rows.chosen.and_then(|at| self.rows.at(at));
        if let Some(row) = asked.choose.and_then(|at| self.rows.at(at)) {
            out.import(Import::Select(row));
        } else if let Some(row) = chosen.filter(|row| self.has_choice(*row))
            && asked.has_focus
            && rows::pressed(ui, Key::Space)
        {
            out.import(Import::LeaveOut(row + 1, !self.draft.is_left_out(row + 1)));
        }
    }

    /// Heading and place of a column, for screen readers.
    fn head(&self, column: &SheetColumn) -> (&'static str, Rect) {
        let left = pos2(self.origin.x + column.left, self.seen.top());
        let words = meaning(column.meaning).text(self.view.lang);
        (words, Rect::from_min_size(left, vec2(column.width, HEAD)))
    }

    /// Whether the row can be taken in or left out.
    fn has_choice(&self, row: usize) -> bool {
        let line = line_of(self.importing.bom.as_deref(), row);
        self.draft.is_left_out(row + 1) || line.is_some_and(|line| line.part.is_some())
    }

    /// Draws a row; answers what is said of it.
    fn row(&self, ui: &Ui, row: usize, at: &rows::Row<'_>, out: &mut Out) -> Said {
        let (theme, lang, rect, painter) = (self.view.theme, self.view.lang, at.rect, ui.painter());
        let mark = mark(self.importing, row);
        painter.hline(rect.x_range(), rect.bottom(), theme.rule_stroke());
        let cells = painter.with_clip_rect(ui.clip_rect().with_min_x(self.seen.left() + PINNED));
        let response = at
            .response
            .clone()
            .on_hover_cursor(egui::CursorIcon::PointingHand);
        let cut = self.cells(&cells, rect, row, mark, response.hover_pos());
        self.pinned(painter, rect, row, mark);
        self.tick(ui, rect, row, out);
        if let Some(whole) = cut {
            response.hint(whole);
        }
        let name = row_name(self.importing, self.draft, row, lang);
        let word = mark.word().map_or("", |word| word.text(lang));
        let pinned = rect.with_max_x(rect.left() + PINNED);
        let words = |column: &SheetColumn| {
            let left = pos2(self.origin.x + column.left, rect.top());
            let place = Rect::from_min_size(left, vec2(column.width, ROW));
            (self.draft.sheet().cell(row, column.index).to_owned(), place)
        };
        let first = std::iter::once((format!("{} {word}", row + 1), pinned));
        Said {
            cells: first.chain(self.columns.iter().map(words)).collect(),
            name,
            value: word.to_owned(),
        }
    }

    /// The cells of a row; the whole text of the one under the pointer where it is cut.
    fn cells(
        &self,
        painter: &Painter,
        rect: Rect,
        row: usize,
        mark: Mark,
        pointer: Option<egui::Pos2>,
    ) -> Option<String> {
        let theme = self.view.theme;
        let line = line_of(self.importing.bom.as_deref(), row);
        let doubtful = line.map_or_else(Vec::new, |line| data::doubtful_cells(self.draft, line));
        let mut cut = None;
        for column in &self.columns {
            let left = self.origin.x + column.left;
            let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(column.width, ROW));
            if !cell.intersects(painter.clip_rect()) {
                continue;
            }
            let is_doubtful = doubtful.contains(&column.index);
            if is_doubtful {
                doubt(painter, theme, cell);
            }
            let is_used = column.meaning.is_some() && mark != Mark::Skipped;
            let ink = if is_used { theme.ink } else { theme.ink_soft };
            let font = theme.font(metric::TEXT_BODY - 1.0);
            let words = self.draft.sheet().cell(row, column.index);
            let room = cell.shrink2(vec2(metric::SPACE_S, 0.0));
            let taken = if is_doubtful { SIGN + metric::SPACE_XS } else { 0.0 };
            let galley = elided(painter, words, font, ink, room.width() - taken);
            let is_cut = galley.elided;
            let at = if column.is_figures() {
                pos2(room.right() - galley.size().x, room.center().y)
            } else {
                pos2(room.left() + taken, room.center().y)
            };
            put_left(painter, at, galley, ink);
            if is_cut && pointer.is_some_and(|pointer| cell.contains(pointer)) {
                cut = Some(words.to_owned());
            }
        }
        cut
    }

    /// Sign, word and number of a row, which stay at the left.
    fn pinned(&self, painter: &Painter, rect: Rect, row: usize, mark: Mark) {
        let theme = self.view.theme;
        let edge = rect.left() + PINNED - metric::SPACE_XS;
        painter.vline(edge, rect.y_range(), theme.rule_stroke());
        let middle = rect.center().y;
        let small = theme.font(metric::TEXT_SMALL);
        let number = line(painter, &(row + 1).to_string(), small, theme.ink_soft);
        let at = pos2(edge - metric::SPACE_S - number.size().x, middle);
        put_left(painter, at, number, theme.ink_soft);
        let (Some((sign, color)), Some(word)) = (look(theme, mark), mark.word()) else {
            return;
        };
        let left = rect.left() + metric::SPACE_S + TICK + metric::SPACE_S;
        let sign = line(painter, &sign.to_string(), theme.icon_font(SIGN), color);
        put_left(painter, pos2(left, middle), sign, color);
        let word = word.text(self.view.lang);
        let word = line(painter, word, theme.font(metric::TEXT_BODY - 1.0), color);
        put_left(painter, pos2(left + SIGN + metric::SPACE_XS, middle), word, color);
    }

    /// The tick that takes a row in, where there is a choice.
    fn tick(&self, ui: &Ui, rect: Rect, row: usize, out: &mut Out) {
        let theme = self.view.theme;
        let number = row + 1;
        let is_out = self.draft.is_left_out(number);
        if !self.has_choice(row) {
            return;
        }
        let square = pos2(rect.left() + metric::SPACE_S + TICK / 2.0, rect.center().y);
        let target = Rect::from_center_size(square, vec2(metric::TARGET, metric::TARGET));
        let square = Rect::from_center_size(square, vec2(TICK, TICK));
        let name = ImportMsg::TakeIn.with(self.view.lang, &[("row", &number.to_string())]);
        let id = Id::unique(("import tick", row));
        let touch = Touch::new(id, target, Role::CheckBox, &name).chosen(!is_out);
        let response = touch.sense(Sense::CLICK).feel(ui);
        let painter = ui.painter();
        let (fill, edge) = if is_out {
            (theme.surface, theme.edge_stroke())
        } else {
            (theme.accent, egui::Stroke::new(theme.rule, theme.accent))
        };
        painter.rect(square, 4.0, fill, edge, StrokeKind::Inside);
        if !is_out {
            let sign = theme.icon_font(14.0);
            let middle = egui::Align2::CENTER_CENTER;
            painter.text(square.center(), middle, icon::CHECK, sign, theme.on_accent);
        }
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            out.import(Import::LeaveOut(number, !is_out));
        }
    }
}

/// Sign and colour of what became of a row.
pub(super) const fn look(theme: &Theme, mark: Mark) -> Option<(char, Color32)> {
    match mark {
        Mark::Empty => None,
        Mark::Read => Some((icon::CHECK, theme.ink_soft)),
        Mark::Doubtful => Some((icon::WARNING, theme.notice)),
        Mark::Skipped => Some((icon::CROSS, theme.ink_soft)),
        Mark::Packaging => Some((icon::PACKAGE, theme.ink_soft)),
    }
}

/// Marks a cell that something is doubtful about: a sign, a frame and a tint.
fn doubt(painter: &Painter, theme: &Theme, cell: Rect) {
    let frame = cell.shrink(2.0);
    painter.rect(
        frame,
        theme.radius(),
        with_alpha(theme.notice, 0.12),
        egui::Stroke::new(theme.rule, theme.notice),
        StrokeKind::Inside,
    );
    let sign = line(
        painter,
        &icon::WARNING.to_string(),
        theme.icon_font(SIGN),
        theme.notice,
    );
    put_left(
        painter,
        pos2(frame.left() + metric::SPACE_XS, frame.center().y),
        sign,
        theme.notice,
    );
}

/// One line cut with "…".
fn elided(painter: &Painter, words: &str, font: FontId, ink: Color32, width: f32) -> Arc<Galley> {
    text::one_line(
        painter,
        &Theme::of(painter.ctx()),
        words,
        font,
        ink,
        width.max(0.0),
    )
}

#[expect(clippy::cast_precision_loss, reason = "at most some ten thousand rows")]
fn count_f32(count: usize) -> f32 {
    count as f32
}
