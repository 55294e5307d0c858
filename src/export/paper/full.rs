//! The full report: the page, then everything behind it.

use super::rows::slice_piece;
use super::{Worked, flows};
use crate::assess::PathwayFigures;
use crate::data::{Grade, Library};
use crate::explain::input_use;
use crate::explain::why::{Named, Side, WaterfallRow, waterfall, why};
use crate::figure::{PathwayFigure, Value};
use crate::flow::InputKey;
use crate::flow::gate::Verdict;
use crate::report::sheet::{Bar, Block, Cell, Column, Entry, Figure, Fill, Section, Table, Tone};
use crate::text::{FitMsg, Lang, PaperMsg};
use crate::ui::panel::compare::data::Compare;
use crate::ui::panel::product::data::{Row, inflow_bar};
use crate::ui::panel::product::routes::matrix;

/// Parts with a column among the routes.
const PARTS: usize = 7;
/// Height of a flow diagram, of its width.
const FLOW: f32 = 0.42;
/// The figures whose differences are explained.
const EXPLAINED: [PathwayFigure; 3] = [
    PathwayFigure::Mci,
    PathwayFigure::OutflowRecycled,
    PathwayFigure::Net,
];
/// The figures whose assumptions are named.
const WEIGHED: [PathwayFigure; 2] = [PathwayFigure::Mci, PathwayFigure::Net];
/// The figures whose formulas stand in the method.
const METHOD: [PathwayFigure; 8] = [
    PathwayFigure::Mci,
    PathwayFigure::MciQuality,
    PathwayFigure::Lfi,
    PathwayFigure::V,
    PathwayFigure::W,
    PathwayFigure::X,
    PathwayFigure::GarmentsAvoided,
    PathwayFigure::BreakEven,
];

