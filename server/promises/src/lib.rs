//! What must hold of everything that reads what strangers send, whatever they send: no panic, and what
//! is taken is within its limits and is taken again.
//!
//! Each function takes bytes and stops where its promise is broken. The property tests of this crate run
//! them, and so do the fuzz targets in the folder `fuzz`: the promises stand here only.

mod addresses;
mod cookies;
mod forms;
mod lists;
mod tables;

pub use addresses::{domain, email, phone, url};
pub use cookies::session_cookie;
pub use forms::form;
pub use lists::list_query;
pub use tables::csv;

use std::borrow::Cow;

/// A promise: what is read, a name for it, and examples to start from.
pub struct Promise {
    /// Of the fuzz target and of the folder of its examples in `fuzz/seeds`.
    pub name: &'static str,
    pub hold: fn(&[u8]),
}

/// All of them.
pub const PROMISES: [Promise; 8] = [
    Promise {
        name: "form",
        hold: form,
    },
    Promise {
        name: "list_query",
        hold: list_query,
    },
    Promise {
        name: "csv",
        hold: csv,
    },
    Promise {
        name: "email",
        hold: email,
    },
    Promise {
        name: "phone",
        hold: phone,
    },
    Promise {
        name: "url",
        hold: url,
    },
    Promise {
        name: "domain",
        hold: domain,
    },
    Promise {
        name: "session_cookie",
        hold: session_cookie,
    },
];

/// As the server turns bytes into text: what is no UTF-8 becomes a replacement.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// A text that may be stored: one line, trimmed, at most that long, nothing unseen that could mislead.
fn is_line(line: &str, most: usize) -> bool {
    let is_misleading = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let characters = line.chars().count();
    (1..=most).contains(&characters) && line == line.trim() && !line.chars().any(is_misleading)
}
