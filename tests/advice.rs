//! Advice: every move does something somewhere, its edits alone give its figures, and what it opens is named.

use clap::Parser;
use reloom::assess::{Assessment, assess};
use reloom::cli::{Cli, run};
use reloom::data::{Library, MoveOn};
use reloom::edit::{Edit, History};
use reloom::explain::advice::{
    Advice, Adviser, Axis, Bound, Cannot, Field, Lever, MEASURES, Meeting, Point, RANK, SIDE, Smallest,
    Subject, Sweep, Try, Turning, by_count, cure, efforts, field, first_pathway, front, gate_words, in_turn,
    levers, named, place, reach, said, smallest, solve, step, tries, value_of,
};
use reloom::figure::{Better, PathwayFigure};
use reloom::job;
use reloom::model::{Feedstock, FibreLine, PathwayId, Project};
use reloom::presets;
use reloom::quantity::Share;
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
        // Less than half of the hours covered is no data on both sides.
        let is_nothing = figure.is_beside() && found.is_nan() && expected.is_nan();
        assert!(
            is_nothing || off <= 1e-12 * expected.abs().max(1.0),
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
    // Carbon has its band and its share of draws too, from the same draws before and after.
    let figure = PathwayFigure::CarbonPer100Wears;
    let [after, better] = [
        effect.bands[place(figure).unwrap()].map(|band| band.p50).unwrap(),
        effect.better_in(figure).unwrap(),
    ];
    let central = value_of(&effect.after, figure);
    assert!((after - central).abs() < 0.5 * central, "{after} {central}");
    assert_eq!(better > 0.5, effect.gain(figure) > 0.0, "{better}");
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
        let pathway = first_pathway(&project, library()).unwrap().clone();
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
        "carbon_kg_per_100_wears downcycled gained_h_per_1000 garments_avoided_per_piece lost_h_per_1000 mci mci_quality \
         net_h_per_1000 recycled v_g_per_100_wears wage_gained wage_lost wears"
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

/// A sweep of moves of the product and of the pathway on two pathways.
fn sweep(project: &Project, ids: &[&str]) -> Sweep<'static> {
    let chosen: Vec<Try> = ids.iter().map(|id| find(project, id)).collect();
    let pathways = ["sort_chemical", "separation"].map(PathwayId::from);
    Sweep::new(project, library(), &chosen, &pathways).unwrap()
}

const CHOSEN: [&str; 7] = [
    "repair_service",
    "zip_easily:zipper",
    "lighter_cloth:shell",
    "polyester_alone:shell",
    "strong_seams",
    "take_back",
    "cotton_alone:shell",
];

#[test]
fn a_combination_is_the_variant_that_its_moves_make() {
    let project = preset("school_uniform");
    let sweep = sweep(&project, &CHOSEN);
    let points = sweep.evaluate(0..sweep.len());
    let ids: Vec<PathwayId> = sweep.pathways().cloned().collect();
    // Polyester alone and cotton alone exclude each other, and nothing else does.
    let apart: Vec<(&str, &str)> = sweep
        .apart()
        .iter()
        .map(|(a, b)| (a.id.as_str(), b.id.as_str()))
        .collect();
    assert_eq!(apart, [("polyester_alone:shell", "cotton_alone:shell")]);
    assert_eq!(points.len(), 2 * (128 - 32));
    assert_eq!(sweep.points(), points.len());
    for point in points.iter().step_by(17).chain(points.last()) {
        let moves: Vec<Try> = sweep.moves(point.moves).into_iter().cloned().collect();
        let pathway = &ids[point.pathway];
        if moves.is_empty() {
            same(&project, pathway, &point.values, "nothing");
            continue;
        }
        let tried = step(&moves, &project, library(), pathway).unwrap();
        let after = tried.edit.apply(&project).unwrap();
        let alone = after.alone(tried.column.variant).unwrap();
        same(
            &alone,
            &tried.column.pathway,
            &point.values,
            &format!("{moves:?}"),
        );
    }
}

