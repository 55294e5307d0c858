//! T-shirt, shirt and sweater, seen from the front.

use super::cut::Cut;
use super::shape::Step::{Bend, From, To};
use crate::model::Role::{Button, Filling, Label, Lining, Rib, Shell, Thread, Trim, Zip};

/// A T-shirt or polo.
pub(super) fn t_shirt() -> Cut {
    let mut cut = Cut::new(200.0, 190.0);
    cut.both_or_shell(
        Shell,
        1,
        &[
            From(63.0, 32.0),
            Bend(48.0, 38.0, 40.0, 50.0),
            To(19.0, 84.0),
            To(44.0, 98.0),
            To(59.0, 76.0),
            Bend(58.0, 52.0, 63.0, 32.0),
        ],
    );
    cut.one_or_shell(
        Lining,
        0,
        &[
            From(81.0, 24.0),
            Bend(100.0, 31.0, 119.0, 24.0),
            Bend(100.0, 50.0, 81.0, 24.0),
        ],
    );
    cut.one(
        Shell,
        0,
        &[
            From(81.0, 24.0),
            To(63.0, 32.0),
            Bend(58.0, 52.0, 60.0, 80.0),
            To(58.0, 178.0),
            To(142.0, 178.0),
            To(140.0, 80.0),
            Bend(142.0, 52.0, 137.0, 32.0),
            To(119.0, 24.0),
            Bend(100.0, 52.0, 81.0, 24.0),
        ],
    );
    cut.one_or_shell(
        Rib,
        0,
        &[
            From(81.0, 24.0),
            Bend(100.0, 52.0, 119.0, 24.0),
            To(124.0, 26.5),
            Bend(100.0, 62.0, 76.0, 26.5),
        ],
    );
    cut.one(
        Label,
        0,
        &[From(95.5, 29.0), To(104.5, 29.0), To(104.5, 35.5), To(95.5, 35.5)],
    );
    cut.one(
        Thread,
        0,
        &[
            From(58.3, 167.0),
            To(141.7, 167.0),
            To(141.8, 170.0),
            To(58.2, 170.0),
        ],
    );
    cut.both(
        Thread,
        0,
        &[From(22.6, 78.0), To(47.6, 92.7), To(46.0, 95.0), To(21.1, 80.5)],
    );
    cut.one(
        Trim,
        0,
        &[
            From(110.0, 66.0),
            To(130.0, 66.0),
            To(130.0, 84.0),
            Bend(120.0, 92.0, 110.0, 84.0),
        ],
    );
    cut.one(
        Zip,
        0,
        &[From(98.5, 44.0), To(101.5, 44.0), To(101.5, 84.0), To(98.5, 84.0)],
    );
    cut.dots(Button, 0, 2.4, &[(100.0, 54.0), (100.0, 66.0), (100.0, 78.0)]);
    cut
}

/// Long sleeves, body and inside, the neck as deep as `neck`.
fn long_sleeved(neck: f32) -> Cut {
    let mut cut = Cut::new(200.0, 196.0);
    cut.both(
        Shell,
        0,
        &[
            From(61.0, 36.0),
            Bend(42.0, 44.0, 37.0, 74.0),
            To(20.0, 150.0),
            To(40.0, 157.0),
            To(58.0, 98.0),
            Bend(57.0, 60.0, 61.0, 36.0),
        ],
    );
    cut.one_or_shell(
        Lining,
        0,
        &[
            From(83.0, 28.0),
            Bend(100.0, 34.0, 117.0, 28.0),
            Bend(100.0, neck, 83.0, 28.0),
        ],
    );
    cut.one(
        Shell,
        0,
        &[
            From(83.0, 28.0),
            To(61.0, 36.0),
            Bend(57.0, 60.0, 59.0, 88.0),
            To(57.0, 170.0),
            To(143.0, 170.0),
            To(141.0, 88.0),
            Bend(143.0, 60.0, 139.0, 36.0),
            To(117.0, 28.0),
            Bend(100.0, neck, 83.0, 28.0),
        ],
    );
    cut.one(
        Label,
        0,
        &[From(95.5, 32.0), To(104.5, 32.0), To(104.5, 38.0), To(95.5, 38.0)],
    );
    cut.both(
        Thread,
        0,
        &[
            From(61.0, 40.0),
            Bend(57.6, 62.0, 59.0, 88.0),
            To(62.0, 88.0),
            Bend(60.6, 62.0, 64.0, 39.0),
        ],
    );
    cut.both_or_shell(
        Rib,
        0,
        &[
            From(20.0, 150.0),
            To(40.0, 157.0),
            To(36.0, 171.0),
            To(16.0, 164.0),
        ],
    );
    cut.one_or_shell(
        Rib,
        0,
        &[
            From(57.0, 170.0),
            To(143.0, 170.0),
            To(140.0, 186.0),
            To(60.0, 186.0),
        ],
    );
    cut
}

/// A sweater with a placket.
pub(super) fn sweater() -> Cut {
    let mut cut = long_sleeved(52.0);
    cut.one_or_shell(
        Rib,
        0,
        &[
            From(83.0, 28.0),
            Bend(100.0, 52.0, 117.0, 28.0),
            To(122.0, 29.8),
            Bend(100.0, 63.0, 78.0, 29.8),
        ],
    );
    cut.one(
        Rib,
        0,
        &[From(95.0, 46.0), To(105.0, 46.0), To(105.0, 96.0), To(95.0, 96.0)],
    );
    cut.both(
        Trim,
        0,
        &[
            From(37.0, 102.0),
            Bend(50.0, 102.0, 47.0, 116.0),
            Bend(44.0, 132.0, 34.0, 129.0),
            Bend(25.0, 125.0, 29.0, 112.0),
            Bend(31.0, 103.0, 37.0, 102.0),
        ],
    );
    cut.one(
        Zip,
        0,
        &[From(98.5, 46.0), To(101.5, 46.0), To(101.5, 96.0), To(98.5, 96.0)],
    );
    cut.dots(
        Button,
        0,
        2.6,
        &[
            (100.0, 54.0),
            (100.0, 63.0),
            (100.0, 72.0),
            (100.0, 81.0),
            (100.0, 90.0),
        ],
    );
    cut.one(
        Filling,
        0,
        &[
            From(142.0, 130.0),
            Bend(126.0, 134.0, 118.0, 170.0),
            To(143.0, 170.0),
        ],
    );
    cut
}

/// A shirt: collar, placket, buttons, chest pocket.
pub(super) fn shirt() -> Cut {
    let mut cut = long_sleeved(44.0);
    cut.both_or_shell(
        Shell,
        1,
        &[
            From(83.0, 28.0),
            Bend(84.0, 20.0, 90.0, 18.0),
            Bend(94.0, 30.0, 100.0, 36.0),
            To(88.0, 52.0),
            Bend(82.0, 42.0, 79.0, 30.0),
        ],
    );
    cut.one(
        Trim,
        0,
        &[
            From(110.0, 72.0),
            To(130.0, 72.0),
            To(130.0, 92.0),
            Bend(120.0, 98.0, 110.0, 92.0),
        ],
    );
    cut.one(
        Zip,
        0,
        &[
            From(98.5, 40.0),
            To(101.5, 40.0),
            To(101.5, 186.0),
            To(98.5, 186.0),
        ],
    );
    let rows = [46.0, 68.0, 90.0, 112.0, 134.0, 156.0];
    cut.dots(Button, 0, 2.4, &rows.map(|y| (100.0, y)));
    cut.seam(&[From(95.0, 46.0), To(95.0, 186.0)]);
    cut
}
