//! Nothing absurd is accepted: every number out of its range is refused with its place, by whichever door it comes.

use crate::support::sound_project;
use proptest::prelude::*;
use reloom::assess::{Assessment, assess, misfits};
use reloom::cli::{Cli, run};
use reloom::data::Library;
use reloom::edit::{Edit, EditError};
use reloom::model::Estimate;
use reloom::project_file::{ReadError, SetError, read, read_set, write};
use reloom::text::Lang;
use reloom::uncertainty::distribution::Pert;
use std::path::{Path, PathBuf};

fn fault(name: &str) -> PathBuf {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/faults");
    fixtures.join(name)
}

fn text(name: &str) -> String {
    std::fs::read_to_string(fault(name)).unwrap()
}

/// The path of the number that is refused; the sentences in both languages name it.
#[track_caller]
fn refused(text: &str) -> String {
    let error = read(text.as_bytes()).map(|_| ()).expect_err(text);
    let path = match &error {
        ReadError::Value { path, line, .. } => {
            assert!(*line >= 1);
            path.clone()
        }
        other => panic!("{other}"),
    };
    for lang in [Lang::En, Lang::Zh] {
        let said = error.text(lang);
        assert!(said.contains(&path), "{said}");
    }
    path
}

#[test]
fn the_smallest_absurd_projects_are_refused_where_they_stand() {
    assert_eq!(
        refused(&text("feedstock_3.ron")),
        "product.parts[p0].fibres[cotton]"
    );
    let path = refused(&text("use_own_ratio_-1.ron"));
    assert_eq!(path, "pathways[w1].stages[u].own_ratio");
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of absurd inputs")]
fn their_brothers_are_refused_too() {
    let sound = text("use_own_ratio_-1.ron").replace("own_ratio:(value:-1.0),", "");
    assert!(read(sound.as_bytes()).is_ok());
    let stage = "id:\"u\",kind:use";
    let cases = [
        (stage, "id:\"u\",own_ratio:(value:1.5),kind:use", "own_ratio"),
        (
            stage,
            "id:\"u\",own_ratio:(value:0.5,range:(0.6,0.9)),kind:use",
            "own_ratio",
        ),
        (
            stage,
            "id:\"u\",own_ratio:(value:0.5,range:(-0.1,0.9)),kind:use",
            "own_ratio",
        ),
        (
            "id:\"r\",kind:repair",
            "id:\"r\",own_ratio:(value:2.0),kind:repair",
            "own_ratio",
        ),
        (
            "residue:\"e\")",
            "residue:\"e\",closed_share:(value:0.5,range:(0.6,0.7)))",
            "closed_share",
        ),
        ("share:0.3)", "share:0.3,range:(0.4,0.5))", "exits[r]"),
        ("removable:no", "removable:no,count:0", "count"),
        ("made_in:\"CN\"", "made_in:\"CN\",wears:(value:-3.0)", "wears"),
        (
            "made_in:\"CN\"",
            "made_in:\"CN\",wears:(value:3.0,range:(5.0,9.0))",
            "wears",
        ),
        (
            "made_in:\"CN\"",
            "made_in:\"CN\",sewing:minutes(value:5.0,range:(6.0,7.0))",
            "sewing",
        ),
        (
            "making:bought",
            "making:cloth(spinning:\"ring\",cutting_loss_share:(value:1.0))",
            "cutting_loss",
        ),
        (
            "making:bought",
            "making:cloth(spinning:\"ring\",cutting_loss_share:(value:0.2,range:(0.3,0.4)))",
            "cutting_loss",
        ),
        (
            "seed:1",
            "seed:1,overrides:{\"route.mech_cotton_post.recovery\":(value:5.0)}",
            "overrides.route.mech_cotton_post.recovery",
        ),
        (
            "seed:1",
            "seed:1,overrides:{\"work.sewing.CN\":(value:-300.0)}",
            "overrides.work.sewing.CN",
        ),
        (
            "seed:1",
            "seed:1,overrides:{\"work.sewing.CN\":(value:300.0,range:(310.0,320.0))}",
            "overrides.work.sewing.CN",
        ),
        (
            "seed:1",
            "seed:1,overrides:{\"hours_per_fte.CN\":(value:0.0)}",
            "overrides.hours_per_fte.CN",
        ),
        (
            "seed:1",
            "seed:1,library_values:{\"route.mech_cotton_post.recovery\":80.0}",
            "library_values.route.mech_cotton_post.recovery",
        ),
        (
            "seed:1",
            "seed:1,multipliers:{\"repair\":(value:0.5,note:\"a table\")}",
            "multipliers.repair",
        ),
        ("recycled_share", "recycled_share", ""),
    ];
    for (from, to, key) in cases.into_iter().filter(|(.., key)| !key.is_empty()) {
        assert!(sound.contains(from), "{from}");
        let path = refused(&sound.replacen(from, to, 1));
        assert!(path.contains(key), "{path} for {to}");
    }
    for (one, two) in [(0.5, 0.6), (1.0, 0.1)] {
        let line = format!("share:1.0,reused_share:{one},sustained_share:{two}");
        let path = refused(&sound.replacen("share:1.0", &line, 1));
        assert_eq!(path, "product.parts[p0].fibres[cotton]");
    }
}

fn yield_factor() -> &'static str {
    let id = "route.mech_cotton_post.recovery";
    assert!(Library::builtin().factor(id).is_some());
    id
}

