//! The pages that are exported: heading, what the screen shows, and a foot with date, sources and the word "estimate".

use super::{Canvas, Lettering, svg};
use crate::assess::Assessment;
use crate::data::{Grade, Library};
use crate::model::{PathwayId, Project};
use crate::report::combination::Combination;
use crate::report::flow_table;
use crate::report::picture::Layer;
use crate::text::names::Names;
use crate::text::{CommonMsg, Lang, PictureMsg};
use crate::ui::improving::{CombinedView, Improving};
use crate::ui::panel::product::improve::combine;
use crate::ui::panel::{compare, pathways, product};
use crate::ui::theme::{Theme, ThemeKind, metric};
use crate::ui::view::{Out, Page, Selection, VariantView, View};
use crate::ui::widget::{pathway_badge, text};
use egui::{Label, Ui, Vec2, vec2};

/// Size of a diagram.
const DIAGRAM: Vec2 = vec2(1280.0, 800.0);
/// Size of a comparison, high enough for all its rows.
const COMPARISON: Vec2 = vec2(1440.0, 1160.0);
/// Width of a product; its height follows its parts.
const PRODUCT: f32 = 1280.0;
/// Most parts that a picture shows.
const PARTS: usize = 100;
/// Height of the foot.
const FOOT: f32 = 84.0;
/// Most lines of sources.
const LINES: usize = 3;

/// What a page is made of.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The project.
    pub project: &'a Project,
    /// Its figures.
    pub assessment: &'a Assessment,
    /// The other variants that are compared.
    pub others: &'a [VariantView<'a>],
    /// True where the comparison shows differences from the baseline.
    pub relative: bool,
    /// The language of words.
    pub lang: Lang,
    /// What the diagram shows.
    pub layer: Layer,
    /// The day, as it is printed.
    pub date: &'a str,
    /// How letters stand in the picture.
    pub lettering: Lettering,
}

/// What the product is made of, as SVG.
pub fn product(sheet: &Sheet<'_>) -> String {
    let selection = Selection::default();
    let name = sheet.project.product.name.get(sheet.lang);
    let title = PictureMsg::ProductOf.with(sheet.lang, &[("product", name)]);
    let theme = Theme::load(ThemeKind::Light);
    let told = product::told(&sheet.view(&theme, &selection, Page::Product));
    let parts = sheet.project.product.parts.len();
    let more = parts.saturating_sub(PARTS);
    let height = product::drawing_height(parts.min(PARTS), sheet.lang) + FOOT + 3.0 * metric::SPACE_XXL;
    svg(sheet.canvas(&title, &told, vec2(PRODUCT, height)), |ui, theme| {
        let view = sheet.view(theme, &selection, Page::Product);
        ui.spacing_mut().item_spacing.y = 0.0;
        heading(ui, theme, None, &title, "");
        ui.add_space(metric::SPACE_L);
        product::drawing(ui, &view, PARTS);
        let more = match more {
            0 => String::new(),
            more => PictureMsg::MoreParts.with(sheet.lang, &[("count", &more.to_string())]),
        };
        foot(ui, theme, sheet, &more);
    })
}

/// The flow diagram of `pathway` as SVG.
pub fn diagram(sheet: &Sheet<'_>, pathway: &PathwayId) -> String {
    let selection = Selection {
        pathway: Some(pathway.clone()),
        layer: sheet.layer,
        ..Selection::default()
    };
    let product = sheet.project.product.name.get(sheet.lang);
    let name = sheet.names().pathway(pathway);
    let values = [("product", product), ("pathway", name.as_str())];
    let title = PictureMsg::FlowsOf.with(sheet.lang, &values);
    let at = sheet.project.pathways.iter().position(|own| &own.id == pathway);
    let sources = sheet.sources(pathway);
    let theme = Theme::load(ThemeKind::Light);
    let told = pathways::told(&sheet.view(&theme, &selection, Page::Pathways));
    svg(sheet.canvas(&title, &told, DIAGRAM), |ui, theme| {
        let view = sheet.view(theme, &selection, Page::Pathways);
        ui.spacing_mut().item_spacing.y = 0.0;
        heading(ui, theme, at, &title, sheet.layer.command(sheet.lang));
        ui.add_space(metric::SPACE_L);
        let height = ui.available_height() - FOOT;
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            pathways::drawing(ui, &view);
        });
        foot(ui, theme, sheet, &sources);
    })
}

/// The comparison as SVG.
pub fn comparison(sheet: &Sheet<'_>) -> String {
    let selection = Selection::default();
    let product = sheet.project.product.name.get(sheet.lang);
    let title = PictureMsg::ComparisonOf.with(sheet.lang, &[("product", product)]);
    let told = CommonMsg::EstimateNote.text(sheet.lang);
    svg(sheet.canvas(&title, told, COMPARISON), |ui, theme| {
        let view = sheet.view(theme, &selection, Page::Compare);
        heading(ui, theme, None, &title, "");
        ui.add_space(metric::SPACE_L);
        let height = ui.available_height() - FOOT;
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            compare::show(ui, &view, &mut Out::default());
        });
        foot(ui, theme, sheet, "");
    })
}

