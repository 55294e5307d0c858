//! Printed documents: read back from PDF, in both languages, in their order, with the engine's figures, fit for grey.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails loudly"
)]

use clap::Parser;
use lopdf::{Document as Pdf, Object};
use reloom::assess::assess;
use reloom::cli::{Cli, run};
use reloom::data::{Library, Practice, Practices};
use reloom::edit::Edit;
use reloom::export::ExportError;
use reloom::export::paper::{Kind, Paper, bytes, document};
use reloom::figure::PathwayFigure;
use reloom::job::draw_on;
use reloom::report::sheet::canvas::{HEIGHT, Op, Page, WIDTH};
use reloom::report::sheet::letters::Ruler;
use reloom::report::sheet::place::{SIDE, pages};
use reloom::report::sheet::{Block, Cell, Document, Fill, plain};
use reloom::text::practice::{about, source_line};
use reloom::text::{CommonMsg, Lang, PaperMsg, ShellMsg};
use reloom::uncertainty::{Sampler, band};
use std::path::Path;
use std::sync::Arc;

const LANGS: [Lang; 3] = [Lang::Zh, Lang::En, Lang::Both];

fn paper(preset: &str, kind: Kind, lang: Lang) -> Paper {
    let project = reloom::presets::get(preset).unwrap().project().unwrap();
    Paper {
        kind,
        assessment: Arc::new(assess(&project, Library::builtin())),
        project: Arc::new(project),
        lang,
        pathways: Vec::new(),
        told: None,
        file: format!("{preset}.ron"),
        author: String::new(),
        date: "2026-11-25".to_owned(),
        own_cards: Vec::new(),
        uncertain: None,
    }
}

fn made(preset: &str, kind: Kind, lang: Lang) -> Document {
    document(&paper(preset, kind, lang), &|| false).unwrap()
}

fn read(bytes: &[u8]) -> Pdf {
    Pdf::load_mem(bytes).unwrap()
}

fn words(pages: &[Page]) -> Vec<(usize, String)> {
    let numbered = pages.iter().enumerate();
    let all = numbered.flat_map(|(number, page)| {
        let ops = page.elements.iter().flat_map(|element| &element.ops);
        ops.filter_map(move |op| match op {
            Op::Words { text, .. } => Some((number, text.clone())),
            _ => None,
        })
    });
    all.collect()
}

fn said(pages: &[Page]) -> String {
    let all: Vec<String> = words(pages).into_iter().map(|(_, text)| text).collect();
    all.concat().replace(char::is_whitespace, "")
}

#[test]
fn each_document_has_its_pages_in_every_language() {
    let ruler = Ruler::default();
    for lang in LANGS {
        for (kind, least, most) in [(Kind::Page, 1, 1), (Kind::Handout, 2, 2), (Kind::Full, 8, 14)] {
            let document = made("school_uniform", kind, lang);
            let count = pages(&document, &ruler).len();
            assert!(
                (least..=most).contains(&count),
                "{kind:?} {lang:?}: {count} pages"
            );
        }
    }
}

#[test]
fn the_pdf_reads_back_with_embedded_fonts_tags_and_bookmarks() {
    for (kind, lang) in [
        (Kind::Page, Lang::Both),
        (Kind::Handout, Lang::Zh),
        (Kind::Full, Lang::En),
    ] {
        let pdf = read(&bytes(&paper("tshirt", kind, lang), &|| false).unwrap());
        let count = pdf.get_pages().len();
        let numbers: Vec<u32> = (1..=u32::try_from(count).unwrap()).collect();
        let text = pdf
            .extract_text(&numbers)
            .unwrap()
            .replace(char::is_whitespace, "");
        for own in [Lang::Zh, Lang::En] {
            let is_there = text.contains(&CommonMsg::EstimateNote.text(own).replace(' ', ""));
            assert_eq!(
                is_there,
                lang == own || lang == Lang::Both,
                "{kind:?} {lang:?} {own:?}"
            );
        }
        let is_font = |object: &&Object| {
            let dict = object.as_dict().ok();
            dict.and_then(|dict| dict.get(b"Type").ok()?.as_name().ok()) == Some(b"FontDescriptor")
        };
        let fonts: Vec<&Object> = pdf.objects.values().filter(is_font).collect();
        assert!(fonts.len() >= 2, "{kind:?}: {} fonts", fonts.len());
        for font in fonts {
            let dict = font.as_dict().unwrap();
            let embedded = [&b"FontFile2"[..], b"FontFile3"].iter().any(|key| dict.has(key));
            let name =
                String::from_utf8_lossy(dict.get(b"FontName").unwrap().as_name().unwrap()).into_owned();
            assert!(
                embedded && name.chars().nth(6) == Some('+'),
                "{name} is no embedded subset"
            );
        }
        let catalog = pdf.catalog().unwrap();
        for key in [&b"StructTreeRoot"[..], b"Outlines", b"MarkInfo", b"Lang"] {
            assert!(catalog.has(key), "{}", String::from_utf8_lossy(key));
        }
        let with_alt = |object: &&Object| object.as_dict().is_ok_and(|dict| dict.has(b"Alt"));
        assert!(
            pdf.objects.values().any(|object| with_alt(&object)),
            "no picture is told in words"
        );
    }
}

