//! Why an edit is refused: a sentence that names the thing and says what to do, in both languages.

use super::words::pair;
use crate::model::{Name, PartId, PathwayId, StageId};
use crate::text::Lang;
use std::fmt;

/// A refused edit; the project is as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum EditError {
    /// No part has this id.
    NoPart(PartId),
    /// The part has no such fibre line, counted from 0.
    NoLine {
        /// The part.
        part: Name,
        /// The line that was meant.
        line: usize,
    },
    /// No pathway has this id.
    NoPathway(PathwayId),
    /// The pathway has no such stage.
    NoStage {
        /// The pathway.
        pathway: Name,
        /// The stage that was meant.
        stage: StageId,
    },
    /// The stage has no exit to that stage.
    NoLink {
        /// The stage.
        from: Name,
        /// Where the exit was meant to lead.
        to: Name,
    },
    /// The only pathway cannot be removed.
    OnlyPathway(Name),
    /// Not two to four different pathways to compare.
    Compared(usize),
    /// All other exits are pinned, so nothing can give way.
    Pinned(Name),
    /// The only exit of a stage takes all of it and cannot go.
    OnlyExit {
        /// The stage.
        from: Name,
        /// Where its only exit leads.
        to: Name,
    },
    /// The stage that a sold piece enters cannot be removed.
    Start(Name),
    /// The exit is there already.
    LinkExists {
        /// The stage.
        from: Name,
        /// Where the exit leads.
        to: Name,
    },
    /// A stage cannot be its own fallback or residue.
    ToItself(Name),
    /// Material stages and ends have no exits with shares.
    NoExits(Name),
    /// Only material stages have a route, a residue and a closed share.
    NotMaterial(Name),
    /// Only use and return stages have a figure of their own.
    NoOwn(Name),
    /// The exits of a new stage do not sum to 1.
    ShareSum(Name),
    /// Two stages of a new pathway have one id.
    Twice(StageId),
    /// A garment has at least one life.
    Lives(Name),
    /// A part is there at least once.
    Count(Name),
    /// A part that is bought as it is has no cutting loss.
    Bought(Name),
    /// The fibres of a new part exceed the whole.
    Fibres(Name),
    /// Recycled, reused and sustained shares exceed the whole line.
    Feedstock(Name),
    /// A figure out of its bounds, or with a range that does not hold it.
    Figure {
        /// What the figure is.
        what: Name,
        /// From where to where it may go.
        bounds: Name,
    },
    /// The range of an exit's share does not hold the share.
    Range {
        /// The stage.
        from: Name,
        /// Where the exit leads.
        to: Name,
    },
}

