//! Words of the variants of the product: their strip, their columns and what differs between them.

use super::messages;

messages! {
    /// Words of the variants of the product.
    pub enum VariantMsg {
        Numbered: "Variant {number}", "方案{number}";
        OnPathway: "{pathway}, {variant}", "{pathway}·{variant}";

        // commands and the strip
        Duplicate: "Copy as variant", "复制为新方案";
        Next: "Next variant", "下一个方案";
        OnlyOne: "There is only one variant", "只有一个方案";
        ToRelative: "Compare as differences", "按差值比较";
        ToAbsolute: "Compare as figures", "按数值比较";
        StripHint: "Arrows switch, F2 renames, Delete removes", "方向键切换，F2重命名，Delete删除";
        NameOf: "Name of the variant", "方案名称";
        Rename: "Rename the variant", "重命名方案";
        Remove: "Remove the variant", "删除方案";

        // the comparison
        Legend: "{number}: {name}", "{number}：{name}";
        Scale: "Figures or differences from the baseline", "数值，或与基准之差";
        Figures: "Values", "数值";
        Differences: "Change", "差值";
        MarkedBaseline: "{baseline}, {variant}", "{baseline}·{variant}";
        CopyPathway: "Duplicate with its pathway", "连同路径一起复制";
        WorkAgainst: "Work of each column is counted against the baseline pathway of its own variant.",
            "各列工时均以该方案自身的基准路径为参照。";
        OfBaseline: "{percent} against the baseline", "相对基准{percent}";
        EndsSame: "ends as in the baseline", "去向与基准相同";
        EndsMove: "Points: {list}", "百分点：{list}";
        EndPoints: "{class} {points}", "{class}{points}";
        OwnMoves: "{hours}, {percent}", "{hours}，{percent}";
        TimesOfBaseline: "gained {gained} times, lost {lost} times the baseline’s own hours", "新增为基准自身工时的{gained}倍，减少为{lost}倍";
        SidesOfBaseline: "{gained} gained, {lost} lost, of the baseline’s own hours", "新增{gained}，减少{lost}（占基准自身工时）";

        // what differs between two columns
        WhatDiffers: "What differs?", "有何不同？";
        WhatDiffersHint: "from the baseline", "与基准相比";
        IsMeasure: "the others are told from this one", "其他各列与此列相比";
        NoDifference: "nothing", "没有不同";
        AllDifferences: "Show all", "显示全部";
        FewerDifferences: "Show fewer", "收起";
        FromTo: "{what}: {from} → {to}", "{what}：{from} → {to}";
        Added: "New: {name}, {mass}", "新增：{name}，{mass}";
        New: "New: {what}", "新增：{what}";
        Without: "Without: {what}", "不含：{what}";
        FibreShare: "{share} {fibre}", "{share}{fibre}";
        Average: "average of the kind", "该类别平均值";
        OfLibrary: "the library’s figure", "资料库数值";
        MostLives: "Most lives", "最多使用周期数";
        NoCap: "no limit", "不限";
        Stage: "Stage", "环节";
        Bought: "bought as it is", "外购件";
        SewingMinutes: "by minutes of the kind", "按该类别的分钟数";
        SewingOwn: "by {minutes} own minutes", "按自定的{minutes}分钟";
        SewingStandard: "by {minutes} standard minutes", "按{minutes}分钟标准工时（SMV）";
    }
}
