//! Words of the list of steps.

use super::messages;

messages! {
    /// What the list of steps says.
    pub enum HistoryMsg {
        Title: "History", "操作历史";
        Show: "Show the history", "显示操作历史";
        Hide: "Hide the history", "收起操作历史";
        None: "No steps yet", "还没有操作";
        Start: "As it was opened", "打开时的状态";
        Count: "{done} of {count} steps done", "共{count}步，已执行{done}步";
        Now: "now", "当前";
        TakenBack: "taken back", "已撤销";
        Saved: "saved", "已保存";
        Keys: "Click a step, or use the arrow keys, to go there. A new change drops the steps that were taken back.",
            "点击某一步或用方向键即可回到该处。作出新的修改后，已撤销的步骤将不再保留。";
    }
}
