//! `calc`: one formula of the method with the user's numbers, every intermediate term printed.

mod circularity;
mod keys;
mod lines;
mod work;

use super::{Done, Failure, Format, input, write_json};
use crate::assess::{Engine, Outcomes};
use crate::flow::ModelFault;
use crate::report::{resolved, results};
use crate::text::names::Names;
use crate::text::{CliMsg, Lang, model, notices};
use keys::Keys;
use serde_json::{Map, Value, json};
use std::io::Write;

/// What a formula gives, in order.
type Given = Result<Vec<(&'static str, Value)>, String>;

/// One formula: its name, its keys, and what it computes.
struct Formula {
    name: &'static str,
    keys: &'static [&'static str],
    compute: fn(&Keys<'_>) -> Given,
}

const FORMULAS: [Formula; 10] = [
    Formula {
        name: "mci",
        keys: circularity::MCI,
        compute: circularity::mci,
    },
    Formula {
        name: "feasibility",
        keys: circularity::FEASIBILITY,
        compute: circularity::feasibility,
    },
    Formula {
        name: "chain",
        keys: &["Q", "R", "start", "use"],
        compute: circularity::chain,
    },
    Formula {
        name: "max-lives",
        keys: &["back", "max_lives"],
        compute: circularity::max_lives,
    },
    Formula {
        name: "model",
        keys: &["case"],
        compute: model_results,
    },
    Formula {
        name: "mass-chain",
        keys: &["mass_kg", "losses", "basis"],
        compute: work::mass_chain,
    },
    Formula {
        name: "fte",
        keys: &["hours", "hours_per_fte", "fte_per_kt"],
        compute: work::fte,
    },
    Formula {
        name: "sewing",
        keys: work::SEWING,
        compute: work::sewing,
    },
    Formula {
        name: "pert",
        keys: &["low", "mode", "high", "p"],
        compute: work::pert,
    },
    Formula {
        name: "lognormal",
        keys: &["p05", "p95", "p"],
        compute: work::lognormal,
    },
];

pub fn run(
    name: &str,
    values: &[String],
    format: Format,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<Done, Failure> {
    let Some(formula) = FORMULAS.iter().find(|formula| formula.name == name) else {
        let known = FORMULAS.map(|formula| formula.name).join(", ");
        return Err(Failure::Input(
            CliMsg::UnknownFormula.with(lang, &[("formula", name), ("known", &known)]),
        ));
    };
    let located = |sentence: String| Failure::Input(format!("calc {name}: {sentence}"));
    let keys = Keys::parse(formula.name, formula.keys, values, lang).map_err(located)?;
    let given = (formula.compute)(&keys).map_err(located)?;
    match format {
        Format::Json => write_json(out, &Ordered(&given))?,
        Format::Table => {
            let mut lines = Vec::new();
            for (key, value) in &given {
                lines::add(key, value, &mut lines);
            }
            let width = lines
                .iter()
                .map(|(key, _)| key.chars().count())
                .max()
                .unwrap_or(0)
                .max(20);
            for (key, value) in &lines {
                writeln!(out, "{key:<width$} {value}")?;
            }
        }
    }
    Ok(Done::Clean)
}

/// Keys in the order of the formula.
struct Ordered<'a>(&'a [(&'static str, Value)]);

impl serde::Serialize for Ordered<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Results of a resolved model, from its numbers alone.
fn model_results(keys: &Keys<'_>) -> Given {
    let file = keys.text("case")?;
    let text = input::read_text(file, keys.lang).map_err(|failure| match failure {
        Failure::Input(sentence) | Failure::File(sentence) | Failure::Output(sentence) => sentence,
        Failure::Closed => String::new(),
    })?;
    let refused = |fault: &ModelFault| format!("{file}: {}", model::fault(fault, keys.lang));
    let model = resolved::read(&text).map_err(|fault| refused(&fault))?;
    let engine = Engine::of_model(&model);
    for (at, which) in ["pathway", "baseline"].into_iter().enumerate() {
        if let Some(Err(error)) = engine.pathways.get(at).map(|compiled| &compiled.plan) {
            return Err(format!("{file}: {which}: {}", in_words(error, keys.lang)));
        }
    }
    if !engine.is_counted(0) {
        let (own, baseline) = (model.pathway.start.to_string(), model.baseline.start.to_string());
        return Err(refused(&ModelFault::StartsDiffer { own, baseline }));
    }
    let numbers = engine.central();
    let mut outcomes = Outcomes::default();
    engine.evaluate(&numbers, &mut outcomes);
    let results = results::results(&engine, 0, &numbers, &outcomes);
    let value = serde_json::to_value(results).unwrap_or(Value::Object(Map::new()));
    Ok(vec![("results", value)])
}

/// Words of a refusal; a bare model has ids and no names.
fn in_words(error: &crate::flow::FlowError, lang: Lang) -> String {
    let project = crate::model::Project::nameless();
    let names = Names {
        project: &project,
        library: crate::data::Library::builtin(),
        lang,
    };
    notices::flow_error(error, &names, None)
}

fn number(key: &'static str, value: f64) -> (&'static str, Value) {
    (key, json!(value))
}
