//! Words of labels as they are compared in every language: without accents and case, in one form of digits, kana and marks.
//!
//! Invariant: every character knows where it stood in the text it came from.

use super::chars::plain;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

/// A text as it is compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Folded {
    /// Its characters.
    pub(super) chars: Vec<char>,
    /// Where each stood in the text, in characters.
    at: Vec<usize>,
    /// How many characters the text had.
    length: usize,
}

impl Folded {
    /// `text` as it is compared.
    pub(super) fn of(text: &[char]) -> Self {
        let mut folded = Self {
            length: text.len(),
            ..Self::default()
        };
        for (at, c) in text.iter().enumerate() {
            folded.add(*c, at);
        }
        folded
    }

    fn add(&mut self, c: char, at: usize) {
        if is_dropped(c) {
            return;
        }
        if let (Some(joined), Some(last)) = (
            self.chars.last().and_then(|last| join(*last, c)),
            self.chars.last_mut(),
        ) {
            *last = joined;
            return;
        }
        match in_two(c) {
            Some(pair) => pair.into_iter().for_each(|c| self.push(c, at)),
            None => self.push(base(digit(plain(kana(c)))), at),
        }
    }

    fn push(&mut self, c: char, at: usize) {
        self.chars.push(c);
        self.at.push(at);
    }

    /// Where the stretch `range` stood in the text.
    pub(super) fn place(&self, range: Range<usize>) -> Range<usize> {
        let start = self.at.get(range.start).copied().unwrap_or(self.length);
        let end = self.at.get(range.end).copied().unwrap_or(self.length);
        start..end.max(start)
    }
}

/// `word` as a key of a table: folded, one space between words, none between characters of scripts that write none.
pub(super) fn key(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let folded = Folded::of(&chars).chars;
    let spaceless = folded.first().is_some_and(|c| is_unspaced(*c));
    let mut key = String::new();
    for c in folded {
        let gap = is_gap(c);
        if !gap {
            key.push(c);
        } else if !spaceless && !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key.trim_end().to_owned()
}

/// True for what may stand between the words of a name.
pub(super) fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '-' | '\'' | '.')
}

/// True for Chinese characters and kana, which no space divides.
pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{3041}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '々')
}

/// True for Hangul and Thai: spaces stand within names as people like.
pub(super) fn is_loose(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}' | '\u{0E00}'..='\u{0E7F}')
}

/// True for scripts whose words are not divided by spaces.
pub(super) fn is_unspaced(c: char) -> bool {
    is_cjk(c) || is_loose(c)
}

/// True for letters of words that spaces divide, with the signs that belong to them.
pub(super) fn is_letter(c: char) -> bool {
    (c.is_alphabetic() && !is_unspaced(c)) || matches!(c, '\u{094D}' | '\u{09CD}' | '\u{200D}')
}

/// True for letters of a script that no table has a word of.
pub(super) fn is_foreign(c: char) -> bool {
    let known = matches!(c, '\0'..='\u{24F}' | '\u{370}'..='\u{52F}' | '\u{600}'..='\u{6FF}' | '\u{900}'..='\u{9FF}'
        | '\u{E00}'..='\u{E7F}' | '\u{1E00}'..='\u{1FFF}' | '\u{2000}'..='\u{33FF}' | '\u{FF00}'..='\u{FFEF}');
    c.is_alphabetic() && !known && !is_unspaced(c)
}

/// Marks that change no word: accents written apart, Arabic vowels, nukta, signs without width.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{640}' | '\u{93C}' | '\u{9BC}'
        | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// A mark that is written behind the kana or Hangul it belongs to.
fn join(last: char, c: char) -> Option<char> {
    let moved = |by: u32| char::from_u32(u32::from(last) + by);
    let code = |c: char| u32::from(c);
    match c {
        '\u{3099}' | '\u{FF9E}' if last == 'ウ' => Some('ヴ'),
        '\u{3099}' | '\u{FF9E}' => moved(1),
        '\u{309A}' | '\u{FF9F}' => moved(2),
        '\u{1161}'..='\u{1175}' if ('\u{1100}'..='\u{1112}').contains(&last) => {
            char::from_u32(0xAC00 + ((code(last) - 0x1100) * 21 + (code(c) - 0x1161)) * 28)
        }
        '\u{11A8}'..='\u{11C2}' if ('\u{AC00}'..='\u{D7A3}').contains(&last) => moved(code(c) - 0x11A7),
        _ => None,
    }
}

/// Letters that are written as two where accents are left out.
fn in_two(c: char) -> Option<[char; 2]> {
    Some(match c {
        'ß' | 'ẞ' => ['s', 's'],
        'æ' | 'Æ' => ['a', 'e'],
        'œ' | 'Œ' => ['o', 'e'],
        'þ' | 'Þ' => ['t', 'h'],
        '\u{E33}' => ['\u{E4D}', '\u{E32}'],
        '\u{9CB}' => ['\u{9C7}', '\u{9BE}'],
        '\u{9CC}' => ['\u{9C7}', '\u{9D7}'],
        _ => return None,
    })
}

/// The Devanagari or Bengali letter below a nukta.
fn nukta(c: char) -> Option<char> {
    Some(match c {
        '\u{958}' => '\u{915}',
        '\u{959}' => '\u{916}',
        '\u{95A}' => '\u{917}',
        '\u{95B}' => '\u{91C}',
        '\u{95C}' => '\u{921}',
        '\u{95D}' => '\u{922}',
        '\u{95E}' => '\u{92B}',
        '\u{95F}' => '\u{92F}',
        '\u{9DC}' => '\u{9A1}',
        '\u{9DD}' => '\u{9A2}',
        '\u{9DF}' => '\u{9AF}',
        _ => return None,
    })
}

