//! The formula of the score with the numbers of this pathway put in.

use super::{Board, Chart, Ground, Scene};
use crate::explain::{FigureId, explain};
use crate::figure::PathwayFigure;
use crate::text::StageMsg;

pub(super) fn board(ground: &Ground<'_>, scene: &Scene) -> Option<Board> {
    let (_, figures) = ground.way(scene.stop.pathways.first()?)?;
    let lang = ground.lang;
    let figure = FigureId::Pathway(figures.id.clone(), PathwayFigure::Mci);
    let told = explain(ground.project, ground.library, ground.assessment, &figure, lang)?;
    let term = |figure: PathwayFigure| (figure.row().letter.to_owned(), figure.head(lang));
    Some(Board {
        title: ground.head(StageMsg::Formula),
        sentence: ground.say(StageMsg::FormulaSay, &|_| Vec::new()),
        keys: Vec::new(),
        chart: Chart::Formula {
            letters: told.formula,
            numbers: told.substituted,
            terms: vec![term(PathwayFigure::Lfi), term(PathwayFigure::X)],
        },
    })
}
