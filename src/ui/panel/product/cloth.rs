//! The mass of the selected part, and the cloth that gives it: weight times area, or times consumption and width.

use super::inspector::CONTROL;
use crate::data::Kind;
use crate::edit::{Edit, PartEdit};
use crate::explain::advice::lever_id;
use crate::model::{Assumed, Cloth, Extent, Part};
use crate::quantity::Mass;
use crate::quantity::maths::tidy;
use crate::text::{Lang, ProductMsg, number};
use crate::ui::shared::how_far::Lever;
use crate::ui::view::{Out, View};
use crate::ui::widget::choice::{choice, row};
use crate::ui::widget::{Commit, NumberField, text};
use egui::Ui;

/// How a mass may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    Mass,
    Area,
    Length,
}

impl Given {
    const ALL: [Self; 3] = [Self::Mass, Self::Area, Self::Length];

    fn of(cloth: Option<&Cloth>) -> Self {
        match cloth.map(|cloth| cloth.extent) {
            None => Self::Mass,
            Some(Extent::Area(_)) => Self::Area,
            Some(Extent::Length { .. }) => Self::Length,
        }
    }

    const fn name(self) -> ProductMsg {
        match self {
            Self::Mass => ProductMsg::GivenMass,
            Self::Area => ProductMsg::GivenArea,
            Self::Length => ProductMsg::GivenLength,
        }
    }

    /// The cloth to start from: it weighs what the part weighs, at the usual cloth weight and cutting loss of the kind.
    fn start(self, part: &Part, kind: Option<&Kind>) -> Option<Cloth> {
        /// Width to start from, m; any other gives the same mass.
        const WIDTH: f64 = 1.5;
        let usual = kind.and_then(|kind| kind.gsm.as_ref()).map(|gsm| gsm.value);
        let known = part.cloth.map(|cloth| cloth.gsm).or(usual);
        // Without a usual weight the part is one square metre.
        let gsm = known.unwrap_or_else(|| part.mass.grams().max(1.0));
        let loss = kind.map_or(0.0, |kind| kind.making_loss.value);
        let (extent, kept) = match self {
            Self::Mass => return None,
            Self::Area => (Extent::Area(0.0), 1.0),
            Self::Length => {
                let (metres, width_m) = (0.0, WIDTH);
                (Extent::Length { metres, width_m }, 1.0 - loss)
            }
        };
        Some(Cloth { gsm, extent, kept }.weighing(part.mass))
    }
}

/// Shows the mass and how it was given.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    mass(ui, view, out, part);
    let name = ProductMsg::GivenAs.text(view.lang);
    let given = Given::of(part.cloth.as_ref());
    let shown = given.name().text(view.lang);
    let picked = row(ui, view.theme, name, |ui| {
        choice(
            ui,
            ("given as", part.id.as_str()),
            name,
            (shown, Some(&given)),
            CONTROL,
            || {
                Given::ALL
                    .map(|given| (given, given.name().text(view.lang).to_owned()))
                    .to_vec()
            },
        )
    });
    if let Some(given) = picked {
        let cloth = given.start(part, view.library.kind(&view.project.product.kind));
        out.edit(Edit::part(&part.id, PartEdit::SetCloth(cloth)));
    }
    if let Some(cloth) = &part.cloth {
        figures(ui, view, out, part, cloth);
        text::small(ui, view.theme, &formula(cloth, part.mass, view.lang));
    }
}

fn mass(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    let name = ProductMsg::PartMass.text(view.lang);
    let grams = tidy(part.mass.grams());
    let field = NumberField::new(("part mass", part.id.as_str()), name, Some(grams), view.lang).unit("g");
    let answer = field.width(CONTROL).show(ui, view.theme);
    let lever = Lever::of_product(lever_id::mass(&part.id));
    lever.at_field(ui, view, out, &answer.response, name);
    if let Some(Commit::Value(grams)) = answer.commit
        && let Ok(mass) = Mass::new(grams / 1000.0)
    {
        out.edit(super::acts::all(view, part, &PartEdit::SetMass(mass)));
    }
    super::assumed::mark(ui, view, out, &Assumed::Mass(part.id.clone()));
}

/// The figures of the cloth as fields.
fn figures(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part, cloth: &Cloth) {
    let mut field = |label: ProductMsg, value: f64, unit: &str, (example, most): (f64, f64)| {
        let id = ("cloth", part.id.as_str(), label as u32);
        let field = NumberField::new(id, label.text(view.lang), Some(tidy(value)), view.lang);
        let field = field.unit(unit).range(0.0, most).example(example).width(CONTROL);
        match field.show(ui, view.theme).commit {
            Some(Commit::Value(value)) => Some(value),
            _ => None,
        }
    };
    let any = f64::INFINITY;
    let mut next = *cloth;
    if let Some(gsm) = field(ProductMsg::ClothWeight, cloth.gsm, "g/m²", (180.0, any)) {
        next.gsm = gsm;
    }
    match &mut next.extent {
        Extent::Area(area) => {
            if let Some(value) = field(ProductMsg::ClothArea, *area, "m²", (1.2, any)) {
                *area = value;
            }
        }
        Extent::Length { metres, width_m } => {
            if let Some(value) = field(ProductMsg::ClothLength, *metres, "m", (1.4, any)) {
                *metres = value;
            }
            if let Some(value) = field(ProductMsg::ClothWidth, *width_m, "m", (1.5, any)) {
                *width_m = value;
            }
        }
    }
    if let Some(percent) = field(ProductMsg::ClothKept, cloth.kept * 100.0, "%", (85.0, 100.0)) {
        next.kept = percent / 100.0;
    }
    if next != *cloth {
        out.edit(Edit::part(&part.id, PartEdit::SetCloth(Some(next))));
    }
}

/// "180 g/m² × 1.2 m² = 216 g", with the share that is kept where it is not all.
pub fn formula(cloth: &Cloth, mass: Mass, lang: Lang) -> String {
    let say = |value: f64, unit: &str| number::with_unit(&number::typed(tidy(value)), unit, lang);
    let mut figures = vec![say(cloth.gsm, "g/m²")];
    match cloth.extent {
        Extent::Area(area) => figures.push(say(area, "m²")),
        Extent::Length { metres, width_m } => figures.extend([say(metres, "m"), say(width_m, "m")]),
    }
    if cloth.kept < 1.0 {
        figures.push(say(cloth.kept * 100.0, "%"));
    }
    let times = if lang == Lang::En { " × " } else { "×" };
    let mass = number::grams(mass.get(), lang);
    ProductMsg::ClothFormula.with(lang, &[("figures", &figures.join(times)), ("mass", &mass)])
}
