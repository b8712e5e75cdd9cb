//! Entries as a table.

use domain::{
    audit_log::{Change, LogActor, LogEntry, LogQuery, Moment, Person},
    country::Country,
};
use leptos::{either::Either, prelude::*};

use crate::{
    frame::provider_name,
    locale::{Texts, texts},
    ui::{Cell, RecordTable},
};

/// More changes than this are folded.
const UNFOLDED: usize = 3;

/// The newest first. `with_subject`: what each is about, where it is not always the same.
pub(super) fn table(
    entries: Vec<LogEntry>,
    caption: &'static str,
    none: &'static str,
    with_subject: bool,
) -> impl IntoView {
    let words = texts().log();
    let mut columns = vec![
        words.time,
        words.who,
        words.what,
        words.subject,
        words.changes,
    ];
    if !with_subject {
        columns.retain(|column| *column != words.subject);
    }
    let rows = entries
        .into_iter()
        .map(|entry| row(entry, with_subject))
        .collect();
    view! { <RecordTable caption columns rows none /> }
}

fn row(entry: LogEntry, with_subject: bool) -> Vec<Cell> {
    let texts = texts();
    let mut cells = vec![
        Cell::Text(moment(texts, entry.moment)),
        Cell::View(who(texts, &entry.actor).into_any()),
        Cell::Text(kind(texts, &entry.kind)),
    ];
    if with_subject {
        cells.push(Cell::View(subject(&entry).into_any()));
    }
    cells.push(Cell::View(changes(texts, entry.changes).into_any()));
    cells
}

fn moment(texts: &Texts, moment: Moment) -> String {
    let day = (texts.general.day)(moment.day);
    format!("{day}, {:02}:{:02}", moment.hour, moment.minute)
}

/// Leads to everything that this person did.
fn who(texts: &Texts, actor: &LogActor) -> impl IntoView + use<> {
    let (person, name) = match actor {
        LogActor::Operator => (Person::Operator, (texts.log().operator)(&provider_name())),
        LogActor::Account { id, name, .. } if name.is_empty() => {
            (Person::Account(*id), texts.log().nobody.to_owned())
        }
        LogActor::Account { id, name, .. } => (Person::Account(*id), name.clone()),
    };
    let query = LogQuery {
        person,
        ..LogQuery::default()
    };
    view! { <a href=super::log_page::address(&query)>{name}</a> }
}

/// An unknown kind is shown as it is stored, a little more readable.
pub(super) fn kind(texts: &Texts, kind: &str) -> String {
    (texts.log().kind_name)(kind).map_or_else(|| kind.replace(['.', '_'], " "), str::to_owned)
}

fn subject(entry: &LogEntry) -> impl IntoView + use<> {
    let text = if entry.subject.is_empty() {
        texts().general.none.to_owned()
    } else {
        entry.subject.clone()
    };
    match entry.customer {
        Some(customer) => {
            Either::Left(view! { <a href=format!("/mkm/kunden/{customer}")>{text}</a> })
        }
        None => Either::Right(text),
    }
}

fn changes(texts: &'static Texts, changes: Vec<Change>) -> impl IntoView {
    let count = changes.len();
    let list = changes
        .into_iter()
        .map(|change| change_view(texts, &change))
        .collect_view();
    let list = view! { <ul class="changes">{list}</ul> };
    if count > UNFOLDED {
        Either::Left(view! {
            <details>
                <summary>{(texts.log().fields)(count)}</summary>
                {list}
            </details>
        })
    } else {
        Either::Right(list)
    }
}

fn change_view(texts: &Texts, change: &Change) -> impl IntoView + use<> {
    let field = (texts.log().field_name)(&change.field)
        .map_or_else(|| change.field.replace('_', " "), str::to_owned);
    let (before, after) = (
        shown(texts, &change.field, &change.before),
        shown(texts, &change.field, &change.after),
    );
    let values = match (change.before.is_empty(), change.after.is_empty()) {
        // Nothing stood there before: no arrow from nothing.
        (true, _) => Either::Left(view! { <ins>{after}</ins> }),
        (false, _) => Either::Right(view! {
            <del>{before}</del>
            " → "
            <ins>{after}</ins>
        }),
    };
    view! { <li><b>{field}</b>": "{values}</li> }
}

fn shown(texts: &Texts, field: &str, value: &str) -> String {
    if value.is_empty() {
        return texts.log().was_empty.to_owned();
    }
    if let Some(word) = (texts.log().value)(field, value) {
        return word.to_owned();
    }
    match (field, value.parse::<Country>()) {
        ("country", Ok(country)) => texts.country(country).to_owned(),
        _ => domain::audit_log::day_in(value)
            .map_or_else(|| value.to_owned(), |day| (texts.general.day)(day)),
    }
}
