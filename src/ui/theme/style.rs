//! The theme as egui's own style, so that plain egui widgets look like ours.

use super::{Theme, metric, with_alpha};
use crate::ui::fonts;
use egui::style::{
    HandleShape, ImeComposition, Interaction, ScrollAnimation, ScrollStyle, Selection, Spacing,
    TextCursorStyle, WidgetVisuals, Widgets,
};
use egui::{Color32, Context, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2};
use std::collections::BTreeMap;

/// Sets the style of `ctx` for both of egui's own themes, so that it never falls back to its default look.
pub(super) fn apply(theme: &Theme, ctx: &Context) {
    let style = Style {
        text_styles: text_styles(),
        spacing: spacing(),
        interaction: Interaction {
            tooltip_delay: 0.35,
            selectable_labels: false,
            ..Interaction::default()
        },
        visuals: visuals(theme),
        animation_time: metric::MOTION,
        ..Style::default()
    };
    for each in [egui::Theme::Light, egui::Theme::Dark] {
        ctx.set_style_of(each, style.clone());
    }
    ctx.set_theme(if theme.dark {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    });
}

/// Ends all motion until a theme is applied again: nothing fades, slides or blinks.
pub fn keep_still(ctx: &Context) {
    ctx.all_styles_mut(|style| {
        style.animation_time = 0.0;
        style.scroll_animation = ScrollAnimation::none();
        style.visuals.text_cursor.blink = false;
    });
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    let regular = |size| FontId::new(size, FontFamily::Proportional);
    [
        (TextStyle::Small, regular(metric::TEXT_SMALL)),
        (TextStyle::Body, regular(metric::TEXT_BODY)),
        (TextStyle::Button, regular(metric::TEXT_BODY)),
        (
            TextStyle::Heading,
            FontId::new(metric::TEXT_TITLE, fonts::medium()),
        ),
        (
            TextStyle::Monospace,
            FontId::new(metric::TEXT_BODY, FontFamily::Monospace),
        ),
    ]
    .into()
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(metric::SPACE_S, metric::SPACE_S),
        window_margin: Margin::same(16),
        button_padding: vec2(metric::SPACE_M, metric::SPACE_XS),
        menu_margin: Margin::same(8),
        indent: metric::SPACE_L,
        interact_size: vec2(metric::TARGET, metric::TARGET),
        slider_width: 160.0,
        slider_rail_height: metric::SPACE_XS,
        combo_width: 160.0,
        text_edit_width: 200.0,
        icon_width: 18.0,
        icon_width_inner: 10.0,
        icon_spacing: metric::SPACE_S,
        tooltip_width: metric::TOOLTIP,
        menu_spacing: metric::SPACE_XS,
        scroll: ScrollStyle {
            bar_width: 8.0,
            ..ScrollStyle::thin()
        },
        ..Spacing::default()
    }
}

fn visuals(theme: &Theme) -> Visuals {
    let base = if theme.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let menu_shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: with_alpha(Color32::BLACK, theme.shadow_alpha),
    };
    Visuals {
        dark_mode: theme.dark,
        weak_text_color: Some(theme.ink_soft),
        widgets: widgets(theme),
        selection: Selection {
            bg_fill: theme.accent_soft,
            stroke: Stroke::new(metric::FOCUS_RING, theme.focus),
        },
        ime_composition: ImeComposition {
            active_underline_stroke: Stroke::new(2.0, theme.accent),
            inactive_underline_stroke: Stroke::new(2.0, theme.ink_soft),
            ..base.ime_composition
        },
        hyperlink_color: theme.accent,
        faint_bg_color: theme.hover,
        extreme_bg_color: theme.surface,
        text_edit_bg_color: Some(theme.surface),
        code_bg_color: theme.hover,
        warn_fg_color: theme.notice,
        error_fg_color: theme.error,
        window_corner_radius: theme.radius(),
        window_shadow: menu_shadow,
        window_fill: theme.raised,
        window_stroke: theme.rule_stroke(),
        menu_corner_radius: theme.radius(),
        panel_fill: theme.ground,
        popup_shadow: menu_shadow,
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(2.0, theme.accent),
            ..base.text_cursor
        },
        indent_has_left_vline: false,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        disabled_alpha: theme.dim(),
        ..base
    }
}

fn widgets(theme: &Theme) -> Widgets {
    let state = |fill: Color32, edge: Stroke, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: edge,
        corner_radius: theme.radius(),
        fg_stroke: Stroke::new(theme.rule, ink),
        expansion: 0.0,
    };
    let edge = theme.edge_stroke();
    Widgets {
        noninteractive: state(theme.surface, theme.rule_stroke(), theme.ink),
        inactive: state(theme.surface, edge, theme.ink),
        hovered: state(theme.hover, edge, theme.ink),
        // egui draws pressed and focused alike: this is also its focus ring.
        active: state(theme.surface, theme.focus_stroke(), theme.ink),
        open: state(theme.accent_soft, edge, theme.ink),
    }
}
