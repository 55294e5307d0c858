//! The pages: name, key, icon and panels of each, declared once.
//!
//! Invariant: a page is a row here and a value of [`Page`]; tabs, commands, keys, frame and tests iterate over the rows.

use super::command::{bare, shifted};
use super::panels;
use crate::text::{CollectionMsg, CommonMsg, Lang, LibraryMsg, PracticeMsg};
use crate::ui::icon;
use crate::ui::panel::{collection, compare, library, pathways, practice, product};
use crate::ui::view::{Out, Page, View};
use egui::{Key, KeyboardShortcut, Ui};

/// What draws a part of a page.
pub type Draw = fn(&mut Ui, &View<'_>, &mut Out);

/// One page.
#[derive(Debug)]
pub struct PageRow {
    /// Which one.
    pub page: Page,
    /// Its name as a heading.
    pub name: fn(Lang) -> &'static str,
    /// Its icon.
    pub icon: char,
    /// Its keys, the first one shown.
    pub keys: &'static [KeyboardShortcut],
    /// True for the pages of the work itself, which have a tab.
    pub has_tab: bool,
    /// The list at the left.
    pub list: Draw,
    /// The work area.
    pub work: Draw,
    /// The inspector where no figure is open.
    pub inspector: Draw,
    /// True where the work area needs a least height and scrolls as a whole in a lower window.
    pub needs_height: bool,
}

/// All pages in the order of their keys.
pub const PAGES: [PageRow; 6] = [
    PageRow {
        page: Page::Product,
        name: |lang| CommonMsg::Product.head(lang),
        icon: icon::T_SHIRT,
        keys: &[bare(Key::Num1)],
        has_tab: true,
        list: product::list,
        work: product::show,
        inspector: product::inspector,
        needs_height: true,
    },
    PageRow {
        page: Page::Pathways,
        name: |lang| CommonMsg::Pathways.head(lang),
        icon: icon::FLOW,
        keys: &[bare(Key::Num2)],
        has_tab: true,
        list: pathways::list,
        work: pathways::show,
        inspector: pathways::inspector,
        needs_height: true,
    },
    PageRow {
        page: Page::Compare,
        name: |lang| CommonMsg::Compare.head(lang),
        icon: icon::CHART,
        keys: &[bare(Key::Num3)],
        has_tab: true,
        list: compare::list,
        work: compare::show,
        inspector: panels::job_card,
        needs_height: false,
    },
    PageRow {
        page: Page::Library,
        name: |lang| LibraryMsg::Library.head(lang),
        icon: icon::BOOK,
        keys: &[shifted(Key::L), bare(Key::Num4)],
        has_tab: false,
        list: library::list,
        work: library::show,
        inspector: library::inspector,
        needs_height: false,
    },
    PageRow {
        page: Page::Collection,
        name: |lang| CollectionMsg::Title.head(lang),
        icon: icon::TABLE,
        keys: &[bare(Key::Num5)],
        has_tab: false,
        list: collection::list,
        work: collection::show,
        inspector: collection::inspector,
        needs_height: true,
    },
    PageRow {
        page: Page::Practice,
        name: |lang| PracticeMsg::Title.head(lang),
        icon: icon::MAP_PIN,
        keys: &[bare(Key::Num6)],
        has_tab: false,
        list: practice::list,
        work: practice::show,
        inspector: practice::inspector,
        needs_height: true,
    },
];

/// The row of `page`.
pub fn row(page: Page) -> Option<&'static PageRow> {
    PAGES.iter().find(|row| row.page == page)
}
