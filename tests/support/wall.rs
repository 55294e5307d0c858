//! The wall: the window laid out at any page, language, size and zoom, and what is wrong with its texts as laid out;
//! nothing is painted.

use super::window::{options, window_over};
use egui::epaint::text::PlacedRow;
use egui::{Galley, Rect, Shape};
use egui_kittest::Harness;
use reloom::app::App;
use reloom::app::files::example;
use reloom::app::pages::PAGES;
use reloom::app::preferences::Preferences;
use reloom::job::{Uncertain, uncertain};
use reloom::text::Lang;
use reloom::text::pairs::{Pairs, is_chinese};
use reloom::ui::collecting::Collecting;
use reloom::ui::improving::{Improve, Look};
use reloom::ui::view::{Aspect, Command, Page};
use std::sync::Arc;

/// A text as it is drawn: its words, where they lie, and what is seen of them.
pub struct Drawn {
    pub galley: Arc<Galley>,
    pub place: Rect,
    pub clip: Rect,
}

impl Drawn {
    pub fn text(&self) -> &str {
        self.galley.text()
    }

    fn seen(&self) -> Rect {
        self.place.intersect(self.clip)
    }
}

/// Every text of the last frame.
pub fn texts<State>(h: &Harness<'_, State>) -> Vec<Drawn> {
    let mut found = Vec::new();
    for clipped in &h.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Drawn>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
        Shape::Text(text) if text.opacity_factor > 0.0 => found.push(Drawn {
            galley: Arc::clone(&text.galley),
            place: text.galley.mesh_bounds.translate(text.pos.to_vec2()),
            clip,
        }),
        _ => {}
    }
}

/// What is elided, cut at a side, lies on something else, runs down the page or breaks a line where none may end.
pub fn findings<State>(h: &Harness<'_, State>, size: [f32; 2]) -> Vec<String> {
    let window = Rect::from_min_size(egui::Pos2::ZERO, size.into());
    let drawn: Vec<Drawn> = texts(h)
        .into_iter()
        .filter(|text| text.seen().is_positive() && !text.text().trim().is_empty())
        .collect();
    let mut found = Vec::new();
    for (at, text) in drawn.iter().enumerate() {
        let words = text.text();
        if text.galley.elided {
            found.push(format!("elided: {words:?}"));
        }
        let (place, clip) = (text.place, text.clip.intersect(window));
        if place.left() < clip.left() - 1.0 || place.right() > clip.right() + 1.0 {
            found.push(format!("cut at the side: {words:?} {place:?} in {clip:?}"));
        }
        found.extend(line_faults(&text.galley));
        for other in drawn.iter().skip(at + 1) {
            let common = text.seen().intersect(other.seen());
            if common.width() > 2.0 && common.height() > 2.0 {
                found.push(format!("{words:?} lies on {:?}", other.text()));
            }
        }
    }
    found
}

/// True for words in English: two letters one after the other that are no unit and no abbreviation.
pub fn is_english(words: &str) -> bool {
    let mut words = words.split(|letter: char| !letter.is_ascii_alphabetic());
    words.any(|word| {
        word.len() > 1 && word.chars().any(|letter| letter.is_ascii_lowercase()) && !UNITS.contains(&word)
    })
}

const UNITS: [&str; 7] = ["kg", "kt", "mm", "cm", "kWh", "MiB", "Ctrl"];

