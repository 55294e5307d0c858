//! The widgets by keyboard, pointer and screen reader.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::accesskit::{Role, Toggled};
use egui::{Id, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::text::Lang;
use reloom::ui::icon;
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::widget::{Button, Commit, Figure, NumberField, Segment, ShareSlider, StackedBar, segmented};

#[derive(Default)]
struct State {
    share: f64,
    ended: usize,
    pins: usize,
    commit: Option<Commit>,
    chosen: usize,
    clicks: usize,
    picked: Option<usize>,
}

fn harness<'a>(show: impl FnMut(&mut egui::Ui, &mut State) + 'a) -> Harness<'a, State> {
    let state = State {
        share: 0.4,
        chosen: 1,
        ..State::default()
    };
    let mut harness = support::builder(ThemeKind::Light, 400.0, 300.0).build_ui_state(show, state);
    harness.run();
    harness
}

fn share_slider(ui: &mut egui::Ui, state: &mut State) {
    let theme = Theme::of(ui.ctx());
    let answer = ShareSlider::new("cotton", "Cotton", state.share, Lang::En)
        .pinned(false)
        .show(ui, &theme);
    state.share = answer.share.unwrap_or(state.share);
    state.ended += usize::from(answer.ended);
    state.pins += usize::from(answer.pin_toggled);
}

#[test]
fn a_share_moves_by_keyboard() {
    let mut h = harness(share_slider);
    h.get_by_role_and_label(Role::Slider, "Cotton").focus();
    h.run();
    h.key_press(Key::ArrowRight);
    h.run();
    assert!((h.state().share - 0.41).abs() < 1e-9, "{}", h.state().share);
    h.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
    h.run();
    assert!((h.state().share - 0.36).abs() < 1e-9, "{}", h.state().share);
    assert_eq!(h.state().ended, 2);
    h.key_press(Key::End);
    h.run();
    h.key_press(Key::ArrowRight);
    h.run();
    assert_eq!(h.state().share.to_bits(), 1.0_f64.to_bits());
    assert!(h.get_by_role_and_label(Role::Slider, "Cotton").is_focused());
    assert_eq!(
        h.get_by_role_and_label(Role::Slider, "Cotton").value().as_deref(),
        Some("100\u{202F}%")
    );
}

#[test]
fn a_drag_is_one_gesture() {
    let mut h = harness(share_slider);
    let rail = h.get_by_role_and_label(Role::Slider, "Cotton").rect();
    h.drag_at(rail.center());
    h.run();
    h.hover_at(rail.right_center());
    h.run();
    assert_eq!(
        (h.state().share.to_bits(), h.state().ended),
        (1.0_f64.to_bits(), 0)
    );
    h.drop_at(rail.right_center());
    h.run();
    assert_eq!(
        (h.state().share.to_bits(), h.state().ended),
        (1.0_f64.to_bits(), 1)
    );
}

#[test]
fn a_share_is_set_by_screen_reader_and_pin_by_click() {
    let mut h = harness(share_slider);
    h.get_by_role_and_label(Role::Slider, "Cotton")
        .set_value_accesskit(65.0);
    h.run();
    assert!((h.state().share - 0.65).abs() < 1e-9);
    h.get_by_label("Keep Cotton while others change").click();
    h.run();
    assert_eq!(h.state().pins, 1);
}

fn type_share(h: &mut Harness<'_, State>, text: &str, key: Key) {
    h.get_by_role_and_label(Role::TextInput, "Cotton").focus();
    h.run();
    h.get_by_role_and_label(Role::TextInput, "Cotton").type_text(text);
    h.run();
    h.key_press(key);
    h.run();
}

#[test]
fn a_share_is_typed() {
    let mut h = harness(share_slider);
    type_share(&mut h, "65%", Key::Enter);
    assert_eq!(
        (h.state().share.to_bits(), h.state().ended),
        (0.65_f64.to_bits(), 1)
    );
    type_share(&mut h, "７０％", Key::Tab);
    assert_eq!(
        (h.state().share.to_bits(), h.state().ended),
        (0.7_f64.to_bits(), 2)
    );
    type_share(&mut h, "12", Key::Escape);
    assert_eq!(h.state().share.to_bits(), 0.7_f64.to_bits());
    type_share(&mut h, "120", Key::Enter);
    assert_eq!(h.state().share.to_bits(), 0.7_f64.to_bits());
    h.get_by_label("At most 100\u{202F}%");
    assert_eq!(
        h.get_by_role_and_label(Role::TextInput, "Cotton")
            .value()
            .as_deref(),
        Some("120")
    );
    type_share(&mut h, "30", Key::Enter);
    assert_eq!(h.state().share.to_bits(), 0.3_f64.to_bits());
    assert!(h.query_by_label("At most 100\u{202F}%").is_none());
}

#[test]
fn a_number_field_keeps_what_it_cannot_take() {
    let mut h = harness(|ui, state: &mut State| {
        let theme = Theme::of(ui.ctx());
        let field = NumberField::new("mass", "质量", Some(369.2), Lang::Zh)
            .unit("g")
            .range(0.0, 5000.0);
        state.commit = field.show(ui, &theme).commit.or(state.commit);
    });
    let put = |h: &mut Harness<'_, State>, text: &str| {
        h.get_by_role_and_label(Role::TextInput, "质量").focus();
        h.run();
        h.get_by_role_and_label(Role::TextInput, "质量").type_text(text);
        h.run();
        h.key_press(Key::Enter);
        h.run();
    };
    put(&mut h, "四百");
    h.get_by_label("请输入数字，例如120");
    assert_eq!(h.state().commit, None);
    put(&mut h, "9000");
    h.get_by_label("不能大于5000g");
    put(&mut h, "１２０．５");
    assert_eq!(h.state().commit, Some(Commit::Value(120.5)));
}

