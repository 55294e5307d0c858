//! The words that belong to one percentage, and the fibre that they name.

use super::LabelFibre;
use super::finding::Problem;
use super::item::{Item, What};
use super::pair::Paired;
use crate::model::FibreId;

/// The id of a fibre that could not be told.
pub const UNKNOWN: &str = "unknown";

/// Fibres that grow.
pub(super) const NATURAL: [&str; 8] = [
    "cotton", "wool", "linen", "hemp", "silk", "down", "feather", "leather",
];
/// Man-made cellulose: called regenerated because of how it is made.
const REGENERATED_CELLULOSE: [&str; 4] = ["viscose", "lyocell", "modal", "cupro"];

/// Where the percentage of a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Before its names.
    Before,
    /// Behind its names.
    Behind,
}

/// The items that belong together.
#[derive(Debug, Clone)]
pub(super) struct Run<'a> {
    items: Vec<&'a Item>,
}

impl<'a> Run<'a> {
    pub(super) fn of(items: Vec<&'a Item>) -> Self {
        Self { items }
    }

    /// The run with the names in that stretch between commas that is nearest to its percentage, and the other names.
    pub(super) fn nearest(&self, side: Side) -> (Self, Vec<FibreId>) {
        let all = self.fibres();
        let is_vague = |item: &&Item| matches!(item.what, What::Vague(..));
        if all.len() < 2 && !self.items.iter().copied().any(|item| is_vague(&item)) {
            return (self.clone(), Vec::new());
        }
        let says = |item: &&Item| {
            matches!(
                item.what,
                What::Name(..) | What::Vague(..) | What::Unknown(_) | What::Shorthand(..)
            )
        };
        let mut stretches = self.items.split(|item| item.what == What::Gap);
        let named = |stretch: &&[&Item]| stretch.iter().copied().any(|item| says(&item));
        let stretch = match side {
            Side::Before => stretches.find(named),
            Side::Behind => stretches.rfind(named),
        };
        let near = Run::of(stretch.unwrap_or_default().to_vec()).fibres();
        let keep = |item: &&Item| match &item.what {
            What::Name(name, _) => near.contains(&name.id),
            _ => true,
        };
        let run = Run::of(self.items.iter().copied().filter(keep).collect());
        let others = all.into_iter().filter(|id| !near.contains(id)).collect();
        (run, others)
    }

    fn whats(&self) -> impl Iterator<Item = &'a What> + '_ {
        self.items.iter().map(|item| &item.what)
    }

    /// The fibres named, each once: how a cellulose fibre is made, or polyamide of no type, only where nothing better is named.
    pub(super) fn fibres(&self) -> Vec<FibreId> {
        let names = || {
            self.whats().filter_map(|what| match what {
                What::Name(name, _) => Some(name),
                _ => None,
            })
        };
        let is_cellulose = |id: &FibreId| REGENERATED_CELLULOSE.contains(&id.as_str());
        let has_own = names().any(|name| !name.is_stand_in() && is_cellulose(&name.id));
        let mut ids: Vec<FibreId> = Vec::new();
        for name in names().filter(|name| !(has_own && name.is_stand_in() && name.id.as_str() == "viscose")) {
            if !ids.contains(&name.id) {
                ids.push(name.id.clone());
            }
        }
        let has_type = ids.iter().any(|id| ["pa6", "pa66"].contains(&id.as_str()));
        ids.retain(|id| !(has_type && id.as_str() == "polyamide"));
        ids
    }

    /// True where a word beside the names makes them doubtful.
    pub(super) fn is_doubtful(&self) -> bool {
        self.whats()
            .any(|what| matches!(what, What::Unknown(_) | What::Faux(_)))
    }

    /// True where something could name a fibre.
    pub(super) fn has_candidate(&self) -> bool {
        self.whats().any(|what| {
            matches!(
                what,
                What::Name(..) | What::Unknown(_) | What::Vague(..) | What::Shorthand(..)
            )
        })
    }

    /// True where something is not known.
    pub(super) fn has_unknown(&self) -> bool {
        self.whats().any(|what| matches!(what, What::Unknown(_)))
    }

