//! The spread of an opened figure, and the five assumptions that move it most, each editable in place.

use super::told::Told;
use crate::edit::{Edit, LinkEdit, ProductEdit};
use crate::explain::{FactorUse, FigureId, PathwayFigure, input_use};
use crate::flow::{Input, InputKey};
use crate::job::NAMED;
use crate::model::{Estimate, FactorId, PathwayId, StageId};
use crate::quantity::Share;
use crate::report::sheet::{Block, Entry, Figure};
use crate::text::{UncertainMsg, number, units};
use crate::ui::shared::blocks::Blocks;
use crate::ui::shared::how_far::Lever;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::number_field::Commit;
use crate::ui::widget::{NumberField, grade_chip, text};
use crate::uncertainty::Swing;
use egui::Ui;

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
    /// Its value, range and grade, as read.
    pub figure: Figure,
    /// How far it moves the figure, against the first of the list.
    pub length: f64,
    /// The figure at its 5 % and 95 % points.
    pub ends: String,
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

impl Assumption {
    /// Its name, how far it moves the figure, and from where to where.
    pub fn entry(&self) -> Entry {
        Entry {
            text: self.name.clone(),
            small: self.ends.clone(),
            figure: self.figure.clone(),
            length: Some(self.length),
            ..Entry::default()
        }
    }
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
        let used = input_use(
            view.project,
            view.library,
            view.assessment,
            view.lang,
            swing.input,
        )?;
        Some(assumption(view, input, swing, (largest, figure), &used))
    });
    named.collect()
}

fn assumption(
    view: &View<'_>,
    input: &Input,
    swing: &Swing,
    (largest, figure): (f64, PathwayFigure),
    used: &FactorUse,
) -> Assumption {
    let say = |value: f64| figure.form().text(value, view.lang);
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
        figure: Figure::from(used),
        length: swing.size() / largest,
        target: target(view, input),
        name: used.name.clone(),
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

/// Draws the spread of `figure`, and the assumptions that move it with their fields.
pub(super) fn show(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    of: (&PathwayId, PathwayFigure),
    (told, spread): (&Told, &Spread),
) {
    let theme = view.theme;
    let stale = view.uncertain.is_some_and(|uncertain| uncertain.stale);
    text::rule(ui, theme);
    let blocks = Blocks::read(view, "spread");
    if let Some((heading, drawn)) = told.spread.split_first() {
        blocks.show(ui, out, std::slice::from_ref(heading));
        if stale {
            ui.disable();
        }
        blocks.show(ui, out, drawn);
    }
    text::rule(ui, theme);
    for block in &told.decides {
        match block {
            // Each entry with its field beneath.
            Block::List(entries) => {
                for (assumption, entry) in spread.top.iter().zip(entries) {
                    show_assumption(ui, view, out, (assumption, entry), of);
                }
            }
            block => blocks.show(ui, out, std::slice::from_ref(block)),
        }
    }
}

fn show_assumption(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    (assumption, entry): (&Assumption, &Entry),
    (pathway, figure): (&PathwayId, PathwayFigure),
) {
    let theme = view.theme;
    ui.push_id(assumption.key.to_string(), |ui| {
        ui.add_space(metric::SPACE_S);
        let blocks = Blocks::read(view, ("decides", assumption.key.to_string()));
        blocks.show(ui, out, &[Block::List(vec![entry.clone()])]);
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
            if let Some(grade) = assumption.figure.grade {
                grade_chip(ui, theme, grade.letter(), view.lang);
            }
            if !is_share {
                text::elided(ui, theme, &assumption.unit);
            }
            if let Some(Commit::Value(value)) = answer.commit {
                commit(view, out, assumption, value);
            }
        });
    });
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
