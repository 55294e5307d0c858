//! The job card: its words in both languages, the rules that it keeps, pictures, pointer and keyboard.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::accesskit::Role;
use egui_kittest::Harness;
use reloom::assess::{Assessment, assess};
use reloom::data::{Grade, Library};
use reloom::explain::{FigureId, OwnMarks, PathwayFigure, own_marks};
use reloom::job::Uncertain;
use reloom::model::{Estimate, Override, Project};
use reloom::report::sheet::{Block, Figure, Fill, Piece, Tone};
use reloom::text::{CardMsg, Lang, Phrase as _};
use reloom::ui::panel::card;
use reloom::ui::panel::card::LINES;
use reloom::ui::panel::card::data::{Body, JobCard};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Command, Out, Page, Selection, UncertainView, View};
use reloom::uncertainty::{Bands, Sampler, draw};

struct State {
    own: OwnMarks,
    project: Project,
    assessment: Assessment,
    lang: Lang,
    index: usize,
    selection: Selection,
    uncertain: Option<Uncertain>,
    out: Out,
}

impl State {
    fn of(project: Project, index: usize, lang: Lang) -> Self {
        Self {
            own: OwnMarks::default(),
            assessment: assess(&project, Library::builtin()),
            project,
            lang,
            index,
            selection: Selection::default(),
            uncertain: None,
            out: Out::default(),
        }
    }

    fn view<'a>(&'a self, theme: &'a Theme) -> View<'a> {
        View {
            own: Some(&self.own),
            uncertain: self
                .uncertain
                .as_ref()
                .map(|bands| UncertainView { bands, stale: false }),
            ..View::still(
                (&self.project, &self.assessment),
                (self.lang, theme),
                (&self.selection, Page::Compare),
            )
        }
    }

    fn card(&self) -> JobCard {
        JobCard::of(&self.view(&Theme::load(ThemeKind::Light)), self.index).unwrap()
    }

    fn body(&self) -> Body {
        self.card().body.unwrap()
    }
}

fn preset(id: &str) -> Project {
    reloom::presets::get(id).unwrap().project().unwrap()
}

fn index(project: &Project, pathway: &str) -> usize {
    let found = |each: &reloom::model::Pathway| each.id.as_str() == pathway;
    project.pathways.iter().position(found).unwrap()
}

fn state(preset_id: &str, pathway: &str, lang: Lang) -> State {
    let project = preset(preset_id);
    let index = index(&project, pathway);
    State::of(project, index, lang)
}

fn window(ui: &mut egui::Ui, state: &mut State) {
    let theme = Theme::of(ui.ctx());
    let mut out = Out::default();
    egui::CentralPanel::default()
        .frame(egui::Frame::new().fill(theme.ground).inner_margin(16))
        .show(ui, |ui| {
            card::show(ui, &state.view(&theme), &mut out, state.index);
        });
    state.out.commands.append(&mut out.commands);
}

fn harness<'a>(kind: ThemeKind, width: f32, height: f32, state: State) -> Harness<'a, State> {
    let mut harness = support::builder(kind, width, height).build_ui_state(window, state);
    harness.run();
    harness
}

/// Every word of a card, block by block.
fn words(card: &JobCard) -> String {
    let mut out = vec![format!("{} {}", card.index, card.name)];
    let body = match &card.body {
        Ok(body) => body,
        Err(error) => return format!("{}\n{error}", out[0]),
    };
    out.extend([body.headline.clone(), body.estimate.to_owned()]);
    out.extend(body.character.clone());
    if let Some(lead) = &body.lead {
        out.extend(lead.even.iter().chain(&lead.doubt).map(block));
        out.extend(lead.caution.iter().map(|words| format!("! {words}")));
    }
    out.extend(body.traps.iter().map(|words| format!("! {words}")));
    for line in body.lines.iter().chain([&body.checks]) {
        let more = line.more.unwrap_or_default();
        out.push(format!("\n# {} · {} · {more}", line.title, line.hint));
        out.extend(line.blocks.iter().map(block));
    }
    out.join("\n") + "\n"
}

fn figure(figure: &Figure) -> String {
    let grade = figure.grade.map_or("", Grade::letter);
    let said = format!(
        "{}: {} {} [{}] {grade}",
        figure.word, figure.value, figure.unit, figure.range
    );
    said.trim_end().to_owned()
}

fn fill(fill: Fill) -> String {
    let [red, green, blue] = fill.rgb;
    format!("#{red:02x}{green:02x}{blue:02x} {:?}", fill.hatch)
}

