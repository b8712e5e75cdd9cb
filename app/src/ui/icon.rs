//! Icons, drawn in the colour of the text around them.

use leptos::prelude::*;
use maud::{Markup, html};

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Plus,
    Magnifier,
    Bin,
    Pen,
    Check,
    Warning,
    Question,
}

impl Shape {
    /// The path on a canvas of 16 by 16.
    fn path(self) -> &'static str {
        match self {
            Self::Plus => "M8 2.5v11M2.5 8h11",
            Self::Magnifier => "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Zm3.3 7.8 3.2 3.2",
            Self::Bin => "M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9M7 7v4M9 7v4",
            Self::Pen => "m3 13 .7-3L11 2.7l2.3 2.3L6 12.3 3 13Z",
            Self::Check => "m3 8.5 3.3 3.3L13 4.7",
            Self::Warning => "M8 2.5 14.2 13H1.8L8 2.5Zm0 4v3M8 11.2v.4",
            Self::Question => "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.8-1.1 1.6M8 12.2v.4",
        }
    }
}

/// Says nothing to a screen reader: the text beside it, or the label around it, does.
#[component]
pub(crate) fn Icon(shape: Shape) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d=shape.path() />
        </svg>
    }
}

/// The same icon in rows that are written as HTML.
pub(crate) fn icon(shape: Shape) -> Markup {
    html! {
        svg.icon viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" {
            path d=(shape.path()) {}
        }
    }
}
