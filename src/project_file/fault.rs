//! What can be wrong in a file, as data first and words in both languages second.

use super::kind::{Rows, Shape};
use super::place::short;
use crate::quantity::Quantity;
use crate::text::quantity::outside;
use crate::text::{Lang, number};
use ron::error::Error as RonError;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A value that cannot be taken as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ValueFault {
    /// A share outside 0..=1.
    Share(f64),
    /// A quantity that cannot be negative.
    Negative(f64),
    /// Not a finite number.
    NotFinite,
    /// A range that does not hold its value.
    Order {
        /// Low end.
        low: f64,
        /// The value.
        value: f64,
        /// High end.
        high: f64,
    },
    /// A number outside the range of what it stands for.
    #[serde(skip)]
    Outside {
        /// The number.
        value: f64,
        /// What it stands for.
        quantity: Quantity,
    },
    /// Recycled, reused and sustained shares of a fibre that are more than all of it.
    Feedstock(f64),
    /// A cap on lives outside 1..=1000.
    Lives(u64),
    /// The number of a variant below 1 or beyond all counting.
    Variant(u64),
    /// More entries than a file may hold.
    TooMany {
        /// Entries of which list.
        rows: Rows,
        /// The most that are read.
        limit: usize,
    },
    /// A text of more characters than a file may hold.
    TooLong {
        /// The most that are read.
        limit: usize,
    },
    /// Two entries of a list or map with the same id.
    Twice {
        /// Entries of which list.
        rows: Rows,
        /// The id.
        id: String,
    },
    /// The id of a part, a stage or a pathway that holds a dot.
    Dot(String),
    /// A currency that has not three letters.
    Currency(String),
    /// A day that is not written YYYY-MM-DD, or not in the calendar.
    Day(String),
    /// Nothing said of where a figure is from.
    NoSource,
    /// Pictures of more bytes together than a file may hold.
    Pictures {
        /// The most in MiB.
        limit: usize,
    },
    /// A key that must be there.
    Missing(String),
    /// A key that this version does not know.
    UnknownKey {
        /// The key.
        found: String,
        /// The keys that may stand here.
        allowed: Vec<String>,
    },
    /// A word that this version does not know.
    UnknownWord {
        /// The word.
        found: String,
        /// The words that may stand here.
        allowed: Vec<String>,
    },
    /// One key twice in a group.
    KeyTwice(String),
    /// Something of another shape is needed.
    Shape(Shape),
    /// Anything else, in the parser's own words.
    Other(String),
}

/// A flaw in the punctuation of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxFault {
    /// The file stops in the middle.
    End,
    /// A comma is missing.
    Comma,
    /// A comma stands inside a number: 0,16.
    DecimalComma,
    /// A full-width sign of punctuation stands between values, and the plain one that belongs there.
    FullWidth(char, char),
    /// A colon is missing after a key.
    Colon,
    /// A closing bracket is missing.
    Closing(char),
    /// A closing quote is missing, or an escape is not known.
    Quote,
    /// A comment that never ends.
    Comment,
    /// Brackets nested deeper than any project.
    Depth,
    /// Something after the end.
    Trailing,
    /// Anything else, in the parser's own words.
    Other(String),
}

/// Marks a parser message that carries a [`ValueFault`].
const CARRIED: &str = "reloom:";

impl ValueFault {
    /// The parser's error that carries this fault out of a deserializer.
    pub(super) fn raise<E: serde::de::Error>(&self) -> E {
        E::custom(Carried(self))
    }

    fn carried(message: &str) -> Self {
        let carried = message
            .strip_prefix(CARRIED)
            .and_then(|text| serde_json::from_str(text).ok());
        carried.unwrap_or_else(|| Self::Other(message.to_owned()))
    }
}

struct Carried<'a>(&'a ValueFault);

impl fmt::Display for Carried<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = serde_json::to_string(self.0).map_err(|_| fmt::Error)?;
        write!(f, "{CARRIED}{text}")
    }
}

/// Sorts an error of the parser.
pub(super) fn sort(error: RonError) -> Result<SyntaxFault, ValueFault> {
    use ValueFault as V;
    let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    Err(match error {
        RonError::Message(message) => V::carried(&message),
        RonError::MissingStructField { field, .. } => V::Missing(field.to_owned()),
        RonError::DuplicateStructField { field, .. } => V::KeyTwice(field.to_owned()),
        RonError::NoSuchStructField { expected, found, .. } => V::UnknownKey {
            found: short(&found),
            allowed: owned(expected),
        },
        RonError::NoSuchEnumVariant { expected, found, .. } => V::UnknownWord {
            found: short(&found),
            allowed: owned(expected),
        },
        RonError::ExpectedFloat => V::Shape(Shape::Number),
        RonError::ExpectedInteger | RonError::IntegerOutOfBounds | RonError::InvalidIntegerDigit { .. } => {
            V::Shape(Shape::Whole)
        }
        RonError::ExpectedString => V::Shape(Shape::Text),
        RonError::ExpectedIdentifier | RonError::InvalidIdentifier(_) | RonError::SuggestRawIdentifier(_) => {
            V::Shape(Shape::Word)
        }
        RonError::ExpectedBoolean => V::Shape(Shape::YesNo),
        RonError::ExpectedArray => V::Shape(Shape::List),
        RonError::ExpectedMap => V::Shape(Shape::Map),
        RonError::ExpectedStructLike
        | RonError::ExpectedNamedStructLike(_)
        | RonError::ExpectedDifferentStructName { .. } => V::Shape(Shape::Group),
        error @ (RonError::InvalidValueForType { .. } | RonError::ExpectedDifferentLength { .. }) => {
            V::Other(error.to_string())
        }
        other => return Ok(syntax(&other)),
    })
}

