//! Presets of stages and pathways: each gives figures with every sample, and its shares are the library's.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what cannot be"
)]

use reloom::assess::{Assessment, assess};
use reloom::compose::Composer;
use reloom::data::Library;
use reloom::edit::{Edit, EditError, History, LinkEdit, StageEdit, Way, refusal, undecided};
use reloom::model::{EndKind, Link, MaxLives, Pathway, Project, Stage, StageKind, StageRole};
use reloom::presets;
use reloom::quantity::Share;
use reloom::text::Lang;

fn library() -> &'static Library {
    Library::builtin()
}

fn samples() -> impl Iterator<Item = (&'static str, Project)> {
    presets::all()
        .iter()
        .map(|preset| (preset.id, preset.project().unwrap()))
}

fn sample(id: &str) -> Project {
    presets::get(id).unwrap().project().unwrap()
}

fn composed(project: &Project, preset: &str) -> Pathway {
    let preset = library().pathway_preset(preset).unwrap();
    Composer::new(project, library()).pathway(preset, format!("new_{}", preset.id).as_str().into())
}

/// Every pathway has an answer, in which as much leaves as goes in.
#[track_caller]
fn sound(assessment: &Assessment, what: &str) {
    for pathway in &assessment.pathways {
        assert_eq!(pathway.error, None, "{what}: {}", pathway.id);
        assert!(pathway.imbalance_kg.abs() < 1e-9, "{what}: {}", pathway.id);
        let ends: f64 = pathway.ends.iter().map(|end| end.kg).sum();
        assert!(
            (ends - assessment.product.mass_kg).abs() < 1e-9,
            "{what}: {}",
            pathway.id
        );
    }
}

#[track_caller]
fn whole(pathway: &Pathway) {
    for stage in pathway.stages.iter().filter(|stage| stage.kind.is_item()) {
        let sum: f64 = stage.exits.iter().map(|exit| exit.share.get()).sum();
        assert!((sum - 1.0).abs() < 1e-12, "{} {}: {sum}", pathway.id, stage.id);
    }
}

#[test]
fn there_are_at_least_ten_pathways_and_each_has_figures_with_every_sample() {
    assert!(library().pathway_presets.len() >= 10);
    for (id, mut project) in samples() {
        for preset in &library().pathway_presets {
            let pathway = composed(&project, &preset.id);
            whole(&pathway);
            project = Edit::AddPathway(Box::new(pathway)).apply(&project).unwrap();
        }
        sound(&assess(&project, library()), id);
    }
}

#[test]
fn a_preset_is_one_step_and_one_undo() {
    for (id, project) in samples() {
        let pathway = composed(&project, "sort_mechanical");
        let mut history = History::new(project.clone());
        history
            .apply(&Edit::AddPathway(Box::new(pathway)), false)
            .unwrap();
        assert_eq!(
            history.project().pathways.len(),
            project.pathways.len() + 1,
            "{id}"
        );
        history.undo();
        assert_eq!(**history.project(), project, "{id}");
    }
}

/// Where a share is the library's it keeps basis and range; what is left is split in the proportions of its basis.
#[test]
fn every_share_of_a_preset_comes_from_the_library() {
    let project = sample("tshirt");
    for preset in &library().pathway_presets {
        let pathway = composed(&project, &preset.id);
        for stage in &pathway.stages {
            let based: Vec<&Link> = stage.exits.iter().filter(|exit| exit.basis.is_some()).collect();
            // At most one exit takes all that is left and needs no basis.
            assert!(stage.exits.len() - based.len() <= 1, "{} {}", preset.id, stage.id);
            let value = |exit: &Link| {
                library()
                    .factor(exit.basis.as_ref().unwrap().as_str())
                    .unwrap()
                    .figure
                    .value
            };
            let (same, split): (Vec<_>, Vec<_>) = based
                .into_iter()
                .partition(|exit| (value(exit) - exit.share.get()).abs() < 1e-12);
            for exit in same {
                let figure = &library()
                    .factor(exit.basis.as_ref().unwrap().as_str())
                    .unwrap()
                    .figure;
                assert_eq!(
                    exit.range.is_some(),
                    figure.low.is_some(),
                    "{} {}",
                    preset.id,
                    stage.id
                );
            }
            let ratios: Vec<f64> = split.iter().map(|exit| exit.share.get() / value(exit)).collect();
            assert!(
                ratios.windows(2).all(|two| (two[0] - two[1]).abs() < 1e-9),
                "{}: {ratios:?}",
                preset.id
            );
        }
    }
}

