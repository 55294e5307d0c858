//! Pictures of the whole window for looking at: pages, languages, sizes, themes; written to `target/pictures`.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support;

use crate::support::window::{builder, options};
use egui_kittest::Harness;
use reloom::app::App;
use reloom::app::files::{FIRST_EXAMPLE, example};
use reloom::app::preferences::Preferences;
use reloom::text::Lang;
use reloom::ui::collecting::Collecting;
use reloom::ui::theme::ThemeKind;
use reloom::ui::view::{Command, Page};
use support::Painter;

fn window(lang: Lang, theme: ThemeKind, size: [f32; 2], painter: &Painter) -> Harness<'static, App> {
    let mut preferences = Preferences::in_language(lang);
    preferences.theme = theme;
    let options = options(example(FIRST_EXAMPLE).unwrap().session, preferences);
    builder(size)
        .renderer(painter.clone())
        .build_eframe(|cc| App::new(cc, options))
}

fn name(lang: Lang, theme: ThemeKind, size: [f32; 2], what: &str) -> String {
    let lang = if lang == Lang::En { "en" } else { "zh" };
    format!(
        "{}/target/pictures/{what}-{lang}-{}-{theme:?}.png",
        env!("CARGO_MANIFEST_DIR"),
        size[0]
    )
    .to_lowercase()
}

#[test]
#[ignore = "writes pictures for looking at"]
fn pages() {
    let only = std::env::var("ONLY").unwrap_or_default();
    for lang in Lang::ALL {
        for size in [[1280.0, 720.0], [1920.0, 1080.0], [1000.0, 640.0], [640.0, 360.0]] {
            for theme in [ThemeKind::Light, ThemeKind::Dark] {
                for (key, what) in [
                    (egui::Key::Num1, "product"),
                    (egui::Key::Num2, "pathways"),
                    (egui::Key::Num3, "compare"),
                    (egui::Key::Num4, "library"),
                    (egui::Key::E, "start"),
                    (egui::Key::F1, "keys"),
                ] {
                    let path = name(lang, theme, size, what);
                    if !path.contains(&only) {
                        continue;
                    }
                    let painter = Painter::default();
                    let mut h = window(lang, theme, size, &painter);
                    h.run_ok();
                    match key {
                        egui::Key::E => h.key_press_modifiers(egui::Modifiers::COMMAND, key),
                        _ => h.key_press(key),
                    }
                    h.run_ok();
                    painter.picture(&h).save(&path);
                }
            }
        }
    }
}

/// The collection with 1,200 products: table and charts, with ranges.
#[test]
#[ignore = "writes pictures for looking at"]
fn collections() {
    let only = std::env::var("ONLY").unwrap_or_default();
    for lang in Lang::ALL {
        let all = crate::collection::collection_in(lang, 1_200, 20);
        for size in [[1280.0, 720.0], [1920.0, 1080.0]] {
            for theme in [ThemeKind::Light, ThemeKind::Dark] {
                let wanted = |what: &&str| name(lang, theme, size, what).contains(&only);
                if !["collection", "charts"].iter().any(wanted) {
                    continue;
                }
                let painter = Painter::default();
                let mut h = window(lang, theme, size, &painter);
                let ctx = h.ctx.clone();
                h.state_mut().show_collection("2026春夏.csv", all.clone());
                let looks = [
                    ("collection", Collecting::Choose(2)),
                    ("charts", Collecting::Charts(true)),
                ];
                h.state_mut().run(&ctx, Command::Show(Page::Collection));
                for (what, act) in looks {
                    let path = name(lang, theme, size, what);
                    h.state_mut().run(&ctx, Command::Collecting(act));
                    h.run_ok();
                    if path.contains(&only) {
                        painter.picture(&h).save(path);
                    }
                }
            }
        }
    }
}
