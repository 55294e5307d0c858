//! Spoken codes: what a group did against a lesson's start, in at most twenty letters that can be said across a room.
//!
//! A code is two letters that name lesson and version, up to sixteen that number the set among all sets, and two check
//! letters. Letters are digits of the prime field of 31, and the check letters make the sums Σ aⁱ·sᵢ and Σ a²ⁱ·sᵢ come out
//! as the lesson's own, a = 3: as all aⁱ differ, one wrong letter or two neighbours swapped break both sums.
//!
//! Invariant: a code is read as the set that it was written for, in a program with the same catalogue, or refused.

mod count;
mod found;

pub use found::found;

use super::lever::{STEPS, Turned};
use super::{Lost, Pack, moves};
use crate::data::Library;
use crate::edit::Edit;
use crate::explain::advice::{step, tries};
use crate::model::{Name, PathwayId, Project};
use crate::text::{Lang, LessonMsg};
use crate::uncertainty;
use count::Space;
use std::collections::BTreeMap;

/// The letters of codes: no 0 and O, no 1, I and L.
pub const LETTERS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// The most letters of a code.
pub const MOST_LETTERS: usize = 20;
/// The most moves of a set.
pub const MOST_MOVES: usize = 8;
/// The most levers of a set.
pub const MOST_TURNED: usize = 4;
/// The field.
const PRIME: u64 = 31;
/// A number whose powers are all of the field but 0.
const ROOT: u64 = 3;
/// Letters that name the lesson.
const TAG: usize = 2;
/// Check letters.
const CHECK: usize = 2;

/// What a group did: moves by their ids, and levers by theirs, each with the step that it stands at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// Ids of moves, in the order of the catalogue.
    pub moves: Vec<String>,
    /// Steps of levers, 0 to 100.
    pub levers: BTreeMap<String, u32>,
}

/// Why there is no code, or none that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeError {
    /// More moves or levers than a code holds, or more than its letters can say; it goes as a file.
    DoesNotFit {
        /// Moves of the set.
        moves: usize,
        /// Levers of the set.
        levers: usize,
    },
    /// A move or lever that the lesson's start does not have.
    Unknown(String),
    /// The work holds changes that no move and no lever of the lesson makes; it goes as a file.
    NotMoves,
    /// A letter that no code has.
    Letter(char),
    /// Too short or too long for a code.
    Length(usize),
    /// A letter is wrong, or two are swapped.
    Check,
    /// A code of another lesson, or of another version.
    Other {
        /// The lesson.
        name: Name,
        /// Its version.
        version: u32,
    },
}

/// All that codes of one lesson are made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codebook {
    name: Name,
    version: u32,
    /// Ids of moves at the start, in the order of the catalogue.
    moves: Vec<String>,
    /// Ids of levers, in the order of the lesson.
    levers: Vec<String>,
    tag: u64,
    sums: [u64; CHECK],
}

impl Codebook {
    /// The codebook of `pack`.
    pub fn of(pack: &Pack, library: &Library) -> Self {
        let start = pack.project("", None);
        let all = start.map(|start| tries(&start, library)).unwrap_or_default();
        let moves: Vec<String> = all.into_iter().map(|one| one.id).collect();
        let lesson = &pack.lesson;
        let levers: Vec<String> = lesson.levers.iter().map(|lever| lever.id.clone()).collect();
        let who = format!("{}\n{}", lesson.id, lesson.version);
        let tag = uncertainty::key(&who) % (PRIME * PRIME);
        let ground = uncertainty::key(&format!("{who}\n{}\n{}", moves.join("\n"), levers.join("\n")));
        Self {
            name: lesson.name.clone(),
            version: lesson.version,
            moves,
            levers,
            tag,
            sums: [ground % PRIME, ground / PRIME % PRIME],
        }
    }

