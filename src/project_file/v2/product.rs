//! Version 2 of the product.

use super::assumed::AssumedFile;
use super::making::MakingFile;
use super::papers::{ClothFile, PriceFile};
use super::picture::Pictures;
use super::sewing::SewingFile;
use super::words::{ConstructionFile, FinishFile, OriginFile, RemovableFile, RoleFile};
use crate::model::{Feedstock, FibreLine, Origin, Papers, Part, Product, VariantNo};
use crate::project_file::kind::Rows;
use crate::project_file::list::{self, Row};
use crate::project_file::value::{
    EstimateFile, IdFile, MassFile, NameFile, NotNegative, NumberFile, PiecesFile, ShareFile, is_usual,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Product", deny_unknown_fields)]
pub struct ProductFile {
    #[serde(default, serialize_with = "list::inline")]
    name: NameFile,
    /// Its number among the variants.
    #[serde(default, skip_serializing_if = "is_usual")]
    variant: NumberFile,
    #[serde(
        default,
        skip_serializing_if = "NameFile::is_empty",
        serialize_with = "list::inline"
    )]
    variant_name: NameFile,
    kind: String,
    made_in: String,
    used_in: String,
    pieces_per_year: PiecesFile,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "list::inline"
    )]
    wears: Option<EstimateFile<NotNegative>>,
    #[serde(
        default,
        skip_serializing_if = "SewingFile::is_of_kind",
        serialize_with = "list::inline"
    )]
    sewing: SewingFile,
    /// Key of a picture at the end of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    picture: Option<String>,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "list::inline",
        deserialize_with = "list::rows"
    )]
    assumed: Vec<AssumedFile>,
    #[serde(deserialize_with = "list::rows")]
    parts: Vec<PartFile>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Part", deny_unknown_fields)]
struct PartFile {
    id: IdFile,
    #[serde(
        default,
        skip_serializing_if = "NameFile::is_empty",
        serialize_with = "list::inline"
    )]
    name: NameFile,
    role: RoleFile,
    mass_kg: MassFile,
    /// The cloth that gives the mass, where it was given so.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "list::inline"
    )]
    cloth: Option<ClothFile>,
    #[serde(default, serialize_with = "list::lines", deserialize_with = "list::rows")]
    fibres: Vec<FibreFile>,
    construction: ConstructionFile,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "list::inline"
    )]
    finishes: Vec<FinishFile>,
    removable: RemovableFile,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    count: u32,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    cuts: u32,
    #[serde(serialize_with = "list::inline")]
    making: MakingFile,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    supplier: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    certificate: String,
    /// What proves the certificate.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    evidence: String,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "list::inline"
    )]
    price: Option<PriceFile>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    /// Key of a picture at the end of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    picture: Option<String>,
}

/// A fibre line with its feedstock; what is not stated is virgin.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Fibre", deny_unknown_fields)]
struct FibreFile {
    fibre: String,
    share: ShareFile,
    #[serde(default, skip_serializing_if = "is_usual")]
    recycled_share: ShareFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recycled_from: Option<OriginFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recycled_by: Option<String>,
    #[serde(default, skip_serializing_if = "is_usual")]
    reused_share: ShareFile,
    #[serde(default, skip_serializing_if = "is_usual")]
    sustained_share: ShareFile,
}

const fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
const fn is_one(count: &u32) -> bool {
    *count == 1
}

impl Row for PartFile {
    const ROWS: Rows = Rows::Parts;

    fn id(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.id.0))
    }
}

/// A part may have two lines of one fibre with different feedstock.
impl Row for FibreFile {
    const ROWS: Rows = Rows::Fibres;

    fn id(&self) -> Option<Cow<'_, str>> {
        None
    }
}

/// The variants beside the one in hand.
impl Row for ProductFile {
    const ROWS: Rows = Rows::Variants;

    fn id(&self) -> Option<Cow<'_, str>> {
        Some(self.variant.0.to_string().into())
    }
}

impl ProductFile {
    /// Its number among the variants.
    pub const fn number(&self) -> VariantNo {
        self.variant.0
    }

