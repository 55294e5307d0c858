//! Why an edit is refused: a sentence that names the thing and says what to do, in both languages.

use super::MoneyFault;
use crate::model::{ActivityId, Name, PartId, PathwayId, StageId, VariantNo};
use crate::project_file::{Rows, limit};
use crate::text::{Lang, RefusalMsg};
use std::fmt;

/// A refused edit; the project is as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum EditError {
    /// The project is only looked at, for another window has its file open.
    LookOnly,
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
    /// No variant has this number.
    NoVariant(VariantNo),
    /// The only variant cannot be removed.
    OnlyVariant(Name),
    /// Not two to four different columns to compare.
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
    /// More entries than a project may hold.
    TooMany(Rows),
    /// A name or note longer than a project may hold.
    TooLong,
    /// A stage cannot be its own fallback or residue.
    ToItself(Name),
    /// Material stages and ends have no exits with shares.
    NoExits(Name),
    /// Nothing leaves an end.
    EndStays(Name),
    /// An exit cannot lead to its own stage.
    ExitToItself(Name),
    /// A route sends what it refuses on as material: not to a stage of whole garments.
    TakenApart(Name, Name),
    /// Refused mass would come back to the route that refused it.
    Circle(Name, Name),
    /// Residue goes to an end.
    ResidueEnds(Name, Name),
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
    /// Pictures that together are larger than a project may hold.
    Pictures,
    /// A part is there at least once.
    Count(Name),
    /// A hard part takes at least one cut.
    Cuts(Name),
    /// Only a hard part is cut off.
    NotHard(Name),
    /// Where the first user owns the garment, no owned piece is replaced.
    NotHired(Name),
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
    /// There is no such place, neither in the library nor of the project's own.
    NoPlace(Name),
    /// The last part of a place's id is not one word.
    PlaceWord(Name),
    /// An own place has a name in at least one language.
    NamelessPlace,
    /// Another place has this id.
    PlaceTaken(Name),
    /// A place cannot lie in itself or in one within it.
    PlaceInItself(Name),
    /// Another own place lies in it.
    PlaceHolds {
        /// The place.
        name: Name,
        /// The place in it.
        inner: Name,
    },
    /// Something stands there.
    PlaceUsed {
        /// The place.
        name: Name,
        /// What stands there first.
        by: Name,
    },
    /// A multiplier of indirect work without a note on where it comes from.
    MultiplierSource(ActivityId),
    /// A price or a rate of exchange that cannot stand.
    Money {
        /// Which.
        name: Name,
        /// Why.
        fault: MoneyFault,
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
        let (message, values) = self.words();
        let values: Vec<(&str, &str)> = values.iter().map(|(key, name)| (*key, name.get(lang))).collect();
        message.with(lang, &values)
    }

    fn words(&self) -> (RefusalMsg, Vec<(&'static str, Name)>) {
        use RefusalMsg as Msg;
        let of = |name: &Name| vec![("name", name.clone())];
        let and = |key, name: &Name, other: &Name| vec![("name", name.clone()), (key, other.clone())];
        let ends = |from: &Name, to: &Name| vec![("from", from.clone()), ("to", to.clone())];
        match self {
            Self::LookOnly => (Msg::LookOnly, Vec::new()),
            Self::NoPart(id) => (Msg::NoPart, of(&same(id))),
            Self::NoLine { part, line } => (
                Msg::NoLine,
                vec![("part", part.clone()), ("line", same(&line.saturating_add(1)))],
            ),
            Self::NoPathway(id) => (Msg::NoPathway, of(&same(id))),
            Self::NoStage { pathway, stage } => (
                Msg::NoStage,
                vec![("pathway", pathway.clone()), ("stage", same(stage))],
            ),
            Self::NoLink { from, to } => (Msg::NoLink, ends(from, to)),
            Self::OnlyPathway(name) => (Msg::OnlyPathway, of(name)),
            Self::NoVariant(number) => (Msg::NoVariant, of(&same(number))),
            Self::OnlyVariant(name) => (Msg::OnlyVariant, of(name)),
            Self::TooMany(rows) => {
                let limit = same(&rows.limit());
                (Msg::TooMany, vec![("what", rows.name()), ("limit", limit)])
            }
            Self::TooLong => (Msg::TooLong, vec![("limit", same(&limit::TEXT))]),
            Self::Pictures => {
                let limit = limit::PICTURES / (1024 * 1024);
                (Msg::Pictures, vec![("limit", same(&limit))])
            }
            Self::Compared(count) => (Msg::Compared, vec![("count", same(count))]),
            Self::Pinned(name) => (Msg::Pinned, of(name)),
            Self::OnlyExit { from, to } => (Msg::OnlyExit, ends(from, to)),
            Self::Start(name) => (Msg::Start, of(name)),
            Self::LinkExists { from, to } => (Msg::LinkExists, ends(from, to)),
            Self::ToItself(name) => (Msg::ToItself, of(name)),
            Self::NoExits(name) => (Msg::NoExits, of(name)),
            Self::EndStays(name) => (Msg::EndStays, of(name)),
            Self::ExitToItself(name) => (Msg::ExitToItself, of(name)),
            Self::TakenApart(from, to) => (Msg::TakenApart, ends(from, to)),
            Self::Circle(from, to) => (Msg::Circle, ends(from, to)),
            Self::ResidueEnds(from, to) => (Msg::ResidueEnds, ends(from, to)),
            Self::NotMaterial(name) => (Msg::NotMaterial, of(name)),
            Self::NoOwn(name) => (Msg::NoOwn, of(name)),
            Self::ShareSum(name) => (Msg::ShareSum, of(name)),
            Self::Twice(id) => (Msg::Twice, of(&same(id))),
            Self::Lives(name) => (Msg::Lives, of(name)),
            Self::Count(name) => (Msg::Count, of(name)),
            Self::Cuts(name) => (Msg::Cuts, of(name)),
            Self::NotHard(name) => (Msg::NotHard, of(name)),
            Self::NotHired(name) => (Msg::NotHired, of(name)),
            Self::Bought(name) => (Msg::Bought, of(name)),
            Self::Fibres(name) => (Msg::Fibres, of(name)),
            Self::Feedstock(name) => (Msg::Feedstock, of(name)),
            Self::Figure { what, bounds } => (
                Msg::Figure,
                vec![("what", what.clone()), ("bounds", bounds.clone())],
            ),
            Self::NoPlace(name) => (Msg::NoPlace, of(name)),
            Self::PlaceWord(name) => (Msg::PlaceWord, of(name)),
            Self::NamelessPlace => (Msg::NamelessPlace, Vec::new()),
            Self::PlaceTaken(name) => (Msg::PlaceTaken, of(name)),
            Self::PlaceInItself(name) => (Msg::PlaceInItself, of(name)),
            Self::PlaceHolds { name, inner } => (Msg::PlaceHolds, and("inner", name, inner)),
            Self::PlaceUsed { name, by } => (Msg::PlaceUsed, and("by", name, by)),
            Self::MultiplierSource(id) => (Msg::MultiplierSource, of(&same(id))),
            Self::Money { name, fault } => money(name, fault),
            Self::Range { from, to } => (Msg::Range, ends(from, to)),
        }
    }
}

