//! What users came for, as scripts of keys in both languages: each ends at what they see.
//!
//! A script presses keys and types; nothing is clicked. What is looked for is read from the tree that screen readers get.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails loudly"
)]

use crate::support::said::is_called;
use crate::support::wall::few_draws;
use crate::support::window::{options, settle, window_over};
use crate::tables;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use reloom::app::files::{FIRST_EXAMPLE, example};
use reloom::app::preferences::Preferences;
use reloom::app::{App, Front, Options};
use reloom::figure::PathwayFigure;
use reloom::model::{Column, Project, StageId};
use reloom::text::names::Names;
use reloom::text::{
    AssumedMsg, CardMsg, ChooseMsg, CommonMsg, CompareMsg, ImportMsg, Lang, PathwaysMsg, ProductMsg,
    ShellMsg, UncertainMsg, number,
};
use reloom::ui::panel::card::LINES;
use reloom::ui::view::Page;
use std::time::{Duration, Instant};

const BOTH: [Lang; 2] = [Lang::En, Lang::Zh];
/// The most presses of Tab from the start of a page to anything on it.
const FAR: usize = 120;

/// A user with a keyboard.
struct Hand {
    h: Harness<'static, App>,
    lang: Lang,
    /// What was done since the program started: keys, typed words, what was pasted.
    actions: usize,
}

impl Hand {
    fn at(lang: Lang, size: [f32; 2], start: bool) -> Self {
        let mut preferences = Preferences::in_language(lang);
        preferences.still = true;
        let session = example(FIRST_EXAMPLE).unwrap().session;
        let options = Options {
            start,
            ..options(session, preferences)
        };
        Self {
            h: window_over(options, size),
            lang,
            actions: 0,
        }
    }

    /// The first screen.
    fn started(lang: Lang) -> Self {
        Self::at(lang, [1280.0, 720.0], true)
    }

    /// The school uniform.
    fn in_sample(lang: Lang) -> Self {
        Self::at(lang, [1920.0, 1080.0], false)
    }

    fn project(&self) -> &Project {
        self.h.state().session().project()
    }

    fn names(&self) -> Names<'_> {
        Names {
            project: self.project(),
            library: self.h.state().session().library(),
            lang: self.lang,
        }
    }

    fn press(&mut self, key: Key) {
        self.with(Modifiers::NONE, key);
    }

    fn with(&mut self, modifiers: Modifiers, key: Key) {
        self.h.key_press_modifiers(modifiers, key);
        self.h.run();
        self.actions += 1;
    }

    fn command(&mut self, key: Key) {
        self.with(Modifiers::COMMAND, key);
    }

    fn types(&mut self, text: &str) {
        self.h.event(Event::Text(text.to_owned()));
        self.h.run();
        self.actions += 1;
    }

    fn pastes(&mut self, text: &str) {
        self.h.event(Event::Paste(text.to_owned()));
        self.h.run();
        self.actions += 1;
    }

    /// The name of what has the focus, and its role.
    fn focused(&self) -> Option<(String, Role)> {
        let mut nodes = self.h.root().children_recursive();
        let node = nodes.find(|node| node.accesskit_node().is_focused())?;
        let node = node.accesskit_node();
        Some((node.label().unwrap_or_default(), node.role()))
    }

    /// Presses Tab until what is called `name` has the focus.
    #[track_caller]
    fn goes_to(&mut self, role: Role, name: &str) {
        for _ in 0..FAR {
            let is_there = self.h.root().children_recursive().any(|node| {
                let node = node.accesskit_node();
                node.is_focused() && node.role() == role && is_called(&node, name)
            });
            if is_there {
                // What has the focus takes the arrows from the next frame on.
                self.h.run();
                return;
            }
            self.h.key_press(Key::Tab);
            self.h.step();
        }
        panic!("Tab does not reach {role:?} {name}: {:?}", self.focused());
    }

    /// Everything that stands on the screen, line by line.
    fn screen(&self) -> String {
        let nodes = self.h.root().children_recursive();
        let said = nodes.flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value()]
        });
        said.flatten().collect::<Vec<_>>().join("\n")
    }

    #[track_caller]
    fn sees(&self, words: &str) {
        let screen = self.screen();
        assert!(screen.contains(words), "{:?}: “{words}” in\n{screen}", self.lang);
    }

    #[track_caller]
    fn sees_all<'a>(&self, all: impl IntoIterator<Item = &'a str>) {
        all.into_iter().for_each(|words| self.sees(words));
    }

    /// A hundred draws, as the background would bring them.
    fn draws(&mut self) {
        let drawn = few_draws(self.h.state());
        self.h.state_mut().show_draws(vec![drawn]);
        self.h.run();
    }

    /// All MCIs to the last digit.
    fn figures(&self) -> Vec<u64> {
        let assessment = self.h.state().session().assessment();
        let all = assessment.pathways.iter();
        all.map(|pathway| pathway.circularity.mci.mci.to_bits()).collect()
    }

    fn mci(&self, at: usize) -> f64 {
        self.h.state().session().assessment().pathways[at]
            .circularity
            .mci
            .mci
    }
}

