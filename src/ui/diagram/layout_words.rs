//! Words of the diagram: wrapped, placed beside their bars, and given more room where no ribbon is in the way.

use super::columns::Bar;
use super::detail::Saying;
use super::layer::Said;
use super::layout::{Label, Layout, LineKind, Sizes};
use super::model::{Diagram, Node};
use super::place::as_f32;
use super::route::{BAR, Grid, Lane, Way};
use crate::report::picture::Layer;
use crate::text::breaks::broken;
use crate::text::{JOINT, halves};
use egui::{Rect, pos2, vec2};

/// A node's words in `width`, with room for what it says in any layer.
pub(super) fn label(node: &Node, sizes: &Sizes<'_>, width: f32, saying: Saying, layer: Layer) -> Label {
    let all = Layer::ALL.map(|layer| lines(node, sizes, width, saying, layer));
    let rows = all.iter().map(Vec::len).max().unwrap_or_default();
    let lines = all.into_iter().nth(layer.index()).unwrap_or_default();
    Label {
        rect: None,
        lines,
        rows,
    }
}

/// The lines of a node's words in `width`.
fn lines(
    node: &Node,
    sizes: &Sizes<'_>,
    width: f32,
    saying: Saying,
    layer: Layer,
) -> Vec<(String, LineKind)> {
    let plain = |text: &str| (sizes.measure)(text, false);
    let said = node.said(layer);
    let mut lines = match saying {
        Saying::Apart(name_lines) => apart(node, said, sizes, width, name_lines),
        Saying::Joined => joined(node, said, sizes, width, false),
        Saying::Cut => joined(node, said, sizes, width, true),
    };
    if let Some((long, short)) = &said.flag {
        // The sign says what it is about where the word has no room.
        let (kind, sign) = if layer == Layer::Work {
            (LineKind::Replaced, 0.0)
        } else {
            (LineKind::Flag, FLAG)
        };
        let room = width - sign;
        // A figure is said whole or not at all.
        let flag = [long, short].into_iter().find(|flag| plain(flag) <= room);
        lines.extend(flag.map(|flag| (flag.clone(), kind)));
    }
    lines
}

/// Name and value beneath each other.
fn apart(
    node: &Node,
    said: &Said,
    sizes: &Sizes<'_>,
    width: f32,
    name_lines: usize,
) -> Vec<(String, LineKind)> {
    let name = name_in(node, width, name_lines, &|text| (sizes.measure)(text, true));
    let name = name.into_iter().map(|line| (line, LineKind::Name));
    let plain = |text: &str| (sizes.measure)(text, false);
    let mut value = wrap(&said.value, width, 2, &plain);
    if value.iter().any(|line| line.contains('…')) {
        // A figure is said whole or not at all.
        let short = Some(said.short.clone()).filter(|short| plain(short) <= width);
        value = short.into_iter().collect();
    }
    name.chain(value.into_iter().map(|line| (line, LineKind::Value)))
        .collect()
}

/// Most lines of a name.
const NAME_LINES: usize = 4;

/// A name in at most `most` lines, its fullest form that has room whole: in both languages, else in Chinese alone. What
/// has no room whole takes lines more, and is cut with "…" last.
fn name_in(node: &Node, width: f32, most: usize, measure: &dyn Fn(&str) -> f32) -> Vec<String> {
    let forms = || std::iter::once(&node.name).chain(&node.shorter);
    let in_both = |name: &String, most: usize| {
        let (first, second) = halves(name);
        let second = second.filter(|_| measure(name) > width)?;
        let mut lines = wrap(first, width, most, measure);
        lines.extend(wrap(second, width, most, measure));
        Some(lines)
    };
    let lines = |most: usize| most.min(NAME_LINES)..=NAME_LINES;
    let whole = |most: usize| move |lines: &Vec<String>| lines.len() <= most && !is_cut(lines);
    // In both languages a name takes more lines where there is room for many.
    let is_roomy = most + 1 >= NAME_LINES && halves(&node.name).1.is_some();
    let more = if is_roomy { 2 } else { 0 };
    let both = (most.min(NAME_LINES)..=NAME_LINES + more).flat_map(|most| {
        let said = move |name| in_both(name, most).unwrap_or_else(|| wrap(name, width, most, measure));
        forms().map(said).filter(whole(most))
    });
    let alone = lines(most).flat_map(|most| {
        let said = forms().map(move |name| wrap(halves(name).0, width, most, measure));
        said.filter(whole(most))
    });
    let last = || wrap(node.shortest(), width, NAME_LINES, measure);
    both.chain(alone).next().unwrap_or_else(last)
}

fn is_cut(lines: &[String]) -> bool {
    lines.iter().any(|line| line.ends_with('…'))
}