    /// The code of `choice`, in groups of four letters.
    pub fn write(&self, choice: &Choice) -> Result<String, CodeError> {
        let unfit = CodeError::DoesNotFit {
            moves: choice.moves.len(),
            levers: choice.levers.len(),
        };
        let place = |known: &[String], id: &String| {
            let found = known.iter().position(|other| other == id);
            found.ok_or_else(|| CodeError::Unknown(id.clone()))
        };
        let moves = choice.moves.iter().map(|id| place(&self.moves, id));
        let mut moves = moves.collect::<Result<Vec<usize>, _>>()?;
        moves.sort_unstable();
        moves.dedup();
        let levers = choice
            .levers
            .iter()
            .map(|(id, step)| Ok((place(&self.levers, id)?, *step)));
        let mut levers = levers.collect::<Result<Vec<(usize, u32)>, CodeError>>()?;
        levers.sort_unstable();
        let number = self
            .space()
            .number(&moves, &levers)
            .ok_or_else(|| unfit.clone())?;
        let mut digits = vec![self.tag / PRIME, self.tag % PRIME];
        digits.extend(count::digits(number, PRIME));
        if digits.len() + CHECK > MOST_LETTERS {
            return Err(unfit);
        }
        digits.extend(self.check(&digits));
        Ok(spoken(&digits))
    }

    /// What `code` stands for; blanks and hyphens are passed over, small letters count as capitals. `others` are the
    /// codebooks of other lessons, so that theirs can be named.
    pub fn read(&self, code: &str, others: &[Self]) -> Result<Choice, CodeError> {
        let digits = digits_of(code)?;
        let least = TAG + 1 + CHECK;
        if !(least..=MOST_LETTERS).contains(&digits.len()) {
            return Err(CodeError::Length(digits.len()));
        }
        if !self.owns(&digits) {
            let theirs = others.iter().find(|other| other.owns(&digits));
            return Err(theirs.map_or(CodeError::Check, |other| CodeError::Other {
                name: other.name.clone(),
                version: other.version,
            }));
        }
        let body = digits.get(TAG..digits.len() - CHECK).unwrap_or_default();
        let number = count::number(body, PRIME).ok_or(CodeError::Check)?;
        let (moves, levers) = self.space().set(number).ok_or(CodeError::Check)?;
        let id = |known: &[String], at: usize| known.get(at).cloned().ok_or(CodeError::Check);
        let choice = Choice {
            moves: moves
                .into_iter()
                .map(|at| id(&self.moves, at))
                .collect::<Result<_, _>>()?,
            levers: levers
                .into_iter()
                .map(|(at, step)| Ok((id(&self.levers, at)?, step)))
                .collect::<Result<_, CodeError>>()?,
        };
        // One set has one code.
        let again = self.write(&choice).ok().and_then(|code| digits_of(&code).ok());
        if again.as_ref() == Some(&digits) {
            Ok(choice)
        } else {
            Err(CodeError::Check)
        }
    }

    const fn space(&self) -> Space {
        Space {
            moves: self.moves.len(),
            levers: self.levers.len(),
            most_moves: MOST_MOVES,
            most_levers: MOST_TURNED,
            values: STEPS as u128 + 1,
        }
    }

    /// True where tag and sums are this lesson's.
    fn owns(&self, digits: &[u64]) -> bool {
        let tag = digits.iter().take(TAG).fold(0, |tag, digit| tag * PRIME + digit);
        tag == self.tag && sums(digits) == self.sums
    }

    /// The check letters that make the sums of `before` and them come out.
    fn check(&self, before: &[u64]) -> [u64; CHECK] {
        let mut open = before.to_vec();
        open.extend([0; CHECK]);
        let [one, two] = sums(&open);
        let miss = |wanted: u64, sum: u64| (wanted + PRIME - sum) % PRIME;
        let [first, second] = self.sums;
        let (first, second) = (miss(first, one), miss(second, two));
        // c₀ + a·c₁ = first, c₀ + a²·c₁ = second.
        let between = (ROOT + PRIME - ROOT * ROOT % PRIME) % PRIME;
        let high = (first + PRIME - second) % PRIME * inverse(between) % PRIME;
        let low = (first + PRIME - ROOT * high % PRIME) % PRIME;
        [high, low]
    }
}

