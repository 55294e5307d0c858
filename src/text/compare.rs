//! Words of the comparison, the scoreboard and an opened figure.

use super::messages;

messages! {
    /// Words of the comparison, the scoreboard and an opened figure.
    pub enum CompareMsg {
        // which pathways
        Compared: "Compared pathways", "参与比较的路径";
        ComparedHint: "Two to four, side by side", "选两到四条，并排比较";
        AtLeastTwo: "At least two pathways stand side by side", "至少并排比较两条路径";
        AtMostFour: "At most four pathways fit side by side", "最多并排比较四条路径";
        SetBaseline: "Set as baseline", "设为基准";
        RemoveColumn: "Remove from comparison", "移出比较";
        ColumnMenu: "What to do with {name}", "对“{name}”的操作";
        NoAnswer: "No answer yet", "尚无结果";
        EmptyTitle: "Nothing to compare yet", "还没有可比较的路径";
        EmptyHint: "Tick two to four pathways in the list.", "请在左侧列表中勾选两到四条路径。";

        // the sentence above
        HeadSame: "Circularity reads the same on every pathway: MCI {mci}.", "各路径的循环度相同：MCI均为{mci}。";
        HeadBaseline: "No pathway is more circular than {name}: MCI {mci}.", "没有路径的循环度高于“{name}”：MCI为{mci}。";
        HeadMci: "{name} is the most circular: MCI {mci} against {base}.", "“{name}”循环度最高：MCI为{mci}，基准为{base}。";
        HeadAvoided: "It saves {pieces} new pieces per 100 sold;", "每售100件，少做{pieces}件新衣；";
        HeadMoves: "work moves from {from} to {to}.", "工时从{from}移向{to}。";
        HeadGains: "work grows most in {to}.", "{to}工时增加最多。";
        HeadLoses: "work shrinks most in {from}.", "{from}工时减少最多。";
        HeadMovesAlone: "Work moves from {from} to {to}.", "工时从{from}移向{to}。";
        HeadGainsAlone: "Work grows most in {to}.", "{to}工时增加最多。";
        HeadLosesAlone: "Work shrinks most in {from}.", "{from}工时减少最多。";
        NoteEven: "Estimate: total work holds while a return to use replaces fewer than {even} new pieces.",
            "估算：每次回用替代的新衣少于{even}件时，总工时不会减少。";
        NoteLossAssumed: "The largest loss, {from} ({hours}), rests on an assumption, grade {grade}.",
            "减少最多的是{from}：{hours}，依据假设，等级{grade}。";
        NoteLoss: "The largest loss, {from} ({hours}), has grade {grade}.", "减少最多的是{from}：{hours}，等级{grade}。";

        // questions
        HowCircular: "How circular?", "循环度如何？";
        HowCircularHint: "MCI, 0 to 1", "MCI，0至1";
        WhatIn: "What goes in?", "投入了什么？";
        WhatInHint: "share of the mass", "质量占比";
        HowLong: "How long does it live?", "能用多久？";
        HowLongHint: "all lives of one piece", "一件衣物的所有使用周期";
        WhereEnd: "Where does it end?", "最后去了哪里？";
        WhereEndHint: "of 100 pieces, by mass", "每100件，按质量";
        WhatWork: "What work?", "工时增减？";
        WhatWorkHint: "h per 1000 pieces", "工时/千件";
        AtVolume: "At my volume?", "按我的产量？";
        AtVolumeHint: "{pieces} a year", "每年{pieces}件";
        EvenAt: "Break-even?", "何时持平？";
        EvenHint: "new pieces replaced per return", "每次回用替代的新衣件数";
        HowSure: "How sure?", "把握多大？";
        HowSureHint: "share of the hours that is assumed", "依据假设的工时占比";
        More: "More indicators", "更多指标";
        FewerIndicators: "Fewer indicators", "收起指标";
        Per100: "Per 100 wears?", "每百次穿着？";
        Per100Hint: "V and W, in brackets with production waste", "V与W，括号内含生产废料";
        Cti: "Material circularity?", "材料循环性？";
        CtiHint: "CTI: downcycling is linear", "CTI：降级利用按线性计";
        Spread: "How even?", "是否均匀？";
        SpreadHint: "lives, standard deviation; uses of the material", "使用周期数的标准差；材料使用次数";
        Loop: "Own loop?", "自身闭环？";
        LoopHint: "recycled content from other products' waste", "再生成分中来自其他产品废料的占比";
        LoopOthers: "{share} from others", "{share}来自其他产品";
        LoopNone: "no recycled content", "无再生成分";
        MaterialUses: "{count} material uses", "材料使用{count}次";

        // figures
        InReused: "reused", "再利用";
        InTextile: "recycled from textiles", "循环再利用（来自纺织品）";
        InOther: "recycled from other waste", "循环再利用（来自其他废料）";
        InRenewable: "renewable, with evidence", "可再生，有证明";
        InVirgin: "virgin", "原生";
        Lives: "lives", "个周期";
        Wears: "{count} wears", "穿{count}次";
        HundredName: "Of 100 pieces, by mass", "每100件的去处，按质量";
        OnTheWay: "Of 100: {list}", "每100件：{list}";
        WayNone: "none comes back into use", "没有回到使用";
        OwnHours: "of its own work", "自身工时";
        WorkName: "Work gained and lost", "新增与减少的工时";
        NetText: "net {hours}", "净变化{hours}";
        WorkLine: "{activity}, {place}", "{activity}·{place}";
        OtherWork: "other work", "其他工种";
        Smaller: "Show {count} smaller lines", "显示{count}个较小的工种";
        Fewer: "Hide the smaller lines", "隐藏较小的工种";
        LessThanOne: "less than one job", "不足一个岗位";
        EvenWithin: "new per return; work shrinks above", "件新衣/次；超过则总工时减少";
        EvenAbove: "work grows at any rate up to 1", "替代率到1为止，总工时都增加";
        EvenBelow: "work shrinks at any rate", "替代率无论多低，总工时都减少";
        EvenNone: "no more returns than the baseline", "回用次数不多于基准";
        Assumed: "assumed, grade D", "为假设，等级D";
        SureName: "Hours that rest on assumptions", "依据假设的工时占比";
        SureGrade: "grade {grade}: {share}", "等级{grade}：{share}";
        NoHours: "no difference in work", "工时没有差别";

        // scoreboard
        OwnShort: "own", "自身";
        Rose: "{name} rose from {old} to {new}", "{name}由{old}升至{new}";
        Fell: "{name} fell from {old} to {new}", "{name}由{old}降至{new}";
        SelectHint: "Select {name}", "选择“{name}”";

        // an opened figure
        Factors: "Figures behind it, most doubtful first", "所依据的数值，最不确定的在前";
        Terms: "Where", "其中";
        OwnFigure: "own figure", "自定数值";
        NoSource: "no source given", "未注明来源";
        CopyText: "Copy as text", "复制文字";
        CannotExplain: "This figure cannot be opened: its pathway has no answer yet.", "无法展开这个数值：它所在的路径尚无结果。";
        Remember: "Keep in mind", "请留意";
        OpenTerm: "Open {name}", "展开{name}";
    }
}
