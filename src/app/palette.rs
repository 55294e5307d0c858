//! The command palette: every command and everything of the project that can be gone to, found by part of a name in
//! either language.

use super::command::Entry;
use super::question::Answer;
use crate::data::Library;
use crate::model::Project;
use crate::presets;
use crate::text::glossary::Glossary;
use crate::text::names::Names;
use crate::text::{FindMsg, Lang, StageMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Page};
use crate::ui::widget::plate::plate;
use crate::ui::widget::{PickList, PickRow, SearchField};
use egui::{Context, Id};

const WIDTH: f32 = 620.0;
/// Rows that are seen at once where the window is high enough.
const ROWS: f32 = 12.0;
/// What title and field take of the window's height.
const AROUND: f32 = 170.0;

/// The palette as it is open.
#[derive(Debug)]
pub struct Palette {
    list: PickList,
    rows: Vec<PickRow>,
    /// What each row runs.
    runs: Vec<Vec<Command>>,
}

impl Palette {
    /// The palette over `entries` in both languages, of which `lang` is the one shown, and over the open project.
    pub fn new(ctx: &Context, entries: [&[Entry]; 2], lang: Lang, project: &Project) -> Self {
        let mut palette = Self {
            list: PickList::default(),
            rows: Vec::new(),
            runs: Vec::new(),
        };
        palette.commands(ctx, entries);
        palette.things(lang, project);
        palette.samples(lang);
        palette.lessons(lang);
        palette.factors(lang);
        palette.terms(lang);
        palette
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
        plate(
            ctx,
            theme,
            "palette",
            FindMsg::Find.text(lang),
            WIDTH,
            Answer::Cancel,
            |ui| {
                let field = SearchField {
                    id: Id::unique("palette search"),
                    name: FindMsg::FindHint.text(lang),
                    clear: FindMsg::Clear.text(lang),
                };
                let room = ctx.content_rect().height() - AROUND;
                let height = (ROWS * metric::ROW).min(room).max(metric::ROW);
                let nothing = FindMsg::NothingFound.text(lang);
                let picked = self.list.show(ui, theme, field, &self.rows, (height, nothing));
                let index = picked.chosen.filter(|_| picked.taken)?;
                let blocked = self.rows.get(index)?.blocked.is_some();
                let run = self.runs.get(index)?.clone();
                (!blocked).then_some(Answer::Run(run))
            },
        )
    }

    fn add(&mut self, row: PickRow, run: Vec<Command>) {
        self.rows.push(row);
        self.runs.push(run);
    }

    fn commands(&mut self, ctx: &Context, [shown, other]: [&[Entry]; 2]) {
        for (entry, same) in shown.iter().zip(other) {
            let is_here = matches!(entry.command, Command::Palette | Command::OpenFigure(None));
            if is_here {
                continue;
            }
            let row = PickRow {
                icon: Some(entry.icon),
                name: entry.name.to_owned(),
                beside: String::new(),
                end: entry.key_text(ctx),
                found_by: [everyday(&entry.command), same.name].join(" "),
                blocked: entry.blocked.map(str::to_owned),
            };
            self.add(row, vec![entry.command.clone()]);
        }
    }

    /// Parts, pathways and their stages.
    fn things(&mut self, lang: Lang, project: &Project) {
        let (names, other) = (names(project, lang), names(project, lang.other()));
        for part in &project.product.parts {
            let row = thing(
                icon::SCISSORS,
                names.part(&part.id),
                FindMsg::GroupPart.text(lang),
                other.part(&part.id),
            );
            self.add(
                row,
                vec![
                    Command::Show(Page::Product),
                    Command::SelectPart(Some(part.id.clone())),
                ],
            );
        }
        for pathway in &project.pathways {
            let go = [
                Command::Show(Page::Pathways),
                Command::SelectPathway(pathway.id.clone()),
            ];
            let name = names.pathway(&pathway.id);
            let group = FindMsg::GroupPathway.text(lang);
            self.add(
                thing(icon::FLOW, name.clone(), group, other.pathway(&pathway.id)),
                go.to_vec(),
            );
            let group = FindMsg::GroupStage.with(lang, &[("pathway", &name)]);
            for stage in &pathway.stages {
                let row = thing(
                    icon::CARET_RIGHT,
                    names.stage_of(stage),
                    &group,
                    other.stage_of(stage),
                );
                let mut go = go.to_vec();
                go.push(Command::SelectStage(Some(stage.id.clone())));
                self.add(row, go);
            }
        }
    }

    fn samples(&mut self, lang: Lang) {
        let group = FindMsg::GroupSample.text(lang);
        for preset in presets::all() {
            let Ok(project) = preset.project() else { continue };
            let name = &project.product.name;
            let row = thing(
                icon::T_SHIRT,
                name.get(lang).to_owned(),
                group,
                name.get(lang.other()).to_owned(),
            );
            self.add(row, vec![Command::OpenPreset(preset.id.to_owned())]);
        }
    }

    fn lessons(&mut self, lang: Lang) {
        let group = StageMsg::LessonsTitle.text(lang);
        for lesson in crate::lesson::shipped::all() {
            let Ok(pack) = lesson.pack() else { continue };
            let name = &pack.lesson.name;
            let row = thing(
                icon::TEACHER,
                name.get(lang).to_owned(),
                group,
                name.get(lang.other()).to_owned(),
            );
            self.add(row, vec![Command::OpenLesson(lesson.id.to_owned())]);
        }
    }

    fn factors(&mut self, lang: Lang) {
        let group = FindMsg::GroupFactor.text(lang);
        for factor in Library::builtin().factors() {
            let (name, other) = (factor.name.get(lang), factor.name.get(lang.other()));
            let row = thing(
                icon::BOOK,
                name.to_owned(),
                group,
                format!("{other} {}", factor.id),
            );
            self.add(
                row,
                vec![
                    Command::Show(Page::Library),
                    Command::SelectFactor(factor.id.clone()),
                ],
            );
        }
    }

    fn terms(&mut self, lang: Lang) {
        let group = FindMsg::GroupTerm.text(lang);
        for term in &Glossary::builtin().terms {
            let (name, other) = (term.name.get(lang), term.name.get(lang.other()));
            let row = thing(icon::INFO, name.to_owned(), group, other.to_owned());
            self.add(row, vec![Command::Glossary(Some(term.id.clone()))]);
        }
    }
}

fn names(project: &Project, lang: Lang) -> Names<'_> {
    Names {
        project,
        library: Library::builtin(),
        lang,
    }
}

fn thing(icon: char, name: String, group: &str, found_by: String) -> PickRow {
    PickRow {
        icon: Some(icon),
        name,
        beside: group.to_owned(),
        end: String::new(),
        found_by,
        blocked: None,
    }
}

/// What people look for where they want what `command` does, beyond its name, in both languages.
const fn everyday(command: &Command) -> &'static str {
    match command {
        Command::Export(..) | Command::Paper(_) | Command::Give(_) => "export 导出",
        Command::Print => "print 打印",
        _ => "",
    }
}
