//! The product page as final strings and numbers, built from the view; the layout adds nothing.
//!
//! Invariant: rows are built one by one, so that a long table costs only what is seen of it.

use crate::explain::{FigureId, PathwayFigure, ProductFigure};
use crate::model::{Assumed, FibreId, FibreLine, Part, PartId, Project, Removable};
use crate::text::names::Names;
use crate::text::number;
use crate::text::{AssumedMsg, CommonMsg, Lang, ProductMsg};
use crate::ui::view::View;

/// What the colour of a slice stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// A fibre.
    Fibre(FibreId),
    /// Reused parts.
    Reused,
    /// Recycled from textiles.
    RecycledTextile,
    /// Recycled from other waste.
    RecycledOther,
    /// Renewable with evidence.
    Renewable,
    /// Everything else.
    Virgin,
    /// Nothing stated, or several things together.
    Rest,
}

/// One slice of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Slice {
    /// What it is.
    pub label: String,
    /// Its size as it is read.
    pub value: String,
    /// Its size as a share of the bar.
    pub share: f64,
    /// What its colour stands for.
    pub meaning: Meaning,
    /// The figure that it opens.
    pub opens: Option<FigureId>,
    /// The part that it stands for.
    pub part: Option<PartId>,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Name.
    pub name: String,
    /// What it does.
    pub role: &'static str,
    /// Mass in g, without the unit.
    pub grams: String,
    /// True where nobody has stated the mass.
    pub is_mass_assumed: bool,
    /// Fibres; the labels are short.
    pub composition: Vec<Slice>,
    /// Fibres in words.
    pub composition_words: String,
    /// Where the fibres come from.
    pub feedstock: String,
    /// Whether it comes off.
    pub removable: &'static str,
}

impl Row {
    /// The row of `part`.
    pub fn of(view: &View<'_>, part: &Part) -> Self {
        let lang = view.lang;
        Self {
            name: part_name(part, lang),
            role: CommonMsg::from(part.role).text(lang),
            grams: number::fixed(part.mass.grams(), 1, lang),
            is_mass_assumed: (view.project.product.assumed).contains(&Assumed::Mass(part.id.clone())),
            composition: composition(view, part),
            composition_words: composition_words(view, part),
            feedstock: feedstock(&part.fibres, lang),
            removable: removable(part.removable, lang),
        }
    }

    /// The row as it is said after the part's name.
    pub fn spoken(&self, lang: Lang) -> String {
        let mut grams = number::with_unit(&self.grams, "g", lang);
        if self.is_mass_assumed {
            grams = [grams.as_str(), AssumedMsg::Word.text(lang)].join(" · ");
        }
        ProductMsg::RowSpoken.with(
            lang,
            &[
                ("role", self.role),
                ("mass", &grams),
                ("composition", &self.composition_words),
                ("feedstock", &self.feedstock),
                ("removable", self.removable),
            ],
        )
    }
}

/// The name of `part`, never empty.
pub fn part_name(part: &Part, lang: Lang) -> String {
    let name = part.name.get(lang);
    if name.is_empty() {
        ProductMsg::Unnamed.text(lang).to_owned()
    } else {
        name.to_owned()
    }
}

/// The shortest usual name of a fibre: the trade form in Chinese, the word before the bracket in English.
pub fn short_fibre(view: &View<'_>, fibre: &FibreId) -> String {
    names(view).short_fibre(fibre)
}

/// The shortest usual name of a fibre as a heading: in both languages Chinese and English.
pub fn fibre_head(view: &View<'_>, fibre: &FibreId) -> String {
    view.lang.head(|lang| short_fibre(&View { lang, ..*view }, fibre))
}

/// Names in the language of `view`.
pub fn names<'a>(view: &View<'a>) -> Names<'a> {
    Names {
        project: view.project,
        library: view.library,
        lang: view.lang,
    }
}

/// Where fibres come from, in a few words; what is not stated is virgin.
pub fn feedstock(lines: &[FibreLine], lang: Lang) -> String {
    let sum =
        |of: fn(&FibreLine) -> f64| -> f64 { lines.iter().map(|line| line.share.get() * of(line)).sum() };
    let shares = [
        (
            ProductMsg::FeedRecycled,
            sum(|line| line.feedstock.recycled.get()),
        ),
        (ProductMsg::FeedReused, sum(|line| line.feedstock.reused.get())),
        (
            ProductMsg::FeedSustained,
            sum(|line| line.feedstock.sustained.get()),
        ),
    ];
    let stated = shares.iter().filter(|(_, share)| *share > 0.0);
    let words: Vec<String> = stated
        .map(|(message, share)| message.with(lang, &[("share", &number::share(*share, lang))]))
        .collect();
    if words.is_empty() {
        ProductMsg::FeedVirgin.text(lang).to_owned()
    } else {
        words.join(comma(lang))
    }
}

/// Whether a part comes off, in the words of the table.
pub const fn removable(removable: Removable, lang: Lang) -> &'static str {
    match removable {
        Removable::No => ProductMsg::RemovableNo.text(lang),
        Removable::WithEffort => ProductMsg::RemovableWithEffort.text(lang),
        Removable::Easily => ProductMsg::RemovableEasily.text(lang),
    }
}

fn composition(view: &View<'_>, part: &Part) -> Vec<Slice> {
    let slice = |line: &FibreLine| Slice {
        label: short_fibre(view, &line.fibre),
        value: number::percent(line.share.get(), view.lang),
        share: line.share.get(),
        meaning: Meaning::Fibre(line.fibre.clone()),
        opens: None,
        part: None,
    };
    part.fibres.iter().map(slice).collect()
}

