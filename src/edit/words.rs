//! What edits and stages are called, in both languages at once, so that a list of steps follows the language.

use super::Edit;
use super::change::{FibreEdit, LinkEdit, PartEdit, PathwayEdit, ProductEdit, StageEdit};
use crate::model::{EndKind, Name, PartId, Pathway, PathwayId, Project, Stage, StageId, StageKind};
use crate::text::Lang;

/// Both patterns with `{0}`, `{1}` … replaced by the names in their language.
pub fn pair(en: &str, zh: &str, names: &[&Name]) -> Name {
    let fill = |pattern: &str, lang: Lang| {
        let mut text = String::new();
        let mut rest = pattern;
        while let Some((before, place, after)) = next_place(rest) {
            text.push_str(before);
            text.push_str(names.get(place).map_or("", |name| name.get(lang)));
            rest = after;
        }
        text + rest
    };
    Name::new(fill(en, Lang::En), fill(zh, Lang::Zh))
}

/// What stands before the next `{n}`, n, and what stands after it.
fn next_place(pattern: &str) -> Option<(&str, usize, &str)> {
    let (before, rest) = pattern.split_once('{')?;
    let (place, after) = rest.split_once('}')?;
    Some((before, place.parse().ok()?, after))
}

/// The name of a copy.
pub fn copy_words(name: &Name) -> Name {
    if name == &Name::default() {
        return Name::default();
    }
    pair("{0} (copy)", "{0}（副本）", &[name])
}

/// What a stage is called: its own name, else the word for its kind.
pub fn stage_words(stage: &Stage) -> Name {
    if stage.name.get(Lang::En).is_empty() {
        kind_words(&stage.kind)
    } else {
        stage.name.clone()
    }
}

/// The word for a kind of stage; a material stage shows the id of its route, whose name the library holds.
pub fn kind_words(kind: &StageKind) -> Name {
    let (en, zh) = match kind {
        StageKind::Use => ("Use", "使用"),
        StageKind::RentalUse => ("Rental use", "租赁使用"),
        StageKind::Discard => ("Discard", "弃置"),
        StageKind::Collection => ("Collection", "回收"),
        StageKind::Sorting => ("Sorting", "分拣"),
        StageKind::Preparation => ("Preparation", "整理消毒"),
        StageKind::Repair => ("Repair", "维修"),
        StageKind::Resale => ("Resale", "转售"),
        StageKind::Rental => ("Rental", "租赁"),
        StageKind::Export => ("Export for reuse", "二手服装出口"),
        StageKind::Material(route) => {
            let route = Name::new(route.as_str(), route.as_str());
            return pair("Material stage ({0})", "材料环节（{0}）", &[&route]);
        }
        StageKind::End(end) => return end_words(*end),
    };
    Name::new(en, zh)
}

fn end_words(end: EndKind) -> Name {
    let (en, zh) = match end {
        EndKind::EnergyRecovery => ("Incineration with energy recovery", "焚烧发电"),
        EndKind::RefuseDerivedFuel => ("Refuse-derived fuel", "燃料化利用"),
        EndKind::Incineration => ("Incineration", "焚烧"),
        EndKind::Landfill => ("Landfill", "填埋"),
        EndKind::Exported => ("Exported, fate unknown", "出口（去向不明）"),
        EndKind::Litter => ("Litter or unknown", "散落或去向不明"),
    };
    Name::new(en, zh)
}

/// What an edit is called.
pub fn edit_words(edit: &Edit, project: &Project) -> Name {
    match edit {
        Edit::Product(change) => product_words(change),
        Edit::AddPart(part) => pair("Add {0}", "添加{0}", &[&part.name]),
        Edit::Part { part, change } => part_words(change, &part_name(project, part)),
        Edit::Fibre { part, change, .. } => fibre_words(change, &part_name(project, part)),
        Edit::AddPathway(pathway) => pair("Add {0}", "添加{0}", &[&pathway.name]),
        Edit::Pathway { pathway, change } => pathway_words(change, &pathway_name(project, pathway)),
        Edit::AddStage { stage, .. } => pair("Add {0}", "添加{0}", &[&stage_words(stage)]),
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
            link_words(change, &stage_name(pathway, stage), &stage_name(pathway, to))
        }
        Edit::SetCompared(_) => Name::new("Compared pathways", "比较的路径"),
        Edit::SetOverride { .. } => Name::new("Own figure", "自定数值"),
        Edit::RemoveOverride(_) => Name::new("Back to the library’s figure", "恢复资料库数值"),
        Edit::SetSeed(_) => Name::new("Seed of the draws", "抽样种子"),
        Edit::Replace(other) => pair("Open {0}", "载入{0}", &[&other.product.name]),
    }
}

fn part_name(project: &Project, id: &PartId) -> Name {
    let part = project.product.parts.iter().find(|part| &part.id == id);
    part.map_or_else(|| Name::new(id.as_str(), id.as_str()), |part| part.name.clone())
}

fn pathway_name(project: &Project, id: &PathwayId) -> Name {
    let pathway = project.pathway(id);
    pathway.map_or_else(
        || Name::new(id.as_str(), id.as_str()),
        |pathway| pathway.name.clone(),
    )
}

fn stage_name(pathway: Option<&Pathway>, id: &StageId) -> Name {
    let stage = pathway.and_then(|pathway| pathway.stage(id));
    stage.map_or_else(|| Name::new(id.as_str(), id.as_str()), stage_words)
}

