//! Counting what a server asks the database: sqlx reports each statement on the thread that runs it.

use std::{
    collections::HashMap,
    sync::{Mutex, Once, PoisonError},
};

use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt},
    util::SubscriberInitExt,
};

static SEEN: Mutex<Option<HashMap<String, Vec<String>>>> = Mutex::new(None);

/// Counts from now on.
pub fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| tracing_subscriber::registry().with(Watcher).init());
}

/// The statements of the threads of this name since the last call.
pub fn take(threads: &str) -> Vec<String> {
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    seen.get_or_insert_default()
        .remove(threads)
        .unwrap_or_default()
}

struct Watcher;

impl<S: Subscriber> Layer<S> for Watcher {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() != "sqlx::query" {
            return;
        }
        let thread = std::thread::current().name().unwrap_or_default().to_owned();
        let mut statement = Statement(String::new());
        event.record(&mut statement);
        let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
        seen.get_or_insert_default()
            .entry(thread)
            .or_default()
            .push(statement.0);
    }
}

struct Statement(String);

impl Visit for Statement {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "summary" {
            value.clone_into(&mut self.0);
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}
