//! What is wrong with a file, and the sentence that says so.

use app::locale::Language;
use domain::{customer_form::Field, values::ValueError};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault(Kind);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Value {
        line: u64,
        field: Field,
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
    RepeatedColumn(Field),
    MissingColumn(Field),
    Empty,
}

impl Fault {
    pub(super) fn value(line: u64, field: Field, error: ValueError) -> Self {
        Self(Kind::Value { line, field, error })
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

    pub(super) fn repeated_column(field: Field) -> Self {
        Self(Kind::RepeatedColumn(field))
    }

    pub(super) fn missing_column(field: Field) -> Self {
        Self(Kind::MissingColumn(field))
    }

    pub(super) fn empty() -> Self {
        Self(Kind::Empty)
    }

    /// "Zeile 12, Spalte PLZ: …"
    pub fn sentence(&self, language: Language) -> String {
        let texts = language.texts();
        let label = texts.form.label;
        match &self.0 {
            Kind::Value { line, field, error } => {
                format!(
                    "Zeile {line}, Spalte {}: {}",
                    label(*field),
                    (texts.value_error)(*error)
                )
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
            Kind::RepeatedColumn(field) => format!(
                "Kopfzeile: Die Spalte „{}“ steht zweimal da.",
                label(*field)
            ),
            Kind::MissingColumn(field) => {
                format!("Kopfzeile: Die Spalte „{}“ fehlt.", label(*field))
            }
            Kind::Empty => "Die Datei enthält keine Kunden.".to_owned(),
        }
    }
}
