//! Tables of the library as MessagePack: the same words and figures without remarks, which read several times as fast as the
//! RON that people edit. The build script makes them; a test holds both against each other.
//!
//! Of RON this knows what the tables use: `(field: value)`, tuples, lists, maps, variants with and without a content, texts,
//! numbers and remarks. What it does not know is an error of the build.

/// The RON in `text` as MessagePack; where it does not read, what is wrong and in which line.
pub fn packed(text: &str) -> Result<Vec<u8>, String> {
    let mut reader = Reader {
        rest: text,
        out: Vec::with_capacity(text.len()),
    };
    let read = reader.document();
    let passed = text.get(..text.len() - reader.rest.len()).unwrap_or_default();
    let line = 1 + passed.matches('\n').count();
    read.map_err(|what| format!("line {line}: {what}"))?;
    Ok(reader.out)
}

/// What a value begins with in MessagePack.
mod mark {
    pub(super) const NONE: u8 = 0xc0;
    pub(super) const FALSE: u8 = 0xc2;
    pub(super) const TRUE: u8 = 0xc3;
    /// A number with a fraction, eight bytes.
    pub(super) const FRACTION: u8 = 0xcb;
    /// A whole number, eight bytes, without and with a sign.
    pub(super) const WHOLE: u8 = 0xcf;
    pub(super) const SIGNED: u8 = 0xd3;
    /// A text, and its length in one byte, two or four; one of less than 32 bytes has its length in the mark.
    pub(super) const SHORT: u8 = 0xa0;
    pub(super) const TEXT: [u8; 3] = [0xd9, 0xda, 0xdb];
    /// A list and a map, and the count of what is in them in four bytes.
    pub(super) const LIST: u8 = 0xdd;
    pub(super) const MAP: u8 = 0xdf;
    /// A map with one value, as a variant with its content is.
    pub(super) const VARIANT: u8 = 0x81;
    /// The bytes that a list or a map begins with.
    pub(super) const HEAD: usize = 5;
}

