//! The sentence that says what the product is; each figure in it opens.

use super::sentence::{self, Change, Piece};
use crate::explain::FigureId;
use crate::text::Lang;
use crate::ui::shared::figure_acts;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Out, View};
use crate::ui::widget::Hint as _;
use crate::ui::widget::delta_badge;
use crate::ui::widget::figure::{PENCIL, own_mark};
use crate::ui::widget::touch::Touch;
use egui::{FontId, Galley, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Shows the sentence and the line beneath it.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let headline = sentence::headline(view);
    let theme = view.theme;
    let title = Line {
        font: theme.medium_font(metric::TEXT_TITLE),
        height: 34.0,
        key: "headline",
        soft: false,
    };
    title.show(ui, view, out, &headline.first);
    if view.lang == Lang::Both {
        let lang = Lang::En;
        let english = View { lang, ..*view };
        let line = Line {
            font: theme.font(metric::TEXT_BODY),
            height: metric::TARGET,
            key: "headline in English",
            soft: true,
        };
        line.show(ui, &english, out, &sentence::headline(&english).first);
    }
    ui.horizontal(|ui| {
        // Room for the marks of a change is always kept, so that nothing jumps.
        ui.set_min_height(metric::TARGET);
        let small = Line {
            font: theme.font(metric::TEXT_SMALL),
            height: metric::TARGET,
            key: "more",
            soft: true,
        };
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width() * 0.55);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                small.show(ui, view, out, &headline.second);
                if view.lang == Lang::Both {
                    let english = View {
                        lang: Lang::En,
                        ..*view
                    };
                    let small = Line {
                        key: "more in English",
                        ..small
                    };
                    small.show(ui, &english, out, &sentence::headline(&english).second);
                }
            });
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            headline
                .changes
                .iter()
                .rev()
                .for_each(|change| moved(ui, theme, change));
        });
    });
}

fn moved(ui: &mut Ui, theme: &Theme, change: &Change) {
    delta_badge(ui, theme, &change.old, &change.new, change.trend).hint(change.name);
}

/// How a sentence with figures is set.
struct Line {
    font: FontId,
    height: f32,
    key: &'static str,
    soft: bool,
}

/// A word or figure, laid out.
struct Token {
    galley: Arc<Galley>,
    opens: Option<(FigureId, &'static str)>,
    text: String,
    /// What own figures it rests on; empty for none.
    own: String,
    /// Punctuation stays with what stands before it.
    sticks: bool,
}

impl Token {
    /// Room for the figure, and for the pencil behind one that rests on own figures.
    fn width(&self) -> f32 {
        self.galley.size().x + if self.own.is_empty() { 0.0 } else { PENCIL }
    }
}

impl Line {
    fn show(&self, ui: &mut Ui, view: &View<'_>, out: &mut Out, pieces: &[Piece]) {
        let tokens = self.tokens(ui, view, pieces);
        let places = places(&tokens, ui.available_width());
        let lines = places.iter().map(|(line, _)| line + 1).max().unwrap_or(1);
        let width = if self.soft {
            places
                .iter()
                .zip(&tokens)
                .map(|((_, x), token)| x + token.width())
                .fold(0.0, f32::max)
        } else {
            ui.available_width()
        };
        let size = vec2(width, self.height * f32::from(u16::try_from(lines).unwrap_or(1)));
        let (rect, whole) = ui.allocate_exact_size(size, Sense::hover());
        let sentence: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        whole.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &sentence));
        for (token, (line, x)) in tokens.into_iter().zip(places) {
            let top = rect.top() + self.height * f32::from(u16::try_from(line).unwrap_or(0));
            let cell = Rect::from_min_size(pos2(rect.left() + x, top), vec2(token.width(), self.height));
            self.token(ui, view, out, cell, token);
        }
    }

    /// Words, so that a long sentence breaks between them; Chinese breaks between characters.
    fn tokens(&self, ui: &Ui, view: &View<'_>, pieces: &[Piece]) -> Vec<Token> {
        let theme = view.theme;
        let ink = |is_figure: bool| {
            if self.soft && !is_figure {
                theme.ink_soft
            } else {
                theme.ink
            }
        };
        let lay = |text: &str, is_figure: bool| {
            ui.painter()
                .layout_no_wrap(text.to_owned(), self.font.clone(), ink(is_figure))
        };
        let mut tokens = Vec::new();
        for piece in pieces {
            let words: Vec<&str> = match piece.opens {
                Some(_) => vec![piece.text.as_str()],
                None => piece.text.split_inclusive([' ', '，']).collect(),
            };
            tokens.extend(words.into_iter().map(|word| {
                Token {
                    galley: lay(word, piece.opens.is_some()),
                    own: piece
                        .opens
                        .as_ref()
                        .map_or_else(String::new, |(figure, _)| view.own_hint(figure)),
                    opens: piece.opens.clone(),
                    text: word.to_owned(),
                    sticks: word.starts_with([',', '，', '、', '。', '.', ' ']),
                }
            }));
        }
        tokens
    }

    fn token(&self, ui: &Ui, view: &View<'_>, out: &mut Out, cell: Rect, token: Token) {
        let theme = view.theme;
        let size = token.galley.size();
        if let Some((figure, name)) = token.opens {
            if !token.own.is_empty() {
                own_mark(
                    ui.painter(),
                    theme,
                    pos2(cell.left() + size.x + 2.0, cell.center().y),
                );
            }
            let said = [name, token.own.as_str()].join("\n");
            let target = cell.expand2(vec2(3.0, 0.0));
            let spoken = [token.text.as_str(), token.own.as_str()].join(" ");
            let id = Id::unique(("headline figure", self.key, name));
            let touch = Touch::button(id, target, name).said(spoken.trim_end());
            let response = touch.plate(target.shrink2(vec2(0.0, 2.0))).show(ui, theme);
            let is_over = response.hovered();
            let ink = if is_over { theme.accent } else { theme.field_edge };
            let y = (cell.center().y + size.y / 2.0 + 0.5).round() + 0.5;
            ui.painter()
                .hline(cell.x_range(), y, Stroke::new(theme.rule, ink));
            let response = response.hint(said.trim_end());
            if figure_acts::touched(ui, view, out, &response, &figure) {
                out.open(figure);
            }
        }
        super::paint::put(ui.painter(), cell.left_center(), token.galley);
    }
}

/// The line and the distance from its start of each token.
fn places(tokens: &[Token], room: f32) -> Vec<(usize, f32)> {
    let (mut line, mut x) = (0, 0.0);
    tokens
        .iter()
        .map(|token| {
            let width = token.width();
            if x > 0.0 && !token.sticks && x + width > room {
                (line, x) = (line + 1, 0.0);
            }
            let place = (line, x);
            x += width;
            place
        })
        .collect()
}
