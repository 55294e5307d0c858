//! What nodes and ribbons of the diagram say in each layer: mass, work, or a hundred pieces.

use super::words::Words;
use crate::assess::{Hundred, PIECES, StageFigure};
use crate::model::StageId;
use crate::text::{PictureMsg, number};

/// What a node says in one layer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Said {
    /// Its figure: "114 g · 20 %"; empty where it has none.
    pub value: String,
    /// The figure for where room is short.
    pub short: String,
    /// What its gates turned away, or the work that it replaces: in words, and as the figure alone.
    pub flag: Option<(String, String)>,
}

/// Figures of a node behind the marks of the layers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Amounts {
    /// Hours here, per 1000 pieces.
    pub own_hours: f64,
    /// Hours replaced elsewhere, per 1000 pieces.
    pub replaced_hours: f64,
    /// Of a hundred pieces, whole garments that reach it.
    pub pieces: u32,
    /// True for a stage that garments pass whole.
    pub is_passed: bool,
}

impl Amounts {
    /// The amounts of `shown` and of those `stages` that are drawn as one node with it.
    pub(super) fn of<'a>(
        shown: &StageFigure,
        stages: impl Iterator<Item = (usize, &'a StageFigure)>,
        counts: &Hundred,
    ) -> Self {
        let mut amounts = Self {
            is_passed: shown.visits.is_some(),
            ..Self::default()
        };
        for (at, stage) in stages {
            amounts.own_hours += stage.own_hours;
            amounts.replaced_hours += stage.replaced_hours;
            let count = counts.stages.get(at).copied().unwrap_or_default();
            amounts.pieces = amounts.pieces.max(count);
        }
        amounts
    }
}

impl Words<'_> {
    /// What a node says in the layer of work.
    pub(super) fn work(&self, amounts: &Amounts) -> Said {
        let lang = self.lang();
        let hours = |hours: f64| number::hours(hours, lang);
        let own = if amounts.own_hours > 0.0 {
            hours(amounts.own_hours)
        } else {
            String::new()
        };
        let replaced = (amounts.replaced_hours > 0.0).then(|| {
            let hours = hours(amounts.replaced_hours);
            let long = PictureMsg::Replaces.with(lang, &[("hours", &hours)]);
            (long, format!("{}{hours}", number::MINUS))
        });
        Said {
            value: own.clone(),
            short: own,
            flag: replaced,
        }
    }

    /// What a node says in the layer of pieces.
    pub(super) fn pieces(&self, amounts: &Amounts) -> Said {
        let lang = self.lang();
        let count = amounts.pieces.to_string();
        let message = match (amounts.pieces, amounts.is_passed) {
            (0, false) => return Said::plain(PictureMsg::PartsOnly.text(lang)),
            (_, true) => PictureMsg::Passes,
            (_, false) => PictureMsg::Count,
        };
        Said {
            short: count.clone(),
            ..Said::plain(&message.with(lang, &[("count", &count)]))
        }
    }

    /// What the layers add to a node's words for the tooltip and screen readers.
    pub(super) fn spoken_layers(&self, amounts: &Amounts) -> String {
        let lang = self.lang();
        let mut text = String::new();
        let mut add = |words: String| {
            text.push('\n');
            text.push_str(&words);
        };
        if amounts.pieces > 0 {
            let message = if amounts.is_passed {
                PictureMsg::PassesSpoken
            } else {
                PictureMsg::CountSpoken
            };
            add(message.with(lang, &[("count", &amounts.pieces.to_string())]));
        }
        for (hours, message) in [
            (amounts.own_hours, PictureMsg::OwnHours),
            (amounts.replaced_hours, PictureMsg::ReplacedHours),
        ] {
            if hours > 0.0 {
                add(message.with(lang, &[("hours", &number::hours(hours, lang))]));
            }
        }
        text
    }

    /// How many of a hundred garments a ribbon carries, on it or beside it.
    pub(super) fn count(&self, from: &StageId, to: &StageId, count: Option<u32>, is_loop: bool) -> String {
        let (lang, Some(count)) = (self.lang(), count) else {
            return String::new();
        };
        let count = count.to_string();
        if !is_loop {
            let is_passed = self.is_passed(to);
            let message = if is_passed {
                PictureMsg::Passes
            } else {
                PictureMsg::Count
            };
            return message.with(lang, &[("count", &count)]);
        }
        let message = if self.is_use(to) {
            PictureMsg::BackCount
        } else {
            PictureMsg::LeadsBackCount
        };
        let (stage, to) = (self.name(from, None), self.name(to, None));
        message.with(lang, &[("stage", &stage), ("count", &count), ("to", &to)])
    }

    /// All pieces that are looked at.
    pub(super) fn all_pieces(&self) -> String {
        PictureMsg::Count.with(self.lang(), &[("count", &PIECES.to_string())])
    }

    /// The count as a line of the tooltip.
    pub(super) fn spoken_count(&self, count: Option<u32>) -> String {
        count.map_or_else(String::new, |count| {
            let words = PictureMsg::CountSpoken.with(self.lang(), &[("count", &count.to_string())]);
            format!("\n{words}")
        })
    }
}

impl Said {
    pub(super) fn plain(value: &str) -> Self {
        Self {
            value: value.to_owned(),
            short: value.to_owned(),
            flag: None,
        }
    }
}
