//! Which factors a stopwatch can measure, and what the counts of a study give for each.
//!
//! Invariant: a study becomes an own figure through the one door, with its samples in the note; it never becomes one by itself.

use crate::data::{Factor, Library};
use crate::edit::Edit;
use crate::flow::assemble::effective;
use crate::model::{Estimate, Project, Sewing};
use crate::text::{Lang, MeasureMsg, number};
use crate::work::measured::{Field, MeasureError, Measured, Per};

/// What a study of `factor` counts hours over; none where counts cannot give it.
pub fn per(factor: &Factor, project: &Project, library: &Library) -> Option<Per> {
    let id = factor.id.as_str();
    match factor.figure.unit.as_str() {
        "h per piece" | "h per piece and cycle" => Some(Per::Piece),
        "min per trim" => Some(Per::Trim),
        "h per kg" => Some(Per::Kilogram),
        "factor" if id.starts_with("assumption.sewing_k") && id != "assumption.sewing_k_indirect" => {
            making_minutes(project, library).map(|minutes| Per::Making { minutes })
        }
        unit if unit.starts_with("FTE per 1000 t ") => {
            hours_per_fte(id, project, library).map(|hours_per_fte| Per::Kilotonne { hours_per_fte })
        }
        _ => None,
    }
}

/// Making minutes of a piece of the product; none where it is counted by standard minutes, or its kind has none.
fn making_minutes(project: &Project, library: &Library) -> Option<f64> {
    let minutes = match project.product.sewing {
        Sewing::Minutes(own) => own.value,
        Sewing::Smv(_) => return None,
        Sewing::Kind => in_use(
            &format!("kind.{}.sewing_minutes", project.product.kind),
            project,
            library,
        )?,
    };
    (minutes > 0.0).then_some(minutes)
}

/// Hours of the full-time equivalents in which the work factor `id` counts.
fn hours_per_fte(id: &str, project: &Project, library: &Library) -> Option<f64> {
    let mut regional = library.activities.iter().flat_map(|activity| {
        let own = activity.factors.iter();
        own.map(move |work| (work.factor_id(&activity.id), work.place.as_ref()))
    });
    let (_, place) = regional.find(|(factor, _)| factor.as_str() == id)?;
    let hours = library.hours_per_fte(place?).id.clone();
    in_use(hours.as_str(), project, library)
}

fn in_use(id: &str, project: &Project, library: &Library) -> Option<f64> {
    let factor = library.factor(id)?;
    let (figure, _) = effective(factor, project.overrides.get(&factor.id));
    Some(figure.value)
}

/// What a study counts, in words.
pub const fn counted(per: Per) -> MeasureMsg {
    match per {
        Per::Piece | Per::Making { .. } => MeasureMsg::Pieces,
        Per::Trim => MeasureMsg::Trims,
        Per::Kilogram | Per::Kilotonne { .. } => MeasureMsg::Kilograms,
    }
}

/// The name of a field of a sample.
pub const fn field(field: Field, per: Per) -> MeasureMsg {
    match field {
        Field::Count => counted(per),
        Field::People => MeasureMsg::People,
        Field::Minutes => MeasureMsg::Minutes,
        Field::Days => MeasureMsg::Days,
    }
}

/// Why a study says nothing, in words.
pub fn refusal(error: MeasureError, per: Per, lang: Lang) -> String {
    match error {
        MeasureError::NoSample => MeasureMsg::NoSample.text(lang).to_owned(),
        MeasureError::OutOfReach => MeasureMsg::OutOfReach.text(lang).to_owned(),
        MeasureError::Field { sample, field: wrong } => {
            let row = (sample + 1).to_string();
            let name = field(wrong, per).text(lang);
            MeasureMsg::NoNumber.with(lang, &[("row", &row), ("field", name)])
        }
    }
}

/// The note of an own figure that was measured: how many samples, what was counted in how many hours, how far they lie
/// apart, and `place`: who, where, when.
pub fn note(found: &Measured, per: Per, place: &str, lang: Lang) -> String {
    let (n, count) = (found.n.to_string(), number::figure(found.count, None, lang));
    let (hours, spread) = (
        number::hours(found.hours, lang),
        number::share(found.spread, lang),
    );
    let values = [
        ("n", n.as_str()),
        ("count", &count),
        ("unit", counted(per).text(lang)),
        ("hours", &hours),
        ("spread", &spread),
        ("place", place),
    ];
    let message = if found.range.is_some() {
        MeasureMsg::Note
    } else {
        MeasureMsg::NoteAlike
    };
    message.with(lang, &values)
}

/// The grade of an own figure by its note: "own, n = 5"; none where it was not measured here.
pub fn grade(note: &str, lang: Lang) -> Option<String> {
    let of = |written: Lang| {
        let (before, _) = MeasureMsg::Grade.text(written).split_once("{n}")?;
        let rest = note.strip_prefix(before)?;
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        rest.get(..digits).filter(|n| !n.is_empty())
    };
    let n = of(Lang::En).or_else(|| of(Lang::Zh))?;
    Some(MeasureMsg::Grade.with(lang, &[("n", n)]))
}

/// The edit that puts what was found in place of `factor`.
pub fn take(factor: &Factor, found: &Measured, per: Per, place: &str, lang: Lang) -> Edit {
    Edit::SetOverride {
        factor: factor.id.clone(),
        figure: Estimate {
            value: found.value,
            range: found.range,
        },
        note: note(found, per, place, lang),
    }
}
