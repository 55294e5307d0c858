//! Advice: every move does something somewhere, its edits alone give its figures, and what it opens is named.

use clap::Parser;
use reloom::assess::{Assessment, assess};
use reloom::cli::{Cli, run};
use reloom::data::{Library, MoveOn};
use reloom::edit::{Edit, History};
use reloom::explain::advice::{
    Advice, Adviser, Cannot, MEASURES, RANK, Subject, Try, cure, efforts, first_pathway, gate_words, named,
    said, step, tries,
};
use reloom::figure::PathwayFigure;
use reloom::model::{PathwayId, Project};
use reloom::presets;
use reloom::text::Lang;
use reloom::text::names::Names;
use std::collections::BTreeMap;

fn library() -> &'static Library {
    Library::builtin()
}

fn preset(id: &str) -> Project {
    presets::get(id).unwrap().project().unwrap()
}

fn everywhere() -> Vec<(&'static str, Project)> {
    presets::all()
        .iter()
        .map(|preset| (preset.id, preset.project().unwrap()))
        .collect()
}

fn find(project: &Project, id: &str) -> Try {
    let all = tries(project, library());
    let known: Vec<&str> = all.iter().map(|one| one.id.as_str()).collect();
    let found = all.iter().find(|one| one.id == id).cloned();
    found.unwrap_or_else(|| panic!("no move {id} among {known:?}"))
}

fn central(assessed: &Assessment, pathway: &PathwayId, figure: PathwayFigure) -> f64 {
    figure.central(assessed.pathway(pathway).unwrap())
}

