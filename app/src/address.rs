//! What the page's address says.

use chrono::NaiveDate;
#[cfg(feature = "ssr")]
use chrono::Utc;
use domain::german_time::german_day;
use leptos::prelude::*;
use leptos_router::{hooks::use_location, location::Url};

/// The address' query, as it stands there, without `?`.
pub(crate) fn query_string() -> Memo<String> {
    let search = use_location().search;
    Memo::new(move |_| search.with(|search| search.trim_start_matches('?').to_owned()))
}

/// A parameter of the query, when the page is opened. Leptos' own map decodes every value twice, so
/// that an address within an address would fall apart.
pub(crate) fn parameter(name: &str) -> Option<String> {
    let search = use_location().search.get_untracked();
    value(search.trim_start_matches('?'), name)
}

/// The same as it stands in the address, for a link that hands it on.
pub(crate) fn raw_parameter(name: &str) -> Option<String> {
    let search = use_location().search.get_untracked();
    raw(search.trim_start_matches('?'), name).map(str::to_owned)
}

fn value(query: &str, name: &str) -> Option<String> {
    raw(query, name).map(|value| Url::unescape(&value.replace('+', " ")))
}

fn raw<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (key == name).then_some(value)
    })
}

/// The German day on which the page is made: by the server's clock, then by the browser's.
pub(crate) fn today() -> NaiveDate {
    #[cfg(feature = "ssr")]
    let now = Utc::now();
    #[cfg(not(feature = "ssr"))]
    let now = {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "milliseconds since 1970 are a whole number"
        )]
        let millis = web_sys::js_sys::Date::now() as i64;
        chrono::DateTime::from_timestamp_millis(millis).unwrap_or_default()
    };
    german_day(now)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_decoded_once() {
        let query = "a=1&zurueck=%2Fmkm%2Fkunden%3Fq%3DM%25C3%25BCller%26seite%3D2&b=x+y";
        assert_eq!(
            value(query, "zurueck").as_deref(),
            Some("/mkm/kunden?q=M%C3%BCller&seite=2")
        );
        assert_eq!(value(query, "b").as_deref(), Some("x y"));
        assert_eq!(value(query, "c"), None);
        assert_eq!(
            raw(query, "zurueck"),
            Some("%2Fmkm%2Fkunden%3Fq%3DM%25C3%25BCller%26seite%3D2")
        );
    }
}
