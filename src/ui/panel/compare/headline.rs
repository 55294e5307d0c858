//! The sentences above the comparison, in the order of the answer: facts, both yardsticks, hours, and what they hang on.
//!
//! Invariant: no pathway is called a winner, MCI never stands without its quality-weighted value, and hours lost are
//! never told without what they rest on.

use super::data::names;
use super::seen::{HOLDS, Seen};
use crate::assess::{PathwayFigures, WorkFigure};
use crate::data::Grade;
use crate::explain::answer::{Because, Parting, deciding, parting};
use crate::explain::input_use;
use crate::figure::{Form, PathwayFigure};
use crate::text::{CommonMsg, CompareMsg, Lang, VariantMsg, number};
use crate::ui::view::View;

/// What the comparison says in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headline {
    /// What is recycled at the same grade, and what is worn longest.
    pub facts: String,
    /// Both yardsticks, where they part, and the hours.
    pub measures: String,
    /// Break-even, and what the hours rest on; always with the word "estimate".
    pub note: String,
    /// What work is counted against; empty where that needs no saying.
    pub counted: String,
}

/// The headline of `columns`, measured against `base`: in both languages the sentences beneath one another.
pub(super) fn of(view: &View<'_>, columns: &[Seen<'_>], base: Option<&Seen<'_>>) -> Headline {
    let answered = |column: &&Seen<'_>| column.figures.error.is_none();
    let columns: Vec<&Seen<'_>> = columns.iter().filter(answered).collect();
    let Some(first) = columns.first() else {
        return Headline::default();
    };
    let base = base.filter(answered).unwrap_or(first);
    let told = |lang| Told {
        view: View { lang, ..*view },
        columns: &columns,
        base,
    };
    Headline {
        facts: view.lang.lines(|lang| told(lang).facts()),
        measures: view.lang.lines(|lang| told(lang).measures()),
        note: view.lang.lines(|lang| told(lang).note()),
        counted: if view.project.compares_variants() {
            VariantMsg::WorkAgainst.text(view.lang).to_owned()
        } else {
            String::new()
        },
    }
}

/// What is told in one language: columns with an answer, and the one that they are measured against.
struct Told<'s, 'a> {
    view: View<'a>,
    columns: &'s [&'s Seen<'a>],
    base: &'s Seen<'a>,
}

impl<'s, 'a> Told<'s, 'a> {
    const fn lang(&self) -> Lang {
        self.view.lang
    }

    fn name(&self, seen: &Seen<'_>) -> String {
        names(&self.view).column(&seen.at)
    }

    fn read(&self, figure: PathwayFigure, seen: &Seen<'_>) -> String {
        figure.said(seen.figures, self.lang())
    }

    fn is_base(&self, seen: &Seen<'_>) -> bool {
        seen.at == self.base.at
    }

    /// The column with most of `figure`, and the one with least; the baseline first among equals.
    fn ends(&self, figure: PathwayFigure) -> Option<(&'s Seen<'a>, &'s Seen<'a>)> {
        let value = |seen: &Seen<'_>| figure.central(seen.figures);
        let order = |a: &&&'s Seen<'a>, b: &&&'s Seen<'a>| {
            let by_value = value(a).total_cmp(&value(b));
            by_value.then(self.is_base(a).cmp(&self.is_base(b)))
        };
        let most = self.columns.iter().max_by(order)?;
        let least = self.columns.iter().min_by(order)?;
        Some((most, least))
    }

    /// Which column has most of `figure`: `alike` where all read the same, `base` where it is the baseline, else `most`.
    fn leads(&self, figure: PathwayFigure, [alike, base, most]: [CompareMsg; 3]) -> String {
        let Some((best, worst)) = self.ends(figure) else {
            return String::new();
        };
        let read = |seen: &Seen<'_>| self.read(figure, seen);
        let reads_as_base = read(best) == read(self.base);
        let message = match (read(best) == read(worst), reads_as_base) {
            (true, _) => alike,
            (_, true) => base,
            _ => most,
        };
        let told = if reads_as_base { self.base } else { best };
        let (name, value, against) = (self.name(told), read(told), read(self.base));
        message.with(
            self.lang(),
            &[("name", &name), ("value", &value), ("base", &against)],
        )
    }

