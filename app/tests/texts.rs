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

/// What stands between single quotes and looks like a kind of audit entry.
fn kinds_in(sql: &str) -> impl Iterator<Item = &str> {
    sql.split('\'').filter(|text| {
        text.split_once('.').is_some_and(|(object, event)| {
            let is_word = |word: &str| {
                !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            };
            is_word(object) && is_word(event) && object != "app"
        })
    })
}

#[test]
fn every_kind_of_audit_entry_that_sql_writes_has_words_and_can_be_filtered() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = sources(&root.join("server/db/src"));
    for entry in fs::read_dir(root.join("migrations")).unwrap() {
        files.push(entry.unwrap().path());
    }
    let known: Vec<_> = domain::audit_log::KINDS
        .iter()
        .flat_map(|group| group.kinds)
        .copied()
        .collect();
    let mut seen = 0;
    for path in files {
        for kind in kinds_in(&fs::read_to_string(&path).unwrap()) {
            seen += 1;
            assert!(
                known.contains(&kind),
                "{kind} of {} is no known kind",
                path.display()
            );
        }
    }
    assert!(seen > 5, "the kinds were not found");
    for language in app::locale::Language::ALL {
        let words = language.texts().log();
        for group in domain::audit_log::KINDS {
            assert!((words.group_name)(group.name).is_some(), "{}", group.name);
            for kind in group.kinds {
                assert!(
                    (words.kind_name)(kind).is_some(),
                    "{kind} in {}",
                    language.code()
                );
            }
        }
    }
}
