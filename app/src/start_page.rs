//! `/`: what a reseller should know first.

use domain::overview::Overview;
use leptos::{
    either::Either,
    prelude::*,
    server_fn::codec::{Json, Postcard},
};
use leptos_meta::Title;

#[cfg(feature = "ssr")]
use crate::caller::Caller;
use crate::{
    access::is_refused,
    error::ApiError,
    frame::FrameState,
    locale::{Start, texts},
    ui::{ProblemPage, once_loaded},
    wire::from_server,
};

/// All numbers of the start page.
#[server(endpoint = "uebersicht", input = Json, output = Postcard)]
pub async fn fetch_overview() -> Result<Overview, ApiError> {
    let caller = Caller::current()?;
    caller.respond(caller.ports.overviews.overview(&caller.who).await)
}

/// A number, and the list that it counts where there is one.
struct Figure {
    label: fn(&Start) -> &'static str,
    count: fn(&Overview) -> u32,
    path: Option<&'static str>,
}

/// What waits for somebody; shown where it is above 0.
const TO_DO: &[Figure] = &[
    Figure {
        label: |words| words.waiting_proposals,
        count: |overview| overview.waiting_proposals,
        path: Some("/mkm/vorschlaege"),
    },
    Figure {
        label: |words| words.open_invitations,
        count: |overview| overview.open_invitations,
        path: Some("/mkm/einladungen"),
    },
    Figure {
        label: |words| words.domains_to_act_on,
        count: |overview| overview.domains_to_act_on,
        path: Some("/domains?f_zustand=handeln"),
    },
    Figure {
        label: |words| words.unassigned_domains,
        count: |overview| overview.unassigned_domains,
        path: Some("/domains?f_zuordnung=ohne"),
    },
];

/// What there is.
const STOCK: &[Figure] = &[
    Figure {
        label: |words| words.customers,
        count: |overview| overview.customers,
        path: Some("/mkm/kunden"),
    },
    Figure {
        label: |words| words.domains,
        count: |overview| overview.domains,
        path: Some("/domains"),
    },
    Figure {
        label: |words| words.products,
        count: |overview| overview.products,
        path: Some("/produkte"),
    },
];

#[component]
pub fn StartPage() -> impl IntoView {
    let overview = from_server(|| (), |()| fetch_overview());
    view! {
        <Title text=texts().start().title />
        {once_loaded(
            overview,
            move || {
                let figures = move || {
                    overview
                        .get()
                        .map(|found| match found {
                            Ok(overview) => Either::Left(view! { <Figures overview /> }),
                            Err(problem) => {
                                Either::Right(
                                    view! { <ProblemPage problem on_retry=move |()| overview.refetch() /> },
                                )
                            }
                        })
                };
                figures.into_any()
            },
        )}
    }
}

#[component]
fn Figures(overview: Overview) -> impl IntoView {
    let words = texts().start();
    let who = FrameState::current().signed_in.map(|who| who.name);
    let waiting: Vec<_> = TO_DO
        .iter()
        .filter(|figure| (figure.count)(&overview) > 0)
        .collect();
    let body = if overview.is_empty() {
        Either::Left(view! { <FirstSteps /> })
    } else {
        let to_do = if waiting.is_empty() {
            Either::Left(view! { <p class="good-news">{words.all_done}</p> })
        } else {
            Either::Right(figures(&overview, waiting))
        };
        Either::Right(view! {
            <section>
                <h2>{words.to_do}</h2>
                {to_do}
            </section>
            <section>
                <h2>{words.stock}</h2>
                {figures(&overview, STOCK.iter().collect())}
            </section>
        })
    };
    view! {
        <header class="page-head">
            <div>
                <h1>{words.title}</h1>
                <p class="subtitle">{who.map(|name| (words.greeting)(&name))}</p>
            </div>
        </header>
        <div class="start">{body}</div>
    }
}

fn figures(overview: &Overview, figures: Vec<&'static Figure>) -> impl IntoView + use<> {
    let texts = texts();
    let figures = figures
        .into_iter()
        .map(|figure| {
            let inside = view! {
                <strong>{(texts.general.count)((figure.count)(overview))}</strong>
                " "
                <span>{(figure.label)(texts.start())}</span>
            };
            let number = match figure.path {
                Some(path) => Either::Left(view! { <a href=path>{inside}</a> }),
                None => Either::Right(view! { <p>{inside}</p> }),
            };
            view! { <li>{number}</li> }
        })
        .collect_view();
    view! { <ul class="figures">{figures}</ul> }
}

/// Nothing is there yet: the way to the first customers.
#[component]
fn FirstSteps() -> impl IntoView {
    let words = texts().start();
    let steps = [
        ("/stammdaten", words.first_own, words.first_own_text),
        (
            "/mkm/kunden/neu",
            words.first_customer,
            words.first_customer_text,
        ),
        ("/kontakt", words.first_import, words.first_import_text),
    ];
    let role = FrameState::current().signed_in.map(|who| who.role);
    let steps = steps
        .into_iter()
        .filter(|(path, ..)| role.is_some_and(|role| !is_refused(path, role)))
        .map(|(path, title, text)| {
            view! {
                <li>
                    <a href=path>{title}</a>
                    <p>{text}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="tab prose">
            <h2>{words.first_title}</h2>
            <p>{words.first_intro}</p>
            <ol>{steps}</ol>
        </section>
    }
}
