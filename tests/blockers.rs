//! Which part blocks what: verdicts with figure and limit, blockers, design rules, and the pages that show them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]
#![allow(clippy::indexing_slicing, reason = "the samples have these parts")]

use crate::support;

use crate::support::said::Queryable;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::assess::assess;
use reloom::data::Library;
use reloom::explain::FigureId;
use reloom::explain::fit::{self, Blocker, Cause, blockers};
use reloom::explain::hints::{Status, hints, read};
use reloom::flow::gate::Verdict;
use reloom::model::{
    Construction, Estimate, FibreLine, Making, Origin, Project, Removable, Role as PartRole,
};
use reloom::quantity::Share;
use reloom::text::Lang;
use reloom::text::names::Names;
use reloom::ui::panel::product::flat::data::flat_data;
use reloom::ui::panel::product::{hints as rows, routes};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Aspect, Page, Selection, View};
use std::fmt::Write as _;
use support::window::window_with;

fn sample(id: &str) -> Project {
    reloom::presets::get(id).unwrap().project().unwrap()
}

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

/// Narrow spaces as plain ones, so that sentences can be written down.
fn plain(text: &str) -> String {
    text.replace('\u{202F}', " ")
}

/// What `route` says to the part at `part`, as it is read.
fn said(project: &Project, route: &str, part: usize, lang: Lang) -> (Verdict, String) {
    let library = Library::builtin();
    let route = library.route(&route.into()).unwrap();
    let part = &project.product.parts[part];
    let names = Names {
        project,
        library,
        lang,
    };
    let found = fit::fit(project, Library::builtin(), route, part);
    let reasons = fit::reasons(&found, part, route, &names);
    let texts: Vec<String> = reasons.iter().map(|reason| plain(&reason.text)).collect();
    (found.answer.verdict, texts.join("; "))
}

#[test]
fn the_blend_is_refused_by_routes_that_want_polyester() {
    let uniform = sample("school_uniform");
    for (route, en, zh) in [
        (
            "chem_pet",
            "65 % polyester; takes 80 %, from 70 % with loss",
            "涤纶65%，要求80%以上，70%起有损失",
        ),
        (
            "thermo_pet",
            "65 % polyester; takes 98 %, from 95 % with loss",
            "涤纶65%，要求98%以上，95%起有损失",
        ),
    ] {
        assert_eq!(
            said(&uniform, route, 0, Lang::En),
            (Verdict::Refused, en.to_owned())
        );
        assert_eq!(
            said(&uniform, route, 0, Lang::Zh),
            (Verdict::Refused, zh.to_owned())
        );
        assert_eq!(
            said(&uniform, route, 1, Lang::En).0,
            Verdict::Accepted,
            "the lining"
        );
    }
}

#[test]
fn rib_with_elastane_coating_and_zip() {
    let uniform = sample("school_uniform");
    let rib = |route, lang| said(&uniform, route, 2, lang);
    assert_eq!(
        rib("carbamate", Lang::En),
        (
            Verdict::Reduced,
            "5 % elastane; takes 3 %, up to 5 % with loss".to_owned()
        )
    );
    assert_eq!(
        rib("carbamate", Lang::Zh),
        (Verdict::Reduced, "氨纶5%，最多3%，5%以内有损失".to_owned())
    );
    let padded = sample("padded_jacket");
    assert_eq!(
        said(&padded, "thermo_pa_pp", 0, Lang::En),
        (Verdict::Refused, "coated or laminated; takes none".to_owned())
    );
    assert_eq!(
        said(&padded, "depoly_pa6", 0, Lang::Zh),
        (Verdict::Reduced, "有涂层或复合，得率降低".to_owned())
    );
    assert_eq!(
        said(&uniform, "chem_pet", 3, Lang::En),
        (Verdict::Refused, "hard, no fibre".to_owned())
    );
}

fn found(project: &Project) -> Vec<Blocker> {
    blockers(project, Library::builtin(), &assess(project, Library::builtin()))
}

