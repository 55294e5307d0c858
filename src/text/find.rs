//! Words of the command palette and the glossary.

use super::messages;

messages! {
    /// Words of what is searched for and found: commands, things of the project, terms.
    pub enum FindMsg {
        Find: "Find a command or a thing", "查找命令或内容";
        FindHint: "Type part of a name, in either language", "输入名称的一部分，中英文均可";
        Clear: "Clear the search", "清除搜索";
        NothingFound: "Nothing has that name. Try fewer letters or the other language.", "没有找到。请减少字数，或换用另一种语言。";
        GroupPart: "part", "部件";
        GroupPathway: "pathway", "路径";
        GroupStage: "stage of {pathway}", "{pathway}的环节";
        GroupSample: "sample", "示例";
        GroupTerm: "term", "术语";
        GroupFactor: "factor", "系数";

        Glossary: "Glossary", "术语表";
        GlossaryLead: "Point at a word and press {key}: its term opens here.", "指向某个词，按{key}即可在此查看该术语。";
        SearchTerm: "Search terms in either language", "搜索术语，中英文均可";
        Terms: "Terms", "术语";
        Here: "here", "此处";
        OnThisPage: "on this page", "本页";
        FigureFormula: "A figure of a pathway: {formula}", "路径的一项数值：{formula}";
        NoMeaning: "A word of the interface or of the trade; it needs no explanation here.", "界面或行业用词，此处无需解释。";
        BasisTitle: "Where the Chinese wording was found", "中文用词依据";
        BasisPolicy: "in a policy document: No. 526 of 2022 of the National Development and Reform Commission and those around it", "政策文件：发改环资〔2022〕526号及相关文件";
        BasisStandard: "in a standard: {number}", "标准：{number}";
        BasisSomeStandard: "in a national standard whose number was not noted", "国家标准（编号未记录）";
        BasisCntac: "in a text of the China National Textile and Apparel Council", "中国纺织工业联合会的文件";
        BasisTrade: "in texts of the trade", "行业资料";
        BasisAuthority: "in a standard, a law or a text of an authority", "标准、法律或主管机构的文件";
        BasisProgram: "in the Chinese version of a named program", "已有软件的中文版";
        BasisUsage: "usage seen, in no text that vouches for it", "仅见于使用，无权威文本";
        BasisUnverified: "nowhere yet: not verified, to be checked by a reader from the field", "尚无依据：未经核实，需由业内人士审读";
        SectionCircular: "Circular economy", "循环经济";
        SectionFibre: "Fibres and materials", "纤维与材料";
        SectionGarment: "Garment and making", "服装与制作";
        SectionAfterUse: "After use", "使用之后";
        SectionWork: "Work", "工作";
        SectionMethod: "Method and numbers", "方法与数字";
        SectionInterface: "Interface", "界面";
        SectionStandards: "Standards and claims", "标准与宣称";
    }
}
