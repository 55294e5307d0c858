//! Texts of a lesson with their figures: `{KEY:PATHWAY}` in a text is the engine's value, written as figures are
//! everywhere. A brace that is to stand in a text is doubled.

use super::figures::{FigureRef, Ledger, Lost};
use super::{Exercise, Kind, Lesson, Pack, Question, RoleCard, Stop, Truth};
use crate::data::Library;
use crate::lang::Lang;
use crate::model::Name;

/// A reference in a text that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dead {
    /// The text's place: `stops[flow].say`.
    pub place: String,
    /// What is wrong.
    pub lost: Lost,
}

/// The pack with every reference of its texts and answers replaced by what the engine says; every one that leads nowhere.
pub fn filled(pack: &Pack, library: &Library) -> Result<Pack, Vec<Dead>> {
    let mut work = Filling {
        ledger: Ledger::new(pack, library),
        dead: Vec::new(),
    };
    let lesson = work.lesson(&pack.lesson);
    if work.dead.is_empty() {
        Ok(Pack {
            lesson,
            ..pack.clone()
        })
    } else {
        Err(work.dead)
    }
}

struct Filling<'a> {
    ledger: Ledger<'a>,
    dead: Vec<Dead>,
}

impl Filling<'_> {
    fn lesson(&mut self, lesson: &Lesson) -> Lesson {
        let each = |work: &mut Self, at: &str, names: &[Name]| -> Vec<Name> {
            let names = names.iter().enumerate();
            names
                .map(|(nth, name)| work.name(&format!("{at}[{}]", nth + 1), name))
                .collect()
        };
        Lesson {
            name: self.name("name", &lesson.name),
            aims: each(self, "aims", &lesson.aims),
            stops: lesson.stops.iter().map(|stop| self.stop(stop)).collect(),
            exercises: lesson.exercises.iter().map(|one| self.exercise(one)).collect(),
            quiz: lesson
                .quiz
                .iter()
                .map(|question| self.question(question))
                .collect(),
            roles: lesson.roles.iter().map(|role| self.role(role)).collect(),
            ..lesson.clone()
        }
    }

    fn stop(&mut self, stop: &Stop) -> Stop {
        let at = |key: &str| format!("stops[{}].{key}", stop.id);
        Stop {
            title: self.name(&at("title"), &stop.title),
            say: self.name(&at("say"), &stop.say),
            see: self.name(&at("see"), &stop.see),
            answer: self.name(&at("answer"), &stop.answer),
            ..stop.clone()
        }
    }

    fn exercise(&mut self, one: &Exercise) -> Exercise {
        let at = |key: &str| format!("exercises[{}].{key}", one.id);
        let hints = one
            .hints
            .iter()
            .map(|hint| self.name(&at("hints"), hint))
            .collect();
        Exercise {
            task: self.name(&at("task"), &one.task),
            hints,
            ..one.clone()
        }
    }

    fn role(&mut self, role: &RoleCard) -> RoleCard {
        let at = |key: &str| format!("roles[{}].{key}", role.id);
        RoleCard {
            name: self.name(&at("name"), &role.name),
            wants: self.name(&at("wants"), &role.wants),
            asks: self.name(&at("asks"), &role.asks),
            ..role.clone()
        }
    }

    fn question(&mut self, question: &Question) -> Question {
        let at = |key: &str| format!("quiz[{}].{key}", question.id);
        Question {
            ask: self.name(&at("ask"), &question.ask),
            reason: self.name(&at("reason"), &question.reason),
            source: self.name(&at("source"), &question.source),
            kind: self.kind(&question.kind, &at),
            ..question.clone()
        }
    }

    fn kind(&mut self, kind: &Kind, at: &dyn Fn(&str) -> String) -> Kind {
        let place = at("by");
        match kind {
            Kind::Single { options, right } => Kind::Single {
                options: options.iter().map(|one| self.name(&at("options"), one)).collect(),
                right: self.truth(&place, right, |values| ranked(values).first().copied()),
            },
            Kind::TrueFalse { right } => Kind::TrueFalse {
                right: self.truth(&place, right, |values| match values {
                    [(_, first), (_, second)] => Some(first > second),
                    _ => None,
                }),
            },
            Kind::Order { items, right } => Kind::Order {
                items: items.iter().map(|one| self.name(&at("items"), one)).collect(),
                right: self.truth(&place, right, |values| Some(ranked(values))),
            },
            Kind::Estimate {
                right,
                tolerance,
                unit,
            } => Kind::Estimate {
                right: self.truth(&place, right, read_as),
                tolerance: *tolerance,
                unit: unit.clone(),
            },
            Kind::Predict { right, unit } => Kind::Predict {
                right: self.truth(&place, right, read_as),
                unit: unit.clone(),
            },
        }
    }

    /// The truth by what the figures say; as it was where they say nothing, which is noted.
    fn truth<T: Clone>(
        &mut self,
        place: &str,
        right: &Truth<T>,
        decide: impl FnOnce(&[(FigureRef, f64)]) -> Option<T>,
    ) -> Truth<T> {
        let Truth::By(figures) = right else {
            return right.clone();
        };
        let mut values = Vec::new();
        for figure in figures {
            match self.ledger.value(figure) {
                Ok(value) => values.push((figure.clone(), value)),
                Err(lost) => self.note(place, lost),
            }
        }
        if values.len() < figures.len() {
            return right.clone();
        }
        if let Some(truth) = decide(&values) {
            return Truth::Is(truth);
        }
        self.note(place, Lost::Unread(place.to_owned()));
        right.clone()
    }

    fn note(&mut self, place: &str, lost: Lost) {
        self.dead.push(Dead {
            place: place.to_owned(),
            lost,
        });
    }

    fn name(&mut self, place: &str, name: &Name) -> Name {
        Name::new(
            self.text(place, &name.en, Lang::En),
            self.text(place, &name.zh, Lang::Zh),
        )
    }

    fn text(&mut self, place: &str, text: &str, lang: Lang) -> String {
        let (said, lost) = spoken(text, |reference| {
            FigureRef::read(reference).and_then(|wanted| self.ledger.said(&wanted, lang))
        });
        for one in lost {
            self.note(place, one);
        }
        said
    }
}

