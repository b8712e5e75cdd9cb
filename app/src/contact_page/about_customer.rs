//! The question about one customer.

use domain::{
    customer::CustomerDetail,
    deletion::{Blocks, Deletion},
    principal::{Role, SignedIn},
    support::{Question, letter},
};
use leptos::{either::Either, html, prelude::*};

use crate::{
    customers::fetch_customer_by_number,
    frame::{FrameState, Notices},
    locale::{Texts, texts},
    ui::Loading,
    wire::from_server,
};

/// Its number, and why it cannot be deleted, in a letter that is written already.
#[component]
pub(super) fn AboutCustomer(number: String) -> impl IntoView {
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
                                    <p role="alert">{(texts().contact().unknown_customer)(&number)}</p>
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
    let words = texts().contact();
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
    let who = frame.signed_in.unwrap_or_else(|| SignedIn {
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
        reasons: (texts.deletion().reasons)(blocks, &frame.provider_name),
        reseller_number: who.reseller_number,
        sender: who.name,
    }
}

/// What to send: by the mail program, or copied to wherever it is asked.
#[component]
fn Letter(question: Question) -> impl IntoView {
    let words = texts().contact();
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
