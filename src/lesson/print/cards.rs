//! Cards: roles, strategies, letters to hold up, terms.

use super::{Make, page, write};
use crate::data::{Library, PathwayPreset, Rule};
use crate::explain::advice::{Adviser, Effect, MEASURES, efforts, tries};
use crate::figure::PathwayFigure;
use crate::lang::Lang;
use crate::lesson::{FigureRef, LETTERS, Pack};
use crate::report::sheet::{Block, Drawing, Entry, Figure, Item, Section, Tone};
use crate::text::glossary::Glossary;
use crate::text::{HintMsg, LessonMsg};

/// Terms on the card.
const TERMS: usize = 30;

pub(super) fn roles(make: &Make<'_>) -> Vec<Section> {
    let lang = make.lang();
    let card = |(at, role): (usize, &crate::lesson::RoleCard)| {
        let mut blocks = vec![
            Block::Text(Tone::Small, format!("{} / {}", at + 1, make.lesson.roles.len())),
            Block::Heading(1, role.name.head(lang)),
            Block::Heading(3, make.title(LessonMsg::RoleWants)),
            Block::Text(Tone::Body, make.lines(&role.wants)),
            Block::Heading(3, make.title(LessonMsg::RoleAsks)),
            Block::Text(Tone::Body, make.lines(&role.asks)),
        ];
        if !role.figures.is_empty() {
            blocks.push(Block::Heading(3, make.title(LessonMsg::RoleLooks)));
            blocks.push(Block::List(
                role.figures.iter().map(|figure| looks(make, figure)).collect(),
            ));
        }
        page(blocks)
    };
    make.lesson.roles.iter().enumerate().map(card).collect()
}

/// A figure that a role looks at, by its name.
fn looks(make: &Make<'_>, figure: &FigureRef) -> Entry {
    Entry {
        sign: "–".to_owned(),
        text: make.head(|lang| figure.asked.name(lang)),
        ..Entry::default()
    }
}

/// One card for each preset of a pathway, for each design rule, and for each move that can be made on the start.
pub(super) fn strategies(make: &Make<'_>, pack: &Pack, library: &Library) -> Vec<Section> {
    let presets = library
        .pathway_presets
        .iter()
        .map(|preset| preset_card(make, preset));
    let rules = library.rules.iter().map(|rule| rule_card(make, rule, library));
    presets
        .chain(rules)
        .chain(move_cards(make, pack, library))
        .collect()
}

/// What a pathway is, in one line.
fn preset_card(make: &Make<'_>, preset: &PathwayPreset) -> Section {
    page(vec![
        Block::Text(Tone::Small, make.title(LessonMsg::StrategyPathway)),
        Block::Heading(1, preset.name.head(make.lang())),
        Block::Text(Tone::Body, make.lines(&preset.about)),
        write(make.title(LessonMsg::StrategyGains), 2),
        write(make.title(LessonMsg::StrategyLoses), 2),
    ])
}

/// What a rule asks for, what a breach means, and what it rests on.
fn rule_card(make: &Make<'_>, rule: &Rule, library: &Library) -> Section {
    let lang = make.lang();
    let severity: HintMsg = rule.severity.into();
    let mut means = vec![severity.head(lang).to_owned()];
    means.extend(rule.proposal.then(|| HintMsg::Proposal.head(lang).to_owned()));
    let titles = rule.sources.iter().filter_map(|id| library.source(id));
    let mut rests: Vec<String> = titles.map(|source| source.title.clone()).collect();
    if rests.is_empty() {
        rests.push(HintMsg::Judged.head(lang).to_owned());
    }
    let mut blocks = vec![
        Block::Text(Tone::Small, HintMsg::from(rule.group).head(lang).to_owned()),
        Block::Heading(2, rule.name.head(lang)),
        Block::Text(Tone::Body, means.join(lang.semicolon())),
    ];
    blocks.extend(
        rests
            .into_iter()
            .map(|title| Block::Text(Tone::Small, format!("{title}  {}", rule.grade.letter()))),
    );
    page(blocks)
}

/// One card for each move that can be made on the start, with what it does there.
fn move_cards(make: &Make<'_>, pack: &Pack, library: &Library) -> Vec<Section> {
    let Some(project) = pack.project("", None) else {
        return Vec::new();
    };
    let Ok(mut adviser) = Adviser::new(&project, library, &pack.lesson.pathway, 0) else {
        return Vec::new();
    };
    let shown = [
        PathwayFigure::Mci,
        PathwayFigure::OutflowRecycled,
        PathwayFigure::Net,
    ];
    let mut seen: Vec<String> = Vec::new();
    let mut sections = Vec::new();
    for one in tries(&project, library) {
        let Ok(effect) = adviser.advise(&one).effect else {
            continue;
        };
        let Some(row) = one.move_row(library).filter(|_| !seen.contains(&one.row)) else {
            continue;
        };
        seen.push(one.row.clone());
        let entries = shown.map(|figure| Entry {
            text: figure.head(make.lang()),
            figure: Figure::bare(changed(&effect, figure, make.lang())),
            ..Entry::default()
        });
        let mut blocks = vec![
            Block::Heading(1, one.name(&project, library).head(make.lang())),
            Block::List(entries.to_vec()),
            Block::Heading(3, make.title(LessonMsg::StrategyTakes)),
            Block::Text(Tone::Body, make.lang().lines(|lang| efforts(row, lang))),
        ];
        if let Some(said) = &row.said {
            blocks.push(Block::Text(Tone::Body, make.lines(said)));
        }
        sections.push(page(blocks));
    }
    sections
}

/// A figure before and after; empty where it is no measure.
fn changed(effect: &Effect, figure: PathwayFigure, lang: Lang) -> String {
    let at = MEASURES.iter().position(|measure| *measure == figure);
    let values = at.and_then(|at| Some((*effect.before.get(at)?, *effect.after.get(at)?)));
    values.map_or_else(String::new, |(before, after)| {
        let form = figure.form();
        format!("{} → {}", form.text(before, lang), form.text(after, lang))
    })
}

/// One page for each letter, told apart by its shape.
pub(super) fn letters() -> Vec<Section> {
    let card = |letter: char| {
        let drawing = Drawing {
            spoken: letter.to_string(),
            width: 100.0,
            height: 130.0,
            share: 1.0,
            items: vec![
                Item::Area {
                    points: vec![[2.0, 2.0], [98.0, 2.0], [98.0, 128.0], [2.0, 128.0]],
                    fill: None,
                    edge: 0.8,
                },
                Item::Words {
                    at: [17.0, 65.0],
                    text: letter.to_string(),
                    size: 96.0,
                    strong: true,
                    soft: false,
                },
            ],
        };
        page(vec![Block::Drawing(drawing)])
    };
    LETTERS.into_iter().map(card).collect()
}

/// Thirty terms that carry the method, each with what it means here.
pub(super) fn glossary(make: &Make<'_>) -> Vec<Section> {
    let lang = make.lang();
    let terms = Glossary::builtin()
        .terms
        .iter()
        .filter(|term| term.meaning.is_some())
        .take(TERMS);
    let entry = |term: &crate::text::glossary::Term| {
        let meaning = |lang| {
            term.meaning
                .as_ref()
                .map_or("", |meaning| meaning.get(lang))
                .to_owned()
        };
        Entry {
            text: term.name.head(Lang::Both),
            small: lang.lines(meaning),
            ..Entry::default()
        }
    };
    let mut blocks = make.top(crate::lesson::Printed::Glossary);
    blocks.push(Block::List(terms.map(entry).collect()));
    vec![Section { pages: None, blocks }]
}
