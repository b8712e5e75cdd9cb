//! Master data in two columns, and whether the customer can be deleted.

use domain::{
    country::Country,
    customer::CustomerDetail,
    customer_form::CustomerForm,
    deletion::{Blocks, Deletion},
    rights::Action,
};
use leptos::{either::Either, prelude::*};
use leptos_router::location::Url;

use super::EDITING;
use crate::{
    audit_log::History,
    frame::{may, provider_name},
    locale::texts,
    ui::{Icon, Shape, press_by_space},
};

#[component]
pub(super) fn MasterData(detail: CustomerDetail) -> impl IntoView {
    let words = &texts().detail;
    let page = format!("/mkm/kunden/{}", detail.id);
    let number = detail.record.number.clone();
    let may_edit = may(Action::EditCustomers);
    let edit = may_edit.then(|| {
        view! {
            <header class="tab-head">
                <a class="button" href=format!("{page}?{EDITING}=1") data-noscroll="true">
                    <Icon shape=Shape::Pen />
                    <span>{words.edit}</span>
                </a>
            </header>
        }
    });
    let deletion = may_edit.then(|| {
        view! {
            <footer class="deletion">
                <DeletionState page=page.clone() number=number.clone() deletion=detail.deletion />
            </footer>
        }
    });
    view! {
        <section class="tab">
            {edit}
            <MasterColumns record=detail.record />
            {deletion}
        </section>
        <History customer=detail.id number />
    }
}

/// The two columns of the handbook.
#[component]
pub(crate) fn MasterColumns(record: CustomerForm) -> impl IntoView {
    view! {
        <div class="columns">
            <General record=record.clone() />
            <Contact record />
        </div>
    }
}

#[component]
fn General(record: CustomerForm) -> impl IntoView {
    let texts = texts();
    let words = &texts.detail;
    let abroad = record
        .country
        .parse::<Country>()
        .ok()
        .filter(|country| *country != Country::GERMANY);
    view! {
        <section>
            <h2>{words.general}</h2>
            <dl>
                {entry(words.company, record.company)}
                {entry(words.name, format!("{}, {}", record.last_name, record.first_name))}
                {entry(words.street, record.street)}
                {entry(words.place, format!("{} {}", record.postal_code, record.city))}
                {abroad.map(|country| entry(words.country, (texts.country)(country).to_owned()))}
            </dl>
        </section>
    }
}

#[component]
fn Contact(record: CustomerForm) -> impl IntoView {
    let words = &texts().detail;
    view! {
        <section>
            <h2>{words.contact}</h2>
            <dl>
                {link_entry(words.phone, dial(&record.phone), record.phone)}
                {link_entry(words.mobile, dial(&record.mobile), record.mobile)}
                {link_entry(words.email, format!("mailto:{}", record.email), record.email)}
                {link_entry(words.website, record.website.clone(), record.website)}
            </dl>
        </section>
    }
}

/// A number as a telephone dials it.
fn dial(readable: &str) -> String {
    let digits: String = readable
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    format!("tel:{digits}")
}

fn entry(label: &'static str, text: String) -> impl IntoView {
    let text = if text.is_empty() {
        texts().general.none.to_owned()
    } else {
        text
    };
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{text}</dd>
        </div>
    }
}

fn link_entry(label: &'static str, href: String, text: String) -> impl IntoView {
    let value = if text.is_empty() {
        Either::Left(texts().general.none)
    } else {
        let outside = href.starts_with("http");
        Either::Right(view! {
            <a
                href=href
                rel=if outside { "external noopener noreferrer" } else { "external" }
                target=outside.then_some("_blank")
            >
                {text}
            </a>
        })
    };
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
        </div>
    }
}

/// Either the button, or the reasons, each leading to its tab.
#[component]
fn DeletionState(page: String, number: String, deletion: Deletion) -> impl IntoView {
    let words = &texts().deletion;
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
                <a href=format!("/kontakt?kunde={}", Url::escape(&number))>{texts().contact.ask}</a>
            </p>
        }),
    }
}

fn reasons(page: &str, blocks: Blocks) -> impl IntoView + use<> {
    let words = &texts().deletion;
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
