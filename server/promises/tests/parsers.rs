//! The promises, held against the examples and against what random changes make of them.
//!
//! `MKM_CASES=1000000 cargo test --release -p promises` runs a million inputs of each.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::{fs, path::Path};

use promises::PROMISES;
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
    test_runner::{Config, TestRunner},
};

/// Pieces that parsers stumble over.
const PIECES: &[&str] = &[
    "\0",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\u{a0}",
    "\"",
    "\"\"",
    "'",
    ";",
    ",",
    "=",
    "&",
    "&&",
    "%",
    "%0",
    "%00",
    "%ff",
    "%C3%BC",
    "+",
    "@",
    "@@",
    ".",
    "..",
    "/",
    "//",
    "\\",
    ":",
    "://",
    "http://",
    "#",
    "?",
    "<",
    "xn--",
    "-",
    "--",
    "ü",
    "u\u{308}",
    "ß",
    "İ",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "\u{fffd}",
    "\u{e000}",
    "。",
    "字",
    "🏳️‍🌈",
    "0",
    "9",
    "99999999999999999999",
    "-1",
    "a",
    "de",
    "__Host-mkm=",
    "q=",
    "sort=",
    "last_name=",
    "+49",
    "(0)",
];

/// One change of a text: where, how much is taken away, and what is put there.
fn edit() -> impl Strategy<Value = (Index, usize, Vec<u8>)> {
    let piece = prop_oneof![
        4 => select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..4),
        1 => (select(PIECES), 1..300_usize).prop_map(|(piece, times)| piece.repeat(times).into_bytes()),
    ];
    (any::<Index>(), 0..4_usize, piece)
}

/// An example with some changes, or something else altogether.
fn input(examples: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let changed = (select(examples), vec(edit(), 0..8)).prop_map(|(mut bytes, edits)| {
        for (place, gone, piece) in edits {
            let start = place.index(bytes.len() + 1);
            let end = (start + gone).min(bytes.len());
            bytes.splice(start..end, piece);
        }
        bytes
    });
    let pieces = vec(select(PIECES), 0..30).prop_map(|pieces| pieces.concat().into_bytes());
    prop_oneof![6 => changed, 2 => pieces, 1 => vec(any::<u8>(), 0..200)]
}

fn examples(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fuzz/seeds")
        .join(name);
    let files = fs::read_dir(&folder).unwrap();
    files
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect()
}

fn cases() -> u32 {
    let wanted = std::env::var("MKM_CASES").ok();
    wanted.map_or(1_000, |cases| cases.parse().unwrap())
}

/// Runs one promise.
fn hold(name: &str) {
    let promise = PROMISES
        .iter()
        .find(|promise| promise.name == name)
        .unwrap();
    let examples = examples(name);
    assert!(examples.len() >= 3, "examples of {name}");
    for example in &examples {
        (promise.hold)(example);
    }
    let config = Config {
        cases: cases(),
        failure_persistence: None,
        ..Config::default()
    };
    let run = TestRunner::new(config).run(&input(examples), |bytes| {
        (promise.hold)(&bytes);
        Ok(())
    });
    if let Err(broken) = run {
        panic!("{name}: {broken}");
    }
}

#[test]
fn any_form_is_read_and_what_is_taken_is_within_its_limits() {
    hold("form");
}

#[test]
fn any_query_of_a_list_is_read_and_written_alike() {
    hold("list_query");
}

#[test]
fn any_file_is_read_or_refused_with_a_sentence() {
    hold("csv");
}

#[test]
fn any_email_address_that_is_taken_is_one_address() {
    hold("email");
}

#[test]
fn any_telephone_number_that_is_taken_is_e164() {
    hold("phone");
}

#[test]
fn any_web_address_that_is_taken_leads_where_it_says() {
    hold("url");
}

#[test]
fn any_name_of_a_domain_that_is_taken_is_shown_as_the_same_name() {
    hold("domain");
}

#[test]
fn any_cookie_is_read() {
    hold("session_cookie");
}

#[test]
fn every_promise_has_a_fuzz_target() {
    let targets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/fuzz_targets");
    let mut found: Vec<String> = fs::read_dir(targets)
        .unwrap()
        .map(|file| {
            file.unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    found.sort_unstable();
    let mut promised: Vec<_> = PROMISES.iter().map(|promise| promise.name).collect();
    promised.sort_unstable();
    assert_eq!(found, promised);
}
