//! Words of indirect work beside an opened line of work.

use super::messages;

messages! {
    /// Words of multipliers of indirect work.
    pub enum IndirectMsg {
        Title: "Indirect work", "间接工时";
        TitleOwn: "Indirect work, typed in by you", "间接工时（自行填写）";
        Add: "Add a multiplier", "填写乘数";
        Value: "Type I multiplier", "I型乘数";
        Source: "Source", "来源";
        SourceHint: "Table, year, place", "投入产出表、年份、地区";
        Both: "It counts once value and source are there. It adds work at suppliers, apart from all other figures, wherever this work is done.",
            "乘数和来源都填写后才计入。它增加供应环节的工时，与其他数值分开，并用于该工种的所有地点。";
        NeedsSource: "A multiplier needs its source.", "乘数须注明来源。";
        Remove: "Remove the multiplier", "删除乘数";
        Closed: "No multiplier here: the hours of a supplier, {supplier}, are counted by themselves and would count twice.",
            "此处不能使用乘数：其供应环节“{supplier}”的工时已单独计算，否则会重复计算。";
    }
}
