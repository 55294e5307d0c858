//! Own places of a project: they lie in places of the library, take their figures, follow moves, and are refused in words.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::projects::words;
use crate::support;
use crate::support::said::Queryable;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use proptest::prelude::*;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::assess::{Assessment, PathwayFigures, assess};
use reloom::data::Library;
use reloom::edit::{Edit, EditError, History, PlaceEdit, ProductEdit, StageEdit, free_place_id, place_uses};
use reloom::flow::notice::Notice;
use reloom::model::{Estimate, MOST_NESTED, Name, PlaceId, Project, Stage, Typed};
use reloom::presets;
use reloom::project_file::{Flag, Named, Rows, limit, read, unknown_ids, write};
use reloom::report::park::parks;
use reloom::text::names::Names;
use reloom::text::{CommonMsg, Lang, OwnPlaceMsg, PathwaysMsg};
use reloom::ui::view::{Command, Page};
use reloom::work::by_place::Ring;
use support::window::{press, window_with};

const SUZHOU: &str = "CN_JS_SZ";
const PARK: &str = "CN_JS_SZ/park";
const HALL: &str = "CN_JS_SZ/park/hall";

fn uniform() -> Project {
    presets::get("school_uniform").unwrap().project().unwrap()
}

fn add(project: &Project, id: &str, name: Name) -> Result<Project, EditError> {
    let place = id.into();
    Edit::AddPlace { place, name }.apply(project)
}

fn change(project: &Project, id: &str, change: PlaceEdit) -> Result<Project, EditError> {
    let place = id.into();
    Edit::Place { place, change }.apply(project)
}

/// A project with a park in Suzhou and a hall in the park.
fn with_park() -> Project {
    let project = add(&uniform(), PARK, Name::new("Textile park", "纺织园")).unwrap();
    add(&project, HALL, Name::new("", "三号车间")).unwrap()
}

/// The same with all stages of all pathways at `place`.
fn all_at(project: &Project, place: &str) -> Project {
    let mut moved = project.clone();
    for pathway in &project.pathways {
        for stage in &pathway.stages {
            let edit = Edit::stage(&pathway.id, &stage.id, StageEdit::SetPlace(place.into()));
            moved = edit.apply(&moved).unwrap();
        }
    }
    moved
}

fn place_name(project: &Project, id: &str, lang: Lang) -> String {
    let library = Library::builtin();
    Names {
        project,
        library,
        lang,
    }
    .place(&id.into())
}

#[test]
fn an_own_place_takes_the_figures_of_the_nearest_place_around_it() {
    let library = Library::builtin();
    let project = with_park();
    let inside = assess(&all_at(&project, HALL), library);
    let around = assess(&all_at(&project, SUZHOU), library);
    for (inside, around) in inside.pathways.iter().zip(&around.pathways) {
        let bits = |figures: &PathwayFigures| {
            let totals = &figures.totals;
            [totals.gained, totals.lost, totals.fte_gained].map(f64::to_bits)
        };
        assert_eq!(bits(inside), bits(around), "{}", inside.id);
    }
    // What is taken over says from where, at a lower grade.
    let notices = inside.pathways.iter().flat_map(|pathway| &pathway.notices);
    let mut taken = notices.filter(|notice| {
        matches!(notice, Notice::Borrowed { place, from, .. } if place.as_str() == HALL && from.as_str() == "CN")
    });
    assert!(taken.next().is_some());
    // What the hall lies in, and in which country.
    let hall = PlaceId::from(HALL);
    let upwards: Vec<&str> = library.upwards(&hall).collect();
    assert_eq!(upwards, [HALL, PARK, SUZHOU, "CN_JS", "CN"]);
    assert_eq!(library.country_of(&hall), Some("CN"));
    assert!(library.lies_in(&hall, &"CN_JS".into()) && !library.lies_in(&PARK.into(), &hall));
}

#[test]
fn an_own_place_can_be_what_counts_as_here() {
    let library = Library::builtin();
    let mut project = all_at(&with_park(), SUZHOU);
    let pathway = project.pathways[1].clone();
    let hired = pathway.stages.iter().find(|stage| !stage.kind.is_use()).unwrap();
    let stage = Edit::stage(&pathway.id, &hired.id, StageEdit::SetPlace(HALL.into()));
    project = stage.apply(&project).unwrap();
    project = Edit::SetHome(Some(PARK.into())).apply(&project).unwrap();
    let ring = |place: &str| Ring::of(&place.into(), &PARK.into(), library);
    assert_eq!(
        [HALL, PARK, SUZHOU, "CN_JS_NT", "CN_ZJ", "EU"].map(ring),
        [
            Ring::Here,
            Ring::Here,
            Ring::Province,
            Ring::Province,
            Ring::Country,
            Ring::Abroad
        ]
    );
    let assessment = assess(&project, library);
    let figures = assessment.pathway(&pathway.id).unwrap();
    let here: f64 = figures
        .work
        .iter()
        .filter(|line| line.hours > 0.0 && line.place.as_str() == HALL)
        .map(|line| line.hours)
        .sum();
    assert!((figures.totals.gained_here - here).abs() <= 1e-12 * here.max(1.0));
    assert!(
        parks(&project, &assessment, library)
            .iter()
            .any(|park| park.place.as_str() == HALL)
    );
}

