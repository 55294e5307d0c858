//! Words of ranges, verdicts and the assumptions that matter most.

use super::messages;

messages! {
    /// Uncertainty in words.
    pub enum UncertainMsg {
        Title: "How sure is this?", "把握多大？";
        Band: "5–95 %: {range}", "5–95%：{range}";
        Middle: "middle of the draws {median}, mean {mean}", "抽样中位数{median}，均值{mean}";
        Differs: "The mean of the draws differs from the figure with every factor at its central value: the factors are skewed.",
            "抽样均值与各系数取中值的结果不同：系数分布偏斜。";
        Draws: "{count} draws of all assumptions", "对全部假设抽样{count}次";
        Drawing: "drawing…", "抽样中…";
        MattersMost: "What matters most", "影响最大的假设";
        MattersHint: "Each assumption at its 5 % and 95 % point, all others central.", "每个假设分别取5%和95%分位，其余取中值。";
        EndsRank: "{ends}, rank correlation {rank}", "{ends}，秩相关{rank}";
        Ends: "{low} to {high}", "{low}至{high}";
        Holds: "above {name} by MCI in {mci} and quality-weighted in {quality} of 100 draws",
            "100次抽样中，MCI有{mci}次高于{name}，品质加权后有{quality}次";
        HoldsLess: "below {name} by MCI in {mci} and quality-weighted in {quality} of 100 draws",
            "100次抽样中，MCI有{mci}次低于{name}，品质加权后有{quality}次";
        NotApart: "not distinguishable from {name}: above it by MCI in {mci}, quality-weighted in {quality} of 100 draws",
            "与{name}难以区分：100次抽样中，MCI有{mci}次更高，品质加权后有{quality}次";
        OrderDepends: "against {name} the order depends on how downcycling counts", "与{name}相比，孰高孰低取决于降级利用如何计算";
        Why: "Why it differs from the baseline", "为什么与基准不同";
        OwnNote: "typed in on the sensitivity list", "在敏感性列表中填写";
    }
}
