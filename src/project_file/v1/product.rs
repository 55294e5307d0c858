//! Version 1 of the product.

use super::assumed::AssumedFile;
use crate::model::{
    Construction, Feedstock, FibreLine, Finishes, Making, Origin, Papers, Part, Product, Removable, Role,
    Sewing, VariantNo,
};
use crate::project_file::kind::Rows;
use crate::project_file::list::{self, Row};
use crate::project_file::value::{
    EstimateFile, MassFile, NameFile, NotNegative, NumberFile, PiecesFile, PlainShare, ShareFile,
};
use serde::Deserialize;
use std::borrow::Cow;

#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Product", deny_unknown_fields)]
pub struct ProductFile {
    #[serde(default)]
    name: NameFile,
    /// Its number among the variants.
    #[serde(default)]
    variant: NumberFile,
    #[serde(default)]
    variant_name: NameFile,
    kind: String,
    made_in: String,
    used_in: String,
    pieces_per_year: PiecesFile,
    #[serde(default)]
    wears: Option<EstimateFile<NotNegative>>,
    #[serde(default)]
    sewing: SewingFile,
    #[serde(default, deserialize_with = "list::rows")]
    assumed: Vec<AssumedFile>,
    #[serde(deserialize_with = "list::rows")]
    parts: Vec<PartFile>,
}

/// How sewing is counted; minutes are those of one piece.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename = "Sewing", rename_all = "snake_case", deny_unknown_fields)]
enum SewingFile {
    #[default]
    PerKg,
    KindMinutes,
    Minutes {
        value: NotNegative,
        #[serde(default)]
        range: Option<(NotNegative, NotNegative)>,
    },
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Part", deny_unknown_fields)]
struct PartFile {
    id: String,
    #[serde(default)]
    name: NameFile,
    role: RoleFile,
    mass_kg: MassFile,
    #[serde(default, deserialize_with = "list::rows")]
    fibres: Vec<FibreFile>,
    construction: ConstructionFile,
    #[serde(default)]
    finishes: Vec<FinishFile>,
    removable: RemovableFile,
    #[serde(default = "one")]
    count: u32,
    making: MakingFile,
}

/// A fibre line with its feedstock; what is not stated is virgin.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Fibre", deny_unknown_fields)]
struct FibreFile {
    fibre: String,
    share: ShareFile,
    #[serde(default)]
    recycled_share: ShareFile,
    #[serde(default)]
    recycled_from: Option<OriginFile>,
    #[serde(default)]
    recycled_by: Option<String>,
    #[serde(default)]
    reused_share: ShareFile,
    #[serde(default)]
    sustained_share: ShareFile,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Making", rename_all = "snake_case", deny_unknown_fields)]
enum MakingFile {
    Cloth {
        spinning: String,
        #[serde(default)]
        forming: Option<String>,
        #[serde(default)]
        dyeing: Option<String>,
        #[serde(default)]
        cutting_loss_share: Option<EstimateFile<PlainShare>>,
    },
    Bought,
}

/// Words of the file for an enum of the model without data.
macro_rules! words {
    ($($file:ident as $name:literal = $model:ident { $($word:ident),+ $(,)? })+) => {$(
        #[derive(Debug, Clone, Copy, Deserialize)]
        #[serde(rename = $name, rename_all = "snake_case")]
        enum $file { $($word),+ }

        impl $file {
            const fn into_model(self) -> $model {
                match self { $(Self::$word => $model::$word),+ }
            }
        }
    )+};
}

words! {
    RoleFile as "Role" = Role { Shell, Lining, Rib, Filling, Thread, Zip, Button, Trim, Label }
    ConstructionFile as "Construction" = Construction { Woven, Knitted, Nonwoven, Yarn, Hard }
    RemovableFile as "Removable" = Removable { No, WithEffort, Easily }
    OriginFile as "Origin" = Origin { TextilePostConsumer, TextilePreConsumer, OtherWaste }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename = "Finish", rename_all = "snake_case")]
enum FinishFile {
    Coated,
    Laminated,
    Printed,
    CarbonBlack,
}

const fn one() -> u32 {
    1
}

impl Row for PartFile {
    const ROWS: Rows = Rows::Parts;

    fn id(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.id))
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

    /// The model's form.
    pub fn into_model(self) -> Product {
        Product {
            name: self.name.into_model(),
            variant: self.variant.0,
            variant_name: self.variant_name.into_model(),
            kind: self.kind.into(),
            parts: self.parts.into_iter().map(PartFile::into_model).collect(),
            wears: self.wears.map(EstimateFile::into_model),
            pieces_per_year: self.pieces_per_year.0,
            made_in: self.made_in.into(),
            used_in: self.used_in.into(),
            sewing: self.sewing.into_model(),
            picture: None,
            assumed: self.assumed.into_iter().map(AssumedFile::into_model).collect(),
        }
    }
}

impl SewingFile {
    fn into_model(self) -> Sewing {
        match self {
            Self::PerKg | Self::KindMinutes => Sewing::Kind,
            Self::Minutes { value, range } => Sewing::Smv(EstimateFile { value, range }.into_model()),
        }
    }
}

impl PartFile {
    fn into_model(self) -> Part {
        Part {
            id: self.id.into(),
            name: self.name.into_model(),
            role: self.role.into_model(),
            mass: self.mass_kg.0,
            cloth: None,
            fibres: self.fibres.into_iter().map(FibreFile::into_model).collect(),
            construction: self.construction.into_model(),
            finishes: FinishFile::into_model(&self.finishes),
            removable: self.removable.into_model(),
            count: self.count,
            cuts: 1,
            papers: Papers::default(),
            picture: None,
            making: self.making.into_model(),
        }
    }
}

impl FibreFile {
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

impl FinishFile {
    fn into_model(words: &[Self]) -> Finishes {
        Finishes {
            coated: words.contains(&Self::Coated),
            laminated: words.contains(&Self::Laminated),
            printed: words.contains(&Self::Printed),
            carbon_black: words.contains(&Self::CarbonBlack),
        }
    }
}

impl MakingFile {
    fn into_model(self) -> Making {
        match self {
            Self::Bought => Making::Bought,
            Self::Cloth {
                spinning,
                forming,
                dyeing,
                cutting_loss_share,
            } => Making::Cloth {
                spinning: spinning.into(),
                forming: forming.map(Into::into),
                dyeing: dyeing.map(Into::into),
                cutting_loss: cutting_loss_share.map(EstimateFile::into_model),
            },
        }
    }
}
