//! Every number of a project file and of a resolved model, one at a time, made absurd: refused where it stands, or the
//! figures are such as can be.

use reloom::assess::{Assessment, assess, misfits};
use reloom::cli::{Cli, run};
use reloom::data::Library;
use reloom::presets;
use reloom::project_file::{ReadError, read, write};
use reloom::text::Lang;
use serde_json::Value;
use std::ops::Range;

/// What is put in place of a number.
const ABSURD: [&str; 6] = ["-1", "2", "1e300", "-1e-300", "NaN", "inf"];

/// Where the numbers of a text in RON stand: outside strings, names and comments.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if bytes[at] == b'"' {
            at += 1;
            while bytes[at] != b'"' {
                at += if bytes[at] == b'\\' { 2 } else { 1 };
            }
            at += 1;
        } else if bytes[at].is_ascii_alphabetic() || bytes[at] == b'_' {
            let word = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '#'));
            at += word.unwrap_or(rest.len());
        } else if bytes[at].is_ascii_digit() || bytes[at] == b'-' {
            let length = rest.find(|c: char| !(c.is_alphanumeric() || ".-+_".contains(c)));
            let end = at + length.unwrap_or(rest.len());
            found.push(at..end);
            at = end;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// The figures that cannot be, of all pathways.
fn absurd_figures(assessment: &Assessment) -> Vec<String> {
    let of = |pathway| misfits(pathway, &assessment.product);
    let all = assessment.pathways.iter().flat_map(of);
    all.map(|misfit| format!("{misfit:?}")).collect()
}

/// What is wrong with the answer to `text`; nothing where it is refused with its place, or every figure can be.
fn trouble(text: &str) -> Option<String> {
    match read(text.as_bytes()) {
        Err(ReadError::Newer { .. }) => None,
        Err(error) => {
            let (en, zh) = (error.text(Lang::En), error.text(Lang::Zh));
            let named =
                en.contains("ine ") && en.contains("column ") && zh.contains('行') && zh.contains('列');
            (!named).then(|| format!("no place: {en} {zh}"))
        }
        Ok(found) => {
            let assessment = assess(&found.project, Library::builtin());
            let absurd = absurd_figures(&assessment);
            (!absurd.is_empty()).then(|| format!("flags {:?}: {absurd:?}", found.flags))
        }
    }
}

#[test]
fn no_number_of_a_project_file_makes_figures_that_cannot_be() {
    let everything = include_str!("files/v2/everything.ron");
    let everything = read(everything.as_bytes()).unwrap().project;
    let presets = ["tshirt", "school_uniform"].map(|id| presets::get(id).unwrap().project().unwrap());
    let mut count = 0;
    let mut wrong = Vec::new();
    for project in presets.iter().chain([&everything]) {
        let text = write(project, None).unwrap();
        for place in numbers(&text) {
            for absurd in ABSURD {
                count += 1;
                let changed = [&text[..place.start], absurd, &text[place.end..]].concat();
                if let Some(trouble) = trouble(&changed) {
                    let line = text[..place.start].lines().count();
                    let context: String = text[..place.start].chars().rev().take(60).collect();
                    let context: String = context.chars().rev().collect();
                    wrong.push(format!("line {line} {context:?} → {absurd}: {trouble}"));
                }
            }
        }
    }
    assert!(count > 2_000, "{count}");
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The places of all numbers in `value`, as paths of keys and indices.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Number(_) => found.push(at.to_owned()),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(keys) => {
            for (key, item) in keys {
                let key = key.replace('~', "~0").replace('/', "~1");
                places(item, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// The names on the way to the number at `place`: keys, and ids of what it lies in.
fn names(model: &Value, place: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = model;
    for key in place.split('/').skip(1) {
        let own = ["id", "part", "to", "activity"].map(|id| at.get(id).and_then(Value::as_str));
        names.extend(own.into_iter().flatten().map(str::to_owned));
        if key.parse::<usize>().is_err() {
            names.push(key.to_owned());
        }
        at = at.pointer(&format!("/{key}")).unwrap();
    }
    names
}

/// The model of a pathway of a preset, as the command writes it.
fn model(preset: &str, pathway: &str) -> Value {
    let given = format!("preset:{preset}");
    let line = ["reloom", "model", &given, "--pathway", pathway];
    let command = <Cli as clap::Parser>::try_parse_from(line)
        .unwrap()
        .command
        .unwrap();
    let mut out = Vec::new();
    assert_eq!(run(&command, Lang::En, &mut out, &mut Vec::new()), 0);
    serde_json::from_slice(&out).unwrap()
}

/// Every number in `value` that is none, and shares that are none.
fn absurd_results(value: &Value, key: &str, found: &mut Vec<String>) {
    let is_share = ["mci", "inflow", "outflow"]
        .iter()
        .any(|share| key.contains(share))
        || key.ends_with("_share");
    match value {
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or(f64::NAN);
            let fits = number.is_finite() && (!is_share || (-1e-9..=1.0 + 1e-9).contains(&number));
            if !fits {
                found.push(format!("{key}: {number}"));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| absurd_results(item, key, found)),
        Value::Object(keys) => {
            for (key, item) in keys {
                absurd_results(item, key, found);
            }
        }
        // A figure that is not finite cannot be written as a number; a break-even need not exist.
        Value::Null if key != "break_even_displacement" => found.push(format!("{key}: null")),
        _ => {}
    }
}

/// How many models with one absurd number were tried, how many of them were refused, and what went wrong.
#[derive(Default)]
struct Tried {
    count: usize,
    refused: usize,
    wrong: Vec<String>,
}

impl Tried {
    /// Puts each of `absurd` in place of each number of `sound`, one at a time: refused by one sentence that names the
    /// place, or all results are such as can be.
    fn each(&mut self, sound: &Value, absurd: &[f64]) {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("model.json");
        let case = format!("case={}", file.display());
        let line = ["reloom", "calc", "model", &case, "--format", "json"];
        let command = <Cli as clap::Parser>::try_parse_from(line)
            .unwrap()
            .command
            .unwrap();
        let mut all = Vec::new();
        places(sound, "", &mut all);
        for place in all.iter().filter(|place| !place.starts_with("/results")) {
            for absurd in absurd {
                let mut changed = sound.clone();
                *changed.pointer_mut(place).unwrap() = Value::from(*absurd);
                std::fs::write(&file, changed.to_string()).unwrap();
                let (mut out, mut err) = (Vec::new(), Vec::new());
                let code = run(&command, Lang::En, &mut out, &mut err);
                self.count += 1;
                let what = format!("{} {place} → {absurd}", sound["name"]);
                if code == 0 {
                    let mut found = Vec::new();
                    absurd_results(&serde_json::from_slice(&out).unwrap(), "", &mut found);
                    if !found.is_empty() {
                        self.wrong.push(format!("{what}: {found:?}"));
                    }
                    continue;
                }
                self.refused += 1;
                let said = String::from_utf8(err).unwrap();
                let names = names(sound, place);
                let is_named = names.iter().any(|name| said.contains(name.as_str()));
                if code != 2 || !is_named || said.lines().count() != 1 {
                    self.wrong.push(format!("{what}: code {code}, {said}"));
                }
            }
        }
    }

    #[track_caller]
    fn nothing_wrong(&self) {
        let Self {
            count,
            refused,
            wrong,
        } = self;
        assert!(
            wrong.is_empty(),
            "{} of {count}, {refused} refused:\n{}",
            wrong.len(),
            wrong.join("\n")
        );
    }
}

#[test]
fn no_number_of_a_resolved_model_makes_figures_that_cannot_be() {
    let mut tried = Tried::default();
    for (preset, pathway) in [("tshirt", "repair_first"), ("school_uniform", "sort_chemical")] {
        tried.each(&model(preset, pathway), &[-1.0, 2.0, 1e300, -1e-300, 1e-300]);
    }
    tried.nothing_wrong();
    assert!(tried.count > 500 && tried.refused > 200);
}

#[test]
fn no_number_of_any_published_model_makes_figures_that_cannot_be() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("vectors/pathway.json")).unwrap();
    let mut tried = Tried::default();
    let absurd = [
        -1.0,
        2.0,
        1.000_001,
        1e18,
        1e300,
        f64::MAX,
        1e-300,
        -1e-300,
        -1e300,
        4_294_967_296.0,
    ];
    for case in &cases {
        tried.each(case, &absurd);
    }
    tried.nothing_wrong();
    // Every number of nine models.
    assert!(tried.count > 7_000, "{}", tried.count);
}

#[test]
fn the_absurd_models_that_were_found_are_refused_with_their_place() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/faults");
    for (file, place, sentence) in [
        (
            "model_max_lives_4294967295.json",
            "pathway.max_lives",
            "1至1000的整数",
        ),
        ("model_mci_11.json", "pathway.use.service_first", "不小于0"),
        (
            "model_yield_1.4.json",
            "pathway.felting.gates.rib.yield",
            "0至1之间",
        ),
    ] {
        let case = format!("case={}", folder.join(file).display());
        let line = ["reloom", "calc", "model", &case];
        let command = <Cli as clap::Parser>::try_parse_from(line)
            .unwrap()
            .command
            .unwrap();
        let mut err = Vec::new();
        assert_eq!(run(&command, Lang::Zh, &mut Vec::new(), &mut err), 2);
        let said = String::from_utf8(err).unwrap();
        assert!(said.contains(place) && said.contains(sentence), "{said}");
    }
}
