//! Hand habits: menus of the right button, keys on what is chosen, cells edited in place, several parts at once,
//! reordering, and what goes over the clipboard.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]
#![allow(clippy::indexing_slicing, reason = "the sample has these parts")]

use crate::support::window::{Dropped, command, press, show, window_with};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use reloom::app::pages::PAGES;
use reloom::app::preferences::Preferences;
use reloom::app::{App, Front};
use reloom::edit::{Edit, PartEdit, addition_of};
use reloom::intake::bom;
use reloom::model::{Part, Project, Removable};
use reloom::project_file::{Clip, read_clip, write_parts, write_stages};
use reloom::quantity::Share;
use reloom::text::Lang;
use reloom::ui::act::Act;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

type Window = Harness<'static, App>;

fn window(lang: Lang) -> Window {
    let mut preferences = Preferences::in_language(lang);
    preferences.still = true;
    window_with(preferences, [1440.0, 900.0])
}

fn project(h: &Window) -> Project {
    h.state().session().project().as_ref().clone()
}

fn parts(h: &Window) -> Vec<Part> {
    project(h).product.parts
}

fn names(h: &Window) -> Vec<String> {
    parts(h).iter().map(|part| part.id.to_string()).collect()
}

/// The row of the table that is called `name`.
fn row<'a>(h: &'a Window, name: &'a str) -> egui_kittest::Node<'a> {
    let mut rows = h.query_all_by_role(Role::Row);
    let is_it = |node: &egui_kittest::Node<'_>| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.starts_with(name))
    };
    rows.find(is_it).unwrap_or_else(|| panic!("no row {name}"))
}

fn name_of(h: &Window, at: usize) -> String {
    parts(h)[at].name.get(h.state().preferences().lang()).to_owned()
}

/// A click on the cell under the middle of the column called `head`, in the row of the part at `at`.
fn click_cell(h: &mut Window, at: usize, head: &str, modifiers: Modifiers) {
    let name = name_of(h, at);
    let y = row(h, &name).rect().center().y;
    let x = h
        .get_by_role_and_label(Role::ColumnHeader, head)
        .rect()
        .center()
        .x;
    let at = egui::pos2(x, y);
    for pressed in [true, false] {
        h.event(Event::PointerMoved(at));
        let button = egui::PointerButton::Primary;
        let click = Event::PointerButton {
            pos: at,
            button,
            pressed,
            modifiers,
        };
        h.event_modifiers(click, modifiers);
        h.run();
    }
    // Far enough from the last click that none counts twice.
    for _ in 0..12 {
        h.step();
    }
}

/// What the events that wait now put on the clipboard, in whichever of their frames.
fn taken(h: &mut Window) -> String {
    let text: Arc<Mutex<String>> = Arc::default();
    let kept = Arc::clone(&text);
    h.ctx.on_end_pass(
        "clipboard",
        Arc::new(move |ui| {
            let commands = ui.output(|output| output.commands.clone());
            for command in commands {
                if let OutputCommand::CopyText(text) = command {
                    *kept.lock().unwrap() = text;
                }
            }
        }),
    );
    h.step();
    std::mem::take(&mut *text.lock().unwrap())
}

fn copy(h: &mut Window) -> String {
    h.event(Event::Copy);
    taken(h)
}

fn paste(h: &mut Window, text: &str) {
    h.event(Event::Paste(text.to_owned()));
    h.run();
}

fn type_in(h: &mut Window, text: &str) {
    h.event(Event::Text(text.to_owned()));
    h.run();
}

fn undo(h: &mut Window) {
    command(h, Key::Z);
}

