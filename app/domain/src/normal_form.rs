//! Unicode's normal forms. The server brings the tables; the browser has them already, so they are
//! not downloaded a second time.

pub(crate) use platform::{decompose, nfc};

#[cfg(not(target_family = "wasm"))]
mod platform {
    use unicode_normalization::{UnicodeNormalization, char::decompose_canonical};

    /// Letters with their accents as one character each (NFC).
    pub(crate) fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    /// Hands on a character as its letter and its accents (NFD), in the order of the character.
    pub(crate) fn decompose(c: char, each: impl FnMut(char)) {
        decompose_canonical(c, each);
    }
}

#[cfg(target_family = "wasm")]
mod platform {
    use js_sys::JsString;

    pub(crate) fn nfc(text: &str) -> String {
        normalized(text, "NFC")
    }

    pub(crate) fn decompose(c: char, each: impl FnMut(char)) {
        normalized(c.encode_utf8(&mut [0; 4]), "NFD")
            .chars()
            .for_each(each);
    }

    fn normalized(text: &str, form: &str) -> String {
        JsString::from(text).normalize(form).into()
    }
}
