//! Lists of many products: totals are the sum of the single ones, and neither threads, shards nor a kill change a digit.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what cannot be"
)]

use clap::Parser;
use reloom::assess::assess;
use reloom::cli::{Cli, run};
use reloom::collection::{Sums, WaySums};
use reloom::data::Library;
use reloom::figure::PathwayFigure;
use reloom::text::Lang;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;

/// Exit code, standard output and standard error.
pub(super) fn reloom(words: &[&dyn AsRef<std::ffi::OsStr>]) -> (u8, String, String) {
    reloom_in(Lang::En, words)
}

pub(super) fn reloom_in(lang: Lang, words: &[&dyn AsRef<std::ffi::OsStr>]) -> (u8, String, String) {
    let words = words.iter().map(|word| word.as_ref().to_owned());
    let cli = Cli::try_parse_from([OsString::from("reloom")].into_iter().chain(words)).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(&cli.command.unwrap(), lang, &mut out, &mut err);
    (
        code,
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
    )
}

const PRODUCTS: [&str; 4] = [
    "tshirt,95% cotton 5% elastane,170",
    "卫衣,棉80%聚酯纤维20%,520",
    "jeans,100% cotton,600",
    "padded_jacket,Shell: 100% polyamide; Lining: 100% polyester; Filling: 90% down 10% feather,700",
];

/// A list of `count` lines.
pub(super) fn list(path: &Path, count: usize) {
    let mut text = "style,kind,composition,mass (g),pieces\n".to_owned();
    for line in 0..count {
        let product = PRODUCTS[line % PRODUCTS.len()];
        writeln!(text, "S{line},{product},{}", 1000 + line).unwrap();
    }
    std::fs::write(path, text).unwrap();
}

fn totals(path: &Path) -> Sums {
    let mut name = path.as_os_str().to_owned();
    name.push(".totals.json");
    serde_json::from_slice(&std::fs::read(name).unwrap()).unwrap()
}

fn near(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn totals_are_the_sum_of_the_single_assessments() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("projects");
    std::fs::create_dir(&folder).unwrap();
    let mut expected: std::collections::BTreeMap<String, (f64, f64, f64)> = std::collections::BTreeMap::new();
    for id in ["tshirt", "jeans", "school_uniform"] {
        let project = reloom::presets::get(id).unwrap().project().unwrap();
        let text = reloom::project_file::write(&project, None).unwrap();
        std::fs::write(folder.join(format!("{id}.ron")), text).unwrap();
        let assessment = assess(&project, Library::builtin());
        let pieces = project.product.pieces_per_year.get();
        for way in &assessment.pathways {
            let sum = expected.entry(way.id.to_string()).or_default();
            sum.0 += way.totals.gained * pieces / 1000.0;
            sum.1 += way.totals.lost * pieces / 1000.0;
            sum.2 += way.circularity.outflow.recycled * pieces * assessment.product.mass_kg;
        }
    }
    let out = dir.path().join("out.csv");
    let (code, said, err) = reloom(&[&"batch", &folder, &"-o", &out]);
    assert_eq!(code, 0, "{err}");
    assert!(
        said.starts_with("{\"products\":3,\"bad\":0,\"seconds\":"),
        "{said}"
    );
    let sums = totals(&out);
    assert_eq!(sums.pathways.len(), expected.len());
    for (id, (gained, lost, recycled)) in expected {
        let way = &sums.pathways[&id];
        assert!(near(way.gained_h.central, gained, 1e-9), "{id}");
        assert!(near(way.lost_h.central, lost, 1e-9), "{id}");
        assert!(near(way.ends_kg["recycled"].central, recycled, 1e-9), "{id}");
        let work = way.work_h.values().flat_map(|places| places.values());
        let net: f64 = work.map(|hours| hours.central).sum();
        assert!(near(net, gained - lost, 1e-9), "{id}");
        let ends: f64 = way.ends_kg.values().map(|kg| kg.central).sum();
        assert!(near(ends, way.kg, 1e-9), "{id}: {ends} of {} kg", way.kg);
    }
    assert!(!dir.path().join("out.csv.part").exists());
}

