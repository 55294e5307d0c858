//! The command line as a whole: inputs that are never written over, many files, closed pipes, usage in one sentence.

mod batch;
mod beside;
mod money;
mod parquet;
mod years;

use clap::Parser;
use reloom::cli::{Cli, Usage, parse, run};
use reloom::text::{Lang, OlderMsg};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

/// Exit code, standard output and standard error.
fn reloom(words: &[OsString]) -> (u8, String, String) {
    let cli = Cli::try_parse_from([OsString::from("reloom")].iter().chain(words)).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(&cli.command.unwrap(), Lang::En, &mut out, &mut err);
    (
        code,
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
    )
}

fn words(words: &[&dyn AsRef<std::ffi::OsStr>]) -> Vec<OsString> {
    words.iter().map(|word| word.as_ref().to_owned()).collect()
}

fn preset(path: &Path) -> String {
    let text = reloom::presets::get("tshirt").unwrap();
    let text = reloom::project_file::write(&text.project().unwrap(), None).unwrap();
    std::fs::write(path, &text).unwrap();
    text
}

#[test]
fn an_output_never_goes_over_an_input() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.svg");
    let text = preset(&file);
    let round = dir.path().join("b").join("..").join("a.svg");
    std::fs::create_dir(dir.path().join("b")).unwrap();
    let mut outputs = vec![file.clone(), round];
    if cfg!(unix) {
        let linked = dir.path().join("c.csv");
        std::fs::hard_link(&file, &linked).unwrap();
        outputs.push(linked);
    }
    for output in outputs {
        let line = words(&[&"diagram", &file, &"--pathway", &"repair_first", &"-o", &output]);
        let (code, _, said) = reloom(&line);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains("is being read"), "{said}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    }
    let table = dir.path().join("parts.csv");
    std::fs::write(&table, "Part,Composition,Weight g\nShell,100% cotton,120").unwrap();
    let project = dir.path().join("a.ron");
    std::fs::copy(&file, &project).unwrap();
    let picture = dir.path().join("photo.ron");
    std::fs::write(&picture, "no project at all").unwrap();
    for (output, expected) in [(&table, 2), (&picture, 4)] {
        let (code, _, said) = reloom(&words(&[&"import", &table, &"-o", output]));
        assert_eq!(code, expected, "{said}");
    }
    assert_eq!(std::fs::read_to_string(&picture).unwrap(), "no project at all");
}

/// Many files are worked on over all cores; what is written is what one thread writes, file by file in their order.
#[test]
fn many_files_are_written_in_their_order_on_any_number_of_threads() {
    let samples: Vec<String> = reloom::presets::all()
        .iter()
        .map(|one| format!("preset:{}", one.id))
        .collect();
    let mut files: Vec<String> = samples.iter().cycle().take(25).cloned().collect();
    files.insert(3, "no_such_file.ron".to_owned());
    let on = |threads: &str, format: &str| {
        let options = ["--draws", "9", "--threads", threads, "--format", format].map(str::to_owned);
        let all = ["assess".to_owned()]
            .into_iter()
            .chain(files.clone())
            .chain(options);
        reloom(&all.map(OsString::from).collect::<Vec<_>>())
    };
    for format in ["json", "csv", "table"] {
        let (code, out, err) = on("1", format);
        assert_eq!(on("3", format), (code, out.clone(), err.clone()), "{format}");
        assert!(err.contains("no_such_file.ron") && code == 2, "{code} {err}");
        if format == "json" {
            let list: serde_json::Value = serde_json::from_str(&out).unwrap();
            let ids: Vec<&str> = list
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|one| one["product"]["id"].as_str())
                .collect();
            let expected: Vec<&str> = samples
                .iter()
                .cycle()
                .take(25)
                .filter_map(|one| one.strip_prefix("preset:"))
                .collect();
            assert_eq!(ids, expected);
        }
        if format == "csv" {
            assert_eq!(out.matches("product,pathway,key,value").count(), 1);
        }
    }
}