#[test]
fn no_letter_is_missing_and_nothing_leaves_the_paper() {
    let ruler = Ruler::default();
    for preset in ["school_uniform", "workwear_rental", "knitwear_eu"] {
        for (kind, lang) in [
            (Kind::Page, Lang::Both),
            (Kind::Full, Lang::Zh),
            (Kind::Handout, Lang::En),
        ] {
            let pages = pages(&made(preset, kind, lang), &ruler);
            for (number, page) in pages.iter().enumerate() {
                for op in page.elements.iter().flat_map(|element| &element.ops) {
                    let place = format!("{preset} {kind:?} {lang:?}, page {}", number + 1);
                    match op {
                        Op::Words {
                            at: [x, y],
                            text,
                            size,
                            weight,
                            ..
                        } => {
                            assert_eq!(ruler.unknown(text), Vec::<char>::new(), "{place}: {text}");
                            let right = x + ruler.width(text, *weight, *size);
                            assert!(
                                *x >= SIDE - 1.0 && right <= WIDTH - SIDE + 3.0,
                                "{place}: {text} {x} {right}"
                            );
                            assert!(*y > 20.0 && *y < HEIGHT - 20.0, "{place}: {text}");
                        }
                        Op::Line { points, .. } | Op::Area { points, .. } | Op::Within { points, .. } => {
                            for [x, y] in points {
                                let inside = (0.0..=WIDTH).contains(x) && (0.0..=HEIGHT).contains(y);
                                assert!(inside, "{place}: {x} {y}");
                            }
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn the_page_keeps_its_order() {
    for lang in LANGS {
        let document = made("school_uniform", Kind::Page, lang);
        let blocks = &document.sections[0].blocks;
        let heads: Vec<&str> = blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(_, text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let [made_of, side, work, ..] = heads[..] else {
            panic!("{heads:?}");
        };
        let asked = [PaperMsg::MadeOf, PaperMsg::SideBySide, PaperMsg::Work];
        assert_eq!([made_of, side, work], asked.map(|message| message.head(lang)));
        // Four pathways in two languages leave room for the flow diagram too.
        assert_eq!(heads.len(), 4, "{heads:?}");
        // Then blockers beside what decides, and beneath them what was typed in beside sources and limits.
        let columns: Vec<&str> = blocks
            .iter()
            .flat_map(|block| match block {
                Block::Columns(left, right) => [&left[0], &right[0]].to_vec(),
                _ => Vec::new(),
            })
            .filter_map(|block| match block {
                Block::Heading(_, text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let asked = [
            PaperMsg::Blockers,
            PaperMsg::Decide,
            PaperMsg::Own,
            PaperMsg::Sources,
        ];
        assert_eq!(columns, asked.map(|message| message.head(lang)));
        assert!(matches!(blocks[0], Block::Title(_)));
        let Block::Facts(facts) = &blocks[1] else { panic!() };
        let said: Vec<&str> = facts.iter().map(|(what, _)| what.as_str()).collect();
        let asked = [
            PaperMsg::Variant,
            PaperMsg::Author,
            PaperMsg::Date,
            PaperMsg::File,
            PaperMsg::Version,
            PaperMsg::Seed,
        ];
        assert_eq!(&said[..6], asked.map(|message| message.head(lang)));
        let text = plain::text(&document);
        for needed in [
            ShellMsg::AboutEndorsed.text(lang),
            CommonMsg::EstimateNote.text(lang),
            "2026-11-25",
            "school_uniform.ron",
        ] {
            assert!(text.contains(needed), "{lang:?}: {needed}");
        }
    }
}

#[test]
fn the_figures_are_those_of_the_engine() {
    let ruler = Ruler::default();
    for lang in [Lang::Zh, Lang::En] {
        let paper = paper("jeans", Kind::Page, lang);
        let document = document(&paper, &|| false).unwrap();
        let said = said(&pages(&document, &ruler));
        for column in &paper.project.compared {
            let figures = paper.assessment.pathway(&column.pathway).unwrap();
            for figure in [
                PathwayFigure::OutflowRecycled,
                PathwayFigure::OutflowDowncycled,
                PathwayFigure::ItemUses,
                PathwayFigure::Mci,
                PathwayFigure::GarmentsAvoided,
            ] {
                let value = figure.form().bare(figure.central(figures), lang);
                let value = value.replace(char::is_whitespace, "");
                assert!(said.contains(&value), "{lang:?} {figure:?} {value}");
            }
        }
    }
}

/// True where `printed` is `value` rounded to the last digit that it shows; a zero at its end may be rounding.
fn is_rounded(printed: &str, value: f64) -> bool {
    let share = if printed.contains('%') { 100.0 } else { 1.0 };
    let sign = if printed.contains('−') { -1.0 } else { 1.0 };
    let digits: String = printed
        .chars()
        .filter(|letter| letter.is_ascii_digit() || *letter == '.')
        .collect();
    let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
    let zeros = whole.len() - whole.trim_end_matches('0').len().max(1);
    let unit = if part.is_empty() {
        format!("1e{zeros}")
    } else {
        format!("1e-{}", part.len())
    };
    let (read, unit): (f64, f64) = (digits.parse().unwrap(), unit.parse().unwrap());
    (sign * read - value * share).abs() <= 0.5 * unit * (1.0 + 1e-9)
}

/// The two ends of a range, the unit of both with each; one number where both read the same.
fn ends(range: &str) -> [String; 2] {
    let unit = if range.contains('%') { "%" } else { "" };
    let said = range.replace('\u{202f}', "");
    let halves = [" to ", "至", " … ", "–"]
        .into_iter()
        .find_map(|word| said.split_once(word));
    let (low, high) = halves.unwrap_or((&said, &said));
    [low, high].map(|end| format!("{end}{unit}"))
}

#[test]
fn signs_and_words_of_ranges_are_read() {
    assert!(is_rounded("−310", -312.0) && !is_rounded("−310", 312.0) && !is_rounded("310", -312.0));
    assert!(is_rounded("+98", 98.2) && is_rounded("0", 0.0));
    assert_eq!(ends("−410 to −210"), ["−410", "−210"]);
    assert_eq!(ends("−410至−210"), ["−410", "−210"]);
    assert_eq!(ends("12–15\u{202f}%"), ["12%", "15%%"].map(str::to_owned));
}

/// Every figure of both tables of the page, cell by cell, with its range: what is printed is what the engine and its draws
/// say, to the last digit that is shown.
#[test]
fn every_figure_of_the_tables_is_that_of_the_engine() {
    use PathwayFigure::{Gained, GarmentsAvoided, ItemUses, Lost, Mci, OutflowDowncycled, OutflowRecycled};
    let ruler = Ruler::default();
    let (mut figures, mut ranges) = (0, 0);
    for (preset, lang) in [
        ("jeans", Lang::En),
        ("jeans", Lang::Zh),
        ("school_uniform", Lang::En),
    ] {
        let paper = paper(preset, Kind::Page, lang);
        let engine = &paper.assessment.engine;
        let sampler = Sampler::of(engine.slots.inputs());
        let drawn = draw_on(2, engine, &sampler, paper.project.seed, 1000, &|| false);
        let document = document(&paper, &|| false).unwrap();
        let said = said(&pages(&document, &ruler));
        let tables = document.sections.iter().flat_map(|section| &section.blocks);
        let tables = tables.filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let columns = [
            vec![OutflowRecycled, OutflowDowncycled, ItemUses, Mci, GarmentsAvoided],
            vec![Lost, Gained],
        ];
        for (table, columns) in tables.zip(columns) {
            for row in &table.rows {
                let Cell::Pathway { name, .. } = &row[0] else {
                    panic!("{row:?}")
                };
                let pathway = paper
                    .project
                    .pathways
                    .iter()
                    .find(|way| way.name.get(lang) == name)
                    .unwrap();
                let at = engine.index(&pathway.id).unwrap();
                let of = paper.assessment.pathway(&pathway.id).unwrap();
                let cells = row.iter().filter_map(|cell| match cell {
                    Cell::Figure(figure) | Cell::Short(figure) => Some(figure),
                    _ => None,
                });
                let cells: Vec<_> = cells.collect();
                assert!(cells.is_empty() || cells.len() == columns.len(), "{row:?}");
                for (cell, figure) in cells.into_iter().zip(&columns) {
                    let what = format!("{preset} {name} {figure:?} {cell:?}");
                    // What is lost bears its sign, and so do both ends of its range.
                    let is_lost = *figure == Lost;
                    let sign = if is_lost { -1.0 } else { 1.0 };
                    assert!(is_rounded(&cell.value, sign * figure.central(of)), "{what}");
                    figures += 1;
                    let squeezed = |text: &str| text.replace(char::is_whitespace, "");
                    assert!(said.contains(&squeezed(&cell.value)), "{what}");
                    if cell.range.is_empty() {
                        continue;
                    }
                    let mut series: Vec<f64> = drawn.series(at, figure.column().unwrap()).collect();
                    let band = band(&mut series).unwrap();
                    let [low, high] = ends(&cell.range);
                    let [from, to] = if is_lost {
                        [-band.p95, -band.p5]
                    } else {
                        [band.p5, band.p95]
                    };
                    assert!(is_rounded(&low, from) && is_rounded(&high, to), "{what} {band:?}");
                    assert!(said.contains(&squeezed(&cell.range)), "{what}");
                    ranges += 1;
                }
            }
        }
    }
    assert!(figures >= 50 && ranges >= 40, "{figures} {ranges}");
}

#[test]
fn the_same_order_gives_the_same_bytes_and_the_date_is_part_of_it() {
    let first = paper("tshirt", Kind::Page, Lang::Both);
    let made = || bytes(&first, &|| false).unwrap();
    let one = made();
    assert_eq!(one, made());
    let other = Paper {
        date: "2026-11-26".to_owned(),
        ..first.clone()
    };
    assert_ne!(one, bytes(&other, &|| false).unwrap());
    assert!(one.len() < 400_000, "{} bytes", one.len());
    assert_eq!(bytes(&first, &|| true), Err(ExportError::Stopped));
}

/// How light a colour is, 0 to 100, about as the eye sees it.
fn light([red, green, blue]: [u8; 3]) -> f64 {
    let y = 0.2126 * (f64::from(red) / 255.0).powf(2.2)
        + 0.7152 * (f64::from(green) / 255.0).powf(2.2)
        + 0.0722 * (f64::from(blue) / 255.0).powf(2.2);
    116.0 * y.cbrt() - 16.0
}

fn apart(one: Fill, other: Fill) -> bool {
    one.hatch != other.hatch || (light(one.rgb) - light(other.rgb)).abs() >= 12.0
}

#[test]
fn neighbours_are_told_apart_in_grey() {
    for preset in ["school_uniform", "workwear_rental", "jeans"] {
        for kind in Kind::ALL {
            let document = made(preset, kind, Lang::En);
            let mut bars = Vec::new();
            for block in document.sections.iter().flat_map(|section| &section.blocks) {
                match block {
                    Block::Bar(bar) => bars.push(bar.clone()),
                    Block::Table(table) => {
                        let cells = table.rows.iter().flatten();
                        bars.extend(cells.filter_map(|cell| match cell {
                            Cell::Bar(bar) => Some(bar.clone()),
                            _ => None,
                        }));
                    }
                    _ => {}
                }
            }
            assert!(!bars.is_empty());
            for bar in bars {
                for pair in bar.pieces.windows(2) {
                    assert!(apart(pair[0].fill, pair[1].fill), "{preset}: {pair:?}");
                }
            }
        }
    }
}

#[test]
fn the_hand_out_is_black_on_white() {
    let ruler = Ruler::default();
    for lang in LANGS {
        let document = made("school_uniform", Kind::Handout, lang);
        assert!(document.plain);
        let pages = pages(&document, &ruler);
        let ops = pages.iter().flat_map(|page| &page.elements);
        for op in ops.flat_map(|element| &element.ops) {
            match op {
                Op::Words { rgb, size, text, .. } => {
                    assert_eq!(*rgb, [0; 3], "{text}");
                    let is_foot = (*size - 7.0).abs() < 0.001;
                    assert!(is_foot || *size >= 7.5, "{lang:?}: {size} {text}");
                }
                Op::Area {
                    edge: Some((rgb, _)), ..
                } => assert_eq!(*rgb, [0; 3]),
                _ => {}
            }
        }
        let said = said(&pages);
        for message in [PaperMsg::TwoQuestions, PaperMsg::FiveTerms, PaperMsg::Monday] {
            let needed = message.text(lang).replace(char::is_whitespace, "");
            assert!(said.contains(&needed), "{lang:?}: {needed}");
        }
    }
}

fn call(arguments: &[&str]) -> (u8, String) {
    let cli = Cli::try_parse_from([&["reloom"], arguments].concat()).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(cli.command.as_ref().unwrap(), cli.lang(), &mut out, &mut err);
    (code, String::from_utf8(err).unwrap())
}

#[test]
fn bad_targets_end_in_a_sentence_and_leave_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let report =
        |file: &str, out: &Path| call(&["report", file, "-o", out.to_str().unwrap(), "--lang", "zh"]);

    let chinese = at("校服 外套.pdf");
    assert_eq!(report("preset:tshirt", &chinese).0, 0);
    assert!(std::fs::read(&chinese).unwrap().starts_with(b"%PDF"));

    let (code, words) = report("preset:tshirt", &at("page.docx"));
    assert_eq!(code, 2);
    assert!(words.contains(".pdf"), "{words}");

    let own = at("own.pdf");
    let text = reloom::presets::get("tshirt").unwrap().text;
    std::fs::write(&own, text).unwrap();
    assert_eq!(report(own.to_str().unwrap(), &own).0, 2);
    assert_eq!(std::fs::read_to_string(&own).unwrap(), text);

    let nowhere = at("gone").join("page.pdf");
    let (code, words) = report("preset:tshirt", &nowhere);
    assert_eq!(code, 4);
    assert_eq!(words.lines().count(), 1, "{words}");

    let taken = at("folder.pdf");
    std::fs::create_dir(&taken).unwrap();
    assert_eq!(report("preset:tshirt", &taken).0, 4);
    let (code, words) = call(&["report", "preset:tshirt", "-o", "x.pdf", "--pathway", "nowhere"]);
    assert_eq!(code, 2, "{words}");
    let soon = [
        "report",
        "preset:tshirt",
        "-o",
        "x.pdf",
        "--date",
        "soon",
        "--lang",
        "zh",
    ];
    let (code, words) = call(&soon);
    assert!(
        code == 2 && words.contains("soon") && words.contains("日期"),
        "{words}"
    );
}

#[test]
fn the_page_names_its_author_or_leaves_a_line_for_the_name() {
    for lang in LANGS {
        let ruler = Ruler::default();
        let nameless = paper("tshirt", Kind::Page, lang);
        let named = Paper {
            author: " 李雷 Li Lei ".to_owned(),
            ..nameless.clone()
        };
        let line = PaperMsg::Blank.text(lang);
        for (paper, there, gone) in [(&named, "李雷LiLei", line), (&nameless, line, "李雷LiLei")] {
            let said = said(&pages(&document(paper, &|| false).unwrap(), &ruler));
            assert!(said.contains(there) && !said.contains(gone), "{lang:?} {there}");
        }
    }
}

#[test]
fn a_target_that_cannot_be_written_is_said_and_what_was_there_stays() {
    let dir = tempfile::tempdir().unwrap();
    let paper = paper("tshirt", Kind::Page, Lang::En);
    let at = |path: &std::path::Path| reloom::export::paper::write(&paper, path, &|| false);
    // A folder with the name of the file, a file in the way of the folder, a folder that is not there.
    let folder = dir.path().join("报告 一.pdf");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("旧.txt"), "old").unwrap();
    let file = dir.path().join("old.pdf");
    std::fs::write(&file, "old").unwrap();
    for path in [
        folder.clone(),
        file.join("x.pdf"),
        dir.path().join("没有 here/x.pdf"),
    ] {
        let error = at(&path).unwrap_err();
        for lang in Lang::ALL {
            let said = error.text(lang);
            let name = path.file_name().unwrap().to_str().unwrap();
            assert!(said.contains(name) && !said.contains('{'), "{said}");
        }
    }
    assert_eq!(std::fs::read_to_string(folder.join("旧.txt")).unwrap(), "old");
    // What is stopped leaves the file as it was; what is not takes its place whole.
    let stopped = reloom::export::paper::write(&paper, &file, &|| true);
    assert_eq!(stopped, Err(ExportError::Stopped));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "old");
    at(&file).unwrap();
    assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF"));
    // Somebody who has it open keeps what was read, and no half file is left beside it.
    let left = std::fs::read_dir(dir.path()).unwrap().count();
    assert_eq!(left, 2);
}

/// The blocks of a document with those inside columns, each with the number of its section.
fn flat_blocks(document: &Document) -> Vec<(usize, Block)> {
    fn inside(block: &Block) -> Vec<Block> {
        match block {
            Block::Columns(left, right) => left.iter().chain(right).flat_map(inside).collect(),
            other => vec![other.clone()],
        }
    }
    let sections = document.sections.iter().enumerate();
    sections
        .flat_map(|(at, section)| {
            section
                .blocks
                .iter()
                .flat_map(inside)
                .map(move |block| (at, block))
        })
        .collect()
}

/// The cards that are named in `blocks`, in their order.
fn cards_in(blocks: &[(usize, Block)], lang: Lang) -> Vec<&'static Practice> {
    let named = |name: &String| {
        let mut cards = Practices::builtin().cards.iter();
        cards.find(|card| card.name.head(lang) == *name)
    };
    let names = blocks.iter().flat_map(|(_, block)| match block {
        Block::Heading(3, name) => vec![name],
        Block::List(entries) => entries.iter().map(|entry| &entry.text).collect(),
        _ => Vec::new(),
    });
    names.filter_map(named).collect()
}

#[test]
fn who_does_it_already_stands_in_report_and_hand_out_with_sources() {
    let library = Library::builtin();
    let ruler = Ruler::default();
    for id in ["school_uniform", "jeans", "knitwear_eu"] {
        let preset = reloom::presets::get(id).unwrap();
        let project = preset.project().unwrap();
        for (kind, lang) in [Kind::Full, Kind::Handout]
            .into_iter()
            .flat_map(|kind| LANGS.map(|lang| (kind, lang)))
        {
            let place = format!("{} {kind:?} {lang:?}", preset.id);
            let document = made(preset.id, kind, lang);
            let most = if kind == Kind::Full { 14 } else { 2 };
            assert!(pages(&document, &ruler).len() <= most, "{place}");
            let blocks = flat_blocks(&document);
            let cards = cards_in(&blocks, lang);
            // In two languages there is not always room.
            let least = match (kind, lang) {
                (_, Lang::Both) => 0,
                (Kind::Full, _) => 4,
                _ => 1,
            };
            assert!(cards.len() >= least, "{place}: {}", cards.len());
            if lang != Lang::Both {
                let home = project.home_of(&project.pathways[0]);
                let far: Vec<usize> = cards.iter().map(|card| card.distance(library, home)).collect();
                assert!(far.is_sorted(), "{place}: {far:?}");
            }
            // Each says its source, and whose figure it is, as on the screen.
            let said = format!("{blocks:?}");
            for card in cards {
                let figure = card.all_figures().next().unwrap();
                let source = source_line(card.source(&figure.source).unwrap());
                for own in [Lang::Zh, Lang::En] {
                    let whose = about(figure, own);
                    let is_there = lang == own || lang == Lang::Both;
                    for words in [&source, &whose].into_iter().filter(|_| is_there) {
                        let words = format!("{words:?}");
                        assert!(
                            said.contains(words.trim_matches('"')),
                            "{place} {}: {words}",
                            card.id
                        );
                    }
                }
            }
        }
    }
    // Somewhere there is room in two languages too.
    let both = made("school_uniform", Kind::Full, Lang::Both);
    assert!(!cards_in(&flat_blocks(&both), Lang::Both).is_empty());
}

#[test]
fn an_own_card_stands_in_the_report_too() {
    let text = include_str!("files/practices/two.reloompractice");
    let cards = reloom::project_file::read_practices(text.as_bytes())
        .unwrap()
        .cards;
    let name = cards[0].name.clone();
    let mut paper = paper("school_uniform", Kind::Full, Lang::Zh);
    let project = Edit::SetHome(Some("CN_JS_SZ".into()))
        .apply(&paper.project)
        .unwrap();
    paper.assessment = Arc::new(assess(&project, Library::builtin()));
    paper.project = Arc::new(project);
    paper.own_cards = cards;
    let document = document(&paper, &|| false).unwrap();
    let is_there = |(_, block): &(usize, Block)| matches!(block, Block::Heading(3, text) if *text == name.head(Lang::Zh));
    assert!(flat_blocks(&document).iter().any(is_there));
}