    /// What is recycled at the same grade, and what is worn longest.
    fn facts(&self) -> String {
        let grade = [
            CompareMsg::HeadGradeAlike,
            CompareMsg::HeadGradeBase,
            CompareMsg::HeadGradeMost,
        ];
        let worn = [
            CompareMsg::HeadWornAlike,
            CompareMsg::HeadWornBase,
            CompareMsg::HeadWornMost,
        ];
        join(
            [
                self.leads(PathwayFigure::OutflowRecycled, grade),
                self.leads(PathwayFigure::Wears, worn),
            ],
            self.lang(),
        )
    }

    /// Both yardsticks, and the hours of the pathway that is told.
    fn measures(&self) -> String {
        let work = self.told().map(|column| self.work(column)).unwrap_or_default();
        join([self.yardsticks(), work], self.lang())
    }

    /// MCI with its quality-weighted value; a sentence in its place where the two part over a pair of columns.
    fn yardsticks(&self) -> String {
        let Some((best, worst)) = self.ends(PathwayFigure::Mci) else {
            return String::new();
        };
        let grade = self.parted(best, |parting| matches!(parting, Parting::SameGrade(_)));
        if let Some((other, _)) = self.parted(best, |parting| parting == Parting::Quality) {
            return self.pair(CompareMsg::HeadParts, best, other);
        }
        let reads = |a: &Seen<'_>, b: &Seen<'_>| {
            let mut all = PathwayFigure::YARDSTICKS.into_iter();
            all.all(|figure| self.read(figure, a) == self.read(figure, b))
        };
        let first = if reads(best, worst) {
            self.pair(CompareMsg::HeadMciAlike, best, best)
        } else if self.is_base(best) {
            self.pair(CompareMsg::HeadMciBase, best, best)
        } else if let Some(rival) = self.rival(best) {
            self.pair(CompareMsg::HeadMciNotApart, best, rival)
        } else {
            self.pair(CompareMsg::HeadMciMost, best, self.base)
        };
        let grade = match grade {
            Some((other, Parting::SameGrade(because))) => {
                let message = match because {
                    Because::Downcycled => CompareMsg::HeadGradeDowncycled,
                    Because::Worn => CompareMsg::HeadGradeWorn,
                    Because::Other => CompareMsg::HeadGradeOther,
                };
                self.pair(message, best, other)
            }
            _ => String::new(),
        };
        join(
            [join([first, grade], self.lang()), self.others_part(best)],
            self.lang(),
        )
    }

    /// The first column that parts from `of` as `rule` asks.
    fn parted(&self, of: &Seen<'_>, rule: fn(Parting) -> bool) -> Option<(&'s Seen<'a>, Parting)> {
        let others = self.columns.iter().filter(|other| other.at != of.at);
        let mut pairs = others.filter_map(|other| Some((*other, parting(of.figures, other.figures)?)));
        pairs.find(|(_, parting)| rule(*parting))
    }

    /// The first pair beside `best` whose order depends on how downcycling counts; empty where there is none.
    fn others_part(&self, best: &Seen<'_>) -> String {
        let mut others = self.columns.iter().filter(|column| column.at != best.at);
        let pair = others.find_map(|one| {
            let (other, _) = self.parted(one, |parting| parting == Parting::Quality)?;
            Some((*one, other))
        });
        pair.map_or_else(String::new, |(one, other)| {
            self.pair(CompareMsg::HeadParts, one, other)
        })
    }

    /// `message` over both yardsticks of two columns.
    fn pair(&self, message: CompareMsg, first: &Seen<'_>, second: &Seen<'_>) -> String {
        let of = |seen: &Seen<'_>| {
            PathwayFigure::YARDSTICKS.map(|figure| match message {
                // To the digit by which the yardsticks are ordered.
                CompareMsg::HeadParts => number::fixed(figure.central(seen.figures), 3, self.lang()),
                _ => self.read(figure, seen),
            })
        };
        let ([mci, quality], [other_mci, other_quality]) = (of(first), of(second));
        let values = [
            ("name", self.name(first)),
            ("other", self.name(second)),
            ("mci", mci),
            ("quality", quality),
            ("othermci", other_mci),
            ("otherquality", other_quality),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        message.with(self.lang(), &values)
    }