impl EditError {
    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        let words = match self {
            Self::NoPart(_) | Self::NoLine { .. } | Self::NoPathway(_) | Self::NoStage { .. } => {
                self.missing()
            }
            Self::Lives(_) | Self::Count(_) | Self::Bought(_) | Self::Fibres(_) | Self::Feedstock(_) => {
                self.of_product()
            }
            Self::Figure { .. } | Self::Range { .. } | Self::ShareSum(_) | Self::Twice(_) => self.of_figure(),
            _ => self.of_pathway(),
        };
        words.get(lang).to_owned()
    }

    fn missing(&self) -> Name {
        match self {
            Self::NoPart(id) => pair(
                "There is no part “{0}” any more. Choose one from the list.",
                "部件“{0}”已不存在，请从列表中选择。",
                &[&same(id)],
            ),
            Self::NoLine { part, line } => pair(
                "{0} has no fibre line {1}. Choose one of its lines.",
                "{0}没有第{1}行纤维，请选择已有的一行。",
                &[part, &same(&line.saturating_add(1))],
            ),
            Self::NoPathway(id) => pair(
                "There is no pathway “{0}”. Choose one from the list.",
                "没有路径“{0}”，请从列表中选择。",
                &[&same(id)],
            ),
            Self::NoStage { pathway, stage } => pair(
                "{0} has no stage “{1}”. Choose one of its stages or add it first.",
                "{0}中没有环节“{1}”，请选择已有环节或先添加。",
                &[pathway, &same(stage)],
            ),
            _ => Name::default(),
        }
    }

    fn of_product(&self) -> Name {
        match self {
            Self::Lives(name) => pair(
                "A garment on {0} has at least one life. Enter 1 or more.",
                "{0}中每件服装至少有一次使用寿命，请输入1或更大的数。",
                &[name],
            ),
            Self::Count(name) => pair(
                "{0} must be there at least once. Enter 1 or more, or remove the part.",
                "{0}的数量至少为1，请输入1或更大的数，或删除该部件。",
                &[name],
            ),
            Self::Bought(name) => pair(
                "{0} is bought as it is and has no cutting loss. Set how it is made first.",
                "{0}为外购件，没有裁剪损耗，请先设置其生产方式。",
                &[name],
            ),
            Self::Fibres(name) => pair(
                "The fibres of {0} add up to more than 100\u{202f}%. Lower one of them.",
                "{0}的纤维含量合计超过100%，请调低其中一项。",
                &[name],
            ),
            Self::Feedstock(name) => pair(
                "The recycled, reused and sustained shares in {0} add up to more than 100\u{202f}%. Lower one of them.",
                "{0}中循环再利用、再利用和可持续生产的占比合计超过100%，请调低其中一项。",
                &[name],
            ),
            _ => Name::default(),
        }
    }

    fn of_figure(&self) -> Name {
        match self {
            Self::Figure { what, bounds } => pair(
                "{0} must be {1}, and its range must hold the value. Enter another figure.",
                "{0}须{1}，且范围须包含该数值，请重新输入。",
                &[what, bounds],
            ),
            Self::Range { from, to } => pair(
                "The range of the exit from {0} to {1} must hold its share. Widen the range.",
                "从{0}到{1}的占比须在其范围之内，请放宽范围。",
                &[from, to],
            ),
            Self::ShareSum(stage) => pair(
                "The exits of {0} do not add up to 100\u{202f}%. Set their shares first.",
                "{0}各去向的占比合计不是100%，请先设置占比。",
                &[stage],
            ),
            Self::Twice(stage) => pair(
                "Two stages have the id “{0}”. Give one of them another id.",
                "有两个环节的编号都是“{0}”，请为其中一个更换编号。",
                &[&same(stage)],
            ),
            _ => Name::default(),
        }
    }

    fn of_pathway(&self) -> Name {
        match self {
            Self::OnlyPathway(name) => pair(
                "{0} is the only pathway. Add another one before you remove it.",
                "{0}是唯一的路径，请先添加另一条路径再删除。",
                &[name],
            ),
            Self::Compared(count) => pair(
                "Two to four different pathways can be compared, not {0}. Choose again.",
                "可同时比较2至4条不同的路径，现为{0}条，请重新选择。",
                &[&same(count)],
            ),
            Self::Start(stage) => pair(
                "Every piece sold starts at {0}, so it has to stay. Rename it instead.",
                "售出的每件产品都从{0}开始，不能删除；可以重命名。",
                &[stage],
            ),
            Self::NotMaterial(stage) => pair(
                "{0} takes nothing apart, so it has no route, residue or returned share. Choose a material stage.",
                "{0}不拆解产品，没有处理路线、残余物去向或返回占比，请选择材料环节。",
                &[stage],
            ),
            Self::NoOwn(stage) => pair(
                "{0} has no figure of its own. Choose a use stage or one that leads back to use.",
                "{0}没有可自定的数值，请选择使用环节或返回使用的环节。",
                &[stage],
            ),
            Self::ToItself(stage) => pair(
                "{0} cannot send its residue or its rest to itself. Choose another stage.",
                "{0}不能把残余物或剩余部分送回自身，请选择其他环节。",
                &[stage],
            ),
            _ => self.of_exit(),
        }
    }

    fn of_exit(&self) -> Name {
        match self {
            Self::NoLink { from, to } => pair(
                "{0} has no exit to {1}. Add the exit first.",
                "{0}没有通往{1}的去向，请先添加。",
                &[from, to],
            ),
            Self::Pinned(stage) => pair(
                "All other exits of {0} are pinned. Unpin one of them first.",
                "{0}的其他去向都已固定，请先取消固定其中一项。",
                &[stage],
            ),
            Self::OnlyExit { from, to } => pair(
                "{1} is the only exit of {0} and takes all of it. Add another exit to {0} first.",
                "{1}是{0}的唯一去向，占全部，请先为{0}添加其他去向。",
                &[from, to],
            ),
            Self::LinkExists { from, to } => pair(
                "{0} already has an exit to {1}. Change its share instead.",
                "{0}已有通往{1}的去向，请直接修改其占比。",
                &[from, to],
            ),
            Self::NoExits(stage) => pair(
                "{0} has no exits with shares. Set its fallback or its residue instead.",
                "{0}没有带占比的去向，请设置其备用去向或残余物去向。",
                &[stage],
            ),
            _ => Name::default(),
        }
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for EditError {}

/// The same text in both languages.
fn same(text: &impl ToString) -> Name {
    Name::new(text.to_string(), text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every() -> Vec<EditError> {
        let a = || Name::new("Aa", "甲");
        let b = || Name::new("Bb", "乙");
        let (from, to) = (a, b);
        vec![
            EditError::NoPart("Aa 甲".into()),
            EditError::NoLine { part: a(), line: 1 },
            EditError::NoPathway("Aa 甲".into()),
            EditError::NoStage {
                pathway: a(),
                stage: "x".into(),
            },
            EditError::NoLink {
                from: from(),
                to: to(),
            },
            EditError::OnlyPathway(a()),
            EditError::Pinned(a()),
            EditError::OnlyExit {
                from: from(),
                to: to(),
            },
            EditError::Start(a()),
            EditError::LinkExists {
                from: from(),
                to: to(),
            },
            EditError::ToItself(a()),
            EditError::NoExits(a()),
            EditError::NotMaterial(a()),
            EditError::NoOwn(a()),
            EditError::ShareSum(a()),
            EditError::Twice("Aa 甲".into()),
            EditError::Lives(a()),
            EditError::Count(a()),
            EditError::Bought(a()),
            EditError::Fibres(a()),
            EditError::Feedstock(a()),
            EditError::Figure {
                what: a(),
                bounds: b(),
            },
            EditError::Range {
                from: from(),
                to: to(),
            },
        ]
    }

    #[test]
    fn every_refusal_names_its_thing_and_says_what_to_do() {
        for error in every() {
            let (en, zh) = (error.text(Lang::En), error.text(Lang::Zh));
            assert!(en.contains("Aa") && en.ends_with('.'), "{error:?}: {en}");
            assert!(zh.contains('甲') && zh.ends_with('。'), "{error:?}: {zh}");
            assert!(!en.contains('{') && !zh.contains('{'), "{error:?}");
        }
        assert!(EditError::Compared(5).text(Lang::Zh).contains("现为5条"));
    }
}
