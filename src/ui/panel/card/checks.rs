//! Published bundles beside the own sums, and the traps of own figures, in words.

use super::data::{Line, Source, names};
use crate::explain::FigureId;
use crate::report::sheet::{Block, Figure, Tone};
use crate::text::{CardMsg, Phrase as _, number};
use crate::ui::icon;
use crate::work::cross_check::{Bundle, CrossCheck};
use crate::work::quality::Span;
use crate::work::trap::{SHORT_TON_T, traps as find};

/// Traps that the project's own figures may have fallen into.
pub(super) fn traps(source: &Source<'_, '_>) -> Vec<String> {
    let own = &source.view.project.overrides;
    let own = own.iter().map(|(factor, own)| (factor, own.note.as_str()));
    let ton = number::fixed(SHORT_TON_T, 3, source.lang());
    find(own, source.view.library)
        .into_iter()
        .map(|trap| {
            let factor = names(source.view).factor(&trap.factor);
            source.with(trap.kind.into(), &[("factor", &factor), ("ton", &ton)])
        })
        .collect()
}

/// The cross-checks beneath the eleven lines.
pub(super) fn checks(source: &Source<'_, '_>) -> Line {
    let found = source
        .view
        .assessment
        .cross_checks(source.index, source.view.library);
    let mut blocks = Vec::new();
    for check in &found {
        blocks.push(Block::Text(Tone::Body, source.text(check.bundle.into())));
        blocks.push(figures(source, check));
        if !check.agrees {
            let name = source.say(check.bundle.into());
            let (own, published) = (
                rough(source, check.bottom_up),
                whole(source, check.published.figure),
            );
            let values = [("name", name), ("own", &own), ("published", &published)];
            blocks.push(Block::Text(
                Tone::Note,
                source.with(CardMsg::CheckDisagrees, &values),
            ));
        }
        if check.bundle == Bundle::Tess {
            blocks.push(Block::Text(
                Tone::Small,
                source.text(CardMsg::CheckNotIndependent),
            ));
        }
    }
    if found.is_empty() {
        blocks.push(Block::Text(Tone::Small, source.text(CardMsg::CheckNone)));
    }
    Line {
        key: CardMsg::Checks.key(),
        icon: icon::SCALES,
        title: source.head(CardMsg::Checks),
        hint: source.text(CardMsg::ChecksHint),
        more: None,
        blocks,
    }
}

/// The published figure left, the own sum right.
fn figures(source: &Source<'_, '_>, check: &CrossCheck) -> Block {
    let unit = source.say(CardMsg::CheckUnit);
    let published = &check.published;
    let cell = |word: String, figure: Span| Figure {
        name: format!("{} · {word}", source.say(check.bundle.into())),
        word,
        value: number::rough(figure.central, source.lang()),
        unit: unit.to_owned(),
        range: figure.range().map(|_| source.range(figure)).unwrap_or_default(),
        opens: Some(FigureId::Factor(published.factor.clone().into())),
        ..Figure::default()
    };
    let agrees = source.say(if check.agrees {
        CardMsg::CheckAgrees
    } else {
        CardMsg::CheckDisagreesShort
    });
    let place = place(source, &published.region);
    let cited = [
        ("source", published.source.as_str()),
        ("place", place.as_str()),
        ("year", super::lines::year(source, &published.year)),
        ("grade", published.grade.letter()),
    ];
    let mut left = cell(source.with(CardMsg::CheckPublished, &cited), published.figure);
    if published.figure.range().is_none() {
        left.value = number::figure(published.figure.central, None, source.lang());
    }
    let mut right = cell(
        source.with(CardMsg::CheckOwn, &[("agree", agrees)]),
        check.bottom_up,
    );
    right.opens = Some(source.opens(crate::figure::PathwayFigure::Gross));
    Source::figures(Some(left), right)
}

fn place(source: &Source<'_, '_>, region: &str) -> String {
    super::lines::region(source, region)
}

fn rough(source: &Source<'_, '_>, figure: Span) -> String {
    number::rough(figure.central, source.lang())
}

/// The range of `figure`, or the figure where it has none.
fn whole(source: &Source<'_, '_>, figure: Span) -> String {
    match figure.range() {
        Some(_) => source.range(figure),
        None => number::figure(figure.central, None, source.lang()),
    }
}
