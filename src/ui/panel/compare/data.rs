//! What the comparison says: final words and numbers of every column, on common scales.
//!
//! Invariant: every figure is read from the assessment; nothing is reckoned here but shares, sums and roundings of it.

use super::dealt::hundred;
use super::headline::{self, Headline};
use super::more::More;
use super::relative::{self, Relative};
use super::rings::{self, RingName};
use super::seen::{self, Seen};
use super::work::{self, Jobs, Line, Sure, Work};
use crate::assess::PathwayFigures;
use crate::data::{Drawing, Library, StageKindRow};
use crate::explain::answer::{IdleWords, Parting, parting};
use crate::explain::differences;
use crate::explain::why::Side;
use crate::figure::{PathwayFigure, Shown};
use crate::flow::network::EndClass as FlowEnd;
use crate::model::{Pathway, PathwayId, VariantNo};
use crate::text::names::Names;
use crate::text::{CommonMsg, CompareMsg, Lang, UncertainMsg, count, number};
use crate::ui::theme::EndClass;
use crate::ui::view::View;
use crate::work::by_place::InRing;

/// The facts that stand first: what is recycled at the same grade, and what is downcycled.
pub(super) const GRADES: [PathwayFigure; 2] =
    [PathwayFigure::OutflowRecycled, PathwayFigure::OutflowDowncycled];

/// The whole comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Compare {
    /// The sentences above.
    pub headline: Headline,
    /// The columns in the order of the comparison.
    pub columns: Vec<Column>,
    /// Classes of ends that occur in some column, in their order, with their names.
    pub legend: Vec<(EndClass, String)>,
    /// Lines of work that matter in some column, largest first.
    pub lines: Vec<Line>,
    /// The other lines.
    pub smaller: Vec<Line>,
    /// Rings around home in which some column has work, the nearest first.
    pub rings: Vec<RingName>,
    /// Most wears of any column.
    pub wears_scale: f64,
    /// Longest side of all bars of work, hours.
    pub work_scale: f64,
    /// The annual volume: "200 000 pieces a year".
    pub volume: String,
}

/// One variant on one pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The pathway.
    pub id: PathwayId,
    /// The variant.
    pub variant: VariantNo,
    /// Variant and pathway as one word: what its widgets are called by.
    pub key: String,
    /// Its index in the project: decides letter and colour.
    pub index: usize,
    /// Name of the pathway.
    pub name: String,
    /// Name of the variant, where the project has several.
    pub variant_name: Option<String>,
    /// How its garment is drawn small.
    pub drawing: Drawing,
    /// True for the baseline pathway, whichever variant is on it.
    pub baseline: bool,
    /// True for the column that all others are measured against.
    pub reference: bool,
    /// That its routes take or give nothing of this garment; none where they do.
    pub idle: Option<IdleWords>,
    /// What differs from that column, in words.
    pub differs: Vec<String>,
    /// Its figures; none where the pathway has no answer, then why in words.
    pub body: Result<Body, String>,
}

/// The figures of one pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// MCI: as read, and the number.
    pub mci: (String, f64),
    /// Its quality-weighted value: as read, and the number.
    pub quality: (String, f64),
    /// V, W, LFI, X.
    pub terms: Vec<Term>,
    /// What goes in; shares that are zero are left out.
    pub inflow: Vec<Portion>,
    /// Expected lives.
    pub lives: String,
    /// Expected wears: as read, and the number.
    pub wears: (String, f64),
    /// What happens on the way of 100 pieces.
    pub way: String,
    /// Recycled at the same grade, and downcycled, as read.
    pub grades: [String; 2],
    /// Where the mass ends; classes without mass are left out.
    pub ends: Vec<Portion>,
    /// Of a hundred pieces, how many end in each class; they sum to 100.
    pub hundred: Vec<(EndClass, u32)>,
    /// Work gained and lost, or the baseline's own.
    pub work: Work,
    /// Hours by how far they lie from home; they add up to the hours gained and lost.
    pub rings: Vec<InRing>,
    /// Full-time jobs at the annual volume.
    pub jobs: Jobs,
    /// The displacement at which the net is zero: the figure, and what it means.
    pub even: (Option<String>, String),
    /// How much of the hours is assumed.
    pub sure: Option<Sure>,
    /// Where the mass would end at the best gates.
    pub designed: Vec<Portion>,
    /// The indicators that stand beside.
    pub more: More,
    /// Ranges from the draws, where ranges are shown.
    pub spread: Option<Spread>,
    /// Whether it is more circular than the baseline in most draws.
    pub verdict: Option<String>,
    /// What stands beside the differences, where they are shown in place of the figures.
    pub relative: Option<Relative>,
}

