//! What a resolved model is refused for: a case for every clause of the method's page, each with exit code 2 and the
//! place named.

use clap::Parser;
use reloom::cli::{Cli, run};
use reloom::text::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A change to a model that makes it one to refuse, and the word that the sentence must name.
type Change = (fn(&mut Value), &'static str);

/// One clause of the page: the cases of the file that fall under it, and our own.
struct Clause {
    says: &'static str,
    file: &'static [&'static str],
    own: &'static [Change],
}

fn stage<'a>(model: &'a mut Value, network: &str, id: &str) -> &'a mut Value {
    let stages = model[network]["stages"].as_array_mut().unwrap();
    stages.iter_mut().find(|stage| stage["id"] == id).unwrap()
}

fn way<'a>(model: &'a mut Value, id: &str) -> &'a mut Value {
    stage(model, "pathway", id)
}

fn gate<'a>(model: &'a mut Value, id: &str, part: &str) -> &'a mut Value {
    &mut way(model, id)["gates"][part]
}

fn without(value: &mut Value, key: &str) {
    value.as_object_mut().unwrap().remove(key).unwrap();
}

const CLAUSES: &[Clause] = &[
    Clause {
        says: "a mass below 0 or not finite, or a sum of 0; also a part of 0",
        file: &["mass below 0"],
        own: &[
            (|m| m["product"]["parts"][1]["mass_kg"] = json!(0), "lining"),
            (|m| m["product"]["gross_kg"] = json!(-1), "gross_kg"),
            (
                |m| {
                    for part in m["product"]["parts"].as_array_mut().unwrap() {
                        part["mass_kg"] = json!(0);
                    }
                },
                "shell",
            ),
        ],
    },
    Clause {
        says: "feedstock shares of a part that together exceed 1",
        file: &[],
        own: &[(|m| m["product"]["parts"][1]["f_u"] = json!(0.1), "lining")],
    },
    Clause {
        says: "exits of a stage that do not add up to 1",
        file: &["exits sum to 0.9"],
        own: &[(|m| way(m, "sorting")["exits"] = json!([]), "sorting")],
    },
    Clause {
        says: "a share, yield, removal, quality or displacement outside 0..1",
        file: &["share above 1", "accepted -0.1", "displacement 1.5"],
        own: &[
            (|m| gate(m, "felting", "rib")["yield"] = json!(1.4), "felting"),
            (
                |m| gate(m, "glycolysis", "zipper")["removed"] = json!(-0.1),
                "glycolysis",
            ),
            (|m| way(m, "felt")["quality"] = json!(1.1), "felt"),
            (|m| way(m, "fibre")["closed_share"] = json!(-0.1), "fibre"),
            (|m| m["product"]["parts"][0]["f_s"] = json!(1.1), "shell"),
        ],
    },
    Clause {
        says: "e_f = 0 with recycled content",
        file: &["e_f 0 with recycled content"],
        own: &[],
    },
    Clause {
        says: "no parts",
        file: &["no parts"],
        own: &[],
    },
    Clause {
        says: "hours or services below 0 or not finite",
        file: &["service below 0"],
        own: &[
            (|m| way(m, "repair")["work"][0]["h"] = json!(-0.1), "repair"),
            (
                |m| way(m, "fibre")["displaces"][0]["h_per_kg"] = json!(-1),
                "fibre",
            ),
            (|m| m["new_garment"][0]["h_per_piece"] = json!(-1), "new_garment"),
            (|m| way(m, "use")["service_later"] = json!(-60), "use"),
        ],
    },
    Clause {
        says: "l_av_wears or hours_per_fte ≤ 0",
        file: &["l_av 0"],
        own: &[(|m| m["hours_per_fte"]["CN"] = json!(0), "CN")],
    },
    Clause {
        says: "a place without hours_per_fte",
        file: &["place without hours per FTE"],
        own: &[(|m| way(m, "repair")["work"][0]["place"] = json!("ZZ"), "ZZ")],
    },
    Clause {
        says: "max_lives not a whole number from 1 to 1,000",
        file: &["max_lives 2.5"],
        own: &[
            (|m| m["pathway"]["max_lives"] = json!(0), "max_lives"),
            (|m| m["baseline"]["max_lives"] = json!(1001), "max_lives"),
        ],
    },
    Clause {
        says: "a pathway and a baseline of which one starts in a use stage and the other does not",
        file: &[],
        own: &[(|m| m["pathway"]["start"] = json!("sorting"), "start")],
    },
    Clause {
        says: "displacement_first without own_wears (or the reverse)",
        file: &[],
        own: &[
            (|m| m["pathway"]["displacement_first"] = json!(0.5), "own_wears"),
            (|m| m["pathway"]["own_wears"] = json!(60), "displacement_first"),
        ],
    },
    Clause {
        says: "displacement_first with a start that is no use stage",
        file: &[],
        own: &[(
            |m| {
                for network in ["pathway", "baseline"] {
                    m[network]["start"] = json!("discard");
                }
                m["pathway"]["displacement_first"] = json!(0.5);
                m["pathway"]["own_wears"] = json!(60);
            },
            "discard",
        )],
    },
    Clause {
        says: "a start that is no item stage",
        file: &["start is an end"],
        own: &[(|m| m["pathway"]["start"] = json!("felting"), "felting")],
    },
    Clause {
        says: "a fallback that is a use or return stage",
        file: &[],
        own: &[
            (|m| way(m, "sorting")["fallback"] = json!("resale"), "sorting"),
            (|m| way(m, "sorting")["fallback"] = json!("use"), "sorting"),
        ],
    },
    Clause {
        says: "two equal ids",
        file: &[],
        own: &[
            (|m| way(m, "open")["id"] = json!("litter"), "litter"),
            (|m| m["product"]["parts"][1]["id"] = json!("shell"), "shell"),
        ],
    },
    Clause {
        says: "a to that does not exist",
        file: &[],
        own: &[
            (
                |m| way(m, "resale")["exits"][0]["to"] = json!("nowhere"),
                "nowhere",
            ),
            (|m| way(m, "export")["fallback"] = json!("nowhere"), "nowhere"),
            (
                |m| gate(m, "felting", "rib")["refused_to"] = json!("nowhere"),
                "nowhere",
            ),
        ],
    },
    Clause {
        says: "output_to that is no end",
        file: &["output to no end"],
        own: &[],
    },
    Clause {
        says: "a material exit to an item stage",
        file: &[],
        own: &[(
            |m| gate(m, "felting", "rib")["refused_to"] = json!("sorting"),
            "felting",
        )],
    },
    Clause {
        says: "a part without a gate at a material stage it can reach",
        file: &[],
        own: &[(|m| without(&mut way(m, "felting")["gates"], "rib"), "rib")],
    },
    Clause {
        says: "displaces or closed_share on other than recycled ends",
        file: &[],
        own: &[
            (|m| way(m, "felt")["closed_share"] = json!(0.1), "felt"),
            (|m| way(m, "tip")["displaces"] = json!([]), "tip"),
        ],
    },
    Clause {
        says: "an unknown level, role, class, basis, key or format",
        file: &["unknown class", "unknown format"],
        own: &[
            (|m| way(m, "use")["level"] = json!("thing"), "thing"),
            (|m| way(m, "use")["role"] = json!("worn"), "worn"),
            (|m| way(m, "repair")["work"][0]["basis"] = json!("hour"), "hour"),
            (
                |m| way(m, "repair")["work"][0]["basis"] = json!("kg_out"),
                "repair",
            ),
            (|m| way(m, "repair")["note"] = json!("x"), "note"),
            (|m| m["note"] = json!("x"), "note"),
            (|m| way(m, "discard")["displacement"] = json!(0.5), "discard"),
            (|m| m["format"] = json!("reloom-model/1"), "reloom model"),
        ],
    },
    Clause {
        says: "a missing key",
        file: &[],
        own: &[
            (|m| without(&mut m["product"]["parts"][0], "mass_kg"), "mass_kg"),
            (|m| without(&mut m["pathway"], "max_lives"), "max_lives"),
            (|m| without(way(m, "repair"), "displacement"), "displacement"),
            (|m| without(way(m, "use"), "work"), "work"),
            (|m| without(m, "hours_per_fte"), "hours_per_fte"),
            (|m| without(gate(m, "felting", "rib"), "residue_to"), "residue_to"),
        ],
    },
    Clause {
        says: "residue reaches a gate whose output is recycled, downcycled or component",
        file: &["residue into a credited gate"],
        own: &[],
    },
    Clause {
        says: "ends of class recycled, downcycled, component and biological are reached only as output_to",
        file: &[],
        own: &[
            (|m| way(m, "use")["exits"][1]["to"] = json!("felt"), "felt"),
            (
                |m| gate(m, "felting", "rib")["residue_to"] = json!("soil"),
                "soil",
            ),
        ],
    },
    Clause {
        says: "a cycle of material stages",
        file: &[],
        own: &[(
            |m| {
                gate(m, "felting", "zipper")["refused_to"] = json!("glycolysis");
            },
            "glycolysis",
        )],
    },
    Clause {
        says: "a set of item stages that nothing leaves, capped or not",
        file: &["loop without exit"],
        own: &[(
            |m| {
                m["pathway"]["max_lives"] = Value::Null;
                way(m, "collection")["exits"] = json!([{"to": "discard", "share": 1}]);
                way(m, "discard")["exits"] = json!([{"to": "collection", "share": 1}]);
            },
            "collection",
        )],
    },
    Clause {
        says: "a last life with no exit left and no fallback",
        file: &[],
        own: &[(
            |m| way(m, "sorting")["exits"] = json!([{"to": "resale", "share": 1}]),
            "sorting",
        )],
    },
];

