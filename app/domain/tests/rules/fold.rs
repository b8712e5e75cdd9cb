use domain::keys::{SortKeys, fold, fold_for_search};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::arbitrary;

#[test]
fn umlauts_sort_as_their_vowels_and_sharp_s_as_two() {
    for (text, folded) in [
        ("Müller", "muller"),
        ("MÜLLER", "muller"),
        ("Mu\u{308}ller", "muller"),
        ("Ärzte", "arzte"),
        ("Österreich", "osterreich"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
    ] {
        assert_eq!(fold(text), folded);
    }
}

#[test]
fn accents_and_strokes_go() {
    for (text, folded) in [
        ("Renée Françoise", "renee francoise"),
        ("Łódź", "lodz"),
        ("Đorđević", "dordevic"),
        ("Søren Ǿ", "soren o"),
        ("Æther Œuvre", "aether oeuvre"),
        ("Þór Ð", "thor d"),
        ("İstanbul Irmak ılık", "istanbul irmak ilik"),
        ("Ħamrun Ŋ Ŧ", "hamrun n t"),
        ("Nguyễn", "nguyen"),
        ("Ångström", "angstrom"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("Σίσυφος", "σισυφοσ"),
        ("Йод", "иод"),
        ("ĳssel", "ijssel"),
    ] {
        assert_eq!(fold(text), folded);
    }
}

#[test]
fn what_is_typed_differently_by_chance_is_the_same() {
    for (text, folded) in [
        ("O’Brien O`Brien O´Brien", "o'brien o'brien o'brien"),
        ("K‑9 K–9 K−9", "k-9 k-9 k-9"),
        ("  von\u{a0} der \t Heide\n", "von der heide"),
        ("\u{202d}123\u{202c}", "123"),
        ("Fuß\u{ad}ball", "fussball"),
        ("\u{200b}a\u{0}b\u{feff}", "ab"),
    ] {
        assert_eq!(fold(text), folded);
    }
}

#[test]
fn words_sort_in_german_order() {
    let mut words = [
        "Zander",
        "Österreich",
        "Ofen",
        "Ähre",
        "Maß",
        "Masse",
        "Apfel",
        "Mast",
        "öl",
    ];
    words.sort_by_key(|word| (fold(word), word.to_string()));
    assert_eq!(
        words,
        [
            "Ähre",
            "Apfel",
            "Maß",
            "Masse",
            "Mast",
            "Ofen",
            "öl",
            "Österreich",
            "Zander"
        ]
    );
}

#[test]
fn all_spellings_of_a_name_find_each_other() {
    for spellings in [
        &[
            "Müller",
            "Mueller",
            "Muller",
            "MÜLLER",
            "MUELLER",
            "mu\u{308}ller",
        ][..],
        &["Strasse", "Straße", "STRASSE", "STRAẞE"],
        &["Goethe", "Göthe", "Gothe"],
        &["Baehr", "Bähr", "Bahr", "Bæhr"],
        &["Israël", "Israel"],
    ] {
        let folded: Vec<String> = spellings.iter().map(|s| fold_for_search(s)).collect();
        assert!(folded.iter().all(|f| *f == folded[0]), "{folded:?}");
    }
}

#[test]
fn different_names_stay_different() {
    for (one, other) in [("Mayer", "Meyer"), ("Huber", "Haber"), ("Maier", "Mair")] {
        assert_ne!(fold_for_search(one), fold_for_search(other));
    }
}

#[test]
fn the_search_key_holds_the_four_columns_in_their_order() {
    let keys = SortKeys::of("K-0010", "Müller", "Jörg\nUwe", "");
    assert_eq!(keys.number, "k-0210");
    assert_eq!(keys.last_name, "muller");
    assert_eq!(keys.first_name, "jorg uwe");
    assert_eq!(keys.company, "");
    assert_eq!(keys.search, "k-0010\nmuller\njorg uwe\n");
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in arbitrary::text(12)) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        let searched = fold_for_search(&text);
        prop_assert_eq!(fold_for_search(&searched), searched.clone());
        prop_assert_eq!(fold_for_search(&once), searched);
    }

    #[test]
    fn the_form_in_which_a_text_comes_does_not_matter(text in arbitrary::text(12)) {
        let (composed, decomposed) = (text.nfc().collect::<String>(), text.nfd().collect::<String>());
        prop_assert_eq!(fold(&composed), fold(&text));
        prop_assert_eq!(fold(&decomposed), fold(&text));
    }

    #[test]
    fn case_does_not_matter(text in "[a-zA-ZäöüÄÖÜßéÉñÑøØłŁ 0-9-]{0,12}") {
        prop_assert_eq!(fold(&text.to_lowercase()), fold(&text));
        prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
    }

    #[test]
    fn for_german_texts_folding_is_replacing_letters(text in "[a-zA-ZäöüÄÖÜß0-9.,-]{0,12}") {
        let replaced = text
            .to_lowercase()
            .replace('ä', "a")
            .replace('ö', "o")
            .replace('ü', "u")
            .replace('ß', "ss");
        prop_assert_eq!(fold(&text), replaced);
    }

    #[test]
    fn folded_texts_are_of_one_line_without_controls(text in arbitrary::text(12)) {
        for folded in [fold(&text), fold_for_search(&text)] {
            prop_assert!(!folded.contains(char::is_control));
            prop_assert_eq!(folded.trim(), &folded);
            prop_assert!(!folded.contains("  "));
        }
    }

    #[test]
    fn a_search_key_always_comes_apart_into_its_four_columns(
        columns in [arbitrary::text(6), arbitrary::text(6), arbitrary::text(6), arbitrary::text(6)],
    ) {
        let [number, last_name, first_name, company] = &columns;
        let keys = SortKeys::of(number, last_name, first_name, company);
        let parts: Vec<&str> = keys.search.split('\n').collect();
        prop_assert_eq!(parts, columns.each_ref().map(|c| fold_for_search(c)));
    }
}
