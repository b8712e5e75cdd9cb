//! `/kontakt`: whom to ask, and what to say. Asked about a customer (`?kunde=`), the page fills in its
//! number and why it cannot be deleted.

use domain::{
    customer::CustomerDetail,
    deletion::{Blocks, Deletion},
    principal::Role,
    support::{Question, Support, letter},
};
use leptos::{either::Either, html, prelude::*};
use leptos_meta::Title;

use crate::{
    address::parameter,
    customers::fetch_customer_by_number,
    frame::{FrameState, Notices},
    locale::{Texts, texts},
    ui::Loading,
    wire::from_server,
};

/// The parameter with the number of the customer that the question is about.
const CUSTOMER: &str = "kunde";

#[component]
pub fn ContactPage() -> impl IntoView {
    let frame = FrameState::current();
    let words = texts().contact;
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
    let words = texts().contact;
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
    let words = texts().contact;
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

/// The question about one customer.
#[component]
fn AboutCustomer(number: String) -> impl IntoView {
    let asked = number.clone();
    let customer = from_server(move || asked.clone(), fetch_customer_by_number);
    view! {
        <Suspense fallback=Loading>
            {move || {
                let number = number.clone();
                customer
                    .get()
                    .map(|found| match found {
                        Ok(detail) => Either::Left(view! { <Answer detail /> }),
                        Err(_) => {
                            Either::Right(
                                view! {
                                    <p role="alert">{(texts().contact.unknown_customer)(&number)}</p>
                                },
                            )
                        }
                    })
            }}
        </Suspense>
    }
}

#[component]
fn Answer(detail: CustomerDetail) -> impl IntoView {
    let words = texts().contact;
    match detail.deletion {
        Deletion::Allowed { .. } => Either::Left(view! {
            <p class="tab prose">{(words.deletable)(&detail.record.number)}</p>
        }),
        Deletion::Blocked(blocks) => {
            let question = question(texts(), &detail, blocks);
            Either::Right(view! { <Letter question /> })
        }
    }
}

fn question(texts: &Texts, detail: &CustomerDetail, blocks: Blocks) -> Question {
    let frame = FrameState::current();
    let who = frame
        .signed_in
        .unwrap_or_else(|| domain::principal::SignedIn {
            name: String::new(),
            reseller_number: String::new(),
            role: Role::Portal,
        });
    let record = &detail.record;
    Question {
        number: record.number.clone(),
        name: if record.company.is_empty() {
            format!("{} {}", record.first_name, record.last_name)
        } else {
            record.company.clone()
        },
        reasons: (texts.deletion.reasons)(blocks, &frame.provider_name),
        reseller_number: who.reseller_number,
        sender: who.name,
    }
}

/// What to send: by the mail program, or copied to wherever it is asked.
#[component]
fn Letter(question: Question) -> impl IntoView {
    let words = texts().contact;
    let (subject, body) = ((words.subject)(&question), (words.body)(&question));
    let link = FrameState::current()
        .support
        .email
        .map(|email| letter(&email, &subject, &body));
    let whole = format!("{subject}\n\n{body}");
    let text = NodeRef::<html::Textarea>::new();
    let notices = Notices::current();
    let copied = whole.clone();
    let copy = move |_| {
        if let Some(text) = text.get_untracked() {
            text.select();
        }
        // Where the browser keeps the clipboard to itself, the text is selected at least.
        let _ = window().navigator().clipboard().write_text(&copied);
        notices.say(words.copied.to_owned());
    };
    view! {
        <section class="tab prose">
            <h2>{(words.message_title)(&question.number)}</h2>
            <label for="nachricht">{words.message}</label>
            <textarea id="nachricht" readonly rows="14" node_ref=text prop:value=whole.clone()>
                {whole.clone()}
            </textarea>
            <p class="buttons">
                {link
                    .map(|link| {
                        view! { <a class="button primary" href=link rel="external">{words.write}</a> }
                    })}
                <button type="button" class="with-script" on:click=copy>{words.copy}</button>
            </p>
        </section>
    }
}