/// Every text seen that holds Chinese without English in itself, close beside it, or in a sentence beneath it.
pub fn in_one_language(h: &Harness<'_, App>) -> Vec<String> {
    let session = h.state().session();
    let pairs = Pairs::of(session.project(), session.library());
    let drawn: Vec<Drawn> = texts(h)
        .into_iter()
        .filter(|text| text.seen().is_positive())
        .collect();
    let plain = |words: &str| -> String {
        let letters = words.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let english = |text: &Drawn| is_english(text.text()) || is_unit(text.text());
    let only_english = |text: &Drawn| !is_chinese(text.text()) && english(text);
    let beside = |text: &Drawn| {
        let near = text.place.expand2(egui::vec2(12.0, 6.0));
        drawn
            .iter()
            .any(|other| other.place.intersects(near) && only_english(other))
    };
    // Lines of one label stand beneath one another, each a text of its own.
    let in_lines = |text: &Drawn| {
        let mut here = text;
        for _ in 0..6 {
            let next = drawn.iter().find(|other| {
                let step = other.place.top() - here.place.top();
                (other.place.left() - here.place.left()).abs() < 3.0 && (8.0..24.0).contains(&step)
            });
            match next {
                Some(next) if english(next) => return true,
                Some(next) => here = next,
                None => return false,
            }
        }
        false
    };
    // A sentence of several texts is followed by its English.
    let followed = |text: &Drawn| {
        let says = pairs.english(&text.text().replace('\n', ""));
        let Some(says) = says.map(|words| plain(&words)) else {
            return false;
        };
        let is_after = |other: &&Drawn| {
            other.clip == text.clip && (0.0..200.0).contains(&(other.place.top() - text.place.top()))
        };
        let mut after: Vec<&Drawn> = drawn
            .iter()
            .filter(is_after)
            .filter(|other| !is_chinese(other.text()))
            .collect();
        after.sort_by(|a, b| {
            let line = |text: &Drawn| (text.place.center().y / 8.0).round();
            line(a)
                .total_cmp(&line(b))
                .then(a.place.left().total_cmp(&b.place.left()))
        });
        let all: String = after.into_iter().map(|other| plain(other.text())).collect();
        all.contains(&says)
    };
    drawn
        .iter()
        .filter(|text| is_chinese(text.text()) && !english(text))
        .filter(|text| !beside(text) && !in_lines(text) && !followed(text))
        .map(|text| text.text().to_owned())
        .collect()
}

/// True for a figure whose English is a sign alone.
fn is_unit(words: &str) -> bool {
    let mut words = words.split([' ', '\n', '\u{2002}', '\u{202F}']);
    words.any(|word| ["h", "FTE", "MCI", "h/1000"].contains(&word))
}

fn letters(row: &PlacedRow) -> String {
    row.row.glyphs.iter().map(|glyph| glyph.chr).collect()
}

/// What is wrong with the lines of one text.
pub fn line_faults(galley: &Galley) -> Vec<String> {
    let rows: Vec<String> = galley.rows.iter().map(letters).collect();
    let words = galley.text();
    let mut found = Vec::new();
    let slits = rows.iter().filter(|row| row.trim().chars().count() == 1).count();
    if rows.len() >= 3 && slits * 2 > rows.len() {
        found.push(format!("one character a line: {words:?}"));
    }
    for pair in rows.windows(2) {
        let (above, below) = (pair[0].trim_end_matches(' '), pair[1].as_str());
        let last = above.chars().next_back().unwrap_or(' ');
        let first = below.chars().next().unwrap_or(' ');
        // A letter alone is a unit, a word that begins with it is none.
        let is_word = below
            .chars()
            .nth(1)
            .is_some_and(|next| next.is_ascii_alphabetic());
        let unit = match first {
            '%' | '工' | '万' | '件' | '次' | '个' | '\u{202F}' => true,
            'g' | 'h' => !is_word,
            _ => false,
        };
        let parts_unit = matches!(last, '\u{202F}' | '\u{A0}') || last.is_ascii_digit() && unit;
        if "（“《【(".contains(last)
            || "）”》】，。、；：％%".contains(first)
            || parts_unit
            || above.ends_with("工时") && first == '/'
            || last == '工' && first == '时'
            || last == '时' && first == '当'
        {
            found.push(format!("line ends {above:?} | {below:?} in {words:?}"));
        }
    }
    found
}

/// A few moves that combine, for pages that show combinations.
pub const FOUR_MOVES: [&str; 4] = [
    "polyester_alone:shell",
    "zip_easily:zipper",
    "sort_finer",
    "take_back",
];

/// What stands in front of the pages.
const FRONTS: [(&str, Command); 3] = [
    ("start", Command::Start),
    ("label", Command::StartLabel),
    ("import", Command::ImportTable),
];
/// How many places there are: every page, every look at the product and at its advice, the charts of the collection, what
/// stands in front of the pages.
const PLACES: usize = PAGES.len() + Aspect::ALL.len() - 1 + Look::ALL.len() - 1 + 1 + FRONTS.len();

/// The charts of the collection, which are come to from its table.
fn charts() -> (String, Command) {
    ("charts".to_owned(), Command::Collecting(Collecting::Charts(true)))
}

/// What the wall goes through, by name, with the command that shows it.
pub fn places() -> Vec<(String, Command)> {
    let pages = PAGES.iter().flat_map(|row| {
        let page = (format!("{:?}", row.page), Command::Show(row.page));
        // The page of the product is come to with its first look, the table of parts.
        let looks = Aspect::ALL
            .into_iter()
            .skip(1)
            .filter(|_| row.page == Page::Product);
        let looks = looks.map(|look| (format!("{look:?}"), Command::ShowAspect(look)));
        // The collection has its charts in place of the table.
        let charts = (row.page == Page::Collection).then(charts);
        std::iter::once(page).chain(looks).chain(charts)
    });
    let together = Look::ALL.into_iter().skip(1);
    let together = together.map(|look| (format!("{look:?}"), Command::Improve(Improve::Look(look))));
    let fronts = FRONTS.map(|(name, command)| (name.to_owned(), command));
    pages.chain(together).chain(fronts).collect()
}

/// Width and height of the window at 100 %.
pub const SIZES: [[f32; 2]; 5] = [
    [1024.0, 768.0],
    [1280.0, 720.0],
    [1440.0, 900.0],
    [1920.0, 1080.0],
    [2560.0, 1600.0],
];
/// Zoom.
pub const ZOOMS: [f32; 3] = [1.0, 1.5, 2.0];

/// One place of the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    pub page: usize,
    pub lang: usize,
    pub size: usize,
    pub zoom: usize,
    pub ranges: usize,
}

