//! A small built site.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A folder as the build leaves it. Dropped, it is gone.
pub struct Site(PathBuf);

impl Site {
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("mkm-site-{}", uuid::Uuid::now_v7()));
        Self::at(&folder)
    }

    /// In a folder that is made.
    pub fn at(folder: &Path) -> Self {
        fs::create_dir_all(folder.join("pkg")).unwrap();
        fs::write(folder.join("favicon.png"), b"\x89PNG\r\n\x1a\n").unwrap();
        fs::write(folder.join("pkg/mkm.js"), "export const a = 1;").unwrap();
        fs::write(folder.join("pkg/mkm.js.br"), "as if it were brotli").unwrap();
        fs::write(folder.join("pkg/mkm.wasm"), "\0asm").unwrap();
        fs::write(folder.join("pkg/mkm.css"), "a{}").unwrap();
        Self(folder.to_owned())
    }

    pub fn folder(&self) -> &Path {
        &self.0
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