#[test]
fn blockers_are_ranked_by_mass_and_leave_when_they_are_mended() {
    let mut uniform = sample("school_uniform");
    let all = found(&uniform);
    assert_eq!(all[0].part.as_str(), "shell");
    assert!(matches!(&all[0].cause, Cause::Fibres(fibres, held)
        if fibres.len() == 1 && (held - 0.65).abs() < 1e-12));
    assert!((all[0].kept_out_kg - 0.369_230_4).abs() < 1e-9);
    assert!(
        all.windows(2)
            .all(|pair| pair[0].kept_out_kg >= pair[1].kept_out_kg)
    );
    let has = |all: &[Blocker], part: &str| all.iter().any(|blocker| blocker.part.as_str() == part);
    assert!(has(&all, "zipper") && has(&all, "rib") && !has(&all, "lining"));

    let shell = &mut uniform.product.parts[0].fibres;
    shell.truncate(1);
    shell[0].share = share(1.0);
    uniform.product.parts[3].removable = Removable::Easily;
    let all = found(&uniform);
    assert!(!has(&all, "shell") && !has(&all, "zipper"), "{all:?}");
}

#[test]
fn a_zip_that_stays_on_costs_cloth_and_its_effect_is_reckoned() {
    let uniform = sample("school_uniform");
    let zip = found(&uniform)
        .into_iter()
        .find(|blocker| blocker.part.as_str() == "zipper")
        .unwrap();
    assert_eq!(zip.cause, Cause::StaysOn(Removable::No));
    // Itself, and 5 % of 544.6 g of cloth.
    assert!((zip.kept_out_kg - 0.0492).abs() < 1e-4, "{}", zip.kept_out_kg);
    let lifted = zip.lifted.unwrap();
    let mut changed = uniform.clone();
    changed.product.parts[3].removable = Removable::Easily;
    let after = assess(&changed, Library::builtin());
    let mci = after.pathway(&lifted.pathway).unwrap().circularity.mci.mci;
    assert!((mci - lifted.mci_without).abs() < 1e-12 && lifted.mci_without > lifted.mci);
}

/// A project, a change to it, a rule and what the rule then says.
type Case = (&'static str, fn(&mut Project), &'static str, Status);

fn elastane(project: &mut Project, main: &str, held: f64) {
    let fibres = &mut project.product.parts[0].fibres;
    let line = |fibre: &str, of: f64| FibreLine {
        fibre: fibre.into(),
        share: share(of),
        feedstock: reloom::model::Feedstock::default(),
    };
    *fibres = vec![line(main, 1.0 - held), line("elastane", held)];
}

fn recycle(project: &mut Project, of: f64, origin: Origin) {
    for line in project.product.parts.iter_mut().flat_map(|part| &mut part.fibres) {
        line.feedstock.recycled = share(of);
        line.feedstock.origin = origin;
    }
}

