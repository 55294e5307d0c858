//! The look: every colour, size and radius that the window uses, read from `assets/theme`.
//!
//! Invariant: all four themes have every token, and every pair of colours used together can be told apart.

mod color;
pub mod metric;
mod style;

pub use color::{contrast, solid, with_alpha};
pub use style::keep_still;

use super::fonts;
use crate::flow::gate::Verdict;
use crate::report::sheet;
pub use crate::text::names::pathway_letter;
use crate::ui::widget::hatch::Hatch;
use color::token;
use egui::{Color32, Context, CornerRadius, FontFamily, FontId, Frame, Id, Margin, Stroke};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeKind {
    /// Warm paper.
    #[default]
    Light,
    /// Lamplight.
    Dark,
    /// Black on white.
    ContrastLight,
    /// White on black.
    ContrastDark,
}

impl ThemeKind {
    /// All themes.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::ContrastLight, Self::ContrastDark];

    /// True where the ground is dark.
    pub const fn is_dark(self) -> bool {
        matches!(self, Self::Dark | Self::ContrastDark)
    }

    /// True for the high-contrast themes.
    pub const fn is_contrast(self) -> bool {
        matches!(self, Self::ContrastLight | Self::ContrastDark)
    }

    /// The same contrast with the other ground.
    #[must_use]
    pub const fn flipped(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
            Self::ContrastLight => Self::ContrastDark,
            Self::ContrastDark => Self::ContrastLight,
        }
    }

    const fn tokens(self) -> &'static str {
        match self {
            Self::Light => include_str!("../../../assets/theme/light.ron"),
            Self::Dark => include_str!("../../../assets/theme/dark.ron"),
            Self::ContrastLight => include_str!("../../../assets/theme/contrast_light.ron"),
            Self::ContrastDark => include_str!("../../../assets/theme/contrast_dark.ron"),
        }
    }
}

/// A colour that carries a meaning, with the hatch that carries it in grey print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub struct Fill {
    /// Its colour.
    #[serde(deserialize_with = "token")]
    pub color: Color32,
    /// Its hatch.
    pub hatch: Hatch,
}

impl From<Fill> for sheet::Fill {
    fn from(fill: Fill) -> Self {
        Self {
            rgb: [fill.color.r(), fill.color.g(), fill.color.b()],
            hatch: fill.hatch,
        }
    }
}

impl From<sheet::Fill> for Fill {
    fn from(fill: sheet::Fill) -> Self {
        Self {
            color: solid(fill.rgb),
            hatch: fill.hatch,
        }
    }
}

/// Where mass ends, in order from "stays itself" to "lost" and "not yet decided".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EndClass {
    /// Reused as parts.
    Reused,
    /// Recycled to the same grade.
    SameGrade,
    /// Downcycled.
    Downcycled,
    /// Composted.
    Biological,
    /// Energy recovery.
    Energy,
    /// Landfill, litter, unknown.
    Lost,
    /// Not yet decided.
    Undecided,
}

impl EndClass {
    /// All classes in their order.
    pub const ALL: [Self; 7] = [
        Self::Reused,
        Self::SameGrade,
        Self::Downcycled,
        Self::Biological,
        Self::Energy,
        Self::Lost,
        Self::Undecided,
    ];
}

/// Least contrast of shapes.
const GRAPHIC: f32 = 3.0;
/// Dimmed secondary text still has the contrast of text.
const DIM: f32 = 0.86;