/// S1: a label is pasted, and there is a first result with all that it assumes.
#[test]
fn start_from_the_label() {
    for (lang, text, kind, share) in [
        (
            Lang::En,
            "95% cotton 5% elastane, 180 g/m2",
            "T-shirt / polo",
            "0\u{202f}%",
        ),
        (Lang::Zh, "95%棉 5%氨纶, 180g/㎡", "T恤／POLO衫", "0%"),
    ] {
        let mut hand = Hand::started(lang);
        hand.press(Key::Num2);
        hand.pastes(text);
        let before = hand.actions;
        hand.goes_to(Role::RadioButton, kind);
        hand.press(Key::Space);
        hand.command(Key::Enter);
        // The way to the kind of garment is one action with the mouse, and a few keys without.
        assert!(before + 3 <= 6, "{before}");
        assert_eq!(hand.h.state().page(), Page::Product);
        let mci = number::ratio(hand.mci(0), lang);
        hand.sees(&mci);
        hand.sees_all([
            AssumedMsg::Heading.text(lang),
            ProductMsg::Wears.text(lang),
            share,
        ]);
        let grams = number::grams(0.153, lang);
        hand.sees(&grams);
    }
}

/// S1: regenerated cellulose is not recycled, recycled polyester is.
#[test]
fn regenerated_is_not_recycled() {
    for (text, recycled) in [
        ("100%再生纤维素纤维", 0.0),
        ("100% viscose", 0.0),
        ("100%再生涤纶", 1.0),
        ("100% recycled polyester", 1.0),
    ] {
        let mut hand = Hand::started(Lang::Zh);
        hand.press(Key::Num2);
        hand.pastes(text);
        hand.goes_to(Role::RadioButton, "T恤／POLO衫");
        hand.press(Key::Space);
        hand.command(Key::Enter);
        assert_eq!(hand.h.state().front(), None, "{text}");
        let inflow = &hand.h.state().session().assessment().product.inflow;
        assert!((inflow.recycled() - recycled).abs() < 1e-9, "{text}");
    }
}

/// S2: the sheet at hand is read with its reasons, taken in as one step, and a broken file is one sentence.
#[test]
fn bring_my_bill_of_materials() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, name, bytes) in [
        (Lang::En, "jacket.xlsx", tables::EN_XLSX.to_vec()),
        (Lang::Zh, "清单.csv", tables::gb18030()),
    ] {
        let mut hand = Hand::in_sample(lang);
        let before = hand.project().clone();
        hand.with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::I);
        let choose = |hand: &mut Hand, button: ImportMsg, name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            hand.goes_to(Role::Button, button.text(lang));
            hand.press(Key::Enter);
            hand.goes_to(Role::TextInput, ShellMsg::PathField.text(lang));
            hand.command(Key::A);
            hand.types(path.to_str().unwrap());
            hand.press(Key::Enter);
            settle(&mut hand.h);
        };
        choose(&mut hand, ImportMsg::ChooseFile, name, &bytes);
        let [product, gross, waste] = [566.56, 667.46, 100.90]
            .map(|grams| number::with_unit(&number::fixed(grams, 2, lang), "g", lang));
        hand.sees_all([product.as_str(), &gross, &waste]);
        let count = |message: ImportMsg, count: &str| message.with(lang, &[("count", count)]);
        hand.sees_all([
            count(ImportMsg::Read, "6").as_str(),
            &count(ImportMsg::Doubtful, "2"),
            &count(ImportMsg::Skipped, "0"),
        ]);
        hand.goes_to(Role::Button, ImportMsg::Replace.text(lang));
        hand.press(Key::Enter);
        assert_eq!(hand.h.state().front(), None);
        let mass = hand.h.state().session().assessment().product.mass_kg;
        assert!((mass * 1000.0 - 566.56).abs() < 0.01, "{mass}");
        hand.command(Key::Z);
        assert_eq!(*hand.project(), before, "one step");
        hand.with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::I);
        let button = if hand.screen().contains(ImportMsg::OtherFile.text(lang)) {
            ImportMsg::OtherFile
        } else {
            ImportMsg::ChooseFile
        };
        choose(&mut hand, button, "broken.xlsx", b"PK\x03\x04 no workbook");
        hand.sees("broken.xlsx");
        assert_eq!(*hand.project(), before);
    }
}

