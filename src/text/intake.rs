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
        Group: "group of materials", "物料类别";
        GrossConsumption: "consumption with wastage", "含损耗用量";
        Lot: "lot", "批量";
        Colour: "colour", "颜色";
        Details: "specification, remarks", "规格与备注";

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
        NotATable: "This is no table: neither a workbook nor text in UTF-8 or GB18030. Save it as xlsx or csv.",
            "这不是表格：既不是工作簿，也不是UTF-8或GB18030文本。请另存为xlsx或csv。";
        Locked: "This workbook is locked with a password, or damaged. Save it without a password.",
            "工作簿已加密或损坏。请另存为不加密的文件。";
        XmlWorkbook: "This is a workbook in one XML or web archive file. Open it in a spreadsheet program and save it as xlsx.",
            "这是XML或网页存档格式的工作簿。请用电子表格软件打开后另存为xlsx。";
        Damaged: "The workbook is damaged ({detail}). Open it in a spreadsheet program and save it again.",
            "工作簿已损坏（{detail}）。请用电子表格软件打开后重新保存。";
        NoHeader: "No headings were found in the first {rows} rows of {sheets}. Needed: material or composition, and consumption or weight. The first rows: \"{found}\".",
            "{sheets}的前{rows}行没有找到表头。至少需要：物料名称或成分，以及单耗或重量。开头几行为“{found}”。";
        TheTable: "the table", "表格";
        SheetNamed: "sheet {name}", "工作表“{name}”";
        NothingRead: "no row could be taken in. Looked at {sheet}; headings found: {headings}; rows tried: {rows}. {reasons}",
            "没有可以导入的行。查看了{sheet}；识别出的表头：{headings}；检查了{rows}行。{reasons}";
        SideRows: "only side materials could be read ({mass}), no main fabric. Put the fabric's row right, or take them as they are with --anyway. Looked at {sheet}; headings found: {headings}; rows tried: {rows}. {reasons}",
            "只读到了辅料等（{mass}），没有主面料。请改正面料所在行，或用--anyway照原样导入。查看了{sheet}；识别出的表头：{headings}；检查了{rows}行。{reasons}";
        NoSheet: "there is no sheet \"{name}\". Its sheets: {sheets}", "没有工作表“{name}”。现有工作表：{sheets}";
        NoSize: "the table has no size \"{name}\". Its sizes: {sizes}", "表中没有尺码“{name}”。现有尺码：{sizes}";
        NoTable: "the sheet has no table {name}. It has {count}", "工作表中没有第{name}个表格，共有{count}个";
        BadPer: "\"{text}\" is no number of garments. Write dozen, or a number such as 100.", "“{text}”不是件数。请写dozen，或100这样的数字。";

        // questions and notes about the whole table
        WholeHeavy: "{kind} of {mass}? Usual is {low}–{high}.", "{kind}重{mass}？通常为{low}–{high}。";
        WholeNear: "The product weighs {mass}; {kind} usually weighs {low}–{high}.", "产品重量为{mass}，{kind}通常为{low}–{high}。";
        IsPer: "Is the consumption for {count} garments?", "用量是否按{count}件计？";
        RoleHeavy: "{role}: {mass} in one garment? Usual for {kind} is at most {most}.", "{role}一件用{mass}？{kind}通常不超过{most}。";
        OnlySide: "No main fabric was read, only {mass} of other materials. Is that all?", "没有读到主面料，只有{mass}其他物料。只有这些吗？";
        WhichSize: "The consumption is given by size ({sizes}). {taken} is taken. Which one?", "用量按尺码列出（{sizes}），已取{taken}。取哪一个？";
        AlikeOne: "Rows {rows}: the same material in several colours or kinds; one of each is counted. One, or all?",
            "第{rows}行各是同一物料的不同颜色或款式，每组只计一行。计一行还是全部？";
        AlikeAll: "Rows {rows}: the same material; all of them are counted. One, or all?", "第{rows}行各是同一物料，已全部计入。计一行还是全部？";
        WhichTable: "There are {count} tables in this sheet. The one with its headings in row {row} is read. Which one?",
            "工作表中有{count}个表格，已读取表头在第{row}行的表格。读取哪一个？";
        WhichSheet: "Several sheets hold a table ({sheets}). {taken} is read. Which one?", "多个工作表含有表格（{sheets}），已读取{taken}。读取哪一个？";
        WhichColumn: "Columns {columns} could all be the consumption; {taken} is taken. Which one?", "{columns}列都可能是用量，已取{taken}列。取哪一列？";
        NotePer: "The consumption is for {count} garments ({where}); the masses are those of one.", "用量按{count}件计（{where}），重量已换算为一件。";
        PerHeading: "heading", "表头";
        PerLot: "lot", "批量";
        PerTitle: "title", "标题";
        PerYou: "your answer", "您的回答";
        NoteHiddenColumns: "Hidden columns, left out: {columns}.", "隐藏列未读取：{columns}。";
        NoteTables: "Read together as one garment: the tables with headings in rows {rows}.", "已合并读取表头在第{rows}行的各个表格。";
        TooManySheets: "No headings were found in the first {read} sheets; {count} more were not looked at. Save the sheet with the table by itself.",
            "前{read}个工作表中没有认出表头，另有{count}个没有查看。请把含有表格的工作表单独另存。";
        NoteUnread: "{count} more sheets were not looked at, only the first {read}: {sheets} …. If the table stands in one of them, save that sheet by itself.",
            "只查看了前{read}个工作表，另有{count}个没有查看：{sheets}等。如果表格在其中，请把那个工作表单独另存。";
        NoteSheets: "Other sheets in the workbook: {sheets}.", "工作簿中还有其他工作表：{sheets}。";
        AnswerPer: "Yes, for {count} garments", "是，按{count}件计";
        AnswerSize: "Size {size}", "尺码{size}";
        AnswerOne: "One counts", "计一行";
        AnswerAll: "All count", "全部计入";
        AnswerTable: "Table in row {row} {name}", "第{row}行的表格 {name}";
        AnswerSheet: "Sheet {name}", "工作表{name}";
        AnswerRight: "It is right as it is", "数据无误";

        // reasons
        AtRow: "Row {row}: {reasons}", "第{row}行：{reasons}";
        OfCell: "{cell}: {text}", "{cell}：{text}";
        Heading: "a heading without figures, skipped.", "没有数值的标题行，已跳过。";
        Total: "a row of sums, skipped.", "合计行，已跳过。";
        TooMany: "more parts than a project holds, skipped.", "超过一个项目可容纳的部件数，已跳过。";
        LeftOut: "left out by you.", "已选择不导入。";
        Hidden: "hidden in the spreadsheet, left out.", "在电子表格中已隐藏，未读取。";
        Work: "work or a service, no material; skipped.", "加工或服务项目，不是物料，已跳过。";
        Alike: "stands for the same material as row {row}; left out.", "与第{row}行为同一物料，未计入。";
        Alternative: "an alternative to another material; left out.", "备选物料，未计入。";
        Unreckoned: "{cell}: a formula whose value is not stored in the file. Open it in a spreadsheet program, save it, and choose it again.",
            "{cell}：公式的结果没有存入文件。请用电子表格软件打开并保存，然后重新选择。";
        MergedOnce: "the {column} is that of merged cells and is counted once, at {cell}.", "{column}为合并单元格，只在{cell}处计一次。";
        Filled: "{column} \"{text}\" is taken from merged cells above.", "{column}“{text}”取自上方的合并单元格。";
        Range: "{cell}: \"{text}\" is a range; {value} is taken for the {column}.", "{cell}：“{text}”是一个范围，{column}取{value}。";
        Comma: "{cell}: \"{text}\" is read as {value} for the {column}. Is that right?", "{cell}：“{text}”作为{column}读作{value}。是否正确？";
        NetAndGross: "{cell}: the consumption with wastage is {implied} above the one without, but the wastage says {stated}, which is used. Which one holds?",
            "{cell}：含损耗用量比净用量多{implied}，而损耗率为{stated}，已采用后者。以哪个为准？";
        UsualMass: "no weight in the table; the usual mass is assumed ({trim}): {mass}.", "表中没有重量，按常用重量假设（{trim}）：{mass}。";
        PackagingUnweighed: "packaging without a weight; it counts nothing.", "包装没有重量，未计重量。";
        NoMass: "no mass, skipped. Needed: {missing}.", "没有重量，已跳过。需要：{missing}。";
        NotFigure: "{cell}: \"{text}\" is no figure for the {column}; it was not used.", "{cell}：“{text}”不能作为{column}的数值，未使用。";
        Unusual: "{cell}: {text} is unusual for the {column}. Check figure and unit.", "{cell}：{text}作为{column}不常见。请检查数值和单位。";
        Conflict: "{cell}: the {column} is {text} here, elsewhere in the row {other}; {text} is used. Which one holds?",
            "{cell}：{column}此处为{text}，本行另一处为{other}，暂按{text}。应以哪个为准？";
        UnknownUnit: "{cell}: the unit \"{text}\" is not known. Which unit is it?", "{cell}：不认识单位“{text}”。是哪个单位？";
        UnitAssumed: "{cell}: no unit; metres are assumed for cloth, pieces for the rest.", "{cell}：没有单位；面料按米、其他按件计算。";
        MarkerAssumed: "no marker efficiency; the usual cutting loss of this kind of garment is assumed: {loss}.",
            "没有排料利用率，按该服装种类的常用裁剪损耗计算：{loss}。";
        MarkerOdd: "{cell}: a marker efficiency of {value} cannot be; the usual cutting loss is used instead. What is it?",
            "{cell}：排料利用率不可能为{value}，已改用常用裁剪损耗。应为多少？";
        WastageFraction: "{cell}: the wastage is read as {value}. Is that right?", "{cell}：损耗率按{value}读取。是否正确？";
        TwoMasses: "{cell}: {stated} is stated, but consumption × width × GSM × marker efficiency gives {area}, which is used.",
            "{cell}：填写的是{stated}，但单耗×幅宽×克重×排料利用率得{area}，已采用后者。";
        WeightAlone: "{cell}: without GSM and width the weight of one piece is taken for the whole consumption.",
            "{cell}：没有克重和幅宽，以单件重量作为全部用量。";
        Heavy: "{mass} is more than a garment weighs. Check figures and units.", "{mass}超过一件服装的重量。请检查数值和单位。";
        NoComposition: "{cell}: no composition; counted as other fibre.", "{cell}：没有成分，按其他纤维计算。";
        NoShares: "{cell}: \"{text}\" gives no percentages; counted as \"{fibre}\".", "{cell}：“{text}”没有百分比，按“{fibre}”计算。";
        NothingSaid: "no composition in the table; counted as \"{fibre}\".", "表中没有成分，按“{fibre}”计算。";
        SeveralParts: "{cell}: the composition speaks of several parts; the one that fits this row is taken.",
            "{cell}：成分写了几个部件，已取与本行相符的一个。";
    }
}
