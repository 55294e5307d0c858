//! Spoken codes: every set comes back, every slip of the ear is refused, another lesson's code is named.

use proptest::prelude::*;
use reloom::assess::assess;
use reloom::data::Library;
use reloom::edit::{Edit, PartEdit};
use reloom::explain::advice::tries;
use reloom::figure::PathwayFigure;
use reloom::lesson::code::{Choice, CodeError, Codebook, LETTERS, MOST_LETTERS, found, rebuilt};
use reloom::lesson::{Pack, shipped};
use reloom::quantity::Mass;
use reloom::text::Lang;
use std::collections::BTreeMap;

fn pack(id: &str) -> Pack {
    shipped::get(id).unwrap().pack().unwrap()
}

/// Moves and levers of a lesson, by their ids.
fn ids(pack: &Pack) -> (Vec<String>, Vec<String>) {
    let start = pack.project("", None).unwrap();
    let moves = tries(&start, Library::builtin())
        .into_iter()
        .map(|one| one.id)
        .collect();
    (
        moves,
        pack.lesson.levers.iter().map(|lever| lever.id.clone()).collect(),
    )
}

fn plain(code: &str) -> Vec<char> {
    code.chars().filter(|letter| *letter != '-').collect()
}

fn choice(
    (moves, levers): &(Vec<String>, Vec<String>),
    picked: &[usize],
    turned: &BTreeMap<usize, u32>,
) -> Choice {
    let mut places: Vec<usize> = picked.iter().map(|at| at % moves.len()).collect();
    places.sort_unstable();
    places.dedup();
    Choice {
        moves: places.iter().map(|at| moves[*at].clone()).collect(),
        levers: turned
            .iter()
            .map(|(at, step)| (levers[at % levers.len()].clone(), *step))
            .collect(),
    }
}

