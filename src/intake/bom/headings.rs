//! What headings say: one row of them or two, with units and what a figure is for.

use super::columns::{Column, Mapping};
use super::error::limit;
use super::sheet::Sheet;
use super::sizes;
use super::units::{Measure, per_of};
use super::words::{Words, holds, says, weight, word_key};
use std::collections::BTreeMap;

/// A heading that is a known word counts this much more than one that only holds it.
const WHOLE: usize = 1000;
/// Longer cells are no headings.
pub(in crate::intake) const LONGEST: usize = 80;

/// The headings of a table, one for each column of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::intake) struct Heads {
    /// What stands over the column, and over several columns in the row above it; empty where nothing.
    over: Vec<(String, String)>,
    whole: Vec<String>,
}

impl Heads {
    /// The words over the column at `place`.
    pub(in crate::intake) fn text(&self, place: usize) -> &str {
        self.whole.get(place).map_or("", String::as_str)
    }

    /// The words that a unit is looked for in: without the size that heads the column.
    pub(super) fn measured(&self, place: usize, is_size: bool) -> &str {
        let above = self.over.get(place).map_or("", |(above, _)| above.as_str());
        if is_size { above } else { self.text(place) }
    }

    /// How many there are.
    fn len(&self) -> usize {
        self.whole.len()
    }
}

/// The headings in `depth` rows from `row`: the upper one holds for all columns beneath it.
pub(super) fn heads(sheet: &Sheet, row: usize, depth: usize) -> Heads {
    let mut heads = Heads::default();
    let mut above = "";
    for place in 0..sheet.width() {
        let upper = sheet.cell(row, place);
        let lower = if depth > 1 { sheet.cell(row + 1, place) } else { "" };
        let goes_on = sheet.merged_into(row, place).is_some_and(|(top, _)| top == row);
        if !upper.is_empty() {
            above = upper;
        } else if lower.is_empty() || (sheet.has_merged() && !goes_on) {
            above = "";
        }
        let parts = match (depth > 1, lower.is_empty()) {
            (true, false) => (above.to_owned(), lower.to_owned()),
            _ => (String::new(), upper.to_owned()),
        };
        let whole = [parts.0.as_str(), parts.1.as_str()].join(" ");
        heads.whole.push(whole.trim().to_owned());
        heads.over.push(parts);
    }
    heads
}

/// True where the mapping can be that of a table.
pub(super) fn is_header(mapping: &Mapping) -> bool {
    let names = [Column::Material, Column::Composition];
    mapping.count() >= 2 && names.iter().any(|column| mapping.index(*column).is_some())
}

/// The mapping that the known words in `row`, and in the one beneath it where that belongs to the headings, give.
pub(super) fn of_words(sheet: &Sheet, row: usize) -> Mapping {
    let depth = if goes_on(sheet, row) { 2 } else { 1 };
    let heads = heads(sheet, row, depth);
    let mut mapping = Mapping::headed(row, depth);
    let words = Words::builtin();
    let mut claims: Vec<(usize, Column, usize)> = Vec::new();
    for place in (0..heads.len()).filter(|place| !sheet.is_hidden_column(*place)) {
        let (above, own) = heads
            .over
            .get(place)
            .map_or(("", ""), |(a, b)| (a.as_str(), b.as_str()));
        claims.extend(meaning_of(above, own, words).map(|(column, score)| (place, column, score)));
    }
    claims.sort_by_key(|(place, _, score)| (std::cmp::Reverse(*score), *place));
    let mut taken: BTreeMap<Column, usize> = BTreeMap::new();
    for (place, column, _) in claims {
        let column = match (column, taken.get(&column)) {
            (Column::Details, _) | (_, None) => column,
            (Column::Consumption, Some(_)) => {
                mapping.rivals.push(place);
                continue;
            }
            (Column::Material | Column::Placement | Column::Group, Some(_)) => Column::Details,
            _ => continue,
        };
        taken.entry(column).or_insert(place);
        mapping.set(sheet, column, Some(place));
    }
    sizes::find(sheet, &heads.over, &mut mapping);
    lots(sheet, &mut mapping);
    name_by_shape(sheet, &heads, &mut mapping);
    mapping
}

