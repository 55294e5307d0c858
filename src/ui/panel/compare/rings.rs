//! Work by how far it lies from home: hours gained and lost in each ring, all on the scale of the bars of work.
//!
//! Invariant: the rings of a column add up to its hours gained and lost; no ring shows a net.

use super::data::{Body, names};
use super::grid::Question;
use super::rows::Rows;
use super::seen::Seen;
use super::work::signed;
use crate::explain::FigureId;
use crate::figure::PathwayFigure;
use crate::model::PlaceId;
use crate::text::names::Names;
use crate::text::{CompareMsg, number, ring_name};
use crate::ui::theme::{Fill, metric};
use crate::ui::view::{Out, View};
use crate::ui::widget::{DivergingBar, Quiet, Segment};
use crate::work::by_place::{InRing, Ring, rings};
use egui::Ui;

/// One ring over all columns: what it is called. Hours stand in each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RingName {
    /// The ring.
    pub ring: Ring,
    /// "here: Suzhou", or without a name where the columns have different homes.
    pub name: String,
}

/// The hours of a column by ring.
pub(super) fn of(seen: &Seen<'_>) -> Vec<InRing> {
    let (view, home) = (&seen.view, seen.view.project.home_of(seen.pathway));
    let change = view.assessment.work_change(seen.figures, view.library);
    rings(&change, home, view.library)
}

/// Every ring in which some column has work, the nearest first.
pub(super) fn all(view: &View<'_>, seen: &[Seen<'_>], bodies: &[&Body]) -> Vec<RingName> {
    let homes = seen.iter().map(|seen| seen.view.project.home_of(seen.pathway));
    let mut homes: Vec<&PlaceId> = homes.collect();
    homes.dedup();
    let home = match homes.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let said = |ring: Ring, names: &Names<'_>| {
        let home = home.map(|home| names.place(home));
        ring_name(ring, home.as_deref(), names.lang)
    };
    let is_there = |ring: &Ring| {
        let mut all = bodies.iter().flat_map(|body| &body.rings);
        all.any(|other| other.ring == *ring)
    };
    let there = Ring::ALL.into_iter().filter(is_there);
    there
        .map(|ring| RingName {
            ring,
            name: names(view).head(|names| said(ring, names)),
        })
        .collect()
}

impl Rows<'_, '_> {
    /// Where is the work? One row a ring; the baseline shows its own hours.
    pub(super) fn rings(&self, ui: &mut Ui, out: &mut Out) {
        for (at, ring) in self.data.rings.iter().enumerate() {
            let question = Question {
                id: ring.ring.key(),
                text: &ring.name,
                hint: if at == 0 {
                    CompareMsg::RingsHint.text(self.view.lang)
                } else {
                    ""
                },
                keep_hint: false,
            };
            let room = self.end_room(ui);
            self.each(ui, question, &mut |ui, column, body| {
                let Some(hours) = body.rings.iter().find(|other| other.ring == ring.ring) else {
                    super::rows::small(ui, self.theme(), number::NOTHING);
                    return;
                };
                let key = (ring.ring.key(), column.key.as_str());
                if column.baseline {
                    let own = number::hours(hours.gained, self.view.lang);
                    let quiet = Quiet::new(&ring.name, &own, self.view.lang);
                    return self.quiet(ui, out, quiet, key, (column, PathwayFigure::Gross));
                }
                let [gained, lost] = [(hours.gained, 1.0), (hours.lost, -1.0)].map(|(hours, sign)| Side {
                    hours,
                    text: signed(hours * sign, self.view.lang),
                });
                let opens = if hours.gained > 0.0 {
                    PathwayFigure::Gained
                } else {
                    PathwayFigure::Lost
                };
                let gained_by = gained.segments(&ring.name, self.fill(column));
                let lost_by = lost.segments(&ring.name, self.theme().lost());
                let scale = self.data.work_scale;
                let bar = DivergingBar::new(("ring", key), &ring.name, &lost_by, &gained_by, scale)
                    .ends(lost.shown(), gained.shown())
                    .room(room);
                let response = bar.show(ui, self.theme());
                let opens = FigureId::Pathway(column.id.clone(), opens);
                if self.touched(ui, out, &response, column, &opens) {
                    self.open(out, column, opens);
                }
            });
        }
    }

    /// The height that the rings take.
    pub(super) fn rings_height(&self) -> f32 {
        let row = metric::TARGET + metric::SPACE_M + 2.0 * self.grid.pad();
        self.data.rings.iter().map(|_| row).sum()
    }
}

/// One side of a bar.
struct Side {
    hours: f64,
    text: String,
}

impl Side {
    /// Its text; nothing where it has no hours.
    fn shown(&self) -> &str {
        if self.hours > 0.0 { &self.text } else { "" }
    }

    /// Its one segment; none where it has no hours.
    fn segments<'a>(&'a self, label: &'a str, fill: Fill) -> Vec<Segment<'a>> {
        let segment = Segment {
            label,
            value: &self.text,
            share: self.hours,
            fill,
        };
        (self.hours > 0.0).then_some(segment).into_iter().collect()
    }
}
