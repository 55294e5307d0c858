//! Own practice cards: packs of them, damaged and hostile ones, merging, the form, a pathway published, a class collected.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support::said::Queryable;
use crate::support::window::{options, window_over, window_with};
use clap::Parser;
use proptest::prelude::ProptestConfig;
use reloom::app::files::{FIRST_EXAMPLE, example};
use reloom::app::preferences::Preferences;
use reloom::cli::{Cli, run};
use reloom::data::{Library, Mark, Outcome, Practice, Practices};
use reloom::edit::Edit;
use reloom::explain::published;
use reloom::model::{Estimate, Name};
use reloom::project_file::{
    PACK_ENDING, PackFlag, PracticePack, ReadError, limit, may_replace_practices, may_replace_project,
    may_replace_set, read_practices, write_practices,
};
use reloom::store::Folders;
use reloom::text::{Lang, PackMsg};
use reloom::ui::panel::practice::draft::Draft;
use reloom::ui::view::{CardAct, Command, Page};
use std::path::Path;

const TWO: &str = include_str!("files/practices/two.reloompractice");

fn two() -> PracticePack {
    read_practices(TWO.as_bytes()).unwrap()
}

fn with(from: &str, to: &str) -> Vec<u8> {
    assert!(TWO.contains(from), "{from}");
    TWO.replacen(from, to, 1).into_bytes()
}

#[test]
fn a_pack_is_read_and_written_as_the_same_cards() {
    let pack = two();
    assert_eq!(pack.cards.len(), 2);
    assert_eq!(pack.flags(Library::builtin()), []);
    let text = write_practices(&pack).unwrap();
    assert_eq!(read_practices(text.as_bytes()).unwrap(), pack);
    assert!(text.contains("再织实践卡片包") && text.contains("sorting.xlsx"));
    // The cards of the program can be given away too.
    let all = PracticePack {
        name: "all".to_owned(),
        cards: Practices::builtin().cards.clone(),
    };
    let text = write_practices(&all).unwrap();
    assert_eq!(read_practices(text.as_bytes()).unwrap(), all);
}

#[test]
fn damaged_and_hostile_packs_are_answered_with_a_sentence() {
    let list = |count: usize| {
        let source = "(key:\"N\",title:\"\",publisher:\"\",year:\"\",mark:Own),";
        let sources: String = (0..count).map(|n| source.replace('N', &n.to_string())).collect();
        with("sources: [],", &format!("sources: [{sources}],"))
    };
    let hostile: Vec<(&str, Vec<u8>)> = vec![
        ("nothing", Vec::new()),
        ("zeros", vec![0; 4096]),
        ("no text", b"\xff\xfe\x00".to_vec()),
        ("cut off", TWO.as_bytes()[..TWO.len() / 2].to_vec()),
        ("version 0", with("version: 1", "version: 0")),
        ("no version", with("    version: 1,\n", "")),
        ("newer", with("version: 1", "version: 2")),
        ("a word", with("outcome: Trial", "outcome: Splendid")),
        ("a key", with("years: \"2025\"", "year: \"2025\"")),
        ("two of one id", with("own_plain", "own_suzhou_sorting")),
        ("negative", with("value: 480.0", "value: -480.0")),
        ("no number", with("value: 480.0", "value: NaN")),
        ("endless", with("value: 480.0", "value: inf")),
        ("range", with("low: 400.0", "low: 500.0")),
        ("divided by nothing", with("per: 60.0", "per: 0.0")),
        ("divided by less", with("per: 60.0", "per: -1.0")),
        ("long text", with("two cards", &"x".repeat(limit::TEXT + 1))),
        ("many sources", list(limit::CARD_SOURCES + 1)),
        (
            "deep",
            format!("(version: 1, cards: {}", "[".repeat(200_000)).into_bytes(),
        ),
        ("a project", include_bytes!("files/v1/minimal.ron").to_vec()),
    ];
    for (name, bytes) in hostile {
        let error = read_practices(&bytes).unwrap_err();
        for lang in [Lang::En, Lang::Zh] {
            assert!(!error.text(lang).is_empty(), "{name}");
        }
        crate::check::practice(&bytes);
    }
    assert!(read_practices(&list(limit::CARD_SOURCES)).is_ok());
    let newer = read_practices(&with("version: 1", "version: 2"));
    assert!(matches!(newer, Err(ReadError::Newer { found: 2, newest: 1 })));
}