#[test]
fn the_right_button_shows_what_can_be_done_with_the_keys_beside() {
    for (lang, duplicate) in [(Lang::En, "Duplicate"), (Lang::Zh, "创建副本")] {
        let mut h = window(lang);
        let before = parts(&h).len();
        let name = name_of(&h, 1);
        row(&h, &name).click_secondary();
        h.run();
        for act in [Act::Rename, Act::Copy, Act::CopyCells, Act::MoveDown, Act::Remove] {
            h.get_by_role_and_label(Role::MenuItem, act.name(lang));
        }
        h.get_by_role_and_label(Role::MenuItem, duplicate).click();
        h.run();
        assert_eq!(parts(&h).len(), before + 1, "{lang:?}");
        undo(&mut h);
        assert_eq!(parts(&h).len(), before);
    }
}

#[test]
fn the_menu_key_opens_the_menu_of_the_row() {
    let mut h = window(Lang::En);
    let before = parts(&h).len();
    click_cell(&mut h, 1, "Part", Modifiers::NONE);
    h.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    h.run();
    press(&mut h, Key::Escape);
    h.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    h.run();
    h.get_by_role_and_label(Role::MenuItem, "Delete").click();
    h.run();
    assert_eq!(parts(&h).len(), before - 1);
}

#[test]
fn keys_duplicate_move_and_take_out() {
    let mut h = window(Lang::En);
    let first = names(&h);
    click_cell(&mut h, 1, "Part", Modifiers::NONE);
    command(&mut h, Key::D);
    assert_eq!(parts(&h).len(), first.len() + 1);
    undo(&mut h);
    assert_eq!(names(&h), first);
    h.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    h.run();
    assert_eq!(names(&h)[0], first[1]);
    h.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    h.run();
    assert_eq!(names(&h)[0], first[1], "the first stays");
    undo(&mut h);
    assert_eq!(names(&h), first, "the refused move made no step");
    press(&mut h, Key::Delete);
    assert_eq!(parts(&h).len(), first.len() - 1);
}

#[test]
fn cells_are_edited_in_place_from_one_to_the_next() {
    let mut h = window(Lang::En);
    click_cell(&mut h, 1, "Part", Modifiers::NONE);
    press(&mut h, Key::F2);
    type_in(&mut h, "Inside");
    press(&mut h, Key::Tab);
    assert_eq!(parts(&h)[1].name.en, "Inside");
    // Role: the answer beneath.
    press(&mut h, Key::ArrowDown);
    press(&mut h, Key::Tab);
    assert_eq!(parts(&h)[1].role, reloom::model::Role::Rib);
    type_in(&mut h, "123.5");
    h.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    h.run();
    assert!((parts(&h)[1].mass.grams() - 123.5).abs() < 1e-9);
    press(&mut h, Key::Escape);
    press(&mut h, Key::ArrowRight);
    press(&mut h, Key::Enter);
    type_in(&mut h, "7");
    press(&mut h, Key::Escape);
    assert!(
        (parts(&h)[1].mass.grams() - 123.5).abs() < 1e-9,
        "Escape leaves it"
    );
    for _ in 0..3 {
        undo(&mut h);
    }
    assert_eq!(parts(&h), parts(&window(Lang::En)));
}

#[test]
fn a_cell_that_cannot_be_taken_says_why_and_changes_nothing() {
    for (lang, head, why) in [
        (Lang::En, "g", "Type a number"),
        (Lang::Zh, "g", "请输入数字，例如120"),
    ] {
        let mut h = window(lang);
        let before = parts(&h);
        click_cell(&mut h, 1, head, Modifiers::NONE);
        press(&mut h, Key::Enter);
        type_in(&mut h, "heavy");
        press(&mut h, Key::Enter);
        let said = h.query_all_by_label_contains(why).count();
        assert!(said > 0, "{lang:?}");
        press(&mut h, Key::Escape);
        assert_eq!(parts(&h), before);
    }
}

#[test]
fn shares_are_typed_together() {
    let mut h = window(Lang::En);
    let at = parts(&h).iter().rposition(|part| part.fibres.len() == 2).unwrap();
    click_cell(&mut h, at, "Composition (%)", Modifiers::NONE);
    press(&mut h, Key::Enter);
    type_in(&mut h, "90 / 10");
    press(&mut h, Key::Enter);
    let shares: Vec<f64> = parts(&h)[at].fibres.iter().map(|line| line.share.get()).collect();
    assert_eq!(shares, [0.9, 0.1]);
    click_cell(&mut h, at, "Composition (%)", Modifiers::NONE);
    press(&mut h, Key::Enter);
    type_in(&mut h, "90 20");
    press(&mut h, Key::Enter);
    assert!(h.query_all_by_label_contains("Shares add up to").count() > 0);
}

