//! Columns with what they are read from: each variant is seen with its own figures.

use crate::assess::PathwayFigures;
use crate::figure::PathwayFigure;
use crate::model::{Column, Pathway};
use crate::ui::view::View;
use crate::uncertainty::Band;

/// The share of draws in which a difference must hold; else the two are called not distinguishable.
pub(super) const HOLDS: f64 = 0.9;

/// A column with its figures.
#[derive(Clone)]
pub(super) struct Seen<'a> {
    /// Which column.
    pub(super) at: Column,
    /// The view with its variant in hand.
    pub(super) view: View<'a>,
    /// The index of its pathway in the project.
    pub(super) index: usize,
    /// Its pathway.
    pub(super) pathway: &'a Pathway,
    /// Its figures.
    pub(super) figures: &'a PathwayFigures,
}

impl<'a> Seen<'a> {
    fn of(view: &View<'a>, at: &Column) -> Option<Self> {
        let view = view.of(at.variant)?;
        let mut pathways = view.project.pathways.iter();
        let index = pathways.position(|pathway| pathway.id == at.pathway)?;
        Some(Self {
            at: at.clone(),
            index,
            pathway: view.project.pathways.get(index)?,
            figures: view.assessment.pathway(&at.pathway)?,
            view,
        })
    }

    /// What the columns of `view` are measured against.
    pub(super) fn reference(view: &View<'a>) -> Option<Self> {
        Self::of(view, &view.project.reference()?)
    }

    /// The shares of draws in which this column is more circular than `other` by either yardstick, where both have been
    /// drawn.
    pub(super) fn better_than(&self, other: &Self) -> Option<[f64; 2]> {
        let drawn = self.view.uncertain?.bands;
        drawn.better_than((other.at.variant, other.index()?), self.index()?)
    }

    /// The band of `figure`, where ranges are shown.
    pub(super) fn band(&self, figure: PathwayFigure) -> Option<Band> {
        let band = || self.view.band(&self.figures.id, figure);
        self.view.ranges.then(band).flatten()
    }

    /// The index of the pathway among those that were assessed.
    fn index(&self) -> Option<usize> {
        let mut pathways = self.view.assessment.pathways.iter();
        pathways.position(|pathway| pathway.id == self.at.pathway)
    }
}

/// The columns of `view` that have figures, in their order; one that is named twice stands once.
pub(super) fn all<'a>(view: &View<'a>) -> Vec<Seen<'a>> {
    let compared = &view.project.compared;
    let first = |at: usize, column: &Column| compared.iter().position(|other| other == column) == Some(at);
    let different = compared
        .iter()
        .enumerate()
        .filter(|(at, column)| first(*at, column));
    different
        .filter_map(|(_, column)| Seen::of(view, column))
        .collect()
}
