//! What is wrong with a file, and the sentence that says so.

use app::locale::Language;
use domain::values::ValueError;

use super::Column;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault(Kind);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Value {
        line: u64,
        column: &'static str,
        error: ValueError,
    },
    TooWide {
        line: u64,
        cells: usize,
        columns: usize,
    },
    Unreadable {
        line: Option<u64>,
    },
    UnknownColumn(String),
    RepeatedColumn(&'static str),
    MissingColumn(&'static str),
    /// Of these things the file has none.
    Empty(&'static str),
    /// Of these things the file has more than this many.
    TooMany(&'static str, usize),
    /// More than this many MiB.
    TooLarge(usize),
}

impl Fault {
    pub(super) fn value<C: Column>(line: u64, column: C, error: ValueError) -> Self {
        Self(Kind::Value {
            line,
            column: column.title(),
            error,
        })
    }

    pub(super) fn too_wide(line: u64, cells: usize, columns: usize) -> Self {
        Self(Kind::TooWide {
            line,
            cells,
            columns,
        })
    }

    pub(super) fn unreadable(error: &csv::Error) -> Self {
        Self(Kind::Unreadable {
            line: error.position().map(csv::Position::line),
        })
    }

    pub(super) fn unknown_column(title: &str) -> Self {
        Self(Kind::UnknownColumn(title.to_owned()))
    }

    pub(super) fn repeated_column<C: Column>(column: C) -> Self {
        Self(Kind::RepeatedColumn(column.title()))
    }

    pub(super) fn missing_column<C: Column>(column: C) -> Self {
        Self(Kind::MissingColumn(column.title()))
    }

    pub(super) fn empty<C: Column>() -> Self {
        Self(Kind::Empty(C::THINGS))
    }

    pub(super) fn too_many<C: Column>(most: usize) -> Self {
        Self(Kind::TooMany(C::THINGS, most))
    }

    /// `most` in bytes.
    pub(super) fn too_large(most: usize) -> Self {
        Self(Kind::TooLarge(most / (1024 * 1024)))
    }

    /// "Zeile 12, Spalte PLZ: …"
    pub fn sentence(&self, language: Language) -> String {
        match &self.0 {
            Kind::Value {
                line,
                column,
                error,
            } => {
                let reason = language.texts().value_error(*error);
                format!("Zeile {line}, Spalte {column}: {reason}")
            }
            Kind::TooWide {
                line,
                cells,
                columns,
            } => {
                format!("Zeile {line}: Sie hat {cells} Zellen, die Kopfzeile nur {columns}.")
            }
            Kind::Unreadable { line: Some(line) } => format!("Zeile {line}: Sie ist nicht lesbar."),
            Kind::Unreadable { line: None } => "Die Datei ist nicht lesbar.".to_owned(),
            Kind::UnknownColumn(title) => format!("Kopfzeile: Die Spalte „{title}“ gibt es nicht."),
            Kind::RepeatedColumn(title) => {
                format!("Kopfzeile: Die Spalte „{title}“ steht zweimal da.")
            }
            Kind::MissingColumn(title) => format!("Kopfzeile: Die Spalte „{title}“ fehlt."),
            Kind::Empty(things) => format!("Die Datei enthält keine {things}."),
            Kind::TooMany(things, most) => format!(
                "Die Datei enthält mehr als {most} {things}: Bitte in mehreren Dateien einlesen."
            ),
            Kind::TooLarge(most) => {
                format!("Die Datei ist größer als {most} MiB: Bitte in mehreren Dateien einlesen.")
            }
        }
    }
}
