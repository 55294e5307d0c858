//! Pictures and tables as files: they say what the screen says, they add up, and they look the same everywhere.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails loudly"
)]

use crate::support::said::Queryable;
use crate::support::window::{options, window_over};
use clap::Parser;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use reloom::app::App;
use reloom::app::files::{FIRST_EXAMPLE, example};
use reloom::app::preferences::Preferences;
use reloom::assess::{PIECES, assess, hundred};
use reloom::cli::{Cli, run};
use reloom::data::Library;
use reloom::export::{Order, bytes};
use reloom::report::picture::{FileFormat, Layer, Subject};
use reloom::text::names::Names;
use reloom::text::{CommonMsg, Lang};
use reloom::ui::view::Page;
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

fn order(preset: &str, pathway: &str, layer: Layer, lang: Lang) -> Order {
    let project = reloom::presets::get(preset).unwrap().project().unwrap();
    Order {
        assessment: Arc::new(assess(&project, Library::builtin())),
        project: Arc::new(project),
        bands: None,
        others: Vec::new(),
        relative: false,
        lang,
        subject: Subject::Diagram,
        combination: None,
        pathway: pathway.into(),
        layer,
        date: "2026-01-31".to_owned(),
    }
}

fn svg(order: &Order) -> String {
    String::from_utf8(bytes(order, FileFormat::Svg).unwrap()).unwrap()
}

/// All words of a picture, in their order.
fn words(svg: &str) -> Vec<String> {
    let labels = svg.split("aria-label=\"").skip(1);
    labels
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn a_picture_holds_every_stage_and_says_that_it_is_an_estimate() {
    for lang in Lang::ALL {
        let order = order("school_uniform", "sort_chemical", Layer::Mass, lang);
        let svg = svg(&order);
        resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default()).unwrap();
        let names = Names {
            project: &order.project,
            library: Library::builtin(),
            lang,
        };
        let pathway = order.project.pathway(&order.pathway).unwrap();
        for stage in &pathway.stages {
            let name = names.stage_of(stage).to_lowercase().replace('&', "&amp;");
            assert!(svg.to_lowercase().contains(&name), "{name}");
        }
        let shown = words(&svg).concat();
        for said in [
            CommonMsg::EstimateNote.text(lang),
            "2026-01-31",
            &names.pathway(&order.pathway),
            order.project.product.name.get(lang),
        ] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
    }
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    for layer in Layer::ALL {
        let order = order("jeans", "today", layer, Lang::Zh);
        assert!(svg(&order) == svg(&order), "{layer:?}");
    }
}

#[test]
fn every_letter_of_a_picture_has_a_glyph() {
    let fonts = ["Inter-Reloom-Regular", "NotoSansSC-Reloom-Regular"].map(|name| {
        std::fs::read(format!("{}/assets/fonts/{name}.ttf", env!("CARGO_MANIFEST_DIR"))).unwrap()
    });
    let maps = fonts
        .each_ref()
        .map(|bytes| FontRef::new(bytes).unwrap().charmap());
    let mut orders = Vec::new();
    for preset in reloom::presets::all() {
        let project = preset.project().unwrap();
        let pathway = project.pathways.last().unwrap().id.to_string();
        orders.push(order(preset.id, &pathway, Layer::Mass, Lang::Zh));
    }
    for order in orders {
        let words = words(&svg(&order));
        assert!(words.len() > 10);
        for letter in words.iter().flat_map(|words| words.chars()) {
            assert!(maps.iter().any(|map| map.map(letter).is_some()), "{letter:?}");
        }
    }
}

#[test]
fn a_png_has_twice_the_size_and_is_not_blank() {
    let order = order("workwear_rental", "rental", Layer::Pieces, Lang::Zh);
    let bytes = bytes(&order, FileFormat::Png).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .unwrap();
    let (width, height) = (reader.info().width, reader.info().height);
    assert_eq!((width, height), (2560, 1600));
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    let mut colours: BTreeMap<&[u8], u32> = BTreeMap::new();
    for pixel in pixels.chunks_exact(4) {
        *colours.entry(pixel).or_default() += 1;
    }
    assert!(colours.len() > 100, "{}", colours.len());
    assert!(colours.values().all(|count| *count < width * height * 9 / 10));
}

