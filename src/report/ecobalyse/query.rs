//! The query as it stands in JSON.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A textile query.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Query {
    /// Share that flies from where it is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub air_transport_ratio: Option<f64>,
    /// Kind of firm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business: Option<String>,
    /// Where it is dyed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_dyeing: Option<String>,
    /// Where the cloth is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_fabric: Option<String>,
    /// Where it is sewn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_making: Option<String>,
    /// Where the yarn is spun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_spinning: Option<String>,
    /// Steps that are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disabled_steps: Option<Vec<String>>,
    /// How it is dyed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dyeing_process_type: Option<String>,
    /// How the cloth is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fabric_process: Option<String>,
    /// Faded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fading: Option<bool>,
    /// How much there is to sew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub making_complexity: Option<String>,
    /// Share of unsold pieces and cloth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub making_dead_stock: Option<f64>,
    /// Loss in cutting, share of the input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub making_waste: Option<f64>,
    /// Mass of the piece, kg.
    pub mass: f64,
    /// Its materials; shares sum to 1.
    pub materials: Vec<Material>,
    /// References on sale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number_of_references: Option<u64>,
    /// How durable it is, a multiple.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub physical_durability: Option<f64>,
    /// Price in euros.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<f64>,
    /// Print.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printing: Option<Value>,
    /// Kind of garment.
    pub product: String,
    /// Cloth weight, g/m².
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surface_mass: Option<f64>,
    /// Trims.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trims: Option<Vec<Trim>>,
    /// Made from used garments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upcycled: Option<bool>,
    /// Yarn count, Nm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yarn_size: Option<f64>,
}

/// One material.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Material {
    /// Where it is from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Its id.
    pub id: String,
    /// Share of the mass.
    pub share: f64,
    /// How it is spun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spinning: Option<String>,
}

/// One trim.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trim {
    /// Its id.
    pub id: String,
    /// How many.
    pub quantity: f64,
}

/// The query in `text`; else what is wrong with it, with line and column.
pub fn read(text: &str) -> Result<Query, serde_json::Error> {
    serde_json::from_str(text)
}
