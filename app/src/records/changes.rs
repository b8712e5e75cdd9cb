//! Records were changed in this window.

use std::marker::PhantomData;

use leptos::prelude::*;

use super::{Place, Record};
use crate::frame::Notices;

/// Counts the changes of one kind of records: a page that shows them and tracks the count shows
/// what is stored then.
pub struct Changes<R> {
    count: RwSignal<u32>,
    of: PhantomData<fn() -> R>,
}

impl<R> Clone for Changes<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Changes<R> {}

impl<R> Default for Changes<R> {
    fn default() -> Self {
        Self {
            count: RwSignal::new(0),
            of: PhantomData,
        }
    }
}

impl<R: 'static> Changes<R> {
    pub fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// How many there were; tracked.
    pub fn count(self) -> u32 {
        self.count.get()
    }

    /// Something was stored.
    pub(crate) fn note(self) {
        self.count.update(|count| *count = count.wrapping_add(1));
    }
}

/// Says what was done, and leads back to where it shows.
pub(crate) fn after_change<R: Record>(place: Place<R>) -> impl Fn(String) + Clone + 'static {
    let leave = place.leave();
    let (notices, changes) = (Notices::current(), Changes::<R>::current());
    move |said| {
        notices.say(said);
        changes.note();
        leave();
    }
}
