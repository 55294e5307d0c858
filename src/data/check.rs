//! Checks of the library, one question each; every check returns its problems in words, none if all is well.
//!
//! Invariant: a library that passes them can be trusted to name its sources and to resolve its own references.

mod pathways;
mod stage_kinds;
mod words;

pub use pathways::check_pathways;
pub use stage_kinds::check_stage_kinds;
pub use words::check_names;

use super::{Factor, Figure, Grade, Library, Mark};
use crate::model::{ActivityId, FibreId, PlaceId, SourceId};
use std::collections::BTreeSet;

/// One check: its problems in words.
pub type Check = fn(&Library) -> Vec<String>;

/// All checks by name.
pub const ALL: [(&str, Check); 18] = [
    ("sources of figures", check_sources),
    ("grades of figures", check_grades),
    ("units, years and regions", check_words_of_figures),
    ("ranges", check_ranges),
    ("domains", check_domains),
    ("ids", check_ids),
    ("fibres of routes", check_route_fibres),
    ("activities", check_activities),
    ("places", check_places),
    ("trims and feedstocks", check_trims),
    ("sums", check_sums),
    ("kinds of stages", check_stage_kinds),
    ("presets of stages and pathways", check_pathways),
    ("bibliography", check_bibliography),
    ("names", check_names),
    ("prices", super::prices::check_prices),
    ("rules", super::rules::check_rules),
    ("moves", super::moves::check_moves),
];

/// Runs all checks; each problem is headed by the check that found it.
pub fn check_all(library: &Library) -> Vec<String> {
    ALL.iter()
        .flat_map(|(name, check)| {
            check(library)
                .into_iter()
                .map(move |problem| format!("{name}: {problem}"))
        })
        .collect()
}

fn problems<'a>(library: &'a Library, wrong: impl Fn(&Factor) -> Option<String> + 'a) -> Vec<String> {
    library
        .factors()
        .filter_map(|factor| wrong(factor).map(|what| format!("{}: {what}", factor.id)))
        .collect()
}

fn unknown_sources<'a>(library: &'a Library, ids: &'a [SourceId]) -> impl Iterator<Item = String> + 'a {
    ids.iter()
        .filter(|id| library.source(id).is_none())
        .map(|id| format!("unknown source {id}"))
}

/// Every source that a figure or rule names is in the bibliography.
pub fn check_sources(library: &Library) -> Vec<String> {
    let figures = problems(library, |factor| {
        unknown_sources(library, &factor.figure.sources).next()
    });
    let rules = library.rules.iter().flat_map(|rule| {
        unknown_sources(library, &rule.sources).map(|what| format!("rule {}: {what}", rule.id))
    });
    figures.into_iter().chain(rules).collect()
}

/// A figure without a source is graded D and says why; grade and mark agree.
pub fn check_grades(library: &Library) -> Vec<String> {
    let figures = problems(library, |factor| wrong_grade(&factor.figure));
    let rules = library.rules.iter().filter_map(|rule| {
        let assumed = rule.sources.is_empty() && (rule.grade != Grade::D || rule.note.is_empty());
        assumed.then(|| {
            format!(
                "rule {}: without a source, yet not an assumption with a reason",
                rule.id
            )
        })
    });
    figures.into_iter().chain(rules).collect()
}

fn wrong_grade(figure: &Figure) -> Option<String> {
    let judged = matches!(figure.mark, Mark::Judged | Mark::Recalled | Mark::Definition);
    if figure.sources.is_empty() && !(figure.grade == Grade::D && judged) {
        return Some("without a source, yet not an assumption".to_owned());
    }
    if figure.sources.is_empty() && figure.note.is_empty() {
        return Some("an assumption without a reason".to_owned());
    }
    if judged != (figure.grade == Grade::D) {
        return Some(format!(
            "mark {:?} does not go with grade {}",
            figure.mark,
            figure.grade.letter()
        ));
    }
    (figure.mark == Mark::Own).then(|| "the user's own figure in the library".to_owned())
}

/// Every figure has a unit, a year or "n.d.", and a region or "general".
pub fn check_words_of_figures(library: &Library) -> Vec<String> {
    problems(library, |factor| {
        let figure = &factor.figure;
        let empty = [
            ("unit", &figure.unit),
            ("year", &figure.year),
            ("region", &figure.region),
        ]
        .into_iter()
        .find(|(_, text)| text.is_empty());
        empty.map(|(word, _)| format!("no {word}"))
    })
}

