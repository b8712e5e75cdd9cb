use domain::values::{Line, ValueError};

fn check(text: &str) -> Result<(), ValueError> {
    Line::<100>::parse(text).map(|_| ())
}

#[test]
fn characters_that_break_or_turn_text_are_refused() {
    for c in [
        '\0', '\u{1}', '\n', '\r', '\t', '\u{1b}', '\u{7f}', '\u{85}', '\u{9f}', '\u{2028}',
        '\u{2029}', '\u{200e}', '\u{200f}', '\u{61c}', '\u{202a}', '\u{202b}', '\u{202c}',
        '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
    ] {
        let text = format!("Hu{c}ber");
        assert_eq!(check(&text), Err(ValueError::ForbiddenCharacter), "{c:?}");
    }
}

#[test]
fn characters_that_nobody_sees_are_refused() {
    for c in [
        '\u{ad}',
        '\u{34f}',
        '\u{115f}',
        '\u{180e}',
        '\u{200b}',
        '\u{2060}',
        '\u{206f}',
        '\u{3164}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{e0001}',
        '\u{e007f}',
    ] {
        let text = format!("Hu{c}ber");
        assert_eq!(check(&text), Err(ValueError::ForbiddenCharacter), "{c:?}");
    }
}

#[test]
fn characters_without_a_meaning_are_refused() {
    for c in [
        '\u{e000}',
        '\u{f8ff}',
        '\u{f0000}',
        '\u{10fffd}',
        '\u{fdd0}',
        '\u{fdef}',
        '\u{fffd}',
        '\u{fffe}',
        '\u{ffff}',
        '\u{1fffe}',
        '\u{2ffff}',
        '\u{10ffff}',
    ] {
        let text = format!("Hu{c}ber");
        assert_eq!(check(&text), Err(ValueError::ForbiddenCharacter), "{c:?}");
    }
}

#[test]
fn joiners_and_emoji_are_letters_company_and_stay() {
    for text in [
        "نامه\u{200c}ای",
        "क्\u{200d}ष",
        "👩\u{200d}🌾 Hof",
        "☎\u{fe0f}",
        "葛\u{e0100}",
    ] {
        assert_eq!(Line::<100>::parse(text).unwrap().as_str(), text);
    }
}

#[test]
fn names_of_all_scripts_are_taken() {
    for text in [
        "Müller-Lüdenscheidt",
        "O’Brien",
        "Łukasz Żółć",
        "Ελένη",
        "Иванов",
        "王小明",
        "علي",
    ] {
        assert_eq!(check(text), Ok(()), "{text}");
    }
}

#[test]
fn a_text_that_shows_nothing_is_no_text() {
    for text in [
        "",
        " ",
        "\u{a0}\t\n",
        "\u{200d}",
        " \u{200c}\u{200d} ",
        "\u{fe0f}",
    ] {
        assert_eq!(check(text), Err(ValueError::Required), "{text:?}");
    }
}

#[test]
fn markup_is_only_text() {
    let text = "<script>alert('x')</script>";
    assert_eq!(Line::<100>::parse(text).unwrap().as_str(), text);
}
