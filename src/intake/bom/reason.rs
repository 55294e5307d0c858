//! Why a row is doubtful or was skipped, naming its cells.

use super::columns::Column;
use crate::intake::label::Finding;
use crate::model::Name;
use crate::text::number::{grams, share};
use crate::text::{BomMsg, Lang};

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Read without a doubt.
    Read,
    /// Read, and something should be looked at.
    Doubtful,
    /// Not taken in.
    Skipped,
}

impl Status {
    /// The word in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Doubtful => "doubtful",
            Self::Skipped => "skipped",
        }
    }
}

/// One reason; cells are named as spreadsheets do.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// A heading within the table.
    Heading,
    /// A row of sums.
    Total,
    /// More parts than a project holds.
    TooMany,
    /// No mass: these columns would give one, with the cells where the sheet has them.
    NoMass(Vec<(Column, String)>),
    /// The cell holds no figure that can be used.
    NotFigure(Column, String, String),
    /// The unit is not known.
    UnknownUnit(String, String),
    /// No unit: metres were assumed for cloth, pieces for the rest.
    UnitAssumed(String),
    /// No marker efficiency: the usual cutting loss of the kind was assumed.
    MarkerAssumed(f64),
    /// A marker efficiency that cannot be.
    MarkerOdd(String, f64),
    /// A wastage below 1 was read as a fraction.
    WastageFraction(String, f64),
    /// The figure is far from what is usual.
    Unusual(Column, String, String),
    /// Mass by area and stated mass differ, in kg.
    TwoMasses(String, f64, f64),
    /// The mass of a piece stands for the whole consumption.
    WeightAlone(String),
    /// More mass than a garment has, in kg.
    Heavy(f64),
    /// No composition: counted as other fibre.
    NoComposition(String),
    /// A composition without percentages: counted as the named material.
    NoShares {
        /// The cell.
        cell: String,
        /// What stands in it.
        text: String,
        /// The material that is counted.
        fibre: Name,
    },
    /// The composition speaks of several parts; one was taken.
    SeveralParts(String),
    /// What was doubtful about the composition.
    Label(String, Finding),
}

impl Reason {
    /// The status that this reason alone would give.
    pub const fn status(&self) -> Status {
        match self {
            Self::Heading | Self::Total | Self::TooMany | Self::NoMass(_) => Status::Skipped,
            _ => Status::Doubtful,
        }
    }

    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Heading => BomMsg::Heading.text(lang).to_owned(),
            Self::Total => BomMsg::Total.text(lang).to_owned(),
            Self::TooMany => BomMsg::TooMany.text(lang).to_owned(),
            Self::NoMass(missing) => BomMsg::NoMass.with(lang, &[("missing", &missing_cells(missing, lang))]),
            Self::NotFigure(column, cell, text) | Self::Unusual(column, cell, text) => {
                let message = if matches!(self, Self::NotFigure(..)) {
                    BomMsg::NotFigure
                } else {
                    BomMsg::Unusual
                };
                let column = column_name(*column, lang);
                message.with(lang, &[("cell", cell), ("column", column), ("text", text)])
            }
            Self::UnknownUnit(cell, text) => {
                BomMsg::UnknownUnit.with(lang, &[("cell", cell), ("text", text)])
            }
            Self::UnitAssumed(cell) => BomMsg::UnitAssumed.with(lang, &[("cell", cell)]),
            Self::WeightAlone(cell) => BomMsg::WeightAlone.with(lang, &[("cell", cell)]),
            Self::NoComposition(cell) => BomMsg::NoComposition.with(lang, &[("cell", cell)]),
            Self::SeveralParts(cell) => BomMsg::SeveralParts.with(lang, &[("cell", cell)]),
            _ => self.text_with_figures(lang),
        }
    }

    fn text_with_figures(&self, lang: Lang) -> String {
        match self {
            Self::MarkerAssumed(loss) => BomMsg::MarkerAssumed.with(lang, &[("loss", &share(*loss, lang))]),
            Self::MarkerOdd(cell, value) => {
                BomMsg::MarkerOdd.with(lang, &[("cell", cell), ("value", &share(*value, lang))])
            }
            Self::WastageFraction(cell, value) => {
                BomMsg::WastageFraction.with(lang, &[("cell", cell), ("value", &share(*value, lang))])
            }
            Self::TwoMasses(cell, by_area, stated) => BomMsg::TwoMasses.with(
                lang,
                &[
                    ("cell", cell),
                    ("area", &grams(*by_area, lang)),
                    ("stated", &grams(*stated, lang)),
                ],
            ),
            Self::Heavy(mass) => BomMsg::Heavy.with(lang, &[("mass", &grams(*mass, lang))]),
            Self::NoShares { cell, text, fibre } => BomMsg::NoShares.with(
                lang,
                &[("cell", cell), ("text", text), ("fibre", fibre.get(lang))],
            ),
            Self::Label(cell, finding) => {
                BomMsg::OfCell.with(lang, &[("cell", cell), ("text", &finding.text(lang))])
            }
            _ => String::new(),
        }
    }
}

fn missing_cells(missing: &[(Column, String)], lang: Lang) -> String {
    let names: Vec<String> = missing
        .iter()
        .map(|(column, cell)| {
            let name = column_name(*column, lang);
            match (cell.as_str(), lang) {
                ("", _) => name.to_owned(),
                (cell, Lang::En) => format!("{name} ({cell})"),
                (cell, Lang::Zh | Lang::Both) => format!("{name}（{cell}）"),
            }
        })
        .collect();
    names.join(match lang {
        Lang::En => ", ",
        Lang::Zh | Lang::Both => "、",
    })
}

/// The name of a column.
pub const fn column_name(column: Column, lang: Lang) -> &'static str {
    let message = match column {
        Column::Material => BomMsg::Material,
        Column::Placement => BomMsg::Placement,
        Column::Composition => BomMsg::Composition,
        Column::Gsm => BomMsg::Gsm,
        Column::Width => BomMsg::Width,
        Column::Consumption => BomMsg::Consumption,
        Column::Unit => BomMsg::Unit,
        Column::Marker => BomMsg::Marker,
        Column::Wastage => BomMsg::Wastage,
        Column::PieceWeight => BomMsg::PieceWeight,
        Column::Supplier => BomMsg::Supplier,
        Column::Certificate => BomMsg::Certificate,
    };
    message.text(lang)
}
