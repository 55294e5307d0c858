//! Acts on a part: what has to be edited, or why it cannot be done.

use super::cannot::Cannot;
use super::tries::{Ground, LEAST_FIBRE};
use crate::data::{Act, Finish, Fit, wide};
use crate::edit::{Edit, FibreEdit, PartEdit};
use crate::model::{Feedstock, FibreId, FibreLine, Finishes, Making, Origin, Part, Removable, Role};
use crate::quantity::{Mass, Share};

/// Room for rounding in shares.
const ROUNDING: f64 = 1e-9;

/// The edits of `act` on `part`, whose figures come from the move `row`.
pub(super) fn edits(ground: &Ground<'_>, row: &str, act: &Act, part: &Part) -> Result<Vec<Edit>, Cannot> {
    let amount = || act.factor(row).map_or(0.0, |id| ground.value(id.as_str()));
    let of_part = |change: PartEdit| vec![Edit::part(&part.id, change)];
    match act {
        Act::OneFibre(fibre) => one_fibre(part, fibre),
        Act::ElastaneTo(_) => elastane(part, amount()),
        Act::LikeMain => like_main(ground, part),
        Act::Recycled { fibre, from, .. } => recycled(part, fibre, (*from).into(), amount()),
        Act::Sustained { fibre, .. } => sustained(part, fibre, amount()),
        Act::Without(finish) => without(part, *finish).map(of_part),
        Act::SpunDyed => spun_dyed(ground, part),
        Act::ComesOff if part.removable == Removable::Easily => Err(Cannot::EasyAlready),
        Act::ComesOff => Ok(of_part(PartEdit::SetRemovable(Removable::Easily))),
        Act::TimesCount(_) => times_count(part, amount()),
        Act::LeaveOut => Ok(of_part(PartEdit::Remove)),
        Act::TimesMass(_) => times_mass(part, amount()).map(of_part),
        _ => Ok(Vec::new()),
    }
}

/// True where the part is main fabric: it decides how long the piece is worn.
pub(super) fn is_main_fabric(part: &Part) -> bool {
    wide(part.role) == Role::Shell
}

/// The fibre that a part holds most of.
pub(super) fn main_fibre(part: &Part) -> Option<&FibreId> {
    let most = part
        .fibres
        .iter()
        .max_by(|a, b| a.share.get().total_cmp(&b.share.get()));
    most.map(|line| &line.fibre)
}

/// The share of a fibre in a part.
pub(super) fn share_of(part: &Part, fibre: &FibreId) -> f64 {
    let lines = part.fibres.iter().filter(|line| &line.fibre == fibre);
    lines.map(|line| line.share.get()).sum()
}

/// True where the part is of one fibre and nothing else.
fn is_alone(part: &Part, fibre: &FibreId) -> bool {
    share_of(part, fibre) >= 1.0 - ROUNDING
}

fn fibre(part: &Part, line: usize, change: FibreEdit) -> Edit {
    Edit::fibre(&part.id, line, change)
}

/// Takes every line out but the one at `kept`, which then is the whole.
fn only(part: &Part, kept: usize) -> Vec<Edit> {
    let others = (0..part.fibres.len()).rev().filter(|line| *line != kept);
    let mut edits: Vec<Edit> = others.map(|line| fibre(part, line, FibreEdit::Remove)).collect();
    edits.push(fibre(part, 0, FibreEdit::SetShare(Share::ONE)));
    edits
}

fn one_fibre(part: &Part, wanted: &FibreId) -> Result<Vec<Edit>, Cannot> {
    if part.is_hard() {
        return Err(Cannot::NotCloth);
    }
    let found = share_of(part, wanted);
    match part.fibres.iter().position(|line| &line.fibre == wanted) {
        _ if is_alone(part, wanted) => Err(Cannot::OneAlready(wanted.clone())),
        None => Err(Cannot::NotHeld(wanted.clone())),
        Some(_) if found < LEAST_FIBRE - ROUNDING => Err(Cannot::TooLittle(wanted.clone(), found)),
        Some(kept) => Ok(only(part, kept)),
    }
}

fn like_main(ground: &Ground<'_>, part: &Part) -> Result<Vec<Edit>, Cannot> {
    if part.is_hard() {
        return Err(Cannot::NotCloth);
    }
    let main = ground.main_part().and_then(main_fibre).ok_or(Cannot::NoMain)?;
    if is_alone(part, main) {
        return Err(Cannot::OneAlready(main.clone()));
    }
    if let Some(kept) = part.fibres.iter().position(|line| &line.fibre == main) {
        return Ok(only(part, kept));
    }
    if part.fibres.is_empty() {
        return Ok(vec![Edit::part(&part.id, PartEdit::AddFibre(main.clone()))]);
    }
    let mut edits = only(part, 0);
    edits.push(fibre(part, 0, FibreEdit::SetFibre(main.clone())));
    Ok(edits)
}

fn elastane(part: &Part, most: f64) -> Result<Vec<Edit>, Cannot> {
    let is_elastane = |line: &&FibreLine| line.fibre.as_str() == "elastane";
    let Some(at) = part.fibres.iter().position(|line| is_elastane(&line)) else {
        return Err(Cannot::NoElastane);
    };
    let found: f64 = part
        .fibres
        .iter()
        .filter(is_elastane)
        .map(|line| line.share.get())
        .sum();
    if found <= most + ROUNDING {
        return Err(Cannot::ElastaneLow(found));
    }
    let others = part
        .fibres
        .iter()
        .enumerate()
        .filter(|(_, line)| !is_elastane(line));
    let (main, line) = others
        .max_by(|(_, a), (_, b)| a.share.get().total_cmp(&b.share.get()))
        .ok_or(Cannot::NothingElse)?;
    let raised = Share::clamped(line.share.get() + found - most);
    if most > 0.0 {
        return Ok(vec![
            fibre(part, at, FibreEdit::SetShare(Share::clamped(most))),
            fibre(part, main, FibreEdit::SetShare(raised)),
        ]);
    }
    let moved = if at < main { main - 1 } else { main };
    Ok(vec![
        fibre(part, at, FibreEdit::Remove),
        fibre(part, moved, FibreEdit::SetShare(raised)),
    ])
}

