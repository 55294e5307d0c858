//! A lesson in a trainer's own hands: views become stops by one key, stops are put in order and into words, and every
//! change lies on the disk at once, in a file of its own.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use reloom::app::App;
use reloom::app::files::example;
use reloom::app::preferences::Preferences;
use reloom::edit::{Edit, PartEdit};
use reloom::lesson::code::{Choice, CodeError, Codebook, rebuilt};
use reloom::lesson::edit::{StopEdit, StopText};
use reloom::lesson::file::read_pack;
use reloom::lesson::{BoardKind, Pack, check, shipped};
use reloom::quantity::Mass;
use reloom::text::{CollectionMsg, CommonMsg, Lang, StageMsg};
use reloom::ui::view::{Command, Page};
use std::path::Path;
use support::window::{options, press, window_over};

fn window(folder: &Path, lang: Lang) -> Harness<'static, App> {
    let session = example("school_uniform").unwrap().session;
    let mut options = options(session, Preferences::in_language(lang));
    options.folders = Some(reloom::store::Folders::inside(folder));
    window_over(options, [1280.0, 720.0])
}

fn add(h: &mut Harness<'_, App>) {
    h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::A);
    h.run();
}

fn show(h: &mut Harness<'_, App>, page: Page) {
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::Show(page));
    h.run();
}

/// The lessons that were written.
fn written(folder: &Path) -> Vec<Pack> {
    let Ok(files) = std::fs::read_dir(folder.join("groups")) else {
        return Vec::new();
    };
    let files = files.map(|file| file.unwrap().path());
    let packs = files.map(|file| read_pack(&std::fs::read(&file).unwrap()).unwrap());
    packs.collect()
}

fn boards(pack: &Pack) -> Vec<BoardKind> {
    pack.lesson.stops.iter().map(|stop| stop.board).collect()
}

#[test]
fn views_become_stops_by_one_key_and_are_kept_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window(dir.path(), Lang::Zh);
    show(&mut h, Page::Pathways);
    add(&mut h);
    show(&mut h, Page::Compare);
    add(&mut h);
    show(&mut h, Page::Product);
    add(&mut h);
    let all = written(dir.path());
    assert_eq!(all.len(), 1, "one lesson, one file");
    assert_eq!(
        boards(&all[0]),
        [BoardKind::Flow, BoardKind::Compare, BoardKind::MadeOf]
    );
    assert_eq!(all[0].starts.len(), 1, "one project for all of them");
    press(&mut h, Key::F5);
    assert_eq!(h.state().stage().unwrap().count(), 3);
    // What is added after a presentation was left stands behind the stop that was shown.
    press(&mut h, Key::Escape);
    show(&mut h, Page::Compare);
    add(&mut h);
    assert_eq!(
        boards(&written(dir.path())[0]),
        [
            BoardKind::Flow,
            BoardKind::Compare,
            BoardKind::Compare,
            BoardKind::MadeOf
        ]
    );
}

#[test]
fn a_page_that_no_board_shows_says_so_and_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window(dir.path(), Lang::En);
    show(&mut h, Page::Library);
    add(&mut h);
    h.get_by_label_contains(StageMsg::NoBoardHere.text(Lang::En));
    assert!(h.state().lesson().is_none());
    assert!(written(dir.path()).is_empty());
}

#[test]
fn a_lesson_that_comes_with_the_program_is_changed_in_a_copy() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window(dir.path(), Lang::Zh);
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::OpenLesson("script".to_owned()));
    h.run();
    press(&mut h, Key::PageDown);
    press(&mut h, Key::Escape);
    let before = shipped::get("script").unwrap().pack().unwrap();
    h.state_mut().run(&ctx, Command::Plan);
    h.run();
    h.get_by_label(StageMsg::StopLater.text(Lang::Zh)).click();
    h.run();
    let all = written(dir.path());
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].lesson.id, "script_copy");
    let (old, new) = (boards(&before), boards(&all[0]));
    assert_eq!((old[0], old[1]), (new[1], new[0]));
    assert_eq!(shipped::get("script").unwrap().pack().unwrap(), before);
    assert_eq!(h.state().lesson().unwrap().lesson.id, "script_copy");
}

#[test]
fn words_typed_in_the_plan_stand_in_the_file_when_the_field_is_left() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window(dir.path(), Lang::En);
    show(&mut h, Page::Compare);
    add(&mut h);
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::Plan);
    h.run();
    let label = format!("{} · English", StopText::Say.text(Lang::En));
    h.get_by_label(&label).focus();
    h.run();
    h.get_by_label(&label).type_text("Look at the third bar.");
    h.run();
    press(&mut h, Key::Escape);
    press(&mut h, Key::Escape);
    let all = written(dir.path());
    assert_eq!(all[0].lesson.stops[0].say.en, "Look at the third bar.");
}

