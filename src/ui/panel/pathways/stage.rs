//! The selected stage in final words and numbers.

use super::data::{figures, names};
use super::gates::{self, GateTable};
use crate::data::{Factor, GOAL_2030, OwnUnit};
use crate::edit::{self, Way};
use crate::explain::FigureId;
use crate::model::{Link, Name, Pathway, PlaceId, RouteId, Stage, StageId, StageKind, StageRole};
use crate::presets;
use crate::quantity::Share;
use crate::text::names::Names;
use crate::text::{ChooseMsg, CommonMsg, Lang, PathwaysMsg, number};
use crate::ui::diagram::model::{Tint, shown_class, tint};
use crate::ui::diagram::words::{class_word, standing};
use crate::ui::theme::EndClass;
use crate::ui::view::View;

/// The selected stage.
#[derive(Debug, Clone, PartialEq)]
pub struct StageInfo {
    /// The stage.
    pub id: StageId,
    /// What happens there, in general words.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Pieces or mass that pass, with what opens them.
    pub through: Vec<(String, FigureId)>,
    /// Where its work is done; none for ends that the method adds.
    pub place: Option<(PlaceId, String)>,
    /// Its route and the route's name, for material stages.
    pub route: Option<(RouteId, String)>,
    /// Why it cannot be removed; none where it can.
    pub stays: Option<&'static str>,
    /// Stages that could lead here, where nothing does yet.
    pub sources: Option<Vec<(StageId, Name)>>,
    /// True where whole garments leave it.
    pub has_exits: bool,
    /// Its exits.
    pub exits: Vec<ExitRow>,
    /// Their sum.
    pub sum: String,
    /// What is not yet decided, where the pathway leaves it open.
    pub undecided: Option<String>,
    /// Its own figure.
    pub own: Option<OwnFigure>,
    /// Wears of the owned piece that hiring replaces, where the first user hires here.
    pub own_wears: Option<OwnFigure>,
    /// The share of its output that comes back.
    pub closed: Option<OwnFigure>,
    /// Where what is left goes.
    pub targets: Vec<TargetRow>,
    /// What its gates take.
    pub gates: Option<GateTable>,
    /// For ends: class and masses by origin.
    pub end: Option<EndInfo>,
}

/// One exit.
#[derive(Debug, Clone, PartialEq)]
pub struct ExitRow {
    /// Where it leads.
    pub to: StageId,
    /// The name of that stage.
    pub name: String,
    /// Its share.
    pub share: f64,
    /// The colour of its ribbon.
    pub tint: Tint,
    /// True while it is kept.
    pub is_pinned: bool,
    /// Library share and grade, what it was adjusted from, or that it is what is left or the user's own.
    pub basis: String,
    /// The factor that it came from.
    pub factor: Option<FigureId>,
    /// The national goal, on the way from the wearer to collection.
    pub goal: Option<Goal>,
}

/// The national goal, as a mark on a share.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// The share that it asks for.
    pub share: f64,
    /// What the mark says.
    pub mark: String,
    /// The goal with who set it.
    pub words: String,
    /// What opens it.
    pub factor: FigureId,
}

/// A figure that is the user's own or the library's.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnFigure {
    /// What it is.
    pub label: String,
    /// The user's own value, a share.
    pub own: Option<f64>,
    /// The value in use where none is given.
    pub library: f64,
    /// The library's value named, or what holds without one.
    pub default: String,
    /// The factor, where there is one.
    pub factor: Option<FigureId>,
    /// False where the figure is a number of wears, which has no upper end.
    pub is_share: bool,
}

/// Which target is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetKind {
    /// Where refused mass or a last life goes.
    Fallback,
    /// Where residue goes.
    Residue,
}

/// A target with its choice.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetRow {
    /// Which.
    pub kind: TargetKind,
    /// What it is.
    pub label: &'static str,
    /// The stage chosen.
    pub to: Option<StageId>,
    /// Its name.
    pub name: String,
    /// Stages that it may be.
    pub options: Vec<(StageId, String)>,
}

/// An end.
#[derive(Debug, Clone, PartialEq)]
pub struct EndInfo {
    /// Its class.
    pub class: EndClass,
    /// The class's name.
    pub label: &'static str,
    /// Stages that its mass comes from, by name and mass.
    pub origins: Vec<(StageId, String, String)>,
}

