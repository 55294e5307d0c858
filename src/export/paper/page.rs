//! One page: what a buyer, a factory and a boss need to see of one product.
//!
//! Invariant: the order never changes: head, sentence, product, pathways, work, flows, blockers, assumptions, what was
//! typed in or assumed, sources and limits.

use super::{Kind, Worked, flows};
use crate::assess::PathwayFigures;
use crate::figure::PathwayFigure;
use crate::report::sheet::{self, Block, Cell, Column, Figure, Section, Table, Tone, place};
use crate::text::names::variant_words;
use crate::text::{BesideMsg, CommonMsg, CompareMsg, Lang, PaperMsg, number};
use crate::ui::panel::compare::data::Compare;
use crate::ui::panel::product::sentence;
use crate::ui::theme::pathway_letter;

/// Height of the flow diagram, of its width, from what is wished to what can be read.
const FLOWS: [f32; 4] = [0.33, 0.29, 0.26, 0.24];
/// Its height at most.
const HIGHEST: f32 = 0.46;

impl Worked<'_> {
    /// The page; letters that can be read matter more than how high the flow diagram is, which takes what the words leave.
    pub(super) fn page(&self) -> Section {
        let (above, beneath) = (self.above_flow(), self.page_foot());
        let with = |height: f32| Section {
            pages: Some(1),
            blocks: [&above[..], &self.flow(height), &beneath].concat(),
        };
        let document = self.shell();
        let fits = |height: &f32| {
            let size = place::size(&document, &with(*height), &self.ruler)?;
            Some((*height, size))
        };
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

    /// What stands above the flow diagram.
    fn above_flow(&self) -> Vec<Block> {
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
        // Names in two languages need more room.
        let is_close = self.lang() == Lang::Both;
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
                Column::drawn(say(PaperMsg::Ends), if is_close { 68.0 } else { 84.0 }),
                Column::figures(CompareMsg::SameGrade.head(self.lang()), 45.0),
                Column::figures(CompareMsg::Downcycled.head(self.lang()), 43.0),
                Column::figures(say(PaperMsg::Lives), 39.0),
                Column::figures(say(PaperMsg::Mci), 37.0),
                Column::drawn(say(PaperMsg::MciMarks), if is_close { 48.0 } else { 60.0 }),
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
        let drawing = flows::drawing(&self.view(drawn), &self.ruler, &self.told, height);
        let Some(drawing) = drawing else { return Vec::new() };
        let terms = || Block::Text(Tone::Small, flows::terms(&self.view(Lang::Both), &self.told));
        let terms = (self.lang() == Lang::Both).then(terms);
        let title = self.head_with(PaperMsg::Flow, &|names| {
            vec![("pathway", names.pathway(&self.told))]
        });
        let drawn = [Block::Heading(2, title), Block::Drawing(drawing)];
        drawn.into_iter().chain(terms).collect()
    }
}
