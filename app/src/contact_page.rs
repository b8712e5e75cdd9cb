//! `/kontakt`: whom to ask, and what to say. Asked about a customer (`?kunde=`), the page fills in its
//! number and why it cannot be deleted.

mod about_customer;

use domain::support::Support;
use leptos::prelude::*;
use leptos_meta::Title;

use self::about_customer::AboutCustomer;
use crate::{address::parameter, frame::FrameState, locale::texts};

/// The parameter with the number of the customer that the question is about.
const CUSTOMER: &str = "kunde";

#[component]
pub fn ContactPage() -> impl IntoView {
    let frame = FrameState::current();
    let words = texts().contact();
    let number = parameter(CUSTOMER).filter(|number| !number.trim().is_empty());
    view! {
        <Title text=words.title />
        <header class="page-head">
            <div>
                <h1>{words.title}</h1>
                <p class="subtitle">{words.subtitle}</p>
            </div>
        </header>
        {number.map(|number| view! { <AboutCustomer number /> })}
        <Reach frame=frame.clone() />
        <WhenBlocked provider=frame.provider_name />
    }
}

/// The address, and what to have ready.
#[component]
fn Reach(frame: FrameState) -> impl IntoView {
    let words = texts().contact();
    let own_number = frame
        .signed_in
        .as_ref()
        .map(|who| (words.own_number)(&who.reseller_number));
    let Support { email, phone, url } = frame.support.clone();
    let entries = [
        email.map(|email| (words.email, format!("mailto:{email}"), email)),
        phone.map(|phone| {
            (
                words.phone,
                format!("tel:{}", phone.replace(' ', "")),
                phone,
            )
        }),
        url.map(|url| (words.url, url.clone(), url)),
    ];
    let entries = entries
        .into_iter()
        .flatten()
        .map(|(label, href, text)| {
            view! {
                <div>
                    <dt>{label}</dt>
                    <dd>
                        <a href=href rel="external noopener noreferrer">{text}</a>
                    </dd>
                </div>
            }
        })
        .collect_view();
    let nobody = frame
        .support
        .is_empty()
        .then(|| view! { <p>{(words.nobody)(&frame.provider_name)}</p> });
    view! {
        <section class="tab prose">
            <h2>{(words.reach)(&frame.provider_name)}</h2>
            {nobody}
            <dl>{entries}</dl>
            <h3>{words.have_ready}</h3>
            <ul>
                <li>{own_number}</li>
                <li>{words.incident}</li>
            </ul>
        </section>
    }
}

/// The handbook's three conditions, and how to meet them.
#[component]
fn WhenBlocked(provider: String) -> impl IntoView {
    let words = texts().contact();
    view! {
        <section class="tab prose">
            <h2>{words.blocked_title}</h2>
            <p>{words.blocked_intro}</p>
            <ul>
                <li>{(words.blocked_products)(&provider)}</li>
                <li>{words.blocked_reseller_products}</li>
                <li>{words.blocked_users}</li>
            </ul>
            <p>{words.blocked_else}</p>
        </section>
    }
}