fn syntax(error: &RonError) -> SyntaxFault {
    match error {
        RonError::Eof => SyntaxFault::End,
        RonError::ExpectedComma => SyntaxFault::Comma,
        RonError::ExpectedMapColon => SyntaxFault::Colon,
        RonError::ExpectedStructLikeEnd | RonError::ExpectedOptionEnd => SyntaxFault::Closing(')'),
        RonError::ExpectedArrayEnd => SyntaxFault::Closing(']'),
        RonError::ExpectedMapEnd => SyntaxFault::Closing('}'),
        RonError::ExpectedStringEnd | RonError::InvalidEscape(_) => SyntaxFault::Quote,
        RonError::UnclosedBlockComment | RonError::UnclosedLineComment => SyntaxFault::Comment,
        RonError::ExceededRecursionLimit => SyntaxFault::Depth,
        RonError::TrailingCharacters => SyntaxFault::Trailing,
        other => SyntaxFault::Other(other.to_string()),
    }
}

impl ValueFault {
    /// What is wrong and what to do, without the place.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::Zh | Lang::Both => self.chinese(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Share(value) => {
                let hint = in_percent(*value).map_or_else(
                    || " Write a number from 0 to 1.".to_owned(),
                    |(percent, share)| format!(" Write {percent} % as {share}."),
                );
                format!("a share runs from 0 to 1, but {value} stands here.{hint}")
            }
            Self::Negative(value) => format!("{value} is negative. Write zero or more."),
            Self::Order { low, value, high } => format!(
                "the range {low} to {high} does not hold the value {value}. Write low ≤ value ≤ high."
            ),
            Self::NotFinite => "this is not a finite number. Write a plain number.".to_owned(),
            Self::Outside { value, quantity } => outside(*value, *quantity, Lang::En),
            Self::Feedstock(sum) => format!(
                "the recycled, reused and sustained shares add up to {sum}, more than 1. Lower one of them."
            ),
            Self::Lives(value) => {
                format!(
                    "a garment has 1 to 1000 lives, but {value} stands here. Write lives(3), or unlimited."
                )
            }
            Self::Variant(value) => {
                format!("variants are numbered from 1, but {value} stands here. Write 1, 2, 3 and so on.")
            }
            Self::TooMany { rows, limit } => {
                format!(
                    "more than {limit} {}. Split the project or remove some.",
                    rows.english()
                )
            }
            Self::TooLong { limit } => {
                format!("a text is longer than {limit} characters. Shorten it.")
            }
            Self::Twice { rows, id } => {
                let what = if *rows == Rows::Variants { "number" } else { "id" };
                format!(
                    "\"{id}\" stands twice among the {}. Give one of them another {what}.",
                    rows.english()
                )
            }
            Self::Dot(id) => {
                let plain = id.replace('.', "-");
                format!("the id \"{id}\" holds a dot. Write it without, as in \"{plain}\".")
            }
            Self::Currency(found) => {
                format!("\"{found}\" is no currency. Write its three letters, as in \"CNY\".")
            }
            Self::Day(found) => {
                format!("\"{found}\" is no day. Write it as in \"2026-11-25\".")
            }
            Self::NoSource => "the source is empty. Write where the figure is from.".to_owned(),
            Self::Pictures { limit } => {
                format!("the pictures are larger than {limit} MiB together. Remove one.")
            }
            Self::Missing(key) => format!("the key {key} is missing in this group. Add it."),
            Self::UnknownKey { found, allowed } | Self::UnknownWord { found, allowed } => {
                format!("{found} is not known here. Known: {}.", allowed.join(", "))
            }
            Self::KeyTwice(key) => format!("the key {key} stands twice in this group. Remove one."),
            Self::Shape(shape) => format!("{} is needed here.", shape.english()),
            Self::Other(message) => format!("this value cannot be read ({message}). Correct or remove it."),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Share(value) => {
                let hint = in_percent(*value).map_or_else(
                    || "请填写0到1之间的数。".to_owned(),
                    |(percent, share)| format!("{percent}%请写作{share}。"),
                );
                format!("占比应在0到1之间，这里是{value}。{hint}")
            }
            Self::Negative(value) => format!("{value}是负数，应为0或正数。"),
            Self::Order { low, value, high } => {
                format!("区间{low}至{high}不包含数值{value}，应为low≤value≤high。")
            }
            Self::NotFinite => "不是有限的数，请写普通数字。".to_owned(),
            Self::Outside { value, quantity } => outside(*value, *quantity, Lang::Zh),
            Self::Feedstock(sum) => {
                format!("循环再利用、再利用与可持续来源占比之和为{sum}，大于1，请调低其中一项。")
            }
            Self::Lives(value) => {
                format!("使用周期数应为1到1000，这里是{value}。请写lives(3)或unlimited。")
            }
            Self::Variant(value) => {
                format!("方案从1开始编号，这里是{value}。请写1、2、3等。")
            }
            Self::TooMany { rows, limit } => {
                format!("{}超过{limit}项，请拆分项目或删减。", rows.chinese())
            }
            Self::TooLong { limit } => format!("文字超过{limit}个字符，请缩短。"),
            Self::Twice { rows, id } => {
                format!("{}中有两项都叫“{id}”，请改掉其中一个。", rows.chinese())
            }
            Self::Dot(id) => format!("代号“{id}”含有点号，请改写，如“{}”。", id.replace('.', "-")),
            Self::Currency(found) => format!("“{found}”不是货币代码，请写三个字母，如“CNY”。"),
            Self::Day(found) => format!("“{found}”不是日期，请写成“2026-11-25”这样。"),
            Self::NoSource => "来源为空，请写明数值的出处。".to_owned(),
            Self::Pictures { limit } => format!("图片合计超过{limit}MiB，请删去一张。"),
            Self::Missing(key) => format!("这一组缺少{key}，请补上。"),
            Self::UnknownKey { found, allowed } | Self::UnknownWord { found, allowed } => {
                format!("这里不能写{found}，可用：{}。", allowed.join("、"))
            }
            Self::KeyTwice(key) => format!("这一组中{key}出现了两次，请删去一个。"),
            Self::Shape(shape) => format!("这里应为{}。", shape.chinese()),
            Self::Other(message) => format!("无法读取这个值（{message}），请改正或删去。"),
        }
    }
}

