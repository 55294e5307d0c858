//! Percentages and fibres of one part brought together, in whichever order the label has them.
//!
//! Invariant: every percentage of the label comes out once and unchanged; a fibre that cannot be told is `unknown`.

use super::LabelFibre;
use super::finding::Problem;
use super::item::{Item, What};
use super::run::{Run, Side, recycled_fibre};
use crate::model::FibreId;

/// What the items of one part say.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Paired {
    /// Fibres with their percentages.
    pub(super) fibres: Vec<LabelFibre>,
    /// Fibres without one.
    pub(super) named: Vec<FibreId>,
    /// The only fibre named, where no percentage stands anywhere, as if it were all.
    pub(super) alone: Option<LabelFibre>,
    /// What was doubtful.
    pub(super) problems: Vec<Problem>,
}

/// Brings the percentages and names in `items` together.
pub(super) fn pair(items: &[Item]) -> Paired {
    let has_value = items.iter().any(|item| matches!(item.what, What::Value(_)));
    let ratio = items.iter().find_map(|item| match &item.what {
        What::Ratio(numbers) => Some(numbers),
        _ => None,
    });
    match ratio {
        Some(numbers) if !has_value => by_ratio(items, numbers),
        // Beside percentages a ratio is a yarn count or a construction, unless it makes a whole of its own.
        Some(numbers) if (numbers.iter().sum::<f64>() - 100.0).abs() < 1e-9 => {
            let mut paired = by_values(items);
            let text: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            paired.problems.push(Problem::Ratio(text.join("/")));
            paired
        }
        _ if has_value => by_values(items),
        _ => without_values(items),
    }
}

fn by_ratio(items: &[Item], numbers: &[f64]) -> Paired {
    let run = Run::of(items.iter().collect());
    let mut paired = Paired::default();
    let names = run.fibres();
    let shorthand = run.shorthand();
    let ids: Vec<FibreId> = match shorthand {
        _ if names.len() == numbers.len() => names,
        Some((ids, text)) if ids.len() == numbers.len() => {
            paired
                .problems
                .push(Problem::Shorthand(text.to_owned(), ids.to_vec()));
            ids.to_vec()
        }
        _ => {
            let text: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            if !names.is_empty() || shorthand.is_some() || run.has_unknown() {
                paired.problems.push(Problem::Ratio(text.join("/")));
            }
            paired.named = names;
            return paired;
        }
    };
    let fibres = ids.iter().zip(numbers);
    paired.fibres = fibres
        .map(|(id, percent)| run.recycled_line(id, *percent))
        .collect();
    run.say_unknown(&mut paired);
    paired
}

fn without_values(items: &[Item]) -> Paired {
    let run = Run::of(items.iter().collect());
    let mut paired = Paired {
        named: run.fibres(),
        ..Paired::default()
    };
    let is_pure = items.iter().any(|item| item.what == What::Pure);
    if let ([only], false) = (paired.named.as_slice(), run.is_doubtful()) {
        let whole = recycled_fibre(only, 100.0, run.recycled(only));
        if is_pure {
            paired.fibres = vec![whole];
            paired.named = Vec::new();
        } else {
            paired.alone = Some(whole);
        }
    }
    run.say_open(&mut paired);
    paired
}

/// The items around the values: `words[0]` before the first, `words[i]` after the i-th.
struct Runs<'a> {
    values: Vec<f64>,
    words: Vec<Vec<&'a Item>>,
    /// What stands in brackets right after each value.
    own: Vec<Vec<&'a Item>>,
}

impl<'a> Runs<'a> {
    fn of(items: impl IntoIterator<Item = &'a Item>) -> Self {
        let mut all = Self {
            values: Vec::new(),
            words: vec![Vec::new()],
            own: Vec::new(),
        };
        for item in items {
            if let What::Value(value) = item.what {
                all.values.push(value);
                all.words.push(Vec::new());
                all.own.push(Vec::new());
                continue;
            }
            let is_own = item.of_value.is_some() || matches!(item.what, What::RecycledShare(_));
            let own = all.own.last_mut().filter(|_| is_own);
            if let Some(list) = own.or(all.words.last_mut()) {
                list.push(item);
            }
        }
        all
    }

    /// The run with its number, together with what is the value's own.
    fn with_own(&self, run: usize, value: usize) -> Run<'a> {
        let run = self.words.get(run).into_iter().flatten();
        let own = self.own.get(value).into_iter().flatten();
        Run::of(run.chain(own).copied().collect())
    }

    fn is_named(&self, run: usize) -> bool {
        let run = self.words.get(run).cloned().unwrap_or_default();
        !Run::of(run).fibres().is_empty()
    }

    /// Names stand behind their percentages.
    fn numbers_first(&self) -> bool {
        let count = self.values.len();
        (0..count).all(|value| self.with_own(value + 1, value).has_candidate()) && !self.is_named(0)
    }

    /// Names stand before their percentages.
    fn names_first(&self) -> bool {
        let count = self.values.len();
        (0..count).all(|value| self.with_own(value, value).has_candidate()) && !self.is_named(count)
    }

    fn lines(&self, side: Side, paired: &mut Paired) {
        let offset = usize::from(side == Side::Before);
        for (value, percent) in self.values.iter().enumerate() {
            let (run, others) = self.with_own(value + offset, value).nearest(side);
            run.line(*percent, paired);
            paired.named.extend(others);
        }
    }
}

fn by_values(items: &[Item]) -> Paired {
    let mut paired = Paired::default();
    let runs = Runs::of(items);
    if runs.numbers_first() {
        runs.lines(Side::Before, &mut paired);
    } else if runs.names_first() {
        runs.lines(Side::Behind, &mut paired);
    } else {
        for group in items.split(|item| item.what == What::Gap) {
            by_group(group, &mut paired);
        }
    }
    paired
}

/// One stretch between commas of a label that mixes both orders.
fn by_group(group: &[Item], paired: &mut Paired) {
    let runs = Runs::of(group);
    match runs.values.as_slice() {
        [] => {
            let run = Run::of(group.iter().collect());
            paired.named.extend(run.fibres());
            run.say_recycled(paired);
        }
        [percent] => {
            let all = group.iter().filter(|item| !matches!(item.what, What::Value(_)));
            Run::of(all.collect()).line(*percent, paired);
        }
        _ if runs.names_first() => runs.lines(Side::Behind, paired),
        _ => runs.lines(Side::Before, paired),
    }
}
