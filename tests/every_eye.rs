//! Nothing is cut, nothing lies on anything else, no line ends where none may: every page, language, size and zoom.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support;

use egui::{Rect, Shape};
use support::wall::{Spot, Walker, all, findings, line_faults, pairwise, places};

/// Where faults were met before.
fn known() -> Vec<Spot> {
    let at = |page: &str, lang: usize, size: usize, zoom: usize, ranges: usize| {
        let page = places().iter().position(|(name, _)| name == page).unwrap();
        Spot::of([page, lang, size, zoom, ranges])
    };
    vec![
        // The range of MCI ran down the page one character a line.
        at("Compare", 1, 1, 0, 1),
        at("Compare", 0, 2, 0, 1),
        // The scoreboard's range lay on the hours.
        at("Product", 1, 1, 1, 1),
        at("Pathways", 2, 0, 0, 1),
        // The bar of the label page left its frame; figures parted from their units.
        at("label", 0, 1, 0, 0),
        at("Product", 0, 1, 2, 0),
    ]
}

fn walk(spots: &[Spot]) {
    let mut walker = Walker::new();
    let mut found = Vec::new();
    for spot in spots {
        let here = walker.findings(*spot);
        found.extend(here.into_iter().map(|what| format!("{}: {what}", spot.name())));
    }
    assert!(found.is_empty(), "{} places\n{}", spots.len(), found.join("\n"));
}

/// Every two of page, language, size, zoom and ranges meet somewhere.
#[test]
fn the_wall_pair_by_pair() {
    walk(&pairwise(&known()));
}

/// A large screen has room for every name in full, in either language, on every page.
#[test]
fn nothing_is_elided_on_a_large_screen() {
    let large = all().into_iter().filter(|spot| {
        let [_, lang, size, zoom, ranges] = spot.axes();
        lang < 2 && size == 4 && zoom == 0 && ranges == 1
    });
    walk(&large.collect::<Vec<_>>());
}

/// All of it; `.ci/wall` runs this.
#[test]
#[ignore = "minutes; .ci/wall runs it"]
fn the_whole_wall() {
    walk(&all());
}

/// The checks see what they are to see.
#[test]
fn what_is_cut_or_covered_is_found() {
    let draw = |ui: &mut egui::Ui| {
        let narrow = Rect::from_min_size(egui::pos2(10.0, 10.0), egui::vec2(20.0, 20.0));
        let font = egui::FontId::proportional(16.0);
        let ink = ui.visuals().text_color();
        let painter = ui.painter();
        let text = |at, words: &str| {
            let galley = painter.layout_no_wrap(words.to_owned(), font.clone(), ink);
            Shape::galley(at, galley, ink)
        };
        painter.with_clip_rect(narrow).add(text(narrow.min, "cut here"));
        for words in ["one", "two"] {
            painter.add(text(egui::pos2(100.0, 50.0), words));
        }
    };
    let h = support::builder(reloom::ui::theme::ThemeKind::Light, 200.0, 100.0).build_ui(draw);
    let found = findings(&h, [200.0, 100.0]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().any(|what| what.starts_with("cut at the side")));
    assert!(found.iter().any(|what| what.contains("lies on")));
}

#[test]
fn what_runs_down_the_page_or_parts_a_figure_is_found() {
    let lay = |words: &'static str, room: f32| {
        let h = support::builder(reloom::ui::theme::ThemeKind::Light, 200.0, 100.0).build_ui(move |ui| {
            ui.painter()
                .rect_filled(Rect::EVERYTHING, 0.0, ui.visuals().panel_fill);
        });
        let font = egui::FontId::proportional(16.0);
        let galley = h
            .ctx
            .fonts_mut(|fonts| fonts.layout(words.to_owned(), font, egui::Color32::BLACK, room));
        line_faults(&galley)
    };
    assert!(
        lay("0.35–0.51", 4.0)
            .iter()
            .any(|what| what.starts_with("one character"))
    );
    assert!(
        lay("30\u{202F}% of it", 25.0)
            .iter()
            .any(|what| what.starts_with("line ends"))
    );
    assert!(
        lay("分拣＋机械法（开松）", 118.0)
            .iter()
            .any(|what| what.starts_with("line ends"))
    );
    assert!(lay("short", 400.0).is_empty());
}
