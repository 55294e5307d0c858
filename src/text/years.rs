//! Words about the years from one pathway to another.

use super::messages;

messages! {
    /// What is said of years.
    pub enum YearsMsg {
        NoAnswer: "the pathway \"{id}\" has no answer against the baseline, so there are no years between; see reloom check",
            "路径“{id}”与基准相比没有结果，无法逐年计算；见reloom check";
        NoMass: "the product has no mass", "产品没有重量";
        NoLife: "nothing is known of how long the product is kept", "不知道该产品的保有年限";
        NotInOrder: "the years must be in order, start ≤ end ≤ until, from 1900 to 2300 and at most {limit}",
            "年份须满足start≤end≤until，在1900至2300之间，且最多{limit}年";
        NotAChange: "\"{key}\" is a change from year to year from -0.5 to 0.5 (-0.02 for 2 % less), found {value}",
            "“{key}”为逐年变化率，介于-0.5和0.5之间（-0.02表示减少2%），收到{value}";
        NotACapacity: "\"capacity\" must not be negative, found {value}", "“capacity”不能为负数，收到{value}";
        Life: "Kept {years} years on average (Weibull, shape {shape}: judged); hours against “{from}”. Estimate, not a forecast.",
            "平均保有{years}年（韦布尔分布，形状参数{shape}：判断值）；工时与“{from}”相比。为估算，非预测。";
        Title: "Over the years, from the baseline", "逐年变化（自基准起）";
        To: "To the pathway", "过渡到的路径";
        Start: "Last year all go the old way", "全部走原路径的末年";
        End: "First year all go the new way", "全部走新路径的首年";
        Growth: "Pieces sold, % a year", "销售件数年变化率（百分数）";
        Capacity: "Most the new way takes, t a year", "新路径每年最多接收（t）";
        By: "Which garments change way", "哪些服装改走新路径";
        BySold: "those sold from then on", "此后售出的";
        ByDiscarded: "all that are discarded from then on", "此后弃置的全部";
        Productivity: "Hours per piece, % a year", "单件工时年变化率（百分数）";
        HoursChart: "Hours a year: gained (coloured) and lost (dark), with ranges", "每年工时：新增（彩色）与减少（深色），含区间";
        HoursSaid: "In {year}: {gained} gained, {lost} lost.", "{year}年：新增{gained}，减少{lost}。";
        AgainChart: "Share of what is discarded that is used again", "弃置品中再利用或再生利用的占比";
        AgainSaid: "In {year}: {share} as parts, fibre or lower goods.", "{year}年：{share}作为部件、纤维或降级产品得到利用。";
        AgainGoal: "In {year}: {share} as parts, fibre or lower goods; the dashed line is the national goal of {goal} for 2030, which counts what is reused too.",
            "{year}年：{share}作为部件、纤维或降级产品得到利用；虚线为2030年国家目标{goal}，该目标另含再使用。";
        HeadYear: "Year", "年份";
        HeadDiscarded: "Pieces discarded", "弃置件数";
        HeadCollected: "Pieces collected", "回收件数";
        HeadAgain: "Used again", "得到利用";
        HeadGained: "Hours gained", "新增的工时";
        HeadLost: "Hours lost", "减少的工时";
        Copy: "Copy as CSV", "复制为CSV";
        Note: "A garment sold before the change is still worn and goes the old way; hours move only as new ones are discarded. The one-off work of building plants is left out: no figure was found. Estimate, not a forecast.",
            "变化之前售出的服装仍在穿用，仍走原路径；新售出的被弃置后工时才逐步变化。不含建厂的一次性用工：未找到数据。为估算，非预测。";
    }
}

impl YearsMsg {
    /// The headings of the table.
    pub const HEADS: [Self; 6] = [
        Self::HeadYear,
        Self::HeadGained,
        Self::HeadLost,
        Self::HeadDiscarded,
        Self::HeadCollected,
        Self::HeadAgain,
    ];
}