/// A share that reads as per cent: itself and what to write in its place; none where it is no percentage.
fn in_percent(value: f64) -> Option<(String, String)> {
    (value > 1.0 && value <= 100.0).then(|| (value.to_string(), number::typed(value / 100.0)))
}

impl SyntaxFault {
    /// What is wrong and what to do, without the place.
    pub fn text(&self, lang: Lang) -> String {
        let (en, zh) = match self {
            Self::End => (
                "the file stops in the middle; it may have been cut off. Open its backup copy (.bak).",
                "文件在中途结束，可能不完整。请打开备份文件（.bak）。",
            ),
            Self::Comma => ("a comma is missing before this.", "此处之前缺少逗号。"),
            Self::DecimalComma => (
                "a comma stands inside a number. Write a point, as in 0.16.",
                "数字中用了逗号，小数点请写作“.”，例如0.16。",
            ),
            Self::FullWidth(found, plain) => return full_width(*found, *plain, lang),
            Self::Colon => ("a colon is missing after the key.", "键之后缺少冒号。"),
            Self::Quote => (
                "a text is not closed, or has an unknown escape. Check the quotes.",
                "文字未结束或转义有误，请检查引号。",
            ),
            Self::Comment => (
                "a comment never ends. Close it with */ or a new line.",
                "注释没有结束，请用*/或换行结束。",
            ),
            Self::Depth => (
                "brackets are nested deeper than in any project. Check them.",
                "括号嵌套过深，请检查。",
            ),
            Self::Trailing => (
                "something follows after the end of the project. Remove it.",
                "项目结束之后还有内容，请删去。",
            ),
            Self::Closing(bracket) => return closing(*bracket, lang),
            Self::Other(message) => return unreadable(message, lang),
        };
        match lang {
            Lang::En => en.to_owned(),
            Lang::Zh | Lang::Both => zh.to_owned(),
        }
    }
}

fn full_width(found: char, plain: char, lang: Lang) -> String {
    match lang {
        Lang::En => format!("a full-width {found} stands here. Write {plain} in its place."),
        Lang::Zh | Lang::Both => format!("此处是全角符号{found}，请改为半角{plain}。"),
    }
}

fn closing(bracket: char, lang: Lang) -> String {
    match lang {
        Lang::En => format!("a closing {bracket} is missing before this."),
        Lang::Zh | Lang::Both => format!("此处之前缺少右括号{bracket}。"),
    }
}

fn unreadable(message: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("this cannot be read ({message}). Check the punctuation."),
        Lang::Zh | Lang::Both => format!("无法读取（{message}），请检查标点。"),
    }
}
