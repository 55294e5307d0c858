//! Where a line may end: the rules of both languages, for the window and for paper.
//!
//! Invariant: no opening bracket or quote ends a line, no closing one and no stop begins one, and a figure never parts
//! from its unit.

/// Narrower than this many of the widest letters a word is not broken inside: it would run down the page.
const LEAST: f32 = 4.0;

/// What opens and so stays with what follows.
const OPENING: &str = "（“‘《〈【「『(［[{";
/// What closes or stops and so stays with what precedes.
const CLOSING: &str = "，。、；：？！）”’》〉】」』,.;:?!)］]}%％…·/／°²³×";

/// Units of several letters, which stay whole.
const UNITS: [&str; 5] = ["全时当量", "工时", "千件", "万件", "千吨"];

/// True where a unit that `before` ends in goes on in `after`.
fn is_in_unit(before: &str, after: &str) -> bool {
    UNITS.iter().any(|unit| {
        let cuts = unit.char_indices().skip(1);
        let mut halves = cuts.map(|(at, _)| unit.split_at(at));
        halves.any(|(head, tail)| before.ends_with(head) && after.starts_with(tail))
    })
}

/// `text` with its lines ended so that each fits into `room`, where `width` is that of a letter; a word that is wider
/// than the room is left whole.
pub fn broken(text: &str, room: f32, mut width: impl FnMut(char) -> f32) -> String {
    // What fits on one line, as most words of a page do, needs no place to end at.
    let mut whole = 0.0;
    let fits = |letter: char| {
        whole += width(letter);
        letter != '\n' && whole <= room
    };
    if text.chars().all(fits) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    // Where the present line may end: the place in `out`, and the width up to the next word.
    let mut candidate: Option<(usize, f32)> = None;
    let mut used = 0.0;
    let mut before = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == '\n' {
            out.push(letter);
            (candidate, used, before) = (None, 0.0, None);
            continue;
        }
        let next = letters.peek().map(|(_, next)| *next);
        if before.is_some_and(|before| may_part(before, letter, next))
            && !is_in_unit(&out, text.get(at..).unwrap_or_default())
        {
            candidate = Some((out.len(), used));
        }
        used += width(letter);
        out.push(letter);
        before = Some(letter);
        if used > room + 0.01
            && !is_gap(letter)
            && let Some((place, passed)) = candidate.take()
        {
            used -= passed;
            end_line(&mut out, place);
        }
    }
    out
}

/// Ends the line at `place`; the gap before it is dropped.
fn end_line(out: &mut String, place: usize) {
    let tail = out.split_off(place);
    out.truncate(out.trim_end_matches(is_gap).len());
    out.push('\n');
    out.push_str(&tail);
}

/// True where a word of `letters` wide letters may be broken inside `room` for want of any other place.
pub fn may_break_words(room: f32, letter: f32) -> bool {
    room >= LEAST * letter
}

/// True for spaces that a line may end at; the spaces that hold figure and unit together are none.
const fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '\u{2002}' | '\t' | '\u{3000}' | '\u{200B}')
}

/// True for Chinese characters and full-width signs.
const fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '“' | '”' | '‘' | '’' | '…')
}

/// Whether a line may end between `before` and `after`, which `next` follows.
fn may_part(before: char, after: char, next: Option<char>) -> bool {
    if is_gap(after) {
        return false;
    }
    if OPENING.contains(before) || CLOSING.contains(after) {
        return false;
    }
    if is_gap(before) {
        // A sign of its own between spaces, as in "a → b", stays with what precedes it.
        let is_sign = matches!(after, '→' | '·' | '–' | '=' | '+' | '×' | '%') && next.is_none_or(is_gap);
        return !is_sign;
    }
    if before.is_ascii_digit() && is_chinese(after) {
        return false;
    }
    if is_chinese(before) || is_chinese(after) {
        let joins = |letter: char| {
            matches!(
                letter,
                '/' | '·' | '−' | '-' | '–' | '\u{202F}' | '\u{A0}' | '≥' | '≤' | '＋' | '→' | '+'
            )
        };
        return !joins(before) || matches!(before, '＋' | '→');
    }
    before == '-' && after.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every Chinese character two wide, all else one.
    fn lines(text: &str, room: f32) -> Vec<String> {
        let text = broken(text, room, |letter| if is_chinese(letter) { 2.0 } else { 1.0 });
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn no_opening_bracket_ends_a_line_and_no_stop_begins_one() {
        for text in [
            "分拣＋机械法（开松）",
            "涤纶醇解（回收30%）",
            "“维修优先”循环度最高：MCI为0.42，基准为0.31。",
        ] {
            for room in 4..40_u8 {
                let lines = lines(text, f32::from(room));
                assert_eq!(lines.concat(), text, "{room}");
                for line in &lines {
                    assert!(!line.ends_with(['（', '“']), "{room}: {lines:?}");
                    assert!(
                        !line.starts_with(['）', '”', '，', '。', '：', '%']),
                        "{room}: {lines:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_figure_keeps_its_unit() {
        for text in [
            "recycled 30\u{202F}% of it, 310\u{202F}h gained",
            "新增310工时/千件，减少20万件，占30%",
            "每1000件 18个全时当量",
        ] {
            for room in 4..40_u8 {
                for line in lines(text, f32::from(room)) {
                    assert!(
                        !line.ends_with(|letter: char| letter.is_ascii_digit()) || text.ends_with(&line),
                        "{line}"
                    );
                    assert!(
                        !line.starts_with(['h', '%', '/', '工', '时', '万', '当', '量', '\u{202F}'])
                            || line.starts_with("工时占"),
                        "{line}"
                    );
                }
            }
        }
    }

    #[test]
    fn words_stay_whole_and_spaces_at_the_ends_go() {
        assert_eq!(lines("one two three", 8.0), ["one two", "three"]);
        assert_eq!(lines("same-grade route", 6.0), ["same-", "grade", "route"]);
        assert_eq!(lines("incomprehensible", 4.0), ["incomprehensible"]);
        assert_eq!(lines("a\nb c", 1.0), ["a", "b", "c"]);
    }
}
