//! What can be printed for a lesson, each kind declared once: its key in lesson files, its file name and its name.

use crate::lang::Lang;

/// Makes the enum of printed matter and its rows.
macro_rules! printed {
    ($($id:ident = $key:literal ($en:literal, $zh:literal);)+) => {
        /// A document of a lesson.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Printed {
            $(#[doc = $en] $id,)+
        }

        impl Printed {
            /// Every document, in the order of its rows.
            pub const ALL: &[Self] = &[$(Self::$id),+];

            /// Their keys in lesson files.
            pub const KEYS: &[&str] = &[$($key),+];

            /// Its key in lesson files and the stem of its PDF.
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

printed! {
    Participant = "participant" ("Participant sheet", "学员讲义");
    Proposal = "proposal" ("Proposal form", "方案提案表");
    Roles = "roles" ("Role cards", "角色卡");
    Strategies = "strategies" ("Strategy cards", "策略卡");
    Letters = "letters" ("A–D cards", "A–D选项卡");
    Canvas = "canvas_a3" ("Canvas, A3", "A3工作画布");
    CanvasHalves = "canvas_2xa4" ("Canvas on two A4 sheets", "工作画布（两张A4）");
    Guide = "guide" ("Trainer's guide", "培训师手册");
    Glossary = "glossary" ("Glossary card", "术语卡");
    Quiz = "quiz" ("Quiz", "测验题");
    Handbook = "trainer" ("How to train with Reloom", "怎样用再织培训");
    Keys = "keys" ("Keys on one page", "按键一页通");
    Exam = "exam" ("Exam, versions A and B", "考卷（A、B卷）");
}

impl Printed {
    /// The document with `key`.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|printed| printed.key() == key)
    }

    /// Its name as a heading.
    pub fn head(self, lang: Lang) -> String {
        lang.head(|lang| self.text(lang).to_owned())
    }
}
