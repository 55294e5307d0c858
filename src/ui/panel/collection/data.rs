//! What the page of many products says: words and numbers of lines, totals and charts.

use crate::collection::shown::{By, untaken_kg};
use crate::collection::{Collection, FIGURES, Listed, Series, Status, WaySums};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::model::{ActivityId, KindId, PlaceId};
use crate::text::{CollectionMsg, Lang, number};
use crate::uncertainty::band;

/// The figures of the columns, by their places among [`FIGURES`].
pub const SHOWN: [PathwayFigure; 4] = [
    PathwayFigure::OutflowRecycled,
    PathwayFigure::Mci,
    PathwayFigure::Gained,
    PathwayFigure::Lost,
];

/// One column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Style number.
    Style,
    /// Kind of garment.
    Kind,
    /// Each line's own pathway, in place of the kind.
    Way,
    /// Mass of a piece.
    Mass,
    /// Pieces a year.
    Pieces,
    /// Mass of a year that nothing takes.
    Untaken,
    /// A figure on the pathway.
    Figure(PathwayFigure),
}

impl Column {
    /// All columns of `all` on the pathway at `way`, in their order.
    pub fn all(all: &Collection, way: usize) -> Vec<Self> {
        let second = if all.is_own(way) { Self::Way } else { Self::Kind };
        let first = [Self::Style, second, Self::Mass, Self::Pieces, Self::Untaken];
        first.into_iter().chain(SHOWN.map(Self::Figure)).collect()
    }

    /// Its heading.
    pub fn head(self, lang: Lang) -> String {
        let message = match self {
            Self::Style => CollectionMsg::Style,
            Self::Kind => CollectionMsg::Kind,
            Self::Way => CollectionMsg::Way,
            Self::Mass => CollectionMsg::Mass,
            Self::Pieces => CollectionMsg::Pieces,
            Self::Untaken => CollectionMsg::Untaken,
            Self::Figure(figure) => return figure.head(lang),
        };
        message.head(lang).to_owned()
    }

    /// What lines are put in order by where its heading is clicked.
    pub fn by(self) -> By {
        match self {
            Self::Style => By::Style,
            Self::Kind => By::Kind,
            Self::Way => By::Way,
            Self::Mass => By::Mass,
            Self::Pieces => By::Pieces,
            Self::Untaken => By::Untaken,
            Self::Figure(figure) => By::Figure(place(figure)),
        }
    }

    /// What it says of `line`, one of `all`, on the pathway at `way`.
    pub fn cell(self, (all, line): (&Collection, &Listed), way: usize, lang: Lang) -> String {
        if line.status == Status::Bad && !matches!(self, Self::Style) {
            return if matches!(self, Self::Kind | Self::Way) {
                line.note.clone()
            } else {
                number::NOTHING.to_owned()
            };
        }
        match self {
            Self::Style => line.style.clone(),
            Self::Kind => kind(&line.kind, lang),
            Self::Way => {
                let own = all.way_of(line, way);
                own.map_or(number::NOTHING, |own| own.name.get(lang)).to_owned()
            }
            Self::Mass => number::grams(line.kg, lang),
            Self::Pieces => number::thousands(&format!("{:.0}", line.pieces), lang),
            Self::Untaken => tonnes(untaken_kg(line, way), lang),
            Self::Figure(figure) => figure.form().text(line.value(way, figure), lang),
        }
    }
}

/// The place of a figure among [`FIGURES`].
pub fn place(figure: PathwayFigure) -> usize {
    FIGURES.iter().position(|known| *known == figure).unwrap_or(0)
}

/// The name of a kind of garment.
pub fn kind(id: &str, lang: Lang) -> String {
    let known = Library::builtin().kind(&KindId::from(id));
    known.map_or_else(|| id.to_owned(), |kind| kind.name.get(lang).to_owned())
}

/// A mass of a year: kilograms, from a tonne on tonnes.
pub fn tonnes(kg: f64, lang: Lang) -> String {
    if !kg.is_finite() {
        return number::NOTHING.to_owned();
    }
    let (value, unit) = if kg >= 1000.0 {
        (kg / 1000.0, "t")
    } else {
        (kg, "kg")
    };
    let unit = crate::text::units::unit(unit, lang);
    number::with_unit(&number::rough(value, lang), &unit, lang)
}

/// How far the reckoning is.
pub fn progress(done: u64, all: Option<u64>, lang: Lang) -> String {
    let whole = |count: u64| number::thousands(&count.to_string(), lang);
    let done = whole(done);
    lang.lines(|lang| match all {
        Some(all) => CollectionMsg::Progress.with(lang, &[("done", &done), ("all", &whole(all))]),
        None => CollectionMsg::ProgressOpen.with(lang, &[("done", &done)]),
    })
}

/// One line of the totals: what it is, its hours, and their range where they were drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// Kind of work and place, or a side as a whole.
    pub name: String,
    /// Hours of a year, signed.
    pub hours: f64,
    /// As they read.
    pub value: String,
    /// Their range; empty without draws.
    pub range: String,
}

fn total(name: String, series: &Series, lang: Lang) -> Total {
    let form = PathwayFigure::Net.form();
    let range = band(&mut series.draws.clone()).filter(|band| band.p5 < band.p95);
    Total {
        name,
        hours: series.central,
        value: form.text(series.central, lang),
        range: range.map_or_else(String::new, |band| {
            form.bare_range(series.central, (band.p5, band.p95), lang)
        }),
    }
}

/// Hours gained and lost, then by work and place, the largest first; lines under a thousandth of the largest are left out.
pub fn totals(way: &WaySums, lang: Lang) -> Vec<Total> {
    let library = Library::builtin();
    let head = |figure: PathwayFigure| figure.text(lang).to_owned();
    let lost = Series {
        central: -way.lost_h.central,
        draws: way.lost_h.draws.iter().map(|hours| -hours).collect(),
    };
    let sides = [
        total(head(PathwayFigure::Gained), &way.gained_h, lang),
        total(head(PathwayFigure::Lost), &lost, lang),
    ];
    let mut lines = Vec::new();
    for (activity, places) in &way.work_h {
        let known = library.activity(&ActivityId::from(activity.as_str()));
        let activity = known.map_or(activity.as_str(), |activity| activity.name.get(lang));
        for (place, hours) in places {
            let known = library.place(&PlaceId::from(place.as_str()));
            let place = known.map_or(place.as_str(), |place| place.name.get(lang));
            let name = CollectionMsg::LineOf.with(lang, &[("activity", activity), ("place", place)]);
            lines.push(total(name, hours, lang));
        }
    }
    lines.sort_by(|a, b| b.hours.abs().total_cmp(&a.hours.abs()));
    let largest = lines.first().map_or(0.0, |line| line.hours.abs());
    lines.retain(|line| line.hours.abs() >= largest * 1e-3 && line.hours.abs() > 0.0);
    sides.into_iter().chain(lines).collect()
}

/// The kinds of garment that occur, each once, by their names.
pub fn kinds(all: &Collection, lang: Lang) -> Vec<(String, String)> {
    let ids: std::collections::BTreeSet<&str> = all.lines.iter().map(|line| line.kind.as_str()).collect();
    let named = ids.into_iter().filter(|id| !id.is_empty());
    let mut named: Vec<(String, String)> = named.map(|id| (id.to_owned(), kind(id, lang))).collect();
    named.sort_by(|a, b| a.1.cmp(&b.1));
    named
}
