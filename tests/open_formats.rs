//! What leaves the program for others: claims, the passport draft, queries of Ecobalyse, and the schemas of our outputs.
#![allow(clippy::indexing_slicing, reason = "a test stops at what cannot be")]

use proptest::prelude::*;
use reloom::assess::assess;
use reloom::cli::{Cli, run};
use reloom::data::Library;
use reloom::model::{Assumed, FibreLine, Name, Origin, Paper, Project, Removable, Typed};
use reloom::project_file::as_json;
use reloom::quantity::{Mass, Share};
use reloom::report::claims::{Claim, claims, rows};
use reloom::report::ecobalyse;
use reloom::report::passport::{Details, Draft, Order, draft, problems};
use reloom::report::schemas::{SCHEMAS, schema};
use reloom::text::Lang;
use reloom::{presets, project_file};
use serde_json::{Value, json};
use std::ffi::OsString;

fn project(id: &str) -> Project {
    presets::get(id).unwrap().project().unwrap()
}

/// Exit code, standard output and standard error.
fn call(words: &[&dyn AsRef<std::ffi::OsStr>]) -> (u8, String, String) {
    let words = words.iter().map(|word| word.as_ref().to_owned());
    let cli =
        <Cli as clap::Parser>::try_parse_from([OsString::from("reloom")].into_iter().chain(words)).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(&cli.command.unwrap(), Lang::En, &mut out, &mut err);
    (
        code,
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
    )
}

fn said(project: &Project) -> Vec<Claim> {
    let library = Library::builtin();
    claims(project, library, &assess(project, library))
}

fn claim(project: &Project, id: &str) -> Claim {
    said(project).into_iter().find(|claim| claim.id == id).unwrap()
}

/// A jacket whose shell is polyester, half of it from bottles, every mass stated.
fn half_recycled() -> Project {
    let mut project = project("school_uniform");
    project.product.assumed.clear();
    for part in &mut project.product.parts {
        for line in &mut part.fibres {
            line.feedstock = reloom::model::Feedstock::default();
        }
    }
    let shell = &mut project.product.parts[0];
    shell.fibres = vec![FibreLine {
        fibre: "polyester".into(),
        share: Share::ONE,
        feedstock: reloom::model::Feedstock {
            recycled: Share::new(0.5).unwrap(),
            origin: Origin::OtherWaste,
            ..Default::default()
        },
    }];
    project
}

#[test]
fn a_share_is_said_only_with_its_certificate_and_never_rounded_up() {
    let mut project = half_recycled();
    let open = claim(&project, "recycled_content");
    assert!(!open.allowed);
    assert_eq!(open.missing.len(), 1, "{open:?}");
    let shell = &mut project.product.parts[0];
    shell.papers = std::mem::take(&mut shell.papers).with(Paper::Certificate, "GRS".into());
    assert!(
        !claim(&project, "recycled_content").allowed,
        "a certificate without its number"
    );
    let shell = &mut project.product.parts[0];
    shell.papers = std::mem::take(&mut shell.papers).with(Paper::Evidence, "CU 1234".into());
    let backed = claim(&project, "recycled_content");
    assert!(backed.allowed && backed.missing.is_empty(), "{backed:?}");
    let whole: f64 = project.product.parts.iter().map(|part| part.mass.get()).sum();
    let percent = (project.product.parts[0].mass.get() * 50.0 / whole).floor();
    assert!(
        backed.text.en.contains(&format!("{percent:.0}")),
        "{}",
        backed.text.en
    );
    assert!(backed.text.en.contains("GRS CU 1234") && backed.text.zh.contains("GRS CU 1234"));
    assert!(backed.text.zh.contains("循环再利用材料"));
    // A mass that nobody weighed backs no share by weight.
    project
        .product
        .assumed
        .insert(Assumed::Mass(project.product.parts[0].id.clone()));
    assert!(!claim(&project, "recycled_content").allowed);
}