#[test]
fn a_row_is_what_the_product_has_alone() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("one");
    std::fs::create_dir(&folder).unwrap();
    let project = reloom::presets::get("jeans").unwrap().project().unwrap();
    let text = reloom::project_file::write(&project, None).unwrap();
    std::fs::write(folder.join("jeans.ron"), text).unwrap();
    let out = dir.path().join("out.csv");
    let line: [&dyn AsRef<std::ffi::OsStr>; 8] =
        [&"batch", &folder, &"-o", &out, &"--draws", &"50", &"--seed", &"3"];
    assert_eq!(reloom(&line).0, 0);
    let assessment = assess(&project, Library::builtin());
    let sampler = reloom::uncertainty::Sampler::of(assessment.engine.slots.inputs());
    let draws = reloom::uncertainty::draw(&assessment.engine, &sampler, 3, 0..50, &|| false);
    let bands = reloom::uncertainty::Bands::of(&draws);
    let mut table = csv::Reader::from_path(&out).unwrap();
    let heads = table.headers().unwrap().clone();
    let column = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), assessment.pathways.len());
    for (at, row) in rows.iter().enumerate() {
        let cell = |name: &str| row[column(name)].parse::<f64>().unwrap();
        let way = &assessment.pathways[at];
        assert_eq!(&row[column("pathway")], way.id.as_str());
        assert!(near(cell("mci"), way.circularity.mci.mci, 1e-12));
        assert!(near(cell("gained_h_per_1000"), way.totals.gained, 1e-12));
        let band = bands.band(at, PathwayFigure::Mci).unwrap();
        assert!(near(cell("mci_p5"), band.p5, 1e-12) && near(cell("mci_p95"), band.p95, 1e-12));
    }
}

#[test]
fn threads_change_nothing_and_shards_join_to_one_run() {
    let dir = tempfile::tempdir().unwrap();
    let table = dir.path().join("list.csv");
    list(&table, 1_050);
    let at = |name: &str| dir.path().join(name);
    let asked = |out: &Path, more: &[&str]| {
        let mut words: Vec<&dyn AsRef<std::ffi::OsStr>> = vec![&"batch", &table, &"-o", &out];
        words.extend([&"--draws" as &dyn AsRef<std::ffi::OsStr>, &"2", &"--pathways"]);
        words.push(&"today,repair_first");
        words.extend(more.iter().map(|word| word as &dyn AsRef<std::ffi::OsStr>));
        let (code, _, err) = reloom(&words);
        assert_eq!(code, 0, "{err}");
        std::fs::read(out).unwrap()
    };
    let one = asked(&at("one.csv"), &["--threads", "1"]);
    assert!(one == asked(&at("two.csv"), &["--threads", "2"]));
    let bytes = |name: &str| std::fs::read(at(name)).unwrap();
    assert!(bytes("one.csv.totals.json") == bytes("two.csv.totals.json"));
    asked(&at("a.csv"), &["--shard", "1/2"]);
    asked(&at("b.csv"), &["--shard", "2/2"]);
    let all = at("all.csv");
    // The order of the shards makes no difference to the rows.
    let (code, _, err) = reloom(&[&"batch", &"--merge", &at("b.csv"), &at("a.csv"), &"-o", &all]);
    assert_eq!(code, 0, "{err}");
    assert!(bytes("all.csv") == one);
    let (whole, joined) = (totals(&at("one.csv")), totals(&all));
    assert_eq!((whole.products, whole.bad), (joined.products, joined.bad));
    for (id, way) in &whole.pathways {
        same_totals(way, &joined.pathways[id]);
    }
}

fn same_totals(a: &WaySums, b: &WaySums) {
    let same = |a: &reloom::collection::Series, b: &reloom::collection::Series| {
        let draws = a.draws.iter().zip(&b.draws);
        near(a.central, b.central, 1e-12) && draws.into_iter().all(|(a, b)| near(*a, *b, 1e-12))
    };
    assert!(same(&a.gained_h, &b.gained_h) && same(&a.lost_h, &b.lost_h));
    for (activity, places) in &a.work_h {
        for (place, hours) in places {
            assert!(same(hours, &b.work_h[activity][place]), "{activity} {place}");
        }
    }
}

#[test]
fn after_a_kill_a_run_goes_on_and_gives_the_same_file() {
    killed("csv");
    #[cfg(feature = "parquet")]
    killed("parquet");
}

