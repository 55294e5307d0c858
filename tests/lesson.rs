//! Lessons: those that come with the program, their file, what is found in a broken one, and what groups hand in.

use clap::Parser;
use reloom::cli::{Cli, run};
use reloom::data::Library;
use reloom::edit::Edit;
use reloom::lesson::file::{LessonError, limit, read_pack, write_pack, write_text};
use reloom::lesson::guides::GuideText;
use reloom::lesson::{
    Asked, BoardKind, FigureRef, Kind, Ledger, Pack, Truth, What, check, filled, of_project, shipped,
    shows_change, turned_in,
};
use reloom::model::{Name, PathwayId};
use reloom::text::Lang;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Exit code, standard output and standard error of a command line.
fn run_cli(arguments: &[&str]) -> (u8, String, String) {
    let cli = Cli::try_parse_from(std::iter::once(&"reloom").chain(arguments)).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(cli.command.as_ref().unwrap(), cli.lang(), &mut out, &mut err);
    (
        code,
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
    )
}

fn packs() -> Vec<Pack> {
    shipped::all()
        .iter()
        .map(|lesson| lesson.pack().unwrap())
        .collect()
}

fn pack(id: &str) -> Pack {
    shipped::get(id).unwrap().pack().unwrap()
}

#[test]
fn every_shipped_lesson_opens_and_has_nothing_to_mend() {
    let library = Library::builtin();
    for (shipped, pack) in shipped::all().iter().zip(packs()) {
        assert_eq!(pack.lesson.id, shipped.id);
        let found: Vec<String> = check(&pack, library)
            .iter()
            .map(|one| one.text(Lang::En))
            .collect();
        assert_eq!(found, Vec::<String>::new(), "{}", shipped.id);
    }
    assert_eq!(shipped::all().len(), 5);
}

/// What a text would be without the engine: none of the figures in it is typed.
#[test]
fn figures_of_texts_come_from_the_engine_in_both_languages() {
    let open = filled(&pack("script"), Library::builtin()).unwrap();
    let stop = |id: &str| open.lesson.stops.iter().find(|stop| stop.id == id).unwrap();
    assert_eq!(
        stop("made_of").see.en,
        "567\u{202f}g in the finished piece, 101\u{202f}g of cutting waste, a bar of fibres"
    );
    assert_eq!(stop("made_of").see.zh, "成品567g，裁剪废料101g，一条纤维条");
    for pack in packs() {
        let text = format!("{:?}", filled(&pack, Library::builtin()).unwrap().lesson);
        assert!(
            !text.contains('{') || !text.contains(":today}"),
            "{}",
            pack.lesson.id
        );
    }
}

#[test]
fn every_row_of_the_script_shows_a_change() {
    let library = Library::builtin();
    for pack in packs() {
        let mut before = None;
        for stop in &pack.lesson.stops {
            assert!(stop.changes, "{} {}", pack.lesson.id, stop.id);
            assert!(
                shows_change(&pack, before, stop, library),
                "{} {}",
                pack.lesson.id,
                stop.id
            );
            before = Some(stop);
        }
    }
    let script = pack("script");
    let again = script.lesson.stops.iter().find(|stop| stop.id == "flow").unwrap();
    assert!(!shows_change(&script, Some(again), again, library));
    let mut idle = script.clone();
    let at = idle
        .lesson
        .stops
        .iter()
        .position(|stop| stop.id == "try_it")
        .unwrap();
    idle.lesson.stops[at].moves = vec!["label_easily:label".to_owned()];
    assert!(!shows_change(&idle, None, &idle.lesson.stops[at], library));
}

#[test]
fn the_script_takes_ten_minutes_and_its_short_cut_three() {
    let script = pack("script");
    assert_eq!(script.lesson.planned_s(), 600);
    let short: Vec<&str> = script.lesson.shown(true).map(|stop| stop.id.as_str()).collect();
    assert_eq!(short, ["question", "circularity", "compare", "job_cards", "end"]);
    let starts: Vec<u32> = script
        .lesson
        .stops
        .iter()
        .scan(0, |at, stop| {
            let start = *at;
            *at += stop.seconds;
            Some(start)
        })
        .collect();
    let try_it = script
        .lesson
        .stops
        .iter()
        .position(|stop| stop.board == BoardKind::TryIt)
        .unwrap();
    assert_eq!(starts[try_it], 6 * 60 + 45);
    let stop = &script.lesson.stops[try_it];
    let pathways: Vec<&str> = stop.pathways.iter().map(PathwayId::as_str).collect();
    assert_eq!(pathways, ["sort_chemical", "separation"]);
    assert!(script.lesson.quiz.len() >= 8);
}

