//! An assumed figure that opens, with the dotted line that assumptions have everywhere.

use super::both::Hint as _;
use super::line;
use super::put_left;
use super::touch::Touch;
use crate::ui::theme::{Theme, metric};
use egui::{Id, Painter, Rect, Response, Shape, Ui, pos2, vec2};

/// The dotted line under the words in `rect`, which marks what is assumed.
pub(crate) fn dotted(painter: &Painter, theme: &Theme, rect: Rect) {
    let line = [
        pos2(rect.left() + 1.0, rect.bottom()),
        pos2(rect.right(), rect.bottom()),
    ];
    painter.extend(Shape::dotted_line(&line, theme.ink_soft, 3.0, 0.75));
}

/// A small assumed figure that opens: dotted underline, named `name`.
pub(crate) fn assumed(ui: &mut Ui, theme: &Theme, key: &str, words: &str, name: &str) -> Response {
    let galley = line(
        ui.painter(),
        words,
        theme.font(metric::TEXT_SMALL),
        theme.ink_soft,
    );
    let size = galley.size();
    let (_, rect) = ui.allocate_space(vec2(size.x, metric::TARGET));
    let touch = Touch::button(Id::unique(("assumed figure", key)), rect, name).said(words);
    let response = touch.plate(rect.expand2(vec2(4.0, -2.0))).show(ui, theme);
    put_left(ui.painter(), rect.left_center(), galley, theme.ink_soft);
    let words = Rect::from_center_size(rect.center(), size);
    dotted(ui.painter(), theme, words);
    response.hint(name)
}
