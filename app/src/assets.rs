//! The names of the built files, which carry a hash of their content.

use std::{fs, path::Path, sync::OnceLock};

use leptos::config::LeptosOptions;

/// Addresses of what a page loads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Assets {
    pub script: String,
    pub wasm: String,
    pub style: String,
}

impl Assets {
    /// Read once: the files do not change while the program runs.
    pub(crate) fn of(options: &LeptosOptions) -> &'static Self {
        static ASSETS: OnceLock<Assets> = OnceLock::new();
        ASSETS.get_or_init(|| {
            let hashes = if options.hash_files {
                read_hashes(&options.hash_file)
            } else {
                String::new()
            };
            Self::named(&options.site_pkg_dir, &options.output_name, &hashes)
        })
    }

    /// `hashes` has one line for each kind of file, `js: abc`; without it names carry no hash.
    fn named(folder: &str, name: &str, hashes: &str) -> Self {
        let address = |kind: &str, ending: &str| {
            let hash = hashes
                .lines()
                .filter_map(|line| line.split_once(':'))
                .find(|(file, _)| *file == kind)
                .map(|(_, hash)| format!(".{}", hash.trim()))
                .unwrap_or_default();
            format!("/{folder}/{name}{hash}.{ending}")
        };
        Self {
            script: address("js", "js"),
            wasm: address("wasm", "wasm"),
            style: address("css", "css"),
        }
    }
}

/// cargo-leptos writes the file beside the program. Missing, pages would load nothing: the log
/// says so.
fn read_hashes(file: &str) -> String {
    let beside = std::env::current_exe().ok();
    let path = beside
        .as_deref()
        .and_then(Path::parent)
        .map_or_else(|| Path::new(file).to_owned(), |folder| folder.join(file));
    fs::read_to_string(&path).unwrap_or_else(|error| {
        leptos::logging::error!("{}: {error}", path.display());
        String::new()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_carry_the_hashes_of_the_build() {
        let assets = Assets::named("pkg", "mkm", "js: aaa\nwasm: bbb\ncss: ccc\n");
        assert_eq!(assets.script, "/pkg/mkm.aaa.js");
        assert_eq!(assets.wasm, "/pkg/mkm.bbb.wasm");
        assert_eq!(assets.style, "/pkg/mkm.ccc.css");
    }

    #[test]
    fn without_hashes_names_are_plain() {
        assert_eq!(Assets::named("pkg", "mkm", "").wasm, "/pkg/mkm.wasm");
    }
}
