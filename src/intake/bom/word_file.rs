//! The table of words as it stands in its file, made ready for looking up.

use super::super::chars::plain_text;
use super::super::words::role;
use super::columns::Column;
use super::units::Unit;
use super::words::{Group, Usual, Words, word_key};
use crate::model::{Construction, Role};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    columns: Vec<ColumnRow>,
    ignored: Vec<String>,
    units: Vec<UnitRow>,
    per: Vec<PerRow>,
    gross: Vec<String>,
    net: Vec<String>,
    sizes: Vec<String>,
    alternatives: Vec<String>,
    colours: Vec<String>,
    work: Vec<String>,
    groups: Vec<RoleRow>,
    packaging: Vec<String>,
    totals: Vec<String>,
    losses: Vec<String>,
    product_labels: Vec<String>,
    sheet_titles: Vec<String>,
    recycled: Vec<String>,
    of_widths: Vec<String>,
    usual: Vec<UsualRow>,
    cone_metres: f64,
    role_most: Vec<(String, f64)>,
    roles: Vec<RoleRow>,
    constructions: Vec<ConstructionRow>,
    metal: Vec<String>,
    plastic: Vec<String>,
    coated: Vec<String>,
    laminated: Vec<String>,
    printed: Vec<String>,
    kinds: Vec<KindRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnRow {
    column: Column,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitRow {
    unit: Unit,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PerRow {
    garments: f64,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UsualRow {
    trim: String,
    roles: Vec<String>,
    words: Vec<String>,
    #[serde(default)]
    metres: Option<f64>,
    #[serde(default)]
    ligne: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleRow {
    role: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConstructionRow {
    construction: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindRow {
    kind: String,
    words: Vec<String>,
}

impl Words {
    /// Reads the file.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let file: File = ron::from_str(text).map_err(|error| error.to_string())?;
        let keys = |words: Vec<String>| -> Vec<String> { words.iter().map(|word| word_key(word)).collect() };
        let unit = |row: UnitRow| -> Vec<(String, Unit)> {
            row.words
                .iter()
                .map(|word| (plain_text(word), row.unit))
                .collect()
        };
        let per = |row: PerRow| -> Vec<(String, f64)> {
            row.words
                .iter()
                .map(|word| (word_key(word), row.garments))
                .collect()
        };
        let mut units: Vec<(String, Unit)> = file.units.into_iter().flat_map(unit).collect();
        units.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        let usual: Option<Vec<Usual>> = file.usual.into_iter().map(Usual::of).collect();
        let most = file
            .role_most
            .into_iter()
            .map(|(key, most)| Some((role(&key)?, most)));
        let constructions: Option<Vec<_>> = file
            .constructions
            .into_iter()
            .map(|row| Some((construction(&row.construction)?, keys(row.words))))
            .collect();
        Ok(Self {
            columns: columns(&file.columns, &file.ignored),
            units,
            per: file.per.into_iter().flat_map(per).collect(),
            gross: keys(file.gross),
            net: keys(file.net),
            sizes: keys(file.sizes),
            alternatives: keys(file.alternatives),
            colours: keys(file.colours),
            work: keys(file.work),
            groups: groups(file.groups)?,
            packaging: keys(file.packaging),
            totals: keys(file.totals),
            losses: keys(file.losses),
            product_labels: keys(file.product_labels),
            sheet_titles: keys(file.sheet_titles),
            recycled: keys(file.recycled),
            of_widths: keys(file.of_widths),
            usual: usual.ok_or("an unknown role of a trim")?,
            cone_metres: file.cone_metres,
            role_most: most.collect::<Option<_>>().ok_or("an unknown role")?,
            roles: roles(file.roles)?,
            constructions: constructions.ok_or("an unknown construction")?,
            metal: keys(file.metal),
            plastic: keys(file.plastic),
            coated: keys(file.coated),
            laminated: keys(file.laminated),
            printed: keys(file.printed),
            kinds: file
                .kinds
                .into_iter()
                .map(|row| (row.kind.into(), keys(row.words)))
                .collect(),
        })
    }
}

impl Usual {
    fn of(row: UsualRow) -> Option<Self> {
        Some(Self {
            trim: row.trim,
            role: role(row.roles.first()?)?,
            words: row.words.iter().map(|word| word_key(word)).collect(),
            metres: row.metres,
            ligne: row.ligne,
        })
    }
}

fn columns(rows: &[ColumnRow], ignored: &[String]) -> Vec<(String, Option<Column>)> {
    let known = rows
        .iter()
        .flat_map(|row| row.words.iter().map(|word| (word_key(word), Some(row.column))));
    known
        .chain(ignored.iter().map(|word| (word_key(word), None)))
        .collect()
}

fn roles(rows: Vec<RoleRow>) -> Result<Vec<(Role, Vec<String>)>, String> {
    let one = |row: RoleRow| {
        let role = role(&row.role).ok_or_else(|| format!("no role {}", row.role))?;
        Ok((role, row.words.iter().map(|word| word_key(word)).collect()))
    };
    rows.into_iter().map(one).collect()
}

fn groups(rows: Vec<RoleRow>) -> Result<Vec<(Group, Vec<String>)>, String> {
    let one = |row: RoleRow| {
        let group = match row.role.as_str() {
            "none" => Group::Packaging,
            key => Group::Role(role(key).ok_or_else(|| format!("no role {key}"))?),
        };
        Ok((group, row.words.iter().map(|word| word_key(word)).collect()))
    };
    rows.into_iter().map(one).collect()
}

fn construction(key: &str) -> Option<Construction> {
    match key {
        "woven" => Some(Construction::Woven),
        "knitted" => Some(Construction::Knitted),
        "nonwoven" => Some(Construction::Nonwoven),
        _ => None,
    }
}
