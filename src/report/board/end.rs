//! What people take home.

use super::{Board, Chart, Ground, Scene};
use crate::text::StageMsg;

pub(super) fn board(ground: &Ground<'_>, scene: &Scene) -> Option<Board> {
    let own = scene.options.iter().map(|option| option.head(ground.lang));
    let mut cards: Vec<String> = own.collect();
    if cards.is_empty() {
        let usual = [StageMsg::EndParts, StageMsg::EndGrade, StageMsg::EndWork];
        cards = usual.map(|message| ground.head(message)).to_vec();
    }
    Some(Board {
        title: ground.head(StageMsg::End),
        sentence: String::new(),
        keys: Vec::new(),
        chart: Chart::Cards(cards),
    })
}
