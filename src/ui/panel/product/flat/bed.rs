//! Flat goods: a bed set from above, and a piece of cloth with its hems.

use super::cut::Cut;
use crate::model::Role::{Button, Filling, Label, Lining, Shell, Thread, Trim, Zip};

/// Cover, sheet and pillows.
pub(super) fn bed() -> Cut {
    let mut cut = Cut::new(200.0, 206.0);
    cut.one_or_shell(Shell, 1, "M 14 16 Q 100 10 186 16 L 190 196 L 10 196");
    cut.both_or_shell(
        Shell,
        2,
        "M 26 26 Q 58 21 92 26 Q 96 46 92 66 Q 58 71 26 66 Q 22 46 26 26",
    );
    cut.one(
        Shell,
        0,
        "M 4 84 Q 100 78 196 84 Q 200 150 199 200 Q 100 206 1 200 Q 0 150 4 84",
    );
    cut.one_or_shell(Lining, 0, "M 4 84 Q 100 78 196 84 L 197.5 104 Q 100 98 2.5 104");
    cut.one(
        Filling,
        0,
        "M 199.6 158 Q 182 160 180 172 Q 166 176 162 203 Q 182 202 199 200",
    );
    cut.one(
        Trim,
        0,
        "M 2.2 112 Q 100 106 197.8 112 L 198.2 120 Q 100 114 1.8 120",
    );
    cut.one(Zip, 0, "M 50 190 Q 100 192 150 190 L 150 194 Q 100 196 50 194");
    cut.both(Thread, 0, "M 9 126 L 12 126 L 9 196 L 6 196");
    cut.dots(
        Button,
        0,
        3.2,
        &[(64.0, 192.0), (88.0, 193.0), (112.0, 193.0), (136.0, 192.0)],
    );
    cut.one(Label, 0, "M 20 184 L 34 184.5 L 33.5 194 L 19.5 193.5");
    cut.seam("M 40 126 Q 44 160 40 186");
    cut.seam("M 36 36 Q 58 44 84 36");
    cut
}

/// A scarf, a towel or a curtain.
pub(super) fn panel() -> Cut {
    let mut cut = Cut::new(200.0, 200.0);
    cut.one(Shell, 0, "M 40 12 L 160 12 L 160 188 L 40 188");
    cut.one_or_shell(Shell, 1, "M 40 30 L 160 30 L 160 44 L 40 44");
    cut.one(Lining, 0, "M 120 188 L 160 148 L 160 188");
    cut.one(Filling, 0, "M 70 70 L 130 70 L 130 110 L 70 110");
    cut.one(Trim, 0, "M 40 150 L 120 150 L 112 158 L 40 158");
    cut.one(Zip, 0, "M 60 120 L 140 120 L 140 124 L 60 124");
    cut.both(Thread, 0, "M 43 46 L 46 46 L 46 146 L 43 146");
    cut.dots(
        Button,
        0,
        3.2,
        &[(64.0, 20.0), (88.0, 20.0), (112.0, 20.0), (136.0, 20.0)],
    );
    cut.one(Label, 0, "M 52 168 L 66 168 L 66 178 L 52 178");
    cut.seam("M 40 186 L 118 186");
    cut
}
