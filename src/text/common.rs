//! Words that more than one page uses: pages, actions, units and the names of the model's closed lists.

use super::messages;
use crate::model::{Construction, EndKind, Origin, Removable, Role};

messages! {
    /// Words shared by all pages.
    pub enum CommonMsg {
        // the program and its pages
        AppName: "Reloom", "再织";
        Product: "Product", "产品";
        Pathways: "Pathways", "路径";
        Pathway: "Pathway", "路径";
        Compare: "Compare", "比较";

        // actions
        Open: "Open", "打开";
        OpenSample: "Open a sample", "打开示例";
        NewProduct: "New product", "新建产品";
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
        Edit: "Edit", "修改";
        Reset: "Reset to start", "恢复初始状态";
        Find: "Find", "查找";
        Cancel: "Cancel", "取消";
        Confirm: "Done", "完成";
        Close: "Close", "关闭";
        Yes: "Yes", "是";
        No: "No", "否";
        None: "None", "无";
        Other: "Other", "其他";
        Unknown: "Unknown", "未知";
        Help: "Help", "帮助";
        Settings: "Settings", "设置";
        Print: "Print", "打印";
        Unsaved: "Unsaved changes", "有未保存的修改";

        // language and theme
        Language: "Language", "语言";
        Theme: "Theme", "主题";
        ThemeLight: "Light", "浅色";
        ThemeDark: "Dark", "深色";
        HighContrast: "High contrast", "高对比度";

        // figures
        Estimate: "estimate", "估算";
        EstimateNote: "An estimate, not a measurement", "估算值，非实测值";
        Assumption: "assumption", "假设";
        Source: "Source", "来源";
        DataSource: "Data source", "数据来源";
        Grade: "Grade", "等级";
        Range: "Range", "区间";
        Ranges: "Ranges", "区间";
        Low: "Low", "低值";
        Central: "Central", "中值";
        High: "High", "高值";
        Formula: "How this is calculated", "计算方法";
        Share: "Share", "占比";
        Remainder: "Remainder", "余数";
        Total: "Total", "合计";
        Mass: "Mass", "质量";
        Baseline: "baseline", "基准";
        Difference: "Difference from the baseline", "与基准之差";
        WorkGained: "Work created", "新增工时";
        WorkLost: "Work lost", "减少工时";
        WorkNet: "Net change", "净变化";
        GainedShort: "gained", "新增";
        LostShort: "lost", "减少";
        NetShort: "net", "净变化";
        CircularityScore: "Circularity score", "循环度得分";
        Mci: "Material Circularity Indicator (MCI)", "材料循环度指标（MCI）";

        // units
        UnitGram: "g", "g";
        UnitKilogram: "kg", "kg";
        UnitPercent: "%", "%";
        UnitHour: "h", "工时";
        UnitHoursPerThousand: "h per 1000 pieces", "工时/千件";
        UnitFte: "FTE", "全时当量";
        UnitPieces: "pieces", "件";
        UnitPiecesPerYear: "pieces a year", "件/年";
        UnitWears: "wears", "次穿着";
        UnitWashes: "washes", "次洗涤";
        UnitUses: "uses", "次使用";
        UnitYears: "years", "年";
        Jobs: "jobs", "就业岗位";

        // parts
        Part: "Part", "部件";
        Parts: "Parts", "部件";
        Placement: "Placement", "使用部位";
        Composition: "Composition", "纤维含量（成分）";
        Fibre: "Fibre", "纤维";
        Feedstock: "Feedstock", "原料来源";
        Construction: "Construction", "结构";
        Finish: "Coating and print", "涂层与印花";
        Removability: "Removable", "可拆卸";
        RoleShell: "Shell fabric", "面料（大身料）";
        RoleLining: "Lining", "里料";
        RoleRib: "Rib", "罗纹";
        RoleFilling: "Filling", "填充物";
        RoleThread: "Sewing thread", "缝纫线";
        RoleZip: "Zipper", "拉链";
        RoleButton: "Button", "纽扣";
        RoleTrim: "Trims", "辅料";
        RoleLabel: "Label", "标签";
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
        Virgin: "Virgin", "原生";
        Recycled: "Recycled", "循环再利用";
        RecycledContent: "Recycled content", "再生成分含量";
        FromWorn: "From worn textiles", "来自旧纺织品";
        FromProduction: "From production waste of textiles", "来自废纺织品";
        FromOther: "From other waste, such as bottles", "来自其他废料，如瓶片";
        ReusedFeedstock: "Reused parts", "再利用的部件";
        Sustained: "Renewable, with evidence", "可再生，有证明";
        CuttingWaste: "Cutting waste", "裁剪废料（边角料）";

        // where mass ends
        ClassReused: "Reused", "再利用";
        ClassSameGrade: "Recycled, same grade", "同级再生利用";
        ClassDowncycled: "Downcycled", "降级利用";
        ClassBiological: "Biological", "堆肥";
        ClassEnergy: "Energy recovery", "能量回收";
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
        }
    }
}