#[test]
fn large_words_are_refused_with_their_reason() {
    for preset in presets::all() {
        let project = preset.project().unwrap();
        let all = said(&project);
        for id in ["recyclable", "circular", "green", "zero_waste", "creates_jobs"] {
            let refused = all.iter().find(|claim| claim.id == id).unwrap();
            assert!(
                !refused.allowed && !refused.missing.is_empty(),
                "{}: {refused:?}",
                preset.id
            );
        }
        for claim in &all {
            assert_eq!(
                claim.allowed,
                claim.missing.is_empty(),
                "{}: {claim:?}",
                preset.id
            );
            assert!(
                !claim.text.en.contains('{') && !claim.text.zh.contains('{'),
                "{claim:?}"
            );
            assert!(!claim.text.en.is_empty() && !claim.text.zh.is_empty());
        }
    }
    let green = claim(&project("tshirt"), "circular");
    let basis: Vec<&str> = green.basis.iter().map(|name| name.get(Lang::En)).collect();
    assert!(
        basis.iter().any(|text| text.starts_with("A proposal, not law:")),
        "{basis:?}"
    );
}

#[test]
fn the_table_of_claims_names_rules_that_are_there() {
    assert!(rows().len() > 10);
    for row in rows() {
        for rule in &row.rules {
            assert!(
                Library::builtin().rules.iter().any(|known| &known.id == rule),
                "{}: {rule}",
                row.id
            );
        }
    }
}

#[test]
fn parts_that_come_off_easily_need_a_test() {
    let mut project = project("school_uniform");
    project.product.parts[0].removable = Removable::Easily;
    let claim = claim(&project, "comes_off");
    assert!(!claim.allowed && claim.text.en.contains(&project.product.parts[0].name.en));
}

fn drafted(project: &Project, details: &Details) -> Draft {
    let assessment = assess(project, Library::builtin());
    draft(&Order {
        project,
        assessment: &assessment,
        details,
        date: "2026-11-25",
        lang: Lang::En,
    })
}

fn details() -> Details {
    Details {
        issuer_id: "did:web:example.org".into(),
        issuer_name: "Example Garment Co.".into(),
        product_id: "https://example.org/products/TS-001".into(),
        scheme_id: "https://example.org/products/".into(),
        scheme_name: "Style number".into(),
        facility_id: "https://example.org/facilities/1".into(),
        facility_name: "Factory 1".into(),
        category_code: "610910".into(),
        category_name: "T-shirts of cotton".into(),
        work: false,
    }
}

#[test]
fn the_minimal_passport_holds_and_each_field_that_is_taken_out_does_not() {
    let fixture: Value = serde_json::from_str(include_str!("fixtures/untp-dpp-0.7.0-minimal.json")).unwrap();
    assert_eq!(problems(&fixture), Vec::<String>::new());
    for key in [
        "@context",
        "id",
        "issuer",
        "validFrom",
        "name",
        "credentialSubject",
    ] {
        let mut without = fixture.clone();
        without.as_object_mut().unwrap().remove(key);
        assert!(!problems(&without).is_empty(), "{key}");
    }
    let subject = [
        "id",
        "name",
        "idScheme",
        "idGranularity",
        "productCategory",
        "producedAtFacility",
        "countryOfProduction",
    ];
    for key in subject {
        let mut without = fixture.clone();
        without["credentialSubject"].as_object_mut().unwrap().remove(key);
        assert!(!problems(&without).is_empty(), "{key}");
    }
    let mut older = fixture;
    older["@context"][1] = json!("https://vocabulary.uncefact.org/untp/0.6.1/context/");
    assert!(!problems(&older).is_empty());
}

#[test]
fn every_preset_gives_a_draft_that_holds_and_says_what_is_missing() {
    for preset in presets::all() {
        let project = preset.project().unwrap();
        let bare = drafted(&project, &Details::default());
        assert_eq!(bare.problems, Vec::<String>::new(), "{}", preset.id);
        let paths: Vec<&str> = bare.missing.iter().map(|missing| missing.path.as_str()).collect();
        for path in [
            "/issuer/id",
            "/issuer/name",
            "/credentialSubject/producedAtFacility",
        ] {
            assert!(paths.contains(&path), "{}: {paths:?}", preset.id);
        }
        let name = bare.credential["name"].as_str().unwrap();
        assert!(name.starts_with("DRAFT 草稿"), "{name}");
        assert!(bare.credential.get("proof").is_none());
        assert!(
            !bare.text().contains("hours"),
            "estimates of work go in only when asked for"
        );
        let materials = bare.credential["credentialSubject"]["materialProvenance"]
            .as_array()
            .unwrap();
        let sum: f64 = materials
            .iter()
            .map(|material| material["massFraction"].as_f64().unwrap())
            .sum();
        assert!(sum <= 1.0 + 1e-6 && sum > 0.9, "{}: {sum}", preset.id);
        let told = drafted(
            &project,
            &Details {
                work: true,
                ..details()
            },
        );
        assert_eq!(told.problems, Vec::<String>::new(), "{}", preset.id);
        assert!(told.text().contains("hours-per-1000-pieces"));
        assert!(
            told.missing
                .iter()
                .all(|missing| !missing.path.starts_with("/issuer")),
            "{:?}",
            told.missing
        );
    }
}

