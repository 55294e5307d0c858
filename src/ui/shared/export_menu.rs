//! The button that writes what a page shows to a file, as picture or table, or copies it as a picture; beside the comparison
//! also what the project is given to others as.

use crate::report::outputs::Output;
use crate::report::picture::{FileFormat, Subject};
use crate::text::PictureMsg;
use crate::ui::icon;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::Button;
use egui::{Popup, Ui};

/// Shows the button with its menu.
pub(crate) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, subject: Subject) {
    let label = PictureMsg::Export.text(view.lang);
    let button = match subject {
        // Among other switches there is room for the sign only.
        Subject::Diagram | Subject::Product => Button::icon_only(icon::EXPORT, label),
        Subject::Comparison | Subject::Combination => Button::quiet(label).icon(icon::EXPORT),
    };
    let response = button.show(ui, view.theme);
    Popup::menu(&response).show(|ui| {
        for format in FileFormat::ALL {
            if ui.button(subject.write(format).text(view.lang)).clicked() {
                out.command(Command::Export(subject, format));
            }
        }
        if ui.button(subject.copy().text(view.lang)).clicked() {
            out.command(Command::CopyPicture(subject));
        }
        if subject == Subject::Comparison {
            ui.separator();
            for output in Output::ALL.into_iter().filter(|output| !output.is_form()) {
                if ui.button(output.name(view.lang)).clicked() {
                    out.command(Command::Give(output));
                }
            }
        }
    });
}
