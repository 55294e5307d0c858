//! What an edit puts in place of what, in both languages: the part of a step's name that says from where to where.
//!
//! Invariant: every edit that sets a value says both values; what adds, takes out, copies or pins has its name alone.

mod pathway;
mod product;

use super::{Edit, MoneyEdit, PlaceEdit};
use crate::data::Library;
use crate::model::{Column, Currency, Estimate, Name, PlaceId, Project};
use crate::text::names::Names;
use crate::text::number::NOTHING;
use crate::text::{CommonMsg, CompareMsg, Lang, StepMsg, number};

/// The value before and the value after `edit` of `project`; none where it sets no value.
pub(super) fn values(edit: &Edit, project: &Project) -> Option<[Name; 2]> {
    match edit {
        Edit::Product(change) => product::of_product(change, project),
        Edit::Variant { variant, change } => product::of_variant(change, project.variant(*variant)?),
        Edit::Part { part, change } => product::of_part(change, part, project),
        Edit::Fibre { part, line, change } => {
            let part = project.product.parts.iter().find(|own| &own.id == part)?;
            product::of_fibre(change, part, *line, project)
        }
        Edit::Pathway { pathway, change } => pathway::of_pathway(change, pathway, project),
        Edit::Stage {
            pathway,
            stage,
            change,
        } => pathway::of_stage(change, (pathway, stage), project),
        Edit::Link {
            pathway,
            stage,
            to,
            change,
        } => pathway::of_link(change, (pathway, stage, to), project),
        edit => of_project(edit, project),
    }
}

/// Of what belongs to the project as a whole.
fn of_project(edit: &Edit, project: &Project) -> Option<[Name; 2]> {
    let plain = |value: f64| said(|lang| number::figure(value, None, lang));
    match edit {
        Edit::SetCompared(columns) => {
            Some([&project.compared, columns].map(|columns| columns_words(columns, project)))
        }
        Edit::SetOverride { factor, figure, .. } => {
            let own = project.overrides.get(factor).map(|own| own.figure.value);
            let library = || Some(Library::builtin().factor(factor.as_str())?.figure.value);
            Some([own.or_else(library)?, figure.value].map(plain))
        }
        Edit::RemoveOverride(factor) => {
            let own = project.overrides.get(factor)?.figure.value;
            let library = Library::builtin().factor(factor.as_str())?.figure.value;
            Some([own, library].map(plain))
        }
        Edit::SetMultiplier { activity, value, .. } => {
            let before = project.multipliers.get(activity).map(|own| own.value);
            Some([before.map_or_else(nothing, plain), plain(*value)])
        }
        Edit::Money(change) => of_money(change, project),
        Edit::Place { place, change } => of_place(change, place, project),
        Edit::SetHome(place) => Some([&project.home, place].map(|place| match place {
            Some(place) => named(project, |names| names.place(place)),
            None => said(|lang| CompareMsg::HomeOfStart.text(lang).to_owned()),
        })),
        Edit::CountLaundering(counts) => Some([project.count_laundering, *counts].map(|counts| {
            let word = if counts {
                StepMsg::Counted
            } else {
                StepMsg::NotCounted
            };
            said(|lang| word.text(lang).to_owned())
        })),
        Edit::SetGroup(group) => Some([&project.group, group].map(|group| match group.trim() {
            "" => nothing(),
            group => said(|_| group.to_owned()),
        })),
        Edit::SetSeed(seed) => Some([project.seed, *seed].map(|seed| said(|_| seed.to_string()))),
        _ => None,
    }
}

