//! What leads the card: the sentence with its ranges, break-even, and the one assumption that decides the losses.
//!
//! Invariant: hours lost are never told without what they rest on.

use super::data::{Source, names};
use crate::data::Grade;
use crate::explain::FigureId;
use crate::figure::PathwayFigure;
use crate::report::sheet::{Block, Figure, Tone};
use crate::text::{CardMsg, CommonMsg, number};
use crate::work::quality::{Side, Span, WorkLine};

/// Sewing leads where it makes up at least this share of the hours lost.
const SEWING_COUNTS: f64 = 0.1;
/// Informal shares closer than this are called alike.
const INFORMAL_ALIKE: f64 = 0.05;
/// Mean skill levels closer than this are called alike.
const SKILL_ALIKE: f64 = 0.2;

/// Break-even and the decisive assumption, each a figure with its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Lead {
    /// The displacement at which the net is zero, and what it means here.
    pub even: Vec<Block>,
    /// The figure that decides the losses, and what it does to them; nothing where none does.
    pub doubt: Vec<Block>,
    /// What not to read from the losses.
    pub caution: Option<String>,
}

/// Created and lost in one sentence.
pub(super) fn headline(source: &Source<'_, '_>) -> String {
    let (gained, lost) = (&source.change.gained, &source.change.lost);
    let of = |side: &Side<'_>, hours: Span| {
        let most = side.lines.first().map(|line| source.activity(&line.activity));
        [
            source.hours(hours.central),
            source.hours_range(hours),
            most.unwrap_or_default(),
        ]
    };
    let ([g, g_range, to], [l, l_range, from]) =
        (of(gained, source.ranges.gained), of(lost, source.ranges.lost));
    let values = [
        ("gained", g.as_str()),
        ("own", g.as_str()),
        ("span", g_range.as_str()),
        ("to", to.as_str()),
        ("lost", l.as_str()),
        ("lostspan", l_range.as_str()),
        ("from", from.as_str()),
    ];
    let message = match (gained.lines.is_empty(), lost.lines.is_empty()) {
        _ if source.figures.baseline => CardMsg::HeadBaseline,
        (false, false) => CardMsg::HeadBoth,
        (false, true) => CardMsg::HeadGained,
        (true, false) => CardMsg::HeadLost,
        (true, true) => CardMsg::HeadSame,
    };
    source.with(message, &values)
}

/// How much work and what work: more but worse must not read like fewer but better.
pub(super) fn character(source: &Source<'_, '_>) -> Option<String> {
    let change = &source.change;
    if source.figures.baseline || change.gained.lines.is_empty() || change.lost.lines.is_empty() {
        return None;
    }
    let quantity = if source.view.is_balanced(source.figures) {
        CardMsg::BalancedHours
    } else if source.ranges.net.central > 0.0 {
        CardMsg::MoreHours
    } else {
        CardMsg::FewerHours
    };
    let informal = match (change.gained.informal, change.lost.informal) {
        (Some(gained), Some(lost)) => {
            let message = if (gained - lost).abs() < INFORMAL_ALIKE {
                CardMsg::AlikeInformal
            } else if gained > lost {
                CardMsg::MoreInformal
            } else {
                CardMsg::LessInformal
            };
            let (gained, lost) = (source.share(gained), source.share(lost));
            Some(source.with(message, &[("gained", &gained), ("lost", &lost)]))
        }
        _ => None,
    };
    let skill = match (change.gained.skill_level(), change.lost.skill_level()) {
        (Some(gained), Some(lost)) if (gained - lost).abs() < SKILL_ALIKE => Some(CardMsg::AlikeSkill),
        (Some(gained), Some(lost)) if gained > lost => Some(CardMsg::HigherSkill),
        (Some(_), Some(_)) => Some(CardMsg::LowerSkill),
        _ => None,
    };
    let said: Vec<String> = informal
        .into_iter()
        .chain(skill.map(|message| source.text(message)))
        .collect();
    let comma = source.lang().pause();
    let values = [("quantity", source.say(quantity)), ("quality", &said.join(comma))];
    (!said.is_empty()).then(|| source.with(CardMsg::Character, &values))
}

/// Break-even and the decisive assumption of a pathway that is not the baseline.
pub(super) fn lead(source: &Source<'_, '_>) -> Option<Lead> {
    if source.figures.baseline {
        return None;
    }
    let change = &source.change;
    let assumed = change.lost.grades.last().copied().unwrap_or_default();
    let shrinks = source.ranges.net.central < 0.0 && assumed >= 0.5;
    let caution = shrinks.then(|| {
        let share = source.share(assumed);
        source.with(CardMsg::NotFewerJobs, &[("share", &share)])
    });
    Some(Lead {
        even: even(source),
        doubt: doubt(source).unwrap_or_default(),
        caution,
    })
}

