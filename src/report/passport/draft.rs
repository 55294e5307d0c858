//! The credential itself.

use super::{Order, claims};
use crate::data::Library;
use crate::model::{FibreId, Product};
use crate::text::names::variant_words;
use crate::text::{Lang, PassportMsg};
use serde_json::{Map, Value, json};

/// The code for a country that nobody has stated: user-assigned in ISO 3166.
const NO_COUNTRY: &str = "ZZ";
/// How the name of every draft begins.
const DRAFT: &str = "DRAFT 草稿";
/// The scheme that a fibre's id is from.
const FIBRES: &str = "urn:reloom:fibres";

/// The credential of the variant in hand.
pub(super) fn credential(order: &Order<'_>) -> Value {
    let details = order.details;
    json!({
        "type": ["DigitalProductPassport", "VerifiableCredential"],
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://vocabulary.uncefact.org/untp/0.7.0/context/",
        ],
        "id": format!("{}:{}", own_id(order, "draft"), order.date),
        "issuer": {
            "type": ["CredentialIssuer"],
            "id": uri_or(&details.issuer_id, "did:example:not-stated".to_owned()),
            "name": or(&details.issuer_name, PassportMsg::NotStated),
        },
        "validFrom": format!("{}T00:00:00Z", order.date),
        "name": format!("{DRAFT}: {}", product_name(order)),
        "credentialSubject": subject(order),
    })
}

fn subject(order: &Order<'_>) -> Value {
    let details = order.details;
    let mut subject = json!({
        "type": ["Product"],
        "id": uri_or(&details.product_id, own_id(order, "product")),
        "name": product_name(order),
        "idScheme": {
            "type": ["IdentifierScheme"],
            "id": uri_or(&details.scheme_id, "urn:reloom:project".to_owned()),
            "name": or(&details.scheme_name, PassportMsg::NotStated),
        },
        "idGranularity": "model",
        "productCategory": category(order),
        "producedAtFacility": {
            "type": ["Facility"],
            "id": uri_or(&details.facility_id, "urn:reloom:facility:not-decided".to_owned()),
            "name": or(&details.facility_name, PassportMsg::NoFacility),
        },
        "countryOfProduction": country_of(order),
    });
    let Some(map) = subject.as_object_mut() else {
        return subject;
    };
    add(map, "materialProvenance", materials(order));
    add(map, "performanceClaim", claims::claims(order));
    subject
}

/// Puts a list in where it holds something.
fn add(map: &mut Map<String, Value>, key: &str, list: Vec<Value>) {
    if !list.is_empty() {
        map.insert(key.to_owned(), Value::Array(list));
    }
}

/// The product category that was stated; an empty list says that none was.
fn category(order: &Order<'_>) -> Vec<Value> {
    let details = order.details;
    let (code, name) = (details.category_code.trim(), details.category_name.trim());
    if code.is_empty() || name.is_empty() {
        return Vec::new();
    }
    vec![json!({
        "code": code,
        "name": name,
        "schemeId": "https://www.wcotradetools.org/en/harmonized-system",
        "schemeName": "Harmonized System (HS)",
    })]
}

/// Every fibre of the piece with its share by mass and what of it is recycled.
fn materials(order: &Order<'_>) -> Vec<Value> {
    let mass = order.assessment.product.mass_kg;
    if mass <= 0.0 {
        return Vec::new();
    }
    let fibres = order.assessment.product.fibres.iter();
    let rows = fibres.map(|(fibre, kg)| {
        let names = [Lang::En, Lang::Zh].map(|lang| order.names(lang).fibre(fibre));
        let name = names.join(" / ");
        let mut row = json!({
            "name": name,
            "originCountry": unspecified(),
            "materialType": {
                "code": fibre.as_str(),
                "name": name,
                "schemeId": FIBRES,
                "schemeName": "Reloom fibre ids",
            },
            "massFraction": tidy(kg / mass),
            "mass": { "value": tidy(*kg), "unit": "KGM" },
        });
        let recycled = recycled_kg(&order.project.product, fibre);
        if let (Some(map), true) = (row.as_object_mut(), *kg > 0.0) {
            map.insert(
                "recycledMassFraction".to_owned(),
                json!(tidy((recycled / kg).clamp(0.0, 1.0))),
            );
        }
        row
    });
    rows.collect()
}

/// Recycled mass of `fibre` in the piece, kg.
fn recycled_kg(product: &Product, fibre: &FibreId) -> f64 {
    let of_part = |part: &crate::model::Part| -> f64 {
        let lines = part.fibres.iter().filter(|line| &line.fibre == fibre);
        let share: f64 = lines
            .map(|line| line.share.get() * line.feedstock.recycled.get())
            .sum();
        part.mass.get() * share
    };
    product.parts.iter().map(of_part).sum()
}

/// The country in which the product is made, by ISO 3166; none where its place is no country.
pub fn country<'a>(product: &Product, library: &'a Library) -> Option<&'a str> {
    library.country_of(&product.made_in)
}

fn country_of(order: &Order<'_>) -> Value {
    let library = Library::builtin();
    let product = &order.project.product;
    let is_assumed = product.assumed.contains(&crate::model::Assumed::MadeIn);
    match country(product, library).filter(|_| !is_assumed) {
        Some(code) => {
            let name = order.names(Lang::En).place(&product.made_in);
            json!({ "countryCode": code, "countryName": name })
        }
        None => unspecified(),
    }
}

fn unspecified() -> Value {
    json!({ "countryCode": NO_COUNTRY, "countryName": PassportMsg::Unspecified.text(Lang::En) })
}

/// The name of the product, and of the variant where there are several.
fn product_name(order: &Order<'_>) -> String {
    let product = &order.project.product;
    let of = |lang: Lang| {
        let name = product.name.get(lang).to_owned();
        if product.variant_name == crate::model::Name::default() {
            name
        } else {
            format!("{name} – {}", variant_words(product).get(lang))
        }
    };
    let (en, zh) = (of(Lang::En), of(Lang::Zh));
    if en == zh { en } else { format!("{en} / {zh}") }
}

/// An id of our own for something of this project.
pub(super) fn own_id(order: &Order<'_>, what: &str) -> String {
    let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let id: String = order.project.id.chars().filter(is_plain).collect();
    let id = if id.is_empty() { "project".to_owned() } else { id };
    format!("urn:reloom:{what}:{id}:{}", order.project.product.variant)
}

/// True for something that begins with a scheme and holds no blank, as a URI does.
pub(super) fn is_uri(text: &str) -> bool {
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
    };
    let is_plain = |letter: char| letter.is_ascii_graphic() && !"<>\"{}|\\^`".contains(letter);
    let parts = text.trim().split_once(':');
    parts.is_some_and(|(scheme, rest)| is_scheme(scheme) && !rest.is_empty() && rest.chars().all(is_plain))
}

fn uri_or(text: &str, other: String) -> String {
    if is_uri(text) {
        text.trim().to_owned()
    } else {
        other
    }
}

/// What was stated, or in both languages that it was not.
fn or(text: &str, other: PassportMsg) -> String {
    match text.trim() {
        "" => both(other),
        text => text.to_owned(),
    }
}

pub(super) fn both(message: PassportMsg) -> String {
    Lang::ALL.map(|lang| message.text(lang)).join(" / ")
}

/// A figure without the last digits that reckoning leaves.
pub(super) fn tidy(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}
