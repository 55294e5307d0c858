//! How circular a pathway is: the score and its three parts.

use super::{Board, Chart, Ground, Scene};
use crate::figure::PathwayFigure;
use crate::report::sheet::Figure;
use crate::text::{StageMsg, number};

pub(super) fn board(ground: &Ground<'_>, scene: &Scene) -> Option<Board> {
    let way = ground.way(scene.stop.pathways.first()?)?;
    let (at, figures) = way;
    let not_virgin = 1.0 - PathwayFigure::InflowVirgin.central(figures);
    let lang = ground.lang;
    Some(Board {
        title: lang.head(|lang| {
            let name = ground.way_name(&figures.id, lang);
            StageMsg::Circularity.with(lang, &[("name", &name)])
        }),
        sentence: String::new(),
        keys: vec![
            ground.key(way, PathwayFigure::Mci, StageMsg::KeyMci),
            Figure {
                word: ground.head(StageMsg::PartIn),
                ..Figure::bare(number::share(not_virgin, lang))
            },
            ground.key(way, PathwayFigure::X, StageMsg::PartLife),
            ground.key(way, PathwayFigure::OutflowRecycled, StageMsg::PartOut),
        ],
        chart: Chart::Scale(ground.scale(at, figures), ground.base_mark(&[way])),
    })
}