/// Name and value in one line: the share goes first, then the name gets shorter, then the value goes. A name that has no
/// room by itself is cut where `cuts`, else wrapped.
fn joined(node: &Node, said: &Said, sizes: &Sizes<'_>, width: f32, cuts: bool) -> Vec<(String, LineKind)> {
    let strong = |text: &str| (sizes.measure)(text, true);
    let forms = || std::iter::once(&node.name).chain(&node.shorter);
    let first = forms().map(|name| halves(name).0);
    let names: Vec<&str> = forms().map(String::as_str).chain(first).collect();
    let room = |value: &str| width - (sizes.measure)(&format!("{BETWEEN}{value}"), false);
    let values = [&said.value, &said.short]
        .into_iter()
        .filter(|value| !value.is_empty());
    let pairs = names
        .iter()
        .flat_map(|name| values.clone().map(move |value| (*name, value)));
    let mut fitting = pairs.filter(|(name, value)| strong(name) <= room(value));
    if let Some((name, value)) = fitting.next() {
        return vec![(name.to_owned() + BETWEEN + value, LineKind::Joined(name.len()))];
    }
    let name = |line: String| (line, LineKind::Name);
    match names.iter().find(|name| strong(name) <= width) {
        Some(whole) => vec![name((*whole).to_owned())],
        None if cuts => vec![name(elide(node.shortest(), width, &strong))],
        None => name_in(node, width, 1, &strong).into_iter().map(name).collect(),
    }
}

/// Between name and value in one line.
const BETWEEN: &str = "  ";

/// Breaks `text` into at most `most` lines of `width`; what is left over ends in "…".
pub fn wrap(text: &str, width: f32, most: usize, measure: &dyn Fn(&str) -> f32) -> Vec<String> {
    let mut letters = [0; 4];
    let lines = broken(text.trim(), width, |letter| {
        measure(letter.encode_utf8(&mut letters))
    });
    let lines = hyphened(&lines, width, most, measure);
    let whole: Vec<&str> = lines.lines().collect();
    let (first, rest) = whole.split_at(whole.len().min(most.max(1) - 1));
    // What ends a line is not shown there.
    let shown = |line: &str| elide(line.trim_end_matches([' ', '·']), width, measure);
    let mut shown_lines: Vec<String> = first.iter().map(|line| shown(line)).collect();
    if !rest.is_empty() {
        shown_lines.push(shown(&joined_again(rest)));
    }
    shown_lines
}

/// Lines as they stood in one: a gap where words end in English.
fn joined_again(lines: &[&str]) -> String {
    let mut whole = String::new();
    for line in lines {
        let is_plain = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii() && letter != '-');
        let (last, next) = (whole.chars().next_back(), line.chars().next());
        if is_plain(last) && is_plain(next) {
            whole.push(' ');
        } else if last.is_some_and(|last| !last.is_ascii())
            && next.is_some_and(|next| next.is_ascii_alphabetic())
        {
            // The English after the Chinese.
            whole.push(JOINT);
        }
        whole.push_str(line);
    }
    whole
}

/// Fewest letters of a word on either side of a hyphen.
const SYLLABLE: usize = 3;

/// `lines` with the first word that is too long for one parted by a hyphen, where there is a line more to go on.
fn hyphened(lines: &str, width: f32, most: usize, measure: &dyn Fn(&str) -> f32) -> String {
    let is_long = |line: &&str| line.is_ascii() && !line.contains([' ', '-']) && measure(line) > width;
    let long = lines
        .lines()
        .find(is_long)
        .filter(|_| lines.lines().count() < most);
    let head = long.and_then(|word| {
        let cuts = SYLLABLE..=word.len().saturating_sub(SYLLABLE);
        let heads = cuts.rev().filter_map(|cut| word.get(..cut));
        heads
            .into_iter()
            .find(|head| measure(&format!("{head}-")) <= width)
    });
    match (long, head) {
        (Some(word), Some(head)) => {
            let tail = word.get(head.len()..).unwrap_or_default();
            lines.replacen(word, &format!("{head}-\n{tail}"), 1)
        }
        _ => lines.to_owned(),
    }
}

/// `text`, or as much of it as fits with "…".
fn elide(text: &str, width: f32, measure: &dyn Fn(&str) -> f32) -> String {
    if measure(text) <= width {
        return text.to_owned();
    }
    let mut end = text.len();
    while let Some((at, _)) = text.get(..end).and_then(|head| head.char_indices().next_back()) {
        end = at;
        let head = text
            .get(..end)
            .unwrap_or_default()
            .trim_end_matches([' ', ',', '，', '：', ':', '·']);
        let short = format!("{head}…");
        if measure(&short) <= width || end == 0 {
            return short;
        }
    }
    "…".to_owned()
}

