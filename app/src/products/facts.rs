//! What is known of a product besides what can be edited.

use domain::product_record::ProductRecord;
use leptos::prelude::*;

use super::record::Place;
use crate::{frame::provider_name, locale::texts, records::OwnerLine, ui::CloseButton};

/// Whose it is, and when it was ended.
#[component]
pub(super) fn ProductFacts(record: ProductRecord) -> impl IntoView {
    let words = texts().products();
    let ended = record
        .ended_on
        .map(|day| view! { <p class="note">{(words.ended_on)(&(texts().general.day)(day))}</p> });
    view! {
        <OwnerLine record />
        {ended}
    }
}

/// What the provider's shop sold is read and not edited.
#[component]
pub(super) fn BoughtProduct(record: ProductRecord, place: Place) -> impl IntoView {
    let (detail, words) = (&texts().detail, texts().products());
    let provider = provider_name();
    let form = record.record.clone();
    let since = domain::domain_form::parse_day(&form.since)
        .map(texts().general.day)
        .unwrap_or_default();
    let status = if record.active {
        texts().general.active
    } else {
        texts().general.inactive
    };
    let facts = [
        (detail.kind, (detail.product_kind)(record.kind, &provider)),
        (detail.product_name, form.name),
        (words.article, record.article.clone()),
        (detail.contract, form.contract),
        (detail.status, status.to_owned()),
        (detail.since, since),
    ];
    let rows = facts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| view! { <dt>{name}</dt><dd>{text}</dd> })
        .collect_view();
    let leave = place.leave();
    view! {
        <p class="note">{(words.bought_note)(&provider)}</p>
        <dl class="product-facts">{rows}</dl>
        <ProductFacts record />
        <footer class="buttons">
            <CloseButton href=place.back() on_press=move |()| leave() />
        </footer>
    }
}
