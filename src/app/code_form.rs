//! The spoken code: what a group did in letters that are said across the room, and the work that a said code stands for.

use super::question::Answer;
use crate::data::Library;
use crate::job::{Answer as Worked, Later};
use crate::lesson::code::{Choice, CodeError, Codebook, found, rebuilt};
use crate::lesson::{Pack, shipped};
use crate::model::Project;
use crate::text::{CommonMsg, Lang, StageMsg};
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::plate::{footer, plate};
use crate::ui::widget::{Button, Typing, text};
use egui::{Context, Id};
use std::sync::Arc;
use std::time::Duration;

const WIDTH: f32 = 640.0;
const FIELD: f32 = 420.0;

/// What is said and typed.
#[derive(Debug)]
pub struct CodeForm {
    pack: Arc<Pack>,
    project: Arc<Project>,
    worker: Option<Later<Result<String, CodeError>>>,
    /// The code of the work in hand.
    own: Worked<(), Result<String, CodeError>>,
    typed: String,
    /// Why what was typed cannot be taken.
    wrong: Option<CodeError>,
}

impl CodeForm {
    /// The code of `project` in the lesson `pack`; `ctx` is woken when it is found.
    pub fn new(ctx: &Context, pack: Arc<Pack>, project: Arc<Project>) -> Self {
        let waker = ctx.clone();
        Self {
            worker: Later::start("code", Duration::ZERO, move || waker.request_repaint()),
            own: Worked::default(),
            typed: String::new(),
            wrong: None,
            pack,
            project,
        }
    }

    /// Draws it.
    pub(super) fn show(&mut self, ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
        let (pack, project) = (Arc::clone(&self.pack), Arc::clone(&self.project));
        let own = self
            .own
            .get(&(), self.worker.as_mut(), move || code(&pack, &project));
        let title = StageMsg::CodeTitle.head(lang);
        plate(ctx, theme, "code", title, WIDTH, Answer::Cancel, |ui| {
            text::soft(ui, theme, self.pack.lesson.name.get(lang));
            ui.add_space(metric::SPACE_M);
            text::small(ui, theme, StageMsg::CodeOwn.head(lang));
            match &own {
                Some(Ok(code)) => text::title(ui, theme, code),
                Some(Err(why)) => text::body(ui, theme, &lang.lines(|lang| why.text(lang))),
                None => text::soft(ui, theme, StageMsg::CodeSought.head(lang)),
            };
            ui.add_space(metric::SPACE_L);
            let label = StageMsg::CodeTyped.head(lang);
            let field = Typing {
                id: Id::unique("code of a group"),
                label,
                hint: "",
                suffix: "",
                width: FIELD,
            };
            let entered = field.show(ui, theme, &mut self.typed);
            if let Some(wrong) = &self.wrong {
                text::body(ui, theme, &lang.lines(|lang| wrong.text(lang)));
            }
            footer(ui, |ui| {
                let rebuild = Button::primary(StageMsg::CodeRebuild.text(lang)).show(ui, theme);
                let close = Button::quiet(CommonMsg::Close.text(lang)).show(ui, theme);
                if rebuild.clicked() || entered {
                    return self.read();
                }
                close.clicked().then_some(Answer::Cancel)
            })
        })
    }

    /// The work that the typed code stands for; else why there is none.
    fn read(&mut self) -> Option<Answer> {
        let library = Library::builtin();
        let packs = shipped::all().iter().filter_map(|lesson| lesson.pack().ok());
        let others: Vec<Codebook> = packs.map(|pack| Codebook::of(&pack, library)).collect();
        let choice = Codebook::of(&self.pack, library).read(&self.typed, &others);
        let made = choice.and_then(|choice: Choice| {
            let made = rebuilt(&self.pack, library, &choice);
            made.map_err(|_| CodeError::Check)
        });
        match made {
            Ok((project, _)) => Some(Answer::TakeCode(Box::new(project))),
            Err(wrong) => {
                self.wrong = Some(wrong);
                None
            }
        }
    }
}

fn code(pack: &Pack, project: &Project) -> Result<String, CodeError> {
    let library = Library::builtin();
    Codebook::of(pack, library).write(&found(pack, library, project)?)
}
