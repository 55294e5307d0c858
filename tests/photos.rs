//! Pictures of parts and of the product: from a file, shared, kept in the project file, bounded, shown and removed.

use crate::support::window::{options, type_path, window_over};

use crate::support::said::Queryable;
use egui::accesskit::Role;
use egui_kittest::Harness;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::edit::{Edit, EditError, PartEdit, ProductEdit};
use reloom::intake::photo;
use reloom::model::{Picture, Project};
use reloom::project_file::{limit, read, write};
use reloom::session::Session;
use reloom::text::Lang;
use std::time::{Duration, Instant};

fn uniform() -> Project {
    reloom::presets::get("school_uniform").unwrap().project().unwrap()
}

/// A PNG of one colour that differs by `shade`.
fn png(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 600, 300);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![shade; 600 * 300]).unwrap();
    writer.finish().unwrap();
    bytes
}

fn with(project: &Project, at: usize, picture: Picture) -> Result<Project, EditError> {
    let id = &project.product.parts[at].id;
    Edit::part(id, PartEdit::SetPicture(Some(picture))).apply(project)
}

#[test]
fn equal_pictures_stand_once_at_the_end_of_the_file() {
    let picture = photo::read(&png(90)).unwrap();
    let project = with(&uniform(), 0, picture.clone()).unwrap();
    let project = with(&project, 1, photo::read(&png(90)).unwrap()).unwrap();
    let project = Edit::Product(ProductEdit::SetPicture(Some(picture.clone())))
        .apply(&project)
        .unwrap();
    assert_eq!(project.picture_size(), (1, picture.bytes()));
    let text = write(&project, None).unwrap();
    assert_eq!(text.matches(picture.text().unwrap()).count(), 1);
    assert_eq!(text.matches(picture.id()).count(), 4);
    assert!(text.find("pictures: {").unwrap() > text.find("seed:").unwrap());
    assert_eq!(read(text.as_bytes()).unwrap().project, project);
}

#[test]
fn another_key_a_missing_and_a_broken_picture_are_kept() {
    let picture = photo::read(&png(90)).unwrap();
    let project = with(&uniform(), 0, picture.clone()).unwrap();
    let text = write(&project, None).unwrap();
    // Whoever writes by hand may call it as they like.
    let renamed = text.replace(picture.id(), "front");
    assert_eq!(read(renamed.as_bytes()).unwrap().project, project);
    let gone = text.replacen(picture.id(), "elsewhere", 1);
    let found = read(gone.as_bytes()).unwrap().project;
    assert_eq!(
        found.product.parts[0].picture,
        Some(Picture::missing("elsewhere"))
    );
    let again = write(&found, None).unwrap();
    assert_eq!(read(again.as_bytes()).unwrap().project, found);
    let broken = text.replacen(picture.text().unwrap(), "no picture", 1);
    let found = read(broken.as_bytes()).unwrap().project;
    let kept = found.product.parts[0].picture.clone().unwrap();
    assert_eq!((kept.text(), photo::points(&kept)), (Some("no picture"), None));
    assert_eq!(
        read(write(&found, None).unwrap().as_bytes()).unwrap().project,
        found
    );
}

#[test]
fn all_together_stay_within_their_limit_in_edits_and_files() {
    // Each is as large as a picture may be, and the last would go beyond.
    let large = |letter: &str| Picture::new(letter.repeat(photo::BYTES / 3 * 4));
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let fits = limit::PICTURES / large("A").bytes();
    let mut project = uniform();
    let first = project.product.parts[0].clone();
    for (at, letter) in letters.chars().take(fits + 1).enumerate() {
        let mut part = first.clone();
        part.id = format!("part_{at}").into();
        part.picture = Some(large(&letter.to_string()));
        project.product.parts.push(part);
    }
    let added = project.product.parts.last().cloned().unwrap();
    let over = write(&project, None).unwrap_err();
    assert!(over.text(Lang::En).contains("4 MiB"), "{}", over.text(Lang::En));
    let mut within = project.clone();
    within.product.parts.pop();
    let text = write(&within, None).unwrap();
    assert!(text.len() > 5 * 1024 * 1024 && text.len() < limit::BYTES);
    let error = Edit::AddPart(Box::new(added)).apply(&within).unwrap_err();
    assert_eq!(error, EditError::Pictures);
    // One that is there already costs nothing.
    let shared = large("A");
    assert!(with(&within, 1, shared).is_ok());
}

fn window(project: Project, lang: Lang) -> Harness<'static, App> {
    let options = options(Session::new(project, None), Preferences::in_language(lang));
    window_over(options, [1280.0, 1000.0])
}

/// Types `path` where the file is asked for, and waits for what comes of it.
fn choose(h: &mut Harness<'_, App>, path: &std::path::Path, done: impl Fn(&Harness<'_, App>) -> bool) {
    type_path(h, path);
    let until = Instant::now() + Duration::from_mins(1);
    while !done(h) {
        assert!(Instant::now() < until, "nothing came");
        std::thread::sleep(Duration::from_millis(10));
        h.run();
    }
}

#[test]
fn a_picture_is_chosen_shown_undone_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shell.png");
    std::fs::write(&file, png(120)).unwrap();
    let mut h = window(uniform(), Lang::En);
    let click = |h: &mut Harness<'_, App>, label: &str| {
        h.get_by_role_and_label(Role::Button, label).click_accesskit();
        h.run();
    };
    let project = |h: &Harness<'_, App>| Project::clone(h.state().session().project());
    click(&mut h, "Add a picture of the part…");
    choose(&mut h, &file, |h| project(h).product.parts[0].picture.is_some());
    h.get_by_role_and_label(Role::Image, "Picture of the part");
    click(&mut h, "Remove this picture");
    assert_eq!(project(&h).product.parts[0].picture, None);
    click(&mut h, "Add a picture of the product…");
    choose(&mut h, &file, |h| project(h).product.picture.is_some());
    click(&mut h, "Picture of the product");
    click(&mut h, "Remove the picture of the product");
    assert_eq!(project(&h).product.picture, None);

    let table = folder.path().join("no picture.png");
    std::fs::write(&table, "a table").unwrap();
    click(&mut h, "Add a picture of the part…");
    choose(&mut h, &table, |h| {
        h.query_by_label_contains("neither a PNG nor a JPEG").is_some()
    });
    assert_eq!(project(&h), project(&window(uniform(), Lang::En)));
}

#[test]
fn a_broken_picture_says_so_in_both_languages() {
    for (lang, says) in [
        (Lang::En, "does not hold this picture whole"),
        (Lang::Zh, "这张图片不完整"),
    ] {
        let mut project = with(&uniform(), 0, Picture::missing("gone")).unwrap();
        project.product.picture = Some(Picture::new("broken"));
        let h = window(project, lang);
        assert!(h.query_all_by_label_contains(says).next().is_some(), "{lang:?}");
    }
}
