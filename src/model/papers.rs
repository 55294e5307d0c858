//! What comes with a part on paper: supplier, certificate, price and note. Nothing is reckoned from it.

use std::fmt;

/// Supplier, certificate, price and note of a part; empty where not given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Papers {
    /// Who supplies it.
    pub supplier: String,
    /// Which certificate it has: a scheme such as GRS.
    pub certificate: String,
    /// Number or words that prove the certificate.
    pub evidence: String,
    /// What it costs.
    pub price: Option<Price>,
    /// Anything else.
    pub note: String,
}

/// One text of the papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// Who supplies it.
    Supplier,
    /// Which certificate it has.
    Certificate,
    /// What proves the certificate.
    Evidence,
    /// Anything else.
    Note,
}

impl Paper {
    /// All texts in the order of the page.
    pub const ALL: [Self; 4] = [Self::Supplier, Self::Certificate, Self::Evidence, Self::Note];
}

impl Papers {
    /// The text of `paper`.
    pub fn text(&self, paper: Paper) -> &str {
        match paper {
            Paper::Supplier => &self.supplier,
            Paper::Certificate => &self.certificate,
            Paper::Evidence => &self.evidence,
            Paper::Note => &self.note,
        }
    }

    /// The same with another text of `paper`.
    #[must_use]
    pub fn with(mut self, paper: Paper, text: String) -> Self {
        match paper {
            Paper::Supplier => self.supplier = text,
            Paper::Certificate => self.certificate = text,
            Paper::Evidence => self.evidence = text,
            Paper::Note => self.note = text,
        }
        self
    }
}

/// What a part costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Price {
    /// Amount of money, 0 or more.
    pub amount: f64,
    /// In which currency.
    pub currency: Currency,
    /// For how much of the part.
    pub per: PricePer,
}

/// A currency by its three letters (ISO 4217).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Currencies to choose from.
    pub const LISTED: [Self; 10] = [
        Self(*b"CNY"),
        Self(*b"EUR"),
        Self(*b"USD"),
        Self(*b"GBP"),
        Self(*b"JPY"),
        Self(*b"INR"),
        Self(*b"BDT"),
        Self(*b"VND"),
        Self(*b"TRY"),
        Self(*b"HKD"),
    ];

    /// The currency of three letters, whatever their case; none for anything else.
    pub fn new(letters: &str) -> Option<Self> {
        let letters: [u8; 3] = letters.as_bytes().try_into().ok()?;
        let is_word = letters.iter().all(u8::is_ascii_alphabetic);
        is_word.then(|| Self(letters.map(|letter| letter.to_ascii_uppercase())))
    }
}

impl Default for Currency {
    fn default() -> Self {
        Self(*b"CNY")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|letter| write!(f, "{}", char::from(*letter)))
    }
}

/// For how much of a part a price is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum PricePer {
    /// The part of one piece.
    #[default]
    Piece,
    /// A kilogram.
    Kilogram,
    /// A running metre.
    Metre,
    /// A square metre.
    SquareMetre,
}

impl PricePer {
    /// All in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Piece, Self::Kilogram, Self::Metre, Self::SquareMetre];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_has_three_letters() {
        assert_eq!(Currency::new("eur").unwrap().to_string(), "EUR");
        for wrong in ["", "EU", "EURO", "E1R", "元元元", "元"] {
            assert_eq!(Currency::new(wrong), None, "{wrong}");
        }
        assert_eq!(Currency::default(), Currency::LISTED[0]);
    }

    #[test]
    fn a_text_is_put_where_it_is_read() {
        let papers = Paper::ALL.iter().fold(Papers::default(), |papers, paper| {
            papers.with(*paper, format!("{paper:?}"))
        });
        for paper in Paper::ALL {
            assert_eq!(papers.text(paper), format!("{paper:?}"));
        }
    }
}
