//! How a part is made: construction, spinning, forming, dyeing, loss in cutting; or bought as it is.

use super::acts;
use super::inspector::CONTROL;
use super::new_part;
use crate::data::ProcessStep;
use crate::edit::{Edit, PartEdit};
use crate::explain::FigureId;
use crate::explain::advice::lever_id;
use crate::model::{Assumed, Construction, Estimate, Making, Part, ProcessId};
use crate::quantity::maths::tidy;
use crate::text::{CommonMsg, ProductMsg, number};
use crate::ui::shared::figure_acts;
use crate::ui::shared::how_far::Lever;
use crate::ui::view::{Out, View};
use crate::ui::widget::assumed;
use crate::ui::widget::choice::{above, choice, row};
use crate::ui::widget::{Commit, NumberField, segmented, text};
use egui::{Id, Ui};

/// Shows construction and making.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    let (lang, theme) = (view.lang, view.theme);
    text::heading(ui, theme, ProductMsg::MakingTitle.head(lang));
    let name = ProductMsg::Construction.text(lang);
    let shown = (
        CommonMsg::from(part.construction).text(lang),
        Some(&part.construction),
    );
    let picked = row(ui, theme, name, |ui| {
        choice(
            ui,
            ("construction", part.id.as_str()),
            name,
            shown,
            CONTROL,
            || {
                Construction::ALL
                    .map(|each| (each, CommonMsg::from(each).text(lang).to_owned()))
                    .to_vec()
            },
        )
    });
    if let Some(construction) = picked {
        out.edit(acts::all(view, part, &PartEdit::SetConstruction(construction)));
    }
    super::assumed::mark(ui, view, out, &Assumed::Making(part.id.clone()));
    let is_bought = part.making == Making::Bought;
    let options = [
        ProductMsg::MakingCloth.text(lang),
        ProductMsg::MakingBought.text(lang),
    ];
    let id = Id::unique(("making", part.id.as_str()));
    let name = ProductMsg::MakingName.text(lang);
    match segmented(ui, theme, id, name, &options, usize::from(is_bought)) {
        Some(0) => set(view, out, part, new_part::cloth(part.construction)),
        Some(_) => set(view, out, part, Making::Bought),
        None => {}
    }
    match &part.making {
        Making::Bought => {
            text::small(ui, theme, ProductMsg::MakingBoughtHint.text(lang));
        }
        Making::Cloth {
            spinning,
            forming,
            dyeing,
            cutting_loss,
        } => {
            let steps = Steps {
                spinning,
                forming: forming.as_ref(),
                dyeing: dyeing.as_ref(),
            };
            if let Some(making) = steps.show(ui, view, part, *cutting_loss) {
                set(view, out, part, making);
            }
            loss(ui, view, out, part, *cutting_loss);
        }
    }
}

fn set(view: &View<'_>, out: &mut Out, part: &Part, making: Making) {
    out.edit(acts::all(view, part, &PartEdit::SetMaking(making)));
}

/// The making of cloth, step by step.
struct Steps<'a> {
    spinning: &'a ProcessId,
    forming: Option<&'a ProcessId>,
    dyeing: Option<&'a ProcessId>,
}

impl Steps<'_> {
    /// The making that the user asks for, where a step was changed.
    fn show(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        part: &Part,
        cutting_loss: Option<Estimate>,
    ) -> Option<Making> {
        let spinning = step(
            ui,
            view,
            part,
            ProductMsg::Spinning,
            ProcessStep::Spinning,
            Some(self.spinning),
        );
        let forming = step(
            ui,
            view,
            part,
            ProductMsg::Forming,
            ProcessStep::Forming,
            self.forming,
        );
        let dyeing = step(
            ui,
            view,
            part,
            ProductMsg::Dyeing,
            ProcessStep::Dyeing,
            self.dyeing,
        );
        if spinning.is_none() && forming.is_none() && dyeing.is_none() {
            return None;
        }
        Some(Making::Cloth {
            spinning: spinning
                .and_then(|wanted| wanted.0)
                .unwrap_or_else(|| self.spinning.clone()),
            forming: forming.map_or_else(|| self.forming.cloned(), |wanted| wanted.0),
            dyeing: dyeing.map_or_else(|| self.dyeing.cloned(), |wanted| wanted.0),
            cutting_loss,
        })
    }
}

/// The process asked for; none leaves the step out.
#[derive(Debug, Clone, PartialEq)]
struct Wanted(Option<ProcessId>);

/// A list of the processes of one step; all but spinning may be left out.
fn step(
    ui: &mut Ui,
    view: &View<'_>,
    part: &Part,
    label: ProductMsg,
    step: ProcessStep,
    current: Option<&ProcessId>,
) -> Option<Wanted> {
    let name = label.text(view.lang);
    let none = CommonMsg::None.text(view.lang);
    let say = |id: &ProcessId| {
        let process = view.library.process(id);
        process.map_or_else(
            || id.to_string(),
            |process| process.name.get(view.lang).to_owned(),
        )
    };
    let shown = current.map_or_else(|| none.to_owned(), say);
    let current = current.cloned();
    let width = ui.available_width();
    above(ui, view.theme, name, |ui| {
        choice(
            ui,
            ("step", part.id.as_str(), label as u32),
            name,
            (&shown, Some(&current)),
            width,
            || {
                let processes = view
                    .library
                    .processes
                    .iter()
                    .filter(|process| process.step == step);
                let listed = processes
                    .map(|process| (Some(process.id.clone()), process.name.get(view.lang).to_owned()));
                let empty = (step != ProcessStep::Spinning).then(|| (None, none.to_owned()));
                empty.into_iter().chain(listed).collect()
            },
        )
    })
    .map(Wanted)
}

fn loss(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part, own: Option<Estimate>) {
    let name = ProductMsg::CuttingLoss.text(view.lang);
    let percent = own.map(|own| tidy(own.value * 100.0));
    let field = NumberField::new(("cutting loss", part.id.as_str()), name, percent, view.lang);
    let field = field
        .unit("%")
        .range(0.0, 99.0)
        .example(15.0)
        .can_be_empty()
        .width(CONTROL);
    let answer = field.show(ui, view.theme);
    let lever = Lever::of_product(lever_id::loss(&part.id));
    lever.at_field(ui, view, out, &answer.response, name);
    let wanted = match answer.commit {
        Some(Commit::Value(percent)) => Some(Some(Estimate::exact(percent / 100.0))),
        Some(Commit::Cleared) => Some(None),
        None => None,
    };
    if let Some(loss) = wanted {
        out.edit(Edit::part(&part.id, PartEdit::SetCuttingLoss(loss)));
    }
    let kind = view.library.kind(&view.project.product.kind);
    if let (None, Some(kind)) = (own, kind) {
        let loss = number::share(kind.making_loss.value, view.lang);
        let words = ProductMsg::CuttingAssumed.with(view.lang, &[("loss", &loss)]);
        let usual = ProductMsg::CuttingUsual.text(view.lang);
        let response = assumed(ui, view.theme, "cutting loss", &words, usual);
        let opens = FigureId::Factor(format!("kind.{}.making_loss", kind.id).into());
        if figure_acts::touched(ui, view, out, &response, &opens) {
            out.open(opens);
        }
    }
}