#[test]
fn one_bad_file_among_many_is_one_line() {
    let dir = tempfile::tempdir().unwrap();
    let (first, bad, last) = ("a.ron", "b.ron", "c.ron");
    let [first, bad, last] = [first, bad, last].map(|name| dir.path().join(name));
    preset(&first);
    preset(&last);
    std::fs::write(&bad, "(version: 1,").unwrap();
    for (format, lead) in [("json", "[\n  {"), ("csv", "product,pathway"), ("table", "")] {
        let line = words(&[&"assess", &first, &bad, &last, &"--format", &format]);
        let (code, out, said) = reloom(&line);
        assert_eq!(code, 2, "{said}");
        let lines: Vec<&str> = said.lines().filter(|line| line.starts_with("reloom: ")).collect();
        assert_eq!(lines.len(), 1, "{said}");
        assert!(lines[0].contains("b.ron"));
        assert!(out.starts_with(lead), "{format}");
        if format == "json" {
            let list: serde_json::Value = serde_json::from_str(&out).unwrap();
            assert_eq!(list.as_array().unwrap().len(), 2);
            let text = serde_json::to_string_pretty(&list).unwrap();
            assert_eq!(text.lines().count(), out.lines().count(), "laid out as one list");
        }
    }
    let (code, out, said) = reloom(&words(&[&"check", &first, &bad, &last]));
    assert_eq!((code, out.lines().count()), (2, 2), "{out}{said}");
    let (code, out, _) = reloom(&words(&[&"assess", &bad, &bad, &"--format", &"json"]));
    assert_eq!((code, out.as_str()), (2, "[]\n"));
}

/// A pipe whose reader has gone after `left` bytes.
struct Gone {
    left: usize,
}

