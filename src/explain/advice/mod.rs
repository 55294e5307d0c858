//! Advice: what to change, what that does on a pathway, and how moves go together.
//!
//! A move is a row of the library (`data::MoveRow`); on a part, a route or the whole it is a [`Try`]. [`tries()`] lists them,
//! [`Adviser`] says what one does on a pathway, [`Advice`] ranks them all, and [`step()`] makes one or several as one edit on
//! a copy that stands beside the original.
//!
//! [`Sweep`] reckons all subsets of up to twelve moves on several pathways, range by range; [`front()`] and [`smallest`] choose
//! among its points. [`levers()`] lists what can be turned on a pathway, [`reach()`] says how far, [`field`] maps two of them.
//!
//! Invariant: every figure is that of the project which the edits of the moves make; nothing is added up, and no project is
//! changed but through [`crate::edit::Edit::apply`].

mod answers;
mod cannot;
mod change;
mod crossed;
mod effect;
mod far;
mod front;
mod gates;
mod lever;
pub mod lever_id;
mod levers;
mod map;
mod measure;
mod part;
mod rank;
mod reach;
mod short;
mod step;
mod sweep;
mod tries;
mod turn;
mod way;
mod words;

pub use cannot::Cannot;
pub use effect::{Advised, Adviser, DRAWS, Effect};
pub use far::{Far, Found, Map, Target, how_far, levers_of, targets};
pub use front::{Bound, Smallest, front, smallest};
pub use gates::{GateChange, GatesTaken};
pub use lever::Lever;
pub use levers::{lever, levers};
pub use map::{Cell, Field, Line, Piece, SIDE, Work, field, in_turn};
pub use measure::{Axis, LEAST, MEASURES, RANK, Values, gain, measure, place, value_of};
pub use rank::{Advice, first_pathway, named};
pub use reach::{Meeting, POINTS, Reach, reach, solve};
pub use short::{shortlist, shortlist_of};
pub use step::{Step, name_of, step};
pub use sweep::{Count, MOST_MOVES, Mask, Point, Sweep, by_count, few_give, of_mask};
pub use tries::{Subject, Try, tries};
pub use turn::{Room, Turning};
pub use words::{cure, efforts, gate_words, said};
