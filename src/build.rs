//! Gives the Windows programs their icon and version; does nothing for other targets.

#![allow(
    clippy::print_stdout,
    reason = "a build script speaks to cargo on standard output"
)]

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=assets/desktop/reloom.ico");
    println!("cargo::rerun-if-changed=src/build.rs");
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
