//! What the window shows: fonts, icons, theme and widgets.
//!
//! Invariant: nothing here changes the project; a widget works on a copy and answers what the user asked for.

pub mod act;
pub mod anchor;
pub mod collecting;
pub mod diagram;
pub mod fonts;
pub mod icon;
pub mod improving;
pub mod out;
pub mod panel;
pub mod picture;
pub mod shared;
pub mod spoken;
pub mod stage;
pub mod terms;
pub mod theme;
pub mod view;
pub mod widget;
