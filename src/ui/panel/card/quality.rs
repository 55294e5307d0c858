//! The lines on the quality of the work: women, informal work, pay, skills, hazards, voice.
//!
//! Invariant: no line grades people; what has no data says so and carries the question to the partner.

use super::data::{Line, Look, Part, Source, names};
use super::evidence::{evidence, evidence_factor, missing};
use super::hazard::sign;
use crate::data::Move;
use crate::explain::PathwayFigure;
use crate::report::sheet::{Block, Tone};
use crate::text::{CardMsg, Phrase as _, number};
use crate::ui::icon;
use crate::work::quality::{Side, WorkLine};

/// Informal shares from here on carry a caution.
const CAUTION: f64 = 0.5;
/// A missing share of hours under this is not spoken of.
pub(super) const HARDLY_MISSING: f64 = 0.005;
/// Kinds of work whose way over from sewing is told one by one.
const MOVES: usize = 4;

pub(super) fn women(source: &Source<'_, '_>) -> Line {
    let text = |side: &Side<'_>| match side.women {
        Some(women) => {
            let range = number::share_range(women.low, women.high, source.lang());
            let values = [("share", source.share(women.central)), ("range", range)];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            source.with(CardMsg::WomenText, &values)
        }
        None => without(source, side),
    };
    let pieces = |side: &Side<'_>| {
        let known = side.covered * side.hours.central;
        let women = side.women.unwrap_or_default();
        let part =
            |look, from: f64, to: f64| piece(source, CardMsg::LineWomen, look, (to - from) * known, side);
        let list = [
            part(Look::Full, 0.0, women.low),
            part(Look::Perhaps, women.low, women.high),
            part(Look::Rest, women.high, 1.0),
            missing_piece(source, side, side.covered),
        ];
        list.into_iter().flatten().collect()
    };
    let mut blocks = both(source, CardMsg::LineWomen, pieces, text);
    blocks.push(Block::Text(Tone::Small, source.text(CardMsg::WomenNote)));
    blocks.extend(missing(source, |side| 1.0 - side.covered, None));
    blocks.push(Block::Text(Tone::Ask, source.text(CardMsg::AskWomen)));
    blocks.extend(evidence(source));
    line(
        source,
        icon::USERS,
        CardMsg::LineWomen,
        CardMsg::LineWomenHint,
        CardMsg::CscWomen,
        blocks,
    )
}

pub(super) fn informal(source: &Source<'_, '_>) -> Line {
    let change = &source.change;
    let text = |side: &Side<'_>| match side.informal {
        Some(share) => {
            let low = side.informal_at.iter().map(|at| at.share.low).fold(1.0, f64::min);
            let high = side
                .informal_at
                .iter()
                .map(|at| at.share.high)
                .fold(0.0, f64::max);
            let share = source.share(share);
            if high - low < 0.005 {
                source.with(CardMsg::InformalText, &[("share", &share)])
            } else {
                let range = number::share_range(low, high, source.lang());
                source.with(CardMsg::InformalRange, &[("share", &share), ("range", &range)])
            }
        }
        None => without(source, side),
    };
    let pieces = |side: &Side<'_>| {
        let known = side.informal_covered * side.hours.central;
        let share = side.informal.unwrap_or_default();
        let list = [
            piece(source, CardMsg::LineInformal, Look::Full, share * known, side),
            piece(
                source,
                CardMsg::LineInformal,
                Look::Rest,
                (1.0 - share) * known,
                side,
            ),
            missing_piece(source, side, side.informal_covered),
        ];
        list.into_iter().flatten().collect()
    };
    let mut blocks = both(source, CardMsg::LineInformal, pieces, text);
    let sides = [
        (&change.gained, source.gained_word()),
        (&change.lost, source.say(CardMsg::Lost)),
    ];
    for (side, word) in sides {
        if side.informal.is_some_and(|share| share >= CAUTION) {
            blocks.push(Block::Text(
                Tone::Note,
                source.with(CardMsg::InformalCaution, &[("side", word)]),
            ));
        }
    }
    blocks.extend(by_place(source));
    blocks.extend(missing(source, |side| 1.0 - side.informal_covered, None));
    blocks.push(Block::Text(Tone::Ask, source.text(CardMsg::AskInformal)));
    blocks.push(Block::Text(Tone::Small, source.text(CardMsg::InformalMeaning)));
    blocks.extend(evidence(source));
    let (title, hint) = (CardMsg::LineInformal, CardMsg::LineInformalHint);
    line(
        source,
        icon::LINK_BREAK,
        title,
        hint,
        CardMsg::CscInformal,
        blocks,
    )
}

