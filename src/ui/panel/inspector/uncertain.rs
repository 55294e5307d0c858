//! The spread of an opened figure, and the five assumptions that move it most, each editable in place.

use crate::data::Grade;
use crate::edit::{Edit, LinkEdit, ProductEdit};
use crate::explain::{FigureId, PathwayFigure};
use crate::flow::{Input, InputKey};
use crate::job::NAMED;
use crate::model::{Estimate, FactorId, PathwayId, StageId};
use crate::quantity::Share;
use crate::text::names::Names;
use crate::text::{UncertainMsg, number, units};
use crate::ui::shared::how_far::Lever;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Out, View};
use crate::ui::widget::number_field::Commit;
use crate::ui::widget::{NumberField, grade_chip, text};
use crate::uncertainty::Swing;
use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// What is said of the spread of one figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// "5–95 %: 0.35–0.51".
    pub band: String,
    /// Middle and mean of the draws.
    pub middle: String,
    /// True where the mean is far from the central figure.
    pub differs: bool,
    /// How many draws.
    pub draws: String,
    /// The assumptions that matter most; empty until all draws are done.
    pub top: Vec<Assumption>,
}

/// One assumption on the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Assumption {
    /// Its key among the inputs.
    pub key: InputKey,
    /// Its name.
    pub name: String,
    /// Its value, in percent where it is a share.
    pub value: f64,
    /// Unit of that value.
    pub unit: String,
    /// Its grade.
    pub grade: Grade,
    /// How far it moves the figure, against the first of the list.
    pub length: f64,
    /// The figure at its 5 % and 95 % points.
    pub ends: String,
    /// The same in words, with the name.
    pub spoken: String,
    /// What changes it.
    pub target: Target,
}

/// What an edit of an assumption changes.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// A factor of the library: an own figure takes its place.
    Factor(FactorId),
    /// A share of a pathway.
    Share(PathwayId, StageId, StageId),
    /// The wears of a first life.
    Wears,
    /// Nothing here; it is changed where it stands.
    None,
}

impl Spread {
    /// The spread of `figure` of `pathway`; `None` without draws, or where some draw gave no number.
    pub fn of(view: &View<'_>, pathway: &PathwayId, figure: PathwayFigure) -> Option<Self> {
        let at = view
            .assessment
            .pathways
            .iter()
            .position(|figures| &figures.id == pathway)?;
        let uncertain = view.uncertain?;
        let band = uncertain.bands.bands.band(at, figure)?;
        let say = |value: f64| figure.form().text(value, view.lang);
        let central = figure.central(view.assessment.pathways.get(at)?);
        Some(Self {
            band: UncertainMsg::Band.with(view.lang, &[("range", &band.said(figure, view.lang))]),
            middle: UncertainMsg::Middle.with(
                view.lang,
                &[("median", &say(band.p50)), ("mean", &say(band.mean))],
            ),
            differs: (band.mean - central).abs() > band.sd / 4.0,
            draws: UncertainMsg::Draws
                .with(view.lang, &[("count", &uncertain.bands.bands.draws.to_string())]),
            top: top(view, at, figure),
        })
    }
}

fn top(view: &View<'_>, index: usize, figure: PathwayFigure) -> Vec<Assumption> {
    let Some(uncertain) = view.uncertain.filter(|uncertain| !uncertain.stale) else {
        return Vec::new();
    };
    let swings = uncertain
        .bands
        .swings
        .get(index)
        .zip(figure.column())
        .and_then(|(swings, at)| swings.get(at));
    let Some(swings) = swings else { return Vec::new() };
    let largest = swings.first().map_or(1.0, Swing::size);
    let inputs = view.assessment.engine.slots.inputs();
    let named = swings.iter().take(NAMED).filter_map(|swing| {
        let input = inputs.get(swing.input)?;
        Some(assumption(view, input, swing, largest, figure))
    });
    named.collect()
}

fn assumption(
    view: &View<'_>,
    input: &Input,
    swing: &Swing,
    largest: f64,
    figure: PathwayFigure,
) -> Assumption {
    let say = |value: f64| figure.form().text(value, view.lang);
    let name = name(view, input);
    let is_share = units::is_share(&input.figure.unit);
    let (low, high) = (swing.at_p5.min(swing.at_p95), swing.at_p5.max(swing.at_p95));
    let values = [("low", say(low)), ("high", say(high))];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    Assumption {
        ends: ends(view, swing, &values),
        key: input.key.clone(),
        value: if is_share {
            input.figure.value * 100.0
        } else {
            input.figure.value
        },
        unit: if is_share {
            "%".to_owned()
        } else {
            units::unit(&input.figure.unit, view.lang)
        },
        grade: input.figure.grade,
        length: swing.size() / largest,
        spoken: UncertainMsg::Swing.with(
            view.lang,
            &[("name", &name), ("low", &say(low)), ("high", &say(high))],
        ),
        target: target(view, input),
        name,
    }
}

/// The figure at both ends, and the rank correlation over the draws.
fn ends(view: &View<'_>, swing: &Swing, values: &[(&str, &str)]) -> String {
    let ends = UncertainMsg::Ends.with(view.lang, values);
    match swing.rank {
        Some(rank) => {
            let rank = number::signed(rank, |rank| number::ratio(rank, view.lang));
            UncertainMsg::EndsRank.with(view.lang, &[("ends", &ends), ("rank", &rank)])
        }
        None => ends,
    }
}

