//! Order in the repository: nothing unfinished, no stray blanks, nothing of the machine it was written on.
#![allow(clippy::unwrap_used, reason = "a test stops at what cannot be")]

use std::fs;
use std::path::{Path, PathBuf};

/// What is wrong with one line; none where nothing is.
type Check = fn(&str) -> Option<String>;

const CHECKS: [Check; 4] = [unfinished, blanks, machine_path, registry];

#[test]
fn every_file_is_tidy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for path in files(root) {
        let Ok(text) = fs::read_to_string(&path) else {
            found.push(format!("{}: not UTF-8", path.display()));
            continue;
        };
        let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
        found.extend(untidy(&name, &text));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_readers_files_have_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["README.md", "CHANGELOG.md", ".github/CONTRIBUTING.md"] {
        // Checked from the day it is there.
        if let Ok(text) = fs::read_to_string(root.join(name)) {
            assert!(
                text.starts_with("# ") && text.lines().count() > 3,
                "{name} says nothing"
            );
        }
    }
}

/// The page for newcomers is short, and what it names is there.
#[test]
fn the_newcomers_page_is_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join(".github/CONTRIBUTING.md")).unwrap();
    assert!(text.lines().count() <= 80, "{} lines", text.lines().count());
    for named in text.split('`').skip(1).step_by(2) {
        let is_path = ["src/", "tests/", "assets/"]
            .iter()
            .any(|start| named.starts_with(start));
        // What is written large stands for a name of one's own.
        let is_pattern = named.contains(|c: char| c.is_ascii_uppercase() || c == '*');
        assert!(
            !is_path || is_pattern || root.join(named).exists(),
            "{named} is not there"
        );
    }
}

#[test]
fn packages_come_from_the_public_registry() {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let public = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    let others: Vec<&str> = lock
        .lines()
        .filter(|line| line.starts_with("source = ") && *line != public)
        .collect();
    assert_eq!(others, Vec::<&str>::new());
}

/// Reloom works without a network: no package that it is built from can ask one.
#[test]
fn no_package_speaks_to_a_network() {
    const CLIENTS: [&str; 20] = [
        "attohttpc",
        "curl",
        "curl-sys",
        "h2",
        "hickory-resolver",
        "hyper",
        "isahc",
        "minreq",
        "native-tls",
        "openssl",
        "openssl-sys",
        "quinn",
        "reqwest",
        "rustls",
        "socket2",
        "surf",
        "tungstenite",
        "ureq",
        "webbrowser",
        "webpki-roots",
    ];
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let packages = lock.lines().filter_map(|line| line.strip_prefix("name = "));
    let found: Vec<&str> = packages
        .map(|name| name.trim_matches('"'))
        .filter(|name| CLIENTS.contains(name))
        .collect();
    assert_eq!(found, Vec::<&str>::new());
}

fn untidy(name: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let wrong = CHECKS.iter().filter_map(|check| check(line));
        found.extend(wrong.map(|what| format!("{name}:{number}: {what}")));
    }
    if !text.is_empty() && !text.ends_with('\n') {
        found.push(format!("{name}: no line end at the end"));
    }
    found
}

/// The texts that people write: source, data and documents, but not what tests read as given.
fn files(root: &Path) -> Vec<PathBuf> {
    const TEXTS: [&str; 4] = ["rs", "toml", "ron", "md"];
    let is_text = |path: &Path| {
        path.extension()
            .is_some_and(|ext| TEXTS.iter().any(|text| ext == *text))
    };
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let given =
                ["target", ".git", "files", "fixtures", "vectors", "snapshots"].contains(&name.as_str());
            if path.is_dir() && !given {
                folders.push(path);
            } else if path.is_file() && is_text(&path) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn unfinished(line: &str) -> Option<String> {
    let marks = [
        concat!("to", "do!"),
        concat!("db", "g!"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("unimple", "mented!"),
    ];
    let mark = marks.into_iter().find(|mark| line.contains(mark))?;
    Some(format!("unfinished: {mark}"))
}

fn blanks(line: &str) -> Option<String> {
    if line.contains('\t') {
        Some("a tab".to_owned())
    } else if line.ends_with([' ', '\r']) {
        Some("blanks at the end".to_owned())
    } else {
        None
    }
}

/// A path of somebody's machine; a folder of an address or of this repository may be called the same.
fn machine_path(line: &str) -> Option<String> {
    let paths = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/Us", "ers/"),
        concat!("C:\\Us", "ers\\"),
    ];
    let starts = |path: &&str| {
        line.match_indices(*path).any(|(at, _)| {
            let before = line.get(..at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric() && !['_', '-', '.', '}', '/'].contains(&c))
        })
    };
    paths
        .into_iter()
        .find(starts)
        .map(|path| format!("a path of one machine: {path}"))
}

fn registry(line: &str) -> Option<String> {
    let hosts = [
        concat!("spa", "rse+http"),
        concat!("artifac", "tory"),
        concat!("index.crates", ".io"),
        concat!("static.crates", ".io"),
        concat!("replace", "-with"),
    ];
    let host = hosts.into_iter().find(|host| line.contains(host))?;
    Some(format!("a registry: {host}"))
}

#[test]
fn each_check_fires() {
    for line in [
        concat!("let a = to", "do!();"),
        concat!("db", "g!(a)"),
        concat!("// FIX", "ME later"),
        "a\tb",
        "a ",
        concat!("include_str!(\"/wo", "rk/a.md\")"),
        concat!("/ho", "me/me"),
        concat!("registry = \"spa", "rse+https://a\""),
    ] {
        assert_eq!(untidy("a.rs", &format!("fine\n{line}\n")).len(), 1, "{line}");
    }
    let fine = format!(
        "let x = 1;\n// https://www.example.org{}a and src{}mod.rs\n",
        concat!("/wo", "rk/"),
        concat!("/wo", "rk/")
    );
    assert_eq!(untidy("a.rs", &fine), Vec::<String>::new());
    assert_eq!(untidy("a.rs", "no end").len(), 1);
}