#[test]
fn names_stand_in_for_each_other() {
    let project = with_park();
    assert_eq!(place_name(&project, PARK, Lang::En), "Textile park");
    assert_eq!(place_name(&project, PARK, Lang::Zh), "纺织园");
    assert_eq!(place_name(&project, HALL, Lang::En), "三号车间");
    // A place of another project is called by its id, and still counts as what it lies in.
    assert_eq!(place_name(&project, "CN_JS_NT/x", Lang::En), "CN_JS_NT/x");
    assert_eq!(
        free_place_id(&project, &SUZHOU.into(), &Name::new("Park", "")).as_str(),
        "CN_JS_SZ/park_2"
    );
    assert_eq!(
        free_place_id(&project, &PARK.into(), &Name::new("", "园")).as_str(),
        "CN_JS_SZ/park/place"
    );
    for lang in [Lang::En, Lang::Zh] {
        let wage = Typed::Wage("sorting".into(), PARK.into()).id();
        let names = Names {
            project: &project,
            library: Library::builtin(),
            lang,
        };
        assert!(names.factor(&wage).contains(&place_name(&project, PARK, lang)));
    }
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let project = with_park();
    let named = || Name::new("Hall", "车间");
    let into = |place: &str| PlaceEdit::MoveInto(place.into());
    let deep = format!("CN{}", "/a".repeat(MOST_NESTED + 1));
    let home = Edit::SetHome(Some(HALL.into())).apply(&project).unwrap();
    let refused = [
        add(&project, "ATLANTIS/hall", named()),
        add(&project, "hall", named()),
        add(&project, PARK, named()),
        add(&project, "CN/a b", named()),
        add(&project, "CN/", named()),
        add(&project, "CN/a.b", named()),
        add(&project, "CN/new", Name::new(" ", "")),
        add(&project, &deep, named()),
        change(&project, "CN/none", PlaceEdit::Remove),
        change(&project, PARK, into(PARK)),
        change(&project, PARK, into(HALL)),
        change(&project, PARK, into("ATLANTIS")),
        change(&project, PARK, PlaceEdit::Rename(Name::default())),
        change(&project, PARK, PlaceEdit::Remove),
        change(&home, HALL, PlaceEdit::Remove),
    ];
    let expected = [
        "ATLANTIS",
        "hall",
        PARK,
        "a b",
        "",
        "a.b",
        "",
        "8 own places",
        "CN/none",
        "Textile park",
        "Textile park",
        "ATLANTIS",
        "",
        "三号车间",
        "What counts as here",
    ];
    for (refused, word) in refused.into_iter().zip(expected) {
        let error = refused.unwrap_err();
        let (en, zh) = (error.text(Lang::En), error.text(Lang::Zh));
        assert!(en.contains(word) && en.ends_with('.'), "{word}: {en}");
        assert!(zh.ends_with('。') && !zh.contains('{'), "{zh}");
    }
}

#[test]
fn all_that_stands_there_follows_a_move_and_undo_brings_it_back() {
    let mut project = all_at(&with_park(), HALL);
    for edit in [
        Edit::Product(ProductEdit::SetMadeIn(PARK.into())),
        Edit::SetHome(Some(HALL.into())),
        Edit::SetOverride {
            factor: Typed::Wage("sorting".into(), HALL.into()).id(),
            figure: Estimate::exact(22.0),
            note: "contract".to_owned(),
        },
    ] {
        project = edit.apply(&project).unwrap();
    }
    assert!(place_uses(&project, &HALL.into()).len() > 5);
    let mut history = History::new(project.clone());
    let edit = Edit::Place {
        place: PARK.into(),
        change: PlaceEdit::MoveInto("CN_JS_NT".into()),
    };
    let words = edit.name(&project);
    assert!(
        words.en.contains("Suzhou") && words.en.contains("Nantong"),
        "{words:?}"
    );
    assert!(history.apply(&edit, false).unwrap());
    let moved = history.project();
    assert_eq!(moved.product.made_in.as_str(), "CN_JS_NT/park");
    assert_eq!(moved.home, Some("CN_JS_NT/park/hall".into()));
    let stages = moved.pathways.iter().flat_map(|pathway| &pathway.stages);
    assert!(
        stages
            .clone()
            .all(|stage| stage.place.as_str() == "CN_JS_NT/park/hall")
    );
    let wage = Typed::Wage("sorting".into(), "CN_JS_NT/park/hall".into()).id();
    assert!(moved.overrides.contains_key(&wage));
    assert!(history.undo());
    assert_eq!(**history.project(), project);
}