/// The answer keys as the library stands today: a factor that is changed and turns one of them fails here.
#[test]
fn answers_are_what_the_engine_says() {
    let answers = |id: &str| -> Vec<(String, String)> {
        let open = filled(&pack(id), Library::builtin()).unwrap();
        let key = |kind: &Kind| match kind {
            Kind::Single {
                right: Truth::Is(at), ..
            } => format!("{}", at + 1),
            Kind::TrueFalse { right: Truth::Is(is) } => is.to_string(),
            Kind::Order {
                right: Truth::Is(order),
                ..
            } => order
                .iter()
                .map(|at| (at + 1).to_string())
                .collect::<Vec<_>>()
                .join(">"),
            Kind::Estimate {
                right: Truth::Is(value),
                ..
            }
            | Kind::Predict {
                right: Truth::Is(value),
                ..
            } => {
                format!("{value:.1}")
            }
            other => panic!("not answered: {other:?}"),
        };
        open.lesson
            .quiz
            .iter()
            .map(|question| (question.id.clone(), key(&question.kind)))
            .collect()
    };
    let all: Vec<(String, String)> = shipped::all()
        .iter()
        .flat_map(|lesson| answers(lesson.id))
        .collect();
    let said: Vec<String> = all.iter().map(|(id, key)| format!("{id} {key}")).collect();
    assert_eq!(
        said,
        [
            "waste_textiles 2",
            "regenerated false",
            "which_is_recycling 3",
            "goal_2030 30.0",
            "elastane_counts false",
            "net_jobs 2",
            "overlap false",
            "recyclable 3",
            "which_ruler 3>2>1",
            "predict_mono 8.3",
            "mci_and_share false",
            "repair_hours true",
            "cutting_waste 100.9",
            "order 2>3>1",
            "mci_says_the_same true",
            "predict_share 9.0",
            "zip_first 2",
            "hard_parts true",
            "net 1",
            "informal false",
            "one_change 4",
            "bought 667.5",
        ]
    );
}

#[test]
fn a_changed_factor_turns_an_answer() {
    let order = |pack: &Pack| {
        filled(pack, Library::builtin())
            .unwrap()
            .lesson
            .quiz
            .remove(0)
            .kind
    };
    let before = order(&pack("blend_or_mono"));
    let mut other = pack("blend_or_mono");
    // A route that takes no elastane at all.
    let strict = Edit::SetOverride {
        factor: "route.carbamate.elastane_max".into(),
        figure: reloom::model::Estimate::exact(0.001),
        note: "trial".to_owned(),
    };
    let project = strict.apply(&other.starts[0].project).unwrap();
    other.starts[0].project = std::sync::Arc::new(project);
    assert_ne!(order(&other), before);
    assert!(matches!(
        before,
        Kind::Order {
            right: Truth::Is(_),
            ..
        }
    ));
}

#[test]
fn three_shirts_stand_in_order_by_the_share_at_the_same_grade() {
    let pack = pack("blend_or_mono");
    let ledger = Ledger::new(&pack, Library::builtin());
    let value = |text: &str| ledger.value(&FigureRef::read(text).unwrap()).unwrap();
    let [cotton, elastane, blend] =
        ["1", "2", "3"].map(|no| value(&format!("same_grade:sort_chemical#{no}")));
    assert!(
        cotton > elastane && elastane > blend,
        "{cotton} {elastane} {blend}"
    );
    assert!((cotton - 0.090).abs() < 0.001 && blend == 0.0, "{cotton} {blend}");
}

#[test]
fn references_read_back_as_they_are_written() {
    for text in [
        "mass_kg",
        "routes_open#2",
        "mci:today",
        "same_grade:separation@uniform#3+polyester_alone:shell+zip_easily:zipper",
        "outflow.energy:today",
    ] {
        assert_eq!(FigureRef::read(text).unwrap().to_string(), text);
    }
    for text in [
        "",
        "mci",
        "nothing:today",
        "mci:today#0",
        "mci:today#x",
        "mci:today+",
        "mass_kg+a",
    ] {
        assert!(FigureRef::read(text).is_err(), "{text}");
    }
    assert_eq!(Asked::of_key("recycled"), Asked::of_key("same_grade"));
}

