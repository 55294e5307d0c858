//! What comes with a part: cloth that gives its mass, papers, roles; in edits, files, tables, labels and the inspector.

use crate::support::window::{command, options, press, window_over};

use crate::support::said::Queryable;
use egui::Key;
use egui::accesskit::Role as Spoken;
use egui_kittest::Harness;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::data::{Drawing, Library};
use reloom::edit::{Edit, EditError, History, PartEdit};
use reloom::intake::{DEFAULT_KIND, bom, label};
use reloom::model::{Assumed, Cloth, Currency, Extent, Paper, Part, Price, PricePer, Project, Role};
use reloom::project_file::{Flag, read, write};
use reloom::quantity::Mass;
use reloom::session::Session;
use reloom::text::Lang;

fn uniform() -> Project {
    reloom::presets::get("school_uniform").unwrap().project().unwrap()
}

fn first(project: &Project) -> &Part {
    project.product.parts.first().unwrap()
}

fn apply(project: &Project, change: PartEdit) -> Result<Project, EditError> {
    Edit::part(&first(project).id, change).apply(project)
}

fn grams(part: &Part) -> f64 {
    (part.mass.grams() * 1e6).round() / 1e6
}

const AREA: Cloth = Cloth {
    gsm: 180.0,
    extent: Extent::Area(1.2),
    kept: 1.0,
};

const LENGTH: Cloth = Cloth {
    gsm: 200.0,
    extent: Extent::Length {
        metres: 1.4,
        width_m: 1.5,
    },
    kept: 0.8,
};

#[test]
fn cloth_sets_the_mass_and_the_mass_sets_the_cloth() {
    let project = apply(&uniform(), PartEdit::SetCloth(Some(AREA))).unwrap();
    assert!((grams(first(&project)) - 216.0).abs() < 1e-9);
    let heavier = apply(&project, PartEdit::SetMass(Mass::new(0.36).unwrap())).unwrap();
    let cloth = first(&heavier).cloth.unwrap();
    assert!((cloth.gsm - 180.0).abs() < 1e-12);
    assert!((cloth.extent.square_metres() - 2.0).abs() < 1e-12, "{cloth:?}");

    let project = apply(&uniform(), PartEdit::SetCloth(Some(LENGTH))).unwrap();
    assert!((grams(first(&project)) - 336.0).abs() < 1e-9);
    // Without cloth the mass stays.
    let plain = apply(&project, PartEdit::SetCloth(None)).unwrap();
    assert_eq!((first(&plain).cloth, grams(first(&plain))), (None, 336.0));
}

#[test]
fn cloth_that_cannot_be_is_refused_with_its_name_and_bounds() {
    let wrong = [
        Cloth { gsm: 0.0, ..AREA },
        Cloth { kept: 0.0, ..AREA },
        Cloth { kept: 1.2, ..AREA },
        Cloth {
            extent: Extent::Area(-1.0),
            ..AREA
        },
        Cloth {
            extent: Extent::Length {
                metres: 1.0,
                width_m: 0.0,
            },
            ..AREA
        },
        Cloth {
            gsm: f64::MAX,
            extent: Extent::Area(f64::MAX),
            kept: 1.0,
        },
    ];
    for cloth in wrong {
        let error = apply(&uniform(), PartEdit::SetCloth(Some(cloth))).unwrap_err();
        assert!(error.text(Lang::En).contains("Cloth of"), "{cloth:?}: {error}");
        assert!(error.text(Lang::Zh).contains("用料"), "{cloth:?}");
    }
}

#[test]
fn an_assumed_mass_stays_assumed_while_cloth_weighs_the_same() {
    let mut project = uniform();
    let id = first(&project).id.clone();
    let mark = Assumed::Mass(id);
    project.product.assumed.insert(mark.clone());
    let same = AREA.weighing(first(&project).mass);
    let still = apply(&project, PartEdit::SetCloth(Some(same))).unwrap();
    assert!(still.product.assumed.contains(&mark));
    let stated = apply(&still, PartEdit::SetCloth(Some(LENGTH))).unwrap();
    assert!(!stated.product.assumed.contains(&mark));
}