/// Words that go to another stop with the pointer are kept; words that no lesson can hold stay under the hand.
#[test]
fn what_is_typed_in_the_plan_is_not_lost() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window(dir.path(), Lang::En);
    for page in [Page::Compare, Page::Product] {
        show(&mut h, page);
        add(&mut h);
    }
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::Plan);
    h.run();
    let label = format!("{} · English", StopText::Say.text(Lang::En));
    let type_in = |h: &mut Harness<'_, App>, words: &str| {
        h.get_by_label(&label).focus();
        h.run();
        h.get_by_label(&label).type_text(words);
        h.run();
    };
    type_in(&mut h, "Which is greyer?");
    let second = format!("2 {}", BoardKind::MadeOf.text(Lang::En));
    h.get_by_label(&second).click();
    h.run();
    h.run();
    let said = |folder: &Path| -> Vec<String> {
        let all = written(folder);
        all[0]
            .lesson
            .stops
            .iter()
            .map(|stop| stop.say.en.clone())
            .collect()
    };
    assert_eq!(said(dir.path()), ["Which is greyer?", ""]);
    // Leaving the field says why it cannot be kept; the next key leaves the plan.
    type_in(&mut h, "{same_grade:nowhere}");
    press(&mut h, Key::Escape);
    assert_eq!(said(dir.path()), ["Which is greyer?", ""], "no such pathway");
    assert_eq!(
        h.get_by_label(&label).value().as_deref(),
        Some("{same_grade:nowhere}")
    );
    press(&mut h, Key::Escape);
    assert!(h.query_by_label(&label).is_none(), "the plan can be left");
}

/// Button and key take changes back, in the file too.
#[test]
fn changes_of_the_plan_are_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window(dir.path(), Lang::En);
    for page in [Page::Compare, Page::Product, Page::Pathways] {
        show(&mut h, page);
        add(&mut h);
    }
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::Plan);
    h.run();
    let now = |folder: &Path| boards(&written(folder)[0]);
    let [a, b, c] = [BoardKind::Compare, BoardKind::MadeOf, BoardKind::Flow];
    h.get_by_label(StageMsg::StopLater.text(Lang::En)).click();
    h.run();
    assert_eq!(now(dir.path()), [b, a, c]);
    h.get_by_label(StageMsg::StopRemove.text(Lang::En)).click();
    h.run();
    assert_eq!(now(dir.path()), [b, c]);
    h.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    h.run();
    assert_eq!(now(dir.path()), [b, a, c]);
    let undo = CommonMsg::Undo.text(Lang::En);
    for left in [vec![a, b, c], vec![a, b], vec![a]] {
        // The first is that of the window.
        h.query_all_by_label(undo).last().unwrap().click();
        h.run();
        assert_eq!(now(dir.path()), left);
    }
    assert_eq!(
        h.query_all_by_label(undo).count(),
        1,
        "nothing is left to take back"
    );
}

/// Every change of every stop of every lesson: the lesson can still be read back, and what was not named stays.
#[test]
fn changes_leave_a_lesson_that_can_be_shown() {
    for lesson in shipped::all() {
        let pack = lesson.pack().unwrap().copy();
        let clean = check(&pack, reloom::data::Library::builtin()).len();
        for at in 0..pack.lesson.stops.len() {
            let words = StopEdit::Words(StopText::Title, Lang::En, "A title".to_owned());
            let edits = [
                StopEdit::Earlier,
                StopEdit::Later,
                StopEdit::Seconds(90),
                StopEdit::InShort(true),
                words,
            ];
            for edit in edits {
                let Some(next) = pack.edited(at, &edit) else {
                    continue;
                };
                let mut ids: Vec<&str> = next.lesson.stops.iter().map(|stop| stop.id.as_str()).collect();
                let mut before: Vec<&str> = pack.lesson.stops.iter().map(|stop| stop.id.as_str()).collect();
                ids.sort_unstable();
                before.sort_unstable();
                assert_eq!(ids, before);
                assert_eq!(next.lesson.quiz, pack.lesson.quiz);
                assert_eq!(next.starts, pack.starts);
            }
            let fewer = pack.edited(at, &StopEdit::Remove).unwrap();
            assert_eq!(fewer.lesson.stops.len() + 1, pack.lesson.stops.len());
        }
        assert!(pack.edited(0, &StopEdit::Earlier).is_none());
        assert!(pack.edited(pack.lesson.stops.len(), &StopEdit::Remove).is_none());
        assert_eq!(
            check(&pack, reloom::data::Library::builtin()).len(),
            clean,
            "{}",
            lesson.id
        );
    }
}

