//! What nobody has stated yet, as final strings, each with the edit that states it.

use crate::edit::{Edit, LinkEdit, PartEdit, ProductEdit};
use crate::explain::advice::lever_id;
use crate::explain::{FigureId, PathwayFigure};
use crate::intake::taken_over;
use crate::model::{
    Assumed, Construction, Estimate, Making, Part, PartId, Pathway, PathwayId, PlaceId, Stage, StageId,
};
use crate::quantity::maths::tidy;
use crate::quantity::{Mass, Pieces, Share};
use crate::text::{AssumedMsg, CommonMsg, Lang, ProductMsg, number};
use crate::ui::panel::product::data::{names, part_name};
use crate::ui::panel::product::new_part;
use crate::ui::shared::how_far::Lever;
use crate::ui::view::View;

/// What is assumed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// The mass of a part.
    Mass(PartId),
    /// How the cloth of a part is made.
    Making(PartId),
    /// What is lost in cutting a part.
    Loss(PartId),
    /// Wears in a first life.
    Wears,
    /// Pieces made in a year.
    Volume,
    /// Where it is made.
    MadeIn,
    /// Where it is used.
    UsedIn,
    /// The share of an exit.
    Exit(PathwayId, StageId, StageId),
}

impl Target {
    /// The lever that turns it; none where nothing is turned.
    pub(crate) fn lever(&self) -> Option<Lever> {
        match self {
            Self::Mass(part) => Some(Lever::of_product(lever_id::mass(part))),
            Self::Loss(part) => Some(Lever::of_product(lever_id::loss(part))),
            Self::Wears => Some(Lever::of_product(lever_id::WEARS.to_owned())),
            Self::Exit(pathway, from, to) => Some(Lever::of_pathway(pathway, lever_id::share(from, to))),
            Self::Making(_) | Self::Volume | Self::MadeIn | Self::UsedIn => None,
        }
    }
}

/// How it is set.
#[derive(Debug, Clone, PartialEq)]
pub enum Control {
    /// A number with its unit, up to a limit.
    Number(f64, &'static str, f64),
    /// A place, and its name.
    Place(PlaceId, String),
    /// A construction.
    Construction(Construction),
}

/// One assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What is assumed.
    pub target: Target,
    /// The part or pathway that it belongs to; empty for the product.
    pub of: String,
    /// Its name beneath that.
    pub label: String,
    /// Its value, and how it is set.
    pub control: Control,
    /// Where the value comes from.
    pub hint: &'static str,
    /// The factor behind it.
    pub opens: Option<FigureId>,
}

impl Row {
    /// The whole name.
    pub fn name(&self, lang: Lang) -> String {
        if self.of.is_empty() {
            return self.label.clone();
        }
        AssumedMsg::Of.with(lang, &[("part", &self.of), ("what", &self.label)])
    }
}

/// The shares of one pathway that still stand as they were taken over.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// The pathway.
    pub pathway: PathwayId,
    /// Its place among the pathways.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// How many there are.
    pub count: String,
    /// The shares.
    pub rows: Vec<Row>,
}

/// The first result: what the garment reaches today, and what it could reach.
#[derive(Debug, Clone, PartialEq)]
pub struct First {
    /// What it is called: the first one while the product's own figures are assumed.
    pub title: &'static str,
    /// What the figure is.
    pub name: String,
    /// The figure of the baseline.
    pub mci: String,
    /// What it opens.
    pub opens: FigureId,
    /// The best of the others, in words; empty where none is better.
    pub best: String,
}

