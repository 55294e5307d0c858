//! Boards on the wall: everything is read from the last row, nothing is cut or covered, and a remote goes through all.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use reloom::app::App;
use reloom::app::files::example;
use reloom::app::preferences::Preferences;
use reloom::board::{MOST_NUMERALS, Scene, deck, numerals};
use reloom::data::Library;
use reloom::figure::PathwayFigure;
use reloom::lesson::{BoardKind, Kind, Level, Question, Truth};
use reloom::model::Name;
use reloom::text::{CompareMsg, Lang};
use reloom::ui::view::{Command, Page};
use support::wall::{Drawn, few_draws, findings, texts};
use support::window::{options, press, window_over};

const SIZES: [[f32; 2]; 3] = [[1920.0, 1080.0], [1280.0, 720.0], [1024.0, 768.0]];

fn window(lang: Lang, size: [f32; 2], hall: bool) -> Harness<'static, App> {
    let mut preferences = Preferences::in_language(lang);
    preferences.still = true;
    preferences.hall = hall;
    let session = example("school_uniform").unwrap().session;
    let mut h = window_over(options(session, preferences), size);
    let drawn = few_draws(h.state());
    h.state_mut().show_draws(vec![drawn]);
    h
}

/// The usual deck with every kind of board that it does not hold.
fn every_kind(h: &Harness<'_, App>) -> Vec<Scene> {
    let session = h.state().session();
    let mut scenes = deck(session.project(), session.library(), session.assessment());
    let compare = scenes
        .iter()
        .find(|scene| scene.kind() == BoardKind::Compare)
        .unwrap()
        .clone();
    let of = |board: BoardKind| {
        let mut scene = compare.clone();
        scene.stop.board = board;
        scene
    };
    let mut try_it = of(BoardKind::TryIt);
    try_it.stop.pathways = vec!["sort_chemical".into()];
    try_it.stop.moves = ["polyester_alone:shell", "zip_easily:zipper"]
        .map(str::to_owned)
        .to_vec();
    let mut vote = of(BoardKind::Vote);
    let option = |en: &str, zh: &str| Name::new(en, zh);
    vote.question = Some(Question {
        id: "cellulose".to_owned(),
        ask: option(
            "Is regenerated cellulose recycled?",
            "再生纤维素纤维是循环再利用的纤维吗？",
        ),
        kind: Kind::Single {
            options: vec![
                option("Yes, always", "是，总是"),
                option("No, it is made from wood", "不是，它由木浆制成"),
                option("Only with a certificate", "有证书才算"),
                option("Only in China", "只在中国算"),
            ],
            right: Truth::Is(1),
        },
        reason: option(
            "Regenerated means dissolved and spun, from wood; recycled means from waste.",
            "再生指溶解后再纺丝，原料是木浆；循环再利用指来自废旧纺织品。",
        ),
        source: Name::default(),
        seconds: 60,
    });
    scenes.extend([of(BoardKind::Formula), try_it, vote]);
    scenes
}

/// Height of the ink of the highest letter of `text` that `is_it`, in points.
fn ink(text: &Drawn, is_it: fn(char) -> bool) -> f32 {
    let glyphs = text.galley.rows.iter().flat_map(|row| row.row.glyphs.iter());
    let high = glyphs
        .filter(|glyph| is_it(glyph.chr))
        .map(|glyph| glyph.uv_rect.size.y);
    high.fold(0.0, f32::max)
}

fn is_han(letter: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&letter)
}

/// What the last row cannot read, and whether too many key figures stand on the board.
fn unread(h: &Harness<'_, App>, height: f32, hall: bool) -> Vec<String> {
    let least = height * if hall { 0.038 } else { 0.028 };
    let key = height * 0.056;
    let mut found = Vec::new();
    let mut keys = 0;
    for text in texts(h) {
        let words = text.text().to_owned();
        let han = ink(&text, is_han);
        // A text of flat signs alone, such as 一, says nothing of its size.
        if words.chars().filter(|letter| is_han(*letter)).count() > 1 && han < least {
            found.push(format!("ink {han} under {least}: {words:?}"));
        }
        if ink(&text, |letter| letter.is_ascii_digit()) >= key {
            keys += numerals(&words);
        }
    }
    if keys > MOST_NUMERALS {
        found.push(format!("{keys} key numerals"));
    }
    found
}

