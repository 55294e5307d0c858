//! Values before and after an edit of the product, its variants, parts and fibres.

use super::{maybe, named, nothing, place, renamed, said, share, text, word};
use crate::edit::change::{FibreEdit, PartEdit, ProductEdit, VariantEdit};
use crate::edit::remainder;
use crate::model::{
    Cloth, Feedstock, FibreLine, Finishes, Making, Name, Part, PartId, Price, PricePer, ProcessId, Product,
    Project, Sewing,
};
use crate::quantity::Share;
use crate::text::names::{Names, variant_words};
use crate::text::{CommonMsg, Lang, ProductMsg, count, number};

pub(super) fn of_product(change: &ProductEdit, project: &Project) -> Option<[Name; 2]> {
    let product = &project.product;
    let place = |place| named(project, |names| names.place(place));
    Some(match change {
        ProductEdit::Rename(lang, typed) => renamed(&product.name, *lang, typed),
        ProductEdit::SetKind(kind) => {
            [&product.kind, kind].map(|kind| named(project, |names| names.kind(kind)))
        }
        ProductEdit::SetWears(wears) => {
            [product.wears, *wears].map(|wears| maybe(wears, CommonMsg::Assumption))
        }
        ProductEdit::SetVolume(pieces) => {
            [product.pieces_per_year, *pieces].map(|pieces| said(|lang| count::pieces(pieces.get(), lang)))
        }
        ProductEdit::SetMadeIn(made) => [&product.made_in, made].map(place),
        ProductEdit::SetUsedIn(used) => [&product.used_in, used].map(place),
        ProductEdit::SetSewing(sewing) => [product.sewing, *sewing].map(sewing_words),
        ProductEdit::SetPicture(_) | ProductEdit::SetParts { .. } => return None,
    })
}

fn sewing_words(sewing: Sewing) -> Name {
    let (message, minutes) = match sewing {
        Sewing::Kind => return said(|lang| ProductMsg::SewingOfKind.text(lang).to_owned()),
        Sewing::Minutes(minutes) => (ProductMsg::SewingShort, minutes),
        Sewing::Smv(minutes) => (ProductMsg::SewingShortSmv, minutes),
    };
    said(|lang| message.with(lang, &[("minutes", &number::typed(minutes.value))]))
}

pub(super) fn of_variant(change: &VariantEdit, variant: &Product) -> Option<[Name; 2]> {
    match change {
        VariantEdit::Rename(lang, typed) => Some(renamed(&variant_words(variant), *lang, typed)),
        VariantEdit::Duplicate(_)
        | VariantEdit::DuplicateCompared(_)
        | VariantEdit::TakeInHand
        | VariantEdit::Remove => None,
    }
}

pub(super) fn of_part(change: &PartEdit, id: &PartId, project: &Project) -> Option<[Name; 2]> {
    let parts = &project.product.parts;
    let at = parts.iter().position(|own| &own.id == id)?;
    let part = parts.get(at)?;
    let grams = |kg: f64| said(|lang| number::grams(kg, lang));
    Some(match change {
        PartEdit::Rename(lang, typed) => renamed(&part.name, *lang, typed),
        PartEdit::Move(to) => [at, (*to).min(parts.len() - 1)].map(place),
        PartEdit::SetRole(role) => [part.role, *role].map(|role| word(role.into())),
        PartEdit::SetMass(mass) => [part.mass.get(), mass.get()].map(grams),
        PartEdit::SetCloth(cloth) => cloth_words(part, cloth.as_ref()),
        PartEdit::SetPaper(paper, typed) => [part.papers.text(*paper), typed.as_str()].map(text),
        PartEdit::SetPrice(price) => [part.papers.price, *price].map(price_words),
        PartEdit::SetConstruction(built) => [part.construction, *built].map(|built| word(built.into())),
        PartEdit::SetFinishes(finishes) => [part.finishes, *finishes].map(finishes_words),
        PartEdit::SetRemovable(removable) => {
            [part.removable, *removable].map(|removable| word(removable.into()))
        }
        PartEdit::SetCount(count) => [part.count, *count].map(|count| said(|_| count.to_string())),
        PartEdit::SetCuts(cuts) => [part.cuts, *cuts].map(|cuts| said(|_| cuts.to_string())),
        PartEdit::SetMaking(making) => [&part.making, making].map(|making| making_words(making, project)),
        PartEdit::SetCuttingLoss(loss) => {
            let before = match part.making {
                Making::Cloth { cutting_loss, .. } => cutting_loss,
                Making::Bought => None,
            };
            [before, *loss]
                .map(|loss| loss.map_or_else(|| word(CommonMsg::Assumption), |loss| share(loss.value)))
        }
        PartEdit::SetShares(shares) => {
            let before: Vec<Share> = part.fibres.iter().map(|line| line.share).collect();
            [&before, shares].map(|shares| shares_words(shares))
        }
        PartEdit::SetFibres(lines) => [&part.fibres, lines].map(|lines| fibres_words(lines, project)),
        PartEdit::Duplicate | PartEdit::Remove | PartEdit::SetPicture(_) | PartEdit::AddFibre(_) => {
            return None;
        }
    })
}