fn with_papers() -> Project {
    let price = Price {
        amount: 23.5,
        currency: Currency::new("EUR").unwrap(),
        per: PricePer::Metre,
    };
    let edits = [
        PartEdit::SetCloth(Some(LENGTH)),
        PartEdit::SetPaper(Paper::Supplier, " 某某纺织 ".to_owned()),
        PartEdit::SetPaper(Paper::Certificate, "GRS".to_owned()),
        PartEdit::SetPaper(Paper::Evidence, "CU 123456".to_owned()),
        PartEdit::SetPrice(Some(price)),
        PartEdit::SetPaper(Paper::Note, "second delivery".to_owned()),
        PartEdit::SetRole(Role::Insulation),
    ];
    edits
        .into_iter()
        .fold(uniform(), |project, edit| apply(&project, edit).unwrap())
}

#[test]
fn papers_are_kept_undone_and_named_in_the_list_of_steps() {
    let project = with_papers();
    let papers = &first(&project).papers;
    assert_eq!(papers.supplier, "某某纺织");
    assert_eq!(papers.price.unwrap().currency.to_string(), "EUR");
    let mut history = History::new(uniform());
    let id = first(&uniform()).id.clone();
    for paper in Paper::ALL {
        let edit = Edit::part(&id, PartEdit::SetPaper(paper, "x".to_owned()));
        let name = edit.name(history.project());
        assert!(!name.en.is_empty() && !name.zh.is_empty());
        history.apply(&edit, false).unwrap();
    }
    for _ in Paper::ALL {
        history.undo();
    }
    assert_eq!(**history.project(), uniform());
    let negative = Price {
        amount: -1.0,
        currency: Currency::default(),
        per: PricePer::Piece,
    };
    assert!(apply(&uniform(), PartEdit::SetPrice(Some(negative))).is_err());
}

#[test]
fn a_file_keeps_cloth_and_papers_and_says_what_does_not_fit() {
    let project = with_papers();
    let text = write(&project, None).unwrap();
    for key in [
        "cloth: length(gsm: 200.0, length_m: 1.4, width_m: 1.5, kept_share: 0.8)",
        "supplier: \"某某纺织\"",
        "certificate: \"GRS\"",
        "evidence: \"CU 123456\"",
        "price: (amount: 23.5, currency: \"EUR\", per: metre)",
        "role: insulation",
    ] {
        assert!(text.contains(key), "{key} in\n{text}");
    }
    assert_eq!(read(text.as_bytes()).unwrap().project, project);
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from));
        read(text.replacen(from, to, 1).as_bytes())
    };
    let flags = changed("length_m: 1.4", "length_m: 1.5").unwrap().flags;
    assert!(matches!(&flags[..], [Flag::Cloth { .. }]), "{flags:?}");
    assert!(flags[0].text(Lang::Zh).contains("用料") || flags[0].text(Lang::Zh).contains("面料"));
    for (from, to, says) in [
        ("gsm: 200.0", "gsm: 0.0", "more than 0"),
        ("kept_share: 0.8", "kept_share: 1.8", "at most 100"),
        ("currency: \"EUR\"", "currency: \"Euro\"", "three letters"),
        ("amount: 23.5", "amount: -23.5", "negative"),
        ("per: metre", "per: yard", "not known here"),
    ] {
        let error = changed(from, to).unwrap_err();
        assert!(error.text(Lang::En).contains(says), "{}", error.text(Lang::En));
        assert!(
            error.text(Lang::En).starts_with("Line "),
            "{}",
            error.text(Lang::En)
        );
    }
    // A file without them opens as before.
    let plain = write(&uniform(), None).unwrap();
    for key in ["cloth:", "supplier", "certificate", "price", "pictures"] {
        assert!(!plain.contains(key), "{key}");
    }
}

