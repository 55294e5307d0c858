//! Edits and history: laws over random scripts, and the rules of shares, removal and gestures one by one.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop at what cannot be"
)]

use proptest::prelude::*;
use reloom::edit::{
    Edit, EditError, FibreEdit, History, LinkEdit, PartEdit, PathwayEdit, ProductEdit, StageEdit, VariantEdit,
};
use reloom::model::{
    Column, Construction, EndKind, Estimate, Feedstock, FibreLine, Finishes, Link, Making, MaxLives, Name,
    Papers, Part, PartId, Pathway, Product, Project, Removable, Role, Sewing, Stage, StageId, StageKind,
    VariantNo,
};
use reloom::quantity::{Mass, Pieces, Share};
use reloom::text::Lang;
use std::collections::BTreeSet;
use std::sync::Arc;

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

fn part(id: &str, fibres: &[(&str, f64)]) -> Part {
    let line = |(fibre, value): &(&str, f64)| FibreLine {
        fibre: (*fibre).into(),
        share: share(*value),
        feedstock: Feedstock::default(),
    };
    Part {
        id: id.into(),
        name: Name::new(id, id),
        role: Role::Shell,
        mass: Mass::new(0.2).unwrap(),
        cloth: None,
        fibres: fibres.iter().map(line).collect(),
        construction: Construction::Woven,
        finishes: Finishes::default(),
        removable: Removable::No,
        count: 1,
        cuts: 1,
        papers: Papers::default(),
        picture: None,
        making: Making::Cloth {
            spinning: "ring".into(),
            forming: None,
            dyeing: None,
            cutting_loss: None,
        },
    }
}

fn stage(id: &str, kind: StageKind, exits: &[(&str, f64)]) -> Stage {
    let link = |(to, value): &(&str, f64)| Link {
        to: (*to).into(),
        share: share(*value),
        range: None,
        basis: Some("share.source".into()),
        pinned: false,
    };
    Stage {
        id: id.into(),
        name: Name::default(),
        kind,
        place: "local".into(),
        exits: exits.iter().map(link).collect(),
        fallback: None,
        residue: None,
        closed_share: None,
        own: None,
    }
}

fn pathway(id: &str) -> Pathway {
    let sorted = [("resale", 0.25), ("tearing", 0.3), ("burn", 0.25), ("fill", 0.2)];
    let mut tearing = stage("tearing", StageKind::Material("mech".into()), &[]);
    tearing.fallback = Some("fill".into());
    tearing.residue = Some("burn".into());
    Pathway {
        id: id.into(),
        name: Name::new(id, id),
        start: "use".into(),
        max_lives: MaxLives::Lives(3),
        own_wears: None,
        stages: vec![
            stage(
                "use",
                crate::support::kind("use"),
                &[("sort", 0.7), ("burn", 0.3)],
            ),
            stage("sort", crate::support::kind("sorting"), &sorted),
            stage("resale", crate::support::kind("resale"), &[("use", 1.0)]),
            tearing,
            stage("burn", StageKind::End(EndKind::Incineration), &[]),
            stage("fill", StageKind::End(EndKind::Landfill), &[]),
        ],
    }
}

fn project() -> Project {
    Project {
        id: "jacket".into(),
        group: String::new(),
        product: Product {
            name: Name::new("Jacket", "外套"),
            variant: VariantNo::FIRST,
            variant_name: Name::default(),
            kind: "jacket".into(),
            parts: vec![
                part("shell", &[("cotton", 0.6), ("polyester", 0.4)]),
                part("lining", &[("polyester", 0.9)]),
            ],
            wears: None,
            pieces_per_year: Pieces::new(1000.0).unwrap(),
            made_in: "local".into(),
            used_in: "local".into(),
            sewing: Sewing::Kind,
            picture: None,
            assumed: std::collections::BTreeSet::new(),
        },
        others: Vec::new(),
        pathways: vec![pathway("today"), pathway("better")],
        baseline: "today".into(),
        compared: ["today", "better"]
            .map(|id| Column::new(VariantNo::FIRST, id))
            .to_vec(),
        overrides: std::collections::BTreeMap::new(),
        multipliers: std::collections::BTreeMap::new(),
        money: reloom::model::Money::default(),
        places: std::collections::BTreeMap::new(),
        home: None,
        count_laundering: false,
        seed: 1,
    }
}

