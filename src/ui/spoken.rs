//! What a screen reader is told: the words of a value, and of the group that a thing stands in, are part of its name.
//!
//! Invariant: no value in words is given beside a name, for on Linux none would be heard; a number stays a number, and
//! what is typed stays what is typed.

use crate::text::JOINT;
use crate::text::pairs::{Known, Pairs};
use egui::accesskit::{Action, Node, NodeId, Role, TreeUpdate};
use egui::{Context, FullOutput, Id, Plugin};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// Hands every tree on with names that say all; the window has one.
#[derive(Debug, Default)]
pub struct Spoken {
    /// Name of the window itself.
    pub frame: String,
}

impl Plugin for Spoken {
    fn debug_name(&self) -> &'static str {
        "spoken"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        if let Some(update) = &mut output.platform_output.accesskit_update {
            tell(update, &self.frame);
            if let Some(pairs) = both(ctx) {
                add_english(update, &pairs);
            }
        }
    }
}

/// The English of Chinese words, with what was asked before.
#[derive(Debug)]
pub struct Both {
    pairs: Pairs,
    known: Mutex<Known>,
}

/// How many texts are kept.
const KEPT: usize = 20_000;

impl Both {
    /// The English of `zh`; see [`Pairs::english`].
    pub fn english(&self, zh: &str) -> Option<String> {
        let Ok(mut known) = self.known.lock() else {
            return self.pairs.english(zh);
        };
        if known.len() > KEPT {
            known.clear();
        }
        self.pairs.english_kept(zh, &mut known)
    }
}

fn both_key() -> Id {
    Id::unique("both languages")
}

/// The English of Chinese words where both languages are read.
pub fn both(ctx: &Context) -> Option<Arc<Both>> {
    ctx.data(|data| data.get_temp::<Arc<Both>>(both_key()))
}

/// Sets the English of Chinese words for a window in both languages; none for one in a single language.
pub fn set_both(ctx: &Context, pairs: Option<Pairs>) {
    ctx.data_mut(|data| match pairs {
        Some(pairs) => {
            let known = Mutex::default();
            data.insert_temp(both_key(), Arc::new(Both { pairs, known }));
        }
        None => data.remove::<Arc<Both>>(both_key()),
    });
}

/// Gives the English of what is said in Chinese alone beside it.
fn add_english(update: &mut TreeUpdate, pairs: &Both) {
    for (_, node) in &mut update.nodes {
        if matches!(
            node.role(),
            Role::TextRun | Role::TextInput | Role::MultilineTextInput | Role::SearchInput
        ) {
            continue;
        }
        let joined = |words: &str| {
            let english = pairs.english(words).filter(|_| !words.contains(JOINT))?;
            // A sentence speaks one language to its end; the other begins a line of its own.
            let between = if words.ends_with(['。', '？', '！']) {
                '\n'
            } else {
                JOINT
            };
            Some(format!("{words}{between}{english}"))
        };
        if let Some(name) = node.label().and_then(joined) {
            node.set_label(name);
        }
        if node.role() == Role::Label
            && let Some(value) = node.value().and_then(joined)
        {
            node.set_value(value);
        }
    }
}

/// Gives every node of `update` its whole name, and the window the name `frame`.
pub fn tell(update: &mut TreeUpdate, frame: &str) {
    let root = update.tree.as_ref().map(|tree| tree.root);
    let parents: BTreeMap<NodeId, NodeId> = update
        .nodes
        .iter()
        .flat_map(|(id, node)| node.children().iter().map(|child| (*child, *id)))
        .collect();
    let groups: BTreeMap<NodeId, String> = update
        .nodes
        .iter()
        .filter(|(_, node)| matches!(node.role(), Role::Cell | Role::Group))
        .filter_map(|(id, node)| Some((*id, node.label()?.to_owned())))
        .collect();
    let group_of = |id: NodeId| {
        let up = |id: &NodeId| parents.get(id).copied();
        std::iter::successors(up(&id), up).find_map(|id| groups.get(&id))
    };
    for (id, node) in &mut update.nodes {
        if let Some(name) = whole_name(node, || group_of(*id).map(String::as_str)) {
            node.set_label(name);
            node.clear_value();
        }
        if Some(*id) == root {
            node.set_label(frame);
        }
    }
}

/// Group, name and value of `node`, where its name alone does not say it; the group is looked for only where it is told.
fn whole_name<'a>(node: &Node, group: impl FnOnce() -> Option<&'a str>) -> Option<String> {
    let is_text = matches!(
        node.role(),
        Role::Label
            | Role::TextRun
            | Role::TextInput
            | Role::MultilineTextInput
            | Role::SearchInput
            | Role::SpinButton
            | Role::Slider
    );
    let value = node.value().filter(|value| !is_text && !value.is_empty());
    let is_of_group = node.supports_action(Action::Focus) || value.is_some();
    let group = if is_of_group { group() } else { None };
    if value.is_none() && group.is_none() {
        return None;
    }
    let name = node.label().unwrap_or_default();
    let told = match value {
        Some(value) if begins_with(value, name) => value.to_owned(),
        Some(value) => [name, colon(name), value].concat(),
        None => name.to_owned(),
    };
    Some(match group.filter(|group| !told.starts_with(*group)) {
        Some(group) => [group, comma(group), &told].concat(),
        None => told,
    })
}

/// True where `value` says `name` already, as a whole word.
fn begins_with(value: &str, name: &str) -> bool {
    let rest = value.strip_prefix(name);
    rest.is_some_and(|rest| {
        name.is_empty() || rest.is_empty() || rest.starts_with([':', '：', ' ', ',', '，'])
    })
}

/// True for words that end in Chinese.
fn ends_in_chinese(words: &str) -> bool {
    words
        .chars()
        .next_back()
        .is_some_and(|last| ('\u{3000}'..'\u{a000}').contains(&last) || last == '）')
}

fn colon(name: &str) -> &'static str {
    if ends_in_chinese(name) { "：" } else { ": " }
}

fn comma(group: &str) -> &'static str {
    if ends_in_chinese(group) { "，" } else { ", " }
}
