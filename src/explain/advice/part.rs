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

/// The fibre that a part holds most of, all of its lines together.
pub(super) fn main_fibre(part: &Part) -> Option<&FibreId> {
    let fibres = part.fibres.iter().map(|line| &line.fibre);
    fibres.max_by(|a, b| share_of(part, a).total_cmp(&share_of(part, b)))
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

/// The places of the lines of a fibre in a part: it has several where it comes from several feedstocks.
pub(super) fn lines_of(part: &Part, wanted: &FibreId) -> Vec<usize> {
    let lines = part.fibres.iter().enumerate();
    lines
        .filter(|(_, line)| &line.fibre == wanted)
        .map(|(at, _)| at)
        .collect()
}

/// The shares of the lines at `places` that make `sum` together, in their proportion; alike where all are 0.
pub(super) fn in_proportion(part: &Part, places: &[usize], sum: f64) -> Vec<Share> {
    let share = |at: &usize| part.fibres.get(*at).map_or(0.0, |line| line.share.get());
    let now: f64 = places.iter().map(share).sum();
    let scaled = |at: &usize| match now {
        now if now > 0.0 => share(at) / now * sum,
        _ => sum / places.len() as f64,
    };
    places.iter().map(|at| Share::clamped(scaled(at))).collect()
}

/// Takes every line out but those at `kept`, which then are the whole, in their proportion.
fn only(part: &Part, kept: &[usize]) -> Vec<Edit> {
    let others = (0..part.fibres.len()).rev().filter(|line| !kept.contains(line));
    let mut edits: Vec<Edit> = others.map(|line| fibre(part, line, FibreEdit::Remove)).collect();
    edits.push(match in_proportion(part, kept, 1.0).as_slice() {
        [_] => fibre(part, 0, FibreEdit::SetShare(Share::ONE)),
        several => Edit::part(&part.id, PartEdit::SetShares(several.to_vec())),
    });
    edits
}

fn one_fibre(part: &Part, wanted: &FibreId) -> Result<Vec<Edit>, Cannot> {
    if part.is_hard() {
        return Err(Cannot::NotCloth);
    }
    let found = share_of(part, wanted);
    match lines_of(part, wanted).as_slice() {
        _ if is_alone(part, wanted) => Err(Cannot::OneAlready(wanted.clone())),
        [] => Err(Cannot::NotHeld(wanted.clone())),
        _ if found < LEAST_FIBRE - ROUNDING => Err(Cannot::TooLittle(wanted.clone(), found)),
        kept => Ok(only(part, kept)),
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
    let kept = lines_of(part, main);
    if !kept.is_empty() {
        return Ok(only(part, &kept));
    }
    if part.fibres.is_empty() {
        return Ok(vec![Edit::part(&part.id, PartEdit::AddFibre(main.clone()))]);
    }
    let mut edits = only(part, &[0]);
    edits.push(fibre(part, 0, FibreEdit::SetFibre(main.clone())));
    Ok(edits)
}

fn elastane(part: &Part, most: f64) -> Result<Vec<Edit>, Cannot> {
    let name = FibreId::from("elastane");
    let lines = lines_of(part, &name);
    if lines.is_empty() {
        return Err(Cannot::NoElastane);
    }
    let found = share_of(part, &name);
    if found <= most + ROUNDING {
        return Err(Cannot::ElastaneLow(found));
    }
    let others = part
        .fibres
        .iter()
        .enumerate()
        .filter(|(_, line)| line.fibre != name);
    let (main, line) = others
        .max_by(|(_, a), (_, b)| a.share.get().total_cmp(&b.share.get()))
        .ok_or(Cannot::NothingElse)?;
    let raised = Share::clamped(line.share.get() + found - most);
    let lowered = lines.iter().zip(in_proportion(part, &lines, most));
    let mut edits: Vec<Edit> = lowered
        .rev()
        .map(|(at, share)| {
            let change = if most > 0.0 {
                FibreEdit::SetShare(share)
            } else {
                FibreEdit::Remove
            };
            fibre(part, *at, change)
        })
        .collect();
    let before = lines.iter().filter(|at| most <= 0.0 && **at < main).count();
    edits.push(fibre(part, main - before, FibreEdit::SetShare(raised)));
    Ok(edits)
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