#[test]
fn several_parts_take_one_edit_as_one_step() {
    let mut h = window(Lang::En);
    click_cell(&mut h, 1, "Part", Modifiers::NONE);
    click_cell(&mut h, 3, "Part", Modifiers::SHIFT);
    assert_eq!(h.state().selection().parts.len(), 3);
    click_cell(&mut h, 2, "Part", Modifiers::COMMAND);
    assert_eq!(h.state().selection().parts.len(), 2);
    h.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    h.run();
    assert!(h.state().selection().parts.len() > 2);
    let before = parts(&h);
    let chosen = h.state().selection().parts.clone();
    press(&mut h, Key::Delete);
    assert_eq!(parts(&h).len(), before.len() - chosen.len());
    undo(&mut h);
    assert_eq!(parts(&h), before);
}

#[test]
fn the_answer_of_a_cell_counts_for_all_chosen_parts() {
    let mut h = window(Lang::En);
    click_cell(&mut h, 1, "Removable", Modifiers::NONE);
    click_cell(&mut h, 3, "Removable", Modifiers::SHIFT);
    press(&mut h, Key::Enter);
    press(&mut h, Key::ArrowDown);
    press(&mut h, Key::ArrowDown);
    press(&mut h, Key::Enter);
    let now = parts(&h);
    assert!(now[1..4].iter().all(|part| part.removable == Removable::Easily));
    undo(&mut h);
    assert_eq!(parts(&h), parts(&window(Lang::En)));
}

#[test]
fn a_heading_sorts_what_is_seen_and_not_the_parts() {
    let mut h = window(Lang::En);
    let before = names(&h);
    let first = name_of(&h, 0);
    let top = row(&h, &first).rect().top();
    h.get_by_role_and_label(Role::Button, "Sort by: g").click();
    h.run();
    assert_eq!(names(&h), before);
    assert!(row(&h, &first).rect().top() > top, "the heaviest is last");
    click_cell(&mut h, 0, "Part", Modifiers::NONE);
    h.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    h.run();
    assert_eq!(names(&h), before, "a sorted table is not reordered");
    for _ in 0..2 {
        h.get_by_role_and_label(Role::Button, "Sort by: g").click();
        h.run();
    }
    assert!((row(&h, &first).rect().top() - top).abs() < 0.5);
}

#[test]
fn a_row_that_is_dragged_moves_its_part() {
    let mut h = window(Lang::En);
    let before = names(&h);
    let (a, b) = (name_of(&h, 0), name_of(&h, 2));
    let (from, to) = (row(&h, &a).rect().center(), row(&h, &b).rect().center_bottom());
    h.drag_at(from);
    h.run();
    h.hover_at(from + egui::vec2(0.0, 20.0));
    h.run();
    h.hover_at(to);
    h.run();
    h.drop_at(to);
    h.run();
    assert_eq!(names(&h)[2], before[0]);
    undo(&mut h);
    assert_eq!(names(&h), before);
}

#[test]
fn parts_go_from_window_to_window() {
    let mut h = window(Lang::En);
    click_cell(&mut h, 1, "Part", Modifiers::NONE);
    click_cell(&mut h, 2, "Part", Modifiers::SHIFT);
    let text = copy(&mut h);
    assert!(text.starts_with("// Reloom clipboard: parts"), "{text}");
    let taken = parts(&h)[1..3].to_vec();
    let mut other = window(Lang::Zh);
    other.run();
    let before = parts(&other);
    paste(&mut other, &text);
    let now = parts(&other);
    assert_eq!(now.len(), before.len() + 2);
    for part in taken {
        assert!(
            now.iter()
                .filter(|own| own.name == part.name && own.fibres == part.fibres)
                .count()
                >= 2
        );
    }
    undo(&mut other);
    assert_eq!(parts(&other), before);
    h.event(Event::Cut);
    h.run();
    assert_eq!(parts(&h).len(), before.len() - 2);
}