/// Goes through all boards by `PgDn`; what is wrong at each.
fn walk(h: &mut Harness<'_, App>, size: [f32; 2], what: &str) -> Vec<String> {
    let mut found = Vec::new();
    let hall = h.state().preferences().hall;
    let mut before = None;
    loop {
        h.run();
        let stage = h.state().stage().unwrap();
        let now = (stage.at(), stage.step());
        if before == Some(now) {
            return found;
        }
        let kind = stage.scene().unwrap().kind();
        let here = findings(h, size).into_iter().chain(unread(h, size[1], hall));
        found.extend(here.map(|why| format!("{what} {kind:?} step {}: {why}", now.1)));
        before = Some(now);
        h.key_press(Key::PageDown);
    }
}

fn wall(lang: Lang) {
    let mut found = Vec::new();
    for size in SIZES {
        for hall in [false, true] {
            for ranges in [false, true] {
                let mut h = window(lang, size, hall);
                let scenes = every_kind(&h);
                let ctx = h.ctx.clone();
                h.state_mut().present(&ctx, scenes);
                if ranges {
                    h.key_press(Key::R);
                }
                h.run();
                let what = format!(
                    "{lang:?} {}{}{}",
                    size[0],
                    if hall { " hall" } else { "" },
                    if ranges { " ranges" } else { "" }
                );
                found.extend(walk(&mut h, size, &what));
            }
        }
    }
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_board_is_read_in_chinese() {
    wall(Lang::Zh);
}

#[test]
fn every_board_is_read_in_english() {
    wall(Lang::En);
}

#[test]
fn every_board_is_read_in_both_languages() {
    wall(Lang::Both);
}

#[test]
fn a_remote_goes_through_all_and_back() {
    let mut h = window(Lang::Zh, SIZES[1], false);
    press(&mut h, Key::F5);
    let count = h.state().stage().unwrap().count();
    assert!(count >= 10, "{count}");
    for _ in 0..count - 1 {
        press(&mut h, Key::PageDown);
    }
    assert_eq!(h.state().stage().unwrap().at(), count - 1);
    press(&mut h, Key::PageDown);
    assert_eq!(h.state().stage().unwrap().at(), count - 1);
    press(&mut h, Key::B);
    assert!(h.state().stage().unwrap().is_black());
    press(&mut h, Key::PageUp);
    assert!(!h.state().stage().unwrap().is_black());
    for _ in 0..count {
        press(&mut h, Key::PageUp);
    }
    assert_eq!(h.state().stage().unwrap().at(), 0);
    press(&mut h, Key::Escape);
    assert!(h.state().stage().is_none());
    press(&mut h, Key::F5);
    press(&mut h, Key::F5);
    assert!(h.state().stage().is_none());
}

#[test]
fn keys_go_to_a_number_list_all_time_and_size() {
    let mut h = window(Lang::En, SIZES[1], false);
    press(&mut h, Key::F5);
    for key in [Key::G, Key::Num4, Key::Enter] {
        press(&mut h, key);
    }
    assert_eq!(h.state().stage().unwrap().at(), 3);
    press(&mut h, Key::O);
    assert!(h.state().stage().unwrap().is_overview());
    assert!(findings(&h, SIZES[1]).is_empty());
    press(&mut h, Key::Escape);
    assert!(!h.state().stage().unwrap().is_overview());
    press(&mut h, Key::T);
    let left = h.state().stage().unwrap().left_s(0.0).unwrap();
    assert!(left >= 30.0, "{left}");
    let digits = texts(&h);
    let high = digits.iter().filter(|text| text.text().contains(':'));
    let high = high
        .map(|text| ink(text, |letter| letter.is_ascii_digit()))
        .fold(0.0, f32::max);
    assert!(high >= 0.1 * SIZES[1][1], "{high}");
    for _ in 0..5 {
        press(&mut h, Key::T);
    }
    assert_eq!(h.state().stage().unwrap().left_s(0.0), None);
    press(&mut h, Key::Plus);
    assert!(h.state().preferences().hall);
    press(&mut h, Key::Minus);
    assert!(!h.state().preferences().hall);
    h.key_press_modifiers(Modifiers::COMMAND, Key::L);
    h.run();
    assert_ne!(h.state().preferences().lang(), Lang::En);
    assert_eq!(h.state().stage().unwrap().at(), 3);
    press(&mut h, Key::Home);
    assert_eq!(h.state().stage().unwrap().at(), 0);
    press(&mut h, Key::End);
    let stage = h.state().stage().unwrap();
    assert_eq!(stage.at(), stage.count() - 1);
}

/// The place of the first board of `kind`.
fn go_to(h: &mut Harness<'_, App>, kind: BoardKind) {
    let scenes = every_kind(h);
    let at = scenes.iter().position(|scene| scene.kind() == kind).unwrap();
    let ctx = h.ctx.clone();
    h.state_mut().present(&ctx, scenes);
    h.run();
    press(h, Key::G);
    for digit in (at + 1).to_string().chars() {
        press(h, Key::from_name(&digit.to_string()).unwrap());
    }
    press(h, Key::Enter);
    assert_eq!(h.state().stage().unwrap().scene().unwrap().kind(), kind);
}

#[test]
fn a_prepared_move_is_made_as_a_variant_and_taken_back_by_the_remote() {
    let mut h = window(Lang::En, SIZES[1], false);
    let go_back = |h: &mut Harness<'_, App>| press(h, Key::PageUp);
    go_to(&mut h, BoardKind::TryIt);
    let before = h.state().session().project().clone();
    press(&mut h, Key::PageDown);
    assert_eq!(h.state().stage().unwrap().step(), 1);
    let after = h.state().session().project().clone();
    assert!(after.has_variants() && !before.has_variants());
    assert_eq!(h.state().session().history().count(), 1);
    assert!(texts(&h).iter().any(|text| text.text().contains('▲')));
    go_back(&mut h);
    assert_eq!(**h.state().session().project(), *before);
    press(&mut h, Key::Enter);
    assert_eq!(**h.state().session().project(), *after);
    press(&mut h, Key::PageDown);
    go_back(&mut h);
    assert_eq!(h.state().stage().unwrap().step(), 1, "it stays made");
    h.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    h.run();
    assert_eq!(**h.state().session().project(), *before);
}

#[test]
fn hands_are_counted_twice_and_then_the_answer_is_shown() {
    let mut h = window(Lang::En, SIZES[1], false);
    go_to(&mut h, BoardKind::Vote);
    press(&mut h, Key::A);
    for _ in 0..3 {
        press(&mut h, Key::B);
    }
    h.key_press_modifiers(Modifiers::SHIFT, Key::B);
    h.run();
    let shown = |h: &Harness<'_, App>, words: &str| texts(h).iter().any(|text| text.text() == words);
    assert!(shown(&h, "2"));
    press(&mut h, Key::PageDown);
    for key in [Key::Num4, Key::Num1, Key::Num2, Key::A] {
        press(&mut h, key);
    }
    assert!(shown(&h, "412") && shown(&h, "2"));
    press(&mut h, Key::PageDown);
    assert!(
        texts(&h)
            .iter()
            .any(|text| text.text().starts_with("Regenerated means"))
    );
}

/// A remote has no other key for a dark wall; a count begins with another letter or a number.
#[test]
fn the_black_key_of_a_remote_works_on_a_vote_too() {
    let mut h = window(Lang::Zh, SIZES[1], false);
    go_to(&mut h, BoardKind::Vote);
    let is_black = |h: &Harness<'_, App>| h.state().stage().unwrap().is_black();
    press(&mut h, Key::B);
    assert!(is_black(&h), "nothing is counted yet");
    press(&mut h, Key::B);
    assert!(!is_black(&h));
    press(&mut h, Key::PageDown);
    press(&mut h, Key::B);
    assert!(is_black(&h), "nor at the second vote");
    // The first ends the dark, the second leads to the first vote.
    press(&mut h, Key::PageUp);
    press(&mut h, Key::PageUp);
    for key in [Key::Num1, Key::Num7, Key::B] {
        press(&mut h, key);
    }
    assert!(!is_black(&h) && texts(&h).iter().any(|text| text.text() == "17"));
    press(&mut h, Key::PageDown);
    press(&mut h, Key::B);
    assert!(!is_black(&h), "the count has begun");
    press(&mut h, Key::Period);
    assert!(is_black(&h), "the other black key always works");
}

#[test]
fn levers_move_figures_and_one_key_sets_all_back() {
    let mut h = window(Lang::En, SIZES[1], false);
    go_to(&mut h, BoardKind::LeverBoard);
    let words = |h: &Harness<'_, App>| -> Vec<String> {
        texts(h).iter().map(|text| text.text().to_owned()).collect()
    };
    let project = h.state().session().project().clone();
    let (start, values) = (words(&h), h.state().stage().unwrap().levers().unwrap());
    assert!((2..=5).contains(&values.len()), "{values:?}");
    for _ in 0..10 {
        press(&mut h, Key::ArrowRight);
    }
    let moved = h.state().stage().unwrap().levers().unwrap();
    assert_ne!(values, moved);
    assert_ne!(start, words(&h));
    assert_eq!(**h.state().session().project(), *project, "the project stays");
    press(&mut h, Key::ArrowDown);
    for key in [Key::Num7, Key::Num5, Key::Enter] {
        press(&mut h, key);
    }
    let typed = h.state().stage().unwrap().levers().unwrap();
    assert!((moved[1] - typed[1]).abs() > 1e-9);
    h.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    h.run();
    assert_eq!(h.state().stage().unwrap().levers().unwrap(), moved);
    press(&mut h, Key::Backspace);
    assert_eq!(h.state().stage().unwrap().levers().unwrap(), values);
    press(&mut h, Key::PageDown);
    assert_ne!(
        h.state().stage().unwrap().scene().unwrap().kind(),
        BoardKind::LeverBoard
    );
}

