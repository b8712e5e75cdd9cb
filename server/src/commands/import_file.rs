//! What all commands have in common that read a file.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

use app::locale::Language;

use crate::{import::Fault, stop::Stop, terminal};

/// Most faults that are listed: more are said as a number.
const LISTED: usize = 1_000;

/// The bytes of the file; `-` is the standard input.
pub(super) fn bytes(file: &Path) -> Result<Vec<u8>, Stop> {
    read(file).map_err(|error| Stop::failed(format!("{}: {error}", file.display())))
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file.as_os_str() != "-" {
        return fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Prints the faults, and says what became of the import.
pub(super) fn list(faults: &[Fault]) -> Stop {
    for fault in faults.iter().take(LISTED) {
        terminal::complain(&fault.sentence(Language::German));
    }
    if let Some(more) = faults.len().checked_sub(LISTED).filter(|more| *more > 0) {
        terminal::complain(&format!("… und {more} weitere Fehler."));
    }
    Stop::failed("Es wurde nichts eingelesen.")
}
