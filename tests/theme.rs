//! Every pair of colours in use can be told apart, in all four themes.

#![allow(clippy::indexing_slicing, reason = "a test fails loudly")]

use egui::Color32;
use reloom::flow::gate::Verdict;
use reloom::ui::theme::{EndClass, Fill, Theme, ThemeKind, contrast};
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
fn a_dimmed_theme_is_still_read() {
    for kind in ThemeKind::ALL {
        let dim = Theme::load(kind).dim();
        assert!(dim > 0.5 && (dim < 1.0 || kind.is_contrast()), "{kind:?}");
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

/// Colour vision: usual, protan, deutan, tritan (Machado, Oliveira and Fernandes 2009, severity 1), and grey print.
/// The matrices work on linear light.
const EYES: [(&str, [[f64; 3]; 3]); 5] = [
    ("usual", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protan",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deutan",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritan",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
    (
        "grey",
        [
            [0.2126, 0.7152, 0.0722],
            [0.2126, 0.7152, 0.0722],
            [0.2126, 0.7152, 0.0722],
        ],
    ),
];

/// CIE Lab (D65) of `color` as it is seen through `eye`.
fn lab(color: Color32, eye: &[[f64; 3]; 3]) -> [f64; 3] {
    let linear = [color.r(), color.g(), color.b()].map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    });
    let by = |row: &[f64; 3], of: [f64; 3]| row.iter().zip(of).map(|(a, b)| a * b).sum::<f64>();
    let seen = [&eye[0], &eye[1], &eye[2]].map(|row| by(row, linear).clamp(0.0, 1.0));
    let xyz = [
        by(&[0.412_456, 0.357_576, 0.180_437], seen) / 0.950_47,
        by(&[0.212_673, 0.715_152, 0.072_175], seen),
        by(&[0.019_334, 0.119_192, 0.950_304], seen) / 1.088_83,
    ];
    let [x, y, z] = xyz.map(|value: f64| {
        if value > 0.008_856 {
            value.cbrt()
        } else {
            7.787 * value + 16.0 / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// Two fills that some eye, or grey print, may take for one another have hatches that tell them apart.
#[test]
fn no_eye_confuses_two_fills_of_a_scale() {
    // Under this Lab distance two areas apart from each other are taken for one colour.
    const APART: f64 = 15.0;
    for kind in ThemeKind::ALL {
        let theme = Theme::load(kind);
        let pathways: Vec<Fill> = (0..4).map(|index| theme.pathway(index)).collect();
        let ends: Vec<Fill> = EndClass::ALL.iter().map(|class| theme.end(*class)).collect();
        for (name, scale) in [("pathways", pathways), ("ends", ends)] {
            for (eye, matrix) in &EYES {
                for (at, a) in scale.iter().enumerate() {
                    for b in scale.iter().skip(at + 1) {
                        let found = distance(lab(a.color, matrix), lab(b.color, matrix));
                        assert!(
                            found >= APART || a.hatch != b.hatch,
                            "{kind:?}, {eye}: {a:?} and {b:?} of the {name} are {found:.1} apart"
                        );
                    }
                }
            }
        }
    }
}

/// Every pathway up to L and every family of fibres differs from each other one, for every eye, by colour or by hatch.
#[test]
fn no_two_pathways_or_fibres_are_taken_for_one_another() {
    const APART: f64 = 12.0;
    for kind in ThemeKind::ALL {
        let theme = Theme::load(kind);
        let pathways: Vec<(String, Fill)> = (0..12)
            .map(|index| (index.to_string(), theme.pathway(index)))
            .collect();
        let families = [
            "cotton",
            "polyester",
            "pa6",
            "elastane",
            "acrylic",
            "pp",
            "wool",
            "silk",
            "down",
        ];
        let more = ["linen", "viscose", "leather", "metal", "other"];
        let fibres = families
            .iter()
            .chain(&more)
            .map(|id| ((*id).to_owned(), theme.fibre(id)));
        for scale in [pathways, fibres.collect()] {
            for (at, (name, a)) in scale.iter().enumerate() {
                for (other, b) in scale.iter().skip(at + 1) {
                    let apart = |(_, matrix): &(&str, [[f64; 3]; 3])| {
                        distance(lab(a.color, matrix), lab(b.color, matrix)) >= APART
                    };
                    let differ = a.hatch != b.hatch || EYES.iter().all(apart);
                    assert!(differ, "{kind:?}: {name} and {other}");
                }
            }
        }
        assert!(theme.virgin().hatch != Hatch::None, "virgin is no empty bar");
    }
}

/// With usual and with colour-blind eyes the pathways differ by colour alone; grey print needs their hatches.
#[test]
fn pathways_differ_for_colour_blind_eyes() {
    const LEAST: f64 = 14.0;
    for kind in ThemeKind::ALL {
        let theme = Theme::load(kind);
        for (eye, matrix) in EYES.iter().filter(|(eye, _)| *eye != "grey") {
            for a in 0..4 {
                for b in a + 1..4 {
                    let [a, b] = [a, b].map(|index| lab(theme.pathway(index).color, matrix));
                    let found = distance(a, b);
                    assert!(found >= LEAST, "{kind:?}, {eye}: {found:.1}");
                }
            }
        }
    }
}

#[test]
fn the_simulation_agrees_with_published_values() {
    // Black and white are 100 apart for every eye; pure red grows dark for protan eyes.
    for (eye, matrix) in &EYES {
        let found = distance(lab(Color32::WHITE, matrix), lab(Color32::BLACK, matrix));
        assert!((found - 100.0).abs() < 0.5, "{eye}: {found}");
    }
    let red = |eye: usize| lab(Color32::RED, &EYES[eye].1)[0];
    assert!(red(1) < red(0) - 10.0, "{} {}", red(1), red(0));
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