/// Kills a run in the middle and has it gone on with; the output ends in `ending`.
fn killed(ending: &str) {
    let dir = tempfile::tempdir().unwrap();
    let (table, out, fresh) = (
        dir.path().join("l.csv"),
        dir.path().join(format!("o.{ending}")),
        dir.path().join(format!("f.{ending}")),
    );
    list(&table, 1_500);
    let command = |out: &Path, more: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_reloom"));
        command.args([
            "batch",
            "--pathways",
            "today",
            "--threads",
            "1",
            "--lang",
            "en",
            "-o",
        ]);
        command.arg(out).arg(&table).args(more);
        command
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null());
        command
    };
    let mut first = command(&out, &[]).spawn().unwrap();
    let block = dir.path().join(format!("o.{ending}.part")).join("000000.json");
    while !block.exists() && first.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    first.kill().unwrap();
    first.wait().unwrap();
    assert!(!out.exists(), "it was to be killed in the middle");
    // Other options are another run.
    assert_eq!(
        command(&out, &["--resume", "--draws", "2"])
            .status()
            .unwrap()
            .code(),
        Some(2)
    );
    assert_eq!(command(&out, &["--resume"]).status().unwrap().code(), Some(0));
    assert_eq!(command(&fresh, &[]).status().unwrap().code(), Some(0));
    let bytes = |path: &Path| std::fs::read(path).unwrap();
    assert!(bytes(&out) == bytes(&fresh));
    assert_eq!(totals(&out), totals(&fresh));
}

/// The rows of the baseline that come of `text`, by style: status, note and kilograms of a piece.
fn baselines(text: &str) -> std::collections::BTreeMap<String, (String, String, f64)> {
    let dir = tempfile::tempdir().unwrap();
    let (from, to) = (dir.path().join("list.csv"), dir.path().join("out.csv"));
    std::fs::write(&from, text).unwrap();
    reloom(&[&"batch", &from, &"-o", &to]);
    let mut rows = csv::Reader::from_path(&to).unwrap();
    let heads = rows.headers().unwrap().clone();
    let place = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let [style, status, note, kg] = ["style", "status", "note", "mass_kg"].map(place);
    let row = |row: csv::StringRecord| {
        let kg = row[kg].parse().unwrap_or(f64::NAN);
        (
            row[style].to_owned(),
            (row[status].to_owned(), row[note].to_owned(), kg),
        )
    };
    rows.records().map(|found| row(found.unwrap())).collect()
}

#[test]
fn parts_in_columns_of_their_own_are_what_a_label_says_of_them() {
    let heads = "style,kind,composition,mass (g),pieces,lining,lining mass (g),filling,filling mass (g)";
    let rows = baselines(&format!(
        "{heads}\n\
         label,padded_jacket,Shell: 100% polyamide; Lining: 100% polyester; Filling: 90% down 10% feather,700,9,,,,\n\
         columns,padded_jacket,100% polyamide,700,9,100% polyester,,90% down 10% feather,\n\
         weighed,padded_jacket,100% polyamide,700,9,100% polyester,150,90% down 10% feather,200\n\
         no whole,padded_jacket,100% polyamide,,9,100% polyester,150,90% down 10% feather,200\n\
         heavy,padded_jacket,100% polyamide,300,9,100% polyester,150,90% down 10% feather,200\n\
         twice,padded_jacket,Shell: 100% polyamide; Lining: 100% polyester,700,9,100% cotton,,,\n\
         open,padded_jacket,100% polyamide,700,9,60% polyester,,,\n\
         bare,padded_jacket,100% polyamide,700,9,,120,,\n"
    ));
    for whole in ["label", "columns", "weighed"] {
        assert!(near(rows[whole].2, 0.7, 1e-12), "{whole}: {:?}", rows[whole]);
        assert!(rows[whole].0 != "bad", "{whole}: {:?}", rows[whole]);
    }
    assert!(rows["no whole"].1.contains("Mass assumed") && rows["no whole"].2 > 0.35);
    for (style, why) in [
        ("heavy", "the parts weigh"),
        ("twice", "stands in the composition and in a column"),
        ("open", "ining: "),
        ("bare", "nothing says what it is made of"),
    ] {
        let (status, note, _) = &rows[style];
        assert!(status == "bad" && note.contains(why), "{style}: {status} {note}");
    }
    let shell = baselines("style,kind,composition,shell,pieces\nS,tshirt,100% cotton,100% polyester,9\n");
    assert!(
        shell["S"].1.contains("stands in the composition and in a column"),
        "{:?}",
        shell["S"]
    );
    // The same list in Chinese.
    let chinese = baselines(
        "款号,品类,面料,件数,里料,面料重量（克）,里料重量（克）\nA,衬衫,棉100%,9,聚酯纤维100%,180,40\n",
    );
    assert!(near(chinese["A"].2, 0.22, 1e-12), "{:?}", chinese["A"]);
}

