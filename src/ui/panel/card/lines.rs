//! The eleven lines, in their order.

use super::data::{Line, Look, Part, Source, names};
use super::quality;
use crate::data::{Grade, WorkKind};
use crate::explain::{FigureId, PathwayFigure};
use crate::report::sheet::{Block, Entry, Figure, Sides, Tone};
use crate::text::{CardMsg, CommonMsg, Phrase as _, count, number, sided};
use crate::ui::icon;
use crate::work::quality::{Side, Span, WorkLine};

/// Kinds of work shown one by one on each side.
const SHOWN: usize = 4;
/// Kinds of work under this share of their side stand together.
const SMALL: f64 = 0.03;

/// What the lines are, in their order.
pub const LINES: [CardMsg; 11] = [
    CardMsg::LineWork,
    CardMsg::LineJobs,
    CardMsg::LineStage,
    CardMsg::LinePlace,
    CardMsg::LineWomen,
    CardMsg::LineInformal,
    CardMsg::LinePay,
    CardMsg::LineSkills,
    CardMsg::LineHazards,
    CardMsg::LineVoice,
    CardMsg::LineSure,
];

/// All lines of the card, in the order of [`LINES`].
pub(super) fn lines(source: &Source<'_, '_>) -> Vec<Line> {
    vec![
        work(source),
        jobs(source),
        stage(source),
        super::place::place(source),
        quality::women(source),
        quality::informal(source),
        quality::pay(source),
        quality::skills(source),
        quality::hazards(source),
        quality::voice(source),
        sure(source),
    ]
}

fn work(source: &Source<'_, '_>) -> Line {
    let change = &source.change;
    let unit = CommonMsg::UnitHour.text(source.lang());
    let cell = |hours: Span, word: &str, figure: PathwayFigure| Figure {
        name: format!("{} · {word}", source.say(CardMsg::LineWork)),
        word: word.to_owned(),
        value: number::rough(hours.central, source.lang()),
        unit: unit.to_owned(),
        range: hours.range().map(|_| source.range(hours)).unwrap_or_default(),
        big: true,
        opens: Some(source.opens(figure)),
        ..Figure::default()
    };
    let baseline = source.figures.baseline;
    let own = if baseline {
        PathwayFigure::Gross
    } else {
        PathwayFigure::Gained
    };
    let lost = (!baseline).then(|| {
        cell(
            source.ranges.lost,
            source.head(CardMsg::Lost),
            PathwayFigure::Lost,
        )
    });
    let net = (!baseline).then(|| net(source));
    let mut blocks = vec![
        Source::figures(lost, cell(source.ranges.gained, source.gained_word(), own)),
        Block::Sides(Sides {
            net: net.clone(),
            ..source.bar(
                source.say(CardMsg::LineWork),
                [&change.lost, &change.gained].map(|side| whole(side, source)),
                source.opens(if baseline { own } else { PathwayFigure::Net }),
            )
        }),
    ];
    blocks.extend(net.map(|(_, text)| Block::Text(Tone::Body, text)));
    blocks.push(Block::Text(
        Tone::Small,
        source.text(if source.ranges.drawn {
            CardMsg::RangeDrawn
        } else {
            CardMsg::RangeNote
        }),
    ));
    Line {
        key: CardMsg::LineWork.key(),
        icon: icon::CLOCK,
        title: source.head(CardMsg::LineWork),
        hint: source.text(CardMsg::LineWorkHint),
        more: None,
        blocks,
    }
}

/// The net with its words; where it cannot be told from zero that is said in its place, with its range.
fn net(source: &Source<'_, '_>) -> (f64, String) {
    let net = source.ranges.net;
    let lang = source.lang();
    let value = number::signed(net.central, |hours| source.hours(hours));
    let range = number::span(net.low, net.high, lang, |end| {
        number::signed(end, |end| number::rough(end, lang))
    });
    let message = if source.view.is_balanced(source.figures) {
        CardMsg::NetBalanced
    } else {
        CardMsg::NetText
    };
    (
        net.central,
        source.with(message, &[("net", &value), ("range", &range)]),
    )
}

