//! One page: what a buyer, a factory and a boss need to see of one product.
//!
//! Invariant: the order never changes: head, sentence, product, pathways, work, flows, blockers, assumptions, what was
//! typed in or assumed, sources and limits.

use super::rows::listed;
use super::{Kind, Worked, flows};
use crate::assess::PathwayFigures;
use crate::data::Library;
use crate::explain::advice::{Advised, cure, gate_words, value_of};
use crate::explain::input_use;
use crate::figure::PathwayFigure;
use crate::job::NAMED;
use crate::model::PathwayId;
use crate::report::flow_table;
use crate::report::sheet::{self, Block, Cell, Column, Entry, Figure, Section, Table, Tone, place};
use crate::text::names::variant_words;
use crate::text::{BesideMsg, CommonMsg, CompareMsg, FitMsg, Lang, PaperMsg, ShellMsg, capitalised, number};
use crate::ui::panel::compare::data::Compare;
use crate::ui::panel::inspector::uncertain::Spread;
use crate::ui::panel::product::assumed::data as assumed;
use crate::ui::panel::product::{hints, sentence};
use crate::ui::theme::pathway_letter;
use crate::uncertainty::Swing;

/// Blockers on the page.
const BLOCKERS: usize = 3;
/// Height of the flow diagram, of its width, from what is wished to what can be read.
const FLOWS: [f32; 3] = [0.33, 0.29, 0.26];
/// Under this size of letters it gives way, as where both languages tell four pathways.
const LETTERS: f32 = 0.75;
/// Its height at most.
const HIGHEST: f32 = 0.46;

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
    /// The page; the flow diagram takes what the words leave, and gives way where they leave nothing.
    pub(super) fn page(&self) -> Section {
        let with = |height: f32| Section {
            pages: Some(1),
            blocks: self.page_blocks(height * place::ROOM),
        };
        let document = self.shell();
        let fits = |least: &f32| {
            let section = with(*least);
            let size = place::size(&document, &section, &self.ruler)?;
            (size >= LETTERS).then_some((*least, size))
        };
        // Letters that can be read matter more than how high the diagram is.
        let largest = FLOWS
            .iter()
            .filter_map(fits)
            .reduce(|best, other| if other.1 > best.1 { other } else { best });
        let Some((least, _)) = largest else {
            return with(0.0);
        };
        let (_, spare) = place::spare(&document, &with(least), &self.ruler);
        let more = (spare - 4.0).max(0.0) / place::ROOM;
        with((least + more).min(HIGHEST))
    }

    /// A document without sections, to measure with.
    pub(super) fn shell(&self) -> crate::report::sheet::Document {
        crate::report::sheet::Document {
            lang: self.lang(),
            plain: self.paper.kind == Kind::Handout,
            ..crate::report::sheet::Document::default()
        }
    }

    fn page_blocks(&self, flow: f32) -> Vec<Block> {
        let compare = Compare::of(&self.view(self.lang()));
        let mut blocks = self.page_head(&compare);
        blocks.push(Block::Heading(2, self.head(PaperMsg::MadeOf)));
        blocks.push(Block::Text(Tone::Body, self.made_of()));
        blocks.push(Block::Bar(self.product_bar()));
        blocks.push(Block::Heading(2, self.head(PaperMsg::SideBySide)));
        blocks.push(Block::Table(self.pathway_table(&compare)));
        blocks.push(Block::Heading(2, self.head(PaperMsg::Work)));
        blocks.push(Block::Table(self.work_table()));
        blocks.push(Block::Text(Tone::Small, self.beside_line()));
        blocks.extend(self.money_line().map(|line| Block::Text(Tone::Small, line)));
        blocks.extend(self.flow(flow));
        blocks.extend(self.page_foot());
        blocks
    }

    /// Product, variant, author, date, file, version, seed, and the sentence.
    fn page_head(&self, compare: &Compare) -> Vec<Block> {
        let verdict = self.verdict(compare);
        let mut blocks = vec![
            Block::Title(self.project.product.name.head(self.lang())),
            Block::Facts(self.facts()),
            Block::Text(Tone::Lead, compare.headline.facts.clone()),
        ];
        if !verdict.is_empty() {
            blocks.push(Block::Text(Tone::Soft, verdict));
        }
        blocks
    }

    /// Whether the pathway that is told holds against the baseline.
    fn verdict(&self, compare: &Compare) -> String {
        let column = compare.columns.iter().find(|column| column.id == self.told);
        let verdict = column
            .and_then(|column| column.body.as_ref().ok())
            .and_then(|body| body.verdict.clone());
        let Some(verdict) = verdict else {
            return String::new();
        };
        let said = verdict.split('\n');
        self.lang().lines(|lang| {
            let verdict = if self.lang() == Lang::Both && lang == Lang::En {
                said.clone().nth(1).unwrap_or_default()
            } else {
                said.clone().next().unwrap_or_default()
            };
            let name = self.names(lang).pathway(&self.told);
            format!("{name}{}{verdict}", lang.colon())
        })
    }

    pub(super) fn facts(&self) -> Vec<(String, String)> {
        let lang = self.lang();
        let product = &self.project.product;
        let say = |message: PaperMsg| message.head(lang).to_owned();
        let mut facts = vec![(say(PaperMsg::Variant), variant_words(product).head(lang))];
        // Without a name there is a line to write it on.
        let author = match self.paper.author.trim() {
            "" => PaperMsg::Blank.text(lang),
            author => author,
        };
        facts.push((say(PaperMsg::Author), author.to_owned()));
        facts.push((say(PaperMsg::Date), self.paper.date.clone()));
        if !self.paper.file.is_empty() {
            facts.push((say(PaperMsg::File), self.paper.file.clone()));
        }
        facts.push((say(PaperMsg::Version), env!("CARGO_PKG_VERSION").to_owned()));
        facts.push((say(PaperMsg::Seed), self.project.seed.to_string()));
        let draws = self.uncertain.bands.draws.to_string();
        facts.push((say(PaperMsg::Draws), draws));
        let estimate = CommonMsg::EstimateNote.head(lang).to_owned();
        facts.push((String::new(), estimate));
        facts
    }

    /// The product in one sentence.
    pub(super) fn made_of(&self) -> String {
        self.lines(|view| {
            let pieces = sentence::headline(view).first;
            pieces.into_iter().map(|piece| piece.text).collect()
        })
    }

    fn pathway_table(&self, compare: &Compare) -> Table {
        let say = |message: PaperMsg| self.head(message);
        let rows = self.pathway_rows(compare, |figures, body| {
            vec![
                self.figure_cell(figures, PathwayFigure::OutflowRecycled),
                self.figure_cell(figures, PathwayFigure::OutflowDowncycled),
                self.figure_cell(figures, PathwayFigure::ItemUses),
                self.figure_cell(figures, PathwayFigure::Mci),
                Cell::Scale(body.scale.clone()),
                self.figure_cell(figures, PathwayFigure::GarmentsAvoided),
            ]
        });
        Table {
            name: say(PaperMsg::SideBySide),
            columns: vec![
                Column::words("", 1.0),
                Column::drawn(say(PaperMsg::Ends), 84.0),
                Column::figures(CompareMsg::SameGrade.head(self.lang()), 45.0),
                Column::figures(CompareMsg::Downcycled.head(self.lang()), 43.0),
                Column::figures(say(PaperMsg::Lives), 39.0),
                Column::figures(say(PaperMsg::Mci), 37.0),
                Column::drawn(say(PaperMsg::MciMarks), 60.0),
                Column::figures(say(PaperMsg::Avoided), 40.0),
            ],
            rows: rows.collect(),
            legend: compare.legend.clone(),
            ..Table::default()
        }
    }

    /// Carbon and wages in one line, beside the answers: each pathway by the letter that it bears in the tables, with its
    /// range, or that there is no data. What they are is said in both languages, the figures once.
    fn beside_line(&self) -> String {
        let lang = self.lang();
        let in_all = |say: &dyn Fn(Lang) -> String| sheet::flat(&lang.head(say));
        let of = |figure: PathwayFigure| {
            let said = |(at, figures): (usize, &PathwayFigures)| {
                let letter = pathway_letter(at);
                match self.figure_said(figures, figure) {
                    Some(said) => format!("{letter} {said}"),
                    None => format!(
                        "{letter} {}",
                        in_all(&|lang| BesideMsg::NoData.text(lang).to_owned())
                    ),
                }
            };
            let is_counted = |(_, figures): &(usize, &PathwayFigures)| {
                !figures.baseline || figure == PathwayFigure::CarbonPer100Wears
            };
            let all: Vec<String> = self.shown().filter(is_counted).map(said).collect();
            let name = in_all(&|lang| figure.text(lang).to_owned());
            format!("{name}{}{}", lang.colon(), all.join(lang.pause()))
        };
        let list = PathwayFigure::BESIDE.map(of).join(lang.semicolon());
        let head = in_all(&|lang| BesideMsg::OnPage.text(lang).to_owned());
        format!("{head}{}{list}", lang.colon())
    }

    /// `figure` with its range behind it; none where it has no data.
    fn figure_said(&self, figures: &PathwayFigures, figure: PathwayFigure) -> Option<String> {
        let lang = self.lang();
        let band = self.view(lang).band(&figures.id, figure);
        let band = band.filter(|band| band.p5 < band.p95);
        let said = Figure {
            range: band.map(|band| band.said_bare(figure, lang)).unwrap_or_default(),
            ..Figure::of(figure, figures, None, lang)
        };
        (said.value != number::NOTHING).then(|| said.spoken(lang))
    }

    /// The flow diagram of the pathway that is told.
    fn flow(&self, height: f32) -> Vec<Block> {
        if height <= 0.0 {
            return Vec::new();
        }
        // Both languages leave no room at its nodes: what they are called in the second stands beneath.
        let drawn = match self.lang() {
            Lang::Both => Lang::Zh,
            lang => lang,
        };
        let drawing = flows::drawing(&self.view(drawn), &self.ruler, &self.told, height / place::ROOM);
        let Some(drawing) = drawing else { return Vec::new() };
        let terms = || Block::Text(Tone::Small, flows::terms(&self.view(Lang::Both), &self.told));
        let terms = (self.lang() == Lang::Both).then(terms);
        let title = self.head_with(PaperMsg::Flow, &|names| {
            vec![("pathway", names.pathway(&self.told))]
        });
        let drawn = [Block::Heading(2, title), Block::Drawing(drawing)];
        drawn.into_iter().chain(terms).collect()
    }

    /// Blockers beside the assumptions that decide; beneath them what was typed in, sources and limits.
    fn page_foot(&self) -> Vec<Block> {
        // The baseline has no net: the others are counted against it.
        let (figure, hint) = if self.told == self.project.baseline {
            (PathwayFigure::Gross, PaperMsg::DecideHintOwn)
        } else {
            (PathwayFigure::Net, PaperMsg::DecideHint)
        };
        let deciding = self.swing_rows(&self.told, figure).into_iter();
        let deciding = deciding.map(|row| Entry {
            text: row.name,
            small: [row.value, row.range, row.grade]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            figure: Figure::bare(row.ends),
            ..Entry::default()
        });
        vec![
            Block::Columns(
                [Block::Heading(2, self.head(PaperMsg::Blockers))]
                    .into_iter()
                    .chain(self.blockers(BLOCKERS))
                    .collect(),
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
    fn blockers(&self, most: usize) -> Vec<Block> {
        let entries = self.blocker_entries(most);
        let has_moves = entries.iter().any(|entry| entry.figure != Figure::default());
        let rank = self.advice.as_ref().filter(|_| has_moves);
        let rank = rank.map(|advice| Block::Text(Tone::Small, advice.rank.head(self.lang())));
        rank.into_iter().chain([Block::List(entries)]).collect()
    }

    fn blocker_entries(&self, most: usize) -> Vec<Entry> {
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
        entries.truncate(most);
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
