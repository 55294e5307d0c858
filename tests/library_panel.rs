//! The library page: what is found and listed in both languages, and an own figure typed in without a mouse.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::assess::{Assessment, assess};
use reloom::data::{Grade, Library};
use reloom::edit::{Edit, History};
use reloom::explain::{FigureId, Matter, OwnMarks, PathwayFigure, Weigh, explain, matter, own_marks};
use reloom::model::{Estimate, FactorId, Override, Overrides, Project};
use reloom::text::Lang;
use reloom::ui::panel::library::editor::{Draft, Typed};
use reloom::ui::panel::library::filter::{Filter, Sort, Subject};
use reloom::ui::panel::library::{self, data, uses};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Command, Out, Page, Selection, View};
use std::fmt::Write as _;

/// A small stand-in for the program: applies what the page asks for and keeps a list of it.
struct Desk {
    history: History,
    assessment: Assessment,
    matter: Matter,
    marks: OwnMarks,
    selection: Selection,
    theme: Theme,
    lang: Lang,
    edits: Vec<Edit>,
    commands: Vec<Command>,
}

impl Desk {
    fn new(project: Project, kind: ThemeKind, lang: Lang) -> Self {
        let assessment = assess(&project, Library::builtin());
        Self {
            matter: matter(&assessment),
            marks: OwnMarks::default(),
            assessment,
            history: History::new(project),
            selection: Selection::default(),
            theme: Theme::load(kind),
            lang,
            edits: Vec::new(),
            commands: Vec::new(),
        }
    }

    fn view(&self) -> View<'_> {
        View {
            matter: Some(&self.matter),
            own: Some(&self.marks),
            ..View::still(
                (self.history.project(), &self.assessment),
                (self.lang, &self.theme),
                (&self.selection, Page::Library),
            )
        }
    }

    fn obey(&mut self, out: Out) {
        for (edit, goes_on) in out.edits {
            self.history.apply(&edit, goes_on).unwrap();
            self.assessment = assess(self.history.project(), Library::builtin());
            self.matter = matter(&self.assessment);
            self.edits.push(edit);
        }
        for command in out.commands {
            if let Command::SelectFactor(factor) = &command {
                self.selection.factor = Some(factor.clone());
            }
            self.commands.push(command);
        }
    }

    /// The page with the window's chrome left empty.
    fn show(&mut self, ui: &mut egui::Ui) {
        let view = self.view();
        let out = support::page(
            ui,
            view.theme,
            |ui, out| library::list(ui, &view, out),
            |ui, out| library::inspector(ui, &view, out),
            |ui, out| library::show(ui, &view, out),
        );
        self.obey(out);
    }
}

fn uniform() -> Project {
    reloom::presets::get("school_uniform").unwrap().project().unwrap()
}

const SEWING: &str = "assumption.sewing_k.CN";

fn own(value: f64, range: Option<(f64, f64)>, note: &str) -> Override {
    Override {
        figure: Estimate { value, range },
        note: note.to_owned(),
    }
}

/// The uniform with two own figures, one of a factor that no library has.
fn with_own() -> Project {
    let mut project = uniform();
    let sewing = own(0.9, Some((0.8, 1.1)), "time study, Keqiao 2026");
    project.overrides.insert(SEWING.into(), sewing);
    project
        .overrides
        .insert("work.teleporting.CN".into(), own(1.0, None, ""));
    project
}

fn harness(desk: Desk, width: f32, height: f32) -> (Harness<'static, Desk>, support::Painter) {
    let painter = support::Painter::default();
    let kind = desk.theme.kind;
    let builder = support::builder(kind, width, height).renderer(painter.clone());
    (
        builder.build_ui_state(|ui, desk: &mut Desk| desk.show(ui), desk),
        painter,
    )
}

fn window(project: Project, lang: Lang) -> Harness<'static, Desk> {
    harness(Desk::new(project, ThemeKind::Light, lang), 1280.0, 720.0).0
}

fn ids(view: &View<'_>, filter: &Filter) -> Vec<String> {
    let listing = data::listing(view, filter);
    listing.found.iter().map(|found| found.id.to_string()).collect()
}

fn search(text: &str) -> Filter {
    Filter {
        text: text.to_owned(),
        ..Filter::default()
    }
}

