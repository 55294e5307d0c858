//! What the user answers where the percentages of a part do not add up to 100; nothing is scaled without an answer.

use super::{LabelFibre, LabelPart, SUM_TOLERANCE};

/// The fibre that the rest of a label is.
const OTHER: &str = "other";

/// What holds where a part does not add up to 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SumAnswer {
    /// The figures stay; what is missing stays open.
    Keep,
    /// All figures grow or shrink in proportion.
    Scale,
    /// What is missing is other fibres.
    Rest,
}

impl LabelPart {
    /// True where its fibres do not make 100 %.
    pub fn is_off(&self) -> bool {
        !self.fibres.is_empty() && (self.sum() - 100.0).abs() > SUM_TOLERANCE + 1e-9
    }

    /// True where its fibres make more than 100 %, which no part can hold.
    pub fn is_over(&self) -> bool {
        self.is_off() && self.sum() > 100.0
    }

    /// The answers that make sense.
    pub fn answers(&self) -> &'static [SumAnswer] {
        match (self.is_off(), self.is_over()) {
            (false, _) => &[],
            (true, true) => &[SumAnswer::Scale],
            (true, false) => &[SumAnswer::Keep, SumAnswer::Scale, SumAnswer::Rest],
        }
    }

    /// The part as `answer` has it; as it is where nothing is off.
    #[must_use]
    pub fn answered(&self, answer: SumAnswer) -> Self {
        let mut part = self.clone();
        let sum = self.sum();
        if !self.is_off() || sum <= 0.0 {
            return part;
        }
        match answer {
            SumAnswer::Scale => {
                for fibre in &mut part.fibres {
                    fibre.percent *= 100.0 / sum;
                }
            }
            SumAnswer::Rest if sum < 100.0 => part.fibres.push(LabelFibre {
                id: OTHER.into(),
                percent: 100.0 - sum,
                recycled_percent: 0.0,
            }),
            SumAnswer::Keep | SumAnswer::Rest => {}
        }
        part
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    fn sums(text: &str, answer: SumAnswer) -> Vec<(String, f64)> {
        let label = parse(text);
        let part = label.parts.first().unwrap().answered(answer);
        let fibres = part.fibres.iter();
        fibres
            .map(|fibre| (fibre.id.to_string(), fibre.percent))
            .collect()
    }

    #[test]
    fn each_answer_does_what_it_says() {
        let text = "80% cotton 15% polyester";
        let named = |list: &[(&str, f64)]| -> Vec<(String, f64)> {
            list.iter()
                .map(|(id, percent)| ((*id).to_owned(), *percent))
                .collect()
        };
        assert_eq!(
            sums(text, SumAnswer::Keep),
            named(&[("cotton", 80.0), ("polyester", 15.0)])
        );
        let rest = named(&[("cotton", 80.0), ("polyester", 15.0), ("other", 5.0)]);
        assert_eq!(sums(text, SumAnswer::Rest), rest);
        let scaled: f64 = sums(text, SumAnswer::Scale)
            .iter()
            .map(|(_, percent)| percent)
            .sum();
        assert!((scaled - 100.0).abs() < 1e-9);
        let fine = "95% cotton 5% elastane";
        assert_eq!(
            sums(fine, SumAnswer::Scale),
            named(&[("cotton", 95.0), ("elastane", 5.0)])
        );
    }

    #[test]
    fn more_than_the_whole_can_only_be_scaled() {
        let label = parse("80% cotton 40% polyester");
        let part = label.parts.first().unwrap();
        assert_eq!(part.answers(), [SumAnswer::Scale]);
        assert_eq!(part.answered(SumAnswer::Rest), *part);
    }
}
