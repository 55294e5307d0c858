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
        Swing: "{name}: {low} to {high}", "{name}：{low}至{high}";
        EndsRank: "{ends}, rank correlation {rank}", "{ends}，秩相关{rank}";
        Ends: "{low} to {high}", "{low}至{high}";
        Holds: "more circular than {name} in {count} of 100 draws", "100次抽样中有{count}次循环度高于{name}";
        HoldsLess: "less circular than {name} in {count} of 100 draws", "100次抽样中有{count}次循环度低于{name}";
        NotApart: "not distinguishable from {name}: {count} of 100 draws", "与{name}难以区分：100次抽样中{count}次更高";
        Why: "Why it differs from the baseline", "为什么与基准不同";
        OwnNote: "typed in on the sensitivity list", "在敏感性列表中填写";
    }
}