/// Of a price, a rate, or the currency that sums are converted into.
fn of_money(change: &MoneyEdit, project: &Project) -> Option<[Name; 2]> {
    let money = &project.money;
    let amount = |figure: &Estimate, currency: &str| {
        let (figure, currency) = (*figure, currency.trim().to_uppercase());
        said(|lang| number::with_unit(&estimate(figure), &currency, lang))
    };
    match change {
        MoneyEdit::SetPrice {
            price,
            figure,
            currency,
            ..
        } => {
            let before = money.prices.get(price);
            let before = before.map(|own| amount(&own.figure, &own.currency.to_string()));
            Some([before.unwrap_or_else(nothing), amount(figure, currency)])
        }
        MoneyEdit::SetRate { of, into, value, .. } => {
            let pair = (Currency::new(of.trim())?, Currency::new(into.trim())?);
            let plain = |value: f64| said(|_| number::typed(value));
            let before = money.rates.get(&pair).map(|rate| plain(rate.value));
            Some([before.unwrap_or_else(nothing), plain(*value)])
        }
        MoneyEdit::ConvertInto(letters) => {
            let before = money.into.map(|own| said(|_| own.to_string()));
            let after = Currency::new(letters.trim()).map(|new| said(|_| new.to_string()));
            Some([before, after].map(|value| value.unwrap_or_else(nothing)))
        }
        MoneyEdit::RemovePrice(_) | MoneyEdit::RemoveRate(_) => None,
    }
}

/// A price as it was typed, with its range.
fn estimate(figure: Estimate) -> String {
    let value = number::typed(figure.value);
    match figure.range {
        Some((low, high)) => format!("{value} ({}–{})", number::typed(low), number::typed(high)),
        None => value,
    }
}

/// Of an own place: its name, or the place around it.
fn of_place(change: &PlaceEdit, place: &PlaceId, project: &Project) -> Option<[Name; 2]> {
    match change {
        PlaceEdit::Rename(name) => Some([project.places.get(place)?.clone(), name.clone()]),
        PlaceEdit::MoveInto(around) => {
            Some([&place.around()?, around].map(|place| named(project, |names| names.place(place))))
        }
        PlaceEdit::Remove => None,
    }
}

fn columns_words(columns: &[Column], project: &Project) -> Name {
    named(project, |names| {
        let columns: Vec<String> = columns.iter().map(|column| names.column(column)).collect();
        columns.join(names.lang.comma())
    })
}

fn said(say: impl Fn(Lang) -> String) -> Name {
    Name::new(say(Lang::En), say(Lang::Zh))
}

/// What `say` says with the names of `project`, in both languages.
fn named(project: &Project, say: impl Fn(&Names<'_>) -> String) -> Name {
    let names = |lang| Names {
        project,
        library: Library::builtin(),
        lang,
    };
    said(|lang| say(&names(lang)))
}

fn word(message: CommonMsg) -> Name {
    said(|lang| message.text(lang).to_owned())
}

/// Where there is no value.
fn nothing() -> Name {
    said(|_| NOTHING.to_owned())
}

/// A text as it was typed; a dash where it is empty.
fn text(words: &str) -> Name {
    if words.is_empty() {
        nothing()
    } else {
        said(|_| words.to_owned())
    }
}

fn share(share: f64) -> Name {
    said(|lang| number::share(share, lang))
}

/// A name before and after it is set in one language: both languages say what changed, for only one may have.
fn renamed(before: &Name, lang: Lang, typed: &str) -> [Name; 2] {
    let after = before.with(lang, typed);
    let show = |of: Lang, name: &Name| {
        let same = before.get(of) == after.get(of);
        let shown = name.get(if same { lang } else { of });
        if shown.is_empty() {
            NOTHING.to_owned()
        } else {
            shown.to_owned()
        }
    };
    [before, &after].map(|name| said(|of| show(of, name)))
}

/// A figure, or the word for where it comes from while none is set.
fn maybe(figure: Option<Estimate>, without: CommonMsg) -> Name {
    figure.map_or_else(
        || word(without),
        |figure| said(|lang| number::figure(figure.value, None, lang)),
    )
}

/// A place in a list, counted from 1.
fn place(at: usize) -> Name {
    said(|_| (at + 1).to_string())
}
