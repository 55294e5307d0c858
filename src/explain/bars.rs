//! Explanations of the bars and of each of their pieces: what goes in, where the mass ends, what the design would allow.

use super::circularity::Way;
use super::product::sum;
use super::{Explanation, FigureId, PathwayFigure, Term};
use crate::assess::EndFigure;
use crate::flow::Slot;
use crate::flow::network::{EndClass, PartNumbers};
use crate::text::ExplainMsg;

impl Way<'_> {
    /// Explanations of bars and their pieces; none of other figures.
    pub(super) fn bar(&self, figure: PathwayFigure) -> Option<Explanation> {
        let say = self.say;
        let bar = figure.bar().unwrap_or(figure);
        let (terms, notes) = match bar {
            PathwayFigure::Inflow => (self.inflow(figure), vec![ExplainMsg::SourceIso]),
            PathwayFigure::Outflow => {
                let notes = vec![ExplainMsg::NoteOutflow, ExplainMsg::SourceIso];
                (self.ends(figure), notes)
            }
            PathwayFigure::Designed => (self.designed(figure), vec![ExplainMsg::NoteDesigned]),
            _ => return None,
        };
        let total = if figure == bar {
            say.share(1.0)
        } else {
            figure.said(self.figures, say.lang)
        };
        Some(Explanation {
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &total),
            terms,
            notes: notes.into_iter().map(|note| say.text(note)).collect(),
            ..Explanation::default()
        })
    }

    /// The pieces of a bar, each of which opens.
    fn pieces(&self, bar: PathwayFigure) -> Vec<Term> {
        let pieces = bar.pieces().iter();
        pieces.map(|piece| self.opening("", *piece)).collect()
    }

    /// The pieces of the bar, or what each part brings to one of them.
    fn inflow(&self, figure: PathwayFigure) -> Vec<Term> {
        let (say, numbers) = (self.say, &self.say.assessment.numbers);
        if !figure.is_piece() {
            return self.pieces(figure);
        }
        let share = |part: &PartNumbers<Slot>| {
            let [textile, other] = [part.f_r_textile, part.f_r_other].map(|slot| slot.of(numbers));
            let [reused, renewable] = [part.f_u, part.f_s].map(|slot| slot.of(numbers));
            match figure {
                PathwayFigure::InflowReused => reused,
                PathwayFigure::InflowTextile => textile,
                PathwayFigure::InflowOther => other,
                PathwayFigure::InflowRenewable => renewable,
                _ => 1.0 - textile - other - reused - renewable,
            }
        };
        let parts = say.assessment.engine.parts.iter();
        let bringing = parts.filter(|part| share(part) > 0.0);
        let terms = bringing.map(|part| {
            let mass = say.grams(part.mass_kg.of(numbers));
            let value = format!("{mass} × {}", say.share(share(part)));
            Term::named("m_p · F", say.names.part(&part.id), value, None)
        });
        terms.collect()
    }

    /// The ends behind the bar or behind one of its pieces.
    fn ends(&self, figure: PathwayFigure) -> Vec<Term> {
        let say = self.say;
        let mass = self.figures.circularity.mci.m;
        let pathway = say.project.pathway(&self.figures.id);
        let belongs = |end: &&EndFigure| {
            let piece = piece_of(end.class);
            let linear = [PathwayFigure::OutflowLost, PathwayFigure::OutflowUndecided];
            !figure.is_piece()
                || piece == figure
                || (figure == PathwayFigure::OutflowLinear && linear.contains(&piece))
        };
        let ends = self.figures.ends.iter().filter(|end| end.kg > 0.0);
        let terms = ends.filter(belongs).map(|end| {
            let stage = pathway.map_or_else(|| end.stage.to_string(), |way| say.names.stage(way, &end.stage));
            let value = format!("{} · {}", say.grams(end.kg), say.share(end.kg / mass));
            let opens = FigureId::End {
                pathway: self.figures.id.clone(),
                stage: end.stage.clone(),
            };
            Term::named("", stage, value, Some(opens))
        });
        terms.collect()
    }

    /// The pieces of the bar that are there, or the same piece as it is today.
    fn designed(&self, figure: PathwayFigure) -> Vec<Term> {
        let today = |designed: PathwayFigure| {
            let same = PathwayFigure::Outflow.contract().iter().copied();
            same.into_iter()
                .find(|piece| piece.short_key() == designed.short_key())
        };
        if figure.is_piece() {
            let today = today(figure).into_iter();
            return today.map(|today| self.opening("", today)).collect();
        }
        let there = |piece: &&PathwayFigure| {
            let today = today(**piece).map_or(0.0, |today| today.central(self.figures));
            piece.central(self.figures) + today > 0.0
        };
        let shown = figure.pieces().iter().filter(there);
        shown.map(|piece| self.opening("", *piece)).collect()
    }
}

/// The piece of the outflow bar that an end of `class` belongs to.
const fn piece_of(class: EndClass) -> PathwayFigure {
    match class {
        EndClass::Component => PathwayFigure::OutflowReused,
        EndClass::Recycled => PathwayFigure::OutflowRecycled,
        EndClass::Downcycled => PathwayFigure::OutflowDowncycled,
        EndClass::Biological => PathwayFigure::OutflowBiological,
        EndClass::Energy => PathwayFigure::OutflowEnergy,
        EndClass::Incinerated | EndClass::Landfilled | EndClass::Exported | EndClass::Litter => {
            PathwayFigure::OutflowLost
        }
        EndClass::Undecided => PathwayFigure::OutflowUndecided,
    }
}
