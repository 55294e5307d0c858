//! Words of the workbook and of the sheet of parts that comes back.

use super::messages;

messages! {
    /// Headings of the sheet of parts: those that the reader of tables knows.
    pub enum PartsSheetMsg {
        Code: "Item code", "物料编号";
        Name: "Item", "物料名称";
        Role: "Placement", "部位";
        Composition: "Composition", "成分";
        Gsm: "GSM (g/m2)", "克重（g/㎡）";
        Width: "Cuttable width (cm)", "有效幅宽（cm）";
        Consumption: "Consumption", "单耗";
        Unit: "Unit", "单位";
        Marker: "Marker efficiency (%)", "排料利用率（％）";
        Wastage: "Wastage (%)", "损耗率（％）";
        PieceWeight: "Weight per piece (g)", "单件重量（g）";
        InProduct: "In the product (g)", "计入成品（g）";
        Removable: "Removable", "可拆卸";
        Supplier: "Supplier", "供应商";
        Certificate: "Certificate", "认证";
        Note: "Remarks", "备注";
        UnitPieces: "pcs", "件";
        Recycled: "recycled {fibre}", "循环再利用{fibre}";

        // what came back
        Changed: "{name}, {heading}: {before} → {after}", "{name}，{heading}：{before} → {after}";
        Empty: "(empty)", "（空）";
        Added: "Row {row} is new: {name}", "第{row}行为新增：{name}";
        Gone: "{name} is no longer in the sheet", "表中已没有{name}";
        NotTaken: "Row {row}, {heading}: “{text}” cannot be taken: {reason}", "第{row}行，{heading}：无法采用“{text}”：{reason}";
        NotUnderstood: "it is not understood", "无法识别";
        Twice: "Row {row}: the item code “{text}” stands twice; this row is left out", "第{row}行：物料编号“{text}”重复，本行未采用";
        NoReturn: "no sheet of this workbook is a list of the parts of this project as Reloom writes it: “Item code” must hold the codes of its parts",
            "工作簿中没有由再织为本项目导出的部件表：“物料编号”列须为本项目部件的编号";
        Title: "Changes to the open project", "对当前项目的改动";
        None: "The sheet says what the project says; nothing changes.", "表格与项目一致，没有改动。";
        Take: "Take {count} changes", "采用{count}处改动";
        TakeOne: "Take 1 change", "采用1处改动";
        Taken: "Changes taken: {count}", "已采用改动：{count}处";
        Template: "Save an empty table to fill in…", "保存空白物料清单模板…";
        ExampleName: "Twill", "斜纹面料";
        ExampleComposition: "60% recycled polyester 40% cotton", "60%循环再利用涤纶 40%棉";
        ExampleWeight: "12, for what is counted in pieces", "12（按件计数的物料）";
        TemplateName: "BOM template", "物料清单模板";
    }
}

