//! What came of the last action, said once, in one place.

use leptos::{html, prelude::*};

#[cfg(not(feature = "ssr"))]
use crate::hydration::is_taking_over;
use crate::{locale::texts, ui::written};

/// The sentence in the status region.
#[derive(Clone, Copy)]
pub struct Notices {
    sentence: RwSignal<String>,
    /// The next page shows the sentence too: it was said by an action that leads there.
    keep: StoredValue<bool>,
}

impl Default for Notices {
    fn default() -> Self {
        Self {
            sentence: RwSignal::default(),
            keep: StoredValue::new(false),
        }
    }
}

impl Notices {
    pub fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// Says it on this page.
    pub fn say(self, sentence: String) {
        self.keep.set_value(false);
        self.sentence.set(sentence);
    }

    /// Says it on the page that the action leads to.
    pub fn say_on_next_page(self, sentence: String) {
        self.keep.set_value(true);
        self.sentence.set(sentence);
    }

    /// Another page was opened.
    pub(super) fn page_changed(self) {
        if self.keep.get_value() {
            self.keep.set_value(false);
        } else {
            self.sentence.set(String::new());
        }
    }
}

/// The `role="status"` region. After a form that the browser sent itself, the address says what
/// happened.
#[component]
pub(super) fn StatusRegion() -> impl IntoView {
    let notices = Notices::current();
    notices.sentence.set(first_sentence());
    let content = move || {
        let sentence = notices.sentence.read();
        maud::html! { @if !sentence.is_empty() { p { (*sentence) } } }
    };
    let region = NodeRef::<html::Div>::new();
    let first = written(content, move || Some(region.get()?.into()));
    view! {
        <div
            role="status"
            class="status"
            aria-label=texts().frame.status
            node_ref=region
            inner_html=first
        ></div>
    }
}

#[cfg(feature = "ssr")]
fn first_sentence() -> String {
    super::said::sentence_of_address()
}

/// What the server has written there: all that it can say need not be known here.
#[cfg(not(feature = "ssr"))]
fn first_sentence() -> String {
    if !is_taking_over() {
        return String::new();
    }
    let region = document().query_selector(".status").ok().flatten();
    let said = region.and_then(|region| region.text_content());
    said.unwrap_or_default()
}
