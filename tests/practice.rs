//! Practice cards: what they hold, how they are found, and what a figure of theirs does.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support::said::Queryable;
use crate::support::window::window_with;
use reloom::app::preferences::Preferences;
use reloom::data::{Library, Mark, Practices, Says, check_practices};
use reloom::model::PlaceId;
use reloom::text::{Lang, PracticeMsg};
use reloom::ui::view::{Command, Page, Practicing};

fn cards() -> &'static Practices {
    Practices::builtin()
}

#[test]
fn every_card_holds() {
    let library = Library::builtin();
    assert_eq!(cards().cards.len(), 62);
    let figures = cards().cards.iter().map(|card| card.all_figures().count());
    assert_eq!(figures.sum::<usize>(), 261);
    let sources = cards().cards.iter().map(|card| card.sources.len());
    assert!(sources.sum::<usize>() >= 143);
    assert_eq!(check_practices(cards(), library), [""; 0]);
    for card in &cards().cards {
        let names = [&card.name, &card.place, &card.status, &card.what, &card.lesson];
        let figures = card.all_figures().flat_map(|figure| [&figure.what, &figure.unit]);
        for name in names.into_iter().chain(figures).chain(&card.social) {
            assert!(
                !name.en.is_empty() && !name.zh.is_empty(),
                "{}: {name:?}",
                card.id
            );
        }
    }
}

#[test]
fn a_flaw_of_a_card_is_found() {
    let library = Library::builtin();
    let swaps = [
        (
            "topics: [\"chem_pet\", \"collection\"]",
            "topics: [\"alchemy\"]",
            "alchemy",
        ),
        (
            "value: 40000.0, low: 40000.0",
            "value: 1.0, low: 40000.0",
            "does not hold",
        ),
        ("source: \"P01\"", "source: \"P99\"", "no source P99"),
        (
            "factor: \"route.chem_pet.recovery\"",
            "factor: \"route.none\"",
            "no factor",
        ),
        ("at: [\"CN_ZJ\"]", "at: [\"CN_QQ\"]", "no place CN_QQ"),
    ];
    let text = include_str!("../assets/data/practices.ron");
    assert_eq!(&Practices::parse(text).unwrap(), Practices::builtin());
    for (from, to, said) in swaps {
        assert!(text.contains(from), "{from}");
        let changed = Practices::parse(&text.replacen(from, to, 1)).unwrap();
        let flaws = check_practices(&changed, library).join("\n");
        assert!(flaws.contains(said), "{said} not in: {flaws}");
    }
}

#[test]
fn what_was_announced_or_is_a_firm_s_own_says_so() {
    let said = |id: &str, what: &str| {
        let card = cards().card(id).unwrap();
        card.all_figures()
            .find(|figure| figure.what.en == what)
            .unwrap()
            .says
    };
    assert_eq!(said("cn_lvyu_huanggang", "jobs announced"), Says::Announced);
    assert_eq!(said("fr_circ", "jobs per 1000 t planned"), Says::Announced);
    assert_eq!(said("fr_circ", "investment"), Says::Announced);
    assert_eq!(said("fi_infinited", "building jobs"), Says::Announced);
    assert_eq!(
        said("au_blocktexx", "recovered from feed (own figure)"),
        Says::Own
    );
    assert_eq!(said("cn_jiaren_chem_pet", "recycled product"), Says::Found);
    for card in &cards().cards {
        for source in &card.sources {
            assert!(
                source.address.is_none() || source.mark == Mark::Saw,
                "{}",
                card.id
            );
        }
    }
}

#[test]
fn cards_are_found_in_english_chinese_and_by_pinyin_initials() {
    let library = Library::builtin();
    let found = |text: &str| -> Vec<&str> {
        let fits = cards()
            .cards
            .iter()
            .filter(|card| cards().matches(card, library, text));
        fits.map(|card| card.id.as_str()).collect()
    };
    for text in ["Jiaren polyester", "佳人", "zjjr", "JIAREN", "醇解 浙江"] {
        assert!(found(text).contains(&"cn_jiaren_chem_pet"), "{text}");
    }
    assert!(found("Suzhou").contains(&"cn_suzhou_first_bins"));
    assert!(found("1998–2024").contains(&"de_soex"));
    assert_eq!(found("").len(), cards().cards.len());
    assert!(found("no card says this").is_empty());
}

#[test]
fn the_nearest_stands_first() {
    let library = Library::builtin();
    let on = |home: &str| -> Vec<&str> {
        let found = cards().on(&["collection"], library, &PlaceId::from(home));
        found.iter().map(|card| card.id.as_str()).collect()
    };
    let suzhou = on("CN_JS_SZ");
    assert_eq!(suzhou[..2], ["cn_suzhou_first_bins", "cn_smart_bins_suzhou"]);
    let of_china = suzhou.iter().filter(|id| id.starts_with("cn_")).count();
    assert!(
        suzhou.iter().take(of_china).all(|id| id.starts_with("cn_")),
        "{suzhou:?}"
    );
    assert!(on("FR")[0].starts_with("fr_"));
}

