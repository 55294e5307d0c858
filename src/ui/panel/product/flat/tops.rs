//! T-shirt, shirt and sweater, seen from the front.

use super::cut::Cut;
use crate::model::Role::{Button, Filling, Label, Lining, Rib, Shell, Thread, Trim, Zip};

/// A T-shirt or polo.
pub(super) fn t_shirt() -> Cut {
    let mut cut = Cut::new(200.0, 190.0);
    cut.both_or_shell(
        Shell,
        1,
        "M 63 32 Q 48 38 40 50 L 19 84 L 44 98 L 59 76 Q 58 52 63 32",
    );
    cut.one_or_shell(Lining, 0, "M 81 24 Q 100 31 119 24 Q 100 50 81 24");
    cut.one(
        Shell,
        0,
        "M 81 24 L 63 32 Q 58 52 60 80 L 58 178 L 142 178 L 140 80 Q 142 52 137 32 L 119 24 Q 100 52 81 24",
    );
    cut.one_or_shell(Rib, 0, "M 81 24 Q 100 52 119 24 L 124 26.5 Q 100 62 76 26.5");
    cut.one(Label, 0, "M 95.5 29 L 104.5 29 L 104.5 35.5 L 95.5 35.5");
    cut.one(Thread, 0, "M 58.3 167 L 141.7 167 L 141.8 170 L 58.2 170");
    cut.both(Thread, 0, "M 22.6 78 L 47.6 92.7 L 46 95 L 21.1 80.5");
    cut.one(Trim, 0, "M 110 66 L 130 66 L 130 84 Q 120 92 110 84");
    cut.one(Zip, 0, "M 98.5 44 L 101.5 44 L 101.5 84 L 98.5 84");
    cut.dots(Button, 0, 2.4, &[(100.0, 54.0), (100.0, 66.0), (100.0, 78.0)]);
    cut
}

/// Long sleeves, body and inside, the neck as deep as `neck`.
fn long_sleeved(neck: f32) -> Cut {
    let mut cut = Cut::new(200.0, 196.0);
    cut.both(
        Shell,
        0,
        "M 61 36 Q 42 44 37 74 L 20 150 L 40 157 L 58 98 Q 57 60 61 36",
    );
    cut.one_or_shell(Lining, 0, &format!("M 83 28 Q 100 34 117 28 Q 100 {neck} 83 28"));
    cut.one(
        Shell,
        0,
        &format!("M 83 28 L 61 36 Q 57 60 59 88 L 57 170 L 143 170 L 141 88 Q 143 60 139 36 L 117 28 Q 100 {neck} 83 28"),
    );
    cut.one(Label, 0, "M 95.5 32 L 104.5 32 L 104.5 38 L 95.5 38");
    cut.both(Thread, 0, "M 61 40 Q 57.6 62 59 88 L 62 88 Q 60.6 62 64 39");
    cut.both_or_shell(Rib, 0, "M 20 150 L 40 157 L 36 171 L 16 164");
    cut.one_or_shell(Rib, 0, "M 57 170 L 143 170 L 140 186 L 60 186");
    cut
}

/// A sweater with a placket.
pub(super) fn sweater() -> Cut {
    let mut cut = long_sleeved(52.0);
    cut.one_or_shell(Rib, 0, "M 83 28 Q 100 52 117 28 L 122 29.8 Q 100 63 78 29.8");
    cut.one(Rib, 0, "M 95 46 L 105 46 L 105 96 L 95 96");
    cut.both(
        Trim,
        0,
        "M 37 102 Q 50 102 47 116 Q 44 132 34 129 Q 25 125 29 112 Q 31 103 37 102",
    );
    cut.one(Zip, 0, "M 98.5 46 L 101.5 46 L 101.5 96 L 98.5 96");
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
    cut.one(Filling, 0, "M 142 130 Q 126 134 118 170 L 143 170");
    cut
}

/// A shirt: collar, placket, buttons, chest pocket.
pub(super) fn shirt() -> Cut {
    let mut cut = long_sleeved(44.0);
    cut.both_or_shell(
        Shell,
        1,
        "M 83 28 Q 84 20 90 18 Q 94 30 100 36 L 88 52 Q 82 42 79 30",
    );
    cut.one(Trim, 0, "M 110 72 L 130 72 L 130 92 Q 120 98 110 92");
    cut.one(Zip, 0, "M 98.5 40 L 101.5 40 L 101.5 186 L 98.5 186");
    let rows = [46.0, 68.0, 90.0, 112.0, 134.0, 156.0];
    cut.dots(Button, 0, 2.4, &rows.map(|y| (100.0, y)));
    cut.seam("M 95 46 L 95 186");
    cut
}
