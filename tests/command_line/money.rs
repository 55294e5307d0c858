//! Prices that were typed in: what they come to is computed by hand, by whom paid and received, never across currencies.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what cannot be"
)]

use super::beside::reloom;
use reloom::assess::assess;
use reloom::assess::beside::{Ends, Payments, Side};
use reloom::data::{Library, PriceOn, price_kinds};
use reloom::edit::{Edit, EditError, History, MoneyEdit, MoneyFault, Stated};
use reloom::explain::money::who_pays;
use reloom::explain::{FigureId, MoneyId, all_figures, explain};
use reloom::flow::network::EndClass;
use reloom::intake::{bom, from_label, label, sample};
use reloom::model::{
    Currency, EndKind, Estimate, Link, MaxLives, Money, Name, Pathway, Project, Stage, StageKind,
};
use reloom::project_file::{Flag, Named, read, unknown_ids, write};
use reloom::quantity::{Mass, Share};
use reloom::text::Lang;

fn stage(id: &str, kind: StageKind, exits: &[(&str, f64)]) -> Stage {
    let exit = |(to, share): &(&str, f64)| Link {
        to: (*to).into(),
        share: Share::new(*share).unwrap(),
        range: None,
        basis: None,
        pinned: false,
    };
    Stage {
        id: id.into(),
        name: Name::default(),
        kind,
        place: "CN".into(),
        exits: exits.iter().map(exit).collect(),
        fallback: None,
        residue: None,
        closed_share: None,
        own: None,
    }
}

/// One part of 200 g cotton on one pathway: a fifth of all uses ends in repair, half of what is let go of is collected.
fn shirt() -> Project {
    let library = Library::builtin();
    let kind = library.kind(bom::kind_in("T-shirt").unwrap()).unwrap();
    let mut project = from_label(&label::parse("100% cotton").parts, kind, library, sample());
    project.product.parts.truncate(1);
    project.product.parts[0].mass = Mass::new(0.2).unwrap();
    let item = |id: &str| library.item_kind(id);
    let mut tearing = stage("tearing", StageKind::Material("mech_cotton_post".into()), &[]);
    tearing.fallback = Some("energy".into());
    tearing.residue = Some("energy".into());
    let pathway = Pathway {
        id: "own".into(),
        name: Name::new("Own", "自定"),
        start: "use".into(),
        max_lives: MaxLives::Unlimited,
        own_wears: None,
        stages: vec![
            stage("use", item("use"), &[("repair", 0.2), ("discard", 0.8)]),
            stage("repair", item("repair"), &[("use", 0.9), ("discard", 0.1)]),
            stage(
                "discard",
                item("discard"),
                &[("collection", 0.5), ("energy", 0.3), ("landfill", 0.2)],
            ),
            stage(
                "collection",
                item("collection"),
                &[("resale", 0.4), ("tearing", 0.6)],
            ),
            stage("resale", item("resale"), &[("use", 0.75), ("energy", 0.25)]),
            tearing,
            stage("energy", StageKind::End(EndKind::EnergyRecovery), &[]),
            stage("landfill", StageKind::End(EndKind::Landfill), &[]),
        ],
    };
    project.baseline = pathway.id.clone();
    project.pathways = vec![pathway];
    project.compared.clear();
    project
}

fn stated() -> Stated {
    Stated {
        source: "own books".to_owned(),
        day: "2026-11-25".to_owned(),
    }
}

fn set(price: &str, [low, value, high]: Ends, currency: &str) -> Edit {
    Edit::Money(MoneyEdit::SetPrice {
        price: price.into(),
        figure: Estimate {
            value,
            range: (low < high).then_some((low, high)),
        },
        currency: currency.to_owned(),
        stated: stated(),
    })
}

fn rate(of: &str, into: &str, value: f64) -> Edit {
    Edit::Money(MoneyEdit::SetRate {
        of: of.to_owned(),
        into: into.to_owned(),
        value,
        stated: stated(),
    })
}

fn convert(into: &str) -> Edit {
    Edit::Money(MoneyEdit::ConvertInto(into.to_owned()))
}

fn with(project: &Project, edits: &[Edit]) -> Project {
    edits
        .iter()
        .fold(project.clone(), |project, edit| edit.apply(&project).unwrap())
}

