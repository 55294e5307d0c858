//! Rows that stand for one another: colourways, sizes in rows, the same row twice.

use super::answers::{Answers, Take};
use super::columns::{Column, Mapping};
use super::finding::Finding;
use super::reason::Reason;
use super::sheet::Sheet;
use super::whole;
use super::words::{Words, word_key};
use super::{Bom, Line};
use crate::data::Kind;
use std::collections::BTreeMap;

/// The place of a line, its size, and what it says of its colour.
type Member = (usize, Option<usize>, String);

/// Rows with the same words and figures.
struct Group {
    /// Places of their lines.
    lines: Vec<usize>,
    /// They differ in a colour or a size: one of them is worn.
    differ: bool,
    /// The place of the middle size, where they are sizes.
    base: usize,
}

/// Counts one of the rows that are alike, or all, and says so.
pub(super) fn settle(
    bom: &mut Bom,
    sheet: &Sheet,
    mapping: &Mapping,
    kind: Option<&Kind>,
    answers: &Answers,
) -> Vec<Finding> {
    let groups = groups(bom, sheet, mapping);
    if groups.is_empty() {
        return Vec::new();
    }
    let take = answers.alike.unwrap_or_else(|| likely(bom, &groups, kind));
    let mut rows = Vec::new();
    for group in &groups {
        let lines = group.lines.iter().filter_map(|place| bom.lines.get(*place));
        rows.push(lines.map(|line| line.row).collect());
        if take == Take::One {
            leave_others(bom, group);
        }
    }
    // One answer holds for all of them: one question.
    match answers.alike {
        None => vec![Finding::Alike { groups: rows, take }],
        Some(_) => Vec::new(),
    }
}

fn leave_others(bom: &mut Bom, group: &Group) {
    let kept = group.lines.get(group.base).copied();
    let kept_row = kept
        .and_then(|place| bom.lines.get(place))
        .map_or(0, |line| line.row);
    for place in group.lines.iter().filter(|place| Some(**place) != kept) {
        if let Some(line) = bom.lines.get_mut(*place) {
            line.reasons.clear();
            line.leave_out(Reason::Alike(kept_row));
        }
    }
}

/// One of each where they differ in colour or size; where they do not differ at all, what brings the product into its
/// usual range, and all of them where that tells nothing.
fn likely(bom: &Bom, groups: &[Group], kind: Option<&Kind>) -> Take {
    let all = bom.totals().product_kg;
    let others = |group: &Group| -> f64 {
        let left = group.lines.iter().enumerate().filter(|(at, _)| *at != group.base);
        left.filter_map(|(_, place)| bom.lines.get(*place))
            .map(|line| line.product_kg)
            .sum()
    };
    let one = all - groups.iter().map(others).sum::<f64>();
    let usual = kind.map(whole::range);
    let fits = |kg: f64| usual.is_some_and(|(low, high)| (low..=high).contains(&kg));
    let differ = groups.iter().all(|group| group.differ);
    match (fits(one), fits(all)) {
        (true, false) => Take::One,
        (false, true) => Take::All,
        _ if differ => Take::One,
        _ => Take::All,
    }
}

fn groups(bom: &Bom, sheet: &Sheet, mapping: &Mapping) -> Vec<Group> {
    let words = Words::builtin();
    let mut found: BTreeMap<Vec<String>, Vec<Member>> = BTreeMap::new();
    for (place, line) in bom
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.part.is_some())
    {
        let size = size(line, sheet, mapping);
        let key = key(line, sheet, mapping, size.is_some());
        if !key.first().is_none_or(String::is_empty) {
            let colour = colour(line, sheet, mapping);
            found.entry(key).or_default().push((place, size, colour));
        }
    }
    let several = found.into_values().filter(|rows| rows.len() > 1);
    let mut groups: Vec<Group> = several
        .map(|rows| {
            let sizes = rows.iter().map(|(_, size, _)| *size);
            let middle = words.size("M");
            let base = sizes.clone().position(|size| size == middle && middle.is_some());
            let by_size = sizes.flatten().count() == rows.len();
            let first = rows.first().map(|(_, _, colour)| colour.clone());
            let by_colour = rows.iter().any(|(_, _, colour)| Some(colour) != first.as_ref());
            Group {
                base: base.unwrap_or(if by_size { (rows.len() - 1) / 2 } else { 0 }),
                differ: by_colour || by_size,
                lines: rows.into_iter().map(|(place, ..)| place).collect(),
            }
        })
        .collect();
    groups.sort_by_key(|group| group.lines.first().copied());
    groups
}

/// The size that a row is for, by a cell that holds nothing but a size.
fn size(line: &Line, sheet: &Sheet, mapping: &Mapping) -> Option<usize> {
    let mut details = mapping.indices(Column::Details);
    details.find_map(|place| Words::builtin().size(sheet.cell(line.row - 1, place)))
}

/// Everything that tells a row from others, but its colour; of rows for sizes not their figures either.
fn key(line: &Line, sheet: &Sheet, mapping: &Mapping, is_size: bool) -> Vec<String> {
    let words = Words::builtin();
    let row = line.row - 1;
    let mut key = vec![words.colourless(mapping.text(sheet, row, Column::Material))];
    for (place, column) in &mapping.columns {
        let cell = sheet.cell(row, *place);
        match column {
            Column::Material | Column::Colour | Column::Supplier | Column::Certificate | Column::Lot => {}
            Column::Details | Column::Consumption | Column::GrossConsumption if is_size => {}
            Column::Details => key.push(words.colourless(cell)),
            _ => key.push(word_key(cell)),
        }
    }
    key
}

/// What a row says of its colour.
fn colour(line: &Line, sheet: &Sheet, mapping: &Mapping) -> String {
    let words = Words::builtin();
    let row = line.row - 1;
    let material = mapping.text(sheet, row, Column::Material);
    let mut said = word_key(mapping.text(sheet, row, Column::Colour));
    if words.colourless(material) != word_key(material) {
        said.push_str(&word_key(material));
    }
    let details = mapping
        .indices(Column::Details)
        .map(|place| sheet.cell(row, place));
    for text in details.filter(|text| words.is_colour(text)) {
        said.push_str(&word_key(text));
    }
    said
}
