//! Products were changed in this window.

use leptos::prelude::*;

/// Counts the changes: a page that shows products and tracks the count shows what is stored then.
#[derive(Clone, Copy)]
pub struct ProductChanges(RwSignal<u32>);

impl Default for ProductChanges {
    fn default() -> Self {
        Self(RwSignal::new(0))
    }
}

impl ProductChanges {
    pub fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// How many there were; tracked.
    pub fn count(self) -> u32 {
        self.0.get()
    }

    /// Something was stored.
    pub(crate) fn note(self) {
        self.0.update(|count| *count = count.wrapping_add(1));
    }
}