/// S2: cells of a spreadsheet do the same as its file.
#[test]
fn paste_my_cells() {
    for lang in BOTH {
        let mut hand = Hand::in_sample(lang);
        hand.pastes(&tables::zh_cells("\t"));
        assert_eq!(hand.h.state().front(), Some(Front::Import));
        settle(&mut hand.h);
        let product = number::with_unit(&number::fixed(566.56, 2, lang), "g", lang);
        hand.sees(&product);
    }
}

/// S3: one share moves, and at once the figures say from what to what; the headline opens to its formula.
#[test]
fn see_circularity_move() {
    for (lang, fibre) in [(Lang::En, "polyester"), (Lang::Zh, "聚酯纤维（涤纶）")] {
        let mut hand = Hand::in_sample(lang);
        let before = hand.figures();
        hand.goes_to(Role::Slider, fibre);
        let start = Instant::now();
        hand.h.key_press(Key::End);
        hand.h.run_steps(4);
        // Tests run without optimisation; the bench has the bound of the built program.
        assert!(start.elapsed() < Duration::from_secs(2));
        assert_ne!(hand.figures(), before);
        hand.sees(" → ");
        // Two seconds later the change still stands there.
        hand.h.run_steps(40);
        hand.sees(" → ");
        hand.press(Key::Num3);
        hand.goes_to(Role::Button, PathwayFigure::Mci.text(lang));
        hand.press(Key::Enter);
        hand.h.run_steps(4);
        let opened = hand.h.state().selection().figure.clone().unwrap();
        assert!(opened.pathway().is_some());
        hand.sees_all([
            CommonMsg::Formula.text(lang),
            PathwayFigure::Mci.row().formula,
            CompareMsg::Factors.text(lang),
        ]);
        hand.press(Key::Escape);
        hand.h.run_steps(4);
        assert_eq!(hand.h.state().selection().figure, None);
    }
}

/// S4: a pathway is added from a preset, its shares are moved by keys and typed, and they stay whole.
#[test]
fn decide_what_happens_after_use() {
    for (lang, exit) in [(Lang::En, "Collection"), (Lang::Zh, "回收")] {
        let mut hand = Hand::in_sample(lang);
        let count = hand.project().pathways.len();
        hand.press(Key::Num2);
        hand.goes_to(Role::Button, PathwaysMsg::AddPathway.text(lang));
        hand.press(Key::Enter);
        hand.sees(ChooseMsg::PathwayPresets.text(lang));
        let offered = hand.h.query_all_by_role(Role::Button).count();
        assert!(offered >= 8, "{offered}");
        hand.press(Key::Enter);
        assert_eq!(hand.project().pathways.len(), count + 1);
        hand.command(Key::Z);
        hand.press(Key::Num1);
        hand.press(Key::Num2);
        let shown = hand.h.state().selection().pathway.clone().unwrap();
        let discard: StageId = "discard".into();
        let shares = |hand: &Hand| -> Vec<f64> {
            let pathway = hand.project().pathway(&shown).unwrap();
            let exits = &pathway.stage(&discard).unwrap().exits;
            exits.iter().map(|link| link.share.get()).collect()
        };
        let name = hand
            .names()
            .stage(hand.project().pathway(&shown).unwrap(), &discard);
        let mut letters = name.chars();
        let first = letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>());
        hand.goes_to(Role::Button, &first.unwrap());
        hand.press(Key::Enter);
        assert_eq!(hand.h.state().selection().stage, Some(discard.clone()));
        let before = shares(&hand);
        hand.goes_to(Role::Slider, exit);
        hand.press(Key::ArrowRight);
        assert_ne!(shares(&hand), before);
        let whole: f64 = shares(&hand).iter().sum();
        assert!((whole - 1.0).abs() < 1e-9);
        let sum = number::share(1.0, lang);
        hand.sees(&PathwaysMsg::ExitsSum.with(lang, &[("sum", &sum)]));
        hand.sees(&PathwaysMsg::ReferenceGoal.with(lang, &[("share", &number::share(0.3, lang))]));
        hand.with(Modifiers::SHIFT, Key::Tab);
        hand.goes_to(Role::TextInput, exit);
        hand.command(Key::A);
        hand.types("35");
        hand.press(Key::Enter);
        assert!(shares(&hand).iter().any(|share| (share - 0.35).abs() < 1e-9));
        let assessment = hand.h.state().session().assessment();
        let figures = assessment.pathway(&shown).unwrap();
        assert!(figures.error.is_none());
        let ends: f64 = figures.ends.iter().map(|end| end.kg).sum();
        let mass = assessment.product.mass_kg;
        assert!((ends - mass).abs() < 1e-4, "in {mass}, out {ends}");
        hand.sees(" · ");
    }
}

