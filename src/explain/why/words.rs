//! A difference in words: the sentence above, one for each driver, and the rows of the waterfall.

use super::{Driver, Why, WhyError};
use crate::text::names::Names;
use crate::text::{ExplainMsg, Lang, WhyMsg, notices, number};

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
    let change = change(why.indicator, share, lang);
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
    let share = form(why.indicator, value, lang);
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
    let (from, to) = (form(why.indicator, why.a, lang), form(why.indicator, why.b, lang));
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
                (driver.to_owned(), change(why.indicator, *share, lang))
            });
    message.with(
        lang,
        &[
            ("indicator", &indicator_name(why.indicator, lang)),
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
    let comma = if lang.is_chinese() { "、" } else { ", " };
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

/// The value of an indicator with its unit.
fn form(indicator: &str, value: f64, lang: Lang) -> String {
    match indicator {
        "v_kg" | "w_kg" | "v_with_production_kg" | "w_with_production_kg" => number::grams(value, lang),
        "closed_loop_share" => number::share(value, lang),
        "v_g_per_100_wears" | "w_g_per_100_wears" => {
            number::with_unit(&number::figure(value, None, lang), "g", lang)
        }
        "wears" => number::figure(value, None, lang),
        "fte_gained" | "fte_lost" => number::fte(value, lang),
        key if key.ends_with("_h_per_1000") => number::hours(value, lang),
        _ => number::ratio(value, lang),
    }
}

/// A change of an indicator with its sign; a small change of a ratio keeps two digits.
fn change(indicator: &str, value: f64, lang: Lang) -> String {
    let usual = form(indicator, 1.0, lang);
    let is_ratio = usual == number::ratio(1.0, lang) && value.abs() < 0.1;
    number::signed(value, |value| {
        if is_ratio {
            number::rough(value, lang)
        } else {
            form(indicator, value, lang)
        }
    })
}

/// The name of an indicator by its key; the key itself where there is none.
pub fn indicator_name(key: &str, lang: Lang) -> String {
    let explained = match key {
        "mci" => ExplainMsg::Mci,
        "lfi" => ExplainMsg::Lfi,
        "v_kg" => ExplainMsg::V,
        "w_kg" => ExplainMsg::W,
        "x" => ExplainMsg::X,
        "item_uses" => ExplainMsg::ItemUses,
        "material_uses" => ExplainMsg::MaterialUses,
        "wears" => ExplainMsg::Wears,
        "v_g_per_100_wears" => ExplainMsg::VPer100,
        "w_g_per_100_wears" => ExplainMsg::WPer100,
        "garments_avoided_per_piece" => ExplainMsg::GarmentsAvoided,
        "gained_h_per_1000" => ExplainMsg::Gained,
        "lost_h_per_1000" => ExplainMsg::Lost,
        "net_h_per_1000" => ExplainMsg::Net,
        "gross_h_per_1000" => ExplainMsg::Gross,
        "break_even_displacement" => ExplainMsg::BreakEven,
        "fte_gained" => ExplainMsg::FteGained,
        "fte_lost" => ExplainMsg::FteLost,
        _ => return other_name(key, lang),
    };
    let name = explained.text(lang);
    if key.ends_with("_h_per_1000") {
        WhyMsg::PerThousand.with(lang, &[("name", name)])
    } else {
        name.to_owned()
    }
}

fn other_name(key: &str, lang: Lang) -> String {
    let message = match key {
        "item_uses_sd" => WhyMsg::ItemUsesSpread,
        "material_circularity" => WhyMsg::MaterialCircularity,
        "closed_loop_share" => WhyMsg::ClosedLoop,
        "v_with_production_kg" => WhyMsg::VWithProduction,
        "w_with_production_kg" => WhyMsg::WWithProduction,
        _ => return key.to_owned(),
    };
    message.text(lang).to_owned()
}

/// Why a difference cannot be shared out, and what to do; `indicator` is its key.
pub fn error_words(error: &WhyError, indicator: &str, names: &Names<'_>) -> String {
    let lang = names.lang;
    match error {
        WhyError::UnknownPathway => WhyMsg::UnknownPathway.text(lang).to_owned(),
        WhyError::UnknownIndicator => WhyMsg::UnknownIndicator.text(lang).to_owned(),
        WhyError::Flow(error) => notices::flow_error(error, names, None),
        WhyError::NoValue => WhyMsg::NoValue.with(lang, &[("indicator", &indicator_name(indicator, lang))]),
    }
}
