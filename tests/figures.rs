//! Every figure, one after the other: both names, one form wherever it stands, a formula, draws, and the mark of own
//! figures where its explanation holds one and nowhere else.

use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::explain::{Explanation, FigureId, all_figures, explain, own_marks};
use reloom::figure::{Form, On, PathwayFigure, ProductFigure, Shown, Value};
use reloom::lang::Lang;
use reloom::model::{Estimate, FactorId, Override, Project};
use reloom::text::tables;
use std::collections::{BTreeMap, BTreeSet};

fn preset(id: &str) -> Project {
    reloom::presets::get(id).unwrap().project().unwrap()
}

fn opened(project: &Project, assessment: &Assessment, figure: &FigureId, lang: Lang) -> Explanation {
    explain(project, Library::builtin(), assessment, figure, lang).unwrap_or_else(|| panic!("{figure:?}"))
}

/// Names of all figures: English and Chinese.
fn names() -> Vec<[&'static str; 2]> {
    let pathway = PathwayFigure::ALL
        .iter()
        .map(|figure| Lang::ALL.map(|lang| figure.text(lang)));
    let product = ProductFigure::ALL
        .iter()
        .map(|figure| Lang::ALL.map(|lang| figure.text(lang)));
    pathway.chain(product).collect()
}

#[test]
fn every_row_is_whole_and_no_two_are_alike() {
    let keys: BTreeSet<&str> = PathwayFigure::ALL.iter().map(|figure| figure.key()).collect();
    assert_eq!(keys.len(), PathwayFigure::ALL.len());
    for figure in PathwayFigure::ALL {
        let row = figure.row();
        assert!(
            !row.key.is_empty() && !row.formula.is_empty() && !row.rests_on.is_empty(),
            "{figure:?}"
        );
        assert_eq!(PathwayFigure::of_key(row.key), Some(*figure));
        match row.value {
            Value::Bar(shown, printed) => {
                for piece in shown.iter().chain(printed) {
                    assert_eq!(piece.key(), format!("{}.{}", row.key, piece.short_key()));
                    assert_eq!((piece.row().shown, piece.form()), (Shown::Piece, Form::Share));
                    assert_eq!(piece.bar(), Some(*figure));
                }
            }
            Value::Drawn(_) => assert!(figure.column().is_some(), "{figure:?}"),
            Value::Beside(_) => assert!(PathwayFigure::BESIDE.contains(figure), "{figure:?}"),
            Value::Checked(_) => assert_eq!(row.shown, Shown::Opened, "what the window shows is drawn"),
        }
    }
    for lang in 0..2 {
        let all: BTreeSet<String> = names().iter().map(|name| name[lang].to_lowercase()).collect();
        assert!(all.iter().all(|name| !name.trim().is_empty()));
        assert_eq!(all.len(), names().len(), "two figures have one name");
    }
}

