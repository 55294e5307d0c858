//! What Reloom is, where its figures come from, and its licences.

use super::question::Answer;
use crate::data::Library;
use crate::text::{CommonMsg, Lang, ShellMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::plate::{focus_first, footer, heading, plate};
use crate::ui::widget::{Button, text};
use egui::{Context, Label, RichText, ScrollArea, Ui};

const LICENCES: [(ShellMsg, &str); 4] = [
    (
        ShellMsg::LicenceInter,
        include_str!("../../assets/fonts/OFL-Inter.txt"),
    ),
    (
        ShellMsg::LicenceNoto,
        include_str!("../../assets/fonts/OFL-NotoSansSC.txt"),
    ),
    (
        ShellMsg::LicenceNotoLabels,
        include_str!("../../assets/fonts/OFL-NotoSans.txt"),
    ),
    (
        ShellMsg::LicencePhosphor,
        include_str!("../../assets/fonts/LICENSE-Phosphor.txt"),
    ),
];

/// The window about the program.
#[derive(Debug, Default)]
pub struct About {
    /// The licence whose text is unfolded.
    unfolded: Option<ShellMsg>,
}

impl About {
    /// Draws it.
    pub fn show(&mut self, ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
        plate(
            ctx,
            theme,
            "about",
            ShellMsg::About.text(lang),
            600.0,
            Answer::Cancel,
            |ui| {
                let height = ctx.content_rect().height() - 240.0;
                ScrollArea::vertical().max_height(height).show(ui, |ui| {
                    facts(ui, theme, lang);
                    heading(ui, theme, ShellMsg::AboutLicences.text(lang));
                    text::body(ui, theme, ShellMsg::LicenceCode.text(lang));
                    for (name, words) in LICENCES {
                        self.licence(ui, theme, name, words, lang);
                    }
                });
                footer(ui, |ui| {
                    let close = Button::primary(CommonMsg::Close.text(lang)).show(ui, theme);
                    focus_first(ui, &close);
                    close.clicked().then_some(Answer::Cancel)
                })
            },
        )
    }

    fn licence(&mut self, ui: &mut Ui, theme: &Theme, name: ShellMsg, words: &str, lang: Lang) {
        let is_open = self.unfolded == Some(name);
        let caret = if is_open {
            icon::CARET_DOWN
        } else {
            icon::CARET_RIGHT
        };
        if Button::bare(name.text(lang))
            .icon(caret)
            .show(ui, theme)
            .clicked()
        {
            self.unfolded = (!is_open).then_some(name);
        }
        if is_open {
            let words = RichText::new(words)
                .font(theme.font(metric::TEXT_SMALL))
                .color(theme.ink_soft);
            ui.add(Label::new(words).wrap());
        }
    }
}

fn facts(ui: &mut Ui, theme: &Theme, lang: Lang) {
    let library = Library::builtin();
    let (factors, sources) = (library.factors().count(), library.sources.len());
    let version = ShellMsg::Version.with(lang, &[("version", env!("CARGO_PKG_VERSION"))]);
    let figures = ShellMsg::AboutData.with(
        lang,
        &[
            ("factors", &factors.to_string()),
            ("sources", &sources.to_string()),
        ],
    );
    text::small(ui, theme, &format!("Reloom 再织 · {version}"));
    let sentences = [
        ShellMsg::AboutWhat.text(lang),
        &figures,
        CommonMsg::EstimateNote.text(lang),
        ShellMsg::AboutOffline.text(lang),
        ShellMsg::AboutEndorsed.text(lang),
    ];
    for sentence in sentences {
        ui.add_space(metric::SPACE_XS);
        let words = RichText::new(sentence)
            .font(theme.font(metric::TEXT_BODY))
            .color(theme.ink);
        ui.add(Label::new(words).wrap().selectable(false));
    }
}
