//! A bed set from above: sheet, two pillows, the cover folded back.

use super::cut::Cut;
use super::shape::Step::{Bend, From, To};
use crate::model::Role::{Button, Filling, Label, Lining, Shell, Thread, Trim, Zip};

/// Cover, sheet and pillows.
pub(super) fn bed() -> Cut {
    let mut cut = Cut::new(200.0, 206.0);
    cut.one_or_shell(
        Shell,
        1,
        &[
            From(14.0, 16.0),
            Bend(100.0, 10.0, 186.0, 16.0),
            To(190.0, 196.0),
            To(10.0, 196.0),
        ],
    );
    cut.both_or_shell(
        Shell,
        2,
        &[
            From(26.0, 26.0),
            Bend(58.0, 21.0, 92.0, 26.0),
            Bend(96.0, 46.0, 92.0, 66.0),
            Bend(58.0, 71.0, 26.0, 66.0),
            Bend(22.0, 46.0, 26.0, 26.0),
        ],
    );
    cut.one(
        Shell,
        0,
        &[
            From(4.0, 84.0),
            Bend(100.0, 78.0, 196.0, 84.0),
            Bend(200.0, 150.0, 199.0, 200.0),
            Bend(100.0, 206.0, 1.0, 200.0),
            Bend(0.0, 150.0, 4.0, 84.0),
        ],
    );
    cut.one_or_shell(
        Lining,
        0,
        &[
            From(4.0, 84.0),
            Bend(100.0, 78.0, 196.0, 84.0),
            To(197.5, 104.0),
            Bend(100.0, 98.0, 2.5, 104.0),
        ],
    );
    cut.one(
        Filling,
        0,
        &[
            From(199.6, 158.0),
            Bend(182.0, 160.0, 180.0, 172.0),
            Bend(166.0, 176.0, 162.0, 203.0),
            Bend(182.0, 202.0, 199.0, 200.0),
        ],
    );
    cut.one(
        Trim,
        0,
        &[
            From(2.2, 112.0),
            Bend(100.0, 106.0, 197.8, 112.0),
            To(198.2, 120.0),
            Bend(100.0, 114.0, 1.8, 120.0),
        ],
    );
    cut.one(
        Zip,
        0,
        &[
            From(50.0, 190.0),
            Bend(100.0, 192.0, 150.0, 190.0),
            To(150.0, 194.0),
            Bend(100.0, 196.0, 50.0, 194.0),
        ],
    );
    cut.both(
        Thread,
        0,
        &[From(9.0, 126.0), To(12.0, 126.0), To(9.0, 196.0), To(6.0, 196.0)],
    );
    cut.dots(
        Button,
        0,
        3.2,
        &[(64.0, 192.0), (88.0, 193.0), (112.0, 193.0), (136.0, 192.0)],
    );
    cut.one(
        Label,
        0,
        &[
            From(20.0, 184.0),
            To(34.0, 184.5),
            To(33.5, 194.0),
            To(19.5, 193.5),
        ],
    );
    cut.seam(&[From(40.0, 126.0), Bend(44.0, 160.0, 40.0, 186.0)]);
    cut.seam(&[From(36.0, 36.0), Bend(58.0, 44.0, 84.0, 36.0)]);
    cut
}
