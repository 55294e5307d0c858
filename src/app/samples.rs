//! The samples as cards: what each is made of, and how circular its pathways are.

use super::frame::Chrome;
use crate::assess::{Assessment, assess};
use crate::data::{Drawing, Library, drawing};
use crate::model::{FibreId, Name};
use crate::presets;
use crate::text::names::Names;
use crate::text::{Lang, ShellMsg, StartMsg, number};
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::bar::paint_fill;
use crate::ui::widget::garment::garment_icon;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Segment, focus_ring, text};
use egui::{Align, Layout, Rect, Sense, Stroke, StrokeKind, Ui, vec2};

const CARD: egui::Vec2 = vec2(268.0, 152.0);
/// Room for a name of two lines.
const HEAD: f32 = 42.0;
const GAP: f32 = metric::SPACE_L;
/// One example on its card.
#[derive(Debug, Clone, PartialEq)]
struct Card {
    id: &'static str,
    name: Name,
    drawing: Drawing,
    parts: usize,
    mass_kg: f64,
    fibres: Vec<(FibreId, f64)>,
    /// Lowest and highest circularity of its pathways.
    scores: (f64, f64),
}

/// All examples, assessed once.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cards(Vec<Card>);

impl Cards {
    /// Assesses the examples.
    pub fn load() -> Self {
        let library = Library::builtin();
        let card = |preset: &presets::Preset| {
            let project = preset.project().ok()?;
            let assessment = assess(&project, library);
            let scores = scores(&assessment);
            let figures = assessment.product;
            let drawing = drawing(&project.product.kind, library);
            let mut fibres = figures.fibres;
            fibres.sort_by(|a, b| b.1.total_cmp(&a.1));
            Some(Card {
                id: preset.id,
                name: project.product.name,
                drawing,
                parts: project.product.parts.len(),
                mass_kg: figures.mass_kg,
                fibres,
                scores,
            })
        };
        Self(presets::all().iter().filter_map(card).collect())
    }
}

/// The lowest and the highest circularity of all pathways that have an answer.
fn scores(assessment: &Assessment) -> (f64, f64) {
    let answered = assessment
        .pathways
        .iter()
        .filter(|pathway| pathway.error.is_none());
    answered
        .map(|pathway| pathway.circularity.mci.mci)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), mci| {
            (low.min(mci), high.max(mci))
        })
}

/// Draws all samples as cards.
pub(super) fn show(ui: &mut Ui, chrome: &Chrome<'_>, cards: &Cards, out: &mut Out) {
    let wide = 4.0 * CARD.x + 3.0 * GAP;
    super::start::column(ui, wide, |ui| {
        let title = StartMsg::SamplesTitle.head(chrome.view.lang);
        super::start::page_head(ui, chrome, title, out);
        ui.add_space(metric::SPACE_L);
        examples(ui, chrome, cards, out);
        ui.add_space(metric::SPACE_L);
    });
}

fn examples(ui: &mut Ui, chrome: &Chrome<'_>, cards: &Cards, out: &mut Out) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        for card in &cards.0 {
            if example(ui, chrome, card) {
                out.command(Command::OpenPreset(card.id.to_owned()));
            }
        }
    });
}

/// One card; true where it was picked.
fn example(ui: &mut Ui, chrome: &Chrome<'_>, card: &Card) -> bool {
    let (theme, lang) = (chrome.view.theme, chrome.view.lang);
    let is_open = !chrome.fresh && chrome.file.is_none() && chrome.view.project.id == card.id;
    let words = if card.parts == 1 {
        ShellMsg::CardFactsOne
    } else {
        ShellMsg::CardFacts
    };
    let facts = words.with(
        lang,
        &[
            ("parts", &card.parts.to_string()),
            ("mass", &number::grams(card.mass_kg, lang)),
        ],
    );
    let (_, rect) = ui.allocate_space(CARD);
    let name = card.name.get(lang);
    let touch = Touch::button(egui::Id::unique(("example", card.id)), rect, name);
    let response = touch.about(&facts).feel(ui);
    let edge = if is_open {
        Stroke::new(2.0, theme.accent)
    } else {
        theme.edge_stroke()
    };
    let fill = if response.hovered() {
        theme.hover
    } else {
        theme.surface
    };
    ui.painter()
        .rect(rect, theme.radius(), fill, edge, StrokeKind::Inside);
    let room = egui::UiBuilder::new()
        .max_rect(rect.shrink(metric::SPACE_L))
        .layout(Layout::top_down(Align::Min));
    let mut inside = ui.new_child(room);
    inside.spacing_mut().item_spacing = vec2(metric::SPACE_S, metric::SPACE_XS);
    let head = vec2(inside.available_width(), HEAD);
    inside.allocate_ui_with_layout(head, Layout::left_to_right(Align::Min), |ui| {
        ui.set_min_size(head);
        garment_icon(ui, theme, card.drawing);
        text::Flow::new(name, theme.medium_font(metric::TEXT_BODY), theme.ink)
            .sense(Sense::empty())
            .show(ui);
    });
    let facts = if is_open {
        format!("{facts} · {}", ShellMsg::NowOpen.text(lang))
    } else {
        facts
    };
    text::small(&mut inside, theme, &facts);
    inside.add_space(metric::SPACE_S);
    fibres(&mut inside, &chrome.view, card);
    inside.add_space(metric::SPACE_XS);
    let (low, high) = card.scores;
    let range = number::span(low, high, lang, |mci| number::ratio(mci, lang));
    text::small(
        &mut inside,
        theme,
        &ShellMsg::CardScores.with(lang, &[("range", &range)]),
    );
    focus_ring(ui, theme, &response, rect);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn fibres(ui: &mut Ui, view: &View<'_>, card: &Card) {
    let View {
        theme,
        lang,
        project,
        library,
        ..
    } = *view;
    let names = Names {
        project,
        library,
        lang,
    };
    let total: f64 = card.fibres.iter().map(|(_, kg)| kg).sum();
    let words: Vec<(String, String, f64)> = card
        .fibres
        .iter()
        .map(|(fibre, kg)| {
            (
                names.short_fibre(fibre),
                number::share(kg / total, lang),
                kg / total,
            )
        })
        .collect();
    let segments: Vec<Segment<'_>> = words
        .iter()
        .zip(&card.fibres)
        .map(|((label, value, share), (fibre, _))| Segment {
            label,
            value,
            share: *share,
            fill: theme.fibre(fibre.as_str()),
        })
        .collect();
    paint_bar(ui, theme, &segments);
    let first: Vec<String> = words
        .iter()
        .take(2)
        .map(|(label, value, _)| lang.beside(label, value))
        .collect();
    let joined = first.join(if lang == Lang::En { ", " } else { "，" });
    text::small_line(ui, theme, &joined);
}

/// A bar without a node of its own: the words beside it say the same.
pub(super) fn paint_bar(ui: &mut Ui, theme: &Theme, segments: &[Segment<'_>]) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::empty());
    let mut left = rect.left();
    // Shares that add up to more than the whole share out the bar.
    let whole = segments.iter().map(|segment| segment.share).sum::<f64>().max(1.0);
    for segment in segments {
        #[expect(clippy::cast_possible_truncation, reason = "a share fits any float")]
        let width = rect.width() * (segment.share / whole) as f32;
        let part = Rect::from_min_size(egui::pos2(left, rect.top()), vec2(width, rect.height()));
        paint_fill(ui.painter(), theme, part, segment.fill);
        left += width;
    }
    ui.painter().rect_stroke(
        rect,
        0.0,
        Stroke::new(theme.rule, theme.outline),
        StrokeKind::Inside,
    );
}