#[test]
fn order_and_pieces_do_not_matter() {
    let project = preset("school_uniform");
    let one = sweep(&project, &CHOSEN[..5]);
    let turned: Vec<&str> = CHOSEN[..5].iter().rev().copied().collect();
    let other = sweep(&project, &turned);
    assert_eq!(one.tries(), other.tries());
    let whole = one.evaluate(0..one.len());
    let pieces: Vec<Point> = [0..1, 1..20, 20..32]
        .into_iter()
        .flat_map(|range| one.evaluate(range))
        .collect();
    // Where there is no data there is no number, which equals nothing, not even itself.
    let read = |points: &[Point]| format!("{points:?}");
    assert_eq!(read(&whole), read(&pieces));
    assert_eq!(read(&whole), read(&job::sweep_on(3, &one, 0..one.len())));
    let mut seen = 0;
    assert!(job::sweep_all(2, &one, |_, points| {
        seen += points.len();
        true
    }));
    assert_eq!(seen, whole.len());
    assert!(!job::sweep_all(1, &one, |_, _| false));
    // By hand, one after the other in either order.
    let pathway = PathwayId::from("sort_chemical");
    let made = |ids: [&str; 2]| {
        ids.iter().fold(project.clone(), |now, id| {
            let (edits, _) = find(&project, id).edits(&now, library(), &pathway).unwrap();
            edits.iter().fold(now, |now, edit| edit.apply(&now).unwrap())
        })
    };
    for pair in [
        ["zip_easily:zipper", "repair_service"],
        ["lighter_cloth:shell", "strong_seams"],
    ] {
        let (there, back) = (made(pair), made([pair[1], pair[0]]));
        let figures = assess(&there, library());
        let values: Vec<f64> = MEASURES
            .iter()
            .map(|figure| central(&figures, &pathway, *figure))
            .collect();
        same(&back, &pathway, &values, pair[0]);
    }
    let many: Vec<Try> = tries(&project, library()).into_iter().take(13).collect();
    assert!(Sweep::new(&project, library(), &many, &[pathway]).is_none());
}

#[test]
fn the_front_is_what_brute_force_finds() {
    let project = preset("school_uniform");
    let sweep = sweep(&project, &CHOSEN);
    let points = sweep.evaluate(0..sweep.len());
    let axes = Axis::all();
    for (x, y) in [(0, 5), (0, axes.len() - 1), (3, 4), (5, 6), (1, 7)] {
        let (x, y) = (axes[x], axes[y]);
        let better = |axis: Axis, a: f64, b: f64| {
            let room = 1e-9 * a.abs().max(1.0);
            if axis.better() == Better::Less {
                a < b - room
            } else {
                a > b + room
            }
        };
        let beats = |a: &Point, b: &Point| {
            let (ax, ay, bx, by) = (a.on(x), a.on(y), b.on(x), b.on(y));
            let worse = better(x, bx, ax) || better(y, by, ay);
            !worse && (better(x, ax, bx) || better(y, ay, by))
        };
        let found = front(&points, x, y);
        assert!(!found.is_empty());
        for at in &found {
            assert!(
                !points.iter().any(|other| beats(other, &points[*at])),
                "{x:?} {y:?}"
            );
        }
        let values: Vec<(f64, f64)> = found
            .iter()
            .map(|at| (points[*at].on(x), points[*at].on(y)))
            .collect();
        for point in points
            .iter()
            .filter(|point| !points.iter().any(|other| beats(other, point)))
        {
            let near = |(a, b): &(f64, f64)| (a - point.on(x)).abs() < 1e-6 && (b - point.on(y)).abs() < 1e-6;
            assert!(values.iter().any(near), "{x:?} {y:?} {point:?} is missing");
        }
        // Of equal ones the simplest stands.
        for at in &found {
            let point = &points[*at];
            let is_same = |other: &&Point| {
                (other.on(x) - point.on(x)).abs() < 1e-12 && (other.on(y) - point.on(y)).abs() < 1e-12
            };
            let fewest = points.iter().filter(is_same).map(Point::count).min();
            assert_eq!(fewest, Some(point.count()));
        }
    }
    let bands = sweep.bands(&points[points.len() - 1], 50);
    assert!(bands.iter().flatten().all(|band| band.p5 <= band.p95));
    assert_eq!(bands.len(), MEASURES.len());
    let rows = by_count(&points, RANK);
    assert!(rows.windows(2).all(|pair| pair[0].2 <= pair[1].2 + 1e-12));
    assert!((rows[rows.len() - 1].2 - 1.0).abs() < 1e-12 && rows[0].0 == 0);
}

