//! Words of the library page and of factor sets.

use super::messages;

messages! {
    /// What the library page says.
    pub enum LibraryMsg {
        // page and list
        Library: "Library", "资料库";
        Counts: "{used} of {all} factors count in this project", "共{all}个系数，本项目用到{used}个";
        CountsOwn: "{used} of {all} factors count in this project; {own} are your own", "共{all}个系数，本项目用到{used}个，其中{own}个为自定";
        CountsWorking: "Which factors count is being worked out", "正在计算本项目用到哪些系数";
        Search: "Search: name, source, note", "搜索名称、来源、备注";
        ClearSearch: "Clear the search", "清除搜索";
        GradeFilter: "Show grade {grade}: {meaning}", "显示等级{grade}：{meaning}";
        UsedOnly: "Used in this project", "仅本项目";
        UsedOnlyHint: "Only the factors that count in this project, and your own", "只显示本项目用到的系数和自定数值";
        WeighBy: "Weigh by", "按哪项结果排序";
        WeighMci: "Circularity", "循环度";
        Groups: "Groups", "分类";
        AllGroups: "All", "全部";
        OwnGroup: "Own figures", "自定数值";

        // groups
        GroupAssumption: "Method assumptions", "方法假设";
        GroupFeedstock: "Feedstock", "原料来源";
        GroupFibre: "Fibres", "纤维";
        GroupHours: "Working hours a year", "年工时";
        GroupJob: "Hours of a job today", "岗位年工时";
        GroupKind: "Kinds of garment", "服装种类";
        GroupMove: "Moves of the advice", "改进措施";
        GroupProcess: "Making", "加工工序";
        GroupQuality: "Quality of work", "就业质量";
        GroupRegion: "Regions", "地区数据";
        GroupReuse: "Reuse", "再利用";
        GroupRoute: "Recycling routes", "再生利用路线";
        GroupShare: "Shares of pathways", "路径占比";
        GroupTrim: "Trims", "辅料";
        GroupWork: "Work", "用工";

        // table
        ColumnName: "Factor", "系数";
        ColumnValue: "Value and range", "数值与区间";
        ColumnGrade: "Grade", "等级";
        ColumnPlace: "Where", "地区";
        ColumnUsed: "Used in", "用于";
        ColumnMatter: "Influence", "影响大小";
        SortBy: "Sort by: {column}", "排序：{column}";
        AllPathways: "all", "全部";
        NotUsed: "not used", "未用到";
        MorePathways: "+{count}", "+{count}";
        NothingFound: "Nothing matches", "没有匹配的系数";
        MoreElsewhere: "{count} more in the whole library", "整个资料库中还有{count}个";
        ShowElsewhere: "Show them", "显示";
        MatterMci: "MCI moves by {size} when this goes from low to high", "由低值到高值，MCI变动{size}";
        MatterLost: "work lost moves by {size} when this goes from low to high", "由低值到高值，减少工时变动{size}";
        MatterFixed: "a limit or a whole number: not weighed by its range", "限值或整数，不按区间衡量";
        MatterNone: "no effect on this figure", "对该指标没有影响";
        UsedEverywhere: "used in every pathway", "用于所有路径";
        UsedInSpoken: "used in {names}", "用于{names}";

        // inspector
        SelectOne: "Choose a factor: its sources open here, and you can put your own figure in its place.", "选择一个系数，这里会显示它的来源，也可以改用自己的数值。";
        Unknown: "The library has no such factor. Your figure is kept and has no effect.", "资料库中没有这个系数，自定数值已保留，但不起作用。";
        LibraryFigure: "Library: {value}, grade {grade}", "资料库：{value}，等级{grade}";
        GradeA: "official statistic or model, scope fits", "官方统计或模型，范围相符";
        GradeB: "published by an association, agency or company", "协会、机构或企业公布";
        GradeC: "derived from published figures, or announced", "由已公布数据推算、转引，或仅为公告";
        GradeD: "judgement", "判断";
        GradeOwn: "your figure, source named", "自定数值，已注明出处";
        GradeOwnBare: "your figure, no source named", "自定数值，未注明出处";
        MarkSaw: "Seen in the source itself", "已查阅原始来源";
        MarkSecondHand: "Seen second-hand, in another text about the source", "转引：读自他人对该来源的引述";
        MarkDerived: "Derived from seen figures", "由已查数据推算";
        MarkRecalled: "Recalled from memory", "凭记忆";
        MarkJudged: "Judged", "凭判断";
        MarkDefinition: "True by definition of the method", "按方法定义";
        OwnShort: "own", "自定";
        MarkOwn: "Your own figure", "自定数值";
        Identity: "Id", "编号";
        HowKnown: "How known", "依据类型";
        Year: "Year", "年份";
        Place: "Where", "地区";
        Sources: "Sources", "来源";
        NoSources: "No source was found.", "未找到来源。";
        NoDate: "n.d.", "年份不详";

        // editor
        EditTitle: "Your own figure", "改用自己的数值";
        ValueField: "Value", "数值";
        LowField: "Low", "低值";
        HighField: "High", "高值";
        NoteField: "Source: who, where, when", "出处：谁、在哪里、何时";
        NoteHint: "such as: time study, 3 mills, Keqiao 2026", "例如：柯桥三家工厂2026年工时测定";
        Apply: "Use this figure", "采用此数值";
        Revert: "Back to the library’s figure", "恢复资料库数值";
        RevertShort: "Revert", "恢复";
        NothingTyped: "Type another figure or a source first", "请先输入新的数值或出处";
        WithoutSource: "Without a source it stays an assumption, grade D.", "未注明出处时仍算假设，等级为D。";
        RangeOrder: "The range must hold the value: low ≤ value ≤ high", "区间须包含数值：低值≤数值≤高值";
        ShareBounds: "A share runs from 0 to 100\u{202f}%", "占比应在0至100%之间";
        NotNegative: "At least 0", "不能小于0";
        NoNumber: "{field}: type a number, such as {example}", "{field}：请输入数字，例如{example}";
        Replace: "Replace in the library", "在资料库中改用自定数值";

        // where it is used
        UsedTitle: "Where it counts", "用在哪里";
        NotUsedHere: "It does not count in this project.", "本项目没有用到它。";
        UseMaking: "losses of making", "加工损耗";
        UseNewGarment: "work in a new garment: {activity}", "一件新衣的工时：{activity}";
        UseJobs: "hours of a full-time job, {place}", "每个全时当量的年工时（{place}）";
        UseAverage: "average wears of such a garment", "同类服装平均穿着次数";
        UseWears: "wears, {stage}", "穿着次数（{stage}）";
        UseDisplacement: "new garments avoided, {stage}", "减少的新衣（{stage}）";
        UseShare: "share from {from} to {to}", "{from}→{to}的占比";
        UseGate: "what {stage} gives out", "{stage}的产出";
        UseLimit: "what {stage} takes in", "{stage}的接收条件";
        UseClosed: "what comes back to this product, {stage}", "返回本产品的部分（{stage}）";
        UseReplaced: "virgin fibre work replaced, {stage}", "替代的原生纤维工时（{stage}）";
        UseWork: "work: {activity}", "工时：{activity}";
        EveryPathway: "Every pathway", "所有路径";
        EffectTitle: "From its low to its high", "由低值到高值";
        EffectMci: "MCI {low} → {high}", "MCI {low} → {high}";
        EffectLost: "lost {low} → {high}\u{202f}h", "减少{low} → {high}工时";

        // own figures everywhere
        OwnHint: "Rests on your own figure: {names}", "依据自定数值：{names}";
        OwnHintMany: "Rests on {count} of your own figures, such as {names}", "依据{count}个自定数值，如{names}";

        // factor sets
        Sets: "Own figures as a factor set", "自定数值与系数集";
        ImportSet: "Import a factor set…", "导入系数集…";
        ExportSet: "Export own figures…", "导出自定数值…";
        ImportShort: "Import…", "导入…";
        ExportShort: "Export…", "导出…";
        RevertAll: "Revert all", "全部恢复";
        RevertAllHint: "Puts the library’s figures back in place of all own ones; undo brings them back", "所有自定数值改回资料库数值，可撤销";
        NoOwn: "There are no own figures yet", "还没有自定数值";
        ImportTitle: "Import a factor set", "导入系数集";
        ExportTitle: "Export own figures", "导出自定数值";
        SetFiles: "Reloom factor sets", "再织系数集";
        SetNoteField: "Who made it, for what (optional)", "编制人与用途（可不填）";
        SetPathHint: "The name of the file is the name of the set, such as {example}", "文件名即系数集名称，例如{example}";
        Imported: "{count} figures of “{name}” are in use. Undo takes them all back.", "已采用“{name}”的{count}个数值，撤销可全部恢复。";
        ImportedOdd: "{count} figures of “{name}” are in use, with {odd} remarks. The first: {first}", "已采用“{name}”的{count}个数值，有{odd}处需留意。第一处：{first}";
        ImportedSame: "The figures of “{name}” are in use already.", "“{name}”的数值已在使用。";
        Exported: "Exported: {file}", "已导出：{file}";
        NotWritten: "The factor set was not written, because it would not open again.", "系数集未写出，因为写出后无法再打开。";
        SetUnknown: "The library does not know the factor {factor}. Its figure was kept and has no effect.", "资料库中没有系数{factor}，其数值已保留，但不起作用。";
        SetUnit: "{factor} was written in “{found}”, the library counts in “{wanted}”. Check the figure.", "{factor}的单位写作“{found}”，资料库用“{wanted}”，请核对数值。";
        SetNoVersion: "Line {line}, column {column}: a factor set starts with its version, as in (version: 1, …). Check that this is a Reloom factor set.", "第{line}行第{column}列：系数集应以version: 1开头。请确认这是再织的系数集。";
        SetTooLarge: "The file is larger than any factor set. Check that this is a Reloom factor set.", "文件过大，请确认这是再织的系数集。";
    }
}
