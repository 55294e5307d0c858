//! The picture of a part or of the product, with what can be done about it.
//!
//! Invariant: a picture is read once and kept while it is among the last shown; a broken one says so.

use crate::edit::{Edit, PartEdit, ProductEdit};
use crate::intake::photo;
use crate::model::{PartId, Picture};
use crate::text::ProductMsg;
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Button, Hint as _, Notice, notice_line};
use egui::{ColorImage, Context, Id, Image, Popup, TextureHandle, TextureOptions, Ui, Vec2};

/// Textures that are kept.
const KEPT: usize = 8;
/// Side of the picture beside the product's name.
pub(crate) const SMALL: f32 = 40.0;
/// The most that the picture of a part takes.
const LARGE: Vec2 = Vec2::new(280.0, 200.0);

/// The last pictures shown, the newest last; none for one that does not read.
#[derive(Clone, Default)]
struct Shown(Vec<(String, Option<TextureHandle>)>);

/// The texture of `picture`; none where it is missing or broken.
fn texture(ctx: &Context, picture: &Picture) -> Option<TextureHandle> {
    let key = Id::unique("pictures shown");
    let mut shown: Shown = ctx.data(|data| data.get_temp(key)).unwrap_or_default();
    if let Some((_, texture)) = shown.0.iter().find(|(id, _)| id == picture.id()) {
        return texture.clone();
    }
    let texture = photo::points(picture).map(|points| {
        let image = ColorImage::from_rgba_unmultiplied(points.size, &points.rgba);
        ctx.load_texture(picture.id(), image, TextureOptions::LINEAR)
    });
    shown.0.push((picture.id().to_owned(), texture.clone()));
    if shown.0.len() > KEPT {
        shown.0.remove(0);
    }
    ctx.data_mut(|data| data.insert_temp(key, shown));
    texture
}

/// The picture of a part with its buttons.
pub(crate) fn of_part(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &PartId, picture: Option<&Picture>) {
    let lang = view.lang;
    if let Some(picture) = picture {
        if let Some(texture) = texture(ui.ctx(), picture) {
            let most = LARGE.min(Vec2::new(ui.available_width(), LARGE.y));
            let name = ProductMsg::PictureOfPart.text(lang);
            ui.add(Image::from_texture(&texture).max_size(most).alt_text(name));
        } else {
            let sentence = ProductMsg::PictureBroken.text(lang);
            notice_line(ui, view.theme, Notice::Error, sentence, lang);
        }
        ui.add_space(metric::SPACE_S);
    }
    let add = if picture.is_some() {
        ProductMsg::OtherPartPicture
    } else {
        ProductMsg::AddPartPicture
    };
    let add = Button::quiet(add.text(lang)).icon(icon::IMAGE);
    if add.show(ui, view.theme).clicked() {
        out.command(Command::ChoosePicture(Some(part.clone())));
    }
    if picture.is_none() {
        return;
    }
    ui.add_space(metric::SPACE_XS);
    let remove = Button::quiet(ProductMsg::RemovePartPicture.text(lang)).icon(icon::TRASH);
    if remove.show(ui, view.theme).clicked() {
        out.edit(Edit::part(part, PartEdit::SetPicture(None)));
    }
}

/// The picture of the product, small; a press says what can be done about it.
pub(crate) fn of_product(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let lang = view.lang;
    let Some(picture) = &view.project.product.picture else {
        let add = Button::icon_only(icon::IMAGE, ProductMsg::AddPicture.text(lang));
        if add.show(ui, view.theme).clicked() {
            out.command(Command::ChoosePicture(None));
        }
        return;
    };
    let texture = texture(ui.ctx(), picture);
    let (_, rect) = ui.allocate_space(Vec2::splat(SMALL));
    let name = ProductMsg::PictureOfProduct.text(lang);
    let touch = Touch::button(Id::unique("product picture"), rect, name);
    let response = touch.show(ui, view.theme);
    if let Some(texture) = &texture {
        let size = texture.size_vec2();
        let scale = SMALL / size.max_elem().max(1.0);
        let place = egui::Rect::from_center_size(rect.center(), size * scale);
        Image::from_texture(texture).paint_at(ui, place);
    } else {
        let sign = view.theme.icon_font(24.0);
        let galley = ui
            .painter()
            .layout_no_wrap(icon::WARNING.to_string(), sign, view.theme.error);
        let at = rect.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, view.theme.error);
    }
    let response = response.hint(name);
    Popup::menu(&response).show(|ui| {
        if texture.is_none() {
            notice_line(
                ui,
                view.theme,
                Notice::Error,
                ProductMsg::PictureBroken.text(lang),
                lang,
            );
        }
        if ui.button(ProductMsg::OtherPicture.text(lang)).clicked() {
            out.command(Command::ChoosePicture(None));
        }
        if ui.button(ProductMsg::RemovePicture.text(lang)).clicked() {
            out.edit(Edit::Product(ProductEdit::SetPicture(None)));
        }
    });
}
