//! The parts of a product as a table for spreadsheets: one line per part, with what stands on its papers.

use super::flow_table::to_csv;
use crate::model::{Extent, FibreLine, Paper, Part, Price, PricePer};
use crate::quantity::maths::tidy;
use crate::text::CommonMsg;
use crate::text::names::Names;

/// Keys of the columns; they carry their units. Names stand in the language asked for.
const KEYS: [&str; 19] = [
    "id",
    "part",
    "role",
    "mass_g",
    "count",
    "composition",
    "recycled_share",
    "removable",
    "cloth_g_m2",
    "cloth_m2",
    "cloth_m",
    "cloth_width_m",
    "cloth_share_kept",
    "supplier",
    "certificate",
    "evidence",
    "price",
    "remark",
    "note",
];

/// All parts as CSV in UTF-8 with its mark.
pub fn csv(names: &Names<'_>) -> Vec<u8> {
    let parts = names.project.product.parts.iter();
    to_csv(&KEYS, parts.map(|part| row(names, part)).collect())
}

fn row(names: &Names<'_>, part: &Part) -> Vec<String> {
    let lang = names.lang;
    let recycled = part
        .fibres
        .iter()
        .map(|line| line.share.get() * line.feedstock.recycled.get());
    let recycled: f64 = recycled.sum();
    let mut cells = vec![
        part.id.to_string(),
        names.part(&part.id),
        CommonMsg::from(part.role).text(lang).to_owned(),
        rounded(part.mass.grams()),
        part.count.to_string(),
        composition(names, part),
        rounded(recycled),
        CommonMsg::from(part.removable).text(lang).to_owned(),
    ];
    cells.extend(cloth(part));
    cells.extend([Paper::Supplier, Paper::Certificate, Paper::Evidence].map(|paper| text(part, paper)));
    cells.push(part.papers.price.map_or_else(String::new, price));
    cells.push(text(part, Paper::Note));
    cells.push(CommonMsg::EstimateNote.text(lang).to_owned());
    cells
}

fn text(part: &Part, paper: Paper) -> String {
    part.papers.text(paper).to_owned()
}

/// "95% cotton, 5% elastane", in the order of the lines.
fn composition(names: &Names<'_>, part: &Part) -> String {
    let fibre = |line: &FibreLine| {
        let percent = rounded(line.share.get() * 100.0);
        format!("{percent}% {}", names.short_fibre(&line.fibre))
    };
    part.fibres.iter().map(fibre).collect::<Vec<_>>().join(", ")
}

/// Cloth weight, area, length, width and share kept; empty where the mass was given as such.
fn cloth(part: &Part) -> [String; 5] {
    let Some(cloth) = &part.cloth else {
        return [const { String::new() }; 5];
    };
    let [area, metres, width] = match cloth.extent {
        Extent::Area(area) => [Some(area), None, None],
        Extent::Length { metres, width_m } => [None, Some(metres), Some(width_m)],
    };
    let all = [Some(cloth.gsm), area, metres, width, Some(cloth.kept)];
    all.map(|figure| figure.map_or_else(String::new, rounded))
}

/// "12.5 CNY/m".
fn price(price: Price) -> String {
    let per = match price.per {
        PricePer::Piece => "piece",
        PricePer::Kilogram => "kg",
        PricePer::Metre => "m",
        PricePer::SquareMetre => "m2",
    };
    format!("{} {}/{per}", rounded(price.amount), price.currency)
}

/// Without the noise of the last binary digits.
fn rounded(number: f64) -> String {
    tidy(number).to_string()
}
