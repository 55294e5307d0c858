//! Words of the beginning: first screen, start from a label, what was assumed, tour.

use super::messages;

messages! {
    /// What the first screen says.
    pub enum StartMsg {
        Title: "Where do you start from?", "从哪里开始？";
        Lead: "See how circular a garment can become, and which work that creates and takes away.",
            "看一件服装的循环度能有多高，会增加、减少哪些用工。";
        SampleTitle: "Open a sample", "打开示例";
        SampleBody: "A finished product with several pathways after use. Look around, then change it.",
            "先看一件现成产品及其使用后的几条路径，再动手改。";
        LabelTitle: "Start from a label", "从成分标签开始";
        LabelBody: "Paste the composition, in English, Chinese or 35 more languages, choose the kind of garment: a first result in under a minute.",
            "粘贴成分（中文、英语、欧盟各语言等37种语言），选择服装种类，一分钟内看到第一个结果。";
        TableTitle: "Import a bill of materials", "导入物料清单";
        TableBody: "Bring the Excel or CSV sheet that you already have.", "直接使用手头的Excel或CSV表格。";
        TableHeads: "Shell 65/35|Lining|Zip 60 cm", "面料65/35|里料|拉链60cm";
        TagLines: "95% cotton|5% elastane|180 g/m²", "95%棉|5%氨纶|180g/㎡";
        SamplesTitle: "Choose a sample", "选择示例";
        Back: "Back", "返回";
        RecentTitle: "Recent files", "最近的文件";
        Missing: "not found: moved, or its disk is not connected", "找不到：可能已移动，或磁盘未连接";
    }
}

messages! {
    /// What the page for labels says.
    pub enum LabelPageMsg {
        Field: "Composition, as on the label or hanger card", "成分，按标签或吊牌上的写法";
        Example: "95% cotton 5% elastane, 180 g/m²", "95%棉 5%氨纶，180g/㎡";
        Kind: "Kind of garment", "服装种类";
        KindSearch: "Search kinds", "搜索种类";
        NoKind: "No kind is called that.", "没有这个种类。";
        Reading: "As it is read", "识别结果";
        Languages: "Read in {count} languages: English, Chinese, those of the EU, Norwegian, Turkish, Russian, Ukrainian, Japanese, Korean, Arabic, Hindi, Bengali, Thai, Vietnamese, Indonesian.",
            "可读{count}种语言：中文、英语、欧盟各语言、挪威语、土耳其语、俄语、乌克兰语、日语、韩语、阿拉伯语、印地语、孟加拉语、泰语、越南语、印度尼西亚语。";
        NothingYet: "Paste a label above: its parts and fibres appear here.", "在上方粘贴成分，这里会显示部件和纤维。";
        Gsm: "{gsm} g/m²", "{gsm}g/㎡";
        Recycled: "{share} of it recycled", "其中循环再利用{share}";
        Unknown: "unknown fibre", "未知纤维";
        Open: "open", "待填";
        Replace: "Put {fibre} in place of it", "替换为{fibre}";
        OtherFibre: "other fibre", "其他纤维";
        SumOff: "{part}: the percentages add up to {sum}, not 100. What holds?", "{part}：百分比合计{sum}，不是100%。应如何处理？";
        Keep: "Leave as it is", "保持原样";
        Scale: "Scale to 100 %", "按比例调整到100%";
        Rest: "The rest is other fibres", "其余为其他纤维";
        Show: "Show result", "查看结果";
        NeedLabel: "Paste a composition first.", "请先粘贴成分。";
        NeedKind: "Choose the kind of garment.", "请选择服装种类。";
        NeedFibre: "Choose a fibre for what is not known.", "请为未知的名称选择一种纤维。";
        NeedSum: "{part}: more than 100 %. Scale it or mend the text.", "{part}：超过100%。请按比例调整或修改文字。";
        Ready: "Everything the label does not say is assumed, listed and can be changed.", "标签没有写的内容都会列为假设，可以修改。";
    }
}

messages! {
    /// What is said of what nobody has stated.
    pub enum AssumedMsg {
        Title: "First result", "初步结果";
        Result: "Result", "结果";
        Today: "Circularity, {name}", "循环度（{name}）";
        Best: "Up to {mci} with {name}", "最高{mci}（{name}）";
        Heading: "Assumed", "假设";
        Count: "{count} assumed", "{count}项假设";
        Word: "assumed", "假设";
        Lead: "Nobody has stated these yet. What you set is no longer assumed.", "以下各项尚未填写，暂按假设计算；填写后不再标为假设。";
        None: "Nothing is assumed any more.", "已无假设项。";
        Of: "{part}, {what}", "{part}：{what}";
        Mass: "mass", "重量";
        MassHint: "Usual mass of this kind of garment, shared out over the parts of the label; with its g/m² where given.",
            "按该种类的常用重量分摊到标签的各部件；标有克重时按克重计算。";
        Making: "cloth", "织造";
        MakingHint: "Usual for this kind of garment.", "按该种类的常用做法。";
        Loss: "cutting loss", "裁剪损耗";
        LossHint: "Usual cutting loss of this kind of garment.", "按该种类的常用裁剪损耗。";
        WearsHint: "Average of this kind of garment.", "按该种类的平均值。";
        SampleHint: "Taken over from the sample.", "沿用示例。";
        ShareHint: "Taken over from the library.", "沿用资料库数值。";
        Shares: "{count} shares", "{count}项占比";
        Exit: "{from} → {to}", "{from} → {to}";
        NotCounted: "Thread, zips, buttons and care labels are on no label: add them as parts where they matter.",
            "缝纫线、拉链、纽扣和洗唛不写在成分标签上，需要时请另加部件。";
    }
}

messages! {
    /// What the tour says.
    pub enum TourMsg {
        Begin: "Take the tour", "开始操作引导";
        GoOn: "Go on with the tour", "继续操作引导";
        Name: "Tour", "操作引导";
        At: "{at} of {all}", "{at}/{all}";
        Back: "Back", "上一步";
        Next: "Next", "下一步";
        Done: "Done", "完成";
        Leave: "Leave the tour", "退出操作引导";

        PartsTitle: "What it is made of", "它由什么组成";
        PartsWhat: "Each bar is a part, as long as its mass. Click one to select it.", "每一段是一个部件，长度代表重量。点击即可选中。";
        FibreTitle: "Change a fibre share", "改一种纤维的占比";
        FibreWhat: "Drag the slider or type a figure. The scores at the foot answer at once; Ctrl+Z takes it back.",
            "拖动滑块或输入数字，下方得分立即变化；按Ctrl+Z可撤销。";
        DiagramTitle: "Where it goes", "用后去哪里";
        DiagramWhat: "Read from left to right: each band is as wide as its mass. Click a stage to open it.", "从左到右看，每条带的宽度代表重量。点击环节即可打开。";
        ExitTitle: "Shift where it goes", "调整去向";
        ExitWhat: "At discard the owner decides: collected, burnt or buried. Give collection more and watch the bands.",
            "丢弃时决定去向：回收、焚烧或填埋。把回收调高，看各条带如何变化。";
        CompareTitle: "Compare side by side", "并排比较";
        CompareWhat: "One question a row: what stays at its grade, how long it is worn, how circular (the hollow mark weighs quality), which work comes and goes.",
            "一行一个问题：同级再生利用多少、穿多久、循环度多高（空心标记按品质加权）、哪些用工增减。";
        FigureTitle: "Open any figure", "打开任一数字";
        FigureWhat: "Here is how it is calculated, with your numbers, and where each factor comes from.", "这里是它的算法、代入的数值，以及每个系数的来源。";
    }
}
