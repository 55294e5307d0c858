//! The composition of a part: shares, a visible remainder, and where each fibre comes from.

use super::inspector::CONTROL;
use super::paint::put;
use super::{acts, data};
use crate::data::Cycle;
use crate::edit::{Edit, FibreEdit, PartEdit, remainder};
use crate::explain::advice::lever_id;
use crate::model::{Feedstock, FibreId, FibreLine, Name, Origin, Part, PartId};
use crate::quantity::Share;
use crate::text::{ActMsg, CommonMsg, Lang, ProductMsg, number};
use crate::ui::act::{self, Act, offer, unless};
use crate::ui::anchor::{self, Anchor};
use crate::ui::icon;
use crate::ui::shared::how_far::Lever;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::choice::{choice, row};
use crate::ui::widget::searched;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Button, Hint as _, Notice, ShareResponse, ShareSlider, notice_line, text};
use egui::{Align, Id, Layout, Popup, Response, Role, Ui, pos2, vec2};

/// Sums that differ from the whole by less are whole.
const ROUNDING: f64 = 1e-9;

/// Shows the composition.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    ui.horizontal(|ui| {
        ui.set_min_height(metric::ROW);
        text::heading(ui, view.theme, ProductMsg::Composition.head(view.lang));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            add(ui, view, out, part);
        });
    });
    for (at, line) in part.fibres.iter().enumerate() {
        let earlier = part
            .fibres
            .iter()
            .take(at)
            .filter(|other| other.fibre == line.fibre)
            .count();
        let key = format!("{}/{}/{earlier}", part.id, line.fibre);
        Line {
            view,
            part,
            at,
            stated: line,
            key: &key,
        }
        .show(ui, out);
    }
    show_remainder(ui, view, out, part);
}

fn add(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    let button = Button::bare(ProductMsg::AddFibre.text(view.lang)).icon(icon::PLUS);
    let response = button.show(ui, view.theme);
    let added = searched::menu(ui, &response, view.lang, || {
        let mut fibres = fibres(view, part.is_hard());
        fibres.retain(|(fibre, _)| part.fibres.iter().all(|line| &line.fibre != fibre));
        fibres
    });
    if let Some(fibre) = added {
        out.edit(acts::all(view, part, &PartEdit::AddFibre(fibre)));
    }
}

/// Fibres to choose from: materials of hard parts first for those, last for cloth; where few are shown, those of the product
/// come before others.
fn fibres(view: &View<'_>, hard_first: bool) -> Vec<(FibreId, Name)> {
    let mut fibres: Vec<_> = view.library.fibres.iter().collect();
    let parts = || view.project.product.parts.iter();
    let is_held = |id: &FibreId| {
        parts().any(|part| part.is_hard() == hard_first && part.fibres.iter().any(|line| &line.fibre == id))
    };
    let most = view.level.most_fibres();
    let is_late = |id: &FibreId| most < usize::MAX && !is_held(id);
    fibres.sort_by_key(|fibre| (fibre.hard != hard_first, is_late(&fibre.id), fibre.coating));
    fibres
        .into_iter()
        .take(most)
        .map(|fibre| (fibre.id.clone(), fibre.name.clone()))
        .collect()
}

fn show_remainder(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    let (lang, theme) = (view.lang, view.theme);
    let left = remainder(&part.fibres);
    let sum: f64 = part.fibres.iter().map(|line| line.share.get()).sum();
    if sum > 1.0 + ROUNDING {
        let sentence = ProductMsg::RemainderOver.with(lang, &[("sum", &number::share(sum, lang))]);
        notice_line(ui, theme, Notice::Error, &sentence, lang);
        return;
    }
    let is_left = !left.is_zero();
    row(ui, theme, ProductMsg::RemainderLeft.text(lang), |ui| {
        text::body(ui, theme, &number::share(left.get(), lang));
        if is_left && !part.fibres.is_empty() {
            give(ui, view, out, part);
        }
    });
    // The line is always there, so that nothing jumps when a remainder appears.
    let words = if is_left {
        ProductMsg::RemainderCounts
    } else {
        ProductMsg::RemainderDone
    };
    let words = words.with(lang, &[("sum", &number::share(1.0, lang))]);
    if is_left {
        notice_line(ui, theme, Notice::Warning, &words, lang);
    } else {
        text::small(ui, theme, &words);
    }
}

fn give(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    let response = Button::quiet(ProductMsg::GiveRemainder.text(view.lang))
        .icon(icon::CARET_DOWN)
        .show(ui, view.theme);
    Popup::menu(&response).show(|ui| {
        for (at, line) in part.fibres.iter().enumerate() {
            if ui.button(data::names(view).fibre(&line.fibre)).clicked() {
                out.edit(Edit::fibre(&part.id, at, FibreEdit::FillRemainder));
            }
        }
    });
}