#[test]
fn the_smallest_change_has_the_fewest_moves() {
    let project = preset("school_uniform");
    let sweep = sweep(&project, &CHOSEN);
    let points = sweep.evaluate(0..sweep.len());
    let bound = |figure, value| Bound { figure, value };
    let target = bound(RANK, 0.08);
    let floor = bound(PathwayFigure::Net, 1.0);
    let meets = |point: &&Point| {
        point.on(Axis::Figure(RANK)) >= 0.08 && point.on(Axis::Figure(PathwayFigure::Net)) >= 1.0
    };
    let fewest = points.iter().filter(meets).map(Point::count).min();
    match smallest(&points, target, Some(floor)) {
        Some(Smallest::Reached(at)) => {
            assert!(meets(&&points[at]));
            assert_eq!(Some(points[at].count()), fewest);
        }
        other => panic!("{other:?}"),
    }
    match smallest(&points, bound(RANK, 0.9), None) {
        Some(Smallest::Nearest(at)) => {
            let best = points.iter().map(|point| point.on(Axis::Figure(RANK)));
            assert!((points[at].on(Axis::Figure(RANK)) - best.fold(0.0, f64::max)).abs() < 1e-12);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(smallest(&[], target, None), None);
}

#[test]
fn a_response_is_met_wherever_it_is_met() {
    let meet = |mut response: fn(f64) -> f64, target: f64| solve(&mut response, (0.0, 1.0), 0.3, target);
    let line = meet(|x| 2.0 * x, 0.5);
    assert!(matches!(line.meetings.as_slice(), [Meeting::At(x)] if (x - 0.25).abs() < 1e-9));
    let hill = meet(|x| x * (1.0 - x), 0.16);
    let [Meeting::At(a), Meeting::At(b)] = hill.meetings.as_slice() else {
        panic!("{hill:?}");
    };
    assert!((a - 0.2).abs() < 1e-8 && (b - 0.8).abs() < 1e-8);
    // Between two points of the grid.
    let narrow = meet(|x| 1.0 - (x - 0.507).abs(), 0.9999);
    assert_eq!(narrow.meetings.len(), 2, "{narrow:?}");
    let jump = meet(|x| if x < 0.7 { 0.1 } else { 0.4 }, 0.2);
    match jump.meetings.as_slice() {
        [Meeting::Jump { at, before, after }] => {
            assert!(
                (at - 0.7).abs() < 1e-12 && *before < 0.2 && *after > 0.2,
                "{jump:?}"
            );
        }
        other => panic!("{other:?}"),
    }
    let flat = meet(|x| x.min(0.5), 0.5);
    match flat.meetings.as_slice() {
        [Meeting::Plateau { low, high }] => {
            assert!((low - 0.5).abs() < 1e-6 && (high - 1.0).abs() < 1e-12, "{flat:?}");
        }
        other => panic!("{other:?}"),
    }
    let out = meet(|x| x / 2.0, 0.6);
    assert!(!out.is_reached());
    assert_eq!(out.best, (1.0, 0.5));
    assert!(!meet(|_| f64::NAN, 0.6).is_reached());
}

fn all_levers(project: &Project, pathway: &PathwayId) -> Vec<Lever> {
    let assessed = assess(project, library());
    let keys = assessed.engine.slots.inputs().iter().map(|input| &input.key);
    levers(project, library(), pathway, keys)
}

#[test]
fn every_lever_at_some_value_is_the_project_that_its_edits_make() {
    let project = preset("school_uniform");
    let pathway = PathwayId::from("repair_first");
    let all = all_levers(&project, &pathway);
    let kinds = [
        "share:discard>collection",
        "share:use>repair",
        "displacement.resale",
        "own:use",
        "closed:tearing",
        "wears",
        "mass:shell",
        "loss:shell",
        "fibre:shell.polyester",
        "recycled:shell.cotton",
        "assumption.service_later",
        "kind.uniform_jacket.wears",
        "route.nonwoven.recovery",
    ];
    for id in kinds {
        let lever = all
            .iter()
            .find(|lever| lever.id == id)
            .unwrap_or_else(|| panic!("no lever {id}"));
        assert!(lever.low <= lever.now && lever.now <= lever.high, "{lever:?}");
        let turning = Turning::new(&project, library(), &pathway, &[], std::slice::from_ref(lever)).unwrap();
        let mut room = turning.room();
        for share in [0.15, 0.6, 0.9] {
            let value = lever.low + (lever.high - lever.low) * share;
            let turned = lever
                .at(&project, &pathway, value)
                .unwrap_or_else(|| panic!("{id} {value}"));
            let assessed = assess(&turned, library());
            for figure in MEASURES.into_iter().filter(|figure| !figure.is_beside()) {
                let found = turning.figures(&[value], &[(&pathway, figure)], &mut room)[0];
                let expected = central(&assessed, &pathway, figure);
                let off = (found - expected).abs();
                assert!(
                    off <= 1e-10 * expected.abs().max(1.0),
                    "{id} {value} {figure:?}: {found} {expected}"
                );
            }
        }
    }
    let mut ids: Vec<&str> = all.iter().map(|lever| lever.id.as_str()).collect();
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count, "two levers have one id");
}

/// The jacket with a shell of cotton and of polyester in two lines: new, and made from bottles.
fn in_two_lines() -> Project {
    let mut project = preset("school_uniform");
    let line = |fibre: &str, share: f64, recycled: f64| FibreLine {
        fibre: fibre.into(),
        share: Share::new(share).unwrap(),
        feedstock: Feedstock {
            recycled: Share::new(recycled).unwrap(),
            ..Feedstock::default()
        },
    };
    project.product.parts[0].fibres = vec![
        line("polyester", 0.2, 0.0),
        line("cotton", 0.4, 0.0),
        line("polyester", 0.3, 0.8),
        line("elastane", 0.06, 0.0),
        line("elastane", 0.04, 0.5),
    ];
    project
}

#[test]
fn a_lever_turns_all_lines_of_its_fibre() {
    let project = in_two_lines();
    let pathway = PathwayId::from("repair_first");
    let all = all_levers(&project, &pathway);
    let lever = |id: &str| all.iter().find(|lever| lever.id == id).unwrap();
    let lines = |id: &str, value: f64| {
        let turned = lever(id).at(&project, &pathway, value).unwrap();
        turned.product.parts[0].fibres.clone()
    };
    let shares = |id: &str, value: f64| -> Vec<f64> {
        let all = lines(id, value);
        all.iter().map(|line| line.share.get()).collect()
    };
    let near = |found: &[f64], expected: &[f64]| {
        let off = found.iter().zip(expected).map(|(a, b)| (a - b).abs());
        assert!(off.fold(0.0, f64::max) < 1e-12, "{found:?} {expected:?}");
    };
    let fibre = lever("fibre:shell.polyester");
    near(&[fibre.now], &[0.5]);
    near(
        &shares("fibre:shell.polyester", 0.5),
        &[0.2, 0.4, 0.3, 0.06, 0.04],
    );
    near(
        &shares("fibre:shell.polyester", 0.75),
        &[0.3, 0.2, 0.45, 0.03, 0.02],
    );
    near(&shares("fibre:shell.polyester", 1.0), &[0.4, 0.0, 0.6, 0.0, 0.0]);
    near(
        &shares("fibre:shell.polyester", 0.0),
        &[0.0, 0.8, 0.0, 0.12, 0.08],
    );
    // Of two fifths 0 % and of three fifths 80 %: 48 %.
    let recycled = lever("recycled:shell.polyester");
    near(&[recycled.now], &[0.48]);
    for (value, expected) in [
        (0.48, [0.0, 0.8]),
        (0.24, [0.0, 0.4]),
        (0.0, [0.0, 0.0]),
        (1.0, [1.0, 1.0]),
        (0.74, [0.5, 0.9]),
    ] {
        let all = lines("recycled:shell.polyester", value);
        let found = [&all[0], &all[2]].map(|line| line.feedstock.recycled.get());
        near(&found, &expected);
        near(&[(0.2 * found[0] + 0.3 * found[1]) / 0.5], &[value]);
    }
}

#[test]
fn a_move_keeps_the_lines_of_a_fibre_in_their_proportion() {
    let project = in_two_lines();
    let pathway = PathwayId::from("repair_first");
    let after = |id: &str| -> Vec<(String, f64, f64)> {
        let (edits, _) = find(&project, id).edits(&project, library(), &pathway).unwrap();
        let made = edits
            .iter()
            .fold(project.clone(), |now, edit| edit.apply(&now).unwrap());
        let lines = made.product.parts[0].fibres.iter();
        let told = lines.map(|line| {
            let recycled = line.feedstock.recycled.get();
            (line.fibre.to_string(), line.share.get(), recycled)
        });
        told.collect()
    };
    let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
    let alone = after("polyester_alone:shell");
    assert!(alone.iter().all(|(fibre, ..)| fibre == "polyester"), "{alone:?}");
    assert!(
        near(alone[0].1, 0.4) && near(alone[1].1, 0.6) && near(alone[1].2, 0.8),
        "{alone:?}"
    );
    let moves = tries(&project, library());
    let elastane = moves
        .iter()
        .filter(|one| one.id.contains("elastane") && one.id.ends_with(":shell"));
    let mut count = 0;
    for one in elastane {
        count += 1;
        let made = after(&one.id);
        let sum: f64 = made.iter().map(|(_, share, _)| share).sum();
        assert!(near(sum, 1.0), "{} {made:?}", one.id);
        let held: f64 = made
            .iter()
            .filter(|(fibre, ..)| fibre == "elastane")
            .map(|(_, share, _)| share)
            .sum();
        assert!(held < 0.1, "{} {made:?}", one.id);
    }
    assert!(
        count > 0,
        "{:?}",
        moves.iter().map(|one| &one.id).collect::<Vec<_>>()
    );
}

#[test]
fn a_reached_target_holds_when_it_is_put_back() {
    let project = preset("school_uniform");
    for (pathway, id, figure, target) in [
        ("sort_chemical", "share:discard>collection", RANK, 0.04),
        ("repair_first", "displacement.resale", PathwayFigure::Net, 0.0),
        ("repair_first", "share:use>repair", PathwayFigure::Wears, 150.0),
        ("sort_chemical", "mass:shell", RANK, 0.03),
        ("sort_chemical", "wears", PathwayFigure::Mci, 0.3),
        (
            "sort_chemical",
            "assumption.service_later",
            PathwayFigure::Wears,
            102.0,
        ),
    ] {
        let pathway = PathwayId::from(pathway);
        let lever = all_levers(&project, &pathway)
            .into_iter()
            .find(|lever| lever.id == id)
            .unwrap();
        let found = reach(&project, library(), &pathway, &lever, (figure, target)).unwrap();
        let ys = found.curve.iter().map(|(_, y)| *y);
        let span = ys.clone().fold(f64::MIN, f64::max) - ys.fold(f64::MAX, f64::min);
        assert!(found.is_reached(), "{id}: {:?}", found.best);
        for meeting in &found.meetings {
            let Meeting::At(value) = *meeting else { continue };
            let turned = lever.at(&project, &pathway, value).unwrap();
            let back = central(&assess(&turned, library()), &pathway, figure);
            assert!(
                (back - target).abs() <= 1e-9 * span.max(1e-9),
                "{id} {value}: {back} {target}"
            );
        }
    }
    let pathway = PathwayId::from("sort_chemical");
    let all = all_levers(&project, &pathway);
    let fibre = all
        .iter()
        .find(|lever| lever.id == "fibre:shell.polyester")
        .unwrap();
    let jump = reach(&project, library(), &pathway, fibre, (RANK, 0.04)).unwrap();
    // From 70 % on glycolysis takes the blend with loss: the share jumps there.
    assert!(
        matches!(jump.meetings[0], Meeting::Jump { at, .. } if (at - 0.7).abs() < 1e-6),
        "{jump:?}"
    );
    let far = reach(&project, library(), &pathway, fibre, (RANK, 0.5)).unwrap();
    assert!(!far.is_reached() && far.best.1 > 0.05);
}

#[test]
fn a_map_holds_the_figures_of_both_levers() {
    let project = preset("school_uniform");
    let (pathway, other) = (PathwayId::from("repair_first"), PathwayId::from("sort_chemical"));
    let all = all_levers(&project, &pathway);
    let lever = |id: &str| all.iter().find(|lever| lever.id == id).unwrap();
    let pair = [lever("share:discard>collection"), lever("displacement.resale")];
    let of = ((&project, library()), (&pathway, Some(&other)));
    let made = field(of.0, of.1, pair, PathwayFigure::Net, &in_turn(&|| false));
    let made = made.unwrap().unwrap();
    assert_eq!(made.values.len(), SIDE * SIDE);
    for (column, row) in [(3, 50), (40, 7), (59, 59)] {
        let turned = pair[0].at(&project, &pathway, made.xs[column]).unwrap();
        let turned = pair[1].at(&turned, &pathway, made.ys[row]).unwrap();
        let assessed = assess(&turned, library());
        let at = row * SIDE + column;
        for (found, id) in [(made.values[at], &pathway), (made.others[at], &other)] {
            let expected = central(&assessed, id, PathwayFigure::Net);
            assert!(
                (found - expected).abs() < 1e-9 * expected.abs().max(1.0),
                "{found} {expected}"
            );
        }
    }
    let even = made.break_even();
    assert!(!even.is_empty());
    let found = Field::crossings(&even, made.ys[30] + 1e-4);
    for x in found {
        let turned = pair[0].at(&project, &pathway, x).unwrap();
        let turned = pair[1].at(&turned, &pathway, made.ys[30]).unwrap();
        let net = central(&assess(&turned, library()), &pathway, PathwayFigure::Net);
        let reach = made.nets.iter().fold(0.0_f64, |most, net| most.max(net.abs()));
        assert!(net.abs() < 0.05 * reach, "{net} at {x}");
    }
    assert!(made.level(1e9).is_empty());
    assert_eq!(
        made.equal().is_empty(),
        made.values.iter().zip(&made.others).all(|(a, b)| a > b)
    );
}

#[test]
fn frontier_keeps_to_the_contract() {
    let moves = "polyester_alone:shell,zip_easily,repair_service,take_back";
    let line = format!(
        "frontier preset:school_uniform --x recycled --y moves_count --moves {moves} --pathway sort_chemical --pathway separation"
    );
    let (code, out, _) = reloom(&line, Lang::En);
    assert_eq!(code, 0);
    assert_eq!(reloom(&line, Lang::Zh).1, out);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["points"], 32);
    let front = json["front"].as_array().unwrap();
    assert!(front.len() > 2, "{out}");
    assert_eq!(front[front.len() - 1]["moves"], serde_json::json!([]));
    assert_eq!(front[0].as_object().unwrap().len(), 4);
    let (_, out, _) = reloom(&format!("{line} --format csv"), Lang::En);
    assert_eq!(out.lines().next(), Some("moves,pathway,x,y"));
    assert_eq!(out.lines().count(), front.len() + 1);
}