/// S4: what the composition does not permit is allowed, with the reason.
#[test]
fn a_refusal_has_its_reason() {
    for lang in BOTH {
        let mut hand = Hand::in_sample(lang);
        hand.press(Key::Num2);
        hand.h.run();
        hand.sees_all([PathwaysMsg::GateTable.text(lang)]);
        let screen = hand.screen();
        let refused = match lang {
            Lang::En => "asks for",
            _ => "要求",
        };
        assert!(screen.contains(refused), "{screen}");
    }
}

/// S5: side by side on one scale, with the largest difference in words, columns added and taken out by one key.
#[test]
fn compare_side_by_side() {
    for lang in BOTH {
        let mut hand = Hand::in_sample(lang);
        hand.press(Key::Num3);
        let columns: Vec<Column> = hand.project().compared.clone();
        assert!(columns.len() >= 3);
        for column in &columns {
            let name = hand.names().column(column);
            hand.sees(&name);
        }
        hand.sees(CommonMsg::Baseline.text(lang));
        for question in [
            CompareMsg::HowCircular,
            CompareMsg::HowLong,
            CompareMsg::WhereEnd,
            CompareMsg::WhatWork,
            CompareMsg::HowSure,
        ] {
            hand.sees(question.text(lang));
        }
        let (best, said) = match lang {
            Lang::En => ("recycles most at the same grade: ", "Per 1000 pieces "),
            _ => ("同级再生利用最多：", "每1000件，"),
        };
        hand.sees_all([best, said, CommonMsg::EstimateNote.text(lang)]);
        for word in ["winner", "Best pathway", "最佳路径", "优胜"] {
            assert!(!hand.screen().contains(word), "{word}");
        }
        // The last column leaves by one key on its tick, and comes back by undo.
        let last = columns.last().unwrap();
        let tick = hand.names().column(last);
        hand.goes_to(Role::CheckBox, &tick);
        hand.press(Key::Space);
        assert_eq!(hand.project().compared.len(), columns.len() - 1);
        hand.command(Key::Z);
        assert_eq!(hand.project().compared, columns);
    }
}

/// S6: the job card has its eleven lines, gains beside losses, and says what it does not know.
#[test]
fn understand_the_work_behind_it() {
    for lang in BOTH {
        let mut hand = Hand::in_sample(lang);
        hand.press(Key::Num3);
        hand.h.run();
        for line in LINES {
            hand.sees(line.text(lang));
        }
        hand.sees_all([
            CardMsg::Created.text(lang),
            CardMsg::Lost.text(lang),
            CommonMsg::EstimateNote.text(lang),
            CardMsg::PlaceCity.text(lang),
        ]);
        let figures = &hand.h.state().session().assessment().pathways[1];
        let [gained, lost] =
            [figures.totals.gained, figures.totals.lost].map(|hours| number::hours(hours, lang));
        hand.sees_all([gained.as_str(), &lost]);
        // A net stands beside gains and losses, never in their place.
        let net = hand.screen().find(match lang {
            Lang::En => "Net ",
            _ => "净变化",
        });
        assert!(net.is_some());
    }
}

/// S8: ranges are switched on by one key; the verdict counts draws, and what matters most is changed in its list.
#[test]
fn how_sure_is_this() {
    for lang in BOTH {
        let mut hand = Hand::in_sample(lang);
        hand.draws();
        hand.press(Key::Num3);
        hand.command(Key::R);
        assert!(hand.h.state().preferences().ranges);
        let counted = match lang {
            Lang::En => "of 100 draws",
            _ => "100次抽样中",
        };
        hand.sees(counted);
        hand.goes_to(Role::Button, PathwayFigure::Mci.text(lang));
        hand.press(Key::Enter);
        hand.h.run_steps(4);
        hand.sees_all([
            UncertainMsg::Title.text(lang),
            UncertainMsg::MattersMost.text(lang),
        ]);
        let opened = hand.h.state().selection().figure.clone().unwrap();
        let fields = hand.h.query_all_by_role(Role::TextInput).count();
        assert!((1..=5).contains(&fields), "{fields}");
        let before = hand.project().clone();
        let first = hand.h.query_all_by_role(Role::TextInput).next().unwrap();
        let name = first.accesskit_node().label().unwrap_or_default();
        let name = name.split([':', '：']).next().unwrap_or_default().to_owned();
        hand.goes_to(Role::TextInput, &name);
        hand.command(Key::A);
        hand.types("0.5");
        hand.press(Key::Enter);
        assert_ne!(*hand.project(), before, "{opened:?}: {name}");
        hand.command(Key::Z);
        assert_eq!(*hand.project(), before);
    }
}
