//! Words of the intake: composition labels and bills of materials.

use super::messages;

messages! {
    /// What is said about a composition label.
    pub enum LabelMsg {
        Empty: "No fibre was found. Write it like this: 95% cotton 5% elastane, 180 g/m².",
            "没有找到纤维。可以这样写：95%棉 5%氨纶，180g/㎡。";
        TooLong: "The text is too long; only the first {count} characters were read.", "文字太长，只读取了前{count}个字符。";
        Sum: "The percentages add up to {sum}, not 100. They are kept as they are: which one is wrong, or what is missing?",
            "百分比合计{sum}，不是100%。数值保持原样：哪一项有误，或缺少什么？";
        UnknownFibre: "\"{text}\" is not a known fibre. Choose one.", "“{text}”不是已知的纤维。请选择一种。";
        NoName: "{percent} stands without a fibre. Which one is it?", "{percent}没有对应的纤维。是哪一种？";
        NoPercent: "Fibres are named without a percentage. What are their shares?", "列出了纤维，但没有百分比。各占多少？";
        TwoFibres: "\"{text}\" names several fibres for one percentage; the last one is taken. Is that right?",
            "“{text}”一个百分比对应多种纤维，已取最后一种。是否正确？";
        Trace: "Traces (at most 0.5 %) are left out.", "含微量（不超过0.5%）的部分未计入。";
        TraceOf: "{fibre}: traces (at most 0.5 %), left out.", "{fibre}：含微量（不超过0.5%），未计入。";
        OtherFibres: "{percent} other fibres: counted as not recyclable. What are they?", "其他纤维{percent}：按不可再生利用计算。是哪些纤维？";
        CountedAs: "\"{text}\" has no row of its own in the library; it is counted as: {fibre}.",
            "资料库中没有“{text}”，按{fibre}计算。";
        CountedAsCellulose: "\"{text}\" is counted as: {fibre}. Regenerated cellulose is not recycled.",
            "“{text}”按{fibre}计算。再生纤维素纤维不等于循环再利用。";
        Repeated: "The same composition stands there twice; it is counted once.", "同一成分出现了两次，只计一次。";
        Shorthand: "\"{text}\" is read as trade shorthand for: {fibres}.", "“{text}”按行业简写读作：{fibres}。";
        Ratio: "The ratio {text} does not match the fibres beside it. Which share belongs to which fibre?",
            "比例{text}与纤维的数目不符。各比例对应哪种纤维？";
        RecycledShare: "{fibre}: {percent} recycled is read as a share of this fibre, not of the whole part. Is that right?",
            "{fibre}：循环再利用{percent}按占该纤维的比例读取，而不是占整个部件的比例。是否正确？";
        GsmGuessed: "{gsm} g is read as the fabric weight in g/m².", "{gsm}g按面料克重（g/㎡）读取。";
        GsmRange: "The fabric weight is given as {low} to {high} g/m²; the mean is taken. Which one holds?",
            "克重写作{low}至{high}g/㎡，已取平均值。应为多少？";
        CertificateAlone: "{name} stands on the label, but no fibre is called recycled; nothing is counted as recycled.",
            "标有{name}，但没有写明循环再利用的纤维；未计入循环再利用。";
        Vague: "\"{text}\" names a cloth, a trade name or an imitation, not a fibre. Which fibre is it made of?",
            "“{text}”是织物、商品或仿制品的名称，不是纤维名称。用的是哪种纤维？";
        UnknownWord: "\"{text}\" stands beside a fibre and was not read. Does it change what the fibre is?",
            "“{text}”写在纤维旁边，但没有读懂。它是否改变纤维的含义？";
        UnknownPart: "\"{text}\": what part is this?", "“{text}”是哪个部位？";
        OpenPart: "\"{text}\" names a cloth, not a part. Which part of the garment is it?", "“{text}”是织物名称，不是部位。它用在哪个部位？";
        UnclearPart: "\"{text}\" could belong to the fibres before it or to those behind it. Which are they?",
            "“{text}”可能属于前面的纤维，也可能属于后面的纤维。属于哪一组？";
        SeveralWholes: "Several compositions of 100 % stand there without saying of which part. Which part is each?",
            "有几组合计100%的成分没有写明部位。各是哪个部位？";
        Range: "A share is given as {low} to {high} %; {low} % stands. Which one holds?", "比例写作{low}至{high}%，暂按{low}%。应为多少？";
        Excluded: "Left out, as the label says: {text}", "按标签说明，未计入：{text}";
        AnimalParts: "The label says that there are parts of animal origin: {text}", "标签写明含有动物来源的部分：{text}";
        Feather: "The rest of the down, {percent}, is counted as feather.", "其余{percent}按羽毛计算。";
        DownContent: "The down content of {percent} does not fit the shares of down and feather. Which one holds?",
            "含绒量{percent}与羽绒、羽毛的比例不符。以哪一个为准？";
        AloneInFilling: "{fibre} is the only fibre named in the filling; it is counted as all of it.", "填充物只写了{fibre}，按100%计算。";
        NoSign: "{percent} stands without its sign; it makes the rest of the whole and is read so.", "{percent}没有写百分号，与其余部分合计100%，按此读取。";
        Linear: "{grams} g per metre of cloth without a width gives no weight per area; it was not used.",
            "每米{grams}g，但没有幅宽，不能换算成克重，未使用。";
        Bonded: "\"{text}\" has no share; the cloth is counted as coated or laminated.", "“{text}”没有比例，该织物按带涂层或复合计算。";
        ReadIn: "Read in {languages}.", "读取语言：{languages}。";
        ReadInOne: "{language} ({words})", "{language}（{words}）";
        Foreign: "\"{text}\": this language is not among those that are read, and no fibre was guessed.",
            "“{text}”：暂不能读取这种语言，没有猜测纤维。";
    }
}

