//! Over the years: from the baseline to a compared pathway, with the delay of what is still worn.
//!
//! Invariant: years are those of [`mod@crate::years`]; nothing here is a forecast, and the ramp is what the user set.

use super::rows::Rows;
use crate::assess::PathwayFigures;
use crate::figure::PathwayFigure;
use crate::model::{Column, PathwayId};
use crate::text::names::Names;
use crate::text::{Lang, YearsMsg, number};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::View;
use crate::ui::widget::chart_room::chart_room;
use crate::ui::widget::choice::{above, choice};
use crate::ui::widget::{Button, Commit, NumberField, text};
use crate::years::{By, Inputs, InputsError, Ramp, Year, inputs, run};
use egui::{Id, Pos2, Rect, Stroke, Ui, pos2, vec2};
use std::fmt::Write as _;

/// The figure of a country that holds its goal: the share of textile waste that is used again in [`GOAL_YEAR`].
const GOAL: &str = "target_2030";
/// The year of the goal.
const GOAL_YEAR: i32 = 2030;
/// Height of a chart.
const HEIGHT: f32 = 150.0;
/// Widest chart.
const WIDTH: f32 = 680.0;
/// Years that a table tells.
const TOLD: usize = 60;

/// What is asked for, kept while the window is open.
#[derive(Debug, Clone, PartialEq)]
struct Wanted {
    to: Option<PathwayId>,
    start: i32,
    end: i32,
    by: By,
    growth: f64,
    productivity: f64,
    capacity_t: Option<f64>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            to: None,
            start: 2026,
            end: GOAL_YEAR,
            by: By::Sold,
            growth: 0.0,
            productivity: 0.0,
            capacity_t: None,
        }
    }
}

impl Wanted {
    /// The ramp, and twenty years from its start at least, in which what was sold before is discarded.
    fn ramp(&self) -> Ramp {
        Ramp {
            by: self.by,
            growth: self.growth,
            productivity: self.productivity,
            capacity_t: self.capacity_t,
            until: self.end.max(self.start + 20),
            ..Ramp::new(self.start, self.end)
        }
    }
}

/// One year in final numbers, with the ends of its hours where they were drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The year.
    pub year: Year,
    /// P5 and P95 of the hours gained.
    pub gained: Option<[f64; 2]>,
    /// P5 and P95 of the hours lost.
    pub lost: Option<[f64; 2]>,
    /// Share of what is discarded that is used again as parts, fibre or lower goods.
    pub again: f64,
}

/// The years from the baseline to the pathway `to`; the sentence where there are none.
pub fn told(view: &View<'_>, to: &PathwayId, ramp: &Ramp) -> Result<Vec<Told>, String> {
    let (project, assessment, lang) = (view.project, view.assessment, view.lang);
    let found = inputs(project, view.library, assessment, [&project.baseline, to]);
    let found: Inputs = found.map_err(|error| match error {
        InputsError::NoAnswer(id) => YearsMsg::NoAnswer.with(lang, &[("id", id.as_str())]),
        InputsError::NoMass => YearsMsg::NoMass.text(lang).to_owned(),
        InputsError::NoLife => YearsMsg::NoLife.text(lang).to_owned(),
    })?;
    let [old, new] = [&project.baseline, to].map(|id| assessment.pathway(id).map_or(0.0, again));
    let band = |figure: PathwayFigure| view.band(to, figure).map(|band| [band.p5, band.p95]);
    let [gained, lost] = [PathwayFigure::Gained, PathwayFigure::Lost].map(band);
    let ends = |hours: f64, central: f64, band: Option<[f64; 2]>| {
        let scale = hours / central;
        let band = band.filter(|_| scale.is_finite())?;
        Some(band.map(|end| end * scale))
    };
    let told = |year: Year| Told {
        gained: ends(year.gained_h, found.gained, gained),
        lost: ends(year.lost_h, found.lost, lost),
        again: {
            let share = if year.discarded > 0.0 {
                year.on_new_way / year.discarded
            } else {
                0.0
            };
            old + (new - old) * share
        },
        year,
    };
    Ok(run(&found, ramp).into_iter().map(told).collect())
}