/// Everything that decides how the window looks.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
pub struct Theme {
    /// Which theme this is.
    #[serde(skip)]
    pub kind: ThemeKind,
    /// True where the ground is dark.
    pub dark: bool,
    /// The window.
    #[serde(deserialize_with = "token")]
    pub ground: Color32,
    /// Panels and fields.
    #[serde(deserialize_with = "token")]
    pub surface: Color32,
    /// Menus and tooltips.
    #[serde(deserialize_with = "token")]
    pub raised: Color32,
    /// Under the pointer.
    #[serde(deserialize_with = "token")]
    pub hover: Color32,
    /// Text.
    #[serde(deserialize_with = "token")]
    pub ink: Color32,
    /// Secondary text and units.
    #[serde(deserialize_with = "token")]
    pub ink_soft: Color32,
    /// Rules that only decorate.
    #[serde(deserialize_with = "token")]
    pub hairline: Color32,
    /// Outline of fields and buttons.
    #[serde(deserialize_with = "token")]
    pub field_edge: Color32,
    /// Selection and primary action.
    #[serde(deserialize_with = "token")]
    pub accent: Color32,
    /// The accent under the pointer.
    #[serde(deserialize_with = "token")]
    pub accent_hover: Color32,
    /// Behind what is selected.
    #[serde(deserialize_with = "token")]
    pub accent_soft: Color32,
    /// Text on the accent.
    #[serde(deserialize_with = "token")]
    pub on_accent: Color32,
    /// Notices, always with icon and word.
    #[serde(deserialize_with = "token")]
    pub notice: Color32,
    /// Errors, always with icon and word.
    #[serde(deserialize_with = "token")]
    pub error: Color32,
    /// Ring around what has the focus.
    #[serde(deserialize_with = "token")]
    pub focus: Color32,
    /// Outline of bars and flows.
    #[serde(deserialize_with = "token")]
    pub outline: Color32,
    /// Text on light fills.
    #[serde(deserialize_with = "token")]
    pub dark_text: Color32,
    /// Text on dark fills.
    #[serde(deserialize_with = "token")]
    pub light_text: Color32,
    /// Width of hairlines and field edges.
    pub rule: f32,
    /// Width of the outline of bars and flows.
    pub outline_width: f32,
    /// How opaque flows are, 0 to 1.
    pub flow_alpha: f32,
    /// How dark the shadow under menus is, 0 to 1.
    pub shadow_alpha: f32,
    pathways: Vec<Fill>,
    pathway_rest: Fill,
    ends: Vec<Fill>,
    fits: Vec<Fill>,
    virgin: Fill,
    fibres: BTreeMap<String, Fill>,
}

impl Theme {
    /// Reads a theme's tokens.
    pub fn parse(kind: ThemeKind, tokens: &str) -> Result<Self, ron::error::SpannedError> {
        let theme: Self = ron::from_str(tokens)?;
        Ok(Self { kind, ..theme })
    }

    /// The theme `kind`; its tokens are embedded, so that reading them fails only in tests.
    pub fn load(kind: ThemeKind) -> Self {
        Self::parse(kind, kind.tokens()).unwrap_or_else(|error| {
            log::error!("theme {kind:?}: {error}");
            Self::default()
        })
    }

    /// Makes `ctx` draw in this theme and hands it out through [`Theme::of`].
    pub fn apply(self, ctx: &Context) {
        style::apply(&self, ctx);
        ctx.data_mut(|data| data.insert_temp(Self::key(), Arc::new(self)));
    }

    /// The theme applied last; the light one where none was applied.
    pub fn of(ctx: &Context) -> Arc<Self> {
        ctx.data(|data| data.get_temp(Self::key()))
            .unwrap_or_else(|| Arc::new(Self::load(ThemeKind::Light)))
    }

    fn key() -> Id {
        Id::unique("reloom-theme")
    }

    /// The fill of the pathway at `index` of the comparison; a common grey after the fourth.
    pub fn pathway(&self, index: usize) -> Fill {
        self.pathways.get(index).copied().unwrap_or(self.pathway_rest)
    }

    /// The fill of a class of ends.
    pub fn end(&self, class: EndClass) -> Fill {
        let index = EndClass::ALL
            .iter()
            .position(|each| *each == class)
            .unwrap_or_default();
        self.ends.get(index).copied().unwrap_or(self.pathway_rest)
    }

    /// How work that is lost is filled: the ground with lines, never red.
    pub const fn lost(&self) -> Fill {
        Fill {
            color: self.surface,
            hatch: Hatch::Diagonal,
        }
    }

    /// The same for small bars and from afar: its lines stand close.
    pub const fn lost_close(&self) -> Fill {
        Fill {
            hatch: Hatch::FineDiagonal,
            ..self.lost()
        }
    }