#[test]
fn levers_of_every_lesson_turn_from_end_to_end_and_leave_the_baseline() {
    for pack in packs() {
        let project = pack.project("", None).unwrap();
        let levers = turned_in(&project, &pack.lesson.levers, Library::builtin());
        assert_eq!(levers.len(), pack.lesson.levers.len(), "{}", pack.lesson.id);
        assert!((5..=8).contains(&levers.len()), "{}", pack.lesson.id);
        for lever in levers {
            assert_eq!((lever.step(lever.low), lever.step(lever.high)), (0, 100));
            for step in [0, 1, 37, 99, 100] {
                assert_eq!(lever.step(lever.value(step)), step, "{}", lever.spec.id);
            }
            let edit = Edit::together(lever.edits(&project, lever.value(61))).unwrap();
            let next = edit.apply(&project).unwrap();
            assert_eq!(
                next.baseline_pathway(),
                project.baseline_pathway(),
                "{}",
                lever.spec.id
            );
        }
    }
}

#[test]
fn a_pack_comes_back_from_its_file_with_samples_as_files_of_its_own() {
    for pack in packs() {
        let bytes = write_pack(&pack).unwrap();
        assert!(bytes.len() < 100_000);
        assert_eq!(bytes, write_pack(&pack).unwrap());
        let back = read_pack(&bytes).unwrap();
        assert_eq!(back.lesson, pack.lesson);
        assert!(back.starts.iter().all(|start| start.preset.is_none()));
        assert_eq!(back.starts[0].project, pack.starts[0].project);
        assert_eq!(write_pack(&back).unwrap(), bytes);
    }
    let text = write_text(&pack("script")).unwrap();
    assert_eq!(read_pack(text.as_bytes()).unwrap(), pack("script"));
    assert!(matches!(
        write_text(&pack("blend_or_mono")),
        Err(LessonError::NeedsPack(_))
    ));
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        to.start_file(*name, options).unwrap();
        to.write_all(bytes).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_pack_is_refused_with_its_place_in_both_languages() {
    let lesson = write_text(&pack("script")).unwrap();
    let newer = lesson.replacen("version: 1", "version: 2", 1);
    let odd = lesson.replacen("board: \"question\"", "board: \"quiz\"", 1);
    let no_sample = lesson.replacen("preset: \"school_uniform\"", "preset: \"nothing\"", 1);
    let missing = lesson.replacen("preset: \"school_uniform\"", "file: \"starts/a.ron\"", 1);
    let big = vec![b' '; limit::ENTRY + 1];
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (vec![0; limit::BYTES + 1], "at most 20 MiB"),
        (b"PK nothing".to_vec(), "cannot be unpacked"),
        (b"".to_vec(), "lesson.ron: line 1, column"),
        (b"(name: 1)".to_vec(), "starts with its version"),
        (
            newer.into_bytes(),
            "version 2; this program reads up to version 1",
        ),
        (
            odd.into_bytes(),
            "quiz is not known here. Known: question, made_of",
        ),
        (no_sample.into_bytes(), "there is no sample nothing"),
        (
            missing.into_bytes(),
            "starts/a.ron, which the lesson file does not hold",
        ),
        (zipped(&[]), "holds no lesson.ron"),
        (
            zipped(&[("../lesson.ron", b"")]),
            "../lesson.ron: a lesson file holds",
        ),
        (
            zipped(&[("lesson.ron", &big)]),
            "lesson.ron: unpacked it is more than 16 MiB",
        ),
        (
            zipped(&[("lesson.ron", lesson.as_bytes()), ("starts/b.ron", b"(")]),
            "starts/b.ron: the lesson does not name it",
        ),
    ];
    for (bytes, words) in cases {
        let error = read_pack(&bytes).unwrap_err();
        let (en, zh) = (error.text(Lang::En), error.text(Lang::Zh));
        assert!(en.contains(words), "{en}");
        assert!(!zh.is_empty() && zh != en, "{zh}");
    }
}

/// A zip that states small sizes and unpacks to gigabytes is read no further than the limit of an entry.
#[test]
fn a_bomb_is_read_no_further_than_the_limit() {
    let zeros = vec![b' '; limit::ENTRY];
    let names: Vec<String> = (0..8).map(|at| format!("pictures/{at}.png")).collect();
    let files: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), zeros.as_slice()))
        .collect();
    let bytes = zipped(&files);
    assert!(bytes.len() < 1_000_000);
    let error = read_pack(&bytes).unwrap_err().text(Lang::En);
    assert!(
        error.contains("all files together are more than 64 MiB"),
        "{error}"
    );
    let many: Vec<String> = (0..=limit::ENTRIES)
        .map(|at| format!("pictures/{at}.png"))
        .collect();
    let files: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert!(matches!(read_pack(&zipped(&files)), Err(LessonError::TooMany(_))));
}

