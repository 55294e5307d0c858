//! Words that more than one page uses: pages, actions, units and the names of the model's closed lists.

use super::messages;
use crate::model::{Construction, EndKind, Origin, Removable, Role};

messages! {
    /// Words shared by all pages.
    pub enum CommonMsg {
        // the program and its pages
        Product: "Product", "产品";
        Pathways: "Pathways", "路径";
        Pathway: "Pathway", "路径";
        Compare: "Compare", "比较";

        // actions
        Open: "Open", "打开";
        Save: "Save", "保存";
        SaveAs: "Save as…", "另存为…";
        Import: "Import", "导入";
        Export: "Export", "导出";
        Undo: "Undo", "撤销";
        Redo: "Redo", "重做";
        Add: "Add", "添加";
        Delete: "Delete", "删除";
        Duplicate: "Duplicate", "创建副本";
        Rename: "Rename", "重命名";
        Cancel: "Cancel", "取消";
        Confirm: "Done", "完成";
        Close: "Close", "关闭";
        None: "None", "无";
        Unsaved: "Unsaved changes", "有未保存的修改";

        // what is not there yet
        BeingWorkedOut: "Being worked out", "正在计算";

        // language and theme
        Language: "Language", "语言";

        // figures
        DataSource: "Data source", "数据来源";
        EstimateNote: "An estimate, not a measurement", "估算值，非实测值";
        Assumption: "assumption", "假设";
        Source: "Source", "来源";
        Grade: "Grade", "等级";
        Ranges: "Ranges", "区间";
        Formula: "How this is calculated", "计算方法";
        Baseline: "baseline", "基准";
        GainedShort: "gained", "新增";
        LostShort: "lost", "减少";

        // units
        UnitHour: "h", "工时";
        UnitHoursPerThousand: "h per 1000 pieces", "工时/千件";
        UnitFte: "FTE", "全时当量";
        UnitCarbon: "kg CO2 eq", "kg CO2当量";
        UnitYuan: "yuan", "元";
        UnitPieces: "pieces", "件";

        // parts
        RoleShell: "Shell fabric", "面料（大身料）";
        RoleLining: "Lining", "里料";
        RoleRib: "Rib", "罗纹";
        RoleFilling: "Filling", "填充物";
        RoleThread: "Sewing thread", "缝纫线";
        RoleZip: "Zipper", "拉链";
        RoleButton: "Button", "纽扣";
        RoleTrim: "Trims", "辅料";
        RoleLabel: "Label", "标签";
        RoleCoating: "Coating", "涂层";
        RoleMembrane: "Membrane", "薄膜";
        RoleInterlining: "Interlining", "衬布";
        RolePocketing: "Pocket cloth", "袋布";
        RolePadding: "Padding", "垫料";
        RoleEmbroidery: "Embroidery", "绣花";
        RoleFur: "Fur or faux fur", "毛皮或人造毛皮";
        RoleLace: "Lace", "蕾丝花边";
        RoleMesh: "Mesh", "网布";
        RoleHood: "Hood", "帽";
        RoleCollar: "Collar", "领";
        RoleBack: "Back", "后片或背面";
        RoleElastic: "Elastic", "松紧带";
        RoleDrawcord: "Drawcord", "抽绳";
        RolePrint: "Print", "印花层";
        RoleInsulation: "Insulation", "保暖层";
        ConstructionWoven: "Woven fabric", "机织物";
        ConstructionKnitted: "Knitted fabric", "针织物";
        ConstructionNonwoven: "Nonwoven", "非织造布";
        ConstructionYarn: "Yarn", "纱线";
        ConstructionHard: "Hard part", "硬质部件";
        RemovableNo: "Stays on", "不可拆卸";
        RemovableWithEffort: "Comes off with effort", "较难拆卸";
        RemovableEasily: "Comes off easily", "易拆卸";
        FinishCoated: "Coated", "涂层";
        FinishLaminated: "Laminated", "复合";
        FinishPrinted: "Printed", "印花";
        FinishCarbonBlack: "Dyed with carbon black", "炭黑着色";

        // feedstock
        FromWorn: "From worn textiles", "来自旧纺织品";
        FromProduction: "From production waste of textiles", "来自废纺织品";
        FromOther: "From other waste, such as bottles", "来自其他废料，如瓶片";
        ReusedFeedstock: "Reused parts", "再利用的部件";
        Sustained: "Renewable, with evidence", "可再生，有证明";

        // where mass ends
        ClassReused: "Reused", "再利用";
        ClassSameGrade: "Recycled, same grade", "同级再生利用";
        ClassDowncycled: "Downcycled", "降级利用";
        ClassBiological: "Biological", "堆肥";
        ClassEnergy: "Energy recovery", "能量回收";
        ClassUndecided: "Not yet decided", "尚未决定";
        ClassLost: "Landfill or lost", "填埋或流失";
        EndEnergyRecovery: "Incineration with energy recovery", "焚烧发电";
        EndRefuseDerivedFuel: "Refuse-derived fuel", "燃料化利用";
        EndIncineration: "Incineration", "焚烧";
        EndLandfill: "Landfill", "填埋";
        EndExported: "Exported, fate unknown", "出口，去向不明";
        EndLitter: "Litter or unknown", "散失或去向不明";

        // stages
        Stage: "Stage", "环节";
        StageMaterial: "Recycling", "再生利用";
        StageEnd: "End", "去处";
    }
}