#[test]
fn both_languages_find_the_same_factor() {
    for lang in Lang::ALL {
        let desk = Desk::new(uniform(), ThemeKind::Light, lang);
        for text in ["sewing", "缝制", "SEWING china", "裁剪 缝制", "cut-make", SEWING] {
            let found = ids(&desk.view(), &search(text));
            assert!(found.contains(&SEWING.to_owned()), "{text}: {found:?}");
        }
        let nothing = data::listing(&desk.view(), &search("sewing zebra")).found.len();
        assert_eq!(nothing, 0);
    }
}

#[test]
fn sources_and_notes_are_searched_too() {
    let desk = Desk::new(with_own(), ThemeKind::Light, Lang::En);
    assert_eq!(ids(&desk.view(), &search("keqiao")), [SEWING]);
    let library = Library::builtin();
    let sourced = library
        .factors()
        .find(|factor| !factor.figure.sources.is_empty())
        .unwrap();
    let source = library.source(&sourced.figure.sources[0]).unwrap();
    let everywhere = Filter {
        used_only: false,
        ..search(&source.title)
    };
    assert!(ids(&desk.view(), &everywhere).contains(&sourced.id.to_string()));
}

#[test]
fn filters_leave_only_what_they_name() {
    let desk = Desk::new(with_own(), ThemeKind::Light, Lang::En);
    let view = desk.view();
    let doubtful = Filter {
        grades: vec![Grade::D],
        ..Filter::default()
    };
    let listing = data::listing(&view, &doubtful);
    assert!(!listing.found.is_empty());
    assert!(listing.found.iter().all(|found| found.grade() == Some(Grade::D)));
    // An own figure with a source is no assumption any more.
    assert!(!ids(&view, &doubtful).contains(&SEWING.to_owned()));

    let used = data::listing(&view, &Filter::default());
    let all = data::listing(
        &view,
        &Filter {
            used_only: false,
            ..Filter::default()
        },
    );
    assert_eq!(all.found.len(), Library::builtin().factors().count() + 1);
    assert_eq!(used.found.len() + used.elsewhere, all.found.len());
    assert!(
        used.found
            .iter()
            .all(|found| found.influence.is_some() || found.own.is_some())
    );

    let mine = Filter {
        subject: Subject::Own,
        ..Filter::default()
    };
    let mut found = ids(&view, &mine);
    found.sort();
    assert_eq!(found, [SEWING, "work.teleporting.CN"]);
}

#[test]
fn what_matters_most_stands_first() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En);
    let view = desk.view();
    for weigh in [Weigh::Mci, Weigh::Lost] {
        let filter = Filter {
            weigh,
            ..Filter::default()
        };
        let listing = data::listing(&view, &filter);
        let swings: Vec<f64> = listing
            .found
            .iter()
            .map(|found| found.influence.map_or(0.0, |influence| influence.swing(weigh)))
            .collect();
        assert!(swings.windows(2).all(|pair| pair[0] >= pair[1]));
        assert!((swings[0] - desk.matter.largest(weigh)).abs() < 1e-12 && swings[0] > 0.0);
    }
    let by_name = Filter {
        sort: Sort::Name,
        ..Filter::default()
    };
    let names: Vec<String> = data::listing(&view, &by_name)
        .found
        .iter()
        .map(|found| found.name(Lang::En).to_lowercase())
        .collect();
    assert!(names.is_sorted());
}

#[test]
fn a_factor_that_moves_a_pathway_is_listed_where_it_counts() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En);
    for input in desk.assessment.engine.slots.inputs() {
        let Some(influence) = input.key.factor().and_then(|id| desk.matter.of(id)) else {
            continue;
        };
        for (place, pathway) in influence.pathways.iter().enumerate() {
            if pathway.swing(Weigh::Mci) > 0.0 {
                assert!(influence.counts_in().contains(&place), "{}", input.key);
            }
        }
    }
    let sewing = desk.matter.of(&SEWING.into()).unwrap();
    assert!(sewing.swing(Weigh::Lost) > 0.0 && sewing.swing(Weigh::Mci) <= 0.0);
}

