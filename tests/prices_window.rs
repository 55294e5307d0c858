//! The form of prices and what it leads to: typed by key, refused in words, undone, shown beneath wages, opened, printed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support;
use crate::support::said::Queryable;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::data::{price_kind, price_kinds};
use reloom::text::{CommonMsg, CompareMsg, Lang, MoneyMsg, capitalised};
use reloom::ui::view::Command;
use support::window::{press, window_with};

fn window(lang: Lang) -> Harness<'static, App> {
    window_with(Preferences::in_language(lang), [1280.0, 720.0])
}

fn ask(h: &mut Harness<'_, App>) {
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::Prices);
    h.run();
}

fn name(price: &str, lang: Lang) -> String {
    capitalised(price_kind(&price.into()).unwrap().name.get(lang))
}

fn field(name: &str, field: MoneyMsg, lang: Lang) -> String {
    MoneyMsg::Field.with(lang, &[("name", name), ("field", field.text(lang))])
}

/// Types `words` into the field in place of what stands there.
fn type_into(h: &mut Harness<'_, App>, label: &str, words: &str) {
    h.get_by_role_and_label(Role::TextInput, label).focus();
    h.run();
    h.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    h.run();
    h.get_by_role_and_label(Role::TextInput, label).type_text(words);
    h.run();
}

/// Types a price and presses Enter in its last field.
fn type_price(h: &mut Harness<'_, App>, price: &str, figures: [&str; 3], day: &str, lang: Lang) {
    let name = name(price, lang);
    let fields = [
        (MoneyMsg::Low, figures[0]),
        (MoneyMsg::Central, figures[1]),
        (MoneyMsg::High, figures[2]),
        (MoneyMsg::Currency, "cny"),
        (MoneyMsg::Source, "shop"),
        (MoneyMsg::Day, day),
    ];
    for (message, words) in fields.into_iter().filter(|(_, words)| !words.is_empty()) {
        type_into(h, &field(&name, message, lang), words);
    }
    press(h, Key::Enter);
}

/// Types a whole new rate.
fn type_rate(h: &mut Harness<'_, App>, lang: Lang) {
    let new = MoneyMsg::RateNew.text(lang);
    for (message, words) in [
        (MoneyMsg::RateOf, "EUR"),
        (MoneyMsg::RateInto, "CNY"),
        (MoneyMsg::RateValue, "7.8"),
        (MoneyMsg::Source, "bank"),
        (MoneyMsg::Day, "2026-11-25"),
    ] {
        type_into(h, &field(new, message, lang), words);
    }
}

#[test]
fn a_price_is_typed_refused_put_right_shown_opened_and_undone() {
    for lang in [Lang::En, Lang::Zh] {
        let mut h = window(lang);
        ask(&mut h);
        h.get_by_role_and_label(Role::Dialog, MoneyMsg::FormTitle.text(lang));
        for kind in price_kinds() {
            h.get_by_label(&MoneyMsg::Set.with(lang, &[("name", &name(kind.id.as_str(), lang))]));
        }
        // A day that is none is refused, and what was typed stays.
        type_price(&mut h, "repair", ["30", "40", "60"], "5 May", lang);
        let prices = |h: &Harness<'_, App>| h.state().session().project().money.prices.clone();
        assert!(prices(&h).is_empty());
        assert!(h.query_all_by_label_contains("5 May").count() > 0, "{lang:?}");
        let repair = name("repair", lang);
        type_into(&mut h, &field(&repair, MoneyMsg::Day, lang), "2026-11-25");
        h.get_by_label(&MoneyMsg::Set.with(lang, &[("name", &repair)]))
            .focus();
        press(&mut h, Key::Enter);
        let set = prices(&h)["repair"].clone();
        assert_eq!(set.ends().map(f64::to_bits), [30.0, 40.0, 60.0].map(f64::to_bits));
        assert_eq!(
            (set.currency.to_string(), set.day.to_string()),
            ("CNY".to_owned(), "2026-11-25".to_owned())
        );
        // The price of the garment brings the question, once its row is left with the form.
        type_price(&mut h, "garment", ["", "45", ""], "2026-11-25", lang);
        let ends = match lang {
            Lang::En => "who pays then?",
            _ => "届时谁来付钱？",
        };
        assert!(h.query_all_by_label_contains(ends).count() > 0, "{lang:?}");
        h.get_by_label(CommonMsg::Close.text(lang)).focus();
        press(&mut h, Key::Enter);
        assert!(
            h.query_by_role_and_label(Role::Dialog, MoneyMsg::FormTitle.text(lang))
                .is_none()
        );
        assert_eq!(prices(&h).len(), 2);
        for _ in 0..2 {
            let ctx = h.ctx.clone();
            h.state_mut().run(&ctx, Command::Undo);
            h.run();
        }
        assert!(prices(&h).is_empty(), "{lang:?}");
    }
}

