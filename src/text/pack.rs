//! Words of own practice cards: the form, packs of cards, a pathway published as a card.

use super::messages;

messages! {
    /// What is said of own practice cards.
    pub enum PackMsg {
        // on the page
        OwnMenu: "Own cards", "自己的卡片";
        Write: "Write a card…", "写一张卡片…";
        Publish: "Publish this pathway as a card…", "把此路径写成卡片…";
        PublishHint: "A card from “{pathway}” with its shares and your own figures; you finish it before it is kept", "由“{pathway}”生成卡片，含各项占比与自定数值；补全后再保存";
        Import: "Import cards…", "导入卡片…";
        Export: "Export own cards…", "导出自己的卡片…";
        NoOwn: "There are no own cards yet", "还没有自己的卡片";
        OwnCard: "your own card", "由您写的卡片";
        Edit: "Edit this card", "编辑此卡片";
        Remove: "Remove this card", "删除此卡片";
        Years: "Still running in", "运行到";
        AnyYear: "any year", "不限年份";
        Since: "{year} or later", "{year}年或以后";

        // the form
        FormTitle: "A card of your own", "自己的案例卡片";
        FormHint: "Each field is written in Chinese and in English; where one of them is empty, it takes over the other.", "各项中英文各填一栏；其中一种留空时沿用另一种。";
        InLanguage: "{field}: {language}", "{field}：{language}";
        Name: "Who does what", "谁做什么";
        NameHint: "such as: Suzhou sorting centre, school uniforms", "例如：苏州分拣中心：校服";
        Place: "Where, in words", "地点";
        At: "Place in the library", "资料库中的地点";
        Nowhere: "none of them", "都不是";
        YearsField: "From which year to which", "起止年份";
        YearsHint: "such as: 2024–", "例如：2024–";
        Outcome: "How it stands", "现状";
        Topics: "What it shows", "涉及内容";
        AddTopic: "Another topic", "增加内容";
        TakeAway: "Take “{name}” away", "去掉“{name}”";
        What: "What is done", "做什么";
        Lesson: "What it means for a designer", "对设计师的启示";
        Social: "The people who do it (optional)", "从业者（可不填）";
        FigureWhat: "What it counts", "统计的是什么";
        Value: "Value", "数值";
        Low: "Low", "低值";
        High: "High", "高值";
        Unit: "Unit", "单位";
        UnitHint: "share, t a year, h per piece", "占比、吨/年、工时/件";
        FigureYear: "Year", "年份";
        AddFigure: "Another figure", "增加数字";
        RemoveFigure: "Take the last figure away", "删去最后一个数字";
        Source: "Where it was seen", "出处";
        SourceTitle: "Title: report, time study, interview", "题名：报告、测时记录、访谈";
        Publisher: "Who says so", "提供者";
        SourceYear: "Year", "年份";
        Evidence: "File that shows it (its name)", "佐证文件（文件名）";
        EvidenceShown: "Evidence: {file}", "佐证：{file}";
        Keep: "Keep this card", "保存卡片";
        Cancel: "Cancel", "取消";
        Missing: "{field}: fill this in", "{field}：请填写";
        NoValue: "Figure {row}, {field}: type a number, such as 120", "数字{row}，{field}：请输入数字，例如120";
        NoOrder: "Figure {row}: low ≤ value ≤ high", "数字{row}：低值≤数值≤高值";
        NoTopic: "Choose at least one topic", "请至少选择一项内容";
        Kept: "“{name}” is kept among the practice cards.", "“{name}”已保存到实践案例。";
        Removed: "“{name}” was removed from the practice cards.", "“{name}”已从实践案例删除。";
        StatusOwn: "reported by the author of the card", "由卡片作者报告";

        // packs
        ImportTitle: "Import practice cards", "导入案例卡片";
        ExportTitle: "Export own practice cards", "导出自己的案例卡片";
        Files: "Reloom practice cards", "再织案例卡片";
        FileName: "Practice cards", "案例卡片";
        Merged: "{added} cards added, {same} were there already.", "新增{added}张卡片，已有{same}张。";
        MergedBeside: "{added} cards added, {same} were there already; {beside} have the id of another card: both are kept, the new ones as {ids}.", "新增{added}张卡片，已有{same}张；{beside}张与其他卡片编号相同，两张都保留，新卡片编号为{ids}。";
        Odd: "{words} {count} remarks, the first: {first}", "{words}有{count}处需留意，第一处：{first}";
        Exported: "Exported: {file}", "已导出：{file}";
        NotWritten: "The cards were not written, because they would not open again.", "卡片未写出，因为写出后无法再打开。";
        FlagUnknown: "{card} names “{id}”, which the library does not know; it was kept.", "{card}提到的“{id}”资料库中没有，已保留。";
        FlagNoSource: "{card}: the figure “{what}” names no source of the card.", "{card}：数字“{what}”没有对应的出处。";
        Collected: "{file}: {sentence}", "{file}：{sentence}";
        NothingCollected: "No pack of practice cards could be read. Name .reloompractice files, or a folder that holds them.", "没有可读取的案例卡片包。请给出.reloompractice文件或所在文件夹。";
        NeedsEnding: "{file}: a pack of practice cards ends in .reloompractice", "{file}：案例卡片包的扩展名为.reloompractice";

        // a pathway as a card
        PublishedName: "{product}: {pathway}", "{product}：{pathway}";
        PublishedWhat: "{stages} in sequence; shares and own figures as in the project.", "各环节依次为：{stages}；占比与自定数值均取自项目。";
        PublishedShare: "from {from} to {to}", "从{from}到{to}";
        PublishedSource: "Reloom project “{product}”", "再织项目“{product}”";
        ShareUnit: "share", "占比";
    }
}