#[test]
fn every_pack_cut_off_anywhere_is_answered() {
    for end in 0..TWO.len() {
        crate::check::practice(&TWO.as_bytes()[..end]);
    }
    crate::check::practice(TWO.as_bytes());
}

#[test]
fn what_the_library_does_not_know_is_kept_and_said() {
    let changed = String::from_utf8(with("\"sorting\", ", "\"alchemy\", ")).unwrap();
    let changed = changed
        .replacen("CN_JS_SZ", "ATLANTIS", 1)
        .replacen("work.sorting.CN", "work.none", 1);
    let changed = changed.replacen("source: \"S1\"", "source: \"S9\"", 1);
    let pack = read_practices(changed.as_bytes()).unwrap();
    let flags = pack.flags(Library::builtin());
    let unknown: Vec<&str> = flags
        .iter()
        .filter_map(|flag| match flag {
            PackFlag::Unknown { id, .. } => Some(id.as_str()),
            PackFlag::NoSource { .. } => None,
        })
        .collect();
    assert_eq!(unknown, ["alchemy", "ATLANTIS", "work.none"]);
    assert_eq!(flags.len(), 4);
    assert!(write_practices(&pack).is_some());
}

#[test]
fn merging_writes_nothing_over() {
    let mut all = Practices::builtin().clone();
    let shipped = all.cards.len();
    let first = all.take_in(two().cards);
    assert_eq!((first.added, first.same, first.beside.len()), (2, 0, 0));
    let again = all.take_in(two().cards);
    assert_eq!((again.added, again.same, again.beside.len()), (0, 2, 0));
    // The same id with other content: both are kept, also where it is a card of the program.
    let mut other = two().cards[0].clone();
    other.years = "2027–".to_owned();
    let taken = Practice {
        id: "de_soex".to_owned(),
        ..other.clone()
    };
    let merged = all.take_in([other.clone(), taken.clone()]);
    assert_eq!(merged.beside, ["own_suzhou_sorting_2", "de_soex_2"]);
    assert_eq!(all.card("own_suzhou_sorting").unwrap().years, "2026–");
    assert_eq!(all.card("own_suzhou_sorting_2").unwrap().years, "2027–");
    assert!(all.card("de_soex").unwrap().name.en.contains("SOEX"));
    let again = all.take_in([other, taken]);
    assert_eq!((again.same, all.cards.len()), (2, shipped + 4));
    assert_eq!(all.own_cards().count(), 4);
}

#[test]
fn files_of_other_kinds_stay() {
    let project = include_bytes!("files/v1/minimal.ron");
    assert!(may_replace_practices(project).is_err());
    assert!(may_replace_practices(&with("version: 1", "version: 2")).is_err());
    assert!(may_replace_practices(TWO.as_bytes()).is_ok());
    assert!(may_replace_practices(b"").is_ok());
    assert!(may_replace_practices(&TWO.as_bytes()[..TWO.len() / 2]).is_ok());
    assert!(may_replace_project(TWO.as_bytes()).is_err());
    assert!(may_replace_set(TWO.as_bytes()).is_err());
}