/// low ≤ value ≤ high, all finite.
pub fn check_ranges(library: &Library) -> Vec<String> {
    problems(library, |factor| {
        let figure = &factor.figure;
        let (low, high) = (
            figure.low.unwrap_or(figure.value),
            figure.high.unwrap_or(figure.value),
        );
        let fine = low.is_finite() && high.is_finite() && low <= figure.value && figure.value <= high;
        (!fine).then(|| format!("{low} ≤ {} ≤ {high} does not hold", figure.value))
    })
}

/// Every figure and both ends of its range lie in the range of its quantity.
pub fn check_domains(library: &Library) -> Vec<String> {
    problems(library, |factor| {
        let quantity = factor.quantity();
        let figure = &factor.figure;
        let all = [figure.low, Some(figure.value), figure.high];
        all.into_iter()
            .flatten()
            .find(|x| !quantity.holds(*x))
            .map(|x| format!("{x} is out of range"))
    })
}

fn twice<'a>(table: &str, ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    ids.filter(|id| id.is_empty() || !seen.insert(*id))
        .map(|id| format!("{table} {id:?} twice or empty"))
        .collect()
}

/// Ids are unique in each table.
pub fn check_ids(library: &Library) -> Vec<String> {
    let l = library;
    let lists = [
        twice(
            "fibre",
            l.fibres
                .iter()
                .map(|x| x.id.as_str())
                .chain(l.feedstocks.iter().map(|x| x.id.as_str())),
        ),
        twice("route", l.routes.iter().map(|x| x.id.as_str())),
        twice("kind", l.kinds.iter().map(|x| x.id.as_str())),
        twice("process", l.processes.iter().map(|x| x.id.as_str())),
        twice("activity", l.activities.iter().map(|x| x.id.as_str())),
        twice("quality", l.qualities.iter().map(|x| x.id.as_str())),
        twice("reuse", l.reuse.iter().map(|x| x.id.as_str())),
        twice("place", l.places.iter().map(|x| x.id.as_str())),
        twice("region", l.regions.iter().map(|x| x.id.as_str())),
        twice("preset", l.shares.iter().map(|x| x.id.as_str())),
        twice("stage kind", l.stage_kinds.iter().map(|x| x.id.as_str())),
        twice("stage", l.stage_presets.iter().map(|x| x.id.as_str())),
        twice("pathway", l.pathway_presets.iter().map(|x| x.id.as_str())),
        twice("assumption", l.assumptions.iter().map(|x| x.id.as_str())),
        twice("rule", l.rules.iter().map(|x| x.id.as_str())),
        twice("trim", l.trims.iter().map(|x| x.id.as_str())),
        twice("move", l.moves.iter().map(|x| x.id.as_str())),
    ];
    lists.into_iter().flatten().collect()
}

fn missing_fibre(library: &Library, id: &FibreId) -> Option<String> {
    library.fibre(id).is_none().then(|| format!("unknown fibre {id}"))
}

fn missing_activity(library: &Library, id: &ActivityId) -> Option<String> {
    library
        .activity(id)
        .is_none()
        .then(|| format!("unknown activity {id}"))
}

fn missing_place(library: &Library, id: &PlaceId) -> Option<String> {
    library.place(id).is_none().then(|| format!("unknown place {id}"))
}

/// Targets and outputs of routes are textile fibres; outputs are among the targets.
pub fn check_route_fibres(library: &Library) -> Vec<String> {
    let of_route = |route: &super::Route| {
        let named = route.targets.named().iter().chain(route.outputs.named());
        let unknown = named.clone().find_map(|id| missing_fibre(library, id));
        let hard = named
            .clone()
            .find(|id| library.fibre(id).is_some_and(|fibre| !fibre.is_textile()));
        let beside = route
            .outputs
            .named()
            .iter()
            .find(|id| !route.targets.contains(id));
        let problem = unknown
            .or_else(|| hard.map(|id| format!("{id} is no fibre")))
            .or_else(|| beside.map(|id| format!("output {id} is no target")));
        problem.map(|what| format!("route {}: {what}", route.id))
    };
    library.routes.iter().filter_map(of_route).collect()
}

