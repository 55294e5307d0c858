//! A question with hands counted twice: both histograms, then the answer.

use super::{Board, Chart, Ground, Scene};
use crate::lang::Lang;
use crate::lesson::{Kind, LETTERS, Question, Truth};
use crate::text::StageMsg;

/// Hands counted: of two votes, for each option.
pub type Votes = [[u32; 4]; 2];

/// The step at which the answer is shown.
pub const ANSWER: usize = 2;

/// An option with its hands.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Its letter.
    pub letter: char,
    /// Its words.
    pub words: String,
    /// Hands of either vote.
    pub hands: [u32; 2],
    /// True where it is right and that is shown.
    pub right: bool,
}

pub(super) fn board(ground: &Ground<'_>, scene: &Scene) -> Option<Board> {
    let question = scene.question.as_ref()?;
    let lang = ground.lang;
    let shown = ground.room.step >= ANSWER;
    let right = right(question).filter(|_| shown);
    let options = options(question, lang);
    let choice = |(at, words): (usize, String)| Choice {
        letter: LETTERS.get(at).copied().unwrap_or('·'),
        words,
        hands: ground
            .room
            .votes
            .map(|vote| vote.get(at).copied().unwrap_or_default()),
        right: right == Some(at),
    };
    Some(Board {
        title: question.ask.head(lang),
        sentence: if shown {
            lang.lines(|lang| question.reason.get(lang).to_owned())
        } else {
            let message = if ground.room.step == 0 {
                StageMsg::VoteFirst
            } else {
                StageMsg::VoteSecond
            };
            ground.say(message, &|_| Vec::new())
        },
        keys: Vec::new(),
        chart: Chart::Votes {
            choices: options.into_iter().enumerate().map(choice).collect(),
            rounds: if ground.room.step == 0 { 1 } else { 2 },
        },
    })
}

/// The words of its options; yes and no where it has none.
fn options(question: &Question, lang: Lang) -> Vec<String> {
    let own = question.kind.options();
    if own.is_empty() {
        return [StageMsg::VoteTrue, StageMsg::VoteFalse]
            .map(|message| message.head(lang).to_owned())
            .to_vec();
    }
    own.iter().map(|option| option.head(lang)).collect()
}

/// The place of the right option, where one is.
fn right(question: &Question) -> Option<usize> {
    match &question.kind {
        Kind::Single {
            right: Truth::Is(at), ..
        } => Some(*at),
        Kind::TrueFalse {
            right: Truth::Is(holds),
        } => Some(usize::from(!holds)),
        _ => None,
    }
}