#[test]
fn hours_that_cannot_be_told_from_zero_are_called_balanced() {
    let mut h = window(Lang::En, SIZES[1], false);
    go_to(&mut h, BoardKind::JobCards);
    let balanced = CompareMsg::Balanced.text(Lang::En);
    assert!(
        texts(&h)
            .iter()
            .any(|text| text.text().replace('\n', " ").contains(balanced))
    );
}

#[test]
fn a_board_is_heard() {
    let mut h = window(Lang::En, SIZES[1], false);
    press(&mut h, Key::F5);
    let scenes = every_kind(&h);
    for _ in 0..scenes.len() - 3 {
        let heading =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == egui::accesskit::Role::Heading;
        assert_eq!(h.root().children_recursive().filter(heading).count(), 1);
        assert!(h.root().children_recursive().count() >= 4);
        press(&mut h, Key::PageDown);
    }
    go_to(&mut h, BoardKind::LeverBoard);
    assert!(h.query_all_by_role(egui::accesskit::Role::Slider).count() >= 2);
}

#[test]
fn how_sure_says_the_share_of_the_draws_and_nothing_before_them() {
    let mut h = window(Lang::En, SIZES[1], false);
    let drawn = few_draws(h.state());
    let project = h.state().session().project().clone();
    let place = |id: &str| {
        project
            .pathways
            .iter()
            .position(|way| way.id.as_str() == id)
            .unwrap()
    };
    let other = (drawn.variant, place("sort_chemical"));
    let [share, _] = drawn.better_than(other, place("repair_first")).unwrap();
    assert!(share > 0.9, "{share}");
    let words = |h: &Harness<'_, App>| -> Vec<String> {
        texts(h)
            .iter()
            .map(|text| text.text().replace('\n', " "))
            .collect()
    };
    go_to(&mut h, BoardKind::HowSure);
    let said = format!("in {:.0} of 100 draws", share * 100.0);
    let shown = words(&h);
    assert!(shown.iter().any(|text| text.contains(&said)), "{said}: {shown:?}");
    let mut without = drawn;
    without.against.clear();
    h.state_mut().show_draws(vec![without]);
    h.run();
    let shown = words(&h);
    assert!(
        !shown.iter().any(|text| text.contains("of 100 draws")),
        "{shown:?}"
    );
}