/// Share of the mass that ends as parts, fibre or lower goods.
fn again(figures: &PathwayFigures) -> f64 {
    let used = [
        PathwayFigure::OutflowReused,
        PathwayFigure::OutflowRecycled,
        PathwayFigure::OutflowDowncycled,
    ];
    used.iter().map(|figure| figure.central(figures)).sum()
}

impl Rows<'_, '_> {
    /// The ramp, the charts and the table, beneath the other indicators.
    pub(super) fn years(&self, ui: &mut Ui) {
        let view = self.view;
        let ways: Vec<&Column> = view
            .project
            .compared
            .iter()
            .filter(|column| column.variant == view.project.product.variant)
            .filter(|column| column.pathway != view.project.baseline)
            .collect();
        let Some(first) = ways.first() else { return };
        self.grid.block(ui, view.theme, "years", |ui| {
            text::heading(ui, view.theme, YearsMsg::Title.head(view.lang));
            let key = Id::unique("compare years");
            let mut wanted: Wanted = ui.data(|data| data.get_temp(key)).unwrap_or_default();
            let to = wanted
                .to
                .clone()
                .filter(|to| ways.iter().any(|way| way.pathway == *to));
            let to = to.unwrap_or_else(|| first.pathway.clone());
            controls(ui, view, &ways, &to, &mut wanted);
            let ramp = wanted.ramp();
            ui.data_mut(|data| data.insert_temp(key, wanted));
            if !ramp.is_sound() {
                let limit = crate::years::MOST_YEARS.to_string();
                let words = YearsMsg::NotInOrder.with(view.lang, &[("limit", &limit)]);
                text::body(ui, view.theme, &words);
                return;
            }
            match told(view, &to, &ramp) {
                Ok(years) => show(ui, view, &years),
                Err(why) => drop(text::body(ui, view.theme, &why)),
            }
        });
    }
}

/// Where to, from when to when, and how hours change.
fn controls(ui: &mut Ui, view: &View<'_>, ways: &[&Column], to: &PathwayId, wanted: &mut Wanted) {
    let (lang, theme) = (view.lang, view.theme);
    let names = Names {
        project: view.project,
        library: view.library,
        lang,
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_L, metric::SPACE_S);
        let name = YearsMsg::To.text(lang);
        let shown = names.pathway(to);
        let picked = above(ui, theme, name, |ui| {
            choice(ui, "years to", name, (&shown, Some(to)), 220.0, || {
                let all = ways.iter().map(|way| &way.pathway);
                all.map(|id| (id.clone(), names.pathway(id))).collect()
            })
        });
        if picked.is_some() {
            wanted.to = picked;
        }
        for (message, year) in [
            (YearsMsg::Start, &mut wanted.start),
            (YearsMsg::End, &mut wanted.end),
        ] {
            let field = NumberField::new(
                ("years", message.text(Lang::En)),
                message.text(lang),
                Some(f64::from(*year)),
                lang,
            );
            if let Some(Commit::Value(value)) = field.range(1900.0, 2300.0).show(ui, theme).commit {
                #[expect(clippy::cast_possible_truncation, reason = "a year")]
                let value = value.round() as i32;
                *year = value;
            }
        }
        for (message, change) in [
            (YearsMsg::Growth, &mut wanted.growth),
            (YearsMsg::Productivity, &mut wanted.productivity),
        ] {
            let key = ("years", message.text(Lang::En));
            let field = NumberField::new(key, message.text(lang), Some(*change * 100.0), lang);
            if let Some(Commit::Value(value)) = field.range(-50.0, 50.0).show(ui, theme).commit {
                *change = value / 100.0;
            }
        }
        let name = YearsMsg::Capacity.text(lang);
        let field = NumberField::new("years capacity", name, wanted.capacity_t, lang).can_be_empty();
        match field.range(0.0, 1e9).show(ui, theme).commit {
            Some(Commit::Value(value)) => wanted.capacity_t = Some(value),
            Some(Commit::Cleared) => wanted.capacity_t = None,
            None => {}
        }
        let name = YearsMsg::By.text(lang);
        let words = |by: By| match by {
            By::Sold => YearsMsg::BySold,
            By::Discarded => YearsMsg::ByDiscarded,
        };
        let shown = (words(wanted.by).text(lang), Some(&wanted.by));
        let picked = above(ui, theme, name, |ui| {
            choice(ui, "years by", name, shown, 220.0, || {
                let all = [By::Sold, By::Discarded];
                all.map(|by| (by, words(by).text(lang).to_owned())).into()
            })
        });
        wanted.by = picked.unwrap_or(wanted.by);
    });
}

