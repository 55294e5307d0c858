//! The question that a lesson begins with, and what people may answer.

use super::{Board, Chart, Ground, Scene};
use crate::model::Name;
use crate::text::StageMsg;

pub(super) fn board(ground: &Ground<'_>, scene: &Scene) -> Board {
    let lang = ground.lang;
    let product = &ground.project.product.name;
    // A question of the lesson's own stands alone, large.
    if scene.stop.title != Name::default() {
        return Board {
            title: scene.stop.title.head(lang),
            sentence: String::new(),
            keys: Vec::new(),
            chart: Chart::None,
        };
    }
    let options = [
        StageMsg::AnswerReuse,
        StageMsg::AnswerRecycle,
        StageMsg::AnswerLost,
    ]
    .map(|message| ground.head(message))
    .to_vec();
    Board {
        title: lang.head(|lang| StageMsg::Question.with(lang, &[("product", product.get(lang))])),
        sentence: ground.say(StageMsg::QuestionHands, &|_| Vec::new()),
        keys: Vec::new(),
        chart: Chart::Cards(options),
    }
}