    /// The next column by MCI, where it reads the same or is not told apart from `best` in the draws by both yardsticks:
    /// then nothing is said to lead alone.
    fn rival(&self, best: &Seen<'_>) -> Option<&'s Seen<'a>> {
        let mci = |seen: &Seen<'_>| PathwayFigure::Mci.central(seen.figures);
        let others = self.columns.iter().filter(|column| column.at != best.at);
        let next = others.max_by(|a, b| mci(a).total_cmp(&mci(b)))?;
        let holds = |better: [f64; 2]| better.iter().all(|share| *share >= HOLDS);
        let is_close = best.better_than(next).is_some_and(|better| !holds(better));
        let read = |seen: &Seen<'_>| self.read(PathwayFigure::Mci, seen);
        (is_close || read(best) == read(next)).then_some(*next)
    }

    /// The column whose work is told: the one that both recycles well and lasts, by quality-weighted MCI; where that is
    /// the baseline, the one that moves most work.
    fn told(&self) -> Option<&'s Seen<'a>> {
        let (best, _) = self.ends(PathwayFigure::MciQuality)?;
        let by_change = |a: &&&'s Seen<'a>, b: &&&'s Seen<'a>| moved(a.figures).total_cmp(&moved(b.figures));
        let told = if best.figures.baseline {
            *self.columns.iter().max_by(by_change)?
        } else {
            best
        };
        (!told.figures.baseline && told.figures.totals.is_counted()).then_some(told)
    }