    /// The first shorthand.
    pub(super) fn shorthand(&self) -> Option<(&'a [FibreId], &'a str)> {
        self.whats().find_map(|what| match what {
            What::Shorthand(ids, text) => Some((ids.as_slice(), text.as_str())),
            _ => None,
        })
    }

    /// How much of the fibre `id` is called recycled, in per cent of it.
    pub(super) fn recycled(&self, id: &FibreId) -> f64 {
        let share = self.whats().find_map(|what| match what {
            What::RecycledShare(share) => Some(*share),
            _ => None,
        });
        let is_cellulose = REGENERATED_CELLULOSE.contains(&id.as_str());
        let is_recycled = self.whats().any(|what| match what {
            What::Recycled(_) => true,
            What::Regenerated => !is_cellulose,
            What::Name(name, _) => name.is_recycled && name.id == *id,
            _ => false,
        });
        match (share, is_recycled) {
            (Some(share), _) => share,
            (None, true) => 100.0,
            (None, false) => 0.0,
        }
    }

    /// The fibre `id` of a ratio: recycled where the word stands right before it.
    pub(super) fn recycled_line(&self, id: &FibreId, percent: f64) -> LabelFibre {
        let place = self.items.iter().position(
            |item| matches!(&item.what, What::Name(name, _) if name.id == *id && !name.is_stand_in()),
        );
        let from = place.map_or(0, |place| {
            let before = self.items.get(..place).unwrap_or_default();
            before
                .iter()
                .rposition(|item| matches!(item.what, What::Name(..)))
                .map_or(0, |at| at + 1)
        });
        let until = place.map_or(self.items.len(), |place| place + 1);
        let near = Run::of(self.items.get(from..until).unwrap_or_default().to_vec());
        recycled_fibre(id, percent, near.recycled(id))
    }

    /// Adds the fibre of `percent` to `paired`, with what is doubtful about it.
    pub(super) fn line(&self, percent: f64, paired: &mut Paired) {
        let ids = self.fibres();
        let Some(id) = ids.last().filter(|_| !self.is_disguised()) else {
            self.line_without_fibre(percent, paired);
            return;
        };
        if ids.len() > 1 {
            paired.problems.push(Problem::TwoFibres(self.text()));
        }
        if self.may_be_coating(id, percent) {
            paired
                .problems
                .push(Problem::Vague(self.text(), vec!["pu_coat".into(), id.clone()]));
            paired.fibres.push(recycled_fibre(&UNKNOWN.into(), percent, 0.0));
            return;
        }
        self.say_unknown(paired);
        self.say_stand_in(id, paired);
        let is_named = self
            .whats()
            .any(|what| matches!(what, What::Name(name, _) if name.is_stand_in()));
        if id.as_str() == "other" && !is_named {
            paired.problems.push(Problem::OtherFibres(percent));
        }
        let recycled = self.recycled(id);
        if recycled > 0.0 && recycled < 100.0 {
            paired.problems.push(Problem::RecycledShare(id.clone(), recycled));
        }
        paired.fibres.push(recycled_fibre(id, percent, recycled));
    }

    /// True where the name is not what it says: a word for imitation, or an unknown word right before it.
    fn is_disguised(&self) -> bool {
        let first = self
            .items
            .iter()
            .position(|item| matches!(item.what, What::Name(..)));
        let before = self.items.get(..first.unwrap_or(0)).unwrap_or_default();
        let stretch = before
            .rsplit(|item| item.what == What::Gap)
            .next()
            .unwrap_or_default();
        let unknown = stretch.iter().any(|item| matches!(item.what, What::Unknown(_)));
        // `synthetic down`, `microfibre silk`: a cloth that is man-made is not of the natural fibre it is called by.
        let last = self.fibres().pop();
        let natural = last.is_some_and(|id| NATURAL.contains(&id.as_str()));
        let man_made = |what: &What| match what {
            What::Vague(may_be, _) => !may_be.iter().any(|id| NATURAL.contains(&id.as_str())),
            _ => false,
        };
        let denied = natural && stretch.iter().any(|item| man_made(&item.what));
        unknown || denied || self.whats().any(|what| matches!(what, What::Faux(_)))
    }