impl Spot {
    /// How many values each of the five has.
    pub const COUNTS: [usize; 5] = [PLACES, 3, SIZES.len(), ZOOMS.len(), 2];

    pub const fn of([page, lang, size, zoom, ranges]: [usize; 5]) -> Self {
        Self {
            page,
            lang,
            size,
            zoom,
            ranges,
        }
    }

    pub const fn axes(self) -> [usize; 5] {
        [self.page, self.lang, self.size, self.zoom, self.ranges]
    }

    pub fn name(self) -> String {
        let ranges = if self.ranges == 1 { ", ranges" } else { "" };
        format!(
            "{} {:?} {} wide at {} %{ranges}",
            places()[self.page].0,
            Lang::CHOICES[self.lang],
            SIZES[self.size][0],
            ZOOMS[self.zoom] * 100.0
        )
    }

    fn points(self) -> [f32; 2] {
        SIZES[self.size].map(|length| (length / ZOOMS[self.zoom]).round())
    }
}

/// Every place of the wall.
pub fn all() -> Vec<Spot> {
    let mut spots = vec![[0; 5]];
    for (axis, count) in Spot::COUNTS.into_iter().enumerate() {
        spots = spots
            .into_iter()
            .flat_map(|spot| {
                (0..count).map(move |value| {
                    let mut spot = spot;
                    spot[axis] = value;
                    spot
                })
            })
            .collect();
    }
    spots.into_iter().map(Spot::of).collect()
}

/// `fixed`, and so many places more that every two values of two axes meet somewhere: greedy, always the same.
pub fn pairwise(fixed: &[Spot]) -> Vec<Spot> {
    let pairs = |spot: Spot| {
        let axes = spot.axes();
        (0..5).flat_map(move |a| (a + 1..5).map(move |b| (a, axes[a], b, axes[b])))
    };
    let candidates = all();
    let mut open: std::collections::BTreeSet<_> = candidates.iter().copied().flat_map(pairs).collect();
    let mut chosen = fixed.to_vec();
    for spot in fixed {
        pairs(*spot).for_each(|pair| {
            open.remove(&pair);
        });
    }
    while !open.is_empty() {
        let gain = |spot: &&Spot| pairs(**spot).filter(|pair| open.contains(pair)).count();
        let best = *candidates.iter().max_by_key(gain).unwrap();
        pairs(best).for_each(|pair| {
            open.remove(&pair);
        });
        chosen.push(best);
    }
    chosen
}

/// One window in front of the wall: it changes its page, language, size and ranges in place.
pub struct Walker {
    h: Harness<'static, App>,
}

impl Walker {
    /// The school uniform with four pathways side by side, a few draws at hand, a collection of forty products, nothing moving.
    pub fn new() -> Self {
        let mut preferences = Preferences::in_language(Lang::Zh);
        preferences.still = true;
        let session = example("school_uniform").unwrap().session;
        assert_eq!(session.project().compared.len(), 4);
        let mut h = window_over(options(session, preferences), [1280.0, 720.0]);
        let few = FOUR_MOVES.map(str::to_owned).into();
        let ctx = h.ctx.clone();
        h.state_mut().run(&ctx, Command::Improve(Improve::Combine(few)));
        let drawn = few_draws(h.state());
        h.state_mut().show_draws(vec![drawn]);
        let products = crate::collection::collection_in(Lang::Zh, 40, 20);
        h.state_mut().show_collection("2026春夏款式.csv", products);
        h.state_mut()
            .run(&ctx, Command::Collecting(Collecting::Choose(2)));
        h.run();
        Self { h }
    }

    /// Lays `spot` out; answers what is wrong there.
    pub fn findings(&mut self, spot: Spot) -> Vec<String> {
        let size = spot.points();
        self.h.set_size(size.into());
        self.run(Command::Language(Lang::CHOICES[spot.lang]));
        if self.h.state().preferences().ranges != (spot.ranges == 1) {
            self.run(Command::ToggleRanges);
        }
        // Pages know nothing of each other: each is come to from the table of parts.
        self.run(Command::Improve(Improve::Look(Look::Moves)));
        self.run(Command::Show(Page::Product));
        self.run(Command::ShowAspect(Aspect::Parts));
        self.run(Command::Collecting(Collecting::Charts(false)));
        if places()[spot.page].0 == charts().0 {
            self.run(Command::Show(Page::Collection));
        }
        self.run(places().swap_remove(spot.page).1);
        self.h.run();
        findings(&self.h, size)
    }

    fn run(&mut self, command: Command) {
        let ctx = self.h.ctx.clone();
        self.h.state_mut().run(&ctx, command);
    }
}

/// Bands of a hundred draws, enough to lay their words out.
pub fn few_draws(app: &App) -> Uncertain {
    let session = app.session();
    let variant = session.project().product.variant;
    uncertain((variant, session.assessment()), 1, 100, &|| false)
}
