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
use std::sync::{Arc, Mutex};

pub fn order(preset: &str, pathway: &str, layer: Layer, lang: Lang) -> Order {
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
    let texts = svg.split("<text ").skip(1);
    let inner = |text: &str| {
        let (_, rest) = text.split_once('>').unwrap();
        rest.split("</text>").next().unwrap().to_owned()
    };
    texts.map(inner).collect()
}

/// The words of letters that are outlines.
fn outlined(svg: &str) -> Vec<String> {
    let labels = svg.split("aria-label=\"").skip(1);
    labels
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn words_are_text_and_a_tenth_of_the_outlines() {
    for preset in reloom::presets::all() {
        let pathways = preset.project().unwrap().pathways;
        let pathway = pathways.last().unwrap().id.to_string();
        for (lang, layer) in [
            (Lang::En, Layer::Mass),
            (Lang::Zh, Layer::Pieces),
            (Lang::Both, Layer::Work),
        ] {
            let order = order(preset.id, &pathway, layer, lang);
            let text = svg(&order);
            assert!(text.contains("font-family=\"Inter, 'Noto Sans SC'"));
            assert!(
                text.len() <= 80_000,
                "{} {lang:?} {layer:?}: {}",
                preset.id,
                text.len()
            );
            let outlines = bytes(&order, FileFormat::Outlines).unwrap();
            let outlines = String::from_utf8(outlines).unwrap();
            assert!(!outlines.contains("<text ") && !outlines.contains("font-family"));
            assert_eq!(words(&text), outlined(&outlines), "{} {lang:?}", preset.id);
        }
    }
}

#[test]
fn the_product_is_a_picture_and_a_table() {
    for lang in Lang::ALL {
        let order = Order {
            subject: Subject::Product,
            ..order("school_uniform", "today", Layer::Mass, lang)
        };
        let text = svg(&order);
        resvg::usvg::Tree::from_str(&text, &resvg::usvg::Options::default()).unwrap();
        let shown = words(&text).concat();
        let rows = table(&bytes(&order, FileFormat::Csv).unwrap());
        let parts = &order.project.product.parts;
        assert_eq!(rows.len(), parts.len());
        for (part, row) in parts.iter().zip(&rows) {
            let name = part.name.get(lang);
            // The table cuts a long name; the words beside the picture never do.
            let told = text.split("</desc>").next().unwrap().to_lowercase();
            assert!(
                told.contains(&name.to_lowercase().replace('&', "&amp;")),
                "{name}"
            );
            assert_eq!(row["part"], name);
            assert!((number(row, "mass_g") - part.mass.grams()).abs() < 1e-5, "{name}");
            assert!(row["note"].contains(CommonMsg::EstimateNote.text(lang)));
        }
        for said in [CommonMsg::EstimateNote.text(lang), "2026-01-31"] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
    }
}

#[test]
fn a_product_of_many_parts_says_what_its_picture_leaves_out() {
    let mut order = Order {
        subject: Subject::Product,
        ..order("school_uniform", "today", Layer::Mass, Lang::En)
    };
    let mut project = order.project.as_ref().clone();
    let first = project.product.parts[0].clone();
    for at in 0..200 {
        let mut part = first.clone();
        part.id = format!("copy_{at}").into();
        project.product.parts.push(part);
    }
    let more = project.product.parts.len() - 100;
    order.assessment = Arc::new(assess(&project, Library::builtin()));
    order.project = Arc::new(project);
    let said = format!("{more} more parts are in the table");
    assert!(words(&svg(&order)).concat().contains(&said));
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
    let outlines = |output: &str| {
        let preset = "preset:school_uniform";
        cli(&[
            "diagram",
            preset,
            "--pathway",
            "today",
            "-o",
            output,
            "--outlines",
        ])
    };
    assert_eq!(outlines(&at("o.svg")), (0, String::new()));
    let text = std::fs::read_to_string(at("o.svg")).unwrap();
    assert!(!text.contains("<text ") && text.contains("aria-label"));
    let (code, said) = outlines(&at("o.csv"));
    assert!(code == 2 && said.contains("--outlines"), "{said}");
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
fn a_picture_goes_to_the_clipboard() {
    for name in [
        "Copy the product as a picture",
        "Copy the diagram as a picture",
        "Copy the comparison as a picture",
    ] {
        let mut harness = window(example(FIRST_EXAMPLE).unwrap().session);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run();
        harness.event(egui::Event::Text(name.to_owned()));
        harness.run();
        let copied: Arc<Mutex<Option<[usize; 2]>>> = Arc::default();
        let kept = Arc::clone(&copied);
        harness.ctx.on_end_pass(
            "clipboard",
            Arc::new(move |ui| {
                let commands = ui.output(|output| output.commands.clone());
                for command in commands {
                    if let egui::OutputCommand::CopyImage(image) = command {
                        *kept.lock().unwrap() = Some(image.size);
                    }
                }
            }),
        );
        harness.key_press(Key::Enter);
        for _ in 0..600 {
            harness.step();
            if copied.lock().unwrap().is_some() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        let size = copied.lock().unwrap().unwrap();
        assert!(size[0] >= 2560 && size[1] > 1000, "{name}: {size:?}");
        harness.run();
        assert!(
            harness
                .query_by_label_contains("The picture is on the clipboard")
                .is_some()
        );
    }
}

#[test]
#[ignore = "writes pictures to look at"]
fn pictures() {
    let folder = std::env::var("PICTURES").unwrap_or_else(|_| "target/pictures".to_owned());
    std::fs::create_dir_all(&folder).unwrap();
    for lang in Lang::ALL {
        for (subject, name) in [(Subject::Product, "product"), (Subject::Diagram, "diagram")] {
            let order = Order {
                subject,
                ..order("school_uniform", "sort_chemical", Layer::Mass, lang)
            };
            for (format, ending) in [(FileFormat::Png, "png"), (FileFormat::Svg, "svg")] {
                let path = Path::new(&folder).join(format!("{name}_{lang:?}.{ending}"));
                std::fs::write(path, bytes(&order, format).unwrap()).unwrap();
            }
        }
        let order = Order {
            subject: Subject::Comparison,
            combination: None,
            ..order("school_uniform", "today", Layer::Mass, lang)
        };
        let path = Path::new(&folder).join(format!("comparison_{lang:?}.png"));
        std::fs::write(path, bytes(&order, FileFormat::Png).unwrap()).unwrap();
    }
}