/// True where the row beneath goes on with the headings of `row`: it fills gaps of it, and holds no figures but sizes.
fn goes_on(sheet: &Sheet, row: usize) -> bool {
    let below = row + 1;
    if below >= sheet.height() {
        return false;
    }
    let words = Words::builtin();
    let mut fills = 0;
    let mut known = 0;
    for place in 0..sheet.width() {
        let (upper, lower) = (sheet.cell(row, place), sheet.cell(below, place));
        if lower.is_empty() {
            continue;
        }
        let is_size = words.size(lower).is_some() || sizes::is_number(lower);
        let is_figure = lower.starts_with(|c: char| c.is_ascii_digit());
        if is_figure && !is_size {
            return false;
        }
        let belongs = upper.is_empty()
            || sheet
                .merged_into(row, place + 1)
                .is_some_and(|first| first == (row, place));
        if !belongs && meaning(lower, words).is_some() {
            // The row beneath has headings of its own.
            return false;
        }
        fills += usize::from(belongs || is_size && upper.is_empty());
        known += usize::from(is_size || meaning(lower, words).is_some() || is_net(lower) || is_gross(lower));
    }
    let spans = sheet
        .row(row)
        .iter()
        .filter(|cell| !cell.trim().is_empty())
        .count()
        > 1;
    spans && fills > 0 && known > 1 && known * 4 >= fills * 3
}

/// The known meaning of a heading with the one above it.
fn meaning_of(above: &str, own: &str, words: &Words) -> Option<(Column, usize)> {
    meaning(own, words).or_else(|| {
        let is_known = !above.is_empty() && !own.is_empty();
        is_known
            .then(|| meaning(&format!("{above} {own}"), words))
            .flatten()
    })
}

/// What a heading means, and how surely: words in brackets are looked at only where the rest says nothing.
fn meaning(heading: &str, words: &Words) -> Option<(Column, usize)> {
    if heading.is_empty() || heading.chars().count() > LONGEST {
        return None;
    }
    let outside = word_key(&without_brackets(heading));
    let whole = word_key(heading);
    // "Cons. incl. wastage" is a consumption, though "wastage" is the longer word.
    if let Some(found) = net_or_gross(heading, &whole, words) {
        return Some(found);
    }
    let (column, score) = best_word(&outside, words).or_else(|| best_word(&whole, words))?;
    let column = column?;
    let is_mass = measure_of(heading)
        .unit
        .is_some_and(|unit| unit.kilograms().is_some() && unit.gsm().is_none());
    Some(match column {
        // "Weight (g)" is the mass of a piece, "Weight (g/m2)" that of the cloth.
        Column::Gsm if is_mass => (Column::PieceWeight, score),
        column => (column, score),
    })
}

/// A consumption that says whether the wastage is in it.
fn net_or_gross(heading: &str, key: &str, words: &Words) -> Option<(Column, usize)> {
    let column = match (is_gross(heading), is_net(heading)) {
        (true, _) => Column::GrossConsumption,
        (false, true) => Column::Consumption,
        (false, false) => return None,
    };
    let is_consumption =
        |column: Option<Column>| matches!(column, Some(Column::Consumption | Column::GrossConsumption));
    let known = words
        .columns
        .iter()
        .filter(|(word, column)| is_consumption(*column) && weight(word) > 1);
    let score = known
        .filter(|(word, _)| holds(key, word))
        .map(|(word, _)| weight(word))
        .max()?;
    Some((column, WHOLE + score))
}

