//! What the inspectors say: blocks of the document model, with the figures of the explanation, copied as they are read.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::explain::{Explanation, FigureId, Weigh, explain};
use reloom::figure::PathwayFigure;
use reloom::model::{Estimate, FactorId, Override, Project};
use reloom::report::sheet::{Block, Figure, plain};
use reloom::text::{CommonMsg, CompareMsg, Lang};
use reloom::ui::panel::inspector::told::Told;
use reloom::ui::panel::library::{data, told};
use reloom::ui::theme::Theme;
use reloom::ui::view::{Page, Selection, View};

fn uniform() -> (Project, Assessment) {
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let assessment = assess(&project, Library::builtin());
    (project, assessment)
}

/// Figures of each kind that opens.
fn figures(assessment: &Assessment) -> Vec<FigureId> {
    let mut all = Vec::new();
    for figures in &assessment.pathways {
        for figure in [PathwayFigure::Mci, PathwayFigure::Net, PathwayFigure::GainedHere] {
            all.push(FigureId::Pathway(figures.id.clone(), figure));
        }
    }
    all
}

fn shown(blocks: &[Block]) -> Vec<&Figure> {
    let figures = blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    figures.collect()
}

/// Value, range and grade are those of the explanation, and so are those of every factor, in their order.
fn same_figures(told: &Told, explanation: &Explanation) {
    let lead = shown(&told.lead)[0];
    assert_eq!(lead.value, explanation.value);
    assert_eq!(lead.range, explanation.range.clone().unwrap_or_default());
    let factors = shown(&told.factors);
    assert_eq!(factors.len(), explanation.factors.len());
    for (figure, used) in factors.into_iter().zip(&explanation.factors) {
        assert_eq!((&figure.name, &figure.value), (&used.name, &used.value));
        assert_eq!(figure.range, used.range.clone().unwrap_or_default());
        assert_eq!((figure.grade, figure.own), (Some(used.grade), used.own));
        assert_eq!(figure.opens, Some(FigureId::Factor(used.id.clone())));
    }
    let entries = told.terms.iter().filter_map(|block| match block {
        Block::List(entries) => Some(entries),
        _ => None,
    });
    let values: Vec<&String> = entries.flatten().map(|entry| &entry.figure.value).collect();
    let terms: Vec<&String> = explanation.terms.iter().map(|term| &term.value).collect();
    assert_eq!(values, terms);
}

#[test]
fn an_opened_figure_is_copied_as_its_blocks_read_and_bears_the_figures_of_its_explanation() {
    let (project, assessment) = uniform();
    let theme = Theme::default();
    let selection = Selection::default();
    for lang in [Lang::En, Lang::Zh] {
        let page = (&selection, Page::Compare);
        let view = View::still((&project, &assessment), (lang, &theme), page);
        for figure in figures(&assessment) {
            let explanation = explain(&project, Library::builtin(), &assessment, &figure, lang).unwrap();
            let (told, spread) = Told::of(&view, &figure).unwrap();
            assert!(spread.is_none(), "nothing was drawn");
            same_figures(&told, &explanation);
            let text = told.as_text(lang);
            assert_eq!(text, plain::passage(told.blocks(), lang));
            let first = format!("{}{}{}", explanation.title, lang.colon(), explanation.value);
            assert!(text.starts_with(&first), "{text}");
            assert!(text.contains(CommonMsg::EstimateNote.text(lang)));
            for used in &explanation.factors {
                let value = format!("{}{}{}", used.name, lang.colon(), used.value);
                assert!(text.contains(&value), "{text}");
                assert!(used.sources.iter().all(|source| text.contains(source.as_str())));
            }
            assert_eq!(
                text.contains(CompareMsg::Remember.head(lang)),
                !explanation.notes.is_empty(),
                "no heading without anything beneath"
            );
        }
    }
}

#[test]
fn the_library_says_a_factor_with_the_figure_that_is_in_effect() {
    let (mut project, _) = uniform();
    let own = Override {
        figure: Estimate {
            value: 0.9,
            range: Some((0.8, 1.1)),
        },
        note: "time study, Keqiao 2026".to_owned(),
    };
    project.overrides.insert("assumption.sewing_k.CN".into(), own);
    let assessment = assess(&project, Library::builtin());
    let (theme, selection) = (Theme::default(), Selection::default());
    for lang in [Lang::En, Lang::Zh] {
        let page = (&selection, Page::Library);
        let view = View::still((&project, &assessment), (lang, &theme), page);
        for (id, is_own) in [
            ("assumption.sewing_k.CN", true),
            ("assumption.service_later", false),
        ] {
            let id = FactorId::from(id);
            let found = data::find(&view, &id).unwrap();
            let blocks = told::figure(&found, found.factor.unwrap(), lang);
            let figure = shown(&blocks)[0];
            let row = data::row(&view, &found, Weigh::Mci, 0.0);
            assert_eq!((&figure.value, &figure.range), (&row.value, &row.range), "{id:?}");
            assert_eq!(figure.grade, row.grade);
            assert_eq!(
                blocks.len(),
                if is_own { 2 } else { 1 },
                "the library's beside the own one"
            );
            let text = plain::passage(&blocks, lang);
            assert!(
                text.contains(&figure.meaning) && text.contains(&figure.name),
                "{text}"
            );
        }
    }
}