type Row = BTreeMap<String, String>;

fn table(bytes: &[u8]) -> Vec<Row> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap();
    let mut reader = csv::Reader::from_reader(text);
    let keys = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        keys.iter()
            .zip(row.iter())
            .map(|(key, cell)| (key.to_owned(), cell.to_owned()))
            .collect()
    });
    rows.collect()
}

fn number(row: &Row, key: &str) -> f64 {
    row[key].parse().unwrap_or(0.0)
}

#[test]
fn at_every_stage_what_flows_out_is_what_flows_in() {
    for preset in reloom::presets::all() {
        for pathway in preset.project().unwrap().pathways {
            let order = order(preset.id, pathway.id.as_str(), Layer::Mass, Lang::En);
            let rows = table(&bytes(&order, FileFormat::Csv).unwrap());
            let figures = order.assessment.pathway(&pathway.id).unwrap();
            for stage in &figures.stages {
                let id = stage.stage.as_str();
                let sum = |end: &str, key: &str| -> f64 {
                    rows.iter()
                        .filter(|row| row[end] == id)
                        .map(|row| number(row, key))
                        .sum()
                };
                let name = format!("{} {} {id}", preset.id, pathway.id);
                assert!((sum("to_id", "kg_per_piece") - stage.kg).abs() < 1e-9, "{name}");
                if figures.ends.iter().all(|end| end.stage != stage.stage) {
                    assert!((sum("from_id", "kg_per_piece") - stage.kg).abs() < 1e-9, "{name}");
                }
                if stage.visits.is_some() {
                    let (into, out) = (sum("to_id", "pieces_per_100"), sum("from_id", "pieces_per_100"));
                    assert!((into - out).abs() < 1e-9, "{name}: {into} {out}");
                }
            }
            let hours: f64 = rows.iter().map(|row| number(row, "hours_per_1000")).sum();
            assert!(
                (hours - figures.totals.gross).abs() < 1e-6,
                "{} {}",
                preset.id,
                pathway.id
            );
            for row in &rows {
                let (low, kg, high) = (&row["low_kg"], number(row, "kg_per_piece"), &row["high_kg"]);
                let is_range =
                    low.is_empty() || (number(row, "low_kg") <= kg && kg <= number(row, "high_kg"));
                assert!(is_range, "{low} {kg} {high}");
            }
        }
    }
}

#[test]
fn hours_at_stages_are_those_of_the_pathway() {
    for preset in reloom::presets::all() {
        let project = preset.project().unwrap();
        let assessment = assess(&project, Library::builtin());
        for (figures, outcome) in assessment.pathways.iter().zip(&assessment.outcomes.pathways) {
            let own: f64 = figures.stages.iter().map(|stage| stage.own_hours).sum();
            let replaced: f64 = figures.stages.iter().map(|stage| stage.replaced_hours).sum();
            let net: f64 = outcome.hours.iter().sum();
            assert!((own - figures.totals.gross).abs() < 1e-6, "{}", figures.id);
            assert!(
                (own - replaced - net).abs() < 1e-6,
                "{}: {own} {replaced} {net}",
                figures.id
            );
        }
    }
}

#[test]
fn a_hundred_pieces_are_rounded_by_less_than_one_each() {
    for preset in reloom::presets::all() {
        let project = preset.project().unwrap();
        let assessment = assess(&project, Library::builtin());
        let mass = assessment.product.mass_kg;
        for (pathway, figures) in project.pathways.iter().zip(&assessment.pathways) {
            let counts = hundred(figures, &pathway.start, mass);
            let mut landed = 0;
            for (flow, count) in figures.flows.iter().zip(&counts.flows) {
                let Some(count) = *count else { continue };
                let exact = flow.kg / mass * f64::from(PIECES);
                assert!(
                    (f64::from(count) - exact).abs() < 1.0,
                    "{} {flow:?} {count}",
                    pathway.id
                );
                let to = figures
                    .stages
                    .iter()
                    .find(|stage| stage.stage == flow.to)
                    .unwrap();
                landed += if to.visits.is_none() { count } else { 0 };
            }
            assert_eq!(landed, PIECES, "{} {}", preset.id, pathway.id);
        }
    }
}