#[test]
fn a_claim_goes_into_the_passport_only_with_its_certificate() {
    let mut project = half_recycled();
    let claims = |project: &Project| {
        drafted(project, &details()).credential["credentialSubject"]
            .get("performanceClaim")
            .cloned()
    };
    assert_eq!(claims(&project), None);
    let shell = &mut project.product.parts[0];
    shell.papers = std::mem::take(&mut shell.papers)
        .with(Paper::Certificate, "GRS".into())
        .with(Paper::Evidence, "1".into());
    let with = claims(&project).unwrap();
    assert_eq!(with.as_array().unwrap().len(), 1);
    assert_eq!(with[0]["claimedPerformance"][0]["measure"]["unit"], "P1");
    assert_eq!(drafted(&project, &details()).problems, Vec::<String>::new());
}

#[test]
fn what_is_no_uri_is_said_and_left_out() {
    let project = project("tshirt");
    for wrong in ["example", "did:", "https://a b", ":x", "1a:b", "编号:一"] {
        let details = Details {
            issuer_id: wrong.into(),
            ..details()
        };
        let draft = drafted(&project, &details);
        assert_eq!(draft.problems, Vec::<String>::new(), "{wrong}");
        assert!(
            draft.missing.iter().any(|missing| missing.path == "/issuer/id"),
            "{wrong}"
        );
    }
}

#[test]
fn passport_and_claims_are_commands() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("护照 a.json");
    let (code, out, err) = call(&[&"passport", &"preset:tshirt", &"-o", &file]);
    assert_eq!((code, err.as_str()), (1, ""));
    let json: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["valid"], true);
    holds("passport", &json);
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(problems(&written), Vec::<String>::new());
    let (code, out, _) = call(&[&"claims", &"preset:school_uniform", &"--format", &"json"]);
    assert_eq!(code, 0);
    holds("claims", &serde_json::from_str(&out).unwrap());
    let (code, out, _) = call(&[&"claims", &"preset:school_uniform"]);
    assert!(code == 0 && out.contains("Recyclable"), "{out}");
}

