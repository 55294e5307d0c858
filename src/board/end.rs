//! What people take home.

use super::{Board, Chart, Ground};
use crate::text::StageMsg;

pub(super) fn board(ground: &Ground<'_>) -> Board {
    let cards = [StageMsg::EndParts, StageMsg::EndGrade, StageMsg::EndWork];
    Board {
        title: ground.head(StageMsg::End),
        sentence: String::new(),
        keys: Vec::new(),
        chart: Chart::Cards(cards.map(|message| ground.head(message)).to_vec()),
    }
}
