//! What can be printed for a lesson, each kind declared once: its key in lesson files, its file name and its name.

use super::keyed::keyed;

keyed! {
    /// A document of a lesson; its key is the stem of its PDF too.
    pub enum Printed {
        Participant = "participant" ("Participant sheet", "学员讲义");
        Proposal = "proposal" ("Proposal form", "方案提案表");
        Roles = "roles" ("Role cards", "角色卡");
        Strategies = "strategies" ("Strategy cards", "策略卡");
        Practices = "practice_cards" ("Trump cards: who does it already", "王牌卡：谁已经在做");
        Letters = "letters" ("A–D cards", "A–D选项卡");
        Canvas = "canvas_a3" ("Canvas, A3", "A3工作画布");
        CanvasHalves = "canvas_2xa4" ("Canvas on two A4 sheets", "工作画布（两张A4）");
        Guide = "guide" ("Trainer's guide", "培训师手册");
        Glossary = "glossary" ("Glossary card", "术语卡");
        Quiz = "quiz" ("Quiz", "测验题");
        Handbook = "trainer" ("How to train with Reloom", "怎样用再织培训");
        Keys = "keys" ("Keys on one page", "按键一页通");
        Deck = "boards" ("Boards, a page each", "展板（每页一板）");
        Exam = "exam" ("Exam, versions A and B", "考卷（A、B卷）");
    }
}
