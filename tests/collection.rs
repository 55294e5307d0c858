//! The page of many products: what is listed, put in order and summed, and a frame that does not grow with the list.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support::said::Queryable;
use crate::support::window::{options, press, window_over};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use reloom::app::App;
use reloom::app::files::{FIRST_EXAMPLE, example};
use reloom::app::preferences::Preferences;
use reloom::collection::shown::{Asked, BARS, By, MOST, Wanted, shown, untaken_kg};
use reloom::collection::{
    Block, Collection, Entry, FIGURES, Heads, Records, Setting, Status, What, across, blocks, columns,
    delimiter, listed, listed_on, product, reckoned,
};
use reloom::data::Library;
use reloom::edit::Edit;
use reloom::figure::PathwayFigure;
use reloom::model::{PathwayId, Project};
use reloom::text::{CollectionMsg, Lang};
use reloom::ui::view::{Command, Page};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

const PRODUCTS: [&str; 5] = [
    "tshirt,95% cotton 5% elastane,170",
    "jeans,100% cotton,600",
    "padded_jacket,Shell: 100% polyamide; Lining: 100% polyester; Filling: 90% down 10% feather,700",
    "tshirt,100% polyester,",
    "spaceship,100% cotton,200",
];

fn text(count: usize) -> String {
    let mut text = "style,kind,composition,mass (g),pieces\n".to_owned();
    for line in 0..count {
        writeln!(
            text,
            "S{line},{},{}",
            PRODUCTS[line % PRODUCTS.len()],
            1000 + line
        )
        .unwrap();
    }
    text
}

fn setting(heads: Heads, draws: u64) -> Setting<'static> {
    setting_in(Lang::En, heads, draws)
}

fn setting_in(lang: Lang, heads: Heads, draws: u64) -> Setting<'static> {
    Setting {
        library: Library::builtin(),
        heads,
        pathways: None,
        draws,
        seed: 7,
        lang,
    }
}

fn collection(count: usize, draws: u64) -> Collection {
    collection_in(Lang::En, count, draws)
}

/// A list of `count` lines, one in five not read, with what is said of them in `lang`.
pub fn collection_in(lang: Lang, count: usize, draws: u64) -> Collection {
    let text = text(count);
    let mark = delimiter(text.lines().next().unwrap());
    let lines = text.lines().map(|line| Some(line.as_bytes().to_vec()));
    let mut records = Records::new(lines, mark, 1);
    let What::Cells(head) = records.next().unwrap().what else {
        unreachable!("cells")
    };
    let setting = setting_in(lang, Heads::of(&head).unwrap(), draws);
    let entries = records.map(Ok::<_, std::convert::Infallible>);
    let parts = blocks(entries).map(|block| listed(block.unwrap(), &setting));
    Collection::of(parts.collect(), &setting)
}

/// The same lines over and over, up to `count`.
fn many(count: usize) -> Collection {
    let mut all = collection(PRODUCTS.len(), 0);
    let lines: Vec<_> = all.lines.iter().cycle().take(count).cloned().collect();
    let entries: Vec<_> = all.entries.iter().cycle().take(count).cloned().collect();
    (all.lines, all.entries) = (lines, entries);
    for (at, line) in all.lines.iter_mut().enumerate() {
        line.style = format!("S{at}");
    }
    all
}