fn product_words(change: &ProductEdit) -> Name {
    let (en, zh) = match change {
        ProductEdit::Rename(..) => ("Product name", "产品名称"),
        ProductEdit::SetKind(_) => ("Kind of garment", "服装类别"),
        ProductEdit::SetWears(_) => ("Number of wears", "穿着次数"),
        ProductEdit::SetVolume(_) => ("Pieces per year", "年产量"),
        ProductEdit::SetMadeIn(_) => ("Where it is made", "生产地"),
        ProductEdit::SetUsedIn(_) => ("Where it is used", "使用地"),
    };
    Name::new(en, zh)
}

fn part_words(change: &PartEdit, part: &Name) -> Name {
    let (en, zh) = match change {
        PartEdit::Rename(..) => ("Rename {0}", "重命名{0}"),
        PartEdit::Duplicate => ("Duplicate {0}", "复制{0}"),
        PartEdit::Remove => ("Remove {0}", "删除{0}"),
        PartEdit::Move(_) => ("Move {0}", "移动{0}"),
        PartEdit::SetRole(_) => ("Role of {0}", "{0}的用途"),
        PartEdit::SetMass(_) => ("Mass of {0}", "{0}的质量"),
        PartEdit::SetConstruction(_) => ("Construction of {0}", "{0}的结构"),
        PartEdit::SetFinishes(_) => ("Finishes of {0}", "{0}的后整理"),
        PartEdit::SetRemovable(_) => ("Removability of {0}", "{0}的可拆卸性"),
        PartEdit::SetCount(_) => ("Number of {0}", "{0}的数量"),
        PartEdit::SetMaking(_) => ("Making of {0}", "{0}的生产方式"),
        PartEdit::SetCuttingLoss(_) => ("Cutting loss of {0}", "{0}的裁剪损耗"),
        PartEdit::AddFibre(_) => ("Add a fibre to {0}", "为{0}添加纤维"),
    };
    pair(en, zh, &[part])
}

fn fibre_words(change: &FibreEdit, part: &Name) -> Name {
    let (en, zh) = match change {
        FibreEdit::Remove => ("Remove a fibre from {0}", "删除{0}的纤维"),
        FibreEdit::SetFibre(_) => ("Fibre of {0}", "{0}的纤维"),
        FibreEdit::SetShare(_) => ("Fibre share in {0}", "{0}的纤维含量"),
        FibreEdit::FillRemainder => ("Fill up {0} to 100\u{202f}%", "{0}补足至100%"),
        FibreEdit::SetFeedstock(_) => ("Feedstock of {0}", "{0}的原料来源"),
    };
    pair(en, zh, &[part])
}

fn pathway_words(change: &PathwayEdit, pathway: &Name) -> Name {
    let (en, zh) = match change {
        PathwayEdit::Rename(..) => ("Rename {0}", "重命名{0}"),
        PathwayEdit::Duplicate => ("Duplicate {0}", "复制{0}"),
        PathwayEdit::Remove => ("Remove {0}", "删除{0}"),
        PathwayEdit::Move(_) => ("Move {0}", "移动{0}"),
        PathwayEdit::SetBaseline => ("{0} as baseline", "以{0}为基准情景"),
        PathwayEdit::SetMaxLives(_) => ("Most lives on {0}", "{0}的最多使用寿命次数"),
    };
    pair(en, zh, &[pathway])
}

fn stage_edit_words(change: &StageEdit, pathway: Option<&Pathway>, stage: &StageId) -> Name {
    let name = stage_name(pathway, stage);
    let (en, zh) = match change {
        StageEdit::Rename(..) => ("Rename {0}", "重命名{0}"),
        StageEdit::Remove => ("Remove {0}", "删除{0}"),
        StageEdit::SetPlace(_) => ("Place of {0}", "{0}的地点"),
        StageEdit::SetOwn(_) => ("Own figure of {0}", "{0}的自定数值"),
        StageEdit::SetClosedShare(_) => ("Share of {0} that comes back", "{0}返回本产品的占比"),
        StageEdit::SetFallback(_) => ("Fallback of {0}", "{0}的备用去向"),
        StageEdit::SetResidue(_) => ("Residue of {0}", "{0}的残余物去向"),
        StageEdit::SetRoute(_) => ("Route of {0}", "{0}的处理路线"),
        StageEdit::AddLink(to) => {
            let to = stage_name(pathway, to);
            return pair("Exit from {0} to {1}", "从{0}到{1}的去向", &[&name, &to]);
        }
    };
    pair(en, zh, &[&name])
}

fn link_words(change: &LinkEdit, from: &Name, to: &Name) -> Name {
    let (en, zh) = match change {
        LinkEdit::SetShare(_) => ("Share of {1}", "{1}占比"),
        LinkEdit::SetPinned(true) => ("Pin {1}", "固定{1}"),
        LinkEdit::SetPinned(false) => ("Unpin {1}", "取消固定{1}"),
        LinkEdit::SetRange(_) => ("Range of {1}", "{1}占比的范围"),
        LinkEdit::Remove => ("Remove the exit from {0} to {1}", "删除从{0}到{1}的去向"),
    };
    pair(en, zh, &[from, to])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_put_in_once_and_in_their_language() {
        let (a, b) = (Name::new("{1}", "甲"), Name::new("B", "乙"));
        let both = pair("{0} to {1}", "{1}自{0}", &[&a, &b]);
        assert_eq!(both, Name::new("{1} to B", "乙自甲"));
    }
}
