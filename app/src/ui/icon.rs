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
    /// The style sheet has the drawing: a list repeats it in every row.
    fn class(self) -> &'static str {
        match self {
            Self::Plus => "icon icon-plus",
            Self::Magnifier => "icon icon-magnifier",
            Self::Bin => "icon icon-bin",
            Self::Pen => "icon icon-pen",
            Self::Check => "icon icon-check",
            Self::Warning => "icon icon-warning",
            Self::Question => "icon icon-question",
        }
    }
}

/// Says nothing to a screen reader: the text beside it, or the label around it, does.
#[component]
pub(crate) fn Icon(shape: Shape) -> impl IntoView {
    view! { <span class=shape.class() aria-hidden="true"></span> }
}

/// The same icon in rows that are written as HTML.
pub(crate) fn icon(shape: Shape) -> Markup {
    html! { span class=(shape.class()) aria-hidden="true" {} }
}
