//! A hundred pieces dealt out to the classes in which they end.

use crate::ui::theme::EndClass;

/// A hundred pieces dealt out by share: whole pieces first, the rest to the largest remainders.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of a hundred pieces is from 0 to 100"
)]
pub(super) fn hundred(shares: [(EndClass, f64); 7]) -> Vec<(EndClass, u32)> {
    let total: f64 = shares.iter().map(|(_, share)| share.max(0.0)).sum();
    if !total.is_finite() || total <= 0.0 {
        return Vec::new();
    }
    let exact = shares.map(|(class, share)| (class, share.max(0.0) / total * 100.0));
    let mut dealt: Vec<(EndClass, u32, f64)> = exact
        .into_iter()
        .map(|(class, pieces)| (class, pieces.floor() as u32, pieces.fract()))
        .collect();
    let whole: u32 = dealt.iter().map(|(_, pieces, _)| pieces).sum();
    let mut order: Vec<usize> = (0..dealt.len()).collect();
    let fraction = |at: &usize| dealt.get(*at).map_or(0.0, |(_, _, fraction)| *fraction);
    order.sort_by(|a, b| fraction(b).total_cmp(&fraction(a)));
    let rest = usize::try_from(100_u32.saturating_sub(whole)).unwrap_or(0);
    for at in order.into_iter().take(rest) {
        if let Some((_, pieces, _)) = dealt.get_mut(at) {
            *pieces += 1;
        }
    }
    let pieces = dealt.into_iter().map(|(class, pieces, _)| (class, pieces));
    pieces.filter(|(_, pieces)| *pieces > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_pieces_are_always_a_hundred() {
        let shares = [0.0, 0.005_4, 0.081_3, 0.0, 0.600_9, 0.312_4, 0.0];
        let of = |shares: [f64; 7]| {
            let mut at = EndClass::ALL.into_iter();
            hundred(shares.map(|share| (at.next().unwrap(), share)))
        };
        let dealt = of(shares);
        assert_eq!(dealt.iter().map(|(_, pieces)| pieces).sum::<u32>(), 100);
        assert_eq!(
            dealt
                .iter()
                .find(|(class, _)| *class == EndClass::Energy)
                .unwrap()
                .1,
            60
        );
        assert_eq!(of([1.0; 7]).iter().map(|(_, pieces)| pieces).sum::<u32>(), 100);
        assert_eq!(of([0.0; 7]), Vec::new());
        assert_eq!(
            of([f64::NAN, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
            vec![(EndClass::SameGrade, 100)]
        );
    }
}