fn cli(arguments: &[&str]) -> (u8, String, String) {
    let cli = Cli::try_parse_from(std::iter::once(&"reloom").chain(arguments)).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(cli.command.as_ref().unwrap(), cli.lang(), &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (code, text(out), text(err))
}

#[test]
fn the_cards_of_a_class_are_collected() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(path("a.reloompractice"), TWO).unwrap();
    std::fs::write(path("b.reloompractice"), with("2026–", "2027–")).unwrap();
    std::fs::write(path("c.reloompractice"), "(version: 1, cards: [").unwrap();
    let (inside, out) = (folder.path().display().to_string(), path("class.reloompractice"));
    for lang in ["en", "zh"] {
        let (code, said, err) = cli(&["practice", "collect", &inside, "-o", &out, "--lang", lang]);
        assert_eq!(code, 1, "{said}{err}");
        assert!(
            said.contains("own_suzhou_sorting_2") && err.contains("c.reloompractice"),
            "{said}{err}"
        );
        let class = read_practices(&std::fs::read(&out).unwrap()).unwrap();
        assert_eq!(class.cards.len(), 3);
        assert_eq!(class.name, "class");
    }
    let (code, said, _) = cli(&["practice", "check", &out, "--lang", "en"]);
    assert_eq!(code, 0, "{said}");
    let (code, _, err) = cli(&[
        "practice",
        "collect",
        &inside,
        "-o",
        &path("class.ron"),
        "--lang",
        "en",
    ]);
    assert!(code != 0 && err.contains("reloompractice"), "{err}");
    let (code, _, err) = cli(&[
        "practice",
        "collect",
        &path("c.reloompractice"),
        "-o",
        &out,
        "--lang",
        "en",
    ]);
    assert!(code != 0 && err.contains("could be read"), "{err}");
}

#[test]
fn a_pathway_is_published_with_its_shares_and_what_was_measured() {
    let library = Library::builtin();
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let edit = Edit::SetOverride {
        factor: "work.sorting.CN".into(),
        figure: Estimate {
            value: 9.0,
            range: Some((8.0, 10.0)),
        },
        note: "own, n = 4: 900 Kilograms in 20 h of work; a school".to_owned(),
    };
    let project = edit.apply(&project).unwrap();
    let pathway = &project.pathways[1];
    let card = published::card(&project, pathway, library);
    let shares = card.figures.iter().filter(|figure| figure.unit.en == "share");
    let exits: usize = pathway
        .stages
        .iter()
        .map(|stage| stage.exits.len())
        .filter(|count| *count > 1)
        .sum();
    assert_eq!(shares.count(), exits);
    let measured = card
        .figures
        .iter()
        .find(|figure| !figure.bears.is_empty())
        .unwrap();
    assert_eq!((measured.value, measured.high), (9.0, Some(10.0)));
    assert_eq!(measured.bears[0].factor, "work.sorting.CN".into());
    assert_eq!(measured.mark, Mark::Own);
    assert_eq!(card.outcome, Outcome::Study);
    assert!(card.topics.iter().all(|topic| library.topic(topic).is_some()) && !card.topics.is_empty());
    // What it means is left to the author: the form asks for it.
    let draft = Draft::of(card);
    let refused = draft.read(library, Lang::En).unwrap_err();
    assert!(refused.contains("fill this in"), "{refused}");
}

#[test]
fn a_card_that_is_edited_keeps_what_the_form_does_not_show() {
    let library = Library::builtin();
    for card in &Practices::builtin().cards {
        let draft = Draft::of(card.clone());
        let mut back = draft.read(library, Lang::Zh).unwrap();
        // How it stands is said anew; an own place stays where the library has one.
        back.status = card.status.clone();
        if card.at.is_empty() || library.country_of(&card.at[0]) == Some(card.country.as_str()) {
            assert_eq!(back.country, card.country);
        }
        back.country = card.country.clone();
        assert_eq!(&back, card);
    }
}

fn window_in(folder: &Path, lang: Lang) -> egui_kittest::Harness<'static, reloom::app::App> {
    let mut options = options(
        example(FIRST_EXAMPLE).unwrap().session,
        Preferences::in_language(lang),
    );
    options.folders = Some(Folders::inside(folder));
    window_over(options, [1280.0, 720.0])
}

