//! Words of the page that says what to change: the ranked moves, what each does, combinations.

use super::messages;

messages! {
    /// What is said on the page of advice.
    pub enum ImproveMsg {
        // what is asked
        Pathway: "On the pathway", "针对路径";
        Rank: "Ranked by", "排序依据";
        Hint: "One change at a time; each is worked out on the whole pathway.", "逐项试算，每项都按整条路径重新计算。";
        Marks: "Hollow: now. Filled: after the change. Band: 5–95\u{202F}% of the draws.",
            "空心为现在，实心为改动之后，色带为抽样的5%–95%。";
        Title: "What to change", "改什么";

        // one move
        TryIt: "Try it", "试一试";
        TryName: "Try it: {name}", "试一试：{name}";
        TryHint: "Makes a variant beside the original; one undo takes it back.", "生成变体并与原方案并列，撤销一步即可恢复。";
        Tried: "{name}: stands beside the original. One undo takes it back.", "{name}：已与原方案并列，撤销一步即可恢复。";
        FromTo: "{figure} {before} → {after}", "{figure}{before} → {after}";
        Also: "With it: {list}.", "同时：{list}。";
        Price: "In exchange: {list}.", "代价：{list}。";
        TakesMore: "{stage} takes {after} of {all} parts instead of {before}, now also {parts}.",
            "{stage}：{all}个部件中可接收的由{before}个变为{after}个，新增{parts}。";
        TakesNew: "{stage} takes {after} of {all} parts: {parts}.", "{stage}：{all}个部件中可接收{after}个，即{parts}。";
        TakesLess: "{stage} no longer takes {parts}.", "{stage}不再接收{parts}。";
        AndParts: "{parts} and {count} more", "{parts}等，另有{count}个";
        Cures: "In the way now: {rule}.", "目前的限制：{rule}。";

        // the rest
        MoreHelp: "More that help", "其他有帮助的措施";
        Folded: "{name} ({count})", "{name}（{count}）";
        Because: "{name}. {why}", "{name}。{why}";
        AndLines: "and {count} more of the same kind", "另有{count}项同类";
        WouldTake: "What would it take?", "怎样才能做到？";
        WouldOpen: "What would open it?", "怎样才能接收？";
        OnlyOpens: "Only what opens {stage} to {part}", "只看能让{stage}接收{part}的措施";
        OnlyOpensAny: "Only what opens {stage}", "只看能让{stage}多接收部件的措施";
        ShowAll: "Show all advice", "显示全部建议";
        NothingOpens: "No move of the catalogue opens {stage} to {part} on its own.", "目录中没有一项措施能单独让{stage}接收{part}。";
        NothingOpensAny: "No move of the catalogue opens {stage} to another part on its own.",
            "目录中没有一项措施能单独让{stage}多接收部件。";
        NoPathway: "There is no pathway yet to advise on.", "还没有可供建议的路径。";
    }
}