/// `text` with each `{…}` replaced by what `say` says of it, and what could not be said.
fn spoken(text: &str, mut say: impl FnMut(&str) -> Result<String, Lost>) -> (String, Vec<Lost>) {
    let (mut out, mut lost) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        out.push_str(before);
        let doubled = ["{{", "}}"].into_iter().find(|two| brace.starts_with(two));
        if let Some(two) = doubled {
            out.push_str(two.get(1..).unwrap_or_default());
            rest = brace.get(2..).unwrap_or_default();
            continue;
        }
        let inside = brace.strip_prefix('{').and_then(|inside| inside.split_once('}'));
        let Some((reference, after)) = inside else {
            lost.push(Lost::Unread(brace.chars().take(20).collect()));
            rest = "";
            continue;
        };
        match say(reference) {
            Ok(said) => out.push_str(&said),
            Err(why) => lost.push(why),
        }
        rest = after;
    }
    out.push_str(rest);
    (out, lost)
}

/// Places of `values`, the greatest first; equal ones in the order in which they stand.
fn ranked(values: &[(FigureRef, f64)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    let value = |at: &usize| values.get(*at).map_or(f64::NAN, |(_, value)| *value);
    order.sort_by(|a, b| value(b).total_cmp(&value(a)));
    order
}

/// The number in the unit in which the figure is read: per cent for shares, grams for kilograms.
fn read_as(values: &[(FigureRef, f64)]) -> Option<f64> {
    let (figure, value) = values.first()?;
    Some(figure.asked.in_unit(*value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(reference: &str) -> Result<String, Lost> {
        match reference {
            "a" => Ok("7 %".to_owned()),
            other => Err(Lost::Figure(other.to_owned())),
        }
    }

    #[test]
    fn figures_stand_in_the_place_of_their_references() {
        assert_eq!(spoken("x {a}, {a}.", say), ("x 7 %, 7 %.".to_owned(), vec![]));
        assert_eq!(spoken("{{a}}", say), ("{a}".to_owned(), vec![]));
        assert_eq!(spoken("", say), (String::new(), vec![]));
        assert_eq!(spoken("{b}", say).1, [Lost::Figure("b".to_owned())]);
        assert_eq!(spoken("half {a", say).1, [Lost::Unread("{a".to_owned())]);
        assert_eq!(spoken("half }", say).1, [Lost::Unread("}".to_owned())]);
    }
}