/// What is done to a sound pack, and what is then found first.
type Broken = (fn(&mut Pack), &'static str);
const BROKEN: [Broken; 16] = [
    (
        |pack| pack.lesson.name.zh.clear(),
        "name: the Chinese words are missing",
    ),
    (
        |pack| pack.lesson.stops[1].say.en.clear(),
        "stops[made_of].say: the English words",
    ),
    (|pack| pack.lesson.aims.clear(), "aims: 0 stand here; 1 to 3"),
    (
        |pack| pack.lesson.minutes = 1,
        "minutes: the stops take 10 minutes",
    ),
    (
        |pack| pack.lesson.stops[1].id = "question".into(),
        "stops: “question” stands twice",
    ),
    (|pack| pack.lesson.id = "a b".into(), "id: “a b” is no id"),
    (
        |pack| pack.lesson.pathway = "nowhere".into(),
        "pathway: “nowhere” names no pathway",
    ),
    (
        |pack| pack.lesson.levers[0].id = "x".into(),
        "levers[x]: no pathway",
    ),
    (
        |pack| pack.lesson.levers[0].low = Some(0.9),
        "levers[share:discard>collection]: low must be",
    ),
    (
        |pack| pack.lesson.stops[4].pathways.clear(),
        "stops[flow].pathways: 0 stand here; 1 to 1",
    ),
    (
        |pack| pack.lesson.stops[3].figure = None,
        "stops[formula].figure: the board cannot",
    ),
    (
        |pack| pack.lesson.stops[8].moves.clear(),
        "stops[try_it].moves: the board cannot",
    ),
    (|pack| pack.lesson.stops[9].id = "again".into(), ""),
    (
        |pack| pack.lesson.exercises[0].solution.clear(),
        "exercises[open_a_route].solution",
    ),
    (
        |pack| pack.lesson.stops[0].say = Name::new("{mci:nowhere}", "{mci:nowhere}"),
        "stops[question].say: “nowhere” names no pathway",
    ),
    (
        |pack| {
            if let Kind::Single { right, .. } = &mut pack.lesson.quiz[0].kind {
                *right = Truth::Is(9);
            }
        },
        "quiz[waste_textiles].right: this answer cannot be given",
    ),
];

#[test]
fn each_thing_to_mend_is_found() {
    for (spoil, words) in BROKEN {
        let mut pack = pack("script");
        spoil(&mut pack);
        let found = check(&pack, Library::builtin());
        let said: Vec<String> = found.iter().map(|one| one.text(Lang::En)).collect();
        if words.is_empty() {
            assert_eq!(said, Vec::<String>::new());
        } else {
            assert!(
                said.iter().any(|line| line.starts_with(words)),
                "{words}: {said:?}"
            );
        }
        assert!(found.iter().all(|one| !one.text(Lang::Zh).is_empty()));
    }
    let mut idle = pack("script");
    idle.lesson.exercises[0].checks[0].bound = reloom::lesson::Bound::AtLeast(0.5);
    assert!(
        check(&idle, Library::builtin())
            .iter()
            .any(|one| one.what == What::NotSolved)
    );
}

#[test]
fn every_sample_makes_a_first_plan_with_nothing_to_mend() {
    for preset in reloom::presets::all() {
        let pack = of_project(preset.project().unwrap());
        let found: Vec<String> = check(&pack, Library::builtin())
            .iter()
            .map(|one| one.text(Lang::En))
            .collect();
        assert_eq!(found, Vec::<String>::new(), "{}", preset.id);
        assert_eq!(read_pack(&write_pack(&pack).unwrap()).unwrap(), pack);
    }
}

#[test]
fn the_command_line_lists_copies_and_checks() {
    let (code, out, _) = run_cli(&["lesson", "list", "--format", "json"]);
    assert_eq!(code, 0);
    let listed: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(listed[0]["id"], "script");
    assert_eq!(listed[0]["minutes"], 10);
    assert!(
        listed
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["name"]["zh"].is_string())
    );
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("我的 课.reloomlesson");
    let file = path.to_str().unwrap();
    for from in ["lesson:blend_or_mono", "preset:jeans"] {
        assert_eq!(run_cli(&["lesson", "new", from, "-o", file]).0, 0);
        let (code, out, _) = run_cli(&["--lang", "en", "lesson", "check", file]);
        assert_eq!((code, out.contains("nothing to mend")), (0, true), "{out}");
    }
    let text = dir.path().join("lesson.ron");
    assert_eq!(
        run_cli(&["lesson", "new", "lesson:script", "-o", text.to_str().unwrap()]).0,
        0
    );
    let broken = std::fs::read_to_string(&text).unwrap().replacen(
        "zh: \"结束画面；重置后回到第一个问题\"",
        "zh: \"\"",
        1,
    );
    std::fs::write(&text, broken).unwrap();
    let (code, out, _) = run_cli(&["--lang", "en", "lesson", "check", text.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(
        out.contains("stops[end].see: the Chinese words are missing"),
        "{out}"
    );
    assert_eq!(run_cli(&["lesson", "check", "missing.reloomlesson"]).0, 2);
    assert_eq!(run_cli(&["lesson", "check", "lesson:nothing"]).0, 2);
    assert_eq!(run_cli(&["lesson", "new", "lesson:script", "-o", "x.txt"]).0, 2);
    assert_eq!(run_cli(&["lesson", "new", file, "-o", file]).0, 2);
}

#[test]
fn work_of_groups_stands_side_by_side_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let start = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    for group in ["1", "2"] {
        let mut made = Edit::SetGroup(group.to_owned()).apply(&start).unwrap();
        if group == "2" {
            let sweep = reloom::lesson::after(
                &made,
                Library::builtin(),
                &"sort_chemical".into(),
                &["polyester_alone:shell".to_owned()],
            );
            made = sweep.unwrap().0;
        }
        let text = reloom::project_file::write(&made, None).unwrap();
        std::fs::write(dir.path().join(format!("{group}.reloom")), text).unwrap();
    }
    std::fs::write(dir.path().join("3.reloom"), "(version: 2, ").unwrap();
    let before: Vec<_> = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|one| one.unwrap().metadata().unwrap().modified().unwrap())
        .collect();
    let folder = dir.path().to_str().unwrap();
    let args = [
        "--lang",
        "en",
        "lesson",
        "collect",
        folder,
        "--pathway",
        "sort_chemical",
        "--sort",
        "same_grade",
        "--format",
        "json",
    ];
    let (code, out, err) = run_cli(&args);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("passed over") && err.contains("3.reloom"), "{err}");
    let read: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&read[0]["group"], &read[1]["group"]), (&"2".into(), &"1".into()));
    assert_eq!(read[0]["scale"]["same_grade"], 1.0);
    let changed = read[0]["changed"].as_array().unwrap();
    assert!(
        changed
            .iter()
            .any(|line| line.as_str().unwrap().contains("Shell fabric")),
        "{changed:?}"
    );
    assert_eq!(read[1]["changed"].as_array().unwrap().len(), 0);
    for format in ["csv", "table"] {
        let (code, out, _) = run_cli(&[
            "lesson",
            "collect",
            folder,
            "--pathway",
            "sort_chemical",
            "--format",
            format,
        ]);
        assert!(
            code == 1 && out.lines().count() > 2 && out.contains("sort_chemical"),
            "{out}"
        );
    }
    let after: Vec<_> = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|one| one.unwrap().metadata().unwrap().modified().unwrap())
        .collect();
    assert_eq!(before, after);
    assert_eq!(run_cli(&["lesson", "collect", folder, "--sort", "nothing"]).0, 2);
}

