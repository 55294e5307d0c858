//! Gates: a route's feedstock rule held against one part, always with the reason, the figure and the limit.
//!
//! Source: METHOD 2 "Gate rules". The limit is what the rule asks for; the bound is its more permissive end. Met at the
//! limit: accepted; past it but within the bound: reduced; past the bound: refused.

/// The feedstock rule of a route.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Least share of target fibres.
    pub min_main: Limit,
    /// Most elastane.
    pub elastane_max: Limit,
    /// Most of other fibres.
    pub other_max: Limit,
    /// What a coating or lamination does.
    pub coating: Tolerance,
    /// What a print does.
    pub print: Tolerance,
    /// True where hard parts are accepted.
    pub takes_hard_parts: bool,
}

/// A limit with its more permissive end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limit {
    /// What the rule asks for.
    pub value: f64,
    /// As far as it bends.
    pub bound: f64,
}

/// What a rule does with coatings or prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tolerance {
    /// No effect.
    Accepted,
    /// Taken with a lower yield.
    Reduced,
    /// Not taken.
    Refused,
}

/// One part as a gate sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Feed {
    /// Share of target fibres, `t`.
    pub main: f64,
    /// Elastane share, `e`.
    pub elastane: f64,
    /// Coated or laminated.
    pub coated: bool,
    /// Printed.
    pub printed: bool,
    /// A hard part without fibre.
    pub hard: bool,
}

/// The answer of a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Taken in.
    Accepted,
    /// Taken in with a lower yield.
    Reduced,
    /// Not taken in.
    Refused,
}

impl Verdict {
    /// The word of the method, as it stands in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Reduced => "reduced",
            Self::Refused => "refused",
        }
    }
}

/// What an answer rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// Target fibres: found, and the least that is asked for.
    Main(f64, Limit),
    /// Elastane: found, and the most that is taken.
    Elastane(f64, Limit),
    /// Other fibres: found, and the most that is taken.
    Other(f64, Limit),
    /// A coating or lamination.
    Coating,
    /// A print.
    Print,
    /// A hard part.
    HardPart,
    /// Next to nothing of it would come out: output per kg.
    Nothing(f64),
}

/// The answer for one part.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The worst of its reasons.
    pub verdict: Verdict,
    /// What decides: every reason that is as bad as the verdict; for an accepted part the target fibres.
    pub reasons: Vec<Reason>,
}

/// Room for rounding in sums of shares.
const ROUNDING: f64 = 1e-9;

/// Holds `feed` against `rule`.
pub fn judge(rule: &Rule, feed: &Feed) -> Answer {
    if feed.hard {
        let verdict = if rule.takes_hard_parts {
            Verdict::Accepted
        } else {
            Verdict::Refused
        };
        return Answer {
            verdict,
            reasons: vec![Reason::HardPart],
        };
    }
    let other = (1.0 - feed.main - feed.elastane).max(0.0);
    let found = [
        (
            at_least(feed.main, rule.min_main),
            Reason::Main(feed.main, rule.min_main),
        ),
        (
            at_most(feed.elastane, rule.elastane_max),
            Reason::Elastane(feed.elastane, rule.elastane_max),
        ),
        (
            at_most(other, rule.other_max),
            Reason::Other(other, rule.other_max),
        ),
        (finish(feed.coated, rule.coating), Reason::Coating),
        (finish(feed.printed, rule.print), Reason::Print),
    ];
    let verdict = found
        .iter()
        .map(|(verdict, _)| *verdict)
        .max()
        .unwrap_or(Verdict::Accepted);
    // Too little of the wanted fibres and too much of others is one thing said twice.
    let is_main = |(v, reason): &(Verdict, Reason)| *v == verdict && matches!(reason, Reason::Main(..));
    let main_says_it = found.iter().any(is_main);
    let deciding = found
        .into_iter()
        .filter(|(v, _)| *v == verdict)
        .map(|(_, reason)| reason);
    let reasons = deciding.filter(|reason| !(main_says_it && matches!(reason, Reason::Other(..))));
    let most = if verdict == Verdict::Accepted {
        1
    } else {
        usize::MAX
    };
    Answer {
        verdict,
        reasons: reasons.take(most).collect(),
    }
}

fn at_least(found: f64, limit: Limit) -> Verdict {
    at_most(
        -found,
        Limit {
            value: -limit.value,
            bound: -limit.bound,
        },
    )
}

fn at_most(found: f64, limit: Limit) -> Verdict {
    if found <= limit.value + ROUNDING {
        Verdict::Accepted
    } else if found <= limit.bound + ROUNDING {
        Verdict::Reduced
    } else {
        Verdict::Refused
    }
}

fn finish(present: bool, tolerance: Tolerance) -> Verdict {
    match tolerance {
        _ if !present => Verdict::Accepted,
        Tolerance::Accepted => Verdict::Accepted,
        Tolerance::Reduced => Verdict::Reduced,
        Tolerance::Refused => Verdict::Refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLYCOLYSIS: Rule = Rule {
        min_main: Limit {
            value: 0.8,
            bound: 0.7,
        },
        elastane_max: Limit {
            value: 0.05,
            bound: 0.15,
        },
        other_max: Limit {
            value: 0.2,
            bound: 0.3,
        },
        coating: Tolerance::Reduced,
        print: Tolerance::Accepted,
        takes_hard_parts: false,
    };

    fn feed(main: f64, elastane: f64) -> Feed {
        Feed {
            main,
            elastane,
            coated: false,
            printed: false,
            hard: false,
        }
    }

    #[test]
    fn limits_and_bounds() {
        let verdict = |feed: Feed| judge(&GLYCOLYSIS, &feed).verdict;
        assert_eq!(verdict(feed(1.0, 0.0)), Verdict::Accepted);
        assert_eq!(verdict(feed(0.8, 0.05)), Verdict::Accepted);
        assert_eq!(verdict(feed(0.75, 0.05)), Verdict::Reduced);
        assert_eq!(verdict(feed(0.65, 0.0)), Verdict::Refused);
        assert_eq!(verdict(feed(0.84, 0.16)), Verdict::Refused);
        assert_eq!(
            verdict(Feed {
                coated: true,
                ..feed(1.0, 0.0)
            }),
            Verdict::Reduced
        );
        assert_eq!(
            verdict(Feed {
                printed: true,
                ..feed(1.0, 0.0)
            }),
            Verdict::Accepted
        );
        assert_eq!(
            verdict(Feed {
                hard: true,
                ..feed(0.0, 0.0)
            }),
            Verdict::Refused
        );
    }

    #[test]
    fn the_reason_names_figure_and_limit() {
        let answer = judge(&GLYCOLYSIS, &feed(0.65, 0.0));
        assert!(answer.reasons.contains(&Reason::Main(0.65, GLYCOLYSIS.min_main)));
        assert!(
            !answer
                .reasons
                .iter()
                .any(|reason| matches!(reason, Reason::Elastane(..)))
        );
    }
}
