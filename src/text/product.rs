//! Words of the product page.

use super::messages;

messages! {
    /// What the product page says.
    pub enum ProductMsg {
        // headline
        Headline: "{mass}, {waste} cutting waste, {recycled} recycled",
            "{mass}，裁剪废料{waste}，循环再利用{recycled}";
        HeadlineOther: "{mass}, {waste} cutting waste, {recycled} recycled, mostly bottles or the like",
            "{mass}，裁剪废料{waste}，循环再利用{recycled}，主要来自瓶片等其他废料";
        HeadlineTextile: "{mass}, {waste} cutting waste, {recycled} recycled, mostly from textiles",
            "{mass}，裁剪废料{waste}，循环再利用{recycled}，主要来自废旧纺织品";
        HeadlineAnswer: "{pathway}: {same} recycled at the same grade, MCI {mci}, quality-weighted {quality}; per 1000 pieces {gained} created, {lost} lost",
            "{pathway}：同级再生利用{same}，MCI {mci}，品质加权{quality}；每千件新增{gained}，减少{lost}";
        HeadlineMore: "{gross} bought as cloth and trims, {fibre} of fibre spun", "面辅料用量{gross}，所需纤维{fibre}";

        // bars
        MassBar: "Parts by mass", "各部件重量";
        OtherParts: "{count} small parts", "其余{count}个小部件";
        FibresTitle: "Fibres in the piece", "整件纤维构成";
        InflowTextile: "Recycled textiles", "循环再利用：纺织品";
        InflowOther: "Recycled waste", "循环再利用：瓶片等";
        InflowReused: "Reused parts", "再利用的部件";
        InflowRenewable: "Renewable, with evidence", "可再生，有证明";
        InflowVirgin: "Virgin", "原生";
        FibreRest: "Other fibres", "其余纤维";

        // table
        ColumnPart: "Part", "部件";
        ColumnRole: "Role", "部件类别";
        ColumnMass: "g", "g";
        ColumnComposition: "Composition (%)", "成分占比";
        ColumnFeedstock: "Feedstock", "原料来源";
        ColumnRemovable: "Removable", "可拆卸";
        RowSpoken: "{role}, {mass}, {composition}, {feedstock}, {removable}",
            "{role}，{mass}，{composition}，{feedstock}，{removable}";
        RemovableNo: "stays on", "不可拆卸";
        RemovableWithEffort: "with effort", "较难拆";
        RemovableEasily: "easily", "易拆";
        FeedRecycled: "{share} recycled", "循环再利用{share}";
        FeedReused: "{share} reused", "再利用{share}";
        FeedSustained: "{share} renewable", "可再生{share}";
        FeedVirgin: "virgin", "原生";
        NotStated: "not stated", "未填写";
        CellItem: "Item", "物料名称";
        CellPlacement: "Placement", "部位";
        CellComposition: "Composition", "成分";
        CellMass: "Weight (g)", "单件重量（g）";
        CellRemovable: "Removable", "可拆卸";
        PartsName: "Parts", "部件";
        PartsTable: "Table of parts", "部件表";
        Unnamed: "Unnamed part", "未命名部件";
        UnnamedProduct: "Unnamed product", "未命名产品";
        AddPart: "Part", "部件";
        ChoosePart: "Select a part first", "请先选择一个部件";
        NoParts: "What is it made of?", "它由什么组成？";
        NoPartsHint: "This product has no parts yet. Add the main fabric first, then lining, zip, buttons and thread.",
            "这个产品还没有部件。先添加面料，再添加里料、拉链、纽扣和缝纫线。";

        // settings
        Kind: "Kind of garment", "服装种类";
        Wears: "Wears in a first life", "首个使用周期的穿着次数";
        WearsAssumed: "assumed: {wears}", "假设：{wears}次";
        WearsAverage: "Average of this kind of garment", "该种类服装的平均值";
        WearsOwn: "your own figure", "自定数值";
        Pieces: "Pieces a year", "年产量（件）";
        MadeIn: "Made in", "产地";
        UsedIn: "Used in", "使用地";
        SewingName: "How sewing is counted", "缝制工时的计法";
        SewingOfKind: "by kind", "按类别";
        SewingMinutes: "own minutes", "自定分钟数";
        SewingSmv: "SMV", "标准工时";
        SewingShortPerKg: "sewing per kg", "缝制工时按千克计";
        SewingShort: "sewing: {minutes} min", "缝制：{minutes}分钟";
        SewingShortSmv: "sewing: {minutes} min SMV", "缝制：标准工时{minutes}分钟";
        SewingPerKgHint: "No minutes for this kind: the library’s factor × the mass of the piece",
            "该类别没有分钟数：资料库系数×单件重量";
        SewingFieldMinutes: "Making minutes of a piece", "单件缝制分钟数";
        SewingFieldSmv: "Standard minutes of a piece (SMV)", "单件标准工时（SMV）";
        SewingAssumed: "assumed: {minutes} min", "假设：{minutes}分钟";
        SewingMinutesHint: "Hours = minutes / 60 × k, with k of the place", "工时＝分钟数÷60×k，k取产地的系数";
        SewingSmvHint: "Hours = SMV / 60 / efficiency × indirect staff, without k", "工时＝SMV÷60÷效率×间接用工系数，不乘k";
        ProductName: "Name of the product", "产品名称";

        // inspector
        SelectHint: "Select a part in the table or the bar to see what it is made of and which routes take it.",
            "在表格或条形图中选择一个部件，查看它的成分，以及哪些路线接收它。";
        PartTitle: "Part", "部件";
        Cuts: "Cuts to take it off", "拆下所需刀数";
        PartName: "Name of the part", "部件名称";
        PartRole: "Role", "部件类别";
        PartMass: "Mass", "重量";
        Count: "Count", "件数";
        GivenAs: "Given as", "填写方式";
        GivenMass: "mass", "重量";
        GivenArea: "g/m² × area", "克重×面积";
        GivenLength: "g/m² × length × width", "克重×单耗×幅宽";
        ClothWeight: "Cloth weight", "克重";
        ClothArea: "Area", "面积";
        ClothLength: "Consumption", "单耗";
        ClothWidth: "Width", "幅宽";
        ClothKept: "Kept after cutting", "裁剪后保留";
        ClothFormula: "{figures} = {mass}", "{figures}＝{mass}";
        Removal: "Comes off", "可拆卸";
        Composition: "Composition", "成分";
        RemainderLeft: "Remainder", "剩余占比";
        RemainderCounts: "counts as other fibre, virgin", "按原生的其他纤维计算";
        RemainderDone: "Shares add up to {sum}", "占比合计{sum}";
        RemainderOver: "Shares add up to {sum}: lower one of them", "占比合计{sum}，请调低其中一项";
        GiveRemainder: "Give it to", "剩余归入";
        AddFibre: "Fibre", "纤维";
        ChangeFibre: "Fibre of this line", "本行纤维";
        RemoveFibre: "Remove {fibre}", "删除{fibre}";
        FeedstockOf: "Feedstock of {fibre}", "{fibre}的原料来源";
        UnknownFibre: "Not in the library: counts as other fibre", "资料库中没有，按其他纤维计算";
        RecycledShare: "Recycled", "循环再利用";
        Origin: "Made from", "来自";
        OriginWorn: "worn textiles", "旧纺织品";
        OriginProduction: "production waste of textiles", "废纺织品（生产环节）";
        OriginOther: "other waste, as bottles", "其他废料，如瓶片";

        // papers
        PapersTitle: "Supplier and papers", "供应商与单据";
        Supplier: "Supplier", "供应商";
        Certificate: "Certificate", "认证";
        Evidence: "Evidence: number or words", "证明：编号或说明";
        Price: "Price", "单价";
        PriceCurrency: "Currency of the price", "单价的货币";
        PricePer: "What the price is for", "单价的计价单位";
        PerPiece: "per piece", "每件";
        PerKilogram: "per kg", "每千克";
        PerMetre: "per m", "每米";
        PerSquareMetre: "per m²", "每平方米";
        PartNote: "Remark", "备注";

        // pictures
        PictureTitle: "Picture", "图片";
        PictureOfPart: "Picture of the part", "部件图片";
        PictureOfProduct: "Picture of the product", "产品图片";
        AddPartPicture: "Add a picture of the part…", "添加部件图片…";
        OtherPartPicture: "Another picture of the part…", "更换部件图片…";
        RemovePartPicture: "Remove this picture", "删除部件图片";
        AddPicture: "Add a picture of the product…", "添加产品图片…";
        OtherPicture: "Another picture of the product…", "更换产品图片…";
        RemovePicture: "Remove the picture of the product", "删除产品图片";
        PictureBroken: "The file does not hold this picture whole. Choose it again or remove it.",
            "文件中的这张图片不完整，请重新选择或删除。";

        // routes
        Routes: "Which routes take it", "哪些路线接收它";
        RoutesCount: "{taken} in full, {reduced} with loss, {refused} not", "完全接收{taken}条，有损失{reduced}条，拒收{refused}条";
        RouteName: "{route}: {verdict}", "{route}：{verdict}";

        OverviewTitle: "How much of it each route takes", "各路线能接收多少";
        OverviewReduced: "hatched: with loss", "斜线：有损失";
        OverviewRefused: "blank: not taken", "空白：不接收";

        // making
        FinishTitle: "Finish", "后整理";
        MakingTitle: "Making", "生产";
        MakingCloth: "Made", "自制";
        MakingBought: "Bought", "外购";
        MakingBoughtHint: "Bought as it is: no loss is counted.", "外购件，不计损耗。";
        MakingName: "How it comes about", "获得方式";
        Construction: "Built as", "面料类型";
        Spinning: "Spinning", "纺纱";
        Forming: "Forming", "织造";
        Dyeing: "Dyeing", "染整";
        CuttingLoss: "Cutting loss", "裁剪损耗";
        CuttingAssumed: "assumed: {loss}, usual for the kind", "假设：该种类通常为{loss}";
        CuttingUsual: "Usual cutting loss of this kind of garment", "该种类服装的通常裁剪损耗";
    }
}