/// A window with the lesson `id` on its first stop.
fn lesson(id: &str, lang: Lang, size: [f32; 2], hall: bool) -> Harness<'static, App> {
    let mut h = window(lang, size, hall);
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::OpenLesson(id.to_owned()));
    h.run();
    assert_eq!(h.state().lesson().unwrap().lesson.id, id);
    assert_eq!(h.state().stage().unwrap().at(), 0);
    let drawn = few_draws(h.state());
    h.state_mut().show_draws(vec![drawn]);
    h
}

fn script(lang: Lang) {
    let mut found = Vec::new();
    for size in SIZES {
        for hall in [false, true] {
            let mut h = lesson("script", lang, size, hall);
            let what = format!("{lang:?} {}{}", size[0], if hall { " hall" } else { "" });
            found.extend(walk(&mut h, size, &what));
        }
    }
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_script_is_read_in_chinese() {
    script(Lang::Zh);
}

#[test]
fn the_script_is_read_in_english() {
    script(Lang::En);
}

#[test]
fn the_script_is_read_in_both_languages() {
    script(Lang::Both);
}

/// Every stop of the script shows something else than the one before, by the remote alone.
#[test]
fn the_script_goes_by_the_remote_and_changes_at_every_stop() {
    let mut h = lesson("script", Lang::Zh, SIZES[1], false);
    let words = |h: &Harness<'_, App>| -> Vec<String> {
        let all = texts(h).into_iter().map(|text| text.text().to_owned());
        all.filter(|text| !text.contains('/') && text != "PageDown")
            .collect()
    };
    let (mut before, mut keys) = (words(&h), 0);
    loop {
        let stage = h.state().stage().unwrap();
        let at = (stage.at(), stage.step());
        press(&mut h, Key::PageDown);
        keys += 1;
        let stage = h.state().stage().unwrap();
        if at == (stage.at(), stage.step()) {
            break;
        }
        let now = words(&h);
        assert_ne!(before, now, "{at:?}");
        before = now;
    }
    assert!(keys <= 60, "{keys}");
    press(&mut h, Key::Escape);
    assert!(h.state().stage().is_none());
    press(&mut h, Key::F5);
    assert_eq!(h.state().stage().unwrap().at(), 0);
}