/// Ranges of one pathway, 5–95 %.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// MCI: as read, and the numbers.
    pub mci: (String, f64, f64),
    /// Its quality-weighted value, as read.
    pub quality: String,
    /// Recycled at the same grade, and downcycled, as read.
    pub grades: [String; 2],
    /// Wears.
    pub wears: String,
    /// Hours gained.
    pub gained: String,
    /// Hours lost.
    pub lost: String,
    /// The baseline's own hours.
    pub own: String,
}

/// A letter of the indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// What it is.
    pub name: String,
    /// Its value with unit.
    pub value: String,
    /// The figure that it opens.
    pub figure: PathwayFigure,
}

/// A piece of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Portion {
    /// Decides its colour and hatch; none for the plain ground.
    pub class: Option<EndClass>,
    /// What it is.
    pub label: String,
    /// Its share, as read.
    pub value: String,
    /// Its share.
    pub share: f64,
}

impl Column {
    /// The column as the project names it.
    pub fn at(&self) -> crate::model::Column {
        crate::model::Column::new(self.variant, self.id.clone())
    }

    /// What its figures are said to be of.
    pub(super) fn head(&self) -> String {
        let variant = self.variant_name.iter().map(String::as_str);
        let names: Vec<&str> = variant.chain([self.name.as_str()]).collect();
        names.join(" · ")
    }
}

impl Compare {
    /// The comparison of the pathways that the project compares.
    pub fn of(view: &View<'_>) -> Self {
        let (seen, base) = (seen::all(view), Seen::reference(view));
        let columns: Vec<Column> = seen
            .iter()
            .map(|seen| column(view, seen, base.as_ref()))
            .collect();
        let bodies = || columns.iter().filter_map(|column| column.body.as_ref().ok());
        let legend = EndClass::ALL
            .into_iter()
            .filter(|class| bodies().any(|body| body.ends.iter().any(|end| end.class == Some(*class))))
            .map(|class| (class, class_head(class, view.lang).to_owned()))
            .collect();
        let wears_scale = bodies().map(|body| body.wears.1).fold(0.0, f64::max);
        let work_scale = bodies()
            .map(|body| body.work.gained.max(body.work.lost))
            .fold(0.0, f64::max);
        let (lines, smaller) = work::lines(view, &seen);
        Self {
            headline: headline::of(view, &seen, base.as_ref()),
            legend,
            rings: rings::all(view, &seen, &bodies().collect::<Vec<_>>()),
            lines,
            smaller,
            wears_scale,
            work_scale,
            volume: volume(&seen, view.lang),
            columns,
        }
    }
}

/// Looks names up in the language of `view`.
pub(super) fn names<'a>(view: &View<'a>) -> Names<'a> {
    Names {
        project: view.project,
        library: view.library,
        lang: view.lang,
    }
}