/// Shares of a pathway are named by their stages.
fn name(view: &View<'_>, input: &Input) -> String {
    let names = Names {
        project: view.project,
        library: view.library,
        lang: view.lang,
    };
    match target(view, input) {
        Target::Share(pathway, from, to) => view.project.pathway(&pathway).map_or_else(
            || input.key.to_string(),
            |way| format!("{} → {}", names.stage(way, &from), names.stage(way, &to)),
        ),
        _ => input.name.get(view.lang).to_owned(),
    }
}

fn target(view: &View<'_>, input: &Input) -> Target {
    match &input.key {
        InputKey::Factor(id) => Target::Factor(id.clone()),
        InputKey::Wears => Target::Wears,
        InputKey::Share { pathway, from, to } => {
            let way = view.project.pathway(pathway);
            let known = way.is_some_and(|way| way.stage(to).is_some());
            if known {
                Target::Share(pathway.clone(), from.clone(), to.clone())
            } else {
                Target::None
            }
        }
        _ => Target::None,
    }
}

/// Draws the spread of `figure` where it is one of a pathway and has been drawn.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, figure: &FigureId) {
    let FigureId::Pathway(pathway, figure) = figure else {
        return;
    };
    let Some(spread) = Spread::of(view, pathway, *figure) else {
        return;
    };
    let theme = view.theme;
    let stale = view.uncertain.is_some_and(|uncertain| uncertain.stale);
    text::rule(ui, theme);
    text::heading(ui, theme, UncertainMsg::Title.head(view.lang));
    if stale {
        ui.disable();
    }
    text::body(ui, theme, &spread.band);
    text::small(ui, theme, &spread.middle);
    text::small(ui, theme, &spread.draws);
    if spread.differs {
        text::small(ui, theme, UncertainMsg::Differs.text(view.lang));
    }
    text::rule(ui, theme);
    text::heading(ui, theme, UncertainMsg::MattersMost.head(view.lang));
    if spread.top.is_empty() {
        text::small(ui, theme, UncertainMsg::Drawing.text(view.lang));
    }
    for assumption in &spread.top {
        show_assumption(ui, view, out, assumption, (pathway, *figure));
    }
    text::small(ui, theme, UncertainMsg::MattersHint.text(view.lang));
}

fn show_assumption(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    assumption: &Assumption,
    (pathway, figure): (&PathwayId, PathwayFigure),
) {
    let theme = view.theme;
    ui.push_id(assumption.key.to_string(), |ui| {
        ui.add_space(metric::SPACE_S);
        text::small(ui, theme, &assumption.name);
        bar(ui, theme, assumption);
        if assumption.target == Target::None {
            return;
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_S;
            let id = ("assumption", assumption.key.to_string());
            let is_share = assumption.unit == "%";
            let field = NumberField::new(id, &assumption.name, Some(assumption.value), view.lang)
                .unit(if is_share { "%" } else { "" })
                .width(96.0)
                .bare();
            let answer = field.show(ui, theme);
            // How far it has to go for the figure that is opened.
            let lever = Lever::of_figure(&FigureId::Factor(assumption.key.clone()));
            if let Some(lever) = lever
                && lever.is_asked(ui, view, &answer.response, &assumption.name)
            {
                lever.ask_of(view, out, pathway, figure);
            }
            grade_chip(ui, theme, assumption.grade.letter(), view.lang);
            if !is_share {
                text::elided(ui, theme, &assumption.unit);
            }
            if let Some(Commit::Value(value)) = answer.commit {
                commit(view, out, assumption, value);
            }
        });
    });
}

/// The swing as a bar, its ends in words beneath.
fn bar(ui: &mut Ui, theme: &Theme, assumption: &Assumption) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
    #[expect(clippy::cast_possible_truncation, reason = "a length on screen")]
    let width = rect.width() * assumption.length as f32;
    let filled = Rect::from_min_size(pos2(rect.left(), rect.top() + 1.0), vec2(width.max(2.0), 6.0));
    ui.painter().rect_filled(filled, 0.0, theme.accent);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &assumption.spoken));
    text::small(ui, theme, &assumption.ends);
}

fn commit(view: &View<'_>, out: &mut Out, assumption: &Assumption, value: f64) {
    let value = if assumption.unit == "%" {
        value / 100.0
    } else {
        value
    };
    match &assumption.target {
        Target::Factor(factor) => {
            let note = view.project.overrides.get(factor).map(|own| own.note.clone());
            let note = note.unwrap_or_else(|| UncertainMsg::OwnNote.text(view.lang).to_owned());
            out.edit(Edit::SetOverride {
                factor: factor.clone(),
                figure: Estimate::exact(value),
                note,
            });
        }
        Target::Share(pathway, from, to) => {
            out.edit(Edit::link(
                pathway,
                from,
                to,
                LinkEdit::SetShare(Share::clamped(value)),
            ));
        }
        Target::Wears => out.edit(Edit::Product(ProductEdit::SetWears(Some(Estimate::exact(value))))),
        Target::None => {}
    }
}