#[test]
fn a_said_code_rebuilds_the_work_in_the_open_lesson() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window(dir.path(), Lang::Zh);
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::OpenLesson("script".to_owned()));
    h.run();
    press(&mut h, Key::Escape);
    let library = reloom::data::Library::builtin();
    let pack = shipped::get("script").unwrap().pack().unwrap();
    let choice = Choice {
        moves: vec!["polyester_alone:shell".to_owned()],
        levers: [("share:discard>collection".to_owned(), 45)].into(),
    };
    let code = Codebook::of(&pack, library).write(&choice).unwrap();
    h.state_mut().run(&ctx, Command::Code);
    h.run();
    let field = StageMsg::CodeTyped.text(Lang::Zh);
    h.get_by_role_and_label(Role::TextInput, field).focus();
    h.run();
    // A slip of the ear is refused, and nothing is changed.
    h.get_by_role_and_label(Role::TextInput, field)
        .type_text("ABCD-EFGH");
    h.run();
    press(&mut h, Key::Enter);
    let start = pack.project("", None).unwrap();
    assert_eq!(**h.state().session().project(), *start);
    h.get_by_label_contains(CodeError::Check.text(Lang::Zh).as_str());
    h.get_by_role_and_label(Role::TextInput, field).focus();
    h.run();
    h.key_press_modifiers(Modifiers::COMMAND, Key::A);
    h.get_by_role_and_label(Role::TextInput, field).type_text(&code);
    h.run();
    press(&mut h, Key::Enter);
    let (rebuilt, _) = rebuilt(&pack, library, &choice).unwrap();
    assert_eq!(**h.state().session().project(), rebuilt);
    assert_eq!(
        h.state().lesson().unwrap().lesson.id,
        "script",
        "the lesson stays open"
    );
    // The work that was rebuilt has the code that was said.
    h.state_mut().run(&ctx, Command::Code);
    let sought = StageMsg::CodeSought.text(Lang::Zh);
    for _ in 0..3000 {
        h.run();
        if h.query_by_label(sought).is_none() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let shown: Vec<String> = support::wall::texts(&h)
        .iter()
        .map(|text| text.text().to_owned())
        .collect();
    let plain = |code: &str| {
        code.chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
    };
    assert!(
        shown.iter().any(|text| plain(text) == plain(&code)),
        "{code}: {shown:?}"
    );
}

#[test]
fn the_work_of_groups_stands_side_by_side_and_a_damaged_file_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let groups = dir.path().join("groups");
    std::fs::create_dir_all(&groups).unwrap();
    let start = example("school_uniform").unwrap().session;
    for (group, grams) in [("红队", 0.3), ("蓝队", 0.4)] {
        let part = start.project().product.parts[0].id.clone();
        let named = Edit::SetGroup(group.to_owned()).apply(start.project()).unwrap();
        let mass = PartEdit::SetMass(Mass::new(grams).unwrap());
        let made = Edit::part(&part, mass).apply(&named).unwrap();
        let text = reloom::app::files::text_of(&made, None).unwrap();
        std::fs::write(groups.join(format!("{group}.reloom")), text).unwrap();
    }
    std::fs::write(groups.join("broken.reloom"), "(").unwrap();
    let before = std::fs::read(groups.join("红队.reloom")).unwrap();
    let mut h = window(dir.path(), Lang::Zh);
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::Collect);
    for _ in 0..200 {
        h.run();
        if h.query_by_label("红队").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    h.get_by_label("红队");
    h.get_by_label("蓝队");
    h.get_by_label_contains("broken.reloom");
    assert_eq!(std::fs::read(groups.join("红队.reloom")).unwrap(), before);
    // All of them, on the page of many products: each on what it made, and on every pathway; one opens as a project.
    // The plate grows to the height of what is in it.
    h.run_steps(16);
    h.get_by_label(CollectionMsg::OfGroups.text(Lang::Zh)).click();
    let there = |h: &Harness<'_, App>| {
        let is_there = h.query_all_by_label(CollectionMsg::OwnWay.text(Lang::Zh)).count() > 0;
        is_there && h.state().page() == Page::Collection
    };
    for _ in 0..200 {
        h.run();
        if there(&h) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(there(&h));
    for said in ["红队", "蓝队", "broken.reloom"] {
        assert!(h.query_all_by_label(said).count() > 0, "{said}");
    }
    let line = reloom::ui::collecting::Collecting::OpenLine(1);
    h.state_mut().run(&ctx, Command::Collecting(line));
    for _ in 0..200 {
        h.run();
        if !h.state().session().project().group.is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(["红队", "蓝队"].contains(&h.state().session().project().group.as_str()));
}