/// The annual volume; where variants differ in it, each of them.
fn volume(seen: &[Seen<'_>], lang: Lang) -> String {
    let pieces = |seen: &Seen<'_>| count::pieces(seen.view.project.product.pieces_per_year.get(), lang);
    let mut all: Vec<String> = seen.iter().map(pieces).collect();
    all.dedup();
    CompareMsg::AtVolumeHint.with(lang, &[("pieces", &all.join(" / "))])
}

fn column(view: &View<'_>, seen: &Seen<'_>, base: Option<&Seen<'_>>) -> Column {
    let (at, of_variant) = (&seen.at, &seen.view);
    let base_of_other = base.filter(|base| base.at != *at);
    let body = match &seen.figures.error {
        Some(error) => Err(crate::text::notices::flow_error(
            error,
            &names(of_variant),
            Some(seen.pathway),
        )),
        None => Ok(body(view, seen, base_of_other)),
    };
    let variant_name = || names(view).head(|names| names.variant(at.variant));
    let differs = base_of_other.map(|base| {
        let sides = [base, seen].map(|seen| Side {
            project: seen.view.project,
            pathway: &seen.at.pathway,
        });
        differences(sides, &names(of_variant))
    });
    Column {
        id: at.pathway.clone(),
        variant: at.variant,
        key: format!("{} {}", at.variant, at.pathway),
        index: seen.index,
        name: names(view).head(|names| names.pathway(&at.pathway)),
        variant_name: view.project.has_variants().then(variant_name),
        drawing: seen.view.drawing(),
        baseline: seen.figures.baseline,
        reference: base.is_some_and(|base| base.at == *at),
        idle: of_variant.idle_words(seen.figures),
        differs: differs.unwrap_or_default(),
        body,
    }
}

/// The figures of `seen`, as differences where the view asks for them and there is a `base`.
fn body(view: &View<'_>, seen: &Seen<'_>, base: Option<&Seen<'_>>) -> Body {
    let (figures, of_variant) = (seen.figures, &seen.view);
    let lang = view.lang;
    let both = |figure: PathwayFigure| (figure.said(figures, lang), figure.central(figures));
    let mut body = Body {
        mci: both(PathwayFigure::Mci),
        quality: both(PathwayFigure::MciQuality),
        grades: GRADES.map(|figure| figure.said(figures, lang)),
        terms: terms(figures, lang),
        inflow: inflow(figures, lang),
        lives: PathwayFigure::ItemUses.said(figures, lang),
        wears: both(PathwayFigure::Wears),
        way: way(seen.pathway, figures, view.library, lang),
        ends: by_ends(figures, PathwayFigure::Outflow, lang),
        hundred: hundred(ends(figures)),
        work: work::work(of_variant, figures),
        rings: rings::of(seen),
        jobs: work::jobs(figures, lang),
        even: work::even(figures, lang),
        sure: work::sure(figures, lang),
        designed: by_ends(figures, PathwayFigure::Designed, lang),
        more: More::of(seen, base, view.ranges),
        spread: spread(of_variant, &figures.id),
        verdict: base.and_then(|base| verdict(view, seen, base)),
        relative: None,
    };
    if let Some(base) = base.filter(|base| view.relative && base.figures.error.is_none()) {
        relative::apply(&mut body, seen, base);
    }
    body
}

/// Ranges from the draws; none while ranges are hidden or nothing is drawn.
fn spread(view: &View<'_>, id: &PathwayId) -> Option<Spread> {
    let band = |figure: PathwayFigure| view.band(id, figure);
    let words = |figure: PathwayFigure| Some(band(figure)?.said(figure, view.lang));
    let mci = view.ranges.then(|| band(PathwayFigure::Mci)).flatten()?;
    Some(Spread {
        mci: (words(PathwayFigure::Mci)?, mci.p5, mci.p95),
        quality: words(PathwayFigure::MciQuality)?,
        grades: [words(GRADES[0])?, words(GRADES[1])?],
        wears: words(PathwayFigure::Wears)?,
        gained: words(PathwayFigure::Gained)?,
        lost: words(PathwayFigure::Lost)?,
        own: words(PathwayFigure::Gross)?,
    })
}

/// How often `seen` is more circular than `base` in the same draws, by both yardsticks; differences that do not hold in 90
/// of 100 draws by both are called not distinguishable, and where the yardsticks part that is said in place of counts.
fn verdict(view: &View<'_>, seen: &Seen<'_>, base: &Seen<'_>) -> Option<String> {
    let better = seen.better_than(base)?;
    let (message, shares) = if parting(seen.figures, base.figures) == Some(Parting::Quality) {
        (UncertainMsg::OrderDepends, better)
    } else if better.iter().all(|share| *share >= seen::HOLDS) {
        (UncertainMsg::Holds, better)
    } else if better.iter().all(|share| *share <= 1.0 - seen::HOLDS) {
        (UncertainMsg::HoldsLess, better.map(|share| 1.0 - share))
    } else {
        (UncertainMsg::NotApart, better)
    };
    let [mci, quality] = shares.map(|share| number::fixed((share * 100.0).floor(), 0, view.lang));
    Some(view.lang.lines(|lang| {
        let name = names(&View { lang, ..*view }).column(&base.at);
        let values = [("name", name.as_str()), ("mci", &mci), ("quality", &quality)];
        message.with(lang, &values)
    }))
}

/// The letters that stand beside the first figure, those of the source in its order.
fn terms(figures: &PathwayFigures, lang: Lang) -> Vec<Term> {
    letters()
        .map(|figure| Term {
            name: figure.text(lang).to_owned(),
            value: figure.said(figures, lang),
            figure,
        })
        .collect()
}

/// The figures that stand as letters beside the first.
pub(super) fn letters() -> impl Iterator<Item = PathwayFigure> {
    let all = PathwayFigure::ALL.iter().copied();
    all.filter(|figure| figure.row().shown == Shown::Letter)
}

/// What comes from textiles and what from other waste stand apart, as the method asks.
fn inflow(figures: &PathwayFigures, lang: Lang) -> Vec<Portion> {
    let looks = [
        (Some(EndClass::Reused), CompareMsg::InReused),
        (Some(EndClass::SameGrade), CompareMsg::InTextile),
        (Some(EndClass::Downcycled), CompareMsg::InOther),
        (Some(EndClass::Biological), CompareMsg::InRenewable),
        (None, CompareMsg::InVirgin),
    ];
    let looks = looks.map(|(class, label)| (class, label.head(lang)));
    portions(figures, PathwayFigure::Inflow, looks, lang)
}

/// A bar of ends in the order of its classes.
fn by_ends(figures: &PathwayFigures, bar: PathwayFigure, lang: Lang) -> Vec<Portion> {
    let looks = EndClass::ALL.map(|class| (Some(class), class_head(class, lang)));
    portions(figures, bar, looks, lang)
}

/// Shares of the mass by class, in the order of the classes.
pub(super) fn ends(figures: &PathwayFigures) -> [(EndClass, f64); 7] {
    let mut shares = PathwayFigure::Outflow.pieces().iter();
    EndClass::ALL.map(|class| (class, shares.next().map_or(0.0, |piece| piece.central(figures))))
}

/// The pieces of `bar` that are there, each as its place in the bar looks.
fn portions<const N: usize>(
    figures: &PathwayFigures,
    bar: PathwayFigure,
    looks: [(Option<EndClass>, &'static str); N],
    lang: Lang,
) -> Vec<Portion> {
    let pieces = bar.pieces().iter().zip(looks);
    let shown = pieces.filter(|(piece, _)| piece.central(figures) > 1e-9);
    shown
        .map(|(piece, (class, label))| Portion {
            class,
            label: label.to_owned(),
            value: piece.said(figures, lang),
            share: piece.central(figures),
        })
        .collect()
}

/// The class inside a sentence.
pub(super) fn class_name(class: EndClass, lang: Lang) -> &'static str {
    class_message(class).text(lang)
}

/// The class in a legend or at a bar.
pub(super) fn class_head(class: EndClass, lang: Lang) -> &'static str {
    class_message(class).head(lang)
}

fn class_message(class: EndClass) -> CommonMsg {
    let flow = match class {
        EndClass::Reused => FlowEnd::Component,
        EndClass::SameGrade => FlowEnd::Recycled,
        EndClass::Downcycled => FlowEnd::Downcycled,
        EndClass::Biological => FlowEnd::Biological,
        EndClass::Energy => FlowEnd::Energy,
        EndClass::Lost => FlowEnd::Landfilled,
        EndClass::Undecided => FlowEnd::Undecided,
    };
    CommonMsg::from(flow)
}

/// How often a hundred sold pieces come back into use, by how.
fn way(pathway: &Pathway, figures: &PathwayFigures, library: &Library, lang: Lang) -> String {
    let visits = |row: &StageKindRow| -> f64 {
        let at = pathway.stages.iter().filter(|stage| stage.kind.is_kind(&row.id));
        at.filter_map(|stage| figures.stages.iter().find(|figure| figure.stage == stage.id))
            .filter_map(|figure| figure.visits)
            .sum()
    };
    let said = library.stage_kinds.iter().filter_map(|row| {
        let words = row.passed.as_ref()?.get(lang);
        let visits = visits(row) * 100.0;
        (visits > 0.0).then(|| words.replace("{count}", &number::rough(visits, lang)))
    });
    let said: Vec<String> = said.collect();
    let joint = lang.pause();
    let list = if said.is_empty() {
        CompareMsg::WayNone.text(lang).to_owned()
    } else {
        said.join(joint)
    };
    CompareMsg::OnTheWay.with(lang, &[("list", &list)])
}
