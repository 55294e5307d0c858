//! What each gate takes and refuses, part by part, with the reason.

use super::acts;
use super::data::{figures, names};
use crate::explain::FigureId;
use crate::flow::gate::Verdict;
use crate::model::{PartId, Pathway, Stage, StageId};
use crate::text::{ChooseMsg, CommonMsg, PathwaysMsg, gates, number};
use crate::ui::act::{Act, offer};
use crate::ui::diagram::words::standing;
use crate::ui::icon;
use crate::ui::shared::figure_acts;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::rows::{self, Places, Rows, Said};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Hint as _, grouped, text};
use egui::{Color32, Id, Key, Ui, pos2, vec2};

/// More parts than this are told on one line each.
const MOST_FULL: usize = 40;

/// The gates of one stage; their words are made for the rows in sight alone.
#[derive(Debug, Clone, PartialEq)]
pub struct GateTable {
    /// The stage.
    pub stage: StageId,
    /// Its name.
    pub name: String,
    /// The places of its gates among those of the pathway, in the order of the product.
    pub gates: Vec<usize>,
}

/// What a gate does with one part.
#[derive(Debug, Clone, PartialEq)]
pub struct GateRow {
    /// The part.
    pub part: PartId,
    /// Its name.
    pub name: String,
    /// The answer.
    pub verdict: Verdict,
    /// The answer as a word.
    pub word: &'static str,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
    /// Mass that arrives, what becomes of it, and what is lost by a part taken with loss.
    pub mass: String,
    /// What opens it.
    pub figure: FigureId,
}

/// The gates of `stage`; none where it is no material stage or gives no figures.
pub fn table(view: &View<'_>, pathway: &Pathway, stage: &Stage) -> Option<GateTable> {
    if stage.kind.is_item() {
        return None;
    }
    let gates = figures(view, pathway)?.gates.iter().enumerate();
    let of_stage = gates.filter(|(_, gate)| gate.stage == stage.id);
    let gates: Vec<usize> = of_stage.map(|(at, _)| at).collect();
    (!gates.is_empty()).then(|| GateTable {
        stage: stage.id.clone(),
        name: standing(&names(view).stage_of(stage)),
        gates,
    })
}

/// What the gate at index `at` does with its part.
pub fn row(view: &View<'_>, pathway: &Pathway, at: usize) -> Option<GateRow> {
    let names = names(view);
    let gate = figures(view, pathway)?.gates.get(at)?;
    let part = names.part(&gate.part);
    let grams = |kg: f64| number::grams(kg, view.lang);
    let arrives = PathwaysMsg::Reaching.with(view.lang, &[("mass", &grams(gate.kg))]);
    let taken = (gate.kg - gate.refused_kg - gate.removed_kg).max(0.0);
    let mass = if taken > 0.0 && gate.refused_kg > 0.0 {
        let values = [("taken", grams(taken)), ("refused", grams(gate.refused_kg))];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        let parts = PathwaysMsg::TakenRefused.with(view.lang, &values);
        PathwaysMsg::MassShare.with(view.lang, &[("mass", &arrives), ("share", &parts)])
    } else {
        arrives
    };
    let mass = match penalty(view, gate.answer.verdict) {
        Some(penalty) => format!("{mass}\n{penalty}"),
        None => mass,
    };
    Some(GateRow {
        verdict: gate.answer.verdict,
        word: gates::verdict(gate.answer.verdict, view.lang),
        reasons: gates::reasons(&gate.answer, &part, &gate.route, &names)
            .iter()
            .map(|reason| without_part(reason, &part))
            .collect(),
        part: gate.part.clone(),
        name: part,
        mass,
        figure: FigureId::Gate {
            pathway: pathway.id.clone(),
            stage: gate.stage.clone(),
            part: gate.part.clone(),
        },
    })
}

/// What is lost where a part is taken with loss.
fn penalty(view: &View<'_>, verdict: Verdict) -> Option<String> {
    let factor = view.library.factor("assumption.reduced_yield")?;
    (verdict == Verdict::Reduced).then(|| {
        let own = view.project.overrides.get(&factor.id);
        let share = own.map_or(factor.figure.value, |own| own.figure.value);
        let share = number::share(share, view.lang);
        let basis = match own {
            Some(_) => PathwaysMsg::OwnShare.text(view.lang),
            None => CommonMsg::Assumption.text(view.lang),
        };
        ChooseMsg::Penalty.with(view.lang, &[("share", &share), ("basis", basis)])
    })
}

/// The reason beside the part's name, which it need not say again.
fn without_part(reason: &str, part: &str) -> String {
    let rest = reason
        .strip_prefix(part)
        .map(|rest| rest.trim_start_matches([':', '：', ' ']));
    standing(rest.unwrap_or(reason))
}

/// The sign and colour of an answer; never by colour alone.
const fn sign(theme: &Theme, verdict: Verdict) -> (char, Color32) {
    match verdict {
        Verdict::Accepted => (icon::CHECK, theme.accent),
        Verdict::Reduced => (icon::WARNING, theme.notice),
        Verdict::Refused => (icon::CROSS, theme.error),
    }
}

/// Shows every part with sign, word, reason and mass; a click opens the figure.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway, table: &GateTable) {
    if table.gates.len() > MOST_FULL {
        return lines(ui, view, out, pathway, table);
    }
    for row in table.gates.iter().filter_map(|gate| row(view, pathway, *gate)) {
        show_row(ui, view, out, &table.stage, &row);
    }
}