/// Every price in yuan, with a range.
fn all_prices() -> Vec<Edit> {
    [
        ("feedstock", [800.0, 1000.0, 1500.0]),
        ("resale", [20.0, 25.0, 30.0]),
        ("repair", [30.0, 40.0, 60.0]),
        ("gate_fee", [100.0, 120.0, 150.0]),
        ("support", [300.0, 300.0, 300.0]),
        ("garment", [35.0, 50.0, 70.0]),
    ]
    .map(|(price, ends)| set(price, ends, "CNY"))
    .to_vec()
}

fn payments(project: &Project) -> Payments {
    let assessment = assess(project, Library::builtin());
    let way = &assessment.pathways[0];
    way.beside.as_ref().unwrap().payments.clone()
}

#[track_caller]
fn near(found: Ends, expected: Ends) {
    for (found, expected) in found.iter().zip(expected) {
        let scale = expected.abs().max(1e-9);
        assert!((found - expected).abs() <= 1e-9 * scale, "{found} for {expected}");
    }
}

fn yuan() -> Currency {
    Currency::new("CNY").unwrap()
}

/// `u = 1 + 0.9 · 0.2 u + 0.75 · 0.4 · 0.5 · 0.82 u`, so `u = 1 / 0.697` uses a piece; 0.82 u is let go of.
#[test]
fn each_price_is_counted_on_its_flow_as_the_hand_computes_it() {
    let project = with(&shirt(), &all_prices());
    let found = payments(&project);
    let uses = 1.0 / (1.0 - 0.9 * 0.2 - 0.75 * 0.4 * 0.5 * 0.82);
    let (gone, kg) = (0.82 * uses, 0.2);
    let collected = 0.5 * gone;
    let torn = 0.6 * collected * kg;
    let recovery = Library::builtin()
        .factor("route.mech_cotton_post.recovery")
        .unwrap()
        .figure
        .value;
    let burnt = (0.3 * gone + 0.25 * 0.4 * collected) * kg + torn * (1.0 - recovery);
    let expected = [
        ("feedstock", torn, "plant", "sorter"),
        ("resale", 1000.0 * 0.75 * 0.4 * collected, "next_wearer", "shop"),
        ("repair", 1000.0 * 0.9 * 0.2 * uses, "wearer", "repairer"),
        ("gate_fee", burnt + 0.2 * gone * kg, "holder", "disposal_plant"),
        ("support", collected * kg, "supporter", "collector"),
    ];
    assert_eq!(found.lines.len(), expected.len());
    for (line, (id, amount, payer, receiver)) in found.lines.iter().zip(expected) {
        assert_eq!(line.kind.id.as_str(), id);
        let parties = line.kind.paid().unwrap().map(|party| party.id.as_str());
        assert_eq!(parties, [payer, receiver], "{id}");
        near([line.amount; 3], [amount; 3]);
        near(line.money(), line.price.ends().map(|price| price * amount));
    }
    // A new garment that need not be made is paid by nobody: it stands beside.
    let avoided = assess(&project, Library::builtin()).pathways[0]
        .circularity
        .garments_avoided;
    assert!(avoided > 0.0 && found.aside.len() == 1);
    near(
        found.aside[0].money(),
        [35.0, 50.0, 70.0].map(|price| price * avoided * 1000.0),
    );
    assert!(found.missing.is_empty());
}

#[test]
fn the_ends_that_a_price_names_are_known() {
    let words = price_kinds().iter().filter_map(|kind| match &kind.on {
        PriceOn::Ended(words) => Some(words),
        _ => None,
    });
    let words: Vec<&String> = words.flatten().collect();
    assert!(!words.is_empty());
    for word in words {
        assert!(EndClass::ALL.iter().any(|class| class.key() == word), "{word}");
    }
}

#[test]
fn what_is_paid_is_what_is_received_and_what_the_lines_come_to() {
    let found = payments(&with(&shirt(), &all_prices()));
    let mut lines = Ends::default();
    for line in &found.lines {
        for (sum, more) in lines.iter_mut().zip(line.money()) {
            *sum += more;
        }
    }
    for side in [Side::Payer, Side::Receiver] {
        let mut sum = Ends::default();
        for party in found.by(side) {
            assert_eq!(party.currency, yuan());
            for (sum, more) in sum.iter_mut().zip(party.money) {
                *sum += more;
            }
        }
        near(sum, lines);
    }
    let sums = found.sums();
    assert_eq!(sums.len(), 1);
    near(sums[0].1, lines);
    assert!(found.converted.is_none());
}