    /// The fill of how a part fits a route.
    pub fn fit(&self, verdict: Verdict) -> Fill {
        let index = match verdict {
            Verdict::Accepted => 0,
            Verdict::Reduced => 1,
            Verdict::Refused => 2,
        };
        self.fits.get(index).copied().unwrap_or(self.pathway_rest)
    }

    /// The fill of the fibre `id` of the library; fibres of one family share it.
    pub fn fibre(&self, id: &str) -> Fill {
        let rest = self.pathway_rest;
        self.fibres
            .get(fibre_family(id))
            .or_else(|| self.fibres.get("other"))
            .copied()
            .unwrap_or(rest)
    }

    /// The fill of virgin feedstock: a colour and hatch of its own, for an empty bar would read as nothing.
    pub const fn virgin(&self) -> Fill {
        self.virgin
    }

    /// Every fill with its name, for checks and the gallery.
    pub fn fills(&self) -> Vec<(String, Fill)> {
        let pathways = self.pathways.iter().enumerate();
        let pathways = pathways.map(|(index, fill)| (format!("pathway {}", pathway_letter(index)), *fill));
        let ends = EndClass::ALL.map(|class| (format!("{class:?}"), self.end(class)));
        let verdicts = [Verdict::Accepted, Verdict::Reduced, Verdict::Refused];
        let fits = verdicts.map(|verdict| (format!("fit {verdict:?}"), self.fit(verdict)));
        let fibres = self.fibres.iter().map(|(name, fill)| (name.clone(), *fill));
        pathways
            .chain(ends)
            .chain(fits)
            .chain(fibres)
            .chain([("rest".to_owned(), self.pathway_rest)])
            .chain([("virgin".to_owned(), self.virgin)])
            .collect()
    }

    /// Text on `fill`: the dark or the light one, whichever reads better.
    pub fn on(&self, fill: Color32) -> Color32 {
        let (dark, light) = (self.dark_text, self.light_text);
        if contrast(dark, fill) >= contrast(light, fill) {
            dark
        } else {
            light
        }
    }

    /// The lines of a hatch on `fill`: as quiet as can be seen well, so that words stay first.
    pub fn hatch_on(&self, fill: Color32) -> Color32 {
        let ink = self.on(fill);
        let least = if self.kind.is_contrast() { 4.5 } else { GRAPHIC };
        let steps = (4..10_u8).map(|tenth| fill.lerp_to_gamma(ink, f32::from(tenth) / 10.0));
        steps
            .into_iter()
            .find(|line| contrast(*line, fill) >= least)
            .unwrap_or(ink)
    }

    /// How opaque is what steps back while something else is looked at, or waits for newer figures.
    pub const fn dim(&self) -> f32 {
        if self.kind.is_contrast() { 1.0 } else { DIM }
    }

    /// Every pair of text and ground in use, with its name.
    pub fn text_pairs(&self) -> Vec<(String, Color32, Color32)> {
        let grounds = [
            ("ground", self.ground),
            ("surface", self.surface),
            ("raised", self.raised),
            ("hover", self.hover),
            ("accent_soft", self.accent_soft),
        ];
        let inks = [
            ("ink", self.ink),
            ("ink_soft", self.ink_soft),
            ("accent", self.accent),
            ("notice", self.notice),
            ("error", self.error),
        ];
        let mut pairs: Vec<_> = grounds
            .iter()
            .flat_map(|(ground, below)| {
                inks.map(|(ink, above)| (format!("{ink} on {ground}"), above, *below))
            })
            .collect();
        pairs.push(("on_accent on accent".to_owned(), self.on_accent, self.accent));
        pairs.push((
            "on_accent on accent_hover".to_owned(),
            self.on_accent,
            self.accent_hover,
        ));
        for (name, ink) in [("ink", self.ink), ("ink_soft", self.ink_soft)] {
            for (ground, below) in [("ground", self.ground), ("surface", self.surface)] {
                let dimmed = below.lerp_to_gamma(ink, self.dim());
                pairs.push((format!("dimmed {name} on {ground}"), dimmed, below));
            }
        }
        let fills = self.fills().into_iter();
        pairs.extend(fills.map(|(name, fill)| (format!("text on {name}"), self.on(fill.color), fill.color)));
        pairs
    }

