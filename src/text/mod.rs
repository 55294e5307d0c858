//! Words and numbers in both languages; the only place where a figure becomes text.
//!
//! Invariant: a message cannot exist in one language only, it would not compile.

mod act;
mod advice;
mod batch;
mod beside;
pub mod breaks;
mod card;
pub mod checklist;
mod choose;
mod claims;
mod cli;
mod collection;
mod common;
mod compare;
pub mod count;
mod edit;
mod engine;
mod explain;
pub mod face;
mod find;
mod fit;
pub mod gates;
pub mod glossary;
mod hints;
mod history;
mod import;
mod improve;
mod indirect;
mod intake;
mod lesson;
mod library;
mod measure;
mod message;
pub mod model;
mod money;
pub mod names;
pub mod notices;
pub mod number;
mod older;
pub mod origins;
mod own_place;
mod pack;
pub mod pairs;
mod paper;
mod parse;
mod pathways;
mod picture;
mod place;
pub mod practice;
mod product;
pub mod quantity;
mod shell;
pub mod sided;
mod stage;
mod start;
mod store;
mod tongues;
mod uncertain;
pub mod units;
mod variants;
mod why;
mod widget;
mod workbook;
mod years;

pub use crate::lang::{JOINT, Lang, capitalised, halves};
pub use act::ActMsg;
pub use advice::AdviceMsg;
pub use batch::BatchMsg;
pub use beside::BesideMsg;
pub use card::CardMsg;
pub use choose::ChooseMsg;
pub use claims::{ClaimMsg, EcobalyseMsg, PassportMsg};
pub use cli::CliMsg;
pub use collection::CollectionMsg;
pub use common::CommonMsg;
pub use compare::CompareMsg;
pub use edit::{RefusalMsg, StepMsg};
pub use engine::EngineMsg;
pub use explain::ExplainMsg;
pub use find::FindMsg;
pub use fit::FitMsg;
pub use hints::HintMsg;
pub use history::HistoryMsg;
pub use import::ImportMsg;
pub use improve::ImproveMsg;
pub use indirect::IndirectMsg;
pub use intake::{BomMsg, LabelMsg};
pub use lesson::LessonMsg;
pub use library::LibraryMsg;
pub use measure::MeasureMsg;
pub(crate) use message::messages;
pub use message::{Entry, Phrase, Table};
pub use money::MoneyMsg;
pub use older::OlderMsg;
pub use own_place::OwnPlaceMsg;
pub use pack::PackMsg;
pub use paper::PaperMsg;
pub use parse::{parse_number, parse_percent};
pub use pathways::PathwaysMsg;
pub use picture::PictureMsg;
pub use place::{PlaceMsg, ring_name};
pub use practice::PracticeMsg;
pub use product::ProductMsg;
pub use shell::ShellMsg;
pub use stage::StageMsg;
pub use start::{AssumedMsg, LabelPageMsg, StartMsg, TourMsg};
pub use store::StoreMsg;
pub use tongues::TongueMsg;
pub use uncertain::UncertainMsg;
pub use variants::VariantMsg;
pub use why::WhyMsg;
pub use widget::WidgetMsg;
pub use workbook::{PartsSheetMsg, WorkbookMsg};
pub use years::YearsMsg;

/// Every table of messages; a new table is added here so that the checks on texts see it.
pub fn tables() -> Vec<Table> {
    vec![
        Table::of::<ActMsg>(),
        Table::of::<AdviceMsg>(),
        Table::of::<AssumedMsg>(),
        Table::of::<BatchMsg>(),
        Table::of::<BesideMsg>(),
        Table::of::<CardMsg>(),
        Table::of::<checklist::ChecklistMsg>(),
        Table::of::<BomMsg>(),
        Table::of::<ChooseMsg>(),
        Table::of::<ClaimMsg>(),
        Table::of::<PassportMsg>(),
        Table::of::<EcobalyseMsg>(),
        Table::of::<CliMsg>(),
        Table::of::<CommonMsg>(),
        Table::of::<CompareMsg>(),
        Table::of::<EngineMsg>(),
        Table::of::<ExplainMsg>(),
        Table::of::<FindMsg>(),
        Table::of::<FitMsg>(),
        Table::of::<HintMsg>(),
        Table::of::<HistoryMsg>(),
        Table::of::<LessonMsg>(),
        Table::of::<LibraryMsg>(),
        Table::of::<MeasureMsg>(),
        Table::of::<PackMsg>(),
        Table::of::<CollectionMsg>(),
        Table::of::<PracticeMsg>(),
        Table::of::<ImportMsg>(),
        Table::of::<ImproveMsg>(),
        Table::of::<IndirectMsg>(),
        Table::of::<LabelMsg>(),
        Table::of::<LabelPageMsg>(),
        Table::of::<model::ModelMsg>(),
        Table::of::<MoneyMsg>(),
        Table::of::<OlderMsg>(),
        Table::of::<OwnPlaceMsg>(),
        Table::of::<ProductMsg>(),
        Table::of::<RefusalMsg>(),
        Table::of::<ShellMsg>(),
        Table::of::<StageMsg>(),
        Table::of::<StartMsg>(),
        Table::of::<StepMsg>(),
        Table::of::<StoreMsg>(),
        Table::of::<PaperMsg>(),
        Table::of::<PathwaysMsg>(),
        Table::of::<PictureMsg>(),
        Table::of::<PlaceMsg>(),
        Table::of::<WhyMsg>(),
        Table::of::<TongueMsg>(),
        Table::of::<TourMsg>(),
        Table::of::<UncertainMsg>(),
        Table::of::<VariantMsg>(),
        Table::of::<WidgetMsg>(),
        Table::of::<PartsSheetMsg>(),
        Table::of::<WorkbookMsg>(),
        Table::of::<YearsMsg>(),
    ]
}
