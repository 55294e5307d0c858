//! What the user edits: plain data, always drawable, never computed.
//!
//! Invariant: a value of these types may be unfinished (shares that do not yet add up, an unknown fibre), but it is
//! never lost; what is odd is reported by the assessment as a notice. Only `edit` makes a changed [`Project`].

mod assumed;
mod cloth;
mod id;
mod money;
mod multiplier;
mod overrides;
mod own_place;
mod papers;
mod pathway;
mod picture;
mod product;
mod typed;
mod variant;

pub use assumed::Assumed;
pub use cloth::{Cloth, Extent};
pub use id::{
    ActivityId, FactorId, FibreId, KindId, PartId, PathwayId, PlaceId, PriceId, ProcessId, RouteId, SourceId,
    StageId, StageKindId,
};
pub use money::{Day, Money, Pair, Rate, TypedPrice, pair_id};
pub use multiplier::{Multiplier, Multipliers};
pub use overrides::{Override, Overrides};
pub use own_place::{MOST_NESTED, OwnPlaces, around};
pub use papers::{Currency, Paper, Papers, Price, PricePer};
pub use pathway::{EndKind, ItemKind, Link, MaxLives, Pathway, Stage, StageKind, StageRole};
pub use picture::Picture;
pub use product::{
    Construction, Feedstock, FibreLine, Finishes, Making, Origin, Part, Product, Removable, Role, Sewing,
};
pub use typed::{MOST_CARBON_KG, Typed};
pub use variant::{Column, VariantNo};

use crate::lang::Lang;

/// A name in both languages; the user may give only one.
#[derive(Debug, Clone, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct Name {
    /// English.
    pub en: String,
    /// Simplified Chinese.
    pub zh: String,
}

impl Name {
    /// A name in both languages.
    pub fn new(en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self {
            en: en.into(),
            zh: zh.into(),
        }
    }

    /// The name in `lang`, or in the other language where only that is given.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::En => (&self.en, &self.zh),
            Lang::Zh | Lang::Both => (&self.zh, &self.en),
        };
        if first.is_empty() { second } else { first }
    }

    /// The name as a heading: in both languages Chinese and English, once where they are alike.
    pub fn head(&self, lang: Lang) -> String {
        lang.head(|lang| self.get(lang).to_owned())
    }

    /// Replaces the name in `lang`; the other language keeps its words unless it repeated the old ones or was empty.
    #[must_use]
    pub fn with(&self, lang: Lang, text: &str) -> Self {
        let (old, other) = match lang {
            Lang::En => (&self.en, &self.zh),
            Lang::Zh | Lang::Both => (&self.zh, &self.en),
        };
        let other = if other == old || other.is_empty() {
            text.to_owned()
        } else {
            other.clone()
        };
        match lang {
            Lang::En => Self {
                en: text.to_owned(),
                zh: other,
            },
            Lang::Zh | Lang::Both => Self {
                en: other,
                zh: text.to_owned(),
            },
        }
    }
}

/// The user's own central value with an optional range; the range is what the user believes, not computed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Central value.
    pub value: f64,
    /// Low and high, where the user gave them.
    pub range: Option<(f64, f64)>,
}

impl Estimate {
    /// A value without a range.
    pub const fn exact(value: f64) -> Self {
        Self { value, range: None }
    }
}

/// One file: a product, its pathways and the user's own factors.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// Stable id, the file's stem for presets.
    pub id: String,
    /// The group of a class that works on it; empty where none does.
    pub group: String,
    /// What is designed: the variant in hand, there from the start.
    pub product: Product,
    /// The other variants, in any order; no two variants have one number.
    pub others: Vec<Product>,
    /// What becomes of it; order is the order on screen.
    pub pathways: Vec<Pathway>,
    /// The pathway that gains and losses are counted against.
    pub baseline: PathwayId,
    /// What is shown side by side, two to four columns.
    pub compared: Vec<Column>,
    /// The user's own figures in place of the library's.
    pub overrides: Overrides,
    /// Multipliers of indirect work, typed in by the user; none is shipped.
    pub multipliers: Multipliers,
    /// Prices and rates of exchange, typed in by the user; none is shipped.
    pub money: Money,
    /// Own places, beside those of the library.
    pub places: OwnPlaces,
    /// The place whose work counts as here; where it is missing, that where a pathway starts.
    pub home: Option<PlaceId>,
    /// True where laundering that moved here from home counts as work; else it is shown by itself.
    pub count_laundering: bool,
    /// Seed of the draws, so that a file reopens to the same digits.
    pub seed: u64,
}

impl Project {
    /// The place whose work counts as here for `pathway`, with all that lies in it: the home of the project, else where
    /// the pathway starts.
    pub fn home_of<'a>(&'a self, pathway: &'a Pathway) -> &'a PlaceId {
        let start = || pathway.stage(&pathway.start).map(|stage| &stage.place);
        self.home.as_ref().or_else(start).unwrap_or(&self.product.used_in)
    }

    /// A project without name, parts or pathways.
    pub fn nameless() -> Self {
        Self {
            id: String::new(),
            group: String::new(),
            product: Product {
                name: Name::default(),
                variant: VariantNo::FIRST,
                variant_name: Name::default(),
                kind: KindId::default(),
                parts: Vec::new(),
                wears: None,
                pieces_per_year: crate::quantity::Pieces::default(),
                made_in: PlaceId::default(),
                used_in: PlaceId::default(),
                sewing: Sewing::Kind,
                picture: None,
                assumed: std::collections::BTreeSet::new(),
            },
            others: Vec::new(),
            pathways: Vec::new(),
            baseline: PathwayId::default(),
            compared: Vec::new(),
            overrides: Overrides::new(),
            multipliers: Multipliers::new(),
            money: Money::default(),
            places: OwnPlaces::new(),
            home: None,
            count_laundering: false,
            seed: 1,
        }
    }

    /// The pathway with `id`.
    pub fn pathway(&self, id: &PathwayId) -> Option<&Pathway> {
        self.pathways.iter().find(|pathway| &pathway.id == id)
    }

    /// Every picture of every variant, those that are shared as often as they are shown.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let variants = std::iter::once(&self.product).chain(&self.others);
        variants.flat_map(|product| {
            let of_parts = product.parts.iter().filter_map(|part| part.picture.as_ref());
            product.picture.iter().chain(of_parts)
        })
    }

    /// How many different pictures there are, and their size in bytes.
    pub fn picture_size(&self) -> (usize, usize) {
        let once: std::collections::BTreeMap<&str, usize> = self
            .pictures()
            .map(|picture| (picture.id(), picture.bytes()))
            .collect();
        (once.len(), once.values().sum())
    }

    /// The baseline pathway; the first one where the stated baseline is missing.
    pub fn baseline_pathway(&self) -> Option<&Pathway> {
        self.pathway(&self.baseline).or_else(|| self.pathways.first())
    }
}