/// Informal shares by place, where there is more than one.
fn by_place(source: &Source<'_, '_>) -> Option<Block> {
    let change = &source.change;
    if change.gained.informal_at.len() < 2 && change.lost.informal_at.len() < 2 {
        return None;
    }
    let text = |side: &Side<'_>| {
        let said = side.informal_at.iter().map(|at| {
            let (index, share) = (
                names(source.view).place(&at.place),
                source.share(at.share.central),
            );
            source.with(CardMsg::PlaceShare, &[("place", &index), ("share", &share)])
        });
        source.list(&said.collect::<Vec<_>>())
    };
    Some(source.texts(text(&change.lost), text(&change.gained)))
}

pub(super) fn pay(source: &Source<'_, '_>) -> Line {
    let blocks = vec![
        Block::Text(Tone::Body, source.text(CardMsg::NoData)),
        Block::Text(Tone::Ask, source.text(CardMsg::AskPay)),
    ];
    line(
        source,
        icon::HAND_COINS,
        CardMsg::LinePay,
        CardMsg::LinePayHint,
        CardMsg::CscPay,
        blocks,
    )
}

pub(super) fn skills(source: &Source<'_, '_>) -> Line {
    let change = &source.change;
    let text = |side: &Side<'_>| match side.skill {
        Some(skill) => {
            let [one, two, three, four] = skill.map(|share| number::fixed(share * 100.0, 0, source.lang()));
            let values = [("one", one), ("two", two), ("three", three), ("four", four)];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            source.with(CardMsg::SkillText, &values)
        }
        None => without(source, side),
    };
    let pieces = |side: &Side<'_>| {
        let known = side.covered * side.hours.central;
        let skill = side.skill.unwrap_or_default();
        let levels = LEVELS
            .iter()
            .zip(skill)
            .map(|((step, level), share)| piece(source, *level, Look::Step(*step), share * known, side));
        levels
            .chain([missing_piece(source, side, side.covered)])
            .flatten()
            .collect()
    };
    let mut blocks = both(source, CardMsg::LineSkills, pieces, text);
    let legend = LEVELS.map(|(step, level)| (Look::Step(step), level));
    blocks.insert(1, source.legend(legend));
    if let Some(distance) = change.skill_distance {
        let (value, share) = (number::ratio(distance, source.lang()), source.share(distance));
        let values = [("value", value.as_str()), ("share", share.as_str())];
        blocks.push(Block::Text(
            Tone::Small,
            source.with(CardMsg::SkillDistance, &values),
        ));
    }
    blocks.extend(moves(source));
    blocks.extend(missing(
        source,
        |side| 1.0 - side.covered,
        Some(CardMsg::AskSkills),
    ));
    blocks.extend(evidence(source));
    let (title, hint) = (CardMsg::LineSkills, CardMsg::LineSkillsHint);
    line(
        source,
        icon::GRADUATION_CAP,
        title,
        hint,
        CardMsg::CscSkills,
        blocks,
    )
}

/// Skill levels with their step from light to dark.
const LEVELS: [(u8, CardMsg); 4] = [
    (0, CardMsg::SkillLevel1),
    (1, CardMsg::SkillLevel2),
    (2, CardMsg::SkillLevel3),
    (3, CardMsg::SkillLevel4),
];

/// Whether a sewing operator can move to the work gained, altogether and kind by kind.
fn moves(source: &Source<'_, '_>) -> Vec<Block> {
    let gained = &source.change.gained;
    if gained.skill.is_none() {
        return Vec::new();
    }
    let [same, yes, training, hardly] = gained.moves;
    let values = [
        ("yes", source.share(same + yes)),
        ("training", source.share(training)),
        ("hardly", source.share(hardly)),
    ];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    let first = Block::Text(Tone::Body, source.with(CardMsg::MoveShares, &values));
    let mut told = Vec::new();
    let mut list = Vec::new();
    for line in &gained.lines {
        if !told.contains(&&line.activity) && list.len() < MOVES {
            told.push(&line.activity);
            list.extend(move_line(source, line));
        }
    }
    let list = list.into_iter().map(|words| Block::Text(Tone::Small, words));
    [first].into_iter().chain(list).collect()
}

