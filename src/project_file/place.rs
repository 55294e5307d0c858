//! Where in a file something stands: line, column, and the keys that lead there.
//!
//! Invariant: any text may be walked, well-formed or not; the walk never fails, it only knows less.

/// A place in a file, counted from 1 in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

impl Place {
    /// The first character of a file.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place of the byte at `offset`.
    pub(super) fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: 1 + before.matches('\n').count(),
            column: 1 + before.get(line_start..).map_or(0, |line| line.chars().count()),
        }
    }

    /// The byte offset of this place in `text`; the end of the text where it lies beyond.
    pub(super) fn offset(self, text: &str) -> usize {
        let mut line_start = 0;
        for line in text.split_inclusive('\n').take(self.line.saturating_sub(1)) {
            line_start += line.len();
        }
        let rest = text.get(line_start..).unwrap_or_default();
        let column = self.column.saturating_sub(1);
        let within = rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at);
        line_start + within
    }
}

/// An open or just closed bracket with what is known of its content so far.
#[derive(Debug, Clone, Default)]
struct Frame {
    open: usize,
    is_list: bool,
    commas: usize,
    /// The key whose value is being read.
    key: Option<String>,
    /// The word before a colon, or the last text or word seen.
    last: Option<(String, usize)>,
    id: Option<String>,
    id_at: Option<usize>,
    awaits_id: bool,
}

impl Frame {
    fn at(open: usize, is_list: bool) -> Self {
        Self {
            open,
            is_list,
            ..Self::default()
        }
    }

    fn word(&mut self, word: &str, at: usize) {
        if self.awaits_id {
            self.id = Some(short(word));
            self.awaits_id = false;
        }
        self.last = Some((word.to_owned(), at));
    }

    fn colon(&mut self) {
        if let Some((key, at)) = self.last.take() {
            if key == "id" || key == "to" || key == "fibre" {
                self.awaits_id = self.id.is_none();
                self.id_at.get_or_insert(at);
            }
            self.key = Some(key);
        }
    }

    fn comma(&mut self) {
        self.commas += 1;
        self.key = None;
        self.last = None;
        self.awaits_id = false;
    }
}

/// What surrounds an offset: the open brackets and the one that closed last.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    frames: Vec<Frame>,
    closed: Option<Frame>,
    token: usize,
}

impl Surroundings {
    /// Walks `text` up to `offset`.
    pub(super) fn at(text: &str, offset: usize) -> Self {
        let mut found = Self::default();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty() && at < offset) {
            at += found.step(rest, at).max(1);
            while !text.is_char_boundary(at) {
                at += 1;
            }
        }
        found
    }

    /// Where the value with the keys `path` begins, or anything inside of it.
    pub(super) fn find(text: &str, path: &str) -> Option<usize> {
        let mut found = Self::default();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            at += found.step(rest, at).max(1);
            while !text.is_char_boundary(at) {
                at += 1;
            }
            if found.path().starts_with(path) {
                return Some(found.token);
            }
        }
        None
    }

    /// Start of the last token before the offset.
    pub(super) fn token(&self) -> usize {
        self.token
    }

    /// Where the innermost open bracket stands.
    pub(super) fn group(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.open)
    }

    /// Where the entry that closed last names itself; where it opens, if it does not.
    pub(super) fn closed_entry(&self) -> usize {
        let closed = self.closed.as_ref();
        closed.map_or(self.token, |frame| frame.id_at.unwrap_or(frame.open))
    }

    /// The keys that lead to the offset: `product.parts[shell].fibres[2].share`.
    pub(super) fn path(&self) -> String {
        self.path_through(self.frames.len())
    }

    /// The keys that lead to the innermost open bracket.
    pub(super) fn group_path(&self) -> String {
        self.path_through(self.frames.len().saturating_sub(1))
    }

    fn path_through(&self, depth: usize) -> String {
        let mut path = String::new();
        for (at, frame) in self.frames.iter().enumerate().take(depth) {
            if frame.is_list {
                let inner = self.frames.get(at + 1);
                let id = inner.and_then(|inner| inner.id.clone());
                let entry = id.unwrap_or_else(|| (frame.commas + 1).to_string());
                path = format!("{path}[{entry}]");
            } else if let Some(key) = &frame.key {
                let dot = if path.is_empty() { "" } else { "." };
                path = format!("{path}{dot}{key}");
            }
        }
        path
    }

    /// Reads one token or blank from `rest`, which starts at byte `at`; its length.
    fn step(&mut self, rest: &str, at: usize) -> usize {
        let Some(first) = rest.chars().next() else {
            return 0;
        };
        if let Some(length) = comment(rest) {
            return length;
        }
        if first.is_whitespace() {
            return first.len_utf8();
        }
        self.token = at;
        match first {
            '(' | '[' | '{' => self.frames.push(Frame::at(at, first == '[')),
            ')' | ']' | '}' => self.closed = self.frames.pop(),
            ':' => self.with_inner(Frame::colon),
            ',' => self.with_inner(Frame::comma),
            '"' => {
                let length = quoted(rest);
                let inside = rest.get(1..length.saturating_sub(1)).unwrap_or_default();
                self.with_inner(|frame| frame.word(inside, at));
                return length;
            }
            _ => {
                let length = word(rest);
                let text = rest.get(..length).unwrap_or_default();
                self.with_inner(|frame| frame.word(text, at));
                return length;
            }
        }
        1
    }

    fn with_inner(&mut self, change: impl FnOnce(&mut Frame)) {
        if let Some(frame) = self.frames.last_mut() {
            change(frame);
        }
    }
}