#[test]
fn a_factor_set_is_held_against_the_same_table() {
    let set = |figure: &str| {
        let id = yield_factor();
        format!(
            "(version: 1, name: \"x\", factors: {{\"{id}\": ({figure}), \"work.garment.CN\": (value: 3.0)}})"
        )
    };
    assert!(read_set(set("value: 0.8").as_bytes()).is_ok());
    for figure in [
        "value: 5.0",
        "value: 80.0",
        "value: 0.8, high: 1.2",
        "value: 0.8, low: 0.9",
    ] {
        let SetError(error) = read_set(set(figure).as_bytes()).expect_err(figure);
        let said = error.text(Lang::En);
        assert!(said.contains("factors") && said.contains("Line 1"), "{said}");
    }
}

#[test]
fn the_window_is_held_against_the_same_table() {
    let project = reloom::presets::get("tshirt").unwrap().project().unwrap();
    let factor = reloom::model::FactorId::from(yield_factor());
    let own = |value: f64| {
        let edit = Edit::SetOverride {
            factor: factor.clone(),
            figure: Estimate::exact(value),
            note: "measured".to_owned(),
        };
        edit.apply(&project)
    };
    assert!(own(0.8).is_ok());
    for value in [5.0, -0.1, 80.0, f64::NAN] {
        assert!(matches!(own(value), Err(EditError::Figure { .. })), "{value}");
    }
    assert!(
        write(&own(0.8).unwrap(), None).is_ok(),
        "what the window takes can be saved"
    );
}

#[test]
fn a_probability_at_the_very_end_has_its_quantile() {
    let pert = Pert::new(1.0, 2.0, 5.0).unwrap();
    let mut last = pert.low;
    for p in [1e-300, 1e-200, 1e-100, 1e-30, 1e-12, 2e-9, 1e-6, 0.01, 0.5] {
        let quantile = pert.quantile(p);
        assert!(
            quantile >= last && quantile <= pert.high,
            "{p}: {quantile} after {last}"
        );
        last = quantile;
    }
    for (p, q) in [(1e-9, 1.0 - 1e-9), (1e-12, 1.0 - 1e-12), (1e-4, 1.0 - 1e-4)] {
        let mirrored = Pert::new(-5.0, -2.0, -1.0).unwrap();
        let (low, high) = (pert.quantile(p), -mirrored.quantile(q));
        assert!((low - high).abs() < 1e-6, "{p}: {low} and {high}");
    }
    let cli = ["reloom", "calc", "pert", "low=1", "mode=2", "high=5", "p=1e-200"];
    let command = <Cli as clap::Parser>::try_parse_from(cli)
        .unwrap()
        .command
        .unwrap();
    assert_eq!(run(&command, Lang::En, &mut Vec::new(), &mut Vec::new()), 0);
}

#[test]
fn no_more_lives_than_a_project_may_have() {
    for (lives, code) in [("1000", 0), ("1001", 2), ("4294967295", 2), ("0", 2)] {
        let given = format!("max_lives={lives}");
        let cli = ["reloom", "calc", "max-lives", "back=0.5", &given];
        let command = <Cli as clap::Parser>::try_parse_from(cli)
            .unwrap()
            .command
            .unwrap();
        assert_eq!(
            run(&command, Lang::En, &mut Vec::new(), &mut Vec::new()),
            code,
            "{lives}"
        );
    }
}

