//! What there is to say or ask about a table as a whole, and what can be answered.

use super::answers::{Answer, Take};
use super::error::limit;
use crate::model::{Name, Role};
use crate::text::number::{grams, typed};
use crate::text::{BomMsg, CommonMsg, Lang};

/// Most sheets that are named in a sentence.
const MOST_NAMED: usize = 3;

/// Who says for how many garments a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PerBy {
    /// The heading of the consumption, or its unit.
    Heading,
    /// A column or cell with the lot.
    Lot,
    /// The words above the table.
    Title,
    /// The user.
    User,
}

/// One finding; masses in kg of one garment.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// The product weighs far more or less than is usual; the consumption may be for one of these numbers of garments.
    Whole {
        /// The kind of garment.
        kind: Name,
        /// The product.
        kg: f64,
        /// Usual range.
        usual: (f64, f64),
        /// Numbers of garments that would explain it.
        pers: Vec<f64>,
    },
    /// The product weighs somewhat more or less than is usual.
    Near {
        /// The kind of garment.
        kind: Name,
        /// The product.
        kg: f64,
        /// Usual range.
        usual: (f64, f64),
    },
    /// Parts of one role weigh more than is usual.
    Role {
        /// The kind of garment.
        kind: Name,
        /// The role.
        role: Role,
        /// Its parts.
        kg: f64,
        /// The most that is usual.
        most: f64,
    },
    /// No main fabric.
    OnlySide(f64),
    /// The consumption is given by size.
    Size {
        /// The sizes.
        sizes: Vec<String>,
        /// The one that is taken.
        taken: String,
    },
    /// Rows that are alike but for their colour, or altogether.
    Alike {
        /// Their numbers, those of one material together.
        groups: Vec<Vec<usize>>,
        /// What was done.
        take: Take,
    },
    /// Several tables in the sheet.
    Table {
        /// Their rows of headings, from 0, with what stands above.
        tables: Vec<(usize, String)>,
        /// The one that is read.
        taken: usize,
    },
    /// Several sheets with a table.
    Sheet {
        /// Their places and names.
        sheets: Vec<(usize, String)>,
        /// The one that is read.
        taken: String,
    },
    /// Several columns could be the consumption; their letters.
    Column {
        /// All of them.
        columns: Vec<String>,
        /// The one that is taken.
        taken: String,
    },
    /// The consumption is for several garments.
    Per(f64, PerBy),
    /// Columns that the spreadsheet does not show; their letters.
    HiddenColumns(Vec<String>),
    /// Tables that were read as one; their rows of headings, from 0.
    Together(Vec<usize>),
    /// Other sheets of the workbook.
    OtherSheets(Vec<String>),
    /// Sheets beyond those that are looked at, which were not read.
    UnreadSheets(Vec<String>),
}

