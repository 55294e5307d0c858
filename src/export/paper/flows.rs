//! The flow diagram on paper: the window's own layout, drawn as lines and areas.

use super::look;
use crate::model::PathwayId;
use crate::report::sheet::draw::At;
use crate::report::sheet::letters::{Ruler, Weight};
use crate::report::sheet::{Drawing, Fill, Hatch, Item, Rgb, flat};
use crate::ui::diagram::layout::{Label, Layout, LineKind, PlacedNode, PlacedRibbon};
use crate::ui::diagram::model::{Node, Ribbon, Tint};
use crate::ui::diagram::route::Way;
use crate::ui::diagram::{Diagram, Sizes, layout};
use crate::ui::panel::pathways::data::page;
use crate::ui::theme::{self, Theme};
use crate::ui::view::View;
use egui::{Color32, Pos2, Rect, pos2, vec2};

/// Width that the diagram is laid out in; a flat one in a wider room, its letters smaller, for under `LEAST` of height
/// there is none for its words.
const WIDTH: f32 = 900.0;
const LEAST: f32 = 282.0;
/// Height of its letters there.
const LETTERS: f32 = 13.0;
/// Height of a line there.
const LINE: f32 = 17.0;

/// The flows of `pathway`, `height` times as high as wide; none where it has no answer.
pub(super) fn drawing(view: &View<'_>, ruler: &Ruler, pathway: &PathwayId, height: f32) -> Option<Drawing> {
    let own = view.project.pathway(pathway)?;
    let page = page(view, own);
    let diagram = page.diagram?;
    let measure = |text: &str, strong: bool| {
        let weight = if strong { Weight::Medium } else { Weight::Regular };
        ruler.width(text, weight, LETTERS) + 1.0
    };
    let width = WIDTH.max(LEAST / height.max(f32::MIN_POSITIVE));
    let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, width * height));
    let sizes = Sizes {
        rect,
        line: LINE,
        measure: &measure,
    };
    let placed = layout(&diagram, &sizes);
    let scene = Scene {
        theme: view.theme,
        whole: view.theme.pathway(page.index).color,
        diagram: &diagram,
        placed: &placed,
    };
    let items = scene.items();
    let spoken = diagram.nodes.iter().map(|node| node.spoken.as_str());
    Some(Drawing {
        spoken: spoken.collect::<Vec<_>>().join("; "),
        width,
        height: (width * height).max(lowest(&items)),
        share: 1.0,
        items,
    })
}

/// What the nodes of `pathway` are called in both languages: "回收 Collection · 分拣 Sorting"; each once.
pub(super) fn terms(view: &View<'_>, pathway: &PathwayId) -> String {
    let diagram = view
        .project
        .pathway(pathway)
        .and_then(|own| page(view, own).diagram);
    let nodes = diagram.map(|diagram| diagram.nodes).unwrap_or_default();
    // What is the product stands at the head of the page.
    let mut named: Vec<String> = Vec::new();
    let name = |node: &Node| flat(node.shorter.last().unwrap_or(&node.name));
    for name in nodes.iter().skip(1).map(name) {
        if !named.contains(&name) {
            named.push(name);
        }
    }
    named.join(" · ")
}

/// Where the lowest mark ends: where there is too little room words reach beneath it.
fn lowest(items: &[Item]) -> f32 {
    let bottoms = items.iter().map(|item| match item {
        Item::Area { points, .. } | Item::Line { points, .. } => {
            points.iter().map(|[_, y]| *y).fold(0.0, f32::max)
        }
        Item::Words { at: [_, y], size, .. } => y + size / 2.0,
    });
    bottoms.fold(0.0, f32::max) + 2.0
}

struct Scene<'a> {
    theme: &'a Theme,
    whole: Color32,
    diagram: &'a Diagram,
    placed: &'a Layout,
}

