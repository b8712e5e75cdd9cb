//! Where to go after a form: only ever to this program.

/// The path, if it leads nowhere else: one slash at the start, not followed by another or by a
/// backslash (browsers read `/\` as `//`), and no control characters (browsers drop tab and newline).
pub(crate) fn checked(path: &str) -> Option<&str> {
    let rest = path.strip_prefix('/')?;
    let local = !rest.starts_with(['/', '\\']);
    let plain = path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    (local && plain && path.len() <= 2_048).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_path_is_taken() {
        for path in [
            "/",
            "/mkm/kunden",
            "/mkm/kunden?q=a%20b&seite=2",
            "/k/1%2F2",
        ] {
            assert_eq!(checked(path), Some(path));
        }
    }

    #[test]
    fn nothing_that_leads_elsewhere_is_taken() {
        for path in [
            "",
            "mkm",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/a\r\nSet-Cookie: x=1",
            "/ä",
            " /a",
            "/a b",
        ] {
            assert_eq!(checked(path), None, "{path:?}");
        }
    }
}