    /// `seen` in the language that is told.
    fn spoken(&self, seen: &Seen<'a>) -> View<'a> {
        View {
            lang: self.lang(),
            ..seen.view
        }
    }

    /// Hours gained and lost with their bands, what the net can say, and from where to where work moves.
    fn work(&self, seen: &Seen<'a>) -> String {
        let view = self.spoken(seen);
        let side = |figure: PathwayFigure| {
            let value = self.read(figure, seen);
            match view.band(&seen.figures.id, figure).filter(|_| view.ranges) {
                Some(band) => {
                    let range = band.said(figure, view.lang);
                    CompareMsg::HeadBand.with(view.lang, &[("value", &value), ("range", &range)])
                }
                None => value,
            }
        };
        let (gained, lost) = (side(PathwayFigure::Gained), side(PathwayFigure::Lost));
        let balanced = if view.is_balanced(seen.figures) {
            CompareMsg::HeadBalanced.text(view.lang)
        } else {
            ""
        };
        let name = self.name(seen);
        let values = [
            ("name", name.as_str()),
            ("gained", &gained),
            ("lost", &lost),
            ("balanced", balanced),
        ];
        join(
            [
                CompareMsg::HeadWork.with(view.lang, &values),
                effect(&view, seen.figures),
            ],
            view.lang,
        )
    }

    /// Break-even first, then the assumption that decides, else what the largest loss rests on.
    fn note(&self) -> String {
        let Some(seen) = self.told() else {
            return CommonMsg::EstimateNote.text(self.lang()).to_owned();
        };
        let view = self.spoken(seen);
        let rests = decides(&view, seen.figures).unwrap_or_else(|| largest_loss(&view, seen.figures));
        join([even(&view, seen.figures), rests], view.lang)
    }
}

/// All hours that move.
fn moved(pathway: &PathwayFigures) -> f64 {
    pathway.totals.gained + pathway.totals.lost
}

/// The line that gains most and the line that loses most.
fn extremes(pathway: &PathwayFigures) -> (Option<&WorkFigure>, Option<&WorkFigure>) {
    let by_hours = |a: &&WorkFigure, b: &&WorkFigure| a.hours.total_cmp(&b.hours);
    let gain = pathway.work.iter().max_by(by_hours);
    let loss = pathway.work.iter().min_by(by_hours);
    (
        gain.filter(|work| work.hours > 0.0),
        loss.filter(|work| work.hours < 0.0),
    )
}

/// New pieces saved, and from where to where work moves.
fn effect(view: &View<'_>, pathway: &PathwayFigures) -> String {
    let lang = view.lang;
    let baseline = view.assessment.baseline();
    let before = baseline.map_or(0.0, |baseline| baseline.circularity.garments_avoided);
    let pieces = (pathway.circularity.garments_avoided - before) * 100.0;
    let saves = pieces >= 0.5;
    let saved = if saves {
        let pieces = number::rough(pieces, lang);
        CompareMsg::HeadAvoided.with(lang, &[("pieces", &pieces)])
    } else {
        String::new()
    };
    let (gain, loss) = extremes(pathway);
    // A loss that vanishes beside the gain is no move, and the other way round.
    let counts = |work: &&WorkFigure| work.hours.abs() >= 0.05 * moved(pathway);
    let name = |work: &WorkFigure| lower(&names(view).activity(&work.activity), lang);
    let to = gain.filter(counts).map(name);
    let from = loss.filter(counts).map(name);
    let moves = match (&from, &to, saves) {
        (Some(_), Some(_), true) => Some(CompareMsg::HeadMoves),
        (Some(_), Some(_), false) => Some(CompareMsg::HeadMovesAlone),
        (None, Some(_), true) => Some(CompareMsg::HeadGains),
        (None, Some(_), false) => Some(CompareMsg::HeadGainsAlone),
        (Some(_), None, true) => Some(CompareMsg::HeadLoses),
        (Some(_), None, false) => Some(CompareMsg::HeadLosesAlone),
        (None, None, _) => None,
    };
    let values = [
        ("from", from.as_deref().unwrap_or_default()),
        ("to", to.as_deref().unwrap_or_default()),
    ];
    let moves = moves.map(|moves| moves.with(lang, &values)).unwrap_or_default();
    join([saved, moves], lang)
}

/// Break-even as a figure within 0 to 1, outside in words alone.
fn even(view: &View<'_>, pathway: &PathwayFigures) -> String {
    let message = match pathway.totals.break_even() {
        Some(even) if even < 0.0 => CompareMsg::NoteEvenBelow,
        Some(even) if even > 1.0 => CompareMsg::NoteEvenAbove,
        Some(_) => CompareMsg::NoteEven,
        None => CompareMsg::NoteEvenNone,
    };
    let even = PathwayFigure::BreakEven.said(pathway, view.lang);
    message.with(view.lang, &[("even", &even)])
}

/// The one assumption that alone turns the sign of the net, with its range; none before the draws, or where none does.
fn decides(view: &View<'_>, pathway: &PathwayFigures) -> Option<String> {
    let lang = view.lang;
    let uncertain = view.uncertain.filter(|uncertain| !uncertain.stale)?;
    let mut pathways = view.assessment.pathways.iter();
    let at = pathways.position(|figures| figures.id == pathway.id)?;
    let swings = uncertain
        .bands
        .swings
        .get(at)?
        .get(PathwayFigure::Net.column()?)?;
    let swing = deciding(swings)?;
    let factor = input_use(view.project, view.library, view.assessment, lang, swing.input)?;
    let say = |hours: f64| PathwayFigure::Net.form().text(hours, lang);
    let ends = [swing.at_p5.min(swing.at_p95), swing.at_p5.max(swing.at_p95)].map(say);
    let range = factor.range.unwrap_or_default();
    let values = [
        ("name", factor.name.as_str()),
        ("value", &factor.value),
        ("range", &range),
        ("grade", factor.grade.letter()),
        ("low", &ends[0]),
        ("high", &ends[1]),
    ];
    Some(CompareMsg::NoteDecides.with(lang, &values))
}

/// What the largest loss rests on; empty where nothing is lost.
fn largest_loss(view: &View<'_>, pathway: &PathwayFigures) -> String {
    let lang = view.lang;
    let Some(loss) = extremes(pathway).1 else {
        return String::new();
    };
    // "The largest loss" says already that it is lost.
    let amount = number::rough(loss.hours.abs(), lang);
    let unit = CommonMsg::UnitHoursPerThousand.text(lang);
    let amount = number::with_unit(&amount, unit, lang);
    let hours = match loss.range {
        Some(range) => {
            let range = Form::Hours.bare_range(loss.hours, range, lang);
            let joint = lang.pause();
            format!("{amount}{joint}{range}")
        }
        None => amount,
    };
    let grade = loss.grade.unwrap_or(Grade::D);
    let words = if grade == Grade::D {
        CompareMsg::NoteLossAssumed
    } else {
        CompareMsg::NoteLoss
    };
    let from = lower(&names(view).activity(&loss.activity), lang);
    let values = [
        ("from", from.as_str()),
        ("hours", &hours),
        ("grade", grade.letter()),
    ];
    words.with(lang, &values)
}

fn join(parts: [String; 2], lang: Lang) -> String {
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(lang.gap())
}

/// A name inside an English sentence: its first letter small, unless it is an abbreviation.
fn lower(name: &str, lang: Lang) -> String {
    let mut letters = name.chars();
    match (lang, letters.next(), letters.next()) {
        (Lang::En, Some(first), Some(second)) if second.is_lowercase() => {
            let rest: String = name.chars().skip(1).collect();
            format!("{}{rest}", first.to_lowercase())
        }
        _ => name.to_owned(),
    }
}
