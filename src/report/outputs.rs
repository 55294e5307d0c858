//! What a project can be given to others as, beside pictures and tables of what is on screen.

use crate::text::{ClaimMsg, EcobalyseMsg, Lang, MeasureMsg, PartsSheetMsg, PassportMsg, WorkbookMsg};

/// One kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// The workbook, whose sheet of parts comes back.
    Workbook,
    /// A draft of a product passport.
    Passport,
    /// What may be said of the product.
    Claims,
    /// A textile query of Ecobalyse.
    Query,
    /// An empty table of parts to fill in.
    Template,
    /// Sheets to count work by hand.
    Stopwatch,
}

impl Output {
    /// All of them in the order of the menus.
    pub const ALL: [Self; 6] = [
        Self::Workbook,
        Self::Passport,
        Self::Claims,
        Self::Query,
        Self::Template,
        Self::Stopwatch,
    ];

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Workbook | Self::Template => "xlsx",
            Self::Passport | Self::Claims | Self::Query => "json",
            Self::Stopwatch => "pdf",
        }
    }

    /// True for what says nothing of the project: a form to fill in.
    pub const fn is_form(self) -> bool {
        matches!(self, Self::Template | Self::Stopwatch)
    }

    /// What it is called in menus.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Workbook => WorkbookMsg::Export.text(lang),
            Self::Passport => PassportMsg::Export.text(lang),
            Self::Claims => ClaimMsg::Export.text(lang),
            Self::Query => EcobalyseMsg::Export.text(lang),
            Self::Template => PartsSheetMsg::Template.text(lang),
            Self::Stopwatch => MeasureMsg::Sheet.text(lang),
        }
    }

    /// The name of its file without ending.
    pub fn file_name(self, product: &str, lang: Lang) -> String {
        let of = [("product", product)];
        match self {
            Self::Workbook => WorkbookMsg::FileName.with(lang, &of),
            Self::Passport => PassportMsg::FileName.with(lang, &of),
            Self::Claims => ClaimMsg::FileName.with(lang, &of),
            Self::Query => EcobalyseMsg::FileName.with(lang, &of),
            Self::Template => PartsSheetMsg::TemplateName.text(lang).to_owned(),
            Self::Stopwatch => MeasureMsg::SheetName.text(lang).to_owned(),
        }
    }
}
