//! What stands beside a line of work: how sewing is counted, and the indirect work behind the line.

use super::circularity::Way;
use super::{Explanation, Term};
use crate::flow::assemble::{SEWING, SewingMinutes};
use crate::model::{ActivityId, PlaceId};
use crate::text::{ExplainMsg, number};

impl Way<'_> {
    /// One line of work with what stands beside it.
    pub(super) fn work(&self, activity: &ActivityId, place: &PlaceId) -> Option<Explanation> {
        let mut opened = self.work_line(activity, place)?;
        if let (SEWING, Some(sewing)) = (activity.as_str(), &self.say.assessment.built.sewing) {
            self.add_minutes(sewing, &mut opened);
        }
        opened.indirect = self.indirect(activity, place);
        Some(opened)
    }

    /// The formula of sewing by minutes with its numbers, and the factor per kg for comparison.
    fn add_minutes(&self, sewing: &SewingMinutes, opened: &mut Explanation) {
        let say = self.say;
        let numbers = &say.assessment.numbers;
        let hours = sewing.hours_per_piece.of(numbers);
        let per_piece = |hours: f64| number::with_unit(&say.fine(hours), "h", say.lang);
        opened.formula.push_str("\nh = SMV/60 / efficiency · k_indirect");
        let put_in = format!(
            "\n{} / 60 / {} × {} = {}",
            number::typed(sewing.minutes.of(numbers)),
            number::typed(sewing.efficiency.of(numbers)),
            number::typed(sewing.indirect.of(numbers)),
            per_piece(hours)
        );
        opened.substituted.push_str(&put_in);
        if let Some(by_mass) = sewing.by_mass {
            let times = number::fixed(hours / by_mass, 1, say.lang);
            let meaning = ExplainMsg::TermSewingByMass.with(say.lang, &[("times", &times)]);
            opened.terms.push(Term {
                symbol: "h (kg)".to_owned(),
                meaning,
                value: per_piece(by_mass),
                opens: None,
            });
        }
        if sewing.from_kind {
            opened.notes.insert(0, say.text(ExplainMsg::NoteKindMinutes));
        }
    }

    /// Indirect work behind one line, in words.
    fn indirect(&self, activity: &ActivityId, place: &PlaceId) -> Option<String> {
        let say = self.say;
        let is_line = |line: &&crate::assess::WorkFigure| &line.activity == activity && &line.place == place;
        let indirect = self.figures.indirect.iter().find(is_line)?;
        let direct = self.figures.work.iter().find(is_line)?;
        let multiplier = say.project.multipliers.get(activity)?;
        let signed = |hours: f64| number::signed(hours, |hours| say.hours(hours));
        let values = [
            signed(indirect.hours),
            signed(direct.hours),
            number::typed(multiplier.value),
        ];
        let [hours, direct, value] = &values;
        let words = [
            ("hours", hours.as_str()),
            ("direct", direct),
            ("multiplier", value),
            ("note", &multiplier.note),
        ];
        Some(ExplainMsg::IndirectLine.with(say.lang, &words))
    }

    /// Indirect work behind all lines gained, or all lost, in words; none without multipliers.
    pub(super) fn indirect_total(&self, gained: bool) -> Option<String> {
        let totals = self.figures.indirect_totals;
        let hours = if gained { totals.gained } else { totals.lost };
        let say = self.say;
        (hours > 0.0).then(|| ExplainMsg::IndirectTotal.with(say.lang, &[("hours", &say.hours(hours))]))
    }
}
