//! Roles of parts: what they count as, and what a part that nobody weighed usually weighs.

use super::Figure;
use crate::model::Role;
use serde::{Deserialize, Deserializer, de};
use std::sync::OnceLock;

/// A role of a part.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRow {
    /// The role.
    #[serde(deserialize_with = "role")]
    pub role: Role,
    /// The role it counts as where only the main ones are known.
    #[serde(deserialize_with = "role")]
    pub wide: Role,
    /// Usual mass over the mass of the main fabric, a ratio.
    pub mass: Figure,
    /// How it is bonded to the cloth before it, if it is.
    #[serde(default)]
    pub layer: Option<Bond>,
}

/// How a layer is bonded to its cloth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Bond {
    /// Coated on.
    Coat,
    /// Laminated to it.
    Laminate,
}

fn role<'de, D: Deserializer<'de>>(reader: D) -> Result<Role, D::Error> {
    of_key(&String::deserialize(reader)?)
}

/// The role with `key`.
pub(super) fn of_key<E: de::Error>(key: &str) -> Result<Role, E> {
    let found = Role::ALL.into_iter().find(|role| role.key() == key);
    found.ok_or_else(|| E::custom(format!("no role {key}")))
}

const TEXT: &str = include_str!("../../assets/data/roles.ron");

/// The table; empty, with an error in the log, if it does not read (a test forbids that).
fn table() -> &'static [RoleRow] {
    static TABLE: OnceLock<Vec<RoleRow>> = OnceLock::new();
    TABLE.get_or_init(|| {
        ron::from_str(TEXT).unwrap_or_else(|error| {
            log::error!("the table of roles does not read: {error}");
            Vec::new()
        })
    })
}

/// The row of `role`.
fn row(role: Role) -> Option<&'static RoleRow> {
    table().iter().find(|row| row.role == role)
}

/// The role that `role` counts as where a table or a figure knows only the main ones.
pub fn wide(role: Role) -> Role {
    row(role).map_or(role, |row| row.wide)
}

/// Usual mass of a part over the mass of the main fabric, a ratio.
pub fn usual_mass(role: Role) -> f64 {
    row(role).map_or(0.0, |row| row.mass.value)
}

/// How a part is bonded to the cloth before it, if it is.
pub fn bond(role: Role) -> Option<Bond> {
    row(role).and_then(|row| row.layer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Grade;

    #[test]
    fn every_role_has_its_row_and_counts_as_one_that_counts_as_itself() {
        let rows: Vec<RoleRow> = ron::from_str(TEXT).unwrap();
        assert_eq!(rows.iter().map(|row| row.role).collect::<Vec<_>>(), Role::ALL);
        for row in &rows {
            assert_eq!(wide(row.wide), row.wide, "{:?}", row.role);
            assert!(
                row.mass.value > 0.0 && row.mass.grade == Grade::D,
                "{:?}",
                row.role
            );
            assert!(
                row.role == Role::Shell || !row.mass.note.is_empty(),
                "{:?}: no reason",
                row.role
            );
        }
        // Trims never weigh like cloth.
        assert!(
            rows.iter()
                .filter(|row| row.wide == Role::Trim)
                .all(|row| row.mass.value <= 0.1)
        );
    }
}
