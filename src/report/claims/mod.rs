//! What may be said of a product to others: sentences that its data back, each with what it rests on and what is missing,
//! and words that are refused, with the reason.
//!
//! Invariant: a sentence is allowed only where nothing is missing; a share is never rounded up.

mod backed;
mod refused;

use crate::assess::Assessment;
use crate::data::Library;
use crate::model::{Name, Project};
use crate::text::names::Names;
use crate::text::{ClaimMsg, Lang};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// One claim as it is declared in the table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// Its words in English and Chinese.
    pub text: (String, String),
    /// The data that can back it; none for words that are refused as they stand.
    #[serde(default)]
    backed: Option<Backed>,
    /// What is missing for it.
    #[serde(default)]
    needs: Vec<Need>,
    /// The design rules that it rests on.
    #[serde(default)]
    pub rules: Vec<String>,
}

/// Data that back a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Backed {
    Recycled,
    Sustained,
    Reused,
    OneFibre,
    ComesOff,
}

/// What is missing for words that are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Need {
    Pathway,
    Place,
    Evidence,
    Aspect,
    Excellent,
    Test,
    Inventory,
    MeasuredWork,
    LostWork,
}

impl From<Need> for ClaimMsg {
    fn from(need: Need) -> Self {
        match need {
            Need::Pathway => Self::NeedPathway,
            Need::Place => Self::NeedPlace,
            Need::Evidence => Self::NeedEvidence,
            Need::Aspect => Self::NeedAspect,
            Need::Excellent => Self::NeedExcellent,
            Need::Test => Self::NeedTest,
            Need::Inventory => Self::NeedInventory,
            Need::MeasuredWork => Self::NeedMeasuredWork,
            Need::LostWork => Self::NeedLostWork,
        }
    }
}

/// A sentence about a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Which claim of the table it is.
    pub id: String,
    /// The sentence.
    pub text: Name,
    /// True where the data back it and nothing is missing.
    pub allowed: bool,
    /// What it rests on, or why it is refused.
    pub basis: Vec<Name>,
    /// What is missing.
    pub missing: Vec<Name>,
}

/// Every claim of the table.
pub fn rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let text = include_str!("../../../assets/data/claims.ron");
        ron::from_str(text).unwrap_or_else(|error| {
            log::error!("the table of claims does not read: {error}");
            Vec::new()
        })
    })
}

/// What claims are made from.
#[derive(Debug, Clone, Copy)]
struct Facts<'a> {
    project: &'a Project,
    library: &'a Library,
    assessment: &'a Assessment,
}

impl Facts<'_> {
    fn names(&self, lang: Lang) -> Names<'_> {
        Names {
            project: self.project,
            library: self.library,
            lang,
        }
    }
}

/// The sentences about `project` in the order of the table; those without any data are left out.
pub fn claims(project: &Project, library: &Library, assessment: &Assessment) -> Vec<Claim> {
    let facts = Facts {
        project,
        library,
        assessment,
    };
    let of = |row: &Row| match row.backed {
        Some(backed) => backed::claims(&facts, row, backed),
        None => vec![refused::claim(&facts, row)],
    };
    rows().iter().flat_map(of).collect()
}

/// A sentence made in both languages.
fn both(say: impl Fn(Lang) -> String) -> Name {
    Name::new(say(Lang::En), say(Lang::Zh))
}

/// The words of the row with each `{name}` replaced by its value in that language.
fn fill(row: &Row, values: &[(&str, Name)]) -> Name {
    both(|lang| {
        let pattern = if lang == Lang::En {
            &row.text.0
        } else {
            &row.text.1
        };
        let put =
            |text: String, (key, value): &(&str, Name)| text.replace(&format!("{{{key}}}"), value.get(lang));
        values.iter().fold(pattern.clone(), put)
    })
}

/// A claim with the keys of the command line's contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimJson {
    id: String,
    text: TextJson,
    allowed: bool,
    basis: Vec<String>,
    missing: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct TextJson {
    en: String,
    zh: String,
}

impl ClaimJson {
    /// `claim`, what it rests on in `lang`.
    pub fn of(claim: &Claim, lang: Lang) -> Self {
        let say = |names: &[Name]| names.iter().map(|name| name.get(lang).to_owned()).collect();
        Self {
            id: claim.id.clone(),
            text: TextJson {
                en: claim.text.en.clone(),
                zh: claim.text.zh.clone(),
            },
            allowed: claim.allowed,
            basis: say(&claim.basis),
            missing: say(&claim.missing),
        }
    }
}
