//! Unicode's normal forms and lower case. The server brings the tables; the browser has them already, so they are
//! not downloaded a second time.

pub(crate) use platform::{decompose, is_accent, nfc};

/// In lower case, as Unicode has it by default: a capital sigma at the end of a word becomes a final one.
pub fn lower_case(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        platform::lower_case(text)
    }
}

/// A character in lower case, which may be several.
pub(crate) fn lower_case_of(c: char) -> String {
    match c {
        // German and its neighbours, for which nobody has to be asked.
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(c) + 0x20).into_iter().collect(),
        'ß'..='ÿ' => c.into(),
        _ => lower_case(c.encode_utf8(&mut [0; 4])),
    }
}

#[cfg(not(target_family = "wasm"))]
mod platform {
    use unicode_normalization::{
        UnicodeNormalization,
        char::{canonical_combining_class, decompose_canonical},
    };

    /// Letters with their accents as one character each (NFC).
    pub(crate) fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    pub(super) fn lower_case(text: &str) -> String {
        text.to_lowercase()
    }

    /// Hands on a character as its letter and its accents (NFD), in the order of the character.
    pub(crate) fn decompose(c: char, each: impl FnMut(char)) {
        decompose_canonical(c, each);
    }

    /// A mark on the letter before it (its canonical combining class is not 0).
    pub(crate) fn is_accent(c: char) -> bool {
        canonical_combining_class(c) != 0
    }
}

#[cfg(target_family = "wasm")]
mod platform {
    use js_sys::JsString;

    pub(crate) fn nfc(text: &str) -> String {
        normalized(text, "NFC")
    }

    pub(super) fn lower_case(text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    pub(crate) fn decompose(c: char, each: impl FnMut(char)) {
        normalized(c.encode_utf8(&mut [0; 4]), "NFD")
            .chars()
            .for_each(each);
    }

    /// Browsers do not tell the class, but order marks by it: all of them go before the mark of the
    /// highest class there is, and a letter stays behind.
    pub(crate) fn is_accent(c: char) -> bool {
        const HIGHEST: char = '\u{345}';
        let latin = '\u{300}'..='\u{36f}';
        latin.contains(&c)
            || (c > '\u{36f}' && normalized(&format!("{HIGHEST}{c}"), "NFD").starts_with(c))
    }

    fn normalized(text: &str, form: &str) -> String {
        JsString::from(text).normalize(form).into()
    }
}

#[cfg(test)]
mod tests {
    use super::lower_case_of;

    #[test]
    fn letters_that_are_known_here_are_as_unicode_has_them() {
        for c in '\0'..=char::MAX {
            assert_eq!(lower_case_of(c), c.to_lowercase().to_string(), "{c:?}");
        }
    }
}