/// Charts and table.
fn show(ui: &mut Ui, view: &View<'_>, years: &[Told]) {
    let lang = view.lang;
    let hours = |told: &Told| [told.year.gained_h, told.year.lost_h];
    let most = years.iter().flat_map(hours).fold(0.0, f64::max);
    let ends = years.iter().flat_map(|told| [told.gained, told.lost]).flatten();
    let most = ends.map(|[_, high]| high).fold(most, f64::max);
    let said = |value: f64| number::hours(value, lang);
    let words = years.last().map_or_else(String::new, |last| {
        let values = [
            ("year", last.year.year.to_string()),
            ("gained", said(last.year.gained_h)),
            ("lost", said(last.year.lost_h)),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        YearsMsg::HoursSaid.with(lang, &values)
    });
    let plot = Plot::new(
        ui,
        view.theme,
        YearsMsg::HoursChart.head(lang),
        &words,
        (years, most),
    );
    plot.band(ui, view.theme, |told| told.gained);
    plot.band(ui, view.theme, |told| told.lost);
    plot.line(ui, Stroke::new(2.0, view.theme.ink), |told| told.year.lost_h);
    plot.line(ui, Stroke::new(2.5, view.theme.accent), |told| told.year.gained_h);
    shares(ui, view, years);
    table(ui, view, years);
    text::small(
        ui,
        view.theme,
        &lang.lines(|lang| YearsMsg::Note.text(lang).to_owned()),
    );
}

/// The share that is used again, with the national goal where the product is used in the country.
fn shares(ui: &mut Ui, view: &View<'_>, years: &[Told]) {
    let lang = view.lang;
    let country = view.library.country_of(&view.project.product.used_in);
    let goal = country.and_then(|country| {
        let id = format!("region.{}.{GOAL}", country.to_lowercase());
        view.library.factor(&id).map(|goal| goal.figure.value)
    });
    let at_goal = years.iter().find(|told| told.year.year == GOAL_YEAR);
    let last = at_goal.or(years.last());
    let words = last.map_or_else(String::new, |last| {
        let values = [
            ("year", last.year.year.to_string()),
            ("share", number::share(last.again, lang)),
            (
                "goal",
                goal.map_or_else(|| number::NOTHING.to_owned(), |goal| number::share(goal, lang)),
            ),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        let message = if goal.is_some() {
            YearsMsg::AgainGoal
        } else {
            YearsMsg::AgainSaid
        };
        message.with(lang, &values)
    });
    let plot = Plot::new(
        ui,
        view.theme,
        YearsMsg::AgainChart.head(lang),
        &words,
        (years, 1.0),
    );
    plot.line(ui, Stroke::new(2.5, view.theme.accent), |told| told.again);
    if let Some(goal) = goal {
        let level = plot.at(0, goal).y;
        let rule = Stroke::new(1.5, view.theme.ink);
        let dashed = egui::Shape::dashed_line(
            &[pos2(plot.rect.left(), level), pos2(plot.rect.right(), level)],
            rule,
            6.0,
            4.0,
        );
        ui.painter().extend(dashed);
    }
}

/// One line a year, and the button that copies them.
fn table(ui: &mut Ui, view: &View<'_>, years: &[Told]) {
    let lang = view.lang;
    egui::Grid::new("years table")
        .num_columns(6)
        .spacing(vec2(metric::SPACE_L, 2.0))
        .show(ui, |ui| {
            for head in YearsMsg::HEADS {
                text::small(ui, view.theme, head.head(lang));
            }
            ui.end_row();
            for told in years.iter().take(TOLD) {
                let hours = |value: f64, ends: Option<[f64; 2]>| match ends {
                    Some([low, high]) => {
                        format!(
                            "{} ({})",
                            number::rough(value, lang),
                            number::figure_range(value, (low, high), lang)
                        )
                    }
                    None => number::rough(value, lang),
                };
                let pieces = |count: f64| number::thousands(&format!("{count:.0}"), lang);
                let year = &told.year;
                let cells = [
                    year.year.to_string(),
                    hours(year.gained_h, told.gained),
                    hours(year.lost_h, told.lost),
                    pieces(year.discarded),
                    pieces(year.collected),
                    number::share(told.again, lang),
                ];
                for cell in cells {
                    text::small_ink(ui, view.theme, &cell);
                }
                ui.end_row();
            }
        });
    let copy = Button::quiet(YearsMsg::Copy.text(lang)).icon(icon::COPY);
    if copy.show(ui, view.theme).clicked() {
        ui.ctx().copy_text(csv(years));
    }
}

/// The years as CSV; keys carry their units.
pub fn csv(years: &[Told]) -> String {
    let mut out = String::from(
        "year,gained_h,gained_h_p5,gained_h_p95,lost_h,lost_h_p5,lost_h_p95,sold,discarded,collected,used_again_share,balance_kg\n",
    );
    let ends =
        |ends: Option<[f64; 2]>| ends.map_or_else(|| ",".to_owned(), |[low, high]| format!("{low},{high}"));
    for told in years {
        let year = &told.year;
        let _ = writeln!(
            out,
            "{},{},{},{},{},{},{},{},{},{}",
            year.year,
            year.gained_h,
            ends(told.gained),
            year.lost_h,
            ends(told.lost),
            year.sold,
            year.discarded,
            year.collected,
            told.again,
            year.balance_kg
        );
    }
    out
}

/// A chart over the years.
struct Plot<'a> {
    rect: Rect,
    years: &'a [Told],
    most: f64,
}

impl<'a> Plot<'a> {
    /// Room under a heading, with what is said of it; values go from 0 to `most`.
    fn new(ui: &mut Ui, theme: &Theme, name: &str, said: &str, (years, most): (&'a [Told], f64)) -> Self {
        text::small(ui, theme, name);
        let size = vec2(ui.available_width().min(WIDTH), HEIGHT);
        let rect = chart_room(ui, theme, (name, said), size);
        let edge = theme.edge_stroke();
        ui.painter().hline(rect.x_range(), rect.bottom(), edge);
        ui.painter().vline(rect.left(), rect.y_range(), edge);
        Self {
            rect: rect.shrink(1.0),
            years,
            most: if most > 0.0 { most } else { 1.0 },
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "a place in a chart")]
    fn at(&self, place: usize, value: f64) -> Pos2 {
        let across = place as f64 / self.years.len().saturating_sub(1).max(1) as f64;
        pos2(
            self.rect.left() + self.rect.width() * across as f32,
            self.rect.bottom() - self.rect.height() * (value / self.most).clamp(0.0, 1.0) as f32,
        )
    }

    fn line(&self, ui: &Ui, stroke: Stroke, value: impl Fn(&Told) -> f64) {
        let points = self.years.iter().enumerate();
        let points: Vec<Pos2> = points.map(|(at, told)| self.at(at, value(told))).collect();
        ui.painter().line(points, stroke);
    }

    /// A band as quadrilaterals from year to year.
    fn band(&self, ui: &Ui, theme: &Theme, ends: impl Fn(&Told) -> Option<[f64; 2]>) {
        let fill = theme.field_edge.gamma_multiply(0.5);
        let edges = self.years.iter().enumerate().filter_map(|(at, told)| {
            let ends = ends(told)?;
            Some(ends.map(|end| self.at(at, end)))
        });
        let edges: Vec<[Pos2; 2]> = edges.collect();
        for pair in edges.windows(2) {
            if let [[low, high], [next_low, next_high]] = pair {
                let corners = vec![*low, *high, *next_high, *next_low];
                let shape = egui::Shape::convex_polygon(corners, fill, Stroke::NONE);
                ui.painter().add(shape);
            }
        }
    }
}