fn move_line(source: &Source<'_, '_>, line: &WorkLine<'_>) -> Option<String> {
    let quality = line.quality?;
    let answer = source.say(match quality.from_sewing {
        Move::Same => CardMsg::MoveSame,
        Move::Yes => CardMsg::MoveYes,
        Move::WithTraining => CardMsg::MoveTraining,
        Move::Hardly => CardMsg::MoveHardly,
    });
    let activity = names(source.view).activity(&line.activity);
    let (low, high) = quality.training_weeks;
    let lang = source.lang();
    let weeks = number::span(low, high, lang, |weeks| number::fixed(weeks, 0, lang));
    let values = [
        ("activity", activity.as_str()),
        ("answer", answer),
        ("weeks", &weeks),
    ];
    let message = if high > 0.0 {
        CardMsg::MoveLine
    } else {
        CardMsg::MoveLineBare
    };
    Some(source.with(message, &values))
}

pub(super) fn hazards(source: &Source<'_, '_>) -> Line {
    let change = &source.change;
    let list = |side: &Side<'_>| -> Vec<(char, String)> {
        let of = side.hazards.iter();
        of.map(|hazard| (sign(&hazard.name.en), hazard.name.get(source.lang()).to_owned()))
            .collect()
    };
    let baseline = source.figures.baseline;
    let gained = if baseline {
        CardMsg::HazardsOwn
    } else {
        CardMsg::HazardsCreated
    };
    let mut blocks = Vec::new();
    for (title, side) in [(gained, &change.gained), (CardMsg::HazardsLost, &change.lost)] {
        if !side.hazards.is_empty() {
            blocks.push(Block::Signs {
                title: source.head(title).to_owned(),
                list: list(side),
            });
        }
    }
    if blocks.is_empty() {
        blocks.push(Block::Text(Tone::Body, source.text(CardMsg::NoData)));
    }
    blocks.extend(missing(source, |side| 1.0 - side.covered, None));
    blocks.push(Block::Text(Tone::Ask, source.text(CardMsg::AskHazards)));
    let (title, hint) = (CardMsg::LineHazards, CardMsg::LineHazardsHint);
    line(source, icon::FIRST_AID, title, hint, CardMsg::CscHazards, blocks)
}

pub(super) fn voice(source: &Source<'_, '_>) -> Line {
    let blocks = vec![
        Block::Text(Tone::Ask, source.text(CardMsg::AskContract)),
        Block::Text(Tone::Ask, source.text(CardMsg::AskVoice)),
    ];
    line(
        source,
        icon::CHATS,
        CardMsg::LineVoice,
        CardMsg::LineVoiceHint,
        CardMsg::CscVoice,
        blocks,
    )
}

fn line(
    source: &Source<'_, '_>,
    icon: char,
    title: CardMsg,
    hint: CardMsg,
    more: CardMsg,
    blocks: Vec<Block>,
) -> Line {
    Line {
        key: title.key(),
        icon,
        title: source.head(title),
        hint: source.text(hint),
        more: Some(source.say(more)),
        blocks,
    }
}

/// A bar over both sides, and the words beneath it.
fn both(
    source: &Source<'_, '_>,
    name: CardMsg,
    pieces: impl Fn(&Side<'_>) -> Vec<Part>,
    text: impl Fn(&Side<'_>) -> String,
) -> Vec<Block> {
    let (gained, lost) = (&source.change.gained, &source.change.lost);
    let opens = evidence_factor(source).unwrap_or_else(|| source.opens(PathwayFigure::Gross));
    vec![
        Block::Sides(source.bar(source.say(name), [pieces(lost), pieces(gained)], opens)),
        source.texts(text(lost), text(gained)),
    ]
}

fn piece(source: &Source<'_, '_>, label: CardMsg, look: Look, hours: f64, side: &Side<'_>) -> Option<Part> {
    let label = source.say(match look {
        Look::Perhaps => CardMsg::PiecePerhaps,
        Look::Rest => CardMsg::PieceRest,
        Look::Missing => CardMsg::PieceMissing,
        Look::Full | Look::Step(_) => label,
    });
    (hours > 0.0).then(|| Part {
        label: label.to_owned(),
        value: source.share(hours / side.hours.central),
        hours,
        look,
    })
}

fn missing_piece(source: &Source<'_, '_>, side: &Side<'_>, covered: f64) -> Option<Part> {
    let hours = (1.0 - covered) * side.hours.central;
    let counts = 1.0 - covered >= HARDLY_MISSING;
    piece(source, CardMsg::PieceMissing, Look::Missing, hours, side).filter(|_| counts)
}

/// What stands where a side has no data: nothing if it has no hours.
fn without(source: &Source<'_, '_>, side: &Side<'_>) -> String {
    if side.lines.is_empty() {
        String::new()
    } else {
        source.text(CardMsg::NoData)
    }
}