#[test]
fn currencies_are_never_added_and_converted_only_where_that_is_asked_for() {
    let mut project = with(&shirt(), &all_prices());
    let before = payments(&project).sums()[0].1;
    project = with(
        &project,
        &[
            set("resale", [2.0, 3.0, 4.0], "EUR"),
            set("support", [9.0; 3], "USD"),
        ],
    );
    let found = payments(&project);
    let currencies: Vec<String> = found
        .sums()
        .iter()
        .map(|(currency, _)| currency.to_string())
        .collect();
    assert_eq!(currencies, ["CNY", "EUR", "USD"]);
    assert!(found.sums()[0].1[1] < before[1] && found.converted.is_none());
    // A rate alone converts nothing, a currency alone neither.
    let with_rate = with(&project, &[rate("EUR", "CNY", 8.0)]);
    assert!(payments(&with_rate).converted.is_none());
    assert!(payments(&with(&project, &[convert("CNY")])).converted.is_none());
    let asked = payments(&with(&with_rate, &[convert("CNY")]));
    let converted = asked.converted.as_ref().unwrap();
    let sums = asked.sums();
    near(
        converted.money,
        [0, 1, 2].map(|end| sums[0].1[end] + 8.0 * sums[1].1[end]),
    );
    let without: Vec<String> = converted.without.iter().map(ToString::to_string).collect();
    assert_eq!(without, ["USD"]);
    assert_eq!(converted.rates[0].1.day.to_string(), "2026-11-25");
    // The same rate the other way round, as it was typed.
    let euro = payments(&with(&with_rate, &[convert("eur")])).converted.unwrap();
    near(
        euro.money,
        [0, 1, 2].map(|end| sums[0].1[end] / 8.0 + sums[1].1[end]),
    );
    assert_eq!(euro.rates[0].0.0.to_string(), "EUR");
}

#[test]
fn what_was_not_typed_in_counts_nowhere_and_is_named() {
    let nothing = payments(&shirt());
    assert!(nothing.lines.is_empty() && nothing.sums().is_empty() && nothing.dear.is_empty());
    let missing: Vec<&str> = nothing.missing.iter().map(|(kind, _)| kind.id.as_str()).collect();
    let all: Vec<&str> = price_kinds().iter().map(|kind| kind.id.as_str()).collect();
    assert_eq!(missing, all, "every flow is there");
    let some = payments(&with(&shirt(), &[set("support", [300.0; 3], "CNY")]));
    assert_eq!((some.lines.len(), some.missing.len()), (1, all.len() - 1));
    // A flow that a pathway does not have asks for no price.
    let mut plain = shirt();
    plain.pathways[0].stages[0].exits =
        vec![stage("x", StageKind::End(EndKind::Landfill), &[("discard", 1.0)]).exits[0].clone()];
    let plain = payments(&plain);
    assert!(plain.missing.iter().all(|(kind, _)| kind.id.as_str() != "repair"));
}

#[test]
fn who_pays_is_asked_where_repair_is_as_dear_as_the_garment_or_may_be() {
    let told = |repair: Ends, garment: Ends, currency: &str| {
        let edits = [set("repair", repair, "CNY"), set("garment", garment, currency)];
        let found = payments(&with(&shirt(), &edits));
        let dear = found.dear.first()?;
        Some((dear.surely, [Lang::En, Lang::Zh].map(|lang| who_pays(dear, lang))))
    };
    let (surely, [en, zh]) = told([50.0, 60.0, 80.0], [50.0; 3], "CNY").unwrap();
    assert!(surely);
    for (text, words) in [
        (
            &en,
            [
                "60\u{202f}CNY (50–80) a piece",
                "own books, 2026-11-25",
                "who pays?",
            ],
        ),
        (&zh, ["60CNY（50–80）", "own books，2026-11-25", "谁来付钱？"]),
    ] {
        assert!(words.iter().all(|word| text.contains(word)), "{text}");
    }
    let (surely, [en, zh]) = told([30.0, 40.0, 60.0], [50.0; 3], "CNY").unwrap();
    assert!(
        !surely && en.contains("may be") && zh.contains("可能"),
        "{en} {zh}"
    );
    assert_eq!(told([30.0, 40.0, 49.0], [50.0; 3], "CNY"), None);
    // Another currency is no lower and no higher.
    assert_eq!(told([500.0; 3], [5.0; 3], "EUR"), None);
}