fn composition_words(view: &View<'_>, part: &Part) -> String {
    let names = names(view);
    let word = |line: &FibreLine| match view.lang {
        Lang::En => format!(
            "{} {}",
            names.fibre(&line.fibre),
            number::share(line.share.get(), view.lang)
        ),
        Lang::Zh | Lang::Both => format!(
            "{}{}",
            names.fibre(&line.fibre),
            number::share(line.share.get(), view.lang)
        ),
    };
    let words: Vec<String> = part.fibres.iter().map(word).collect();
    if words.is_empty() {
        ProductMsg::NotStated.text(view.lang).to_owned()
    } else {
        words.join(comma(view.lang))
    }
}

const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Zh | Lang::Both => "、",
    }
}

/// Past this many parts, those under one per cent share a slice of the mass bar.
const MANY_PARTS: usize = 24;

/// The parts by mass, each a slice.
pub fn mass_bar(view: &View<'_>) -> Vec<Slice> {
    let parts = &view.project.product.parts;
    let whole = view.assessment.product.mass_kg;
    let share = |part: &Part| if whole > 0.0 { part.mass.get() / whole } else { 0.0 };
    let is_small = |part: &&Part| parts.len() > MANY_PARTS && share(part) < 0.01;
    let mut slices: Vec<Slice> = parts
        .iter()
        .filter(|part| !is_small(part))
        .map(|part| Slice {
            label: part_name(part, view.lang),
            value: number::grams(part.mass.get(), view.lang),
            share: share(part),
            meaning: main_fibre(part),
            opens: None,
            part: Some(part.id.clone()),
        })
        .collect();
    let (count, kg) = parts
        .iter()
        .filter(is_small)
        .fold((0_u32, 0.0), |(count, kg), part| {
            (count + 1, kg + part.mass.get())
        });
    if count > 0 {
        slices.push(Slice {
            label: ProductMsg::OtherParts.with(view.lang, &[("count", &count.to_string())]),
            value: number::grams(kg, view.lang),
            share: if whole > 0.0 { kg / whole } else { 0.0 },
            meaning: Meaning::Rest,
            opens: None,
            part: None,
        });
    }
    slices
}

/// The fibre that a part holds most of.
pub fn main_fibre(part: &Part) -> Meaning {
    let most = part
        .fibres
        .iter()
        .max_by(|a, b| a.share.get().total_cmp(&b.share.get()));
    most.map_or(Meaning::Rest, |line| Meaning::Fibre(line.fibre.clone()))
}

/// The fibres of the whole piece, largest first; past `named` of them the small ones share the last slice.
pub fn fibre_bar(view: &View<'_>, named: usize) -> Vec<Slice> {
    let whole = view.assessment.product.mass_kg;
    let mut fibres: Vec<&(FibreId, f64)> = view
        .assessment
        .product
        .fibres
        .iter()
        .filter(|(_, kg)| *kg > 0.0 && whole > 0.0)
        .collect();
    fibres.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let named = if fibres.len() > named + 1 {
        named
    } else {
        fibres.len()
    };
    let mut slices: Vec<Slice> = fibres
        .iter()
        .take(named)
        .map(|(fibre, kg)| Slice {
            label: fibre_head(view, fibre),
            value: number::share(kg / whole, view.lang),
            share: kg / whole,
            meaning: Meaning::Fibre(fibre.clone()),
            opens: Some(FigureId::FibreMass(fibre.clone())),
            part: None,
        })
        .collect();
    let rest: f64 = fibres.iter().skip(named).map(|(_, kg)| kg / whole).sum();
    if rest > 0.0 {
        slices.push(Slice {
            label: ProductMsg::FibreRest.head(view.lang).to_owned(),
            value: number::share(rest, view.lang),
            share: rest,
            meaning: Meaning::Rest,
            opens: None,
            part: None,
        });
    }
    slices
}

/// What goes in, by where it comes from; what is not there is left out.
pub fn inflow_bar(view: &View<'_>) -> Vec<Slice> {
    let inflow = &view.assessment.product.inflow;
    let all = [
        (ProductMsg::InflowReused, Meaning::Reused, inflow.reused),
        (
            ProductMsg::InflowTextile,
            Meaning::RecycledTextile,
            inflow.recycled_textile,
        ),
        (
            ProductMsg::InflowOther,
            Meaning::RecycledOther,
            inflow.recycled_other,
        ),
        (ProductMsg::InflowRenewable, Meaning::Renewable, inflow.renewable),
        (ProductMsg::InflowVirgin, Meaning::Virgin, inflow.virgin),
    ];
    let there = all.into_iter().filter(|(_, _, share)| *share > 1e-9);
    there
        .map(|(message, meaning, share)| Slice {
            label: message.head(view.lang).to_owned(),
            value: number::share(share, view.lang),
            share,
            opens: Some(inflow_figure(view.project, &meaning)),
            meaning,
            part: None,
        })
        .collect()
}

fn inflow_figure(project: &Project, meaning: &Meaning) -> FigureId {
    match (meaning, project.baseline_pathway()) {
        (Meaning::RecycledTextile | Meaning::RecycledOther, _) | (_, None) => {
            FigureId::Product(ProductFigure::RecycledShare)
        }
        (_, Some(pathway)) => FigureId::Pathway(pathway.id.clone(), PathwayFigure::Inflow),
    }
}
