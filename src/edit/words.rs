//! What edits and stages are called, in both languages at once, so that a list of steps follows the language.

use super::change::{FibreEdit, LinkEdit, PartEdit, PathwayEdit, ProductEdit, StageEdit, VariantEdit};
use super::{Edit, from_to, money, places, several};
use crate::data::Library;
use crate::model::{Name, Paper, PartId, Pathway, PathwayId, Project, Stage, StageId, StageKind, VariantNo};
use crate::text::names::{stage_kind, variant_words};
use crate::text::{Lang, StepMsg};

/// The message in both languages, with each `{key}` replaced by its name in that language.
pub fn both(message: StepMsg, values: &[(&str, &Name)]) -> Name {
    let say = |lang: Lang| {
        let values: Vec<(&str, &str)> = values.iter().map(|(key, name)| (*key, name.get(lang))).collect();
        message.with(lang, &values)
    };
    Name::new(say(Lang::En), say(Lang::Zh))
}

/// The message about the thing called `name`.
pub fn about(message: StepMsg, name: &Name) -> Name {
    both(message, &[("name", name)])
}

/// The name of a copy.
pub fn copy_words(name: &Name) -> Name {
    if name == &Name::default() {
        Name::default()
    } else {
        about(StepMsg::Copy, name)
    }
}

/// What a stage is called: its own name, else the word for its kind.
///
/// A material stage without a name shows the id of its route, whose name only the library knows.
pub fn stage_words(stage: &Stage) -> Name {
    if !stage.name.get(Lang::En).is_empty() {
        return stage.name.clone();
    }
    let kind = stage_kind(&stage.kind, Library::builtin());
    match &stage.kind {
        StageKind::Material(route) => {
            let route = same(route.as_str());
            both(StepMsg::MaterialStage, &[("kind", &kind), ("route", &route)])
        }
        _ => kind,
    }
}

/// What an edit is called, with the value before and the value after where it sets one.
pub fn edit_words(edit: &Edit, project: &Project) -> Name {
    let what = plain_words(edit, project);
    match from_to::values(edit, project) {
        Some([from, to]) if from != to => {
            both(StepMsg::FromTo, &[("what", &what), ("from", &from), ("to", &to)])
        }
        _ => what,
    }
}

fn plain_words(edit: &Edit, project: &Project) -> Name {
    let plain = |message| both(message, &[]);
    match edit {
        Edit::Product(change) => plain(product_words(change)),
        Edit::Variant { variant, change } => {
            about(variant_edit_words(change), &variant_name(project, *variant))
        }
        Edit::AddPart(part) => about(StepMsg::Add, &part.name),
        Edit::AddParts { parts, .. } => several::parts_words(parts),
        Edit::Part { part, change } => about(part_words(change), &part_name(project, part)),
        Edit::Fibre { part, change, .. } => about(fibre_words(change), &part_name(project, part)),
        Edit::AddPathway(pathway) => about(StepMsg::Add, &pathway.name),
        Edit::Pathway { pathway, change } => about(pathway_words(change), &pathway_name(project, pathway)),
        Edit::AddStages { stages, .. } => {
            about(StepMsg::Add, &stages.first().map(stage_words).unwrap_or_default())
        }
        Edit::Stage {
            pathway,
            stage,
            change,
        } => stage_edit_words(change, project.pathway(pathway), stage),
        Edit::Link {
            pathway,
            stage,
            to,
            change,
        } => {
            let pathway = project.pathway(pathway);
            link_words(
                change,
                pathway,
                &stage_name(pathway, stage),
                &stage_name(pathway, to),
            )
        }
        Edit::SetCompared(_) => plain(StepMsg::Compared),
        Edit::SetOverride { .. } => plain(StepMsg::Own),
        Edit::RemoveOverride(_) => plain(StepMsg::RemoveOwn),
        Edit::SetOverrides(all) if all.is_empty() => plain(StepMsg::RemoveAllOwn),
        Edit::SetOverrides(_) => plain(StepMsg::OwnSet),
        Edit::SetMultiplier { .. } => plain(StepMsg::Multiplier),
        Edit::RemoveMultiplier(_) => plain(StepMsg::RemoveMultiplier),
        Edit::Money(change) => money::edit_words(change),
        Edit::AddPlace { name, .. } => about(StepMsg::Add, name),
        Edit::Place { place, change } => places::words(change, project, place),
        Edit::SetHome(_) => plain(StepMsg::Home),
        Edit::CountLaundering(_) => plain(StepMsg::Laundering),
        Edit::SetSeed(_) => plain(StepMsg::Seed),
        Edit::SetGroup(_) => plain(StepMsg::Group),
        Edit::Replace(other) => about(StepMsg::Replace, &other.product.name),
        Edit::Together(edits) => several::together_words(edits, project),
        Edit::Named { name, .. } => name.clone(),
    }
}

/// The same text in both languages.
pub fn same(text: &str) -> Name {
    Name::new(text, text)
}

fn part_name(project: &Project, id: &PartId) -> Name {
    let part = project.product.parts.iter().find(|part| &part.id == id);
    part.map_or_else(|| same(id.as_str()), |part| part.name.clone())
}

fn variant_name(project: &Project, number: VariantNo) -> Name {
    project
        .variant(number)
        .map_or_else(|| same(&number.to_string()), variant_words)
}

fn variant_edit_words(change: &VariantEdit) -> StepMsg {
    match change {
        VariantEdit::Duplicate(_) | VariantEdit::DuplicateCompared(_) => StepMsg::Duplicate,
        VariantEdit::TakeInHand => StepMsg::SwitchTo,
        VariantEdit::Rename(..) => StepMsg::Rename,
        VariantEdit::Remove => StepMsg::Remove,
    }
}