messages! {
    /// What is said about a bill of materials.
    pub enum BomMsg {
        // columns
        Material: "material", "物料名称";
        Placement: "placement", "使用部位";
        Composition: "composition", "成分";
        Gsm: "fabric weight, GSM", "克重（g/㎡）";
        Width: "fabric width", "幅宽";
        Consumption: "consumption per piece", "单耗";
        Unit: "unit", "单位";
        Marker: "marker efficiency", "排料利用率";
        Wastage: "wastage", "损耗率";
        PieceWeight: "weight of one piece", "单件重量";
        Supplier: "supplier", "供应商";
        Certificate: "certificate", "认证证书";

        // tables that cannot be read
        Empty: "The table is empty.", "表格是空的。";
        TooLarge: "The table is larger than {limit} MiB. Keep only the sheet with the bill of materials.",
            "表格超过{limit}MiB。请只保留物料清单所在的工作表。";
        TooLargeUnpacked: "The workbook is larger than {limit} MiB once unpacked. Keep only the sheet with the bill of materials.",
            "工作簿解压后超过{limit}MiB。请只保留物料清单所在的工作表。";
        TooManyRows: "The table has more than {limit} rows. Keep only those of one garment.", "表格超过{limit}行。请只保留一件服装的物料。";
        TooManyColumns: "The table has more than {limit} columns. Keep only those of the bill of materials.",
            "表格超过{limit}列。请只保留物料清单的列。";
        CellTooLong: "Cell {cell} holds more than {limit} characters. Shorten it.", "单元格{cell}超过{limit}个字符，请缩短。";
        NotATable: "This is no table: neither xlsx nor text in UTF-8 or GB18030. Save it as xlsx or csv.",
            "这不是表格：既不是xlsx，也不是UTF-8或GB18030文本。请另存为xlsx或csv。";
        OldExcel: "This is the older Excel format (xls) or a locked workbook. Save it as xlsx without a password, or as csv.",
            "这是旧版Excel格式（xls）或加密的工作簿。请另存为不加密的xlsx或csv。";
        Damaged: "The workbook is damaged ({detail}). Open it in a spreadsheet program and save it again.",
            "工作簿已损坏（{detail}）。请用电子表格软件打开后重新保存。";
        NoHeader: "No headings were found in the first {rows} rows. Needed: material or composition, and consumption or weight.",
            "前{rows}行没有找到表头。至少需要：物料名称或成分，以及单耗或重量。";
        NothingRead: "no row could be taken in; the first reason: {reason}", "没有可以导入的行；第一个原因：{reason}";

        // reasons
        AtRow: "Row {row}: {reasons}", "第{row}行：{reasons}";
        OfCell: "{cell}: {text}", "{cell}：{text}";
        Heading: "a heading without figures, skipped.", "没有数值的标题行，已跳过。";
        Total: "a row of sums, skipped.", "合计行，已跳过。";
        TooMany: "more parts than a project holds, skipped.", "超过一个项目可容纳的部件数，已跳过。";
        LeftOut: "left out by you.", "已选择不导入。";
        NoMass: "no mass, skipped. Needed: {missing}.", "没有重量，已跳过。需要：{missing}。";
        NotFigure: "{cell}: \"{text}\" is no figure for the {column}; it was not used.", "{cell}：“{text}”不能作为{column}的数值，未使用。";
        Unusual: "{cell}: {text} is unusual for the {column}. Check figure and unit.", "{cell}：{text}作为{column}不常见。请检查数值和单位。";
        UnknownUnit: "{cell}: the unit \"{text}\" is not known.", "{cell}：不认识单位“{text}”。";
        UnitAssumed: "{cell}: no unit; metres are assumed for cloth, pieces for the rest.", "{cell}：没有单位；面料按米、其他按件计算。";
        MarkerAssumed: "no marker efficiency; the usual cutting loss of this kind of garment is assumed: {loss}.",
            "没有排料利用率，按该服装种类的常用裁剪损耗计算：{loss}。";
        MarkerOdd: "{cell}: a marker efficiency of {value} cannot be; it was not used.", "{cell}：排料利用率不可能为{value}，未使用。";
        WastageFraction: "{cell}: the wastage is read as {value}. Is that right?", "{cell}：损耗率按{value}读取。是否正确？";
        TwoMasses: "{cell}: {stated} is stated, but consumption × width × GSM × marker efficiency gives {area}, which is used.",
            "{cell}：填写的是{stated}，但单耗×幅宽×克重×排料利用率得{area}，已采用后者。";
        WeightAlone: "{cell}: without GSM and width the weight of one piece is taken for the whole consumption.",
            "{cell}：没有克重和幅宽，以单件重量作为全部用量。";
        Heavy: "{mass} is more than a garment weighs. Check figures and units.", "{mass}超过一件服装的重量。请检查数值和单位。";
        NoComposition: "{cell}: no composition; counted as other fibre.", "{cell}：没有成分，按其他纤维计算。";
        NoShares: "{cell}: \"{text}\" gives no percentages; counted as \"{fibre}\".", "{cell}：“{text}”没有百分比，按“{fibre}”计算。";
        SeveralParts: "{cell}: the composition speaks of several parts; the one that fits this row is taken.",
            "{cell}：成分写了几个部件，已取与本行相符的一个。";
    }
}
