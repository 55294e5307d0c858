//! A label cut into what stands on it: numbers, per cent signs, words that mean something, the rest.

use super::super::chars::{is_chinese, is_letter, plain};
use super::super::words::{FibreName, MOST_WORDS, Term, Words};
use std::ops::Range;

/// What a piece of the text is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// A number without sign.
    Number(f64),
    /// `%`.
    Percent,
    /// A known word.
    Term(Term),
    /// Letters of mill notation: a fibre where a number or slash stands beside it.
    Trade(FibreName),
    /// Words that are not known.
    Unknown(String),
    /// A unit of cloth weight, with the grams per square metre in one of it.
    Unit(f64),
    /// A gram, which may be one per square metre.
    Gram,
    /// `/`.
    Slash,
    /// `:` or `=`.
    Colon,
    /// `-`.
    Dash,
    /// Separates fibres.
    Soft,
    /// Separates parts.
    Hard,
    /// `(`.
    Open,
    /// `)`.
    Close,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// Where it stands, in characters.
    pub(super) at: Range<usize>,
}

/// Cuts `original` into tokens.
pub(super) fn tokens(original: &[char], words: &Words) -> Vec<Token> {
    let text: Vec<char> = original.iter().copied().map(plain).collect();
    let mut cutter = Cutter {
        original,
        text: &text,
        words,
        tokens: Vec::new(),
    };
    let mut at = 0;
    while at < text.len() {
        // Every step moves on, so no text can hold it up.
        at = cutter.step(at).max(at + 1);
    }
    cutter.tokens
}

struct Cutter<'a> {
    original: &'a [char],
    text: &'a [char],
    words: &'a Words,
    tokens: Vec<Token>,
}