#[test]
fn a_line_with_parts_reckons_as_the_label_that_names_them() {
    let dir = tempfile::tempdir().unwrap();
    let figures = |name: &str, text: &str| {
        let (from, to) = (dir.path().join(name), dir.path().join(format!("{name}.out.csv")));
        std::fs::write(&from, text).unwrap();
        assert_eq!(reloom(&[&"batch", &from, &"-o", &to]).0, 0);
        std::fs::read_to_string(to).unwrap()
    };
    let label = "style,kind,composition,mass (g),pieces\n\
                 J,padded_jacket,Shell: 100% polyamide; Lining: 100% polyester; Filling: 90% down 10% feather,700,9\n";
    let columns = "style,kind,composition,mass (g),pieces,filling composition,lining composition\n\
                   J,padded_jacket,100% polyamide,700,9,90% down 10% feather,100% polyester\n";
    let (one, other) = (figures("label.csv", label), figures("columns.csv", columns));
    let rows = |text: &str| -> Vec<Vec<f64>> {
        let row = |line: &str| line.split(',').filter_map(|cell| cell.parse().ok()).collect();
        text.lines().skip(1).map(row).collect()
    };
    let (one, other) = (rows(&one), rows(&other));
    assert!(!one.is_empty() && one.len() == other.len());
    for (a, b) in one.iter().flatten().zip(other.iter().flatten()) {
        assert!(near(*a, *b, 1e-12), "{a} {b}");
    }
}

#[test]
fn one_bad_line_is_a_line_and_no_stop() {
    let dir = tempfile::tempdir().unwrap();
    let (table, out) = (dir.path().join("l.csv"), dir.path().join("o.csv"));
    let long = "x".repeat(70_000);
    let text = format!(
        "款号,品类,成分,重量（克）,件数\n\
        A1,T恤,棉100%,170,1000\n\
        A2,spaceship,棉100%,170,1000\n\
        A3,T恤,棉60%,170,1000\n\
        A4,T恤,棉100%,-3,1000\n\
        A5,T恤,棉100%,170,many\n\
        A6,T恤,棉100%,,1000\n\
        {long}\n\
        \"A7,T恤,棉100%,170,1000\n\
        =A8,T恤,95%棉 5%氨纶,0.18 kg,1000\n"
    );
    std::fs::write(&table, text).unwrap();
    let (code, said, err) = reloom(&[&"batch", &table, &"-o", &out, &"--pathways", &"today"]);
    assert_eq!(code, 1, "{err}");
    assert!(said.contains("\"products\":3,\"bad\":6"), "{said}");
    let mut table = csv::Reader::from_path(&out).unwrap();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    let told: Vec<(&str, &str)> = rows.iter().map(|row| (&row[0], &row[5])).collect();
    let expected = [
        ("2", "ok"),
        ("3", "bad"),
        ("4", "bad"),
        ("5", "bad"),
        ("6", "bad"),
        ("7", "doubtful"),
        ("8", "bad"),
        ("9", "bad"),
        ("10", "ok"),
    ];
    assert_eq!(told, expected);
    assert!(
        rows[1][6].contains("spaceship") && err.contains("line 3"),
        "{err}"
    );
    assert_eq!(&rows[8][1], "'=A8");
    assert!(near(rows[8][3].parse().unwrap(), 0.18, 1e-12));
}

#[test]
fn a_list_that_is_none_is_refused_in_one_sentence() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str, bytes: &[u8]| {
        let path = dir.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let out = dir.path().join("out.csv");
    let cases = [
        (at("a.csv", b""), "empty"),
        (at("b.csv", b"style,kind\n1,tshirt\n"), "composition"),
        (at("c.csv", b"\xff\xfea\0"), "UTF-16"),
        (at("d.xlsx", b"no workbook"), "cannot be read"),
        (at("e.pdf", b"x"), ".csv"),
        (dir.path().join("missing.csv"), "not there"),
    ];
    for (path, word) in cases {
        let (code, _, err) = reloom(&[&"batch", &path, &"-o", &out]);
        assert_eq!(code, 2, "{}: {err}", path.display());
        assert!(err.contains(word) && err.lines().count() == 1, "{err}");
        assert!(!out.exists());
    }
    let list = dir.path().join("list.csv");
    self::list(&list, 1);
    for (more, word) in [("0/2", "shard"), ("3/2", "shard"), ("a", "shard")] {
        let (code, _, err) = reloom(&[&"batch", &list, &"-o", &out, &"--shard", &more]);
        assert!(code == 2 && err.contains(word), "{err}");
    }
    let (code, _, err) = reloom(&[&"batch", &list, &"-o", &list]);
    assert_eq!(code, 2, "{err}");
    let (code, _, err) = reloom(&[&"batch", &list, &"-o", &dir.path().join("out.pdf")]);
    assert!(code == 2 && err.contains(".xlsx"), "{err}");
}