/// What cannot be taken stays under the hand after Enter, and goes with Escape, with the focus, and with undo.
#[test]
fn a_refused_entry_leaves_by_three_ways() {
    let build = || {
        harness(|ui, state: &mut State| {
            let theme = Theme::of(ui.ctx());
            let mass = if state.clicks == 0 { 369.2 } else { 300.0 };
            let field = NumberField::new("mass", "Mass", Some(mass), Lang::En).range(0.0, 5000.0);
            state.commit = field.show(ui, &theme).commit.or(state.commit);
            Button::quiet("After").show(ui, &theme);
        })
    };
    let shown = |h: &Harness<'_, State>| {
        let field = h.get_by_role_and_label(Role::TextInput, "Mass");
        field.accesskit_node().value().unwrap_or_default()
    };
    let refuse = |h: &mut Harness<'_, State>| {
        h.get_by_role_and_label(Role::TextInput, "Mass").focus();
        h.run();
        h.get_by_role_and_label(Role::TextInput, "Mass").type_text("9000");
        h.run();
        h.key_press(Key::Enter);
        h.run();
        h.get_by_label("At most 5000");
        assert_eq!(shown(h), "9000");
        assert!(h.get_by_role_and_label(Role::TextInput, "Mass").is_focused());
    };
    let mut h = build();
    refuse(&mut h);
    h.key_press(Key::Escape);
    h.run();
    assert_eq!(shown(&h), "369.2");
    refuse(&mut h);
    h.key_press(Key::Tab);
    h.run();
    assert_eq!(shown(&h), "369.2");
    refuse(&mut h);
    // Undo puts another value beneath it.
    h.state_mut().clicks = 1;
    h.run();
    assert_eq!(shown(&h), "300");
    assert!(h.query_by_label("At most 5000").is_none());
    assert_eq!(h.state().commit, None);
}

#[test]
fn a_choice_moves_by_arrows() {
    let mut h = harness(|ui, state: &mut State| {
        let theme = Theme::of(ui.ctx());
        let options = ["Mass", "Work", "Pieces"];
        let picked = segmented(ui, &theme, Id::unique("show"), "Show", &options, state.chosen);
        state.chosen = picked.unwrap_or(state.chosen);
        Button::quiet("After").show(ui, &theme);
    });
    h.get_by_role_and_label(Role::RadioGroup, "Show");
    h.key_press(Key::Tab);
    h.run();
    assert!(h.get_by_label("Work").is_focused());
    h.key_press(Key::ArrowRight);
    h.run();
    assert_eq!(h.state().chosen, 2);
    assert!(h.get_by_label("Pieces").is_focused());
    h.key_press(Key::ArrowRight);
    h.run();
    h.key_press(Key::ArrowLeft);
    h.run();
    h.key_press(Key::Home);
    h.run();
    assert_eq!(h.state().chosen, 0);
    assert_eq!(
        h.get_by_label("Mass").accesskit_node().toggled(),
        Some(Toggled::True)
    );
    h.key_press(Key::Tab);
    h.run();
    assert!(h.get_by_label("After").is_focused());
    h.get_by_label("Pieces").click();
    h.run();
    assert_eq!(h.state().chosen, 2);
}

#[test]
fn figures_and_buttons_answer_click_and_enter() {
    let mut h = harness(|ui, state: &mut State| {
        let theme = Theme::of(ui.ctx());
        let figure = Figure::new("mci", "MCI, A", "0.42", Lang::En)
            .big()
            .range(Some("0.35–0.51"))
            .grade("D")
            .assumed(true);
        state.clicks += usize::from(figure.show(ui, &theme).clicked());
        let undo = Button::icon_only(icon::UNDO, "Undo").disabled(Some("Nothing to undo"));
        state.clicks += 100 * usize::from(undo.show(ui, &theme).clicked());
    });
    h.get_by_role_and_label(Role::Button, "MCI, A").click();
    h.run();
    h.get_by_role_and_label(Role::Button, "MCI, A").focus();
    h.run();
    h.key_press(Key::Enter);
    h.run();
    assert_eq!(h.state().clicks, 2);
    let value = h.get_by_role_and_label(Role::Button, "MCI, A").value().unwrap();
    assert!(value.starts_with("0.42; 0.35–0.51; Grade D"), "{value}");
    h.get_by_label("Undo").click();
    h.run();
    assert_eq!(h.state().clicks, 2);
    h.get_by_label("Undo").focus();
    h.run();
    let undo = h.get_by_role_and_label(Role::Button, "Undo");
    assert!(undo.accesskit_node().is_disabled() && undo.is_focused());
    h.get_by_label("Nothing to undo");
}

#[test]
fn a_bar_is_walked_by_arrows() {
    let mut h = harness(|ui, state: &mut State| {
        let theme = Theme::of(ui.ctx());
        let segments = [
            Segment {
                label: "Polyester",
                value: "65 %",
                share: 0.65,
                fill: theme.fibre("polyester"),
            },
            Segment {
                label: "Cotton",
                value: "35 %",
                share: 0.35,
                fill: theme.fibre("cotton"),
            },
        ];
        let answer = StackedBar::new("shell", "Shell", &segments).show(ui, &theme);
        state.picked = answer.picked.or(state.picked);
    });
    let bar = h.get_by_role_and_label(Role::GraphicsObject, "Shell");
    assert_eq!(bar.value().as_deref(), Some("Polyester 65 %; Cotton 35 %"));
    bar.focus();
    h.run();
    for _ in 0..2 {
        h.key_press(Key::ArrowRight);
        h.run();
    }
    h.get_by_label("Cotton");
    h.key_press(Key::Enter);
    h.run();
    assert_eq!(h.state().picked, Some(1));
}