/// The words of a feedstock with a caret, at the edge of the column; a click folds or unfolds.
fn fold(
    ui: &mut Ui,
    view: &View<'_>,
    label: &str,
    words: &str,
    (id, sign, is_open): (Id, char, bool),
) -> Response {
    let theme = view.theme;
    let galley = crate::ui::widget::line(
        ui.painter(),
        words,
        theme.font(metric::TEXT_SMALL),
        theme.ink_soft,
    );
    let size = vec2(galley.size().x + 22.0, metric::TARGET);
    let (_, rect) = ui.allocate_space(size);
    let touch = Touch::new(id.with("toggle"), rect, Role::DisclosureTriangle, label).said(words);
    let touch = touch.unfolded(is_open).plate(rect.expand2(vec2(4.0, -2.0)));
    let response = touch.show(ui, theme);
    let caret = ui
        .painter()
        .layout_no_wrap(sign.to_string(), theme.icon_font(16.0), theme.ink_soft);
    put(ui.painter(), rect.left_center(), caret);
    put(ui.painter(), pos2(rect.left() + 20.0, rect.center().y), galley);
    response.hint(label)
}

/// One fibre line.
struct Line<'a> {
    view: &'a View<'a>,
    part: &'a Part,
    at: usize,
    stated: &'a FibreLine,
    key: &'a str,
}