/// The combinations of moves as SVG.
pub fn combination(sheet: &Sheet<'_>, of: &Combination) -> String {
    let selection = Selection {
        improving: Improving {
            axes: of.axes,
            ..Improving::default()
        },
        ..Selection::default()
    };
    let product = sheet.project.product.name.get(sheet.lang);
    let title = PictureMsg::CombinationOf.with(sheet.lang, &[("product", product)]);
    let combined = CombinedView {
        all: &[],
        tries: &of.tries,
        pathways: &of.pathways,
        points: &of.points,
        front: &of.front,
        bands: of.bands.as_deref().map(Vec::as_slice),
        counts: [&[], &[]],
        smallest: None,
        done: of.done.0,
        total: of.done.1,
        number: 0,
        running: false,
        stale: false,
    };
    let told = CommonMsg::EstimateNote.text(sheet.lang);
    svg(sheet.canvas(&title, told, DIAGRAM), |ui, theme| {
        let view = sheet.view(theme, &selection, Page::Product);
        heading(ui, theme, None, &title, "");
        ui.add_space(metric::SPACE_L);
        let height = ui.available_height() - FOOT;
        combine::drawing(ui, &view, &combined, height);
        foot(ui, theme, sheet, "");
    })
}

impl<'a> Sheet<'a> {
    const fn canvas<'b>(&self, title: &'b str, told: &'b str, size: Vec2) -> Canvas<'b> {
        Canvas {
            title,
            told,
            size,
            lettering: self.lettering,
        }
    }

    fn names(&self) -> Names<'a> {
        Names {
            project: self.project,
            library: Library::builtin(),
            lang: self.lang,
        }
    }

    fn view(&self, theme: &'a Theme, selection: &'a Selection, page: Page) -> View<'a> {
        View {
            others: self.others,
            relative: self.relative,
            ..View::still(
                (self.project, self.assessment),
                (self.lang, theme),
                (selection, page),
            )
        }
    }

    /// Where the shares of `pathway` come from, and how many are assumed.
    fn sources(&self, pathway: &PathwayId) -> String {
        let flows = self.assessment.pathway(pathway).map(|figures| &figures.flows);
        let bases = flows.into_iter().flatten();
        let bases = bases.map(|flow| self.assessment.flow_basis(pathway, flow));
        let mut inputs: Vec<_> = bases.flat_map(|basis| basis.inputs).collect();
        inputs.sort_by(|a, b| a.key.cmp(&b.key));
        inputs.dedup_by(|a, b| a.key == b.key);
        let assumed = inputs.iter().filter(|input| input.figure.grade == Grade::D);
        let assumed = assumed.count().to_string();
        let joint = self.lang.semicolon();
        let titles = flow_table::sources(&inputs, Library::builtin());
        let titles = if titles.is_empty() {
            crate::text::number::NOTHING.to_owned()
        } else {
            titles.join(joint)
        };
        PictureMsg::Shares.with(self.lang, &[("sources", &titles), ("count", &assumed)])
    }
}

fn heading(ui: &mut Ui, theme: &Theme, pathway: Option<usize>, title: &str, layer: &str) {
    ui.horizontal(|ui| {
        ui.set_min_height(metric::ROW);
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        if let Some(pathway) = pathway {
            pathway_badge(ui, theme, pathway, title);
        }
        text::title(ui, theme, title);
        if !layer.is_empty() {
            ui.add_space(metric::SPACE_S);
            text::soft(ui, theme, layer);
        }
    });
}

/// Date and the word "estimate" first, for they are never cut; then the sources.
fn foot(ui: &mut Ui, theme: &Theme, sheet: &Sheet<'_>, sources: &str) {
    let estimate = CommonMsg::EstimateNote.text(sheet.lang);
    let values = [
        ("version", env!("CARGO_PKG_VERSION")),
        ("date", sheet.date),
        ("estimate", estimate),
    ];
    ui.add_space(metric::SPACE_S);
    text::small(ui, theme, &PictureMsg::Foot.with(sheet.lang, &values));
    if !sources.is_empty() {
        let format = egui::TextFormat::simple(theme.font(metric::TEXT_SMALL), theme.ink_soft);
        let mut job = egui::text::LayoutJob::single_section(sources.to_owned(), format);
        job.wrap = egui::text::TextWrapping {
            max_width: ui.available_width(),
            max_rows: LINES,
            ..egui::text::TextWrapping::default()
        };
        ui.add(Label::new(job).selectable(false));
    }
}
