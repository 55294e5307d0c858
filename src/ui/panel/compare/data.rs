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
use crate::report::sheet::{self, Bar, Figure, Piece, Scale};
use crate::text::names::Names;
use crate::text::{CommonMsg, CompareMsg, Lang, UncertainMsg, count, number};
use crate::ui::theme::{EndClass, Fill, Theme};
use crate::ui::view::View;
use crate::work::by_place::InRing;

/// The facts that stand first: what is recycled at the same grade, and what is downcycled.
pub(super) const GRADES: [PathwayFigure; 2] =
    [PathwayFigure::OutflowRecycled, PathwayFigure::OutflowDowncycled];

/// Shares of the mass up to this one are none.
const LEAST: f64 = 1e-9;

/// The whole comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Compare {
    /// The sentences above.
    pub headline: Headline,
    /// The columns in the order of the comparison.
    pub columns: Vec<Column>,
    /// Classes of ends that occur in some column, in their order, with their names.
    pub legend: Vec<(sheet::Fill, String)>,
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
    /// MCI.
    pub mci: Figure,
    /// Its quality-weighted value.
    pub quality: Figure,
    /// Both as marks.
    pub scale: Scale,
    /// V, W, LFI, X.
    pub terms: Vec<(PathwayFigure, Figure)>,
    /// What goes in; shares that are zero are left out.
    pub inflow: Bar,
    /// Expected lives.
    pub lives: Figure,
    /// Expected wears, and their number.
    pub wears: (Figure, f64),
    /// What happens on the way of 100 pieces.
    pub way: String,
    /// Recycled at the same grade, and downcycled.
    pub grades: [Figure; 2],
    /// Where the mass ends; classes without mass are left out.
    pub ends: Bar,
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
    /// Where the mass would end at the best gates, hollow.
    pub designed: Bar,
    /// The indicators that stand beside.
    pub more: More,
    /// Whether it is more circular than the baseline in most draws.
    pub verdict: Option<String>,
    /// What stands beside the differences, where they are shown in place of the figures.
    pub relative: Option<Relative>,
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
        let work_scale = work::scale(&seen);
        let columns: Vec<Column> = seen
            .iter()
            .map(|seen| column(view, seen, base.as_ref(), work_scale))
            .collect();
        let bodies = || columns.iter().filter_map(|column| column.body.as_ref().ok());
        let wears_scale = bodies().map(|body| body.wears.1).fold(0.0, f64::max);
        let (lines, smaller) = work::lines(view, &seen);
        Self {
            headline: headline::of(view, &seen, base.as_ref()),
            legend: legend(view, &seen),
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

/// The classes of ends in which some column has mass.
fn legend(view: &View<'_>, seen: &[Seen<'_>]) -> Vec<(sheet::Fill, String)> {
    let ends = |seen: &Seen<'_>| ends(seen.figures).map(|(_, share)| share > LEAST);
    let answered = || seen.iter().filter(|seen| seen.figures.error.is_none());
    let classes = EndClass::ALL.into_iter().enumerate();
    classes
        .filter(|(at, _)| answered().any(|seen| ends(seen).get(*at) == Some(&true)))
        .map(|(_, class)| {
            let name = class_head(class, view.lang).to_owned();
            (view.theme.end(class).into(), name)
        })
        .collect()
}

