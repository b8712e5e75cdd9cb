//! How long a sign-in must wait after failures. Nobody is locked out for good: that would let
//! anybody lock out anybody.

use std::{
    net::{IpAddr, Ipv6Addr},
    time::Duration,
};

use crate::throttle::Attempt;

/// So many failures an address may have at once …
const ADDRESS_BURST: f64 = 10.0;

/// … and so many more each second: three a minute.
const ADDRESS_PER_SECOND: f64 = 3.0 / 60.0;

/// Seconds to wait after the first, second, third and every further failure of a name.
const NAME_DELAYS: [u64; 4] = [1, 3, 5, 10];

/// The same for codes of a second factor. A code is one of a million and three are right at a time, so the
/// last delay leaves about a hundred attempts a day: one in three thousand, for somebody who has the
/// password.
const CODE_DELAYS: [u64; 7] = [1, 3, 5, 10, 60, 300, 900];

/// So many different names failing from one address …
pub(crate) const NAMES_THAT_BLOCK: i64 = 15;

/// … within so many hours block the address …
pub(crate) const NAMES_WITHIN_HOURS: i32 = 3;

/// … for so many hours.
pub(crate) const BLOCKED_HOURS: i32 = 24;

/// What is known when somebody wants to sign in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    /// How many seconds ago the address failed, or began an attempt that is still running; the last
    /// hour, in any order.
    pub(crate) address_ages: Vec<f64>,
    /// The address is blocked for so many seconds more; 0 or less where it is not.
    pub(crate) blocked_for: f64,
    /// Failures of the name since it last signed in, over one day.
    pub(crate) name_failures: u32,
    /// Attempts of the name whose password is being checked right now.
    pub(crate) name_running: u32,
    /// Seconds since the last of these failures or running attempts.
    pub(crate) name_age: f64,
}

/// Decides whether a password may be checked now; otherwise the longest of the waits.
pub(crate) fn decide(facts: &Facts) -> Attempt {
    decide_with(facts, &NAME_DELAYS)
}

/// Decides whether the code of a second factor may be checked now.
pub(crate) fn decide_code(facts: &Facts) -> Attempt {
    decide_with(facts, &CODE_DELAYS)
}

fn decide_with(facts: &Facts, delays: &[u64]) -> Attempt {
    let wait = facts
        .blocked_for
        .max(address_wait(&facts.address_ages))
        .max(name_wait(facts, delays));
    if wait > 0.0 {
        Attempt::Wait(Duration::from_secs_f64(wait))
    } else {
        Attempt::Allowed
    }
}

/// A bucket of tokens: each failure takes one, and they come back slowly.
fn address_wait(ages: &[f64]) -> f64 {
    let mut ages = ages.to_vec();
    ages.sort_by(|one, other| other.total_cmp(one));
    let mut tokens = ADDRESS_BURST;
    let mut now = ages.first().copied().unwrap_or(0.0);
    for age in ages {
        tokens = (tokens + (now - age) * ADDRESS_PER_SECOND).min(ADDRESS_BURST) - 1.0;
        now = age;
    }
    tokens = (tokens + now * ADDRESS_PER_SECOND).min(ADDRESS_BURST);
    (1.0 - tokens) / ADDRESS_PER_SECOND
}

/// One running attempt is let pass, for a form that was sent twice; more count as failures, so that
/// many at once do not slip through.
fn name_wait(facts: &Facts, delays: &[u64]) -> f64 {
    let failures = facts.name_failures + facts.name_running.saturating_sub(1);
    let Some(index) = failures.checked_sub(1) else {
        return 0.0;
    };
    let last = delays.len().saturating_sub(1);
    let index = usize::try_from(index).unwrap_or(last).min(last);
    let delay = delays.get(index).copied().unwrap_or_default();
    Duration::from_secs(delay).as_secs_f64() - facts.name_age
}

/// What counts as one address: whoever has an IPv6 address has the 2^64 beside it.
pub(crate) fn address_key(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test stops at the first surprise"
    )]

    use super::*;

    fn wait(facts: &Facts) -> f64 {
        match decide(facts) {
            Attempt::Allowed => 0.0,
            Attempt::Wait(wait) => wait.as_secs_f64(),
        }
    }

    fn name_failed(failures: u32) -> Facts {
        Facts {
            name_failures: failures,
            ..Facts::default()
        }
    }

    #[test]
    fn the_first_attempt_is_allowed() {
        assert_eq!(decide(&Facts::default()), Attempt::Allowed);
    }

    #[test]
    fn a_name_waits_1_3_5_and_then_always_10_seconds() {
        let waits: Vec<f64> = (1..=6).map(|n| wait(&name_failed(n))).collect();
        assert_eq!(waits, [1.0, 3.0, 5.0, 10.0, 10.0, 10.0]);
    }

    #[test]
    fn a_code_waits_longer_the_more_of_them_were_wrong_and_never_for_good() {
        let waits: Vec<f64> = (0..=9)
            .map(|failures| match decide_code(&name_failed(failures)) {
                Attempt::Allowed => 0.0,
                Attempt::Wait(wait) => wait.as_secs_f64(),
            })
            .collect();
        assert_eq!(
            waits,
            [0.0, 1.0, 3.0, 5.0, 10.0, 60.0, 300.0, 900.0, 900.0, 900.0]
        );
    }

    #[test]
    fn a_name_is_free_again_when_the_delay_has_passed() {
        let facts = Facts {
            name_age: 10.0,
            ..name_failed(1_000)
        };
        assert_eq!(decide(&facts), Attempt::Allowed);
    }

    #[test]
    fn a_form_sent_twice_is_let_pass_and_a_third_one_waits() {
        let running = |count| Facts {
            name_running: count,
            ..Facts::default()
        };
        assert_eq!(wait(&running(1)), 0.0);
        assert_eq!(wait(&running(2)), 1.0);
    }

    #[test]
    fn an_address_fails_ten_times_and_then_waits_20_seconds() {
        let failed = |times| Facts {
            address_ages: vec![0.0; times],
            ..Facts::default()
        };
        assert_eq!(wait(&failed(9)), 0.0);
        assert!((wait(&failed(10)) - 20.0).abs() < 1e-6);
    }

    #[test]
    fn an_address_gets_three_attempts_a_minute_back() {
        let mut facts = Facts {
            address_ages: vec![60.0; 10],
            ..Facts::default()
        };
        for _ in 0..3 {
            assert_eq!(wait(&facts), 0.0);
            facts.address_ages.push(0.0);
        }
        assert!(wait(&facts) > 0.0);
    }

    #[test]
    fn a_blocked_address_waits_to_the_end_of_the_block() {
        let facts = Facts {
            blocked_for: 86_400.0,
            ..Facts::default()
        };
        assert_eq!(wait(&facts), 86_400.0);
    }

    #[test]
    fn neighbours_in_ipv6_count_as_one_address_and_mapped_ipv4_as_itself() {
        let key = |text: &str| address_key(text.parse().unwrap());
        assert_eq!(key("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
        assert_eq!(key("2001:db8:1:2::9"), "2001:db8:1:2::/64");
        assert_eq!(key("::ffff:192.0.2.7"), "192.0.2.7");
    }
}