fn even(source: &Source<'_, '_>) -> Vec<Block> {
    let outside = match source.figures.totals.break_even() {
        None => Some(CardMsg::EvenNone),
        Some(even) if even < 0.0 => Some(CardMsg::EvenBelow),
        Some(even) if even > 1.0 => Some(CardMsg::EvenAbove),
        Some(_) => None,
    };
    if let Some(message) = outside {
        return vec![
            Block::Text(Tone::Small, source.head(CardMsg::Even).to_owned()),
            Block::Text(Tone::Fine, source.text(message)),
        ];
    }
    let value = PathwayFigure::BreakEven.said(source.figures, source.lang());
    let mut text = source.with(CardMsg::EvenWithin, &[("even", &value)]);
    // Two digits, for a rental hand-over replaces far less than a hundredth of a garment.
    if let Some(here) = here(source).filter(|here| (0.0..=1.0).contains(here)) {
        let here = number::rough(here, source.lang());
        text.push_str(source.lang().gap());
        text.push_str(&source.with(CardMsg::EvenHere, &[("here", &here)]));
    }
    let figure = Figure {
        name: source.text(CardMsg::EvenName),
        word: source.head(CardMsg::Even).to_owned(),
        value,
        big: true,
        opens: Some(source.opens(PathwayFigure::BreakEven)),
        ..Figure::default()
    };
    vec![Block::Figure(figure), Block::Text(Tone::Fine, text)]
}

/// How far a wear of a later life replaces a wear of a new garment on this pathway, over all that it has more.
fn here(source: &Source<'_, '_>) -> Option<f64> {
    let assessment = source.view.assessment;
    let of = |place: usize| {
        let avoided = &assessment.outcomes.pathways.get(place)?.avoided;
        Some((avoided.served_in_all(), avoided.garments + avoided.owned))
    };
    let ((served, avoided), (before, avoided_before)) = (of(source.index)?, of(assessment.engine.baseline)?);
    let more = served - before;
    (more > 0.0).then(|| (avoided - avoided_before) / more)
}

fn doubt(source: &Source<'_, '_>) -> Option<Vec<Block>> {
    let lost = &source.change.lost;
    let width = |line: &WorkLine<'_>| line.hours.high - line.hours.low;
    let sewing = lost.lines.iter().find(|line| {
        line.activity.as_str() == "sewing"
            && line.hours.central >= SEWING_COUNTS * lost.hours.central
            && width(line) > 0.0
    });
    let widest = lost.lines.iter().max_by(|a, b| width(a).total_cmp(&width(b)));
    let line = sewing.or(widest).filter(|line| width(line) > 0.0)?;
    let (word, figure) = if let Some(per_piece) = sewing.and_then(|line| per_piece(source, line)) {
        (source.text(CardMsg::Sewing), per_piece)
    } else {
        let values = [
            ("activity", source.activity(&line.activity)),
            ("place", names(source.view).place(&line.place)),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        (source.with(CardMsg::Leading, &values), line.hours)
    };
    let without = lost.hours.central - line.hours.central;
    let (low, high) = (
        source.hours(without + line.hours.low),
        source.hours(without + line.hours.high),
    );
    let grade = line.grade.unwrap_or(Grade::D);
    let message = if grade == Grade::D {
        CardMsg::LeadingText
    } else {
        CardMsg::LeadingGraded
    };
    let lang = source.lang();
    let figure = Figure {
        name: word.clone(),
        word,
        value: number::rough(figure.central, lang),
        unit: CommonMsg::UnitHour.text(lang).to_owned(),
        range: source.range(figure),
        grade: Some(grade),
        big: true,
        opens: Some(FigureId::Work {
            pathway: source.figures.id.clone(),
            activity: line.activity.clone(),
            place: line.place.clone(),
        }),
        ..Figure::default()
    };
    let text = source.with(message, &[("low", &low), ("high", &high)]);
    Some(vec![Block::Figure(figure), Block::Text(Tone::Fine, text)])
}

/// Hours of `line` in one new piece; its range keeps the proportions of the line.
fn per_piece(source: &Source<'_, '_>, line: &WorkLine<'_>) -> Option<Span> {
    let assessment = source.view.assessment;
    let same = |work: &&crate::flow::network::GarmentWork<crate::flow::Slot>| {
        work.activity == line.activity && work.place == line.place
    };
    let work = assessment.engine.new_garment.iter().find(same)?;
    let hours = work.hours_per_piece.of(&assessment.numbers);
    (line.hours.central > 0.0).then(|| line.hours.times(hours / line.hours.central))
}
