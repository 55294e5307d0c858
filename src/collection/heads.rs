//! What the columns of a list mean, by their headings in English or Chinese.

use crate::intake::bom::role_called;
use crate::model::Role;
use crate::text::{BatchMsg, Lang};

/// Headings of the style number.
const STYLE: &[&str] = &[
    "style",
    "stylenumber",
    "styleno",
    "sku",
    "article",
    "款号",
    "货号",
    "编号",
];
/// Headings of the kind of garment.
const KIND: &[&str] = &[
    "kind",
    "garment",
    "kindofgarment",
    "category",
    "种类",
    "服装种类",
    "品类",
    "类别",
];
/// Headings of the composition label.
const LABEL: &[&str] = &[
    "composition",
    "compositionlabel",
    "label",
    "fibres",
    "fibers",
    "成分",
    "面料成分",
    "纤维成分",
    "成分标签",
];
/// Headings of the mass of one piece; each with a unit behind it.
const MASS: &[&str] = &[
    "mass",
    "weight",
    "massperpiece",
    "weightperpiece",
    "重量",
    "质量",
    "单件重量",
    "单件质量",
];
/// Headings of the pieces of a year.
const PIECES: &[&str] = &[
    "pieces",
    "piecesperyear",
    "quantity",
    "qty",
    "件数",
    "年件数",
    "数量",
    "年产量",
];

/// Which columns of a list say what.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heads {
    style: Option<usize>,
    kind: usize,
    label: usize,
    mass: Option<usize>,
    /// Kilograms of one unit of the mass; none where each cell says its unit.
    pub(super) mass_unit: Option<f64>,
    pieces: usize,
    /// Parts with columns of their own.
    pub(super) parts: Vec<PartHead>,
}

/// A part that has columns of its own: what it is made of, and what it weighs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PartHead {
    /// The part.
    pub(super) role: Role,
    label: Option<usize>,
    mass: Option<usize>,
    /// Kilograms of one unit of its mass; none where each cell says its unit.
    pub(super) mass_unit: Option<f64>,
}

impl PartHead {
    const fn new(role: Role) -> Self {
        Self {
            role,
            label: None,
            mass: None,
            mass_unit: None,
        }
    }

    /// The composition of the part in `cells`; empty where there is none.
    pub(super) fn label<'a>(&self, cells: &'a [String]) -> &'a str {
        self.label.map_or("", |place| at(cells, place))
    }

    /// Its mass in `cells`.
    pub(super) fn mass<'a>(&self, cells: &'a [String]) -> &'a str {
        self.mass.map_or("", |place| at(cells, place))
    }
}

/// What a column says of a part.
enum OfPart {
    Label,
    Mass(Option<f64>),
}

/// The part that the heading `cell` speaks of, and what it says: `Lining`, `里料成分`, `lining mass (g)`.
fn of_part(cell: &str) -> Option<(Role, OfPart)> {
    let plain: String = cell.chars().map(|c| if c == '（' { '(' } else { c }).collect();
    let (words, rest) = plain.split_once('(').unwrap_or((&plain, ""));
    let words = words.to_lowercase().replace('_', " ");
    let words = words.trim();
    let before = |endings: &[&str]| {
        let ending = endings.iter().find_map(|ending| words.strip_suffix(ending));
        ending.and_then(|before| role_called(before.trim()))
    };
    let unit = rest.trim_end_matches([')', '）']).trim();
    // A weight of cloth is one of an area unless it says otherwise.
    let (kg, is_plain) = (unit_kg(unit), unit.is_empty());
    let mass = before(&["mass", "质量"]).filter(|_| is_plain || kg.is_some());
    let weight = || before(&["weight", "重量"]).filter(|_| kg.is_some());
    if let Some(role) = mass.or_else(weight) {
        return Some((role, OfPart::Mass(kg)));
    }
    for (ending, kg) in [
        ("mass kg", 1.0),
        ("mass g", 1e-3),
        ("weight kg", 1.0),
        ("weight g", 1e-3),
    ] {
        if let Some(role) = before(&[ending]) {
            return Some((role, OfPart::Mass(Some(kg))));
        }
    }
    let role = before(&["composition", "成分"]).or_else(|| role_called(words))?;
    Some((role, OfPart::Label))
}

/// Why a list has no headings that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadsError {
    /// No column of kinds.
    NoKind,
    /// No column of labels.
    NoLabel,
    /// No column of pieces.
    NoPieces,
    /// Two columns mean the same.
    Twice,
}

impl HeadsError {
    /// The sentence in `lang`.
    pub const fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::NoKind => BatchMsg::NoKindColumn.text(lang),
            Self::NoLabel => BatchMsg::NoLabelColumn.text(lang),
            Self::NoPieces => BatchMsg::NoPiecesColumn.text(lang),
            Self::Twice => BatchMsg::ColumnTwice.text(lang),
        }
    }
}

/// A heading without case, blanks and unit, and its unit.
fn split(head: &str) -> (String, Option<f64>) {
    let plain: String = head.chars().map(|c| if c == '（' { '(' } else { c }).collect();
    let (name, rest) = plain.split_once('(').unwrap_or((&plain, ""));
    let letters = |text: &str| -> String {
        let kept = text.chars().filter(|c| c.is_alphanumeric());
        kept.flat_map(char::to_lowercase).collect()
    };
    let mut name = letters(name);
    let mut unit = unit_kg(&letters(rest));
    for (ending, kg) in [("kg", 1.0), ("g", 1e-3)] {
        let before = name.strip_suffix(ending).filter(|before| MASS.contains(before));
        if let Some(before) = before.map(str::to_owned) {
            (name, unit) = (before, Some(kg));
        }
    }
    (name, unit)
}