/// The stage `id` of `pathway`, also an end that the method adds; none where there is no such stage.
pub fn stage_info(view: &View<'_>, pathway: &Pathway, id: &StageId) -> Option<StageInfo> {
    let names = names(view);
    let stage = pathway.stage(id);
    let figures = figures(view, pathway);
    let is_end = figures.is_some_and(|figures| figures.ends.iter().any(|end| &end.stage == id));
    if stage.is_none() && !is_end {
        return None;
    }
    let kind = match stage.map(|stage| &stage.kind) {
        None | Some(StageKind::End(_)) => CommonMsg::StageEnd.text(view.lang).to_owned(),
        Some(kind) => names.stage_kind(kind),
    };
    let exits: Vec<ExitRow> = stage.map_or_else(Vec::new, |stage| {
        stage
            .exits
            .iter()
            .map(|link| exit(view, pathway, stage, link))
            .collect()
    });
    let sum: f64 = exits.iter().map(|exit| exit.share).sum();
    let sum = number::share(sum, view.lang);
    Some(StageInfo {
        id: id.clone(),
        kind,
        name: standing(&names.stage(pathway, id)),
        through: through(view, pathway, id),
        place: stage.map(|stage| (stage.place.clone(), names.place(&stage.place))),
        route: stage.and_then(|stage| match &stage.kind {
            StageKind::Material(route) => Some((route.clone(), standing(&names.route(route)))),
            _ => None,
        }),
        stays: stays(view, pathway, id),
        sources: stage.and_then(|stage| sources(view, pathway, stage)),
        sum: PathwaysMsg::ExitsSum.with(view.lang, &[("sum", &sum)]),
        undecided: stage.and_then(|stage| undecided(view, pathway, stage)),
        has_exits: stage.is_some_and(|stage| stage.kind.is_item()),
        exits,
        own: stage.and_then(|stage| own(view, stage)),
        own_wears: stage.and_then(|stage| own_wears(view, pathway, stage)),
        closed: stage.and_then(|stage| closed(view, stage)),
        targets: stage.map_or_else(Vec::new, |stage| targets(view, pathway, stage)),
        gates: stage.and_then(|stage| gates::table(view, pathway, stage)),
        end: end(view, pathway, id),
    })
}

/// Stages that could lead to `stage`, by name; none where something leads there already.
fn sources(view: &View<'_>, pathway: &Pathway, stage: &Stage) -> Option<Vec<(StageId, Name)>> {
    let leads = |other: &Stage| {
        let rests = [&other.fallback, &other.residue];
        other.exits.iter().any(|link| link.to == stage.id)
            || rests.into_iter().any(|rest| rest.as_ref() == Some(&stage.id))
    };
    if pathway.start == stage.id || pathway.stages.iter().any(leads) {
        return None;
    }
    let can = |other: &&Stage| edit::refusal(pathway, &other.id, &stage.id, Way::Exit).is_none();
    let name = |lang: Lang, other: &Stage| standing(&Names { lang, ..names(view) }.stage_of(other));
    let can = pathway.stages.iter().filter(can);
    let can = can.map(|other| {
        (
            other.id.clone(),
            Name::new(name(Lang::En, other), name(Lang::Zh, other)),
        )
    });
    Some(can.collect())
}