/// Where the first quoted text or word of more than `most` characters starts.
pub(super) fn long_text(text: &str, most: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| rest.len() > most) {
        let length = match rest.chars().next()? {
            '"' => quoted(rest),
            '/' => comment(rest).unwrap_or(1),
            first if first.is_whitespace() => first.len_utf8(),
            _ => word(rest),
        };
        let token = rest.get(..length).unwrap_or_default();
        let is_comment = token.starts_with("//") || token.starts_with("/*");
        if !is_comment && length > most && characters(token) > most {
            return Some(at);
        }
        at += length.max(1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    None
}

/// How many characters a quoted text holds, an escaped one counted once; of a word, how many it has.
fn characters(token: &str) -> usize {
    let Some(inside) = token.strip_prefix('"') else {
        return token.chars().count();
    };
    let mut letters = inside.strip_suffix('"').unwrap_or(inside).chars();
    let mut count = 0;
    while let Some(letter) = letters.next() {
        count += 1;
        match (letter, letters.as_str().as_bytes().first()) {
            ('\\', Some(b'u')) => {
                letters.find(|letter| *letter == '}');
            }
            ('\\', Some(b'x')) => {
                letters.nth(2);
            }
            ('\\', _) => {
                letters.next();
            }
            _ => {}
        }
    }
    count
}

/// At most forty characters of a text of the file, so that an error stays readable.
pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Length of the comment that `rest` starts with; block comments nest.
fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if !rest.starts_with("/*") {
        return None;
    }
    let bytes = rest.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            b"/*" => depth += 1,
            b"*/" => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return Some(at);
        }
    }
    Some(rest.len())
}

/// Length of the quoted text that `rest` starts with, quotes included.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Length of the word or number that `rest` starts with; raw text (`r#"…"#`) counts as one word.
fn word(rest: &str) -> usize {
    let hashes = rest
        .strip_prefix('r')
        .map(|after| after.len() - after.trim_start_matches('#').len());
    if let Some(hashes) = hashes {
        let open = 1 + hashes;
        if rest.get(open..).is_some_and(|after| after.starts_with('"')) {
            let close = format!("\"{}", "#".repeat(hashes));
            let body = rest.get(open + 1..).unwrap_or_default();
            return body
                .find(&close)
                .map_or(rest.len(), |at| open + 1 + at + close.len());
        }
    }
    let ends = |letter: char| letter.is_whitespace() || "()[]{}:,\"/".contains(letter);
    rest.find(ends).unwrap_or(rest.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "(\n  id: \"p\", // id: \"x\"\n  parts: [\n    (id: \"shell\", fibres: [(fibre: \"cotton\", share: 1.5)]),\n  ],\n)";

    #[test]
    fn the_path_names_keys_and_entries() {
        let offset = TEXT.find("1.5").expect("in the text") + 3;
        let found = Surroundings::at(TEXT, offset);
        assert_eq!(found.path(), "parts[shell].fibres[cotton].share");
        assert_eq!(Place::of(TEXT, found.token()), Place { line: 4, column: 53 });
    }

    #[test]
    fn places_and_offsets_are_inverse() {
        let text = "甲乙\n  丙丁\n";
        for (offset, _) in text.char_indices() {
            assert_eq!(Place::of(text, offset).offset(text), offset);
        }
        assert_eq!(Place { line: 9, column: 9 }.offset(text), text.len());
    }

    #[test]
    fn long_texts_are_found_and_escapes_count_once() {
        let found = |text: &str| long_text(text, 4);
        assert_eq!(found("(a: \"1234\", b: \"12345\")"), Some(15));
        assert_eq!(found(r#"("1\n\"4", "\u{4e00}\x41\\4")"#), None);
        assert_eq!(found("(a: 123456)"), Some(4));
        assert_eq!(found("(a: 1) // a long comment\n/* and another */ (b)"), None);
        assert_eq!(found("\"长长长长长"), Some(0));
    }

    #[test]
    fn any_text_can_be_walked() {
        for text in ["", ")))", "/* /* */", "\"\\", "r##\"a\"#", "(a:(b:[", "r", "/"] {
            for offset in 0..=text.len() {
                let _ = Surroundings::at(text, offset).path();
                let _ = long_text(text, offset);
            }
        }
    }
}
