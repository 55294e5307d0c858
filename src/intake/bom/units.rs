//! Units of figures in tables, and for how many garments a consumption is.

use super::words::{Words, word_key};
use crate::intake::chars::{is_chinese, plain_text};
use serde::{Deserialize, Serialize};

/// A unit of a figure in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// m.
    Metre,
    /// yd.
    Yard,
    /// ft.
    Foot,
    /// cm.
    Centimetre,
    /// in.
    Inch,
    /// mm.
    Millimetre,
    /// m².
    SquareMetre,
    /// yd².
    SquareYard,
    /// ft².
    SquareFoot,
    /// kg.
    Kilogram,
    /// g.
    Gram,
    /// lb.
    Pound,
    /// oz.
    Ounce,
    /// Piece.
    Piece,
    /// Pair.
    Pair,
    /// Twelve pieces.
    Dozen,
    /// Twelve dozen pieces.
    Gross,
    /// Set.
    Set,
    /// Cone of thread.
    Cone,
    /// g/m².
    Gsm,
    /// oz/yd².
    OuncePerYard,
    /// Per cent.
    Percent,
}

impl Unit {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::Metre,
        Self::Yard,
        Self::Foot,
        Self::Centimetre,
        Self::Inch,
        Self::Millimetre,
        Self::SquareMetre,
        Self::SquareYard,
        Self::SquareFoot,
        Self::Kilogram,
        Self::Gram,
        Self::Pound,
        Self::Ounce,
        Self::Piece,
        Self::Pair,
        Self::Dozen,
        Self::Gross,
        Self::Set,
        Self::Cone,
        Self::Gsm,
        Self::OuncePerYard,
        Self::Percent,
    ];

    /// Metres in one, for lengths.
    pub const fn metres(self) -> Option<f64> {
        match self {
            Self::Metre => Some(1.0),
            Self::Yard => Some(0.9144),
            Self::Foot => Some(0.3048),
            Self::Centimetre => Some(0.01),
            Self::Inch => Some(0.0254),
            Self::Millimetre => Some(0.001),
            _ => None,
        }
    }

    /// Square metres in one, for areas.
    pub const fn square_metres(self) -> Option<f64> {
        match self {
            Self::SquareMetre => Some(1.0),
            Self::SquareYard => Some(0.836_127_36),
            Self::SquareFoot => Some(0.092_903_04),
            _ => None,
        }
    }

    /// Kilograms in one, for masses.
    pub const fn kilograms(self) -> Option<f64> {
        match self {
            Self::Kilogram => Some(1.0),
            Self::Gram => Some(0.001),
            Self::Pound => Some(0.453_592_37),
            Self::Ounce => Some(OUNCE_KG),
            _ => None,
        }
    }

    /// Grams per square metre in one, for cloth weights; ounces are those of a square yard.
    pub const fn gsm(self) -> Option<f64> {
        match self {
            Self::Gsm => Some(1.0),
            Self::OuncePerYard | Self::Ounce => Some(OUNCE_KG * 1000.0 / 0.836_127_36),
            _ => None,
        }
    }

    /// Pieces in one, for counts.
    pub const fn pieces(self) -> Option<f64> {
        match self {
            Self::Piece | Self::Pair | Self::Set => Some(1.0),
            Self::Dozen => Some(12.0),
            Self::Gross => Some(144.0),
            _ => None,
        }
    }

    /// True where a consumption can be in it.
    pub const fn is_quantity(self) -> bool {
        !matches!(self, Self::Gsm | Self::OuncePerYard | Self::Percent)
    }

    /// How it is written.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Metre => "m",
            Self::Yard => "yd",
            Self::Foot => "ft",
            Self::Centimetre => "cm",
            Self::Inch => "in",
            Self::Millimetre => "mm",
            Self::SquareMetre => "m²",
            Self::SquareYard => "yd²",
            Self::SquareFoot => "ft²",
            Self::Kilogram => "kg",
            Self::Gram => "g",
            Self::Pound => "lb",
            Self::Ounce => "oz",
            Self::Piece => "pcs",
            Self::Pair => "pair",
            Self::Dozen => "dozen",
            Self::Gross => "gross",
            Self::Set => "set",
            Self::Cone => "cone",
            Self::Gsm => "g/m²",
            Self::OuncePerYard => "oz/yd²",
            Self::Percent => "%",
        }
    }
}

/// Kilograms of an ounce.
const OUNCE_KG: f64 = 0.028_349_523_125;

/// A unit, and for how many garments, where that stands with it: `kg/dz`, `米/件`, `pcs per 100`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Measure {
    /// The unit.
    pub(super) unit: Option<Unit>,
    /// How many garments.
    pub(super) per: Option<f64>,
}

