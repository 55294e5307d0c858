//! Tables: columns that align, heads that are said anew, rules that whisper.

use super::words::{Lean, Set, Style};
use super::{Setter, Unit};
use crate::report::sheet::canvas::{Element, Op, Role};
use crate::report::sheet::letters::Weight;
use crate::report::sheet::{Cell, Figure, Fill, Hatch, Table, Width};

/// Between columns.
const GUTTER: f32 = 9.0;

impl Setter<'_> {
    /// Heads, rows and legend of `table` over `room`.
    pub(super) fn table(&mut self, table: &Table, room: f32) -> Vec<Unit> {
        let widths = widths(table, room, self.scale);
        let number = self.tables;
        self.tables += 1;
        let head = self.heads_of(table, &widths, number, room);
        let repeated = self.heads.len();
        self.heads.push(head.clone());
        let mut units = vec![head];
        let last = table.rows.len().saturating_sub(1);
        for (at, row) in table.rows.iter().enumerate() {
            let mut unit = self.row(table, row, &widths, (number, at + 1), room);
            unit.heads = Some(repeated);
            // The last two rows stay together, and the legend with them.
            unit.keep = (at == last && !table.legend.is_empty()) || (last > 0 && at + 1 == last);
            units.push(unit);
        }
        if !table.legend.is_empty() {
            let set = self.legend(&table.legend, room);
            units.push(Unit {
                gap: 4.0,
                height: set.height,
                elements: vec![Element {
                    role: Role::Text,
                    ops: set.ops,
                }],
                ..Unit::default()
            });
        }
        units
    }

    fn heads_of(&self, table: &Table, widths: &[f32], number: usize, room: f32) -> Unit {
        let style = self.style(7.4, Weight::Medium, self.document.palette.soft);
        let mut elements = Vec::new();
        let sets: Vec<Set> = table
            .columns
            .iter()
            .zip(widths)
            .map(|(column, width)| {
                let lean = if column.figures { Lean::Right } else { Lean::Left };
                self.set(&column.head, style, *width, lean)
            })
            .collect();
        let height = sets.iter().map(|set| set.height).fold(0.0, f32::max);
        let mut left = 0.0;
        for (set, width) in sets.into_iter().zip(widths) {
            let y = height - set.height;
            let mut whole = Set::default();
            whole.add(set, left, y);
            elements.push(Element {
                role: Role::Cell {
                    table: number,
                    row: 0,
                    head: true,
                    drawn: None,
                },
                ops: whole.ops,
            });
            left += width + GUTTER;
        }
        elements.retain(|element| !element.ops.is_empty());
        let ink = self.ink(self.document.palette.ink);
        let mut rule = Element::new(Role::Ornament);
        rule.ops
            .push(Op::line([0.0, height + 2.5], [room, height + 2.5], 0.8, ink));
        elements.push(rule);
        Unit {
            gap: 5.0,
            height: height + 3.0,
            elements,
            keep: true,
            ..Unit::default()
        }
    }

    fn row(
        &self,
        table: &Table,
        row: &[Cell],
        widths: &[f32],
        (number, at): (usize, usize),
        room: f32,
    ) -> Unit {
        let pad = if table.dense { 1.4 } else { 3.4 } * self.scale;
        let sets: Vec<(Set, Option<String>)> = row
            .iter()
            .zip(widths)
            .zip(&table.columns)
            .map(|((cell, width), column)| self.cell(cell, *width, column.figures))
            .collect();
        let height = sets.iter().map(|(set, _)| set.height).fold(0.0, f32::max);
        let mut elements = Vec::new();
        let mut left = 0.0;
        for ((set, spoken), width) in sets.into_iter().zip(widths) {
            let mut whole = Set::default();
            // A drawing stands in the middle of the first line of words.
            let y = if spoken.is_some() {
                ((self.body().line() - set.height) / 2.0).max(0.0)
            } else {
                0.0
            };
            whole.add(set, left, pad + y);
            let role = Role::Cell {
                table: number,
                row: at,
                head: false,
                drawn: spoken,
            };
            elements.push(Element { role, ops: whole.ops });
            left += width + GUTTER;
        }
        elements.retain(|element| !element.ops.is_empty());
        let hair = self.hair();
        let mut rule = Element::new(Role::Ornament);
        let y = height + 2.0 * pad;
        rule.ops.push(Op::line([0.0, y], [room, y], 0.4, hair));
        elements.push(rule);
        Unit {
            height: y,
            elements,
            ..Unit::default()
        }
    }

    /// A cell; with what it shows in words where it is drawn.
    fn cell(&self, cell: &Cell, width: f32, right: bool) -> (Set, Option<String>) {
        let lean = if right { Lean::Right } else { Lean::Left };
        let said = |text: &str, style: Style| match lean {
            Lean::Left => self.beside(text, style, width),
            Lean::Right | Lean::Middle => self.set(text, style, width, lean),
        };
        let words = |text: &str, small: &str| {
            let first = said(text, self.body());
            if small.is_empty() {
                return first;
            }
            said(small, self.small()).under(first, 0.0)
        };
        match cell {
            Cell::Empty => (Set::default(), None),
            Cell::Words { text, small } => (words(text, small), None),
            Cell::Pathway {
                letter,
                fill,
                name,
                small,
            } => (self.pathway((*letter, *fill), name, small, width), None),
            Cell::Short(figure) => (self.short(figure, width, right), None),
            Cell::Figure(figure) => {
                let value = self.set(&figure.value, self.strong(), width, lean);
                let mut beneath = figure.range.clone();
                if let Some(grade) = figure.grade {
                    let gap = if beneath.is_empty() { "" } else { " · " };
                    beneath = format!("{beneath}{gap}{}", grade.letter());
                }
                if beneath.is_empty() {
                    return (value, None);
                }
                let range = self.set(&beneath, self.small(), width, lean);
                (range.under(value, 0.0), None)
            }
            Cell::Bar(bar) => (self.cell_bar(bar, width), Some(bar.spoken(self.document.lang))),
            Cell::Scale(scale) => (self.scale_marks(scale, width), Some(scale.spoken.clone())),
            Cell::Sides(sides) => (self.sides(sides, width), Some(sides.spoken(self.document.lang))),
            Cell::Sign(fill, letter) => (self.sign(*fill, letter, width), None),
        }
    }

    /// A figure, and its range behind it, smaller.
    fn short(&self, figure: &Figure, width: f32, right: bool) -> Set {
        let (strong, small) = (self.strong(), self.small());
        let gap = small.size * 0.45;
        let value = self.ruler.width(&figure.value, strong.weight, strong.size);
        let range = self.ruler.width(&figure.range, small.weight, small.size);
        let behind = if range > 0.0 { gap + range } else { 0.0 };
        if value + behind > width {
            let lean = if right { Lean::Right } else { Lean::Left };
            let first = self.set(&figure.value, strong, width, lean);
            return self.set(&figure.range, small, width, lean).under(first, 0.0);
        }
        let left = if right { width - value - behind } else { 0.0 };
        let mut set = Set::default();
        set.add(self.set(&figure.value, strong, width, Lean::Left), left, 0.0);
        let height = set.height;
        let y = (strong.line() - small.line()) / 2.0 + (strong.size - small.size) * 0.36;
        set.add(
            self.set(&figure.range, small, width, Lean::Left),
            left + value + gap,
            y,
        );
        set.height = height;
        set
    }

    /// A letter on its fill, and the name beside it.
    pub(super) fn pathway(&self, (letter, fill): (char, Fill), name: &str, small: &str, width: f32) -> Set {
        let size = 11.5 * self.scale;
        let mut set = self.badge(letter, fill, size);
        let left = size + 5.0;
        let mut words = self.beside(name, self.strong(), width - left);
        if !small.is_empty() {
            let under = self.beside(small, self.small(), width - left);
            words = under.under(words, 0.0);
        }
        set.add(words, left, 0.0);
        set
    }

    /// A letter on a small square of its fill, on white within.
    fn badge(&self, letter: char, fill: Fill, size: f32) -> Set {
        let edge = Some((self.ink(self.document.palette.outline), 0.7));
        let white = Fill {
            rgb: [255; 3],
            hatch: Hatch::None,
        };
        let inner = size * 0.72;
        let gap = (size - inner) / 2.0;
        let style = self.style(7.2, Weight::Medium, self.document.palette.ink);
        let mut set = Set {
            width: size,
            height: size,
            ops: vec![
                Op::rect([0.0, 0.5], [size, size], Some(fill), edge),
                Op::rect([gap, gap + 0.5], [inner, inner], Some(white), None),
            ],
        };
        let words = self.set(&letter.to_string(), style, size, Lean::Middle);
        let y = (size - words.height) / 2.0 + 0.5;
        set.add(words, 0.0, y);
        set
    }

    fn sign(&self, fill: Fill, letter: &str, width: f32) -> Set {
        let (wide, high) = (width.min(26.0), 11.0 * self.scale);
        let edge = Some((self.ink(self.document.palette.outline), 0.5));
        let left = (width - wide) / 2.0;
        let mut set = Set {
            width,
            height: high,
            ops: vec![Op::rect([left, 0.0], [wide, high], Some(fill), edge)],
        };
        let style = self.style(7.0, Weight::Medium, self.document.palette.ink);
        let needed = self.ruler.width(letter, style.weight, style.size) + 3.0;
        let plate = Fill {
            rgb: [255; 3],
            hatch: Hatch::None,
        };
        set.ops.push(Op::rect(
            [(width - needed) / 2.0, 1.2],
            [needed, high - 2.4],
            Some(plate),
            None,
        ));
        let words = self.set(letter, style, width, Lean::Middle);
        let y = (high - words.height) / 2.0;
        set.add(words, 0.0, y);
        set
    }
}

/// Width of each column: fixed ones as they are, the others share the rest.
fn widths(table: &Table, room: f32, scale: f32) -> Vec<f32> {
    let gutters = GUTTER * f32::from(u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(0));
    let fixed = |width: Width| match width {
        Width::Fixed(points) => points * scale.clamp(0.85, 1.25),
        Width::Part(_) => 0.0,
    };
    let part = |width: Width| match width {
        Width::Fixed(_) => 0.0,
        Width::Part(part) => part,
    };
    let all = || table.columns.iter().map(|column| column.width);
    let left = (room - gutters - all().map(fixed).sum::<f32>()).max(30.0);
    let parts = all().map(part).sum::<f32>().max(0.001);
    all()
        .map(|width| fixed(width) + left * part(width) / parts)
        .collect()
}
