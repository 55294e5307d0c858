//! What was doubtful or worth saying about a label.

use crate::data::Library;
use crate::model::FibreId;
use crate::text::number::{fixed, with_unit};
use crate::text::{LabelMsg, Lang};

/// How much a finding asks of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is doubtful.
    Note,
    /// Doubtful: somebody should answer.
    Question,
    /// Something could not be read.
    Error,
}

impl Severity {
    /// The word in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Question => "question",
            Self::Error => "error",
        }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// No fibre stands on the label.
    Empty,
    /// Only this many characters were read.
    TooLong(usize),
    /// The percentages of a part add up to this; they are kept as they are.
    Sum(f64),
    /// A name that the table does not have, with what it may mean.
    UnknownFibre(String),
    /// A percentage without a fibre.
    NoName(f64),
    /// Fibres without a percentage.
    NoPercent,
    /// Two fibres share one percentage; the second is taken.
    TwoFibres(String),
    /// A fibre in traces, at most 0.5 %; it is left out.
    Trace(Option<FibreId>),
    /// Other fibres, in per cent: no route takes them.
    OtherFibres(f64),
    /// A fibre without a row of its own, counted as another one.
    CountedAs(String, FibreId),
    /// The same composition stands there twice, as on bilingual labels.
    Repeated,
    /// Trade shorthand was read.
    Shorthand(String, Vec<FibreId>),
    /// A ratio that does not fit the fibres beside it.
    Ratio(String),
    /// A recycled share of less than the whole fibre: of the fibre or of the part?
    RecycledShare(FibreId, f64),
    /// Grams without an area were read as grams per square metre.
    GsmGuessed(f64),
    /// Two cloth weights, of which the mean was taken.
    GsmRange(f64, f64),
    /// A certificate of recycled content, and no fibre called recycled.
    CertificateAlone(String),
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What was found.
    pub problem: Problem,
    /// Fibres that the reader may have meant, the likeliest first, at most five.
    pub suggestions: Vec<FibreId>,
}

impl From<Problem> for Finding {
    fn from(problem: Problem) -> Self {
        Self {
            problem,
            suggestions: Vec::new(),
        }
    }
}

/// Share of other fibres, in per cent, up to which labels may leave them unnamed (GB/T 29862: under 5 %).
const MOST_OTHER: f64 = 5.0;

impl Finding {
    /// The word in JSON.
    pub const fn kind(&self) -> &'static str {
        match self.problem {
            Problem::Empty => "empty",
            Problem::TooLong(_) => "too_long",
            Problem::Sum(_) => "sum",
            Problem::UnknownFibre(_) => "unknown_fibre",
            Problem::NoName(_) => "no_name",
            Problem::NoPercent => "no_percent",
            Problem::TwoFibres(_) => "two_fibres",
            Problem::Trace(_) => "trace",
            Problem::OtherFibres(_) => "other_fibres",
            Problem::CountedAs(..) => "counted_as",
            Problem::Repeated => "repeated",
            Problem::Shorthand(..) => "shorthand",
            Problem::Ratio(_) => "ratio",
            Problem::RecycledShare(..) => "recycled_share",
            Problem::GsmGuessed(_) => "gsm",
            Problem::GsmRange(..) => "gsm_range",
            Problem::CertificateAlone(_) => "certificate",
        }
    }

    /// How much it asks of the reader.
    pub fn severity(&self) -> Severity {
        match self.problem {
            Problem::Empty | Problem::TooLong(_) | Problem::UnknownFibre(_) | Problem::NoName(_) => {
                Severity::Error
            }
            Problem::OtherFibres(percent) if percent < MOST_OTHER => Severity::Note,
            Problem::Sum(_)
            | Problem::NoPercent
            | Problem::TwoFibres(_)
            | Problem::OtherFibres(_)
            | Problem::Ratio(_)
            | Problem::RecycledShare(..)
            | Problem::GsmRange(..) => Severity::Question,
            Problem::Trace(_)
            | Problem::CountedAs(..)
            | Problem::Repeated
            | Problem::Shorthand(..)
            | Problem::GsmGuessed(_)
            | Problem::CertificateAlone(_) => Severity::Note,
        }
    }

    /// True where somebody should look: a question or an error.
    pub fn is_doubt(&self) -> bool {
        self.severity() > Severity::Note
    }

    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        let say = |message: LabelMsg, values: &[(&str, &str)]| message.with(lang, values);
        match &self.problem {
            Problem::Empty => say(LabelMsg::Empty, &[]),
            Problem::TooLong(most) => say(LabelMsg::TooLong, &[("count", &most.to_string())]),
            Problem::Sum(sum) => say(LabelMsg::Sum, &[("sum", &percent(*sum, lang))]),
            Problem::UnknownFibre(text) => say(LabelMsg::UnknownFibre, &[("text", text)]),
            Problem::NoName(value) => say(LabelMsg::NoName, &[("percent", &percent(*value, lang))]),
            Problem::NoPercent => say(LabelMsg::NoPercent, &[]),
            Problem::TwoFibres(text) => say(LabelMsg::TwoFibres, &[("text", text)]),
            Problem::Trace(None) => say(LabelMsg::Trace, &[]),
            Problem::Trace(Some(id)) => say(LabelMsg::TraceOf, &[("fibre", &fibre(id, lang))]),
            Problem::OtherFibres(value) => say(LabelMsg::OtherFibres, &[("percent", &percent(*value, lang))]),
            Problem::CountedAs(text, id) => say(
                if id.as_str() == "viscose" {
                    LabelMsg::CountedAsCellulose
                } else {
                    LabelMsg::CountedAs
                },
                &[("text", text), ("fibre", &fibre(id, lang))],
            ),
            Problem::Repeated => say(LabelMsg::Repeated, &[]),
            Problem::Shorthand(text, ids) => say(
                LabelMsg::Shorthand,
                &[("text", text), ("fibres", &fibres(ids, lang))],
            ),
            Problem::Ratio(text) => say(LabelMsg::Ratio, &[("text", text)]),
            Problem::RecycledShare(id, value) => say(
                LabelMsg::RecycledShare,
                &[("fibre", &fibre(id, lang)), ("percent", &percent(*value, lang))],
            ),
            Problem::GsmGuessed(value) => say(LabelMsg::GsmGuessed, &[("gsm", &plain(*value, lang))]),
            Problem::GsmRange(low, high) => say(
                LabelMsg::GsmRange,
                &[("low", &plain(*low, lang)), ("high", &plain(*high, lang))],
            ),
            Problem::CertificateAlone(name) => say(LabelMsg::CertificateAlone, &[("name", name)]),
        }
    }
}

fn fibre(id: &FibreId, lang: Lang) -> String {
    let row = Library::builtin().fibre(id);
    row.map_or_else(|| id.to_string(), |fibre| fibre.name.get(lang).to_owned())
}

fn fibres(ids: &[FibreId], lang: Lang) -> String {
    let names: Vec<String> = ids.iter().map(|id| fibre(id, lang)).collect();
    names.join(match lang {
        Lang::En => ", ",
        Lang::Zh | Lang::Both => "、",
    })
}

/// A number as it stood on the label.
fn plain(value: f64, lang: Lang) -> String {
    let digits = fixed(value, 2, lang);
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn percent(value: f64, lang: Lang) -> String {
    with_unit(&plain(value, lang), "%", lang)
}