#[test]
fn a_figure_becomes_an_own_one_in_the_unit_of_its_factor() {
    let hours = cards().beside(&"assumption.repair_hours_per_piece.CN".into());
    let wornwear = hours
        .iter()
        .find(|beside| beside.card.id == "us_wornwear")
        .unwrap();
    assert!((wornwear.value - 1.5).abs() < 1e-12);
    let staff = cards().beside(&"work.sorting.EU".into());
    assert_eq!(staff.len(), 1);
    assert!((staff[0].value - 6.6).abs() < 1e-12);
}

#[test]
fn one_key_takes_a_published_figure_with_its_source() {
    for lang in [Lang::En, Lang::Zh] {
        let mut h = window_with(Preferences::in_language(lang), [1280.0, 720.0]);
        let ctx = h.ctx.clone();
        let practice = Practicing {
            topic: None,
            card: Some("de_soex".to_owned()),
        };
        h.state_mut().run(&ctx, Command::Practice(practice));
        h.run();
        assert_eq!(h.state().page(), Page::Practice);
        let take = PracticeMsg::TakeIt.text(lang);
        h.query_all_by_label(take).next().unwrap().scroll_to_me();
        h.run();
        h.query_all_by_label(take).next().unwrap().click();
        h.run();
        let project = h.state().session().project();
        let own = project.overrides.get("work.sorting.EU").unwrap();
        assert!((own.figure.value - 6.6).abs() < 1e-12);
        assert!(own.note.contains("SOEX"), "{}", own.note);
        // The note says how the figure was read; its grade stands where grades stand.
        let read = PracticeMsg::MarkDerived.text(lang);
        assert!(own.note.contains(read), "{}", own.note);
        h.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
        h.run();
        assert!(h.state().session().project().overrides.is_empty());
    }
}

#[test]
fn who_does_this_stands_at_a_stage_and_leads_to_the_card() {
    let mut h = window_with(Preferences::in_language(Lang::En), [1280.0, 720.0]);
    let ctx = h.ctx.clone();
    let project = h.state().session().project().clone();
    let pathway = &project.pathways[0];
    h.state_mut().run(&ctx, Command::Show(Page::Pathways));
    h.state_mut()
        .run(&ctx, Command::SelectPathway(pathway.id.clone()));
    h.state_mut()
        .run(&ctx, Command::SelectStage(Some("collection".into())));
    h.run();
    let stage = pathway
        .stages
        .iter()
        .find(|stage| stage.id.as_str() == "collection")
        .unwrap();
    assert_eq!(stage.kind, crate::support::kind("collection"));
    let count = Practices::builtin()
        .cards
        .iter()
        .filter(|card| card.topics.iter().any(|topic| topic == "collection"))
        .count();
    let all = format!("All {count} cards");
    h.query_all_by_label(&all).next().unwrap().scroll_to_me();
    h.run();
    h.query_all_by_label(&all).next().unwrap().click();
    h.run();
    assert_eq!(h.state().page(), Page::Practice);
}

#[test]
fn every_letter_of_a_card_has_a_glyph() {
    let h = window_with(Preferences::in_language(Lang::Zh), [1280.0, 720.0]);
    let font = egui::FontId::proportional(14.0);
    for letter in include_str!("../assets/data/practices.ron").chars() {
        let drawn = letter.is_control() || h.ctx.fonts_mut(|fonts| fonts.has_glyph(&font, letter));
        assert!(drawn, "no glyph for {letter:?}");
    }
}

#[test]
fn cards_are_found_by_the_year_that_they_lasted_to() {
    let lasts = |years: &str, year: u32| {
        let mut card = cards().cards[0].clone();
        years.clone_into(&mut card.years);
        card.lasts_until(year)
    };
    assert!(lasts("2012–", 2024) && lasts("c. 1980–", 2024));
    assert!(lasts("1998–2024", 2024) && !lasts("1998–2018", 2020));
    assert!(lasts("2022", 2020) && !lasts("n.d.", 2005));
}

#[test]
fn years_are_said_in_chinese_too() {
    use reloom::text::practice::years;
    for (en, zh) in [
        ("c. 1980–", "约1980年起"),
        ("19th century–", "19世纪起"),
        ("1980s–2018", "1980年代–2018"),
        ("n.d.", "年份不详"),
        ("2022", "2022"),
    ] {
        assert_eq!(years(en, Lang::En), en);
        assert_eq!(years(en, Lang::Zh), zh);
    }
    for card in &cards().cards {
        let all = card.all_figures().map(|figure| &figure.year).chain([&card.years]);
        for year in all {
            let said = years(year, Lang::Zh);
            assert!(
                !said.contains(|letter: char| letter.is_ascii_alphabetic()),
                "{said}"
            );
        }
    }
}
