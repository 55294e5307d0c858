//! What of the library is shown: search, grades, group, order. Passing state of the window, never part of the project.

use crate::data::Grade;
use crate::explain::Weigh;
use crate::text::LibraryMsg;
use egui::{Id, Ui};

/// What is shown, and in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all occur.
    pub text: String,
    /// Only these grades; all where none is chosen.
    pub grades: Vec<Grade>,
    /// Only factors that count in the project, and own figures.
    pub used_only: bool,
    /// Only this group.
    pub subject: Subject,
    /// The order.
    pub sort: Sort,
    /// What factors are weighed by.
    pub weigh: Weigh,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            text: String::new(),
            grades: Vec::new(),
            used_only: true,
            subject: Subject::All,
            sort: Sort::Matter,
            weigh: Weigh::Mci,
        }
    }
}

/// All grades in their order.
pub const GRADES: [Grade; 4] = [Grade::A, Grade::B, Grade::C, Grade::D];

/// The order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// What matters most first.
    Matter,
    /// By name.
    Name,
    /// The most doubtful first.
    Grade,
}

/// A group of the list at the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Everything.
    All,
    /// The user's own figures.
    Own,
    /// One table of the library.
    Table(Table),
}

/// A table of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Table(usize);

/// The first part of a factor's id, and the table's name, in the order of the list.
const TABLES: [(&str, LibraryMsg); 15] = [
    ("fibre", LibraryMsg::GroupFibre),
    ("feedstock", LibraryMsg::GroupFeedstock),
    ("kind", LibraryMsg::GroupKind),
    ("trim", LibraryMsg::GroupTrim),
    ("process", LibraryMsg::GroupProcess),
    ("reuse", LibraryMsg::GroupReuse),
    ("route", LibraryMsg::GroupRoute),
    ("share", LibraryMsg::GroupShare),
    ("work", LibraryMsg::GroupWork),
    ("quality", LibraryMsg::GroupQuality),
    ("hours_per_fte", LibraryMsg::GroupHours),
    ("hours_of_job", LibraryMsg::GroupJob),
    ("region", LibraryMsg::GroupRegion),
    ("move", LibraryMsg::GroupMove),
    ("assumption", LibraryMsg::GroupAssumption),
];

impl Table {
    /// The table of the factor with `id`; none for a factor that the library never had.
    pub fn of(id: &str) -> Option<Self> {
        let first = id.split('.').next().unwrap_or(id);
        TABLES.iter().position(|(key, _)| *key == first).map(Self)
    }

    /// Its name.
    pub fn name(self) -> LibraryMsg {
        TABLES
            .get(self.0)
            .map_or(LibraryMsg::AllGroups, |(_, name)| *name)
    }
}

impl Subject {
    /// Its name.
    pub fn name(self) -> LibraryMsg {
        match self {
            Self::All => LibraryMsg::AllGroups,
            Self::Own => LibraryMsg::OwnGroup,
            Self::Table(table) => table.name(),
        }
    }
}

impl Filter {
    /// What is shown now.
    pub fn of(ui: &Ui) -> Self {
        ui.data(|data| data.get_temp(key())).unwrap_or_default()
    }

    /// Keeps it for the next frame.
    pub fn keep(self, ui: &Ui) {
        ui.data_mut(|data| data.insert_temp(key(), self));
    }
}

fn key() -> Id {
    Id::unique("library filter")
}