/// The box of a node's words. `under` is the lower edge of all bars of the seat.
pub(super) fn beside(
    node: &Node,
    label: &Label,
    bar: Rect,
    under: f32,
    sizes: &Sizes<'_>,
    grid: &Grid,
) -> Rect {
    let size = vec2(
        widest(label, sizes),
        sizes.line * as_f32(label.lines.len() as f64),
    );
    if node.is_end {
        let top = bar.center().y - size.y / 2.0;
        return Rect::from_min_size(pos2(bar.right() + 8.0, top), size);
    }
    match node.seat.bar {
        Bar::Lead => Rect::from_min_size(pos2(bar.left(), bar.top() - 3.0 - size.y), size),
        Bar::Second => {
            let right = grid.right(node.seat.column);
            let left = bar.left().min(right - size.x).max(grid.left(node.seat.column));
            Rect::from_min_size(pos2(left, under.max(bar.bottom()) + 3.0), size)
        }
        Bar::Below => Rect::from_min_size(pos2(bar.right() - size.x, bar.bottom() + 3.0), size),
    }
}

/// Words beneath the level run of a loop, where no other loop comes down or goes up.
pub(super) fn beneath(text: &str, lane: &Lane, all: &[Lane], sizes: &Sizes<'_>) -> Label {
    let (left, right) = free_run(lane, all, sizes.rect.right());
    // In both languages where they have room, else in the first alone.
    let fits = (sizes.measure)(text, false) <= right - left;
    let text = if fits { text } else { halves(text).0 };
    let text = elide(text, right - left, &|text| (sizes.measure)(text, false));
    let width = (sizes.measure)(&text, false);
    let top = lane.y + lane.width / 2.0 + 1.0;
    Label {
        rect: Some(Rect::from_min_size(pos2(left, top), vec2(width, sizes.line))),
        lines: vec![(text, LineKind::Value)],
        rows: 1,
    }
}

/// The widest stretch beneath a loop's run that no lower loop crosses.
fn free_run(lane: &Lane, all: &[Lane], end: f32) -> (f32, f32) {
    let lower = || all.iter().filter(|other| other.y > lane.y);
    let mut cuts: Vec<(f32, f32)> = lower()
        .flat_map(|other| [(other.left, other.width), (other.right, other.width)])
        .map(|(middle, width)| (middle - width / 2.0 - 6.0, middle + width / 2.0 + 6.0))
        .collect();
    cuts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut left = lane.left + lane.width / 2.0 + 8.0;
    let mut best = (left, left);
    for (from, to) in cuts.into_iter().chain([(end, end)]) {
        if from - left > best.1 - best.0 + 0.5 {
            best = (left, from);
        }
        left = left.max(to);
    }
    best
}

fn widest(label: &Label, sizes: &Sizes<'_>) -> f32 {
    let width = |(text, kind): &(String, LineKind)| match kind {
        LineKind::Name => (sizes.measure)(text, true),
        LineKind::Value | LineKind::Replaced => (sizes.measure)(text, false),
        LineKind::Flag => (sizes.measure)(text, false) + FLAG,
        LineKind::Joined(name) => {
            let (name, value) = text.split_at_checked(*name).unwrap_or((text, ""));
            (sizes.measure)(name, true) + (sizes.measure)(value, false)
        }
    };
    label.lines.iter().map(width).fold(0.0, f32::max)
}

/// Width of the sign before a flag.
pub const FLAG: f32 = 16.0;

/// Lets words run on to the right where nothing is in the way, and puts words on wide ribbons.
pub(super) fn spread(diagram: &Diagram, sizes: &Sizes<'_>, grid: &Grid, layout: &mut Layout) {
    for index in 0..diagram.nodes.len() {
        widen(diagram, sizes, layout, index);
    }
    for index in 0..diagram.ribbons.len() {
        write_on(diagram, sizes, grid, layout, index);
    }
}

