//! The own domains: each with the one sentence that says what to do.

use domain::customer::DomainRow;
use leptos::{either::Either, prelude::*};

use crate::{domains::DomainFlags, locale::texts};

#[component]
pub(super) fn PortalDomains(domains: Vec<DomainRow>) -> impl IntoView {
    let texts = texts();
    let content = if domains.is_empty() {
        Either::Left(view! { <p class="note">{texts.portal().no_domains}</p> })
    } else {
        let rows = domains.into_iter().map(row).collect_view();
        Either::Right(view! { <ul class="portal-list">{rows}</ul> })
    };
    view! {
        <section class="tab" aria-labelledby="domains">
            <h2 id="domains">{texts.detail.tab_domains}</h2>
            {content}
        </section>
    }
}

fn row(domain: DomainRow) -> impl IntoView {
    let texts = texts();
    let (status, class) = if domain.active {
        (texts.general.active, "badge good")
    } else {
        (texts.general.inactive, "badge")
    };
    view! {
        <li>
            <p class="portal-line">
                <strong>{domain.shown_name}</strong>
                <span class=class>{status}</span>
            </p>
            <p class="advice" class:to-do=domain.advice.needs_action()>
                {(texts.portal().advice)(domain.advice)}
            </p>
            <details>
                <summary>{texts.portal().state}</summary>
                <DomainFlags state=domain.state />
            </details>
        </li>
    }
}
