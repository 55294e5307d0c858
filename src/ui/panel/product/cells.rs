//! Parts as cells of a spreadsheet: tab-separated, under headings that the reader of tables knows.

use super::data;
use crate::intake::parts_sheet::composition;
use crate::model::Part;
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
    let cells = [
        data::part_name(part, lang),
        CommonMsg::from(part.role).text(lang).to_owned(),
        composition(part, &names),
        number::typed(part.mass.grams()),
        data::removable(part.removable, lang).to_owned(),
    ];
    cells.map(|cell| cell.replace(['\t', '\n', '\r'], " ")).join("\t")
}