/// One piece for the whole side.
fn whole(side: &Side<'_>, source: &Source<'_, '_>) -> Vec<Part> {
    let piece = Part {
        label: source.text(CardMsg::LineWork),
        value: source.hours(side.hours.central),
        hours: side.hours.central,
        look: Look::Full,
    };
    (side.hours.central > 0.0).then_some(piece).into_iter().collect()
}

fn jobs(source: &Source<'_, '_>) -> Line {
    let lang = source.lang();
    let pieces = source.view.assessment.product.pieces_per_year;
    let cell = |jobs: Span, word: &str, figure: PathwayFigure| {
        let counts = jobs.central >= 1.0;
        Figure {
            name: figure.text(lang).to_owned(),
            word: word.to_owned(),
            value: if counts {
                number::rough(jobs.central, lang)
            } else {
                source.text(CardMsg::LessThanOne)
            },
            unit: if counts {
                CommonMsg::UnitFte.text(lang).to_owned()
            } else {
                String::new()
            },
            range: jobs
                .range()
                .filter(|_| counts)
                .map(|_| source.range(jobs))
                .unwrap_or_default(),
            opens: Some(source.opens(figure)),
            ..Figure::default()
        }
    };
    let baseline = source.figures.baseline;
    let (word, own) = if baseline {
        (source.head(CardMsg::JobsOwn), PathwayFigure::FteGross)
    } else {
        (source.gained_word(), PathwayFigure::FteGained)
    };
    let lost = (!baseline).then(|| {
        let word = source.head(CardMsg::Lost);
        cell(source.ranges.jobs_lost, word, PathwayFigure::FteLost)
    });
    let block = if pieces > 0.0 {
        Source::figures(lost, cell(source.ranges.jobs_gained, word, own))
    } else {
        Block::Text(Tone::Small, source.text(CardMsg::VolumeMissing))
    };
    let pieces = count::pieces(pieces, lang);
    Line {
        key: CardMsg::LineJobs.key(),
        icon: icon::BRIEFCASE,
        title: source.head(CardMsg::LineJobs),
        hint: source.with(CardMsg::LineJobsHint, &[("pieces", &pieces)]),
        more: None,
        blocks: vec![block],
    }
}

fn stage(source: &Source<'_, '_>) -> Line {
    let change = &source.change;
    let pieces = |side: &Side<'_>, sign: f64| -> Vec<Part> {
        let line = |line: &WorkLine<'_>| Part {
            label: names(source.view).activity(&line.activity),
            value: signed(line.hours.central * sign, source),
            hours: line.hours.central,
            look: Look::Full,
        };
        let (large, small) = side.lines.split_at(shown(side, side.lines.len()));
        let hours: f64 = small.iter().map(|line| line.hours.central).sum();
        let rest = (!small.is_empty()).then(|| Part {
            label: source.with(CardMsg::Smaller, &[("count", &small.len().to_string())]),
            value: signed(hours * sign, source),
            hours,
            look: Look::Full,
        });
        large.iter().map(line).chain(rest).collect()
    };
    let mut rows = rows(source, &change.gained, true);
    rows.extend(self::rows(source, &change.lost, false));
    let blocks = vec![
        Block::Sides(source.bar(
            source.say(CardMsg::LineStage),
            [pieces(&change.lost, -1.0), pieces(&change.gained, 1.0)],
            source.opens(PathwayFigure::Gross),
        )),
        source.texts(kinds(source, &change.lost), kinds(source, &change.gained)),
        Block::List(rows),
        Block::Text(Tone::Small, source.text(CardMsg::IndirectNote)),
    ];
    Line {
        key: CardMsg::LineStage.key(),
        icon: icon::FACTORY,
        title: source.head(CardMsg::LineStage),
        hint: source.text(CardMsg::LineStageHint),
        more: None,
        blocks,
    }
}

