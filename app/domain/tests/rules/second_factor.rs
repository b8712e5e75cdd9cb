use domain::second_factor::{code, grouped, passkey_name, recovery_code};

#[test]
fn a_code_is_six_digits_however_they_are_grouped() {
    for typed in ["123456", " 123 456 ", "12\u{a0}34\u{a0}56"] {
        assert_eq!(code(typed).as_deref(), Some("123456"), "{typed:?}");
    }
    for typed in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "-12345"] {
        assert_eq!(code(typed), None, "{typed:?}");
    }
}

#[test]
fn a_recovery_code_is_read_with_or_without_hyphens_and_in_any_case() {
    let plain = "abcdefghijkl2345";
    for typed in [plain, "abcd-efgh-ijkl-2345", " ABCD EFGH IJKL 2345"] {
        assert_eq!(recovery_code(typed).as_deref(), Some(plain), "{typed:?}");
    }
    for typed in [
        "",
        "abcd-efgh-ijkl-234",
        "abcd-efgh-ijkl-2341",
        "äbcdefghijkl2345",
        "123456",
    ] {
        assert_eq!(recovery_code(typed), None, "{typed:?}");
    }
}

#[test]
fn what_is_grouped_is_read_as_the_same() {
    assert_eq!(grouped("abcdefghijkl2345", '-'), "abcd-efgh-ijkl-2345");
    assert_eq!(grouped("ABCDE", ' '), "ABCD E");
    assert_eq!(grouped("", '-'), "");
}

#[test]
fn a_passkeys_name_has_1_to_50_characters_that_can_be_seen() {
    let longest = "ö".repeat(50);
    for typed in ["Telefon", "  Telefon\u{a0}", &longest] {
        assert_eq!(passkey_name(typed).as_deref(), Some(typed.trim()));
    }
    for typed in ["", " ", "a\nb", "a\0", &"ö".repeat(51)] {
        assert_eq!(passkey_name(typed), None, "{typed:?}");
    }
}
