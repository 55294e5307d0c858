//! Words of the design hints: groups, answers, what was found.

use super::messages;
use crate::data::{RuleGroup, Severity};

messages! {
    /// What is said of design rules.
    pub enum HintMsg {
        // groups, in the words of the national opinion of 2022
        GroupApart: "Easy to take apart", "易拆解";
        GroupSort: "Easy to sort", "易分类";
        GroupRecycle: "Easy to recycle", "易回收";
        GroupDurable: "Durable", "耐用";
        GroupOther: "Feedstock, making, claims", "原料、生产与宣称";
        GroupCount: "{not} to look at, {met} met, {asked} not asked", "需关注{not}条，已满足{met}条，未询问{asked}条";
        Title: "Design hints", "设计提示";
        TitleHint: "Rules of thumb beside the routes; they change no figure.", "路线之外的经验规则，不影响任何数值。";

        // answers
        NotMet: "not met", "未满足";
        Met: "met", "已满足";
        NotAsked: "not asked", "未询问";
        DoesNotApply: "does not apply", "不适用";
        NotAskedWhy: "This program does not ask for what the rule looks at.", "本软件未询问该规则所需的信息。";
        Proposal: "proposal, not law", "提案，非法规";
        Judged: "judged, no source", "判断值，无来源";
        FoldSpoken: "{group}, {count}", "{group}，{count}";

        // severities
        SeverityInfo: "to know", "提示";
        SeverityGrade: "sorts into classes", "分级";
        SeverityWarn: "warning", "注意";
        SeverityFail: "fails the criterion", "不合格";

        // what was found
        OfPart: "{part}: {found}", "{part}：{found}";
        OfProduct: "Whole product: {found}", "整件产品：{found}";
        Elastane: "{found} elastane, at most {limit}", "氨纶{found}，上限{limit}";
        NotCellulose: "{found} other than cellulose fibre, at most {limit}", "非纤维素纤维{found}，上限{limit}";
        Purity: "{found} {fibre}, class {class} of 4; the first begins at {limit}",
            "{fibre}{found}，四级中的第{class}级，第1级为{limit}以上";
        Fibres: "fibres: {found}, at most {limit}", "{found}种纤维，最多{limit}种";
        OtherFibre: "{own}, while the main fabric is {shell}", "{own}，而面料为{shell}";
        Coated: "coated", "有涂层";
        Laminated: "laminated", "有复合层";
        Printed: "printed; the kind of print is not asked", "有印花，印花种类未询问";
        CarbonBlack: "dyed with carbon black", "用炭黑着色";
        StaysOn: "stays on", "不可拆卸";
        WithEffort: "comes off with effort only", "较难拆卸";
        CutAway: "{found} of the cloth is cut away around hard parts, warns above {limit}",
            "硬质部件周围剪掉{found}的布，超过{limit}须注意";
        Trims: "trims are {found} of the mass, at most {limit}", "辅料占质量{found}，上限{limit}";
        Layers: "layers: {found}, at most {limit}", "{found}层，最多{limit}层";
        LabelThere: "is there; whether it lasts is not asked", "有标识，是否耐久未询问";
        NoLabel: "no label among the parts", "部件中没有标识";
        WoolWoven: "woven wool", "机织羊毛";
        WoolKnitted: "knitted wool", "针织羊毛";
        Pvc: "holds PVC", "含PVC";
        Recycled: "{found} recycled, asked for {limit}", "循环再利用{found}，要求{limit}";
        RecycledFibre: "{found} of the {fibre} is recycled, asked for {limit}", "{fibre}中循环再利用{found}，要求{limit}";
        Bottles: "{found} recycled polyester from bottles or the like", "再生涤纶{found}，来自瓶片等其他废料";
        RecycledCotton: "{found} recycled cotton, spins up to {limit}", "再生棉{found}，可纺上限{limit}";
        OwnReturns: "{found} recycled, the product’s own returns could supply {limit}",
            "循环再利用{found}，自身回流最多可提供{limit}";
        Sum: "shares add up to {found}", "占比合计{found}";
        Synthetic: "{found} synthetic fibre, the note begins at {limit}", "合成纤维{found}，{limit}起须提示";
        CuttingLoss: "cutting loss {found}, usual is {limit}", "裁剪损耗{found}，通常为{limit}";
    }
}

impl From<RuleGroup> for HintMsg {
    fn from(group: RuleGroup) -> Self {
        match group {
            RuleGroup::Apart => Self::GroupApart,
            RuleGroup::Sort => Self::GroupSort,
            RuleGroup::Recycle => Self::GroupRecycle,
            RuleGroup::Durable => Self::GroupDurable,
            RuleGroup::Other => Self::GroupOther,
        }
    }
}

impl From<Severity> for HintMsg {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Info => Self::SeverityInfo,
            Severity::Grade => Self::SeverityGrade,
            Severity::Warn => Self::SeverityWarn,
            Severity::Fail => Self::SeverityFail,
        }
    }
}