/// A name that stands in a table of messages as well would be changed in one place and not in the other.
#[test]
fn the_name_of_a_figure_stands_once() {
    let mut twice = Vec::new();
    for table in tables() {
        for entry in table.entries {
            let alike = |name: &[&str; 2]| entry.en.eq_ignore_ascii_case(name[0]) || entry.zh == name[1];
            twice.extend(
                names()
                    .iter()
                    .filter(|name| alike(name))
                    .map(|name| format!("{}::{} says {name:?}", table.name, entry.key)),
            );
        }
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

/// Title and value of an explanation, and every term that opens a figure, say the name and the form of its row.
#[test]
fn a_figure_has_one_name_and_one_form_everywhere() {
    for id in ["school_uniform", "jeans"] {
        let project = preset(id);
        let assessment = assess(&project, Library::builtin());
        for lang in Lang::ALL {
            for figure in all_figures(&assessment) {
                let told = opened(&project, &assessment, &figure, lang);
                assert!(!told.formula.is_empty() && !told.title.is_empty(), "{figure:?}");
                if let FigureId::Pathway(pathway, figure) = &figure {
                    let figures = assessment.pathway(pathway).unwrap();
                    assert_eq!(told.title, figure.text(lang));
                    assert_eq!(told.formula, figure.row().formula);
                    match figure.row().value {
                        Value::Bar(..) => assert_eq!(told.value, Form::Share.text(1.0, lang)),
                        _ => assert_eq!(told.value, figure.said(figures, lang)),
                    }
                }
                for term in &told.terms {
                    match &term.opens {
                        Some(FigureId::Pathway(_, PathwayFigure::GarmentsAvoided)) | None => {}
                        Some(FigureId::Pathway(pathway, opens)) => {
                            assert_eq!(term.meaning, opens.text(lang), "in {figure:?}");
                            if opens.pieces().is_empty() {
                                let said = opens.said(assessment.pathway(pathway).unwrap(), lang);
                                assert_eq!(term.value, said, "{opens:?} in {figure:?}");
                            }
                        }
                        Some(FigureId::Product(opens)) => {
                            assert_eq!(term.meaning, opens.text(lang), "in {figure:?}");
                            assert_eq!(term.value, opens.said(&assessment.product, lang));
                        }
                        Some(_) => {}
                    }
                }
            }
        }
    }
}

/// Ranges, changes and signs are written as the value is: a share stays in per cent, hours keep their unit.
#[test]
fn ranges_and_changes_keep_the_form_of_the_value() {
    for figure in PathwayFigure::ALL {
        let form = figure.form();
        for lang in Lang::ALL {
            let marks =
                |text: &str| ['%', 'g', 'h', '工', 'F', '全', 'C', '元'].map(|mark| text.contains(mark));
            let [value, range, change] = [
                form.text(0.42, lang),
                form.range(0.42, (0.35, 0.51), lang),
                form.change(0.42, lang),
            ];
            assert_eq!(marks(&value), marks(&range), "{figure:?}: {value}, {range}");
            assert_eq!(marks(&value), marks(&change), "{figure:?}: {value}, {change}");
        }
    }
    let circularity = PathwayFigure::MaterialCircularity.form();
    assert_eq!(circularity.text(0.11, Lang::En), "11\u{202F}%");
    assert_eq!(circularity.range(0.11, (0.08, 0.15), Lang::En), "8–15\u{202F}%");
}

/// Per 100 wears and per piece are two figures: what is written opens what it says.
#[test]
fn a_mass_per_hundred_wears_opens_the_mass_per_hundred_wears() {
    let project = preset("school_uniform");
    let assessment = assess(&project, Library::builtin());
    for pathway in &assessment.pathways {
        let c = &pathway.circularity;
        for (per_100, piece) in [
            (PathwayFigure::VPer100Wears, PathwayFigure::V),
            (PathwayFigure::WPer100Wears, PathwayFigure::W),
            (
                PathwayFigure::VWithProductionPer100Wears,
                PathwayFigure::VWithProduction,
            ),
            (
                PathwayFigure::WWithProductionPer100Wears,
                PathwayFigure::WWithProduction,
            ),
        ] {
            let grams = piece.central(pathway) * 1000.0 / c.wears * 100.0;
            assert!((per_100.central(pathway) - grams).abs() < 1e-9 * grams.max(1.0));
            let opens = FigureId::Pathway(pathway.id.clone(), per_100);
            let told = opened(&project, &assessment, &opens, Lang::En);
            assert_eq!(told.value, per_100.said(pathway, Lang::En));
        }
    }
}

#[test]
fn the_pieces_of_a_bar_sum_to_one() {
    for preset in reloom::presets::all() {
        let project = preset.project().unwrap();
        for pathway in &assess(&project, Library::builtin()).pathways {
            for bar in PathwayFigure::ALL
                .iter()
                .filter(|figure| !figure.pieces().is_empty())
            {
                let sum: f64 = bar.pieces().iter().map(|piece| piece.central(pathway)).sum();
                assert!((sum - 1.0).abs() < 1e-9, "{bar:?} of {}: {sum}", pathway.id);
            }
        }
    }
}

/// Each factor of the library that counts, one after the other, set to an own figure.
fn with_own(project: &Project, factor: &FactorId, value: f64) -> Project {
    let mut changed = project.clone();
    let own = Override {
        figure: Estimate::exact(value),
        note: "our own".to_owned(),
    };
    changed.overrides.insert(factor.clone(), own);
    changed
}

/// All values that the window shows, by the figure that they open.
fn values(assessment: &Assessment) -> BTreeMap<FigureId, f64> {
    let product = ProductFigure::ALL
        .iter()
        .map(|figure| (FigureId::Product(*figure), figure.value(&assessment.product)));
    let mut all: BTreeMap<FigureId, f64> = product.collect();
    for pathway in &assessment.pathways {
        for figure in PathwayFigure::ALL {
            all.insert(
                FigureId::Pathway(pathway.id.clone(), *figure),
                figure.central(pathway),
            );
        }
        for end in &pathway.ends {
            let (pathway, stage) = (pathway.id.clone(), end.stage.clone());
            all.insert(FigureId::End { pathway, stage }, end.kg);
        }
        for line in &pathway.work {
            let work = FigureId::Work {
                pathway: pathway.id.clone(),
                activity: line.activity.clone(),
                place: line.place.clone(),
            };
            all.insert(work, line.hours);
        }
    }
    all
}

/// A mark stands exactly where the explanation lists an own figure, and wherever an own figure has moved the value.
#[test]
fn what_an_own_figure_moves_is_marked() {
    let library = Library::builtin();
    let mut moved_any = BTreeSet::new();
    for id in ["tshirt", "school_uniform"] {
        let project = preset(id);
        let plain = assess(&project, library);
        let before = values(&plain);
        let inputs = plain.engine.slots.inputs().iter();
        let mut factors: BTreeSet<FactorId> =
            inputs.filter_map(|input| input.key.factor().cloned()).collect();
        let routes = (0..plain.pathways.len()).flat_map(|at| plain.routes(at));
        factors.extend(routes.flat_map(|(_, route)| {
            ["min_main", "elastane_max", "other_max"].map(|limit| format!("route.{route}.{limit}").into())
        }));
        for factor in factors {
            let Some(found) = library.factor(factor.as_str()) else {
                continue;
            };
            let value = if found.figure.value == 0.0 {
                0.3
            } else {
                found.figure.value * 0.7
            };
            let own = with_own(&project, &factor, value);
            let assessment = assess(&own, library);
            let marks = own_marks(&own, library, &assessment);
            for figure in all_figures(&assessment) {
                let told = opened(&own, &assessment, &figure, Lang::En);
                let listed = told.factors.iter().any(|factor| factor.own);
                assert_eq!(!marks.behind(&figure).is_empty(), listed, "{factor}: {figure:?}");
            }
            for (figure, after) in values(&assessment) {
                let Some(before) = before.get(&figure) else {
                    continue;
                };
                let near = (after - before).abs() <= 1e-9 * after.abs().max(before.abs());
                if near || after.is_nan() || before.to_bits() == after.to_bits() {
                    continue;
                }
                let is_balance = matches!(figure, FigureId::Pathway(_, PathwayFigure::Balance));
                let is_marked = !marks.behind(&figure).is_empty();
                assert!(
                    is_marked || is_balance,
                    "{factor} moved {figure:?} from {before} to {after}"
                );
                if let FigureId::Pathway(_, figure) = figure {
                    moved_any.insert(figure);
                }
            }
        }
    }
    for figure in [
        PathwayFigure::W,
        PathwayFigure::Lfi,
        PathwayFigure::Mci,
        PathwayFigure::Lost,
    ] {
        assert!(moved_any.contains(&figure), "{figure:?}");
    }
}

/// A figure that is a difference from the baseline has none in the baseline itself.
#[test]
fn differences_are_nothing_in_the_baseline() {
    let project = preset("tshirt");
    let assessment = assess(&project, Library::builtin());
    let baseline = assessment.baseline().unwrap();
    for figure in PathwayFigure::ALL {
        if figure.row().rests_on.contains(&On::Baseline) {
            let value = figure.central(baseline);
            assert!(value == 0.0 || value.is_nan(), "{figure:?}: {value}");
        }
    }
}