#[test]
fn a_place_that_nothing_uses_goes_with_its_wages() {
    let mut project = with_park();
    let wage = Typed::Wage("sorting".into(), HALL.into()).id();
    let own = Edit::SetOverride {
        factor: wage.clone(),
        figure: Estimate::exact(22.0),
        note: "contract".to_owned(),
    };
    project = own.apply(&project).unwrap();
    project = change(&project, HALL, PlaceEdit::Remove).unwrap();
    project = change(&project, PARK, PlaceEdit::Remove).unwrap();
    assert_eq!(project, uniform());
}

#[test]
fn a_file_keeps_them_and_says_what_is_odd() {
    let project = all_at(&with_park(), HALL);
    let text = write(&project, None).unwrap();
    assert!(text.contains("\"CN_JS_SZ/park\": (en: \"Textile park\", zh: \"纺织园\")"));
    let back = read(text.as_bytes()).unwrap();
    assert_eq!((back.project, back.flags), (project.clone(), Vec::new()));
    let knows = |named: &Named| match named {
        Named::Place(place) => Library::builtin().place(place).is_some(),
        _ => true,
    };
    assert_eq!(unknown_ids(&project, knows), []);
    // A stage at an own place that the project lacks, and a place that lies in none.
    let odd = text
        .replace("\"CN_JS_SZ/park/hall\": ", "\"ATLANTIS/hall\": ")
        .replace("\"CN_JS_SZ/park\": ", "\"park\": ");
    let odd = read(odd.as_bytes()).unwrap();
    assert_eq!(odd.flags, [Flag::Nowhere("park".into())]);
    for lang in [Lang::En, Lang::Zh] {
        assert!(odd.flags[0].text(lang).contains("/park"));
    }
    let unknown = unknown_ids(&odd.project, knows);
    let wanted = ["ATLANTIS", HALL].map(|id| Flag::Unknown(Named::Place(id.into())));
    assert_eq!(unknown, wanted);
    // It is still reckoned with the figures of Suzhou.
    let library = Library::builtin();
    let (odd, sound) = (assess(&odd.project, library), assess(&project, library));
    let hours = |assessment: &Assessment| assessment.pathways[1].totals.gained.to_bits();
    assert_eq!(hours(&odd), hours(&sound));
    // Two of one id, and too many, are refused with their line.
    let line = "\"CN_JS_SZ/park\": (en: \"Textile park\", zh: \"纺织园\"),";
    let many: Vec<String> = (0..=limit::PLACES)
        .map(|at| format!("\"CN/p{at}\": (),"))
        .collect();
    let many = many.concat();
    for hostile in [text.replace(line, &line.repeat(2)), text.replace(line, &many)] {
        let error = read(hostile.as_bytes()).unwrap_err();
        assert!(error.place().is_some());
        assert!(error.text(Lang::En).contains(Rows::Places.name().get(Lang::En)));
    }
}

#[test]
fn hostile_ids_cost_no_more_than_plain_ones() {
    let deep = format!("CN{}", "/a".repeat(16_000));
    let library = Library::builtin();
    for id in [
        "",
        "/",
        "//",
        "/a",
        "CN/",
        "CN//b",
        "中/文",
        "CN/\u{0}",
        deep.as_str(),
    ] {
        let mut project = all_at(&uniform(), id);
        project.places.insert(id.into(), Name::default());
        project.home = Some(id.into());
        let assessment = assess(&project, library);
        assert_eq!(assessment.pathways.len(), project.pathways.len());
        let _ = unknown_ids(&project, |_| false);
        let text = write(&project, None).unwrap();
        assert_eq!(read(text.as_bytes()).unwrap().project, project);
        assert_eq!(place_name(&project, id, Lang::En), id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is asked of own places, each lies in a known one, and the project is saved and opened as it is.
    #[test]
    fn any_script_of_edits_keeps_every_place_in_a_known_one(
        script in proptest::collection::vec((0..6_usize, 0..8_usize, 0..8_usize, words()), 1..24),
    ) {
        let library = Library::builtin();
        let mut project = uniform();
        for (act, one, two, word) in script {
            let known: Vec<PlaceId> = ["CN_JS_SZ", "CN", "EU"]
                .into_iter()
                .map(PlaceId::from)
                .chain(project.places.keys().cloned())
                .collect();
            let [one, two] = [one, two].map(|at| known[at % known.len()].clone());
            let name = Name::new(word.as_str(), "");
            let pathway = &project.pathways[0];
            let stage = &pathway.stages[two.as_str().len() % pathway.stages.len()];
            let edit = match act {
                0 => Edit::AddPlace { place: one.inside(&word), name },
                1 => Edit::AddPlace { place: free_place_id(&project, &one, &name), name },
                2 => Edit::Place { place: one, change: PlaceEdit::MoveInto(two) },
                3 => Edit::Place { place: one, change: PlaceEdit::Remove },
                4 => Edit::stage(&pathway.id, &stage.id, StageEdit::SetPlace(one)),
                _ => Edit::SetHome(Some(one)),
            };
            if let Ok(next) = edit.apply(&project) {
                project = next;
            }
            for place in project.places.keys().chain(project.places_named()) {
                prop_assert!(library.place(place).is_some() || project.own_place(place).is_some(), "{place}");
                let around = place.around().unwrap_or_else(|| "CN".into());
                prop_assert!(library.place(&around).is_some() || project.own_place(&around).is_some());
                prop_assert!(place.nested() <= MOST_NESTED);
            }
        }
        let text = write(&project, None).unwrap();
        prop_assert_eq!(read(text.as_bytes()).unwrap().project, project);
    }
}

fn window(lang: Lang) -> Harness<'static, App> {
    window_with(Preferences::in_language(lang), [1280.0, 720.0])
}

fn ask(h: &mut Harness<'_, App>) {
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::Places);
    h.run();
}

