//! Traps that the user's own figures can fall into: each is noticed, none is corrected unseen.

use crate::data::Library;
use crate::model::{ActivityId, FactorId};

/// What may be wrong with an own figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrapKind {
    /// A bundle typed in beside its parts: the same work twice.
    BundlePlusParts,
    /// A figure per tonne for work that is counted per piece.
    PerTonne,
    /// A number of people, not of full-time equivalents.
    Headcount,
    /// Per 1000 US short tons, not per 1000 t.
    ShortTons,
    /// Announced, not observed: capacity and jobs of a plant yet to run.
    Announced,
}

/// One own figure that may have fallen into a trap.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trap {
    /// The factor whose figure it replaces.
    pub factor: FactorId,
    /// The trap.
    pub kind: TrapKind,
}

/// Metric tons in one US short ton, by definition.
pub const SHORT_TON_T: f64 = 0.907_184_74;

/// Kinds of work that are counted per piece; their rows per tonne are for comparison only.
const PER_PIECE: [&str; 3] = ["repair", "remanufacture", "rental"];
/// Kinds of work that bundles cover.
const PARTS: [&str; 4] = ["collection", "sorting", "prep_reuse", "resale"];
/// Words in a source note that give a bundle away.
const BUNDLE: [&str; 5] = ["bundle", "rreuse", "tess", "捆绑", "打包"];
/// Words that speak of people instead of full-time jobs.
const HEADCOUNT: [&str; 4] = ["headcount", "head count", "head-count", "人数"];
/// Words for the US ton.
const SHORT_TON: [&str; 4] = ["short ton", "short-ton", "us ton", "短吨"];
/// Words for what is not yet there.
const ANNOUNCED: [&str; 5] = ["announced", "capacity", "planned", "宣布", "产能"];

/// The traps that `own` figures (factor and source note) may have fallen into, in the order of the figures.
pub fn traps<'a>(own: impl IntoIterator<Item = (&'a FactorId, &'a str)>, library: &Library) -> Vec<Trap> {
    let mut found = Vec::new();
    for (factor, note) in own {
        let kinds = kinds(factor, &note.to_lowercase(), library);
        found.extend(kinds.into_iter().map(|kind| Trap {
            factor: factor.clone(),
            kind,
        }));
    }
    found
}

fn kinds(factor: &FactorId, note: &str, library: &Library) -> Vec<TrapKind> {
    let mut words = factor.as_str().split('.');
    let activity = match (words.next(), words.next()) {
        (Some("work"), Some(activity)) => ActivityId::from(activity),
        _ => return Vec::new(),
    };
    let says = |words: &[&str]| words.iter().any(|word| note.contains(word));
    let is_one_of = |list: &[&str]| list.contains(&activity.as_str());
    let compared = library.activity(&activity).is_some_and(|row| row.cross_check);
    let per_piece = is_one_of(&PER_PIECE);
    let bundle = (compared && !per_piece) || (is_one_of(&PARTS) && says(&BUNDLE));
    [
        (bundle, TrapKind::BundlePlusParts),
        (per_piece, TrapKind::PerTonne),
        (says(&HEADCOUNT), TrapKind::Headcount),
        (says(&SHORT_TON), TrapKind::ShortTons),
        (says(&ANNOUNCED), TrapKind::Announced),
    ]
    .into_iter()
    .filter_map(|(fell, kind)| fell.then_some(kind))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use TrapKind::{Announced, BundlePlusParts, Headcount, PerTonne, ShortTons};

    #[test]
    fn each_trap_is_seen_and_nothing_else() {
        let cases: [(&str, &str, &[TrapKind]); 10] = [
            ("work.reuse_se_bundle.EU", "", &[BundlePlusParts]),
            ("work.collection.CN", "RREUSE 2019", &[BundlePlusParts]),
            ("work.repair.EU", "per tonne", &[PerTonne]),
            ("work.sorting.CN", "Headcount of the plant", &[Headcount]),
            ("work.sorting.CN", "2024年在岗人数", &[Headcount]),
            ("work.incin_plant.GEN", "per 1000 Short Tons", &[ShortTons]),
            ("work.chem_pet.CN", "announced capacity", &[Announced]),
            ("work.chem_pet.CN", "公司宣布的产能", &[Announced]),
            ("work.sorting.CN", "own time study, 2025", &[]),
            ("route.mech_cotton_post.recovery", "capacity", &[]),
        ];
        for (factor, note, expected) in cases {
            let id = FactorId::from(factor);
            let found = traps([(&id, note)], Library::builtin());
            let kinds: Vec<_> = found.iter().map(|trap| trap.kind).collect();
            assert_eq!(kinds, expected, "{factor}: {note}");
        }
    }
}
