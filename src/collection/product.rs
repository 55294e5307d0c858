//! One line of a list as a product with its pathways.
//!
//! Invariant: what a line says is taken as it stands or refused with the reason; only a mass that it does not give is
//! taken from the kind of garment, and that is said.

use super::entry::{Entry, What};
use super::heads::{Heads, unit_kg};
use crate::data::{Kind, Library};
use crate::intake::label::{self, LabelPart, Severity};
use crate::intake::{bom, from_label, sample};
use crate::model::{KindId, Name, Part, Product as Garment, Project, Role};
use crate::project_file;
use crate::quantity::{Mass, Pieces};
use crate::text::{BatchMsg, CommonMsg, Lang, number, parse_number};

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
    let mut doubts = Vec::new();
    let mut parts = composition(heads.label(cells), lang, &mut doubts)?;
    let mut given = Vec::new();
    for head in &heads.parts {
        let name = role_name(head.role, lang);
        let about = |why: String| BatchMsg::PartOpen.with(lang, &[("part", name), ("why", &why)]);
        let said = head.label(cells);
        if !said.is_empty() {
            let own = composition(said, lang, &mut doubts).map_err(about)?;
            // A composition that names no part speaks of the shell.
            if parts
                .iter()
                .any(|part| part.role.unwrap_or(Role::Shell) == head.role)
            {
                return Err(BatchMsg::PartTwice.with(lang, &[("part", name)]));
            }
            parts.extend(own.into_iter().map(|part| LabelPart {
                role: Some(head.role),
                ..part
            }));
        }
        given.extend(
            mass(head.mass(cells), head.mass_unit, lang)
                .map_err(about)?
                .map(|kg| (head.role, kg)),
        );
    }
    let project = from_label(&parts, kind, library, sample());
    let (parts, is_assumed) = weighed(&project.product.parts, kg, &given, lang)?;
    if is_assumed {
        doubts.push(BatchMsg::MassAssumed.text(lang).to_owned());
    }
    let style = heads.style(cells).to_owned();
    let product = Garment {
        parts,
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

/// The parts that a composition names, whole and without a fault; what is doubtful goes to `doubts`.
fn composition(text: &str, lang: Lang, doubts: &mut Vec<String>) -> Result<Vec<LabelPart>, String> {
    let label = label::parse(text);
    let is_open = |part: &LabelPart| part.is_off() || !part.named.is_empty();
    let fault = label
        .findings
        .iter()
        .find(|found| found.severity() == Severity::Error);
    let open = label.parts.iter().any(is_open);
    let found = label.findings.iter().filter(|found| found.is_doubt());
    let found: Vec<String> = found.map(|found| found.text(lang)).collect();
    if fault.is_some() || open || label.parts.is_empty() {
        let said = fault.map(|found| found.text(lang));
        let said = said.or_else(|| found.first().cloned());
        return Err(said.unwrap_or_else(|| BatchMsg::LabelOpen.text(lang).to_owned()));
    }
    doubts.extend(found);
    Ok(label.parts)
}

/// `parts` with the masses that are `given` by role, and the rest of `whole` shared out among the others as is usual; true
/// where a mass is assumed. Where several parts have one role, its mass is that of all of them.
fn weighed(
    parts: &[Part],
    whole: Option<f64>,
    given: &[(Role, f64)],
    lang: Lang,
) -> Result<(Vec<Part>, bool), String> {
    let own = |part: &Part| {
        given
            .iter()
            .find(|(role, _)| *role == part.role)
            .map(|(_, kg)| *kg)
    };
    let usual =
        |of: &dyn Fn(&&Part) -> bool| -> f64 { parts.iter().filter(of).map(|part| part.mass.get()).sum() };
    if let Some((role, _)) = given
        .iter()
        .find(|(role, _)| parts.iter().all(|part| part.role != *role))
    {
        return Err(BatchMsg::PartLacks.with(lang, &[("part", role_name(*role, lang))]));
    }
    let fixed: f64 = given.iter().map(|(_, kg)| kg).sum();
    let others = usual(&|part| own(part).is_none());
    let rest = whole.map(|whole| whole - fixed);
    // What is left for parts that nobody weighed is more than nothing; where all are weighed, nothing is left.
    let fits = rest.is_none_or(|rest| {
        if others > 0.0 {
            rest > 0.0
        } else {
            rest.abs() <= NEAR * fixed
        }
    });
    if !fits {
        let grams = |kg: f64| number::grams(kg, lang);
        let values = [
            ("parts", &*grams(fixed)),
            ("whole", &grams(whole.unwrap_or_default())),
        ];
        return Err(BatchMsg::PartsHeavy.with(lang, &values));
    }
    let scale = rest.filter(|_| others > 0.0).map_or(1.0, |rest| rest / others);
    let mass = |part: &Part| match own(part) {
        Some(kg) => kg * part.mass.get() / usual(&|other| other.role == part.role),
        None => part.mass.get() * scale,
    };
    let weighed = parts.iter().map(|part| Part {
        mass: Mass::new(mass(part)).unwrap_or_default(),
        cloth: None,
        ..part.clone()
    });
    Ok((weighed.collect(), whole.is_none() && others > 0.0))
}

fn role_name(role: Role, lang: Lang) -> &'static str {
    CommonMsg::from(role).text(lang)
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
/// Share by which weighed parts may miss the mass of the piece: rounding.
const NEAR: f64 = 0.01;
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
