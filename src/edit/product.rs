//! Edits of the product, its parts and their fibres.

use super::change::{FibreEdit, PartEdit, ProductEdit};
use super::figure;
use super::words::{about, copy_words};
use super::{EditError, fibres, slug};
use crate::data::Library;
use crate::model::{
    Assumed, Cloth, Estimate, Feedstock, FibreId, FibreLine, KindId, Making, Origin, Part, PartId, Price,
    Product, Project, Sewing,
};
use crate::project_file::cloth_figures;
use crate::quantity::{Mass, Quantity, Share};
use crate::text::StepMsg;
use std::collections::BTreeSet;

/// Changes the variant in hand as a whole; its name is that of all variants.
pub fn change_product(project: &mut Project, change: &ProductEdit) -> Result<(), EditError> {
    let product = &mut project.product;
    match change {
        ProductEdit::Rename(lang, text) => {
            product.name = product.name.with(*lang, text);
            for other in &mut project.others {
                other.name = other.name.with(*lang, text);
            }
        }
        ProductEdit::SetKind(kind) => product.kind = kind.clone(),
        ProductEdit::SetWears(wears) => {
            figure::check(*wears, Quantity::Wears, || about(StepMsg::Wears, &product.name))?;
            product.wears = *wears;
        }
        ProductEdit::SetVolume(pieces) => {
            product.pieces_per_year = *pieces;
            product.assumed.remove(&Assumed::Volume);
        }
        ProductEdit::SetMadeIn(place) => {
            product.made_in = place.clone();
            product.assumed.remove(&Assumed::MadeIn);
        }
        ProductEdit::SetUsedIn(place) => {
            product.used_in = place.clone();
            product.assumed.remove(&Assumed::UsedIn);
        }
        ProductEdit::SetPicture(picture) => product.picture.clone_from(picture),
        ProductEdit::SetSewing(sewing) => {
            if let Sewing::Minutes(minutes) | Sewing::Smv(minutes) = *sewing {
                let named = || about(StepMsg::SewingMinutes, &product.name);
                figure::check(Some(minutes), Quantity::Hours, named)?;
            }
            product.sewing = *sewing;
        }
        ProductEdit::SetParts { kind, parts, assumed } => set_parts(product, kind, parts, assumed)?,
    }
    Ok(())
}

/// Replaces all parts; checked one by one, and each with an id of its own.
fn set_parts(
    product: &mut Product,
    kind: &KindId,
    parts: &[Part],
    assumed: &BTreeSet<Assumed>,
) -> Result<(), EditError> {
    let is_of_part =
        |mark: &Assumed| matches!(mark, Assumed::Mass(_) | Assumed::Making(_) | Assumed::Finishes(_));
    product.assumed.retain(|mark| !is_of_part(mark));
    product.assumed.extend(assumed.iter().cloned());
    product.kind = kind.clone();
    product.parts.clear();
    parts.iter().try_for_each(|part| add_part(product, part))
}

/// Adds a part at the end.
pub fn add_part(product: &mut Product, part: &Part) -> Result<(), EditError> {
    let mut part = part.clone();
    check_part(&part)?;
    part.id = free_id(product, part.id.as_str(), &part.name.en);
    product.parts.push(part);
    Ok(())
}

fn check_part(part: &Part) -> Result<(), EditError> {
    if part.count == 0 {
        return Err(EditError::Count(part.name.clone()));
    }
    if fibres::exceed(&part.fibres) {
        return Err(EditError::Fibres(part.name.clone()));
    }
    if let Some(cloth) = &part.cloth {
        check_cloth(part, cloth)?;
    }
    for line in &part.fibres {
        check_feedstock(part, &line.feedstock)?;
    }
    check_making(part, &part.making)
}

fn check_making(part: &Part, making: &Making) -> Result<(), EditError> {
    match making {
        Making::Cloth { cutting_loss, .. } => check_loss(part, *cutting_loss),
        Making::Bought => Ok(()),
    }
}

fn check_loss(part: &Part, loss: Option<Estimate>) -> Result<(), EditError> {
    figure::check(loss, Quantity::Loss, || about(StepMsg::CuttingLoss, &part.name))
}

fn check_feedstock(part: &Part, feedstock: &Feedstock) -> Result<(), EditError> {
    let stated = feedstock.recycled.get() + feedstock.reused.get() + feedstock.sustained.get();
    if stated > 1.0 + 1e-9 {
        return Err(EditError::Feedstock(part.name.clone()));
    }
    Ok(())
}

fn free_id(product: &Product, wanted: &str, name: &str) -> PartId {
    let taken = |id: &str| product.parts.iter().any(|part| part.id.as_str() == id);
    slug::unique(wanted, name, "part", taken).into()
}