#[test]
fn the_room_check_says_what_works() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().to_str().unwrap();
    let (code, out, _) = run_cli(&[
        "room",
        "--folder",
        folder,
        "--lesson",
        "lesson:script",
        "--format",
        "json",
    ]);
    let room: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (code, &room["write_test"][0]["ok"], &room["lessons"][0]["ok"]),
        (0, &true.into(), &true.into())
    );
    assert!(room["size"].is_null() && room["seconds"].as_f64().unwrap() < 60.0);
    let gone = dir.path().join("gone");
    let (code, out, _) = run_cli(&[
        "--lang",
        "en",
        "room",
        "--folder",
        gone.to_str().unwrap(),
        "--lesson",
        "lesson:nothing",
    ]);
    assert!(code == 1 && out.contains("there is no lesson"), "{out}");
}

#[test]
fn lessons_and_guides_keep_to_the_terms() {
    let mut texts: Vec<(String, String)> = packs()
        .into_iter()
        .map(|pack| (pack.lesson.id.clone(), format!("{:?}", pack.lesson)))
        .collect();
    for guide in [GuideText::Trainer, GuideText::Keys] {
        texts.push((format!("{guide:?}"), guide.markdown(Lang::Zh).to_owned()));
    }
    for (id, text) in texts {
        let fine = text
            .replace("再生纤维素纤维", "")
            .replace("废旧纺织品再生纤维", "");
        for wrong in [
            "再生纤维",
            "公平转型",
            "工作岗位",
            "数字产品护照",
            "化学法回收",
            "熔融再纺",
            "黏胶",
        ] {
            assert!(!fine.contains(wrong), "{id}: {wrong}");
        }
    }
}
