//! Trousers and dress, seen from the front.

use super::cut::Cut;
use super::shape::Step::{Bend, From, To};
use crate::model::Role::{Button, Filling, Label, Lining, Rib, Shell, Thread, Trim, Zip};

/// Legs, waistband, pocket bags, fly.
fn legs() -> Cut {
    let mut cut = Cut::new(200.0, 212.0);
    cut.both(
        Shell,
        0,
        &[
            From(65.0, 26.0),
            Bend(53.0, 62.0, 54.0, 112.0),
            To(58.0, 204.0),
            To(92.0, 204.0),
            To(100.0, 88.0),
            To(100.0, 26.0),
        ],
    );
    cut.both(
        Lining,
        0,
        &[
            From(67.0, 27.0),
            To(87.0, 27.0),
            Bend(92.0, 66.0, 78.0, 72.0),
            Bend(64.0, 72.0, 58.0, 56.0),
            Bend(62.0, 40.0, 67.0, 27.0),
        ],
    );
    cut.one(
        Zip,
        0,
        &[From(98.0, 26.0), To(102.0, 26.0), To(102.0, 66.0), To(98.0, 66.0)],
    );
    cut.both(
        Thread,
        0,
        &[
            From(55.4, 84.0),
            Bend(54.2, 112.0, 56.0, 150.0),
            To(58.0, 198.0),
            To(61.0, 198.0),
            To(59.0, 150.0),
            Bend(57.2, 112.0, 58.4, 84.0),
        ],
    );
    cut.seam(&[From(57.8, 197.0), To(92.5, 197.0)]);
    cut.seam(&[From(87.0, 27.0), Bend(86.0, 46.0, 59.0, 52.0)]);
    cut
}

fn waist(cut: &mut Cut, place: usize) {
    cut.one_or_shell(
        Trim,
        place,
        &[
            From(66.0, 13.0),
            Bend(100.0, 17.0, 134.0, 13.0),
            To(135.0, 26.0),
            Bend(100.0, 30.0, 65.0, 26.0),
        ],
    );
    cut.one(
        Label,
        0,
        &[
            From(116.0, 17.0),
            To(126.0, 16.0),
            To(126.5, 23.5),
            To(116.5, 24.5),
        ],
    );
}

fn buttons(cut: &mut Cut) {
    cut.dots(Button, 0, 3.6, &[(100.0, 21.5)]);
    let rivets = [
        (70.0, 32.0),
        (84.0, 32.0),
        (116.0, 32.0),
        (130.0, 32.0),
        (63.5, 52.0),
        (136.5, 52.0),
    ];
    cut.dots(Button, 1, 2.2, &rivets);
}

/// Jeans or trousers.
pub(super) fn trousers() -> Cut {
    let mut cut = legs();
    waist(&mut cut, 0);
    cut.both(
        Rib,
        0,
        &[
            From(58.0, 198.0),
            To(92.5, 198.0),
            To(92.0, 208.0),
            To(58.5, 208.0),
        ],
    );
    buttons(&mut cut);
    cut
}

/// The trousers of a work suit: knee patches and bands, the waistband of the main fabric.
pub(super) fn work_trousers() -> Cut {
    let mut cut = legs();
    cut.both(
        Trim,
        0,
        &[
            From(62.0, 108.0),
            To(91.0, 108.0),
            To(89.5, 140.0),
            To(63.0, 140.0),
        ],
    );
    cut.both(
        Trim,
        1,
        &[
            From(57.0, 160.0),
            To(95.0, 160.0),
            To(94.4, 169.0),
            To(57.3, 169.0),
        ],
    );
    waist(&mut cut, 2);
    buttons(&mut cut);
    cut
}

/// A dress.
pub(super) fn dress() -> Cut {
    let mut cut = Cut::new(200.0, 214.0);
    cut.one(
        Lining,
        0,
        &[
            From(46.0, 192.0),
            Bend(100.0, 208.0, 154.0, 192.0),
            To(155.0, 200.0),
            Bend(100.0, 216.0, 45.0, 200.0),
        ],
    );
    cut.one_or_shell(
        Lining,
        0,
        &[
            From(82.0, 22.0),
            Bend(100.0, 29.0, 118.0, 22.0),
            Bend(100.0, 50.0, 82.0, 22.0),
        ],
    );
    cut.one_or_shell(
        Shell,
        1,
        &[
            From(74.0, 90.0),
            Bend(100.0, 94.0, 126.0, 90.0),
            Bend(142.0, 140.0, 156.0, 192.0),
            Bend(100.0, 208.0, 44.0, 192.0),
            Bend(58.0, 140.0, 74.0, 90.0),
        ],
    );
    cut.one(
        Shell,
        0,
        &[
            From(82.0, 22.0),
            To(66.0, 28.0),
            Bend(70.0, 50.0, 60.0, 64.0),
            Bend(72.0, 76.0, 74.0, 90.0),
            Bend(100.0, 94.0, 126.0, 90.0),
            Bend(128.0, 76.0, 140.0, 64.0),
            Bend(130.0, 50.0, 134.0, 28.0),
            To(118.0, 22.0),
            Bend(100.0, 54.0, 82.0, 22.0),
        ],
    );
    for (role, drop) in [(Rib, 0.0), (Trim, 0.0)] {
        cut.one(
            role,
            0,
            &[
                From(74.0, 86.0 + drop),
                Bend(100.0, 90.0 + drop, 126.0, 86.0 + drop),
                To(127.5, 95.0 + drop),
                Bend(100.0, 99.0 + drop, 72.5, 95.0 + drop),
            ],
        );
    }
    cut.one(
        Zip,
        0,
        &[
            From(98.5, 42.0),
            To(101.5, 42.0),
            To(101.5, 104.0),
            To(98.5, 104.0),
        ],
    );
    cut.dots(Button, 0, 2.6, &[(106.0, 52.0), (106.0, 64.0), (106.0, 76.0)]);
    cut.one(
        Thread,
        0,
        &[
            From(46.5, 183.0),
            Bend(100.0, 198.0, 153.5, 183.0),
            To(154.3, 186.0),
            Bend(100.0, 201.0, 45.7, 186.0),
        ],
    );
    cut.one(
        Label,
        0,
        &[From(95.5, 27.0), To(104.5, 27.0), To(104.5, 33.5), To(95.5, 33.5)],
    );
    cut.one(
        Filling,
        0,
        &[
            From(144.0, 152.0),
            Bend(128.0, 160.0, 122.0, 199.0),
            Bend(140.0, 197.0, 156.0, 192.0),
        ],
    );
    cut.seam(&[From(84.0, 94.0), Bend(78.0, 140.0, 74.0, 190.0)]);
    cut
}