#[test]
fn cells_are_read_by_the_reader_of_tables() {
    for lang in [Lang::En, Lang::Zh] {
        let mut h = window(lang);
        click_cell(
            &mut h,
            0,
            if lang == Lang::En { "Part" } else { "部件" },
            Modifiers::NONE,
        );
        click_cell(
            &mut h,
            1,
            if lang == Lang::En { "Part" } else { "部件" },
            Modifiers::SHIFT,
        );
        h.key_down_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C);
        let text = taken(&mut h);
        let read = reloom::intake::Draft::new(bom::from_text(&text).unwrap(), &bom::Memory::default());
        assert!(text.lines().count() == 3 && read.is_ok(), "{text}");
        let read = read
            .unwrap()
            .read(&"jacket".into(), reloom::data::Library::builtin());
        let own = parts(&h);
        for (part, from) in read.parts().iter().zip(&own) {
            assert!((part.mass.grams() - from.mass.grams()).abs() < 1e-6, "{text}");
            let fibres =
                |part: &Part| -> Vec<_> { part.fibres.iter().map(|line| line.fibre.clone()).collect() };
            assert_eq!(fibres(part), fibres(from), "{text}");
        }
        paste(&mut h, &text);
        assert_eq!(h.state().front(), Some(Front::Import));
    }
}

#[test]
fn what_cannot_be_pasted_is_said() {
    let mut h = window(Lang::En);
    let before = parts(&h);
    paste(&mut h, "hello");
    assert!(
        h.query_all_by_label_contains("There is nothing to paste here")
            .count()
            > 0
    );
    paste(&mut h, "// Reloom clipboard: parts\n(version: 2, nonsense)");
    assert!(
        h.query_all_by_label_contains("What was copied cannot be read")
            .count()
            > 0
    );
    assert_eq!(parts(&h), before);
}

#[test]
fn a_dropped_factor_set_is_taken_and_another_kind_says_what_is() {
    let folder = tempfile::tempdir().unwrap();
    let drop_file = |h: &mut Window, name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        h.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        h.step();
        h.input_mut().dropped_files.clear();
        h.run();
    };
    for (lang, refused) in [
        (Lang::En, "lamp.zip is not taken here"),
        (Lang::Zh, "此处不能使用lamp.zip"),
    ] {
        let mut h = window(lang);
        drop_file(&mut h, "lamp.zip", "PK");
        assert!(h.query_all_by_label_contains(refused).count() > 0, "{lang:?}");
        assert!(project(&h).overrides.is_empty());
        let set = reloom::project_file::FactorSet {
            figures: std::iter::once((
                "uses.jacket".into(),
                reloom::model::Override {
                    figure: reloom::model::Estimate::exact(0.5),
                    note: "counted".to_owned(),
                },
            ))
            .collect(),
            ..reloom::project_file::FactorSet::default()
        };
        let text = reloom::project_file::write_set(&set).unwrap();
        drop_file(&mut h, "mine.factors.ron", &text);
        assert_eq!(project(&h).overrides.len(), 1);
    }
}

#[test]
fn pathways_move_and_are_copied_by_key() {
    let mut h = window(Lang::En);
    show(&mut h, &PAGES[1]);
    let before = project(&h).pathways;
    h.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    h.run();
    assert_eq!(project(&h).pathways[1].id, before[0].id);
    undo(&mut h);
    command(&mut h, Key::D);
    assert_eq!(project(&h).pathways.len(), before.len() + 1);
    undo(&mut h);
    assert_eq!(project(&h).pathways, before);
}

