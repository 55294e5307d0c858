//! The kinds of boards, each declared once: its key in lesson files and its name.

use super::keyed::keyed;

keyed! {
    /// A kind of board: words and at most one chart.
    pub enum BoardKind {
        Question = "question" ("Question", "提问");
        MadeOf = "made_of" ("What it is made of", "由什么组成");
        Circularity = "circularity" ("Circularity and its three parts", "循环度及其三部分");
        Formula = "formula" ("Formula with its numbers", "公式与代入的数值");
        Flow = "flow" ("Where each gram goes", "每一克的去向");
        Compare = "compare" ("Pathways side by side", "路径对比");
        JobCards = "job_cards" ("Two job cards", "两张岗位卡");
        Routes = "routes" ("Routes and parts", "处理路线与部件");
        Garment = "garment" ("Drawing of the garment", "款式图");
        TryIt = "try_it" ("Try it", "试一试");
        HowSure = "how_sure" ("How sure is this", "结论有多稳");
        Vote = "vote" ("Vote", "举手表决");
        LeverBoard = "lever_board" ("Levers", "调节台");
        End = "end" ("End", "结束");
    }
}

impl BoardKind {
    /// True where it shows pathways, so that a stop has to name one.
    pub const fn shows_pathways(self) -> bool {
        matches!(
            self,
            Self::Circularity
                | Self::Formula
                | Self::Flow
                | Self::Compare
                | Self::JobCards
                | Self::TryIt
                | Self::HowSure
                | Self::LeverBoard
        )
    }

    /// The most pathways that it shows at a time.
    pub const fn most_pathways(self) -> usize {
        match self {
            Self::Compare | Self::LeverBoard => 3,
            Self::JobCards | Self::TryIt => 2,
            _ => 1,
        }
    }
}
