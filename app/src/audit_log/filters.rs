//! What narrows the log: a GET form that works without WebAssembly.

use domain::audit_log::{KINDS, LogPerson, LogQuery, Person, written_day};
use leptos::{ev, prelude::*};
use web_sys::FormData;

use super::{
    entry_view::kind,
    log_page::{PATH, address},
};
use crate::{frame::provider_name, locale::texts, navigation::navigator, ui::form_values::form_of};

#[component]
pub(super) fn Filters(query: LogQuery, people: Vec<LogPerson>) -> impl IntoView {
    let texts = texts();
    let words = texts.log();
    let navigate = navigator();
    let submit = move |event: ev::SubmitEvent| {
        let Some(data) = form_of(&event).and_then(|form| FormData::new_with_form(&form).ok())
        else {
            return;
        };
        event.prevent_default();
        let text = |name: &str| data.get(name).as_string().unwrap_or_default();
        let typed = ["person", "kunde", "art", "von", "bis"].map(|name| {
            format!(
                "{name}={}",
                leptos_router::location::Url::escape(&text(name))
            )
        });
        navigate(
            &address(&LogQuery::from_query_string(&typed.join("&"))),
            Default::default(),
        );
    };
    let day = |day: Option<chrono::NaiveDate>| day.map(written_day).unwrap_or_default();
    view! {
        <form
            class="filters-row"
            method="get"
            action=PATH
            role="search"
            aria-label=words.filter
            on:submit=submit
        >
            <label>
                <span>{words.person}</span>
                <select name="person">{people_options(query.person, people)}</select>
            </label>
            <label>
                <span>{words.customer}</span>
                <input name="kunde" value=query.customer.clone() placeholder=words.customer_hint autocomplete="off" />
            </label>
            <label>
                <span>{words.kind}</span>
                <select name="art">{kind_options(query.kind.clone())}</select>
            </label>
            <label>
                <span>{words.from}</span>
                <input type="date" name="von" value=day(query.from) />
            </label>
            <label>
                <span>{words.to}</span>
                <input type="date" name="bis" value=day(query.to) />
            </label>
            <div class="buttons">
                <button class="primary">{words.apply}</button>
                {(!query.is_unfiltered()).then(|| view! { <a class="button" href=PATH>{texts.list.clear_filters}</a> })}
            </div>
        </form>
    }
}

fn people_options(chosen: Person, people: Vec<LogPerson>) -> impl IntoView {
    let words = texts().log();
    let mut options = vec![(Person::Anybody, words.anybody.to_owned())];
    options.extend(
        people
            .into_iter()
            .map(|person| (Person::Account(person.id), person.name)),
    );
    options.push((Person::Portal, words.portal.to_owned()));
    options.push((Person::Operator, (words.operator)(&provider_name())));
    // Somebody in the portal, by a link from an entry.
    if !options.iter().any(|(person, _)| *person == chosen) {
        options.push((chosen, chosen.word()));
    }
    options
        .into_iter()
        .map(|(person, name)| {
            view! {
                <option value=person.word() selected=person == chosen>{name}</option>
            }
        })
        .collect_view()
}

fn kind_options(chosen: String) -> impl IntoView {
    let texts = texts();
    let words = texts.log();
    let groups = KINDS
        .iter()
        .map(|group| {
            let name = (words.group_name)(group.name).unwrap_or(group.name);
            let kinds = group
                .kinds
                .iter()
                .map(|one| {
                    view! { <option value=*one selected=chosen == *one>{kind(texts, one)}</option> }
                })
                .collect_view();
            view! {
                <optgroup label=name>
                    <option value=group.name selected=chosen == group.name>{(words.all_of)(name)}</option>
                    {kinds}
                </optgroup>
            }
        })
        .collect_view();
    view! {
        <option value="" selected=chosen.is_empty()>{words.any_kind}</option>
        {groups}
    }
}