#[test]
fn the_catalogue_is_wide_enough() {
    let moves = &library().moves;
    assert!(moves.len() >= 24, "{}", moves.len());
    let kinds: std::collections::BTreeSet<String> = moves
        .iter()
        .flat_map(|row| &row.acts)
        .map(|act| {
            format!("{act:?}")
                .split(['(', ' ', '{'])
                .next()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert!(kinds.len() >= 10, "{kinds:?}");
}

#[test]
fn every_move_changes_a_figure_on_some_sample() {
    let mut done: BTreeMap<String, bool> = library()
        .moves
        .iter()
        .map(|row| (row.id.clone(), false))
        .collect();
    let mut why: BTreeMap<String, String> = BTreeMap::new();
    for (id, project) in everywhere() {
        for pathway in &project.pathways {
            if done.values().all(|done| *done) {
                return;
            }
            let Ok(mut adviser) = Adviser::new(&project, library(), &pathway.id, 0) else {
                continue;
            };
            for one in tries(&project, library()) {
                if done[&one.row] {
                    continue;
                }
                match adviser.advise(&one).effect {
                    Ok(effect) => {
                        done.insert(one.row.clone(), effect.changes());
                    }
                    Err(cannot) => {
                        why.insert(one.row.clone(), format!("{id} {}: {cannot:?}", one.id));
                    }
                }
            }
        }
    }
    let idle: Vec<_> = done
        .iter()
        .filter(|(_, done)| !**done)
        .map(|(id, _)| (id, why.get(id)))
        .collect();
    assert!(idle.is_empty(), "{idle:#?}");
}

/// Every move on one pathway of two samples.
fn cases() -> Vec<(Project, PathwayId)> {
    [
        ("school_uniform", "sort_chemical"),
        ("padded_jacket", "sort_melt"),
    ]
    .map(|(id, pathway)| (preset(id), PathwayId::from(pathway)))
    .into()
}

#[test]
fn edits_by_hand_give_the_figures_and_a_try_is_one_step() {
    for (project, pathway) in cases() {
        let mut adviser = Adviser::new(&project, library(), &pathway, 0).unwrap();
        let mut made = 0;
        for one in tries(&project, library()) {
            let advised = adviser.advise(&one);
            let Ok(effect) = advised.effect else {
                assert!(one.edits(&project, library(), &pathway).is_err(), "{}", one.id);
                assert!(step(&[one], &project, library(), &pathway).is_err());
                continue;
            };
            made += 1;
            let (edits, on) = one.edits(&project, library(), &pathway).unwrap();
            assert_eq!(edits.len(), effect.edits, "{}", one.id);
            let by_hand = edits
                .iter()
                .fold(project.clone(), |now, edit| edit.apply(&now).unwrap());
            same(&by_hand, &on, &effect.after, &one.id);

            let tried = step(std::slice::from_ref(&one), &project, library(), &pathway).unwrap();
            let mut history = History::new(project.clone());
            assert!(history.apply(&tried.edit, false).unwrap());
            assert_eq!(history.count(), 1);
            let named = history.can_undo().unwrap();
            assert!(named.en.contains(&advised.name.en) && named.zh.contains(&advised.name.zh));
            let after = history.project().clone();
            assert!(after.compared.contains(&tried.column), "{}", one.id);
            let alone = after.alone(tried.column.variant).unwrap();
            same(&alone, &tried.column.pathway, &effect.after, &one.id);
            // What was there is there still.
            let old = after.alone(project.product.variant).unwrap();
            assert_eq!(old.product, project.product);
            assert_eq!(old.pathway(&pathway), project.pathway(&pathway));
            assert!(history.undo());
            assert_eq!(**history.project(), project);
        }
        assert!(made > 20, "{made}");
    }
}

#[track_caller]
fn same(project: &Project, pathway: &PathwayId, expected: &[f64], id: &str) {
    let assessed = assess(project, library());
    for (figure, expected) in MEASURES.into_iter().zip(expected) {
        let found = central(&assessed, pathway, figure);
        let off = (found - expected).abs();
        assert!(
            off <= 1e-12 * expected.abs().max(1.0),
            "{id} {figure:?}: {found} {expected}"
        );
    }
}

#[test]
fn a_shell_of_one_fibre_and_a_zip_that_comes_off() {
    let project = preset("school_uniform");
    let before = assess(&project, library());
    let both = ["polyester_alone:shell", "zip_easily:zipper"].map(|id| find(&project, id));
    let gain = |pathway: &str, stage: &str| {
        let pathway = PathwayId::from(pathway);
        let tried = step(&both, &project, library(), &pathway).unwrap();
        let after = tried
            .edit
            .apply(&project)
            .unwrap()
            .alone(tried.column.variant)
            .unwrap();
        let after = assess(&after, library());
        let accepted = |assessed: &Assessment| {
            let gates = &assessed.pathway(&pathway).unwrap().gates;
            let here: Vec<_> = gates.iter().filter(|gate| gate.stage.as_str() == stage).collect();
            let taken = |part: &str| {
                let gate = here.iter().find(|gate| gate.part.as_str() == part).unwrap();
                gate.answer.verdict.key()
            };
            let count = here
                .iter()
                .filter(|gate| gate.answer.verdict.key() == "accepted")
                .count();
            (count, here.len(), taken("shell"))
        };
        let rise = central(&after, &pathway, RANK) - central(&before, &pathway, RANK);
        (rise, accepted(&before), accepted(&after))
    };
    let (rise, before_gates, after_gates) = gain("sort_chemical", "glycolysis");
    assert!(rise >= 0.05, "{rise}");
    assert_eq!(before_gates, (3, 7, "refused"));
    assert_eq!(after_gates, (4, 7, "accepted"));
    // Separation takes the blend already, and what it gives out is its polyester.
    let (rise, before_gates, after_gates) = gain("separation", "separation");
    assert!(rise >= 0.02, "{rise}");
    assert_eq!(before_gates, (4, 7, "accepted"));
    assert_eq!(after_gates, (4, 7, "accepted"));
}

#[test]
fn what_a_move_opens_and_cures_is_named_in_both_languages() {
    let project = preset("school_uniform");
    let pathway = PathwayId::from("sort_chemical");
    let mut adviser = Adviser::new(&project, library(), &pathway, 100).unwrap();
    let advised = adviser.advise(&find(&project, "polyester_alone:shell"));
    let effect = advised.effect.unwrap();
    let [gate] = effect.opens.as_slice() else {
        panic!("{:?}", effect.opens);
    };
    assert_eq!((gate.stage.as_str(), gate.part.as_str()), ("glycolysis", "shell"));
    assert!(effect.better_in(RANK).unwrap() > 0.9);
    for (lang, word, share) in [(Lang::En, "glycolysis", "65"), (Lang::Zh, "醇解", "65")] {
        let names = Names {
            project: &project,
            library: library(),
            lang,
        };
        let said = gate_words(gate, &names);
        assert!(said.contains(word), "{said}");
        let cured = cure(gate, &names).unwrap();
        assert!(cured.contains(share), "{cured}");
    }
}

#[test]
fn every_move_and_every_reason_speaks_both_languages() {
    let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for (id, project) in everywhere() {
        let pathway = first_pathway(&project).unwrap().clone();
        let advice = Advice::of(&project, library(), &pathway, RANK, 0).unwrap();
        for advised in &advice.moves {
            let row = advised.of.move_row(library()).unwrap();
            for lang in [Lang::En, Lang::Zh] {
                let mut texts = vec![advised.name.get(lang).to_owned(), efforts(row, lang)];
                texts.extend(said(row, lang));
                texts.extend(advised.reason(RANK, &project, library(), lang));
                for text in texts {
                    assert!(
                        !text.is_empty() && !text.contains('{'),
                        "{id} {}: {text}",
                        advised.of.id
                    );
                    if lang == Lang::Zh {
                        assert!(chinese(&text), "{id} {}: {text}", advised.of.id);
                    }
                }
            }
            let is_worse = advised.effect.as_ref().is_ok_and(|effect| effect.helps(RANK));
            assert_eq!(
                advised.reason(RANK, &project, library(), Lang::En).is_none(),
                is_worse
            );
        }
    }
}

#[test]
fn moves_are_ranked_and_an_empty_answer_is_a_sentence() {
    let (project, pathway) = cases().remove(0);
    let advice = Advice::of(&project, library(), &pathway, RANK, 0).unwrap();
    let gains: Vec<f64> = advice
        .moves
        .iter()
        .map(|advised| {
            advised
                .effect
                .as_ref()
                .map_or(f64::NEG_INFINITY, |effect| effect.gain(RANK))
        })
        .collect();
    assert!(gains.windows(2).all(|pair| pair[0] >= pair[1]), "{gains:?}");
    assert!(advice.nothing(&project, library()).is_none());

    let empty = reloom::compose::Composer::new(&project, library());
    let preset = library().pathway_preset("landfill_all").unwrap();
    let id = PathwayId::from("landfill_all");
    let buried = Edit::AddPathway(Box::new(empty.pathway(preset, id.clone())));
    let buried = buried.apply(&project).unwrap();
    let advice = Advice::of(&buried, library(), &id, RANK, 0).unwrap();
    let told = advice.nothing(&buried, library()).unwrap();
    assert!(told.en.contains("Nothing sorts it"), "{told:?}");
    assert!(told.zh.contains("没有分拣"), "{told:?}");
}

#[test]
fn a_move_that_cannot_be_made_says_why() {
    let project = preset("school_uniform");
    let pathway = PathwayId::from("sort_chemical");
    let why = |id: &str| {
        find(&project, id)
            .edits(&project, library(), &pathway)
            .unwrap_err()
    };
    assert_eq!(why("button_easily"), Cannot::NoPart);
    assert!(matches!(why("inside_like_shell:lining"), Cannot::OneAlready(_)));
    assert!(matches!(why("collect_goal"), Cannot::ShareAlready(_)));
    assert!(matches!(why("unsold_donate"), Cannot::NoStage(_)));
    let lost = find(&project, "strong_seams");
    let nowhere = PathwayId::from("nowhere");
    assert!(matches!(
        Adviser::new(&project, library(), &nowhere, 0),
        Err(Cannot::NoPathway)
    ));
    assert!(step(&[lost], &project, library(), &nowhere).is_err());
    assert!(matches!(
        find(&project, "zip_easily:zipper").subject,
        Subject::Part(_)
    ));
    assert!(matches!(
        library().move_row("strong_seams").unwrap().on,
        MoveOn::Product
    ));
    let all = tries(&project, library());
    let asked = ["zip_easily".to_owned(), "recycled_polyester_worn".to_owned()];
    assert_eq!(named(&all, &asked).unwrap().len(), 4);
    assert_eq!(named(&all, &["nothing".to_owned()]), Err("nothing".to_owned()));
}

/// Exit code, standard output and standard error of a command line.
fn reloom(line: &str, lang: Lang) -> (u8, String, String) {
    let cli = Cli::try_parse_from(std::iter::once("reloom").chain(line.split(' '))).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(&cli.command.unwrap(), lang, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (code, text(out), text(err))
}

#[test]
fn advise_keeps_to_the_contract() {
    let line = "advise preset:school_uniform --pathway sort_chemical --draws 20 --format json";
    let (code, out, err) = reloom(line, Lang::En);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(reloom(line, Lang::En).1, out);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let keys = |value: &serde_json::Value| {
        let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys.join(" ")
    };
    assert_eq!(keys(&json), "moves pathway rank");
    assert_eq!(
        (&json["pathway"], &json["rank"]),
        (&"sort_chemical".into(), &"recycled".into())
    );
    let moves = json["moves"].as_array().unwrap();
    let first = &moves[0];
    assert_eq!(
        keys(first),
        "after applies before closes edits id name opens p_better part reason"
    );
    assert_eq!(keys(&first["name"]), "en zh");
    assert_eq!(
        keys(&first["before"]),
        "downcycled gained_h_per_1000 garments_avoided_per_piece lost_h_per_1000 mci mci_quality net_h_per_1000 \
         recycled v_g_per_100_wears wears"
    );
    assert_eq!(first["id"], "polyester_alone:shell");
    assert_eq!(
        first["opens"][0],
        serde_json::json!({"stage": "glycolysis", "part": "shell"})
    );
    let applies: Vec<bool> = moves
        .iter()
        .map(|one| one["applies"].as_bool().unwrap())
        .collect();
    assert!(applies.windows(2).all(|pair| pair[0] || !pair[1]));
    for one in moves {
        assert_eq!(
            one["applies"].as_bool().unwrap(),
            one["edits"].as_u64().unwrap() > 0
        );
        assert!(one["applies"].as_bool().unwrap() || one["reason"].is_string());
    }
    for format in ["csv", "table"] {
        let line = format!("advise preset:padded_jacket --rank net_h_per_1000 --format {format}");
        for lang in [Lang::En, Lang::Zh] {
            let (code, out, _) = reloom(&line, lang);
            assert_eq!(code, 0);
            assert!(out.lines().count() > 40 && !out.contains('{'), "{out}");
        }
    }
    for (line, word) in [
        ("advise preset:tshirt --rank beauty", "mci_quality"),
        ("advise preset:tshirt --pathway nowhere", "repair_first"),
        ("advise preset:nothing", "tshirt"),
    ] {
        let (code, out, err) = reloom(line, Lang::En);
        assert_eq!((code, out.as_str()), (2, ""), "{line}");
        assert!(err.contains(word) && err.lines().count() == 1, "{err}");
    }
}
