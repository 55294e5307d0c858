//! What a new product begins with: pathways that take what it is made of, and recycled fibre of the waste it can come from.

use reloom::compose::Composer;
use reloom::data::{Library, RouteClass};
use reloom::edit::{Edit, FibreEdit};
use reloom::flow::assemble::{feed, rule};
use reloom::flow::gate::{Verdict, judge};
use reloom::intake::label::parse;
use reloom::intake::{from_label, sample};
use reloom::model::{Feedstock, Origin, Overrides, Part, Pathway, PathwayId, Project, StageKind};
use reloom::presets;
use reloom::quantity::Share;
use std::collections::BTreeSet;

fn of_label(text: &str) -> Project {
    let library = Library::builtin();
    let kind = library.kind(&"tshirt".into()).unwrap();
    from_label(&parse(text).parts, kind, library, sample())
}

/// The routes that make fibre on `pathway`, with the stage that the pathway is about in front.
fn routes<'a>(library: &'a Library, pathway: &'a Pathway) -> Option<&'a reloom::data::Route> {
    let preset = library.pathway_presets.iter().find(|preset| {
        let offer = preset.offer.as_ref();
        offer.is_some_and(|offer| offer.id == pathway.id)
    });
    let main = preset?.offer.as_ref()?.main.as_ref()?;
    match &pathway.stage(&main.as_str().into())?.kind {
        StageKind::Material(route) => library.route(route),
        _ => None,
    }
}

fn main_part(project: &Project) -> &Part {
    let cloth = project.product.parts.iter().filter(|part| !part.is_hard());
    cloth
        .max_by(|a, b| a.mass.get().total_cmp(&b.mass.get()))
        .unwrap()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of compositions")]
fn every_pathway_offered_takes_the_main_part_and_gives_something_back() {
    let library = Library::builtin();
    let fibres: Vec<&str> = [
        "cotton",
        "linen",
        "hemp",
        "wool",
        "silk",
        "viscose",
        "lyocell",
        "polyester",
        "pa6",
        "polyamide",
        "acrylic",
        "elastane",
    ]
    .to_vec();
    let mut seen: BTreeSet<(PathwayId, String)> = BTreeSet::new();
    let mut project = of_label("100% cotton");
    for first in &fibres {
        for second in &fibres {
            for percent in [100, 98, 95, 90, 80, 65, 60, 50] {
                let share = f64::from(percent) / 100.0;
                let fibre = project.product.parts[0].fibres[0].clone();
                let line = |id: &str, share: f64| reloom::model::FibreLine {
                    fibre: id.into(),
                    share: Share::clamped(share),
                    ..fibre.clone()
                };
                project.product.parts[0].fibres = if percent == 100 || first == second {
                    vec![line(first, 1.0)]
                } else {
                    vec![line(first, share), line(second, 1.0 - share)]
                };
                let part = main_part(&project);
                let offered = Composer::new(&project, library).offered();
                assert!(offered.len() >= 2 && offered[0].id.as_str() == "today");
                for pathway in &offered {
                    let Some(route) = routes(library, pathway) else {
                        continue;
                    };
                    assert_eq!(route.class, RouteClass::FibreToFibre);
                    let verdict = judge(&rule(route, &Overrides::new()), &feed(route, part)).verdict;
                    assert_ne!(
                        verdict,
                        Verdict::Refused,
                        "{first} {percent} {second}: {}",
                        route.id
                    );
                    let out: f64 = part
                        .fibres
                        .iter()
                        .filter(|line| route.outputs.contains(&line.fibre))
                        .map(|line| line.share.get())
                        .sum();
                    assert!(
                        out * route.recovery.value >= 0.05,
                        "{first} {percent} {second}: {} gives nothing",
                        route.id
                    );
                    seen.insert((pathway.id.clone(), route.id.to_string()));
                }
            }
        }
    }
    for (way, route) in [
        ("sort_mechanical", "mech_cotton_post"),
        ("sort_mechanical", "mech_wool"),
        ("sort_melt", "thermo_pet"),
        ("sort_melt", "thermo_pa_pp"),
        ("sort_chemical", "chem_pet"),
        ("sort_chemical", "pulp_cellulose"),
        ("sort_chemical", "sep_polycotton"),
        ("sort_chemical", "depoly_pa6"),
    ] {
        assert!(
            seen.contains(&(way.into(), route.to_owned())),
            "{way} {route}: {seen:?}"
        );
    }
}

/// Pathway and route of everything offered beside today and repair.
fn offers(text: &str) -> Vec<(String, String)> {
    let project = of_label(text);
    let library = Library::builtin();
    let all = project.pathways.iter();
    all.filter_map(|way| Some((way.id.to_string(), routes(library, way)?.id.to_string())))
        .collect()
}

#[test]
fn a_label_brings_the_pathways_of_its_fibres() {
    let named = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter()
            .map(|(way, route)| ((*way).to_owned(), (*route).to_owned()))
            .collect()
    };
    assert_eq!(
        offers("100% polyester"),
        named(&[
            ("sort_mechanical", "mech_syn"),
            ("sort_melt", "thermo_pet"),
            ("sort_chemical", "chem_pet")
        ])
    );
    assert_eq!(offers("100% wool"), named(&[("sort_mechanical", "mech_wool")]));
    assert_eq!(
        offers("60% cotton 40% polyester"),
        named(&[("sort_chemical", "sep_polycotton")])
    );
    let cotton = offers("95% cotton 5% elastane");
    assert_eq!(
        cotton,
        named(&[
            ("sort_mechanical", "mech_cotton_post"),
            ("sort_chemical", "pulp_cellulose")
        ])
    );
    let project = of_label("100% cotton");
    assert_eq!(project.baseline.as_str(), "today");
    assert!(project.compared.len() >= 2 && project.compared.len() <= 4);
    assert!(
        project
            .compared
            .iter()
            .all(|column| project.pathway(&column.pathway).is_some())
    );
}

