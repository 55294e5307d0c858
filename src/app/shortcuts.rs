//! Keys to commands.
//!
//! Invariant: a key that a text field can use is left to it while it has the focus.

use super::command::Entry;
use crate::ui::view::Command;
use egui::{Context, Key, KeyboardShortcut};

/// The commands whose keys were pressed in this frame, taken out of the input; those that cannot run just now are
/// swallowed. `typing` is true while a text field has the focus.
pub fn pressed(ctx: &Context, entries: &[Entry], typing: bool) -> Vec<Command> {
    let mut keyed: Vec<(KeyboardShortcut, &Entry)> = entries
        .iter()
        .flat_map(|entry| entry.keys.iter().map(move |keys| (*keys, entry)))
        .filter(|(keys, entry)| !typing || !belongs_to_text(*keys, entry))
        .collect();
    // egui ignores Shift that a shortcut does not name, so Ctrl+Shift+Z must be asked for before Ctrl+Z.
    keyed.sort_by_key(|(keys, _)| !keys.modifiers.shift);
    ctx.input_mut(|input| {
        keyed
            .into_iter()
            .filter(|(keys, entry)| entry.blocked.is_none() && input.consume_shortcut(keys))
            .map(|(_, entry)| entry.command.clone())
            .collect()
    })
}

/// True for single characters and for what a text field does itself.
fn belongs_to_text(keys: KeyboardShortcut, entry: &Entry) -> bool {
    let is_function_key = matches!(keys.logical_key, Key::F1 | Key::F5 | Key::F7 | Key::F11);
    let is_bare = keys.modifiers.is_none() && !is_function_key;
    is_bare || matches!(entry.command, Command::Undo | Command::Redo)
}
