//! Tables of the library as JSON: the same words and figures without remarks, which read several times as fast as the RON that
//! people edit. The build script makes them; a test holds both against each other.
//!
//! Of RON this knows what the tables use: `(field: value)`, tuples, lists, maps, variants with and without a content, texts,
//! numbers and remarks. What it does not know is an error of the build.

use std::fmt::Write as _;

/// The RON in `text` as JSON; where it does not read, what is wrong and in which line.
pub fn json_of(text: &str) -> Result<String, String> {
    let mut reader = Reader {
        rest: text,
        out: String::with_capacity(text.len()),
    };
    let read = reader.document();
    let passed = text.get(..text.len() - reader.rest.len()).unwrap_or_default();
    let line = 1 + passed.matches('\n').count();
    read.map_err(|what| format!("line {line}: {what}"))?;
    Ok(reader.out)
}

struct Reader<'a> {
    rest: &'a str,
    out: String,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<(), String> {
        self.blank();
        while self.rest.starts_with("#!") {
            let end = self.rest.find(']').ok_or("an attribute without an end")?;
            self.forward(end + 1);
            self.blank();
        }
        self.value()?;
        self.blank();
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err("more than one value".to_owned())
        }
    }

    /// Past blanks and remarks.
    fn blank(&mut self) {
        loop {
            self.rest = self.rest.trim_start();
            if !self.rest.starts_with("//") {
                return;
            }
            self.forward(self.rest.find('\n').unwrap_or(self.rest.len()));
        }
    }

    fn forward(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// The word that stands here; empty where none does.
    fn word(&self) -> &'a str {
        let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let end = self.rest.find(|letter| !is_of_word(letter));
        self.rest
            .get(..end.unwrap_or(self.rest.len()))
            .unwrap_or_default()
    }

    fn value(&mut self) -> Result<(), String> {
        self.blank();
        match self.rest.chars().next() {
            Some('"') => self.text(),
            Some('[') => self.list(']').map(drop),
            Some('{') => self.map(),
            Some('(') => self.content(),
            Some(first) if first.is_ascii_digit() || matches!(first, '-' | '.') => self.number(),
            Some(first) if first.is_ascii_alphabetic() => self.variant(),
            other => Err(format!("no value begins with {other:?}")),
        }
    }

    /// A text with the escapes that JSON knows too.
    fn text(&mut self) -> Result<(), String> {
        let mut escaped = false;
        let end = self.rest.char_indices().skip(1).find(|(_, letter)| {
            let ends = *letter == '"' && !escaped;
            escaped = *letter == '\\' && !escaped;
            ends
        });
        let (end, _) = end.ok_or("a text without an end")?;
        let text = self.rest.get(..=end).unwrap_or_default();
        // Of the escapes of RON, JSON does not know this one.
        for letter in text.replace("\\'", "'").chars() {
            match letter {
                '\n' => self.out.push_str("\\n"),
                '\t' => self.out.push_str("\\t"),
                letter => self.out.push(letter),
            }
        }
        self.forward(end + 1);
        Ok(())
    }

    fn number(&mut self) -> Result<(), String> {
        let is_of_number =
            |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '+' | '.' | 'e' | 'E' | '_');
        let end = self
            .rest
            .find(|letter| !is_of_number(letter))
            .unwrap_or(self.rest.len());
        let digits = self.rest.get(..end).unwrap_or_default().replace('_', "");
        if digits.starts_with('.') || digits.ends_with('.') {
            return Err(format!("{digits} wants digits before and after its point"));
        }
        self.out.push_str(&digits);
        self.forward(end);
        Ok(())
    }

    /// `true`, `false`, `None`, `Some(…)`, a variant alone or with its content.
    fn variant(&mut self) -> Result<(), String> {
        let word = self.word();
        self.forward(word.len());
        let is_filled = self.rest.starts_with('(');
        match word {
            "true" | "false" => self.out.push_str(word),
            "None" => self.out.push_str("null"),
            "Some" if is_filled => return self.content(),
            _ if is_filled => {
                let _ = write!(self.out, "{{\"{word}\":");
                self.content()?;
                self.out.push('}');
            }
            _ => {
                let _ = write!(self.out, "\"{word}\"");
            }
        }
        Ok(())
    }

    /// What stands in parentheses: fields, one value, or several.
    fn content(&mut self) -> Result<(), String> {
        let within = self.rest;
        self.forward(1);
        self.blank();
        let word = self.word();
        let after = self.rest.get(word.len()..).unwrap_or_default().trim_start();
        if !word.is_empty() && after.starts_with(':') {
            return self.fields();
        }
        let from = self.out.len();
        self.rest = within;
        if self.list(')')? == 1 {
            // One value stands for itself.
            self.out.remove(from);
            self.out.pop();
        }
        Ok(())
    }

    fn fields(&mut self) -> Result<(), String> {
        self.out.push('{');
        while !self.closes(')')? {
            let word = self.word();
            if word.is_empty() {
                return Err("a field without a name".to_owned());
            }
            let _ = write!(self.out, "\"{word}\"");
            self.forward(word.len());
            self.pair(')')?;
        }
        self.close('}');
        Ok(())
    }

    fn map(&mut self) -> Result<(), String> {
        self.forward(1);
        self.out.push('{');
        while !self.closes('}')? {
            self.text()?;
            self.pair('}')?;
        }
        self.close('}');
        Ok(())
    }

    /// The values between the bracket that stands here and `end`; gives how many they are.
    fn list(&mut self, end: char) -> Result<usize, String> {
        self.forward(1);
        self.out.push('[');
        let mut count = 0;
        while !self.closes(end)? {
            self.value()?;
            self.comma(end)?;
            count += 1;
        }
        self.close(']');
        Ok(count)
    }

    /// The value of a field or of a key, and what parts it from the next.
    fn pair(&mut self, end: char) -> Result<(), String> {
        self.blank();
        self.rest = self.rest.strip_prefix(':').ok_or("a name without a colon")?;
        self.out.push(':');
        self.value()?;
        self.comma(end)
    }

    /// The comma after a value; the last one may lack it.
    fn comma(&mut self, end: char) -> Result<(), String> {
        self.blank();
        self.out.push(',');
        match self.rest.strip_prefix(',') {
            Some(rest) => self.rest = rest,
            None if self.rest.starts_with(end) || self.rest.is_empty() => {}
            None => return Err("two values without a comma".to_owned()),
        }
        Ok(())
    }

    /// True where `end` stands here, which is passed.
    fn closes(&mut self, end: char) -> Result<bool, String> {
        self.blank();
        if self.rest.is_empty() {
            return Err(format!("the end, before {end}"));
        }
        let rest = self.rest.strip_prefix(end);
        self.rest = rest.unwrap_or(self.rest);
        Ok(rest.is_some())
    }

    /// The bracket `end`, in place of the comma after the last value.
    fn close(&mut self, end: char) {
        if self.out.ends_with(',') {
            self.out.pop();
        }
        self.out.push(end);
    }
}

