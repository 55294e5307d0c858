//! The page for labels: the text with its marks, what it is read as, the kind of garment, and the way to the result.

use super::data::{FindingRow, Page, PartRow, SumRow};
use super::{Draft, kinds};
use crate::app::frame::Chrome;
use crate::app::samples::paint_bar;
use crate::app::start::page_head;
use crate::intake::label::{Severity, Tongue};
use crate::text::{LabelPageMsg, Lang, StartMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out};
use crate::ui::widget::{Button, Notice, Segment, notice_line, text};
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, CentralPanel, Frame, Id, Key, Layout, Modifiers, Panel, Rect, RichText, ScrollArea, Stroke,
    TextEdit, Ui, UiBuilder, vec2,
};
use std::ops::Range;

/// Width of the list of kinds beside the text.
const KINDS: f32 = 320.0;
/// Widest page.
const WIDE: f32 = 1120.0;
/// Below this width the kinds stand beneath the text.
const BESIDE: f32 = 800.0;
/// Height of the list of kinds beneath the text.
const KINDS_LOW: f32 = 240.0;
const FOOT: f32 = 56.0;
const ROWS: usize = 3;

/// Draws the page.
pub(in crate::app) fn show(ui: &mut Ui, chrome: &Chrome<'_>, draft: &mut Draft, out: &mut Out) {
    let lang = chrome.view.lang;
    let page = Page::of(draft, chrome.view.library, lang);
    let rows = Frame::new().fill(chrome.view.theme.ground);
    // The foot is drawn after the rest, so that Tab comes to it last.
    let foot = Panel::bottom("label foot")
        .exact_size(FOOT)
        .show_separator_line(false);
    let foot = foot.frame(rows).show(ui, |ui| ui.max_rect()).inner;
    CentralPanel::default().frame(rows).show(ui, |ui| {
        let title = StartMsg::LabelTitle.head(lang);
        let width = WIDE.min(ui.available_width());
        let left = ((ui.available_width() - width) / 2.0).max(0.0);
        let room = ui.available_rect_before_wrap();
        let room = Rect::from_min_size(room.min + vec2(left, 0.0), vec2(width, room.height()));
        let mut ui = ui.new_child(
            UiBuilder::new()
                .max_rect(room)
                .layout(Layout::top_down(Align::Min)),
        );
        page_head(&mut ui, chrome, title, out);
        ui.add_space(metric::SPACE_M);
        if width < BESIDE {
            narrow(&mut ui, chrome, draft, &page);
        } else {
            wide(&mut ui, chrome, draft, &page);
        }
    });
    let mut foot_ui = ui.new_child(UiBuilder::new().id_salt("label foot").max_rect(foot));
    show_foot(&mut foot_ui, chrome, draft, &page, out);
}

fn wide(ui: &mut Ui, chrome: &Chrome<'_>, draft: &mut Draft, page: &Page) {
    let room = ui.available_rect_before_wrap();
    let split = room.right() - KINDS;
    let layout = || Layout::top_down(Align::Min);
    let left = room.with_max_x(split - metric::SPACE_XXL);
    let mut side = ui.new_child(
        UiBuilder::new()
            .id_salt("label text")
            .max_rect(left)
            .layout(layout()),
    );
    ScrollArea::vertical()
        .id_salt("label reading")
        .auto_shrink(false)
        .show(&mut side, |ui| {
            field(ui, chrome, draft, page);
            reading(ui, chrome, draft, page);
        });
    let right = room.with_min_x(split);
    let mut side = ui.new_child(
        UiBuilder::new()
            .id_salt("label kinds")
            .max_rect(right)
            .layout(layout()),
    );
    kinds::show(&mut side, chrome, draft, right.height());
}

fn narrow(ui: &mut Ui, chrome: &Chrome<'_>, draft: &mut Draft, page: &Page) {
    ScrollArea::vertical()
        .id_salt("label reading")
        .auto_shrink(false)
        .show(ui, |ui| {
            field(ui, chrome, draft, page);
            reading(ui, chrome, draft, page);
            ui.add_space(metric::SPACE_L);
            kinds::show(ui, chrome, draft, KINDS_LOW);
        });
}

/// The text, with what is doubtful underlined where it stands.
fn field(ui: &mut Ui, chrome: &Chrome<'_>, draft: &mut Draft, page: &Page) {
    let (theme, lang) = (chrome.view.theme, chrome.view.lang);
    let label = text::heading(ui, theme, LabelPageMsg::Field.head(lang));
    let mut typed = draft.text().to_owned();
    let marks = &page.marks;
    let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
        let mut job = marked(theme, text.as_str(), marks);
        job.wrap.max_width = width;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let hint = RichText::new(text::in_both(ui.ctx(), LabelPageMsg::Example.text(lang)))
        .font(theme.font(metric::TEXT_NAME))
        .color(theme.ink_soft);
    let frame = Frame::new()
        .fill(theme.surface)
        .stroke(theme.edge_stroke())
        .corner_radius(theme.radius())
        .inner_margin(egui::Margin::symmetric(12, 10));
    let edit = TextEdit::multiline(&mut typed)
        .id(Id::unique("label text"))
        .hint_text(hint)
        .frame(frame)
        .layouter(&mut layouter)
        .desired_rows(ROWS)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit).labelled_by(label.id);
    if !draft.focused {
        response.request_focus();
        draft.focused = true;
    }
    draft.set_text(typed);
    let count = Tongue::all().count().to_string();
    text::small(
        ui,
        theme,
        &LabelPageMsg::Languages.with(lang, &[("count", &count)]),
    );
}

