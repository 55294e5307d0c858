//! What is said first, and what must not be read alone: order, both yardsticks, routes that take nothing, a net that
//! cannot be told from zero, passages in place of shares above a whole.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::assess::{Assessment, PathwayFigures, assess};
use reloom::data::Library;
use reloom::edit::{Edit, History, LinkEdit};
use reloom::explain::answer::{ORDER, idle_routes, idle_words, is_balanced};
use reloom::figure::PathwayFigure;
use reloom::model::{Column, Pathway, Project, StageKind, VariantNo};
use reloom::presets;
use reloom::quantity::Share;
use reloom::session::Session;
use reloom::text::Lang;
use reloom::text::names::Names;
use reloom::ui::diagram::NodeId;
use reloom::ui::diagram::model::diagram;
use support::window::{options, press, window_over};

fn assessed(project: &Project) -> Assessment {
    assess(project, Library::builtin())
}

fn preset(id: &str) -> Project {
    presets::get(id).unwrap().project().unwrap()
}

/// The T-shirt with glycolysis of polyester where its own pathway tears.
fn shirt_on_glycolysis() -> (Project, Pathway) {
    let mut project = preset("tshirt");
    let mut pathway = project.pathway(&"sort_mechanical".into()).unwrap().clone();
    pathway.id = "glycolysis".into();
    let torn = pathway
        .stages
        .iter_mut()
        .find(|stage| stage.id.as_str() == "tearing");
    torn.unwrap().kind = StageKind::Material("chem_pet".into());
    project.pathways.push(pathway.clone());
    (project, pathway)
}

#[test]
fn a_route_that_takes_nothing_of_a_garment_is_named() {
    let (project, pathway) = shirt_on_glycolysis();
    let assessment = assessed(&project);
    let figures = assessment.pathway(&pathway.id).unwrap();
    let idle = idle_routes(figures, Library::builtin());
    assert!(!idle.is_empty(), "glycolysis takes no cotton");
    let said = idle_words(figures, Library::builtin(), Lang::En).unwrap();
    // The sewing thread is polyester: 4 g of 170 g.
    assert!(said.full.starts_with("takes next to nothing of it: "), "{said:?}");
    assert!(
        idle_words(figures, Library::builtin(), Lang::Zh)
            .unwrap()
            .short
            .starts_with("几乎不接收这件产品")
    );
    // Tearing takes the cotton.
    let torn = assessment.pathway(&"sort_mechanical".into()).unwrap();
    assert_eq!(idle_words(torn, Library::builtin(), Lang::En), None);
}

/// Every text that a window says, in the order in which it is read.
fn said(h: &Harness<'_, App>) -> Vec<String> {
    let nodes = h.root().children_recursive();
    let said = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        let data = node.data();
        [data.label(), data.value(), data.description()].map(|text| text.unwrap_or_default().to_owned())
    });
    said.filter(|text| !text.is_empty()).collect()
}

fn shown(project: Project, lang: Lang, size: [f32; 2]) -> Harness<'static, App> {
    let session = Session::new(project, None);
    window_over(options(session, Preferences::in_language(lang)), size)
}

#[test]
fn what_takes_nothing_is_marked_in_list_scoreboard_and_column() {
    let (mut project, pathway) = shirt_on_glycolysis();
    project.compared.truncate(1);
    project
        .compared
        .push(Column::new(VariantNo::FIRST, pathway.id.clone()));
    for (lang, words) in [
        (Lang::En, "takes next to nothing of it"),
        (Lang::Zh, "几乎不接收这件产品"),
    ] {
        let mut h = shown(project.clone(), lang, [1440.0, 900.0]);
        let count = |h: &Harness<'_, App>| said(h).iter().filter(|text| text.contains(words)).count();
        assert!(count(&h) >= 1, "scoreboard of the product page");
        press(&mut h, Key::Num2);
        assert!(count(&h) >= 2, "list and scoreboard of the pathways page");
        press(&mut h, Key::Num3);
        assert!(count(&h) >= 2, "column and scoreboard of the comparison");
    }
}

/// Where the first figure of each kind stands on the card of a pathway.
#[test]
fn scoreboard_and_columns_keep_the_order_of_the_answer() {
    let order = [
        PathwayFigure::OutflowRecycled,
        PathwayFigure::ItemUses,
        PathwayFigure::Mci,
        PathwayFigure::MciQuality,
    ];
    assert!(
        order
            .iter()
            .is_sorted_by_key(|figure| ORDER.iter().position(|other| *other == *figure))
    );
    let mut h = shown(preset("jeans"), Lang::En, [1920.0, 1080.0]);
    let tops = |h: &Harness<'_, App>, before: &str| {
        let place = |figure: &PathwayFigure| {
            let name = format!("{before}{}", figure.head(Lang::En));
            h.query_all_by_label(&name).next().map(|node| node.rect().top())
        };
        order
            .iter()
            .map(|figure| place(figure).unwrap_or_else(|| panic!("{before}{figure:?}")))
            .collect::<Vec<f32>>()
    };
    let card = tops(&h, "Repair and resale first: ");
    assert!(card.is_sorted(), "{card:?}");
    press(&mut h, Key::Num3);
    let column = tops(&h, "");
    assert!(column.is_sorted(), "{column:?}");
}

