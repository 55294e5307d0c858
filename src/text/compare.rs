//! Words of the comparison, the scoreboard and an opened figure.

use super::messages;

messages! {
    /// Words of the comparison, the scoreboard and an opened figure.
    pub enum CompareMsg {
        Home: "Work counts as here in", "计为本地的范围";
        HomeOfStart: "the place where the pathway starts", "路径起点所在地";
        LeaveLaundering: "Let laundering that moved from home stand apart", "由家庭转出的洗涤单独列出";
        CountLaundering: "Count laundering that moved from home as work", "由家庭转出的洗涤计入工时";

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

        // the sentences above
        HeadGradeAlike: "Every pathway recycles {value} at the same grade.", "各路径的同级再生利用均为{value}。";
        HeadGradeBase: "No pathway recycles more at the same grade than {name}: {value}.", "同级再生利用没有路径高于“{name}”：{value}。";
        HeadGradeMost: "{name} recycles most at the same grade: {value}, against {base}.", "“{name}”同级再生利用最多：{value}，基准为{base}。";
        HeadWornAlike: "A piece is worn {value} times on every pathway.", "各路径每件均穿{value}次。";
        HeadWornBase: "No pathway is worn longer than {name}: {value} wears.", "没有路径比“{name}”穿得更久：{value}次。";
        HeadWornMost: "{name} is worn longest: {value} wears, against {base}.", "“{name}”穿得最久：{value}次，基准为{base}次。";
        HeadMciAlike: "MCI reads {mci} on every pathway, quality-weighted {quality}.", "各路径的MCI均为{mci}，品质加权{quality}。";
        HeadMciBase: "No pathway has a higher MCI than {name}: {mci}, quality-weighted {quality}.", "MCI没有路径高于“{name}”：{mci}，品质加权{quality}。";
        HeadMciMost: "MCI is highest on {name}: {mci}, quality-weighted {quality} (baseline {othermci}, {otherquality}).",
            "MCI最高的是“{name}”：{mci}，品质加权{quality}（基准为{othermci}，{otherquality}）。";
        HeadMciNotApart: "MCI is highest on {name}, hardly apart from {other}: {mci} and {othermci}, quality-weighted {quality} and {otherquality}.",
            "MCI最高的是“{name}”，但与“{other}”难分高下：{mci}与{othermci}，品质加权{quality}与{otherquality}。";
        HeadParts: "Whether {name} or {other} is the more circular depends on how downcycling counts: MCI {mci} and {othermci}, quality-weighted {quality} and {otherquality}.",
            "“{name}”与“{other}”孰高孰低，取决于降级利用如何计算：MCI为{mci}与{othermci}，品质加权后为{quality}与{otherquality}。";
        HeadGradeDowncycled: "It stands above {other}, which recycles more at the same grade, because more of it is downcycled.",
            "它高于同级再生利用更多的“{other}”，原因是降级利用更多。";
        HeadGradeWorn: "It stands above {other}, which recycles more at the same grade, because it is worn longer.",
            "它高于同级再生利用更多的“{other}”，原因是穿得更久。";
        HeadGradeOther: "It stands above {other}, although {other} recycles more at the same grade.",
            "它高于“{other}”，但“{other}”的同级再生利用更多。";
        HeadWork: "Per 1000 pieces {name} creates {gained} and takes away {lost}{balanced}.",
            "每1000件，“{name}”新增{gained}，减少{lost}{balanced}。";
        HeadBalanced: ", balanced within what is known", "，在已知范围内持平";
        HeadBand: "{value} ({range})", "{value}（{range}）";
        HeadAvoided: "It saves {pieces} new pieces per 100 sold;", "每售100件，少做{pieces}件新衣；";
        HeadMoves: "work moves from {from} to {to}.", "工时从{from}移向{to}。";
        HeadGains: "work grows most in {to}.", "{to}工时增加最多。";
        HeadLoses: "work shrinks most in {from}.", "{from}工时减少最多。";
        HeadMovesAlone: "Work moves from {from} to {to}.", "工时从{from}移向{to}。";
        HeadGainsAlone: "Work grows most in {to}.", "{to}工时增加最多。";
        HeadLosesAlone: "Work shrinks most in {from}.", "{from}工时减少最多。";
        NoteEven: "Estimate: total work holds while a return to use replaces fewer than {even} new pieces.",
            "估算：每次再利用替代的新衣少于{even}件时，总工时不会减少。";
        NoteEvenAbove: "Estimate: total work grows even where every return to use replaces a whole new piece.",
            "估算：即使每次再利用都替代一整件新衣，总工时仍会增加。";
        NoteEvenBelow: "Estimate: total work shrinks even where no return to use replaces a new piece.",
            "估算：即使再利用不替代新衣，总工时仍会减少。";
        NoteEvenNone: "Estimate: no more pieces come back into use than in the baseline, so reuse replaces no new one.",
            "估算：回到使用的衣物不比基准多，因此再利用没有替代新衣。";
        NoteDecides: "One figure decides: {name}, {value} ({range}), grade {grade}. With it alone the net runs from {low} to {high}.",
            "一个数值决定结果：{name}，{value}（{range}），等级{grade}。只改变它，净变化就会从{low}到{high}。";
        NoteLossAssumed: "The largest loss, {from} ({hours}), rests on an assumption, grade {grade}.",
            "减少最多的是{from}：{hours}，依据假设，等级{grade}。";
        NoteLoss: "The largest loss, {from} ({hours}), has grade {grade}.", "减少最多的是{from}：{hours}，等级{grade}。";

        // questions
        HowCircular: "How circular?", "循环度如何？";
        HowCircularHint: "MCI, 0 to 1; the hollow mark weighs quality", "MCI，0至1；空心标记按品质加权";
        HowLong: "How long does it live?", "能用多久？";
        HowLongHint: "all lives of one piece", "一件衣物的所有使用周期";
        WhereEnd: "Where does it end?", "最后去了哪里？";
        WhereEndHint: "of 100 pieces, by mass", "每100件，按重量";
        WhatWork: "What work?", "工时增减？";
        WhatWorkHint: "h per 1000 pieces", "工时/千件";
        RingsHint: "where the work is, on the same scale", "工时所在地，比例尺与上同";
        AtVolume: "At my volume?", "按我的产量折合多少岗位？";
        AtVolumeHint: "{pieces} a year", "每年{pieces}件";
        EvenAt: "Break-even?", "何时持平？";
        EvenHint: "new pieces replaced per return", "每次再利用替代的新衣件数";
        HowSure: "How sure?", "把握多大？";
        HowSureHint: "share of the hours that is assumed", "依据假设的工时占比";
        More: "More indicators", "更多指标";
        FewerIndicators: "Fewer indicators", "收起指标";
        Per100: "Per 100 wears?", "每穿100次耗用多少？";
        Per100Hint: "V and W, in brackets with production waste", "V与W，括号内含生产废料";
        Cti: "Material circularity?", "材料循环率多高？";
        CtiHint: "CTI: downcycling is linear", "CTI：降级利用按线性计";
        Spread: "How even?", "各件寿命差别多大？";
        SpreadHint: "lives, standard deviation; uses of the material", "使用周期数的标准差；材料使用次数";
        Loop: "Own loop?", "能否自成闭环？";
        LoopHint: "recycled content from other products' waste", "再生成分中来自其他产品废料的占比";
        LoopOthers: "{share} from others", "{share}来自其他产品";
        LoopNone: "no recycled content", "无再生成分";
        Beside: "Carbon and wages?", "碳排放与工资？";
        Money: "Money, from prices typed in?", "按输入价格的金额？";
        MoneyHint: "per 1000 pieces sold; cost and revenue apart, never set off", "每售出1000件；支出与收入分列，从不相抵";
        BesideHint: "indicative, in neither answer; wages per 1000 pieces against the baseline", "仅供参考，不计入主要结果；工资按每千件、与基准相比";
        MaterialUses: "{count} material uses", "材料使用{count}次";

        // figures
        InReused: "reused", "再利用";
        InTextile: "recycled from textiles", "循环再利用（来自纺织品）";
        InOther: "recycled from other waste", "循环再利用（来自其他废料）";
        InRenewable: "renewable, with evidence", "可再生，有证明";
        InVirgin: "virgin", "原生";
        Lives: "lives", "个周期";
        LivesCount: "{count} lives", "{count}个周期";
        Wears: "{count} wears", "穿{count}次";
        HundredName: "Of 100 pieces, by mass", "每100件的去处，按重量";
        OnTheWay: "Of 100: {list}", "每100件：{list}";
        WayNone: "none comes back into use", "没有回到使用";
        OwnHours: "of its own work", "自身工时";
        WorkName: "Work gained and lost", "新增与减少的工时";
        NetText: "net {hours}", "净变化{hours}";
        Balanced: "balanced within what is known", "在已知范围内持平";
        SameGrade: "same grade", "同级再生利用";
        Downcycled: "downcycled", "降级利用";
        QualityShort: "quality-weighted", "品质加权";
        TakesNothing: "takes nothing of it", "不接收这件产品";
        TakesNextToNothing: "takes next to nothing of it", "几乎不接收这件产品";
        GivesNothing: "next to nothing comes out", "几乎没有产出";
        WorkLine: "{activity}, {place}", "{activity}·{place}";
        OtherWork: "other work", "其他工种";
        Smaller: "Show {count} smaller lines", "显示{count}个较小的工种";
        Fewer: "Hide the smaller lines", "隐藏较小的工种";
        LessThanOne: "less than one job", "不足一个岗位";
        EvenWithin: "new per return; work shrinks above", "件新衣/次；超过则总工时减少";
        EvenAbove: "work grows at any rate up to 1", "即使替代率达到1，总工时仍会增加";
        EvenBelow: "work shrinks at any rate", "即使替代率为0，总工时仍会减少";
        EvenNone: "no more returns than the baseline", "再利用次数不多于基准";
        Assumed: "assumed, grade D", "为假设，等级D";
        SureName: "Hours that rest on assumptions", "依据假设的工时占比";
        SureGrade: "grade {grade}: {share}", "等级{grade}：{share}";
        NoHours: "no difference in work", "工时没有差别";

        // scoreboard
        RisesDowncycled: "MCI rises because more is downcycled", "MCI上升，是因为降级利用更多";
        FallsDowncycled: "MCI falls because less is downcycled", "MCI下降，是因为降级利用更少";
        RisesAlone: "MCI rises, its quality-weighted value does not", "MCI上升，品质加权值没有上升";
        FallsAlone: "MCI falls, its quality-weighted value does not", "MCI下降，品质加权值没有下降";
        RisesWorn: "MCI rises although less is recycled at the same grade", "MCI上升，但同级再生利用更少";
        FallsWorn: "MCI falls although more is recycled at the same grade", "MCI下降，但同级再生利用更多";
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
