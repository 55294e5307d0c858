//! Numbers of sets: every set of moves and turned levers has one number, small sets the small ones, and back.

/// A set as places: of moves, and of levers with the value that each stands at.
pub type Places = (Vec<usize>, Vec<(usize, u32)>);

/// All sets of up to so many of these moves and levers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Space {
    pub moves: usize,
    pub levers: usize,
    pub most_moves: usize,
    pub most_levers: usize,
    /// Values that a lever can stand at.
    pub values: u128,
}

impl Space {
    /// The sizes of sets, as moves and levers with how many sets there are, the fewest first; none where they cannot be
    /// counted.
    fn classes(&self) -> Option<Vec<(u128, usize, usize)>> {
        let mut all = Vec::new();
        for moves in 0..=self.most_moves.min(self.moves) {
            for levers in 0..=self.most_levers.min(self.levers) {
                let of_levers = choose(self.levers, levers)?.checked_mul(self.power(levers)?)?;
                let count = choose(self.moves, moves)?.checked_mul(of_levers)?;
                all.push((count, moves, levers));
            }
        }
        all.sort_unstable();
        Some(all)
    }

    fn power(&self, levers: usize) -> Option<u128> {
        (0..levers).try_fold(1_u128, |power, _| power.checked_mul(self.values))
    }

    /// The number of a set whose places rise; none where it is too large.
    pub fn number(&self, moves: &[usize], levers: &[(usize, u32)]) -> Option<u128> {
        let mut before: u128 = 0;
        for (count, of_moves, of_levers) in self.classes()? {
            if (of_moves, of_levers) == (moves.len(), levers.len()) {
                let which: Vec<usize> = levers.iter().map(|(at, _)| *at).collect();
                let mut values: u128 = 0;
                for (_, value) in levers {
                    let value = u128::from(*value);
                    if value >= self.values {
                        return None;
                    }
                    values = values.checked_mul(self.values)?.checked_add(value)?;
                }
                let inner = rank(moves)?.checked_mul(choose(self.levers, levers.len())?)?;
                let inner = inner.checked_add(rank(&which)?)?;
                let inner = inner
                    .checked_mul(self.power(levers.len())?)?
                    .checked_add(values)?;
                return before.checked_add(inner);
            }
            before = before.checked_add(count)?;
        }
        None
    }

    /// The set with `number`; none where there is none.
    pub fn set(&self, number: u128) -> Option<Places> {
        let mut left = number;
        for (count, of_moves, of_levers) in self.classes()? {
            if left >= count {
                left -= count;
                continue;
            }
            let power = self.power(of_levers)?;
            let mut values = left % power;
            let sets = left / power;
            let ways = choose(self.levers, of_levers)?;
            let moves = unrank(sets / ways, of_moves, self.moves)?;
            let which = unrank(sets % ways, of_levers, self.levers)?;
            let mut stand = Vec::new();
            for _ in 0..of_levers {
                stand.push(u32::try_from(values % self.values).ok()?);
                values /= self.values;
            }
            stand.reverse();
            return Some((moves, which.into_iter().zip(stand).collect()));
        }
        None
    }
}

/// How many sets of `few` there are of `all`.
fn choose(all: usize, few: usize) -> Option<u128> {
    if few > all {
        return Some(0);
    }
    (0..few).try_fold(1_u128, |ways, at| {
        let factor = u128::try_from(all - at).ok()?;
        Some(ways.checked_mul(factor)? / (u128::try_from(at).ok()? + 1))
    })
}

/// The number of a set of rising places among those of its size: Σ C(placeᵢ, i).
fn rank(places: &[usize]) -> Option<u128> {
    let mut sum: u128 = 0;
    for (at, place) in places.iter().enumerate() {
        sum = sum.checked_add(choose(*place, at + 1)?)?;
    }
    Some(sum)
}

/// The set of `few` places below `all` with this number.
fn unrank(number: u128, few: usize, all: usize) -> Option<Vec<usize>> {
    let mut left = number;
    let mut places = Vec::new();
    for size in (1..=few).rev() {
        let below = places.last().copied().unwrap_or(all);
        let fits = |place: &usize| choose(*place, size).is_some_and(|count| count <= left);
        let place = (0..below).rev().find(fits)?;
        left -= choose(place, size)?;
        places.push(place);
    }
    places.reverse();
    (left == 0).then_some(places)
}

/// `number` to the base, the highest digit first; one digit at least.
pub(super) fn digits(number: u128, base: u64) -> Vec<u64> {
    let base = u128::from(base);
    let mut left = number;
    let mut digits = Vec::new();
    loop {
        digits.push(u64::try_from(left % base).unwrap_or_default());
        left /= base;
        if left == 0 {
            break;
        }
    }
    digits.reverse();
    digits
}

/// The number of `digits` to the base; none where it is too large.
pub(super) fn number(digits: &[u64], base: u64) -> Option<u128> {
    let base = u128::from(base);
    digits.iter().try_fold(0_u128, |number, digit| {
        number.checked_mul(base)?.checked_add(u128::from(*digit))
    })
}
