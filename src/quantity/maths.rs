//! Functions of numbers that systems round differently, from one implementation: so a draw has the same bits everywhere.
//!
//! The core computes with these and with what IEEE 754 fixes to the last bit (`+ − × ÷ √`), never with the methods of
//! `f64` that call the library of the system (tested).

/// `eˣ`.
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// The natural logarithm of `x > 0`.
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `ln(1 + x)`, exact where `x` is small; `x > −1`.
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// The logarithm of `x > 0` to the base ten.
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// `xʸ` for `x ≥ 0`.
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// The cosine of `x` radians.
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// The logarithm of the gamma function of `x > 0`.
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// `value` to six decimals: without the dust of adding hundredths, and of figures that are stored in other units than
/// they are typed in.
pub fn tidy(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bits that these functions gave where they were written: on every system the same.
    #[test]
    fn the_last_bit_is_the_same_on_every_system() {
        let found = [
            exp(0.3),
            ln(0.3),
            ln_1p(0.3),
            log10(0.3),
            pow(0.3, 7.1),
            cos(0.3),
            ln_gamma(0.3),
        ];
        let bits = [
            0x3FF5_9905_8C8C_1A96,
            0xBFF3_4378_FCBD_A721,
            0x3FD0_CA93_7BE1_B9DC,
            0xBFE0_BB6C_34D8_1502,
            0x3F29_69F3_8095_A047,
            0x3FEE_921D_D42F_09BA,
            0x3FF1_8863_7A6C_4196,
        ];
        assert_eq!(found.map(f64::to_bits), bits, "{found:?}");
    }
}
