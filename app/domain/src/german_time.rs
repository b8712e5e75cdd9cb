//! German time, the same on the server and in every browser, wherever it stands.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};

/// The day that it is in Germany at this moment. Summer time is as the European Union has had it
/// since 1996 (directive 2000/84/EC): from 01:00 UTC on the last Sunday of March to 01:00 UTC on the
/// last Sunday of October.
pub fn german_day(moment: DateTime<Utc>) -> NaiveDate {
    let utc = moment.naive_utc();
    let clocks_change = |month| last_sunday(utc.year(), month);
    let is_summer = clocks_change(3).is_some_and(|begin| utc >= begin)
        && clocks_change(10).is_some_and(|end| utc < end);
    let ahead = TimeDelta::hours(if is_summer { 2 } else { 1 });
    utc.checked_add_signed(ahead).unwrap_or(utc).date()
}

/// 01:00 on the last Sunday of a month of 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDateTime> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    let after_sunday = Days::new(u64::from(last.weekday().num_days_from_sunday()));
    last.checked_sub_days(after_sunday)?.and_hms_opt(1, 0, 0)
}
