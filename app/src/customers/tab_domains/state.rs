//! "Domainzustand": four flags, each icon plus text, and what needs doing.

use chrono::{DateTime, Utc};
use domain::customer::{DomainState, RenewalMode, TransferLock, Verification, Zone};
use leptos::prelude::*;

use crate::{
    locale::texts,
    ui::{Icon, Shape},
};

/// How a flag looks.
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
pub(super) fn DomainStateList(state: DomainState) -> impl IntoView {
    let words = &texts().detail;
    let (verification, zone) = (
        verification(state.verification.value),
        zone(state.zone.value),
    );
    let (lock, renewal) = (
        transfer_lock(state.transfer_lock.value),
        renewal(state.renewal.value),
    );
    view! {
        {needs_doing(&state).into_iter().map(|text| view! { <p class="to-do">{text}</p> }).collect_view()}
        <ul class="flags">
            {flag(words.verification, verification, state.verification.at)}
            {flag(words.zone, zone, state.zone.at)}
            {flag(words.transfer_lock, lock, state.transfer_lock.at)}
            {flag(words.renewal, renewal, state.renewal.at)}
        </ul>
    }
}

fn flag(
    label: &'static str,
    (mood, text): (Mood, String),
    at: Option<DateTime<Utc>>,
) -> impl IntoView {
    let texts = texts();
    let read = at.map(|at| (texts.detail.as_of)(&(texts.general.day)(at.date_naive())));
    view! {
        <li class:good=mood == Mood::Good class:bad=mood == Mood::Bad title=read>
            <Icon shape=mood.shape() />
            <span>{label} ": " {text}</span>
        </li>
    }
}

/// One sentence for each flag that somebody has to act on.
fn needs_doing(state: &DomainState) -> Vec<String> {
    let texts = texts();
    let words = &texts.detail;
    let verification = match state.verification.value {
        Verification::Pending { until } => {
            let until = until.map(texts.general.day);
            Some((words.verify_now)(until.as_deref()))
        }
        Verification::Failed => Some(words.verification_failed.to_owned()),
        Verification::Ok | Verification::Unknown => None,
    };
    let zone = (state.zone.value == Zone::Missing).then(|| words.zone_missing.to_owned());
    let renewal = matches!(
        state.renewal.value,
        RenewalMode::AutoDelete | RenewalMode::AutoExpire
    )
    .then(|| words.will_end.to_owned());
    [verification, zone, renewal]
        .into_iter()
        .flatten()
        .collect()
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
