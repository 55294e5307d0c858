//! Where everything stands: blocks become units of some height, units fill pages.
//!
//! Invariant: nothing leaves the page, a heading stays with what follows it, and a table that goes on says its heads anew.

mod bars;
mod blocks;
mod table;
mod words;

use super::canvas::{Element, HEIGHT, Op, Page, Role, WIDTH};
use super::letters::{Ruler, Weight};
use super::{Document, Format, Rgb, Section, flat};
pub use words::NEW_LINE;
use words::Style;

/// Room at the left and right.
pub const SIDE: f32 = 46.0;
/// Room at the top.
const TOP: f32 = 40.0;
/// Room at the bottom, the foot within it.
const BOTTOM: f32 = 46.0;
/// How small a section may be set that has to fit its pages.
const STEPS: [f32; 11] = [1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76, 0.73, 0.7];
/// The same for what is read from a desk: nothing under 9 points, where it fits.
const LARGE: [f32; 9] = [1.42, 1.36, 1.3, 1.25, 1.22, 1.16, 1.12, 1.08, 1.0];

/// The same where no letter may be smaller than 9 points: on A4 and larger, and on cards, which are printed at half size.
const NINE: [f32; 5] = [1.6, 1.5, 1.42, 1.3, LEAST];
const NINE_ON_CARDS: [f32; 4] = [3.2, 2.9, 2.7, 2.0 * LEAST];
/// At this size the smallest letters, those of 7.4 points, have 9.
const LEAST: f32 = 1.23;

/// Width that words and tables have.
pub const ROOM: f32 = WIDTH - 2.0 * SIDE;

/// A piece that is not parted over two pages.
#[derive(Debug, Clone, Default)]
pub(super) struct Unit {
    /// Room above, dropped at the head of a page.
    gap: f32,
    height: f32,
    elements: Vec<Element>,
    /// True where the next one stands on the same page.
    keep: bool,
    /// Which heads are said anew where a page begins with it.
    heads: Option<usize>,
    /// True where a new page begins after it.
    ends: bool,
}

/// What units are made with.
pub(super) struct Setter<'a> {
    ruler: &'a Ruler,
    document: &'a Document,
    /// Size of everything, of 1.
    scale: f32,
    /// Tables so far.
    tables: usize,
    /// Head rows of all tables so far.
    heads: Vec<Unit>,
}

/// The pages of `document`, each section set as large as its pages allow.
pub fn pages(document: &Document, ruler: &Ruler) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut tables = 0;
    for section in &document.sections {
        let set = fitted(document, section, tables, ruler);
        tables = set.tables;
        pages.extend(filled(set.units, &set.heads));
    }
    let count = pages.len();
    for (at, page) in pages.iter_mut().enumerate() {
        page.elements.push(foot(document, ruler, (at + 1, count)));
    }
    pages
}

/// How many pages `section` takes at full size, and what is left free on the last.
pub fn spare(document: &Document, section: &Section, ruler: &Ruler) -> (usize, f32) {
    let set = fitted(document, section, 0, ruler);
    let places = places(&set.units, &set.heads);
    let count = places.last().map_or(1, |(page, _)| page + 1);
    let ends = places.iter().zip(&set.units);
    let ends = ends.filter(|((page, _), _)| page + 1 == count);
    let end = ends.map(|((_, top), unit)| top + unit.height).fold(TOP, f32::max);
    (count, HEIGHT - BOTTOM - end)
}

/// A section in units.
struct Fitted {
    units: Vec<Unit>,
    heads: Vec<Unit>,
    tables: usize,
}

/// The largest size of letters, against full size, in which `section` keeps to its pages; none where no size does, or it
/// has no such limit.
pub fn size(document: &Document, section: &Section, ruler: &Ruler) -> Option<f32> {
    let most = section.pages?;
    let mut sizes = sizes(document).iter().copied();
    sizes.find(|size| fits(&set_at(document, section, 0, (ruler, *size)), most))
}

/// The sizes in which a section of `document` is tried, the largest first.
const fn sizes(document: &Document) -> &'static [f32] {
    match (document.large, document.format, document.plain) {
        (true, Format::A6, _) => &NINE_ON_CARDS,
        (true, ..) => &NINE,
        (false, _, true) => &LARGE,
        (false, _, false) => &STEPS,
    }
}

/// The units of `section` in letters of `scale`.
fn set_at(document: &Document, section: &Section, tables: usize, (ruler, scale): (&Ruler, f32)) -> Fitted {
    let mut setter = Setter {
        ruler,
        document,
        scale,
        tables,
        heads: Vec::new(),
    };
    let units = setter.blocks(&section.blocks, ROOM);
    Fitted {
        units,
        heads: setter.heads,
        tables: setter.tables,
    }
}

/// True where `set` takes `most` pages at most.
fn fits(set: &Fitted, most: usize) -> bool {
    let places = places(&set.units, &set.heads);
    places.last().map_or(0, |(page, _)| *page) < most
}