struct Reader<'a> {
    rest: &'a str,
    out: Vec<u8>,
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
            Some('{') => self.map().map(drop),
            Some('(') => self.content(),
            Some(first) if first.is_ascii_digit() || matches!(first, '-' | '.') => self.number(),
            Some(first) if first.is_ascii_alphabetic() => self.variant(),
            other => Err(format!("no value begins with {other:?}")),
        }
    }

    fn text(&mut self) -> Result<(), String> {
        let mut letters = self.rest.char_indices().skip(1);
        let mut text = String::new();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.put_text(&text)?;
                    self.forward(at + 1);
                    return Ok(());
                }
                '\\' => text.push(match letters.next() {
                    Some((_, 'n')) => '\n',
                    Some((_, 't')) => '\t',
                    Some((_, letter @ ('"' | '\'' | '\\'))) => letter,
                    other => return Err(format!("no escape is {:?}", other.map(|(_, letter)| letter))),
                }),
                letter => text.push(letter),
            }
        }
        Err("a text without an end".to_owned())
    }

    fn put_text(&mut self, text: &str) -> Result<(), String> {
        let [one, two, four] = mark::TEXT;
        let length = u32::try_from(text.len()).map_err(|_| "a text that is too long")?;
        match (u8::try_from(length), u16::try_from(length)) {
            (Ok(length @ ..32), _) => self.out.push(mark::SHORT | length),
            (Ok(length), _) => self.out.extend([one, length]),
            (_, Ok(length)) => {
                self.out.push(two);
                self.out.extend(length.to_be_bytes());
            }
            _ => {
                self.out.push(four);
                self.out.extend(length.to_be_bytes());
            }
        }
        self.out.extend(text.as_bytes());
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
        let (mark, bytes) = if let Ok(whole) = digits.parse::<u64>() {
            (mark::WHOLE, whole.to_be_bytes())
        } else if let Ok(signed) = digits.parse::<i64>() {
            (mark::SIGNED, signed.to_be_bytes())
        } else {
            let fraction: f64 = digits.parse().map_err(|_| format!("{digits} is no number"))?;
            (mark::FRACTION, fraction.to_be_bytes())
        };
        self.out.push(mark);
        self.out.extend(bytes);
        self.forward(end);
        Ok(())
    }

    /// `true`, `false`, `None`, `Some(…)`, a variant alone or with its content.
    fn variant(&mut self) -> Result<(), String> {
        let word = self.word();
        self.forward(word.len());
        let is_filled = self.rest.starts_with('(');
        match word {
            "true" => self.out.push(mark::TRUE),
            "false" => self.out.push(mark::FALSE),
            "None" => self.out.push(mark::NONE),
            "Some" if is_filled => return self.content(),
            _ if is_filled => {
                self.out.push(mark::VARIANT);
                self.put_text(word)?;
                self.content()?;
            }
            _ => self.put_text(word)?,
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
            self.out.drain(from..from + mark::HEAD);
        }
        Ok(())
    }

    fn fields(&mut self) -> Result<(), String> {
        self.counted(mark::MAP, ')', |reader| {
            let word = reader.word();
            if word.is_empty() {
                return Err("a field without a name".to_owned());
            }
            reader.put_text(word)?;
            reader.forward(word.len());
            reader.pair(')')
        })
        .map(drop)
    }

    fn map(&mut self) -> Result<u32, String> {
        self.forward(1);
        self.counted(mark::MAP, '}', |reader| {
            reader.text()?;
            reader.pair('}')
        })
    }

    /// The values between the bracket that stands here and `end`; gives how many they are.
    fn list(&mut self, end: char) -> Result<u32, String> {
        self.forward(1);
        self.counted(mark::LIST, end, |reader| {
            reader.value()?;
            reader.comma(end)
        })
    }

    /// What `one` reads again and again until `end`, behind its mark and count; gives the count.
    fn counted(
        &mut self,
        mark: u8,
        end: char,
        one: impl Fn(&mut Self) -> Result<(), String>,
    ) -> Result<u32, String> {
        self.out.push(mark);
        let from = self.out.len();
        self.out.extend([0; mark::HEAD - 1]);
        let mut count = 0_u32;
        while !self.closes(end)? {
            one(self)?;
            count += 1;
        }
        let head = self.out.iter_mut().skip(from);
        head.zip(count.to_be_bytes()).for_each(|(to, byte)| *to = byte);
        Ok(count)
    }

    /// The value of a field or of a key, and what parts it from the next.
    fn pair(&mut self, end: char) -> Result<(), String> {
        self.blank();
        self.rest = self.rest.strip_prefix(':').ok_or("a name without a colon")?;
        self.value()?;
        self.comma(end)
    }

    /// The comma after a value; the last one may lack it.
    fn comma(&mut self, end: char) -> Result<(), String> {
        self.blank();
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
}

#[cfg(test)]
mod tests {
    use super::packed;
    use serde_json::Value;

    #[test]
    fn what_the_tables_use_is_packed() {
        let ron = r#"#![enable(implicit_some)]
// A remark.
[
    (id: "a", name: ("wool's", "羊毛"), of: Only(["x", "y"]), at: Beside(1, -2.5e-3), more: Row(low: 1_000, none: None)),
    (id: "it\'s \"b\"", kind: Plain, some: Some(true), map: {"k": (), "l": [],}), // the last
]"#;
        let json = r#"[{"id":"a","name":["wool's","羊毛"],"of":{"Only":["x","y"]},"at":{"Beside":[1,-2.5e-3]},"more":{"Row":{"low":1000,"none":null}}},{"id":"it's \"b\"","kind":"Plain","some":true,"map":{"k":[],"l":[]}}]"#;
        let packed = packed(ron).unwrap();
        let read: Value = rmp_serde::from_slice(&packed).unwrap();
        assert_eq!(read, serde_json::from_str::<Value>(json).unwrap());
    }

    #[test]
    fn texts_of_any_length_are_packed() {
        for length in [0, 1, 31, 32, 255, 256, 65_535, 65_536] {
            let text = "a".repeat(length);
            let packed = packed(&format!("\"{text}\"")).unwrap();
            assert_eq!(rmp_serde::from_slice::<String>(&packed).unwrap(), text);
        }
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
            ("[\n1.2.3]", 2, "no number"),
            ("[\n\"\\u\"]", 2, "no escape"),
        ] {
            let error = packed(ron).unwrap_err();
            assert!(
                error.starts_with(&format!("line {line}: ")) && error.contains(what),
                "{ron}: {error}"
            );
        }
    }
}
