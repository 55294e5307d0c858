//! A difference in words: the sentence above, one for each driver, and the rows of the waterfall.

use super::{Driver, Why, WhyError};
use crate::figure::PathwayFigure;
use crate::text::names::Names;
use crate::text::{Lang, WhyMsg, notices};

/// The names of the two sides in one language.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// Side A.
    pub a: &'a str,
    /// Side B.
    pub b: &'a str,
    /// The language.
    pub lang: Lang,
}

/// A difference step by step, from side A to side B.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    /// What differs, by how much, and the driver that weighs most.
    pub headline: String,
    /// Side A as a whole: from 0 to its value.
    pub start: WaterfallRow,
    /// The drivers that have a part in it, the largest first; each begins where the one before ends.
    pub rows: Vec<WaterfallRow>,
    /// Side B as a whole: from 0 to its value.
    pub end: WaterfallRow,
    /// What has no part in it, what was counted together, and that it is an estimate.
    pub notes: Vec<String>,
}

/// One bar of a waterfall.
#[derive(Debug, Clone, PartialEq)]
pub struct WaterfallRow {
    /// The driver or the side.
    pub label: String,
    /// Where the bar begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The change as text with its sign; of a side its value.
    pub share: String,
    /// The row as a sentence.
    pub text: String,
}

/// The waterfall of `why`.
pub fn waterfall(why: &Why, named: Named<'_>) -> Waterfall {
    let lang = named.lang;
    let (part, none): (Vec<_>, Vec<_>) = why.shares.iter().partition(|(_, share)| weighs(why, *share));
    let mut from = why.a;
    let row = |(driver, share): &(Driver, f64)| {
        let begin = from;
        from += share;
        row(why, *driver, *share, begin, lang)
    };
    let rows: Vec<WaterfallRow> = part.iter().map(row).collect();
    let mut notes = Vec::with_capacity(3);
    if !none.is_empty() {
        notes.push(no_part(&none, lang));
    }
    if why.tied {
        notes.push(WhyMsg::Tied.text(lang).to_owned());
    }
    notes.push(WhyMsg::Estimate.text(lang).to_owned());
    Waterfall {
        headline: headline(why, &part, named),
        start: whole(why, named.a, why.a, lang),
        rows,
        end: whole(why, named.b, why.b, lang),
        notes,
    }
}

/// True where a share is more than rounding.
fn weighs(why: &Why, share: f64) -> bool {
    share.abs() > 1e-12_f64.max(1e-9 * why.a.abs().max(why.b.abs()))
}

fn row(why: &Why, driver: Driver, share: f64, from: f64, lang: Lang) -> WaterfallRow {
    let label = WhyMsg::from(driver).text(lang).to_owned();
    let change = why.figure.form().change(share, lang);
    let text = sentence(driver).with(lang, &[("driver", &label), ("share", &change)]);
    WaterfallRow {
        label,
        from,
        to: from + share,
        share: change,
        text,
    }
}

fn whole(why: &Why, name: &str, value: f64, lang: Lang) -> WaterfallRow {
    let share = why.figure.form().text(value, lang);
    let text = match lang {
        Lang::En => format!("{name}: {share}"),
        Lang::Zh | Lang::Both => format!("{name}：{share}"),
    };
    WaterfallRow {
        label: name.to_owned(),
        from: 0.0,
        to: value,
        share,
        text,
    }
}

fn headline(why: &Why, part: &[(Driver, f64)], named: Named<'_>) -> String {
    let lang = named.lang;
    let form = why.figure.form();
    let (from, to) = (form.text(why.a, lang), form.text(why.b, lang));
    let message = match part {
        [] => WhyMsg::HeadSame,
        [_] => WhyMsg::HeadAlone,
        _ if !weighs(why, why.b - why.a) => WhyMsg::HeadCancel,
        _ => WhyMsg::Head,
    };
    // A driver against the direction of the change explains nothing of it, however large.
    let difference = why.b - why.a;
    let with_it = part.iter().find(|(_, share)| share * difference > 0.0);
    let (driver, share) =
        with_it
            .or(part.first())
            .map_or((String::new(), String::new()), |(driver, share)| {
                let driver = WhyMsg::from(*driver).text(lang);
                (driver.to_owned(), why.figure.form().change(*share, lang))
            });
    message.with(
        lang,
        &[
            ("indicator", &name(why.figure, lang)),
            ("a", named.a),
            ("b", named.b),
            ("from", &from),
            ("to", &to),
            ("driver", &driver),
            ("share", &share),
        ],
    )
}

fn no_part(none: &[(Driver, f64)], lang: Lang) -> String {
    let mut drivers: Vec<Driver> = none.iter().map(|(driver, _)| *driver).collect();
    drivers.sort_unstable();
    let names = drivers.iter().map(|driver| {
        let name = WhyMsg::from(*driver).text(lang);
        name.to_lowercase()
    });
    let comma = lang.comma();
    let names = names.collect::<Vec<_>>().join(comma);
    WhyMsg::NoPart.with(lang, &[("drivers", &names)])
}

const fn sentence(driver: Driver) -> WhyMsg {
    match driver {
        Driver::MaterialsIn => WhyMsg::ByMaterialsIn,
        Driver::Losses => WhyMsg::ByLosses,
        Driver::Lifetime => WhyMsg::ByLifetime,
        Driver::Collection => WhyMsg::ByCollection,
        Driver::SortingSplit => WhyMsg::BySortingSplit,
        Driver::Gates => WhyMsg::ByGates,
        Driver::Yields => WhyMsg::ByYields,
        Driver::Displacement => WhyMsg::ByDisplacement,
        Driver::LabourFactors => WhyMsg::ByLabourFactors,
    }
}

impl From<Driver> for WhyMsg {
    fn from(driver: Driver) -> Self {
        match driver {
            Driver::MaterialsIn => Self::MaterialsIn,
            Driver::Losses => Self::Losses,
            Driver::Lifetime => Self::Lifetime,
            Driver::Collection => Self::Collection,
            Driver::SortingSplit => Self::SortingSplit,
            Driver::Gates => Self::Gates,
            Driver::Yields => Self::Yields,
            Driver::Displacement => Self::Displacement,
            Driver::LabourFactors => Self::LabourFactors,
        }
    }
}

/// The name of a figure, with what it is counted for.
fn name(figure: PathwayFigure, lang: Lang) -> String {
    let name = figure.text(lang);
    if figure.form().is_hours() {
        WhyMsg::PerThousand.with(lang, &[("name", name)])
    } else {
        name.to_owned()
    }
}

/// Why a difference cannot be shared out, and what to do.
pub fn error_words(error: &WhyError, figure: PathwayFigure, names: &Names<'_>) -> String {
    let lang = names.lang;
    match error {
        WhyError::UnknownPathway => WhyMsg::UnknownPathway.text(lang).to_owned(),
        WhyError::Flow(error) => notices::flow_error(error, names, None),
        WhyError::NoValue => WhyMsg::NoValue.with(lang, &[("indicator", &name(figure, lang))]),
    }
}