messages! {
    /// Names and headings of the workbook's sheets.
    pub enum WorkbookMsg {
        // sheets
        Summary: "Summary", "概要";
        Parts: "BOM", "物料清单";
        Pathways: "Pathways", "路径";
        Flows: "Flows", "流量";
        Work: "Work", "工时";
        Quality: "Quality of work", "就业质量";
        Draws: "Draws", "随机抽样";
        Assumptions: "Assumptions", "假设";
        Sources: "Sources", "来源";
        Terms: "Terms", "术语";
        ReadMe: "Read me", "说明";

        // headings
        Figure: "Figure", "指标";
        Key: "Key", "键名";
        Unit: "Unit", "单位";
        Pathway: "Pathway", "路径";
        Stage: "Stage", "环节";
        Exit: "Exit", "去向";
        Place: "Place", "地点";
        Share: "Share", "占比";
        Value: "Value", "数值";
        Low: "Low", "低值";
        High: "High", "高值";
        Source: "Source", "来源";
        Grade: "Grade", "等级";
        Whose: "Whose figure", "数值归属";
        Note: "Remark", "备注";
        Activity: "Activity", "工种";
        Kind: "Gained or lost", "增减";
        Gained: "gained", "新增";
        Lost: "lost", "减少";
        Hours: "Hours", "工时";
        Net: "net", "净值";
        Women: "Women", "女性占比";
        Informal: "Share of informal work", "非正规就业占比";
        SkillLow: "Skill levels 1–2", "技能第1–2层（ISCO）";
        SkillHigh: "Skill levels 3–4", "技能第3–4层（ISCO）";
        Training: "Weeks of training, least", "培训周数（最少）";
        TrainingMost: "Weeks of training, most", "培训周数（最多）";
        Hazards: "Hazards", "职业健康与安全危害";
        From: "From", "起点";
        To: "To", "终点";
        FlowKind: "What flows", "流的内容";
        Mass: "Mass", "重量";
        PieceShare: "Share of a piece", "占单件重量";
        PiecesPer100: "Of 100 pieces", "每100件";
        OwnHours: "Work here", "本环节用工";
        ReplacedHours: "Work replaced", "替代的用工";
        FlowSold: "sold", "售出";
        FlowPieces: "whole pieces", "整件";
        FlowOutput: "output", "产出";
        FlowResidue: "residue", "残余物";
        FlowRemoved: "parts taken off", "拆下的部件";
        FlowRefused: "refused", "拒收";
        Total: "Total", "合计";
        Middle: "Median", "中位数";
        Mean: "Mean", "平均值";
        Deviation: "Standard deviation", "标准差";
        Against: "Compared with", "对比";
        Better: "Share of draws in which it is better", "更优的抽样占比";
        Verdict: "Verdict", "结论";
        VerdictIn: "better in {count} of 100 draws", "100次抽样中{count}次更好";
        VerdictNone: "neither counts as better", "无优劣之分";
        Title: "Title", "标题";
        Year: "Year", "年份";
        Where: "Where it was read", "出处";
        TermEn: "In English", "英文写法";
        TermZh: "In Chinese", "中文写法";
        Meaning: "Meaning", "含义";
        Section: "Section", "类别";
        Topic: "Topic", "项目";
        Text: "Text", "内容";

        // units
        UnitShare: "share of 1", "占比（0–1）";
        UnitRatio: "ratio", "比值";
        UnitWears: "times worn", "次穿着";
        UnitKg: "kg", "kg";
        UnitGram: "g", "g";
        UnitHours: "h per 1000 pieces", "工时/千件";
        UnitFte: "FTE", "全时当量";
        UnitCarbon: "kg CO2 eq", "kg CO2当量";
        UnitYuan: "yuan per 1000 pieces", "元/千件";
        UnitWeeks: "weeks", "周";

        // whose figure
        OwnFigure: "your own figure", "自定数值";
        ProjectFigure: "this project", "本项目";
        LibraryFigure: "library", "资料库";
        Assumed: "assumed, nobody has stated it", "假设，尚未填写";
        AssumedFigure: "library, assumption", "资料库（假设）";

        // read me
        Product: "Product", "产品";
        Variant: "Variant", "方案";
        Date: "Date", "日期";
        Version: "Version", "版本";
        Seed: "Seed of the draws", "抽样种子";
        Count: "Number of draws", "抽样次数";
        Baseline: "Gains and losses are counted against", "增减的比较基准";
        Volume: "Pieces a year", "年产量（件）";
        What: "What this is", "这是什么";
        WhatText: "Figures of Reloom, a design assistant for circular textiles, at the central values of all factors. They are estimates, not measurements.",
            "由再织（Reloom，循环纺织品设计助手）计算，各项系数取中值。均为估算值，非实测值。";
        BackTitle: "Changing the parts", "修改部件";
        BackText: "Edit the sheet “{sheet}” here or in another spreadsheet program and import the file into the same project: only changed cells are taken, and they are shown before that. Keep the item codes; a row without one is a new part.",
            "可在此处或其他表格软件中修改工作表“{sheet}”，再导入同一项目：只采用改动过的单元格，采用前会先列出。请保留物料编号；没有编号的行视为新部件。";
        FormulaTitle: "Formulas", "公式";
        FormulaText: "Mass and hours in “{summary}” are formulas over “{parts}” and “{work}”. The other figures are values: Reloom computes them.",
            "“{summary}”中的重量和工时是对“{parts}”和“{work}”的公式，其余指标为计算结果数值，由再织计算。";
        GradeTitle: "Grades", "等级";
        GradeText: "A official statistic or model, B published by an association, agency or company, C derived from published figures, or announced, D judgement or assumption.",
            "A官方统计或模型；B协会、机构或企业公布；C由已公布数据推算、转引，或仅为公告；D判断或假设。";
        EndorsedTitle: "Not endorsed", "未经认可";
        EndorsedText: "The owners of the sources have not endorsed Reloom or these results.", "各来源的权利人均未认可再织或这些结果。";
        NoAnswer: "no answer: {reason}", "无结果：{reason}";

        // export
        Export: "Workbook (Excel)…", "工作簿（Excel）…";
        FileName: "{product} – workbook", "{product}——工作簿";
        NotWritten: "The workbook could not be put together: {reason}.", "无法生成工作簿：{reason}。";
    }
}
