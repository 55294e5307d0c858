//! The hand-out of one project: two pages in black and white, for a class.
//!
//! Invariant: gained stands beside lost, and nothing is told apart by colour.

use super::Worked;
use crate::figure::PathwayFigure;
use crate::model::ActivityId;
use crate::report::sheet::{Block, Cell, Column, Entry, Figure, Section, Table, Tone};
use crate::text::glossary::Glossary;
use crate::text::{CompareMsg, Lang, PaperMsg, number};
use crate::ui::panel::compare::data::Compare;
use crate::ui::theme::pathway_letter;
use crate::work::quality::Side;

/// Pathways on the hand-out.
const WAYS: usize = 3;
/// Kinds of work that a side names.
const KINDS: usize = 4;
/// Kinds of work under this share of their side are left out.
const SMALL: f64 = 0.04;
/// Lines to write on.
const WRITTEN: u8 = 2;
/// The terms that are explained.
const TERMS: [&str; 5] = [
    "material_circularity_indicator",
    "fibre_to_fibre",
    "downcycling",
    "substitution",
    "person_hours",
];

impl Worked<'_> {
    /// Both pages.
    pub(super) fn handout(&self) -> Vec<Section> {
        let one = |blocks: Vec<Block>| Section {
            pages: Some(1),
            blocks,
        };
        vec![one(self.front()), one(self.back())]
    }

    fn front(&self) -> Vec<Block> {
        let lang = self.lang();
        let compare = Compare::of(&self.view(lang));
        let head = [
            Block::Title(self.project.product.name.head(lang)),
            Block::Text(
                Tone::Lead,
                lang.lines(|lang| PaperMsg::Question.text(lang).to_owned()),
            ),
        ];
        let mut left: Vec<Block> = self.garment().map(Block::Drawing).into_iter().collect();
        left.push(Block::Space(2.0));
        let right = [
            Block::Text(Tone::Body, self.made_of()),
            Block::Space(3.0),
            Block::Table(self.fibre_table()),
        ];
        let sides = [(PaperMsg::Losses, false), (PaperMsg::Gains, true)];
        let [lost, gained] = sides.map(|(title, gained)| {
            let mut column = vec![Block::Heading(2, self.head(title))];
            column.push(Block::List(self.side_entries(gained)));
            column
        });
        let foot = [
            Block::Heading(2, self.head(PaperMsg::ThreeWays)),
            Block::Table(self.ways(&compare)),
            Block::Columns(lost, gained),
        ];
        // The garment is higher than what stands beside it.
        self.with_practices(None, |practices| {
            let right = right.iter().cloned().chain(practices).collect();
            let middle = [Block::Columns(left.clone(), right)];
            head.iter().cloned().chain(middle).chain(foot.clone()).collect()
        })
    }

    /// Fibres of the piece with what their hatch stands for.
    fn fibre_table(&self) -> Table {
        let bar = self.product_bar();
        Table {
            name: self.head(PaperMsg::Fibres),
            columns: vec![
                Column::drawn("", 22.0),
                Column::words(self.head(PaperMsg::Fibres), 1.0),
                Column::figures("", 44.0),
            ],
            rows: bar
                .pieces
                .iter()
                .map(|piece| {
                    vec![
                        Cell::Sign(piece.fill, String::new()),
                        Cell::words(piece.label.clone()),
                        Cell::figure(piece.value.clone(), ""),
                    ]
                })
                .collect(),
            dense: true,
            ..Table::default()
        }
    }

    /// Three pathways as hatched bars.
    fn ways(&self, compare: &Compare) -> Table {
        let rows = self.pathway_rows(compare, |figures, _| {
            vec![
                Cell::figure(PathwayFigure::OutflowRecycled.said(figures, self.lang()), ""),
                Cell::figure(PathwayFigure::Mci.said(figures, self.lang()), ""),
            ]
        });
        Table {
            name: self.head(PaperMsg::ThreeWays),
            columns: vec![
                Column::words("", 0.8),
                Column::drawn(self.head(PaperMsg::Ends), 150.0),
                Column::figures(CompareMsg::SameGrade.head(self.lang()), 50.0),
                Column::figures(self.head(PaperMsg::Mci), 34.0),
            ],
            rows: rows.take(WAYS).collect(),
            legend: compare.legend.clone(),
            ..Table::default()
        }
    }

    /// The largest kinds of work on one side, of each pathway that is no baseline.
    fn side_entries(&self, gained: bool) -> Vec<Entry> {
        let lang = self.lang();
        let library = crate::data::Library::builtin();
        let mut entries = Vec::new();
        let others = self.shown().take(WAYS).filter(|(_, figures)| !figures.baseline);
        for (at, figures) in others {
            let change = self.assessment().work_change(figures, library);
            let side: &Side<'_> = if gained { &change.gained } else { &change.lost };
            let figure = if gained {
                PathwayFigure::Gained
            } else {
                PathwayFigure::Lost
            };
            let sign = if gained { 1.0 } else { -1.0 };
            let signed = |hours: f64| number::signed(sign * hours, |hours| number::hours(hours, lang));
            let (value, range) = self.sided(figures, figure, sign);
            entries.push(Entry {
                sign: pathway_letter(at).to_string(),
                text: self.names(lang).head(|names| names.pathway(&figures.id)),
                figure: Figure {
                    unit: number::hour_unit(lang).to_owned(),
                    ..Figure::bare(value)
                },
                small: range,
                ..Entry::default()
            });
            let named = kinds(side)
                .into_iter()
                .take(if lang == Lang::Both { 2 } else { KINDS })
                .filter(|(_, hours)| *hours >= SMALL * side.hours.central);
            entries.extend(named.map(|(activity, hours)| Entry {
                sign: "–".to_owned(),
                small: self.names(lang).head(|names| names.activity(&activity)),
                figure: Figure::bare(signed(hours)),
                ..Entry::default()
            }));
            if side.lines.is_empty() {
                entries.push(Entry {
                    text: self.head(PaperMsg::Nothing),
                    ..Entry::default()
                });
            }
        }
        entries
    }

    fn back(&self) -> Vec<Block> {
        let lang = self.lang();
        let title = self.head_with(PaperMsg::Eleven, &|names| {
            vec![("pathway", names.pathway(&self.told))]
        });
        let mut blocks = vec![Block::Heading(1, title)];
        blocks.extend(self.job_card(&self.told, true));
        let asked = |at: usize, text: String| {
            vec![Block::List(vec![Entry {
                sign: at.to_string(),
                text,
                ..Entry::default()
            }])]
        };
        let [one, two] = self.questions();
        blocks.push(Block::Heading(2, self.head(PaperMsg::TwoQuestions)));
        blocks.push(Block::Columns(asked(1, one), asked(2, two)));
        blocks.push(Block::Heading(2, self.head(PaperMsg::FiveTerms)));
        let mut left = terms(lang);
        // The first of them are the longest.
        let right = left.split_off(left.len() / 2);
        blocks.push(Block::Columns(vec![Block::List(left)], vec![Block::List(right)]));
        let written = if lang == Lang::Both { 1 } else { WRITTEN };
        blocks.push(Block::Heading(2, self.head(PaperMsg::Monday)));
        blocks.push(Block::Columns(
            vec![Block::Write {
                label: self.head(PaperMsg::MondayPart),
                lines: written,
            }],
            vec![Block::Write {
                label: self.head(PaperMsg::MondayPartner),
                lines: written,
            }],
        ));
        blocks
    }
}

/// The kinds of work of a side over all places, most hours first.
fn kinds(side: &Side<'_>) -> Vec<(ActivityId, f64)> {
    let mut kinds: Vec<(ActivityId, f64)> = Vec::new();
    for line in &side.lines {
        match kinds.iter_mut().find(|(activity, _)| *activity == line.activity) {
            Some((_, hours)) => *hours += line.hours.central,
            None => kinds.push((line.activity.clone(), line.hours.central)),
        }
    }
    kinds.sort_by(|a, b| b.1.total_cmp(&a.1));
    kinds
}

/// Five terms with what they mean here.
fn terms(lang: Lang) -> Vec<Entry> {
    let glossary = Glossary::builtin();
    let found = TERMS.into_iter().filter_map(|id| glossary.term(id));
    found
        .map(|term| Entry {
            text: lang.lines(|lang| {
                let meaning = term.meaning.as_ref().map_or("", |meaning| meaning.get(lang));
                format!("{}{}{meaning}", term.name.get(lang), lang.colon())
            }),
            ..Entry::default()
        })
        .collect()
}