#[test]
fn sheets_are_read_and_written_like_text() {
    let dir = tempfile::tempdir().unwrap();
    let (text, sheet) = (dir.path().join("l.csv"), dir.path().join("l.xlsx"));
    list(&text, 8);
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (row, line) in (0..).zip(std::fs::read_to_string(&text).unwrap().lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            match cell.parse::<f64>() {
                Ok(number) => page.write_number(row, column, number).unwrap(),
                Err(_) => page.write_string(row, column, cell).unwrap(),
            };
        }
    }
    book.save(&sheet).unwrap();
    let (a, b, c) = (
        dir.path().join("a.csv"),
        dir.path().join("b.csv"),
        dir.path().join("c.xlsx"),
    );
    assert_eq!(reloom(&[&"batch", &text, &"-o", &a]).0, 0);
    assert_eq!(reloom(&[&"batch", &sheet, &"-o", &b]).0, 0);
    assert_eq!(reloom(&[&"batch", &sheet, &"-o", &c]).0, 0);
    assert!(std::fs::read(&a).unwrap() == std::fs::read(&b).unwrap());
    let bytes = std::fs::read(&c).unwrap();
    let sheets = reloom::intake::bom::sheets(&bytes).unwrap();
    let rows = std::fs::read_to_string(&a).unwrap().lines().count();
    assert_eq!(sheets[0].height(), rows);
    // It bears a fixed day, so that the same list is the same file tomorrow.
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut core = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("docProps/core.xml").unwrap(), &mut core).unwrap();
    assert_eq!(core.matches("2000-01-01T00:00:00Z").count(), 2, "{core}");
}

/// A table of `count` lines of hostile bytes.
fn hostile(table: &Path, count: usize) {
    let mut text = b"kind,composition,pieces\n".to_vec();
    let pieces: [&[u8]; 6] = [
        b"\"\"\",,\n",
        b"\xff\xfe\0\n",
        b",,,,,,,,,,\n",
        b"\"\n",
        b"tshirt,%%%,1e999\n",
        b"\0\0\n",
    ];
    for at in 0..count {
        text.extend_from_slice(pieces[at % pieces.len()]);
    }
    std::fs::write(table, text).unwrap();
}

/// Lines of hostile bytes cost neither memory nor a stop.
#[test]
fn hostile_lines_are_passed_through() {
    let dir = tempfile::tempdir().unwrap();
    let (table, out) = (dir.path().join("l.csv"), dir.path().join("o.csv"));
    hostile(&table, 6_000);
    let (code, said, err) = reloom(&[&"batch", &table, &"-o", &out]);
    assert_eq!(code, 1, "{err}");
    assert!(said.contains("\"products\":0,\"bad\":"), "{said}");
    assert!(err.lines().count() <= 22, "{}", err.lines().count());
}

/// A million of them are as many lines of the result, and memory does not grow with them.
#[test]
#[ignore = "a minute; .ci/wall runs it"]
fn a_million_hostile_lines_are_passed_through() {
    let dir = tempfile::tempdir().unwrap();
    let (table, out) = (dir.path().join("l.csv"), dir.path().join("o.csv"));
    hostile(&table, 1_000_000);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_reloom"));
    let ran = command
        .args(["batch", "--lang", "en", "-o"])
        .args([&out, &table])
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(1));
    let said: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(said["products"], 0);
    let rows = csv::Reader::from_path(&out).unwrap().into_records().count() as u64;
    assert!(rows > 300_000 && said["bad"] == rows, "{said} {rows}");
    // Where the system says how much memory it took.
    assert!(said["peak_mb"].as_f64().is_none_or(|mb| mb < 200.0), "{said}");
}