#[test]
fn ten_thousand_sets_come_back_and_no_slip_passes() {
    let books: Vec<(Codebook, _)> = shipped::all()
        .iter()
        .map(|lesson| {
            let pack = lesson.pack().unwrap();
            (Codebook::of(&pack, Library::builtin()), ids(&pack))
        })
        .collect();
    let sets = (
        0..books.len(),
        proptest::collection::vec(0_usize..1000, 0..=8),
        proptest::collection::btree_map(0_usize..5, 0_u32..=100, 0..=4),
    );
    let config = ProptestConfig {
        cases: 10_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    runner
        .run(&sets, |(which, picked, turned)| {
            let (book, known) = &books[which];
            let wanted = choice(known, &picked, &turned);
            let code = book.write(&wanted).unwrap();
            let letters = plain(&code);
            prop_assert!(letters.len() <= MOST_LETTERS, "{}", code);
            prop_assert_eq!(book.read(&code, &[]), Ok(wanted.clone()));
            prop_assert_eq!(book.read(&code.to_lowercase().replace('-', " "), &[]), Ok(wanted));
            Ok(())
        })
        .unwrap();
}

#[test]
fn every_wrong_letter_and_every_swap_is_refused() {
    let pack = pack("script");
    let (book, known) = (Codebook::of(&pack, Library::builtin()), ids(&pack));
    let mut seed = 7_usize;
    for _ in 0..200 {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let picked: Vec<usize> = (0..(seed >> 40) % 9).map(|at| (seed >> (at * 5)) % 997).collect();
        let turned = (0..(seed >> 50) % 5)
            .map(|at| (at, u32::try_from((seed >> (at * 7)) % 101).unwrap()))
            .collect();
        let code = plain(&book.write(&choice(&known, &picked, &turned)).unwrap());
        for at in 0..code.len() {
            for letter in LETTERS
                .iter()
                .map(|letter| char::from(*letter))
                .filter(|letter| *letter != code[at])
            {
                let mut wrong = code.clone();
                wrong[at] = letter;
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(book.read(&wrong, &[]), Err(CodeError::Check), "{wrong}");
            }
            if at + 1 < code.len() && code[at] != code[at + 1] {
                let mut wrong = code.clone();
                wrong.swap(at, at + 1);
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(book.read(&wrong, &[]), Err(CodeError::Check), "{wrong}");
            }
        }
    }
}

#[test]
fn a_code_of_another_lesson_or_version_is_refused_by_name() {
    let books: Vec<Codebook> = shipped::all()
        .iter()
        .map(|lesson| Codebook::of(&lesson.pack().unwrap(), Library::builtin()))
        .collect();
    for (at, book) in books.iter().enumerate() {
        let code = book.write(&Choice::default()).unwrap();
        for (other, reader) in books.iter().enumerate().filter(|(other, _)| *other != at) {
            let error = reader.read(&code, &books).unwrap_err();
            assert!(
                matches!(error, CodeError::Other { .. }),
                "{at} {other}: {error:?}"
            );
            assert!(reader.read(&code, &[]).is_err());
        }
    }
    let mut next = pack("script");
    next.lesson.version = 2;
    let next = Codebook::of(&next, Library::builtin());
    let code = books[0].write(&Choice::default()).unwrap();
    let error = next.read(&code, &books).unwrap_err();
    assert!(error.text(Lang::En).contains("version 1"), "{error:?}");
}

#[test]
fn a_set_that_does_not_fit_is_said_and_goes_as_a_file() {
    let pack = pack("script");
    let (book, (moves, levers)) = (Codebook::of(&pack, Library::builtin()), ids(&pack));
    let many = Choice {
        moves: moves[..9].to_vec(),
        ..Choice::default()
    };
    let error = book.write(&many).unwrap_err();
    assert_eq!(error, CodeError::DoesNotFit { moves: 9, levers: 0 });
    assert!(error.text(Lang::En).contains("as a file") && error.text(Lang::Zh).contains("改用文件"));
    let turned = Choice {
        levers: levers[..5].iter().map(|id| (id.clone(), 1)).collect(),
        ..Choice::default()
    };
    assert!(matches!(book.write(&turned), Err(CodeError::DoesNotFit { .. })));
    let beyond = Choice {
        levers: [(levers[0].clone(), 101)].into(),
        ..Choice::default()
    };
    assert!(matches!(book.write(&beyond), Err(CodeError::DoesNotFit { .. })));
    let unknown = Choice {
        moves: vec!["x".to_owned()],
        ..Choice::default()
    };
    assert_eq!(book.write(&unknown), Err(CodeError::Unknown("x".to_owned())));
    for (code, wanted) in [
        ("", CodeError::Length(0)),
        ("2222", CodeError::Length(4)),
        ("ABCDEFGHJKMNPQRSTUVWX", CodeError::Length(21)),
        ("ABC0", CodeError::Letter('0')),
        ("AOCD", CodeError::Letter('O')),
        ("校服ABCD", CodeError::Letter('校')),
    ] {
        assert_eq!(book.read(code, &[]), Err(wanted), "{code}");
    }
}

#[test]
fn a_typed_code_rebuilds_the_same_figures() {
    let pack = pack("script");
    let library = Library::builtin();
    let book = Codebook::of(&pack, library);
    let wanted = Choice {
        moves: ["rib_like_shell:rib", "polyester_alone:shell", "zip_easily:zipper"]
            .map(str::to_owned)
            .to_vec(),
        levers: [
            ("wears".to_owned(), 63),
            ("share:discard>collection".to_owned(), 45),
        ]
        .into(),
    };
    let code = book.write(&wanted).unwrap();
    let back = book.read(&code, &[]).unwrap();
    let (first, on) = rebuilt(&pack, library, &wanted).unwrap();
    let (second, there) = rebuilt(&pack, library, &back).unwrap();
    assert_eq!((&first, &on), (&second, &there));
    let figures = |project| {
        let assessment = assess(project, library);
        assessment.pathway(&on).unwrap().circularity.outflow.recycled
    };
    assert!(figures(&first) > 0.05);
    let start = pack.project("", None).unwrap();
    assert_eq!(rebuilt(&pack, library, &Choice::default()).unwrap().0, *start);
}

/// What a group did is found from its work alone, and its code rebuilds the figures of that work.
#[test]
fn the_code_of_a_work_is_found_from_the_work() {
    let library = Library::builtin();
    for lesson in shipped::all() {
        let pack = lesson.pack().unwrap();
        let solutions = pack.lesson.exercises.iter().map(|exercise| &exercise.solution);
        let stops = pack.lesson.stops.iter().map(|stop| &stop.moves);
        let mut sets: Vec<Choice> = solutions
            .chain(stops)
            .map(|moves| Choice {
                moves: moves.clone(),
                levers: BTreeMap::new(),
            })
            .collect();
        for lever in pack.lesson.levers.iter().take(2) {
            sets.push(Choice {
                moves: Vec::new(),
                levers: BTreeMap::from([(lever.id.clone(), 73)]),
            });
        }
        sets.push(Choice::default());
        for set in sets {
            let Ok((project, on)) = rebuilt(&pack, library, &set) else {
                continue;
            };
            let found = found(&pack, library, &project);
            let found = found.unwrap_or_else(|why| panic!("{} {set:?}: {why:?}", lesson.id));
            let (again, beside) = rebuilt(&pack, library, &found).unwrap();
            let figures = |project, on| {
                let assessment = assess(project, library);
                let figures = assessment.pathway(on).unwrap();
                PathwayFigure::drawn()
                    .iter()
                    .map(|figure| figure.value(figures))
                    .collect::<Vec<f64>>()
            };
            let (one, two) = (figures(&project, &on), figures(&again, &beside));
            for (one, two) in one.iter().zip(two) {
                let same = (one.is_nan() && two.is_nan()) || (one - two).abs() <= 1e-9 * one.abs().max(1.0);
                assert!(same, "{} {set:?} {found:?}: {one} {two}", lesson.id);
            }
            assert!(found.moves.len() <= set.moves.len(), "{set:?} {found:?}");
            assert_eq!(found.levers, set.levers, "{}", lesson.id);
        }
    }
}

#[test]
fn a_work_with_other_changes_has_no_code() {
    let pack = pack("blend_or_mono");
    let start = pack.project("", None).unwrap();
    let part = start.product.parts[0].id.clone();
    let heavier = Edit::part(&part, PartEdit::SetMass(Mass::new(0.1234).unwrap()));
    let project = heavier.apply(&start).unwrap();
    assert_eq!(
        found(&pack, Library::builtin(), &project),
        Err(CodeError::NotMoves)
    );
}

/// Levers and moves together.
#[test]
fn the_code_of_levers_and_moves_together_is_found() {
    let (pack, library) = (pack("script"), Library::builtin());
    let choice = Choice {
        moves: vec!["polyester_alone:shell".to_owned()],
        levers: [("share:discard>collection".to_owned(), 45)].into(),
    };
    let (project, _) = rebuilt(&pack, library, &choice).unwrap();
    assert_eq!(found(&pack, library, &project), Ok(choice));
}