#[test]
fn a_table_keeps_the_cloth_it_was_reckoned_from() {
    let library = Library::builtin();
    let text = "Material\tComposition\tConsumption\tUnit\tWidth (cm)\tGSM\tMarker efficiency\n\
                Shell fabric\t100% cotton\t1.4\tm\t150\t200\t80%\n\
                Lining\t100% polyester\t0.9\tm2\t\t60\t\n";
    let sheets = bom::from_text(text).unwrap();
    let draft = reloom::intake::Draft::known(sheets, &bom::Memory::default()).unwrap();
    let parts = draft.read(&DEFAULT_KIND.into(), library).parts();
    let shell = parts[0].cloth.unwrap();
    assert!(
        (shell.gsm - 200.0).abs() < 1e-9 && (shell.kept - 0.8).abs() < 1e-9,
        "{shell:?}"
    );
    let Extent::Length { metres, width_m } = shell.extent else {
        panic!("{shell:?}")
    };
    assert!((metres - 1.4).abs() < 1e-9 && (width_m - 1.5).abs() < 1e-9);
    assert!(matches!(parts[1].cloth.unwrap().extent, Extent::Area(area) if (area - 0.9).abs() < 1e-9));
    for part in &parts {
        assert!(part.cloth.unwrap().weighs(part.mass), "{part:?}");
    }
}

#[test]
fn a_label_keeps_the_cloth_weight_it_named() {
    let library = Library::builtin();
    let kind = library.kind(&"tshirt".into()).unwrap();
    let made = |text: &str| {
        let parts = label::parse(text).parts;
        let project = reloom::intake::from_label(&parts, kind, library, &uniform());
        first(&project).clone()
    };
    let part = made("95%棉 5%氨纶, 180g/㎡");
    let cloth = part.cloth.unwrap();
    assert!(
        (cloth.gsm - 180.0).abs() < 1e-9 && cloth.weighs(part.mass),
        "{part:?}"
    );
    assert_eq!(made("95% cotton 5% elastane").cloth, None);
}

fn opened(lang: Lang, cloth: Option<Cloth>) -> Harness<'static, App> {
    let project = apply(&uniform(), PartEdit::SetCloth(cloth)).unwrap();
    let options = options(Session::new(project, None), Preferences::in_language(lang));
    window_over(options, [1280.0, 900.0])
}

fn shown(h: &Harness<'_, App>) -> Part {
    first(h.state().session().project()).clone()
}

#[test]
fn the_inspector_takes_cloth_and_papers_by_keyboard_in_both_languages() {
    for (lang, supplier, given, area, formula) in [
        (Lang::En, "Supplier", "Given as", "Area", "g/m² × "),
        (Lang::Zh, "供应商", "填写方式", "面积", "g/m²×"),
    ] {
        let mut h = opened(lang, Some(AREA));
        assert!(h.query_by_role_and_label(Spoken::ComboBox, given).is_some());
        assert!(
            h.query_all_by_label_contains(formula).next().is_some(),
            "{lang:?}"
        );
        h.get_by_role_and_label(Spoken::TextInput, area).focus();
        h.run();
        command(&mut h, Key::A);
        h.event(egui::Event::Text("2".to_owned()));
        press(&mut h, Key::Enter);
        assert!((shown(&h).mass.grams() - 360.0).abs() < 1e-9, "{:?}", shown(&h));
        h.get_by_role_and_label(Spoken::TextInput, supplier).focus();
        h.run();
        h.event(egui::Event::Text("Mill 7".to_owned()));
        press(&mut h, Key::Enter);
        assert_eq!(shown(&h).papers.supplier, "Mill 7");
        command(&mut h, Key::Z);
        assert_eq!(shown(&h).papers.supplier, "");
    }
}

#[test]
fn a_mass_becomes_cloth_that_weighs_the_same() {
    let mut h = opened(Lang::En, None);
    let before = shown(&h).mass;
    for (way, gone) in [("g/m² × area", "Width"), ("g/m² × length × width", "Area")] {
        h.get_by_role_and_label(Spoken::ComboBox, "Given as").click();
        h.run();
        h.get_by_label(way).click();
        h.run();
        let part = shown(&h);
        assert!(part.cloth.unwrap().weighs(before) && (part.mass.get() - before.get()).abs() < 1e-12);
        assert!(
            h.query_by_role_and_label(Spoken::TextInput, gone).is_none(),
            "{way}"
        );
    }
}

/// A T-shirt of a label, opened as the page of the label opens it.
fn labelled(lang: Lang) -> Harness<'static, App> {
    let library = Library::builtin();
    let kind = library.kind(&"tshirt".into()).unwrap();
    let parts = label::parse("95% cotton 5% elastane").parts;
    let project = reloom::intake::from_label(&parts, kind, library, &uniform());
    let options = options(Session::new(project, None), Preferences::in_language(lang));
    window_over(options, [1280.0, 900.0])
}