fn set_share(to: &str, value: f64) -> Edit {
    Edit::link(
        &"today".into(),
        &"sort".into(),
        &to.into(),
        LinkEdit::SetShare(share(value)),
    )
}

fn shares(project: &Project) -> Vec<f64> {
    let stage = project.pathways[0].stage(&"sort".into()).unwrap();
    stage.exits.iter().map(|exit| exit.share.get()).collect()
}

#[track_caller]
fn near(found: &[f64], expected: &[f64]) {
    let all = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12);
    assert!(
        found.len() == expected.len() && all,
        "{found:?} is not {expected:?}"
    );
}

/// What every edit must leave true.
#[track_caller]
fn sound(project: &Project) {
    for part in &project.product.parts {
        let sum: f64 = part.fibres.iter().map(|line| line.share.get()).sum();
        assert!(sum <= 1.0 + 1e-12, "{}: fibres {sum}", part.id);
    }
    for pathway in &project.pathways {
        assert!(pathway.stage(&pathway.start).is_some());
        for stage in &pathway.stages {
            let sum: f64 = stage.exits.iter().map(|exit| exit.share.get()).sum();
            assert!(
                stage.exits.is_empty() || (sum - 1.0).abs() <= 1e-12,
                "{}: exits {sum}",
                stage.id
            );
            let targets = stage.exits.iter().map(|exit| &exit.to);
            for to in targets.chain(&stage.fallback).chain(&stage.residue) {
                assert!(pathway.stage(to).is_some(), "{} leads to {to}", stage.id);
            }
        }
    }
    assert!(project.pathway(&project.baseline).is_some());
    let known = |column: &Column| {
        project.pathway(&column.pathway).is_some() && project.variant(column.variant).is_some()
    };
    assert!(project.compared.iter().all(known));
    let numbers: BTreeSet<VariantNo> = project.variants().iter().map(|variant| variant.variant).collect();
    assert_eq!(
        numbers.len(),
        1 + project.others.len(),
        "no two variants have one number"
    );
    assert!(
        project
            .others
            .iter()
            .all(|other| other.name == project.product.name)
    );
}

/// One line of a random script; numbers choose among what the project holds at that moment.
#[derive(Debug, Clone, Copy)]
struct Line {
    act: u8,
    a: usize,
    b: usize,
    c: usize,
    x: f64,
    continuing: bool,
}

fn line() -> impl Strategy<Value = Line> {
    let amount = prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0_f64];
    (
        0..34_u8,
        0..8_usize,
        0..8_usize,
        0..8_usize,
        amount,
        any::<bool>(),
    )
        .prop_map(|(act, a, b, c, x, continuing)| Line {
            act,
            a,
            b,
            c,
            x,
            continuing,
        })
}

impl Line {
    fn edit(self, project: &Project) -> Edit {
        let parts = &project.product.parts;
        let part_id: PartId = match parts.len() {
            0 => "none".into(),
            count => parts[self.a % count].id.clone(),
        };
        match self.act {
            0..=12 => self.pathway_edit(project),
            13..=15 => Edit::fibre(&part_id, self.b % 4, FibreEdit::SetShare(share(self.x))),
            16 => Edit::fibre(&part_id, self.b % 4, FibreEdit::FillRemainder),
            17 => Edit::fibre(&part_id, self.b % 4, FibreEdit::Remove),
            18 => Edit::part(&part_id, PartEdit::AddFibre("wool".into())),
            19 => Edit::part(&part_id, PartEdit::Duplicate),
            20 => Edit::part(&part_id, PartEdit::Remove),
            21 => Edit::part(&part_id, PartEdit::Move(self.b)),
            22 => Edit::AddPart(Box::new(part("shell", &[("cotton", self.x)]))),
            23 => Edit::part(&part_id, PartEdit::SetMass(Mass::new(self.x).unwrap())),
            24 => Edit::part(&part_id, PartEdit::SetCuttingLoss(Some(Estimate::exact(self.x)))),
            25 => Edit::Product(ProductEdit::Rename(Lang::Zh, format!("外套{}", self.a))),
            26 => Edit::SetSeed(self.a as u64),
            27 => Edit::AddPathway(Box::new(pathway("today"))),
            28 => Edit::SetOverride {
                factor: "route.mech.recovery".into(),
                figure: Estimate::exact(self.x),
                note: String::new(),
            },
            29 => Edit::RemoveOverride("route.mech.recovery".into()),
            _ => self.variant_edit(project),
        }
    }

