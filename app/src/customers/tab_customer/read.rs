//! Master data in two columns.

use domain::{
    country::Country, customer::CustomerDetail, customer_form::CustomerForm, rights::Action,
};
use leptos::{either::Either, prelude::*};

use super::{EDITING, deletion::DeletionState};
use crate::{
    audit_log::History,
    frame::may,
    locale::texts,
    ui::{Icon, Shape},
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
                {abroad.map(|country| entry(words.country, texts.country(country).to_owned()))}
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