/// The text with its marks as underlines.
fn marked(theme: &Theme, text: &str, marks: &[(Range<usize>, Severity)]) -> LayoutJob {
    let font = theme.font(metric::TEXT_NAME);
    let format = |severity: Option<Severity>| {
        let ink = match severity {
            Some(Severity::Error) => theme.error,
            Some(Severity::Question) => theme.notice,
            Some(Severity::Note) | None => theme.ink,
        };
        let mut format = TextFormat::simple(font.clone(), ink);
        if severity.is_some() {
            let under = if ink == theme.ink { theme.ink_soft } else { ink };
            format.underline = Stroke::new(metric::FOCUS_RING, under);
        }
        format
    };
    let at = |index: usize| {
        let over = marks.iter().filter(|(range, _)| range.contains(&index));
        over.map(|(_, severity)| *severity).max()
    };
    let mut job = LayoutJob::default();
    let mut run = String::new();
    let mut now = None;
    for (index, c) in text.chars().enumerate() {
        let severity = at(index);
        if severity != now && !run.is_empty() {
            job.append(&std::mem::take(&mut run), 0.0, format(now));
        }
        now = severity;
        run.push(c);
    }
    job.append(&run, 0.0, format(now));
    job
}

fn reading(ui: &mut Ui, chrome: &Chrome<'_>, draft: &mut Draft, page: &Page) {
    let (theme, lang) = (chrome.view.theme, chrome.view.lang);
    ui.add_space(metric::SPACE_M);
    text::heading(ui, theme, LabelPageMsg::Reading.head(lang));
    if page.parts.is_empty() && page.findings.is_empty() {
        text::soft(ui, theme, LabelPageMsg::NothingYet.text(lang));
    }
    for part in &page.parts {
        show_part(ui, theme, lang, part);
    }
    for sum in &page.sums {
        show_sum(ui, theme, lang, draft, sum);
    }
    for finding in &page.findings {
        show_finding(ui, theme, lang, draft, finding);
    }
    ui.add_space(metric::SPACE_M);
}

fn show_part(ui: &mut Ui, theme: &Theme, lang: Lang, part: &PartRow) {
    ui.add_space(metric::SPACE_S);
    ui.horizontal(|ui| {
        text::body(ui, theme, part.name);
        text::small(ui, theme, &part.more);
    });
    let segments: Vec<Segment<'_>> = part
        .fibres
        .iter()
        .map(|fibre| Segment {
            label: &fibre.name,
            value: &fibre.value,
            share: fibre.share,
            fill: theme.fibre(fibre.fibre.as_str()),
        })
        .collect();
    paint_bar(ui, theme, &segments);
    let words = part.fibres.iter().map(|fibre| {
        let all = [fibre.name.as_str(), fibre.value.as_str(), fibre.recycled.as_str()];
        all.join(" ").trim_end().to_owned()
    });
    let words: Vec<String> = words.collect();
    let words = words.join(if lang == Lang::En { ", " } else { "，" });
    text::Flow::new(&words, theme.font(metric::TEXT_BODY), theme.ink).show(ui);
}

fn show_sum(ui: &mut Ui, theme: &Theme, lang: Lang, draft: &mut Draft, sum: &SumRow) {
    ui.add_space(metric::SPACE_S);
    notice_line(ui, theme, Notice::Warning, &sum.sentence, lang);
    ui.horizontal_wrapped(|ui| {
        for (answer, words) in &sum.answers {
            let button = Button::quiet(words).on(sum.chosen == Some(*answer));
            if button.show(ui, theme).clicked() {
                draft.answer(sum.index, *answer);
            }
        }
    });
}

fn show_finding(ui: &mut Ui, theme: &Theme, lang: Lang, draft: &mut Draft, finding: &FindingRow) {
    ui.add_space(metric::SPACE_S);
    let notice = match finding.severity {
        Severity::Error => Notice::Error,
        Severity::Question => Notice::Warning,
        Severity::Note => Notice::Info,
    };
    notice_line(ui, theme, notice, &finding.sentence, lang);
    ui.horizontal_wrapped(|ui| {
        for suggestion in &finding.suggestions {
            let hint = LabelPageMsg::Replace.with(lang, &[("fibre", &suggestion.name)]);
            let button = Button::quiet(&suggestion.name).tooltip(&hint);
            if button.show(ui, theme).clicked() {
                draft.set_text(suggestion.text.clone());
            }
        }
    });
}

/// What is still needed at the left, the way to the result at the right.
fn show_foot(ui: &mut Ui, chrome: &Chrome<'_>, draft: &Draft, page: &Page, out: &mut Out) {
    let (theme, lang) = (chrome.view.theme, chrome.view.lang);
    let width = WIDE.min(ui.available_width());
    let place = Rect::from_center_size(ui.max_rect().center(), vec2(width, FOOT));
    let builder = UiBuilder::new()
        .max_rect(place)
        .layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        let blocked = page.blocked.as_deref();
        let button = Button::primary(LabelPageMsg::Show.text(lang))
            .icon(icon::ARROW_RIGHT)
            .disabled(blocked)
            .show(ui, theme);
        let keyed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if (button.clicked() || keyed)
            && blocked.is_none()
            && let Some(project) = draft.project(chrome.view.library)
        {
            out.command(Command::OpenNew(Box::new(project)));
        }
        ui.add_space(metric::SPACE_S);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let words = blocked.unwrap_or(LabelPageMsg::Ready.text(lang));
            let (font, room) = (theme.font(metric::TEXT_BODY), (ui.available_width(), 1));
            text::named_lines(ui, theme, words, font, theme.ink_soft, room);
        });
    });
}
