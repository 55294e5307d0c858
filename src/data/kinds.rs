//! Kinds of garment: average mass, life and making.

use super::column::{Column, Row};
use super::{Factor, Figure, Library, read};
use crate::model::{KindId, Name};
use serde::Deserialize;

/// One kind of garment.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Its id.
    #[serde(deserialize_with = "read::id")]
    pub id: KindId,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// How its cloth is usually built.
    pub fabric: Fabric,
    /// Which drawing shows it: its own, or the nearest.
    pub drawing: Drawing,
    /// Mass of one piece in kg.
    pub mass_kg: Figure,
    /// Cloth weight in g/m², where one figure fits.
    #[serde(default)]
    pub gsm: Option<Figure>,
    /// Share of the cloth lost in cutting, input basis.
    pub making_loss: Figure,
    /// Average wears of one life, `L_av`.
    pub wears: Figure,
    /// Washes in one life.
    pub washes: Figure,
    /// Making minutes of one piece; never sampled, the factor between minutes and hours is.
    pub sewing_minutes: Figure,
    /// Years in one wardrobe.
    pub years: Figure,
    /// Trims that it usually carries.
    #[serde(default)]
    pub trims: Vec<KindTrim>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

/// Trims of one kind on a garment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindTrim {
    /// Id in the table of trims.
    pub trim: String,
    /// How many.
    pub count: u32,
}

/// The drawings that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Drawing {
    /// Short sleeves.
    TShirt,
    /// Long sleeves, collar and placket.
    Shirt,
    /// Knitted, long sleeves.
    Sweater,
    /// Short jacket with a zip.
    Jacket,
    /// Long coat.
    Coat,
    /// Quilted jacket.
    Padded,
    /// Trousers.
    Trousers,
    /// Dress or skirt.
    Dress,
    /// Jacket and trousers side by side.
    Suit,
    /// Bed linen.
    Bed,
    /// A flat piece of cloth.
    Panel,
    /// Briefs; only as a small sign.
    Briefs,
    /// Bra; only as a small sign.
    Bra,
    /// Swimsuit; only as a small sign.
    Swimwear,
    /// Socks; only as a small sign.
    Socks,
}

/// The drawing of a kind; a T-shirt where `library` does not know it.
pub fn drawing(kind: &KindId, library: &Library) -> Drawing {
    library.kind(kind).map_or(Drawing::TShirt, |kind| kind.drawing)
}

impl Drawing {
    /// All drawings.
    pub const ALL: [Self; 15] = [
        Self::TShirt,
        Self::Shirt,
        Self::Sweater,
        Self::Jacket,
        Self::Coat,
        Self::Padded,
        Self::Trousers,
        Self::Dress,
        Self::Suit,
        Self::Bed,
        Self::Panel,
        Self::Briefs,
        Self::Bra,
        Self::Swimwear,
        Self::Socks,
    ];
}

/// How the cloth of a kind is usually built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Fabric {
    /// Woven.
    Woven,
    /// Knitted, average of circular and flat machines.
    KnitMix,
    /// Knitted to shape.
    KnitFullyFashioned,
}

impl Kind {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let row = Row {
            table: "kind",
            id: self.id.as_str(),
            name: &self.name,
            note: &self.note,
        };
        let mut list = vec![
            row.factor(
                Column::positive("mass_kg", "mass", "重量", "kg"),
                &mut self.mass_kg,
            ),
            row.factor(
                Column::share("making_loss", "cutting loss", "裁剪损耗率"),
                &mut self.making_loss,
            ),
            row.factor(
                Column::positive("wears", "wears in one life", "穿着次数", "wears"),
                &mut self.wears,
            ),
            row.factor(
                Column::positive("washes", "washes in one life", "洗涤次数", "washes"),
                &mut self.washes,
            ),
            row.factor(
                Column::positive("sewing_minutes", "making minutes", "缝制分钟数", "min"),
                &mut self.sewing_minutes,
            ),
            row.factor(
                Column::positive("years", "years in one wardrobe", "持有年数", "years"),
                &mut self.years,
            ),
        ];
        list.extend(row.maybe(
            Column::positive("gsm", "cloth weight", "克重", "g/m²"),
            &mut self.gsm,
        ));
        list
    }
}