#[cfg(test)]
mod tests {
    use super::json_of;

    #[test]
    fn what_the_tables_use_becomes_json() {
        let ron = r#"#![enable(implicit_some)]
// A remark.
[
    (id: "a", name: ("wool's", "羊毛"), of: Only(["x", "y"]), at: Beside(1, -2.5e-3), more: Row(low: 1_000, none: None)),
    (id: "it\'s \"b\"", kind: Plain, some: Some(true), map: {"k": (), "l": [],}), // the last
]"#;
        let json = r#"[{"id":"a","name":["wool's","羊毛"],"of":{"Only":["x","y"]},"at":{"Beside":[1,-2.5e-3]},"more":{"Row":{"low":1000,"none":null}}},{"id":"it's \"b\"","kind":"Plain","some":true,"map":{"k":[],"l":[]}}]"#;
        assert_eq!(json_of(ron).as_deref(), Ok(json));
    }

    #[test]
    fn what_does_not_read_is_told_with_its_line() {
        for (ron, line, what) in [
            ("[\n(a: 1),\n(c: 3, b 2)]", 3, "colon"),
            ("[\n1\n2]", 3, "comma"),
            ("(\na: \"b", 2, "without an end"),
            ("[1, 2", 1, "before ]"),
            ("[1] 2", 1, "more than one"),
            ("[\n.5]", 2, "digits"),
        ] {
            let error = json_of(ron).unwrap_err();
            assert!(
                error.starts_with(&format!("line {line}: ")) && error.contains(what),
                "{ron}: {error}"
            );
        }
    }
}