/// True where a heading says that the wastage is in the figure.
fn is_gross(heading: &str) -> bool {
    let words = Words::builtin();
    let is_net_word = words
        .net
        .iter()
        .filter(|word| *word != "net")
        .any(|word| says(heading, std::slice::from_ref(word)));
    !is_net_word && says(heading, &words.gross)
}

fn is_net(heading: &str) -> bool {
    says(heading, &Words::builtin().net)
}

/// The longest known word that `heading` is or holds; that it is the whole heading counts most.
fn best_word(heading: &str, words: &Words) -> Option<(Option<Column>, usize)> {
    let mut best: Option<(Option<Column>, usize)> = None;
    for (word, column) in &words.columns {
        let score = if heading == word {
            WHOLE + weight(word)
        } else if weight(word) > 1 && holds(heading, word) {
            weight(word)
        } else {
            continue;
        };
        // Of words that count the same the one that means something else wins: `Cons cost` is money.
        if best.is_none_or(|(_, known)| score > known || score == known && column.is_none()) {
            best = Some((*column, score));
        }
    }
    best
}

fn without_brackets(heading: &str) -> String {
    let mut depth = 0_usize;
    let kept = heading.chars().filter(|c| {
        let is_open = matches!(c, '(' | '（' | '[' | '【');
        let is_close = matches!(c, ')' | '）' | ']' | '】');
        if is_open {
            depth += 1;
        } else if is_close {
            depth = depth.saturating_sub(1);
        }
        depth == 0 && !is_close
    });
    kept.collect()
}

/// The unit in the brackets of a heading, or behind its last stroke or blank: `Width (cm)`, `幅宽/cm`, `Width cm`, and for
/// how many garments: `Consumption (kg/dz)`, `Consumption/Dz`.
pub(super) fn measure_of(heading: &str) -> Measure {
    let mut pieces = heading.split(['(', '（', '[', '【', ')', '）', ']', '】']);
    pieces.next();
    let bracketed = pieces.find_map(Measure::of);
    let found = bracketed.or_else(|| {
        let last = heading.rsplit(['/', ' ', '：', ':']).next()?;
        let is_part = last.len() < heading.len();
        let words = heading
            .rsplit(' ')
            .next()
            .filter(|words| words.len() < heading.len());
        let by_word = words.and_then(Measure::of);
        let is_count = |measure: &Measure| measure.unit.is_some_and(|unit| unit.pieces().is_some());
        by_word
            .or_else(|| Measure::of(last).filter(|_| is_part))
            .filter(|measure| !is_count(measure))
    });
    let measure = found.unwrap_or_default();
    Measure {
        per: measure.per.or_else(|| per_of(heading)),
        ..measure
    }
}

/// A column of quantities that stands in the first row alone is the lot of the whole table; so is the quantity of a table
/// whose rows have their own: `Quantity` beside `Qty (Items)`.
fn lots(sheet: &Sheet, mapping: &mut Mapping) {
    let Some(consumption) = mapping.index(Column::Consumption) else {
        return;
    };
    let first = mapping.first_row();
    let filled = |place: usize| {
        let last = sheet.height().min(first + limit::HEADER_ROWS);
        (first..last)
            .filter(|row| !sheet.cell(*row, place).is_empty())
            .count()
    };
    let rivals = std::mem::take(&mut mapping.rivals);
    for rival in rivals {
        let (own, other) = (filled(consumption), filled(rival));
        let is_once = |many: usize, few: usize| few == 1 && many > 1;
        if is_once(own, other) {
            mapping.set(sheet, Column::Lot, Some(rival));
        } else if is_once(other, own) {
            mapping.set(sheet, Column::Lot, Some(consumption));
            mapping.set(sheet, Column::Consumption, Some(rival));
        } else if other > 0 {
            mapping.rivals.push(rival);
        }
    }
}