impl Worked<'_> {
    /// All sections.
    pub(super) fn full(&self) -> Vec<Section> {
        let on = |pages: usize, blocks: Vec<Block>| Section {
            pages: Some(pages),
            blocks,
        };
        let mut sections = vec![self.page(), on(1, self.parts())];
        sections.extend(self.shown().map(|(_, figures)| on(1, self.pathway(figures))));
        sections.push(on(2, self.comparison()));
        sections.extend(self.park().map(|blocks| on(1, blocks)));
        // In two languages they stand beneath each pathway instead, for want of a page.
        if self.lang() != Lang::Both {
            sections.extend(self.practised().map(|blocks| on(1, blocks)));
        }
        sections.push(on(1, self.why()));
        sections.push(on(3, self.everything()));
        sections.push(on(1, self.closing()));
        sections
    }

    /// Parts, where their fibres come from, and which routes take them.
    fn parts(&self) -> Vec<Block> {
        let lang = self.lang();
        let say = |message: PaperMsg| self.head(message);
        let row = |part: &crate::model::Part| {
            let rows = |lang: Lang| Row::of(&self.view(lang), part);
            let own = rows(lang);
            let both = |of: fn(&Row) -> String| lang.head(|lang| of(&rows(lang)));
            vec![
                Cell::Words {
                    text: both(|row| row.name.clone()),
                    small: both(|row| row.role.to_owned()),
                },
                Cell::figure(crate::text::number::with_unit(&own.grams, "g", lang), ""),
                Cell::words(lang.lines(|lang| rows(lang).composition_words)),
                Cell::Words {
                    text: String::new(),
                    small: lang.lines(|lang| rows(lang).feedstock),
                },
                Cell::Words {
                    text: String::new(),
                    small: both(|row| row.removable.to_owned()),
                },
            ]
        };
        let table = Table {
            name: say(PaperMsg::Parts),
            columns: vec![
                Column::words(say(PaperMsg::Part), 0.9),
                Column::figures(say(PaperMsg::Mass), 48.0),
                Column::words(say(PaperMsg::Fibres), 1.1),
                Column::words(say(PaperMsg::Feed), 0.9),
                Column::words(say(PaperMsg::Comes), 0.6),
            ],
            rows: self.project.product.parts.iter().map(row).collect(),
            dense: lang == Lang::Both,
            ..Table::default()
        };
        let view = self.view(lang);
        let feed = Bar {
            name: say(PaperMsg::Feed),
            pieces: inflow_bar(&view)
                .iter()
                .map(|slice| slice_piece(&self.theme, slice))
                .collect(),
        };
        let mut blocks = vec![
            Block::Heading(1, say(PaperMsg::Parts)),
            Block::Text(Tone::Body, self.made_of()),
            Block::Bar(self.product_bar()),
        ];
        // In two languages there is no room for what the table says as well.
        if lang != Lang::Both {
            blocks.extend([
                Block::Heading(3, say(PaperMsg::Feed)),
                Block::Bar(feed),
                Block::Space(4.0),
            ]);
        }
        blocks.extend([
            Block::Table(table),
            Block::Heading(2, say(PaperMsg::Routes)),
            Block::Table(self.routes()),
        ]);
        blocks
    }

    fn routes(&self) -> Table {
        let lang = self.lang();
        let matrices = [Lang::Zh, Lang::En].map(|lang| matrix(&self.view(lang), PARTS));
        let of = |lang: Lang| {
            let [zh, en] = &matrices;
            if lang == Lang::En { en } else { zh }
        };
        let own = of(lang);
        let verdicts = [
            (Verdict::Accepted, "+", FitMsg::Fits),
            (Verdict::Reduced, "±", FitMsg::FitsWithLoss),
            (Verdict::Refused, "–", FitMsg::FitsNot),
        ];
        let sign = |verdict: Verdict| {
            let found = verdicts.iter().find(|(own, ..)| *own == verdict);
            let letter = found.map_or("", |(_, letter, _)| *letter);
            Cell::Sign(Fill::from(self.theme.fit(verdict)), letter.to_owned())
        };
        let mut columns = vec![
            Column::words(self.head(PaperMsg::Route), 1.0),
            Column::figures(self.head(PaperMsg::Takes), 40.0),
        ];
        for at in 0..own.parts.len() {
            let name = lang.head(|lang| {
                of(lang)
                    .parts
                    .get(at)
                    .map_or_else(String::new, |(_, name)| name.clone())
            });
            columns.push(Column::drawn(name, 38.0));
        }
        let row = |at: usize| {
            let row = own.rows.get(at)?;
            let name = lang.head(|lang| {
                of(lang)
                    .rows
                    .get(at)
                    .map_or_else(String::new, |row| row.short.clone())
            });
            let mut cells = vec![Cell::words(name), Cell::figure(row.taken.clone(), "")];
            cells.extend(row.cells.iter().map(|cell| sign(cell.verdict)));
            Some(cells)
        };
        Table {
            name: self.head(PaperMsg::Routes),
            columns,
            rows: (0..own.rows.len()).filter_map(row).collect(),
            legend: verdicts
                .iter()
                .map(|(verdict, letter, word)| {
                    let fill = Fill::from(self.theme.fit(*verdict));
                    (fill, format!("{letter} {}", word.head(lang)))
                })
                .collect(),
            dense: true,
        }
    }

    /// One pathway: its flows, where its mass ends, its job card.
    fn pathway(&self, figures: &PathwayFigures) -> Vec<Block> {
        let lang = self.lang();
        let name = self.names(lang).head(|names| names.pathway(&figures.id));
        let mut blocks = vec![Block::Heading(1, name)];
        if let Some(idle) = self.view(lang).idle_words(figures) {
            blocks.push(Block::Text(Tone::Note, idle.full));
        }
        let compare = Compare::of(&self.view(lang));
        let column = compare.columns.iter().find(|column| column.id == figures.id);
        let drawing = flows::drawing(&self.view(lang), &self.ruler, &figures.id, FLOW);
        blocks.extend(drawing.map(Block::Drawing));
        if let Some(Ok(body)) = column.map(|column| column.body.as_ref()) {
            blocks.push(Block::Heading(3, self.head(PaperMsg::Ends)));
            blocks.push(Block::Bar(self.ends_bar(body)));
        }
        blocks.push(Block::Heading(2, self.head(PaperMsg::JobCard)));
        blocks.extend(self.job_card(&figures.id, lang == Lang::Both));
        if lang != Lang::Both {
            return blocks;
        }
        self.with_practices(Some(&figures.id), |practices| {
            blocks.iter().cloned().chain(practices).collect()
        })
    }

    /// Every figure of the pathways beside each other.
    fn comparison(&self) -> Vec<Block> {
        let lang = self.lang();
        let headline = Compare::of(&self.view(lang)).headline;
        let mut columns = vec![Column::words(self.head(PaperMsg::Figure), 1.0)];
        for (_, figures) in self.shown() {
            let name = self.names(lang).head(|names| names.pathway(&figures.id));
            columns.push(Column::figures(name, 88.0));
        }
        let all = PathwayFigure::ALL.iter().filter(|figure| {
            let is_drawn = matches!(figure.row().value, Value::Drawn(_) | Value::Beside(_));
            is_drawn && !figure.key().starts_with("designed")
        });
        let rows = all.map(|figure| {
            let mut row = vec![Cell::words(figure.head(lang))];
            row.extend(self.shown().map(|(_, figures)| {
                let mut cell = self.figure(figures, *figure);
                cell.value = figure.form().with_unit(&cell.value, lang);
                Cell::Short(cell)
            }));
            row
        });
        let table = Table {
            name: self.head(PaperMsg::Figures),
            columns,
            rows: rows.collect(),
            dense: true,
            ..Table::default()
        };
        let mut blocks = vec![Block::Heading(1, self.head(PaperMsg::Figures))];
        let said = [headline.facts, headline.measures, headline.note];
        blocks.extend(
            said.into_iter()
                .filter(|text| !text.is_empty())
                .map(|text| Block::Text(Tone::Body, text)),
        );
        blocks.push(Block::Table(table));
        blocks.extend(self.money_blocks());
        blocks
    }

    /// What matters most, and why the told pathway differs from the baseline.
    fn why(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(1, self.head(PaperMsg::Matters))];
        for figure in WEIGHED {
            let title = self.head_with(PaperMsg::MattersFor, &|names| {
                vec![
                    ("figure", figure.text(names.lang).to_owned()),
                    ("pathway", names.pathway(&self.told)),
                ]
            });
            blocks.push(Block::Heading(2, title));
            let rows = self.swing_rows(&self.told, figure).into_iter();
            let entries = rows.map(|row| Entry {
                text: row.name,
                small: [row.value, row.range, row.grade]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · "),
                figure: Figure::bare(row.ends),
                length: Some(row.length),
                sign: String::new(),
            });
            blocks.push(Block::List(entries.collect()));
        }
        let steps: Vec<Block> = EXPLAINED
            .iter()
            .flat_map(|figure| self.waterfall(*figure))
            .collect();
        if !steps.is_empty() {
            blocks.push(Block::Heading(1, self.head(PaperMsg::Why)));
            blocks.extend(steps);
        }
        blocks
    }

    fn waterfall(&self, figure: PathwayFigure) -> Vec<Block> {
        let lang = self.lang();
        let side = |pathway| Side {
            project: &self.project,
            pathway,
        };
        if self.told == self.project.baseline {
            return Vec::new();
        }
        let sides = [side(&self.project.baseline), side(&self.told)];
        let [from, to] = sides;
        let Ok(why) = why(from, to, Library::builtin(), figure) else {
            return Vec::new();
        };
        let told = |lang: Lang| {
            let names = self.names(lang);
            let (a, b) = (names.pathway(&self.project.baseline), names.pathway(&self.told));
            waterfall(&why, Named { a: &a, b: &b, lang })
        };
        let own = told(lang);
        let rows = own.rows.into_iter().enumerate().map(|(at, row)| WaterfallRow {
            label: lang.head(|lang| {
                told(lang)
                    .rows
                    .get(at)
                    .map_or_else(String::new, |row| row.label.clone())
            }),
            ..row
        });
        vec![
            Block::Heading(2, figure.head(lang)),
            Block::Text(Tone::Body, lang.lines(|lang| told(lang).headline)),
            Block::Steps(rows.collect()),
        ]
    }

    /// Every assumption and every own figure.
    fn everything(&self) -> Vec<Block> {
        let lang = self.lang();
        let say = |message: PaperMsg| self.head(message);
        let library = Library::builtin();
        let inputs = self.assessment().engine.slots.inputs();
        let counts = |key: &InputKey, grade: Grade| {
            let own = key
                .factor()
                .is_some_and(|id| self.project.overrides.contains_key(id));
            grade == Grade::D || own
        };
        let all = inputs.iter().enumerate().filter_map(|(place, input)| {
            if !counts(&input.key, input.figure.grade) {
                return None;
            }
            let used = |lang: Lang| input_use(&self.project, library, self.assessment(), lang, place);
            let own = used(lang)?;
            let name = lang.head(|lang| used(lang).map_or_else(String::new, |used| used.name));
            Some(vec![
                Cell::words(name),
                Cell::figure(own.value, ""),
                Cell::figure(own.range.unwrap_or_default(), ""),
                Cell::words(own.grade.letter()),
            ])
        });
        // A share that several pathways have alike stands once.
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for row in all {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        let table = Table {
            name: say(PaperMsg::Everything),
            columns: vec![
                Column::words(say(PaperMsg::Assumption), 1.0),
                Column::figures(say(PaperMsg::Value), 128.0),
                Column::figures(say(PaperMsg::Range), 128.0),
                Column::drawn(say(PaperMsg::Grade), 34.0),
            ],
            rows,
            dense: true,
            ..Table::default()
        };
        vec![
            Block::Heading(1, say(PaperMsg::Everything)),
            Block::Text(
                Tone::Soft,
                lang.lines(|lang| PaperMsg::EverythingHint.text(lang).to_owned()),
            ),
            Block::Text(Tone::Body, self.typed_in()),
            Block::Table(table),
        ]
    }

    /// Sources, and the method in brief.
    fn closing(&self) -> Vec<Block> {
        let lang = self.lang();
        let mut blocks = vec![Block::Heading(1, self.head(PaperMsg::Method))];
        for message in [PaperMsg::MethodFlow, PaperMsg::MethodWork, PaperMsg::MethodRange] {
            blocks.push(Block::Text(
                Tone::Body,
                lang.lines(|lang| message.text(lang).to_owned()),
            ));
        }
        let rows = METHOD
            .into_iter()
            .map(|figure| vec![Cell::words(figure.head(lang)), Cell::words(figure.row().formula)]);
        blocks.push(Block::Table(Table {
            name: self.head(PaperMsg::Formula),
            columns: vec![
                Column::words(self.head(PaperMsg::Figure), 0.8),
                Column::words(self.head(PaperMsg::Formula), 1.0),
            ],
            rows: rows.collect(),
            dense: true,
            ..Table::default()
        }));
        blocks.push(Block::Heading(1, self.head(PaperMsg::AllSources)));
        let titles = self.source_titles().into_iter().enumerate();
        blocks.push(Block::List(
            titles
                .map(|(at, title)| Entry {
                    sign: (at + 1).to_string(),
                    small: title,
                    ..Entry::default()
                })
                .collect(),
        ));
        blocks.push(Block::Text(
            Tone::Note,
            lang.lines(|lang| {
                [
                    PaperMsg::Limits.text(lang),
                    crate::text::ShellMsg::AboutEndorsed.text(lang),
                ]
                .join(lang.gap())
            }),
        ));
        blocks
    }
}
