use domain::values::{ValueError, Website};
use proptest::prelude::*;
use unicode_normalization::is_nfc;

use crate::arbitrary;

#[test]
fn an_address_without_scheme_gets_one() {
    for (typed, stored) in [
        ("example.de", "https://example.de"),
        ("www.Example.de/", "https://www.Example.de/"),
        (
            "müller.de/über-uns?x=1#y",
            "https://müller.de/über-uns?x=1#y",
        ),
        ("example.de:8080", "https://example.de:8080"),
        ("example.de?q=a:b", "https://example.de?q=a:b"),
        (
            "example.de/?to=http://x.de",
            "https://example.de/?to=http://x.de",
        ),
        ("παράδειγμα.ελ", "https://παράδειγμα.ελ"),
    ] {
        assert_eq!(Website::parse(typed).unwrap().as_str(), stored);
    }
}

#[test]
fn the_scheme_may_be_http_or_https_in_any_case() {
    for (typed, stored) in [
        ("http://example.de", "http://example.de"),
        ("HTTPS://example.de", "https://example.de"),
        ("HttP://example.de/A", "http://example.de/A"),
    ] {
        assert_eq!(Website::parse(typed).unwrap().as_str(), stored);
    }
}

#[test]
fn what_is_no_web_address_is_refused() {
    for text in [
        "example",
        "localhost:3000",
        "javascript:alert(1)",
        "javascript://example.de/%0aalert(1)",
        "ftp://example.de",
        "mailto:max@example.de",
        "data:text/html,x",
        "http:example.de",
        "http:/example.de",
        "http://",
        "://example.de",
        "//example.de",
        "https://max@example.de",
        "https://max:geheim@example.de",
        "exa mple.de",
        "example.de/a b",
        "example.de/\u{a0}x",
        ".de",
        "example.",
        "example..de",
        "-example.de",
        "example-.de",
        "exam_ple.de",
        "example.de:",
        "example.de:0",
        "example.de:65536",
        "example.de:+80",
        "example.de:8x",
        "example.de:80:80",
        "[::1]",
        "3.14",
        "example.de\\x",
        "example.de/<script>",
        "example.de/\"onclick",
        "https://https://example.de",
    ] {
        assert_eq!(Website::parse(text), Err(ValueError::NotAWebsite), "{text}");
    }
}

#[test]
fn labels_and_hosts_have_their_lengths() {
    let label = "a".repeat(63);
    assert!(Website::parse(&format!("{label}.de")).is_ok());
    assert!(Website::parse(&format!("{label}a.de")).is_err());
    assert!(Website::parse(&format!("{}de", "a.".repeat(125))).is_ok());
    assert!(Website::parse(&format!("{}de", "a.".repeat(126))).is_err());
}

#[test]
fn the_scheme_counts_towards_the_limit() {
    let path = |length: usize| format!("a.de/{}", "x".repeat(length - 5));
    assert!(Website::parse(&path(2_040)).is_ok());
    for length in [2_041, 2_048, 2_049] {
        assert_eq!(
            Website::parse(&path(length)),
            Err(ValueError::TooLong { max: 2_048 })
        );
    }
}

proptest! {
    #[test]
    fn an_accepted_address_has_its_scheme_no_space_and_stays(
        scheme in "((http|HTTPS|ftp)://)?",
        host in "[a-zäÄA-Z0-9.@:-]{0,9}",
        rest in arbitrary::text(8),
    ) {
        if let Ok(address) = Website::parse(&format!("{scheme}{host}{rest}")) {
            let text = address.as_str();
            prop_assert!(text.starts_with("https://") || text.starts_with("http://"));
            prop_assert!(is_nfc(text));
            prop_assert!(!text.contains(char::is_whitespace));
            prop_assert_eq!(Website::parse(text), Ok(address.clone()));
        }
    }
}