#[test]
fn ten_resets_leave_ten_files_and_undo_reaches_no_former_group() {
    let dir = tempfile::tempdir().unwrap();
    let mut options = options(
        example("school_uniform").unwrap().session,
        Preferences::in_language(Lang::Zh),
    );
    options.folders = Some(reloom::store::Folders::inside(dir.path()));
    let mut h = window_over(options, SIZES[1]);
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::OpenLesson("script".to_owned()));
    h.run();
    let start = h.state().session().project().clone();
    for _ in 0..10 {
        press(&mut h, Key::Home);
        let stop = h.state().stage().unwrap();
        assert_eq!(stop.at(), 0);
        h.state_mut().run(&ctx, Command::NameGroup);
        h.run();
        press(&mut h, Key::Escape);
        let both = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        h.key_press_modifiers(both, Key::Home);
        h.run();
        press(&mut h, Key::Enter);
        assert_eq!(**h.state().session().project(), *start);
        assert_eq!(h.state().session().history().count(), 0);
        assert_eq!(h.state().stage().unwrap().at(), 0);
        assert_eq!(h.state().preferences().lang(), Lang::Zh);
    }
    let files = std::fs::read_dir(dir.path().join("groups")).unwrap();
    assert_eq!(files.count(), 10);
}

/// The stick is pulled out at every stop: its folder is gone and cannot be made again.
/// The folder is gone at once, as a stick is that is pulled out while something may be written to it, and none can be made
/// in its place.
fn pull_out(stick: &std::path::Path) {
    let mut times = 0;
    while std::fs::write(stick, "").is_err() {
        times += 1;
        assert!(times < 100, "it comes back again and again");
        let gone = stick.with_extension(format!("gone {times}"));
        std::fs::rename(stick, gone).unwrap();
    }
}

