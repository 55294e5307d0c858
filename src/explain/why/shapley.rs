//! Shapley shares of a game given by all its coalitions.
//!
//! Source: L. S. Shapley, A Value for n-Person Games, 1953:
//! `φ_i = Σ_{S ∌ i} |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S))`. The shares sum to `v(all) − v(none)`, do not depend
//! on any order, and turn their sign when the two sides are exchanged.

/// Shares of the players of a game; `values` holds v of every coalition, player i being bit i of its place.
pub(super) fn shares(players: usize, values: &[f64]) -> Vec<f64> {
    let weights: Vec<f64> = (0..players).map(|size| weight(players, size)).collect();
    let share = |player: usize| {
        let bit = 1_usize << player;
        let without = values
            .iter()
            .enumerate()
            .filter(|(coalition, _)| coalition & bit == 0);
        let terms = without.filter_map(|(coalition, value)| {
            let weight = weights.get(coalition.count_ones() as usize)?;
            Some(weight * (values.get(coalition | bit)? - value))
        });
        terms.sum()
    };
    (0..players).map(share).collect()
}

/// `s! (n − s − 1)! / n!`, as `1 / (n · C(n − 1, s))`.
fn weight(players: usize, size: usize) -> f64 {
    let choose = (0..size).fold(1.0, |product, k| {
        product * (players - 1 - k) as f64 / (k + 1) as f64
    });
    1.0 / (players as f64 * choose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glove_game() {
        // One left and two right gloves: a pair is worth 1.
        let worth = |coalition: usize| f64::from(u8::from(coalition & 1 == 1 && coalition & 0b110 != 0));
        let values: Vec<f64> = (0..8).map(worth).collect();
        let shares = shares(3, &values);
        for (share, known) in shares.iter().zip([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]) {
            assert!((share - known).abs() < 1e-15);
        }
    }

    #[test]
    fn one_player_has_all() {
        assert_eq!(shares(1, &[2.0, 5.0]), vec![3.0]);
        assert!(shares(0, &[2.0]).is_empty());
    }
}
