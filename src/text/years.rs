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
    }
}