    /// Polyurethane on Japanese and Korean labels is elastane by law; most of a cloth of it is none.
    fn may_be_coating(&self, id: &FibreId, percent: f64) -> bool {
        let east = |text: &str| text.contains("ポリウレタン") || text.contains("폴리우레탄");
        let named = self
            .whats()
            .any(|what| matches!(what, What::Name(_, text) if east(text)));
        id.as_str() == "elastane" && percent > 50.0 && named
    }

    /// Says which words beside the names were not read.
    pub(super) fn say_unknown(&self, paired: &mut Paired) {
        for what in self.whats() {
            if let What::Unknown(text) = what {
                paired.problems.push(Problem::UnknownWord(text.clone()));
            }
        }
    }

    /// Says where a fibre without a share is called recycled: of how much does it hold?
    pub(super) fn say_recycled(&self, paired: &mut Paired) {
        let word = self.whats().find_map(|what| match what {
            What::Recycled(word) => Some(word),
            _ => None,
        });
        if let Some(word) = word {
            paired.problems.push(Problem::UnknownWord(word.clone()));
        }
    }

    /// Says what is open where nothing has a percentage: words for cloth, imitations, unknown words beside fibres.
    pub(super) fn say_open(&self, paired: &mut Paired) {
        let has_name = !paired.named.is_empty();
        for what in self.whats() {
            match what {
                What::Vague(may_be, text) if !has_name => {
                    paired.problems.push(Problem::Vague(text.clone(), may_be.clone()));
                }
                What::Faux(text) if has_name => paired.problems.push(Problem::UnknownWord(text.clone())),
                What::Unknown(text) if has_name => paired.problems.push(Problem::UnknownWord(text.clone())),
                _ => {}
            }
        }
    }

    fn say_stand_in(&self, id: &FibreId, paired: &mut Paired) {
        let has_own = self
            .whats()
            .any(|what| matches!(what, What::Name(name, _) if name.id == *id && !name.is_stand_in()));
        let text = self.whats().find_map(|what| match what {
            What::Name(name, text) if name.id == *id && name.is_stand_in() => Some(text),
            _ => None,
        });
        if let (Some(text), false) = (text, has_own) {
            paired.problems.push(Problem::CountedAs(text.clone(), id.clone()));
        }
    }

    /// A percentage without a known fibre: the recycled share of the fibre before it, or an unknown one.
    fn line_without_fibre(&self, percent: f64, paired: &mut Paired) {
        let is_recycled = self
            .whats()
            .any(|what| matches!(what, What::Recycled(_) | What::Regenerated));
        if let Some(before) = paired
            .fibres
            .last_mut()
            .filter(|_| is_recycled && !self.has_candidate())
        {
            before.recycled_percent = percent.min(100.0);
            if percent < 100.0 {
                let share = Problem::RecycledShare(before.id.clone(), percent);
                paired.problems.push(share);
            }
            return;
        }
        let text = self.text();
        let may_be = self.may_be();
        paired.problems.push(if text.is_empty() {
            Problem::NoName(percent)
        } else if may_be.is_empty() {
            Problem::UnknownFibre(text)
        } else {
            Problem::Vague(text, may_be)
        });
        let recycled = if is_recycled { 100.0 } else { 0.0 };
        paired
            .fibres
            .push(recycled_fibre(&UNKNOWN.into(), percent, recycled));
    }

    /// The fibres that it may be by what it says: those of a name of cloth first, then those that are named.
    fn may_be(&self) -> Vec<FibreId> {
        let mut ids: Vec<FibreId> = Vec::new();
        let named = self.fibres();
        let vague = self.whats().filter_map(|what| match what {
            What::Vague(may_be, _) => Some(may_be),
            _ => None,
        });
        for id in vague.flatten().chain(&named) {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids
    }

    /// The words of the run as they stood on the label.
    fn text(&self) -> String {
        let words = self.whats().filter_map(|what| match what {
            What::Name(_, text)
            | What::Unknown(text)
            | What::Shorthand(_, text)
            | What::Vague(_, text)
            | What::Faux(text) => Some(text.as_str()),
            _ => None,
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// A fibre with its percentage and how much of it is recycled.
pub(super) fn recycled_fibre(id: &FibreId, percent: f64, recycled_percent: f64) -> LabelFibre {
    LabelFibre {
        id: id.clone(),
        percent,
        recycled_percent: recycled_percent.clamp(0.0, 100.0),
    }
}
