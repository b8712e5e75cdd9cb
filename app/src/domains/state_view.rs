//! "Domainzustand": one sentence that says what must be done, and below it four flags, each icon plus
//! text with the day it was read.

use chrono::{DateTime, Utc};
use domain::{
    domain_state::{Advice, DomainState, RenewalMode, TransferLock, Verification, Zone},
    german_time::german_day,
};
use leptos::prelude::*;

use crate::{
    locale::texts,
    ui::{Icon, Shape},
};

/// How a flag looks. What is not known looks like a question, never like something switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    Good,
    Bad,
    Unknown,
}

impl Mood {
    fn shape(self) -> Shape {
        match self {
            Self::Good => Shape::Check,
            Self::Bad => Shape::Warning,
            Self::Unknown => Shape::Question,
        }
    }
}

#[component]
pub(crate) fn DomainStateView(state: DomainState, advice: Advice) -> impl IntoView {
    view! {
        <p class="advice" class:to-do=advice.needs_action()>{(texts().domains().advice)(advice)}</p>
        <DomainFlags state />
    }
}

/// The four flags alone.
#[component]
pub(crate) fn DomainFlags(state: DomainState) -> impl IntoView {
    let words = &texts().detail;
    view! {
        <ul class="flags">
            {flag(words.verification, verification(state.verification.value), state.verification.at)}
            {flag(words.zone, zone(state.zone.value), state.zone.at)}
            {flag(words.transfer_lock, transfer_lock(state.transfer_lock.value), state.transfer_lock.at)}
            {flag(words.renewal, renewal(state.renewal.value), state.renewal.at)}
        </ul>
    }
}

fn flag(
    label: &'static str,
    (mood, text): (Mood, String),
    at: Option<DateTime<Utc>>,
) -> impl IntoView {
    let texts = texts();
    let read = match at {
        Some(at) => (texts.detail.as_of)(&(texts.general.day)(german_day(at))),
        None => texts.domains().never_read.to_owned(),
    };
    view! {
        <li class:good=mood == Mood::Good class:bad=mood == Mood::Bad class:open=mood == Mood::Unknown>
            <Icon shape=mood.shape() />
            <span>{label} ": " {text} " " <small>{read}</small></span>
        </li>
    }
}

fn verification(value: Verification) -> (Mood, String) {
    let texts = texts();
    let words = &texts.detail;
    match value {
        Verification::Ok => (Mood::Good, words.ok.to_owned()),
        Verification::Pending { until } => {
            let until = until.map(texts.general.day);
            (Mood::Bad, (words.pending)(until.as_deref()))
        }
        Verification::Failed => (Mood::Bad, words.failed.to_owned()),
        Verification::Unknown => (Mood::Unknown, words.unknown.to_owned()),
    }
}

fn zone(value: Zone) -> (Mood, String) {
    let words = &texts().detail;
    match value {
        Zone::Ok => (Mood::Good, words.ok.to_owned()),
        Zone::Missing => (Mood::Bad, words.missing.to_owned()),
        Zone::Unknown => (Mood::Unknown, words.unknown.to_owned()),
    }
}

fn transfer_lock(value: TransferLock) -> (Mood, String) {
    let words = &texts().detail;
    match value {
        TransferLock::On => (Mood::Good, words.on.to_owned()),
        TransferLock::Off => (Mood::Bad, words.off.to_owned()),
        TransferLock::Unknown => (Mood::Unknown, words.unknown.to_owned()),
    }
}

/// The mode as the registrar writes it: resellers know these words.
fn renewal(value: RenewalMode) -> (Mood, String) {
    match value {
        RenewalMode::AutoRenew => (Mood::Good, "AUTORENEW".to_owned()),
        RenewalMode::AutoDelete => (Mood::Bad, "AUTODELETE".to_owned()),
        RenewalMode::AutoExpire => (Mood::Bad, "AUTOEXPIRE".to_owned()),
        RenewalMode::Unknown => (Mood::Unknown, texts().detail.unknown.to_owned()),
    }
}
