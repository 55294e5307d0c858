//! "How far?" at any figure that is a lever: asked by the menu of the right button or its key, and answered where it stands.

use crate::explain::FigureId;
use crate::explain::advice::{Far, lever, lever_id};
use crate::figure::PathwayFigure;
use crate::model::PathwayId;
use crate::text::ImproveMsg;
use crate::ui::act::{self, Act, Offer, unless};
use crate::ui::improving::{Improve, mark_words};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::text;
use egui::{Response, Ui};

/// A figure that can be asked how far it has to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lever {
    id: String,
    /// The pathway that it stands on; none for the product and the library.
    pathway: Option<PathwayId>,
}

impl Lever {
    /// A lever of the product, or a factor of the library.
    pub(crate) const fn of_product(id: String) -> Self {
        Self { id, pathway: None }
    }

    /// A lever of one pathway.
    pub(crate) fn of_pathway(pathway: &PathwayId, id: String) -> Self {
        Self {
            id,
            pathway: Some(pathway.clone()),
        }
    }

    /// The lever that turns `figure`; none where it is one that is worked out.
    pub(crate) fn of_figure(figure: &FigureId) -> Option<Self> {
        let FigureId::Factor(key) = figure else {
            return None;
        };
        let (pathway, id) = lever_id::of(key)?;
        Some(Self {
            id,
            pathway: pathway.cloned(),
        })
    }

    /// The act, with the reason where the figure is not turned on the pathway that would be asked.
    pub(crate) fn offer(&self, view: &View<'_>) -> Offer {
        let pathway = self.pathway.as_ref();
        let pathway = pathway.or_else(|| view.selection.advised(view.project, view.library));
        let inputs = view.assessment.engine.slots.inputs().iter();
        let keys = inputs.map(|input| &input.key);
        let is_known = pathway
            .is_some_and(|pathway| lever(view.project, view.library, pathway, keys, &self.id).is_some());
        let none = (!is_known).then(|| ImproveMsg::NoLever.text(view.lang));
        unless(Act::HowFar, none)
    }

    /// Asks it.
    pub(crate) fn ask(&self, out: &mut Out) {
        let ask = Improve::HowFar(self.pathway.clone(), self.id.clone());
        out.command(Command::Improve(ask));
    }

    /// Asks it of `figure` of `pathway`.
    pub(crate) fn ask_of(&self, view: &View<'_>, out: &mut Out, pathway: &PathwayId, figure: PathwayFigure) {
        let now = &view.selection.improving.far;
        if now.figure != figure {
            out.command(Command::Improve(Improve::Far(Far {
                figure,
                target: None,
                ..now.clone()
            })));
        }
        let ask = Improve::HowFar(Some(pathway.clone()), self.id.clone());
        out.command(Command::Improve(ask));
    }

    /// The value at which the target is met, and what the mark there says; none where something else is asked.
    pub(crate) fn met(&self, view: &View<'_>) -> Option<(f64, String)> {
        let asked = view.selection.advised(view.project, view.library);
        let is_here = self.pathway.is_none() || self.pathway.as_ref() == asked;
        let (value, lever) = view.far.filter(|_| is_here)?.mark(&self.id)?;
        let said = lever.said(value, view.library, view.lang);
        Some((value, mark_words(&said, view.lang)))
    }

    /// Whether it is asked of what is under `response`, called `name`.
    pub(crate) fn is_asked(&self, ui: &Ui, view: &View<'_>, response: &Response, name: &str) -> bool {
        let about = (response, response.has_focus(), name);
        let offers = || vec![self.offer(view)];
        act::menu(ui, view.theme, view.lang, about, offers) == Some(Act::HowFar)
    }

    /// Takes the question at a field or slider, and says under a field where the target is met.
    pub(crate) fn at_field(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        out: &mut Out,
        response: &Response,
        name: &str,
    ) {
        if self.is_asked(ui, view, response, name) {
            self.ask(out);
        }
        if let Some((_, words)) = self.met(view) {
            let words = ImproveMsg::FieldMark.with(view.lang, &[("met", &words)]);
            text::small(ui, view.theme, &words);
        }
    }
}