#[test]
fn reach_keeps_to_the_contract() {
    let reach =
        "reach preset:school_uniform --pathway sort_chemical --lever share:discard>collection --format json";
    let (code, out, err) = reloom(&format!("{reach} --target recycled=0.04"), Lang::En);
    assert_eq!((code, err.as_str()), (0, ""));
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&json["reached"], json["values"].as_array().unwrap().len()),
        (&true.into(), 1)
    );
    assert_eq!(json["best"].as_object().unwrap().len(), 2);
    let (code, out, _) = reloom(&format!("{reach} --target recycled=0.9"), Lang::En);
    assert_eq!(code, 1);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&json["reached"], &json["values"]),
        (&false.into(), &serde_json::json!([]))
    );
    for lang in [Lang::En, Lang::Zh] {
        let line = "reach preset:school_uniform --pathway sort_chemical --lever fibre:shell.polyester --target recycled";
        let (code, out, _) = reloom(&format!("{line}=0.04"), lang);
        assert!(code == 0 && out.lines().count() == 2, "{out}");
        let (code, out, _) = reloom(&format!("{line}=0.9"), lang);
        assert!(code == 1 && out.lines().count() == 2, "{out}");
        let (code, out, _) = reloom("reach preset:school_uniform --levers", lang);
        assert!(code == 0 && out.contains("mass:shell") && out.contains("share:discard>collection"));
    }
}

