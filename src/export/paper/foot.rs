//! The foot of the page: what blocks most beside what decides, what was typed in or assumed, sources and limits.

use super::Worked;
use super::rows::listed;
use crate::data::Library;
use crate::explain::advice::{Advised, cure, gate_words, value_of};
use crate::explain::input_use;
use crate::figure::PathwayFigure;
use crate::job::NAMED;
use crate::lang::halves;
use crate::model::PathwayId;
use crate::report::flow_table;
use crate::report::sheet::{Block, Entry, Figure, Tone};
use crate::text::{FitMsg, Lang, PaperMsg, ShellMsg, capitalised, number};
use crate::ui::panel::inspector::uncertain::Spread;
use crate::ui::panel::product::assumed::data as assumed;
use crate::ui::panel::product::hints;
use crate::uncertainty::Swing;

/// Blockers on the page.
const BLOCKERS: usize = 3;

/// An assumption and how far it moves a figure.
pub(super) struct SwingRow {
    pub name: String,
    pub value: String,
    pub range: String,
    pub grade: String,
    /// The figure at both ends.
    pub ends: String,
    /// How far, against the first.
    pub length: f64,
}

impl Worked<'_> {
    /// Blockers beside the assumptions that decide; beneath them what was typed in, sources and limits.
    pub(super) fn page_foot(&self) -> Vec<Block> {
        // The baseline has no net: the others are counted against it.
        let (figure, hint) = if self.told == self.project.baseline {
            (PathwayFigure::Gross, PaperMsg::DecideHintOwn)
        } else {
            (PathwayFigure::Net, PaperMsg::DecideHint)
        };
        let deciding = self.swing_rows(&self.told, figure).into_iter();
        let deciding = deciding.map(|row| {
            // The second name shares its line with the figure.
            let (name, second) = halves(&row.name);
            let parts = [second.unwrap_or_default(), &row.value, &row.range, &row.grade];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Entry {
                text: name.to_owned(),
                small: parts.join(" · "),
                figure: Figure::bare(row.ends.as_str()),
                ..Entry::default()
            }
        });
        let blockers = [Block::Heading(2, self.head(PaperMsg::Blockers))];
        vec![
            Block::Columns(
                blockers.into_iter().chain(self.blockers()).collect(),
                vec![
                    Block::Heading(2, self.head(PaperMsg::Decide)),
                    Block::Text(Tone::Small, self.head(hint)),
                    Block::List(deciding.collect()),
                ],
            ),
            Block::Columns(
                vec![
                    Block::Heading(3, self.head(PaperMsg::Own)),
                    Block::Text(Tone::Small, self.typed_in()),
                ],
                vec![
                    Block::Heading(3, self.head(PaperMsg::Sources)),
                    Block::Text(Tone::Small, self.sources_in_short()),
                ],
            ),
        ]
    }

    /// What blocks most, with the gain of its removal: the figure that the moves are ranked by, the moves that help most,
    /// then what keeps most mass out.
    fn blockers(&self) -> Vec<Block> {
        let entries = self.blocker_entries();
        let has_moves = entries.iter().any(|entry| entry.figure != Figure::default());
        let rank = self.advice.as_ref().filter(|_| has_moves);
        let rank = rank.map(|advice| Block::Text(Tone::Small, advice.rank.head(self.lang())));
        rank.into_iter().chain([Block::List(entries)]).collect()
    }

    fn blocker_entries(&self) -> Vec<Entry> {
        let lang = self.lang();
        let mut entries = self.move_entries();
        let rows = [Lang::Zh, Lang::En].map(|lang| hints::blocker_rows(&self.view(lang)));
        let [zh, en] = &rows;
        let entry = |at: usize| Entry {
            text: lang.lines(|lang| {
                let own = if lang == Lang::En { en } else { zh };
                own.get(at).map_or_else(String::new, |row| {
                    format!("{}{}{}", row.head, lang.semicolon(), row.effect)
                })
            }),
            ..Entry::default()
        };
        entries.extend((0..zh.len()).map(entry));
        if entries.is_empty() {
            entries.push(Entry {
                text: lang.lines(|lang| FitMsg::BlockersNone.text(lang).to_owned()),
                ..Entry::default()
            });
        }
        entries.truncate(BLOCKERS);
        for (at, entry) in entries.iter_mut().enumerate() {
            entry.sign = (at + 1).to_string();
        }
        entries
    }

    /// The moves that help the told pathway, the best first: what each does, and which gate it opens.
    fn move_entries(&self) -> Vec<Entry> {
        let lang = self.lang();
        let Some(advice) = &self.advice else {
            return Vec::new();
        };
        let entry = |advised: &Advised| {
            let effect = advised.effect.as_ref().ok()?;
            let [before, after] = [&effect.before, &effect.after].map(|values| value_of(values, advice.rank));
            let text = lang.lines(|lang| capitalised(advised.name.get(lang)));
            let [before, after] = [before, after].map(|value| advice.rank.form().text(value, lang));
            let opened = || {
                lang.lines(|lang| {
                    let first = effect.opens.iter().take(1);
                    let names = self.names(lang);
                    let words = first.map(|gate| match cure(gate, &names) {
                        Some(reason) => format!("{}{}{reason}", gate_words(gate, &names), lang.semicolon()),
                        None => gate_words(gate, &names),
                    });
                    words.collect::<Vec<_>>().join(lang.semicolon())
                })
            };
            // Both languages leave no room for it.
            let small = if lang == Lang::Both {
                String::new()
            } else {
                opened()
            };
            Some(Entry {
                text,
                small,
                figure: Figure::bare(format!("{before} → {after}")),
                ..Entry::default()
            })
        };
        let mut entries: Vec<Entry> = Vec::new();
        for entry in advice.helping().filter_map(entry) {
            if entries
                .iter()
                .all(|other| (&other.text, &other.figure) != (&entry.text, &entry.figure))
            {
                entries.push(entry);
            }
        }
        entries
    }

    /// The assumptions that move `figure` of `pathway` most.
    pub(super) fn swing_rows(&self, pathway: &PathwayId, figure: PathwayFigure) -> Vec<SwingRow> {
        let lang = self.lang();
        let mut all = self.assessment().pathways.iter();
        let at = all.position(|figures| &figures.id == pathway);
        let swings = at.zip(figure.column()).and_then(|(at, column)| {
            let of_pathway = self.uncertain.swings.get(at)?;
            of_pathway.get(column)
        });
        let swings = swings.map_or(&[][..], Vec::as_slice);
        let most = swings.first().map_or(1.0, Swing::size);
        let named = [Lang::Zh, Lang::En].map(|lang| {
            let spread = Spread::of(&self.view(lang), pathway, figure);
            spread.map_or_else(Vec::new, |spread| spread.top)
        });
        let name = |at: usize| {
            lang.head(|lang| {
                let [zh, en] = &named;
                let own = if lang == Lang::En { en } else { zh };
                own.get(at).map_or_else(String::new, |one| one.name.clone())
            })
        };
        let rows = swings.iter().take(NAMED).enumerate().filter_map(|(at, swing)| {
            let library = Library::builtin();
            let used = input_use(&self.project, library, self.assessment(), lang, swing.input)?;
            let ends = (swing.at_p5.min(swing.at_p95), swing.at_p5.max(swing.at_p95));
            Some(SwingRow {
                name: name(at),
                value: used.value,
                range: used.range.unwrap_or_default(),
                grade: used.grade.letter().to_owned(),
                ends: figure.form().range(swing.at_p5, ends, lang),
                length: swing.size() / most,
            })
        });
        rows.collect()
    }

    /// Own figures, and what nobody has stated.
    pub(super) fn typed_in(&self) -> String {
        self.lines(|view| {
            let lang = view.lang;
            let names = self.names(lang);
            let typed: Vec<String> = self.project.overrides.keys().map(|id| names.factor(id)).collect();
            let mut assumed: Vec<String> = assumed::product(view).iter().map(|row| row.name(lang)).collect();
            assumed.extend(assumed::shares(view).into_iter().map(|shares| {
                let values = [
                    ("pathway", shares.name.as_str()),
                    ("count", &shares.rows.len().to_string()),
                ];
                PaperMsg::Shares.with(lang, &values)
            }));
            let said = |all: &[String], some: PaperMsg, none: PaperMsg| {
                if all.is_empty() {
                    none.text(lang).to_owned()
                } else {
                    some.with(lang, &[("names", &listed(all, 6, lang))])
                }
            };
            [
                said(&typed, PaperMsg::Typed, PaperMsg::TypedNone),
                said(&assumed, PaperMsg::Assumed, PaperMsg::AssumedNone),
            ]
            .join(lang.semicolon())
        })
    }

    /// Sources behind the told pathway, limits, and that nobody endorses it.
    fn sources_in_short(&self) -> String {
        let titles = self.source_titles();
        self.lines(|view| {
            let lang = view.lang;
            let count = number::fixed(titles.len() as f64, 0, lang);
            let names = titles
                .iter()
                .take(2)
                .cloned()
                .collect::<Vec<_>>()
                .join(lang.semicolon());
            [
                if self.lang() == Lang::Both {
                    PaperMsg::SourceNumber.with(lang, &[("count", &count)])
                } else {
                    PaperMsg::SourceCount.with(lang, &[("count", &count), ("names", &names)])
                },
                PaperMsg::Limits.text(lang).to_owned(),
                ShellMsg::AboutEndorsed.text(lang).to_owned(),
            ]
            .join(lang.gap())
        })
    }

    /// The titles of all sources behind the figures.
    pub(super) fn source_titles(&self) -> Vec<String> {
        let inputs: Vec<_> = self.assessment().engine.slots.inputs().iter().collect();
        flow_table::sources(&inputs, Library::builtin())
    }
}