#[track_caller]
fn holds(name: &str, value: &Value) {
    let schema: Value = serde_json::from_str(schema(name).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(value)
        .take(3)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

#[test]
fn every_schema_is_one_and_is_printed() {
    for (name, text) in SCHEMAS {
        let schema: Value = serde_json::from_str(text).unwrap();
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        let (code, out, _) = call(&[&"schema", &name]);
        assert_eq!((code, out.as_str()), (0, text), "{name}");
    }
    let (code, _, err) = call(&[&"schema", &"nothing"]);
    assert!(code == 2 && err.contains("assess"), "{err}");
}

#[test]
fn outputs_of_advice_hold_against_their_schemas() {
    let on = "preset:school_uniform --pathway sort_chemical --format json";
    for (name, line) in [
        (
            "reach",
            "reach --lever share:discard>collection --target recycled=0.04",
        ),
        (
            "reach",
            "reach --lever share:discard>collection --target recycled=0.9",
        ),
        ("levers", "reach --levers"),
        (
            "frontier",
            "frontier --moves sort_finer,take_back --x moves_count --y recycled",
        ),
    ] {
        let words: Vec<&str> = line.split(' ').chain(on.split(' ')).collect();
        let words: Vec<&dyn AsRef<std::ffi::OsStr>> = words.iter().map(|word| word as _).collect();
        let (_, out, err) = call(&words);
        holds(name, &serde_json::from_str(&out).expect(&err));
    }
}

#[test]
fn outputs_beside_the_answers_hold_against_their_schemas() {
    let words = |line: &str| -> Vec<String> { line.split(' ').map(str::to_owned).collect() };
    for (name, line) in [
        (
            "years",
            "years preset:school_uniform --from today --to repair_first --start 2026 --end 2030",
        ),
        ("beside", "beside preset:school_uniform --draws 20 --format json"),
        (
            "beside",
            "beside preset:tshirt --draws 20 --made-kg 4.2 --source EPD --format json",
        ),
        (
            "beside",
            "beside preset:school_uniform --draws 20 --price repair=30:40:60CNY --price garment=45CNY --price resale=3EUR \
             --rate EUR/CNY=7.8 --convert CNY --source shop --date 2026-11-25 --format json",
        ),
    ] {
        let words = words(line);
        let words: Vec<&dyn AsRef<std::ffi::OsStr>> = words.iter().map(|word| word as _).collect();
        let (code, out, err) = call(&words);
        assert_eq!(code, 0, "{err}");
        holds(name, &serde_json::from_str(&out).unwrap());
    }
    let dir = tempfile::tempdir().unwrap();
    let (list, out) = (dir.path().join("list.csv"), dir.path().join("out.csv"));
    std::fs::write(
        &list,
        "style,kind,composition,mass (g),pieces\nA,tshirt,100% cotton,170,1000\n",
    )
    .unwrap();
    let (code, line, err) = call(&[&"batch", &list, &"-o", &out, &"--draws", &"3"]);
    assert_eq!(code, 0, "{err}");
    holds("batch", &serde_json::from_str(&line).unwrap());
    let totals = std::fs::read_to_string(dir.path().join("out.csv.totals.json")).unwrap();
    holds("batch-totals", &serde_json::from_str(&totals).unwrap());
}

#[test]
fn outputs_of_every_preset_hold_against_their_schemas() {
    for preset in presets::all() {
        let file = format!("preset:{}", preset.id);
        let (_, out, _) = call(&[&"assess", &file, &"--format", &"json"]);
        holds("assess", &serde_json::from_str(&out).unwrap());
        let project = preset.project().unwrap();
        holds("project", &as_json(&project).unwrap());
        for pathway in &project.pathways {
            let (code, out, _) = call(&[&"model", &file, &"--pathway", &pathway.id.as_str()]);
            if code == 0 {
                holds("model", &serde_json::from_str(&out).unwrap());
            }
        }
    }
    let (_, out, _) = call(&[
        &"assess",
        &"preset:tshirt",
        &"preset:jeans",
        &"--draws",
        &"8",
        &"--format",
        &"json",
    ]);
    holds("assess", &serde_json::from_str(&out).unwrap());
    let (_, out, _) = call(&[
        &"model",
        &"preset:tshirt",
        &"--pathway",
        &"repair_first",
        &"--draws",
        &"2",
    ]);
    holds("model", &serde_json::from_str(&out).unwrap());
    let (_, out, err) = call(&[
        &"advise",
        &"preset:tshirt",
        &"--draws",
        &"4",
        &"--format",
        &"json",
    ]);
    holds("advise", &serde_json::from_str(&out).expect(&err));
    let (_, out, _) = call(&[&"presets", &"--format", &"json"]);
    holds("presets", &serde_json::from_str(&out).unwrap());
    for label in [
        "95% cotton 5% elastane, 180 g/m2",
        "60% polyester (50% recycled) 40% cotton",
        "",
        "100% foo",
    ] {
        let (_, out, _) = call(&[&"parse-label", &label]);
        holds("parse-label", &serde_json::from_str(&out).unwrap());
    }
    let dir = tempfile::tempdir().unwrap();
    let table = dir.path().join("bom.csv");
    std::fs::write(&table, include_str!("fixtures/bom_uniform_en.csv")).unwrap();
    let (_, out, _) = call(&[&"import", &table, &"-o", &dir.path().join("a.ron")]);
    holds("import", &serde_json::from_str(&out).unwrap());
}

/// Queries as the rules of Ecobalyse have them, each with other keys.
const QUERIES: [&str; 3] = [
    include_str!("fixtures/ecobalyse/tshirt.json"),
    include_str!("fixtures/ecobalyse/jacket.json"),
    include_str!("fixtures/ecobalyse/sweater.json"),
];

#[test]
fn queries_are_read_and_written_back_key_by_key() {
    for text in QUERIES {
        let before: Value = serde_json::from_str(text).unwrap();
        let query = ecobalyse::read(text).unwrap();
        assert_eq!(serde_json::to_value(&query).unwrap(), before);
        let taken = ecobalyse::project(&query, Library::builtin(), Lang::En).unwrap();
        // What a project holds comes back; what it does not is said.
        let back = ecobalyse::query(&taken.project, Library::builtin(), Lang::En)
            .query
            .unwrap();
        let back = serde_json::to_value(&back).unwrap();
        for (key, value) in before.as_object().unwrap() {
            let is_said = taken.without.iter().any(|text| text.contains(key.as_str()));
            let is_country = key.starts_with("country");
            let is_back = back.get(key) == Some(value) || key == "mass" && close(&back[key], value);
            assert!(
                is_back || is_said || is_country,
                "{key}: {value} became {:?}",
                back.get(key)
            );
        }
        let file = project_file::write(&taken.project, None).unwrap();
        assert_eq!(
            project_file::read(file.as_bytes()).unwrap().project,
            taken.project
        );
    }
}

fn close(a: &Value, b: &Value) -> bool {
    (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() < 1e-12
}

#[test]
fn what_has_no_counterpart_is_said() {
    let wool = r#"{"mass":0.3,"materials":[{"id":"00000000-0000-0000-0000-000000000000","share":1}],"product":"pull","countryMaking":"MM"}"#;
    let taken = ecobalyse::project(&ecobalyse::read(wool).unwrap(), Library::builtin(), Lang::En).unwrap();
    assert_eq!(taken.without.len(), 2, "{:?}", taken.without);
    for (text, word) in [
        (r#"{"mass":0.3,"materials":[],"product":"hat"}"#, "hat"),
        (r#"{"mass":0,"materials":[],"product":"pull"}"#, "0 kg"),
        (
            r#"{"mass":0.3,"materials":[{"id":"x","share":0.5}],"product":"pull"}"#,
            "0.5",
        ),
    ] {
        let query = ecobalyse::read(text).unwrap();
        let error = ecobalyse::project(&query, Library::builtin(), Lang::En).unwrap_err();
        assert!(error.contains(word), "{error}");
    }
    assert!(ecobalyse::read(r#"{"mass":1,"materials":[],"product":"pull","colour":"red"}"#).is_err());
    let curtain = project("bed_linen");
    let given = ecobalyse::query(&curtain, Library::builtin(), Lang::Zh);
    assert!(given.query.is_none() && !given.without.is_empty());
}

#[test]
fn feedstock_without_a_counterpart_is_said_by_what_it_is() {
    let mut project = half_recycled();
    let feedstock = &mut project.product.parts[0].fibres[0].feedstock;
    feedstock.reused = Share::new(0.25).unwrap();
    feedstock.sustained = Share::new(0.125).unwrap();
    for (lang, reused, sustained) in [
        (Lang::En, "reused", "renewable, with evidence"),
        (Lang::Zh, "再利用", "可再生，有证明"),
    ] {
        let given = ecobalyse::query(&project, Library::builtin(), lang);
        for word in [reused, sustained] {
            let said = given.without.iter().filter(|text| text.contains(word));
            assert_eq!(said.count(), 1, "{word}: {:?}", given.without);
        }
        // Half from bottles and an eighth new are what is left of the shell: nothing reused goes as new.
        let materials = given.query.unwrap().materials;
        let share = |id: &str| materials.iter().find(|row| row.id == id).unwrap().share;
        let (bottles, new) = (
            "8f44c680-1263-4588-b79b-a9e4dc3d8de4",
            "9dba0e95-0c35-4f8b-9267-62ddf47d4984",
        );
        assert!(share(bottles) > share(new), "{materials:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn shares_of_any_query_sum_to_one(masses in proptest::collection::vec(0.001..2.0_f64, 8)) {
        for preset in presets::all() {
            let mut project = preset.project().unwrap();
            for (part, kg) in project.product.parts.iter_mut().zip(masses.iter().cycle()) {
                part.mass = Mass::new(*kg).unwrap();
                part.cloth = None;
            }
            if let Some(query) = ecobalyse::query(&project, Library::builtin(), Lang::En).query {
                let sum: f64 = query.materials.iter().map(|material| material.share).sum();
                prop_assert!((sum - 1.0).abs() < 1e-9, "{}: {}", preset.id, sum);
            }
        }
    }
}

#[test]
fn queries_are_commands() {
    let dir = tempfile::tempdir().unwrap();
    let (query, back) = (dir.path().join("查询.json"), dir.path().join("back.ron"));
    let (code, out, err) = call(&[&"ecobalyse", &"preset:tshirt", &"-o", &query]);
    assert!(code < 2, "{out}{err}");
    let (code, out, err) = call(&[&"ecobalyse", &query, &"--read", &"-o", &back]);
    assert!(code < 2, "{out}{err}");
    let read = project_file::read(&std::fs::read(&back).unwrap())
        .unwrap()
        .project;
    assert_eq!(read.id.as_str(), "back");
    let mass: f64 = read.product.parts.iter().map(|part| part.mass.get()).sum();
    let whole: f64 = project("tshirt")
        .product
        .parts
        .iter()
        .map(|part| part.mass.get())
        .sum();
    assert!((mass - whole).abs() < 1e-9);
    assert_ne!(read.product.name, Name::default());
    let (code, _, err) = call(&[&"ecobalyse", &query, &"--read", &"-o", &query]);
    assert!(code == 2 && err.lines().count() == 1, "{err}");
}

/// A detailed result as Ecobalyse's simulator answers, with the steps' names in its two spellings.
fn result(names: [&str; 8], making: f64) -> String {
    let step = |(name, kg): (&str, f64)| {
        format!(r#"{{"label":"{name}","enabled":true,"impacts":{{"cch":{kg},"ecs":9}}}}"#)
    };
    let kg = [2.0, 0.5, 0.25, 1.0, making, 0.1, 3.0, 0.4];
    let steps: Vec<String> = names.into_iter().zip(kg).map(step).collect();
    format!(
        r#"{{"webUrl":"https://example.org","impacts":{{"cch":8.0}},"lifeCycle":[{}]}}"#,
        steps.join(",")
    )
}

#[test]
fn the_carbon_of_making_is_taken_from_a_result_with_release_and_day() {
    let codes = [
        "material",
        "spinning",
        "fabric",
        "ennobling",
        "making",
        "distribution",
        "use",
        "eol",
    ];
    let french = [
        "Matière",
        "Filature",
        "Tissage & Tricotage",
        "Teinture",
        "Confection",
        "Distribution",
        "Utilisation",
        "Fin de vie",
    ];
    let dir = tempfile::tempdir().unwrap();
    let (file, with) = (dir.path().join("结果.json"), dir.path().join("with.reloom"));
    let release: [&dyn AsRef<std::ffi::OsStr>; 4] = [&"--release", &"7.1.0", &"--date", &"2026-11-20"];
    let take = |text: &str| {
        std::fs::write(&file, text).unwrap();
        let mut args: Vec<&dyn AsRef<std::ffi::OsStr>> =
            vec![&"ecobalyse", &"preset:tshirt", &"--result", &file];
        args.extend(release);
        args.extend([&"-o" as &dyn AsRef<std::ffi::OsStr>, &with]);
        call(&args)
    };
    for names in [codes, french] {
        let (code, out, err) = take(&result(names, 0.75));
        assert_eq!(code, 0, "{out}{err}");
        let read = project_file::read(&std::fs::read(&with).unwrap())
            .unwrap()
            .project;
        let typed = Typed::CarbonMade(read.product.variant).id();
        let own = &read.overrides[&typed];
        // Two for fibre, spinning, cloth, dyeing and sewing; shop, washing and end are left out.
        assert!((own.figure.value - 4.5).abs() < 1e-12, "{own:?}");
        for word in ["7.1.0", "2026-11-20", "结果.json", "making", "without transport"] {
            assert!(own.note.contains(word), "{word}: {}", own.note);
        }
    }
    let whole = r#"{"impacts":{"cch":8.0}}"#;
    for (text, word) in [
        (whole, "/simulator/detailed"),
        ("{}", "impacts"),
        ("not json", "line 1"),
        (result(codes, -40.0).as_str(), "no piece"),
    ] {
        let (code, _, err) = take(text);
        assert!(
            code == 2 && err.contains(word) && err.lines().count() == 1,
            "{text}: {err}"
        );
    }
    let words = [
        "reloom",
        "ecobalyse",
        "preset:tshirt",
        "--result",
        "r.json",
        "-o",
        "with.reloom",
    ];
    let error = <Cli as clap::Parser>::try_parse_from(words).unwrap_err();
    assert!(error.to_string().contains("--release"), "{error}");
}