fn index_of(product: &Product, id: &PartId) -> Result<usize, EditError> {
    let at = product.parts.iter().position(|part| &part.id == id);
    at.ok_or_else(|| EditError::NoPart(id.clone()))
}

fn find<'a>(product: &'a mut Product, id: &PartId) -> Result<&'a mut Part, EditError> {
    let part = product.parts.iter_mut().find(|part| &part.id == id);
    part.ok_or_else(|| EditError::NoPart(id.clone()))
}

/// Changes one part.
pub fn change_part(product: &mut Product, id: &PartId, change: &PartEdit) -> Result<(), EditError> {
    match change {
        PartEdit::Duplicate => return duplicate(product, id),
        PartEdit::Remove => {
            let at = index_of(product, id)?;
            product.parts.remove(at);
            for mark in &marks(id) {
                product.assumed.remove(mark);
            }
        }
        PartEdit::Move(to) => {
            let at = index_of(product, id)?;
            let part = product.parts.remove(at);
            product.parts.insert((*to).min(product.parts.len()), part);
        }
        change => {
            let part = find(product, id)?;
            // Cloth that weighs what was assumed leaves it assumed.
            let weighs_else = matches!(change, PartEdit::SetCloth(Some(cloth)) if !cloth.weighs(part.mass));
            set_part(part, change)?;
            let mass = weighs_else.then(|| Assumed::Mass(id.clone()));
            if let Some(mark) = mass.or_else(|| stated(id, change)) {
                product.assumed.remove(&mark);
            }
        }
    }
    Ok(())
}

/// Every mark that the part can have.
fn marks(id: &PartId) -> [Assumed; 3] {
    [
        Assumed::Mass(id.clone()),
        Assumed::Making(id.clone()),
        Assumed::Finishes(id.clone()),
    ]
}

/// The mark that `change` takes away: what the user sets is not assumed any more.
fn stated(id: &PartId, change: &PartEdit) -> Option<Assumed> {
    match change {
        PartEdit::SetMass(_) => Some(Assumed::Mass(id.clone())),
        PartEdit::SetConstruction(_) | PartEdit::SetMaking(_) => Some(Assumed::Making(id.clone())),
        PartEdit::SetFinishes(_) => Some(Assumed::Finishes(id.clone())),
        _ => None,
    }
}

fn duplicate(product: &mut Product, id: &PartId) -> Result<(), EditError> {
    let at = index_of(product, id)?;
    let mut copy = find(product, id)?.clone();
    copy.id = free_id(product, id.as_str(), "");
    copy.name = copy_words(&copy.name);
    for (mark, copied) in marks(id).iter().zip(marks(&copy.id)) {
        if product.assumed.contains(mark) {
            product.assumed.insert(copied);
        }
    }
    product.parts.insert(at + 1, copy);
    Ok(())
}

fn set_part(part: &mut Part, change: &PartEdit) -> Result<(), EditError> {
    match change {
        PartEdit::Rename(lang, text) => part.name = part.name.with(*lang, text),
        PartEdit::SetRole(role) => part.role = *role,
        PartEdit::SetMass(mass) => {
            part.mass = *mass;
            part.cloth = part.cloth.map(|cloth| cloth.weighing(*mass));
        }
        PartEdit::SetCloth(cloth) => set_cloth(part, *cloth)?,
        PartEdit::SetPaper(paper, text) => {
            part.papers = std::mem::take(&mut part.papers).with(*paper, text.trim().to_owned());
        }
        PartEdit::SetPrice(price) => set_price(part, *price)?,
        PartEdit::SetPicture(picture) => part.picture.clone_from(picture),
        PartEdit::SetConstruction(construction) => part.construction = *construction,
        PartEdit::SetFinishes(finishes) => part.finishes = *finishes,
        PartEdit::SetRemovable(removable) => part.removable = *removable,
        PartEdit::SetCount(0) => return Err(EditError::Count(part.name.clone())),
        PartEdit::SetCount(count) => part.count = *count,
        PartEdit::SetCuts(0) => return Err(EditError::Cuts(part.name.clone())),
        PartEdit::SetCuts(_) if !part.is_hard() => return Err(EditError::NotHard(part.name.clone())),
        PartEdit::SetCuts(cuts) => part.cuts = *cuts,
        PartEdit::SetMaking(making) => {
            check_making(part, making)?;
            part.making = making.clone();
        }
        PartEdit::SetCuttingLoss(loss) => set_loss(part, *loss)?,
        PartEdit::AddFibre(fibre) => add_fibre(part, fibre),
        PartEdit::SetShares(shares) => set_shares(part, shares)?,
        PartEdit::SetFibres(lines) => set_fibres(part, lines)?,
        PartEdit::Duplicate | PartEdit::Remove | PartEdit::Move(_) => {}
    }
    Ok(())
}

