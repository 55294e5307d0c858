//! Words of what is printed: the page, the full report, the hand-out.

use super::messages;

messages! {
    /// Words of printed documents.
    pub enum PaperMsg {
        // what there is
        Page: "One page", "一页纸";
        Full: "Full report", "完整报告";
        Handout: "Hand-out", "讲义";
        About: "{kind}: {product}", "{kind}：{product}";
        PagePdf: "One page as PDF…", "一页纸导出为PDF…";
        FullPdf: "Full report as PDF…", "完整报告导出为PDF…";
        HandoutPdf: "Hand-out as PDF…", "讲义导出为PDF…";
        PrintPage: "Print one page…", "打印一页纸…";
        Writing: "Writing {file}…", "正在写入{file}…";
        Drawing: "Drawing the picture…", "正在绘制图片…";
        Stop: "Stop writing", "停止写入";
        StopShort: "Stop", "停止";
        NotWriting: "Nothing is being written", "没有正在写入的文件";
        Stopped: "Stopped; nothing was written.", "已停止，未写入文件。";
        AtSystem: "The page is in your PDF viewer, from where it can be printed: {file}", "已在PDF阅读器中打开，可在那里打印：{file}";
        AtPrinter: "The page is in the print dialog of your system: {file}", "已交给系统的打印对话框：{file}";
        NoViewer: "No program for PDF answered. The page lies here, ready to be printed: {file}", "没有程序能打开PDF。文件在此，可自行打印：{file}";
        NeedsPdf: "“{file}” must end in .pdf", "“{file}”的扩展名必须是.pdf";
        NoPathway: "There is no pathway with an answer to print yet.", "还没有可打印的路径结果。";

        // the head
        Variant: "variant", "方案";
        Author: "author", "作者";
        AuthorField: "Author on documents; kept for the next one, may stay empty", "文档作者（下次沿用，可留空）";
        Date: "date", "日期";
        File: "file", "文件";
        Version: "Reloom", "再织（Reloom）";
        Seed: "seed", "抽样种子";
        Draws: "draws", "抽样次数";
        Blank: "____________", "____________";

        // the page
        MadeOf: "What it is made of", "它由什么组成";
        SideBySide: "Pathways side by side", "各路径对比";
        Ends: "Where it ends", "最后去哪里";
        Lives: "lives each", "使用周期数";
        Mci: "MCI", "MCI";
        MciMarks: "quality: hollow", "品质：空心";
        Avoided: "new pieces avoided", "少做新衣";
        Work: "Work per 1000 pieces, against the baseline", "每千件工时的增减（与基准相比）";
        Lost: "lost", "减少";
        Gained: "gained", "新增";
        ByPlace: "by place", "按地点";
        OwnWork: "own work {hours}", "自身工时{hours}";
        Flow: "Where each gram goes: {pathway}", "每一克的去向：{pathway}";
        Blockers: "Three blockers, and what removing each gains", "三项主要障碍及消除后的改善";
        Decide: "Five assumptions that decide", "起决定作用的五项假设";
        Assumption: "assumption", "假设";
        Value: "value", "数值";
        DecideHint: "net change with each alone at its 5 % and 95 % point", "每项单独取5%与95%分位时的净变化";
        DecideHintOwn: "own work with each alone at its 5 % and 95 % point", "每项单独取5%与95%分位时的自身工时";
        Own: "Typed in or assumed", "自行填写与假设的数值";
        Typed: "typed in: {names}", "自行填写：{names}";
        TypedNone: "no figure of the library was replaced", "未替换资料库中的任何数值";
        Assumed: "assumed: {names}", "按假设计：{names}";
        AssumedNone: "nothing about the product is assumed", "产品信息均已填写，无假设";
        Shares: "shares of {pathway} ({count})", "“{pathway}”的去向占比（{count}项）";
        More: "further: {count}", "另有{count}项";
        Sources: "Sources and limits", "来源与局限";
        SourceNumber: "{count} sources.", "共{count}项来源。";
        SourceCount: "{count} sources, among them: {names}.", "共{count}项来源，其中：{names}。";
        Limits: "All figures are estimates from published or assumed factors, not measurements of this product; ranges hold 90 of 100 draws. Work counts direct hours in the stages shown. This page certifies nothing.",
            "所有数值均由公开或假设的系数估算，并非对本产品的实测；区间含100次抽样中的90次。工时只计所示环节的直接用工。本页不构成任何认证。";

        // the full report
        Parts: "Parts", "部件";
        Part: "part", "部件";
        Mass: "mass", "重量";
        Fibres: "fibres", "成分";
        Feed: "feedstock", "原料来源";
        Comes: "comes off", "可拆卸性";
        Routes: "Routes and parts", "处理路线与部件";
        Route: "route", "路线";
        Takes: "takes", "可接收";
        JobCard: "Job card", "岗位卡";
        Line: "question", "问题";
        Words: "what the figures say", "数值说明";
        Figures: "All figures", "全部指标";
        Figure: "figure", "指标";
        Matters: "What matters most", "影响最大的假设";
        MattersFor: "{figure}, {pathway}", "{figure}：{pathway}";
        Why: "Why it differs from the baseline", "为什么与基准不同";
        Practised: "Who does this already", "谁已经在这样做";
        PractisedHint: "For the routes and stages of the pathways shown, nearest to {home} first. Figures are as published; what a case means for a designer is our judgement.",
            "对应所示路径的处理路线与环节，离{home}近的在前。数字均为公布值；对设计师的启示为本工具的判断。";
        ParkAt: "What is set in one place: {place}", "一地汇总：{place}";
        ParkHint: "At the annual volume, of stages other than wearing, in the place with most hours: what a stage takes in, what crosses the edge of the place, \
            and what all pathways would come to beside each other.",
            "按年产量计，取工时最多的一地，不含穿用环节：各环节的接收量、进出该地的量，以及各条路径同时开展时的合计。";
        ParkEnters: "Enters, t a year", "进入（吨/年）";
        ParkLeaves: "Leaves, t a year", "离开（吨/年）";
        Everything: "All assumptions", "全部假设";
        EverythingHint: "Every factor and share of grade D behind these figures, and every figure typed in.", "以上结果所用的全部等级D系数与占比，以及自行填写的数值。";
        Grade: "grade", "等级";
        Range: "range", "区间";
        AllSources: "Sources", "来源";
        Method: "The method in brief", "方法简述";
        MethodFlow: "Each pathway is a network of stages. One sold piece enters; at every stage shares say where it goes next, gates say which parts a route takes. The network is solved exactly, loops included, and mass in equals mass out.",
            "每条路径是一张由环节组成的网络。一件售出的产品进入网络，各环节按占比流向下一处，处理路线按接收条件决定接收哪些部件。网络（含循环）精确求解，进出重量相等。";
        MethodWork: "Hours are flow times factor, at each stage and place. Work gained or lost is the difference from the baseline, line by line; what a longer life or recycled fibre replaces counts as lost by the same boundary.",
            "工时等于流量乘以系数，逐环节、逐地点计算。新增与减少为与基准的逐项之差；延长使用或循环再利用的纤维所替代的用工，按同一边界计为减少。";
        MethodRange: "Every factor has a range and a grade from A (official statistic or model) to D (assumption). All are drawn together; bands run from the 5 % to the 95 % point. Two pathways are told apart only where 90 of 100 draws agree.",
            "每个系数都有区间和等级，从A（官方统计或模型）到D（假设）。全部系数同时抽样，区间为5%至95%分位。只有100次抽样中90次一致，才说两条路径有高低之分。";
        Formula: "formula", "公式";

        // the hand-out
        Question: "Which pathway keeps most of this piece in use – and whose work grows, whose shrinks?", "哪条路径最能让这件产品留在使用中？哪些用工增加，哪些减少？";
        ThreeWays: "Where the mass of each pathway ends", "各路径的重量最后去哪里";
        Gains: "Whose work grows", "新增的用工";
        Losses: "Whose work shrinks", "减少的用工";
        Nothing: "nothing on this side", "无";
        Eleven: "Job card in eleven lines: {pathway}", "岗位卡十一行：{pathway}";
        TwoQuestions: "Two questions to ask a partner", "向合作方提的两个问题";
        FiveTerms: "Five terms", "五个术语";
        Monday: "What I change on Monday", "周一我要改变什么";
        MondayPart: "On the product", "在产品上";
        MondayPartner: "With a partner", "与合作方";
    }
}
