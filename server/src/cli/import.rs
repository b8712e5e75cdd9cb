//! What can be read in from files.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Import {
    /// Liest Domains aus einer CSV-Datei ein, alle oder keine
    Domains {
        /// Kundennummer des Resellers beim Anbieter
        #[arg(long)]
        reseller: String,
        /// Die Datei, oder - für die Standardeingabe
        file: PathBuf,
    },
    /// Liest Kunden aus einer CSV-Datei ein, alle oder keinen
    Customers {
        /// Kundennummer des Resellers beim Anbieter
        #[arg(long)]
        reseller: String,
        /// Die Datei, oder - für die Standardeingabe
        file: PathBuf,
    },
    /// Liest den Artikelkatalog des Anbieters ein, alles oder nichts
    Articles {
        /// Die Datei, oder - für die Standardeingabe
        file: PathBuf,
    },
    /// Liest ein, welcher Reseller welche Produkte bestellt hat, alles oder nichts
    Products {
        /// Die Datei, oder - für die Standardeingabe
        file: PathBuf,
    },
}
