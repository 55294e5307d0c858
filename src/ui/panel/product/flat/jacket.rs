//! Jackets and coats, seen from the front, the zip half open.

use super::cut::Cut;
use super::shape::Step::{Bend, From, To};
use crate::model::Role::{Button, Filling, Label, Lining, Rib, Shell, Thread, Trim, Zip};

/// Sleeves, body, inside, collar, and the bands of rib.
fn body() -> Cut {
    let mut cut = Cut::new(200.0, 200.0);
    cut.both(
        Shell,
        0,
        &[
            From(61.0, 39.0),
            Bend(42.0, 46.0, 37.0, 74.0),
            To(21.0, 148.0),
            To(41.0, 155.0),
            To(58.0, 98.0),
            Bend(57.0, 62.0, 61.0, 39.0),
        ],
    );
    cut.both_or_shell(
        Rib,
        0,
        &[
            From(21.0, 148.0),
            To(41.0, 155.0),
            To(37.0, 168.0),
            To(17.0, 161.0),
        ],
    );
    cut.one_or_shell(
        Lining,
        0,
        &[
            From(85.0, 30.0),
            Bend(100.0, 22.0, 115.0, 30.0),
            Bend(105.0, 54.0, 100.0, 92.0),
            Bend(95.0, 54.0, 85.0, 30.0),
        ],
    );
    cut.both(
        Shell,
        0,
        &[
            From(85.0, 30.0),
            To(61.0, 39.0),
            Bend(57.0, 62.0, 59.0, 88.0),
            To(57.0, 172.0),
            To(100.0, 172.0),
            To(100.0, 92.0),
            Bend(95.0, 54.0, 85.0, 30.0),
        ],
    );
    cut.both_or_shell(
        Rib,
        0,
        &[
            From(85.0, 30.0),
            Bend(83.0, 20.0, 87.0, 12.0),
            Bend(94.0, 16.0, 98.0, 17.0),
            Bend(92.0, 22.0, 85.0, 30.0),
        ],
    );
    cut.one_or_shell(
        Rib,
        0,
        &[
            From(87.0, 12.0),
            Bend(100.0, 17.0, 113.0, 12.0),
            Bend(117.0, 20.0, 115.0, 30.0),
            Bend(100.0, 22.0, 85.0, 30.0),
            Bend(83.0, 20.0, 87.0, 12.0),
        ],
    );
    cut.one_or_shell(
        Rib,
        0,
        &[
            From(57.0, 172.0),
            To(143.0, 172.0),
            To(140.0, 186.0),
            To(60.0, 186.0),
        ],
    );
    cut.one(
        Label,
        0,
        &[From(95.0, 30.0), To(105.0, 30.0), To(105.0, 38.0), To(95.0, 38.0)],
    );
    cut.both(
        Thread,
        0,
        &[
            From(57.6, 160.0),
            To(97.0, 160.0),
            To(97.0, 163.0),
            To(57.5, 163.0),
        ],
    );
    cut.seam(&[From(41.5, 62.0), Bend(50.0, 70.0, 57.7, 72.0)]);
    cut
}

/// The zip: a strip below, its two sides along the opening.
fn zip(cut: &mut Cut) {
    cut.one(
        Zip,
        0,
        &[
            From(98.0, 90.0),
            To(102.0, 90.0),
            To(102.0, 186.0),
            To(98.0, 186.0),
        ],
    );
    cut.both(
        Zip,
        0,
        &[
            From(85.0, 30.0),
            Bend(95.0, 54.0, 100.0, 92.0),
            To(97.0, 92.0),
            Bend(92.0, 55.0, 82.5, 31.0),
        ],
    );
}

fn pockets(cut: &mut Cut, role: crate::model::Role, place: usize) {
    cut.both(
        role,
        place,
        &[
            From(67.0, 128.0),
            To(71.5, 126.5),
            To(79.0, 152.0),
            To(74.5, 153.5),
        ],
    );
}

fn front_buttons(cut: &mut Cut, place: usize) {
    cut.dots(
        Button,
        place,
        3.0,
        &[(106.0, 98.0), (106.0, 117.0), (106.0, 136.0), (106.0, 154.0)],
    );
}

/// A band over chest and sleeves.
fn band(cut: &mut Cut, place: usize) {
    cut.both(
        Trim,
        place,
        &[
            From(58.6, 104.0),
            To(97.0, 104.0),
            To(97.0, 113.0),
            To(58.4, 113.0),
        ],
    );
    cut.both(
        Trim,
        place,
        &[
            From(30.6, 103.5),
            To(54.8, 109.0),
            To(52.1, 118.0),
            To(28.7, 112.5),
        ],
    );
}

/// Filling shows where the front is cut open.
fn filling(cut: &mut Cut) {
    cut.one(
        Filling,
        0,
        &[
            From(142.2, 116.0),
            Bend(134.0, 121.0, 131.0, 118.0),
            Bend(126.0, 126.0, 122.0, 126.0),
            Bend(122.0, 138.0, 116.0, 144.0),
            Bend(119.0, 160.0, 113.0, 172.0),
            To(143.0, 172.0),
        ],
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
    cut.both(
        Trim,
        0,
        &[
            From(33.0, 118.0),
            To(50.5, 123.0),
            To(45.5, 140.0),
            To(27.5, 134.5),
        ],
    );
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
    cut.both(
        Trim,
        0,
        &[
            From(22.2, 142.5),
            To(42.6, 149.6),
            To(41.0, 155.0),
            To(21.0, 148.0),
        ],
    );
    filling(&mut cut);
    zip(&mut cut);
    pockets(&mut cut, Zip, 1);
    pockets(&mut cut, Trim, 1);
    cut.dots(Button, 0, 3.2, &[(65.0, 180.0), (135.0, 180.0)]);
    for y in [58.0, 82.0, 106.0, 130.0] {
        cut.seam(&[From(58.6, y), Bend(76.0, y + 4.0, 92.0, y + 1.0)]);
    }
    for (x, y) in [(37.0, 80.0), (32.0, 102.0), (27.0, 124.0)] {
        cut.seam(&[From(x, y), Bend(x + 10.0, y + 8.0, x + 20.0, y + 7.0)]);
    }
    cut
}
