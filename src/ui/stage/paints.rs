//! What a colour stands for, in the theme.

use crate::board::Tint;
use crate::report::sheet::Fill;
use crate::ui::theme::{self, EndClass, Theme};

/// How `theme` fills what a board shows.
pub fn paints(theme: &Theme) -> impl Fn(&Tint) -> Fill + '_ {
    |tint| {
        let fill: theme::Fill = match tint {
            Tint::End(at) => theme.end(EndClass::ALL.get(*at).copied().unwrap_or(EndClass::Undecided)),
            Tint::Pathway(at) => theme.pathway(*at),
            Tint::Fibre(id) => theme.fibre(id.as_str()),
            Tint::Fit(verdict) => theme.fit(*verdict),
            Tint::Rest => theme::Fill {
                color: theme.surface,
                ..theme::Fill::default()
            },
            Tint::Lost => theme.lost_close(),
        };
        fill.into()
    }
}
