//! Whether the customer can be deleted.

use domain::deletion::{Blocks, Deletion};
use leptos::{either::Either, prelude::*};
use leptos_router::location::Url;

use crate::{
    frame::provider_name,
    locale::texts,
    ui::{Icon, Shape, press_by_space},
};

/// Either the button, or the reasons, each leading to its tab.
#[component]
pub(super) fn DeletionState(page: String, number: String, deletion: Deletion) -> impl IntoView {
    let words = texts().deletion();
    match deletion {
        Deletion::Allowed { .. } => Either::Left(view! {
            <a
                role="button"
                class="button danger"
                href=format!("{page}/loeschen")
                data-noscroll="true"
                on:keydown=press_by_space
            >
                <Icon shape=Shape::Bin />
                <span>{words.button}</span>
            </a>
        }),
        Deletion::Blocked(blocks) => Either::Right(view! {
            <p>
                {words.blocked} " " {reasons(&page, blocks)} ". "
                <a href=format!("/kontakt?kunde={}", Url::escape(&number))>{texts().contact().ask}</a>
            </p>
        }),
    }
}

fn reasons(page: &str, blocks: Blocks) -> impl IntoView + use<> {
    let words = texts().deletion();
    let mut reasons = Vec::new();
    if blocks.provider_products > 0 {
        reasons.push((
            "produkte",
            (words.provider_products)(blocks.provider_products, &provider_name()),
        ));
    }
    if blocks.reseller_products > 0 {
        reasons.push((
            "produkte",
            (words.reseller_products)(blocks.reseller_products),
        ));
    }
    if blocks.users > 0 {
        reasons.push(("benutzer", (words.users)(blocks.users)));
    }
    reasons
        .into_iter()
        .enumerate()
        .map(|(place, (tab, text))| {
            view! {
                {(place > 0).then_some(", ")}
                <a href=format!("{page}/{tab}") data-noscroll="true">
                    {text}
                </a>
            }
        })
        .collect_view()
}
