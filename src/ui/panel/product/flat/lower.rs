//! Trousers and dress, seen from the front.

use super::cut::Cut;
use crate::model::Role::{Button, Filling, Label, Lining, Rib, Shell, Thread, Trim, Zip};

/// Legs, waistband, pocket bags, fly.
fn legs() -> Cut {
    let mut cut = Cut::new(200.0, 212.0);
    cut.both(
        Shell,
        0,
        "M 65 26 Q 53 62 54 112 L 58 204 L 92 204 L 100 88 L 100 26",
    );
    cut.both(
        Lining,
        0,
        "M 67 27 L 87 27 Q 92 66 78 72 Q 64 72 58 56 Q 62 40 67 27",
    );
    cut.one(Zip, 0, "M 98 26 L 102 26 L 102 66 L 98 66");
    cut.both(
        Thread,
        0,
        "M 55.4 84 Q 54.2 112 56 150 L 58 198 L 61 198 L 59 150 Q 57.2 112 58.4 84",
    );
    cut.seam("M 57.8 197 L 92.5 197");
    cut.seam("M 87 27 Q 86 46 59 52");
    cut
}

fn waist(cut: &mut Cut, at: usize) {
    cut.one_or_shell(Trim, at, "M 66 13 Q 100 17 134 13 L 135 26 Q 100 30 65 26");
    cut.one(Label, 0, "M 116 17 L 126 16 L 126.5 23.5 L 116.5 24.5");
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
    cut.both(Rib, 0, "M 58 198 L 92.5 198 L 92 208 L 58.5 208");
    buttons(&mut cut);
    cut
}

/// The trousers of a work suit: knee patches and bands, the waistband of the main fabric.
pub(super) fn work_trousers() -> Cut {
    let mut cut = legs();
    cut.both(Trim, 0, "M 62 108 L 91 108 L 89.5 140 L 63 140");
    cut.both(Trim, 1, "M 57 160 L 95 160 L 94.4 169 L 57.3 169");
    waist(&mut cut, 2);
    buttons(&mut cut);
    cut
}

/// A dress.
pub(super) fn dress() -> Cut {
    let mut cut = Cut::new(200.0, 214.0);
    cut.one(Lining, 0, "M 46 192 Q 100 208 154 192 L 155 200 Q 100 216 45 200");
    cut.one_or_shell(Lining, 0, "M 82 22 Q 100 29 118 22 Q 100 50 82 22");
    cut.one_or_shell(
        Shell,
        1,
        "M 74 90 Q 100 94 126 90 Q 142 140 156 192 Q 100 208 44 192 Q 58 140 74 90",
    );
    cut.one(
        Shell,
        0,
        "M 82 22 L 66 28 Q 70 50 60 64 Q 72 76 74 90 Q 100 94 126 90 Q 128 76 140 64 Q 130 50 134 28 L 118 22 Q 100 54 82 22",
    );
    for role in [Rib, Trim] {
        cut.one(role, 0, "M 74 86 Q 100 90 126 86 L 127.5 95 Q 100 99 72.5 95");
    }
    cut.one(Zip, 0, "M 98.5 42 L 101.5 42 L 101.5 104 L 98.5 104");
    cut.dots(Button, 0, 2.6, &[(106.0, 52.0), (106.0, 64.0), (106.0, 76.0)]);
    cut.one(
        Thread,
        0,
        "M 46.5 183 Q 100 198 153.5 183 L 154.3 186 Q 100 201 45.7 186",
    );
    cut.one(Label, 0, "M 95.5 27 L 104.5 27 L 104.5 33.5 L 95.5 33.5");
    cut.one(Filling, 0, "M 144 152 Q 128 160 122 199 Q 140 197 156 192");
    cut.seam("M 84 94 Q 78 140 74 190");
    cut
}
