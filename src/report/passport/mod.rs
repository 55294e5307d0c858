//! A draft of a product passport after UNTP DPP 0.7.0: one credential for one variant, unsigned, with what is missing in
//! words.
//!
//! Invariant: nothing is guessed. What nobody has stated says so in its place and is listed as missing; estimates of work
//! go in only when they are asked for; what does not hold against the schema is not given out.

mod claims;
mod draft;
mod schema;

use crate::assess::Assessment;
use crate::data::Library;
use crate::model::{Assumed, Project};
use crate::text::names::Names;
use crate::text::{Lang, PassportMsg, number};
use serde::{Deserialize, Serialize};

pub use draft::country;
pub use schema::{problems, schema};

/// What a file of a product does not say: who issues the passport, and the identifiers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// The issuer, a DID.
    pub issuer_id: String,
    /// Its name.
    pub issuer_name: String,
    /// The product, a URI.
    pub product_id: String,
    /// The scheme of that identifier, a URI.
    pub scheme_id: String,
    /// Its name.
    pub scheme_name: String,
    /// The factory, a URI.
    pub facility_id: String,
    /// Its name.
    pub facility_name: String,
    /// Product category: an HS code.
    pub category_code: String,
    /// Its name.
    pub category_name: String,
    /// True where estimated hours are put in.
    pub work: bool,
}

/// Something that the draft misses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Where it belongs in the credential.
    pub path: String,
    /// What it is.
    pub text: String,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The credential.
    pub credential: serde_json::Value,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// What does not hold against the schema; empty where all does.
    pub problems: Vec<String>,
}

impl Draft {
    /// True where the schema holds.
    pub fn is_valid(&self) -> bool {
        self.problems.is_empty()
    }

    /// The file.
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(&self.credential).unwrap_or_default() + "\n"
    }
}

/// What a draft is made from.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The project; the variant in hand is the product.
    pub project: &'a Project,
    /// Its figures.
    pub assessment: &'a Assessment,
    /// What the user stated.
    pub details: &'a Details,
    /// The day: "2026-11-25".
    pub date: &'a str,
    /// The language of what is missing.
    pub lang: Lang,
}

impl Order<'_> {
    fn names(&self, lang: Lang) -> Names<'_> {
        Names {
            project: self.project,
            library: Library::builtin(),
            lang,
        }
    }
}

/// The draft of the variant in hand.
pub fn draft(order: &Order<'_>) -> Draft {
    let credential = draft::credential(order);
    let missing = missing(order);
    Draft {
        problems: problems(&credential),
        credential,
        missing,
    }
}

/// What nobody has stated, in the order of the credential.
fn missing(order: &Order<'_>) -> Vec<Missing> {
    let (details, lang) = (order.details, order.lang);
    let mut found = Vec::new();
    let mut note = |path: &str, text: String| {
        found.push(Missing {
            path: path.to_owned(),
            text,
        });
    };
    let uris = [
        ("/issuer/id", &details.issuer_id, PassportMsg::IssuerId),
        (
            "/credentialSubject/id",
            &details.product_id,
            PassportMsg::ProductId,
        ),
        (
            "/credentialSubject/idScheme",
            &details.scheme_id,
            PassportMsg::SchemeId,
        ),
        (
            "/credentialSubject/producedAtFacility",
            &details.facility_id,
            PassportMsg::Facility,
        ),
    ];
    for (path, text, message) in uris {
        if text.trim().is_empty() {
            note(path, message.text(lang).to_owned());
        } else if !draft::is_uri(text) {
            note(path, PassportMsg::NotUri.with(lang, &[("text", text)]));
        }
    }
    let words = [
        ("/issuer/name", &details.issuer_name, PassportMsg::IssuerName),
        (
            "/credentialSubject/idScheme/name",
            &details.scheme_name,
            PassportMsg::SchemeId,
        ),
        (
            "/credentialSubject/producedAtFacility/name",
            &details.facility_name,
            PassportMsg::Facility,
        ),
        (
            "/credentialSubject/productCategory",
            &details.category_code,
            PassportMsg::Category,
        ),
        (
            "/credentialSubject/productCategory",
            &details.category_name,
            PassportMsg::Category,
        ),
    ];
    for (path, _, message) in words.into_iter().filter(|(_, text, _)| text.trim().is_empty()) {
        note(path, message.text(lang).to_owned());
    }
    of_product(order, &mut note);
    found.dedup();
    found
}

/// What the file of the product leaves open.
fn of_product(order: &Order<'_>, note: &mut impl FnMut(&str, String)) {
    let lang = order.lang;
    let product = &order.project.product;
    if country(product, Library::builtin()).is_none() || product.assumed.contains(&Assumed::MadeIn) {
        note(
            "/credentialSubject/countryOfProduction",
            PassportMsg::Country.text(lang).to_owned(),
        );
    }
    let mass = order.assessment.product.mass_kg;
    if mass <= 0.0 {
        note(
            "/credentialSubject/materialProvenance",
            PassportMsg::NoMass.text(lang).to_owned(),
        );
        return;
    }
    let fibres = &order.assessment.product.fibres;
    let known: f64 = fibres.iter().map(|(_, kg)| kg).sum();
    if known < mass * (1.0 - 1e-6) {
        let share = number::share(1.0 - known / mass, lang);
        let text = PassportMsg::Remainder.with(lang, &[("share", &share)]);
        note("/credentialSubject/materialProvenance", text);
    }
    for (at, (fibre, _)) in fibres.iter().enumerate() {
        let fibre = order.names(lang).fibre(fibre);
        let path = format!("/credentialSubject/materialProvenance/{at}/originCountry");
        note(&path, PassportMsg::OriginOf.with(lang, &[("fibre", &fibre)]));
    }
    for missing in claims::missing(order) {
        note(
            "/credentialSubject/performanceClaim",
            missing.get(lang).to_owned(),
        );
    }
}
