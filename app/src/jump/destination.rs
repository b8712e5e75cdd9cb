//! Where the jump box leads.

use domain::{search::Hit, unicode::lower_case};

/// The hit that must be meant, if there is one: the one that is called exactly so. `found_by`: the text
/// that the hits were found by; of hits for the typed text itself, the only one is meant as well.
pub(super) fn certain<'a>(typed: &str, found_by: &str, hits: &'a [Hit]) -> Option<&'a Hit> {
    let name = lower_case(typed.trim().trim_start_matches('#'));
    let exact = hits.iter().find(|hit| lower_case(&hit.title) == name);
    exact.or(match hits {
        [only] if typed == found_by => Some(only),
        _ => None,
    })
}

/// The customer list, filtered by the text.
pub(super) fn list_address(typed: &str) -> String {
    format!("/mkm/kunden?q={}", encoded(typed))
}

pub(super) fn search_address(typed: &str) -> String {
    format!("/suche?q={}", encoded(typed))
}

fn encoded(typed: &str) -> String {
    leptos_router::location::Url::escape(typed.trim())
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use domain::{search::HitKind, values::CustomerId};

    use super::*;

    fn hit(title: &str) -> Hit {
        Hit {
            kind: HitKind::Customer,
            id: CustomerId::new().uuid(),
            customer: None,
            title: title.to_owned(),
            detail: String::new(),
        }
    }

    #[test]
    fn who_types_on_and_presses_enter_before_the_answer_is_led_to_the_exact_one() {
        let hits = [hit("1234560"), hit("123456")];
        for found_by in ["12345", "123456"] {
            assert_eq!(certain("#123456 ", found_by, &hits), Some(&hits[1]));
        }
    }

    #[test]
    fn the_only_one_is_meant_where_it_was_found_by_what_is_typed() {
        let hits = [hit("123456")];
        assert_eq!(certain("gross", "gross", &hits), Some(&hits[0]));
        assert_eq!(certain("grossmann", "gross", &hits), None);
        assert_eq!(certain("gross", "gross", &[]), None);
    }
}
