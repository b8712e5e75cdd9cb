use domain::password::{PasswordError, check_length};

#[test]
fn fewer_than_15_characters_are_too_few() {
    assert_eq!(check_length("", false), Err(PasswordError::TooShort));
    assert_eq!(
        check_length(&"a".repeat(14), false),
        Err(PasswordError::TooShort)
    );
    assert_eq!(check_length(&"a".repeat(15), false), Ok(()));
}

#[test]
fn more_than_128_characters_are_too_many() {
    assert_eq!(check_length(&"a".repeat(128), false), Ok(()));
    assert_eq!(
        check_length(&"a".repeat(129), false),
        Err(PasswordError::TooLong)
    );
}

#[test]
fn characters_count_and_not_bytes() {
    assert_eq!(
        check_length(&"🔑".repeat(14), false),
        Err(PasswordError::TooShort)
    );
    assert_eq!(check_length(&"🔑".repeat(128), false), Ok(()));
}

#[test]
fn spaces_count_wherever_they_stand() {
    assert_eq!(check_length("   vier Worte   ", false), Ok(()));
}

#[test]
fn with_a_second_factor_eight_characters_are_enough() {
    assert_eq!(check_length(&"a".repeat(8), true), Ok(()));
    assert_eq!(
        check_length(&"a".repeat(7), true),
        Err(PasswordError::TooShortWithFactor)
    );
    assert_eq!(check_length(&"a".repeat(128), true), Ok(()));
    assert_eq!(
        check_length(&"a".repeat(129), true),
        Err(PasswordError::TooLong)
    );
}
