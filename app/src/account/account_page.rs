//! `/konto` and `/portal/konto`.

use domain::{
    own_account::OwnSignIn,
    password::{MIN_CHARS, MIN_CHARS_WITH_FACTOR},
};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;

use super::{
    api::fetch_own_sign_in, email_form::EmailForm, password_form::PasswordForm,
    second_factor::FactorSection, session_list::SessionList,
};
use crate::{
    locale::texts,
    ui::{Loading, ProblemPage},
    wire::from_server,
};

#[component]
pub fn AccountPage() -> impl IntoView {
    let words = texts().account();
    view! {
        <Title text=words.title />
        <header class="page-head">
            <h1>{words.title}</h1>
        </header>
        <OwnSecurity />
    }
}

/// Who is signed in, the own e-mail address, password and sessions; also part of other pages.
#[component]
pub fn OwnSecurity() -> impl IntoView {
    let resource = from_server(|| (), |()| fetch_own_sign_in());
    view! {
        <Transition fallback=Loading>
            {move || {
                resource
                    .get()
                    .map(|answer| match answer {
                        Ok(own) => Either::Left(view! { <Sections own /> }),
                        Err(problem) => {
                            let on_retry = move |()| resource.refetch();
                            Either::Right(view! { <ProblemPage problem on_retry /> })
                        }
                    })
            }}
        </Transition>
    }
}

#[component]
fn Sections(own: OwnSignIn) -> impl IntoView {
    let words = texts().account();
    let least = if own.second_factor.is_some() {
        MIN_CHARS_WITH_FACTOR
    } else {
        MIN_CHARS
    };
    view! {
        <div class="account">
            <section class="tab">
                <h2>{words.sign_in}</h2>
                <dl>
                    <div>
                        <dt>{words.user_name}</dt>
                        <dd>{own.user_name}</dd>
                    </div>
                    <div>
                        <dt>{words.email}</dt>
                        <dd>{own.email}</dd>
                    </div>
                </dl>
            </section>
            <EmailForm waiting=own.new_email />
            <PasswordForm least />
            <FactorSection factor=own.second_factor />
            <SessionList sessions=own.sessions />
        </div>
    }
}