#[test]
fn a_stage_is_copied_into_another_pathway() {
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let from = project
        .pathways
        .iter()
        .find(|pathway| pathway.stages.len() > 4)
        .unwrap();
    for stage in &from.stages {
        let ids = std::iter::once(stage.id.clone()).collect();
        let text = write_stages(&project, &from.id, &ids).unwrap();
        let Some(Ok(Clip::Stages(stages))) = read_clip(&text) else {
            panic!("{text}");
        };
        assert_eq!(stages.as_slice(), std::slice::from_ref(stage));
        for pathway in &project.pathways {
            let (edit, id) = addition_of(pathway, stages.clone()).unwrap();
            let next = edit.apply(&project).unwrap();
            let now = next.pathway(&pathway.id).unwrap();
            assert_eq!(now.stages.len(), pathway.stages.len() + 1);
            let new = now.stage(&id).unwrap();
            let sum: f64 = new.exits.iter().map(|exit| exit.share.get()).sum();
            assert!(new.exits.is_empty() || (sum - 1.0).abs() < 1e-9);
        }
    }
}

#[test]
fn the_clip_of_parts_keeps_what_is_assumed() {
    let mut project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let id = project.product.parts[0].id.clone();
    let mark = reloom::model::Assumed::Mass(id.clone());
    project.product.assumed.insert(mark.clone());
    let ids: BTreeSet<_> = std::iter::once(id).collect();
    let text = write_parts(&project, &ids).unwrap();
    let Some(Ok(Clip::Parts { parts, assumed })) = read_clip(&text) else {
        panic!("{text}");
    };
    assert_eq!(parts, project.product.parts[..1]);
    assert!(assumed.contains(&mark));
    let next = Edit::AddParts {
        parts,
        assumed,
        at: 1,
    }
    .apply(&project)
    .unwrap();
    let new = next.product.parts[1].id.clone();
    assert_ne!(new, next.product.parts[0].id);
    assert!(next.product.assumed.contains(&reloom::model::Assumed::Mass(new)));
}

#[test]
fn edits_together_are_all_made_or_none() {
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let [a, b] = [0, 1].map(|at: usize| project.product.parts[at].id.clone());
    let remove = |id| Edit::part(id, PartEdit::Remove);
    let both = Edit::together(vec![remove(&a), remove(&b)]).unwrap();
    assert_eq!(
        both.apply(&project).unwrap().product.parts.len(),
        project.product.parts.len() - 2
    );
    assert!(both.name(&project).en.ends_with("and 1 more"));
    let twice = Edit::together(vec![remove(&a), remove(&a)]).unwrap();
    assert!(twice.apply(&project).is_err());
    let too_much = Edit::part(&a, PartEdit::SetShares(vec![Share::ONE; 9]));
    assert!(too_much.apply(&project).is_err());
}

/// Takes `act` from the menu of a figure of MCI on the scoreboard.
fn figure_menu(h: &mut Window, act: Act) {
    let figure = h
        .query_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            node.rect().top() > 800.0 && label.contains("MCI")
        })
        .unwrap();
    figure.click_secondary();
    h.run();
    let name = act.name(h.state().preferences().lang());
    h.get_by_role_and_label(Role::MenuItem, name).click();
}

#[test]
fn a_figure_is_copied_with_its_unit_its_pathway_and_its_sources() {
    for lang in [Lang::En, Lang::Zh] {
        let mut h = window(lang);
        show(&mut h, &PAGES[2]);
        figure_menu(&mut h, Act::CopyFigure);
        let text = taken(&mut h);
        let estimate = if lang == Lang::En {
            "An estimate"
        } else {
            "估算值"
        };
        assert!(text.lines().count() > 2 && text.contains(estimate), "{text}");
    }
}