impl Measure {
    /// What `text` says where it is a unit and nothing else.
    pub(super) fn of(text: &str) -> Option<Self> {
        let words = Words::builtin();
        if let Some(unit) = words.unit(text) {
            return Some(Self {
                unit: Some(unit),
                per: None,
            });
        }
        let plain = plain_text(text);
        let (unit, per) = plain
            .split_once('/')
            .or_else(|| plain.split_once(" per "))
            .or_else(|| plain.split_once('每'))?;
        let unit = words.unit(unit.trim_matches(['(', ')', ' ']));
        let per = named_garments(per.trim_matches(['(', ')', ' ']))?;
        unit.map(|unit| Self {
            unit: Some(unit),
            per: Some(per),
        })
    }
}

/// How many garments `text` names and nothing else: `dozen`, `100 pcs`, `件`, `24`.
pub fn garments(text: &str) -> Option<f64> {
    let alone = text
        .trim()
        .parse()
        .ok()
        .filter(|number: &u32| (1..=100_000).contains(number));
    alone.map(f64::from).or_else(|| named_garments(text))
}

/// The same by a word: a figure alone names no garments in running text.
fn named_garments(text: &str) -> Option<f64> {
    let key = word_key(text);
    if let Some(number) = Words::builtin().per(&key) {
        return Some(number);
    }
    let end = key.find(|c: char| !c.is_ascii_digit())?;
    let (digits, rest) = key.split_at(end);
    let number: f64 = digits.parse().ok()?;
    let is_one = Words::builtin().per(rest.trim()) == Some(1.0);
    let is_dozen = Words::builtin().per(rest.trim()) == Some(12.0);
    let times = if is_dozen { 12.0 } else { 1.0 };
    ((is_one || is_dozen) && (1.0..=100_000.0).contains(&number)).then_some(number * times)
}

/// For how many garments a heading or title says that the consumption is: `Consumption/Dz`, `每百件用量`, `for 100 pcs`.
pub(super) fn per_of(text: &str) -> Option<f64> {
    let key = word_key(text);
    let mut found = None;
    for mark in ["/", "per ", "for ", "每"] {
        for (at, _) in key.match_indices(mark) {
            let is_word = !mark.ends_with(' ') || key.get(..at).is_none_or(|before| !ends_in_letter(before));
            let rest = key.get(at + mark.len()..).unwrap_or_default().trim();
            if is_word {
                found = found.or_else(|| starts_with_garments(rest));
            }
        }
    }
    // "百件用量", "100件用量", "打用量".
    found.or_else(|| {
        let is_chinese_text = key.chars().any(is_chinese);
        let rest = key.trim();
        (is_chinese_text && !rest.starts_with('件'))
            .then(|| starts_with_garments(rest))
            .flatten()
            .filter(|per| *per > 1.0)
    })
}

fn ends_in_letter(text: &str) -> bool {
    text.chars().next_back().is_some_and(char::is_alphanumeric)
}

/// The longest beginning of `text` that names garments.
fn starts_with_garments(text: &str) -> Option<f64> {
    const LONGEST: usize = 16;
    let ends: Vec<usize> = text
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(LONGEST)
        .collect();
    ends.into_iter().rev().find_map(|end| {
        let (head, rest) = text.split_at_checked(end)?;
        let last = head.chars().next_back()?;
        let next = rest.chars().next();
        let is_cut = !is_chinese(last) && next.is_some_and(|c| c.is_alphanumeric() && !is_chinese(c));
        if is_cut { None } else { named_garments(head) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_with_what_they_are_for() {
        let cases = [
            ("kg/dz", Some((Unit::Kilogram, Some(12.0)))),
            ("米/件", Some((Unit::Metre, Some(1.0)))),
            ("M/件", Some((Unit::Metre, Some(1.0)))),
            ("lbs/doz", Some((Unit::Pound, Some(12.0)))),
            ("pcs per 100 pcs", Some((Unit::Piece, Some(100.0)))),
            ("oz/yd2", Some((Unit::OuncePerYard, None))),
            ("g/m²", Some((Unit::Gsm, None))),
            ("Kgs.", Some((Unit::Kilogram, None))),
            ("sq ft", Some((Unit::SquareFoot, None))),
            ("furlong", None),
            ("m/furlong", None),
        ];
        for (text, expected) in cases {
            let found = Measure::of(text).map(|found| (found.unit.unwrap(), found.per));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn for_how_many_garments() {
        let cases = [
            ("Consumption/Dz", Some(12.0)),
            ("Consumption per dozen", Some(12.0)),
            ("Cons. (kg per 12 pcs)", Some(12.0)),
            ("Consumption for 100 pcs", Some(100.0)),
            ("每百件用量", Some(100.0)),
            ("用量（米/打）", Some(12.0)),
            ("打用量", Some(12.0)),
            ("100件用量", Some(100.0)),
            ("单件用量", None),
            ("Usage per garment", Some(1.0)),
            ("Consumption", None),
            ("Weight g/m2", None),
            ("Consumption per size (m)", None),
            ("件用量", None),
        ];
        for (text, expected) in cases {
            assert_eq!(per_of(text), expected, "{text}");
        }
    }
}