#[test]
fn moves_together_and_wrong_usage() {
    let (code, out, _) = reloom(
        "advise preset:school_uniform --pathway sort_chemical --combine 2 --format json",
        Lang::En,
    );
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let pairs = json["moves"].as_array().unwrap().iter();
    let pairs: Vec<_> = pairs
        .filter(|one| one["id"].as_str().unwrap().contains('+'))
        .collect();
    assert_eq!((code, pairs.len()), (0, 5));
    assert!(pairs[0]["after"]["recycled"].as_f64().unwrap() > 0.0828);
    for (line, word) in [
        ("frontier preset:tshirt --x recycled --y recycled", "same figure"),
        ("frontier preset:tshirt --x downcycled --y wears", "moves_count"),
        ("frontier preset:tshirt --x beauty --y wears", "moves_count"),
        (
            "frontier preset:tshirt --x wears --y recycled --moves nothing",
            "better_route",
        ),
        ("reach preset:tshirt --lever wears", "--target"),
        ("reach preset:tshirt --target wears=3", "--lever"),
        ("reach preset:tshirt --lever nothing --target wears=3", "--levers"),
        ("reach preset:tshirt --lever wears --target wears", "KEY=VALUE"),
        (
            "reach preset:tshirt --lever wears --target beauty=3",
            "mci_quality",
        ),
    ] {
        let (code, out, err) = reloom(line, Lang::En);
        assert_eq!((code, out.as_str()), (2, ""), "{line}");
        assert!(err.contains(word) && err.lines().count() == 1, "{line}: {err}");
    }
    let many: Vec<String> = tries(&preset("tshirt"), library())
        .into_iter()
        .take(13)
        .map(|one| one.id)
        .collect();
    let line = format!(
        "frontier preset:tshirt --x wears --y recycled --moves {}",
        many.join(",")
    );
    let (code, _, err) = reloom(&line, Lang::En);
    assert!(code == 2 && err.contains("12"), "{err}");
}

#[test]
fn the_benchmark_combines_twelve_moves() {
    let sweep = reloom::cli::bench::sweep().unwrap();
    assert_eq!((sweep.tries().len(), sweep.len()), (12, 4096));
}