#[test]
fn own_cards_are_kept_beside_the_preferences_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let shipped = Practices::builtin().cards.len();
    let card = two().cards[0].clone();
    let mut h = window_in(folder.path(), Lang::Zh);
    let ctx = h.ctx.clone();
    let keep = |card: &Practice| Command::Card(CardAct::Keep(Box::new(card.clone())));
    h.state_mut().run(&ctx, Command::Show(Page::Practice));
    h.state_mut().run(&ctx, keep(&card));
    h.run();
    assert_eq!(h.state().practices().cards.len(), shipped + 1);
    // Edited, it stands in its own place.
    let edited = Practice {
        years: "2028–".to_owned(),
        ..card
    };
    h.state_mut().run(&ctx, keep(&edited));
    h.run();
    drop(h);
    let mut h = window_in(folder.path(), Lang::En);
    let ctx = h.ctx.clone();
    assert_eq!(h.state().practices().card(&edited.id).unwrap().years, "2028–");
    assert_eq!(h.state().practices().cards.len(), shipped + 1);
    h.state_mut().run(&ctx, Command::Show(Page::Practice));
    h.state_mut()
        .run(&ctx, Command::Card(CardAct::Remove(edited.id.clone())));
    h.run();
    assert_eq!(h.state().practices().cards.len(), shipped);
    let kept = std::fs::read(Folders::inside(folder.path()).practices()).unwrap();
    assert!(read_practices(&kept).unwrap().cards.is_empty());
}

#[test]
fn a_broken_shelf_is_said_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = Folders::inside(folder.path()).practices();
    std::fs::write(&file, "(version: 1, cards: [").unwrap();
    let mut h = window_in(folder.path(), Lang::En);
    let ctx = h.ctx.clone();
    let card = two().cards[0].clone();
    h.state_mut()
        .run(&ctx, Command::Card(CardAct::Keep(Box::new(card))));
    h.run();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "(version: 1, cards: [");
    assert_eq!(h.state().practices().own_cards().count(), 1);
}

#[test]
fn a_pack_dropped_on_the_window_goes_to_the_cards() {
    let folder = tempfile::tempdir().unwrap();
    for lang in [Lang::En, Lang::Zh] {
        let path = folder.path().join(format!("class.{PACK_ENDING}"));
        std::fs::write(&path, TWO).unwrap();
        let mut h = window_with(Preferences::in_language(lang), [1280.0, 720.0]);
        crate::support::window::drop_file(&mut h, &path);
        assert_eq!(h.state().page(), Page::Practice);
        assert_eq!(h.state().practices().own_cards().count(), 2);
        let said = PackMsg::Merged.with(lang, &[("added", "2"), ("same", "0")]);
        assert!(h.query_by_label_contains(&said).is_some());
        std::fs::write(&path, "(version: 9, cards: [])").unwrap();
        crate::support::window::drop_file(&mut h, &path);
        assert_eq!(h.state().practices().own_cards().count(), 2);
    }
}