impl Cutter<'_> {
    fn char(&self, at: usize) -> Option<char> {
        self.text.get(at).copied()
    }

    fn is_digit(&self, at: usize) -> bool {
        self.char(at).is_some_and(|c| c.is_ascii_digit())
    }

    fn push(&mut self, kind: Kind, at: Range<usize>) -> usize {
        let end = at.end;
        self.tokens.push(Token { kind, at });
        end
    }

    /// Reads what stands at `at`; gives where it ends.
    fn step(&mut self, at: usize) -> usize {
        let Some(c) = self.char(at) else { return at };
        let starts_number =
            c.is_ascii_digit() || (c == '.' && self.is_digit(at + 1) && !self.is_digit(at.wrapping_sub(1)));
        if starts_number {
            return self.number(at);
        }
        if let Some((length, factor)) = self.unit(at) {
            return self.push(Kind::Unit(factor), at..at + length);
        }
        if is_chinese(c) {
            return self.chinese(at);
        }
        if is_letter(c) {
            return self.letters(at);
        }
        let kind = match c {
            '%' => Kind::Percent,
            '/' => Kind::Slash,
            ':' | '=' => Kind::Colon,
            '-' => Kind::Dash,
            ',' | '&' | '+' | '\t' => Kind::Soft,
            ';' | '\n' | '\r' | '|' | '。' => Kind::Hard,
            '.' if self.char(at + 1).is_none_or(char::is_whitespace) => Kind::Hard,
            '(' => Kind::Open,
            ')' => Kind::Close,
            _ => return at + 1,
        };
        self.push(kind, at..at + 1)
    }

    /// A unit of cloth weight that begins at `at` as a word of its own.
    fn unit(&self, at: usize) -> Option<(usize, f64)> {
        let begins_inside = at
            .checked_sub(1)
            .and_then(|before| self.char(before))
            .is_some_and(is_letter);
        if begins_inside {
            return None;
        }
        let rest = self.text.get(at..)?;
        self.words.gsm_units.iter().find_map(|(unit, factor)| {
            let length = unit.chars().count();
            let stands = rest.len() >= length && unit.chars().zip(rest).all(|(a, b)| a == *b);
            let last_is_letter = unit.chars().next_back().is_some_and(is_letter);
            let goes_on = rest.get(length).copied().is_some_and(is_letter);
            (stands && !(last_is_letter && goes_on)).then_some((length, *factor))
        })
    }

    /// Digits with a decimal point, a decimal comma before a per cent sign, or commas between thousands.
    fn number(&mut self, at: usize) -> usize {
        let mut end = self.digits(at);
        let mut figure: String = self.text.get(at..end).unwrap_or_default().iter().collect();
        let mark = self.char(end);
        let is_point = mark == Some('.') || mark == Some('。');
        if (is_point || mark == Some(',')) && self.is_digit(end + 1) {
            let fraction = self.digits(end + 1);
            let is_decimal = is_point || (fraction - end <= 3 && self.percent_follows(fraction));
            if is_decimal {
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
        let letters = self.letters_end(end);
        let glued: String = self.text.get(end..letters).unwrap_or_default().iter().collect();
        let means_something = glued.is_empty()
            || self.unit(end).is_some()
            || self.words.is_gram(&glued)
            || self.words.term(&glued).is_some()
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

    fn digits(&self, at: usize) -> usize {
        (at..).find(|at| !self.is_digit(*at)).unwrap_or(at)
    }

    fn letters_end(&self, at: usize) -> usize {
        let goes_on = |at: usize| self.char(at).is_some_and(|c| is_letter(c) || c == '\'');
        (at..).find(|at| !goes_on(*at)).unwrap_or(at)
    }

    fn chinese(&mut self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let words = self.words;
        if let Some((term, length)) = words.longest(rest) {
            let is_fibre = matches!(term, Term::Fibre(_));
            // 毛 in 毛衫 is no wool: a fibre of one character counts where no unknown word goes on after it.
            let is_part_of_word = length == 1 && is_fibre && !rest.starts_with(&['棉']) && {
                let next = rest.get(1..).unwrap_or_default();
                next.first().copied().is_some_and(is_chinese) && words.longest(next).is_none()
            };
            if !is_part_of_word {
                return self.push(Kind::Term(term.clone()), at..at + length);
            }
        }
        if rest.starts_with(&['克']) {
            return self.push(Kind::Gram, at..at + 1);
        }
        let word = rest.iter().take(1).collect();
        self.unknown(word, at..at + 1)
    }

    /// Adds to the unknown word before, or begins one.
    fn unknown(&mut self, word: String, at: Range<usize>) -> usize {
        let is_chinese_word = word.starts_with(is_chinese);
        if let Some(Token {
            kind: Kind::Unknown(before),
            at: place,
        }) = self.tokens.last_mut()
            && place.end == at.start
            && is_chinese_word
        {
            before.push_str(&word);
            place.end = at.end;
            return at.end;
        }
        self.push(Kind::Unknown(word), at)
    }

    /// The longest known phrase that begins with the word at `at`; else a code, letters of a mill, or an unknown word.
    fn letters(&mut self, at: usize) -> usize {
        let end = self.letters_end(at);
        let glued_end = if self.is_digit(end) {
            self.word_end(at)
        } else {
            end
        };
        if let Some((term, end)) = self.phrase(at) {
            return self.push(Kind::Term(term), at..end);
        }
        let word: String = self.text.get(at..end).unwrap_or_default().iter().collect();
        let is_upper = self
            .original
            .get(at..end)
            .unwrap_or_default()
            .iter()
            .all(|c| !c.is_lowercase());
        let after_figure = matches!(
            self.tokens.last().map(|token| &token.kind),
            Some(Kind::Percent | Kind::Number(_))
        );
        if after_figure && self.words.is_gram(&word) {
            return self.push(Kind::Gram, at..end);
        }
        let name = |id: &crate::model::FibreId| FibreName {
            id: id.clone(),
            is_stand_in: false,
            is_recycled: false,
        };
        if let Some(id) = self
            .words
            .code(&word)
            .filter(|_| (is_upper || after_figure) && glued_end == end)
        {
            return self.push(Kind::Term(Term::Fibre(name(id))), at..end);
        }
        if let Some(id) = self.words.trade(&word).filter(|_| is_upper || after_figure) {
            return self.push(Kind::Trade(name(id)), at..end);
        }
        let word: String = self
            .original
            .get(at..glued_end)
            .unwrap_or_default()
            .iter()
            .collect();
        self.unknown(word, at..glued_end)
    }

    /// The end of letters and digits without a gap.
    fn word_end(&self, at: usize) -> usize {
        let goes_on = |at: usize| {
            self.char(at)
                .is_some_and(|c| is_letter(c) || c.is_ascii_digit() || c == '\'')
        };
        (at..).find(|at| !goes_on(*at)).unwrap_or(at)
    }

    fn phrase(&self, at: usize) -> Option<(Term, usize)> {
        let mut found = None;
        let mut phrase = String::new();
        let mut start = at;
        for _ in 0..MOST_WORDS {
            let end = self.word_end(start);
            if end == start {
                break;
            }
            phrase.extend(self.text.get(start..end).unwrap_or_default());
            let letters = self.letters_end(start);
            if let Some(term) = self.words.term(&phrase) {
                found = Some((term.clone(), end));
            } else if letters < end {
                // `nylon6` as a word is known; in `cotton95` the digits are a number.
                let digits = end - letters;
                let shorter = phrase
                    .get(..phrase.len().saturating_sub(digits))
                    .unwrap_or_default();
                if let Some(term) = self.words.term(shorter) {
                    found = Some((term.clone(), letters));
                }
                break;
            }
            phrase.push(' ');
            let gap = self.char(end).is_some_and(|c| c == ' ' || c == '-');
            let next = if gap { end + 1 } else { break };
            if !self
                .char(next)
                .is_some_and(|c| c.is_alphanumeric() && !is_chinese(c))
            {
                break;
            }
            start = next;
        }
        found
    }
}
