//! Why a row is doubtful or was skipped, naming its cells.

use super::columns::Column;
use crate::intake::label::Finding;
use crate::model::Name;
use crate::text::number::{grams, share, typed};
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
    /// The user leaves it out.
    LeftOut,
    /// The spreadsheet does not show it.
    Hidden,
    /// Work or a service, no material.
    Work,
    /// It stands for the row with this number, which counts.
    Alike(usize),
    /// An alternative to another material.
    Alternative,
    /// No mass: these columns would give one, with the cells where the sheet has them.
    NoMass(Vec<(Column, String)>),
    /// The cell holds no figure that can be used.
    NotFigure(Column, String, String),
    /// The cell holds a formula whose value is not in the file.
    Unreckoned(Column, String),
    /// The unit is not known.
    UnknownUnit(String, String),
    /// No unit: metres were assumed for cloth, pieces for the rest; true where the heading makes that likely.
    UnitAssumed(String, bool),
    /// No marker efficiency: the usual cutting loss of the kind was assumed.
    MarkerAssumed(f64),
    /// A marker efficiency that cannot be.
    MarkerOdd(String, String),
    /// A wastage without its sign was read as this.
    WastageFraction(String, f64),
    /// Consumption with wastage is this much above the one without, but the wastage is stated as this.
    NetAndGross(String, f64, f64),
    /// The figure is far from what is usual.
    Unusual(Column, String, String),
    /// The cell gives a range; its middle was taken.
    Range(Column, String, String, f64),
    /// The comma or point of the figure may mean either; it was read as this.
    Comma(Column, String, String, f64),
    /// The quantity is that of merged cells, which counts once, in this cell.
    MergedOnce(Column, String),
    /// What stands in merged cells above was taken.
    Filled(Column, String),
    /// The figure or words of a column, in this cell, differ from what stands elsewhere in the row; those of the column hold.
    Conflict(Column, String, String, String),
    /// Mass by area and stated mass differ, in kg.
    TwoMasses(String, f64, f64),
    /// The mass of a piece stands for the whole consumption.
    WeightAlone(String),
    /// No weight: the usual mass of this trim was assumed, in kg.
    UsualMass(Name, f64),
    /// Packaging without a weight.
    PackagingUnweighed,
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
        /// It is cloth, and nothing of what stands there is known.
        is_open: bool,
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
            Self::Heading
            | Self::Total
            | Self::TooMany
            | Self::LeftOut
            | Self::Hidden
            | Self::Work
            | Self::Alike(_)
            | Self::Alternative
            | Self::NoMass(_) => Status::Skipped,
            _ => Status::Doubtful,
        }
    }

    /// True where somebody has to answer before the row is sure; the others say what was assumed or left out.
    pub fn is_question(&self) -> bool {
        match self {
            Self::NoMass(_)
            | Self::NotFigure(..)
            | Self::Unreckoned(..)
            | Self::UnknownUnit(..)
            | Self::UnitAssumed(_, false)
            | Self::MarkerOdd(..)
            | Self::NetAndGross(..)
            | Self::Unusual(..)
            | Self::Comma(..)
            | Self::MergedOnce(..)
            | Self::Conflict(..)
            | Self::TwoMasses(..)
            | Self::WeightAlone(_)
            | Self::Alternative
            | Self::Heavy(_)
            | Self::SeveralParts(_)
            | Self::NoComposition(_)
            | Self::TooMany => true,
            Self::NoShares { is_open, .. } => *is_open,
            Self::Label(_, finding) => finding.is_doubt(),
            _ => false,
        }
    }

    /// True where the row has no mass before it is answered.
    pub(super) const fn leaves_unclear(&self) -> bool {
        matches!(self, Self::UnknownUnit(..)) || self.is_unreckoned_quantity()
    }

    /// True where a quantity cannot be had.
    pub(super) const fn is_unreckoned_quantity(&self) -> bool {
        matches!(
            self,
            Self::Unreckoned(
                Column::Consumption | Column::GrossConsumption | Column::Unit | Column::Width | Column::Gsm,
                _
            )
        )
    }

    /// The columns whose cells it is about; none where it is about the whole row.
    pub fn columns(&self) -> Vec<Column> {
        match self {
            Self::NoMass(missing) => missing.iter().map(|(column, _)| *column).collect(),
            Self::NotFigure(column, ..)
            | Self::Unusual(column, ..)
            | Self::Unreckoned(column, _)
            | Self::Range(column, ..)
            | Self::Comma(column, ..)
            | Self::Conflict(column, ..)
            | Self::MergedOnce(column, _)
            | Self::Filled(column, _) => vec![*column],
            Self::UnknownUnit(..) => vec![Column::Unit],
            Self::UnitAssumed(..) => vec![Column::Consumption],
            Self::NetAndGross(..) => vec![Column::GrossConsumption],
            Self::MarkerAssumed(_) | Self::MarkerOdd(..) => vec![Column::Marker],
            Self::WastageFraction(..) => vec![Column::Wastage],
            Self::TwoMasses(..) | Self::WeightAlone(_) | Self::UsualMass(..) => vec![Column::PieceWeight],
            Self::NoComposition(_) | Self::NoShares { .. } | Self::SeveralParts(_) | Self::Label(..) => {
                vec![Column::Composition]
            }
            _ => Vec::new(),
        }
    }

    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        let whole = match self {
            Self::Heading => BomMsg::Heading,
            Self::Total => BomMsg::Total,
            Self::TooMany => BomMsg::TooMany,
            Self::LeftOut => BomMsg::LeftOut,
            Self::Hidden => BomMsg::Hidden,
            Self::Work => BomMsg::Work,
            Self::Alternative => BomMsg::Alternative,
            Self::PackagingUnweighed => BomMsg::PackagingUnweighed,
            _ => return self.text_with_cells(lang),
        };
        whole.text(lang).to_owned()
    }

    fn text_with_cells(&self, lang: Lang) -> String {
        let of_column = |message: BomMsg, column: Column, cell: &str, text: &str| {
            let column = column_name(column, lang);
            message.with(lang, &[("cell", cell), ("column", column), ("text", text)])
        };
        match self {
            Self::NoMass(missing) => BomMsg::NoMass.with(lang, &[("missing", &missing_cells(missing, lang))]),
            Self::NotFigure(column, cell, text) => of_column(BomMsg::NotFigure, *column, cell, text),
            Self::Unusual(column, cell, text) => of_column(BomMsg::Unusual, *column, cell, text),
            Self::Unreckoned(column, cell) => of_column(BomMsg::Unreckoned, *column, cell, ""),
            Self::MergedOnce(column, cell) => of_column(BomMsg::MergedOnce, *column, cell, ""),
            Self::Filled(column, text) => of_column(BomMsg::Filled, *column, "", text),
            Self::Conflict(column, cell, text, other) => {
                let column = column_name(*column, lang);
                let words = [
                    ("cell", cell.as_str()),
                    ("column", column),
                    ("text", text),
                    ("other", other),
                ];
                BomMsg::Conflict.with(lang, &words)
            }
            Self::UnknownUnit(cell, text) => {
                BomMsg::UnknownUnit.with(lang, &[("cell", cell), ("text", text)])
            }
            Self::MarkerOdd(cell, text) => BomMsg::MarkerOdd.with(lang, &[("cell", cell), ("value", text)]),
            Self::UnitAssumed(cell, _) => BomMsg::UnitAssumed.with(lang, &[("cell", cell)]),
            Self::WeightAlone(cell) => BomMsg::WeightAlone.with(lang, &[("cell", cell)]),
            Self::NoComposition(cell) => BomMsg::NoComposition.with(lang, &[("cell", cell)]),
            Self::SeveralParts(cell) => BomMsg::SeveralParts.with(lang, &[("cell", cell)]),
            Self::Alike(row) => BomMsg::Alike.with(lang, &[("row", &row.to_string())]),
            _ => self.text_with_figures(lang),
        }
    }

    fn text_with_figures(&self, lang: Lang) -> String {
        let figure = |message: BomMsg, column: Column, cell: &str, text: &str, value: f64| {
            let column = column_name(column, lang);
            let value = typed(value);
            let words = [
                ("cell", cell),
                ("column", column),
                ("text", text),
                ("value", &value),
            ];
            message.with(lang, &words)
        };
        match self {
            Self::Range(column, cell, text, value) => figure(BomMsg::Range, *column, cell, text, *value),
            Self::Comma(column, cell, text, value) => figure(BomMsg::Comma, *column, cell, text, *value),
            Self::MarkerAssumed(loss) => BomMsg::MarkerAssumed.with(lang, &[("loss", &share(*loss, lang))]),
            Self::WastageFraction(cell, value) => {
                BomMsg::WastageFraction.with(lang, &[("cell", cell), ("value", &share(*value, lang))])
            }
            Self::NetAndGross(cell, implied, stated) => BomMsg::NetAndGross.with(
                lang,
                &[
                    ("cell", cell),
                    ("implied", &share(*implied, lang)),
                    ("stated", &share(*stated, lang)),
                ],
            ),
            Self::TwoMasses(cell, by_area, stated) => BomMsg::TwoMasses.with(
                lang,
                &[
                    ("cell", cell),
                    ("area", &grams(*by_area, lang)),
                    ("stated", &grams(*stated, lang)),
                ],
            ),
            Self::UsualMass(name, mass) => {
                BomMsg::UsualMass.with(lang, &[("trim", name.get(lang)), ("mass", &grams(*mass, lang))])
            }
            Self::Heavy(mass) => BomMsg::Heavy.with(lang, &[("mass", &grams(*mass, lang))]),
            Self::NoShares { text, fibre, .. } if text.is_empty() => {
                BomMsg::NothingSaid.with(lang, &[("fibre", fibre.get(lang))])
            }
            Self::NoShares {
                cell, text, fibre, ..
            } => BomMsg::NoShares.with(
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
    names.join(lang.comma())
}

/// The name of a column.
pub const fn column_name(column: Column, lang: Lang) -> &'static str {
    let message = match column {
        Column::Material => BomMsg::Material,
        Column::Placement => BomMsg::Placement,
        Column::Group => BomMsg::Group,
        Column::GrossConsumption => BomMsg::GrossConsumption,
        Column::Lot => BomMsg::Lot,
        Column::Colour => BomMsg::Colour,
        Column::Details => BomMsg::Details,
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