/// Half-width katakana as the usual ones.
fn kana(c: char) -> char {
    const WIDE: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    let place = u32::from(c)
        .checked_sub(0xFF66)
        .and_then(|at| usize::try_from(at).ok());
    place.and_then(|at| WIDE.chars().nth(at)).unwrap_or(c)
}

/// Digits and marks of number of all scripts as those of ASCII.
fn digit(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        '\u{966}'..='\u{96F}' => 0x966,
        '\u{9E6}'..='\u{9EF}' => 0x9E6,
        '\u{E50}'..='\u{E59}' => 0xE50,
        _ => return mark(c),
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

fn mark(c: char) -> char {
    match c {
        '٫' => '.',
        '،' | '٬' => ',',
        '؛' => ';',
        '۔' | '।' | '｡' => '。',
        '®' | '™' | '©' | '℠' => ' ',
        '×' | '＊' => '*',
        c => c,
    }
}

/// The letter without its accent.
fn base(c: char) -> char {
    static BASES: OnceLock<BTreeMap<char, char>> = OnceLock::new();
    let bases = BASES.get_or_init(|| {
        let rows = ACCENTED.iter();
        rows.flat_map(|(plain, accented)| accented.chars().map(|c| (c, *plain)))
            .collect()
    });
    if c.is_ascii() {
        return c;
    }
    nukta(c).or_else(|| bases.get(&c).copied()).unwrap_or(c)
}

/// Letters and their forms with accents.
const ACCENTED: [(char, &str); 56] = [
    ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ('c', "çćĉċčḉ"),
    ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ('i', "ìíîïĩīĭįǐȉȋḭḯỉịıİ"),
    ('n', "ñńņňǹṅṇṉṋŋ"),
    ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø"),
    ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ('y', "ýÿŷȳẏẙỳỵỷỹ"),
    ('d', "ďḋḍḏḑḓđð"),
    ('g', "ĝğġģǧǵḡ"),
    ('h', "ĥȟḣḥḧḩḫẖħ"),
    ('j', "ĵǰ"),
    ('k', "ķǩḱḳḵ"),
    ('l', "ĺļľḷḹḻḽł"),
    ('r', "ŕŗřȑȓṙṛṝṟ"),
    ('s', "śŝşšſșṡṣṥṧṩẛ"),
    ('t', "ţťțṫṭṯṱẗŧ"),
    ('w', "ŵẁẃẅẇẉẘ"),
    ('z', "źżžẑẓẕ"),
    ('ι', "ΐίϊἰἱἲἳἴἵἶἷὶῐῑῒῖῗ"),
    ('α', "άἀἁἂἃἄἅἆἇὰᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
    ('ε', "έϵἐἑἒἓἔἕὲ"),
    ('η', "ήἠἡἢἣἤἥἦἧὴᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
    ('υ', "ΰϋύὐὑὒὓὔὕὖὗὺῠῡῢῦῧ"),
    ('ο', "όὀὁὂὃὄὅὸ"),
    ('ω', "ώὠὡὢὣὤὥὦὧὼᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
    ('β', "ϐ"),
    ('θ', "ϑ"),
    ('φ', "ϕ"),
    ('π', "ϖ"),
    ('κ', "ϰ"),
    ('ρ', "ϱῤῥ"),
    ('и', "йѝӣӥ"),
    ('е', "ѐёӗ"),
    ('г', "ѓґ"),
    ('і', "ї"),
    ('к', "ќ"),
    ('у', "ўӯӱӳ"),
    ('ж', "ӂӝ"),
    ('а', "ӑӓ"),
    ('з', "ӟ"),
    ('о', "ӧ"),
    ('э', "ӭ"),
    ('ч', "ӵ"),
    ('ы', "ӹ"),
    ('b', "ḃḅḇ"),
    ('f', "ḟ"),
    ('m', "ḿṁṃ"),
    ('p', "ṕṗ"),
    ('v', "ṽṿ"),
    ('x', "ẋẍ"),
    ('σ', "ς"),
    ('ا', "أإآٱ"),
    ('ي', "ىی"),
    ('ه', "ة"),
    ('ك', "ک"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        Folded::of(&text.chars().collect::<Vec<_>>())
            .chars
            .into_iter()
            .collect()
    }

    #[test]
    fn accents_case_digits_and_marks_make_no_difference() {
        for (text, expected) in [
            ("ÉLASTHANNE", "elasthanne"),
            ("Außenmaterial", "aussenmaterial"),
            ("Căptușeală", "captuseala"),
            ("İPEK", "ipek"),
            ("ΒΑΜΒΆΚΙ", "βαμβακι"),
            ("ﾎﾟﾘｴｽﾃﾙ９５％", "ポリエステル95%"),
            ("٩٥٪ قُطْن", "95% قطن"),
            ("९५% ৫%", "95% 5%"),
            ("Ba\u{308}umwolle", "baumwolle"),
            ("\u{1106}\u{1167}\u{11AB}", "면"),
        ] {
            assert_eq!(folded(text), expected);
        }
        assert_eq!(key("소매 안감"), "소매안감");
        assert_eq!(key("Bio-Baumwolle"), "bio baumwolle");
        assert_eq!(key("lamb's  wool"), "lamb s wool");
    }

    #[test]
    fn every_character_knows_where_it_stood() {
        let text: Vec<char> = "e\u{301}ß ﾎﾟ".chars().collect();
        let folded = Folded::of(&text);
        assert_eq!(folded.chars.iter().collect::<String>(), "ess ポ");
        assert_eq!(folded.place(0..1), 0..2);
        assert_eq!(folded.place(1..3), 2..3);
        assert_eq!(folded.place(4..5), 4..6);
        assert_eq!(folded.place(9..12), 6..6);
    }
}