const CASES: &[Case] = &[
    ("school_uniform", |_| {}, "R01", Status::Met),
    (
        "school_uniform",
        |p| elastane(p, "cotton", 0.16),
        "R01",
        Status::NotMet,
    ),
    ("school_uniform", |p| elastane(p, "pa6", 0.18), "R01", Status::Met),
    ("school_uniform", |_| {}, "R02", Status::Met),
    (
        "school_uniform",
        |p| elastane(p, "cotton", 0.06),
        "R02",
        Status::NotMet,
    ),
    ("school_uniform", |_| {}, "R03", Status::Apart),
    ("jeans", |_| {}, "R03", Status::Met),
    ("jeans", |p| elastane(p, "cotton", 0.03), "R03", Status::NotMet),
    ("school_uniform", |_| {}, "R04", Status::NotMet),
    ("tshirt", |_| {}, "R04", Status::Met),
    ("school_uniform", |_| {}, "R05", Status::Met),
    (
        "school_uniform",
        |p| {
            let third = p.product.parts[2].fibres[1].clone();
            p.product.parts[0].fibres.push(third);
        },
        "R05",
        Status::NotMet,
    ),
    ("school_uniform", |_| {}, "R06", Status::Met),
    ("padded_jacket", |_| {}, "R06", Status::NotMet),
    ("tshirt", |_| {}, "R06", Status::Apart),
    ("tshirt", |_| {}, "R07", Status::Met),
    ("padded_jacket", |_| {}, "R07", Status::NotMet),
    ("tshirt", |_| {}, "R08", Status::Met),
    ("bed_linen", |_| {}, "R08", Status::NotAsked),
    ("tshirt", |_| {}, "R09", Status::NotAsked),
    ("jeans", |_| {}, "R10", Status::NotAsked),
    ("school_uniform", |_| {}, "R11", Status::NotMet),
    ("tshirt", |_| {}, "R11", Status::Met),
    ("school_uniform", |_| {}, "R12", Status::Met),
    ("jeans", |_| {}, "R12", Status::Met),
    ("school_uniform", |_| {}, "R13", Status::Met),
    ("padded_jacket", |_| {}, "R13", Status::NotMet),
    ("jeans", |_| {}, "R14", Status::NotAsked),
    ("school_uniform", |_| {}, "R20", Status::Met),
    (
        "school_uniform",
        |p| recycle(p, 0.1, Origin::OtherWaste),
        "R20",
        Status::NotMet,
    ),
    ("school_uniform", |_| {}, "R21", Status::NotMet),
    (
        "school_uniform",
        |p| recycle(p, 0.4, Origin::OtherWaste),
        "R21",
        Status::Met,
    ),
    (
        "wool_sweater",
        |p| p.product.parts.truncate(1),
        "R21",
        Status::Apart,
    ),
    ("school_uniform", |_| {}, "R22", Status::NotMet),
    (
        "school_uniform",
        |p| recycle(p, 0.4, Origin::TextilePostConsumer),
        "R22",
        Status::Met,
    ),
    ("tshirt", |_| {}, "R22", Status::Apart),
    (
        "tshirt",
        |p| recycle(p, 0.2, Origin::TextilePreConsumer),
        "R23",
        Status::Met,
    ),
    (
        "tshirt",
        |p| recycle(p, 0.4, Origin::TextilePreConsumer),
        "R23",
        Status::NotMet,
    ),
    ("school_uniform", |_| {}, "R23", Status::Apart),
    ("school_uniform", |_| {}, "R24", Status::NotMet),
    ("tshirt", |_| {}, "R24", Status::Apart),
    ("school_uniform", |_| {}, "R25", Status::Met),
    (
        "school_uniform",
        |p| p.product.parts[0].finishes.carbon_black = true,
        "R25",
        Status::NotMet,
    ),
    ("tshirt", |_| {}, "R26", Status::Met),
    ("jeans", |_| {}, "R26", Status::Met),
    ("school_uniform", |_| {}, "R26", Status::NotMet),
    ("school_uniform", |_| {}, "R27", Status::Met),
    ("tshirt", |_| {}, "R27", Status::NotMet),
    ("tshirt", |p| p.product.parts.truncate(1), "R27", Status::NotAsked),
    ("tshirt", |_| {}, "R28", Status::NotAsked),
    (
        "tshirt",
        |p| p.product.parts.retain(|part| part.role != PartRole::Label),
        "R28",
        Status::NotMet,
    ),
    ("wool_sweater", |_| {}, "R29", Status::Met),
    (
        "wool_sweater",
        |p| p.product.parts[0].construction = Construction::Woven,
        "R29",
        Status::NotMet,
    ),
    ("tshirt", |_| {}, "R29", Status::Apart),
    ("tshirt", |_| {}, "R30", Status::Met),
    (
        "tshirt",
        |p| p.product.parts[0].fibres[0].share = share(0.5),
        "R30",
        Status::NotMet,
    ),
    ("tshirt", |_| {}, "R31", Status::NotAsked),
    ("tshirt", |_| {}, "R32", Status::Met),
    ("school_uniform", |_| {}, "R32", Status::NotMet),
    ("school_uniform", |_| {}, "R34", Status::Met),
    (
        "school_uniform",
        |p| {
            if let Making::Cloth { cutting_loss, .. } = &mut p.product.parts[0].making {
                *cutting_loss = Some(Estimate::exact(0.4));
            }
        },
        "R34",
        Status::NotMet,
    ),
    ("tshirt", |_| {}, "R35", Status::Met),
    ("school_uniform", |_| {}, "R35", Status::NotAsked),
    (
        "school_uniform",
        |p| p.product.parts[5].fibres[0].fibre = "pvc_coat".into(),
        "R35",
        Status::NotMet,
    ),
];

