//! Every pair of colours in use can be told apart, in all four themes.

use reloom::flow::gate::Verdict;
use reloom::ui::theme::{EndClass, Theme, ThemeKind, contrast};
use reloom::ui::widget::Hatch;

#[test]
fn tokens_are_complete() {
    for kind in ThemeKind::ALL {
        let theme = Theme::load(kind);
        assert_ne!(theme, Theme::default(), "{kind:?} could not be read");
        assert_eq!(theme.kind, kind);
        assert_eq!(theme.dark, kind.is_dark());
        assert_eq!(kind.flipped().flipped(), kind);
        let names: Vec<_> = theme.fills().into_iter().map(|(name, _)| name).collect();
        for wanted in [
            "pathway A",
            "pathway D",
            "Reused",
            "Lost",
            "cotton",
            "other",
            "rest",
        ] {
            assert!(names.iter().any(|name| name == wanted), "{kind:?} lacks {wanted}");
        }
    }
}

#[test]
fn text_has_contrast() {
    each_pair_reaches(4.5, Theme::text_pairs);
}

#[test]
fn shapes_have_contrast() {
    each_pair_reaches(3.0, Theme::graphic_pairs);
}

#[test]
fn high_contrast_is_high() {
    for kind in ThemeKind::ALL.into_iter().filter(|kind| kind.is_contrast()) {
        let theme = Theme::load(kind);
        for (name, above, below) in [
            ("ink", theme.ink, theme.ground),
            ("ink_soft", theme.ink_soft, theme.ground),
            ("accent", theme.accent, theme.ground),
            ("error", theme.error, theme.surface),
            ("notice", theme.notice, theme.surface),
        ] {
            assert!(contrast(above, below) >= 7.0, "{kind:?}: {name}");
        }
    }
}

#[test]
fn colour_is_never_the_only_cue() {
    for kind in ThemeKind::ALL {
        let theme = Theme::load(kind);
        let hatches: Vec<Hatch> = EndClass::ALL
            .iter()
            .map(|class| theme.end(*class).hatch)
            .collect();
        let paths: Vec<Hatch> = (0..4).map(|index| theme.pathway(index).hatch).collect();
        let fits = [Verdict::Accepted, Verdict::Reduced, Verdict::Refused];
        let fits = fits.map(|verdict| theme.fit(verdict).hatch).to_vec();
        for group in [hatches, paths, fits] {
            let is_unique =
                |(at, hatch): (usize, &Hatch)| group.iter().position(|each| each == hatch) == Some(at);
            assert!(group.iter().enumerate().all(is_unique), "{kind:?}: {group:?}");
        }
    }
}

type Pairs = fn(&Theme) -> Vec<(String, egui::Color32, egui::Color32)>;

fn each_pair_reaches(least: f32, pairs: Pairs) {
    let mut poor = Vec::new();
    for kind in ThemeKind::ALL {
        for (name, above, below) in pairs(&Theme::load(kind)) {
            let found = contrast(above, below);
            if found < least {
                poor.push(format!("{kind:?}: {name} has {found:.2}"));
            }
        }
    }
    assert!(poor.is_empty(), "{}", poor.join("\n"));
}
