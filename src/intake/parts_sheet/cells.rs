//! A part as a row of cells.

use super::Field;
use crate::data::Library;
use crate::model::{Cloth, Extent, FibreLine, Making, Part, Project};
use crate::text::names::Names;
use crate::text::number::typed;
use crate::text::{CommonMsg, Lang, PartsSheetMsg};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A figure, in the unit of its heading.
    Number(f64),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// As it stands in a sheet of text.
    pub fn words(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(value) => typed(*value),
        }
    }
}

/// The cells of one part, in the order of [`Field::ALL`].
#[derive(Debug, Clone, PartialEq)]
pub struct Row(Vec<Cell>);

impl Row {
    /// The cell of `field`.
    pub fn cell(&self, field: Field) -> &Cell {
        self.0.get(field.place()).unwrap_or(&Cell::Empty)
    }

    /// All cells.
    pub fn cells(&self) -> &[Cell] {
        &self.0
    }
}

/// The row of `part` in `lang`.
pub fn row(part: &Part, project: &Project, library: &Library, lang: Lang) -> Row {
    let names = Names {
        project,
        library,
        lang,
    };
    let quantity = Quantity::of(part);
    let number = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::Number(tidy(value)));
    let cell = |field: &Field| match field {
        Field::Code => Cell::text(part.id.as_str()),
        Field::Name => Cell::text(part.name.get(lang)),
        Field::Role => Cell::text(CommonMsg::from(part.role).text(lang)),
        Field::Composition => Cell::text(composition(part, &names)),
        Field::Gsm => number(quantity.gsm),
        Field::Width => number(quantity.width_cm),
        Field::Consumption => number(Some(quantity.consumption)),
        Field::Unit => Cell::text(unit_word(quantity.unit, lang)),
        Field::Marker => number(quantity.marker),
        Field::Wastage => number(quantity.wastage),
        Field::PieceWeight => number(quantity.piece_g),
        Field::InProduct => Cell::Number(part.mass.grams()),
        Field::Removable => Cell::text(CommonMsg::from(part.removable).text(lang)),
        Field::Supplier => Cell::text(part.papers.supplier.as_str()),
        Field::Certificate => Cell::text(part.papers.certificate.as_str()),
        Field::Note => Cell::text(part.papers.note.as_str()),
    };
    Row(Field::ALL.iter().map(cell).collect())
}

/// In what the consumption is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Running metres.
    Metres,
    /// Square metres.
    SquareMetres,
    /// Pieces.
    Pieces,
}

/// The word for a unit of consumption.
pub const fn unit_word(unit: Counted, lang: Lang) -> &'static str {
    match unit {
        Counted::Metres => "m",
        Counted::SquareMetres => "m2",
        Counted::Pieces => PartsSheetMsg::UnitPieces.text(lang),
    }
}

/// How much of a part there is, as a table says it.
struct Quantity {
    gsm: Option<f64>,
    width_cm: Option<f64>,
    consumption: f64,
    unit: Counted,
    marker: Option<f64>,
    wastage: Option<f64>,
    piece_g: Option<f64>,
}

impl Quantity {
    fn of(part: &Part) -> Self {
        let loss = match &part.making {
            Making::Cloth { cutting_loss, .. } => cutting_loss.map(|loss| loss.value),
            Making::Bought => None,
        };
        if let Some(cloth) = part.cloth {
            return Self::of_cloth(cloth, loss);
        }
        let count = part.count.max(1);
        Self {
            gsm: None,
            width_cm: None,
            consumption: f64::from(count),
            unit: Counted::Pieces,
            marker: loss.map(|loss| (1.0 - loss) * 100.0),
            wastage: None,
            piece_g: Some(part.mass.grams() / f64::from(count)),
        }
    }

    /// What is kept is the marker's; the rest of the loss is bought on top: 1 − loss = kept / (1 + wastage).
    fn of_cloth(cloth: Cloth, loss: Option<f64>) -> Self {
        let (width_cm, consumption, unit) = match cloth.extent {
            Extent::Area(area) => (None, area, Counted::SquareMetres),
            Extent::Length { metres, width_m } => (Some(width_m * 100.0), metres, Counted::Metres),
        };
        let wastage = loss.map(|loss| (cloth.kept / (1.0 - loss) - 1.0) * 100.0);
        Self {
            gsm: Some(cloth.gsm),
            width_cm,
            consumption,
            unit,
            marker: Some(cloth.kept * 100.0),
            wastage: wastage.filter(|wastage| wastage.is_finite() && *wastage > 1e-7),
            piece_g: None,
        }
    }
}

/// A figure without the last digits that reckoning leaves.
fn tidy(value: f64) -> f64 {
    let rounded = (value * 1e9).round() / 1e9;
    if rounded.is_finite() { rounded } else { value }
}

/// The fibres with percentages, as a label has them: what of a fibre is recycled stands apart. A hard part names its
/// material alone.
pub fn composition(part: &Part, names: &Names<'_>) -> String {
    let lang = names.lang;
    let between = match lang {
        Lang::En => " ",
        Lang::Zh | Lang::Both => "",
    };
    let piece = |share: f64, fibre: &str| {
        let percent = typed(share * 100.0);
        (share > 0.0).then(|| format!("{percent}%{between}{fibre}"))
    };
    let line = |line: &FibreLine| {
        let fibre = names.short_fibre(&line.fibre);
        let recycled = line.share.get() * line.feedstock.recycled.get();
        let of_recycled = PartsSheetMsg::Recycled.with(lang, &[("fibre", &fibre)]);
        [
            piece(recycled, &of_recycled),
            piece(line.share.get() - recycled, &fibre),
        ]
    };
    if let (true, [one]) = (part.is_hard(), part.fibres.as_slice()) {
        return names.short_fibre(&one.fibre);
    }
    let pieces: Vec<String> = part.fibres.iter().flat_map(line).flatten().collect();
    pieces.join(" ")
}
