//! Signs of hazards: beside the word, never in its place.

use crate::ui::icon;

/// Signs by parts of the English word; the first that fits holds.
const SIGNS: [(char, &[&str]); 17] = [
    (icon::FIRE, &["fire"]),
    (icon::WIND, &["dust", "ash", "gas"]),
    (icon::BIOHAZARD, &["mould", "pathogen"]),
    (icon::NEEDLE, &["needle"]),
    (icon::KNIFE, &["cut", "sharp"]),
    (icon::GEAR, &["machine"]),
    (icon::FLASK, &["chemical", "solvent", "pesticide", "cs2"]),
    (icon::THERMOMETER, &["heat", "steam"]),
    (icon::EAR, &["noise"]),
    (icon::BARBELL, &["lifting"]),
    (icon::TRUCK, &["traffic"]),
    (icon::ARMCHAIR, &["posture", "standing"]),
    (icon::CLOCK, &["hours", "overtime", "night", "warehouse pace"]),
    (icon::REPEAT, &["repetitive"]),
    (icon::EYE, &["eyes"]),
    (icon::HAND_COINS, &["debt"]),
    (icon::DROP, &["wet"]),
];

/// The sign of a hazard by its English word; a warning where none fits.
pub(super) fn sign(word: &str) -> char {
    let word = word.to_lowercase();
    let fits = |(_, parts): &&(char, &[&str])| parts.iter().any(|part| word.contains(part));
    SIGNS.iter().find(fits).map_or(icon::WARNING, |(sign, _)| *sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_sign_that_fits() {
        let cases = [
            ("cotton dust", icon::WIND),
            ("machine guards", icon::GEAR),
            ("round-knife cuts", icon::KNIFE),
            ("CS2 in viscose", icon::FLASK),
            ("confined space", icon::WARNING),
            ("warehouse pace", icon::CLOCK),
        ];
        for (word, expected) in cases {
            assert_eq!(sign(word), expected, "{word}");
        }
    }
}