impl Write for Gone {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.left = self
            .left
            .checked_sub(bytes.len())
            .ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn whoever_reads_only_the_head_is_no_error() {
    for line in [
        "presets",
        "presets --format json",
        "assess preset:tshirt",
        "assess preset:tshirt --format json",
        "assess preset:tshirt --format csv",
        "check preset:tshirt",
        "calc mci F_R=0.3",
        "model preset:tshirt --pathway repair_first",
        "terms --csv",
        "parse-label cotton",
    ] {
        let cli = Cli::try_parse_from(["reloom"].into_iter().chain(line.split(' '))).unwrap();
        let mut err = Vec::new();
        let code = run(&cli.command.unwrap(), Lang::En, &mut Gone { left: 5 }, &mut err);
        let said = String::from_utf8(err).unwrap();
        assert_eq!((code, said.as_str()), (0, ""), "{line}");
    }
}

#[test]
fn wrong_usage_is_one_sentence_in_the_language_asked_for() {
    for (line, word) in [
        ("asses a.ron", "a.ron"),
        ("a.ron b.ron", "b.ron"),
        ("a.ron presets", "a.ron"),
        ("assess", "<FILES>"),
        ("assess a.ron --draws 0", "--draws"),
        ("assess a.ron --format xml", "table, json, csv"),
        ("assess a.ron --frmat json", "--frmat"),
        ("assess a.ron --format", "--format"),
        ("model a.ron", "--pathway"),
        ("diagram a.ron --pathway x -o", "--output"),
    ] {
        for lang in ["en", "zh"] {
            for first in [true, false] {
                let mut all = vec!["reloom"];
                let asked = ["--lang", lang];
                let words: Vec<&str> = line.split(' ').collect();
                let order = if first {
                    [&asked[..], &words]
                } else {
                    [&words, &asked[..]]
                };
                // Behind an option without its value nothing can follow.
                if !first && (line.ends_with("--format") || line.ends_with("-o")) {
                    continue;
                }
                all.extend(order.concat());
                let all: Vec<OsString> = all.into_iter().map(OsString::from).collect();
                let Err(Usage::Wrong(sentence)) = parse(&all) else {
                    panic!("{line} is understood");
                };
                assert_eq!(sentence.lines().count(), 1, "{sentence}");
                assert!(sentence.contains(word), "{line}: {sentence}");
                let is_chinese = sentence.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
                assert_eq!(is_chinese, lang == "zh", "{sentence}");
            }
        }
    }
    for line in ["--help", "--version", "assess --help"] {
        let all = ["reloom"].into_iter().chain(line.split(' ')).map(OsString::from);
        assert!(matches!(parse(&all.collect::<Vec<_>>()), Err(Usage::Told(_))));
    }
    for line in [
        "--lang zh presets",
        "presets --lang zh",
        "a.ron",
        "--lang en a.ron",
    ] {
        let all = ["reloom"].into_iter().chain(line.split(' ')).map(OsString::from);
        assert!(parse(&all.collect::<Vec<_>>()).is_ok(), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_unicode_is_read() {
    use std::os::unix::ffi::OsStrExt;
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join(std::ffi::OsStr::from_bytes(b"jacket-\xff.ron"));
    preset(&file);
    for line in [
        words(&[&"check", &file]),
        words(&[&"assess", &file, &"--format", &"json"]),
        words(&[&"model", &file, &"--pathway", &"repair_first"]),
    ] {
        let (code, _, said) = reloom(&line);
        assert_eq!(code, 0, "{said}");
    }
}

#[test]
fn a_file_of_version_1_says_what_counts_differently_now() {
    let dir = tempfile::tempdir().unwrap();
    let old = dir.path().join("old.ron");
    std::fs::write(&old, include_str!("files/v1/everything.ron")).unwrap();
    let new = dir.path().join("new.ron");
    preset(&new);
    for line in [
        words(&[&"assess", &old]),
        words(&[&"check", &old]),
        words(&[&"model", &old, &"--pathway", &"all_ends"]),
    ] {
        let (_, out, said) = reloom(&line);
        for entry in OlderMsg::LIST {
            assert_eq!(said.matches(entry.text(Lang::En)).count(), 1, "{line:?}: {said}");
            assert!(
                !out.contains(entry.text(Lang::En)),
                "figures alone go to standard output"
            );
        }
        assert!(said.contains("old.ron"), "{said}");
    }
    for line in [words(&[&"assess", &new]), words(&[&"assess", &"preset:tshirt"])] {
        let (code, _, said) = reloom(&line);
        assert_eq!(code, 0);
        assert!(!said.contains(OlderMsg::Lead.text(Lang::En)), "{said}");
    }
    // The notice is no finding.
    let least = dir.path().join("least.ron");
    let text = std::fs::read_to_string(&new).unwrap();
    std::fs::write(&least, text.replace("version: 2", "version: 1")).unwrap();
    let (code, _, said) = reloom(&words(&[&"check", &least]));
    assert_eq!(code, 0, "{said}");
    assert!(said.contains(OlderMsg::Sewing.text(Lang::En)));
}

/// The shirt with its first variant compared on two pathways, the second on none.
fn two_variants(path: &Path) {
    let shirt = reloom::presets::get("tshirt").unwrap().project().unwrap();
    assert_eq!(shirt.variants().len(), 2);
    let first = reloom::model::VariantNo::new(1).unwrap();
    let columns = ["today", "sort_mechanical"].map(|id| reloom::model::Column::new(first, id));
    let project = reloom::edit::Edit::SetCompared(columns.to_vec())
        .apply(&shirt)
        .unwrap();
    std::fs::write(path, reloom::project_file::write(&project, None).unwrap()).unwrap();
}

#[test]
fn another_variant_is_looked_at_on_the_pathways_that_the_project_compares() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.ron");
    two_variants(&file);
    for variant in ["1", "2"] {
        let asked = |line: &[&str]| {
            let mut line = line.iter().map(OsString::from).collect::<Vec<_>>();
            line.insert(1, file.clone().into());
            line.extend(words(&[&"--variant", &variant]));
            reloom(&line)
        };
        let (code, out, err) = asked(&["advise", "--format", "json"]);
        assert_eq!(code, 0, "{err}");
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(json["pathway"], "sort_mechanical", "{out}");
        let line = [
            "frontier",
            "--x",
            "recycled",
            "--y",
            "moves_count",
            "--moves",
            "strong_seams",
        ];
        let (code, out, err) = asked(&line);
        assert_eq!(code, 0, "{err}");
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        // Two pathways, with the move and without.
        assert_eq!(json["points"], 4, "{out}");
        let (code, out, err) = asked(&["reach", "--levers", "--format", "json"]);
        assert_eq!(code, 0, "{err}");
        assert!(out.contains("share:sorting>"), "{out}");
        let printed = |more: &[&str]| {
            let pdf = dir.path().join("a.pdf");
            let line = ["report", "-o", pdf.to_str().unwrap(), "--date", "2026-11-25"];
            let (code, _, err) = asked(&[&line, more].concat());
            assert_eq!(code, 0, "{err}");
            std::fs::read(&pdf).unwrap()
        };
        let own = printed(&[]);
        assert_eq!(own, printed(&["--pathway", "sort_mechanical"]));
        assert_ne!(own, printed(&["--pathway", "repair_first"]));
    }
}

#[test]
fn a_day_that_is_none_is_said_in_the_language_asked_for() {
    for (lang, word) in [(Lang::En, "2026-11-25"), (Lang::Zh, "日期")] {
        for command in ["report", "export", "passport"] {
            let line = [command, "preset:tshirt", "-o", "a.pdf", "--date", "25 November"];
            let cli = Cli::try_parse_from(std::iter::once("reloom").chain(line)).unwrap();
            let (mut out, mut err) = (Vec::new(), Vec::new());
            let code = run(&cli.command.unwrap(), lang, &mut out, &mut err);
            let said = String::from_utf8(err).unwrap();
            assert!(
                code == 2 && said.contains(word) && said.contains("--date"),
                "{said}"
            );
            assert!(
                said.contains("25 November") && said.lines().count() == 1,
                "{said}"
            );
        }
    }
}