fn block(block: &Block) -> String {
    let side = |pieces: &[Piece]| {
        let said = pieces.iter().map(|piece| {
            let look = fill(piece.fill);
            format!("{look} {} {} {:.3}", piece.label, piece.value, piece.share)
        });
        said.collect::<Vec<_>>().join("; ")
    };
    let half = |blocks: &[Block]| blocks.iter().map(self::block).collect::<Vec<_>>().join(" ");
    match block {
        Block::Figure(each) => figure(each),
        Block::Halves { lost, gained, .. } => format!("{} | {}", half(lost), half(gained)),
        Block::Sides(bar) => format!("bar {} | {}", side(&bar.lost), side(&bar.gained)),
        Block::Legend(items) => {
            let said = items
                .iter()
                .map(|(each, words)| format!("{} {words}", fill(*each)));
            format!("legend {}", said.collect::<Vec<_>>().join("; "))
        }
        Block::List(entries) => {
            let said = entries.iter().map(|entry| {
                let (range, grade) = (&entry.figure.range, entry.figure.grade.map_or("", Grade::letter));
                format!(
                    "- {} ({}) {} [{range}] {grade}",
                    entry.text, entry.small, entry.figure.value
                )
            });
            said.collect::<Vec<_>>().join("\n")
        }
        Block::Text(Tone::Note, words) => format!("! {words}"),
        Block::Text(Tone::Ask, words) => format!("? {words}"),
        Block::Text(_, words) => words.clone(),
        Block::Signs { title, list } => {
            let words: Vec<&str> = list.iter().map(|(_, word)| word.as_str()).collect();
            format!("{title}: {}", words.join(", "))
        }
        Block::Source { text, opens } => format!("{text} -> {opens:?}"),
        other => unreachable!("a job card has no {other:?}"),
    }
}

/// The figures on both sides of `block`.
fn figures(block: &Block) -> [Option<&Figure>; 2] {
    let Block::Halves { lost, gained, .. } = block else {
        unreachable!("{block:?} holds no figures")
    };
    [lost, gained].map(|side| match side.first() {
        Some(Block::Figure(figure)) => Some(figure),
        _ => None,
    })
}

#[test]
fn the_card_reads_so() {
    for (preset_id, pathway) in [
        ("school_uniform", "repair_first"),
        ("school_uniform", "today"),
        ("jeans", "sort_mechanical"),
        ("knitwear_eu", "reuse"),
    ] {
        for (lang, code) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
            let card = state(preset_id, pathway, lang).card();
            insta::assert_snapshot!(format!("card_{preset_id}_{pathway}_{code}"), words(&card));
        }
    }
}

#[test]
fn eleven_lines_in_one_order_whatever_the_pathway() {
    let order = LINES.map(CardMsg::key);
    for preset_id in ["school_uniform", "jeans", "tshirt", "knitwear_eu"] {
        let project = preset(preset_id);
        for index in 0..project.pathways.len() {
            for lang in Lang::ALL {
                let card = State::of(project.clone(), index, lang).card();
                assert!(!words(&card).contains('{'), "{}", words(&card));
                let body = card.body.unwrap();
                let keys: Vec<_> = body.lines.iter().map(|line| line.key).collect();
                assert_eq!(keys, order);
                assert!(body.lines.iter().all(|line| !line.blocks.is_empty()));
                let estimate = if lang == Lang::En {
                    "An estimate, not a measurement"
                } else {
                    "估算值，非实测值"
                };
                assert_eq!(body.estimate, estimate);
            }
        }
    }
}

#[test]
fn a_net_stands_only_over_both_sides() {
    for pathway in ["today", "repair_first", "sort_mechanical", "sort_chemical"] {
        let body = state("school_uniform", pathway, Lang::En).body();
        for line in &body.lines {
            for block in &line.blocks {
                if let Block::Sides(bar) = block {
                    let both = !bar.lost.is_empty() && !bar.gained.is_empty();
                    assert!(bar.net.is_none() || both, "{pathway} {}", line.key);
                }
            }
        }
    }
}

#[test]
fn ranges_come_from_the_draws_once_there_are_some() {
    let mut state = state("school_uniform", "repair_first", Lang::En);
    let wide = state.body();
    let engine = &state.assessment.engine;
    let sampler = Sampler::of(engine.slots.inputs());
    let draws = draw(engine, &sampler, 1, 0..400, &|| false);
    state.uncertain = Some(Uncertain {
        revision: 0,
        bands: Bands::of(&draws),
        swings: Vec::new(),
        ..Uncertain::default()
    });
    let drawn = state.body();
    assert_ne!(drawn.headline, wide.headline);
    let note = |body: &Body| body.lines[0].blocks.last().cloned().unwrap();
    let Block::Text(Tone::Small, words) = note(&drawn) else {
        unreachable!("the note is small")
    };
    assert!(words.contains("draws"), "{words}");
    assert_ne!(note(&wide), note(&drawn));
    let value = |body: &Body| figures(&body.lines[0].blocks[0])[1].unwrap().value.clone();
    assert_eq!(value(&wide), value(&drawn), "the central figure stays");
}

#[test]
fn less_than_one_job_is_said_in_words() {
    let body = state("school_uniform", "sort_mechanical", Lang::En).body();
    for figure in figures(&body.lines[1].blocks[0]) {
        let figure = figure.unwrap();
        assert_eq!(figure.value, "less than one job");
        assert_eq!(figure.range, "");
    }
}

