//! Parts as cells of a spreadsheet: tab-separated, under headings that the reader of tables knows.

use super::data;
use crate::model::{FibreLine, Part};
use crate::text::names::Names;
use crate::text::{CommonMsg, Lang, ProductMsg, number};
use crate::ui::view::View;

/// `parts` as rows under their headings; a tab or a line break in a name becomes a space.
pub(super) fn text(view: &View<'_>, parts: &[&Part]) -> String {
    let lang = match view.lang {
        Lang::En => Lang::En,
        Lang::Zh | Lang::Both => Lang::Zh,
    };
    let heads = [
        ProductMsg::CellItem,
        ProductMsg::CellPlacement,
        ProductMsg::CellComposition,
        ProductMsg::CellMass,
        ProductMsg::CellRemovable,
    ];
    let heads: Vec<&str> = heads.iter().map(|head| head.text(lang)).collect();
    let mut lines = vec![heads.join("\t")];
    lines.extend(parts.iter().map(|part| row(view, part, lang)));
    lines.join("\n") + "\n"
}

fn row(view: &View<'_>, part: &Part, lang: Lang) -> String {
    let names = Names {
        project: view.project,
        library: view.library,
        lang,
    };
    let fibre = |line: &FibreLine| {
        let share = number::typed((line.share.get() * 1e8).round() / 1e6);
        format!("{share}% {}", names.short_fibre(&line.fibre))
    };
    let fibres: Vec<String> = part.fibres.iter().map(fibre).collect();
    let grams = (part.mass.grams() * 1e6).round() / 1e6;
    let cells = [
        data::part_name(part, lang),
        CommonMsg::from(part.role).text(lang).to_owned(),
        fibres.join(" "),
        number::typed(grams),
        data::removable(part.removable, lang).to_owned(),
    ];
    cells.map(|cell| cell.replace(['\t', '\n', '\r'], " ")).join("\t")
}
