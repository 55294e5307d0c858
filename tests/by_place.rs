//! Work by place: rings around home add up to the totals, what crosses the edge of a park is what its stages pass on.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use reloom::assess::assess;
use reloom::data::Library;
use reloom::edit::{Edit, StageEdit};
use reloom::model::PlaceId;
use reloom::presets;
use reloom::report::park::parks;
use reloom::work::by_place::{Ring, moved, rings};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn rings_go_from_home_through_province_and_country_abroad() {
    let library = Library::builtin();
    let ring = |place: &str, home: &str| Ring::of(&PlaceId::from(place), &PlaceId::from(home), library);
    assert_eq!(ring("CN_JS_SZ", "CN_JS_SZ"), Ring::Here);
    assert_eq!(ring("CN_JS_NT", "CN_JS_SZ"), Ring::Province);
    assert_eq!(ring("CN_ZJ", "CN_JS_SZ"), Ring::Country);
    // Said of China alone: not known to be in the province.
    assert_eq!(ring("CN", "CN_JS_SZ"), Ring::Country);
    assert_eq!(ring("EU", "CN_JS_SZ"), Ring::Abroad);
    assert_eq!(ring("CN_JS_SZ", "CN_JS"), Ring::Here);
    assert_eq!(ring("CN_ZJ", "CN_JS"), Ring::Country);
    assert_eq!(ring("CN_ZJ", "CN"), Ring::Here);
    assert_eq!(ring("CN", "EU"), Ring::Abroad);
    // A place that no library knows is abroad, and here only at home.
    assert_eq!(ring("ATLANTIS", "CN"), Ring::Abroad);
    assert_eq!(ring("ATLANTIS", "ATLANTIS"), Ring::Here);
}

#[test]
fn sums_by_place_are_the_totals() {
    let library = Library::builtin();
    for preset in presets::all() {
        let project = preset.project().unwrap();
        let assessment = assess(&project, library);
        for home in ["CN_JS_SZ", "CN_JS", "CN", "EU", "FR"] {
            for figures in &assessment.pathways {
                let change = assessment.work_change(figures, library);
                let rings = rings(&change, &PlaceId::from(home), library);
                let gained: f64 = rings.iter().map(|ring| ring.gained).sum();
                let lost: f64 = rings.iter().map(|ring| ring.lost).sum();
                let wanted = if figures.baseline {
                    figures.totals.gross
                } else {
                    figures.totals.gained
                };
                assert!(close(gained, wanted), "{} {home}: {gained} {wanted}", figures.id);
                assert!(close(lost, figures.totals.lost), "{} {home}", figures.id);
            }
        }
    }
}

#[test]
fn hours_here_are_the_first_ring() {
    let library = Library::builtin();
    let project = presets::get("school_uniform").unwrap().project().unwrap();
    for home in ["CN_JS_SZ", "CN", "EU"] {
        let project = Edit::SetHome(Some(home.into())).apply(&project).unwrap();
        let assessment = assess(&project, library);
        for figures in assessment.pathways.iter().filter(|figures| !figures.baseline) {
            let change = assessment.work_change(figures, library);
            let all = rings(&change, &PlaceId::from(home), library);
            let here = all.iter().find(|ring| ring.ring == Ring::Here);
            let (gained, lost) = here.map_or((0.0, 0.0), |here| (here.gained, here.lost));
            assert!(close(gained, figures.totals.gained_here), "{home} {}", figures.id);
            assert!(close(lost, figures.totals.lost_here), "{home} {}", figures.id);
        }
    }
}

#[test]
fn work_that_moves_says_from_where_to_where() {
    let library = Library::builtin();
    let mut project = presets::get("school_uniform").unwrap().project().unwrap();
    let pathway = project.pathways[1].clone();
    for stage in &pathway.stages {
        let edit = Edit::stage(&pathway.id, &stage.id, StageEdit::SetPlace("CN_JS_SZ".into()));
        project = edit.apply(&project).unwrap();
    }
    let assessment = assess(&project, library);
    let figures = assessment.pathway(&pathway.id).unwrap();
    let moved = moved(&assessment.work_change(figures, library)).unwrap();
    assert_eq!((moved.from.as_str(), moved.to.as_str()), ("CN", "CN_JS_SZ"));
}

#[test]
fn a_park_holds_the_stages_and_hours_set_in_it() {
    let library = Library::builtin();
    for preset in presets::all() {
        let project = preset.project().unwrap();
        let assessment = assess(&project, library);
        let per_year = project.product.pieces_per_year.get() / 1000.0;
        for park in parks(&project, &assessment, library) {
            for own in &park.pathways {
                let (pathway, figures) = (
                    project.pathway(&own.pathway).unwrap(),
                    assessment.pathway(&own.pathway).unwrap(),
                );
                let set = pathway
                    .stages
                    .iter()
                    .filter(|stage| stage.place == park.place && !stage.kind.is_use());
                assert_eq!(set.count(), own.stages.len());
                // What comes in leaves or ends inside.
                let inside = |id| own.stages.iter().any(|stage| &stage.stage == id);
                let ends: f64 = figures
                    .ends
                    .iter()
                    .filter(|end| inside(&end.stage))
                    .map(|end| end.kg)
                    .sum();
                let [enters, leaves] = [&own.enters, &own.leaves]
                    .map(|flows| flows.iter().map(|(_, tonnes)| tonnes).sum::<f64>());
                let starts = if inside(&pathway.start) {
                    assessment.product.mass_kg
                } else {
                    0.0
                };
                let balance = enters + starts * per_year - leaves - ends * per_year;
                assert!(
                    balance.abs() <= 1e-6 * enters.max(1.0),
                    "{} {}: {balance}",
                    preset.id,
                    own.pathway
                );
            }
            assert!(park.hours() > 0.0 && park.enters().is_finite() && park.leaves() >= 0.0);
        }
    }
}
