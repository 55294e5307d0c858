//! Each kind of block as units.

use super::words::{BELOW, Lean, Set};
use super::{Setter, Unit};
use crate::explain::why::WaterfallRow;
use crate::lang::Lang;
use crate::report::sheet::canvas::{Element, Op, Role};
use crate::report::sheet::letters::Weight;
use crate::report::sheet::{Block, Drawing, Entry, Figure, Fill, Hatch, Item, Tone, flat, plain};

/// Room for a sign.
const INDENT: f32 = 15.0;

impl Setter<'_> {
    /// The units of `blocks` over `room`.
    pub(super) fn blocks(&mut self, blocks: &[Block], room: f32) -> Vec<Unit> {
        let mut units: Vec<Unit> = Vec::new();
        for block in blocks {
            if matches!(block, Block::PageBreak) {
                if let Some(last) = units.last_mut() {
                    last.ends = true;
                }
                continue;
            }
            let more = self.block(block, room);
            units.extend(more);
        }
        units
    }

    fn block(&mut self, block: &Block, room: f32) -> Vec<Unit> {
        let s = self.scale;
        match block {
            Block::Title(text) => vec![self.title(text, room)],
            Block::Facts(facts) => vec![self.facts(facts, room)],
            Block::Heading(level, text) => vec![self.heading(*level, text, room)],
            Block::Text(tone, text) => vec![self.text(*tone, text, room)],
            Block::List(entries) => entries.iter().map(|entry| self.entry(entry, room)).collect(),
            Block::Table(table) => self.table(table, room),
            Block::Bar(bar) => {
                let set = self.wide_bar(bar, room);
                let spoken = format!("{}: {}", flat(&bar.name), bar.spoken(self.document.lang));
                vec![unit(set, Role::Figure(spoken), 4.0 * s)]
            }
            Block::Figure(figure) => vec![self.figure(figure, room)],
            Block::Sides(sides) => {
                let spoken = sides.spoken(self.document.lang);
                vec![unit(self.sides(sides, room), Role::Figure(spoken), 3.0 * s)]
            }
            Block::Steps(rows) => self.steps(rows, room),
            Block::Pathway {
                letter,
                fill,
                name,
                said,
            } => self.of_pathway((*letter, *fill), name, said, room),
            Block::Halves { lost, gained, .. } => vec![self.columns(lost, gained, room)],
            Block::Legend(items) => vec![unit(self.legend(items, room), Role::Text, 3.0 * s)],
            Block::Signs { .. } => {
                let said = plain::words(block, self.document.lang);
                said.iter()
                    .map(|words| self.text(Tone::Body, words, room))
                    .collect()
            }
            Block::Source { text, .. } => vec![self.text(Tone::Small, text, room)],
            Block::Drawing(drawing) => vec![self.drawing(drawing, room)],
            Block::Write { label, lines } => vec![self.lines_to_write(label, *lines, room)],
            Block::Columns(left, right) => vec![self.columns(left, right, room)],
            Block::Space(points) => vec![Unit {
                height: points * s,
                ..Unit::default()
            }],
            Block::PageBreak => Vec::new(),
        }
    }

    fn title(&self, text: &str, room: f32) -> Unit {
        let style = self.style(19.0, Weight::Medium, self.document.palette.ink);
        unit(self.beside(text, style, room), Role::Heading(1), 0.0)
    }

    fn heading(&self, level: u8, text: &str, room: f32) -> Unit {
        let palette = &self.document.palette;
        let (size, rgb, gap) = match level {
            1 => (16.0, palette.ink, 16.0),
            2 => (10.6, palette.accent, 9.0),
            _ => (9.0, palette.ink, 7.0),
        };
        let set = self.beside(text, self.style(size, Weight::Medium, rgb), room);
        Unit {
            keep: true,
            ..unit(set, Role::Heading(level.max(1)), gap * self.scale)
        }
    }

    fn text(&self, tone: Tone, text: &str, room: f32) -> Unit {
        let palette = &self.document.palette;
        let (style, gap) = match tone {
            Tone::Lead => (self.style(self.lead(), Weight::Medium, palette.ink), 6.0),
            Tone::Body | Tone::Ask => (self.body(), 3.0),
            Tone::Soft => (self.style(8.8, Weight::Regular, palette.soft), 3.0),
            Tone::Small | Tone::Fine | Tone::Own => (self.small(), 2.0),
            Tone::Note => return self.note(text, room),
        };
        unit(self.beside(text, style, room), Role::Text, gap * self.scale)
    }

    /// Height of the letters that are read first: less where both languages need room.
    fn lead(&self) -> f32 {
        if self.document.lang == Lang::Both && !self.document.plain {
            10.6
        } else {
            12.0
        }
    }

    /// A sentence to heed: a stripe at its side.
    fn note(&self, text: &str, room: f32) -> Unit {
        let inside = self.set(text, self.body(), room - 14.0, Lean::Left);
        let height = inside.height + 6.0;
        let ground = Fill {
            rgb: if self.document.plain {
                [255; 3]
            } else {
                self.document.palette.tint
            },
            hatch: Hatch::None,
        };
        let accent = self.ink(self.document.palette.accent);
        let mut set = Set {
            width: room,
            height,
            ops: vec![
                Op::rect([0.0, 0.0], [room, height], Some(ground), None),
                Op::line([1.0, 0.0], [1.0, height], 2.0, accent),
            ],
        };
        set.add(inside, 9.0, 3.0);
        unit(set, Role::Text, 5.0 * self.scale)
    }

    /// A figure beneath the word over it, its range and grade behind it.
    fn figure(&self, figure: &Figure, room: f32) -> Unit {
        let lang = self.document.lang;
        let set = self.set(&figure.spoken(lang), self.strong(), room, Lean::Left);
        let set = if figure.word.is_empty() {
            set
        } else {
            set.under(self.beside(&figure.word, self.small(), room), 0.0)
        };
        unit(set, Role::Text, 3.0 * self.scale)
    }

    /// Words with what they are, in a row that wraps.
    fn facts(&self, facts: &[(String, String)], room: f32) -> Unit {
        let (name, value) = (
            self.small(),
            self.style(7.4, Weight::Medium, self.document.palette.ink),
        );
        let mut set = Set::default();
        let (mut x, mut y) = (0.0, 0.0);
        for (what, words) in facts {
            let (what, words) = (flat(what), flat(words));
            let first = self.ruler.width(&what, name.weight, name.size) + 3.5;
            let wide = first + self.ruler.width(&words, value.weight, value.size);
            if x > 0.0 && x + wide > room {
                (x, y) = (0.0, y + name.line());
            }
            set.add(self.set(&what, name, room, Lean::Left), x, y);
            set.add(self.set(&words, value, room - first, Lean::Left), x + first, y);
            x += wide + 14.0;
        }
        unit(set, Role::Text, 2.0 * self.scale)
    }

    /// Sign, words, smaller words beneath, figure at the end, thin bar beneath it.
    fn entry(&self, entry: &Entry, room: f32) -> Unit {
        let indent = if entry.sign.is_empty() {
            0.0
        } else {
            INDENT * self.scale
        };
        let value = self.set(
            &entry.figure.spoken(self.document.lang),
            self.strong(),
            room,
            Lean::Right,
        );
        let gap = if value.width > 0.0 {
            value.width + 10.0
        } else {
            0.0
        };
        let width = room - indent - gap;
        let mut words = self.beside(&entry.text, self.body(), width);
        if !entry.small.is_empty() {
            words = self.beside(&entry.small, self.small(), width).under(words, 0.0);
        }
        let mut set = Set::default();
        set.add(words, indent, 0.0);
        if indent > 0.0 {
            let style = self.style(8.8, Weight::Medium, self.document.palette.accent);
            set.add(self.set(&entry.sign, style, room, Lean::Left), 0.0, 0.0);
        }
        if value.width > 0.0 {
            set.add(value, 0.0, 0.0);
        }
        if let Some(length) = entry.length {
            let y = set.height + 1.5;
            let (from, long) = (indent, (room - indent) * super::bars::short(length));
            let hair = self.hair();
            set.ops.push(Op::line([from, y], [room, y], 0.5, hair));
            let accent = self.ink(self.document.palette.accent);
            set.ops.push(Op::line([from, y], [from + long, y], 2.0, accent));
            set.height = y + 2.0;
        }
        unit(set, Role::Text, 3.0 * self.scale)
    }

    /// Each step as an entry whose bar is as long as what it changes.
    fn steps(&self, rows: &[WaterfallRow], room: f32) -> Vec<Unit> {
        let change = |row: &WaterfallRow| (row.to - row.from).abs();
        let most = rows.iter().map(change).fold(0.0, f64::max);
        let entry = |row: &WaterfallRow| Entry {
            text: row.label.clone(),
            figure: Figure::bare(row.share.clone()),
            length: (most > 0.0).then(|| change(row) / most),
            ..Entry::default()
        };
        rows.iter().map(|row| self.entry(&entry(row), room)).collect()
    }

    /// Letter and name, and beneath what is said of it.
    fn of_pathway(&mut self, sign: (char, Fill), name: &str, said: &[Block], room: f32) -> Vec<Unit> {
        let head = self.pathway(sign, name, "", room);
        let mut units = vec![Unit {
            keep: true,
            ..unit(head, Role::Text, 3.0 * self.scale)
        }];
        let indent = INDENT * self.scale;
        for mut unit in self.blocks(said, room - indent) {
            let elements = unit.elements.into_iter();
            unit.elements = elements.map(|element| element.moved(indent, 0.0)).collect();
            units.push(unit);
        }
        units
    }

    fn lines_to_write(&self, label: &str, lines: u8, room: f32) -> Unit {
        let mut set = self.set(label, self.strong(), room, Lean::Left);
        let soft = self.ink(self.document.palette.soft);
        for _ in 0..lines {
            set.height += 21.0;
            let y = set.height;
            set.ops.push(Op::Line {
                points: vec![[0.0, y], [room, y]],
                width: 0.6,
                rgb: soft,
                dashed: true,
            });
        }
        set.height += 2.0;
        unit(set, Role::Text, 6.0 * self.scale)
    }

    fn columns(&mut self, left: &[Block], right: &[Block], room: f32) -> Unit {
        let gutter = 20.0;
        let width = (room - gutter) / 2.0;
        let mut whole = Unit {
            gap: 4.0 * self.scale,
            ..Unit::default()
        };
        for (blocks, x) in [(left, 0.0), (right, width + gutter)] {
            let mut y = 0.0;
            for (at, unit) in self.blocks(blocks, width).into_iter().enumerate() {
                y += if at > 0 { unit.gap } else { 0.0 };
                let elements = unit.elements.into_iter();
                whole.elements.extend(elements.map(|element| element.moved(x, y)));
                y += unit.height;
            }
            whole.height = whole.height.max(y);
        }
        whole
    }

    fn drawing(&self, drawing: &Drawing, room: f32) -> Unit {
        let share = if drawing.share > 0.0 {
            drawing.share.min(1.0)
        } else {
            1.0
        };
        let factor = room * share / drawing.width.max(1.0);
        let shift = room * (1.0 - share) / 2.0;
        let place = |[x, y]: [f32; 2]| [shift + x * factor, y * factor];
        let mut element = Element::new(Role::Figure(drawing.spoken.clone()));
        for item in &drawing.items {
            element.ops.push(self.item(item, factor, &place));
        }
        Unit {
            gap: 4.0 * self.scale,
            height: drawing.height * factor,
            elements: vec![element],
            ..Unit::default()
        }
    }

    fn item(&self, item: &Item, factor: f32, place: &dyn Fn([f32; 2]) -> [f32; 2]) -> Op {
        let palette = &self.document.palette;
        match item {
            Item::Area { points, fill, edge } => Op::Area {
                points: points.iter().map(|at| place(*at)).collect(),
                fill: *fill,
                edge: (*edge > 0.0).then(|| (self.ink(palette.outline), edge * factor)),
            },
            Item::Line {
                points,
                width,
                rgb,
                dashed,
            } => Op::Line {
                points: points.iter().map(|at| place(*at)).collect(),
                width: width * factor,
                rgb: *rgb,
                dashed: *dashed,
            },
            Item::Words {
                at,
                text,
                size,
                strong,
                soft,
            } => {
                let [x, y] = place(*at);
                let size = size * factor;
                Op::Words {
                    at: [x, y + size * BELOW],
                    text: text.clone(),
                    size,
                    weight: if *strong { Weight::Medium } else { Weight::Regular },
                    rgb: self.ink(if *soft { palette.soft } else { palette.ink }),
                }
            }
        }
    }
}

/// One piece as a unit.
fn unit(set: Set, role: Role, gap: f32) -> Unit {
    Unit {
        gap,
        height: set.height,
        elements: vec![Element { role, ops: set.ops }],
        ..Unit::default()
    }
}
