//! One line of a list as a product with its pathways.
//!
//! Invariant: what a line says is taken as it stands or refused with the reason; only a mass that it does not give is
//! taken from the kind of garment, and that is said.

use super::entry::{Entry, What};
use super::heads::{Heads, unit_kg};
use crate::data::{Kind, Library};
use crate::intake::label::{self, Severity};
use crate::intake::{bom, from_label, sample};
use crate::model::{KindId, Name, Part, Product as Garment, Project};
use crate::project_file;
use crate::quantity::{Mass, Pieces};
use crate::text::{BatchMsg, Lang, parse_number};

/// One product of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// Its style number, or the id of its project.
    pub style: String,
    /// The project that it is.
    pub project: Project,
    /// What is doubtful about it; empty where nothing is.
    pub doubts: Vec<String>,
}

/// The product in `entry` of a list with `heads`; else the sentence that says why there is none.
pub fn product(entry: &Entry, heads: &Heads, library: &Library, lang: Lang) -> Result<Product, String> {
    match &entry.what {
        What::Cells(cells) => of_cells(cells, heads, library, lang),
        What::Project(_, bytes) => {
            let read = project_file::read(bytes).map_err(|error| error.text(lang))?;
            Ok(Product {
                style: read.project.id.clone(),
                doubts: read.flags.iter().map(|flag| flag.text(lang)).collect(),
                project: read.project,
            })
        }
        What::Bad(_, why) => Err(why.text(lang)),
    }
}

/// What a line is called: its style number, or its file.
pub(super) fn name(entry: &Entry, heads: &Heads) -> String {
    match &entry.what {
        What::Cells(cells) => heads.style(cells).to_owned(),
        What::Project(name, _) | What::Bad(name, _) => name.clone(),
    }
}

fn of_cells(cells: &[String], heads: &Heads, library: &Library, lang: Lang) -> Result<Product, String> {
    let kind = kind(heads.kind(cells), library, lang)?;
    let pieces = pieces(heads.pieces(cells), lang)?;
    let kg = mass(heads.mass(cells), heads.mass_unit, lang)?;
    let label = label::parse(heads.label(cells));
    let is_open = |part: &label::LabelPart| part.is_off() || !part.named.is_empty();
    let fault = label
        .findings
        .iter()
        .find(|found| found.severity() == Severity::Error);
    let open = label.parts.iter().any(is_open);
    let doubts = label.findings.iter().filter(|found| found.is_doubt());
    let mut doubts: Vec<String> = doubts.map(|found| found.text(lang)).collect();
    if fault.is_some() || open || label.parts.is_empty() {
        let said = fault
            .map(|found| found.text(lang))
            .or_else(|| doubts.first().cloned());
        return Err(said.unwrap_or_else(|| BatchMsg::LabelOpen.text(lang).to_owned()));
    }
    let project = from_label(&label.parts, kind, library, sample());
    let usual: f64 = project.product.parts.iter().map(|part| part.mass.get()).sum();
    let scale = kg.map_or(1.0, |kg| kg / usual);
    if kg.is_none() {
        doubts.push(BatchMsg::MassAssumed.text(lang).to_owned());
    }
    let style = heads.style(cells).to_owned();
    let parts = project.product.parts.iter().map(|part| Part {
        mass: Mass::new(part.mass.get() * scale).unwrap_or_default(),
        cloth: None,
        ..part.clone()
    });
    let product = Garment {
        parts: parts.collect(),
        name: Name::new(&style, &style),
        pieces_per_year: pieces,
        ..project.product.clone()
    };
    let project = Project {
        id: style.clone(),
        product,
        ..project
    };
    Ok(Product {
        style,
        project,
        doubts,
    })
}

/// The kind of garment that a cell names: by its id, its name, or a word for it.
fn kind<'a>(text: &str, library: &'a Library, lang: Lang) -> Result<&'a Kind, String> {
    let is_named = |kind: &&Kind| {
        let names = [kind.id.as_str(), kind.name.get(Lang::En), kind.name.get(Lang::Zh)];
        names.iter().any(|name| name.eq_ignore_ascii_case(text))
    };
    let by_word = || library.kind(bom::kind_in(text)?);
    let found = library.kinds.iter().find(is_named).or_else(by_word);
    let none = if text.is_empty() {
        BatchMsg::KindMissing
    } else {
        BatchMsg::KindUnknown
    };
    found.ok_or_else(|| none.with(lang, &[("kind", &short(text))]))
}

/// The id of the kind that a line names, as it stands in the table of results.
pub(super) fn kind_of(project: &Project) -> &KindId {
    &project.product.kind
}

fn pieces(text: &str, lang: Lang) -> Result<Pieces, String> {
    let pieces = parse_number(text).and_then(|pieces| Pieces::new(pieces).ok());
    let known = pieces.filter(|pieces| pieces.get() > 0.0 && pieces.get() <= MOST_PIECES);
    known.ok_or_else(|| BatchMsg::PiecesBad.with(lang, &[("text", &short(text))]))
}

/// More pieces of one line than all garments of the world are no count.
const MOST_PIECES: f64 = 1e12;
/// The heaviest piece, kg: more is a wrong unit.
const MOST_KG: f64 = 100.0;

/// The mass of one piece in kg; none where the cell is empty. A unit in the cell goes before that of the heading.
fn mass(text: &str, unit: Option<f64>, lang: Lang) -> Result<Option<f64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let at = text.find(char::is_alphabetic).unwrap_or(text.len());
    let (digits, word) = text.split_at(at);
    let unit = if word.is_empty() {
        unit
    } else {
        unit_kg(word.trim().to_lowercase().as_str())
    };
    let kg = parse_number(digits).zip(unit).map(|(number, unit)| number * unit);
    let known = kg.filter(|kg| *kg > 0.0 && *kg <= MOST_KG);
    known
        .map(Some)
        .ok_or_else(|| BatchMsg::MassBad.with(lang, &[("text", &short(text))]))
}

/// A text that is quoted in a sentence.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
