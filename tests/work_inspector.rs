//! An opened line of work in the inspector: how sewing is counted, and a multiplier of indirect work.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::edit::{Edit, History, ProductEdit};
use reloom::explain::{FigureId, PathwayFigure};
use reloom::model::{Estimate, Project, Sewing};
use reloom::text::Lang;
use reloom::ui::panel::inspector::figure;
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Out, Page, Selection, View};

struct Desk {
    history: History,
    assessment: Assessment,
    figure: FigureId,
    lang: Lang,
    edits: Vec<Edit>,
}

impl Desk {
    fn new(project: Project, activity: &str, lang: Lang) -> Self {
        Self {
            assessment: assess(&project, Library::builtin()),
            figure: FigureId::Work {
                pathway: "sort_chemical".into(),
                activity: activity.into(),
                place: project.product.made_in.clone(),
            },
            history: History::new(project),
            lang,
            edits: Vec::new(),
        }
    }

    fn show(&mut self, ui: &mut egui::Ui) {
        let theme = Theme::of(ui.ctx());
        let (mut out, selection) = (Out::default(), Selection::default());
        let view = View::still(
            (self.history.project(), &self.assessment),
            (self.lang, &theme),
            (&selection, Page::Compare),
        );
        let frame = egui::Frame::new().fill(theme.surface).inner_margin(16);
        egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            egui::ScrollArea::vertical().show(ui, |ui| figure::show(ui, &view, &mut out, &self.figure));
        });
        for (edit, goes_on) in out.edits {
            self.history.apply(&edit, goes_on).unwrap();
            self.assessment = assess(self.history.project(), Library::builtin());
            self.edits.push(edit);
        }
    }
}

fn uniform() -> Project {
    reloom::presets::get("school_uniform").unwrap().project().unwrap()
}

fn window(project: Project, activity: &str, lang: Lang) -> (Harness<'static, Desk>, support::Painter) {
    let painter = support::Painter::default();
    let builder = support::builder(ThemeKind::Light, 300.0, 1400.0).renderer(painter.clone());
    let desk = Desk::new(project, activity, lang);
    let mut h = builder.build_ui_state(|ui, desk: &mut Desk| desk.show(ui), desk);
    h.run();
    (h, painter)
}

fn multiplied(activity: &str) -> Project {
    let edit = Edit::SetMultiplier {
        activity: activity.into(),
        value: 1.4,
        note: "national table 2020".to_owned(),
    };
    edit.apply(&uniform()).unwrap()
}

fn type_into(h: &mut Harness<'static, Desk>, label: &str, text: &str) {
    h.get_by_role_and_label(Role::TextInput, label).focus();
    h.run();
    h.get_by_role_and_label(Role::TextInput, label).type_text(text);
    h.run();
    h.key_press(Key::Enter);
    h.run();
}

fn says(h: &Harness<'static, Desk>, words: &str) -> bool {
    h.query_all_by_role(Role::Label).any(|node| {
        node.accesskit_node()
            .value()
            .is_some_and(|text| text.contains(words))
    })
}

#[test]
fn a_multiplier_is_typed_in_with_its_source() {
    let (mut h, _) = window(uniform(), "collection", Lang::En);
    assert!(!says(&h, "typed in by you"), "nothing is shown while none is set");
    h.get_by_label("Add a multiplier").click();
    h.run();
    type_into(&mut h, "Type I multiplier", "1.4");
    assert!(h.state().edits.is_empty(), "not without a source");
    assert!(says(&h, "A multiplier needs its source."));
    type_into(&mut h, "Source", "national table 2020");
    let edit = Edit::SetMultiplier {
        activity: "collection".into(),
        value: 1.4,
        note: "national table 2020".to_owned(),
    };
    assert_eq!(h.state().edits, [edit]);
    assert!(says(&h, "Indirect work, typed in by you"));
    assert!(says(&h, "national table 2020"));
    h.get_by_label("Remove the multiplier").click();
    h.run();
    assert_eq!(**h.state().history.project(), uniform());
}

