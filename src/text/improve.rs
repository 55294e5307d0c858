//! Words of the page that says what to change: the ranked moves, what each does, combinations.

use super::messages;

messages! {
    /// What is said on the page of advice.
    pub enum ImproveMsg {
        // what is asked
        Pathway: "On the pathway", "针对路径";
        Rank: "Ranked by", "排序依据";
        Hint: "One change at a time, each worked out on the whole pathway; hours are per 1000 pieces.",
            "逐项试算，每项都按整条路径重新计算，工时按每千件计。";
        Marks: "Hollow: now. Filled: after the change. Band: 5–95\u{202F}% of the draws.",
            "空心为现在，实心为改动之后，色带为抽样的5%–95%。";

        // one move
        TryIt: "Try it", "试一试";
        TryName: "Try it: {name}", "试一试：{name}";
        TryHint: "Makes a variant beside the original; one undo takes it back.", "生成新方案并与原方案并列，撤销一步即可恢复。";
        Tried: "{name}: stands beside the original. One undo takes it back.", "{name}：已与原方案并列，撤销一步即可恢复。";
        FromTo: "{figure} {before} → {after}", "{figure}由{before}变为{after}";
        Also: "With it: {list}.", "同时：{list}。";
        Price: "In exchange: {list}.", "代价：{list}。";
        TakesMore: "{stage} takes {after} of {all} parts instead of {before}, now also {parts}.",
            "{stage}：{all}个部件中可接收的由{before}个变为{after}个，新增{parts}。";
        TakesNew: "{stage} takes {after} of {all} parts: {parts}.", "{stage}：{all}个部件中可接收{after}个，即{parts}。";
        TakesLess: "No longer taken by {stage}: {parts}.", "{stage}不再接收{parts}。";
        AndParts: "{parts} and {count} more", "{parts}，另有{count}个";
        Cures: "In the way now: {rule}.", "目前的限制：{rule}。";

        // the rest
        MoreHelp: "More that help", "其他有帮助的措施";
        Folded: "{name} ({count})", "{name}（{count}）";
        Because: "{name}. {why}", "{name}。{why}";
        AndLines: "and {count} more of the same kind", "另有{count}项同类";
        WouldTake: "What would it take?", "怎样才能做到？";
        WouldOpen: "What would open it?", "怎样才能接收？";
        OnlyOpens: "Only what opens {stage} to {part}", "只看能让{stage}接收{part}的措施";
        OnlyOpensAny: "Only what opens {stage}", "只看能让{stage}多接收部件的措施";
        ShowAll: "Show all advice", "显示全部建议";
        NothingOpens: "No move of the catalogue opens {stage} to {part} on its own.", "目录中没有一项措施能单独让{stage}接收{part}。";
        NothingOpensAny: "No move of the catalogue opens {stage} to another part on its own.",
            "目录中没有一项措施能单独让{stage}多接收部件。";
        // combinations
        Look: "How moves are looked at", "措施的查看方式";
        LookMoves: "One by one", "逐项";
        LookTogether: "Together", "组合";
        FindTogether: "Improve: several changes together", "改进建议：几项改动组合";
        FindHowFar: "Improve: how far one lever has to go", "改进建议：一项要到多少";
        Across: "Across", "横轴";
        Up: "Up", "纵轴";
        Combining: "{done} of {total} combinations worked out, {points} points so far", "已算{total}个组合中的{done}个，得到{points}个点";
        Stopped: "Stopped at {done} of {total} combinations, {points} points", "已停止：{total}个组合中算了{done}个，{points}个点";
        StoppedBefore: "Stopped before there was anything new; this is what stood before the last change", "已停止，尚无新结果；以下为上次改动之前的组合";
        Again: "Work it out", "继续计算";
        NoCombination: "No combinations are worked out yet. They are under Product › Improve › Together.",
            "还没有算出组合。请先打开“产品”›“改进”›“组合”。";
        Combined: "{total} combinations of the moves, {points} points on all pathways", "共{total}个措施组合，各路径合计{points}个点";
        ChartName: "Combinations of moves", "措施组合图";
        FrontPlace: "on the front, {at} of {all}", "前沿上第{at}个，共{all}个";
        FrontTitle: "What no other combination betters", "没有其他组合两项都更优";
        FrontHint: "In the chart ← and → walk along the line, Enter tries a combination. A letter is the pathway without any move.",
            "在图中按←→沿线移动，按Enter试用该组合。字母为不采取措施的路径。";
        NoMoves: "nothing changed on “{pathway}”", "“{pathway}”不作改动";
        OneMove: "1 move on “{pathway}”", "“{pathway}”上1项措施";
        SomeMoves: "{count} moves on “{pathway}”", "“{pathway}”上{count}项措施";
        WhichMoves: "Moves that are combined", "参与组合的措施";
        MoreMoves: "More moves", "其他措施";
        AtMostMoves: "At most {count}. Without a choice of yours, those that help most.", "最多{count}项；未选择时取效果最大的措施。";
        EnoughMoves: "No more can be combined; take one out first.", "已达上限，请先取消一项。";
        Smallest: "The smallest change that reaches a target", "达到目标的最小改动";
        Target: "Target", "目标";
        Floor: "while", "同时";
        NoFloor: "nothing else is asked", "不设其他条件";
        AtLeast: "at least", "不低于";
        AtMost: "at most", "不高于";
        Reached: "It is reached with {what}: {figures}.", "{what}即可达到：{figures}。";
        ReachedNow: "It is reached already: {figures}.", "现已达到：{figures}。";
        NotReached: "No combination reaches it. The nearest, {what}: {figures}.", "没有组合能达到。最接近的是{what}：{figures}。";

        // how far
        HowFar: "How far?", "要到多少";
        Lever: "Lever", "可调项";
        Figure: "Figure", "指标";
        Second: "Second lever, for a map", "第二可调项（画图）";
        NoSecond: "none", "无";
        AsPathway: "as “{pathway}”: {value}", "与“{pathway}”相同：{value}";
        AsNational: "as the national goal for 2030: {value}", "国家2030年目标：{value}";
        AsEven: "hours gained equal hours lost", "新增与减少工时相等";
        AsTyped: "a value of your own", "自定数值";
        FarNow: "Now: {lever} {value}, {figure} {now}.", "现在：{lever}{value}，{figure}{now}。";
        FarMet: "At {value}: {figure} {target}.", "{value}时：{figure}{target}。";
        FarJump: "At {value} it jumps over the target: {figure} from {before} to {after}.", "{value}处越过目标：{figure}由{before}跳到{after}。";
        FarFlat: "From {low} to {high} it stays at the target: {figure} {target}.", "{low}至{high}之间保持在目标上：{figure}{target}。";
        FarNever: "{lever} does not move {figure} on this pathway.", "在这条路径上，{lever}不影响{figure}。";
        FarMost: "Not reachable: {figure} {target}. At most {best}, at {value}.", "无法达到：{figure}{target}。{value}时最高，为{best}。";
        FarLeast: "Not reachable: {figure} {target}. At least {best}, at {value}.", "无法达到：{figure}{target}。{value}时最低，为{best}。";
        SetLever: "Set it to {value}", "设为{value}";
        LeverSet: "{lever}: {value}", "{lever}：{value}";
        CurveName: "{figure} as the lever moves: {lever}", "{figure}随可调项的变化：{lever}";
        CurveMarks: "Band: 5–95\u{202F}% of the draws. Dashed: the target. Hollow: now. Filled: where it is met.",
            "色带为抽样的5%–95%，虚线为目标，空心为现在，实心为达到目标处。";
        MapName: "Map of two levers: {figure}", "两个可调项的图：{figure}";
        MapMarks: "The darker the more. Solid line: equal to “{pathway}”. Dashed: hours gained equal hours lost. Hollow: now. Arrows walk over the map.",
            "颜色越深数值越大，实线处与“{pathway}”相等，虚线处新增与减少工时相等，空心为现在。方向键可在图上移动。";
        MapPlace: "{lever} {x}, {beside} {y}: {figure} {value}", "{lever}{x}，{beside}{y}：{figure}{value}";
        MapEqual: "{beside} as now ({now}): equal to “{pathway}” at {lever} {values}.", "{beside}保持{now}时，{lever}为{values}即与“{pathway}”相等。";
        MapNotEqual: "{beside} as now ({now}): nowhere equal to “{pathway}”.", "{beside}保持{now}时，没有与“{pathway}”相等之处。";
        MapEven: "{beside} as now ({now}): hours even out at {lever} {values}.", "{beside}保持{now}时，{lever}为{values}即新增与减少工时相等。";
        MapNotEven: "{beside} as now ({now}): hours nowhere even out.", "{beside}保持{now}时，没有工时相等之处。";
        SliderMark: "the target is met at {value}", "{value}时达到目标";
        FieldMark: "How far: {met}", "要到多少：{met}";
        OtherLever: "Turn another figure", "另选可调项";
        NoLever: "This figure is not used on the pathway.", "这条路径没有用到这一数值。";

        NoPathway: "There is no pathway yet to advise on.", "还没有可供建议的路径。";
    }
}