#[test]
fn the_comparison_is_a_table_and_a_picture() {
    for lang in Lang::ALL {
        let order = Order {
            subject: Subject::Comparison,
            combination: None,
            ..order("school_uniform", "today", Layer::Mass, lang)
        };
        let rows = table(&bytes(&order, FileFormat::Csv).unwrap());
        let mci = rows.iter().find(|row| row["key"] == "mci").unwrap();
        let names = Names {
            project: &order.project,
            library: Library::builtin(),
            lang,
        };
        for id in &order.project.compared {
            let figures = order.assessment.pathway(&id.pathway).unwrap();
            let shown = number(mci, &names.pathway(&id.pathway));
            assert!((shown - figures.circularity.mci.mci).abs() < 1e-12, "{id:?}");
        }
        let svg = svg(&order);
        resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default()).unwrap();
        let shown = words(&svg).concat();
        assert!(shown.contains(CommonMsg::EstimateNote.text(lang)) && shown.contains("2026-01-31"));
    }
}

fn cli(arguments: &[&str]) -> (u8, String) {
    let cli = Cli::parse_from(["reloom"].iter().chain(arguments));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(&cli.command.unwrap(), Lang::En, &mut out, &mut err);
    (code, String::from_utf8(err).unwrap())
}

#[test]
fn the_command_line_writes_a_diagram_or_says_why_not() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let asked = |output: &str, pathway: &str| {
        let preset = "preset:school_uniform";
        cli(&[
            "diagram",
            preset,
            "--pathway",
            pathway,
            "-o",
            output,
            "--layer",
            "work",
        ])
    };
    assert_eq!(asked(&at("流图 1.svg"), "repair_first"), (0, String::new()));
    let text = std::fs::read_to_string(at("流图 1.svg")).unwrap();
    assert!(text.starts_with("<svg ") && text.contains("Diagram: work"));
    assert_eq!(asked(&at("a.CSV"), "repair_first").0, 0);
    let (code, said) = asked(&at("a.pdf"), "repair_first");
    assert!(code == 2 && said.contains(".svg, .png or .csv"), "{said}");
    let (code, said) = asked(&at("a.svg"), "nowhere");
    assert!(code == 2 && said.contains("repair_first"), "{said}");
    let (code, said) = asked(&at("no folder/a.svg"), "repair_first");
    assert!(code == 4 && said.contains("a.svg"), "{said}");
}

fn window(session: reloom::session::Session) -> Harness<'static, App> {
    window_over(options(session, Preferences::default()), [1280.0, 720.0])
}

#[test]
fn the_window_exports_in_the_background_by_keys_alone() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("flows.csv");
    let mut harness = window(example(FIRST_EXAMPLE).unwrap().session);
    harness.key_press(Key::P);
    harness.run();
    assert_eq!(harness.state().page(), Page::Pathways);
    assert_eq!(harness.state().selection().layer, Layer::Pieces);
    harness.get_by_role_and_label(Role::Button, "Export").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("Flows as CSV…").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    let field = harness.get_by_role_and_label(Role::TextInput, "Path of the file");
    field.type_text(Path::new(&path).with_extension("").to_str().unwrap());
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    for _ in 0..200 {
        if path.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(
        table(&std::fs::read(&path).unwrap()).len(),
        1 + harness.state().session().assessment().pathways[0].flows.len()
    );
    std::thread::sleep(std::time::Duration::from_millis(50));
    harness.run();
    assert!(harness.query_by_label_contains("flows.csv").is_some());
}

#[test]
#[ignore = "writes pictures to look at"]
fn pictures() {
    let folder = std::env::var("PICTURES").unwrap_or_else(|_| "target/pictures".to_owned());
    for lang in Lang::ALL {
        let order = Order {
            subject: Subject::Comparison,
            combination: None,
            ..order("school_uniform", "today", Layer::Mass, lang)
        };
        let path = Path::new(&folder).join(format!("comparison_{lang:?}.png"));
        std::fs::write(path, bytes(&order, FileFormat::Png).unwrap()).unwrap();
    }
}
