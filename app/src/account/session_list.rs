//! Where one is signed in.

use domain::own_account::OwnSession;
use leptos::{either::Either, prelude::*};
use leptos_router::hooks::use_location;

use crate::locale::texts;

#[component]
pub(super) fn SessionList(sessions: Vec<OwnSession>) -> impl IntoView {
    let words = texts().account();
    let back = use_location().pathname.get_untracked();
    let others = sessions.iter().any(|session| !session.current);
    let rows = sessions
        .into_iter()
        .map(|session| view! { <Session session back=back.clone() /> })
        .collect_view();
    view! {
        <section class="tab">
            <h2>{words.sessions}</h2>
            <ul class="sessions">{rows}</ul>
            {others
                .then(|| {
                    view! {
                        <form method="post" action="/konto/sitzungen">
                            <input type="hidden" name="zurueck" value=back.clone() />
                            <footer class="buttons">
                                <button name="sitzung" value="andere">
                                    {words.end_others}
                                </button>
                            </footer>
                        </form>
                    }
                })}
        </section>
    }
}

#[component]
fn Session(session: OwnSession, back: String) -> impl IntoView {
    let words = texts().account();
    let browser = if session.browser.is_empty() {
        words.unknown_browser.to_owned()
    } else {
        session.browser
    };
    let end = if session.current {
        Either::Left(view! { <span class="badge good">{words.this_session}</span> })
    } else {
        Either::Right(view! {
            <form method="post" action="/konto/sitzungen">
                <input type="hidden" name="zurueck" value=back />
                <button
                    name="sitzung"
                    value=session.id.to_string()
                    aria-label=format!("{}: {browser}", words.end)
                >
                    {words.end}
                </button>
            </form>
        })
    };
    view! {
        <li>
            <span>
                <strong>{browser.clone()}</strong>
                " "
                <small>{(words.used)(session.last_seen, session.begun)}</small>
            </span>
            {end}
        </li>
    }
}
