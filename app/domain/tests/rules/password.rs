use domain::password::{PasswordError, check_length};

#[test]
fn fewer_than_15_characters_are_too_few() {
    assert_eq!(check_length(""), Err(PasswordError::TooShort));
    assert_eq!(check_length(&"a".repeat(14)), Err(PasswordError::TooShort));
    assert_eq!(check_length(&"a".repeat(15)), Ok(()));
}

#[test]
fn more_than_128_characters_are_too_many() {
    assert_eq!(check_length(&"a".repeat(128)), Ok(()));
    assert_eq!(check_length(&"a".repeat(129)), Err(PasswordError::TooLong));
}

#[test]
fn characters_count_and_not_bytes() {
    assert_eq!(check_length(&"🔑".repeat(14)), Err(PasswordError::TooShort));
    assert_eq!(check_length(&"🔑".repeat(128)), Ok(()));
}

#[test]
fn spaces_count_wherever_they_stand() {
    assert_eq!(check_length("   vier Worte   "), Ok(()));
}