impl Finding {
    /// The word in JSON.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Whole { .. } | Self::Near { .. } => "whole",
            Self::Role { .. } => "role",
            Self::OnlySide(_) => "side_rows",
            Self::Size { .. } => "size",
            Self::Alike { .. } => "alike",
            Self::Table { .. } | Self::Together(_) => "table",
            Self::Sheet { .. } | Self::OtherSheets(_) | Self::UnreadSheets(_) => "sheet",
            Self::Column { .. } => "column",
            Self::Per(..) => "per",
            Self::HiddenColumns(_) => "hidden",
        }
    }

    /// True where somebody has to answer.
    pub const fn is_question(&self) -> bool {
        !matches!(
            self,
            Self::Near { .. }
                | Self::Per(..)
                | Self::HiddenColumns(_)
                | Self::Together(_)
                | Self::OtherSheets(_)
                | Self::UnreadSheets(_)
        )
    }

    /// What can be answered, the likeliest first.
    pub fn answers(&self) -> Vec<Answer> {
        match self {
            Self::Whole { pers, .. } => {
                let pers = pers.iter().map(|per| Answer::Per(*per));
                pers.chain([Answer::Right]).collect()
            }
            Self::Role { .. } | Self::OnlySide(_) => vec![Answer::Right],
            Self::Size { sizes, taken } => {
                let others = sizes.iter().filter(|size| *size != taken);
                std::iter::once(taken)
                    .chain(others)
                    .map(|size| Answer::Size(size.clone()))
                    .collect()
            }
            Self::Alike { take: Take::One, .. } => vec![Answer::Alike(Take::One), Answer::Alike(Take::All)],
            Self::Alike { take: Take::All, .. } => vec![Answer::Alike(Take::All), Answer::Alike(Take::One)],
            Self::Table { tables, .. } => tables.iter().map(|(row, _)| Answer::Table(*row)).collect(),
            Self::Sheet { sheets, .. } => sheets.iter().map(|(place, _)| Answer::Sheet(*place)).collect(),
            _ => Vec::new(),
        }
    }

    /// How the command line takes an answer.
    pub fn option(&self, answer: &Answer) -> String {
        match (self, answer) {
            (_, Answer::Per(12.0)) => "--per dozen".to_owned(),
            (_, Answer::Per(per)) => format!("--per {}", typed(*per)),
            (_, Answer::Size(size)) => format!("--size {size}"),
            (_, Answer::Alike(Take::One)) => "--alike one".to_owned(),
            (_, Answer::Alike(Take::All)) => "--alike all".to_owned(),
            (Self::Table { tables, .. }, Answer::Table(row)) => {
                let place = tables.iter().position(|(known, _)| known == row).unwrap_or(0);
                format!("--table {}", place + 1)
            }
            (Self::Sheet { sheets, .. }, Answer::Sheet(place)) => {
                let name = sheets
                    .iter()
                    .find(|(known, _)| known == place)
                    .map_or("", |(_, name)| name);
                format!("--sheet \"{name}\"")
            }
            _ => "--anyway".to_owned(),
        }
    }

    /// An answer in words.
    pub fn answer_text(&self, answer: &Answer, lang: Lang) -> String {
        match (self, answer) {
            (_, Answer::Per(per)) => BomMsg::AnswerPer.with(lang, &[("count", &typed(*per))]),
            (_, Answer::Size(size)) => BomMsg::AnswerSize.with(lang, &[("size", size)]),
            (_, Answer::Alike(Take::One)) => BomMsg::AnswerOne.text(lang).to_owned(),
            (_, Answer::Alike(Take::All)) => BomMsg::AnswerAll.text(lang).to_owned(),
            (Self::Table { tables, .. }, Answer::Table(row)) => {
                let name = tables
                    .iter()
                    .find(|(known, _)| known == row)
                    .map_or("", |(_, name)| name);
                let words = [("row", (row + 1).to_string()), ("name", name.to_owned())];
                let words = words.each_ref().map(|(key, value)| (*key, value.as_str()));
                BomMsg::AnswerTable.with(lang, &words).trim_end().to_owned()
            }
            (Self::Sheet { sheets, .. }, Answer::Sheet(place)) => {
                let name = sheets
                    .iter()
                    .find(|(known, _)| known == place)
                    .map_or("", |(_, name)| name);
                BomMsg::AnswerSheet.with(lang, &[("name", name)])
            }
            _ => BomMsg::AnswerRight.text(lang).to_owned(),
        }
    }

    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Whole {
                kind,
                kg,
                usual,
                pers,
            } => {
                let mut text = with_range(BomMsg::WholeHeavy, kind, *kg, *usual, lang);
                if let Some(per) = pers.first() {
                    let gap = lang.gap();
                    text.push_str(gap);
                    text.push_str(&BomMsg::IsPer.with(lang, &[("count", &typed(*per))]));
                }
                text
            }
            Self::Near { kind, kg, usual } => with_range(BomMsg::WholeNear, kind, *kg, *usual, lang),
            Self::Role { kind, role, kg, most } => {
                let words = [
                    ("kind", kind.get(lang)),
                    ("role", CommonMsg::from(*role).text(lang)),
                    ("mass", &grams(*kg, lang)),
                    ("most", &grams(*most, lang)),
                ];
                BomMsg::RoleHeavy.with(lang, &words)
            }
            Self::OnlySide(kg) => BomMsg::OnlySide.with(lang, &[("mass", &grams(*kg, lang))]),
            _ => self.text_of_choice(lang),
        }
    }

    fn text_of_choice(&self, lang: Lang) -> String {
        let list = |items: &[String]| items.join(lang.comma());
        let numbers = |rows: &[usize], more: usize| -> String {
            let rows: Vec<String> = rows.iter().map(|row| (row + more).to_string()).collect();
            rows.join(lang.comma())
        };
        match self {
            Self::Size { sizes, taken } => {
                BomMsg::WhichSize.with(lang, &[("sizes", &list(sizes)), ("taken", taken)])
            }
            Self::Alike { groups, take } => {
                let message = if *take == Take::One {
                    BomMsg::AlikeOne
                } else {
                    BomMsg::AlikeAll
                };
                let rows: Vec<String> = groups.iter().map(|rows| numbers(rows, 0)).collect();
                message.with(lang, &[("rows", &rows.join(between_groups(lang)))])
            }
            Self::Table { tables, taken } => {
                let (count, row) = (tables.len().to_string(), (taken + 1).to_string());
                BomMsg::WhichTable.with(lang, &[("count", &count), ("row", &row)])
            }
            Self::Sheet { sheets, taken } => {
                let names: Vec<String> = sheets.iter().map(|(_, name)| name.clone()).collect();
                BomMsg::WhichSheet.with(lang, &[("sheets", &list(&names)), ("taken", taken)])
            }
            Self::Column { columns, taken } => {
                BomMsg::WhichColumn.with(lang, &[("columns", &list(columns)), ("taken", taken)])
            }
            Self::Per(count, by) => {
                let by = match by {
                    PerBy::Heading => BomMsg::PerHeading,
                    PerBy::Lot => BomMsg::PerLot,
                    PerBy::Title => BomMsg::PerTitle,
                    PerBy::User => BomMsg::PerYou,
                };
                BomMsg::NotePer.with(lang, &[("count", &typed(*count)), ("where", by.text(lang))])
            }
            Self::HiddenColumns(columns) => {
                BomMsg::NoteHiddenColumns.with(lang, &[("columns", &list(columns))])
            }
            Self::Together(rows) => BomMsg::NoteTables.with(lang, &[("rows", &numbers(rows, 1))]),
            Self::UnreadSheets(names) => {
                let first: Vec<String> = names.iter().take(MOST_NAMED).cloned().collect();
                let (count, read) = (names.len().to_string(), limit::SHEETS.to_string());
                let words = [
                    ("count", count.as_str()),
                    ("read", &read),
                    ("sheets", &list(&first)),
                ];
                BomMsg::NoteUnread.with(lang, &words)
            }
            Self::OtherSheets(names) => BomMsg::NoteSheets.with(lang, &[("sheets", &list(names))]),
            _ => String::new(),
        }
    }
}

const fn between_groups(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "; ",
        Lang::Zh | Lang::Both => "；",
    }
}

fn with_range(message: BomMsg, kind: &Name, kg: f64, usual: (f64, f64), lang: Lang) -> String {
    let words = [
        ("kind", kind.get(lang)),
        ("mass", &grams(kg, lang)),
        ("low", &grams(usual.0, lang)),
        ("high", &grams(usual.1, lang)),
    ];
    message.with(lang, &words)
}