#[test]
fn a_card_is_written_in_the_form() {
    for lang in [Lang::En, Lang::Zh] {
        let mut h = window_with(Preferences::in_language(lang), [1280.0, 900.0]);
        let ctx = h.ctx.clone();
        h.state_mut().run(&ctx, Command::Show(Page::Practice));
        h.run();
        h.get_by_label(PackMsg::OwnMenu.text(lang)).click();
        h.run();
        h.get_by_label(PackMsg::Write.text(lang)).click();
        h.run();
        let input = egui::accesskit::Role::TextInput;
        let mut fill = |label: &str, text: &str| {
            h.get_by_role_and_label(input, label).scroll_to_me();
            h.run();
            h.get_by_role_and_label(input, label).focus();
            h.run();
            h.get_by_role_and_label(input, label).type_text(text);
            h.run();
        };
        let in_language = |field: PackMsg, written: Lang| {
            let values = [("field", field.text(lang)), ("language", written.endonym())];
            PackMsg::InLanguage.with(lang, &values)
        };
        for (field, zh, en) in [
            (PackMsg::Name, "维修咖啡馆", "Repair café"),
            (PackMsg::Place, "苏州", ""),
            (PackMsg::What, "更换拉链。", "Zips are replaced."),
            (
                PackMsg::Lesson,
                "拉链应便于拆下。",
                "Sew zips so that they come out.",
            ),
        ] {
            fill(&in_language(field, Lang::Zh), zh);
            fill(&in_language(field, Lang::En), en);
        }
        for (field, text) in [
            (PackMsg::YearsField, "2026–"),
            (PackMsg::SourceTitle, "Time study"),
            (PackMsg::Publisher, "A class"),
            (PackMsg::SourceYear, "2026"),
            (PackMsg::Evidence, "zips.xlsx"),
        ] {
            fill(field.text(lang), text);
        }
        // Without a topic it cannot be kept, and says so.
        assert!(h.query_by_label_contains(PackMsg::NoTopic.text(lang)).is_some());
    }
}

#[test]
fn both_languages_of_a_card_are_written_at_once_and_one_stands_in_for_the_other() {
    let library = Library::builtin();
    let card = two().cards[0].clone();
    let mut draft = Draft::of(card.clone());
    draft.words[0] = Name::new("Sorting by hand ", " 人工分拣");
    draft.words[1] = Name::new("", "苏州");
    draft.words[4] = Name::default();
    draft.figures[0].unit = Name::new("kg per hour", "");
    let read = draft.read(library, Lang::Zh).unwrap();
    assert_eq!(read.name, Name::new("Sorting by hand", "人工分拣"));
    assert_eq!(read.place, Name::new("苏州", "苏州"));
    assert_eq!(read.social, None);
    assert_eq!(read.figures[0].unit, Name::new("kg per hour", "kg per hour"));
    assert_eq!(read.id, card.id);
    draft.words[2] = Name::new(" ", "");
    for lang in [Lang::En, Lang::Zh] {
        let refused = draft.read(library, lang).unwrap_err();
        assert!(refused.contains(PackMsg::What.text(lang)), "{refused}");
    }
}

/// Four hundred, or as many as `PROPTEST_CASES` asks for.
fn cases() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: usual.cases.max(400),
        ..usual
    }
}

proptest::proptest! {
    #![proptest_config(cases())]

    /// A pack in which letters, numbers and whole pieces were cut, put twice, or put elsewhere is answered.
    #[test]
    fn any_change_of_a_pack_is_answered(
        cuts in proptest::collection::vec((0..4_usize, 0..1000_usize, 0..1000_usize, 0..24_usize), 1..6),
    ) {
        const PIECES: [&str; 24] = [
            "", "(", ")", "[", "]", "{", "}", "\"", ",", ":", "-", "\\", "\u{0}", "中", "NaN", "inf", "1e999", "-0.0",
            "Some(", "None", "//", "/*", "r#\"", "..",
        ];
        let mut text: Vec<char> = TWO.chars().collect();
        for (act, one, two, piece) in cuts {
            let at = |share: usize| share * text.len() / 1000;
            let (from, to) = (at(one.min(two)), at(one.max(two)));
            let part = text[from..to].to_vec();
            match act {
                0 => drop(text.splice(from..to.min(from + 40), [])),
                1 => drop(text.splice(from..from, PIECES[piece].chars())),
                2 => drop(text.splice(to..to, part.into_iter().take(200))),
                _ => text.swap(from, to.saturating_sub(1)),
            }
        }
        let text: String = text.into_iter().collect();
        crate::check::practice(text.as_bytes());
    }
}
