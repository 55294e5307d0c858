//! A cell of a composition as fibre lines.

use super::changes::said;
use crate::data::Library;
use crate::intake::garment::line;
use crate::intake::label;
use crate::model::{FibreLine, Part};
use crate::quantity::Share;
use crate::text::{Lang, PartsSheetMsg};

/// The fibres that `text` says; where a fibre was there, what was said of where it comes from stays as far as it can.
pub(super) fn fibres(part: &Part, text: &str, library: &Library) -> Result<Vec<FibreLine>, [String; 2]> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let label = label::parse(text);
    if let Some(finding) = label.findings.iter().find(|finding| finding.is_doubt()) {
        return Err(Lang::ALL.map(|lang| finding.text(lang)));
    }
    let [only] = label.parts.as_slice() else {
        return Err(said(PartsSheetMsg::NotUnderstood));
    };
    let mut lines: Vec<FibreLine> = Vec::new();
    for fibre in &only.fibres {
        let read = line(fibre, library);
        match lines.iter_mut().find(|known| known.fibre == read.fibre) {
            Some(known) => *known = together(known, &read),
            None => lines.push(read),
        }
    }
    for line in &mut lines {
        let mut old = part.fibres.iter().filter(|old| old.fibre == line.fibre);
        if let (Some(old), None) = (old.next(), old.next()) {
            keep(line, old);
        }
    }
    Ok(lines)
}

/// Two lines of one fibre as one.
fn together(a: &FibreLine, b: &FibreLine) -> FibreLine {
    let share = a.share.get() + b.share.get();
    let recycled = a.share.get() * a.feedstock.recycled.get() + b.share.get() * b.feedstock.recycled.get();
    let of = if a.feedstock.recycled.is_zero() { b } else { a };
    let mut feedstock = of.feedstock.clone();
    feedstock.recycled = Share::clamped(if share > 0.0 { recycled / share } else { 0.0 });
    FibreLine {
        fibre: a.fibre.clone(),
        share: Share::clamped(share),
        feedstock,
    }
}

/// What a label does not say stays: origin, route, reused and sustained shares; shares that are the same but for the last
/// digit too.
fn keep(line: &mut FibreLine, old: &FibreLine) {
    let is_close = |a: Share, b: Share| (a.get() - b.get()).abs() < 1e-7;
    if is_close(line.share, old.share) {
        line.share = old.share;
    }
    let recycled = line.feedstock.recycled;
    if is_close(recycled, old.feedstock.recycled) {
        line.feedstock = old.feedstock.clone();
        return;
    }
    let rest = old.feedstock.reused.get() + old.feedstock.sustained.get();
    if recycled.get() + rest <= 1.0 + 1e-9 {
        line.feedstock = old.feedstock.clone();
        line.feedstock.recycled = recycled;
    }
}
