//! Jackets and coats, seen from the front, the zip half open.

use super::cut::Cut;
use crate::model::Role::{Button, Filling, Label, Lining, Rib, Shell, Thread, Trim, Zip};

/// Sleeves, body, inside, collar, and the bands of rib.
fn body() -> Cut {
    let mut cut = Cut::new(200.0, 200.0);
    cut.both(
        Shell,
        0,
        "M 61 39 Q 42 46 37 74 L 21 148 L 41 155 L 58 98 Q 57 62 61 39",
    );
    cut.both_or_shell(Rib, 0, "M 21 148 L 41 155 L 37 168 L 17 161");
    cut.one_or_shell(Lining, 0, "M 85 30 Q 100 22 115 30 Q 105 54 100 92 Q 95 54 85 30");
    cut.both(
        Shell,
        0,
        "M 85 30 L 61 39 Q 57 62 59 88 L 57 172 L 100 172 L 100 92 Q 95 54 85 30",
    );
    cut.both_or_shell(Rib, 0, "M 85 30 Q 83 20 87 12 Q 94 16 98 17 Q 92 22 85 30");
    cut.one_or_shell(
        Rib,
        0,
        "M 87 12 Q 100 17 113 12 Q 117 20 115 30 Q 100 22 85 30 Q 83 20 87 12",
    );
    cut.one_or_shell(Rib, 0, "M 57 172 L 143 172 L 140 186 L 60 186");
    cut.one(Label, 0, "M 95 30 L 105 30 L 105 38 L 95 38");
    cut.both(Thread, 0, "M 57.6 160 L 97 160 L 97 163 L 57.5 163");
    cut.seam("M 41.5 62 Q 50 70 57.7 72");
    cut
}

/// The zip: a strip below, its two sides along the opening.
fn zip(cut: &mut Cut) {
    cut.one(Zip, 0, "M 98 90 L 102 90 L 102 186 L 98 186");
    cut.both(Zip, 0, "M 85 30 Q 95 54 100 92 L 97 92 Q 92 55 82.5 31");
}

fn pockets(cut: &mut Cut, role: crate::model::Role, at: usize) {
    cut.both(role, at, "M 67 128 L 71.5 126.5 L 79 152 L 74.5 153.5");
}

fn front_buttons(cut: &mut Cut, at: usize) {
    cut.dots(
        Button,
        at,
        3.0,
        &[(106.0, 98.0), (106.0, 117.0), (106.0, 136.0), (106.0, 154.0)],
    );
}

/// A band over chest and sleeves.
fn band(cut: &mut Cut, at: usize) {
    cut.both(Trim, at, "M 58.6 104 L 97 104 L 97 113 L 58.4 113");
    cut.both(Trim, at, "M 30.6 103.5 L 54.8 109 L 52.1 118 L 28.7 112.5");
}

/// Filling shows where the front is cut open.
fn filling(cut: &mut Cut) {
    cut.one(
        Filling,
        0,
        "M 142.2 116 Q 134 121 131 118 Q 126 126 122 126 Q 122 138 116 144 Q 119 160 113 172 L 143 172",
    );
}

/// A school jacket: chest band, zip.
pub(super) fn jacket() -> Cut {
    let mut cut = body();
    band(&mut cut, 0);
    zip(&mut cut);
    pockets(&mut cut, Trim, 1);
    pockets(&mut cut, Zip, 1);
    front_buttons(&mut cut, 0);
    filling(&mut cut);
    cut
}

/// The jacket of a work suit: bands, elbow patches, buttons.
pub(super) fn work_jacket() -> Cut {
    let mut cut = body();
    cut.both(Trim, 0, "M 33 118 L 50.5 123 L 45.5 140 L 27.5 134.5");
    band(&mut cut, 1);
    zip(&mut cut);
    front_buttons(&mut cut, 0);
    filling(&mut cut);
    cut
}

/// A coat: buttons, flaps.
pub(super) fn coat() -> Cut {
    let mut cut = body();
    zip(&mut cut);
    pockets(&mut cut, Trim, 0);
    pockets(&mut cut, Zip, 1);
    front_buttons(&mut cut, 0);
    filling(&mut cut);
    cut
}

/// A padded jacket: quilted, elastic at the cuffs, filling shown.
pub(super) fn padded() -> Cut {
    let mut cut = body();
    cut.both(Trim, 0, "M 22.2 142.5 L 42.6 149.6 L 41 155 L 21 148");
    filling(&mut cut);
    zip(&mut cut);
    pockets(&mut cut, Zip, 1);
    pockets(&mut cut, Trim, 1);
    cut.dots(Button, 0, 3.2, &[(65.0, 180.0), (135.0, 180.0)]);
    cut.seam("M 58.6 58 Q 76 62 92 59");
    cut.seam("M 58.6 82 Q 76 86 92 83");
    cut.seam("M 58.6 106 Q 76 110 92 107");
    cut.seam("M 58.6 130 Q 76 134 92 131");
    cut.seam("M 37 80 Q 47 88 57 87");
    cut.seam("M 32 102 Q 42 110 52 109");
    cut.seam("M 27 124 Q 37 132 47 131");
    cut
}
