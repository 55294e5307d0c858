//! Work of one side of a change, gained or lost: value and range bear the same sign.

use super::Lang;
use super::number::{figure_range, rough, signed};

/// `value` of a side and its range with the sign of the side, 1 gained and −1 lost: "−310" with "−410 to −210", "+98" with
/// "60–140". The range is rounded like its `middle`.
pub fn sided(
    sign: f64,
    value: f64,
    range: Option<(f64, (f64, f64))>,
    lang: Lang,
) -> (String, Option<String>) {
    let text = signed(sign * value, |hours| rough(hours, lang));
    let range = range.map(|(middle, (low, high))| {
        let ends = if sign < 0.0 { (-high, -low) } else { (low, high) };
        figure_range(sign * middle, ends, lang)
    });
    (text, range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_and_range_bear_the_sign_of_their_side() {
        let range = Some((310.0, (210.0, 410.0)));
        let lost = sided(-1.0, 310.0, range, Lang::En);
        assert_eq!(lost, ("−310".to_owned(), Some("−410 to −210".to_owned())));
        let lost = sided(-1.0, 310.0, range, Lang::Zh);
        assert_eq!(lost.1.as_deref(), Some("−410至−210"));
        let gained = sided(1.0, 310.0, range, Lang::En);
        assert_eq!(gained, ("+310".to_owned(), Some("210–410".to_owned())));
        // What a draw turns around keeps its own sign.
        let across = sided(-1.0, 40.0, Some((40.0, (-20.0, 90.0))), Lang::En);
        assert_eq!(across.1.as_deref(), Some("−90 to 20"));
    }
}
