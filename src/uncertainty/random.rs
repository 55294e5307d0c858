//! Random numbers keyed by what they are for and by the number of the draw, never by position.
//!
//! So every pathway and every edit meets the same draws, differences are paired, any draw can be computed alone, and
//! one thread or many give the same digits.

/// A stable key of a factor's draws, from the letters of its id (FNV-1a, 64 bit).
pub fn key(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// A uniform number in (0, 1) for `key` in draw `number` under `seed`.
pub fn uniform(seed: u64, key: u64, number: u64) -> f64 {
    of_draw(seed, number).of_factor(of_key(key))
}

/// What all factors of one draw share.
#[derive(Debug, Clone, Copy, Default)]
pub struct Turn(u64);

/// Draw `number` under `seed`.
pub fn of_draw(seed: u64, number: u64) -> Turn {
    Turn(mix(seed ^ 0x9e37_79b9_7f4a_7c15) ^ mix(number.wrapping_mul(0xd1b5_4a32_d192_ed03)))
}

/// What all draws of one `key` share.
pub fn of_key(key: u64) -> u64 {
    mix(key)
}

impl Turn {
    /// The uniform number in (0, 1) of the factor with `own`, from [`of_key`].
    pub fn of_factor(self, own: u64) -> f64 {
        /// 2⁻⁵³
        const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
        // The upper 53 bits and a half, so that neither 0 nor 1 is drawn; without the sign's bit they convert in one step.
        ((mix(self.0 ^ own) >> 11).cast_signed() as f64 + 0.5) * STEP
    }
}

/// The finaliser of `SplitMix64`: every bit of the input moves every bit of the output.
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_uniform_and_unrelated() {
        let count = 20_000_u64;
        let (a, b) = (key("work.sorting.CN"), key("work.sorting.EU"));
        let draw = |key| (0..count).map(move |number| uniform(7, key, number));
        let mean = draw(a).sum::<f64>() / count as f64;
        let variance = draw(a).map(|u| (u - 0.5) * (u - 0.5)).sum::<f64>() / count as f64;
        let together = draw(a)
            .zip(draw(b))
            .map(|(u, v)| (u - 0.5) * (v - 0.5))
            .sum::<f64>()
            / count as f64;
        let next = draw(a)
            .zip(draw(a).skip(1))
            .map(|(u, v)| (u - 0.5) * (v - 0.5))
            .sum::<f64>()
            / count as f64;
        assert!((mean - 0.5).abs() < 0.01 && (variance - 1.0 / 12.0).abs() < 0.002);
        assert!(together.abs() < 0.002 && next.abs() < 0.002, "{together} {next}");
        assert!(draw(a).all(|u| u > 0.0 && u < 1.0));
    }
}
