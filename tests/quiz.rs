//! Quizzes: GIFT and tables lose nothing, exams in two versions ask the same, what is printed can be read.

use clap::Parser;
use lopdf::Document as Pdf;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use reloom::board;
use reloom::cli::{Cli, run};
use reloom::data::Library;
use reloom::export::lesson::{LessonPaper, documents, files};
use reloom::lesson::quiz::exam::{MOST_QUESTIONS, mark_sheet, versions};
use reloom::lesson::quiz::{QuizError, gift, sheet};
use reloom::lesson::{Kind, Pack, Printed, Question, Stop, Truth, filled, shipped};
use reloom::model::Name;
use reloom::report::sheet::canvas::{HEIGHT, Op, WIDTH};
use reloom::report::sheet::letters::Ruler;
use reloom::report::sheet::place::pages;
use reloom::report::sheet::{Block, Section};
use reloom::text::{CommonMsg, Lang};
use std::path::Path;
use std::sync::Arc;

fn open(id: &str) -> Pack {
    filled(&shipped::get(id).unwrap().pack().unwrap(), Library::builtin()).unwrap()
}

/// Texts with every sign that a format gives a meaning to.
fn text() -> impl Strategy<Value = String> {
    let signs = "[a-zA-Z0-9 ~=#{}:>\\\\\"',;/\\-\n\t&%中文再生利用？、“”]{1,24}";
    signs.prop_filter("words", |text: &String| !text.trim().is_empty())
}

fn name() -> impl Strategy<Value = Name> {
    (text(), text(), 0..3_u8).prop_map(|(en, zh, which)| match which {
        0 => Name::new(en, ""),
        1 => Name::new("", zh),
        _ => Name::new(en, zh),
    })
}

fn kind() -> impl Strategy<Value = Kind> {
    let options = || proptest::collection::vec(name(), 2..=4);
    let number = || -1.0e6_f64..1.0e6;
    prop_oneof![
        (options(), 0_usize..4).prop_map(|(options, at)| Kind::Single {
            right: Truth::Is(at % options.len()),
            options
        }),
        any::<bool>().prop_map(|is| Kind::TrueFalse { right: Truth::Is(is) }),
        (options(), any::<u64>()).prop_map(|(items, seed)| {
            let mut order: Vec<usize> = (0..items.len()).collect();
            order.sort_by_key(|at| seed.rotate_left(u32::try_from(at * 13).unwrap()));
            Kind::Order {
                items,
                right: Truth::Is(order),
            }
        }),
        (number(), 0.0_f64..1.0, name()).prop_map(|(value, tolerance, unit)| Kind::Estimate {
            right: Truth::Is(value),
            tolerance,
            unit
        }),
        (number(), name()).prop_map(|(value, unit)| Kind::Predict {
            right: Truth::Is(value),
            unit
        }),
    ]
}

fn question() -> impl Strategy<Value = Question> {
    ("[a-z_0-9]{1,12}", name(), kind(), name(), name(), 1_u32..600).prop_map(
        |(id, ask, kind, reason, source, seconds)| Question {
            id,
            ask,
            kind,
            reason,
            source,
            seconds,
        },
    )
}

#[test]
fn gift_and_tables_lose_nothing() {
    let config = ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = TestRunner::new(config);
    runner
        .run(&proptest::collection::vec(question(), 0..4), |questions| {
            let text = gift::write(&questions).unwrap();
            prop_assert_eq!(gift::read(&text), Ok(questions.clone()), "{}", text);
            let table = sheet::write(&questions).unwrap();
            let is_marked = table.starts_with('\u{feff}');
            prop_assert!(is_marked);
            prop_assert_eq!(sheet::read(&table), Ok(questions.clone()), "{}", table);
            Ok(())
        })
        .unwrap();
    for lesson in shipped::all() {
        let quiz = open(lesson.id).lesson.quiz;
        assert_eq!(gift::read(&gift::write(&quiz).unwrap()).unwrap(), quiz);
        assert_eq!(sheet::read(&sheet::write(&quiz).unwrap()).unwrap(), quiz);
    }
}

