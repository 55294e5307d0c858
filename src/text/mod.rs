//! Words and numbers in both languages; the only place where a figure becomes text.
//!
//! Invariant: a message cannot exist in one language only, it would not compile.

mod card;
pub mod checklist;
mod choose;
mod cli;
mod common;
mod compare;
mod edit;
mod engine;
mod explain;
mod find;
pub mod gates;
pub mod glossary;
mod indirect;
mod intake;
mod library;
mod message;
pub mod names;
pub mod notices;
pub mod number;
pub mod origins;
mod parse;
mod pathways;
mod product;
mod shell;
mod store;
mod uncertain;
pub mod units;
mod variants;
mod why;
mod widget;

pub use card::CardMsg;
pub use choose::ChooseMsg;
pub use cli::CliMsg;
pub use common::CommonMsg;
pub use compare::CompareMsg;
pub use edit::{RefusalMsg, StepMsg};
pub use engine::EngineMsg;
pub use explain::ExplainMsg;
pub use find::FindMsg;
pub use indirect::IndirectMsg;
pub use intake::{BomMsg, LabelMsg};
pub use library::LibraryMsg;
pub(crate) use message::messages;
pub use message::{Entry, Phrase, Table};
pub use parse::{parse_number, parse_percent};
pub use pathways::PathwaysMsg;
pub use product::ProductMsg;
pub use shell::ShellMsg;
pub use store::StoreMsg;
pub use uncertain::UncertainMsg;
pub use variants::VariantMsg;
pub use why::WhyMsg;
pub use widget::WidgetMsg;

/// The language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }

    /// The language's own name.
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Zh => "中文",
        }
    }
}

/// Every table of messages; a new table is added here so that the checks on texts see it.
pub fn tables() -> Vec<Table> {
    vec![
        Table::of::<CardMsg>(),
        Table::of::<checklist::ChecklistMsg>(),
        Table::of::<BomMsg>(),
        Table::of::<ChooseMsg>(),
        Table::of::<CliMsg>(),
        Table::of::<CommonMsg>(),
        Table::of::<CompareMsg>(),
        Table::of::<EngineMsg>(),
        Table::of::<ExplainMsg>(),
        Table::of::<FindMsg>(),
        Table::of::<LibraryMsg>(),
        Table::of::<IndirectMsg>(),
        Table::of::<LabelMsg>(),
        Table::of::<ProductMsg>(),
        Table::of::<RefusalMsg>(),
        Table::of::<ShellMsg>(),
        Table::of::<StepMsg>(),
        Table::of::<StoreMsg>(),
        Table::of::<PathwaysMsg>(),
        Table::of::<WhyMsg>(),
        Table::of::<UncertainMsg>(),
        Table::of::<VariantMsg>(),
        Table::of::<WidgetMsg>(),
    ]
}