/// Activities that routes, fibres and processes name exist; proxies name work that has no figure; qualities resolve.
pub fn check_activities(library: &Library) -> Vec<String> {
    let mut found = Vec::new();
    for route in &library.routes {
        let named = route
            .work
            .iter()
            .map(|work| &work.activity)
            .chain(&route.displaces);
        found.extend(named.filter_map(|id| missing_activity(library, id)));
        let proxies = route.work.iter().filter_map(|work| work.proxy_for.as_ref());
        found.extend(
            proxies
                .filter(|id| {
                    library
                        .activity(id)
                        .is_some_and(|known| !known.factors.is_empty())
                })
                .map(|id| format!("proxy for {id}, which has figures of its own")),
        );
        if route.work.is_empty() {
            found.push(format!("route {} has no work", route.id));
        }
    }
    let virgin = library
        .fibres
        .iter()
        .filter_map(|fibre| fibre.virgin_work.as_ref())
        .map(|work| &work.activity);
    let making = library
        .processes
        .iter()
        .filter_map(|process| process.work.as_ref());
    found.extend(
        virgin
            .chain(making)
            .filter_map(|id| missing_activity(library, id)),
    );
    let without = |row: &&super::Activity| row.quality.is_some() && library.quality(row).is_none();
    found.extend(
        library
            .activities
            .iter()
            .filter(without)
            .map(|row| format!("{}: unknown quality", row.id)),
    );
    found
}

/// Places that activities, fibres and other places name exist; no place lies in itself.
pub fn check_places(library: &Library) -> Vec<String> {
    let factors = library
        .activities
        .iter()
        .flat_map(|row| &row.factors)
        .filter_map(|work| work.place.as_ref());
    let fibres = library
        .fibres
        .iter()
        .filter_map(|fibre| fibre.virgin_work.as_ref()?.place.as_ref());
    let informal = library.qualities.iter().flat_map(|row| &row.informal);
    let informal = informal.flat_map(|row| &row.places);
    let parents = library.places.iter().filter_map(|place| place.parent.as_ref());
    let round = library.places.iter().filter(|place| {
        let mut around = library.upwards(&place.id).skip(1);
        around.any(|around| around == place.id.as_str())
    });
    let round: Vec<String> = round
        .map(|place| format!("{} lies in itself", place.id))
        .collect();
    factors
        .chain(fibres)
        .chain(parents)
        .chain(informal)
        .filter_map(|id| missing_place(library, id))
        .chain(round)
        .collect()
}

/// Trims of kinds, materials of trims and fibres of feedstocks resolve.
pub fn check_trims(library: &Library) -> Vec<String> {
    let known = |id: &str| library.trims.iter().any(|trim| trim.id == id);
    let of_kinds = library
        .kinds
        .iter()
        .flat_map(|kind| &kind.trims)
        .filter(|line| !known(&line.trim));
    let materials = library.trims.iter().map(|trim| &trim.fibre);
    let feeds = library.feedstocks.iter().map(|feed| &feed.fibre);
    let fibres = materials.chain(feeds).filter_map(|id| missing_fibre(library, id));
    of_kinds
        .map(|line| format!("unknown trim {}", line.trim))
        .chain(fibres)
        .collect()
}

/// Shares that leave a stage of a preset sum to at most 1; skill levels sum to 1; informal shares lie in 0..1.
pub fn check_sums(library: &Library) -> Vec<String> {
    let mut found = Vec::new();
    for preset in &library.shares {
        let stages: BTreeSet<&str> = preset.shares.iter().map(|share| share.from.as_str()).collect();
        for stage in stages {
            let leaving = preset.shares.iter().filter(|share| share.from == stage);
            let sum: f64 = leaving.map(|share| share.figure.value).sum();
            if sum > 1.0 + 1e-9 {
                found.push(format!("preset {}: {sum} leaves {stage}", preset.id));
            }
        }
    }
    for row in &library.qualities {
        let informal = row.informal.iter().map(|row| row.share);
        let shares = row.skill.iter().copied().chain(informal);
        let outside = shares.filter(|share| !(0.0..=1.0).contains(share)).count() > 0;
        if outside || (row.skill.iter().sum::<f64>() - 1.0).abs() > 1e-9 || row.isco_08.is_empty() {
            found.push(format!("quality {}: shares do not add up", row.id));
        }
    }
    found
}

/// Keys are unique; each source has a title, a place, and a year or "n.d.".
pub fn check_bibliography(library: &Library) -> Vec<String> {
    let complete = |source: &super::Source| {
        let year = source.year == "n.d." || (source.year.len() == 4 && source.year.parse::<u16>().is_ok());
        year && !source.title.is_empty() && !source.place.is_empty()
    };
    let missing = library.sources.iter().filter(|source| !complete(source));
    let missing = missing.map(|source| format!("source {} is not complete", source.id));
    twice("source", library.sources.iter().map(|source| source.id.as_str()))
        .into_iter()
        .chain(missing)
        .collect()
}