#[test]
fn files_of_other_programs_are_read_and_slips_are_named() {
    let text = "// from a course\n\n::Q1::2+2? {=4 ~5 ~3}\n\nIs the sea wet? {T}\n\n::n::How many? {#30:3}\n";
    let read = gift::read(text).unwrap();
    assert_eq!(read[0].ask.en, "2+2?");
    assert!(matches!(&read[0].kind, Kind::Single { options, right: Truth::Is(0) } if options.len() == 3));
    assert_eq!((read[1].id.as_str(), read[1].seconds), ("q2", 60));
    assert!(matches!(read[2].kind, Kind::Estimate { tolerance, .. } if (tolerance - 0.1).abs() < 1e-12));
    assert_eq!(gift::read("\n\nHow? {=a"), Err(QuizError::Gift(3, "{ … }")));
    assert!(gift::read("What? {}").is_err());
    let table =
        "question,A,B,C,D,right,reason,seconds\n回收是什么？,收集,再利用,,,A,,30\nIs it?,,,,,true,,\n";
    let read = sheet::read(table).unwrap();
    assert_eq!(
        (read[0].ask.zh.as_str(), read[0].ask.en.as_str()),
        ("回收是什么？", "")
    );
    assert!(matches!(&read[0].kind, Kind::Single { options, right: Truth::Is(0) } if options.len() == 2));
    assert_eq!(sheet::read("a,b\n1,2\n"), Err(QuizError::Heading("question")));
    let error = sheet::read("question,A,B,right\nx,1,2,Z\n").unwrap_err();
    assert_eq!(error, QuizError::Cell(2, "right"));
    for lang in Lang::ALL {
        assert!(error.text(lang).contains('2'));
    }
    let raw = shipped::get("script").unwrap().pack().unwrap().lesson.quiz;
    assert_eq!(gift::write(&raw), Err(QuizError::Open("which_ruler".to_owned())));
}

#[test]
fn both_versions_ask_the_same_in_another_order() {
    let quiz = open("script").lesson.quiz;
    let [a, b] = versions(&quiz, 7);
    assert_eq!(versions(&quiz, 7), [a.clone(), b.clone()]);
    assert_ne!(a.questions, b.questions);
    assert_eq!(a.questions.len(), MOST_QUESTIONS);
    let right = |question: &Question| match &question.kind {
        Kind::Single {
            options,
            right: Truth::Is(at),
        } => options[*at].en.clone(),
        Kind::Order {
            items,
            right: Truth::Is(order),
        } => order
            .iter()
            .map(|at| items[*at].en.clone())
            .collect::<Vec<_>>()
            .join(">"),
        _ => question.key(Lang::En).unwrap(),
    };
    for question in &a.questions {
        let other = b.questions.iter().find(|other| other.id == question.id).unwrap();
        assert_eq!(right(question), right(other), "{}", question.id);
    }
    let marks = mark_sheet(&[a, b], 30).unwrap();
    assert!(marks.starts_with("\u{feff}name,version,1,2"));
    assert_eq!(marks.lines().count(), 33);
}

fn paper(id: &str, lang: Lang) -> LessonPaper {
    LessonPaper {
        pack: Arc::new(open(id)),
        lang,
        date: "2026-11-30".to_owned(),
        seed: 3,
    }
}