/// Each amount opens to its formula with the numbers put in, and every term that opens leads to a figure.
#[test]
fn every_amount_opens_with_its_numbers_put_in() {
    let library = Library::builtin();
    let project = with(&shirt(), &all_prices());
    let project = with(
        &project,
        &[
            set("resale", [2.0, 3.0, 4.0], "EUR"),
            rate("EUR", "CNY", 8.0),
            convert("CNY"),
        ],
    );
    let assessment = assess(&project, library);
    let all = all_figures(&assessment).into_iter();
    let all: Vec<FigureId> = all
        .filter(|figure| matches!(figure, FigureId::Money(..)))
        .collect();
    assert_eq!(all.len(), 6 + 2 + 1, "{all:?}");
    for (figure, lang) in all
        .iter()
        .flat_map(|figure| [Lang::En, Lang::Zh].map(|lang| (figure, lang)))
    {
        let told = explain(&project, library, &assessment, figure, lang).unwrap();
        assert!(told.substituted.contains(&told.value), "{told:?}");
        assert!(
            !told.title.is_empty()
                && !told.formula.is_empty()
                && told.value.contains("CNY") | told.value.contains("EUR")
        );
        assert!(!told.notes.is_empty());
        for opens in told.terms.iter().filter_map(|term| term.opens.as_ref()) {
            assert!(
                explain(&project, library, &assessment, opens, lang).is_some(),
                "{opens:?}"
            );
        }
        if let FigureId::Money(_, MoneyId::Price(_)) = figure {
            assert!(told.terms.iter().any(|term| term.opens.is_some()), "{told:?}");
        }
    }
}

#[test]
fn a_price_that_cannot_be_is_refused_by_its_name() {
    let project = shirt();
    let refuse = |figure: Estimate, currency: &str, source: &str, day: &str| {
        let edit = Edit::Money(MoneyEdit::SetPrice {
            price: "repair".into(),
            figure,
            currency: currency.to_owned(),
            stated: Stated {
                source: source.to_owned(),
                day: day.to_owned(),
            },
        });
        edit.apply(&project).unwrap_err()
    };
    let range = |low, value, high| Estimate {
        value,
        range: Some((low, high)),
    };
    let (good, day) = (Estimate::exact(40.0), "2026-11-25");
    let refused = [
        refuse(Estimate::exact(-1.0), "CNY", "x", day),
        refuse(Estimate::exact(f64::INFINITY), "CNY", "x", day),
        refuse(Estimate::exact(f64::NAN), "CNY", "x", day),
        refuse(Estimate::exact(1e13), "CNY", "x", day),
        refuse(range(50.0, 40.0, 60.0), "CNY", "x", day),
        refuse(range(30.0, 40.0, 35.0), "CNY", "x", day),
        refuse(good, "CNY", "  ", day),
        refuse(good, "CNY", "x", "2026-02-30"),
        refuse(good, "CNY", "x", ""),
        refuse(good, "EURO", "x", day),
        refuse(good, "元", "x", day),
    ];
    for error in refused {
        let (en, zh) = (error.text(Lang::En), error.text(Lang::Zh));
        assert!(
            en.contains("rice: repair") && zh.contains("价格：维修"),
            "{en} {zh}"
        );
    }
    let unknown = set("postage", [1.0; 3], "CNY").apply(&project).unwrap_err();
    assert!(unknown.text(Lang::En).contains("postage"));
    let rates = [
        rate("EUR", "EUR", 1.0),
        rate("EUR", "CNY", 0.0),
        rate("EUR", "C", 1.0),
    ];
    for edit in rates {
        let error = edit.apply(&project).unwrap_err();
        assert!(error.text(Lang::Zh).contains("汇率EUR/"), "{error}");
    }
    let fault = convert("euro").apply(&project).unwrap_err();
    let is_currency =
        matches!(&fault, EditError::Money { fault: MoneyFault::Currency(found), .. } if found == "euro");
    assert!(is_currency, "{fault}");
}

