//! The file as JSON, for programs that do not read RON: structs are objects, a word with content is an object with that
//! one key, a word alone is a string.

use super::write;
use crate::model::Project;
use serde_json::{Map, Number, Value};
use std::iter::Peekable;
use std::str::Chars;

/// The content of the file of `project`; none where it cannot be written.
pub fn as_json(project: &Project) -> Option<Value> {
    let text = write(project, None).ok()?;
    let mut reader = Reader {
        letters: text.chars().peekable(),
    };
    let value = reader.value()?;
    reader.blank();
    reader.letters.next().is_none().then_some(value)
}

/// Reads what [`write()`] writes.
struct Reader<'a> {
    letters: Peekable<Chars<'a>>,
}

impl Reader<'_> {
    /// Goes over blanks, comments and the lines of extensions.
    fn blank(&mut self) {
        while let Some(letter) = self.letters.peek() {
            match letter {
                '/' | '#' => while self.letters.next_if(|letter| *letter != '\n').is_some() {},
                letter if letter.is_whitespace() => {
                    self.letters.next();
                }
                _ => return,
            }
        }
    }

    /// True where `letter` comes next, and takes it.
    fn takes(&mut self, letter: char) -> bool {
        self.blank();
        self.letters.next_if_eq(&letter).is_some()
    }

    fn value(&mut self) -> Option<Value> {
        self.blank();
        match *self.letters.peek()? {
            '"' => self.string().map(Value::String),
            '[' => self.list(),
            '{' => self.map(),
            '(' => self.group(),
            letter if letter.is_ascii_digit() || "+-".contains(letter) => self.number(),
            _ => self.named(),
        }
    }

    fn list(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        self.takes('[');
        while !self.takes(']') {
            items.push(self.value()?);
            self.takes(',');
        }
        Some(Value::Array(items))
    }

    fn map(&mut self) -> Option<Value> {
        let mut entries = Map::new();
        self.takes('{');
        while !self.takes('}') {
            let key = self.string()?;
            if !self.takes(':') {
                return None;
            }
            entries.insert(key, self.value()?);
            self.takes(',');
        }
        Some(Value::Object(entries))
    }

    /// What stands in brackets: fields as an object, else a list.
    fn group(&mut self) -> Option<Value> {
        let (mut fields, mut items) = (Map::new(), Vec::new());
        self.takes('(');
        while !self.takes(')') {
            self.blank();
            let is_word = self.letters.peek().is_some_and(|letter| is_word(*letter));
            let is_number = self.letters.peek().is_some_and(char::is_ascii_digit);
            if is_word && !is_number {
                let word = self.word();
                if self.takes(':') {
                    fields.insert(word, self.value()?);
                } else {
                    items.push(self.after(word)?);
                }
            } else {
                items.push(self.value()?);
            }
            self.takes(',');
        }
        Some(if fields.is_empty() {
            Value::Array(items)
        } else {
            Value::Object(fields)
        })
    }

    fn named(&mut self) -> Option<Value> {
        let word = self.word();
        if word.is_empty() { None } else { self.after(word) }
    }

    /// A word with what follows it in brackets.
    fn after(&mut self, word: String) -> Option<Value> {
        match word.as_str() {
            "true" => return Some(Value::Bool(true)),
            "false" => return Some(Value::Bool(false)),
            _ => self.blank(),
        }
        if self.letters.peek() != Some(&'(') {
            return Some(Value::String(word));
        }
        let content = match self.group()? {
            Value::Array(mut items) if items.len() == 1 => items.pop()?,
            content => content,
        };
        Some(Value::Object(Map::from_iter([(word, content)])))
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(letter) = self.letters.next_if(|letter| is_word(*letter)) {
            word.push(letter);
        }
        word
    }

    fn number(&mut self) -> Option<Value> {
        let mut text = String::new();
        let is_part = |letter: &char| letter.is_ascii_alphanumeric() || "+-._".contains(*letter);
        while let Some(letter) = self.letters.next_if(is_part) {
            text.push(letter);
        }
        let text = text.replace('_', "");
        let whole = text.parse::<u64>().ok().map(Number::from);
        let number = whole.or_else(|| text.parse::<f64>().ok().and_then(Number::from_f64));
        number.map(Value::Number)
    }

    fn string(&mut self) -> Option<String> {
        if !self.takes('"') {
            return None;
        }
        let mut text = String::new();
        loop {
            match self.letters.next()? {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                letter => text.push(letter),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        match self.letters.next()? {
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            '0' => Some('\0'),
            'x' => {
                let digits: String = self.letters.by_ref().take(2).collect();
                char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
            }
            'u' => {
                self.letters.next_if_eq(&'{')?;
                let mut digits = String::new();
                while let Some(digit) = self.letters.next_if(char::is_ascii_hexdigit) {
                    digits.push(digit);
                }
                self.letters.next_if_eq(&'}')?;
                char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
            }
            letter => Some(letter),
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