/// Σ aⁱ·sᵢ and Σ a²ⁱ·sᵢ, counted from the last letter.
fn sums(digits: &[u64]) -> [u64; CHECK] {
    let (mut one, mut two) = (0, 0);
    let (mut power, mut square) = (1, 1);
    for digit in digits.iter().rev() {
        one = (one + power * digit) % PRIME;
        two = (two + square * digit) % PRIME;
        power = power * ROOT % PRIME;
        square = square * ROOT * ROOT % PRIME;
    }
    [one, two]
}

/// 1 / `value` in the field: the power of 29.
fn inverse(value: u64) -> u64 {
    (0..PRIME - 2).fold(1, |product, _| product * value % PRIME)
}

/// Digits as letters, a hyphen after every fourth.
fn spoken(digits: &[u64]) -> String {
    let mut out = String::new();
    for (at, digit) in digits.iter().enumerate() {
        if at > 0 && at % 4 == 0 {
            out.push('-');
        }
        let letter = usize::try_from(*digit).ok().and_then(|at| LETTERS.get(at));
        out.extend(letter.map(|letter| char::from(*letter)));
    }
    out
}

fn digits_of(code: &str) -> Result<Vec<u64>, CodeError> {
    let is_said = |letter: &char| !letter.is_whitespace() && !"-–—‐‑－·".contains(*letter);
    let digit = |letter: char| {
        let capital = letter.to_ascii_uppercase();
        let found = LETTERS.iter().position(|known| char::from(*known) == capital);
        let found = found.and_then(|at| u64::try_from(at).ok());
        found.ok_or(CodeError::Letter(letter))
    };
    code.chars().filter(is_said).take(100).map(digit).collect()
}

impl CodeError {
    /// The reason in words, and what to do.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::DoesNotFit { moves, levers } => {
                let (moves, levers) = (moves.to_string(), levers.to_string());
                LessonMsg::CodeDoesNotFit.with(lang, &[("moves", &moves), ("levers", &levers)])
            }
            Self::Unknown(id) => LessonMsg::CodeUnknown.with(lang, &[("id", id)]),
            Self::NotMoves => LessonMsg::CodeNotMoves.text(lang).to_owned(),
            Self::Letter(letter) => LessonMsg::CodeLetter.with(lang, &[("letter", &letter.to_string())]),
            Self::Length(found) => {
                let (found, most) = (found.to_string(), MOST_LETTERS.to_string());
                LessonMsg::CodeLength.with(lang, &[("found", &found), ("most", &most)])
            }
            Self::Check => LessonMsg::CodeCheck.text(lang).to_owned(),
            Self::Other { name, version } => {
                let version = version.to_string();
                LessonMsg::CodeOther.with(lang, &[("name", name.get(lang)), ("version", &version)])
            }
        }
    }
}

/// The project that `choice` makes of the lesson's start, and the pathway on which its moves are seen: levers first, for
/// they are counted against the start, then the moves in one step on a copy.
pub fn rebuilt(pack: &Pack, library: &Library, choice: &Choice) -> Result<(Project, PathwayId), Lost> {
    let start = pack.project("", None);
    let start = start.ok_or_else(|| Lost::Start(String::new()))?;
    let levers: Vec<Turned> = super::lever::turned_in(&start, &pack.lesson.levers, library);
    let mut project = (*start).clone();
    for (id, at) in &choice.levers {
        let lever = levers.iter().find(|lever| &lever.spec.id == id);
        let lever = lever.ok_or_else(|| Lost::Move(id.clone()))?;
        let edit = Edit::together(lever.edits(&project, lever.value(*at)));
        if let Some(edit) = edit {
            project = edit
                .apply(&project)
                .map_err(|error| Lost::Move(error.text(Lang::En)))?;
        }
    }
    let on = &pack.lesson.pathway;
    if choice.moves.is_empty() {
        return Ok((project, on.clone()));
    }
    let all = moves(&project, library, &choice.moves);
    let all = all.ok_or_else(|| Lost::Move(choice.moves.join("+")))?;
    let made = step(&all, &project, library, on);
    let made = made.map_err(|why| Lost::Move(why.text(&project, library, Lang::En)))?;
    let next = made.edit.apply(&project);
    let next = next.map_err(|error| Lost::Move(error.text(Lang::En)))?;
    Ok((next, made.column.pathway))
}
