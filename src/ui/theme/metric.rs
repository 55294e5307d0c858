//! Sizes in points at zoom 1.

/// Small text.
pub const TEXT_SMALL: f32 = 13.0;
/// Body text.
pub const TEXT_BODY: f32 = 16.0;
/// Names of parts and stages.
pub const TEXT_NAME: f32 = 18.0;
/// Page titles.
pub const TEXT_TITLE: f32 = 22.0;
/// Key figures.
pub const TEXT_FIGURE: f32 = 30.0;
/// Icons beside body text.
pub const ICON: f32 = 20.0;

/// Between a figure and what belongs to it.
pub const SPACE_XS: f32 = 4.0;
/// Between neighbours in a row.
pub const SPACE_S: f32 = 8.0;
/// Between rows of a group.
pub const SPACE_M: f32 = 12.0;
/// Inside panels.
pub const SPACE_L: f32 = 16.0;
/// Between groups.
pub const SPACE_XL: f32 = 24.0;
/// Between sections.
pub const SPACE_XXL: f32 = 32.0;

/// Corners of buttons, fields and menus.
pub const RADIUS: u8 = 6;
/// Least height of a row.
pub const ROW: f32 = 32.0;
/// Least width and height of anything that can be clicked.
pub const TARGET: f32 = 28.0;
/// Width of the ring around what has the focus.
pub const FOCUS_RING: f32 = 2.0;
/// Longest motion in seconds.
pub const MOTION: f32 = 0.12;
/// Longest tooltip line, about 50 characters.
pub const TOOLTIP: f32 = 360.0;
