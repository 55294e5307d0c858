//! Words of the page of many products.

use super::messages;

messages! {
    /// What is said of many products at once.
    pub enum CollectionMsg {
        Title: "Collection of products", "产品清单";
        Empty: "Open a list of product lines (.csv, .xlsx: style, kind, composition, mass, pieces) or a folder of projects. Each is reckoned as if it stood alone, on each of its pathways.",
            "请打开产品清单（.csv、.xlsx：款号、种类、成分、重量、件数）或项目文件夹。每款单独计算，并计算其各条路径。";
        OpenList: "Open a list", "打开清单";
        OpenTitle: "Open a list of products or a folder of projects", "打开产品清单或项目文件夹";
        ExportTitle: "Save the table of products", "保存产品表格";
        ExportTable: "Save as table (.csv)", "另存为表格（.csv）";
        Lists: "Lists of products", "产品清单文件";
        Exported: "Saved: {file}", "已保存：{file}";
        Progress: "{done} of {all} lines", "已完成{done}/{all}行";
        ProgressOpen: "{done} lines", "已完成{done}行";
        Cancel: "Stop reckoning", "停止计算";
        Broke: "The work broke off. Open the list once more.", "计算中断，请重新打开清单。";
        Count: "{shown} of {all} products in {file}", "{file}：共{all}款，显示{shown}款";
        Search: "Style, kind or remark", "款号、种类或备注";
        OwnWay: "What each group made", "各组所做路径";
        Way: "Pathway", "路径";
        OfGroups: "In the collection of products", "在“产品清单”中查看";
        Ways: "Shown on the pathway", "显示的路径";
        Kinds: "Kinds of garment shown", "显示的服装种类";
        AllKinds: "All kinds", "全部种类";
        Lines: "Lines shown", "显示的行";
        AllLines: "All lines", "全部行";
        DoubtfulLines: "With a doubt", "有疑问";
        BadLines: "Not read", "未读取";
        AsTable: "As a table", "表格视图";
        AsCharts: "As charts", "图表视图";
        View: "How the products are shown", "产品的显示方式";
        WithRanges: "Totals with ranges", "合计含区间";
        Style: "Style number", "款号";
        Kind: "Kind", "种类";
        Mass: "Mass of a piece", "单件重量";
        Pieces: "Pieces a year", "年产量（件）";
        Untaken: "Nothing takes", "无去处";
        UntakenHint: "mass of a year that is burnt, lies in a landfill or has no end yet", "一年中被焚烧、填埋或尚无去向的重量";
        SortBy: "Sort by: {column}", "排序：{column}";
        NothingShown: "No product is like that. Take a word or a choice away.", "没有符合的产品，请减少词语或条件。";
        NoAnswer: "no answer here", "此路径无结果";
        OpenLine: "Open as a project", "作为项目打开";
        Totals: "Totals of all products, a year", "全部产品的年度合计";
        TotalsOf: "{products} products, {pieces} pieces, {mass}", "{products}款，{pieces}件，{mass}";
        Uncounted: "{count} without hours against their baseline", "其中{count}款无法与基准比较工时";
        Hours: "Hours by work and place", "按工作和地点的工时";
        LineOf: "{activity}, {place}", "{activity}·{place}";
        Few: "{few} of {all} styles hold 80 % of the mass that nothing takes, {mass} a year.", "{all}款中的{few}款占无去处重量的80%（每年共{mass}）。";
        FewNone: "Nothing of the mass is without a taker.", "没有无去处的重量。";
        Histogram: "Styles by {figure}", "各款的分布：{figure}";
        Across: "Figure across", "横轴数值";
        Up: "Figure up", "纵轴数值";
        Scatter: "{up} over {across}", "{across}（横）与{up}（纵）";
        Pareto: "Share of that mass held by the first styles", "前若干款所占的无去处重量";
        BarSaid: "{low} to {high}: {count} styles", "{low}至{high}：{count}款";
        Most: "{count} styles at most in one field", "单格最多{count}款";
        OneMove: "One change across all", "同一改动用于全部产品";
        Choose: "Choose a change", "选择改动";
        MoveSaid: "{gain} of the mass recycled at the same grade ({before} → {after}); {applies} of {all} styles change, {opens} open a route.",
            "同级再生利用占总重量变化{gain}（{before} → {after}）；{all}款中{applies}款有变化，{opens}款打开路线。";
        MoveNone: "It can be made on none of these styles.", "这些款式都无法采用此改动。";
    }
}