#[test]
fn a_stick_that_is_pulled_out_stops_nothing_and_loses_nothing() {
    let stops = lesson("script", Lang::Zh, SIZES[1], false)
        .state()
        .stage()
        .unwrap()
        .count();
    for pulled in 0..stops {
        let dir = tempfile::tempdir().unwrap();
        let (stick, home) = (dir.path().join("stick"), dir.path().join("home"));
        std::fs::create_dir(&stick).unwrap();
        let mut options = options(
            example("school_uniform").unwrap().session,
            Preferences::in_language(Lang::Zh),
        );
        let mut folders = reloom::store::Folders::inside(&stick);
        folders.work.push(home.clone());
        options.folders = Some(folders);
        let mut h = window_over(options, SIZES[1]);
        let ctx = h.ctx.clone();
        h.state_mut().run(&ctx, Command::OpenLesson("script".to_owned()));
        h.run();
        for at in 0..stops {
            assert_eq!(h.state().stage().unwrap().at(), at);
            if at == pulled {
                pull_out(&stick);
            }
            while h.state().stage().unwrap().at() == at && at + 1 < stops {
                press(&mut h, Key::PageDown);
                assert!(!texts(&h).is_empty());
            }
        }
        let both = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        h.key_press_modifiers(both, Key::Home);
        h.run();
        press(&mut h, Key::Enter);
        let files: Vec<_> = std::fs::read_dir(&home).unwrap().collect();
        assert_eq!(files.len(), 1, "stick pulled at {pulled}");
        let said = home.to_string_lossy().into_owned();
        let told = texts(&h)
            .into_iter()
            .any(|text| text.text().replace('\n', "").contains(&said));
        assert!(
            told || h.query_all_by_label_contains(&said).count() > 0,
            "where it went"
        );
        assert_eq!(h.state().stage().unwrap().at(), 0);
    }
}

#[test]
fn where_nothing_can_be_written_nothing_is_reset() {
    let mut h = window(Lang::En, SIZES[1], false);
    press(&mut h, Key::F5);
    press(&mut h, Key::PageDown);
    let both = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    h.key_press_modifiers(both, Key::Home);
    h.run();
    press(&mut h, Key::Enter);
    assert_eq!(h.state().stage().unwrap().at(), 1, "it stays where it was");
}

/// A class sees few routes and fibres and no letters of formulas; one key shows all of it, and every figure stays.
#[test]
fn the_level_of_a_lesson_shows_less_and_the_figures_stay() {
    let lang = Lang::En;
    let mut h = lesson("script", lang, SIZES[0], false);
    let ctx = h.ctx.clone();
    press(&mut h, Key::Escape);
    let letters = PathwayFigure::Lfi.text(lang);
    let seen = |h: &mut Harness<'_, App>| {
        h.state_mut().run(&ctx, Command::Show(Page::Compare));
        h.run();
        let letters = h.query_all_by_label_contains(letters).count();
        let figures = h.state().session().assessment().pathways.clone();
        h.state_mut().run(&ctx, Command::Show(Page::Product));
        h.state_mut().run(&ctx, Command::SelectPart(Some("shell".into())));
        h.run();
        let buttons = h.query_all_by_role(egui::accesskit::Role::Button);
        let labels: Vec<String> = buttons
            .filter_map(|node| node.accesskit_node().label())
            .map(|label| label.to_lowercase())
            .collect();
        let names = Library::builtin().routes.iter();
        let names = names.map(|route| route.name.get(lang).to_lowercase());
        let routes = names
            .filter(|name| labels.iter().any(|label| label.starts_with(name)))
            .count();
        (letters, routes, figures)
    };
    assert_eq!(h.state().level(), Level::Class);
    let (letters, routes, figures) = seen(&mut h);
    assert!(
        letters == 0 && (1..=Level::Class.most_routes()).contains(&routes),
        "{letters} {routes}"
    );
    press(&mut h, Key::F8);
    assert_eq!(h.state().level(), Level::Full);
    let (letters, routes, same) = seen(&mut h);
    assert!(
        letters > 0 && routes > Level::Class.most_routes(),
        "{letters} {routes}"
    );
    assert_eq!(figures, same);
}
