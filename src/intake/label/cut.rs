//! A text cut into tokens: the longest known word at each place, in scripts with spaces and without.
//!
//! Invariant: every step moves on, and every letter ends up in a word that is known or one that is said to be unknown.

use super::super::fold::{Folded, is_cjk, is_gap, is_letter, is_loose, is_unspaced};
use super::super::words::{Entry, FibreName, MOST_WORDS, Term, Tongues, Words};
use super::token::{Kind, Token};
use std::ops::Range;

/// Cuts one text.
pub(super) struct Cutter<'a> {
    original: &'a [char],
    folded: &'a Folded,
    pub(super) text: &'a [char],
    pub(super) words: &'a Words,
    tokens: Vec<Token>,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(original: &'a [char], folded: &'a Folded, words: &'a Words) -> Self {
        Self {
            original,
            folded,
            text: &folded.chars,
            words,
            tokens: Vec::new(),
        }
    }

    pub(super) fn cut(mut self) -> Vec<Token> {
        let mut at = 0;
        while at < self.text.len() {
            at = self.step(at).max(at + 1);
        }
        self.tokens
    }

    fn char(&self, at: usize) -> Option<char> {
        self.text.get(at).copied()
    }

    fn is_digit(&self, at: usize) -> bool {
        self.char(at).is_some_and(|c| c.is_ascii_digit())
    }

    /// The text of a stretch as it was written.
    fn written(&self, at: Range<usize>) -> String {
        let place = self.folded.place(at);
        self.original.get(place).unwrap_or_default().iter().collect()
    }

    fn push(&mut self, kind: Kind, at: Range<usize>) -> usize {
        let end = at.end;
        self.tokens.push(Token {
            kind,
            at: self.folded.place(at),
            tongues: Tongues::default(),
            or: None,
        });
        end
    }

    fn push_entry(&mut self, entry: &Entry, at: Range<usize>) -> usize {
        let end = self.push(Kind::Term(entry.term.clone()), at);
        if let Some(token) = self.tokens.last_mut() {
            token.tongues = entry.tongues;
            token.or.clone_from(&entry.or);
        }
        end
    }

    fn follows_number(&self) -> bool {
        matches!(self.tokens.last().map(|token| &token.kind), Some(Kind::Number(_)))
    }

    /// Reads what stands at `at`; gives where it ends.
    fn step(&mut self, at: usize) -> usize {
        let Some(c) = self.char(at) else { return at };
        let starts_number =
            c.is_ascii_digit() || (c == '.' && self.is_digit(at + 1) && !self.is_digit(at.wrapping_sub(1)));
        if starts_number {
            return self.number(at);
        }
        if let Some((length, kind)) = self.unit(at) {
            return self.push(kind, at..at + length);
        }
        if is_unspaced(c) {
            return self.unspaced(at);
        }
        if is_letter(c) {
            return self.letters(at);
        }
        match self.mark(c, at) {
            Some(kind) => self.push(kind, at..at + 1),
            None => at + 1,
        }
    }

    fn mark(&self, c: char, at: usize) -> Option<Kind> {
        let is_word = |at: Option<usize>| at.and_then(|at| self.char(at)).is_some_and(char::is_alphanumeric);
        Some(match c {
            '%' => Kind::Percent,
            '/' => Kind::Slash,
            ':' | '=' => Kind::Colon,
            '-' => Kind::Dash(is_word(at.checked_sub(1)) && is_word(Some(at + 1))),
            '*' => Kind::Times,
            '&' => Kind::Term(Term::And),
            ',' | '+' | '\t' => Kind::Soft,
            ';' | '|' | '。' => Kind::Hard,
            '\n' | '\r' => Kind::Line,
            '.' if self.char(at + 1).is_none_or(|c| !c.is_alphanumeric()) => Kind::Hard,
            '(' => Kind::Open,
            ')' => Kind::Close,
            _ => return None,
        })
    }

    /// The longest unit that begins at `at` as a word of its own; a length only behind a number.
    fn unit(&self, at: usize) -> Option<(usize, Kind)> {
        let before = at.checked_sub(1).and_then(|before| self.char(before));
        if before.is_some_and(is_letter) {
            return None;
        }
        let areal = self
            .words
            .gsm_units
            .iter()
            .map(|(unit, factor)| (unit, Kind::Unit(*factor)));
        let linear = self
            .words
            .linear
            .iter()
            .map(|(unit, metres)| (unit, Kind::Linear(*metres)));
        let lengths = self.words.lengths.iter().filter(|_| self.follows_number());
        let lengths = lengths.map(|(unit, metres)| (unit, Kind::Length(*metres)));
        let all = areal.chain(linear).chain(lengths);
        let found = all.filter_map(|(unit, kind)| self.stands(unit, at).map(|length| (length, kind)));
        found.max_by_key(|(length, _)| *length)
    }

    /// The length of `unit` where it stands at `at` and no letter goes on behind it.
    fn stands(&self, unit: &str, at: usize) -> Option<usize> {
        let rest = self.text.get(at..)?;
        let length = unit.chars().count();
        let is_there = rest.len() >= length && unit.chars().zip(rest).all(|(a, b)| a == *b);
        let last_is_letter = unit.chars().next_back().is_some_and(is_letter);
        let goes_on = rest.get(length).copied().is_some_and(is_letter);
        (is_there && !(last_is_letter && goes_on)).then_some(length)
    }

    /// Digits with a decimal point, a decimal comma beside a per cent sign, or commas between thousands.
    fn number(&mut self, at: usize) -> usize {
        let mut end = self.end_of(at, |c| c.is_ascii_digit());
        let mut figure: String = self.text.get(at..end).unwrap_or_default().iter().collect();
        let mark = self.char(end);
        let is_point = mark == Some('.') || mark == Some('。');
        if (is_point || mark == Some(',')) && self.is_digit(end + 1) {
            let fraction = self.end_of(end + 1, |c| c.is_ascii_digit());
            let has_sign =
                self.percent_follows(fraction) || at.checked_sub(1).and_then(|at| self.char(at)) == Some('%');
            if is_point || (fraction - end <= 3 && has_sign) {
                figure.push('.');
                figure.extend(self.text.get(end + 1..fraction).unwrap_or_default());
                end = fraction;
            }
        }
        match figure.parse::<f64>() {
            Ok(value) if value.is_finite() && figure.len() <= 12 => self.number_or_count(value, at, end),
            _ => self.push(Kind::Unknown(figure), at..end),
        }
    }

    /// A number, unless letters hang on it that make it something else: `40s`, `300D`.
    fn number_or_count(&mut self, value: f64, at: usize, end: usize) -> usize {
        let letters = self.end_of(end, is_letter);
        let glued: String = self.text.get(end..letters).unwrap_or_default().iter().collect();
        let is_term = glued.chars().count() > 1 && self.words.term(&glued).is_some();
        let is_length = self.words.lengths.iter().any(|(unit, _)| *unit == glued);
        let means_something = glued.is_empty()
            || is_term
            || is_length
            || self.unit(end).is_some()
            || self.words.is_gram(&glued)
            || self.words.code(&glued).is_some()
            || self.words.trade(&glued).is_some();
        if means_something {
            return self.push(Kind::Number(value), at..end);
        }
        self.word_end(end)
    }

    fn percent_follows(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.iter().find(|c| !c.is_whitespace()) == Some(&'%')
    }

    /// The end of the characters from `at` on that `goes_on` holds for.
    fn end_of(&self, at: usize, goes_on: impl Fn(char) -> bool) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|c| goes_on(**c)).count()
    }

    /// The end of letters and digits without a gap.
    fn word_end(&self, at: usize) -> usize {
        self.end_of(at, |c| is_letter(c) || c.is_ascii_digit())
    }

    /// The longest known phrase that begins with the word at `at`; else a code, letters of a mill, or an unknown word.
    fn letters(&mut self, at: usize) -> usize {
        if let Some((entry, end)) = self.phrase(at) {
            let joins = matches!(entry.term, Term::With | Term::And | Term::Filler);
            return match self.code(at..end).filter(|_| joins) {
                Some(kind) => self.push(kind, at..end),
                None => self.push_entry(entry, at..end),
            };
        }
        let end = self.end_of(at, is_letter);
        let is_without = self.text.get(at..at + 3) == Some(&['w', '/', 'o']);
        if is_without && self.char(at + 3).is_none_or(|c| !is_letter(c)) {
            return self.push(Kind::Term(Term::Without), at..at + 3);
        }
        if self.text.get(at..end) == Some(&['x']) {
            return self.push(Kind::Times, at..end);
        }
        if let Some(kind) = self.abbreviation(at..end) {
            return self.push(kind, at..end);
        }
        let end = self.word_end(at).max(end);
        let word = self.written(at..end);
        self.push(Kind::Unknown(word), at..end)
    }

    /// Letters that mean something only in capitals or behind a figure: grams, codes of fibres, letters of a mill.
    fn abbreviation(&self, at: Range<usize>) -> Option<Kind> {
        let word: String = self.text.get(at.clone()).unwrap_or_default().iter().collect();
        let before = self.tokens.last().map(|token| &token.kind);
        let after_figure = matches!(before, Some(Kind::Percent | Kind::Number(_)));
        if after_figure && self.words.is_gram(&word) {
            return Some(Kind::Gram);
        }
        let is_with = word == "w" && self.char(at.end) == Some('/');
        if is_with {
            return Some(Kind::Term(Term::With));
        }
        if !after_figure && self.written(at.clone()).chars().any(char::is_lowercase) {
            return None;
        }
        let code = self.words.code(&word).filter(|_| !self.is_digit(at.end));
        let term = |name: &FibreName| Kind::Term(Term::Fibre(name.clone()));
        let trade = || self.words.trade(&word).map(|name| Kind::Trade(name.clone()));
        code.map(term).or_else(trade)
    }

    /// The fibre of a code in capitals behind a share: `SE` is also a word of Czech.
    fn code(&self, at: Range<usize>) -> Option<Kind> {
        let before = self.tokens.last().map(|token| &token.kind);
        let written = self.written(at.clone());
        let is_capitals = written.chars().count() > 1 && written.chars().all(char::is_uppercase);
        let word: String = self.text.get(at)?.iter().collect();
        let name = self.words.code(&word)?;
        let is_code = is_capitals && matches!(before, Some(Kind::Percent));
        is_code.then(|| Kind::Term(Term::Fibre(name.clone())))
    }

    fn phrase(&self, at: usize) -> Option<(&'a Entry, usize)> {
        let mut found = None;
        let mut phrase = String::new();
        let mut start = at;
        for _ in 0..MOST_WORDS {
            let end = self.word_end(start);
            if end == start {
                break;
            }
            phrase.extend(self.text.get(start..end).unwrap_or_default());
            let letters = self.end_of(start, is_letter);
            if let Some(entry) = self.words.term(&phrase) {
                found = Some((entry, end));
            } else if letters < end {
                // `nylon6` as a word is known; in `cotton95` the digits are a number.
                let kept = phrase.len().saturating_sub(end - letters);
                if let Some(entry) = phrase.get(..kept).and_then(|shorter| self.words.term(shorter)) {
                    found = Some((entry, letters));
                }
                break;
            }
            let Some(next) = self.next_word(end) else { break };
            phrase.push(' ');
            start = next;
        }
        // A letter alone joins words, it is none.
        found.filter(|(_, end)| end - at > 1 || !self.is_digit(*end))
    }

    /// Where the next word of a phrase begins.
    fn next_word(&self, end: usize) -> Option<usize> {
        let spaces = self.end_of(end, |c| c == ' ');
        let next = if spaces > end {
            spaces
        } else {
            self.char(end).filter(|c| is_gap(*c)).map(|_| end + 1)?
        };
        self.char(next)
            .filter(|c| is_letter(*c) || c.is_ascii_digit())
            .map(|_| next)
    }

    /// A run of a script without spaces, cut so that the fewest characters stay unknown, then into the fewest words.
    fn unspaced(&mut self, at: usize) -> usize {
        let (run, places) = self.run(at);
        let end = places.last().map_or(at + 1, |last| last + 1);
        let pieces = super::glue::pieces(&run, self.words, self.follows_number());
        for (from, length, entry) in pieces {
            let start = places.get(from).copied().unwrap_or(at);
            let stop = places.get(from + length - 1).map_or(end, |last| last + 1);
            match entry {
                Some(entry) => {
                    self.push_entry(entry, start..stop);
                }
                None if run.get(from) == Some(&'克') && length == 1 && self.follows_number() => {
                    self.push(Kind::Gram, start..stop);
                }
                None => {
                    let word = self.written(start..stop);
                    self.push(Kind::Unknown(word), start..stop);
                }
            }
        }
        end
    }

    /// The characters of the run at `at` and where each stands; in Hangul and Thai single spaces are within it.
    fn run(&self, at: usize) -> (Vec<char>, Vec<usize>) {
        let is_loose_run = self.char(at).is_some_and(is_loose);
        let belongs = |c: char| if is_loose_run { is_loose(c) } else { is_cjk(c) };
        let mut run = Vec::new();
        let mut places = Vec::new();
        let mut place = at;
        while let Some(c) = self.char(place) {
            let bridges = is_loose_run && c == ' ' && self.char(place + 1).is_some_and(is_loose);
            if belongs(c) {
                run.push(c);
                places.push(place);
            } else if !bridges {
                break;
            }
            place += 1;
        }
        (run, places)
    }
}
