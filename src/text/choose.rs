//! Words of the lists to choose from: pathways and stages to add.

use super::messages;

messages! {
    /// Words of the lists to choose from.
    pub enum ChooseMsg {
        // any list
        Search: "Search", "搜索";
        SearchHint: "Name or word, in either language", "名称或词语，中英文均可";
        Nothing: "Nothing is called that. Try another word.", "没有匹配项，请换一个词。";
        Keys: "↑ ↓ choose, Enter adds, Esc closes", "↑ ↓选择，Enter添加，Esc关闭";
        Place: "Place of work: {place}", "工作地点：{place}";

        // pathways
        PathwayTitle: "Add a pathway", "添加路径";
        PathwayPresets: "Presets", "预设路径";
        PathwaySamples: "From the samples", "来自示例";
        PathwayCopies: "Copies of this project’s", "本项目路径的副本";
        SampleAbout: "From the sample “{sample}”", "来自示例“{sample}”";
        CopyAbout: "The same stages and shares under a name of its own", "环节与占比相同，名称另起";
        SharesOf: "{stage} leads to", "{stage}之后";
        RestNote: "Without a grade: what is left; among several stages it is split in the proportions of China today.",
            "未标等级的为余下部分；去向不止一个时，按中国现状的比例分配。";

        // stages
        StageTitle: "Add a stage", "添加环节";
        ExitTitle: "Where {stage} leads", "{stage}的去向";
        RerouteTitle: "Lead {from} to another stage instead of {to}", "{from}不再通往{to}，改为通往";
        GroupHere: "Stages of this pathway", "本路径已有环节";
        GroupAgain: "Use it again", "再次使用";
        GroupCollect: "Collect and sort", "回收与分拣";
        GroupRecycle: "Take it apart: recycling", "拆解与再生利用";
        GroupEnd: "Where mass ends", "最终去处";
        GroupWorn: "Worn", "穿用";
        HereAbout: "Leads on as it does now", "后续流向不变";
        TypicalShares: "Leads on with", "后续流向";
        TypicalEntry: "Usual share from {stage}", "来自{stage}的常见占比";
        NoEntry: "No usual share is known: it starts at 0\u{202f}%.", "没有常见占比，从0%开始。";
        Takes: "Of this product it takes", "可接收本产品的";
        TakesFull: "in full", "无损失";
        TakesLoss: "with loss", "有损失";
        TakesNone: "It takes no part of this product: the mass goes on to where refused parts go. Its gates say why.",
            "本产品没有可接收的部件：全部转往拒收部件的去向，原因见接收条件。";

        // exits
        Reroute: "Lead {from} elsewhere than to {to}", "将{from}改为不再通往{to}";
        RemoveExit: "Remove the exit to {to}", "删除通往{to}的去向";
        Undecided: "not yet decided: {share}", "尚未决定：{share}";
        Adjusted: "from the library’s {share}, grade {grade}", "由资料库{share}调整，等级{grade}";
        Left: "what is left", "余下部分";
        Everything: "everything", "全部";
        RenameStage: "New name of the stage {name}", "环节“{name}”的新名称";
        GoalMark: "national goal 2030: {share}", "国家2030年目标：{share}";
        Penalty: "Output lowered to {share} of the usual ({basis})", "产出降为通常的{share}（{basis}）";
    }
}