    fn variant_edit(self, project: &Project) -> Edit {
        let variants = project.variants();
        let number = variants[self.a % variants.len()].variant;
        let beside = (self.x > 0.5).then(|| project.pathways[0].id.clone());
        let change = match self.act {
            30 => VariantEdit::Duplicate(beside),
            31 => VariantEdit::TakeInHand,
            32 => VariantEdit::Rename(Lang::En, format!("one fibre {}", self.b)),
            _ => VariantEdit::Remove,
        };
        Edit::variant(number, change)
    }

    fn pathway_edit(self, project: &Project) -> Edit {
        let pathway = &project.pathways[self.a % project.pathways.len()];
        let id_at = |at: usize| pathway.stages[at % pathway.stages.len()].id.clone();
        let (stage, other) = (id_at(self.b), id_at(self.c));
        let exits = &pathway.stage(&stage).unwrap().exits;
        let to: StageId = match exits.len() {
            0 => other.clone(),
            count => exits[self.c % count].to.clone(),
        };
        let link = |change| Edit::link(&pathway.id, &stage, &to, change);
        let on_stage = |change| Edit::stage(&pathway.id, &stage, change);
        match self.act {
            0..=3 => link(LinkEdit::SetShare(share(self.x))),
            4 => link(LinkEdit::SetPinned(self.x > 0.5)),
            5 => link(LinkEdit::SetRange(Some((share(self.x * 0.5), share(1.0))))),
            6 => link(LinkEdit::Remove),
            7 => on_stage(StageEdit::Remove),
            8 => on_stage(StageEdit::AddLink(other)),
            9 if self.x > 0.5 => on_stage(StageEdit::SetFallback(Some(other))),
            9 => link(LinkEdit::Reroute(other)),
            10 => Edit::pathway(&pathway.id, PathwayEdit::Duplicate),
            11 => Edit::pathway(&pathway.id, PathwayEdit::Remove),
            _ => {
                let id = format!("sort_{}", pathway.stages.len());
                let link = Link {
                    to: id.as_str().into(),
                    share: share(self.x),
                    range: None,
                    basis: None,
                    pinned: false,
                };
                Edit::AddStages {
                    pathway: pathway.id.clone(),
                    stages: vec![self::stage(
                        &id,
                        crate::support::kind("sorting"),
                        &[("burn", 1.0)],
                    )],
                    entry: (self.x > 0.3).then(|| Box::new((stage.clone(), link))),
                }
            }
        }
    }
}