fn field(name: &str, field: OwnPlaceMsg, lang: Lang) -> String {
    OwnPlaceMsg::OfPlace.with(lang, &[("name", name), ("field", field.text(lang))])
}

fn type_into(h: &mut Harness<'_, App>, label: &str, words: &str) {
    h.get_by_label(label).focus();
    h.run();
    h.get_by_label(label).type_text(words);
    h.run();
}

#[test]
fn a_place_is_added_named_and_removed_by_key() {
    for (lang, written) in [(Lang::En, OwnPlaceMsg::NameEn), (Lang::Zh, OwnPlaceMsg::NameZh)] {
        let mut h = window(lang);
        ask(&mut h);
        h.get_by_role_and_label(Role::Dialog, OwnPlaceMsg::Title.text(lang));
        let label = field(OwnPlaceMsg::New.text(lang), written, lang);
        type_into(&mut h, &label, "Park");
        h.get_by_label(OwnPlaceMsg::Add.text(lang)).focus();
        press(&mut h, Key::Enter);
        let place = |h: &Harness<'_, App>| h.state().session().project().places.clone();
        let added = place(&h);
        let (id, name) = added.iter().next().unwrap();
        assert_eq!(name.get(lang), "Park", "{lang:?}");
        let home = h.state().session().project().pathways[0].clone();
        let around = id.around().unwrap();
        assert_eq!(&around, h.state().session().project().home_of(&home));
        // Its name is changed in its row, and kept when the row is left by Escape.
        let label = field("Park", written, lang);
        type_into(&mut h, &label, "Hall");
        press(&mut h, Key::Tab);
        press(&mut h, Key::Escape);
        press(&mut h, Key::Escape);
        assert_eq!(place(&h)[id].get(lang), "Hall", "{lang:?}");
        assert!(
            h.query_by_role_and_label(Role::Dialog, OwnPlaceMsg::Title.text(lang))
                .is_none()
        );
        // Every chooser of places offers it.
        let is_collection = |stage: &Stage| stage.id.as_str() == "collection";
        let stage = home.stages.iter().position(is_collection).unwrap();
        let ctx = h.ctx.clone();
        for command in [
            Command::Show(Page::Pathways),
            Command::SelectPathway(home.id.clone()),
            Command::SelectStage(Some(home.stages[stage].id.clone())),
        ] {
            h.state_mut().run(&ctx, command);
            h.run();
        }
        h.get_by_role_and_label(Role::ComboBox, PathwaysMsg::Place.text(lang))
            .focus();
        press(&mut h, Key::Space);
        h.get_by_label("Hall").click();
        h.run();
        let project = h.state().session().project().clone();
        assert_eq!(project.pathways[0].stages[stage].place, *id);
        // In use, it stays, and the form says why.
        ask(&mut h);
        let remove = OwnPlaceMsg::Remove.with(lang, &[("name", "Hall")]);
        h.get_by_label(&remove).focus();
        press(&mut h, Key::Enter);
        let change = PlaceEdit::Remove;
        let place_id = id.clone();
        let refused = Edit::Place {
            place: place_id,
            change,
        }
        .apply(&project)
        .unwrap_err();
        h.get_by_label(&refused.text(lang));
        h.get_by_label(CommonMsg::Close.text(lang)).focus();
        press(&mut h, Key::Enter);
        for _ in 0..3 {
            let ctx = h.ctx.clone();
            h.state_mut().run(&ctx, Command::Undo);
            h.run();
        }
        assert!(h.state().session().project().places.is_empty());
    }
}
