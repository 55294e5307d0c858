//! What the program keeps for the user between two starts; nothing of the project.

use super::place::Place;
use crate::intake::bom::Memory;
use crate::report::passport::Details;
use crate::store::RecentFiles;
use crate::text::Lang;
use crate::ui::theme::ThemeKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The preferences file. What is missing in it has its usual value, so that older files stay readable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches that have nothing to do with each other"
)]
pub struct Preferences {
    #[serde(with = "language")]
    lang: Lang,
    /// Light or dark, and which contrast.
    #[serde(with = "Look")]
    pub theme: ThemeKind,
    /// True where nothing fades, slides or blinks.
    pub still: bool,
    /// True where ranges are shown beside figures.
    pub ranges: bool,
    /// True where the comparison shows differences from the baseline.
    pub relative: bool,
    /// True where the list is unfolded.
    pub list: bool,
    /// True where the inspector is unfolded.
    pub inspector: bool,
    /// True where boards are read in a hall, else in a class.
    pub hall: bool,
    /// True where pressed keys are shown on boards.
    pub shown_keys: bool,
    /// Where the window was left.
    pub window: Option<Place>,
    /// The stop of the tour to go on with, counted from 0; none where it was never begun, the number of stops at its end.
    pub tour: Option<usize>,
    /// Files opened or saved last.
    pub recent: RecentFiles,
    /// What headings of bills of materials mean by the user's corrections.
    pub headings: Memory,
    /// Who is named as author on documents; none until it was asked, empty for nobody.
    pub author: Option<String>,
    /// What was stated for the passport of each project, by its id; the last one under an empty id.
    pub passports: BTreeMap<String, Details>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            lang: Lang::En,
            theme: ThemeKind::Light,
            still: false,
            ranges: false,
            relative: false,
            list: true,
            inspector: true,
            hall: false,
            shown_keys: true,
            window: None,
            tour: None,
            recent: RecentFiles::default(),
            headings: Memory::default(),
            author: None,
            passports: BTreeMap::new(),
        }
    }
}

impl Preferences {
    /// The usual preferences in `lang`.
    pub fn in_language(lang: Lang) -> Self {
        Self {
            lang,
            ..Self::default()
        }
    }

    /// The language of the window.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// What was stated for the passport of the project `id`; issuer and factory of the last one where nothing was.
    pub fn passport(&self, id: &str) -> Details {
        let last = || {
            let last = self.passports.get("").cloned().unwrap_or_default();
            Details {
                product_id: String::new(),
                category_code: String::new(),
                category_name: String::new(),
                work: false,
                ..last
            }
        };
        self.passports.get(id).cloned().unwrap_or_else(last)
    }

    /// Remembers what was stated for the passport of the project `id`.
    pub fn remember_passport(&mut self, id: &str, details: Details) {
        self.passports.insert(String::new(), details.clone());
        self.passports.insert(id.to_owned(), details);
    }

    /// Changes the language.
    pub const fn set_lang(&mut self, lang: Lang) {
        self.lang = lang;
    }
}

/// The language that a word of the file names: `both`, `zh`, or a locale such as `zh_CN.UTF-8`; else English.
fn language_of(locale: &str) -> Lang {
    let first = locale.split(['-', '_', '.']).next().unwrap_or_default();
    if first == "both" {
        Lang::Both
    } else if first.eq_ignore_ascii_case("zh") {
        Lang::Zh
    } else {
        Lang::En
    }
}

/// The theme as it stands in the file.
#[derive(Serialize, Deserialize)]
#[serde(remote = "ThemeKind", rename_all = "snake_case")]
enum Look {
    Light,
    Dark,
    ContrastLight,
    ContrastDark,
}

/// The language as it stands in the file: `"en"`, `"zh"` or `"both"`.
mod language {
    use crate::text::Lang;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    pub fn serialize<S: Serializer>(lang: &Lang, serializer: S) -> Result<S::Ok, S::Error> {
        match lang {
            Lang::En => "en".serialize(serializer),
            Lang::Zh => "zh".serialize(serializer),
            Lang::Both => "both".serialize(serializer),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
        let word = String::deserialize(deserializer)?;
        Ok(super::language_of(&word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_come_back_and_older_files_stay_readable() {
        let mut preferences = Preferences::in_language(Lang::Zh);
        preferences.theme = ThemeKind::ContrastDark;
        preferences.inspector = false;
        preferences.recent.push(std::path::Path::new("校服.reloom"));
        let text = ron::ser::to_string(&preferences).unwrap();
        assert!(
            text.contains("lang:\"zh\"") && text.contains("theme:contrast_dark"),
            "{text}"
        );
        assert_eq!(ron::from_str::<Preferences>(&text).unwrap(), preferences);
        preferences.set_lang(Lang::Both);
        let text = ron::ser::to_string(&preferences).unwrap();
        assert_eq!(ron::from_str::<Preferences>(&text).unwrap(), preferences);
        let older: Preferences = ron::from_str("(lang: \"zh\", unknown: 3)").unwrap();
        assert_eq!(older, Preferences::in_language(Lang::Zh));
    }

    #[test]
    fn languages_are_read_as_locales_are_written() {
        for (locale, lang) in [
            ("zh-CN", Lang::Zh),
            ("zh_Hans_CN.UTF-8", Lang::Zh),
            ("ZH", Lang::Zh),
            ("both", Lang::Both),
            ("en-GB", Lang::En),
            ("C", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(language_of(locale), lang, "{locale}");
        }
    }
}