#[test]
fn prices_are_kept_in_the_file_and_undone() {
    let plain = shirt();
    let text = write(&plain, None).unwrap();
    assert!(!text.contains("money"), "a file without prices reads as before");
    assert_eq!(read(text.as_bytes()).unwrap().project.money, Money::default());
    let mut edits = all_prices();
    edits.extend([rate("EUR", "CNY", 7.8), convert("EUR")]);
    let project = with(&plain, &edits);
    let text = write(&project, None).unwrap();
    assert_eq!(read(text.as_bytes()).unwrap().project, project);
    for (from, to, word) in [
        ("date: \"2026-11-25\"", "date: \"25.11.2026\"", "25.11.2026"),
        ("source: \"own books\"", "source: \" \"", "source"),
        ("currency: \"CNY\"", "currency: \"yuan\"", "yuan"),
        ("value: 40", "value: -40", "repair"),
        ("value: 40", "value: 99", "99"),
    ] {
        assert!(text.contains(from), "{text}");
        let error = read(text.replacen(from, to, 1).as_bytes()).unwrap_err();
        assert!(error.text(Lang::En).contains(word), "{}", error.text(Lang::En));
        assert!(error.text(Lang::Zh).contains(word), "{}", error.text(Lang::Zh));
    }
    // A kind of price that the library does not know is kept and flagged.
    let odd = read(text.replacen("\"repair\": (", "\"postage\": (", 1).as_bytes())
        .unwrap()
        .project;
    let flags = unknown_ids(
        &odd,
        |named| !matches!(named, Named::Price(id) if id.as_str() == "postage"),
    );
    assert_eq!(flags, [Flag::Unknown(Named::Price("postage".into()))]);
    // A rate of the same two currencies takes the place of the other way round.
    let turned = with(&project, &[rate("CNY", "EUR", 0.13)]);
    assert_eq!(turned.money.rates.len(), 1);
    let mut history = History::new(plain.clone());
    for edit in &edits {
        assert!(history.apply(edit, false).unwrap());
    }
    assert_eq!(**history.project(), project);
    let remove = Edit::Money(MoneyEdit::RemovePrice("repair".into()));
    assert!(history.apply(&remove, false).unwrap());
    assert_eq!(history.project().money.prices.len(), 5);
    for _ in 0..=edits.len() {
        assert!(history.undo());
    }
    assert_eq!(**history.project(), plain);
}

#[test]
fn the_command_takes_prices_and_says_what_they_come_to() {
    const PRICES: &str = "--price repair=30:40:60CNY --price garment=45CNY --price resale=3EUR --source shop --date 2026-11-25";
    let line =
        format!("beside preset:school_uniform --pathway repair_first --draws 10 {PRICES} --format json");
    let (code, out, err) = reloom(&line);
    assert_eq!(code, 0, "{err}");
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let money = &json["pathways"][0]["money"];
    let line = |price: &str| {
        let lines = money["lines"].as_array().unwrap();
        lines.iter().find(|line| line["price"] == price).unwrap()
    };
    let repair = line("repair");
    let amount = repair["amount_per_1000"].as_f64().unwrap();
    let ends = ["low", "central", "high"].map(|end| repair["money"][end].as_f64().unwrap());
    near(ends, [30.0, 40.0, 60.0].map(|price| price * amount));
    assert_eq!(
        (&repair["payer"], &repair["per"]),
        (&"wearer".into(), &"piece".into())
    );
    assert_eq!(money["sums"].as_array().unwrap().len(), 2);
    assert!(money["converted"].is_null() && money["paid_by_nobody"][0]["payer"].is_null());
    assert_eq!(money["missing"][0]["price"], "feedstock");
    assert_eq!(money["who_pays"][0]["surely"], false);
    let table = format!(
        "beside preset:school_uniform --pathway repair_first --draws 10 {PRICES} --rate EUR/CNY=7.8 --convert CNY"
    );
    let (code, out, err) = reloom(&table);
    assert_eq!(code, 0, "{err}");
    for words in [
        "Cost: wearer",
        "Revenue: repairer",
        "1 EUR = 7.8 CNY (shop, 2026-11-25)",
        "No price typed in",
        "who pays then?",
    ] {
        assert!(out.contains(words), "{words}: {out}");
    }
    let lower = out.to_lowercase();
    assert!(!lower.contains("profit") && !lower.contains("viab"));
    let (_, plain, _) = reloom("beside preset:school_uniform --draws 10");
    assert!(
        !plain.contains("Money"),
        "nothing is said where no price was typed in"
    );
    for (words, found) in [
        ("--price repair=40 --source x --date 2026-11-25", "repair"),
        ("--price repair=40EURO --source x --date 2026-11-25", "EURO"),
        (
            "--price repair=30:40CNY --source x --date 2026-11-25",
            "repair=30:40CNY",
        ),
        (
            "--price repair=infCNY --source x --date 2026-11-25",
            "repair=infCNY",
        ),
        ("--price postage=4CNY --source x --date 2026-11-25", "postage"),
        ("--price repair=4CNY --source x --date 25.11.2026", "25.11.2026"),
        ("--rate EUR=7.8 --source x --date 2026-11-25", "EUR/CNY=7.8"),
        ("--convert yuan", "yuan"),
    ] {
        let (code, out, err) = reloom(&format!("beside preset:tshirt --draws 10 {words}"));
        assert_eq!((code, out.as_str()), (2, ""), "{words}");
        assert!(err.contains(found), "{err}");
    }
}
