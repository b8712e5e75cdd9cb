//! The built files for the browser, and what Leptos has to know of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use leptos::config::LeptosOptions;

use crate::stop::Stop;

/// The name that cargo-leptos gives to script, WebAssembly and style.
const OUTPUT_NAME: &str = "mkm";
/// Where they are, below the site.
pub const PKG_DIR: &str = "pkg";
/// cargo-leptos writes the names' hashes here, beside the program.
const HASH_FILE: &str = "hash.txt";

/// The folder that `wanted` names, or else the one that was built beside the program or in the
/// workspace.
///
/// # Errors
/// [`Stop::Configuration`] where no built site is.
pub fn find(wanted: Option<&Path>) -> Result<PathBuf, Stop> {
    let candidates = match wanted {
        Some(dir) => vec![dir.to_owned()],
        None => usual_places(),
    };
    candidates
        .iter()
        .find(|dir| dir.join(PKG_DIR).is_dir())
        .cloned()
        .ok_or_else(|| {
            let seen: Vec<_> = candidates
                .iter()
                .map(|dir| dir.display().to_string())
                .collect();
            Stop::setting(
                "MKM_SITE_DIR",
                format!("Die gebauten Dateien fehlen in {}.", seen.join(", ")),
            )
        })
}

fn usual_places() -> Vec<PathBuf> {
    let beside = beside_program().map(|dir| [dir.join("site"), dir.join("../site")]);
    beside
        .into_iter()
        .flatten()
        .chain([PathBuf::from("target/site")])
        .collect()
}

fn beside_program() -> Option<PathBuf> {
    std::env::current_exe().ok()?.parent().map(Path::to_owned)
}

/// What Leptos has to know of the files.
pub fn leptos_options(site: &Path) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name(OUTPUT_NAME)
        .site_root(site.display().to_string())
        .site_pkg_dir(PKG_DIR)
        .hash_file(HASH_FILE.into())
        .hash_files(is_hashed(site))
        .build()
}

/// Whether the files' names carry a hash: the program's hash file names one that is there.
fn is_hashed(site: &Path) -> bool {
    let hashes = beside_program().and_then(|dir| fs::read_to_string(dir.join(HASH_FILE)).ok());
    hashes
        .as_deref()
        .and_then(script_name)
        .is_some_and(|name| site.join(PKG_DIR).join(name).is_file())
}

/// The script's file name, from a line `js: HASH`.
fn script_name(hashes: &str) -> Option<String> {
    let hash = hashes.lines().find_map(|line| line.strip_prefix("js:"))?;
    Some(format!("{OUTPUT_NAME}.{}.js", hash.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_file_names_the_script() {
        assert_eq!(
            script_name("css: a\njs: bc\n").as_deref(),
            Some("mkm.bc.js")
        );
        assert_eq!(script_name("css: a\n"), None);
    }
}