#[test]
fn a_net_that_may_be_zero_is_never_told_as_a_figure() {
    for id in ["school_uniform", "jeans", "knitwear_eu", "tshirt"] {
        let project = preset(id);
        let assessment = assessed(&project);
        let compared = project
            .compared
            .iter()
            .map(|column| assessment.pathway(&column.pathway).unwrap());
        let balanced = compared
            .filter(|figures| !figures.baseline && is_balanced(&figures.totals, None))
            .count();
        let mut h = shown(project, Lang::En, [1920.0, 1080.0]);
        press(&mut h, Key::Num3);
        let texts = said(&h);
        let bars = texts
            .iter()
            .filter(|text| text.starts_with('+') && text.contains("; balanced within"));
        assert_eq!(bars.count(), balanced, "{id}");
        let told = |text: &String| text.contains("MCI is highest") && text.contains("quality-weighted");
        assert!(
            texts.iter().any(told)
                || texts
                    .iter()
                    .any(|text| text.contains("depends on how downcycling")),
            "{id}"
        );
        assert!(
            texts.iter().any(|text| text.starts_with("h per 1000 pieces")),
            "{id}"
        );
    }
}

#[test]
fn no_count_of_draws_is_told_for_mci_alone() {
    use reloom::text::{Phrase, UncertainMsg};
    for message in UncertainMsg::all() {
        for lang in [Lang::En, Lang::Zh] {
            let text = message.text(lang);
            if text.contains("of 100") || text.contains("100次抽样") {
                assert!(text.contains("{mci}") && text.contains("{quality}"), "{text}");
            }
        }
    }
}

fn of_every_preset(check: impl Fn(&Project, &Pathway, &PathwayFigures, f64)) {
    for row in presets::all() {
        let project = row.project().unwrap();
        let assessment = assessed(&project);
        for pathway in &project.pathways {
            let figures = assessment.pathway(&pathway.id).unwrap();
            check(&project, pathway, figures, assessment.product.mass_kg);
        }
    }
}

/// The percentages that `text` holds.
fn percentages(text: &str) -> Vec<f64> {
    let before = text.split('%').rev().skip(1);
    let number = |part: &str| {
        let digits: Vec<char> = part
            .trim_end()
            .chars()
            .rev()
            .take_while(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        digits.into_iter().rev().collect::<String>().parse::<f64>().ok()
    };
    before.filter_map(number).collect()
}

#[test]
fn a_stage_of_the_item_tells_passages_and_nothing_exceeds_a_whole() {
    assert_eq!(percentages("Use: 101\u{202F}%, 12.5%"), [12.5, 101.0]);
    of_every_preset(|project, pathway, figures, mass| {
        for lang in [Lang::En, Lang::Zh] {
            let names = Names {
                project,
                library: Library::builtin(),
                lang,
            };
            let drawn = diagram(pathway, figures, mass, &names);
            let nodes = drawn
                .nodes
                .iter()
                .flat_map(|node| [node.said[0].value.clone(), node.spoken.clone()]);
            let ribbons = drawn
                .ribbons
                .iter()
                .flat_map(|ribbon| [ribbon.label.clone(), ribbon.spoken.clone()]);
            for text in nodes.chain(ribbons) {
                let most = percentages(&text).into_iter().fold(0.0, f64::max);
                assert!(most <= 100.0, "{}: {text}", pathway.id);
            }
        }
    });
}

#[test]
fn a_typed_share_reads_as_it_was_typed() {
    let project = preset("school_uniform");
    let repair = project.pathway(&"repair_first".into()).unwrap();
    let discard = repair.stage(&"discard".into()).unwrap();
    let to = discard.exits[0].to.clone();
    let edit = Edit::link(
        &"repair_first".into(),
        &"discard".into(),
        &to,
        LinkEdit::SetShare(Share::clamped(0.2)),
    );
    let mut history = History::new(project);
    history.apply(&edit, false).unwrap();
    let project: &Project = history.project();
    let assessment = assessed(project);
    let id = "repair_first".into();
    let (pathway, figures) = (project.pathway(&id).unwrap(), assessment.pathway(&id).unwrap());
    let names = Names {
        project,
        library: Library::builtin(),
        lang: Lang::Zh,
    };
    let drawn = diagram(pathway, figures, assessment.product.mass_kg, &names);
    let ribbon = drawn.ribbons.iter().find(|ribbon| {
        let at = |stage: &str| NodeId::Stage(stage.into());
        ribbon.id.from == at("discard") && ribbon.id.to == NodeId::Stage(to.clone())
    });
    // More than one life passes the stage, so that the flow is more than a fifth of the piece.
    let ribbon = ribbon.unwrap();
    assert!(ribbon.kg > 0.2 * assessment.product.mass_kg);
    assert!(ribbon.label.ends_with("20%"), "{}", ribbon.label);
}
