//! The kinds of boards, each declared once: its key in lesson files and its name.

use crate::lang::Lang;

/// Makes the enum of boards and its rows.
macro_rules! boards {
    ($($id:ident = $key:literal ($en:literal, $zh:literal);)+) => {
        /// A kind of board: words and at most one chart.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum BoardKind {
            $(#[doc = $en] $id,)+
        }

        impl BoardKind {
            /// Every kind, in the order of its rows.
            pub const ALL: &[Self] = &[$(Self::$id),+];

            /// Their keys in lesson files.
            pub const KEYS: &[&str] = &[$($key),+];

            /// Its key in lesson files.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$id => $key,)+
                }
            }

            /// Its name in `lang`.
            pub const fn text(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$id, Lang::En) => $en,
                    (Self::$id, Lang::Zh | Lang::Both) => $zh,)+
                }
            }
        }
    };
}

boards! {
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

impl BoardKind {
    /// The kind with `key`.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }

    /// Its name as a heading.
    pub fn head(self, lang: Lang) -> String {
        lang.head(|lang| self.text(lang).to_owned())
    }

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