#[test]
fn the_value_changes_in_place_and_the_source_cannot_go() {
    let (mut h, _) = window(multiplied("collection"), "collection", Lang::En);
    type_into(&mut h, "Type I multiplier", "1.6");
    let set = |h: &Harness<'static, Desk>| h.state().history.project().multipliers["collection"].clone();
    assert!((set(&h).value - 1.6).abs() < 1e-12);
    assert_eq!(set(&h).note, "national table 2020");
    h.get_by_role_and_label(Role::TextInput, "Source").focus();
    h.run();
    h.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    h.key_press(Key::Backspace);
    h.run();
    h.key_press(Key::Enter);
    h.run();
    assert_eq!(
        set(&h).note,
        "national table 2020",
        "kept until another one is there"
    );
    assert!(says(&h, "A multiplier needs its source."));
}

#[test]
fn work_whose_supplier_is_counted_takes_no_multiplier_and_says_why() {
    for (lang, words) in [(Lang::En, "would count twice"), (Lang::Zh, "否则会重复计算")] {
        let (h, _) = window(uniform(), "sorting", lang);
        assert!(says(&h, words));
        assert!(h.query_by_role(Role::TextInput).is_none());
        let (mut h, _) = window(multiplied("sorting"), "sorting", lang);
        assert!(says(&h, words));
        let remove = if lang == Lang::En {
            "Remove the multiplier"
        } else {
            "删除乘数"
        };
        h.get_by_label(remove).click();
        h.run();
        assert_eq!(h.state().edits, [Edit::RemoveMultiplier("sorting".into())]);
    }
}

#[test]
fn sewing_is_counted_by_minutes_from_its_line_of_work() {
    let (mut h, _) = window(uniform(), "sewing", Lang::En);
    h.get_by_role_and_label(Role::RadioButton, "own minutes").click();
    h.run();
    let edit = Edit::Product(ProductEdit::SetSewing(Sewing::Minutes(Estimate::exact(20.0))));
    assert_eq!(h.state().edits, [edit]);
}

/// What counts as here, and laundering from home, are set beside their figures, by keyboard and by name.
#[test]
fn here_and_laundering_are_set_beside_their_figures() {
    let rental = reloom::presets::get("workwear_rental")
        .unwrap()
        .project()
        .unwrap();
    for (lang, home, start, laundering) in [
        (
            Lang::En,
            "Work counts as here in",
            "the place where the pathway starts",
            "Count laundering that moved from home as work",
        ),
        (
            Lang::Zh,
            "计为本地的范围",
            "路径起点所在地",
            "由家庭转出的洗涤计入工时",
        ),
    ] {
        let (mut h, _) = window(rental.clone(), "rental", lang);
        h.state_mut().figure = FigureId::Pathway("rental".into(), PathwayFigure::GainedHere);
        h.run();
        let choice = h.get_by_role_and_label(Role::ComboBox, home);
        assert_eq!(choice.value().as_deref(), Some(start));
        choice.focus();
        h.run();
        h.key_press(Key::Space);
        h.run();
        let place = Library::builtin()
            .place(&"CN_JS_SZ".into())
            .unwrap()
            .name
            .get(lang)
            .to_owned();
        h.get_by_label(&place).click();
        h.run();
        assert_eq!(h.state().edits, [Edit::SetHome(Some("CN_JS_SZ".into()))]);
        h.state_mut().figure = FigureId::Pathway("rental".into(), PathwayFigure::MovedFromHome);
        h.run();
        h.get_by_role_and_label(Role::CheckBox, laundering).focus();
        h.run();
        h.key_press(Key::Space);
        h.run();
        assert_eq!(h.state().edits.last(), Some(&Edit::CountLaundering(true)));
        assert!(h.state_mut().history.undo());
        assert!(!h.state().history.project().count_laundering);
    }
}

#[test]
#[ignore = "writes pictures to target/work-*.png"]
fn pictures() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        let mut by_minutes = uniform();
        by_minutes.product.sewing = Sewing::Minutes(Estimate::exact(20.0));
        for (project, activity, what) in [
            (uniform(), "sewing", "kind"),
            (by_minutes, "sewing", "minutes"),
            (uniform(), "collection", "none"),
            (multiplied("collection"), "collection", "set"),
            (multiplied("sorting"), "sorting", "refused"),
        ] {
            let (h, painter) = window(project, activity, lang);
            painter.picture(&h).save(format!("target/work-{what}-{code}.png"));
        }
    }
}
