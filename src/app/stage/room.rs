//! The room check of the window: its size and scale, whether work can be written, whether the lessons open.

use crate::app::App;
use crate::lesson::shipped;
use crate::store;
use crate::text::StageMsg;
use egui::Context;

impl App {
    /// Shows the room check over the board; begins to present where nothing is on the wall.
    pub(in crate::app) fn check_room(&mut self, ctx: &Context) {
        let facts = self.room_facts(ctx);
        if self.stage.is_none() {
            self.toggle_stage(ctx);
        }
        if let Some(stage) = &mut self.stage {
            stage.room = Some(facts);
        }
    }

    /// What the machine says of itself, in sentences.
    fn room_facts(&self, ctx: &Context) -> Vec<String> {
        let lang = self.lang();
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let [width, height] = [size.x, size.y].map(|side| format!("{side:.0}"));
        let scale = format!("{:.0}", scale * 100.0);
        let values = [("width", width.as_str()), ("height", &height), ("scale", &scale)];
        let mut facts = vec![lang.lines(|lang| StageMsg::RoomSize.with(lang, &values))];
        let folders = self.folders.iter().flat_map(|folders| &folders.work);
        for folder in folders {
            let tried = store::make_folder(folder).and_then(|()| store::may_write(folder));
            let folder = store::shown(folder);
            facts.push(lang.lines(|lang| match &tried {
                Ok(()) => StageMsg::RoomWrites.with(lang, &[("folder", &folder)]),
                Err(error) => error.text(lang),
            }));
        }
        let all = shipped::all();
        let open = all.iter().filter(|lesson| lesson.pack().is_ok()).count();
        let (open, all) = (open.to_string(), all.len().to_string());
        let values = [("open", open.as_str()), ("all", &all)];
        facts.push(lang.lines(|lang| StageMsg::RoomLessons.with(lang, &values)));
        facts
    }
}
