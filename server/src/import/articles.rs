//! The provider's catalogue: number and name of each article.

use db::Article;
use domain::values::{Line, ValueError};

use super::{CellFaults, Column, Fault, Read};

/// What a file of articles says of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArticleColumn {
    Number,
    Name,
}

impl Column for ArticleColumn {
    const ALL: &'static [Self] = &[Self::Number, Self::Name];
    const THINGS: &'static str = "Artikel";

    fn title(self) -> &'static str {
        match self {
            Self::Number => "Artikelnummer",
            Self::Name => "Bezeichnung",
        }
    }

    fn is_required(self) -> bool {
        true
    }
}

/// Reads all articles of a file.
///
/// # Errors
/// Everything that is wrong with the file, in its order; never empty.
pub fn read(bytes: &[u8]) -> Result<Vec<Read<Article>>, Vec<Fault>> {
    super::read(bytes, |row| {
        let number = Line::parse(row.cell(ArticleColumn::Number));
        let name = Line::parse(row.cell(ArticleColumn::Name));
        match (number, name) {
            (Ok(number), Ok(name)) => Ok(Article { number, name }),
            (number, name) => Err(faults(number.err(), name.err())),
        }
    })
}

fn faults(number: Option<ValueError>, name: Option<ValueError>) -> CellFaults<ArticleColumn> {
    let number = number.map(|error| (ArticleColumn::Number, error));
    let name = name.map(|error| (ArticleColumn::Name, error));
    number.into_iter().chain(name).collect()
}