#[test]
fn masses_and_shares_are_set_for_all_chosen_parts_at_once() {
    let mut h = window(Lang::En);
    click_cell(&mut h, 1, "Part", Modifiers::NONE);
    click_cell(&mut h, 2, "Part", Modifiers::SHIFT);
    click_cell(&mut h, 2, "g", Modifiers::SHIFT);
    press(&mut h, Key::Enter);
    type_in(&mut h, "40");
    press(&mut h, Key::Enter);
    let grams: Vec<f64> = parts(&h).iter().map(|part| part.mass.grams()).collect();
    assert!(
        grams[1..3].iter().all(|grams| (grams - 40.0).abs() < 1e-9),
        "{grams:?}"
    );
    undo(&mut h);
    assert_eq!(parts(&h), parts(&window(Lang::En)), "one step");

    // The fibre that both have takes the share; a part without it stays.
    let both: Vec<usize> = (0..parts(&h).len())
        .filter(|at| {
            parts(&h)[*at]
                .fibres
                .iter()
                .any(|line| line.fibre.as_str() == "cotton")
        })
        .collect();
    assert!(both.len() >= 2, "{both:?}");
    click_cell(&mut h, both[0], "Part", Modifiers::NONE);
    click_cell(&mut h, both[1], "Part", Modifiers::COMMAND);
    h.get_all_by_role(Role::Slider)
        .find(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.starts_with("cotton"))
        })
        .unwrap()
        .set_value_accesskit(50.0);
    h.run();
    for at in &both[..2] {
        let part = &parts(&h)[*at];
        let cotton = part
            .fibres
            .iter()
            .find(|line| line.fibre.as_str() == "cotton")
            .unwrap();
        assert!((cotton.share.get() - 0.5).abs() < 1e-9, "{}", part.id);
    }
    undo(&mut h);
    assert_eq!(parts(&h), parts(&window(Lang::En)), "one step");
}

#[test]
fn a_pathway_that_is_dragged_moves() {
    let mut h = window(Lang::En);
    show(&mut h, &PAGES[1]);
    let ids = |h: &Window| -> Vec<String> {
        let project = project(h);
        project
            .pathways
            .iter()
            .map(|pathway| pathway.id.to_string())
            .collect()
    };
    let before = ids(&h);
    let row = |h: &Window, letter: &str| {
        let mut rows = h.query_all_by_role(Role::ListBoxOption);
        let starts = |node: &egui_kittest::Node<'_>| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.starts_with(letter))
        };
        rows.find(starts).unwrap().rect()
    };
    let (from, to) = (row(&h, "A ").center(), row(&h, "C ").center_bottom());
    h.drag_at(from);
    h.run();
    h.hover_at(from + egui::vec2(0.0, 20.0));
    h.run();
    h.hover_at(to);
    h.run();
    h.drop_at(to);
    h.run();
    assert_eq!(ids(&h)[2], before[0], "{:?}", ids(&h));
    undo(&mut h);
    assert_eq!(ids(&h), before);
}

#[test]
fn pasted_cells_are_added_to_the_parts() {
    for (lang, button) in [(Lang::En, "Add to the parts"), (Lang::Zh, "追加到当前部件")] {
        let mut h = window(lang);
        let before = parts(&h);
        let cells = crate::tables::zh_cells("\t");
        paste(&mut h, &cells);
        crate::support::window::settle(&mut h);
        h.get_by_role_and_label(Role::Button, button).click();
        h.run();
        assert_eq!(h.state().front(), None);
        let now = parts(&h);
        assert!(
            now.len() > before.len() && now[..before.len()] == before[..],
            "{lang:?}"
        );
        let lining = now
            .iter()
            .skip(before.len())
            .find(|part| part.papers.certificate == "GRS");
        assert_eq!(lining.unwrap().papers.supplier, "Mill B");
        undo(&mut h);
        assert_eq!(parts(&h), before, "one step");
    }
}

#[test]
fn a_row_of_figures_is_copied_as_cells() {
    let mut h = window(Lang::En);
    show(&mut h, &PAGES[2]);
    figure_menu(&mut h, Act::CopyCells);
    let text = taken(&mut h);
    let compared = project(&h).compared.len();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0].split('\t').count(), compared + 1, "{text}");
    assert_eq!(lines[1].split('\t').count(), compared + 1, "{text}");
    assert!(lines[2].contains("An estimate"), "{text}");
}
