//! Checks of the names and words of the library.

use super::{pathways, stage_kinds};
use crate::data::Library;
use crate::model::Name;

fn names(library: &Library) -> Vec<(String, &Name)> {
    let l = library;
    let mut all: Vec<(String, &Name)> = Vec::new();
    all.extend(l.fibres.iter().map(|x| (x.id.to_string(), &x.name)));
    all.extend(l.feedstocks.iter().map(|x| (x.id.clone(), &x.name)));
    all.extend(l.routes.iter().map(|x| (x.id.to_string(), &x.name)));
    all.extend(l.kinds.iter().map(|x| (x.id.to_string(), &x.name)));
    all.extend(l.processes.iter().map(|x| (x.id.to_string(), &x.name)));
    all.extend(l.activities.iter().map(|x| (x.id.to_string(), &x.name)));
    all.extend(
        l.qualities
            .iter()
            .flat_map(|x| [(x.id.clone(), &x.name), (x.id.clone(), &x.hazards)]),
    );
    all.extend(l.reuse.iter().map(|x| (x.id.clone(), &x.name)));
    all.extend(l.places.iter().map(|x| (x.id.to_string(), &x.name)));
    all.extend(l.regions.iter().map(|x| (x.id.clone(), &x.name)));
    all.extend(l.shares.iter().map(|x| (x.id.clone(), &x.name)));
    all.extend(stage_kinds::names(l));
    all.extend(pathways::names(l));
    all.extend(l.rules.iter().map(|x| (x.id.clone(), &x.name)));
    let moves = l.moves.iter();
    all.extend(moves.flat_map(|x| {
        std::iter::once(&x.name)
            .chain(&x.said)
            .map(|name| (x.id.clone(), name))
    }));
    let trims = l
        .trims
        .iter()
        .flat_map(|x| [&x.name, &x.material, &x.removal].map(|name| (x.id.clone(), name)));
    all.extend(trims);
    all.extend(l.factors().map(|x| (x.id.to_string(), x.name.as_ref())));
    all
}

/// Names exist in both languages, and the Chinese ones never say 再生纤维 for recycled fibre.
pub fn check_names(library: &Library) -> Vec<String> {
    names(library)
        .into_iter()
        .filter_map(|(id, name)| wrong_name(name).map(|what| format!("{id}: {what}")))
        .collect()
}

fn wrong_name(name: &Name) -> Option<&'static str> {
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    if name.en.trim().is_empty() || name.zh.trim().is_empty() {
        return Some("a name in one language only");
    }
    if name.en.chars().any(chinese) {
        return Some("Chinese in an English name");
    }
    if !name.zh.chars().any(chinese) {
        return Some("no Chinese in a Chinese name");
    }
    if name.zh.replace("再生纤维素纤维", "").contains("再生纤维") {
        return Some("再生纤维 alone");
    }
    let half_width = name.zh.chars().any(|c| matches!(c, '(' | ')' | ',' | ';' | ':'));
    half_width.then_some("half-width punctuation in Chinese")
}