impl Line<'_> {
    fn show(&self, ui: &mut Ui, out: &mut Out) {
        let (view, lang) = (self.view, self.view.lang);
        let name = data::names(view).fibre(&self.stated.fibre);
        let slider = ShareSlider::new(("fibre", self.key), &name, self.stated.share.get(), lang)
            .swatch(view.theme.fibre(self.stated.fibre.as_str()));
        let met = self.lever(lever_id::fibre).met(view);
        let slider = match &met {
            Some((share, words)) => slider.mark(*share, words),
            None => slider,
        };
        let answer = ui
            .scope(|ui| {
                // The longest Chinese fibre name must fit beside the swatch.
                ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
                slider.show(ui, view.theme)
            })
            .inner;
        if self.at == 0 {
            anchor::mark(ui, Anchor::FibreShare, answer.response.rect);
        }
        self.acts(ui, out, &answer.response, &name);
        self.emit(out, &answer, self.stated.share.get(), |share| {
            FibreEdit::SetShare(Share::clamped(share))
        });
        let open = Id::unique(("feedstock open", self.key));
        let mut is_open = ui.data(|data| data.get_temp::<bool>(open)).unwrap_or(false);
        ui.horizontal(|ui| {
            ui.set_min_height(metric::TARGET);
            let sign = if is_open { icon::CARET_UP } else { icon::CARET_DOWN };
            let words = data::feedstock(
                &[FibreLine {
                    share: Share::ONE,
                    ..self.stated.clone()
                }],
                lang,
            );
            let label = ProductMsg::FeedstockOf.with(lang, &[("fibre", &name)]);
            let toggle = fold(ui, view, &label, &words, (open, sign, is_open));
            if toggle.clicked() {
                is_open = !is_open;
                ui.data_mut(|data| data.insert_temp(open, is_open));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let label = ProductMsg::RemoveFibre.with(lang, &[("fibre", &name)]);
                if Button::icon_only(icon::TRASH, &label)
                    .show(ui, view.theme)
                    .clicked()
                {
                    self.edit(out, &FibreEdit::Remove);
                }
            });
        });
        if view.library.fibre(&self.stated.fibre).is_none() {
            notice_line(
                ui,
                view.theme,
                Notice::Warning,
                ProductMsg::UnknownFibre.text(lang),
                lang,
            );
        }
        if is_open {
            ui.indent(open, |ui| self.details(ui, out, &name));
        }
        ui.add_space(metric::SPACE_XS);
    }

    /// The lever of a share of the line.
    fn lever(&self, id: fn(&PartId, &FibreId) -> String) -> Lever {
        Lever::of_product(id(&self.part.id, &self.stated.fibre))
    }

    /// The menu of the right button over the share, and Delete while it has the focus.
    fn acts(&self, ui: &Ui, out: &mut Out, response: &Response, name: &str) {
        let (view, has_focus) = (self.view, response.has_focus());
        let offers = || {
            let none = remainder(&self.part.fibres).is_zero();
            let none = none.then(|| ActMsg::NoRemainder.text(view.lang));
            let far = self.lever(lever_id::fibre).offer(view);
            vec![unless(Act::Fill, none), far, offer(Act::Remove)]
        };
        let about = (response, has_focus, name);
        let picked = act::menu(ui, view.theme, view.lang, about, offers);
        let deleted = has_focus && ui.input(|input| input.key_pressed(egui::Key::Delete));
        match picked.or(deleted.then_some(Act::Remove)) {
            Some(Act::Fill) => self.edit(out, &FibreEdit::FillRemainder),
            Some(Act::Remove) => self.edit(out, &FibreEdit::Remove),
            Some(Act::HowFar) => self.lever(lever_id::fibre).ask(out),
            _ => {}
        }
    }

    /// Fibre, recycled share with origin, reused share, and renewable share where the fibre is grown.
    fn details(&self, ui: &mut Ui, out: &mut Out, name: &str) {
        let (view, lang) = (self.view, self.view.lang);
        let label = ProductMsg::ChangeFibre.text(lang);
        let width = ui.available_width();
        let picked = searched::searched(
            ui,
            ("fibre", self.key),
            label,
            (name, Some(&self.stated.fibre)),
            (width, lang),
            || fibres(view, self.part.is_hard()),
        );
        if let Some(fibre) = picked {
            self.edit(out, &FibreEdit::SetFibre(fibre));
        }
        let now = &self.stated.feedstock;
        let fixed = now.reused.get() + now.sustained.get();
        self.share(
            ui,
            out,
            (ProductMsg::RecycledShare.text(lang), "recycled"),
            now.recycled,
            fixed,
            |now, share| {
                now.recycled = share;
            },
        );
        if !now.recycled.is_zero() {
            self.origin(ui, out);
        }
        let fixed = now.recycled.get() + now.sustained.get();
        let reused = CommonMsg::ReusedFeedstock.text(lang);
        self.share(ui, out, (reused, "reused"), now.reused, fixed, |now, share| {
            now.reused = share;
        });
        let fibre = view.library.fibre(&self.stated.fibre);
        if fibre.is_some_and(|fibre| fibre.cycle == Cycle::Biological) || !now.sustained.is_zero() {
            let fixed = now.recycled.get() + now.reused.get();
            let sustained = CommonMsg::Sustained.text(lang);
            self.share(
                ui,
                out,
                (sustained, "sustained"),
                now.sustained,
                fixed,
                |now, share| {
                    now.sustained = share;
                },
            );
        }
    }

    fn origin(&self, ui: &mut Ui, out: &mut Out) {
        let (view, now) = (self.view, &self.stated.feedstock);
        let name = ProductMsg::Origin.text(view.lang);
        let shown = (origin(now.origin, view.lang), Some(&now.origin));
        let width = ui.available_width();
        let picked = choice(ui, ("origin", self.key), name, shown, width.max(CONTROL), || {
            let possible = view.library.origins(&self.stated.fibre);
            let offered = Origin::ALL.into_iter();
            // What a file states stays in sight, even where it cannot be.
            let offered = offered.filter(|each| possible.contains(each) || each == &now.origin);
            offered
                .map(|each| (each, origin(each, view.lang).to_owned()))
                .collect()
        });
        if let Some(origin) = picked {
            // The route's own efficiency was stated for the other origin.
            self.edit(
                out,
                &FibreEdit::SetFeedstock(Feedstock {
                    origin,
                    route: None,
                    ..now.clone()
                }),
            );
        }
    }

    /// A share of the line that leaves room for the `fixed` others.
    fn share(
        &self,
        ui: &mut Ui,
        out: &mut Out,
        (label, key): (&str, &'static str),
        share: Share,
        fixed: f64,
        set: impl Fn(&mut Feedstock, Share),
    ) {
        let slider = ShareSlider::new((key, self.key), label, share.get(), self.view.lang);
        // Of what a line is made of, its recycled share can be turned.
        let lever = (key == "recycled").then(|| self.lever(lever_id::recycled));
        let met = lever.as_ref().and_then(|lever| lever.met(self.view));
        let slider = match &met {
            Some((share, words)) => slider.mark(*share, words),
            None => slider,
        };
        let answer = slider.show(ui, self.view.theme);
        if let Some(lever) = lever
            && lever.is_asked(ui, self.view, &answer.response, label)
        {
            lever.ask(out);
        }
        self.emit(out, &answer, share.get(), |share| {
            let mut next = self.stated.feedstock.clone();
            set(&mut next, Share::clamped(share.min(1.0 - fixed)));
            FibreEdit::SetFeedstock(next)
        });
    }

    /// A drag goes on until the handle is let go; a key or a typed figure is done at once.
    fn emit(&self, out: &mut Out, answer: &ShareResponse, now: f64, edit: impl Fn(f64) -> FibreEdit) {
        let released = answer.response.drag_stopped() || answer.response.clicked();
        let make = |share: f64| acts::all_lines(self.view, self.part, self.at, &edit(share));
        match answer.share {
            Some(share) if answer.ended && !released => out.edit(make(share)),
            Some(share) => out.drag(make(share)),
            None => {}
        }
        if released {
            out.edit(make(answer.share.unwrap_or(now)));
        }
    }

    fn edit(&self, out: &mut Out, change: &FibreEdit) {
        out.edit(acts::all_lines(self.view, self.part, self.at, change));
    }
}

const fn origin(origin: Origin, lang: Lang) -> &'static str {
    match origin {
        Origin::TextilePostConsumer => ProductMsg::OriginWorn.text(lang),
        Origin::TextilePreConsumer => ProductMsg::OriginProduction.text(lang),
        Origin::OtherWaste => ProductMsg::OriginOther.text(lang),
    }
}
