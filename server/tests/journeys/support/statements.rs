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

static SEEN: Mutex<Option<HashMap<String, Vec<Statement>>>> = Mutex::new(None);

/// What was asked.
#[derive(Default)]
struct Statement {
    /// Its first words.
    summary: String,
    /// All of it, where it has more.
    text: String,
}

/// Counts from now on.
pub fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| tracing_subscriber::registry().with(Watcher).init());
}

/// The first words of the statements of the threads of this name since the last call.
pub fn take(threads: &str) -> Vec<String> {
    let seen = taken(threads).into_iter();
    seen.map(|statement| statement.summary).collect()
}

/// The same, whole.
pub fn take_whole(threads: &str) -> Vec<String> {
    let whole = |statement: Statement| match statement.text.trim() {
        "" => statement.summary,
        text => text.to_owned(),
    };
    taken(threads).into_iter().map(whole).collect()
}

fn taken(threads: &str) -> Vec<Statement> {
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
        let mut statement = Statement::default();
        event.record(&mut statement);
        let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
        seen.get_or_insert_default()
            .entry(thread)
            .or_default()
            .push(statement);
    }
}

impl Visit for Statement {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "summary" => value.clone_into(&mut self.summary),
            "db.statement" => value.clone_into(&mut self.text),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}