/// One line per part, for the overview; the stage's name leads to it.
pub(super) fn show_brief(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway, table: &GateTable) {
    let theme = view.theme;
    let id = Id::unique(("gates of", table.stage.as_str()));
    if super::link(ui, theme, id, &table.name, "").clicked() {
        out.command(Command::SelectStage(Some(table.stage.clone())));
    }
    grouped(ui, &table.name, |ui| lines(ui, view, out, pathway, table));
    ui.add_space(metric::SPACE_S);
}

/// One line per part; of many parts only those in sight. A click or Enter opens the figure.
fn lines(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway, table: &GateTable) {
    let id = Id::unique(("gate lines", table.stage.as_str()));
    let chosen = ui.data(|data| data.get_temp::<usize>(id)).unwrap_or(0);
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let rows = Rows {
        outset: 4.0,
        chosen: has_focus.then_some(chosen.min(table.gates.len().saturating_sub(1))),
        ..Rows::new(id, &table.name, Places::Even(table.gates.len(), metric::TARGET))
    };
    let gates = figures(view, pathway).map(|figures| &figures.gates);
    let key = |at: usize| {
        let gate = table.gates.get(at).and_then(|gate| gates?.get(*gate));
        Id::unique(gate.map(|gate| gate.part.as_str()))
    };
    let asked = rows.show(ui, view.theme, key, |ui, at| {
        let row = table.gates.get(at.at).and_then(|gate| row(view, pathway, *gate));
        let Some(row) = row else {
            return Said::default();
        };
        let has_focus = at.chosen && has_focus;
        if has_focus && rows::pressed(ui, Key::Enter) {
            out.open(row.figure.clone());
        } else {
            touched(ui, view, out, &row, (at.response, has_focus));
        }
        show_line(ui, view, row, at)
    });
    if let Some(at) = asked.choose {
        ui.data_mut(|data| data.insert_temp(id, at));
    }
}

/// Opens the figure of a gate, or leads to the moves that would open the gate where it refuses.
fn touched(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    row: &GateRow,
    (response, has_focus): (&egui::Response, bool),
) {
    let more = || (row.verdict != Verdict::Accepted).then(|| offer(Act::Improve));
    match figure_acts::asked(ui, view, (response, has_focus), &row.figure, more) {
        Some(Act::Improve) => {
            if let FigureId::Gate { pathway, stage, part } = &row.figure {
                acts::improve(out, pathway, stage, Some(part));
            }
        }
        Some(_) => out.open(row.figure.clone()),
        None => {}
    }
}

/// Draws a line; answers what is said of it.
fn show_line(ui: &Ui, view: &View<'_>, row: GateRow, at: &rows::Row<'_>) -> Said {
    let (theme, rect) = (view.theme, at.rect);
    let (sign, color) = sign(theme, row.verdict);
    super::put_icon(ui, theme, pos2(rect.left(), rect.center().y), sign, color);
    let word = super::galley(ui, theme, row.word, theme.ink_soft, 120.0);
    let room = rect.width() - 24.0 - word.size().x - metric::SPACE_S;
    let name = super::galley(ui, theme, &row.name, theme.ink, room);
    let y = rect.center().y;
    super::put(ui, pos2(rect.left() + 24.0, y), name);
    super::put(ui, pos2(rect.right() - word.size().x, y), word);
    let response = at
        .response
        .clone()
        .on_hover_cursor(egui::CursorIcon::PointingHand);
    response.hint(row.reasons.join("\n"));
    Said {
        value: format!("{}; {}", row.word, row.reasons.join("; ")),
        name: row.name,
        cells: Vec::new(),
    }
}

fn show_row(ui: &mut Ui, view: &View<'_>, out: &mut Out, stage: &StageId, row: &GateRow) {
    let theme = view.theme;
    let (sign, color) = sign(theme, row.verdict);
    let indent = 26.0;
    let width = ui.available_width();
    let lay = |text: String, ink: Color32| {
        let font = theme.font(metric::TEXT_SMALL);
        text::wrapped(ui.painter(), theme, &text, font, ink, width - indent)
    };
    let word = super::galley(ui, theme, row.word, color, 130.0);
    let room = width - indent - word.size().x - metric::SPACE_S;
    let name = super::body_galley(ui, theme, &row.name, room);
    let why = lay(row.reasons.join("\n"), theme.ink_soft);
    let mass = lay(row.mass.clone(), theme.ink);
    let height = 26.0 + why.size().y + mass.size().y + metric::SPACE_S;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let spoken = format!("{}; {}; {}", row.word, row.reasons.join("; "), row.mass);
    let id = Id::unique(("gate row", stage.as_str(), row.part.as_str()));
    let touch = Touch::button(id, rect, &row.name).said(&spoken);
    let response = touch.plate(rect.expand2(vec2(4.0, 0.0))).show(ui, theme);
    let y = rect.top() + 14.0;
    super::put_icon(ui, theme, pos2(rect.left(), y), sign, color);
    super::put(ui, pos2(rect.left() + indent, y), name);
    super::put(ui, pos2(rect.right() - word.size().x, y), word);
    let at = pos2(rect.left() + indent, rect.top() + 26.0);
    let below = at.y + why.size().y;
    ui.painter().galley(at, why, theme.ink_soft);
    ui.painter().galley(pos2(at.x, below), mass, theme.ink);
    touched(ui, view, out, row, (&response, response.has_focus()));
}

/// The heading above the gates of a stage.
pub(super) fn heading(ui: &mut Ui, view: &View<'_>) {
    text::heading(ui, view.theme, PathwaysMsg::Takes.head(view.lang));
}