#[test]
fn a_line_stands_as_in_the_table_and_totals_are_theirs() {
    let all = collection(20, 20);
    assert_eq!(all.lines.len(), 20);
    let bad: Vec<_> = all
        .lines
        .iter()
        .filter(|line| line.status == Status::Bad)
        .collect();
    assert_eq!(bad.len(), 4);
    assert!(bad.iter().all(|line| line.note.contains("spaceship")));
    assert_eq!((all.sums.products, all.sums.bad), (16, 4));
    for (at, way) in all.ways.iter().enumerate() {
        let hours: f64 = all
            .lines
            .iter()
            .map(|line| line.value(at, PathwayFigure::Gained) * line.pieces / 1000.0)
            .filter(|hours| hours.is_finite())
            .sum();
        let total = &all.sums.pathways[way.id.as_str()].gained_h;
        assert!(
            (hours - total.central).abs() <= 1e-9 * hours.abs().max(1.0),
            "{}",
            way.id
        );
        assert_eq!(total.draws.len(), 20);
    }
    // The table is that of the command, to the last digit.
    let setting = setting(all.heads.clone(), 0);
    let block = Block {
        place: 0,
        entries: all.entries.clone(),
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rows = reckoned(&block, &setting).rows;
    for row in std::iter::once(columns(false)).chain(rows) {
        writer.write_record(&row).unwrap();
    }
    assert_eq!(
        String::from_utf8(all.csv()).unwrap(),
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    );
}

#[test]
fn lines_are_found_sorted_and_summed_up() {
    let all = collection(25, 0);
    let asked = |by: By| Asked {
        way: 1,
        by,
        ..Asked::default()
    };
    let plain = shown(&all, &asked(By::Line));
    assert_eq!(plain.order, (0..25).collect::<Vec<_>>());
    let mass = shown(&all, &asked(By::Mass));
    let kg: Vec<f64> = mass.order.iter().map(|at| all.lines[*at].kg).collect();
    assert!(kg[..20].windows(2).all(|pair| pair[0] >= pair[1]));
    assert!(
        kg[20..].iter().all(|kg| kg.is_nan()),
        "what has no number comes last"
    );
    let found = Asked {
        text: "PADDED s2".to_owned(),
        ..asked(By::Line)
    };
    assert!(
        shown(&all, &found)
            .order
            .iter()
            .all(|at| all.lines[*at].kind == "padded_jacket")
    );
    let bad = Asked {
        wanted: Wanted::Bad,
        ..asked(By::Line)
    };
    assert_eq!(shown(&all, &bad).order.len(), 5);
    // By hand: the fewest lines, heaviest first, that hold four fifths.
    let mut kg: Vec<f64> = all.lines.iter().map(|line| untaken_kg(line, 1)).collect();
    kg.retain(|kg| kg.is_finite());
    kg.sort_by(|a, b| b.total_cmp(a));
    let whole: f64 = kg.iter().sum();
    let mut sum = 0.0;
    let few = kg.iter().position(|kg| {
        sum += kg;
        sum >= whole * MOST * (1.0 - 1e-12)
    });
    assert_eq!(plain.few, few.map(|few| (few + 1, kg.len())));
    assert!((plain.untaken_kg - whole).abs() <= 1e-9 * whole);
    assert_eq!(plain.bars.1.len(), BARS);
    assert_eq!(plain.bars.1.iter().sum::<u32>(), 20);
    assert_eq!(plain.cells.1.iter().sum::<u32>(), 20);
    let last = plain.curve.last().unwrap();
    assert!((last[0] - 1.0).abs() < 1e-12 && (last[1] - 1.0).abs() < 1e-12);
}

/// A change across all is the sum of what it does on each.
#[test]
fn one_change_across_all_is_that_of_each() {
    let all = collection(5, 0);
    let library = Library::builtin();
    let way = PathwayId::from(all.ways[1].id.as_str());
    let mut sum = reloom::collection::Across::default();
    for row in &library.moves {
        for entry in &all.entries[..2] {
            if let Ok(product) = product(entry, &all.heads, library, Lang::En) {
                let one = across(&product, &row.id, &way, library);
                assert!(one.applies <= one.products && one.opens <= one.applies && one.kg > 0.0);
                assert!(one.applies > 0 || (one.after_kg - one.before_kg).abs() < 1e-12);
                sum.add(&one);
            }
        }
    }
    assert_eq!(sum.products, 2 * library.moves.len() as u64);
    assert!(sum.applies > 0, "{sum:?}");
}

/// Work of groups: each is called by its group and looked at on a pathway of its own too, and the totals are of these.
#[test]
fn the_work_of_groups_is_summed_on_what_each_made() {
    let start = reloom::presets::get("tshirt").unwrap().project().unwrap();
    let made: Vec<PathwayId> = start.pathways.iter().map(|way| way.id.clone()).collect();
    let entry = |(number, group): (u64, &str)| {
        let project = Edit::SetGroup(group.to_owned()).apply(&start).unwrap();
        let text = reloom::project_file::write(&project, None).unwrap();
        let what = What::Project(format!("{number}.reloom"), text.into_bytes());
        Entry { number, what }
    };
    let entries = [(1, "红队"), (2, "蓝队"), (3, "")].map(entry).into();
    let setting = setting(Heads::default(), 5);
    // The second group made nothing.
    let own = |project: &Project| match project.group.as_str() {
        "红队" => Some(made[1].clone()),
        "" => Some(made[0].clone()),
        _ => None,
    };
    let part = listed_on(Block { place: 0, entries }, &setting, Some(&own));
    let all = Collection::of(vec![part], &setting);
    let names: Vec<&str> = all.lines.iter().map(|line| line.style.as_str()).collect();
    assert_eq!(names, ["红队", "蓝队", "3.reloom"]);
    assert!(all.is_own(0) && all.ways[0].name.get(Lang::Zh) == CollectionMsg::OwnWay.text(Lang::Zh));
    let at = |id: &PathwayId| all.ways.iter().position(|way| way.id == *id).unwrap();
    for (line, own) in [(0, Some(&made[1])), (1, None), (2, Some(&made[0]))] {
        let line = &all.lines[line];
        assert_eq!(all.way_of(line, 0).map(|way| &way.id), own);
        let value = line.value(0, PathwayFigure::Mci);
        match own {
            Some(own) => assert!(value.to_bits() == line.value(at(own), PathwayFigure::Mci).to_bits()),
            None => assert!(value.is_nan()),
        }
    }
    let hours = |id: &PathwayId| all.sums.pathways[id.as_str()].gained_h.central / 3.0;
    let total = &all.sums.pathways[all.ways[0].id.as_str()];
    let expected = hours(&made[0]) + hours(&made[1]);
    assert!((total.gained_h.central - expected).abs() <= 1e-9 * expected.abs().max(1.0));
    assert_eq!((total.products, total.gained_h.draws.len()), (2, 5));
    // The table has each pathway once.
    let rows = csv::Reader::from_reader(all.csv().as_slice()).records().count();
    assert_eq!(rows, 3 * made.len());
}

fn window(all: Option<Collection>, lang: Lang) -> Harness<'static, App> {
    let session = example(FIRST_EXAMPLE).unwrap().session;
    let mut h = window_over(options(session, Preferences::in_language(lang)), [1280.0, 1400.0]);
    if let Some(all) = all {
        h.state_mut().show_collection("styles.csv", all);
    }
    press(&mut h, Key::Num5);
    assert_eq!(h.state().page(), Page::Collection);
    h
}

