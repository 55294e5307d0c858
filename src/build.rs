//! Makes the tables of the library quick to read, and gives the Windows programs their icon and version.

#![allow(
    clippy::print_stdout,
    reason = "a build script speaks to cargo on standard output"
)]

#[path = "data/compact.rs"]
mod compact;

use std::path::Path;
use std::{env, fs};

/// What the tables lie in: every one of them is packed.
const ASSETS: &str = "assets";

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=src/data/compact.rs");
    println!("cargo::rerun-if-changed={ASSETS}/data");
    for folder in ["", "data"] {
        if let Err(error) = write_compact(Path::new(folder)) {
            println!("cargo::error=the tables in {ASSETS}/{folder}: {error}");
        }
    }
    icon();
}

/// Writes the tables of `folder`, packed, to where the library takes them from.
fn write_compact(folder: &Path) -> Result<(), String> {
    let out = env::var_os("OUT_DIR").ok_or("no folder to write to")?;
    let to = Path::new(&out).join(folder);
    let said = |error: std::io::Error| error.to_string();
    fs::create_dir_all(&to).map_err(said)?;
    for entry in fs::read_dir(Path::new(ASSETS).join(folder)).map_err(said)? {
        let from = entry.map_err(said)?.path();
        if from.extension().is_some_and(|ending| ending == "ron") {
            println!("cargo::rerun-if-changed={}", from.display());
            let text = fs::read_to_string(&from).map_err(said)?;
            let packed = compact::packed(&text).map_err(|what| format!("{}, {what}", from.display()))?;
            let name = Path::new(from.file_stem().unwrap_or_default());
            fs::write(to.join(name).with_extension("mp"), packed).map_err(said)?;
        }
    }
    Ok(())
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
