//! The garment drawn flat, each part filled as its main fibre.

use super::{Board, Chart, Ground, Scene, Tint};
use crate::model::FibreId;
use crate::report::sheet::Fill;
use crate::text::StageMsg;

/// Fibres that are named.
const NAMED: usize = 5;

pub(super) fn board(ground: &Ground<'_>, _: &Scene) -> Option<Board> {
    let parts = &ground.project.product.parts;
    if parts.is_empty() {
        return None;
    }
    let mut fibres: Vec<&FibreId> = Vec::new();
    for part in parts {
        let main = part
            .fibres
            .iter()
            .max_by(|a, b| a.share.get().total_cmp(&b.share.get()));
        if let Some(line) = main.filter(|line| !fibres.contains(&&line.fibre)) {
            fibres.push(&line.fibre);
        }
    }
    let mut legend: Vec<(Fill, String)> = Vec::new();
    for fibre in fibres {
        let fill = (ground.paint)(&Tint::Fibre(fibre.clone()));
        if !legend.iter().any(|(known, _)| *known == fill) {
            let name = ground.names(ground.lang).head(|names| names.short_fibre(fibre));
            legend.push((fill, name));
        }
    }
    legend.truncate(NAMED);
    Some(Board {
        title: ground.head(StageMsg::Garment),
        sentence: ground.say(StageMsg::GarmentSay, &|_| Vec::new()),
        keys: Vec::new(),
        chart: Chart::Garment(legend),
    })
}