#[test]
fn what_is_typed_in_part_is_not_lost_when_the_form_is_closed() {
    let lang = Lang::En;
    let mut h = window(lang);
    ask(&mut h);
    let repair = name("repair", lang);
    type_into(&mut h, &field(&repair, MoneyMsg::Central, lang), "40");
    let close = |h: &mut Harness<'_, App>| {
        h.get_by_label(CommonMsg::Close.text(lang)).focus();
        // The field is left first, without Enter.
        h.run();
        press(h, Key::Enter);
    };
    let is_open = |h: &Harness<'_, App>| {
        let title = MoneyMsg::FormTitle.text(lang);
        h.query_by_role_and_label(Role::Dialog, title).is_some()
    };
    close(&mut h);
    assert!(is_open(&h), "the price lacks currency, source and day");
    for (message, words) in [
        (MoneyMsg::Currency, "CNY"),
        (MoneyMsg::Source, "shop"),
        (MoneyMsg::Day, "2026-11-25"),
    ] {
        type_into(&mut h, &field(&repair, message, lang), words);
    }
    // A rate of which all is typed goes with it.
    type_rate(&mut h, lang);
    close(&mut h);
    assert!(!is_open(&h));
    let money = &h.state().session().project().money;
    assert_eq!((money.prices.len(), money.rates.len()), (1, 1));
}

#[test]
fn rates_are_added_and_removed_and_a_price_that_was_typed_is_kept_when_the_form_is_left() {
    let lang = Lang::En;
    let mut h = window(lang);
    ask(&mut h);
    type_rate(&mut h, lang);
    press(&mut h, Key::Enter);
    let money = |h: &Harness<'_, App>| h.state().session().project().money.clone();
    assert_eq!(money(&h).rates.len(), 1);
    let convert = field(MoneyMsg::ConvertInto.text(lang), MoneyMsg::Currency, lang);
    type_into(&mut h, &convert, "EUR");
    press(&mut h, Key::Enter);
    assert_eq!(money(&h).into.unwrap().to_string(), "EUR");
    h.get_by_label(&MoneyMsg::Remove.with(lang, &[("name", "EUR/CNY")]))
        .focus();
    press(&mut h, Key::Enter);
    assert!(money(&h).rates.is_empty());
    let name = name("support", lang);
    for (message, words) in [
        (MoneyMsg::Central, "300"),
        (MoneyMsg::Currency, "CNY"),
        (MoneyMsg::Source, "scheme"),
        (MoneyMsg::Day, "2026-11-25"),
    ] {
        type_into(&mut h, &field(&name, message, lang), words);
    }
    h.get_by_label(CommonMsg::Close.text(lang)).focus();
    press(&mut h, Key::Enter);
    assert_eq!(money(&h).prices.len(), 1);
}

#[test]
fn money_stands_beneath_the_wages_and_opens() {
    for lang in [Lang::En, Lang::Zh, Lang::Both] {
        let mut h = window_with(Preferences::in_language(lang), [1600.0, 4000.0]);
        ask(&mut h);
        type_price(&mut h, "support", ["200", "300", "400"], "2026-11-25", lang);
        press(&mut h, Key::Escape);
        press(&mut h, Key::Escape);
        press(&mut h, Key::Num3);
        h.get_by_label_contains(CompareMsg::More.text(lang)).click();
        h.run();
        assert!(
            h.query_all_by_label_contains(CompareMsg::Money.head(lang))
                .count()
                > 0,
            "{lang:?}"
        );
        let head = capitalised(&price_kind(&"support".into()).unwrap().name.head(lang));
        let figures: Vec<_> = h
            .query_all_by_role(Role::Button)
            .filter(|node| {
                let label = node.accesskit_node().label().unwrap_or_default();
                label.contains(&head) && label.contains("CNY")
            })
            .collect();
        assert!(!figures.is_empty(), "{lang:?}");
        figures[0].click();
        drop(figures);
        h.run();
        // Opened: the flow times the price, with the numbers put in.
        let said: Vec<String> = h
            .query_all_by_role(Role::Label)
            .filter_map(|node| node.accesskit_node().value())
            .collect();
        assert!(said.iter().any(|line| line == "n · p"), "{lang:?}: {said:?}");
        let put_in = |line: &&String| line.contains('×') && line.contains("300") && line.contains('=');
        assert!(said.iter().any(|line| put_in(&line)), "{lang:?}: {said:?}");
        h.get_by_label_contains(MoneyMsg::Prices.text(lang));
    }
}