/// The first result, where the baseline has one.
pub fn first(view: &View<'_>) -> Option<First> {
    let lang = view.lang;
    let answered = view.assessment.pathways.iter().filter(|way| way.error.is_none());
    let mci = |value: f64| number::ratio(value, lang);
    let baseline = answered.clone().find(|way| way.id == view.project.baseline)?;
    let best = answered
        .max_by(|a, b| a.circularity.mci.mci.total_cmp(&b.circularity.mci.mci))
        .filter(|best| best.circularity.mci.mci > baseline.circularity.mci.mci);
    let name = |id: &PathwayId| names(view).pathway(id);
    let title = if view.project.product.assumed.is_empty() {
        AssumedMsg::Result
    } else {
        AssumedMsg::Title
    };
    Some(First {
        title: title.text(lang),
        name: AssumedMsg::Today.with(lang, &[("name", &name(&baseline.id))]),
        mci: mci(baseline.circularity.mci.mci),
        opens: FigureId::Pathway(baseline.id.clone(), PathwayFigure::Mci),
        best: best.map_or_else(String::new, |best| {
            let figure = mci(best.circularity.mci.mci);
            AssumedMsg::Best.with(lang, &[("mci", &figure), ("name", &name(&best.id))])
        }),
    })
}

/// How many things are assumed of the product, each pathway counted as one.
pub fn count(view: &View<'_>) -> usize {
    product(view).len() + shares(view).len()
}

/// What is assumed of the product itself.
pub fn product(view: &View<'_>) -> Vec<Row> {
    let product = &view.project.product;
    let mut rows: Vec<Row> = product
        .parts
        .iter()
        .flat_map(|part| of_part(view, part))
        .collect();
    let kind = view.library.kind(&product.kind);
    if let (None, Some(kind)) = (product.wears, kind) {
        rows.push(Row {
            target: Target::Wears,
            of: String::new(),
            label: ProductMsg::Wears.text(view.lang).to_owned(),
            control: Control::Number(kind.wears.value, "", f64::INFINITY),
            hint: AssumedMsg::WearsHint.text(view.lang),
            opens: Some(FigureId::Factor(format!("kind.{}.wears", kind.id).into())),
        });
    }
    let place = |id: &PlaceId| Control::Place(id.clone(), names(view).place(id));
    let pieces = Control::Number(product.pieces_per_year.get(), "", f64::INFINITY);
    let taken = [
        (Assumed::Volume, Target::Volume, ProductMsg::Pieces, pieces),
        (
            Assumed::MadeIn,
            Target::MadeIn,
            ProductMsg::MadeIn,
            place(&product.made_in),
        ),
        (
            Assumed::UsedIn,
            Target::UsedIn,
            ProductMsg::UsedIn,
            place(&product.used_in),
        ),
    ];
    let taken = taken
        .into_iter()
        .filter(|(mark, ..)| product.assumed.contains(mark));
    rows.extend(taken.map(|(_, target, label, control)| Row {
        target,
        of: String::new(),
        label: label.text(view.lang).to_owned(),
        control,
        hint: AssumedMsg::SampleHint.text(view.lang),
        opens: None,
    }));
    rows
}

fn of_part(view: &View<'_>, part: &Part) -> Vec<Row> {
    let product = &view.project.product;
    let name = part_name(part, view.lang);
    let label = |message: AssumedMsg| message.text(view.lang).to_owned();
    let factor = |column: &str| Some(FigureId::Factor(format!("kind.{}.{column}", product.kind).into()));
    let mut rows = Vec::new();
    if product.assumed.contains(&Assumed::Mass(part.id.clone())) {
        rows.push(Row {
            target: Target::Mass(part.id.clone()),
            of: name.clone(),
            label: label(AssumedMsg::Mass),
            control: Control::Number(tidy(part.mass.grams()), "g", f64::INFINITY),
            hint: AssumedMsg::MassHint.text(view.lang),
            opens: factor("mass_kg"),
        });
    }
    let Making::Cloth { cutting_loss, .. } = &part.making else {
        return rows;
    };
    if product.assumed.contains(&Assumed::Making(part.id.clone())) {
        rows.push(Row {
            target: Target::Making(part.id.clone()),
            of: name.clone(),
            label: label(AssumedMsg::Making),
            control: Control::Construction(part.construction),
            hint: AssumedMsg::MakingHint.text(view.lang),
            opens: None,
        });
    }
    let kind = view.library.kind(&product.kind);
    if let (None, Some(kind)) = (cutting_loss, kind) {
        rows.push(Row {
            target: Target::Loss(part.id.clone()),
            of: name.clone(),
            label: label(AssumedMsg::Loss),
            control: Control::Number(tidy(kind.making_loss.value * 100.0), "%", 99.0),
            hint: AssumedMsg::LossHint.text(view.lang),
            opens: factor("making_loss"),
        });
    }
    rows
}

