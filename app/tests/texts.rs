//! What people read stands in `app/locales`, in every language.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    fs,
    path::{Path, PathBuf},
};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// Text literals of a line that read like words for people: with a space between words, or with a
/// letter that only German has. Comments and tests do not count.
fn words_for_people(line: &str) -> Option<&str> {
    let line = line.trim();
    if line.starts_with("//") {
        return None;
    }
    line.split('"').skip(1).step_by(2).find(|literal| {
        let german = literal.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü', 'ß', '„']);
        let sentence = literal.ends_with('.') && literal.contains(' ') && !literal.contains('{');
        german || sentence
    })
}

#[test]
fn no_component_holds_words_of_its_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for path in sources(&root) {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        found.extend(
            code.lines()
                .filter_map(words_for_people)
                .map(|words| format!("{}: {words}", path.display())),
        );
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn words_in_a_component_would_be_found() {
    assert!(words_for_people(r#"<p>"Kunden löschen"</p>"#).is_some());
    assert!(words_for_people(r#"let sentence = "Nothing was found.";"#).is_some());
    assert!(words_for_people(r#"class="page-head""#).is_none());
}

#[test]
fn no_text_is_empty_or_the_same_in_both_languages_by_mistake() {
    let both = ["de.rs", "en.rs"].map(|file| {
        fs::read_to_string(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("locales")
                .join(file),
        )
        .unwrap()
    });
    for text in &both {
        assert!(!text.contains(": \"\","), "an empty text");
    }
    let german_letters = ['ä', 'ö', 'ü', 'ß', '„'];
    // What MKM is called in every language.
    let name = "Mein Kunden Menü";
    let left_over: Vec<_> = both[1]
        .lines()
        .filter(|line| line.replace(name, "").contains(german_letters))
        .collect();
    assert_eq!(left_over, Vec::<&str>::new());
}