/// Cloth sets the mass; each of its figures is refused out of its range.
fn set_cloth(part: &mut Part, cloth: Option<Cloth>) -> Result<(), EditError> {
    if let Some(cloth) = cloth {
        check_cloth(part, &cloth)?;
        part.mass = Mass::new(cloth.kg()).unwrap_or(part.mass);
    }
    part.cloth = cloth;
    Ok(())
}

fn check_cloth(part: &Part, cloth: &Cloth) -> Result<(), EditError> {
    let what = || about(StepMsg::Cloth, &part.name);
    for (value, quantity) in cloth_figures(cloth) {
        figure::check(Some(Estimate::exact(value)), quantity, what)?;
    }
    figure::check(Some(Estimate::exact(cloth.kg())), Quantity::Mass, what)
}

fn set_price(part: &mut Part, price: Option<Price>) -> Result<(), EditError> {
    let amount = price.map(|price| Estimate::exact(price.amount));
    figure::check(amount, Quantity::Amount, || about(StepMsg::Price, &part.name))?;
    part.papers.price = price;
    Ok(())
}

fn set_loss(part: &mut Part, loss: Option<Estimate>) -> Result<(), EditError> {
    check_loss(part, loss)?;
    match &mut part.making {
        Making::Cloth { cutting_loss, .. } => {
            *cutting_loss = loss;
            Ok(())
        }
        Making::Bought => Err(EditError::Bought(part.name.clone())),
    }
}

fn add_fibre(part: &mut Part, fibre: &FibreId) {
    part.fibres.push(FibreLine {
        fibre: fibre.clone(),
        share: fibres::remainder(&part.fibres),
        feedstock: Feedstock::default(),
    });
}

fn set_shares(part: &mut Part, shares: &[Share]) -> Result<(), EditError> {
    if shares.len() != part.fibres.len() {
        return Err(EditError::NoLine {
            part: part.name.clone(),
            line: shares.len().max(part.fibres.len()),
        });
    }
    for (line, share) in part.fibres.iter_mut().zip(shares) {
        line.share = *share;
    }
    if fibres::exceed(&part.fibres) {
        return Err(EditError::Fibres(part.name.clone()));
    }
    Ok(())
}

fn set_fibres(part: &mut Part, lines: &[FibreLine]) -> Result<(), EditError> {
    if fibres::exceed(lines) {
        return Err(EditError::Fibres(part.name.clone()));
    }
    for line in lines {
        check_feedstock(part, &line.feedstock)?;
    }
    part.fibres = lines.to_vec();
    Ok(())
}

/// Changes one fibre line.
pub fn change_fibre(
    product: &mut Product,
    id: &PartId,
    line: usize,
    change: &FibreEdit,
) -> Result<(), EditError> {
    let part = find(product, id)?;
    if let FibreEdit::SetFeedstock(feedstock) = change {
        check_feedstock(part, feedstock)?;
    }
    if set_fibre(&mut part.fibres, line, change) {
        Ok(())
    } else {
        Err(EditError::NoLine {
            part: part.name.clone(),
            line,
        })
    }
}

/// False where there is no such line.
fn set_fibre(lines: &mut Vec<FibreLine>, at: usize, change: &FibreEdit) -> bool {
    match change {
        FibreEdit::SetShare(share) => return fibres::set(lines, at, *share),
        FibreEdit::FillRemainder => return fibres::fill(lines, at),
        FibreEdit::Remove if at < lines.len() => {
            lines.remove(at);
            return true;
        }
        _ => {}
    }
    let Some(line) = lines.get_mut(at) else {
        return false;
    };
    match change {
        FibreEdit::SetFibre(fibre) if fibre != &line.fibre => {
            line.fibre = fibre.clone();
            line.feedstock = Feedstock::default();
        }
        FibreEdit::SetFeedstock(feedstock) => {
            let was_new = line.feedstock.recycled.is_zero();
            line.feedstock = feedstock.clone();
            if was_new && !feedstock.recycled.is_zero() {
                line.feedstock.origin = usual_origin(&line.fibre, feedstock.origin);
            }
        }
        _ => {}
    }
    true
}

/// What recycled `fibre` is first taken to be made from: `stated` where that is possible, else the usual.
fn usual_origin(fibre: &FibreId, stated: Origin) -> Origin {
    let possible = Library::builtin().origins(fibre);
    let usual = possible.first().copied().unwrap_or(stated);
    if possible.contains(&stated) { stated } else { usual }
}