/// The annual volume; where variants differ in it, each of them.
fn volume(seen: &[Seen<'_>], lang: Lang) -> String {
    let pieces = |seen: &Seen<'_>| count::pieces(seen.view.project.product.pieces_per_year.get(), lang);
    let mut all: Vec<String> = seen.iter().map(pieces).collect();
    all.dedup();
    CompareMsg::AtVolumeHint.with(lang, &[("pieces", &all.join(" / "))])
}

fn column(view: &View<'_>, seen: &Seen<'_>, base: Option<&Seen<'_>>, work_scale: f64) -> Column {
    let (at, of_variant) = (&seen.at, &seen.view);
    let base_of_other = base.filter(|base| base.at != *at);
    let body = match &seen.figures.error {
        Some(error) => Err(crate::text::notices::flow_error(
            error,
            &names(of_variant),
            Some(seen.pathway),
        )),
        None => Ok(body(view, seen, base_of_other, work_scale)),
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
fn body(view: &View<'_>, seen: &Seen<'_>, base: Option<&Seen<'_>>, work_scale: f64) -> Body {
    let figures = seen.figures;
    let (lang, theme) = (view.lang, view.theme);
    let said = |figure: PathwayFigure| Figure::of(figure, figures, seen.band(figure), lang);
    let (mci, quality) = (said(PathwayFigure::Mci), said(PathwayFigure::MciQuality));
    let ends = |bar: PathwayFigure| by_ends(figures, bar, (theme, lang));
    let mut body = Body {
        scale: scale(seen, [&mci, &quality]),
        mci,
        quality,
        grades: GRADES.map(said),
        terms: letters().map(|figure| (figure, said(figure))).collect(),
        inflow: inflow(figures, (theme, lang)),
        lives: said(PathwayFigure::ItemUses),
        wears: (said(PathwayFigure::Wears), PathwayFigure::Wears.central(figures)),
        way: way(seen.pathway, figures, view.library, lang),
        ends: ends(PathwayFigure::Outflow),
        hundred: hundred(self::ends(figures)),
        work: work::work(seen, work_scale),
        rings: rings::of(seen),
        jobs: work::jobs(figures, lang),
        even: work::even(figures, lang),
        sure: work::sure(figures, lang),
        designed: hollow(ends(PathwayFigure::Designed), theme),
        more: More::of(seen, base, view.ranges),
        verdict: base.and_then(|base| verdict(view, seen, base)),
        relative: None,
    };
    if let Some(base) = base.filter(|base| view.relative && base.figures.error.is_none()) {
        relative::apply(&mut body, seen, base);
    }
    body
}

/// MCI and its quality-weighted value as marks, with the band of the first.
fn scale(seen: &Seen<'_>, said: [&Figure; 2]) -> Scale {
    let band = seen.band(PathwayFigure::Mci);
    Scale {
        value: PathwayFigure::Mci.central(seen.figures),
        second: PathwayFigure::MciQuality.central(seen.figures),
        band: band.map(|band| (band.p5, band.p95)),
        spoken: spoken(said, &said[0].range, seen.view.lang),
    }
}

/// Both marks in words: the first with `more` of it, the second after its short name.
pub(super) fn spoken([mci, quality]: [&Figure; 2], more: &str, lang: Lang) -> String {
    let more = if more.is_empty() {
        String::new()
    } else {
        format!(" ({more})")
    };
    let word = CompareMsg::QualityShort.text(lang);
    format!("{}{more}; {word} {}", mci.value, quality.value)
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

/// The figures that stand as letters beside the first.
pub(super) fn letters() -> impl Iterator<Item = PathwayFigure> {
    let all = PathwayFigure::ALL.iter().copied();
    all.filter(|figure| figure.row().shown == Shown::Letter)
}

/// What comes from textiles and what from other waste stand apart, as the method asks.
fn inflow(figures: &PathwayFigures, (theme, lang): (&Theme, Lang)) -> Bar {
    let looks = [
        (theme.end(EndClass::Reused), CompareMsg::InReused),
        (theme.end(EndClass::SameGrade), CompareMsg::InTextile),
        (theme.end(EndClass::Downcycled), CompareMsg::InOther),
        (theme.end(EndClass::Biological), CompareMsg::InRenewable),
        (theme.virgin(), CompareMsg::InVirgin),
    ];
    let looks = looks.map(|(fill, label)| (fill, label.head(lang)));
    bar(figures, PathwayFigure::Inflow, looks, lang)
}

/// A bar of ends in the order of its classes.
fn by_ends(figures: &PathwayFigures, of: PathwayFigure, (theme, lang): (&Theme, Lang)) -> Bar {
    let looks = EndClass::ALL.map(|class| (theme.end(class), class_head(class, lang)));
    bar(figures, of, looks, lang)
}

/// `bar` with the ground of the window and the hatches alone.
fn hollow(mut bar: Bar, theme: &Theme) -> Bar {
    for piece in &mut bar.pieces {
        let hatch = piece.fill.hatch;
        piece.fill = Fill {
            color: theme.surface,
            hatch,
        }
        .into();
    }
    bar
}

/// Shares of the mass by class, in the order of the classes.
pub(super) fn ends(figures: &PathwayFigures) -> [(EndClass, f64); 7] {
    let mut shares = PathwayFigure::Outflow.pieces().iter();
    EndClass::ALL.map(|class| (class, shares.next().map_or(0.0, |piece| piece.central(figures))))
}

/// The pieces of `bar` that are there, each as its place in the bar looks.
fn bar<const N: usize>(
    figures: &PathwayFigures,
    bar: PathwayFigure,
    looks: [(Fill, &'static str); N],
    lang: Lang,
) -> Bar {
    let pieces = bar.pieces().iter().zip(looks);
    let shown = pieces.filter(|(piece, _)| piece.central(figures) > LEAST);
    Bar {
        name: bar.head(lang),
        pieces: shown
            .map(|(piece, (fill, label))| Piece {
                label: label.to_owned(),
                value: piece.said(figures, lang),
                share: piece.central(figures),
                fill: fill.into(),
            })
            .collect(),
    }
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
