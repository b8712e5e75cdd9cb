//! What a domain's state asks for.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use domain::{
    domain_form::{DomainForm, PlausibleDomainNames},
    domain_record::Flags,
    domain_state::{Advice, DomainState, RenewalMode, TransferLock, Verification, Zone, advise},
    ports::{Reading, Registrar, TypedIn},
    values::DomainName,
};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

fn state(
    verification: Verification,
    zone: Zone,
    transfer_lock: TransferLock,
    renewal: RenewalMode,
) -> DomainState {
    let flags = Flags {
        verification,
        zone,
        transfer_lock,
        renewal,
    };
    TypedIn {
        flags,
        at: at(0),
        all: false,
    }
    .beside(None)
}

fn pending(until: Option<NaiveDate>) -> Verification {
    Verification::Pending { until }
}

#[test]
fn the_most_urgent_thing_is_said() {
    use RenewalMode::{AutoDelete, AutoExpire, AutoRenew};
    use TransferLock::{Off, On};
    let unknown = (
        Verification::Unknown,
        Zone::Unknown,
        TransferLock::Unknown,
        RenewalMode::Unknown,
    );
    let table = [
        ((Verification::Ok, Zone::Ok, On, AutoRenew), Advice::Well),
        (unknown, Advice::Unknown),
        (
            (Verification::Ok, Zone::Unknown, On, AutoRenew),
            Advice::PartlyUnknown,
        ),
        (
            (Verification::Ok, Zone::Ok, Off, AutoRenew),
            Advice::Unlocked,
        ),
        (
            (Verification::Ok, Zone::Ok, Off, AutoDelete),
            Advice::WillEnd,
        ),
        (
            (Verification::Ok, Zone::Ok, On, AutoExpire),
            Advice::WillEnd,
        ),
        (
            (Verification::Unknown, Zone::Missing, Off, AutoDelete),
            Advice::ZoneMissing,
        ),
        (
            (Verification::Failed, Zone::Missing, Off, AutoDelete),
            Advice::VerificationFailed,
        ),
        (
            (pending(None), Zone::Missing, On, AutoDelete),
            Advice::Verify { until: None },
        ),
        (
            (pending(Some(day(26))), Zone::Missing, On, AutoRenew),
            Advice::Verify {
                until: Some(day(26)),
            },
        ),
    ];
    for ((verification, zone, lock, renewal), advice) in table {
        let state = state(verification, zone, lock, renewal);
        assert_eq!(advise(&state, day(25)), advice, "{state:?}");
    }
}

#[test]
fn on_the_day_of_the_deadline_it_is_not_over_yet() {
    let until = day(25);
    let state = state(
        pending(Some(until)),
        Zone::Ok,
        TransferLock::On,
        RenewalMode::AutoRenew,
    );
    let told = |today| advise(&state, today);
    assert_eq!(told(day(24)), Advice::Verify { until: Some(until) });
    assert_eq!(told(day(25)), Advice::Verify { until: Some(until) });
    assert_eq!(told(day(26)), Advice::VerificationOverdue { since: until });
}

#[test]
fn unknown_asks_for_nothing() {
    for advice in [
        Advice::Well,
        Advice::Unlocked,
        Advice::PartlyUnknown,
        Advice::Unknown,
    ] {
        assert!(!advice.needs_action(), "{advice:?}");
    }
    for advice in [
        Advice::Verify { until: None },
        Advice::VerificationOverdue { since: day(1) },
        Advice::VerificationFailed,
        Advice::ZoneMissing,
        Advice::WillEnd,
    ] {
        assert!(advice.needs_action(), "{advice:?}");
    }
}

#[test]
fn what_is_typed_is_dated_when_it_changes_and_only_then() {
    let flags = Flags {
        verification: Verification::Ok,
        zone: Zone::Missing,
        ..Flags::default()
    };
    let first = TypedIn {
        flags,
        at: at(100),
        all: false,
    }
    .beside(None);
    assert_eq!(first.verification.at, Some(at(100)));
    assert_eq!(first.zone.at, Some(at(100)));
    assert_eq!(first.transfer_lock.at, None, "nobody reads \"unknown\"");

    let flags = Flags {
        verification: Verification::Unknown,
        transfer_lock: TransferLock::On,
        ..flags
    };
    let second = TypedIn {
        flags,
        at: at(200),
        all: false,
    }
    .beside(Some(&first));
    assert_eq!(second.verification.at, None, "taken back");
    assert_eq!(second.zone.at, Some(at(100)), "as before");
    assert_eq!(second.transfer_lock.at, Some(at(200)));
}

#[test]
fn a_day_that_is_named_dates_everything_that_is_known() {
    let new = |as_of: &str| {
        let form = DomainForm {
            domain: "a.de".to_owned(),
            contract: "D-1".to_owned(),
            registrar: "INWX".to_owned(),
            zone: "ok".to_owned(),
            transfer_lock: "on".to_owned(),
            as_of: as_of.to_owned(),
            ..DomainForm::default()
        };
        form.validate(&PlausibleDomainNames).unwrap()
    };
    let now = Utc.with_ymd_and_hms(2026, 5, 24, 20, 0, 0).unwrap();
    let first = TypedIn::of(&new("01.05.2026"), now).beside(None);
    let noon = Utc.with_ymd_and_hms(2026, 5, 1, 12, 0, 0).unwrap();
    assert_eq!((first.zone.at, first.verification.at), (Some(noon), None));
    let unnamed = TypedIn::of(&new(""), now).beside(Some(&first));
    assert_eq!(unnamed, first, "nothing changed");
    let confirmed = TypedIn::of(&new("2026-05-24"), now).beside(Some(&first));
    let noon = Utc.with_ymd_and_hms(2026, 5, 24, 12, 0, 0).unwrap();
    assert_eq!(confirmed.zone.at, Some(noon));
    assert_eq!(confirmed.transfer_lock.at, Some(noon));
    let later = TypedIn::of(&new("2027-01-01"), now).beside(Some(&first));
    assert_eq!(later.zone.at, Some(now), "nothing is read later than now");
}

#[test]
fn a_registrar_that_is_typed_in_keeps_the_raw_status() {
    let typed = TypedIn {
        flags: Flags::default(),
        at: at(300),
        all: false,
    };
    let stored = Reading {
        state: typed.beside(None),
        status: "TRANSFER IN PROGRESS".to_owned(),
    };
    let name = DomainName::from_ascii("a.de").unwrap();
    let read = now(typed.reading(&name, Some(&stored)));
    assert_eq!(
        read.as_ref().map(|reading| reading.status.as_str()),
        Ok("TRANSFER IN PROGRESS")
    );
    let fresh = now(typed.reading(&name, None)).unwrap();
    assert_eq!(fresh.status, "");
}

/// What a future that never waits comes to.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("it waits"),
    }
}
