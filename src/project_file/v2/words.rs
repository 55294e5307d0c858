//! Words that stand for one of several answers, version 2.

use crate::model::{Construction, Finishes, Origin, PricePer, Removable, Role};
use serde::{Deserialize, Serialize};

/// Words of the file for an enum of the model without data.
macro_rules! words {
    ($($file:ident as $name:literal = $model:ident { $($word:ident),+ $(,)? })+) => {$(
        /// A word of the file.
        #[derive(Debug, Clone, Copy, Serialize, Deserialize)]
        #[serde(rename = $name, rename_all = "snake_case")]
        pub enum $file { $($word),+ }

        impl $file {
            /// The word of the file.
            pub const fn of(model: $model) -> Self {
                match model { $($model::$word => Self::$word),+ }
            }

            /// What the word means.
            pub const fn into_model(self) -> $model {
                match self { $(Self::$word => $model::$word),+ }
            }
        }
    )+};
}

words! {
    RoleFile as "Role" = Role {
        Shell, Lining, Rib, Filling, Thread, Zip, Button, Trim, Label, Coating, Membrane, Interlining, Pocketing, Padding,
        Embroidery, Fur, Lace, Mesh, Hood, Collar, Back, Elastic, Drawcord, Print, Insulation,
    }
    ConstructionFile as "Construction" = Construction { Woven, Knitted, Nonwoven, Yarn, Hard }
    RemovableFile as "Removable" = Removable { No, WithEffort, Easily }
    PricePerFile as "PricePer" = PricePer { Piece, Kilogram, Metre, SquareMetre }
    OriginFile as "Origin" = Origin { TextilePostConsumer, TextilePreConsumer, OtherWaste }
}

/// A finish that a part has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Finish", rename_all = "snake_case")]
pub enum FinishFile {
    Coated,
    Laminated,
    Printed,
    CarbonBlack,
}

impl FinishFile {
    /// The form of the file.
    pub fn of(finishes: Finishes) -> Vec<Self> {
        let all = [
            (finishes.coated, Self::Coated),
            (finishes.laminated, Self::Laminated),
            (finishes.printed, Self::Printed),
            (finishes.carbon_black, Self::CarbonBlack),
        ];
        all.into_iter()
            .filter_map(|(has, word)| has.then_some(word))
            .collect()
    }

    /// The model's form.
    pub fn into_model(words: &[Self]) -> Finishes {
        Finishes {
            coated: words.contains(&Self::Coated),
            laminated: words.contains(&Self::Laminated),
            printed: words.contains(&Self::Printed),
            carbon_black: words.contains(&Self::CarbonBlack),
        }
    }
}