/// Why the stage `id` has to stay.
pub(super) fn stays(view: &View<'_>, pathway: &Pathway, id: &StageId) -> Option<&'static str> {
    let reason = if pathway.stage(id).is_none() {
        PathwaysMsg::AddedEnd
    } else if &pathway.start == id {
        PathwaysMsg::StartStays
    } else {
        return None;
    };
    Some(reason.text(view.lang))
}

fn through(view: &View<'_>, pathway: &Pathway, id: &StageId) -> Vec<(String, FigureId)> {
    let passed =
        figures(view, pathway).and_then(|figures| figures.stages.iter().find(|stage| &stage.stage == id));
    let Some(passed) = passed else {
        return Vec::new();
    };
    let (pathway_id, stage) = (pathway.id.clone(), id.clone());
    let is_end =
        figures(view, pathway).is_some_and(|figures| figures.ends.iter().any(|end| &end.stage == id));
    let figure = if is_end {
        FigureId::End {
            pathway: pathway_id,
            stage,
        }
    } else {
        FigureId::Stage {
            pathway: pathway_id,
            stage,
        }
    };
    let mass = view.assessment.product.mass_kg;
    let share = if mass > 0.0 { passed.kg / mass } else { 0.0 };
    let (grams, share) = (
        number::grams(passed.kg, view.lang),
        number::share(share, view.lang),
    );
    // A whole piece passes more than once: a share of the mass would exceed 100 %.
    let words = match passed.visits {
        Some(visits) => {
            let times = number::ratio(visits, view.lang);
            vec![PathwaysMsg::Passages.with(view.lang, &[("times", &times)]), grams]
        }
        None => vec![PathwaysMsg::MassShare.with(view.lang, &[("mass", &grams), ("share", &share)])],
    };
    let told = words.into_iter().map(|words| (words, figure.clone()));
    told.collect()
}

fn exit(view: &View<'_>, pathway: &Pathway, stage: &Stage, link: &Link) -> ExitRow {
    let factor = link
        .basis
        .as_ref()
        .and_then(|id| view.library.factor(id.as_str()));
    let let_go = matches!(stage.kind.role(), Some(StageRole::LetGo | StageRole::Worn));
    let target = pathway.stage(&link.to).and_then(|stage| stage.kind.role());
    let is_collection = let_go && target == Some(StageRole::Collect);
    ExitRow {
        to: link.to.clone(),
        name: standing(&names(view).stage(pathway, &link.to)),
        share: link.share.get(),
        tint: figures(view, pathway).map_or(Tint::Pathway, |figures| tint(pathway, figures, &link.to)),
        is_pinned: link.pinned,
        basis: basis(view, stage, link, factor),
        factor: factor.map(|factor| FigureId::Factor(factor.id.clone().into())),
        goal: is_collection.then(|| goal(view)).flatten(),
    }
}

/// Where a share comes from, in words.
fn basis(view: &View<'_>, stage: &Stage, link: &Link, factor: Option<&Factor>) -> String {
    if let Some(factor) = factor {
        let is_same = (factor.figure.value - link.share.get()).abs() < 1e-9;
        let share = number::share(factor.figure.value, view.lang);
        let values = [("share", share.as_str()), ("grade", factor.figure.grade.letter())];
        return if is_same {
            PathwaysMsg::LibraryShare.with(view.lang, &values)
        } else {
            ChooseMsg::Adjusted.with(view.lang, &values)
        };
    }
    let others = stage.exits.iter().filter(|other| other.to != link.to);
    let is_rest =
        stage.exits.len() > 1 && !link.share.is_zero() && others.clone().all(|other| other.basis.is_some());
    if link.share >= Share::ONE {
        ChooseMsg::Everything.text(view.lang).to_owned()
    } else if is_rest {
        ChooseMsg::Left.text(view.lang).to_owned()
    } else {
        let own = if is_of_sample(view, stage, link) {
            PathwaysMsg::OfSample
        } else {
            PathwaysMsg::OwnShare
        };
        own.text(view.lang).to_owned()
    }
}

/// True where the project is a sample and `link` stands as it came with it.
fn is_of_sample(view: &View<'_>, stage: &Stage, link: &Link) -> bool {
    let Some(sample) = presets::of(view.project) else {
        return false;
    };
    let stages = sample.pathways.iter().flat_map(|pathway| &pathway.stages);
    let mut same = stages.filter(|there| there.id == stage.id && there.kind == stage.kind);
    same.any(|there| {
        there
            .exits
            .iter()
            .any(|exit| exit.to == link.to && exit.share == link.share)
    })
}

/// How much of what leaves `stage` has no place yet.
fn undecided(view: &View<'_>, pathway: &Pathway, stage: &Stage) -> Option<String> {
    let open = edit::undecided(pathway)?;
    stage.kind.is_item().then(|| {
        let exits = stage.exits.iter().filter(|exit| &exit.to == open);
        let share: f64 = exits.map(|exit| exit.share.get()).sum();
        ChooseMsg::Undecided.with(view.lang, &[("share", &number::share(share, view.lang))])
    })
}

/// The national goal for 2030, from the library.
fn goal(view: &View<'_>) -> Option<Goal> {
    let factor = view.library.factor(GOAL_2030)?;
    let share = number::share(factor.figure.value, view.lang);
    Some(Goal {
        share: factor.figure.value,
        mark: ChooseMsg::GoalMark.with(view.lang, &[("share", &share)]),
        words: PathwaysMsg::ReferenceGoal.with(view.lang, &[("share", &share)]),
        factor: FigureId::Factor(factor.id.clone().into()),
    })
}

/// The other stages that `stage` may lead to in this way.
fn options(view: &View<'_>, pathway: &Pathway, stage: &Stage, way: Way) -> Vec<(StageId, String)> {
    let names = names(view);
    let fits = |other: &&Stage| edit::refusal(pathway, &stage.id, &other.id, way).is_none();
    let others = pathway.stages.iter().filter(fits);
    others
        .map(|stage| (stage.id.clone(), standing(&names.stage_of(stage))))
        .collect()
}

fn own(view: &View<'_>, stage: &Stage) -> Option<OwnFigure> {
    let row = view.library.stage_kind(&stage.kind)?.own.as_ref()?;
    let factor = view.library.at_place(&row.factors, &stage.place)?;
    let factor = view.library.factor(factor.as_str())?;
    let is_share = row.unit == OwnUnit::Share;
    Some(OwnFigure {
        label: row.label.get(view.lang).to_owned(),
        own: stage.own.map(|own| own.value),
        library: factor.figure.value,
        default: library_default(view, factor, is_share, of_sample(view, stage)),
        factor: Some(FigureId::Factor(factor.id.clone().into())),
        is_share,
    })
}

/// Wears of the owned piece that hiring replaces; only at the start of a pathway that begins with it.
fn own_wears(view: &View<'_>, pathway: &Pathway, stage: &Stage) -> Option<OwnFigure> {
    if stage.id != pathway.start || !pathway.is_hired() {
        return None;
    }
    let factor = view
        .library
        .factor(&format!("kind.{}.wears", view.project.product.kind))?;
    Some(OwnFigure {
        label: PathwaysMsg::OwnWears.text(view.lang).to_owned(),
        own: pathway.own_wears.map(|own| own.value),
        library: factor.figure.value,
        default: library_default(view, factor, false, ""),
        factor: Some(FigureId::Factor(factor.id.clone().into())),
        is_share: false,
    })
}

/// Says that the stage's own figure came with the sample; empty where the user set it or there is none.
fn of_sample(view: &View<'_>, stage: &Stage) -> &'static str {
    let sample = presets::of(view.project).filter(|_| stage.own.is_some());
    let stages = sample.iter().flat_map(|sample| &sample.pathways);
    let mut same = stages.flat_map(|pathway| &pathway.stages);
    if same.any(|there| there.id == stage.id && there.kind == stage.kind && there.own == stage.own) {
        PathwaysMsg::OfSample.text(view.lang)
    } else {
        ""
    }
}

fn library_default(view: &View<'_>, factor: &Factor, is_share: bool, of_sample: &str) -> String {
    let value = if is_share {
        number::share(factor.figure.value, view.lang)
    } else {
        number::figure(factor.figure.value, None, view.lang)
    };
    let values = [
        ("value", value.as_str()),
        ("name", factor.name.get(view.lang)),
        ("grade", factor.figure.grade.letter()),
    ];
    let default = PathwaysMsg::LibraryDefault.with(view.lang, &values);
    if of_sample.is_empty() {
        default
    } else {
        format!("{of_sample}\n{default}")
    }
}

fn closed(view: &View<'_>, stage: &Stage) -> Option<OwnFigure> {
    matches!(stage.kind, StageKind::Material(_)).then(|| OwnFigure {
        label: PathwaysMsg::ClosedShare.text(view.lang).to_owned(),
        own: stage.closed_share.map(|share| share.value),
        library: 0.0,
        default: PathwaysMsg::LibraryNothing.text(view.lang).to_owned(),
        factor: None,
        is_share: true,
    })
}

fn targets(view: &View<'_>, pathway: &Pathway, stage: &Stage) -> Vec<TargetRow> {
    let names = names(view);
    let row = |kind: TargetKind, label: PathwaysMsg, to: &Option<StageId>| TargetRow {
        kind,
        options: match kind {
            TargetKind::Fallback => options(view, pathway, stage, Way::Fallback),
            TargetKind::Residue => options(view, pathway, stage, Way::Residue),
        },
        label: label.text(view.lang),
        name: to.as_ref().map_or_else(
            || PathwaysMsg::Nowhere.text(view.lang).to_owned(),
            |to| standing(&names.stage(pathway, to)),
        ),
        to: to.clone(),
    };
    match stage.kind {
        StageKind::Material(_) => vec![
            row(TargetKind::Fallback, PathwaysMsg::RefusedTo, &stage.fallback),
            row(TargetKind::Residue, PathwaysMsg::ResidueTo, &stage.residue),
        ],
        StageKind::End(_) => Vec::new(),
        StageKind::Item(_) => vec![row(TargetKind::Fallback, PathwaysMsg::Fallback, &stage.fallback)],
    }
}

fn end(view: &View<'_>, pathway: &Pathway, id: &StageId) -> Option<EndInfo> {
    let figures = figures(view, pathway)?;
    let end = figures.ends.iter().find(|end| &end.stage == id)?;
    let class = shown_class(end.class);
    let names = names(view);
    let mut masses: Vec<(&StageId, f64)> = Vec::new();
    for flow in figures.flows.iter().filter(|flow| &flow.to == id) {
        match masses.iter_mut().find(|(from, _)| *from == &flow.from) {
            Some((_, kg)) => *kg += flow.kg,
            None => masses.push((&flow.from, flow.kg)),
        }
    }
    masses.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let origins = masses.into_iter().map(|(from, kg)| {
        let name = standing(&names.stage(pathway, from));
        (from.clone(), name, number::grams(kg, view.lang))
    });
    Some(EndInfo {
        class,
        label: class_word(class).text(view.lang),
        origins: origins.collect(),
    })
}