#[test]
fn rules_are_met_not_met_or_not_asked() {
    let library = Library::builtin();
    let mut wrong = Vec::new();
    for (id, change, rule, expected) in CASES {
        let mut project = sample(id);
        change(&mut project);
        let assessment = assess(&project, library);
        let all = hints(&project, library, &assessment);
        let hint = all.iter().find(|hint| hint.rule.id == *rule).unwrap();
        if hint.status != *expected {
            wrong.push(format!("{rule} of {id}: {:?}, not {expected:?}", hint.status));
        }
        if hint.status == Status::NotMet && hint.lines.is_empty() {
            wrong.push(format!("{rule} of {id} names nothing"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_rule_whose_limit_is_missing_is_not_asked() {
    let mut library = Library::builtin().clone();
    let mut rules = library.rules.to_vec();
    for rule in &mut rules {
        rule.limits.clear();
    }
    library.rules = rules.into();
    let project = sample("school_uniform");
    let assessment = assess(&project, &library);
    let all = hints(&project, &library, &assessment);
    let purity = all.iter().find(|hint| hint.rule.id == "R04").unwrap();
    assert_eq!(purity.status, Status::NotAsked);
}

#[test]
fn proposals_are_marked_as_no_law() {
    let (library, project) = (Library::builtin(), sample("school_uniform"));
    let assessment = assess(&project, library);
    for (lang, words) in [(Lang::En, "proposal, not law"), (Lang::Zh, "提案，非法规")] {
        let names = Names {
            project: &project,
            library,
            lang,
        };
        let all = read(&hints(&project, library, &assessment), &names);
        let draft = all.iter().find(|hint| hint.rule == "R01").unwrap();
        assert_eq!(draft.proposal, Some(words));
        assert!(
            all.iter()
                .all(|hint| !hint.sources.is_empty() && !hint.name.is_empty())
        );
    }
}

fn page_text(project: &Project, lang: Lang) -> String {
    let assessment = assess(project, Library::builtin());
    let blockers = blockers(project, Library::builtin(), &assessment);
    let (theme, selection) = (Theme::load(ThemeKind::Light), Selection::default());
    let view = View {
        blockers: Some(&blockers),
        ..View::still(
            (project, &assessment),
            (lang, &theme),
            (&selection, Page::Product),
        )
    };
    let mut text = String::new();
    let route = reloom::ui::panel::product::flat::data::chosen(&view).unwrap();
    let flat = flat_data(&view, route);
    writeln!(text, "{}\n{}", flat.name, flat.taken).unwrap();
    for part in &flat.parts {
        writeln!(text, "  {} [{}]", part.spoken, part.grade).unwrap();
    }
    for row in routes::matrix(&view, 100).rows {
        let cells: String = row
            .cells
            .iter()
            .map(|cell| match cell.verdict {
                Verdict::Accepted => '+',
                Verdict::Reduced => '~',
                Verdict::Refused => '-',
            })
            .collect();
        writeln!(text, "{cells} {} {}", row.taken, row.name).unwrap();
    }
    for row in rows::blocker_rows(&view) {
        writeln!(text, "! {}\n  {}", row.head, row.effect).unwrap();
        for route in &row.routes {
            writeln!(text, "  {} [{}]", route.text, route.grade).unwrap();
        }
        if !row.more.is_empty() {
            writeln!(text, "  {}", row.more).unwrap();
        }
    }
    for group in rows::hint_groups(&view) {
        writeln!(text, "\n{}: {}", group.name, group.count).unwrap();
        for rule in group.rules {
            writeln!(text, "  {} {}: {}", rule.rule, rule.status_word, rule.name).unwrap();
            for (line, ..) in rule.lines {
                writeln!(text, "    {line}").unwrap();
            }
        }
    }
    text
}

#[test]
fn data_of_all_samples_in_both_languages() {
    for preset in reloom::presets::all() {
        let project = preset.project().unwrap();
        for (lang, code) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
            insta::assert_snapshot!(format!("{}_{code}", preset.id), page_text(&project, lang));
        }
    }
}

fn window(lang: Lang, size: [f32; 2]) -> Harness<'static, App> {
    window_with(Preferences::in_language(lang), size)
}

fn switch(h: &mut Harness<'_, App>, aspect: &str) {
    h.get_by_role_and_label(Role::RadioButton, aspect).click();
    h.run();
}

#[test]
fn a_route_of_the_table_opens_the_flat_drawing_and_words_select_parts() {
    let mut h = window(Lang::En, [1280.0, 720.0]);
    switch(&mut h, "Routes");
    assert_eq!(h.state().selection().aspect, Aspect::Routes);
    h.get_by_label_contains("Chemical: PET glycolysis / methanolysis: Takes")
        .click_accesskit();
    h.run();
    assert_eq!(h.state().selection().aspect, Aspect::Flat);
    let shell = "Shell fabric, twill: does not fit, 65\u{202F}% polyester; takes 80\u{202F}%, from 70\u{202F}% with loss";
    assert_eq!(
        h.get_by_role_and_label(Role::Button, shell)
            .accesskit_node()
            .toggled(),
        Some(egui::accesskit::Toggled::True)
    );
    let rib = h
        .query_all_by_role(Role::Button)
        .find(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.starts_with("Rib: "))
        })
        .unwrap();
    rib.focus();
    h.run();
    h.key_press(Key::Enter);
    h.run();
    assert_eq!(h.state().selection().part, Some("rib".into()));
    // The drawing answers to the pointer as well: the middle of the chest is the shell.
    let drawing = h.get_by_role_and_label(
        Role::Image,
        "The garment for Chemical: PET glycolysis / methanolysis",
    );
    let at = drawing.rect().center() + egui::vec2(-30.0, 0.0);
    h.hover_at(at);
    h.run();
    h.drag_at(at);
    h.drop_at(at);
    h.run();
    assert_eq!(h.state().selection().part, Some("shell".into()));
    h.get_by_role_and_label(Role::Button, "Limit").click();
    h.run();
    let limit = FigureId::Factor("route.chem_pet.min_main".into());
    assert_eq!(h.state().selection().figure, Some(limit));
}

#[test]
fn a_cell_is_reached_by_the_arrow_keys_and_opens_its_limit() {
    let mut h = window(Lang::Zh, [1280.0, 720.0]);
    switch(&mut h, "处理路线");
    let route = "化学法再生利用：纤维素氨基甲酸酯等：可接收";
    h.get_by_role_and_label(Role::Table, "处理路线").focus();
    h.run();
    h.key_press(Key::Home);
    h.run();
    let is_there = |h: &Harness<'_, App>| {
        let row = h.query_by_label_contains(route);
        row.is_some_and(|row| row.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True))
    };
    for _ in 0..40 {
        if is_there(&h) {
            break;
        }
        h.key_press(Key::ArrowDown);
        h.run();
    }
    assert!(is_there(&h));
    for key in [Key::ArrowRight, Key::ArrowRight, Key::ArrowRight, Key::Enter] {
        h.key_press(key);
        h.run();
    }
    let selection = h.state().selection();
    assert_eq!(selection.part, Some("rib".into()));
    assert_eq!(
        selection.figure,
        Some(FigureId::Factor("route.carbamate.elastane_max".into()))
    );
    assert_eq!(selection.aspect, Aspect::Routes);
}