fn stages_taken<'a>(view: &View<'a>, pathway: &'a Pathway) -> Vec<&'a Stage> {
    let Some(taken) = view.taken else {
        return taken_over(view.project, view.library, pathway);
    };
    let taken = taken.get(&pathway.id);
    let is_taken = |stage: &&Stage| taken.is_some_and(|stages| stages.contains(&stage.id));
    pathway.stages.iter().filter(is_taken).collect()
}

/// The shares of the pathways that still stand as they were taken over; stages with one exit have none to set.
pub fn shares(view: &View<'_>) -> Vec<Shares> {
    let names = names(view);
    let of = |(index, pathway): (usize, &Pathway)| {
        let name = names.pathway(&pathway.id);
        let rows: Vec<Row> = stages_taken(view, pathway)
            .into_iter()
            .filter(|stage| stage.exits.len() > 1)
            .flat_map(|stage| {
                stage.exits.iter().map(|exit| {
                    let (from, to) = (names.stage_of(stage), names.stage(pathway, &exit.to));
                    Row {
                        target: Target::Exit(pathway.id.clone(), stage.id.clone(), exit.to.clone()),
                        of: name.clone(),
                        label: AssumedMsg::Exit.with(view.lang, &[("from", &from), ("to", &to)]),
                        control: Control::Number(tidy(exit.share.get() * 100.0), "%", 100.0),
                        hint: AssumedMsg::ShareHint.text(view.lang),
                        opens: exit.basis.clone().map(|id| FigureId::Factor(id.into())),
                    }
                })
            })
            .collect();
        Shares {
            pathway: pathway.id.clone(),
            index,
            count: AssumedMsg::Shares.with(view.lang, &[("count", &rows.len().to_string())]),
            name,
            rows,
        }
    };
    let all = view.project.pathways.iter().enumerate().map(of);
    all.filter(|shares| !shares.rows.is_empty()).collect()
}

/// What a typed number states.
pub fn number_edit(target: &Target, value: f64) -> Option<Edit> {
    let product = |change| Some(Edit::Product(change));
    match target {
        Target::Mass(part) => {
            let mass = Mass::new(value / 1000.0).ok()?;
            Some(Edit::part(part, PartEdit::SetMass(mass)))
        }
        Target::Loss(part) => {
            let loss = Some(Estimate::exact(value / 100.0));
            Some(Edit::part(part, PartEdit::SetCuttingLoss(loss)))
        }
        Target::Wears => product(ProductEdit::SetWears(Some(Estimate::exact(value)))),
        Target::Volume => product(ProductEdit::SetVolume(Pieces::new(value).ok()?)),
        Target::Exit(pathway, stage, to) => {
            let share = Share::clamped(value / 100.0);
            Some(Edit::link(pathway, stage, to, LinkEdit::SetShare(share)))
        }
        Target::Making(_) | Target::MadeIn | Target::UsedIn => None,
    }
}

/// What a chosen place states.
pub fn place_edit(target: &Target, place: PlaceId) -> Option<Edit> {
    match target {
        Target::MadeIn => Some(Edit::Product(ProductEdit::SetMadeIn(place))),
        Target::UsedIn => Some(Edit::Product(ProductEdit::SetUsedIn(place))),
        _ => None,
    }
}

/// What a chosen construction states: the cloth is built and made so.
pub fn construction_edits(target: &Target, construction: Construction) -> Vec<Edit> {
    match target {
        Target::Making(part) => vec![
            Edit::part(part, PartEdit::SetConstruction(construction)),
            Edit::part(part, PartEdit::SetMaking(new_part::cloth(construction))),
        ],
        _ => Vec::new(),
    }
}

/// The words of a construction.
pub fn construction_words(view: &View<'_>, construction: Construction) -> &'static str {
    CommonMsg::from(construction).text(view.lang)
}