/// The edits that set the feedstock of each line of `wanted` as `change` makes it; none where it stays.
fn feedstock(
    part: &Part,
    wanted: &FibreId,
    change: impl Fn(&Feedstock) -> Option<Feedstock>,
) -> Result<Vec<Edit>, Cannot> {
    let mut lines = part.fibres.iter().enumerate().peekable();
    if part.fibres.iter().all(|line| &line.fibre != wanted) {
        return Err(Cannot::NotHeld(wanted.clone()));
    }
    let edits = lines.by_ref().filter(|(_, line)| &line.fibre == wanted);
    let edits = edits.filter_map(|(at, line)| {
        let changed = change(&line.feedstock)?;
        Some(fibre(part, at, FibreEdit::SetFeedstock(changed)))
    });
    Ok(edits.collect())
}

fn recycled(part: &Part, wanted: &FibreId, origin: Origin, share: f64) -> Result<Vec<Edit>, Cannot> {
    let raise = |now: &Feedstock| {
        let room = 1.0 - share - now.reused.get();
        (now.recycled.get() < share - ROUNDING && room >= -ROUNDING).then(|| Feedstock {
            recycled: Share::clamped(share),
            origin,
            route: None,
            reused: now.reused,
            sustained: Share::clamped(now.sustained.get().min(room)),
        })
    };
    let edits = feedstock(part, wanted, raise)?;
    let lines = part.fibres.iter().filter(|line| &line.fibre == wanted);
    let found = lines
        .map(|line| line.feedstock.recycled.get())
        .fold(1.0, f64::min);
    if edits.is_empty() {
        return Err(Cannot::RecycledAlready(wanted.clone(), found));
    }
    Ok(edits)
}

fn sustained(part: &Part, wanted: &FibreId, share: f64) -> Result<Vec<Edit>, Cannot> {
    let raise = |now: &Feedstock| {
        let most = (1.0 - now.recycled.get() - now.reused.get()).min(share);
        (now.sustained.get() < most - ROUNDING).then(|| Feedstock {
            sustained: Share::clamped(most),
            ..now.clone()
        })
    };
    let edits = feedstock(part, wanted, raise)?;
    if edits.is_empty() {
        return Err(Cannot::SustainedAlready(wanted.clone()));
    }
    Ok(edits)
}

fn without(part: &Part, finish: Finish) -> Result<PartEdit, Cannot> {
    let now = part.finishes;
    let next = match finish {
        Finish::Coated => Finishes {
            coated: false,
            laminated: false,
            ..now
        },
        Finish::Printed => Finishes {
            printed: false,
            ..now
        },
    };
    if next == now {
        return Err(Cannot::NoFinish(finish));
    }
    Ok(PartEdit::SetFinishes(next))
}

fn spun_dyed(ground: &Ground<'_>, part: &Part) -> Result<Vec<Edit>, Cannot> {
    let melted = |line: &FibreLine| {
        let fibre = ground.library.fibre(&line.fibre);
        fibre.is_some_and(|fibre| fibre.suits.melting == Fit::Yes)
    };
    if part.is_hard() || part.fibres.is_empty() || !part.fibres.iter().all(melted) {
        return Err(Cannot::NotMelted);
    }
    let mut edits = Vec::new();
    if let Making::Cloth {
        spinning,
        forming,
        dyeing: Some(_),
        cutting_loss,
    } = &part.making
    {
        let making = Making::Cloth {
            spinning: spinning.clone(),
            forming: forming.clone(),
            dyeing: None,
            cutting_loss: *cutting_loss,
        };
        edits.push(Edit::part(&part.id, PartEdit::SetMaking(making)));
    }
    if part.finishes.carbon_black {
        let clear = Finishes {
            carbon_black: false,
            ..part.finishes
        };
        edits.push(Edit::part(&part.id, PartEdit::SetFinishes(clear)));
    }
    if edits.is_empty() {
        return Err(Cannot::NotDyed);
    }
    Ok(edits)
}

fn times_count(part: &Part, factor: f64) -> Result<Vec<Edit>, Cannot> {
    let now = f64::from(part.count);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count, rounded and at least one"
    )]
    let next = (now * factor).round().max(1.0) as u32;
    if next >= part.count {
        return Err(Cannot::OnlyOne);
    }
    let mass = mass(part, f64::from(next) / now)?;
    let edits = [PartEdit::SetCount(next), PartEdit::SetMass(mass)];
    Ok(edits.into_iter().map(|edit| Edit::part(&part.id, edit)).collect())
}

fn times_mass(part: &Part, factor: f64) -> Result<PartEdit, Cannot> {
    mass(part, factor).map(PartEdit::SetMass)
}

fn mass(part: &Part, factor: f64) -> Result<Mass, Cannot> {
    let kg = part.mass.get() * factor;
    Mass::new(kg).ok().filter(|_| kg > 0.0).ok_or(Cannot::NoMass)
}
