//! What several boards say of a pathway: its name, where its mass ends, its yardsticks on one scale.

use super::{Ground, Tint, Way};
use crate::assess::PathwayFigures;
use crate::figure::PathwayFigure;
use crate::flow::network::EndClass;
use crate::lang::Lang;
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
/// The first classes, in which mass stays material.
const KEPT: usize = 4;
/// Less than this share of the mass is not drawn.
const LEAST: f64 = 0.002;

/// `name` without brackets at its end that hold a figure: "to tear (30 %)" is "to tear".
fn without_figure(name: &str) -> &str {
    let Some(at) = name.rfind(['(', '（']) else {
        return name;
    };
    let (before, bracket) = name.split_at(at);
    let closes = bracket.ends_with([')', '）']);
    let has_figure = bracket.chars().any(|letter| letter.is_ascii_digit());
    if closes && has_figure && !before.trim().is_empty() {
        before.trim_end()
    } else {
        name
    }
}

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
    /// A pathway's name without the figure in brackets at its end, where no other pathway is then called the same.
    pub(super) fn way_name(&self, id: &PathwayId, lang: Lang) -> String {
        let names = self.names(lang);
        let own = names.pathway(id);
        let short = without_figure(&own).to_owned();
        let alike = self.project.pathways.iter().filter(|way| &way.id != id);
        let mut alike = alike.map(|way| names.pathway(&way.id));
        if alike.any(|other| without_figure(&other) == short) {
            own
        } else {
            short
        }
    }

    /// The same as a heading.
    pub(super) fn way_head(&self, id: &PathwayId) -> String {
        self.lang.head(|lang| self.way_name(id, lang))
    }

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

    /// The bar of ends: what stays material in its colours, the rest light.
    pub(super) fn ends_bar(&self, figures: &PathwayFigures) -> Bar {
        let share = |value: f64| PathwayFigure::OutflowRecycled.form().text(value, self.lang);
        let piece = |(at, label, value): (usize, String, f64)| Piece {
            label,
            value: share(value),
            share: value,
            fill: (self.paint)(&if at < KEPT { Tint::End(at) } else { Tint::Rest }),
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
        seen.retain(|(at, _)| *at < KEPT);
        seen.sort_by_key(|(at, _)| *at);
        let kept = seen
            .into_iter()
            .map(|(at, label)| ((self.paint)(&Tint::End(at)), label));
        let rest = ((self.paint)(&Tint::Rest), self.head(StageMsg::Rest));
        kept.chain([rest]).collect()
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
            name: self.way_head(&figures.id),
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
