//! A list of many products whose results are written as Parquet: what stands there is what a table of text says.

use super::batch::{list, reloom};
use std::path::Path;

#[cfg(not(feature = "parquet"))]
#[test]
fn a_build_without_it_says_how_to_have_one() {
    use super::batch::reloom_in;
    use reloom::text::Lang;
    let dir = tempfile::tempdir().unwrap();
    let (table, out) = (dir.path().join("l.csv"), dir.path().join("o.Parquet"));
    list(&table, 1);
    for (lang, says) in [(Lang::En, "take .csv or .xlsx"), (Lang::Zh, "请用.csv或.xlsx")] {
        let (code, _, err) = reloom_in(lang, &[&"batch", &table, &"-o", &out]);
        assert_eq!(code, 2, "{err}");
        assert!(err.contains("--features parquet") && err.contains(says), "{err}");
        assert!(err.lines().count() == 1 && !out.exists(), "{err}");
    }
    // Neither are shards joined that another build wrote.
    let all = dir.path().join("all.csv");
    std::fs::write(&out, b"PAR1").unwrap();
    let mut beside = out.as_os_str().to_owned();
    beside.push(".totals.json");
    let whole = dir.path().join("whole.csv");
    assert_eq!(reloom(&[&"batch", &table, &"-o", &whole]).0, 0);
    std::fs::copy(dir.path().join("whole.csv.totals.json"), Path::new(&beside)).unwrap();
    let (code, _, err) = reloom(&[&"batch", &"--merge", &out, &"-o", &all]);
    assert!(code == 2 && err.contains("--features parquet"), "{err}");
    assert!(!all.exists());
}

#[cfg(feature = "parquet")]
mod with {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;

    /// The headings and the rows, null as nothing, with the type of each cell.
    fn rows(path: &Path) -> (Vec<String>, Vec<Vec<Field>>) {
        let file = SerializedFileReader::new(std::fs::File::open(path).unwrap()).unwrap();
        let schema = file.metadata().file_metadata().schema_descr_ptr();
        let heads = schema.columns().iter().map(|column| column.name().to_owned());
        let rows = file.get_row_iter(None).unwrap().map(|row| {
            let row = row.unwrap();
            row.get_column_iter().map(|(_, field)| field.clone()).collect()
        });
        (heads.collect(), rows.collect())
    }

    fn same(path: &Path, table: &Path) {
        let (heads, rows) = rows(path);
        let mut text = csv::Reader::from_path(table).unwrap();
        assert!(
            text.headers()
                .unwrap()
                .iter()
                .eq(heads.iter().map(String::as_str))
        );
        let mut count = 0;
        for (row, record) in rows.iter().zip(text.records()) {
            let record = record.unwrap();
            for ((field, cell), head) in row.iter().zip(&record).zip(&heads) {
                let is_same = match field {
                    Field::Long(number) => head == "line" && cell == number.to_string(),
                    Field::Double(number) => cell.parse::<f64>().unwrap().to_bits() == number.to_bits(),
                    Field::Str(words) => cell == words && !cell.is_empty(),
                    Field::Null => cell.is_empty(),
                    _ => false,
                };
                assert!(is_same, "{head}: {field:?} {cell}");
            }
            count += 1;
        }
        assert!(count == rows.len() && count > 0);
        // No line of the table of text is left over.
        assert_eq!(text.records().count(), 0);
    }

    #[test]
    fn it_holds_what_the_table_of_text_says_to_the_last_digit() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        list(&at("l.csv"), 40);
        let text = std::fs::read_to_string(at("l.csv")).unwrap();
        std::fs::write(at("l.csv"), format!("{text}=款,spaceship,棉,1,1\n")).unwrap();
        for more in [&[][..], &["--draws", "3"]] {
            let run = |out: &Path| {
                let mut words: Vec<&dyn AsRef<std::ffi::OsStr>> = vec![&"batch"];
                let table = at("l.csv");
                words.extend([&table as &dyn AsRef<std::ffi::OsStr>, &"-o", &out]);
                words.extend(more.iter().map(|word| word as &dyn AsRef<std::ffi::OsStr>));
                // One line is bad.
                assert_eq!(reloom(&words).0, 1);
                std::fs::read(format!("{}.totals.json", out.display())).unwrap()
            };
            assert!(run(&at("o.csv")) == run(&at("o.parquet")));
            same(&at("o.parquet"), &at("o.csv"));
        }
    }

    #[test]
    fn shards_join_to_the_one_run_in_either_form() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        let bytes = |name: &str| std::fs::read(at(name)).unwrap();
        let table = at("l.csv");
        list(&table, 2_010);
        let run = |out: &str, more: &[&str]| {
            let out = at(out);
            let mut words: Vec<&dyn AsRef<std::ffi::OsStr>> = vec![&"batch", &table, &"-o", &out];
            words.extend([&"--pathways" as &dyn AsRef<std::ffi::OsStr>, &"today"]);
            words.extend(more.iter().map(|word| word as &dyn AsRef<std::ffi::OsStr>));
            let (code, _, err) = reloom(&words);
            assert_eq!(code, 0, "{err}");
        };
        run("one.csv", &[]);
        run("one.parquet", &[]);
        run("a.parquet", &["--shard", "1/2"]);
        run("b.csv", &["--shard", "2/2"]);
        for out in ["all.parquet", "all.csv"] {
            let (a, b, out) = (at("a.parquet"), at("b.csv"), at(out));
            let (code, _, err) = reloom(&[&"batch", &"--merge", &b, &a, &"-o", &out]);
            assert_eq!(code, 0, "{err}");
        }
        assert!(bytes("all.csv") == bytes("one.csv"));
        assert!(bytes("all.parquet") == bytes("one.parquet"));
        same(&at("one.parquet"), &at("one.csv"));
        std::fs::write(at("a.parquet"), b"PAR1 no more").unwrap();
        let (code, _, err) = reloom(&[&"batch", &"--merge", &at("a.parquet"), &"-o", &at("c.csv")]);
        assert!(
            code == 2 && err.contains("a.parquet") && err.lines().count() == 1,
            "{err}"
        );
    }
}
