//! Lessons: what a trainer shows and asks, in which order, on which start projects; nothing here draws or touches a disk.
//!
//! A [`Lesson`] is plain data; a [`Pack`] is a lesson with its start projects, factor set and pictures. Invariants: no
//! figure is typed into a text, an answer or a bound that the engine can compute; a lesson names boards, moves and levers
//! by their keys and knows nothing of how they look.

mod begun;
mod board;
mod check;
pub mod code;
pub mod collect;
pub mod edit;
mod figures;
pub mod file;
pub mod group;
pub mod guides;
mod keyed;
mod lever;
mod pack;
mod plan;
pub mod print;
mod printed;
pub mod quiz;
pub mod shipped;
mod texts;

pub use begun::of_project;
pub use board::BoardKind;
pub use check::{Finding, TRIED, What, check, shows_change};
pub use figures::{Asked, FigureRef, Ledger, Lost, after, routes_open};
pub use lever::{LeverSpec, MOST_LEVERS, STEPS, Turned, turned_in};
pub use pack::{Pack, Picture, Start, moves};
pub use plan::{Bound, Check, Exercise, Lesson, Level, People, RoleCard, Stop};
pub use printed::Printed;
pub use quiz::{Kind, LETTERS, Question, Truth};
pub use texts::{Dead, filled};
