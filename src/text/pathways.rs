//! Words of the pathways page: list, diagram, inspector.

use super::messages;

messages! {
    /// Words of the pathways page.
    pub enum PathwaysMsg {
        // list
        AddPathway: "Add a pathway", "添加路径";
        SetBaseline: "Make it the baseline", "设为基准";
        IsBaseline: "This is the baseline", "当前基准";
        CompareTick: "Compare {name}", "比较{name}";
        ComparedCount: "Compared side by side: {count}", "并排比较：{count}条";
        LeastCompared: "At least two pathways are compared", "至少比较两条路径";
        MostCompared: "At most four pathways are compared", "最多比较四条路径";
        OnlyPathway: "The only pathway cannot be deleted", "仅有一条路径，不能删除";
        RenameHint: "New name of {name}", "{name}的新名称";
        BaselineRow: "{letter} {name}, baseline", "{letter} {name}，基准";
        Row: "{letter} {name}", "{letter} {name}";
        NoAnswer: "No result", "无结果";
        NoAnswerTitle: "This pathway gives no result yet", "这条路径暂时没有结果";
        NoAnswerHint: "Select the stage named above in the list beneath and mend it, or undo the last step.",
            "请在下方列表中选择上文提到的环节并加以修改，或撤销上一步。";
        NoPathway: "No pathway yet", "还没有路径";
        NoPathwayHint: "Add one from the presets or build one from nothing: it says what becomes of the product after use.",
            "请添加一条预设路径，或从空白开始：路径说明产品使用后的去向。";

        // title
        MaxLives: "Lives at most", "最多使用周期数";
        MaxLivesHint: "The most lives that one garment gets, the first included; empty: no limit",
            "一件服装最多经历的使用周期数，含首次使用；留空表示不设上限";

        // diagram
        BandProduct: "Product", "产品";
        BandUse: "Use", "穿用";
        BandSorted: "Sorted", "分拣与再生利用";
        BandEnds: "Ends", "去处";
        MoreStages: "{count} more", "其余{count}项";
        ThinFlows: "{title} · {count} thinner flows are not drawn", "{title} · 另有{count}条细流未画出";
        OutputEnd: "{class}: {route}", "{class}·{route}";
        MassShare: "{mass} · {share}", "{mass} · {share}";
        TimesMass: "{times}× a piece · {mass}", "每件{times}次 · {mass}";
        MoreRefused: "{count} more parts are refused.", "另有{count}个部件被拒收。";
        RefusedShort: "refused {mass}", "拒收{mass}";
        ComesBack: "{stage}: comes back {times}×", "{stage}：回到穿用{times}次";
        LeadsBack: "{stage}: back to {to} {times}×", "{stage}：回到{to}{times}次";
        Narrowed: "{words} (drawn narrower)", "{words}（线宽缩减）";
        NarrowedHint: "Drawn narrower than its mass: this loop carries the piece many times. All other widths follow the mass.",
            "同一件产品多次经过此循环，图中线宽按比例尺缩减；其余线宽均与重量成比例。";
        FlowOf: "{from} to {to}: {mass}, {share} of the piece", "{from} → {to}：{mass}，占单件{share}";
        FlowTimes: "{from} to {to}: {mass}, {times}× a piece", "{from} → {to}：{mass}，每件{times}次";
        FlowOutput: "{from}, output to {to}: {mass}, {share} of the piece", "{from}的产出 → {to}：{mass}，占单件{share}";
        FlowResidue: "{from}, residue to {to}: {mass}, {share} of the piece", "{from}的残余 → {to}：{mass}，占单件{share}";
        FlowRemoved: "{from}, parts taken off to {to}: {mass}, {share} of the piece",
            "{from}前拆下的部件 → {to}：{mass}，占单件{share}";
        FlowRefused: "{from}, refused and sent to {to}: {mass}, {share} of the piece",
            "{from}拒收 → {to}：{mass}，占单件{share}";
        FlowBack: "{from} back to {to}: {times}× per piece sold, {mass}", "{from}回到{to}：每售出一件{times}次，{mass}";
        Sold: "Sold into {stage}: {mass}", "售出，进入{stage}：{mass}";
        Visits: "{stage}: {visits} visits per piece sold, {mass}", "{stage}：每售出一件经过{visits}次，{mass}";
        Reaches: "{stage}: {mass}, {share} of the piece", "{stage}：{mass}，占单件{share}";
        Diagram: "Flow diagram of {name}", "{name}的物质流图（桑基图）";
        DiagramKeys: "Tab goes from stage to stage, arrows along the flows, Enter opens", "Tab键切换环节，方向键沿流向移动，Enter键打开";

        // inspector: a stage
        BackToGates: "Back to the pathway", "返回路径";
        PerPiece: "per piece sold", "每售出一件";
        Through: "Passes here", "经过此处";
        EndsHere: "Ends here", "止于此处";
        Passages: "{times}× a piece", "每件{times}次";
        Place: "Place of work", "工作地点";
        Exits: "Exits", "去向";
        ExitsSum: "together {sum}", "合计{sum}";
        LibraryShare: "library {share}, grade {grade}", "资料库{share}，等级{grade}";
        OwnShare: "own figure", "自定数值";
        OfSample: "of the sample", "示例自带";
        AddStage: "Add a stage", "添加环节";
        RemoveStage: "Remove this stage", "删除此环节";
        StartStays: "Every piece sold starts here, so this stage stays", "售出的每件产品都从此环节开始，不能删除";
        AddedEnd: "The end of a route; it goes with its route", "处理路线的产出，随路线一同存在";
        Route: "Recycling route", "处理路线";
        DragShare: "Drag to change the share: {from} to {to}", "拖动可调整占比：{from} → {to}";
        LeadTo: "Lead {from} to {to}; its share is set beside", "从{from}通往{to}，占比在右侧设置";
        NothingLeads: "Nothing leads here yet: drag a stage onto it in the diagram, or lead something here.",
            "还没有环节通往这里：在图中把一个环节拖到它上面，或在此选择来源。";
        LeadHere: "Lead something here", "选择来源环节";
        OnlyExit: "The only exit cannot be removed", "仅有一个去向，不能删除";
        AddExit: "Add an exit", "添加去向";
        ReferenceGoal: "National goal 2030: {share} recirculated (NDRC, MOFCOM, MIIT 2022)",
            "国家目标：2030年废旧纺织品循环利用率{share}（发改环资〔2022〕526号）";
        Fallback: "When no other exit is left", "无其他去向时转往";
        RefusedTo: "Refused parts go to", "拒收部件去向";
        ResidueTo: "Residue and removed trims go to", "残余与拆下辅料去向";
        Nowhere: "nowhere yet", "尚未选择";
        Wears: "wears", "次";
        OwnWears: "Wears of the owned piece that hiring replaces", "租用所替代的自有衣物的穿着次数";
        ClosedShare: "Output that returns to this product", "产出返回本产品的占比";
        LibraryDefault: "Library: {value}, {name}, grade {grade}", "资料库：{value}（{name}，等级{grade}）";
        LibraryNothing: "Not given: nothing returns", "未填写：无返回";
        UseLibrary: "Use the library’s figure", "采用资料库数值";
        FromStages: "Where it comes from", "来源";

        // inspector: gates
        Takes: "What it takes", "接收什么";
        GateTable: "Gates of this pathway", "本路径的接收条件";
        NoGates: "No recycling stage on this pathway.", "这条路径没有再生利用环节。";
        Reaching: "{mass} arrives", "到达{mass}";
        TakenRefused: "{taken} taken, {refused} refused", "接收{taken}，拒收{refused}";
        Notices: "Worth knowing", "须知";
        Mend: "To mend", "待修改";
        NoNotices: "Nothing odd about this pathway.", "这条路径没有异常。";
        Balance: "Mass balance: in and out differ by {mass}", "质量平衡：流入与流出相差{mass}";
        PickStage: "Select a stage in the diagram to set its shares.", "在图中选择一个环节即可调整占比。";
        Stages: "Stages", "环节";
    }
}
