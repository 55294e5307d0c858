//! What each gate takes and refuses, part by part, with the reason.

use super::data::{figures, names};
use crate::explain::FigureId;
use crate::flow::gate::Verdict;
use crate::model::{PartId, Pathway, Stage, StageId, StageKind};
use crate::text::{ChooseMsg, CommonMsg, PathwaysMsg, gates, number};
use crate::ui::diagram::words::standing;
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::{focus_ring, text};
use egui::{Color32, Id, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// The gates of one stage.
#[derive(Debug, Clone, PartialEq)]
pub struct GateTable {
    /// The stage.
    pub stage: StageId,
    /// Its name.
    pub name: String,
    /// Its parts in the order of the product.
    pub rows: Vec<GateRow>,
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
    let StageKind::Material(route) = &stage.kind else {
        return None;
    };
    let names = names(view);
    let of_stage = figures(view, pathway)?
        .gates
        .iter()
        .filter(|gate| gate.stage == stage.id);
    let rows = of_stage.map(|gate| {
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
        GateRow {
            verdict: gate.answer.verdict,
            word: gates::verdict(gate.answer.verdict, view.lang),
            reasons: gates::reasons(&gate.answer, &part, route, &names)
                .iter()
                .map(|reason| without_part(reason, &part))
                .collect(),
            part: gate.part.clone(),
            name: part,
            mass,
            figure: FigureId::Gate {
                pathway: pathway.id.clone(),
                stage: stage.id.clone(),
                part: gate.part.clone(),
            },
        }
    });
    let rows: Vec<GateRow> = rows.collect();
    (!rows.is_empty()).then(|| GateTable {
        stage: stage.id.clone(),
        name: standing(&names.stage_of(stage)),
        rows,
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
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, table: &GateTable) {
    for row in &table.rows {
        show_row(ui, view, out, &table.stage, row);
    }
}

/// One line per part, for the overview; the stage's name leads to it.
pub(super) fn show_brief(ui: &mut Ui, view: &View<'_>, out: &mut Out, table: &GateTable) {
    let theme = view.theme;
    let id = Id::unique(("gates of", table.stage.as_str()));
    if super::link(ui, theme, id, &table.name, "").clicked() {
        out.command(Command::SelectStage(Some(table.stage.clone())));
    }
    for row in &table.rows {
        let (sign, color) = sign(theme, row.verdict);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), metric::TARGET));
        let response = ui.interact(
            rect,
            Id::unique(("gate line", table.stage.as_str(), row.part.as_str())),
            Sense::click(),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &row.name));
        let spoken = format!("{}; {}", row.word, row.reasons.join("; "));
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_value(spoken.as_str()));
        if response.hovered() {
            ui.painter()
                .rect_filled(rect.expand2(vec2(4.0, 0.0)), theme.radius(), theme.hover);
        }
        super::put_icon(ui, theme, pos2(rect.left(), rect.center().y), sign, color);
        let word = super::galley(ui, theme, row.word, theme.ink_soft, 120.0);
        let room = rect.width() - 24.0 - word.size().x - metric::SPACE_S;
        let name = super::galley(ui, theme, &row.name, theme.ink, room);
        let y = rect.center().y;
        super::put(ui, pos2(rect.left() + 24.0, y), name);
        super::put(ui, pos2(rect.right() - word.size().x, y), word);
        focus_ring(ui, theme, &response, rect);
        if response.on_hover_text(row.reasons.join("\n")).clicked() {
            out.open(row.figure.clone());
        }
    }
    ui.add_space(metric::SPACE_S);
}

fn show_row(ui: &mut Ui, view: &View<'_>, out: &mut Out, stage: &StageId, row: &GateRow) {
    let theme = view.theme;
    let (sign, color) = sign(theme, row.verdict);
    let indent = 26.0;
    let width = ui.available_width();
    let lay = |text: String, ink: Color32| {
        let font = theme.font(metric::TEXT_SMALL);
        ui.painter().layout(text, font, ink, width - indent)
    };
    let word = super::galley(ui, theme, row.word, color, 130.0);
    let room = width - indent - word.size().x - metric::SPACE_S;
    let name = super::body_galley(ui, theme, &row.name, room);
    let why = lay(row.reasons.join("\n"), theme.ink_soft);
    let mass = lay(row.mass.clone(), theme.ink);
    let height = 26.0 + why.size().y + mass.size().y + metric::SPACE_S;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = ui.interact(
        rect,
        Id::unique(("gate row", stage.as_str(), row.part.as_str())),
        Sense::click(),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &row.name));
    let spoken = format!("{}; {}; {}", row.word, row.reasons.join("; "), row.mass);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_value(spoken.as_str()));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect.expand2(vec2(4.0, 0.0)), theme.radius(), theme.hover);
    }
    let y = rect.top() + 14.0;
    super::put_icon(ui, theme, pos2(rect.left(), y), sign, color);
    super::put(ui, pos2(rect.left() + indent, y), name);
    super::put(ui, pos2(rect.right() - word.size().x, y), word);
    let at = pos2(rect.left() + indent, rect.top() + 26.0);
    let below = at.y + why.size().y;
    ui.painter().galley(at, why, theme.ink_soft);
    ui.painter().galley(pos2(at.x, below), mass, theme.ink);
    focus_ring(ui, theme, &response, rect);
    if response.clicked() {
        out.open(row.figure.clone());
    }
}

/// The heading above the gates of a stage.
pub(super) fn heading(ui: &mut Ui, view: &View<'_>) {
    text::heading(ui, view.theme, PathwaysMsg::Takes.text(view.lang));
}
