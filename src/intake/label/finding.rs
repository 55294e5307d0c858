//! What was doubtful or worth saying about a label.

use super::super::words::Tongue;
use crate::model::FibreId;
use crate::text::Lang;

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
    /// A name of cloth, of trade or of an imitation, which says no fibre, and what it may be.
    Vague(String, Vec<FibreId>),
    /// A word beside a fibre that was not read.
    UnknownWord(String),
    /// A heading that is not known: which part is it?
    UnknownPart(String),
    /// A heading that names a cloth: which part it is stays open.
    OpenPart(String),
    /// A heading that could belong to the fibres before it as well as to those behind it.
    UnclearPart(String),
    /// Two compositions of 100 % without a heading.
    SeveralWholes,
    /// A share that is given as a range; the low end stands.
    Range(f64, f64),
    /// What the label says that it leaves out.
    Excluded(String),
    /// Parts of animal origin that are no textile.
    AnimalParts(String),
    /// The down is this much down clusters; the rest is counted as feather.
    Feather(f64),
    /// The share of down clusters does not fit the shares of down and feather.
    DownContent(f64),
    /// The only fibre of a filling, without a share: counted as all of it.
    AloneInFilling(FibreId),
    /// A number without its sign, which makes the rest of the whole.
    NoSign(f64),
    /// A weight of a running length in g/m, without a width.
    Linear(f64),
    /// A coating named without a share: the cloth before it is coated or laminated.
    Bonded(String),
    /// The languages other than English and Chinese that it was read in, with the words that this rests on.
    ReadIn(Vec<(Tongue, Vec<String>)>),
    /// A language that no table has.
    Foreign(String),
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

/// Share of other fibres, in per cent, up to which labels may leave them unnamed.
const MOST_OTHER: f64 = 5.0;

impl Finding {
    /// The word in JSON.
    pub const fn kind(&self) -> &'static str {
        match self.problem {
            Problem::Empty => "empty",
            Problem::TooLong(_) => "too_long",
            Problem::Sum(_) => "sum",
            Problem::UnknownFibre(_) | Problem::Vague(..) => "unknown_fibre",
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
            Problem::UnknownWord(_) => "unknown_word",
            Problem::UnknownPart(_) => "unknown_part",
            Problem::OpenPart(_) => "open_part",
            Problem::UnclearPart(_) => "unclear_part",
            Problem::SeveralWholes => "several_wholes",
            Problem::Range(..) => "range",
            Problem::Excluded(_) => "excluded",
            Problem::AnimalParts(_) => "animal_parts",
            Problem::Feather(_) => "feather",
            Problem::DownContent(_) => "down_content",
            Problem::AloneInFilling(_) => "alone_in_filling",
            Problem::NoSign(_) => "no_sign",
            Problem::Linear(_) => "linear_weight",
            Problem::Bonded(_) => "coated",
            Problem::ReadIn(_) => "read_in",
            Problem::Foreign(_) => "unknown_language",
        }
    }

    /// How much it asks of the reader.
    pub fn severity(&self) -> Severity {
        match self.problem {
            Problem::Empty
            | Problem::TooLong(_)
            | Problem::UnknownFibre(_)
            | Problem::Vague(..)
            | Problem::Foreign(_)
            | Problem::NoName(_) => Severity::Error,
            Problem::OtherFibres(percent) if percent <= MOST_OTHER => Severity::Note,
            Problem::Sum(_)
            | Problem::NoPercent
            | Problem::TwoFibres(_)
            | Problem::OtherFibres(_)
            | Problem::Ratio(_)
            | Problem::RecycledShare(..)
            | Problem::UnknownWord(_)
            | Problem::UnknownPart(_)
            | Problem::UnclearPart(_)
            | Problem::SeveralWholes
            | Problem::Range(..)
            | Problem::DownContent(_)
            | Problem::GsmRange(..) => Severity::Question,
            _ => Severity::Note,
        }
    }

    /// True where somebody should look: a question or an error.
    pub fn is_doubt(&self) -> bool {
        self.severity() > Severity::Note
    }

    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        super::say::sentence(&self.problem, lang)
    }
}
