//! Messages with something put in, as patterns that a text is held against.
//!
//! Invariant: what was put in is whatever stands between the fixed words, never nothing.

/// A Chinese message cut at what is put in, and its English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    /// What stands before the first name.
    first: String,
    /// Each name with the fixed words after it.
    rest: Vec<(String, String)>,
    /// The English, with `{name}`.
    en: String,
    /// True where only figures may be put in.
    figures: bool,
}

/// Letters that are in too many texts to tell anything alone.
const COMMON: [char; 8] = ['的', '和', '与', '在', '为', '是', '或', '到'];

/// What was put in, by name.
pub(super) type Put = Vec<(String, String)>;

impl Pattern {
    /// The pattern of a message; none where nothing is put in, nothing that tells is fixed, or the English holds a name that
    /// the Chinese does not.
    pub(super) fn of(zh: &str, en: &str, figures: bool) -> Option<Self> {
        let mut pieces = zh.split('{');
        let first = pieces.next()?.to_owned();
        let rest: Option<Vec<(String, String)>> = pieces
            .map(|piece| {
                let (name, words) = piece.split_once('}')?;
                Some((name.to_owned(), words.to_owned()))
            })
            .collect();
        let rest = rest?;
        let is_whole = names(en).all(|name| rest.iter().any(|(own, _)| own == name));
        let en = en.to_owned();
        let pattern = Self {
            first,
            rest,
            en,
            figures,
        };
        let tells = pattern
            .words()
            .flat_map(str::chars)
            .any(|letter| super::is_letter(letter) && !COMMON.contains(&letter));
        (!pattern.rest.is_empty() && is_whole && tells).then_some(pattern)
    }

    /// How many Chinese letters are fixed: of two patterns that fit, the one with more says more.
    pub(super) fn fixed(&self) -> usize {
        let words = self.words();
        words
            .flat_map(str::chars)
            .filter(|letter| super::is_letter(*letter))
            .count()
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        let rest = self.rest.iter().map(|(_, words)| words.as_str());
        std::iter::once(self.first.as_str()).chain(rest)
    }

    /// A Chinese letter that every text of the pattern holds: the first of its longest fixed words.
    pub(super) fn mark(&self) -> Option<char> {
        let letters = |words: &str| words.chars().filter(|letter| super::is_letter(*letter)).count();
        let longest = self.words().max_by_key(|words| letters(words))?;
        longest.chars().find(|letter| super::is_letter(*letter))
    }

    /// True for two patterns of the same Chinese.
    pub(super) fn is_said_like(&self, other: &Self) -> bool {
        self.first == other.first && self.rest == other.rest
    }

    /// The English of `zh`, where `say` knows what was put in.
    pub(super) fn english(
        &self,
        zh: &str,
        say: &mut impl FnMut(&str, bool) -> Option<String>,
    ) -> Option<String> {
        let after = zh.strip_prefix(self.first.as_str())?;
        let mut put = Put::new();
        self.fits(after, &self.rest, &mut put, say)
            .then(|| self.filled(&put))
    }

    /// False for nearly all texts that do not fit: those without the fixed words in their order.
    pub(super) fn may_be(&self, zh: &str) -> bool {
        let Some(after) = zh.strip_prefix(self.first.as_str()) else {
            return false;
        };
        let Some(((_, last), earlier)) = self.rest.split_last() else {
            return after.is_empty();
        };
        let Some(mut text) = after.strip_suffix(last.as_str()) else {
            return false;
        };
        for (_, words) in earlier.iter().filter(|(_, words)| !words.is_empty()) {
            let Some((piece, rest)) = text.split_once(words.as_str()) else {
                return false;
            };
            if piece.is_empty() && rest.is_empty() {
                return false;
            }
            text = rest;
        }
        !text.is_empty()
    }

    /// True for what may have been put in: no several sentences, and nothing that is cut at a sign.
    fn takes(&self, piece: &str) -> bool {
        let cut = ['，', '；', '、', '：', ' '];
        let is_whole = !piece.contains(['。', '\n']) && !piece.starts_with(cut) && !piece.ends_with(cut);
        let is_figure = !self.figures || piece.starts_with(super::signs::starts_figure);
        is_whole && is_figure && !piece.is_empty()
    }

