//! Combinations of moves as a table for spreadsheets: one line for each, those of the front marked.

use super::flow_table::to_csv;
use crate::explain::advice::{Axis, Point, Try};
use crate::model::PathwayId;
use crate::text::{CommonMsg, Lang};
use crate::uncertainty::Band;
use std::sync::Arc;

/// Combinations on two axes, ready to be written.
#[derive(Debug, Clone)]
pub struct Combination {
    /// The moves, in the order of the bits of a point.
    pub tries: Vec<Try>,
    /// The pathways, in the order of the places of points.
    pub pathways: Vec<PathwayId>,
    /// All combinations.
    pub points: Arc<Vec<Point>>,
    /// Those that no other one betters, by their places.
    pub front: Vec<usize>,
    /// Bands of the front, where they are there.
    pub bands: Option<Arc<Vec<Vec<Option<Band>>>>>,
    /// Across and up.
    pub axes: [Axis; 2],
    /// The subsets that were worked out, and all of them.
    pub done: (usize, usize),
}

/// The table in UTF-8 with its mark; moves and axes by the keys of the command line.
pub fn csv(of: &Combination, lang: Lang) -> Vec<u8> {
    let [x, y] = of.axes;
    let heading = ["moves", "pathway", x.key(), y.key(), "front", "note"].map(str::to_owned);
    let note = CommonMsg::EstimateNote.text(lang);
    let rows = of.points.iter().enumerate().map(|(place, point)| {
        let bits = of.tries.iter().enumerate();
        let moves = bits.filter(|(at, _)| point.moves & (1 << at) != 0);
        let moves: Vec<&str> = moves.map(|(_, one)| one.id.as_str()).collect();
        let pathway = of.pathways.get(point.pathway);
        vec![
            moves.join("+"),
            pathway.map(ToString::to_string).unwrap_or_default(),
            point.on(x).to_string(),
            point.on(y).to_string(),
            of.front.contains(&place).to_string(),
            note.to_owned(),
        ]
    });
    to_csv(&heading, rows.collect())
}