/// Why the price or rate called `name` cannot stand.
fn money(name: &Name, fault: &MoneyFault) -> (RefusalMsg, Vec<(&'static str, Name)>) {
    let (message, found) = match fault {
        MoneyFault::Kind => (RefusalMsg::PriceKind, ""),
        MoneyFault::Currency(found) => (RefusalMsg::MoneyCurrency, found.as_str()),
        MoneyFault::Day(found) => (RefusalMsg::MoneyDay, found.as_str()),
        MoneyFault::Source => (RefusalMsg::MoneySource, ""),
        MoneyFault::Itself => (RefusalMsg::RateItself, ""),
    };
    (message, vec![("name", name.clone()), ("found", same(&found))])
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
            EditError::OnlyVariant(a()),
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
            EditError::EndStays(a()),
            EditError::ExitToItself(a()),
            EditError::TakenApart(a(), b()),
            EditError::Circle(a(), b()),
            EditError::ResidueEnds(a(), b()),
            EditError::NotMaterial(a()),
            EditError::NoOwn(a()),
            EditError::ShareSum(a()),
            EditError::Twice("Aa 甲".into()),
            EditError::Lives(a()),
            EditError::Count(a()),
            EditError::Cuts(a()),
            EditError::NotHard(a()),
            EditError::NotHired(a()),
            EditError::Bought(a()),
            EditError::Fibres(a()),
            EditError::Feedstock(a()),
            EditError::Figure {
                what: a(),
                bounds: b(),
            },
            EditError::NoPlace(a()),
            EditError::PlaceWord(a()),
            EditError::PlaceTaken(a()),
            EditError::PlaceInItself(a()),
            EditError::PlaceHolds {
                name: a(),
                inner: b(),
            },
            EditError::PlaceUsed { name: a(), by: b() },
            EditError::MultiplierSource("Aa 甲".into()),
            EditError::Range {
                from: from(),
                to: to(),
            },
        ]
    }

    fn of_money() -> impl Iterator<Item = EditError> {
        let faults = [
            MoneyFault::Kind,
            MoneyFault::Currency("EURO".to_owned()),
            MoneyFault::Day("5/1".to_owned()),
            MoneyFault::Source,
            MoneyFault::Itself,
        ];
        let name = || Name::new("Aa", "甲");
        faults
            .into_iter()
            .map(move |fault| EditError::Money { name: name(), fault })
    }

    #[test]
    fn every_refusal_names_its_thing_and_says_what_to_do() {
        for error in every().into_iter().chain(of_money()) {
            let (en, zh) = (error.text(Lang::En), error.text(Lang::Zh));
            assert!(en.contains("Aa") && en.ends_with('.'), "{error:?}: {en}");
            assert!(zh.contains('甲') && zh.ends_with('。'), "{error:?}: {zh}");
            assert!(!en.contains('{') && !zh.contains('{'), "{error:?}");
        }
        let many = EditError::TooMany(Rows::Parts);
        assert!(many.text(Lang::En).contains("at most 2000 parts"));
        assert!(many.text(Lang::Zh).contains("部件最多2000项"));
        assert!(EditError::Pictures.text(Lang::En).contains("4\u{202f}MiB"));
        assert!(EditError::TooLong.text(Lang::Zh).contains("32767"));
        assert!(EditError::Compared(5).text(Lang::Zh).contains("现为5列"));
    }
}