#[test]
fn after_a_label_the_answer_leads_and_the_mass_stands_below() {
    for (lang, answer, mass) in [
        (Lang::En, "recycled at the same grade, MCI", "cutting waste"),
        (Lang::Zh, "每千件新增", "裁剪废料"),
    ] {
        let mut h = labelled(lang);
        let top = |h: &Harness<'_, App>, words: &str| {
            let found = h.query_all_by_label_contains(words);
            let tops: Vec<f32> = found.map(|node| node.rect().top()).collect();
            tops.into_iter().reduce(f32::min).unwrap()
        };
        assert!(top(&h, answer) < top(&h, mass), "{lang:?}");
        // Whoever weighs the parts has the mass first again.
        let parts = h.state().session().project().product.parts.clone();
        assert_eq!(parts.len(), 1);
        let name = if lang == Lang::En { "Mass" } else { "重量" };
        h.get_by_role_and_label(Spoken::TextInput, name).focus();
        h.run();
        command(&mut h, Key::A);
        h.event(egui::Event::Text("160".to_owned()));
        press(&mut h, Key::Enter);
        let first = h.query_all_by_label_contains(answer);
        assert_eq!(first.count(), 0, "{lang:?}");
    }
}

#[test]
fn every_kind_names_the_drawing_that_shows_it() {
    let library = Library::builtin();
    let of = |kind: &str| reloom::data::drawing(&kind.into(), library);
    for (kind, drawing) in [
        ("bra", Drawing::Bra),
        ("blouse", Drawing::Shirt),
        ("suit", Drawing::Suit),
        ("blazer", Drawing::Coat),
        ("scarf", Drawing::Panel),
        ("towel", Drawing::Panel),
        ("curtain", Drawing::Panel),
        ("jeans", Drawing::Trousers),
        ("nobody knows it", Drawing::TShirt),
    ] {
        assert_eq!(of(kind), drawing, "{kind}");
    }
    // Tables that name them are read as such.
    for (words, kind) in [
        ("Women's blouse", "blouse"),
        ("Suit jacket", "blazer"),
        ("西服套装", "suit"),
        ("浴巾", "towel"),
        ("窗帘", "curtain"),
    ] {
        let text = format!("{words}\nMaterial\tGSM\nShell\t180\n");
        let sheets = bom::from_text(&text).unwrap();
        let draft = reloom::intake::Draft::known(sheets, &bom::Memory::default()).unwrap();
        assert_eq!(draft.kind(&DEFAULT_KIND.into()).0.as_str(), kind, "{words}");
    }
}

#[test]
fn roles_have_words_and_rows_everywhere() {
    for role in [Role::Elastic, Role::Drawcord, Role::Print, Role::Insulation] {
        assert!(Role::ALL.contains(&role));
        let new =
            reloom::ui::panel::product::new_part::new_part(&uniform().product, Library::builtin(), role);
        assert!(!new.name.en.is_empty() && !new.name.zh.is_empty());
        let is_weighed = matches!(role, Role::Elastic | Role::Drawcord);
        assert_eq!(new.mass.get() > 0.0, is_weighed, "{role:?}");
    }
}

#[test]
fn a_label_gives_its_certificates_and_the_new_roles() {
    for (text, role, certificate) in [
        ("Shell: 100% recycled polyester (GRS)", Role::Shell, "GRS"),
        (
            "Shell: 100% cotton; elastic: 70% polyester 30% elastane",
            Role::Elastic,
            "",
        ),
        (
            "Shell: 100% cotton; drawstring: 100% polyester",
            Role::Drawcord,
            "",
        ),
        ("面料：100%棉；絮片：100%聚酯纤维", Role::Insulation, ""),
        ("面料：100%棉；松紧带：70%聚酯纤维30%氨纶", Role::Elastic, ""),
    ] {
        let mut draft = reloom::app::label::Draft::default();
        draft.set_text(text.to_owned());
        draft.set_kind("tshirt".into());
        let project = draft.project(Library::builtin()).unwrap();
        let part = project.product.parts.iter().find(|part| part.role == role);
        let part = part.unwrap_or_else(|| unreachable!("{text}: {:?}", project.product.parts));
        assert_eq!(part.papers.certificate, certificate, "{text}");
    }
}