/// Wraps the words of one node again in all the room that is free to their right.
fn widen(diagram: &Diagram, sizes: &Sizes<'_>, layout: &mut Layout, index: usize) {
    let (Some(node), Some(placed)) = (diagram.nodes.get(index), layout.nodes.get(index)) else {
        return;
    };
    let Some(rect) = placed.label.rect else { return };
    if node.is_end || node.seat.bar != Bar::Lead {
        return;
    }
    let wanted =
        (sizes.measure)(&node.name, true).max((sizes.measure)(&node.said(diagram.layer).value, false)) + 2.0;
    let limit = (rect.left() + wanted).min(sizes.rect.right());
    let mut right = rect.right();
    while right < limit {
        let more = Rect::from_x_y_ranges(right..=(right + 8.0).min(limit), rect.y_range());
        if !is_free(layout, more.expand2(vec2(4.0, 0.0)), Some(index)) {
            break;
        }
        right = more.right();
    }
    if right <= rect.right() + 1.0 {
        return;
    }
    let room = right - rect.left();
    let most = placed.label.rows;
    let richer = [
        Saying::Apart(3),
        Saying::Apart(2),
        Saying::Apart(1),
        Saying::Joined,
    ]
    .map(|saying| label(node, sizes, room, saying, diagram.layer));
    let Some(mut label) = richer.into_iter().find(|label| label.lines.len() <= most) else {
        return;
    };
    let size = vec2(
        widest(&label, sizes),
        sizes.line * as_f32(label.lines.len() as f64),
    );
    label.rect = Some(Rect::from_min_size(
        pos2(rect.left(), rect.bottom() - size.y),
        size,
    ));
    if let Some(placed) = layout.nodes.get_mut(index) {
        placed.label = label;
    }
}

/// True where `area` holds no ribbon, no bar and no words but those of node `own`.
pub(super) fn is_free(layout: &Layout, area: Rect, own: Option<usize>) -> bool {
    let on_ribbon = layout.ribbons.iter().any(|ribbon| {
        let covers = ribbon
            .way
            .as_ref()
            .is_some_and(|way| way.covers(area, ribbon.width));
        covers || ribbon.label.rect.is_some_and(|words| words.intersects(area))
    });
    let on_node = layout.nodes.iter().enumerate().any(|(index, node)| {
        let words = node.label.rect.filter(|_| own != Some(index));
        words.is_some_and(|words| words.intersects(area)) || node.bar.intersects(area)
    });
    !on_ribbon && !on_node
}

/// Puts mass and share on a ribbon where it runs level and is high and long enough.
fn write_on(diagram: &Diagram, sizes: &Sizes<'_>, grid: &Grid, layout: &mut Layout, index: usize) {
    let (Some(ribbon), Some(placed)) = (diagram.ribbons.get(index), layout.ribbons.get(index)) else {
        return;
    };
    let Some(Way::Band(slices)) = &placed.way else {
        return;
    };
    let words = ribbon.label(diagram.layer);
    let width = (sizes.measure)(words, false);
    // Garments stand for themselves, and adjacent columns need no words on the ribbon: those of the node it reaches say the same.
    let passes = diagram.nodes.get(ribbon.to).zip(diagram.nodes.get(ribbon.from));
    if words.is_empty()
        || diagram.layer == Layer::Pieces
        || placed.width < sizes.line + 4.0
        || passes.is_none_or(|(to, from)| to.seat.column < from.seat.column + 2)
    {
        return;
    }
    let level = slices
        .iter()
        .zip(slices.iter().skip(1))
        .filter(|(a, b)| (a.top - b.top).abs() < 0.5);
    let room = level
        .map(|(a, b)| Rect::from_min_max(pos2(a.x, a.top), pos2(b.x, b.bottom)))
        .filter(|run| run.width() >= width + 8.0 && run.left() >= grid.left(1) + BAR)
        .max_by(|a, b| a.width().total_cmp(&b.width()));
    let Some(room) = room else { return };
    let area = Rect::from_min_size(
        pos2(room.left() + 6.0, room.center().y - sizes.line / 2.0),
        vec2(width, sizes.line),
    );
    if let Some(placed) = layout.ribbons.get_mut(index) {
        placed.label = Label {
            rect: Some(area),
            lines: vec![(words.to_owned(), LineKind::Value)],
            rows: 1,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> f32 {
        text.chars()
            .map(|c| if c >= '\u{2E80}' { 2.0 } else { 1.0 })
            .sum()
    }

    #[test]
    fn lines_break_at_spaces_and_between_chinese_letters() {
        let wrapped = |text: &str, width: f32| wrap(text, width, 2, &letters);
        assert_eq!(wrapped("wiping cloths", 20.0), ["wiping cloths"]);
        assert_eq!(wrapped("wiping cloths", 8.0), ["wiping", "cloths"]);
        assert_eq!(
            wrapped("insulation, felt, nonwoven", 13.0),
            ["insulation,", "felt, nonwov…"]
        );
        assert_eq!(wrapped("机械法（开松）：棉", 10.0), ["机械法（开", "松）：棉"]);
        assert_eq!(wrapped("机械法（开松）", 8.0), ["机械法", "（开松）"]);
        assert_eq!(wrapped("142 · 13", 5.0), ["142", "13"]);
        assert_eq!(wrapped("再利用前的检查", 8.0), ["再利用前", "的检查"]);
    }
}
