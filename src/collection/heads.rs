//! What the columns of a list mean, by their headings in English or Chinese.

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
        let mass = find(MASS)?;
        Ok(Self {
            style: find(STYLE)?,
            kind: find(KIND)?.ok_or(HeadsError::NoKind)?,
            label: find(LABEL)?.ok_or(HeadsError::NoLabel)?,
            pieces: find(PIECES)?.ok_or(HeadsError::NoPieces)?,
            mass_unit: mass.and_then(|place| heads.get(place)?.1),
            mass,
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
    fn what_is_missing_or_there_twice_is_said() {
        assert_eq!(heads("label,pieces"), Err(HeadsError::NoKind));
        assert_eq!(heads("kind,pieces"), Err(HeadsError::NoLabel));
        assert_eq!(heads("kind,label"), Err(HeadsError::NoPieces));
        assert_eq!(heads("kind,label,pieces,qty"), Err(HeadsError::Twice));
    }
}
