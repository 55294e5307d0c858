//! What the sample projects are there to teach, checked on their assessments.

#![expect(clippy::expect_used, reason = "helpers of a test")]

use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::flow::gate::Verdict::{self, Accepted, Reduced, Refused};

fn assessed(sample: &str) -> Assessment {
    let sample = reloom::presets::get(sample).expect("a sample");
    assess(&sample.project().expect("opens"), Library::builtin())
}

/// What the gates answer: sample, pathway, material stage and part.
const LESSONS: [(&str, Verdict); 19] = [
    ("wool_sweater/sort_mechanical/wool_tearing/body", Accepted),
    ("wool_sweater/sort_mechanical/wool_tearing/rib", Reduced),
    ("wool_sweater/sort_mechanical/wool_tearing/patches", Refused),
    ("wool_sweater/sort_mechanical/acrylic_tearing/patches", Accepted),
    ("wool_sweater/compost/compost/body", Accepted),
    ("wool_sweater/compost/compost/rib", Refused),
    ("bed_linen/sort_mechanical/tearing/duvet", Reduced),
    ("bed_linen/sort_chemical/pulping/sheet", Refused),
    ("bed_linen/sort_chemical/separation/sheet", Accepted),
    ("padded_jacket/down_refill/down/filling", Accepted),
    ("padded_jacket/sort_melt/polyamide_melting/shell", Refused),
    ("padded_jacket/sort_melt/polyester_melting/lining", Accepted),
    ("padded_jacket/sort_chemical/depolymerisation/shell", Reduced),
    ("workwear_rental/rental_melt/polyester_melting/shell", Refused),
    ("workwear_rental/rental_melt/polyamide_melting/patches", Accepted),
    ("workwear_rental/rental_enzymatic/enzymes/shell", Refused),
    ("workwear_rental/rental_enzymatic/enzymes/pockets", Accepted),
    ("workwear_rental/rental_separation/separation/shell", Accepted),
    ("goal_2030/target_2030_chemical/glycolysis/shell", Accepted),
];

/// Verdict of the gate that `path` names.
fn verdict(path: &str) -> Option<Verdict> {
    let mut words = path.split('/');
    let assessment = assessed(words.next()?);
    let (pathway, stage, part) = (words.next()?, words.next()?, words.next()?);
    let mut pathways = assessment.pathways.iter();
    let way = pathways.find(|way| way.id.as_str() == pathway)?;
    let mut gates = way.gates.iter();
    let gate = gates.find(|gate| gate.stage.as_str() == stage && gate.part.as_str() == part)?;
    Some(gate.answer.verdict)
}

#[test]
fn what_one_route_refuses_the_next_may_take() {
    for (path, expected) in LESSONS {
        assert_eq!(verdict(path), Some(expected), "{path}");
    }
}

/// With 4 of the 150 wears of the kind lost at every cycle and 113 cycles of 4 wears at most: `4 · (1 − q¹¹³) / (1 − q)` wears
/// from the service, `q = 1 − 4/150`.
#[test]
fn rented_workwear_is_worn_about_as_often_as_bought() {
    let assessment = assessed("workwear_rental");
    let rental = assessment
        .pathways
        .iter()
        .find(|way| way.id.as_str() == "rental")
        .expect("a pathway");
    let lost = 4.0 / 150.0;
    let service = 4.0 * (1.0 - (1.0_f64 - lost).powi(113)) / lost;
    let wears = rental.circularity.wears;
    assert!(service < wears && wears < service + 5.0, "{wears}");
    let bought = assessment.baseline().expect("a baseline").circularity.wears;
    assert!((wears / bought - 1.0).abs() < 0.05, "{wears}, {bought}");
    assert!(rental.circularity.garments_avoided <= 0.5 * wears / 150.0);
}