fn check(path: &Path) -> (u8, String) {
    let line = ["reloom".as_ref(), "check".as_ref(), path.as_os_str()];
    let command = <Cli as clap::Parser>::try_parse_from(line)
        .unwrap()
        .command
        .unwrap();
    let mut out = Vec::new();
    let code = run(&command, Lang::En, &mut out, &mut Vec::new());
    (code, String::from_utf8(out).unwrap())
}

#[test]
fn mass_that_vanishes_is_a_finding() {
    let (code, said) = check(&fault("material_to_item.ron"));
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("w1"), "{said}");
}

#[test]
fn a_loop_that_nearly_never_ends_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.ron");
    let sound = text("use_own_ratio_-1.ron").replace("own_ratio:(value:-1.0),", "");
    let odd = sound.replacen("share:0.7)", "share:0.70002)", 1);
    std::fs::write(&path, odd).unwrap();
    let (code, said) = check(&path);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("1.0000") && said.contains(" u "), "{said}");
}

/// The shirt with a circle of two stages, or of lives without an end, from which the share `gap` gets away.
fn circle(gap: f64, lives: bool) -> String {
    let mut project = reloom::presets::get("tshirt").unwrap().project().unwrap();
    project.others.clear();
    let way = &mut project.pathways[0];
    project.baseline = way.id.clone();
    project.compared.clear();
    way.max_lives = reloom::model::MaxLives::Unlimited;
    let exit = way
        .stages
        .iter()
        .find_map(|stage| stage.exits.first())
        .unwrap()
        .clone();
    let link = |(to, share): (&str, f64)| reloom::model::Link {
        to: to.into(),
        share: reloom::quantity::Share::new(share).unwrap(),
        range: None,
        basis: None,
        ..exit.clone()
    };
    let (circle, first) = if lives {
        (["resale", "use"], "resale")
    } else {
        (["sorting", "collection"], "collection")
    };
    let [from, back] = circle;
    for stage in &mut way.stages {
        let exits = match stage.id.as_str() {
            id if id == from => vec![(back, 1.0 - gap), ("energy", gap)],
            "use" => vec![(first, 1.0)],
            "collection" => vec![("sorting", 1.0)],
            _ => continue,
        };
        stage.exits = exits.into_iter().map(link).collect();
    }
    project.pathways.truncate(1);
    write(&project, None).unwrap()
}

#[test]
fn a_circle_that_hardly_anything_leaves_is_named_and_what_is_clean_is_finite() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.ron");
    for lives in [false, true] {
        for digits in 0..=16 {
            let gap = 0.5 * 10_f64.powi(-digits);
            std::fs::write(&path, circle(gap, lives)).unwrap();
            let (code, said) = check(&path);
            let is_endless = 1.0 / gap > 1_001.0;
            assert_eq!(code == 1, is_endless, "{lives} {gap}: {said}");
            if !is_endless {
                let project = read(&std::fs::read(&path).unwrap()).unwrap().project;
                all_sound(&assess(&project, Library::builtin()));
            } else if gap > 1e-15 {
                assert!(
                    said.contains(" times, for hardly anything leaves"),
                    "{lives} {gap}: {said}"
                );
            }
        }
    }
}

/// Nothing that cannot be, in any pathway; and what must add up adds up.
#[track_caller]
fn all_sound(assessment: &Assessment) {
    for pathway in &assessment.pathways {
        let found = misfits(pathway, &assessment.product);
        assert!(found.is_empty(), "{}: {found:?}", pathway.id);
        if pathway.error.is_some() || assessment.product.mass_kg <= 0.0 {
            continue;
        }
        let ends: f64 = pathway.ends.iter().map(|end| end.kg).sum();
        assert!(
            (ends - assessment.product.mass_kg).abs() <= 1e-9,
            "{}",
            pathway.id
        );
    }
}

#[test]
fn every_preset_is_sound() {
    for preset in reloom::presets::all() {
        all_sound(&assess(&preset.project().unwrap(), Library::builtin()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_check_finds_nothing_in_is_sound(project in sound_project::projects()) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.ron");
        let text = write(&project, None).unwrap();
        std::fs::write(&path, text).unwrap();
        let (code, _) = check(&path);
        if code == 0 {
            let assessment = assess(&project, Library::builtin());
            prop_assert!(assessment.pathways.iter().all(|pathway| pathway.error.is_none()));
            all_sound(&assessment);
        }
    }
}
