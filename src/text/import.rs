//! Words of the page that brings a bill of materials in.

use super::messages;

messages! {
    /// What the import page says.
    pub enum ImportMsg {
        // before there is a table
        Lead: "Choose a file, drop it on the window, or copy the cells in your spreadsheet and paste them here.",
            "选择文件，把文件拖进窗口，或在电子表格中复制单元格后粘贴到这里。";
        Formats: "xlsx, xls, xlsb, ods, or csv in UTF-8 or GB18030, with commas, semicolons or tabs.",
            "支持xlsx、xls、xlsb、ods，以及UTF-8或GB18030编码的csv（逗号、分号或制表符分隔）。";
        Headings: "The headings may stand in any of the first {rows} rows; these columns are found by themselves:",
            "表头可在前{rows}行中的任一行，以下各列自动识别：";
        ChooseFile: "Choose a file…", "选择文件…";
        OtherFile: "Another file…", "换一个文件…";
        Paste: "Paste cells", "粘贴单元格";
        PastedCells: "pasted cells", "粘贴的单元格";
        Reading: "Reading…", "正在读取…";
        OfProduct: "{product}, from {source}", "{product}，来自{source}";
        OfFile: "{file}: {problem}", "{file}：{problem}";
        BrokeOff: "Reading broke off. Try once more.", "读取中断，请重试。";
        Tables: "Tables", "表格文件";
        DialogTitle: "Choose a bill of materials", "选择物料清单";

        // how the table is understood
        Sheet: "Sheet", "工作表";
        Header: "Headings in row", "表头所在行";
        HeaderRow: "{row}: {words}", "{row}：{words}";
        Kind: "Kind of garment", "服装种类";
        KindTable: "{kind} (in the table)", "{kind}（表中写明）";
        KindAssumed: "{kind} (assumed)", "{kind}（假设）";
        NoHeadings: "No headings are known here. Choose the row of the headings, then say what each column means.",
            "没有认出表头。请选择表头所在行，再指定各列的含义。";
        Meaning: "Meaning of column {letter}, {heading}", "{letter}列“{heading}”的含义";
        NotUsed: "not used", "不使用";
        RememberedWords: "{count} words as you corrected them before", "{count}个词沿用以前的更正";
        RememberedOne: "1 column as you corrected it before", "1列沿用以前的更正";
        Remembered: "{count} columns as you corrected them before", "{count}列沿用以前的更正";
        RememberedHint: "Remembered from your correction", "沿用以前的更正";
        Forget: "Forget", "不再沿用";

        // short names of the columns
        Material: "Material", "物料";
        Placement: "Placement", "部位";
        Composition: "Composition", "成分";
        Gsm: "GSM", "克重";
        Width: "Width", "幅宽";
        Consumption: "Consumption", "单耗";
        Unit: "Unit", "单位";
        Marker: "Marker eff.", "利用率";
        Wastage: "Wastage", "损耗率";
        PieceWeight: "Piece weight", "单件重量";
        Supplier: "Supplier", "供应商";
        Certificate: "Certificate", "认证";
        Group: "Group", "类别";
        GrossConsumption: "Cons. incl. wastage", "含损耗用量";
        Lot: "Lot", "批量";
        Colour: "Colour", "颜色";
        Details: "Spec, remarks", "规格备注";

        // rows
        RowsShown: "Rows shown", "显示的行";
        All: "All {count}", "全部{count}";
        Read: "Read {count}", "读取{count}";
        Doubtful: "Doubtful {count}", "存疑{count}";
        Skipped: "Skipped {count}", "跳过{count}";
        IsRead: "read", "读取";
        IsDoubtful: "doubtful", "存疑";
        IsSkipped: "skipped", "跳过";
        IsPackaging: "packaging", "包装";
        RowName: "Row {row}: {material}", "第{row}行：{material}";
        Row: "Row {row}", "第{row}行";
        TakeIn: "Take in row {row}", "导入第{row}行";
        NoRows: "No row is like that.", "没有符合条件的行。";

        // the selected row
        RowClean: "Read without a doubt.", "读取无疑问。";
        RowPackaging: "Packaging is not worn: it is kept apart and is no part of the product.", "包装不随衣穿着，另计，不算产品的部件。";
        RowEmpty: "Nothing stands in this row.", "空行。";
        RowMasses: "{role}: {product} in the piece, {gross} bought", "{role}：成衣中{product}，购入{gross}";
        PutRight: "Put this row right", "更正本行";
        PutRightHint: "Fibre, unit and role are remembered for these words.", "纤维、单位和用途会按这里的写法记住。";
        Role: "Role", "部件类别";
        Fibre: "Fibre, 100 %", "纤维（100%）";
        UseAsHeadings: "Use as headings", "用作表头";
        SelectRow: "Select a row to read why.", "选择一行，查看原因。";

        // what comes out
        Result: "What comes in", "将导入的内容";
        InProduct: "in the finished piece", "成品中的重量";
        Bought: "Bought", "购入量";
        Waste: "Cutting waste and wastage", "裁剪废料与损耗";
        Packaging: "Packaging, kept apart", "包装（另计）";
        Parts: "Parts", "部件数";

        // what no table says
        Assumed: "Assumed, not in the table", "表中没有，按假设处理";
        AssumedHint: "Change it on the product page.", "可在产品页修改。";
        AssumedMarker: "Cutting loss, rows without marker efficiency", "无利用率各行的裁剪损耗";
        AssumedMarkerValue: "{loss} in {count} rows", "{loss}（{count}行）";
        AssumedWears: "{wears}, average of the kind", "{wears}次，该种类平均值";
        AssumedRemoval: "Parts that come off", "可拆卸的部件";
        AssumedRemovalValue: "none", "无";
        AssumedSewing: "by the minutes of the kind", "按该类别的缝制分钟数";
        InNewProject: "In a new project", "新项目中";
        PathwaysFit: "those that fit what it is made of", "按纤维成分选取适用的路径";
        BoughtWastage: "Wastage of bought trims, {mass}, counts as bought here; the project counts no loss of bought parts.",
            "外购辅料损耗{mass}在此计入购入量；项目中外购件不计损耗。";

        // taking it in
        NewProject: "Import as a new project", "导入为新项目";
        NewProjectHint: "Opens in place of the present project, which can be saved first.", "打开新项目；当前项目未保存时可先保存。";
        AddParts: "Add to the parts", "追加到当前部件";
        AddHint: "Everything that {name} has stays; what was read comes after it. One undo takes it out again.",
            "{name}的现有内容保留，读取的部件追加在后；撤销一次即可取消。";
        Replace: "Replace the parts", "替换当前部件";
        ReplaceHint: "The parts of {name} are replaced; its pathways stay. One undo brings the old parts back.",
            "替换“{name}”的部件，路径保留；撤销一次即可恢复。";
        SideAlone: "Confirm above that these side materials are all there is", "请先在上方确认是否只有这些物料";
        Nothing: "No row gives a part yet", "还没有可以导入的行";
        Done: "Imported: {read} rows read, {doubtful} doubtful, {skipped} skipped.", "已导入：读取{read}行，存疑{doubtful}行，跳过{skipped}行。";
    }
}
