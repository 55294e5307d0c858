//! Variants of the product: one is in hand, the others wait beside it, each with its own number.

use super::{PathwayId, Product, Project};
use std::fmt;

/// The number of a variant, from 1: its place on screen, and what it is called as long as it has no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VariantNo(u32);

impl VariantNo {
    /// The number of a product that has no other variant yet.
    pub const FIRST: Self = Self(1);

    /// The variant `number`; none below 1.
    pub const fn new(number: u32) -> Option<Self> {
        if number == 0 { None } else { Some(Self(number)) }
    }

    /// The number itself.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Default for VariantNo {
    fn default() -> Self {
        Self::FIRST
    }
}

impl fmt::Display for VariantNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One column of the comparison: a variant on a pathway.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Column {
    /// The variant.
    pub variant: VariantNo,
    /// The pathway.
    pub pathway: PathwayId,
}

impl Column {
    /// The column of `variant` on `pathway`.
    pub fn new(variant: VariantNo, pathway: impl Into<PathwayId>) -> Self {
        Self {
            variant,
            pathway: pathway.into(),
        }
    }
}

impl Project {
    /// All variants in the order of their numbers.
    pub fn variants(&self) -> Vec<&Product> {
        let mut all: Vec<&Product> = std::iter::once(&self.product).chain(&self.others).collect();
        all.sort_by_key(|variant| variant.variant);
        all
    }

    /// The variant with `number`, in hand or not.
    pub fn variant(&self, number: VariantNo) -> Option<&Product> {
        std::iter::once(&self.product)
            .chain(&self.others)
            .find(|variant| variant.variant == number)
    }

    /// The variant with the lowest number.
    pub fn first_variant(&self) -> VariantNo {
        let others = self.others.iter().map(|variant| variant.variant);
        others.fold(self.product.variant, Ord::min)
    }

    /// True where there is more than one variant, so that each must be told apart by name.
    pub fn has_variants(&self) -> bool {
        !self.others.is_empty()
    }

    /// True where columns of more than one variant are compared.
    pub fn compares_variants(&self) -> bool {
        let mut variants = self.compared.iter().map(|column| column.variant);
        let first = variants.next();
        variants.any(|variant| Some(variant) != first)
    }

    /// The project as variant `number` alone sees it: that variant in hand, no others, nothing compared.
    ///
    /// All figures of a variant come from this project, so equal ones have equal figures.
    pub fn alone(&self, number: VariantNo) -> Option<Self> {
        let product = self.variant(number)?.clone();
        Some(Self {
            id: self.id.clone(),
            group: self.group.clone(),
            product,
            others: Vec::new(),
            pathways: self.pathways.clone(),
            baseline: self.baseline.clone(),
            compared: Vec::new(),
            overrides: self.overrides.clone(),
            multipliers: self.multipliers.clone(),
            money: self.money.clone(),
            places: self.places.clone(),
            home: self.home.clone(),
            count_laundering: self.count_laundering,
            seed: self.seed,
        })
    }

    /// True where the variant in hand is compared on `pathway`.
    pub fn compares(&self, pathway: &PathwayId) -> bool {
        let mut compared = self.compared.iter();
        compared.any(|column| column.variant == self.product.variant && &column.pathway == pathway)
    }

    /// All columns that could be compared, pathway after pathway within each variant.
    pub fn columns(&self) -> Vec<Column> {
        let of_variant = |variant: &Product| {
            let number = variant.variant;
            let column = move |id: &PathwayId| Column::new(number, id.clone());
            self.pathways.iter().map(move |pathway| column(&pathway.id))
        };
        self.variants().into_iter().flat_map(of_variant).collect()
    }

    /// The compared columns with `column` put in or taken out, in the order of all columns.
    pub fn toggled(&self, column: &Column) -> Vec<Column> {
        let is_in = |other: &Column| self.compared.contains(other) != (other == column);
        self.columns().into_iter().filter(is_in).collect()
    }

    /// What the compared columns are measured against: the baseline pathway of the first column that is on it, else of
    /// the variant of the first column.
    pub fn reference(&self) -> Option<Column> {
        let baseline = &self.baseline_pathway()?.id;
        let on_baseline = self.compared.iter().find(|column| &column.pathway == baseline);
        let column = on_baseline.or_else(|| self.compared.first());
        let variant = column.map_or(self.product.variant, |column| column.variant);
        Some(Column::new(variant, baseline.clone()))
    }
}