/// What is wrong with the refusal of `model`; nothing where it is refused as it must be.
fn refused(model: &Value, word: &str, case: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.json");
    std::fs::write(&path, model.to_string()).unwrap();
    for lang in [Lang::En, Lang::Zh] {
        let words = ["reloom", "calc", "model", &format!("case={}", path.display())];
        let cli = Cli::try_parse_from(words).unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = run(&cli.command.unwrap(), lang, &mut out, &mut err);
        let sentence = String::from_utf8(err).unwrap();
        let good = code == 2 && out.is_empty() && sentence.contains(word) && sentence.lines().count() == 1;
        if !good {
            wrong.push(format!("{case}, exit code {code}, \"{word}\" in: {sentence}"));
        }
    }
    wrong
}

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("vectors/refusals.json")).unwrap()
}

/// The model that our own cases change; accepted as it stands.
fn sound() -> Value {
    let cases: Vec<Value> = serde_json::from_str(include_str!("vectors/pathway.json")).unwrap();
    cases
        .into_iter()
        .find(|case| case["name"] == "jacket, three lives")
        .unwrap()
}

#[test]
fn every_clause_has_a_case_and_every_case_is_refused() {
    let cases = cases();
    let (mut met, mut wrong) = (BTreeSet::new(), Vec::new());
    for clause in CLAUSES {
        assert!(
            !clause.file.is_empty() || !clause.own.is_empty(),
            "no case for: {}",
            clause.says
        );
        for name in clause.file {
            let case = cases.iter().find(|case| case["name"] == *name).unwrap();
            wrong.extend(refused(case, case["names"].as_str().unwrap(), name));
            assert!(met.insert(*name), "{name} stands under two clauses");
        }
        for (place, (change, word)) in clause.own.iter().enumerate() {
            let mut model = sound();
            change(&mut model);
            wrong.extend(refused(&model, word, &format!("{} ({place})", clause.says)));
        }
    }
    let all: BTreeSet<&str> = cases.iter().map(|case| case["name"].as_str().unwrap()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(met, all, "a case of the file stands under no clause");
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let text = sound().to_string();
    let twice = text.replacen("\"hours_per_fte\":{", "\"hours_per_fte\":{\"CN\":2400,", 1);
    assert_ne!(text, twice);
    let fault = reloom::report::resolved::read(&twice).unwrap_err();
    assert!(format!("{fault:?}").contains("CN"), "{fault:?}");
}