    /// Every pair of shape and ground in use that must be told apart, with its name.
    pub fn graphic_pairs(&self) -> Vec<(String, Color32, Color32)> {
        let grounds = [
            ("ground", self.ground),
            ("surface", self.surface),
            ("raised", self.raised),
            ("hover", self.hover),
            ("accent_soft", self.accent_soft),
        ];
        let shapes = [
            ("field_edge", self.field_edge),
            ("accent", self.accent),
            ("focus", self.focus),
            ("outline", self.outline),
            ("notice", self.notice),
            ("error", self.error),
        ];
        let on_ground = |(ground, below): (&str, Color32)| {
            shapes.map(|(shape, above)| (format!("{shape} on {ground}"), above, below))
        };
        let mut pairs: Vec<_> = grounds.into_iter().flat_map(on_ground).collect();
        let fills = self.fills();
        let hatched = fills.iter().filter(|(_, fill)| fill.hatch != Hatch::None);
        pairs.extend(
            hatched.map(|(name, fill)| (format!("hatch of {name}"), self.hatch_on(fill.color), fill.color)),
        );
        // Of each fill the outline or the fill itself stands out from the ground, and from what it lies beside.
        pairs.extend(fills.iter().map(|(name, fill)| {
            let best = [self.outline, fill.color]
                .into_iter()
                .max_by(|a, b| contrast(*a, self.ground).total_cmp(&contrast(*b, self.ground)));
            (
                format!("edge of {name}"),
                best.unwrap_or(self.outline),
                self.ground,
            )
        }));
        pairs
    }

    /// The hairline between rows and panels.
    pub fn rule_stroke(&self) -> Stroke {
        Stroke::new(self.rule, self.hairline)
    }

    /// The edge of fields and quiet buttons.
    pub fn edge_stroke(&self) -> Stroke {
        Stroke::new(self.rule, self.field_edge)
    }

    /// The edge of a field to type in.
    pub fn typing_stroke(&self, has_focus: bool) -> Stroke {
        if has_focus {
            self.focus_stroke()
        } else {
            self.edge_stroke()
        }
    }

    /// The frame of a field to type in, with `edge` around it and `side` to the left and right of its words.
    pub fn typing_frame(&self, edge: Stroke, side: i8) -> Frame {
        Frame::new()
            .fill(self.surface)
            .stroke(edge)
            .corner_radius(self.radius())
            .inner_margin(Margin::symmetric(side, 0))
    }

    /// The outline of bars and flows.
    pub fn outline_stroke(&self) -> Stroke {
        Stroke::new(self.outline_width, self.outline)
    }

    /// The ring around what has the focus.
    pub fn focus_stroke(&self) -> Stroke {
        Stroke::new(metric::FOCUS_RING.max(self.rule), self.focus)
    }

    /// The colour of a flow filled with `color`.
    pub fn flow(&self, color: Color32) -> Color32 {
        with_alpha(color, self.flow_alpha)
    }

    /// The corners of buttons and fields.
    pub const fn radius(&self) -> CornerRadius {
        CornerRadius::same(metric::RADIUS)
    }

    /// The regular font at `size`.
    pub const fn font(&self, size: f32) -> FontId {
        FontId::new(size, FontFamily::Proportional)
    }

    /// The medium font at `size`.
    pub fn medium_font(&self, size: f32) -> FontId {
        FontId::new(size, fonts::medium())
    }

    /// The icon font at `size`.
    pub fn icon_font(&self, size: f32) -> FontId {
        FontId::new(size, fonts::icons())
    }
}

/// Fibres that share a colour.
fn fibre_family(id: &str) -> &str {
    match id {
        "cotton" | "cotton_org" | "cotton_rec_pre" | "cotton_rec_post" => "cotton",
        "polyester" | "polyester_rb" | "polyester_rt" => "polyester",
        "pa6" | "pa66" => "polyamide",
        "pp" => "polypropylene",
        "linen" | "hemp" | "ramie" => "bast",
        "viscose" | "lyocell" | "modal" | "cupro" => "cellulosic",
        "leather" | "pu_coat" | "pvc_coat" => "leather",
        "metal" | "plastic_trim" => "hard",
        other => other,
    }
}
