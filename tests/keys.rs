//! Keys of inputs: two numbers never share one, whatever the ids; the text of a key, and with it the draws, stays.

use reloom::data::Library;
use reloom::flow::{DrawKey, InputKey};
use reloom::model::{Link, Project, StageId};
use reloom::quantity::Share;
use std::collections::BTreeSet;

fn preset(id: &str) -> Project {
    reloom::presets::get(id).unwrap().project().unwrap()
}

fn share(pathway: &str, from: &str, to: &str) -> InputKey {
    InputKey::Share {
        pathway: pathway.into(),
        from: from.into(),
        to: to.into(),
    }
}

#[test]
fn two_links_whose_ids_hold_dots_are_two_numbers() {
    assert_eq!(
        share("x", "y.discard", "x").to_string(),
        share("x.y", "discard", "x").to_string()
    );
    assert_ne!(share("x", "y.discard", "x"), share("x.y", "discard", "x"));
    let mut project = preset("tshirt");
    let pathway = project.pathways.first_mut().unwrap();
    let stage = pathway
        .stages
        .iter_mut()
        .find(|stage| stage.exits.len() > 1)
        .unwrap();
    let from = stage.id.clone();
    // One stage leads to `b.c`, another, called like the first and `b`, leads to `c`.
    let usual = stage.exits[0].clone();
    let link = |to: &str, share: f64| Link {
        to: to.into(),
        share: Share::clamped(share),
        ..usual.clone()
    };
    let (first, second) = (link("b.c", 0.3), link("c", 0.6));
    stage.exits = vec![first, link("rest", 0.7)];
    let mut other = stage.clone();
    other.id = StageId::from(format!("{from}.b"));
    other.exits = vec![second, link("rest", 0.4)];
    pathway.stages.push(other);
    let built = reloom::flow::assemble::build(&project, Library::builtin());
    let text = format!("{}.{from}.b.c", project.pathways[0].id);
    let values: Vec<f64> = built
        .slots
        .inputs()
        .iter()
        .filter(|input| input.key.to_string() == text)
        .map(|input| input.figure.value)
        .collect();
    assert_eq!(values, [0.3, 0.6]);
}

#[test]
fn a_stage_may_be_called_like_a_part_of_a_key() {
    let own = InputKey::Own {
        pathway: "p".into(),
        stage: "s".into(),
    };
    assert_eq!(own.to_string(), "p.s.own");
    assert_ne!(own.to_string(), share("p", "s", "own").to_string());
}

/// In every sample, different inputs have different keys and different texts; only inputs of one driver share draws.
#[test]
fn keys_and_their_texts_are_unique_in_every_sample() {
    for preset in reloom::presets::all() {
        let project = preset.project().unwrap();
        let built = reloom::flow::assemble::build(&project, Library::builtin());
        let inputs = built.slots.inputs();
        let texts: BTreeSet<String> = inputs.iter().map(|input| input.key.to_string()).collect();
        assert_eq!(texts.len(), inputs.len(), "{}", project.id);
        for (place, input) in inputs.iter().enumerate() {
            let alike = inputs.iter().skip(place + 1);
            for other in alike.filter(|other| other.draw.to_string() == input.draw.to_string()) {
                assert_eq!(other.draw, input.draw);
                assert!(!matches!(input.draw, DrawKey::Alone(_)), "{}", input.draw);
            }
        }
    }
}
