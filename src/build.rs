//! Makes the tables of the library quick to read, and gives the Windows programs their icon and version.

#![allow(
    clippy::print_stdout,
    reason = "a build script speaks to cargo on standard output"
)]

#[path = "data/compact.rs"]
mod compact;

use std::path::Path;
use std::{env, fs};

/// What is read before the first number stands, as JSON; all other tables are read as they are written.
const TABLES: [&str; 17] = [
    "assets/bibliography.ron",
    "assets/data/activities.ron",
    "assets/data/assumptions.ron",
    "assets/data/carbon.ron",
    "assets/data/fibres.ron",
    "assets/data/kinds.ron",
    "assets/data/moves.ron",
    "assets/data/pathways.ron",
    "assets/data/places.ron",
    "assets/data/practices.ron",
    "assets/data/processes.ron",
    "assets/data/reuse.ron",
    "assets/data/routes.ron",
    "assets/data/rules.ron",
    "assets/data/shares.ron",
    "assets/data/stage_kinds.ron",
    "assets/data/trims.ron",
];

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=src/data/compact.rs");
    for table in TABLES {
        println!("cargo::rerun-if-changed={table}");
        if let Err(error) = write_compact(Path::new(table)) {
            println!("cargo::error={table}, {error}");
        }
    }
    icon();
}

/// Writes the table at `from` as JSON to where the library takes it from.
fn write_compact(from: &Path) -> Result<(), String> {
    let text = fs::read_to_string(from).map_err(|error| error.to_string())?;
    let json = compact::json_of(&text)?;
    let (Some(folder), Some(name)) = (env::var_os("OUT_DIR"), from.file_stem()) else {
        return Err("no folder to write to".to_owned());
    };
    let to = Path::new(&folder).join(name).with_extension("json");
    fs::write(to, json).map_err(|error| error.to_string())
}

fn icon() {
    println!("cargo::rerun-if-changed=assets/desktop/reloom.ico");
    if env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("windows") {
        return;
    }
    let mut resource = winresource::WindowsResource::new();
    resource
        .set_icon("assets/desktop/reloom.ico")
        .set("ProductName", "Reloom 再织")
        .set("FileDescription", "Reloom 再织")
        .set("LegalCopyright", "MIT OR Apache-2.0");
    if let Err(error) = resource.compile() {
        println!("cargo::error=the icon and version of the Windows program could not be added: {error}");
    }
}
