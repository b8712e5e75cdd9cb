//! Two that must agree: the rule of the program, and PostgreSQL's time zones.

use chrono::{DateTime, NaiveDate, Utc};
use domain::german_time::german_day;
use sqlx::{
    ConnectOptions,
    postgres::{PgConnectOptions, PgPoolOptions},
};

#[sqlx::test(migrations = false)]
async fn the_german_day_is_that_of_postgresql(_: PgPoolOptions, options: PgConnectOptions) {
    let mut connection = options.connect().await.unwrap();
    // The hours around the end of the day in Germany, every day of forty years.
    let days: Vec<(DateTime<Utc>, NaiveDate)> = sqlx::query_as(
        "select moment, (moment at time zone 'Europe/Berlin')::date
         from generate_series(timestamptz '1996-01-01 00:00Z', '2037-12-31 23:30Z', interval '30 minutes') as moment
         where extract(hour from moment at time zone 'UTC') >= 21",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    assert!(days.len() > 90_000);
    for (moment, day) in days {
        assert_eq!(german_day(moment), day, "{moment}");
    }
}
