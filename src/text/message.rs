//! Tables of messages: each entry has its English and Chinese words side by side.
//!
//! Invariant: an entry without one of its two texts does not compile.

use super::Lang;

/// A message of some table, so that generic code can say it and tests can go over all of them.
pub trait Phrase: Copy + 'static {
    /// The name of the table.
    const TABLE: &'static str;

    /// Every message of the table, in the order of its source.
    fn all() -> &'static [Self];

    /// The message's own name.
    fn key(self) -> &'static str;

    /// The words in `lang`, with `{name}` where something is to be put in.
    fn text(self, lang: Lang) -> &'static str;

    /// The words of a heading: in both languages Chinese, [`super::JOINT`], English.
    fn head(self, lang: Lang) -> &'static str;

    /// The words in `lang` with each `{name}` replaced by the value given for it; an unknown name stays as it is.
    fn with(self, lang: Lang, values: &[(&str, &str)]) -> String {
        fill(self.text(lang), values)
    }
}

/// One message with both texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its name in the table.
    pub key: &'static str,
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// A table of messages as plain data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its messages.
    pub entries: Vec<Entry>,
}

impl Table {
    /// The table of the messages `P`.
    pub fn of<P: Phrase>() -> Self {
        let entry = |phrase: &P| Entry {
            key: phrase.key(),
            en: phrase.text(Lang::En),
            zh: phrase.text(Lang::Zh),
        };
        Self {
            name: P::TABLE,
            entries: P::all().iter().map(entry).collect(),
        }
    }
}

/// Replaces each `{name}` in one pass, so a value that itself holds braces is left alone.
fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => out.extend(["{", name, "}"]),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Makes an enum of messages: `messages! { /// Doc. pub enum PanelMsg { Parts: "Parts", "部件"; } }`.
macro_rules! messages {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($key:ident: $en:literal, $zh:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        $vis enum $name {
            $(#[doc = $en] $key,)+
        }

        impl $name {
            /// Every message, in the order of its source.
            pub const ALL: &[Self] = &[$(Self::$key),+];

            /// The words in `lang`.
            pub const fn text(self, lang: $crate::text::Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$key, $crate::text::Lang::En) => $en,
                    (Self::$key, $crate::text::Lang::Zh | $crate::text::Lang::Both) => $zh,)+
                }
            }

            /// The words of a heading, an axis or a result: in both languages Chinese, an en space, English.
            pub const fn head(self, lang: $crate::text::Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$key, $crate::text::Lang::Both) => concat!($zh, "\u{2002}", $en),)+
                    _ => self.text(lang),
                }
            }

            /// The words in `lang` with each `{name}` replaced by the value given for it.
            pub fn with(self, lang: $crate::text::Lang, values: &[(&str, &str)]) -> String {
                <Self as $crate::text::Phrase>::with(self, lang, values)
            }
        }

        impl $crate::text::Phrase for $name {
            const TABLE: &'static str = stringify!($name);

            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn key(self) -> &'static str {
                match self {
                    $(Self::$key => stringify!($key),)+
                }
            }

            fn text(self, lang: $crate::text::Lang) -> &'static str {
                Self::text(self, lang)
            }

            fn head(self, lang: $crate::text::Lang) -> &'static str {
                Self::head(self, lang)
            }
        }
    };
}
pub(crate) use messages;

#[cfg(test)]
mod tests {
    use super::*;

    messages! {
        /// Only for this test.
        enum TestMsg {
            Limit: "{stage} takes {limit}", "{stage}最多接受{limit}";
            Plain: "Plain", "普通";
        }
    }

    #[test]
    fn names_are_replaced_once() {
        let values = [("stage", "{limit}"), ("limit", "80 %")];
        assert_eq!(TestMsg::Limit.with(Lang::En, &values), "{limit} takes 80 %");
        assert_eq!(
            TestMsg::Limit.with(Lang::Zh, &[("stage", "解聚")]),
            "解聚最多接受{limit}"
        );
        assert_eq!(fill("a { b", &[]), "a { b");
        assert_eq!(fill("{} {a}{a}", &[("a", "x")]), "{} xx");
    }

    #[test]
    fn a_heading_says_both_languages() {
        let texts = [Lang::En, Lang::Zh, Lang::Both].map(|lang| TestMsg::Plain.head(lang));
        assert_eq!(texts, ["Plain", "普通", "普通\u{2002}Plain"]);
        assert_eq!(TestMsg::Plain.text(Lang::Both), "普通");
    }

    #[test]
    fn a_table_lists_every_message() {
        let table = Table::of::<TestMsg>();
        assert_eq!(table.name, "TestMsg");
        assert_eq!(table.entries.len(), TestMsg::ALL.len());
        assert_eq!(
            table.entries[1],
            Entry {
                key: "Plain",
                en: "Plain",
                zh: "普通"
            }
        );
    }
}