/// Kilograms of the unit called `word`.
pub(super) fn unit_kg(word: &str) -> Option<f64> {
    match word {
        "g" | "gram" | "grams" | "克" => Some(1e-3),
        "kg" | "千克" | "公斤" => Some(1.0),
        _ => None,
    }
}

impl Heads {
    /// What the columns under the headings `cells` mean.
    pub fn of(cells: &[String]) -> Result<Self, HeadsError> {
        let heads: Vec<(String, Option<f64>)> = cells.iter().map(|cell| split(cell)).collect();
        let find = |known: &[&str]| {
            let mut places = heads
                .iter()
                .enumerate()
                .filter(|(_, (name, _))| known.contains(&name.as_str()));
            let place = places.next().map(|(place, _)| place);
            if places.next().is_some() {
                return Err(HeadsError::Twice);
            }
            Ok(place)
        };
        let (style, kind, label) = (find(STYLE)?, find(KIND)?, find(LABEL)?);
        let (mass, pieces) = (find(MASS)?, find(PIECES)?);
        let taken = [style, kind, label, mass, pieces];
        let left = cells
            .iter()
            .enumerate()
            .filter(|(place, _)| !taken.contains(&Some(*place)));
        let mut parts: Vec<PartHead> = Vec::new();
        for (place, (role, says)) in left.filter_map(|(place, cell)| Some((place, of_part(cell)?))) {
            let at = parts
                .iter()
                .position(|part| part.role == role)
                .unwrap_or_else(|| {
                    parts.push(PartHead::new(role));
                    parts.len() - 1
                });
            let old = parts.get_mut(at).and_then(|part| match says {
                OfPart::Label => part.label.replace(place),
                OfPart::Mass(unit) => {
                    part.mass_unit = unit;
                    part.mass.replace(place)
                }
            });
            if old.is_some() {
                return Err(HeadsError::Twice);
            }
        }
        // A list may say what the shell is made of in place of the whole label.
        let shell = parts.iter_mut().find(|part| part.role == Role::Shell);
        let label = label.or_else(|| shell?.label.take());
        Ok(Self {
            style,
            kind: kind.ok_or(HeadsError::NoKind)?,
            label: label.ok_or(HeadsError::NoLabel)?,
            pieces: pieces.ok_or(HeadsError::NoPieces)?,
            mass_unit: mass.and_then(|place| heads.get(place)?.1),
            mass,
            parts,
        })
    }

    /// The style number in `cells`; empty where there is none.
    pub fn style<'a>(&self, cells: &'a [String]) -> &'a str {
        self.style.map_or("", |place| at(cells, place))
    }

    pub(super) fn kind<'a>(&self, cells: &'a [String]) -> &'a str {
        at(cells, self.kind)
    }

    pub(super) fn label<'a>(&self, cells: &'a [String]) -> &'a str {
        at(cells, self.label)
    }

    pub(super) fn mass<'a>(&self, cells: &'a [String]) -> &'a str {
        self.mass.map_or("", |place| at(cells, place))
    }

    pub(super) fn pieces<'a>(&self, cells: &'a [String]) -> &'a str {
        at(cells, self.pieces)
    }
}

fn at(cells: &[String], place: usize) -> &str {
    cells.get(place).map_or("", |cell| cell.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads(line: &str) -> Result<Heads, HeadsError> {
        let cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        Heads::of(&cells)
    }

    #[test]
    fn headings_are_known_in_both_languages_with_their_units() {
        let english = heads("Style number,Kind,Composition,Mass (g),Pieces per year").unwrap();
        let chinese = heads("款号,品类,成分,重量（克）,件数").unwrap();
        assert_eq!(english, chinese);
        assert_eq!(english.mass_unit, Some(1e-3));
        assert_eq!(heads("pieces,label,kind,mass_kg").unwrap().mass_unit, Some(1.0));
        assert_eq!(heads("pieces,label,kind").unwrap().mass, None);
    }

    #[test]
    fn parts_have_columns_of_their_own() {
        let english = heads("kind,composition,Lining,lining mass (g),zipper,pieces,colour").unwrap();
        let chinese = heads("品类,成分,里料成分,里料重量（克）,拉链,件数,颜色").unwrap();
        assert_eq!(english, chinese);
        let roles: Vec<Role> = english.parts.iter().map(|part| part.role).collect();
        assert_eq!(roles, [Role::Lining, Role::Zip]);
        assert_eq!(english.parts[0].mass_unit, Some(1e-3));
        // Of lists that have no label but columns of parts, the shell is the label.
        let shell = heads("kind,面料,里料,pieces").unwrap();
        assert_eq!((shell.label, shell.parts.len()), (1, 2));
        assert_eq!(heads("kind,label,lining,里料,pieces"), Err(HeadsError::Twice));
        // Words that merely hold one of a part are none.
        assert_eq!(
            heads("kind,label,pieces,fabric supplier,zip code").unwrap().parts,
            []
        );
        // Nor is the weight of a square metre the mass of a part.
        for cloth in [
            "fabric weight (gsm),fabric weight",
            "面料克重,面料重量（g/m²）",
            "lining mass (g/m2),里料重量",
        ] {
            let found = heads(&format!("kind,label,pieces,{cloth}")).unwrap();
            assert_eq!(found.parts, [], "{cloth}");
        }
    }

    #[test]
    fn what_is_missing_or_there_twice_is_said() {
        assert_eq!(heads("label,pieces"), Err(HeadsError::NoKind));
        assert_eq!(heads("kind,pieces"), Err(HeadsError::NoLabel));
        assert_eq!(heads("kind,label"), Err(HeadsError::NoPieces));
        assert_eq!(heads("kind,label,pieces,qty"), Err(HeadsError::Twice));
    }
}
