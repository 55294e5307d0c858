//! Where a file is written to: every command that writes one, into names with blanks and Chinese letters, onto files that may not
//! be written, into folders that are not there. What stands there stays, and a sentence names the place.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use clap::Parser;
use reloom::cli::{Cli, run};
use reloom::text::Lang;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The commands that write one file: their words before `-o`, and the ending of the file.
const WRITERS: [(&[&str], &str); 9] = [
    (&["report", "preset:tshirt"], "pdf"),
    (&["report", "preset:tshirt", "--kind", "handout"], "pdf"),
    (&["export", "preset:tshirt"], "xlsx"),
    (&["export", "--template"], "xlsx"),
    (&["passport", "preset:tshirt"], "json"),
    (&["ecobalyse", "preset:tshirt"], "json"),
    (&["diagram", "preset:tshirt", "--pathway", "today"], "svg"),
    (&["diagram", "preset:tshirt", "--pathway", "today"], "png"),
    (&["batch"], "csv"),
];

/// Runs a writer with the file `to`; gives its exit code and what it said.
fn write(words: &[&str], list: &Path, to: &Path, lang: Lang) -> (u8, String) {
    let mut all: Vec<OsString> = std::iter::once("reloom")
        .chain(words.iter().copied())
        .map(OsString::from)
        .collect();
    if words == ["batch"] {
        all.push(list.into());
    }
    all.extend(["-o".into(), to.into()]);
    let cli = Cli::try_parse_from(&all).unwrap_or_else(|error| panic!("{words:?}: {error}"));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(&cli.command.unwrap(), lang, &mut out, &mut err);
    (
        code,
        String::from_utf8(out).unwrap() + &String::from_utf8(err).unwrap(),
    )
}

fn list(folder: &Path) -> PathBuf {
    let list = folder.join("清单 list.csv");
    fs::write(
        &list,
        "style,kind,composition,mass (g),pieces\nS,tshirt,100% cotton,170,9\n",
    )
    .unwrap();
    list
}

#[test]
fn names_with_blanks_and_chinese_letters_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let list = list(folder.path());
    let within = folder.path().join("输出 目录 out");
    fs::create_dir(&within).unwrap();
    for (at, (words, ending)) in WRITERS.into_iter().enumerate() {
        let to = within.join(format!("再织 样品 {at}.{ending}"));
        let (code, said) = write(words, &list, &to, Lang::En);
        assert!(code <= 1, "{words:?}: {code}, {said}");
        assert!(
            fs::metadata(&to).is_ok_and(|about| about.len() > 0),
            "{words:?}: {said}"
        );
    }
    // Nothing is left beside them but totals of the list.
    let left = fs::read_dir(&within)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(
        left.filter(|name| !name.ends_with(".totals.json")).count(),
        WRITERS.len()
    );
}

#[test]
fn what_may_not_be_written_stays_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let list = list(folder.path());
    for (at, (words, ending)) in WRITERS.into_iter().enumerate() {
        let to = folder.path().join(format!("旧 old {at}.{ending}"));
        fs::write(&to, "as it was").unwrap();
        let mut rights = fs::metadata(&to).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&to, rights).unwrap();
        for (lang, why) in [(Lang::En, "read-only"), (Lang::Zh, "只读")] {
            let (code, said) = write(words, &list, &to, lang);
            assert!(code >= 2, "{words:?}: {code}, {said}");
            assert!(
                said.contains(why) && said.contains(&format!("old {at}")),
                "{words:?}: {said}"
            );
            assert_eq!(fs::read(&to).unwrap(), b"as it was", "{words:?}");
        }
    }
    // No half-written file is left beside any.
    let left = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<String> = left
        .filter(|name| !name.starts_with("旧 old") && !name.starts_with("清单"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_folder_that_is_not_there_or_stands_in_the_way_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let list = list(folder.path());
    for (at, (words, ending)) in WRITERS.into_iter().enumerate() {
        let gone = folder
            .path()
            .join(format!("没有 none {at}"))
            .join(format!("a.{ending}"));
        let (code, said) = write(words, &list, &gone, Lang::En);
        assert!(
            code >= 2 && said.contains(&format!("none {at}")),
            "{words:?}: {code}, {said}"
        );
        assert!(
            !gone.exists() && !gone.parent().unwrap().exists(),
            "{words:?}: nothing is made unasked"
        );
        let way = folder.path().join(format!("way {at}.{ending}"));
        fs::create_dir(&way).unwrap();
        let (code, said) = write(words, &list, &way, Lang::En);
        assert!(
            code >= 2 && said.contains(&format!("way {at}")),
            "{words:?}: {code}, {said}"
        );
        assert_eq!(fs::read_dir(&way).unwrap().count(), 0, "{words:?}");
    }
}