impl Scene<'_> {
    fn items(&self) -> Vec<Item> {
        let mut items = Vec::new();
        for (at, title) in &self.placed.bands {
            items.push(words(title, *at, false, true));
        }
        let all = || self.diagram.ribbons.iter().zip(&self.placed.ribbons);
        for is_loop in [true, false] {
            for (ribbon, place) in all().filter(|(ribbon, _)| ribbon.is_loop == is_loop) {
                self.ribbon(&mut items, ribbon, place);
            }
        }
        for (_, place) in all() {
            label(&mut items, &place.label, false);
        }
        for (node, place) in self.diagram.nodes.iter().zip(&self.placed.nodes) {
            self.node(&mut items, node, place);
        }
        items
    }

    /// The colour as it looks on paper; what is still whole stays pale.
    fn fill(&self, tint: Tint) -> Fill {
        let theme = self.theme;
        let (color, strength) = match tint {
            Tint::Pathway => (self.whole, theme.flow_alpha * 0.5),
            Tint::End(class) => (theme.end(class).color, theme.flow_alpha),
            Tint::Refused => (theme.hairline, theme.flow_alpha),
        };
        Fill {
            rgb: look::rgb(theme.surface.lerp_to_gamma(color, strength)),
            hatch: Hatch::None,
        }
    }

    fn ribbon(&self, items: &mut Vec<Item>, ribbon: &Ribbon, place: &PlacedRibbon) {
        let edge = look::rgb(self.theme.outline);
        match &place.way {
            Some(Way::Band(slices)) if place.width < 2.0 => {
                let middle = slices
                    .iter()
                    .map(|slice| [slice.x, f32::midpoint(slice.top, slice.bottom)]);
                items.push(line(middle.collect(), 1.2, edge));
            }
            Some(Way::Band(slices)) => {
                let above = slices.iter().map(|slice| [slice.x, slice.top]);
                let below = slices.iter().rev().map(|slice| [slice.x, slice.bottom]);
                items.push(Item::Area {
                    points: above.chain(below).collect(),
                    fill: Some(self.fill(ribbon.tint)),
                    edge: 0.6,
                });
            }
            Some(Way::Loop(points)) => {
                let points: Vec<At> = points.iter().map(|at| [at.x, at.y]).collect();
                let fill = self.fill(Tint::Pathway).rgb;
                if place.width < 2.0 {
                    items.push(line(points, 1.6, edge));
                    return;
                }
                items.push(line(points.clone(), place.width + 1.6, edge));
                items.push(line(points.clone(), place.width, fill));
                items.extend(self.arrow(&points, place.width));
            }
            None => {}
        }
    }

    /// Which way a loop goes.
    fn arrow(&self, points: &[At], width: f32) -> Option<Item> {
        let runs = points.iter().zip(points.iter().skip(1));
        let length = |(a, b): &(&At, &At)| (b[0] - a[0]).hypot(b[1] - a[1]);
        let (a, b) = runs.max_by(|one, other| length(one).total_cmp(&length(other)))?;
        let size = (width * 0.32).clamp(2.5, 7.0);
        let long = (b[0] - a[0]).hypot(b[1] - a[1]).max(0.001);
        let (dx, dy) = ((b[0] - a[0]) / long * size, (b[1] - a[1]) / long * size);
        let middle = [f32::midpoint(a[0], b[0]), f32::midpoint(a[1], b[1])];
        Some(Item::Area {
            points: vec![
                [middle[0] + dx, middle[1] + dy],
                [middle[0] - dx - dy, middle[1] - dy + dx],
                [middle[0] - dx + dy, middle[1] - dy - dx],
            ],
            fill: Some(Fill {
                rgb: look::rgb(self.theme.outline),
                hatch: Hatch::None,
            }),
            edge: 0.0,
        })
    }

    fn node(&self, items: &mut Vec<Item>, node: &Node, place: &PlacedNode) {
        let bar = place.bar;
        let fill = match node.tint {
            Tint::End(class) if node.is_end => self.theme.end(class),
            _ => theme::Fill {
                color: self.theme.ink,
                ..theme::Fill::default()
            },
        };
        let mut fill = Fill::from(fill);
        if bar.height() < 6.0 {
            fill.hatch = Hatch::None;
        }
        let (top, bottom) = (bar.top(), bar.bottom().max(bar.top() + 2.0));
        items.push(Item::Area {
            points: vec![
                [bar.left(), top],
                [bar.right(), top],
                [bar.right(), bottom],
                [bar.left(), bottom],
            ],
            fill: Some(fill),
            edge: if node.is_end { 0.8 } else { 0.0 },
        });
        label(items, &place.label, true);
    }
}

fn label(items: &mut Vec<Item>, label: &Label, of_node: bool) {
    let Some(rect) = label.rect else { return };
    let count = f32::from(u16::try_from(label.lines.len().max(1)).unwrap_or(1));
    let height = rect.height() / count;
    let mut at = pos2(rect.left(), rect.top() + height / 2.0);
    for (text, kind) in &label.lines {
        let strong = of_node && matches!(kind, LineKind::Name | LineKind::Joined(_));
        items.push(words(
            text,
            at,
            strong,
            !matches!(kind, LineKind::Name) && of_node,
        ));
        at.y += height;
    }
}

fn words(text: &str, at: Pos2, strong: bool, soft: bool) -> Item {
    Item::Words {
        at: [at.x, at.y],
        text: crate::report::sheet::flat(text),
        size: LETTERS,
        strong,
        soft,
    }
}

const fn line(points: Vec<At>, width: f32, rgb: Rgb) -> Item {
    Item::Line {
        points,
        width,
        rgb,
        dashed: false,
    }
}