/// Hours with their sign; the baseline's own work is no change and has none.
fn signed(hours: f64, source: &Source<'_, '_>) -> String {
    let rough = |hours| number::rough(hours, source.lang());
    if source.figures.baseline {
        rough(hours)
    } else {
        number::signed(hours, rough)
    }
}

/// The range of hours with the sign of their side; the baseline's own work has none.
fn sided_range(hours: Span, sign: f64, source: &Source<'_, '_>) -> Option<String> {
    let sign = if source.figures.baseline { 1.0 } else { sign };
    let range = hours.range().map(|range| (hours.central, range));
    sided::sided(sign, hours.central, range, source.lang()).1
}

/// Shares of a side by kind.
fn kinds(source: &Source<'_, '_>, side: &Side<'_>) -> String {
    let messages = [CardMsg::KindCore, CardMsg::KindEnabling, CardMsg::KindLinear];
    let said = messages.iter().zip(side.kinds).filter(|(_, share)| *share > 0.0);
    let said: Vec<String> = said
        .map(|(message, share)| source.with(*message, &[("share", &source.share(share))]))
        .collect();
    source.list(&said)
}

/// How many kinds of work of a side stand alone, about `most`: a single small one is not hidden behind a sum.
fn shown(side: &Side<'_>, most: usize) -> usize {
    let counts = |line: &&WorkLine<'_>| line.hours.central >= SMALL * side.hours.central;
    let large = side.lines.iter().take_while(counts).take(most).count();
    if side.lines.len() == large + 1 {
        large + 1
    } else {
        large
    }
}

/// The largest kinds of work of a side one by one, the others together.
fn rows(source: &Source<'_, '_>, side: &Side<'_>, gained: bool) -> Vec<Entry> {
    let sign = if gained { 1.0 } else { -1.0 };
    let (large, small) = side.lines.split_at(shown(side, SHOWN));
    let row = |line: &WorkLine<'_>| Entry {
        text: line_name(source, line),
        small: kind(source, line.kind).to_owned(),
        figure: Figure {
            value: signed(line.hours.central * sign, source),
            range: sided_range(line.hours, sign, source).unwrap_or_default(),
            grade: Some(line.grade.unwrap_or(Grade::D)),
            opens: Some(FigureId::Work {
                pathway: source.figures.id.clone(),
                activity: line.activity.clone(),
                place: line.place.clone(),
            }),
            unit: number::hour_unit(source.lang()).to_owned(),
            ..Figure::default()
        },
        ..Entry::default()
    };
    let mut rows: Vec<Entry> = large.iter().map(row).collect();
    if !small.is_empty() {
        let sum: f64 = small.iter().map(|line| line.hours.central).sum();
        let grades = small.iter().map(|line| line.grade.unwrap_or(Grade::D));
        rows.push(Entry {
            text: source.with(CardMsg::Smaller, &[("count", &small.len().to_string())]),
            figure: Figure {
                grade: grades.max(),
                ..Figure::bare(signed(sum * sign, source))
            },
            ..Entry::default()
        });
    }
    rows
}

/// Kind of work, with its place where it is not the place of use.
fn line_name(source: &Source<'_, '_>, line: &WorkLine<'_>) -> String {
    let names = names(source.view);
    let activity = names.activity(&line.activity);
    if line.place == source.view.project.product.used_in {
        activity
    } else {
        format!("{activity} · {}", names.place(&line.place))
    }
}

fn kind(source: &Source<'_, '_>, kind: Option<WorkKind>) -> &'static str {
    match kind {
        Some(WorkKind::Core) => source.say(CardMsg::TagCore),
        Some(WorkKind::Enabling) => source.say(CardMsg::TagEnabling),
        Some(WorkKind::Linear) => source.say(CardMsg::TagLinear),
        None => "",
    }
}

