//! Cuts: how a kind of garment is drawn, piece by piece, each piece for a role.
//!
//! A piece belongs to the part of its role in the given place (the first shell, the second …). Pieces without such a part
//! are the main fabric's where the garment would have a hole without them, else they are left out.

use super::shape::{path, round};
use crate::data::Drawing;
use crate::model::Role;
use egui::{Pos2, Vec2, pos2, vec2};

/// One piece of a garment.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// The role that it is drawn for.
    pub role: Role,
    /// Which part of that role.
    pub index: usize,
    /// True where the main fabric takes it if there is no such part.
    pub or_shell: bool,
    /// Its outline.
    pub points: Vec<Pos2>,
}

/// A garment as it is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cut {
    /// The box of the drawing.
    pub size: Vec2,
    /// From back to front.
    pub pieces: Vec<Piece>,
    /// Open lines: seams and folds.
    pub seams: Vec<Vec<Pos2>>,
}

/// The line that left and right mirror each other on.
const MIDDLE: f32 = 100.0;

impl Cut {
    pub(super) fn new(width: f32, height: f32) -> Self {
        Self {
            size: vec2(width, height),
            ..Self::default()
        }
    }

    /// One piece.
    pub(super) fn one(&mut self, role: Role, at: usize, strokes: &str) {
        self.add(role, at, false, path(strokes));
    }

    /// A piece and its mirror image.
    pub(super) fn both(&mut self, role: Role, at: usize, strokes: &str) {
        self.one(role, at, strokes);
        self.add(role, at, false, mirrored(path(strokes)));
    }

    /// One piece that the main fabric takes where no part has the role.
    pub(super) fn one_or_shell(&mut self, role: Role, at: usize, strokes: &str) {
        self.add(role, at, true, path(strokes));
    }

    /// Such a piece and its mirror image.
    pub(super) fn both_or_shell(&mut self, role: Role, at: usize, strokes: &str) {
        self.one_or_shell(role, at, strokes);
        self.add(role, at, true, mirrored(path(strokes)));
    }

    /// Round pieces.
    pub(super) fn dots(&mut self, role: Role, at: usize, radius: f32, centers: &[(f32, f32)]) {
        for (x, y) in centers {
            self.add(role, at, false, round(pos2(*x, *y), radius));
        }
    }

    /// A line and its mirror image.
    pub(super) fn seam(&mut self, strokes: &str) {
        self.seams.push(path(strokes));
        self.seams.push(mirrored(path(strokes)));
    }

    fn add(&mut self, role: Role, at: usize, or_shell: bool, points: Vec<Pos2>) {
        self.pieces.push(Piece {
            role,
            index: at,
            or_shell,
            points,
        });
    }

    /// Takes all of `other` in, shrunk by `scale` and moved by `shift`.
    pub(super) fn place(&mut self, other: Self, scale: f32, shift: Vec2) {
        let moved = |points: Vec<Pos2>| -> Vec<Pos2> {
            let place = |at: Pos2| (at.to_vec2() * scale + shift).to_pos2();
            points.into_iter().map(place).collect()
        };
        self.pieces.extend(other.pieces.into_iter().map(|piece| Piece {
            points: moved(piece.points),
            ..piece
        }));
        self.seams.extend(other.seams.into_iter().map(moved));
    }
}

fn mirrored(points: Vec<Pos2>) -> Vec<Pos2> {
    points
        .into_iter()
        .map(|at| pos2(2.0 * MIDDLE - at.x, at.y))
        .collect()
}

/// The cut of a drawing; none for kinds that are shown as swatches.
pub fn cut(drawing: Drawing) -> Option<Cut> {
    Some(match drawing {
        Drawing::TShirt => super::tops::t_shirt(),
        Drawing::Shirt => super::tops::shirt(),
        Drawing::Sweater => super::tops::sweater(),
        Drawing::Jacket => super::jacket::jacket(),
        Drawing::Coat => super::jacket::coat(),
        Drawing::Padded => super::jacket::padded(),
        Drawing::Trousers => super::lower::trousers(),
        Drawing::Dress => super::lower::dress(),
        Drawing::Suit => suit(),
        Drawing::Bed => super::bed::bed(),
        Drawing::Panel => super::bed::panel(),
        Drawing::Briefs | Drawing::Bra | Drawing::Swimwear | Drawing::Socks => return None,
    })
}

/// Jacket and trousers side by side.
fn suit() -> Cut {
    let mut cut = Cut::new(256.0, 200.0);
    cut.place(super::jacket::work_jacket(), 0.8, vec2(-12.0, 4.0));
    cut.place(super::lower::work_trousers(), 0.86, vec2(108.0, 4.0));
    cut
}
