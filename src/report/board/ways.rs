//! What several boards say of a pathway: its name, where its mass ends, its yardsticks on one scale.

use super::{Ground, Tint, Way};
use crate::assess::PathwayFigures;
use crate::figure::PathwayFigure;
use crate::flow::network::EndClass;
use crate::model::PathwayId;
use crate::report::sheet::{Bar, Fill, Piece, Scale};
use crate::text::{CommonMsg, StageMsg};

/// Where mass ends, in the order of the pieces of the bar of ends.
const CLASSES: [CommonMsg; 7] = [
    CommonMsg::ClassReused,
    CommonMsg::ClassSameGrade,
    CommonMsg::ClassDowncycled,
    CommonMsg::ClassBiological,
    CommonMsg::ClassEnergy,
    CommonMsg::ClassLost,
    CommonMsg::ClassUndecided,
];
/// Less than this share of the mass is not drawn.
const LEAST: f64 = 0.002;

/// The place of a class among the pieces of the bar of ends.
pub(super) const fn class_place(class: EndClass) -> usize {
    match class {
        EndClass::Component => 0,
        EndClass::Recycled => 1,
        EndClass::Downcycled => 2,
        EndClass::Biological => 3,
        EndClass::Energy => 4,
        EndClass::Incinerated | EndClass::Landfilled | EndClass::Exported | EndClass::Litter => 5,
        EndClass::Undecided => 6,
    }
}

impl<'a> Ground<'a> {
    /// Where the mass of a pathway ends: place among the classes, name, share.
    pub(super) fn ends(&self, figures: &PathwayFigures) -> Vec<(usize, String, f64)> {
        let pieces = PathwayFigure::Outflow.pieces().iter();
        let shares = pieces
            .map(|piece| piece.central(figures))
            .zip(CLASSES)
            .enumerate();
        let seen = shares.filter(|(_, (share, _))| *share >= LEAST);
        seen.map(|(at, (share, class))| (at, class.head(self.lang).to_owned(), share))
            .collect()
    }

    /// The bar of ends.
    pub(super) fn ends_bar(&self, figures: &PathwayFigures) -> Bar {
        let share = |value: f64| PathwayFigure::OutflowRecycled.form().text(value, self.lang);
        let piece = |(at, label, value): (usize, String, f64)| Piece {
            label,
            value: share(value),
            share: value,
            fill: (self.paint)(&Tint::End(at)),
        };
        Bar {
            name: PathwayFigure::Outflow.head(self.lang),
            pieces: self.ends(figures).into_iter().map(piece).collect(),
        }
    }

    /// Both yardsticks on one scale, with the band of the first where it is known.
    pub(super) fn scale(&self, at: usize, figures: &PathwayFigures) -> Scale {
        let [mci, quality] = PathwayFigure::YARDSTICKS;
        let said = PathwayFigure::YARDSTICKS.map(|figure| {
            self.lang
                .beside(figure.text(self.lang), &figure.said(figures, self.lang))
        });
        Scale {
            value: mci.central(figures),
            second: quality.central(figures),
            band: self.band(at, mci).map(|band| (band.p5, band.p95)),
            spoken: said.join(self.lang.pause()),
        }
    }

    /// What the fills of `all` stand for, each once, in the order of the classes.
    pub(super) fn legend(&self, all: &[&PathwayFigures]) -> Vec<(Fill, String)> {
        let mut seen: Vec<(usize, String)> = Vec::new();
        for (at, label, _) in all.iter().flat_map(|figures| self.ends(figures)) {
            if !seen.iter().any(|(known, _)| *known == at) {
                seen.push((at, label));
            }
        }
        seen.sort_by_key(|(at, _)| *at);
        seen.into_iter()
            .map(|(at, label)| ((self.paint)(&Tint::End(at)), label))
            .collect()
    }

    /// The pathways with `ids` that have an answer, each with its place.
    pub(super) fn seen(&self, ids: &[PathwayId]) -> Vec<(usize, &'a PathwayFigures)> {
        ids.iter().filter_map(|id| self.way(id)).collect()
    }

    /// A pathway as a row of the comparison.
    pub(super) fn row(&self, (at, figures): (usize, &PathwayFigures)) -> Way {
        let (letter, fill) = self.letter(at);
        Way {
            letter,
            fill,
            name: self.names(self.lang).head(|names| names.pathway(&figures.id)),
            ends: self.ends_bar(figures),
            scale: self.scale(at, figures),
            keys: vec![
                self.key(
                    (at, figures),
                    PathwayFigure::OutflowRecycled,
                    StageMsg::KeySameGrade,
                ),
                self.key((at, figures), PathwayFigure::Mci, StageMsg::KeyMci),
            ],
        }
    }

    /// MCI of the baseline, where it is none of `seen`.
    pub(super) fn base_mark(&self, seen: &[(usize, &PathwayFigures)]) -> Option<f64> {
        let is_shown = seen.iter().any(|(_, figures)| figures.baseline);
        let base = self
            .assessment
            .baseline()
            .filter(|base| base.error.is_none() && !is_shown)?;
        Some(PathwayFigure::Mci.central(base))
    }
}