#[test]
fn figures_that_rest_on_own_ones_are_marked_and_no_others() {
    let library = Library::builtin();
    let none = own_marks(&uniform(), library, &assess(&uniform(), library));
    assert!(none.is_empty());
    let project = with_own();
    let marks = own_marks(&project, library, &assess(&project, library));
    let of = |figure| FigureId::Pathway("repair_first".into(), figure);
    let sewing = FactorId::from(SEWING);
    assert_eq!(
        marks.behind(&of(PathwayFigure::Lost)),
        std::slice::from_ref(&sewing)
    );
    assert!(marks.behind(&of(PathwayFigure::Mci)).is_empty());
    assert_eq!(
        marks.behind(&of(PathwayFigure::Net)),
        std::slice::from_ref(&sewing),
        "the net rests on both sides"
    );
    assert_eq!(
        marks.behind(&FigureId::Factor(sewing.clone().into())),
        std::slice::from_ref(&sewing)
    );
    let line = |activity: &str| FigureId::Work {
        pathway: "repair_first".into(),
        activity: activity.into(),
        place: "CN".into(),
    };
    assert_eq!(marks.behind(&line("sewing")), [sewing]);
    assert!(marks.behind(&line("collection")).is_empty());

    let mut desk = Desk::new(project.clone(), ThemeKind::Light, Lang::Zh);
    desk.marks = marks;
    let hint = desk.view().own_hint(&of(PathwayFigure::Lost));
    assert!(hint.contains("缝制工时与缝制分钟数之比"), "{hint}");
    let opened = explain(
        &project,
        library,
        &desk.assessment,
        &FigureId::Factor(SEWING.into()),
        Lang::En,
    );
    let opened = opened.unwrap();
    assert!(opened.value.starts_with("0.9"), "the own figure is in front");
    assert_eq!(
        opened.factors.iter().map(|factor| factor.own).collect::<Vec<_>>(),
        [true, false]
    );
    assert!(
        opened.factors[1].value.starts_with('1'),
        "the library’s stays in sight"
    );
}

#[test]
fn an_own_limit_moves_the_gate_that_reads_it() {
    let library = Library::builtin();
    let mut project = uniform();
    let refused = |project: &Project| -> f64 {
        let assessment = assess(project, library);
        let gates = assessment.pathways.iter().flat_map(|pathway| &pathway.gates);
        let glycolysis = gates.filter(|gate| gate.route.as_str() == "chem_pet");
        glycolysis.map(|gate| gate.refused_kg).sum()
    };
    let before = refused(&project);
    let limit = FactorId::from("route.chem_pet.min_main");
    let found = matter(&assess(&project, library));
    assert!(
        !found.of(&limit).unwrap().counts_in().is_empty(),
        "a limit counts too"
    );
    project.overrides.insert(limit, own(0.5, None, "our recycler"));
    let other = FactorId::from("route.chem_pet.other_max");
    project.overrides.insert(other, own(0.5, None, "our recycler"));
    assert!(refused(&project) < before);
}

#[test]
fn the_editor_reads_shares_in_per_cent_and_refuses_what_cannot_be() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En);
    let view = desk.view();
    let id = FactorId::from("route.mech_cotton_post.recovery");
    let found = data::find(&view, &id).unwrap();
    let start = Draft::start(&found);
    assert_eq!(start.read(&found, Lang::En), Typed::Same);
    let draft = |value: &str, low: &str, high: &str| Draft {
        value: value.to_owned(),
        low: low.to_owned(),
        high: high.to_owned(),
        note: " ours ".to_owned(),
    };
    let Typed::Figure(figure, note) = draft("45", "", "50%").read(&found, Lang::En) else {
        panic!("a figure")
    };
    assert_eq!((figure.value, figure.range), (0.45, Some((0.45, 0.5))));
    assert_eq!(note, "ours");
    for (value, low, high) in [
        ("", "", ""),
        ("x", "", ""),
        ("120", "", ""),
        ("45", "50", ""),
        ("-1", "", ""),
    ] {
        let read = draft(value, low, high).read(&found, Lang::Zh);
        assert!(matches!(read, Typed::Wrong(_)), "{value} {low} {high}");
    }
}