#[test]
fn missing_data_asks_the_partner() {
    let body = state("school_uniform", "repair_first", Lang::Zh).body();
    let pay = &body.lines[6].blocks;
    assert_eq!(pay[0], Block::Text(Tone::Body, "无数据：请询问合作方".to_owned()));
    assert!(matches!(pay[1], Block::Text(Tone::Ask, _)));
    let asks = |line: usize| {
        let blocks = body.lines[line].blocks.iter();
        blocks
            .filter(|block| matches!(block, Block::Text(Tone::Ask, _)))
            .count()
    };
    assert_eq!(asks(9), 2, "voice is two questions");
    for line in [3, 4, 5, 7, 8] {
        assert!(asks(line) >= 1, "line {line} asks");
    }
    // Taking off trims has no row of quality data: where it is much of the work, the card says for how much.
    let says = |id: &str| {
        let project = preset(id);
        let mut ways = project.pathways.iter();
        ways.any(|way| words(&state(id, way.id.as_str(), Lang::En).card()).contains("no data for "))
    };
    let mut all = reloom::presets::all().iter();
    assert!(all.any(|preset| says(preset.id)), "everything has data");
}

#[test]
fn own_figures_that_fall_into_traps_are_noticed() {
    let mut project = preset("school_uniform");
    let own = |note: &str| Override {
        figure: Estimate::exact(20.0),
        note: note.to_owned(),
    };
    project
        .overrides
        .insert("work.reuse_se_bundle.EU".into(), own("RREUSE"));
    project.overrides.insert("work.repair.CN".into(), own(""));
    project
        .overrides
        .insert("work.sorting.CN".into(), own("headcount, per short ton"));
    let traps = State::of(project.clone(), 1, Lang::En).body().traps;
    assert_eq!(traps.len(), 4, "{traps:#?}");
    let traps = State::of(project, 1, Lang::Zh).body().traps;
    assert!(traps.iter().any(|trap| trap.contains("人数")), "{traps:#?}");
}

#[test]
fn figures_open_by_pointer_and_by_keyboard() {
    let mut h = harness(
        ThemeKind::Light,
        760.0,
        2800.0,
        state("school_uniform", "repair_first", Lang::En),
    );
    let id = || reloom::model::PathwayId::from("repair_first");
    h.get_by_role_and_label(Role::Button, "Displacement at which net work is zero")
        .click();
    h.run();
    assert_eq!(
        opened(&mut h),
        Some(FigureId::Pathway(id(), PathwayFigure::BreakEven))
    );
    let bar = h.get_by_role_and_label(Role::GraphicsObject, "Work created and work lost");
    assert!(bar.value().unwrap_or_default().contains("Net"));
    bar.focus();
    h.run();
    h.key_press(egui::Key::Enter);
    h.run();
    assert_eq!(opened(&mut h), Some(FigureId::Pathway(id(), PathwayFigure::Net)));
    h.get_by_role_and_label(Role::Button, "Repair").click();
    h.run();
    let line = FigureId::Work {
        pathway: id(),
        activity: "repair".into(),
        place: "CN".into(),
    };
    assert_eq!(opened(&mut h), Some(line));
}

fn opened(h: &mut Harness<'_, State>) -> Option<FigureId> {
    let commands = std::mem::take(&mut h.state_mut().out.commands);
    commands.into_iter().find_map(|command| match command {
        Command::OpenFigure(figure) => figure,
        _ => None,
    })
}

#[test]
#[ignore = "writes pictures to target/card-*.png"]
fn card_pictures() {
    let sizes = [(420.0, 900.0), (760.0, 600.0), (420.0, 3600.0), (760.0, 2800.0)];
    for (lang, code) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        for (width, height) in sizes {
            picture(ThemeKind::Light, "repair_first", (lang, code), (width, height));
        }
    }
    picture(
        ThemeKind::Dark,
        "sort_mechanical",
        (Lang::En, "en"),
        (420.0, 900.0),
    );
    picture(ThemeKind::Light, "today", (Lang::Zh, "zh"), (760.0, 2800.0));
}

fn picture(kind: ThemeKind, pathway: &str, (lang, code): (Lang, &str), (width, height): (f32, f32)) {
    let painter = support::Painter::default();
    let mut h = support::builder(kind, width, height)
        .renderer(painter.clone())
        .build_ui_state(window, state("school_uniform", pathway, lang));
    h.run();
    let name = format!("card-{pathway}-{code}-{width}x{height}");
    let path = format!("{}/target/{name}.png", env!("CARGO_MANIFEST_DIR"));
    painter.picture(&h).save(path);
}

#[test]
fn figures_that_rest_on_own_ones_say_so() {
    let mut state = state("knitwear_eu", "reuse", Lang::En);
    state.own = own_marks(&state.project, Library::builtin(), &state.assessment);
    let harness = harness(ThemeKind::Light, 360.0, 2000.0, state);
    let rests = |name: &str, role: Role| {
        let value = harness
            .get_by_role_and_label(role, name)
            .value()
            .unwrap_or_default();
        assert!(value.contains("your own figure"), "{name}: {value}");
    };
    rests("Displacement at which net work is zero", Role::Button);
    rests("Work created and work lost", Role::GraphicsObject);
}