/// The samples' shares are the library's where they say so, or adjusted within its range.
#[test]
fn a_sample_says_no_other_share_than_the_library() {
    for (id, project) in samples() {
        for exit in project
            .pathways
            .iter()
            .flat_map(|pathway| &pathway.stages)
            .flat_map(|stage| &stage.exits)
        {
            let Some(basis) = &exit.basis else { continue };
            let figure = &library().factor(basis.as_str()).unwrap().figure;
            let (low, high) = (
                figure.low.unwrap_or(figure.value),
                figure.high.unwrap_or(figure.value),
            );
            let share = exit.share.get();
            assert!(
                low - 1e-12 <= share && share <= high + 1e-12,
                "{id}: {basis} {share}"
            );
        }
    }
}

#[test]
fn a_route_is_chosen_that_fits_the_product() {
    let kind = |sample_id: &str, pathway: &str, stage: &str| {
        let pathway = composed(&sample(sample_id), pathway);
        pathway.stage(&stage.into()).unwrap().kind.clone()
    };
    let route = |id: &str| StageKind::Material(id.into());
    assert_eq!(
        kind("tshirt", "sort_mechanical", "tearing"),
        route("mech_cotton_post")
    );
    assert_eq!(
        kind("wool_sweater", "sort_mechanical", "tearing"),
        route("mech_wool")
    );
    assert_eq!(kind("goal_2030", "sort_mechanical", "tearing"), route("mech_syn"));
    assert_eq!(kind("goal_2030", "sort_chemical", "chemical"), route("chem_pet"));
    // Nothing but the polyester of the sheet would come out of separation; duvet and pillowcases are cotton.
    assert_eq!(
        kind("bed_linen", "sort_chemical", "chemical"),
        route("pulp_cellulose")
    );
}

/// Any stage can be added to any pathway, alone or from any stage of whole garments; the pathway keeps its answer.
#[test]
fn a_new_stage_is_connected_in_one_step_and_never_takes_the_answer_away() {
    for (id, project) in samples() {
        let composer = Composer::new(&project, library());
        let mut changed = project.clone();
        for preset in composer.stage_presets() {
            for pathway in &project.pathways {
                let pathway = changed.pathway(&pathway.id).unwrap().clone();
                let from = pathway
                    .stages
                    .iter()
                    .find(|stage| stage.kind == crate::support::kind("discard"));
                let from = from.or_else(|| pathway.stage(&pathway.start)).unwrap();
                let addition = composer.addition(&pathway, &preset, Some(from));
                let (first, entry) = (addition.stages[0].id.clone(), addition.entry.clone().unwrap());
                assert_eq!(entry.1.to, first);
                changed = Edit::AddStages {
                    pathway: pathway.id.clone(),
                    stages: addition.stages,
                    entry: Some(Box::new(entry.clone())),
                }
                .apply(&changed)
                .unwrap();
                let share = Edit::link(
                    &pathway.id,
                    &entry.0,
                    &first,
                    LinkEdit::SetShare(Share::clamped(0.1)),
                );
                changed = share.apply(&changed).unwrap();
                whole(changed.pathway(&pathway.id).unwrap());
            }
        }
        sound(&assess(&changed, library()), id);
    }
}

#[test]
fn a_stage_comes_with_its_usual_share_and_what_it_needs() {
    let project = sample("school_uniform");
    let composer = Composer::new(&project, library());
    let today = project.pathway(&"today".into()).unwrap();
    let used = today.stage(&"use".into()).unwrap();
    let repair = composer.addition(today, library().stage_preset("repair").unwrap(), Some(used));
    assert_eq!(repair.stages.len(), 1, "discard is there");
    let (_, link) = repair.entry.clone().unwrap();
    assert!((link.share.get() - 0.15).abs() < 1e-12);
    assert_eq!(link.basis, Some("share.repair_first.use.repair".into()));
    let added = Edit::AddStages {
        pathway: "today".into(),
        stages: repair.stages,
        entry: repair.entry.map(Box::new),
    }
    .apply(&project)
    .unwrap();
    let after = added.pathway(&"today".into()).unwrap();
    let shares: Vec<f64> = after
        .stage(&"use".into())
        .unwrap()
        .exits
        .iter()
        .map(|exit| exit.share.get())
        .collect();
    assert!(
        (shares[0] - 0.85).abs() < 1e-12 && (shares[1] - 0.15).abs() < 1e-12,
        "{shares:?}"
    );
    let repair = after.stage(&"repair".into()).unwrap();
    assert!((repair.exits[0].share.get() - 0.9).abs() < 1e-12 && repair.exits[0].to == after.start);

    // From nothing: sorting as in China today brings all that it leads to.
    let empty = composed(&project, "empty");
    let discard = empty.stage(&"discard".into()).unwrap();
    let sorting = composer.addition(
        &empty,
        library().stage_preset("sorting_cn").unwrap(),
        Some(discard),
    );
    for needed in [
        "preparation",
        "resale",
        "export",
        "nonwoven",
        "wiper",
        "tearing",
        "energy",
    ] {
        assert!(
            sorting.stages.iter().any(|stage| stage.id.as_str() == needed),
            "{needed}"
        );
    }
}