/// Where figures are known and no column names the material, the first column of words does.
fn name_by_shape(sheet: &Sheet, heads: &Heads, mapping: &mut Mapping) {
    if mapping.index(Column::Material).is_some() || !mapping.has_figures() {
        return;
    }
    let first = mapping.first_row();
    let last = sheet.height().min(first + limit::HEADER_ROWS);
    let is_words = |place: &usize| {
        let cells = (first..last)
            .map(|row| sheet.cell(row, *place))
            .filter(|cell| !cell.is_empty());
        let (words, all) = cells.fold((0_usize, 0_usize), |(words, all), cell| {
            let has_letters = cell.chars().filter(|c| c.is_alphabetic()).count() > 1;
            (words + usize::from(has_letters), all + 1)
        });
        all > 0 && words * 2 > all
    };
    let group = mapping.index(Column::Group);
    let known = Words::builtin();
    let mut free = (0..heads.len()).filter(|place| {
        let is_ignored =
            best_word(&word_key(heads.text(*place)), known).is_some_and(|(column, _)| column.is_none());
        mapping.column_at(*place).is_none() && !is_ignored && !heads.text(*place).is_empty()
    });
    let found = free.find(is_words);
    if let Some(place) = found.or(group) {
        mapping.set(sheet, Column::Material, Some(place));
    }
}

#[cfg(test)]
mod tests {
    use super::super::units::Unit;
    use super::*;

    #[test]
    fn headings_as_people_write_them() {
        let cases = [
            ("物料名称", Some(Column::Material)),
            ("克重(g/㎡)", Some(Column::Gsm)),
            ("g/m2", Some(Column::Gsm)),
            ("Weight (g)", Some(Column::PieceWeight)),
            ("Weight (oz/yd2)", Some(Column::Gsm)),
            ("单件重量(g)", Some(Column::PieceWeight)),
            ("Weight per piece (g)", Some(Column::PieceWeight)),
            ("Weight per piece (oz)", Some(Column::PieceWeight)),
            ("克", Some(Column::PieceWeight)),
            ("Fabric weight gsm", Some(Column::Gsm)),
            ("Unit price", None),
            ("Unit", Some(Column::Unit)),
            ("Item code", None),
            ("Item", Some(Column::Material)),
            ("Material composition", Some(Column::Composition)),
            ("排料利用率(%)", Some(Column::Marker)),
            ("Cuttable width (inch)", Some(Column::Width)),
            ("有效门幅（cm）", Some(Column::Width)),
            ("单件用量(米)", Some(Column::Consumption)),
            ("单耗（含损耗）", Some(Column::GrossConsumption)),
            ("单耗（不含损耗）", Some(Column::Consumption)),
            ("Cons. incl. wastage", Some(Column::GrossConsumption)),
            ("CONS QTY INC WSTG", Some(Column::GrossConsumption)),
            ("CON QTY", Some(Column::Consumption)),
            ("净用量", Some(Column::Consumption)),
            ("毛用量", Some(Column::GrossConsumption)),
            ("Wastage included", Some(Column::Wastage)),
            ("WASTAGE %", Some(Column::Wastage)),
            ("Community", None),
            ("单价(元)", None),
            ("供应商", Some(Column::Supplier)),
            ("备注", Some(Column::Details)),
            ("Order qty", None),
            ("GRS证书", Some(Column::Certificate)),
            ("Cost/Dozen", None),
            ("Price/Unit", None),
        ];
        for (heading, expected) in cases {
            let found = meaning(heading, Words::builtin()).map(|(column, _)| column);
            assert_eq!(found, expected, "{heading}");
        }
        assert_eq!(measure_of("Width (cm)").unit, Some(Unit::Centimetre));
        assert_eq!(measure_of("幅宽/cm").unit, Some(Unit::Centimetre));
        assert_eq!(measure_of("Weight").unit, None);
        assert_eq!(measure_of("g").unit, None);
        assert_eq!(measure_of("Consumption/Dz").per, Some(12.0));
        assert_eq!(measure_of("Consumption (kg/dz)").unit, Some(Unit::Kilogram));
    }
}