fn sure(source: &Source<'_, '_>) -> Line {
    let change = &source.change;
    let pieces = |side: &Side<'_>| -> Vec<Part> {
        let grades = [(Grade::A, 3), (Grade::B, 2), (Grade::C, 1), (Grade::D, 0)];
        let of = grades.into_iter().zip(side.grades);
        of.filter(|(_, share)| *share > 0.0)
            .map(|((grade, step), share)| Part {
                label: grade.letter().to_owned(),
                value: source.share(share),
                hours: share * side.hours.central,
                look: Look::Step(step),
            })
            .collect()
    };
    let mut blocks = vec![
        Block::Sides(source.bar(
            source.say(CardMsg::LineSure),
            [pieces(&change.lost), pieces(&change.gained)],
            source.opens(PathwayFigure::Gross),
        )),
        source.texts(
            grades(source, change.lost.grades),
            grades(source, change.gained.grades),
        ),
        source.legend([
            (Look::Step(3), CardMsg::GradeA),
            (Look::Step(2), CardMsg::GradeB),
            (Look::Step(1), CardMsg::GradeC),
            (Look::Step(0), CardMsg::GradeD),
        ]),
    ];
    blocks.extend(most_in_doubt(source));
    let hours = |side: &Side<'_>| side.hours.central;
    let total = hours(&change.gained) + hours(&change.lost);
    if total > 0.0 {
        let covered =
            change.gained.covered * hours(&change.gained) + change.lost.covered * hours(&change.lost);
        let share = source.share(covered / total);
        blocks.push(Block::Text(
            Tone::Small,
            source.with(CardMsg::Coverage, &[("share", &share)]),
        ));
    }
    Line {
        key: CardMsg::LineSure.key(),
        icon: icon::SHIELD_CHECK,
        title: source.head(CardMsg::LineSure),
        hint: source.text(CardMsg::LineSureHint),
        more: None,
        blocks,
    }
}

/// The factor with the widest hours, with its source, country and year.
fn most_in_doubt(source: &Source<'_, '_>) -> Option<Block> {
    let change = &source.change;
    let lines = change.gained.lines.iter().chain(&change.lost.lines);
    let width = |line: &WorkLine<'_>| line.hours.high - line.hours.low;
    let widest = lines.max_by(|a, b| width(a).total_cmp(&width(b)))?;
    let same =
        |work: &&crate::assess::WorkFigure| work.activity == widest.activity && work.place == widest.place;
    let figures = source.figures.work.iter().chain(&source.figures.own_work);
    let id = figures.clone().find(same)?.factor.clone()?;
    let inputs = source.view.assessment.engine.slots.inputs();
    let used = inputs.iter().find(|input| input.key == id)?;
    let values = [("name", used.name.get(source.lang()))];
    let name = source.with(CardMsg::SureLargest, &values);
    let grade = widest.grade.unwrap_or(Grade::D);
    let cited = super::evidence::cited(source, &[&used.figure], grade.letter());
    Some(Block::Source {
        text: format!("{name}\n{cited}"),
        opens: FigureId::Factor(id),
    })
}

/// Shares of hours by grade in words; what is none is left out.
pub(super) fn grades(source: &Source<'_, '_>, shares: [f64; 4]) -> String {
    let said = Grade::ALL
        .into_iter()
        .zip(shares)
        .filter(|(_, share)| *share >= 0.0005);
    let said: Vec<String> = said
        .map(|(grade, share)| {
            let share = source.share(share);
            source.with(
                CardMsg::GradeShare,
                &[("grade", grade.letter()), ("share", &share)],
            )
        })
        .collect();
    source.list(&said)
}

/// The year of a figure in words.
pub(super) fn year<'a>(source: &Source<'_, '_>, year: &'a str) -> &'a str {
    if year == "n.d." {
        source.say(CardMsg::NoDate)
    } else {
        year
    }
}

/// The region of a figure in words: a place of the library, or as it is written.
pub(super) fn region(source: &Source<'_, '_>, region: &str) -> String {
    if region == "general" {
        return source.text(CardMsg::General);
    }
    let id = region.split('_').next().unwrap_or(region).into();
    match source.view.library.place(&id) {
        Some(place) => place.name.get(source.lang()).to_owned(),
        None => region.to_owned(),
    }
}