    /// The file's form of a product.
    pub fn of(product: &Product) -> Self {
        Self {
            name: NameFile::of(&product.name),
            variant: NumberFile(product.variant),
            variant_name: NameFile::of(&product.variant_name),
            kind: product.kind.to_string(),
            made_in: product.made_in.to_string(),
            used_in: product.used_in.to_string(),
            pieces_per_year: PiecesFile(product.pieces_per_year),
            wears: product.wears.as_ref().map(EstimateFile::of),
            sewing: SewingFile::of(product.sewing),
            picture: product.picture.as_ref().map(|picture| picture.id().to_owned()),
            assumed: product.assumed.iter().map(AssumedFile::of).collect(),
            parts: product.parts.iter().map(PartFile::of).collect(),
        }
    }

    /// The model's form.
    pub fn into_model(self, pictures: &Pictures) -> Product {
        Product {
            name: self.name.into_model(),
            variant: self.variant.0,
            variant_name: self.variant_name.into_model(),
            kind: self.kind.into(),
            parts: self
                .parts
                .into_iter()
                .map(|part| part.into_model(pictures))
                .collect(),
            wears: self.wears.map(EstimateFile::into_model),
            pieces_per_year: self.pieces_per_year.0,
            made_in: self.made_in.into(),
            used_in: self.used_in.into(),
            sewing: self.sewing.into_model(),
            picture: self.picture.map(|key| pictures.get(&key)),
            assumed: self.assumed.into_iter().map(AssumedFile::into_model).collect(),
        }
    }
}

impl PartFile {
    fn of(part: &Part) -> Self {
        let papers = &part.papers;
        Self {
            id: IdFile(part.id.to_string()),
            name: NameFile::of(&part.name),
            role: RoleFile::of(part.role),
            mass_kg: MassFile(part.mass),
            cloth: part.cloth.as_ref().map(ClothFile::of),
            fibres: part.fibres.iter().map(FibreFile::of).collect(),
            construction: ConstructionFile::of(part.construction),
            finishes: FinishFile::of(part.finishes),
            removable: RemovableFile::of(part.removable),
            count: part.count,
            cuts: part.cuts,
            making: MakingFile::of(&part.making),
            supplier: papers.supplier.clone(),
            certificate: papers.certificate.clone(),
            evidence: papers.evidence.clone(),
            price: papers.price.as_ref().map(PriceFile::of),
            note: papers.note.clone(),
            picture: part.picture.as_ref().map(|picture| picture.id().to_owned()),
        }
    }

    fn into_model(self, pictures: &Pictures) -> Part {
        Part {
            id: self.id.0.into(),
            name: self.name.into_model(),
            role: self.role.into_model(),
            mass: self.mass_kg.0,
            cloth: self.cloth.map(ClothFile::into_model),
            fibres: self.fibres.into_iter().map(FibreFile::into_model).collect(),
            construction: self.construction.into_model(),
            finishes: FinishFile::into_model(&self.finishes),
            removable: self.removable.into_model(),
            count: self.count,
            cuts: self.cuts,
            making: self.making.into_model(),
            papers: Papers {
                supplier: self.supplier,
                certificate: self.certificate,
                evidence: self.evidence,
                price: self.price.map(PriceFile::into_model),
                note: self.note,
            },
            picture: self.picture.map(|key| pictures.get(&key)),
        }
    }
}

impl FibreFile {
    fn of(line: &FibreLine) -> Self {
        let feedstock = &line.feedstock;
        let states_origin = !feedstock.recycled.is_zero() || feedstock.origin != Origin::default();
        Self {
            fibre: line.fibre.to_string(),
            share: ShareFile(line.share),
            recycled_share: ShareFile(feedstock.recycled),
            recycled_from: states_origin.then(|| OriginFile::of(feedstock.origin)),
            recycled_by: feedstock.route.as_ref().map(ToString::to_string),
            reused_share: ShareFile(feedstock.reused),
            sustained_share: ShareFile(feedstock.sustained),
        }
    }

    fn into_model(self) -> FibreLine {
        FibreLine {
            fibre: self.fibre.into(),
            share: self.share.0,
            feedstock: Feedstock {
                recycled: self.recycled_share.0,
                origin: self
                    .recycled_from
                    .map_or(Origin::default(), OriginFile::into_model),
                route: self.recycled_by.map(Into::into),
                reused: self.reused_share.0,
                sustained: self.sustained_share.0,
            },
        }
    }
}