#[test]
fn an_empty_pathway_leaves_everything_undecided_and_that_gives_way_first() {
    let mut project = sample("tshirt");
    let empty = composed(&project, "empty");
    let ids: Vec<&str> = empty.stages.iter().map(|stage| stage.id.as_str()).collect();
    assert_eq!(ids, ["use", "discard", "undecided"]);
    assert_eq!(
        undecided(&empty).map(reloom::model::StageId::as_str),
        Some("undecided")
    );
    let id = empty.id.clone();
    project = Edit::AddPathway(Box::new(empty)).apply(&project).unwrap();
    for (preset, share) in [("landfill", 0.24), ("energy", 0.56)] {
        let composer = Composer::new(&project, library());
        let pathway = project.pathway(&id).unwrap();
        let discard = pathway.stage(&"discard".into()).unwrap();
        let addition = composer.addition(pathway, library().stage_preset(preset).unwrap(), Some(discard));
        let add = Edit::AddStages {
            pathway: id.clone(),
            stages: addition.stages,
            entry: addition.entry.map(Box::new),
        };
        project = add.apply(&project).unwrap();
        assert!(
            (share_of(&project, &id, preset) - share).abs() < 1e-12,
            "{preset}"
        );
    }
    assert!((share_of(&project, &id, "landfill") - 0.24).abs() < 1e-12, "kept");
    assert!((share_of(&project, &id, "undecided") - 0.2).abs() < 1e-12);
    sound(&assess(&project, library()), "from nothing");
    // What is let go has no place again.
    let removed = Edit::stage(&id, &"landfill".into(), StageEdit::Remove)
        .apply(&project)
        .unwrap();
    assert!((share_of(&removed, &id, "undecided") - 0.44).abs() < 1e-12);
    assert!((share_of(&removed, &id, "energy") - 0.56).abs() < 1e-12);
}

fn share_of(project: &Project, pathway: &reloom::model::PathwayId, to: &str) -> f64 {
    let discard = project
        .pathway(pathway)
        .unwrap()
        .stage(&"discard".into())
        .unwrap();
    discard
        .exits
        .iter()
        .find(|exit| exit.to.as_str() == to)
        .unwrap()
        .share
        .get()
}

#[test]
fn an_exit_is_led_elsewhere_with_its_share() {
    let project = sample("school_uniform");
    let change = LinkEdit::Reroute("nonwoven".into());
    let reroute = Edit::link(
        &"today".into(),
        &"discard".into(),
        &"landfill".into(),
        change.clone(),
    );
    let after = reroute.apply(&project).unwrap();
    let discard = after
        .pathway(&"today".into())
        .unwrap()
        .stage(&"discard".into())
        .unwrap();
    let exit = &discard.exits[2];
    assert_eq!((exit.to.as_str(), exit.share.get()), ("nonwoven", 0.24));
    assert_eq!(
        (exit.range, exit.basis.clone()),
        (None, None),
        "the source spoke of landfill"
    );
    assert_eq!(
        reroute.name(&project).zh,
        "弃置改为通往再生利用（nonwoven）：填埋 → 再生利用（nonwoven）"
    );
    sound(&assess(&after, library()), "rerouted");
    let twice = Edit::link(
        &"today".into(),
        &"discard".into(),
        &"landfill".into(),
        LinkEdit::Reroute("energy".into()),
    );
    assert!(matches!(twice.apply(&project), Err(EditError::LinkExists { .. })));
}

#[test]
fn what_cannot_be_connected_says_why_in_both_languages() {
    let mut pathway = sample("school_uniform").pathways.remove(0);
    let litter = Stage {
        id: "litter".into(),
        kind: StageKind::End(EndKind::Litter),
        ..pathway.stage(&"landfill".into()).unwrap().clone()
    };
    pathway.stages.push(litter);
    let why = |from: &str, to: &str, way: Way| refusal(&pathway, &from.into(), &to.into(), way);
    assert_eq!(why("discard", "wiper", Way::Exit), None);
    assert_eq!(why("tearing", "wiper", Way::Fallback), None);
    assert_eq!(why("tearing", "litter", Way::Residue), None);
    let cases = [
        (why("landfill", "use", Way::Exit), "最终去处"),
        (why("tearing", "energy", Way::Exit), "没有带占比的去向"),
        (why("sorting", "sorting", Way::Exit), "不能通往自身"),
        (why("discard", "energy", Way::Exit), "已有通往"),
        (why("tearing", "sorting", Way::Fallback), "送出的是材料"),
        (why("nonwoven", "tearing", Way::Fallback), "拒收的部分会经"),
        (why("tearing", "nonwoven", Way::Residue), "只能送往最终去处"),
    ];
    for (refused, words) in cases {
        let refused = refused.unwrap_or_else(|| panic!("{words}"));
        assert!(
            refused.text(Lang::Zh).contains(words),
            "{}",
            refused.text(Lang::Zh)
        );
        assert!(refused.text(Lang::En).ends_with('.'));
    }
}