    /// Fills `put` with the English of what stands in `text`, the shortest pieces first.
    fn fits(
        &self,
        text: &str,
        rest: &[(String, String)],
        put: &mut Put,
        say: &mut impl FnMut(&str, bool) -> Option<String>,
    ) -> bool {
        let Some(((name, words), later)) = rest.split_first() else {
            return text.is_empty();
        };
        let ends = ends(text, words, later);
        let before = (self.rest.len() - rest.len()).checked_sub(1);
        let before = before.and_then(|before| self.rest.get(before));
        let may_lack = before.is_some_and(|(_, words)| words.is_empty());
        for end in ends.into_iter().filter(|end| *end > 0 || may_lack) {
            let (Some(piece), Some(after)) = (text.get(..end), text.get(end + words.len()..)) else {
                continue;
            };
            let english = if piece.is_empty() {
                Some(String::new())
            } else {
                self.takes(piece).then(|| say(piece, self.figures)).flatten()
            };
            let Some(english) = english else {
                continue;
            };
            put.push((name.clone(), english));
            if self.fits(after, later, put, say) {
                return true;
            }
            put.pop();
        }
        false
    }

    fn filled(&self, put: &Put) -> String {
        let mut out = String::with_capacity(self.en.len() + 16);
        let mut pieces = self.en.split('{');
        out.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            if let Some((name, words)) = piece.split_once('}') {
                let value = put.iter().find(|(own, _)| own == name);
                out.push_str(value.map_or("", |(_, english)| english));
                out.push_str(words);
            }
        }
        out
    }
}

/// Where what was put in may end in `text`, with `words` after it and `later` behind them.
fn ends(text: &str, words: &str, later: &[(String, String)]) -> Vec<usize> {
    if words.is_empty() && !later.is_empty() {
        // A word and a figure side by side; or the second was left out.
        let next = later.first().map_or("", |(_, words)| words.as_str());
        let without = text.match_indices(next).map(|(at, _)| at);
        super::signs::figures_in(text).chain(without).collect()
    } else if later.is_empty() {
        let end = text.strip_suffix(words).map(str::len);
        end.into_iter().collect()
    } else {
        text.match_indices(words).map(|(at, _)| at).collect()
    }
}

/// The names in braces.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split('{').skip(1);
    pieces.filter_map(|piece| piece.split_once('}').map(|(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_found_again_and_said() {
        let mut same = |piece: &str, _| Some(piece.to_owned());
        let side = Pattern::of("只要{fibre}{found}以上", "{found} of {fibre}", false).unwrap();
        assert_eq!(
            side.english("只要棉35%以上", &mut same).as_deref(),
            Some("35% of 棉")
        );
        let lacks = Pattern::of("减少{lost}{balanced}。", "{lost} lost{balanced}.", false).unwrap();
        assert_eq!(lacks.english("减少9。", &mut same).as_deref(), Some("9 lost."));
        let pattern = Pattern::of("从{from}到{to}", "{to} after {from}", false).unwrap();
        assert_eq!(pattern.english("从1到2", &mut same).as_deref(), Some("2 after 1"));
        assert_eq!(pattern.english("从到2", &mut same), None);
        assert_eq!(pattern.english("从1往2", &mut same), None);
        // The second sign is meant where the first leaves something that is not known.
        let mut known = |piece: &str, _| (piece == "1到1" || piece == "2").then(|| piece.to_owned());
        assert_eq!(
            pattern.english("从1到1到2", &mut known).as_deref(),
            Some("2 after 1到1")
        );
    }

    #[test]
    fn what_cannot_be_taken_apart_is_no_pattern() {
        for (zh, en) in [
            ("普通", "plain"),
            ("{a}的{b}", "{b} of {a}"),
            ("{a}：{b}", "{a}: {b}"),
            ("共{a}", "{a} of {b}"),
        ] {
            assert_eq!(Pattern::of(zh, en, false), None, "{zh}");
        }
    }
}