/// Exits that were pinned before `edit` and are still there keep their share, unless the edit is about them.
fn check_pins(edit: &Edit, before: &Project, after: &Project) {
    let Edit::Link {
        pathway,
        stage,
        to,
        change: LinkEdit::SetShare(_),
    } = edit
    else {
        return;
    };
    let exits = |project: &Project| {
        let pathway = project.pathway(pathway).unwrap();
        pathway.stage(stage).unwrap().exits.clone()
    };
    for (old, new) in exits(before).iter().zip(&exits(after)) {
        assert_eq!(old.to, new.to);
        assert_eq!(old.basis, new.basis);
        assert!(
            !old.pinned || &old.to == to || old.share == new.share,
            "{stage} → {}",
            old.to
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_script_leaves_a_sound_project_and_comes_back(script in prop::collection::vec(line(), 1..40)) {
        let mut history = History::new(project());
        let mut states = vec![Arc::clone(history.project())];
        for line in script {
            let before = Arc::clone(history.project());
            let (revision, steps) = (history.revision(), history.done());
            let edit = line.edit(&before);
            match history.apply(&edit, line.continuing) {
                Ok(changed) => {
                    prop_assert_eq!(changed, before != *history.project());
                    prop_assert_eq!(changed, history.revision() > revision);
                }
                Err(error) => {
                    prop_assert!(Arc::ptr_eq(&before, history.project()));
                    prop_assert_eq!((history.revision(), history.done()), (revision, steps));
                    prop_assert!(!error.text(Lang::En).is_empty() && !error.text(Lang::Zh).is_empty());
                }
            }
            sound(history.project());
            if history.done() > steps {
                check_pins(&edit, &before, history.project());
            }
            states.truncate(history.done());
            states.push(Arc::clone(history.project()));
            prop_assert_eq!(states.len(), history.done() + 1);
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(history.can_undo().is_some() && history.undo());
            prop_assert_eq!(state, history.project());
        }
        prop_assert!(!history.undo() && !history.is_changed());
        for state in states.iter().skip(1) {
            prop_assert!(history.can_redo().is_some() && history.redo());
            prop_assert_eq!(state, history.project());
        }
        prop_assert!(!history.redo());
    }
}

#[test]
fn a_drag_to_the_end_and_back_loses_nothing() {
    let mut history = History::new(project());
    for value in [0.3, 0.8, 1.0, 0.6] {
        assert_eq!(history.apply(&set_share("resale", value), true), Ok(true));
    }
    near(&shares(history.project()), &[0.6, 0.16, 0.4 / 3.0, 0.32 / 3.0]);
    assert_eq!(history.count(), 1);
    assert_eq!(
        history.can_undo(),
        Some(&Name::new(
            "Share of Resale: 25\u{202F}% → 60\u{202F}%",
            "转售（二手服装）占比：25% → 60%"
        ))
    );
    assert_eq!(history.apply(&set_share("resale", 0.25), true), Ok(true));
    assert_eq!(**history.project(), project());
    assert!(history.can_undo().is_none(), "back where the drag began: no step");
    assert_eq!(history.apply(&set_share("resale", 0.5), true), Ok(true));
    history.end_gesture();
    assert_eq!(history.apply(&set_share("resale", 0.25), true), Ok(true));
    assert_eq!(history.count(), 2, "a new gesture is a new step");
}

#[test]
fn gestures_never_merge_across_targets() {
    let mut history = History::new(project());
    history.apply(&set_share("resale", 0.5), true).unwrap();
    history.apply(&set_share("tearing", 0.5), true).unwrap();
    history.apply(&set_share("resale", 0.1), true).unwrap();
    assert_eq!(history.count(), 3);
    history.apply(&set_share("resale", 0.2), false).unwrap();
    assert_eq!(history.count(), 4, "an edit that does not continue is a step");
    let pin = |pinned| {
        Edit::link(
            &"today".into(),
            &"sort".into(),
            &"burn".into(),
            LinkEdit::SetPinned(pinned),
        )
    };
    history.apply(&pin(true), true).unwrap();
    history.apply(&pin(false), true).unwrap();
    assert_eq!(history.count(), 6, "a switch never merges");
}

#[test]
fn a_refused_edit_within_a_drag_leaves_the_drag() {
    let mut history = History::new(project());
    let loss = |value| {
        Edit::part(
            &"shell".into(),
            PartEdit::SetCuttingLoss(Some(Estimate::exact(value))),
        )
    };
    history.apply(&loss(0.2), true).unwrap();
    let revision = history.revision();
    assert!(history.apply(&loss(1.0), true).is_err());
    assert_eq!(history.revision(), revision);
    history.apply(&loss(0.3), true).unwrap();
    assert_eq!(history.count(), 1);
}

#[test]
fn saved_is_where_it_was_saved() {
    let mut history = History::new(project());
    assert!(!history.is_changed());
    history.apply(&Edit::SetSeed(7), false).unwrap();
    assert!(history.is_changed());
    history.mark_saved();
    assert!(!history.is_changed());
    history.undo();
    assert!(history.is_changed());
    history.redo();
    assert!(!history.is_changed());
    history.apply(&Edit::SetSeed(1), false).unwrap();
    history.apply(&Edit::SetSeed(7), false).unwrap();
    assert!(!history.is_changed(), "the same content is no change");
    assert!(History::unsaved(project()).is_changed());
}

#[test]
fn jumping_goes_to_any_step_and_a_new_edit_drops_the_later_ones() {
    let mut history = History::new(project());
    for seed in 2..6 {
        history.apply(&Edit::SetSeed(seed), false).unwrap();
    }
    assert!(history.jump(1));
    assert_eq!((history.project().seed, history.done()), (2, 1));
    assert!(!history.jump(1) && !history.jump(9));
    assert!(history.jump(4));
    assert_eq!(history.project().seed, 5);
    assert!(history.jump(0));
    history.apply(&Edit::SetSeed(9), false).unwrap();
    assert_eq!(history.count(), 1);
    assert!(history.can_redo().is_none());
}

#[test]
fn a_removed_stage_leaves_no_trace() {
    let before = project();
    let remove = |id: &str| Edit::stage(&"today".into(), &id.into(), StageEdit::Remove);
    let after = remove("fill").apply(&before).unwrap();
    near(&shares(&after), &[0.3125, 0.375, 0.3125]);
    assert_eq!(after.pathways[0].stage(&"tearing".into()).unwrap().fallback, None);
    let error = remove("use").apply(&before).unwrap_err();
    assert_eq!(error, EditError::Start(Name::new("Use", "穿用")));
    let lonely = Edit::stage(&"today".into(), &"use".into(), StageEdit::Remove);
    assert!(lonely.apply(&before).is_err());
    let sold = Edit::link(&"today".into(), &"resale".into(), &"use".into(), LinkEdit::Remove);
    let text = sold.apply(&before).unwrap_err().text(Lang::En);
    assert_eq!(
        text,
        "Use is the only exit of Resale and takes all of it. Add another exit to Resale first."
    );
}

#[test]
fn the_last_pathway_stays_and_the_baseline_moves_on() {
    let remove = |id: &str| Edit::pathway(&id.into(), PathwayEdit::Remove);
    let before = Edit::pathway(&"better".into(), PathwayEdit::Duplicate)
        .apply(&project())
        .unwrap();
    let ids: Vec<&str> = before
        .pathways
        .iter()
        .map(|pathway| pathway.id.as_str())
        .collect();
    assert_eq!(ids, ["today", "better", "better_2"]);
    assert_eq!(
        before.pathways[2].name,
        Name::new("better (copy)", "better（副本）")
    );
    let after = remove("today").apply(&before).unwrap();
    assert_eq!(after.baseline.as_str(), "better");
    let one = remove("better").apply(&after).unwrap();
    assert_eq!((one.baseline.as_str(), one.compared.len()), ("better_2", 1));
    assert!(remove("better_2").apply(&one).is_err());
}

#[test]
fn comparisons_are_two_to_four_known_pathways() {
    let compare = |ids: &[&str]| {
        let columns = ids.iter().map(|id| Column::new(VariantNo::FIRST, *id));
        Edit::SetCompared(columns.collect()).apply(&project())
    };
    assert!(compare(&["better", "today"]).is_ok());
    assert_eq!(compare(&["today"]), Err(EditError::Compared(1)));
    assert_eq!(compare(&["today", "today"]), Err(EditError::Compared(1)));
    assert_eq!(compare(&["today", "x"]), Err(EditError::NoPathway("x".into())));
}

fn number(number: u32) -> VariantNo {
    VariantNo::new(number).unwrap()
}

#[test]
fn a_copy_is_taken_in_hand_and_goes_its_own_way() {
    let first = project();
    let two = Edit::variant(number(1), VariantEdit::Duplicate(Some("better".into())))
        .apply(&first)
        .unwrap();
    assert_eq!((two.product.variant, two.others.len()), (number(2), 1));
    assert_eq!(two.compared.last(), Some(&Column::new(number(2), "better")));
    let lighter = Edit::part(&"shell".into(), PartEdit::SetMass(Mass::new(0.2).unwrap()))
        .apply(&two)
        .unwrap();
    assert_eq!(
        lighter.variant(number(1)),
        Some(&first.product),
        "the first one stays"
    );
    let back = Edit::variant(number(1), VariantEdit::TakeInHand)
        .apply(&lighter)
        .unwrap();
    assert_eq!(back.product, first.product);
    assert_eq!(back.variant(number(2)), Some(&lighter.product));
    let named = Edit::Product(ProductEdit::Rename(Lang::En, "Coat".into()))
        .apply(&back)
        .unwrap();
    assert_eq!(named.others[0].name.en, "Coat", "the product has one name");
    let gone = Edit::variant(number(1), VariantEdit::Remove)
        .apply(&named)
        .unwrap();
    assert_eq!((gone.product.variant, gone.others.len()), (number(2), 0));
    let columns = [Column::new(number(2), "better"), Column::new(number(2), "today")];
    assert_eq!(gone.compared, columns, "the comparison is filled up");
    let last = Edit::variant(number(2), VariantEdit::Remove).apply(&gone);
    assert!(matches!(last, Err(EditError::OnlyVariant(_))));
}

#[test]
fn a_variant_is_called_by_its_number_until_it_has_a_name() {
    let name = |lang: Lang, text: &str, project: &Project| {
        let rename = VariantEdit::Rename(lang, text.into());
        Edit::variant(number(1), rename).apply(project).unwrap()
    };
    let step = Edit::variant(number(1), VariantEdit::Remove).name(&project());
    assert_eq!(step, Name::new("Remove Variant 1", "删除方案1"));
    let named = name(Lang::En, " one fibre ", &project());
    assert_eq!(named.product.variant_name, Name::new("one fibre", "one fibre"));
    assert_eq!(name(Lang::En, "", &named).product.variant_name, Name::default());
    let none = Edit::variant(number(7), VariantEdit::TakeInHand).apply(&project());
    assert_eq!(none, Err(EditError::NoVariant(number(7))));
    let four = Edit::SetCompared(vec![Column::new(number(3), "today"); 2]).apply(&project());
    assert_eq!(four, Err(EditError::NoVariant(number(3))));
}

#[test]
fn undo_takes_back_a_switch() {
    let mut history = History::new(project());
    let apply = |history: &mut History, edit| history.apply(&edit, false).unwrap();
    assert!(apply(
        &mut history,
        Edit::variant(number(1), VariantEdit::Duplicate(None))
    ));
    assert!(apply(
        &mut history,
        Edit::variant(number(1), VariantEdit::TakeInHand)
    ));
    assert!(!apply(
        &mut history,
        Edit::variant(number(1), VariantEdit::TakeInHand)
    ));
    assert_eq!(history.project().product.variant, number(1));
    assert!(history.undo());
    assert_eq!(history.project().product.variant, number(2));
    assert!(history.undo() && !history.undo());
    assert!(!history.project().has_variants());
}

#[test]
fn another_fibre_forgets_what_was_claimed_for_the_old_one() {
    let shell: PartId = "shell".into();
    let recycled = Feedstock {
        recycled: share(0.5),
        ..Feedstock::default()
    };
    let claimed = Edit::fibre(&shell, 1, FibreEdit::SetFeedstock(recycled))
        .apply(&project())
        .unwrap();
    let wool = Edit::fibre(&shell, 1, FibreEdit::SetFibre("wool".into()))
        .apply(&claimed)
        .unwrap();
    let line = &wool.product.parts[0].fibres[1];
    assert!(line.feedstock == Feedstock::default() && line.share == share(0.4));
    let too_much = Feedstock {
        recycled: share(0.6),
        reused: share(0.5),
        ..Feedstock::default()
    };
    let edit = Edit::fibre(&shell, 0, FibreEdit::SetFeedstock(too_much));
    assert!(edit.apply(&project()).is_err());
}

#[test]
fn what_does_not_fit_a_stage_is_refused() {
    let on = |stage: &str, change| Edit::stage(&"today".into(), &stage.into(), change).apply(&project());
    assert!(on("sort", StageEdit::SetOwn(Some(Estimate::exact(0.5)))).is_err());
    assert!(on("resale", StageEdit::SetOwn(Some(Estimate::exact(0.5)))).is_ok());
    assert!(on("resale", StageEdit::SetOwn(Some(Estimate::exact(f64::NAN)))).is_err());
    assert!(on("use", StageEdit::SetOwn(Some(Estimate::exact(12.0)))).is_err());
    assert!(on("sort", StageEdit::SetRoute("chem".into())).is_err());
    assert!(on("sort", StageEdit::SetFallback(Some("sort".into()))).is_err());
    assert!(on("burn", StageEdit::AddLink("fill".into())).is_err());
    assert!(on("sort", StageEdit::AddLink("fill".into())).is_err());
    assert!(on("sort", StageEdit::AddLink("gone".into())).is_err());
    assert!(
        Edit::pathway(&"today".into(), PathwayEdit::SetMaxLives(MaxLives::Lives(0)))
            .apply(&project())
            .is_err()
    );
}

#[test]
fn wears_of_a_rental_cycle_are_more_than_none() {
    let mut project = project();
    let kind = crate::support::kind("rental_use");
    let stage = project.pathways[0]
        .stages
        .iter_mut()
        .find(|stage| stage.id.as_str() == "use");
    stage.unwrap().kind = kind;
    let wears = |wears: f64| {
        let change = StageEdit::SetOwn(Some(Estimate::exact(wears)));
        Edit::stage(&"today".into(), &"use".into(), change).apply(&project)
    };
    assert!(wears(12.0).is_ok());
    let refused = wears(0.0).unwrap_err();
    assert!(refused.text(Lang::En).contains("more than 0"), "{refused}");
    assert!(refused.text(Lang::Zh).contains("大于0"), "{refused}");
}

#[test]
fn what_is_set_is_no_longer_assumed() {
    use reloom::model::Assumed;
    let mut before = project();
    let shell: PartId = "shell".into();
    let marks = [
        Assumed::Mass(shell.clone()),
        Assumed::Making(shell.clone()),
        Assumed::Volume,
        Assumed::MadeIn,
        Assumed::UsedIn,
    ];
    before.product.assumed = marks.iter().cloned().collect();
    let left = |edit: Edit| {
        let after = edit.apply(&before).unwrap().product.assumed;
        let gone: Vec<Assumed> = before.product.assumed.difference(&after).cloned().collect();
        let new: Vec<Assumed> = after.difference(&before.product.assumed).cloned().collect();
        (gone, new)
    };
    let product = |change| left(Edit::Product(change)).0;
    let pieces = Pieces::new(7.0).unwrap();
    assert_eq!(product(ProductEdit::SetVolume(pieces)), [Assumed::Volume]);
    assert_eq!(product(ProductEdit::SetMadeIn("away".into())), [Assumed::MadeIn]);
    assert_eq!(product(ProductEdit::SetUsedIn("away".into())), [Assumed::UsedIn]);
    let part = |change| left(Edit::part(&shell, change));
    let mass = Mass::new(0.2).unwrap();
    assert_eq!(part(PartEdit::SetMass(mass)).0, [Assumed::Mass(shell.clone())]);
    assert_eq!(
        part(PartEdit::SetMaking(Making::Bought)).0,
        [Assumed::Making(shell.clone())]
    );
    assert_eq!(part(PartEdit::SetCount(2)), (Vec::new(), Vec::new()));
    assert_eq!(part(PartEdit::Remove).0.len(), 2);
    assert_eq!(part(PartEdit::Duplicate).1.len(), 2, "a copy is as little stated");
}
