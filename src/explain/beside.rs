//! What stands beside a line of work: how sewing is counted, and the indirect work behind the line.

use super::circularity::Way;
use super::{Explanation, Term};
use crate::flow::Slot;
use crate::flow::assemble::{MinutesAs, SEWING, SewnPiece};
use crate::model::{ActivityId, PlaceId, Sewing};
use crate::text::{CommonMsg, ExplainMsg, number};

/// Work that remakes a garment: a multiple of sewing.
const REMAKING: &str = "remanufacture";
/// The factor of that multiple.
const MULTIPLE: &str = "assumption.remanufacture_multiple";

impl Way<'_> {
    /// One line of work with what stands beside it.
    pub(super) fn work(&self, activity: &ActivityId, place: &PlaceId) -> Option<Explanation> {
        let mut opened = self.work_line(activity, place)?;
        let remade = activity.as_str() == REMAKING;
        if (remade || activity.as_str() == SEWING)
            && let Some(sewn) = self.say.assessment.built.sewn.get(place)
        {
            self.add_minutes(sewn, remade, &mut opened);
        }
        opened.indirect = self.indirect(activity, place);
        Some(opened)
    }

    /// The formula of sewing per piece with its numbers, and the factor per kg for comparison; where garments are
    /// `remade`, the multiple of these hours too.
    fn add_minutes(&self, sewn: &SewnPiece, remade: bool, opened: &mut Explanation) {
        let say = self.say;
        let numbers = &say.assessment.numbers;
        let hours = sewn.hours_per_piece.of(numbers);
        let per_piece =
            |hours: f64| number::with_unit(&say.fine(hours), CommonMsg::UnitHour.text(say.lang), say.lang);
        let (mut formula, mut put_in) = self.counted(sewn);
        let multiple = self.multiple().filter(|_| remade);
        if let Some(multiple) = multiple {
            formula.push_str(" · multiple");
            put_in = format!("{put_in} × {}", number::typed(multiple));
        }
        let hours = hours * multiple.unwrap_or(1.0);
        opened.formula = format!("{}\nh = {formula}", opened.formula);
        opened.substituted = format!("{}\n{put_in} = {}", opened.substituted, per_piece(hours));
        if let Some(by_mass) = sewn.by_mass.filter(|_| !remade) {
            let times = number::fixed(hours / by_mass, 1, say.lang);
            let meaning = ExplainMsg::TermSewingByMass.with(say.lang, &[("times", &times)]);
            opened.terms.push(Term {
                symbol: "h (kg)".to_owned(),
                meaning,
                value: per_piece(by_mass),
                opens: None,
            });
        }
        if say.project.product.sewing == Sewing::Kind {
            opened.notes.insert(0, say.text(ExplainMsg::NoteKindMinutes));
        }
    }

    /// The formula of the hours of one piece, and the same with its numbers.
    fn counted(&self, sewn: &SewnPiece) -> (String, String) {
        let numbers = &self.say.assessment.numbers;
        let typed = |slot: Slot| number::typed(slot.of(numbers));
        let minutes = typed(sewn.minutes);
        match sewn.counted {
            MinutesAs::Making { k } => ("min/60 · k".to_owned(), format!("{minutes} / 60 × {}", typed(k))),
            MinutesAs::Standard { efficiency, indirect } => (
                "SMV/60 / efficiency · k_indirect".to_owned(),
                format!("{minutes} / 60 / {} × {}", typed(efficiency), typed(indirect)),
            ),
        }
    }

    /// How many times the hours of sewing remaking takes.
    fn multiple(&self) -> Option<f64> {
        let assessment = self.say.assessment;
        let slot = assessment.engine.slots.slot_of(&MULTIPLE.into())?;
        Some(slot.of(&assessment.numbers))
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
