//! Words about carbon and wages beside the two answers.

use super::messages;

messages! {
    /// What is said of carbon and wages.
    pub enum BesideMsg {
        Indicative: "Indicative, beside the two answers and in neither; ranges are those of draws, never a ranking where they overlap.",
            "仅供参考，不计入两项主要结果；区间来自抽样，区间重叠时不排名。";
        Carbon: "Carbon per piece", "每件的碳排放";
        Made: "of which making", "其中：制造";
        Washed: "of which washing at home", "其中：家庭洗涤";
        Ended: "of which ends (fossil, landfill)", "其中：去处（化石碳、填埋）";
        Biogenic: "beside it: biogenic, burnt", "另计：生物源碳（焚烧）";
        Avoided: "beside it: new garments avoided", "另计：减少的新衣";
        Line: "{name}: {amount}", "{name}：{amount}";
        WageLine: "{activity}, {place}: {hours}", "{activity}，{place}：{hours}";
        NoData: "no data", "无数据";
        NotRanked: "ranges overlap: no order", "区间重叠，不排名";
        OnPage: "Beside the answers, indicative", "另附参考（不计入主要结果）";
        NoSum: "no sum: {covered} of the hours have a wage", "不合计：仅{covered}的工时有工资数据";
        Covered: "{covered} of the hours covered", "覆盖{covered}的工时";
        CoveredOf: "{figure}: share of the hours covered", "{figure}：覆盖的工时占比";
        Yearly: "Published yearly pay, shown beside and never used: {list}.", "公布的年平均工资，仅列出，不参与计算：{list}。";
        YearlyOne: "{place}, {name}: {value} ({year})", "{place}，{name}：{value}（{year}）";
        TypedValue: "Value, {unit}", "数值（{unit}）";
        TypedBoth: "Value and source together count: from an EPD, from another program or from your books. It takes the place of ours and is marked.",
            "数值与来源须同时填写：可来自EPD、其他软件或企业记录。它取代本工具的数值，并作标记。";
        TypedRemove: "Go back to what is reckoned", "恢复计算值";
        Typed: "typed in: {source}", "自行输入：{source}";
        LeftOut: "Left out: {list}.", "未计入：{list}。";
        LeftFibre: "fibre {name}, {mass}", "{name}纤维{mass}";
        LeftBurnt: "burning of {name}, {mass}", "{name}的焚烧{mass}";
        LeftProcess: "{name}, {mass}", "{name}{mass}";
        LeftTrims: "trims bought as they are, {mass}", "外购辅料{mass}";
        LeftSteps: "pretreatment and finishing, chemicals, transport, shops, and all that is done after use but burning and landfill",
            "前处理与后整理、化学品、运输、门店，以及使用后除焚烧和填埋以外的各环节";
        MadeBad: "\"made-kg\" must be a number from 0 to 10,000 with a source, found {value}", "“made-kg”须为0至10,000的数字并注明来源，收到{value}";
        NeedsSource: "a figure that is typed in needs its source: --source", "自行输入的数值须注明来源：--source";
        WageBad: "a wage is typed in as ACTIVITY@PLACE=YUAN per hour, such as sorting@CN=22; found “{text}”",
            "工资须写成ACTIVITY@PLACE=每小时元数，例如sorting@CN=22；收到“{text}”";
    }
}
