//! The form of the passport: who issues it, where, and the identifiers.

use crate::report::passport::Details;
use crate::text::{Lang, PassportMsg};
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::text;
use egui::{Checkbox, Id, Margin, ScrollArea, TextEdit, Ui, vec2};

/// Height of the form; it scrolls where it is longer.
const HEIGHT: f32 = 260.0;

/// Draws the form.
pub(super) fn show(ui: &mut Ui, theme: &Theme, lang: Lang, details: &mut Details) {
    ui.add_space(metric::SPACE_S);
    text::soft(ui, theme, PassportMsg::FormTitle.text(lang));
    text::small(ui, theme, PassportMsg::FormLead.text(lang));
    ui.add_space(metric::SPACE_XS);
    ScrollArea::vertical()
        .id_salt("passport form")
        .max_height(HEIGHT)
        .auto_shrink([false, true])
        .show(ui, |ui| fields(ui, theme, lang, details));
}

fn fields(ui: &mut Ui, theme: &Theme, lang: Lang, details: &mut Details) {
    let rows: [(PassportMsg, &mut String); 9] = [
        (PassportMsg::FieldIssuerId, &mut details.issuer_id),
        (PassportMsg::FieldIssuerName, &mut details.issuer_name),
        (PassportMsg::FieldProductId, &mut details.product_id),
        (PassportMsg::FieldSchemeId, &mut details.scheme_id),
        (PassportMsg::FieldSchemeName, &mut details.scheme_name),
        (PassportMsg::FieldFacilityId, &mut details.facility_id),
        (PassportMsg::FieldFacilityName, &mut details.facility_name),
        (PassportMsg::FieldCategoryCode, &mut details.category_code),
        (PassportMsg::FieldCategoryName, &mut details.category_name),
    ];
    for (message, value) in rows {
        let label = text::small(ui, theme, message.text(lang));
        let edit = TextEdit::singleline(value)
            .id(Id::unique(("passport field", message.text(Lang::En))))
            .font(theme.font(metric::TEXT_BODY))
            .margin(Margin::symmetric(8, 6))
            .desired_width(f32::INFINITY);
        ui.add(edit).labelled_by(label.id);
    }
    let work = Checkbox::new(&mut details.work, PassportMsg::FieldWork.text(lang));
    ui.add_sized(vec2(ui.available_width(), metric::ROW), work);
}
