//! What the library's inspector says of a factor, block by block; its fields and buttons stand between the parts.

use super::data::{Found, grade_words};
use super::inspector::mark_words;
use super::uses::{PathwayUse, uses};
use crate::data::{Factor, Grade};
use crate::explain::measuring;
use crate::flow::assemble::effective;
use crate::report::sheet::{Block, Figure, Tone};
use crate::text::names::Names;
use crate::text::{CommonMsg, Lang, LibraryMsg, origins, units};
use crate::ui::theme::{metric, pathway_letter};
use crate::ui::view::View;

fn small(words: impl Into<String>) -> Block {
    Block::Text(Tone::Small, words.into())
}

fn fine(words: impl Into<String>) -> Block {
    Block::Text(Tone::Fine, words.into())
}

/// Its names in both languages.
pub fn names(found: &Found<'_>, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::Text(Tone::Lead, found.name(lang))];
    if found.factor.is_some() && lang != Lang::Both {
        blocks.push(small(found.name(lang.other())));
    }
    blocks
}

/// The figure in effect with what its grade means, and the library's where it is the user's own.
pub fn figure(found: &Found<'_>, factor: &Factor, lang: Lang) -> Vec<Block> {
    let figure = effective(factor, found.own).0;
    let measured = found.own.and_then(|own| measuring::grade(&own.note, lang));
    let meaning = match (found.own, figure.grade) {
        (Some(_), Grade::D) => LibraryMsg::GradeOwnBare,
        (Some(_), _) => LibraryMsg::GradeOwn,
        (None, grade) => grade_words(grade),
    };
    let mut blocks = vec![Block::Figure(Figure {
        name: found.name(lang),
        value: units::plain_value(figure.value, units::ends(&figure), &figure.unit, lang),
        unit: units::after(&figure.unit, lang),
        range: units::plain_range(&figure, lang).unwrap_or_default(),
        grade: Some(figure.grade),
        meaning: measured.unwrap_or_else(|| meaning.text(lang).to_owned()),
        big: true,
        ..Figure::default()
    })];
    if found.own.is_some() {
        let library = &factor.figure;
        let (value, _) = units::figure(library.value, units::ends(library), &library.unit, lang);
        let range = units::plain_range(library, lang);
        let value = range.map_or(value.clone(), |range| format!("{value} · {range}"));
        let values = [("value", value.as_str()), ("grade", library.grade.letter())];
        blocks.push(Block::Text(
            Tone::Own,
            LibraryMsg::LibraryFigure.with(lang, &values),
        ));
    }
    blocks
}

/// Where it counts, and what its range moves there.
pub fn where_used(view: &View<'_>, found: &Found<'_>) -> Vec<Block> {
    let lang = view.lang;
    let mut blocks = vec![Block::Heading(2, LibraryMsg::UsedTitle.head(lang).to_owned())];
    if view.matter.is_none() {
        blocks.push(small(CommonMsg::BeingWorkedOut.text(lang)));
        return blocks;
    }
    let uses = uses(view, found);
    if uses.everywhere.is_empty() && uses.pathways.is_empty() {
        blocks.push(small(LibraryMsg::NotUsedHere.text(lang)));
        return blocks;
    }
    if !uses.everywhere.is_empty() {
        blocks.push(fine(LibraryMsg::EveryPathway.text(lang)));
        blocks.extend(uses.everywhere.into_iter().map(small));
        blocks.push(Block::Space(metric::SPACE_XS));
    }
    if uses.pathways.iter().any(|pathway| !pathway.moves.is_empty()) {
        blocks.push(small(LibraryMsg::EffectTitle.text(lang)));
    }
    blocks.extend(uses.pathways.into_iter().map(|used| of_pathway(view, used)));
    blocks
}

fn of_pathway(view: &View<'_>, used: PathwayUse) -> Block {
    let moves = (!used.moves.is_empty()).then(|| fine(used.moves.join(" · ")));
    Block::Pathway {
        letter: pathway_letter(used.index),
        fill: view.theme.pathway(used.index).into(),
        name: used.name,
        said: moves
            .into_iter()
            .chain(used.purposes.into_iter().map(small))
            .collect(),
    }
}

/// How the library's figure is known, and from where.
pub fn source(view: &View<'_>, factor: &Factor) -> Vec<Block> {
    let (figure, lang) = (&factor.figure, view.lang);
    let names = Names {
        project: view.project,
        library: view.library,
        lang,
    };
    let mut blocks = vec![Block::Heading(2, LibraryMsg::Sources.head(lang).to_owned())];
    if figure.sources.is_empty() {
        blocks.push(small(LibraryMsg::NoSources.text(lang)));
    }
    blocks.extend(figure.sources.iter().map(|id| fine(names.source(id))));
    if !figure.note.is_empty() {
        blocks.push(small(figure.note.as_str()));
    }
    blocks.push(Block::Space(metric::SPACE_XS));
    let year = if figure.year == "n.d." {
        LibraryMsg::NoDate.text(lang)
    } else {
        &figure.year
    };
    let place = origins::origin(&figure.region, view.library, lang);
    let facts = [
        (LibraryMsg::HowKnown, mark_words(figure.mark).text(lang)),
        (LibraryMsg::Place, place.as_str()),
        (LibraryMsg::Year, year),
        (LibraryMsg::Identity, factor.id.as_str()),
    ];
    let facts = facts.map(|(what, words)| (what.text(lang).to_owned(), words.to_owned()));
    blocks.push(Block::Facts(facts.into()));
    blocks
}
