//! Material Circularity Indicator of a product.
//!
//! Source: Ellen MacArthur Foundation and Granta Design, *Circularity Indicators: Methodology*, 2015, revised 2019,
//! product level. The letters are those of the source.

use crate::quantity::Number;

/// What the indicator needs to know of one part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part<N = f64> {
    /// Mass `M` in the finished piece, kg.
    pub m: N,
    /// Recycled share of the feedstock.
    pub f_r: N,
    /// Reused share of the feedstock.
    pub f_u: N,
    /// Share from sustained production.
    pub f_s: N,
    /// Share collected and taken in for recycling.
    pub c_r: N,
    /// Share that goes into component reuse.
    pub c_u: N,
    /// Share that is composted.
    pub c_c: N,
    /// Share that goes to energy recovery and may count as circular; 0 for technical materials.
    pub c_e: N,
    /// Efficiency of the recycling at end of use.
    pub e_c: N,
    /// Efficiency of the recycling that made the feedstock.
    pub e_f: N,
}

impl<N: Number> Default for Part<N> {
    /// One kg of virgin material that is lost in the end.
    fn default() -> Self {
        Self {
            m: N::ONE,
            f_r: N::ZERO,
            f_u: N::ZERO,
            f_s: N::ZERO,
            c_r: N::ZERO,
            c_u: N::ZERO,
            c_c: N::ZERO,
            c_e: N::ZERO,
            e_c: N::ONE,
            e_f: N::ONE,
        }
    }
}

impl<N: Number> Part<N> {
    /// Virgin feedstock `V = M (1 − F_R − F_U − F_S)`, kg.
    pub fn v(&self) -> N {
        self.m * (N::ONE - self.f_r - self.f_u - self.f_s)
    }

    /// Mass that no circular way takes, `W_0 = M (1 − C_R − C_U − C_C − C_E)`, kg.
    pub fn w_0(&self) -> N {
        self.m * (N::ONE - self.c_r - self.c_u - self.c_c - self.c_e)
    }

    /// Waste of the recycling at end of use, `W_C = M (1 − E_C) C_R`, kg.
    pub fn w_c(&self) -> N {
        self.m * (N::ONE - self.e_c) * self.c_r
    }

    /// Waste of the recycling that made the feedstock, `W_F = M (1 − E_F) F_R / E_F`, kg; 0 where `F_R` is 0.
    pub fn w_f(&self) -> N {
        let waste = self.m * (N::ONE - self.e_f) * self.f_r / self.e_f;
        self.f_r.if_zero(N::ZERO, waste)
    }
}

/// The indicator with the terms it came from; masses in kg.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Mci<N = f64> {
    /// Mass of the product.
    pub m: N,
    /// Virgin feedstock.
    pub v: N,
    /// Unrecoverable waste, `W = Σ [W_0 + (W_F + W_C)/2]`.
    pub w: N,
    /// Waste that no circular way takes.
    pub w_0: N,
    /// Waste of the recycling that made the feedstock.
    pub w_f: N,
    /// Waste of the recycling at end of use.
    pub w_c: N,
    /// Linear flow index, `(V + W) / (2M + Σ (W_F − W_C)/2)`, 0..1.
    pub lfi: N,
    /// Utility: life against the average.
    pub x: N,
    /// `max(0, 1 − 0.9·LFI/X)`.
    pub mci: N,
}

/// The indicator of a product of `parts` with utility `x`.
///
/// Sums over parts, one `x`, floor once at product level (averaging part scores is wrong). Without mass the product
/// counts as linear, LFI = 1; with `x` = 0 the indicator is 0.
pub fn mci<N: Number>(parts: impl IntoIterator<Item = Part<N>>, x: N) -> Mci<N> {
    let mut sum = Mci { x, ..Mci::default() };
    for part in parts {
        sum.m += part.m;
        sum.v += part.v();
        sum.w_0 += part.w_0();
        sum.w_f += part.w_f();
        sum.w_c += part.w_c();
    }
    sum.w = sum.w_0 + (sum.w_f + sum.w_c) / N::of(2.0);
    let throughput = sum.m + sum.m + (sum.w_f - sum.w_c) / N::of(2.0);
    sum.lfi = throughput.if_above(0.0, (sum.v + sum.w) / throughput, N::ONE);
    sum.mci = score(sum.lfi, x);
    sum
}

/// `MCI = max(0, 1 − LFI·F(X))` with `F(X) = 0.9/X`.
pub fn score<N: Number>(lfi: N, x: N) -> N {
    (N::ONE - lfi * N::of(0.9) / x).max(N::ZERO)
}

/// Utility `X = (L/L_av)(U/U_av)`: life and intensity of use against the average.
pub fn utility(l: f64, l_av: f64, u: f64, u_av: f64) -> f64 {
    (l / l_av) * (u / u_av)
}

/// Closed-loop feasibility: recycled content that the own stream could supply.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Feasibility {
    /// `C_R · E_C · closed share`: the most recycled content that the own stream supplies.
    pub closed_loop_f_r_max: f64,
    /// What of the claimed `F_R` depends on other products' waste.
    pub from_others: f64,
}

/// Feasibility of recycled content `f_r` for a part recycled as `c_r`, `e_c`, of which `closed_share` comes back.
pub fn feasibility(f_r: f64, c_r: f64, e_c: f64, closed_share: f64) -> Feasibility {
    let own = c_r * e_c * closed_share;
    Feasibility {
        closed_loop_f_r_max: own,
        from_others: (f_r - own).max(0.0),
    }
}
