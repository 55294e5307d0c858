//! Words that the general widgets say by themselves.

use super::messages;

messages! {
    /// Words of fields, sliders and figures.
    pub enum WidgetMsg {
        NotANumber: "Type a number, such as {example}", "请输入数字，例如{example}";
        TooLow: "At least {low}", "不能小于{low}";
        TooHigh: "At most {high}", "不能大于{high}";
        Pin: "Keep {name} while others change", "调整其他项时保持{name}不变";
        Unpin: "Let {name} change with the others", "允许{name}随其他项变化";
        AssumptionHint: "An assumption: no source was found", "假设：未找到来源";
        GradeHint: "Grade {grade}: how far the figure can be trusted", "等级{grade}：数据的可信程度";
        NoticeWord: "Note", "注意";
        ErrorWord: "Error", "错误";
    }
}