#[test]
fn hints_open_and_fold() {
    let mut h = window(Lang::En, [1920.0, 1080.0]);
    switch(&mut h, "Improve");
    h.get_by_role_and_label(Role::Button, "Rib: 5\u{202F}% elastane")
        .click();
    h.run();
    assert_eq!(h.state().selection().part, Some("rib".into()));
    let fold = |h: &Harness<'_, App>| {
        let durable = |label: String| label.starts_with("Durable, ");
        let node = h
            .query_all_by_role(Role::Button)
            .find(|node| node.accesskit_node().label().is_some_and(durable))
            .unwrap();
        node.scroll_to_me();
        node.focus();
    };
    let asked = "Withstands 30 home laundries (jeans; use as benchmark elsewhere)";
    assert!(h.query_by_label(asked).is_none());
    fold(&h);
    h.run();
    h.key_press(Key::Enter);
    h.run();
    assert!(h.query_by_label(asked).is_some());
}

#[test]
fn targets_are_large_and_named_on_every_aspect() {
    for (lang, aspects) in [
        (Lang::En, ["Drawing", "Routes", "Improve"]),
        (Lang::Zh, ["款式图", "处理路线", "改进建议"]),
    ] {
        let mut h = window(lang, [1280.0, 720.0]);
        for aspect in aspects {
            switch(&mut h, aspect);
            for role in [Role::Button, Role::Link, Role::RadioButton, Role::ComboBox] {
                for node in h.query_all_by_role(role) {
                    let (rect, name) = (node.rect(), node.accesskit_node().label());
                    assert!(name.is_some_and(|name| !name.is_empty()), "{aspect}: {role:?}");
                    // What is scrolled away is cut at the edge of its panel.
                    let is_cut = rect.bottom() > 600.0 || rect.top() < 60.0;
                    assert!(is_cut || rect.height() >= 27.9, "{aspect}: {role:?} {rect:?}");
                }
            }
        }
    }
}