fn with_feedstock(project: &Project, fibre: &str, feedstock: Feedstock) -> Origin {
    let part = project.product.parts[0].id.clone();
    let changed = Edit::fibre(&part, 0, FibreEdit::SetFibre(fibre.into()))
        .apply(project)
        .unwrap();
    let set = Edit::fibre(&part, 0, FibreEdit::SetFeedstock(feedstock));
    let changed = set.apply(&changed).unwrap();
    changed.product.parts[0].fibres[0].feedstock.origin
}

#[test]
fn recycled_fibre_starts_at_textile_waste_and_bottles_are_for_polyester() {
    let library = Library::builtin();
    for fibre in library.fibres.iter().filter(|fibre| fibre.is_textile()) {
        let possible = library.origins(&fibre.id);
        assert_eq!(
            possible.contains(&Origin::OtherWaste),
            fibre.id.as_str() == "polyester",
            "{}",
            fibre.id
        );
        let project = of_label("100% silk");
        let half = Feedstock {
            recycled: Share::clamped(0.5),
            ..Feedstock::default()
        };
        assert_eq!(
            with_feedstock(&project, fibre.id.as_str(), half),
            possible[0],
            "{}",
            fibre.id
        );
    }
    for text in [
        "100% recycled cotton",
        "100% recycled wool",
        "100% recycled polyamide",
    ] {
        let line = &of_label(text).product.parts[0].fibres[0];
        assert!(
            line.feedstock.origin.is_textile() && !line.feedstock.recycled.is_zero(),
            "{text}"
        );
    }
    let polyester = &of_label("100% recycled polyester").product.parts[0].fibres[0].clone();
    assert_eq!(polyester.feedstock.origin, Origin::OtherWaste);
}

#[test]
fn no_sample_has_bottles_in_anything_but_polyester() {
    let library = Library::builtin();
    for preset in presets::all() {
        let project = preset.project().unwrap();
        let parts = project
            .variants()
            .into_iter()
            .flat_map(|product| product.parts.clone());
        for line in parts.flat_map(|part| part.fibres) {
            let feedstock = &line.feedstock;
            let possible = library.origins(&line.fibre).contains(&feedstock.origin);
            assert!(
                feedstock.recycled.is_zero() || possible,
                "{} {}",
                preset.id,
                line.fibre
            );
        }
    }
}

#[test]
fn a_figure_of_the_sample_is_not_the_users_own() {
    let project = presets::get("knitwear_eu").unwrap().project().unwrap();
    let sample = presets::of(&project).unwrap();
    assert_eq!(sample, &project);
    assert!(presets::of(&of_label("100% cotton")).is_none());
}