impl From<Role> for CommonMsg {
    fn from(role: Role) -> Self {
        match role {
            Role::Shell => Self::RoleShell,
            Role::Lining => Self::RoleLining,
            Role::Rib => Self::RoleRib,
            Role::Filling => Self::RoleFilling,
            Role::Thread => Self::RoleThread,
            Role::Zip => Self::RoleZip,
            Role::Button => Self::RoleButton,
            Role::Trim => Self::RoleTrim,
            Role::Label => Self::RoleLabel,
            Role::Coating => Self::RoleCoating,
            Role::Membrane => Self::RoleMembrane,
            Role::Interlining => Self::RoleInterlining,
            Role::Pocketing => Self::RolePocketing,
            Role::Padding => Self::RolePadding,
            Role::Embroidery => Self::RoleEmbroidery,
            Role::Fur => Self::RoleFur,
            Role::Lace => Self::RoleLace,
            Role::Mesh => Self::RoleMesh,
            Role::Hood => Self::RoleHood,
            Role::Collar => Self::RoleCollar,
            Role::Back => Self::RoleBack,
            Role::Elastic => Self::RoleElastic,
            Role::Drawcord => Self::RoleDrawcord,
            Role::Print => Self::RolePrint,
            Role::Insulation => Self::RoleInsulation,
        }
    }
}

impl From<Construction> for CommonMsg {
    fn from(construction: Construction) -> Self {
        match construction {
            Construction::Woven => Self::ConstructionWoven,
            Construction::Knitted => Self::ConstructionKnitted,
            Construction::Nonwoven => Self::ConstructionNonwoven,
            Construction::Yarn => Self::ConstructionYarn,
            Construction::Hard => Self::ConstructionHard,
        }
    }
}

impl From<Removable> for CommonMsg {
    fn from(removable: Removable) -> Self {
        match removable {
            Removable::No => Self::RemovableNo,
            Removable::WithEffort => Self::RemovableWithEffort,
            Removable::Easily => Self::RemovableEasily,
        }
    }
}

impl From<Origin> for CommonMsg {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::TextilePostConsumer => Self::FromWorn,
            Origin::TextilePreConsumer => Self::FromProduction,
            Origin::OtherWaste => Self::FromOther,
        }
    }
}

impl From<EndKind> for CommonMsg {
    fn from(end: EndKind) -> Self {
        match end {
            EndKind::EnergyRecovery => Self::EndEnergyRecovery,
            EndKind::RefuseDerivedFuel => Self::EndRefuseDerivedFuel,
            EndKind::Incineration => Self::EndIncineration,
            EndKind::Landfill => Self::EndLandfill,
            EndKind::Exported => Self::EndExported,
            EndKind::Litter => Self::EndLitter,
            EndKind::Undecided => Self::ClassUndecided,
        }
    }
}
