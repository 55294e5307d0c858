//! What can be done with a figure: opened by a click, copied with its unit, what it is of and its sources by the menu of
//! the right button or by key.

use crate::explain::{FigureId, explain};
use crate::text::CommonMsg;
use crate::text::names::Names;
use crate::ui::act::{self, Act, offer};
use crate::ui::view::View;
use egui::{Response, Ui};
use std::collections::BTreeSet;

/// Takes what the hand asks of the figure under `response`; true where it is to be opened.
pub(crate) fn touched(ui: &Ui, view: &View<'_>, response: &Response, figure: &FigureId) -> bool {
    let has_focus = response.has_focus();
    if has_focus {
        act::mark_figure(ui, response.id);
        if act::keyed(ui, &[offer(Act::CopyFigure)]).is_some() {
            ui.ctx().copy_text(text(view, figure));
        }
    }
    if !act::is_asked(ui, response, has_focus) {
        return response.clicked();
    }
    let title = explain(view.project, view.library, view.assessment, figure, view.lang);
    let title = title.map(|told| told.title).unwrap_or_default();
    let about = (response, has_focus, title.as_str());
    match act::menu(ui, view.theme, view.lang, about, || {
        vec![offer(Act::Open), offer(Act::CopyFigure)]
    }) {
        Some(Act::Open) => true,
        Some(_) => {
            ui.ctx().copy_text(text(view, figure));
            false
        }
        None => response.clicked(),
    }
}

/// A figure as text: what it is, its value with unit and range, the pathway, that it is an estimate, its sources.
pub(crate) fn text(view: &View<'_>, figure: &FigureId) -> String {
    let lang = view.lang;
    let Some(told) = explain(view.project, view.library, view.assessment, figure, lang) else {
        return String::new();
    };
    let range = told.range.map(|range| format!(" ({range})")).unwrap_or_default();
    let mut lines = vec![format!("{}{}{}{range}", told.title, lang.colon(), told.value)];
    let product = view.project.product.name.get(lang);
    let names = Names {
        project: view.project,
        library: view.library,
        lang,
    };
    let of = figure.pathway().map(|id| names.pathway(id));
    lines.push(
        [Some(product.to_owned()), of]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
    );
    lines.push(CommonMsg::EstimateNote.text(lang).to_owned());
    let mut said: BTreeSet<&String> = BTreeSet::new();
    for source in told.factors.iter().flat_map(|factor| &factor.sources) {
        if said.insert(source) {
            lines.push(source.clone());
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