/// 1 − wears of a cycle / wears of the kind comes back, at most 0.98; three times the cycles of the kind are the most lives.
#[test]
fn a_hired_piece_gives_the_wears_of_its_kind() {
    for (id, back, lives) in [
        ("tshirt", 1.0 - 4.0 / 45.0, 34),
        ("workwear_rental", 1.0 - 4.0 / 150.0, 113),
        ("bed_linen", 0.98, 750),
    ] {
        let pathway = composed(&sample(id), "rental");
        let start = pathway.stage(&pathway.start).unwrap();
        let to_return = start
            .exits
            .iter()
            .find(|exit| exit.to.as_str() == "return")
            .unwrap();
        assert!((to_return.share.get() - back).abs() < 1e-12, "{id}");
        assert_eq!(pathway.max_lives, MaxLives::Lives(lives), "{id}");
    }
    // The sample itself has no ratio of its own.
    let rental = sample("workwear_rental");
    let hired = rental
        .pathways
        .iter()
        .filter(|way| way.stage(&way.start).unwrap().kind.role() == Some(StageRole::Hired));
    for pathway in hired {
        assert!(pathway.stages.iter().all(|stage| stage.own.is_none()));
        assert_eq!(pathway.max_lives, MaxLives::Lives(113));
        let start = pathway.stage(&pathway.start).unwrap();
        assert!((start.exits[0].share.get() - (1.0 - 4.0 / 150.0)).abs() < 1e-12);
    }
}

/// What is collected is not all sorted, but for take-back, rental return and the worked example.
#[test]
fn most_of_what_is_collected_is_sorted() {
    for (id, project) in samples() {
        for pathway in &project.pathways {
            let is_taken_back = pathway.stages.iter().flat_map(|stage| &stage.exits).any(|exit| {
                let basis = exit.basis.as_ref().map(reloom::model::FactorId::as_str);
                basis == Some("share.repair_first.discard.collection")
            });
            for stage in pathway
                .stages
                .iter()
                .filter(|stage| stage.id.as_str() == "collection")
            {
                let sorted = stage
                    .exits
                    .iter()
                    .find(|exit| exit.to.as_str() == "sorting")
                    .unwrap();
                let wanted = if is_taken_back || id == "knitwear_eu" {
                    1.0
                } else {
                    0.72
                };
                assert!((sorted.share.get() - wanted).abs() < 1e-12, "{id} {}", pathway.id);
            }
        }
    }
}

/// Goods never worn: the shares of the library, counted against burning them, and most of them worn after all.
#[test]
fn unsold_goods_start_unworn_and_are_counted_against_burning() {
    let project = sample("unsold");
    assert_eq!(project.baseline.as_str(), "unsold_burnt");
    for id in ["unsold", "unsold_burnt"] {
        let same = |way: &Pathway| Pathway {
            id: id.into(),
            ..way.clone()
        };
        assert_eq!(
            project.pathway(&id.into()).map(same),
            Some(same(&composed(&project, id))),
            "{id} is the pathway of the library"
        );
    }
    let start = project.pathway(&"unsold".into()).unwrap();
    let start = start.stage(&start.start).unwrap();
    assert_eq!(start.kind, crate::support::kind("unsold"));
    let shares: Vec<f64> = start.exits.iter().map(|exit| exit.share.get()).collect();
    assert_eq!(shares, [0.4, 0.3, 0.1, 0.2]);
    let assessment = assess(&project, library());
    sound(&assessment, "unsold");
    let way = |id: &str| assessment.pathway(&id.into()).unwrap();
    assert!(way("unsold_burnt").circularity.wears.abs() < 1e-12);
    // The life entered is the first: 45 wears of the kind for the 0.7 that are given away or sold.
    assert!(way("unsold").circularity.wears >= 0.7 * 45.0 - 1e-9);
    assert!(way("unsold").totals.break_even().is_some());
}