/// The units of `section` in the largest size that fits; its tables are counted on from `tables`.
fn fitted(document: &Document, section: &Section, tables: usize, ruler: &Ruler) -> Fitted {
    let at = |scale: f32| set_at(document, section, tables, (ruler, scale));
    let sizes = sizes(document);
    let smallest = sizes.last().copied().unwrap_or(1.0);
    let Some(most) = section.pages else {
        return at(if document.large { smallest } else { 1.0 });
    };
    let found = sizes.iter().copied().map(at).find(|set| fits(set, most));
    found.unwrap_or_else(|| at(smallest))
}

/// Page and top of each unit.
fn places(units: &[Unit], heads: &[Unit]) -> Vec<(usize, f32)> {
    let mut places = Vec::with_capacity(units.len());
    let (mut page, mut top, mut fresh) = (0, TOP, true);
    for (at, unit) in units.iter().enumerate() {
        let gap = if fresh { 0.0 } else { unit.gap };
        if !fresh && top + gap + kept(units, at) > HEIGHT - BOTTOM {
            (page, top, fresh) = (page + 1, TOP, true);
        }
        if fresh && let Some(head) = unit.heads.and_then(|head| heads.get(head)) {
            top += head.height;
        }
        top += if fresh { 0.0 } else { unit.gap };
        places.push((page, top));
        top += unit.height;
        fresh = false;
        if unit.ends {
            (page, top, fresh) = (page + 1, TOP, true);
        }
    }
    places
}

/// Height of a unit and of what has to stay with it.
fn kept(units: &[Unit], at: usize) -> f32 {
    let mut height = 0.0;
    for (place, unit) in units.iter().enumerate().skip(at) {
        height += unit.height + if place > at { unit.gap } else { 0.0 };
        if !unit.keep {
            break;
        }
    }
    // What is higher than a page stands where it is.
    if height > HEIGHT - TOP - BOTTOM {
        units.get(at).map_or(0.0, |unit| unit.height)
    } else {
        height
    }
}

fn filled(units: Vec<Unit>, heads: &[Unit]) -> Vec<Page> {
    let places = places(&units, heads);
    let mut pages: Vec<Page> = Vec::new();
    for (unit, (page, top)) in units.into_iter().zip(places) {
        let is_new = page >= pages.len();
        pages.resize(pages.len().max(page + 1), Page::default());
        let Some(page) = pages.get_mut(page) else { continue };
        if is_new && let Some(head) = unit.heads.and_then(|head| heads.get(head)) {
            let anew = head.elements.iter().cloned().map(|element| Element {
                role: Role::Ornament,
                ..element.moved(SIDE, top - head.height)
            });
            page.elements.extend(anew);
        }
        let elements = unit.elements.into_iter();
        page.elements
            .extend(elements.map(|element| element.moved(SIDE, top)));
    }
    if pages.is_empty() {
        pages.push(Page::default());
    }
    pages
}

/// Sentence and number at the foot of a page.
fn foot(document: &Document, ruler: &Ruler, (number, count): (usize, usize)) -> Element {
    let soft = ink(document, document.palette.soft);
    let size = if document.large {
        9.0 / document.format.scale().min(1.0)
    } else {
        7.0
    };
    let is_card = document.format == Format::A6;
    let y = HEIGHT - if is_card { 16.0 } else { 26.0 };
    let above = y - size * 1.2 - 2.6;
    let mut foot = Element::new(Role::Ornament);
    let rule = hairline(document);
    foot.ops
        .push(Op::line([SIDE, above], [WIDTH - SIDE, above], 0.5, rule));
    let words = |at, text: String| Op::Words {
        at,
        text,
        size,
        weight: Weight::Regular,
        rgb: soft,
    };
    foot.ops.push(words([SIDE, y], flat(&document.foot)));
    let number = format!("{number} / {count}");
    let left = WIDTH - SIDE - ruler.width(&number, Weight::Regular, size);
    foot.ops.push(words([left, y], number));
    foot
}

/// The colour of rules that part.
const fn hairline(document: &Document) -> Rgb {
    if document.plain {
        [150; 3]
    } else {
        document.palette.hairline
    }
}

/// `rgb`, black where the document is black on white.
fn ink(document: &Document, rgb: Rgb) -> Rgb {
    if document.plain { [0, 0, 0] } else { rgb }
}

impl Setter<'_> {
    /// `rgb`, black where the document is black on white.
    fn ink(&self, rgb: Rgb) -> Rgb {
        ink(self.document, rgb)
    }

    /// The colour of rules that part.
    const fn hair(&self) -> Rgb {
        hairline(self.document)
    }

    /// Text of `size` points at full size.
    fn style(&self, size: f32, weight: Weight, rgb: Rgb) -> Style {
        Style {
            size: size * self.scale,
            weight,
            rgb: self.ink(rgb),
            second: self.ink(self.document.palette.soft),
        }
    }

    fn body(&self) -> Style {
        self.style(8.8, Weight::Regular, self.document.palette.ink)
    }

    fn strong(&self) -> Style {
        self.style(8.8, Weight::Medium, self.document.palette.ink)
    }

    fn small(&self) -> Style {
        self.style(7.4, Weight::Regular, self.document.palette.soft)
    }
}
