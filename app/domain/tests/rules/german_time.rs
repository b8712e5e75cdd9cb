use chrono::{DateTime, Utc};
use domain::german_time::german_day;

fn day(moment: &str) -> String {
    german_day(moment.parse::<DateTime<Utc>>().unwrap()).to_string()
}

#[test]
fn the_german_day_begins_one_hour_before_that_of_greenwich_in_winter() {
    assert_eq!(day("2026-11-26T22:59:59Z"), "2026-11-26");
    assert_eq!(day("2026-11-26T23:00:00Z"), "2026-11-27");
    assert_eq!(day("2025-12-31T23:00:00Z"), "2026-01-01");
}

#[test]
fn the_german_day_begins_two_hours_before_that_of_greenwich_in_summer() {
    assert_eq!(day("2026-07-01T21:59:59Z"), "2026-07-01");
    assert_eq!(day("2026-07-01T22:00:00Z"), "2026-07-02");
}

#[test]
fn clocks_change_on_the_last_sundays_of_march_and_october() {
    assert_eq!(day("2026-03-28T22:30:00Z"), "2026-03-28");
    assert_eq!(day("2026-03-29T22:30:00Z"), "2026-03-30");
    assert_eq!(day("2026-10-24T22:30:00Z"), "2026-10-25");
    assert_eq!(day("2026-10-25T22:30:00Z"), "2026-10-25");
    // The last Sunday is the month's last day.
    assert_eq!(day("2024-03-30T22:30:00Z"), "2024-03-30");
    assert_eq!(day("2024-03-31T22:30:00Z"), "2024-04-01");
}

#[test]
fn the_last_moment_that_can_be_named_has_a_day() {
    german_day(DateTime::<Utc>::MAX_UTC);
    german_day(DateTime::<Utc>::MIN_UTC);
}