/// Presses `key` and lets the page settle.
fn press(harness: &mut Harness<'_, Desk>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn type_text(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}

#[test]
fn a_grade_d_factor_is_replaced_without_a_mouse() {
    let mut harness = window(uniform(), Lang::En);
    harness.run();
    press(&mut harness, Key::Slash);
    type_text(&mut harness, "sewing china");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().selection.factor, Some(SEWING.into()));
    press(&mut harness, Key::Enter);
    type_text(&mut harness, "0.9");
    for text in ["0.8", "1.1", "time study, Keqiao 2026"] {
        press(&mut harness, Key::Tab);
        type_text(&mut harness, text);
    }
    press(&mut harness, Key::Enter);
    let wanted = Edit::SetOverride {
        factor: SEWING.into(),
        figure: Estimate {
            value: 0.9,
            range: Some((0.8, 1.1)),
        },
        note: "time study, Keqiao 2026".to_owned(),
    };
    assert_eq!(harness.state().edits, [wanted]);
    let row = harness.get_by_role_and_label(Role::Row, "Sewing hours over making minutes, China");
    let value = row.accesskit_node().value().unwrap_or_default();
    assert!(
        value.contains("0.9") && value.contains("Your own figure"),
        "{value}"
    );
    assert!(row.accesskit_node().is_focused());

    harness.get_by_label("Revert").click();
    harness.run();
    assert_eq!(harness.state().edits[1], Edit::RemoveOverride(SEWING.into()));
}

#[test]
fn arrows_walk_through_rows_that_are_not_in_sight() {
    let mut harness = window(uniform(), Lang::Zh);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    press(&mut harness, Key::ArrowDown);
    let order = ids(&harness.state().view(), &Filter::default());
    assert_eq!(harness.state().selection.factor, Some(order[0].as_str().into()));
    for expected in order.iter().skip(1).take(20) {
        press(&mut harness, Key::ArrowDown);
        assert_eq!(harness.state().selection.factor, Some(expected.as_str().into()));
    }
    press(&mut harness, Key::End);
    assert_eq!(
        harness.state().selection.factor,
        Some(order.last().unwrap().as_str().into())
    );
}

#[test]
fn all_own_figures_go_back_at_once() {
    let mut harness = window(with_own(), Lang::En);
    harness.run();
    harness.get_by_label("Revert all").click();
    harness.run();
    assert_eq!(harness.state().edits, [Edit::SetOverrides(Overrides::new())]);
    harness.get_by_label("Import…").click();
    harness.run();
    assert_eq!(harness.state().commands.last(), Some(&Command::ImportFactorSet));
}

/// The page as text: counts, groups, rows, and one factor opened.
fn page_text(view: &View<'_>) -> String {
    let mut text = String::new();
    writeln!(text, "{}", data::counts(view)).unwrap();
    let filter = Filter {
        weigh: Weigh::Lost,
        ..Filter::default()
    };
    let listing = data::listing(view, &filter);
    for (subject, count) in &listing.subjects {
        writeln!(text, "  {} {count}", subject.name().text(view.lang)).unwrap();
    }
    let largest = view.matter.unwrap().largest(filter.weigh);
    for found in &listing.found {
        let row = data::row(view, found, filter.weigh, largest);
        let mark = if row.own { "✎ " } else { "" };
        let place = format!("{} {}", row.place, row.year);
        writeln!(
            text,
            "{mark}{} | {:.3} | {} | {}",
            row.name,
            row.matter,
            place.trim_end(),
            row.spoken
        )
        .unwrap();
    }
    let id = FactorId::from("assumption.service_later");
    let uses = uses::uses(view, &data::find(view, &id).unwrap());
    writeln!(text, "\n{uses:#?}").unwrap();
    text
}

#[test]
fn the_page_in_both_languages() {
    for (name, lang) in [("en", Lang::En), ("zh", Lang::Zh)] {
        let desk = Desk::new(with_own(), ThemeKind::Light, lang);
        insta::assert_snapshot!(format!("library_{name}"), page_text(&desk.view()));
    }
}

#[test]
#[ignore = "writes pictures for looking at"]
fn pictures() {
    let only = std::env::var("ONLY").unwrap_or_default();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/pictures");
    for (name, lang) in [("en", Lang::En), ("zh", Lang::Zh)] {
        for (width, height) in [(1280.0, 720.0), (1920.0, 1080.0)] {
            for kind in [ThemeKind::Light, ThemeKind::Dark] {
                let path = format!("{folder}/page-library-{name}-{width}-{kind:?}.png").to_lowercase();
                if !path.contains(&only) {
                    continue;
                }
                let mut desk = Desk::new(with_own(), kind, lang);
                desk.selection.factor = Some(SEWING.into());
                let (mut harness, painter) = harness(desk, width, height);
                harness.run();
                painter.picture(&harness).save(path);
            }
        }
    }
}
