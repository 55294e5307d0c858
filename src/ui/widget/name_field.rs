//! A name that can be typed over: plain text with a pencil until it is clicked or asked for by key.

use super::touch::Touch;
use super::{put_left, text};
use crate::model::Name;
use crate::text::{Lang, halves};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use egui::text::CCursorRange;
use egui::{Align2, FontId, Id, Key, TextEdit, Ui, pos2, vec2};

/// Room for the pencil.
const PENCIL: f32 = 26.0;

/// Makes the name `key` a field with the focus in it.
pub(crate) fn focus(ui: &Ui, key: &str) {
    ui.memory_mut(|memory| memory.request_focus(id(key)));
}

fn id(key: &str) -> Id {
    Id::unique(("name field", key))
}

/// The English name beneath the field for the Chinese one, where both languages are read and it says something else.
pub(crate) fn second(ui: &mut Ui, theme: &Theme, name: &Name, lang: Lang) {
    if let (_, Some(second)) = halves(&name.head(lang)) {
        text::small(ui, theme, second);
    }
}

/// Shows the name; answers the new one when it is confirmed by Enter or by leaving. Escape forgets.
pub(crate) fn show(
    ui: &mut Ui,
    theme: &Theme,
    key: &'static str,
    label: &str,
    current: &str,
    font: FontId,
) -> Option<String> {
    let has_focus = ui.memory(|memory| memory.has_focus(id(key)));
    let draft = Draft::load(ui, id(key)).filter(|draft| draft.of == current);
    if has_focus || draft.is_some() {
        return edited(ui, theme, id(key), label, current, (font, draft));
    }
    shown(ui, theme, key, label, current, font);
    None
}

/// What is being typed, and the name that it was started from: it never lands on another one.
#[derive(Debug, Clone)]
struct Draft {
    of: String,
    typed: String,
}

impl Draft {
    fn load(ui: &Ui, id: Id) -> Option<Self> {
        ui.data(|data| data.get_temp(id.with("draft")))
    }

    fn store(self, ui: &Ui, id: Id) {
        ui.data_mut(|data| data.insert_temp(id.with("draft"), self));
    }

    fn forget(ui: &Ui, id: Id) {
        ui.data_mut(|data| data.remove::<Self>(id.with("draft")));
    }
}

/// The name as text, three lines at most; a click makes it a field.
fn shown(ui: &mut Ui, theme: &Theme, key: &str, label: &str, current: &str, font: FontId) {
    let width = ui.available_width();
    // The name in the other language stands beneath; see `second`.
    let room = (width - PENCIL, 3);
    let galley = text::cut(ui.painter(), current, font, theme.ink, room);
    let size = vec2(width, (galley.size().y + metric::SPACE_S).max(metric::ROW));
    let (_, rect) = ui.allocate_space(size);
    let touch = Touch::button(id(key).with("shown"), rect, label).said(current);
    let response = touch.plate(rect.expand2(vec2(6.0, 0.0))).show(ui, theme);
    put_left(ui.painter(), rect.left_center(), galley, theme.ink);
    let ink = if response.hovered() {
        theme.ink
    } else {
        theme.ink_soft
    };
    let pencil = ui
        .painter()
        .layout_no_wrap(icon::PENCIL.to_string(), theme.icon_font(18.0), ink);
    let at = pos2(rect.right() - 18.0, rect.center().y);
    put_left(ui.painter(), at, pencil, ink);
    let response = response.on_hover_cursor(egui::CursorIcon::Text);
    if response.clicked() {
        focus(ui, key);
        ui.ctx().request_repaint();
    }
}

/// The name as a field.
fn edited(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    label: &str,
    current: &str,
    (font, draft): (FontId, Option<Draft>),
) -> Option<String> {
    let is_new = draft.is_none();
    let mut typed = draft.map_or_else(|| current.to_owned(), |draft| draft.typed);
    let frame = theme.typing_frame(theme.focus_stroke(), 6);
    let edit = TextEdit::singleline(&mut typed)
        .id(id)
        .frame(frame)
        .font(font)
        .text_color(theme.ink);
    let edit = edit
        .desired_width(ui.available_width())
        .min_size(vec2(0.0, metric::ROW))
        .align(Align2::LEFT_CENTER);
    let mut output = edit.show(ui);
    ui.ctx().accesskit_node_builder(id, |node| node.set_label(label));
    if is_new {
        output
            .state
            .cursor
            .set_char_range(Some(CCursorRange::select_all_str(&typed)));
        TextEdit::store_state(ui.ctx(), id, output.state);
        // A key may have asked for it while it was scrolled away.
        output.response.response.scroll_to_me(None);
    }
    if ui.memory(|memory| memory.has_focus(id)) {
        Draft {
            of: current.to_owned(),
            typed,
        }
        .store(ui, id);
        return None;
    }
    Draft::forget(ui, id);
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    let trimmed = typed.trim();
    (!escaped && trimmed != current && !trimmed.is_empty()).then(|| trimmed.to_owned())
}
