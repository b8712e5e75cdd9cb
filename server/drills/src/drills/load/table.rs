//! How long each action took.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::{report::Report, statistics::percentile};

/// Filled by everybody.
#[derive(Debug, Default)]
pub struct Table(Mutex<Columns>);

#[derive(Debug, Default)]
struct Columns {
    times: BTreeMap<&'static str, Vec<Duration>>,
    errors: BTreeMap<String, usize>,
}

impl Table {
    fn columns(&self) -> MutexGuard<'_, Columns> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn took(&self, action: &'static str, time: Duration) {
        self.columns().times.entry(action).or_default().push(time);
    }

    pub fn failed(&self, action: &'static str, why: &str) {
        let mut columns = self.columns();
        let times = columns
            .errors
            .entry(format!("{action}: {why}"))
            .or_default();
        *times += 1;
    }

    /// The table, and that there was no error.
    pub fn say(&self, report: &mut Report, name: &str, lasted: Duration) {
        let mut columns = self.columns();
        let count: usize = columns.times.values().map(Vec::len).sum();
        let rate = count as f64 / lasted.as_secs_f64();
        report.say(format!("{name}: {count} actions, {rate:.1} a second"));
        report.say("action       count     p50 ms     p99 ms     max ms");
        for (action, times) in &mut columns.times {
            let count = times.len();
            let [middle, late, last] =
                [50, 99, 100].map(|part| milliseconds(percentile(times, part)));
            report.say(format!(
                "{action:<10}{count:>8}{middle:>11.1}{late:>11.1}{last:>11.1}"
            ));
        }
        let errors: usize = columns.errors.values().sum();
        let text = format!("{name}: {errors} errors {:?}", columns.errors);
        report.promise(errors == 0 && count > 0, text);
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