/// The mass by cloth; the way in which it is given, where the cloth comes or goes.
fn cloth_words(part: &Part, cloth: Option<&Cloth>) -> [Name; 2] {
    let way = |cloth: Option<&Cloth>| match cloth {
        Some(_) => ProductMsg::GivenArea,
        None => ProductMsg::GivenMass,
    };
    match (&part.cloth, cloth) {
        (Some(_), Some(cloth)) => {
            [part.mass.get(), cloth.kg()].map(|kg| said(|lang| number::grams(kg, lang)))
        }
        (before, after) => {
            [before.as_ref(), after].map(|cloth| said(|lang| way(cloth).text(lang).to_owned()))
        }
    }
}

fn price_words(price: Option<Price>) -> Name {
    let Some(price) = price else { return nothing() };
    let per = match price.per {
        PricePer::Piece => ProductMsg::PerPiece,
        PricePer::Kilogram => ProductMsg::PerKilogram,
        PricePer::Metre => ProductMsg::PerMetre,
        PricePer::SquareMetre => ProductMsg::PerSquareMetre,
    };
    let (amount, currency) = (number::typed(price.amount), price.currency);
    said(|lang| format!("{amount} {currency} {}", per.text(lang)))
}

fn finishes_words(finishes: Finishes) -> Name {
    let all = [
        (finishes.coated, CommonMsg::FinishCoated),
        (finishes.laminated, CommonMsg::FinishLaminated),
        (finishes.printed, CommonMsg::FinishPrinted),
        (finishes.carbon_black, CommonMsg::FinishCarbonBlack),
    ];
    let there: Vec<CommonMsg> = all
        .into_iter()
        .filter_map(|(is, word)| is.then_some(word))
        .collect();
    if there.is_empty() {
        return nothing();
    }
    said(|lang| {
        let words: Vec<&str> = there.iter().map(|word| word.text(lang)).collect();
        words.join(lang.comma())
    })
}

fn making_words(making: &Making, project: &Project) -> Name {
    match making {
        Making::Bought => said(|lang| ProductMsg::MakingBought.text(lang).to_owned()),
        Making::Cloth {
            spinning,
            forming,
            dyeing,
            ..
        } => named(project, |names| {
            let name = |id: &ProcessId| {
                let process = names.library.process(id);
                let name = process.map(|process| process.name.get(names.lang));
                name.unwrap_or(id.as_str()).to_owned()
            };
            let steps = [Some(spinning), forming.as_ref(), dyeing.as_ref()];
            let steps: Vec<String> = steps.into_iter().flatten().map(name).collect();
            steps.join(names.lang.comma())
        }),
    }
}

fn shares_words(shares: &[Share]) -> Name {
    let percents = |lang: Lang| -> Vec<String> {
        let percent = |share: &Share| number::percent(share.get(), lang);
        shares.iter().map(percent).collect()
    };
    said(|lang| percents(lang).join("/"))
}

/// Fibres with their shares, as on a label.
fn fibres_words(lines: &[FibreLine], project: &Project) -> Name {
    named(project, |names| {
        let line = |line: &FibreLine| {
            let share = number::percent(line.share.get(), names.lang);
            format!("{} {share}", names.short_fibre(&line.fibre))
        };
        let lines: Vec<String> = lines.iter().map(line).collect();
        lines.join(names.lang.comma())
    })
}

pub(super) fn of_fibre(change: &FibreEdit, part: &Part, line: usize, project: &Project) -> Option<[Name; 2]> {
    let own = part.fibres.get(line)?;
    match change {
        FibreEdit::Remove => None,
        FibreEdit::SetFibre(fibre) => {
            let name = |names: &Names<'_>, fibre| names.short_fibre(fibre);
            Some([&own.fibre, fibre].map(|fibre| named(project, |names| name(names, fibre))))
        }
        FibreEdit::SetShare(new) => Some([own.share, *new].map(|of| share(of.get()))),
        FibreEdit::FillRemainder => {
            let full = own.share.get() + remainder(&part.fibres).get();
            Some([own.share.get(), full].map(share))
        }
        FibreEdit::SetFeedstock(feedstock) => Some([&own.feedstock, feedstock].map(feedstock_words)),
    }
}

fn feedstock_words(feedstock: &Feedstock) -> Name {
    let all = [
        (feedstock.recycled, ProductMsg::FeedRecycled),
        (feedstock.reused, ProductMsg::FeedReused),
        (feedstock.sustained, ProductMsg::FeedSustained),
    ];
    let stated: Vec<_> = all.into_iter().filter(|(share, _)| !share.is_zero()).collect();
    said(|lang| {
        if stated.is_empty() {
            return ProductMsg::FeedVirgin.text(lang).to_owned();
        }
        let say =
            |(of, word): &(Share, ProductMsg)| word.with(lang, &[("share", &number::share(of.get(), lang))]);
        let mut words: Vec<String> = stated.iter().map(say).collect();
        if !feedstock.recycled.is_zero() {
            words.push(CommonMsg::from(feedstock.origin).text(lang).to_owned());
        }
        words.join(lang.comma())
    })
}