fn pathway_name(project: &Project, id: &PathwayId) -> Name {
    let pathway = project.pathway(id);
    pathway.map_or_else(|| same(id.as_str()), |pathway| pathway.name.clone())
}

fn stage_name(pathway: Option<&Pathway>, id: &StageId) -> Name {
    let stage = pathway.and_then(|pathway| pathway.stage(id));
    stage.map_or_else(|| same(id.as_str()), stage_words)
}

fn product_words(change: &ProductEdit) -> StepMsg {
    match change {
        ProductEdit::Rename(..) => StepMsg::ProductRename,
        ProductEdit::SetKind(_) => StepMsg::ProductKind,
        ProductEdit::SetWears(_) => StepMsg::ProductWears,
        ProductEdit::SetVolume(_) => StepMsg::ProductVolume,
        ProductEdit::SetMadeIn(_) => StepMsg::ProductMadeIn,
        ProductEdit::SetUsedIn(_) => StepMsg::ProductUsedIn,
        ProductEdit::SetPicture(Some(_)) => StepMsg::ProductPicture,
        ProductEdit::SetPicture(None) => StepMsg::RemoveProductPicture,
        ProductEdit::SetSewing(_) => StepMsg::ProductSewing,
        ProductEdit::SetParts { .. } => StepMsg::ProductParts,
    }
}

fn part_words(change: &PartEdit) -> StepMsg {
    match change {
        PartEdit::Rename(..) => StepMsg::Rename,
        PartEdit::Duplicate => StepMsg::Duplicate,
        PartEdit::Remove => StepMsg::Remove,
        PartEdit::Move(_) => StepMsg::Move,
        PartEdit::SetRole(_) => StepMsg::Role,
        PartEdit::SetMass(_) => StepMsg::Mass,
        PartEdit::SetCloth(_) => StepMsg::Cloth,
        PartEdit::SetPaper(Paper::Supplier, _) => StepMsg::Supplier,
        PartEdit::SetPaper(Paper::Certificate, _) => StepMsg::Certificate,
        PartEdit::SetPaper(Paper::Evidence, _) => StepMsg::Evidence,
        PartEdit::SetPaper(Paper::Note, _) => StepMsg::Note,
        PartEdit::SetPrice(_) => StepMsg::Price,
        PartEdit::SetPicture(Some(_)) => StepMsg::Picture,
        PartEdit::SetPicture(None) => StepMsg::RemovePicture,
        PartEdit::SetConstruction(_) => StepMsg::Construction,
        PartEdit::SetFinishes(_) => StepMsg::Finishes,
        PartEdit::SetRemovable(_) => StepMsg::Removable,
        PartEdit::SetCount(_) => StepMsg::Count,
        PartEdit::SetCuts(_) => StepMsg::Cuts,
        PartEdit::SetMaking(_) => StepMsg::Making,
        PartEdit::SetCuttingLoss(_) => StepMsg::CuttingLoss,
        PartEdit::AddFibre(_) => StepMsg::AddFibre,
        PartEdit::SetShares(_) | PartEdit::SetFibres(_) => StepMsg::FibreShare,
    }
}

fn fibre_words(change: &FibreEdit) -> StepMsg {
    match change {
        FibreEdit::Remove => StepMsg::RemoveFibre,
        FibreEdit::SetFibre(_) => StepMsg::Fibre,
        FibreEdit::SetShare(_) => StepMsg::FibreShare,
        FibreEdit::FillRemainder => StepMsg::FillRemainder,
        FibreEdit::SetFeedstock(_) => StepMsg::Feedstock,
    }
}

fn pathway_words(change: &PathwayEdit) -> StepMsg {
    match change {
        PathwayEdit::Rename(..) => StepMsg::Rename,
        PathwayEdit::Duplicate => StepMsg::Duplicate,
        PathwayEdit::Remove => StepMsg::Remove,
        PathwayEdit::Move(_) => StepMsg::Move,
        PathwayEdit::SetBaseline => StepMsg::Baseline,
        PathwayEdit::SetMaxLives(_) => StepMsg::Lives,
        PathwayEdit::SetOwnWears(_) => StepMsg::OwnWears,
    }
}

fn stage_edit_words(change: &StageEdit, pathway: Option<&Pathway>, stage: &StageId) -> Name {
    let name = stage_name(pathway, stage);
    let message = match change {
        StageEdit::Rename(..) => StepMsg::Rename,
        StageEdit::Remove => StepMsg::Remove,
        StageEdit::SetPlace(_) => StepMsg::Place,
        StageEdit::SetOwn(_) => StepMsg::StageOwn,
        StageEdit::SetClosedShare(_) => StepMsg::ClosedShare,
        StageEdit::SetFallback(_) => StepMsg::Fallback,
        StageEdit::SetResidue(_) => StepMsg::Residue,
        StageEdit::SetRoute(_) => StepMsg::Route,
        StageEdit::AddLink(to) => {
            return both(
                StepMsg::AddExit,
                &[("from", &name), ("to", &stage_name(pathway, to))],
            );
        }
    };
    about(message, &name)
}

fn link_words(change: &LinkEdit, pathway: Option<&Pathway>, from: &Name, to: &Name) -> Name {
    let message = match change {
        LinkEdit::SetShare(_) => StepMsg::Share,
        LinkEdit::SetPinned(true) => StepMsg::Pin,
        LinkEdit::SetPinned(false) => StepMsg::Unpin,
        LinkEdit::SetRange(_) => StepMsg::ShareRange,
        LinkEdit::Reroute(other) => {
            return both(
                StepMsg::Reroute,
                &[("from", from), ("to", &stage_name(pathway, other))],
            );
        }
        LinkEdit::Remove => return both(StepMsg::RemoveExit, &[("from", from), ("to", to)]),
    };
    about(message, to)
}