#[test]
fn the_page_is_gone_through_by_key_and_told_to_a_screen_reader() {
    for lang in [Lang::En, Lang::Zh, Lang::Both] {
        let empty = window(None, lang);
        let open = CollectionMsg::OpenList.text(lang);
        assert!(empty.query_all_by_label_contains(open).count() > 0);
        let mut h = window(Some(collection(40, 20)), lang);
        let rows = h.query_all_by_role(Role::Row).count();
        assert!(rows > 5, "{lang:?}: {rows}");
        let name = CollectionMsg::SortBy.with(lang, &[("column", CollectionMsg::Mass.head(lang))]);
        h.get_by_label_contains(&name).click();
        h.run();
        let charts = CollectionMsg::AsCharts.text(lang);
        h.get_by_label_contains(charts).click();
        h.run();
        assert!(h.query_all_by_role(Role::Image).count() >= 3, "{lang:?}");
        h.get_by_label_contains(CollectionMsg::AsTable.text(lang)).click();
        h.run();
    }
}

#[test]
fn a_line_opens_as_a_project() {
    let mut h = window(Some(collection(10, 0)), Lang::En);
    let ctx = h.ctx.clone();
    let open = reloom::ui::collecting::Collecting::OpenLine(2);
    h.state_mut().run(&ctx, Command::Collecting(open));
    for _ in 0..200 {
        h.run();
        if h.state().session().project().id == "S2" {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let project = h.state().session().project();
    assert_eq!(project.product.kind.as_str(), "padded_jacket");
    assert!((project.product.pieces_per_year.get() - 1002.0).abs() < 1e-9);
}

/// Shortest time of some frames.
fn frame(h: &mut Harness<'_, App>) -> Duration {
    let one = |h: &mut Harness<'_, App>| {
        let since = Instant::now();
        h.step();
        since.elapsed()
    };
    (0..12).map(|_| one(h)).min().unwrap()
}

/// A frame of 100,000 rows lays out what is in sight, takes hardly longer than one of 100, and stays within 16 ms where
/// the program is optimised.
#[test]
fn a_frame_does_not_grow_with_the_list() {
    let (mut few, mut most) = (
        window(Some(many(100)), Lang::En),
        window(Some(many(100_000)), Lang::En),
    );
    let rows = |h: &Harness<'_, App>| h.query_all_by_role(Role::Row).count();
    assert!(rows(&most) <= rows(&few) + 2, "{} {}", rows(&most), rows(&few));
    let (short, long) = (frame(&mut few), frame(&mut most));
    assert!(long <= short * 2 + Duration::from_millis(4), "{short:?} {long:?}");
    if !cfg!(debug_assertions) {
        assert!(long <= Duration::from_millis(16), "{long:?}");
    }
    // Put in order: once, not in each frame.
    let asked = Asked {
        by: By::Figure(4),
        ..Asked::default()
    };
    let ctx = most.ctx.clone();
    let ask = reloom::ui::collecting::Collecting::Ask(Box::new(asked));
    most.state_mut().run(&ctx, Command::Collecting(ask));
    most.run();
    let long = frame(&mut most);
    assert!(long <= short * 2 + Duration::from_millis(4), "{short:?} {long:?}");
    assert_eq!(FIGURES[4], PathwayFigure::Mci);
}
