//! Where and how large the window opens: never larger than the screen, never off it, and where it was left.

use serde::{Deserialize, Serialize};

/// The usual size of a first window.
const USUAL: [f32; 2] = [1440.0, 900.0];
/// The least size of a window.
pub(super) const LEAST: [f32; 2] = [640.0, 360.0];
/// The share of a screen that a first window takes at most, for bars and docks want their room.
const SHARE: f32 = 0.9;
/// Screens smaller than this are filled.
const SMALL: [f32; 2] = [1400.0, 800.0];
/// Room for the title bar above the inside of a window.
const TITLE: f32 = 40.0;

/// Place and size of the window on its screen, in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Width of the inside.
    pub width: f32,
    /// Height of the inside.
    pub height: f32,
    /// True where it fills the screen.
    pub maximized: bool,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            left: 0.0,
            top: 0.0,
            width: USUAL[0],
            height: USUAL[1],
            maximized: false,
        }
    }
}

/// Where the window opens on a screen of `screen` points, given where it was left.
///
/// Sizes lie between `LEAST` and the screen; the whole window lies on it. A first window takes at most nine tenths of
/// the screen, in its middle, and fills a small one.
pub fn opening(kept: Option<Place>, screen: [f32; 2]) -> Place {
    let [wide, high] = screen;
    let kept = kept.filter(|kept| {
        [kept.left, kept.top, kept.width, kept.height]
            .iter()
            .all(|n| n.is_finite())
    });
    let share = if kept.is_some() { 1.0 } else { SHARE };
    let wanted = kept.unwrap_or_default();
    let width = wanted.width.min(wide * share).max(LEAST[0]);
    let height = wanted.height.min((high * share).min(high - TITLE)).max(LEAST[1]);
    let is_small = wide < SMALL[0] || high < SMALL[1];
    let middle = ((wide - width) / 2.0, (high - TITLE - height) / 2.0, is_small);
    let (left, top, maximized) = kept.map_or(middle, |kept| (kept.left, kept.top, kept.maximized));
    Place {
        left: left.min(wide - width).max(0.0),
        top: top.min(high - TITLE - height).max(0.0),
        width,
        height,
        maximized,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREENS: [[f32; 2]; 6] = [
        [1280.0, 720.0],
        [1366.0, 768.0],
        // 1080p scaled to 150 %.
        [1280.0, 720.0],
        [1536.0, 864.0],
        [1920.0, 1080.0],
        [2560.0, 1600.0],
    ];

    fn lies_on(place: Place, [wide, high]: [f32; 2]) -> bool {
        place.left >= 0.0
            && place.top >= 0.0
            && place.left + place.width <= wide + 0.5
            && place.top + place.height <= high + 0.5
    }

    #[test]
    fn a_first_window_is_never_larger_than_the_screen() {
        for screen in SCREENS {
            let place = opening(None, screen);
            assert!(lies_on(place, screen), "{screen:?}: {place:?}");
            let fills = place.width <= screen[0] * SHARE + 0.5 && place.height <= screen[1] * SHARE + 0.5;
            assert!(fills, "{screen:?}: {place:?}");
        }
        assert!(opening(None, [1366.0, 768.0]).maximized);
        let large = opening(None, [2560.0, 1600.0]);
        assert!(!large.maximized);
        assert!((large.width - 1440.0).abs() < 0.5 && (large.left - 560.0).abs() < 0.5);
    }

    #[test]
    fn it_comes_back_where_it_was_left_and_never_off_the_screen() {
        let left = Place {
            left: 300.0,
            top: 120.0,
            width: 1000.0,
            height: 700.0,
            maximized: false,
        };
        assert_eq!(opening(Some(left), [1920.0, 1080.0]), left);
        for (x, y, width, height) in [
            (-4000.0, 50.0, 1000.0, 700.0),
            (5000.0, 3000.0, 1000.0, 700.0),
            (0.0, -300.0, 4000.0, 3000.0),
            (10.0, 10.0, 5.0, 5.0),
        ] {
            for screen in SCREENS {
                let place = opening(
                    Some(Place {
                        left: x,
                        top: y,
                        width,
                        height,
                        maximized: false,
                    }),
                    screen,
                );
                assert!(lies_on(place, screen), "{screen:?}: {place:?}");
                assert!(place.width >= LEAST[0] && place.height >= LEAST[1]);
            }
        }
        let odd = Place {
            left: f32::NAN,
            ..left
        };
        assert!(lies_on(opening(Some(odd), [1280.0, 720.0]), [1280.0, 720.0]));
    }
}
