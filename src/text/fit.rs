//! Words of "which part blocks what": verdicts, reasons, blockers, the garment drawn flat.

use super::messages;

messages! {
    /// What is said of routes and parts.
    pub enum FitMsg {
        // what the page can show
        Aspect: "What the page shows", "显示内容";
        AspectParts: "Parts", "部件";
        AspectFlat: "Drawing", "款式图";
        AspectRoutes: "Routes", "处理路线";
        AspectHints: "Improve", "改进建议";

        // verdicts
        Fits: "fits", "适合";
        FitsWithLoss: "fits with loss", "适合但有损失";
        FitsNot: "does not fit", "不适合";

        // reasons: what was found, what the route takes
        Wanted: "of the fibres it wants", "目标纤维";
        FitsMain: "{found} {wanted}", "{wanted}{found}";
        FitsNone: "nothing that it must leave out", "没有必须剔除的成分";
        WhyMain: "{found} {wanted}; takes {limit} or more", "{wanted}{found}，要求{limit}以上";
        WhyMainBound: "{found} {wanted}; takes {limit}, from {bound} with loss",
            "{wanted}{found}，要求{limit}以上，{bound}起有损失";
        WhyNone: "no {wanted}; takes {limit} or more", "不含{wanted}，要求{limit}以上";
        WhyNoneOfThem: "none of the fibres it wants; takes {limit} or more", "不含目标纤维，要求{limit}以上";
        WhyElastane: "{found} elastane; takes {limit} at most", "氨纶{found}，最多{limit}";
        WhyElastaneBound: "{found} elastane; takes {limit}, up to {bound} with loss",
            "氨纶{found}，最多{limit}，{bound}以内有损失";
        WhyOther: "{found} other fibres; takes {limit} at most", "其他纤维{found}，最多{limit}";
        WhyOtherBound: "{found} other fibres; takes {limit}, up to {bound} with loss",
            "其他纤维{found}，最多{limit}，{bound}以内有损失";
        WhyCoating: "coated or laminated; takes none", "有涂层或复合，不接收";
        WhyCoatingLoss: "coated or laminated; costs yield", "有涂层或复合，得率降低";
        WhyPrint: "printed; takes none", "有印花，不接收";
        WhyPrintLoss: "printed; costs yield", "有印花，得率降低";
        WhyHard: "hard, no fibre", "硬质，不含纤维";
        WhyNothing: "next to nothing comes out ({found})", "几乎没有产出（{found}）";
        WhyHardTaken: "hard, taken as it is", "硬质，原样接收";
        JudgedLimit: "Judged: no figure was found for this limit", "判断值：未找到这一限值的数据";
        OpenLimit: "Opens the limit with its source, grade {grade}", "点开查看限值及来源，等级{grade}";

        // the garment drawn flat
        Route: "Route", "路线";
        FlatName: "The garment for {route}", "服装款式图：{route}";
        PartSpoken: "{part}: {verdict}, {why}", "{part}：{verdict}，{why}";
        MoreParts: "{count} lighter parts without words: point at them", "另有{count}个较轻部件未标注，可指向图形查看";
        Limit: "Limit", "限值";
        RouteSum: "takes {taken} of {whole}", "{whole}中可接收{taken}";

        // routes by parts
        MatrixTaken: "Takes", "可接收";
        MatrixHint: "A route opens the drawing, a cell its limit.", "点选路线可查看款式图，点选格子可打开限值。";
        MatrixLighter: "The {count} heaviest parts", "最重的{count}个部件";

        // blockers
        BlockersTitle: "What blocks most", "最主要的障碍";
        BlockersNone: "Nothing blocks: every part fits the routes made for its main fibre.",
            "没有障碍：每个部件都适合面向其主要纤维的路线。";
        BlockersHint: "Ranked by the mass of one piece that a route keeps out or loses.",
            "按每件产品中未被接收或损失的重量排序。";
        CauseFibres: "only {found} {fibre}", "{fibre}只占{found}";
        CauseElastane: "{found} elastane", "氨纶{found}";
        CauseOther: "{found} other fibres", "其他纤维{found}";
        CauseCoating: "coated or laminated", "有涂层或复合";
        CausePrint: "printed", "有印花";
        CauseStaysOn: "stays on", "不可拆卸";
        CauseEffort: "comes off with effort only", "较难拆卸";
        BlockerHead: "{part}: {cause}", "{part}：{cause}";
        BlockerMass: "keeps out {mass}", "未接收{mass}";
        BlockerLoss: "costs up to {mass}", "最多损失{mass}";
        BlockerGain: "score of {pathway} {before} → {after} without it", "若消除，“{pathway}”得分{before}→{after}";
        BlockerStays: "routes that leave it out and cut cloth away around it: {count}", "{count}条路线须将其剔除，并剪掉周围的布";
        BlockerRoute: "{route}: {why}", "{route}：{why}";
        BlockerMore: "further routes: {count}", "另有{count}条路线";
    }
}