/// Every document of every lesson: no letter under 9 points or outside the paper or without a glyph, the estimate on
/// each page, not more pages than allowed.
#[test]
fn everything_printed_can_be_read_in_every_language() {
    let ruler = Ruler::default();
    for lang in Lang::CHOICES {
        for lesson in shipped::all() {
            let paper = paper(lesson.id, lang);
            // The hand-out that participant sheets are made of takes a thousand draws: one lesson stands for all.
            let told = |printed: &Printed| {
                *printed != Printed::Participant || ["script", "blend_or_mono"].contains(&lesson.id)
            };
            for printed in paper.pack.lesson.print.clone().into_iter().filter(told) {
                for (stem, document) in documents(&paper, printed).unwrap() {
                    let scale = document.format.scale();
                    let pages = pages(&document, &ruler);
                    let most = match printed {
                        Printed::Participant | Printed::CanvasHalves | Printed::Exam => 2,
                        Printed::Keys if lang == Lang::Both => 2,
                        Printed::Proposal | Printed::Canvas | Printed::Keys => 1,
                        Printed::Roles => 8,
                        // A card each of presets, rules and moves.
                        Printed::Strategies => 110,
                        _ => 60,
                    };
                    let most = if stem == "exam_key" { 3 } else { most };
                    assert!(
                        pages.len() <= most,
                        "{} {stem} {lang:?}: {} pages",
                        lesson.id,
                        pages.len()
                    );
                    for page in &pages {
                        let ops = page.elements.iter().flat_map(|element| &element.ops);
                        for op in ops {
                            let Op::Words {
                                at: [x, y],
                                text,
                                size,
                                weight,
                                ..
                            } = op
                            else {
                                continue;
                            };
                            let is_small = size * scale < 8.999 && printed != Printed::Participant;
                            assert!(!is_small, "{} {stem} {lang:?}: {size} {text}", lesson.id);
                            let right = x + ruler.width(text, *weight, *size);
                            assert!(
                                *x >= 0.0 && right <= WIDTH,
                                "{} {stem} {lang:?}: {text}",
                                lesson.id
                            );
                            assert!(*y > 0.0 && *y < HEIGHT, "{} {stem} {lang:?}: {text}", lesson.id);
                            assert_eq!(ruler.unknown(text), Vec::<char>::new(), "{text}");
                        }
                        let last = page.elements.last().unwrap().text();
                        let own = if lang == Lang::En { Lang::En } else { Lang::Zh };
                        assert!(last.contains(CommonMsg::EstimateNote.text(own)), "{last}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_command_line_prints_a_folder_that_reads_back() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("讲义 1");
    let words = [
        "reloom",
        "--lang",
        "both",
        "lesson",
        "print",
        "lesson:whose_job",
        "-o",
        folder.to_str().unwrap(),
    ];
    let cli = Cli::try_parse_from(words).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(cli.command.as_ref().unwrap(), cli.lang(), &mut out, &mut err);
    assert_eq!(code, 0, "{}", String::from_utf8(err).unwrap());
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|one| one.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "boards.pdf",
            "canvas_2xa4.pdf",
            "canvas_a3.pdf",
            "guide.pdf",
            "participant.pdf",
            "proposal.pdf",
            "quiz.csv",
            "quiz.gift",
            "quiz.pdf",
            "roles.pdf"
        ]
    );
    let read = |name: &str| Pdf::load(folder.join(name)).unwrap();
    let size = |pdf: &Pdf| {
        let page = *pdf.get_pages().values().next().unwrap();
        let bounds = pdf
            .get_dictionary(page)
            .unwrap()
            .get(b"MediaBox")
            .unwrap()
            .as_array()
            .unwrap()
            .clone();
        (
            bounds[2].as_float().unwrap().round(),
            bounds[3].as_float().unwrap().round(),
        )
    };
    assert_eq!(size(&read("canvas_a3.pdf")), (842.0, 1191.0));
    assert_eq!(size(&read("roles.pdf")), (298.0, 421.0));
    assert_eq!(size(&read("boards.pdf")), (960.0, 540.0));
    assert_eq!(read("roles.pdf").get_pages().len(), 8);
    for name in names
        .iter()
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "pdf"))
    {
        let pdf = read(name);
        let numbers: Vec<u32> = pdf.get_pages().keys().copied().collect();
        for number in numbers {
            let text = pdf
                .extract_text(&[number])
                .unwrap()
                .replace(char::is_whitespace, "");
            assert!(text.contains("估算值，非实测值"), "{name} {number}");
        }
    }
}

/// The pages of boards hold every word of the board, each page its heading as a bookmark.
#[test]
fn boards_on_paper_are_the_boards() {
    for lang in [Lang::Zh, Lang::En, Lang::Both] {
        let paper = paper("script", lang);
        let made = files(&paper, Printed::Deck).unwrap();
        let [deck] = made.as_slice() else {
            panic!("{}", made.len())
        };
        let pdf = Pdf::load_mem(&deck.bytes).unwrap();
        let lesson = &paper.pack.lesson;
        let steps = |stop: &Stop| 1 + usize::from(board::steps(stop.board) > 0);
        let pages = pdf.get_pages();
        assert_eq!(pages.len(), lesson.stops.iter().map(steps).sum::<usize>());
        let bare =
            |text: &str| text.replace(|letter: char| letter.is_whitespace() || letter == '\u{2060}', "");
        let mut number = 1;
        for stop in &lesson.stops {
            let text = bare(&pdf.extract_text(&[number]).unwrap());
            let own = if lang == Lang::En { Lang::En } else { Lang::Zh };
            for lang in [own, lang] {
                let title = bare(stop.title.get(lang));
                assert!(text.contains(&title), "{lang:?} {number}: {title} not in {text}");
            }
            number += u32::try_from(steps(stop)).unwrap();
        }
        let marks = pdf.get_toc().unwrap().toc.len();
        assert_eq!(marks, pages.len(), "{lang:?}");
        let after = bare(&pdf.extract_text(&[10]).unwrap());
        assert!(after.contains("8.7%"), "{after}");
    }
}

#[test]
fn every_preset_and_every_rule_has_a_card() {
    let library = Library::builtin();
    for lang in [Lang::Zh, Lang::En] {
        let made = documents(&paper("blend_or_mono", lang), Printed::Strategies).unwrap();
        let [(_, cards)] = made.as_slice() else {
            panic!("{}", made.len())
        };
        let heading = |section: &Section| {
            let mut blocks = section.blocks.iter();
            blocks.find_map(|block| match block {
                Block::Heading(_, words) => Some(words.clone()),
                _ => None,
            })
        };
        let all: Vec<String> = cards.sections.iter().filter_map(heading).collect();
        let presets = library.pathway_presets.iter().map(|preset| &preset.name);
        for name in presets.chain(library.rules.iter().map(|rule| &rule.name)) {
            let found = all.iter().filter(|words| *words == name.get(lang));
            assert!(found.count() >= 1, "{}", name.get(lang));
        }
        assert!(all.len() > library.pathway_presets.len() + library.rules.len());
    }
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    let paper = paper("my_product", Lang::Zh);
    for printed in [Printed::Guide, Printed::Strategies, Printed::Quiz, Printed::Deck] {
        assert_eq!(files(&paper, printed).unwrap(), files(&paper, printed).unwrap());
    }
}
