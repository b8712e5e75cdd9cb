//! Where to go after a form: only ever to this program.

use url::form_urlencoded;

/// The path, if it leads nowhere else: one slash at the start, not followed by another or by a
/// backslash (browsers read `/\` as `//`), and no control characters (browsers drop tab and newline).
pub(crate) fn checked(path: &str) -> Option<&str> {
    let rest = path.strip_prefix('/')?;
    let local = !rest.starts_with(['/', '\\']);
    let plain = path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    (local && plain && path.len() <= 2_048).then_some(path)
}

/// The address of a page that leads to `back` afterwards.
pub(crate) fn leading_back(page: &str, back: &str) -> String {
    if back == "/" {
        return page.to_owned();
    }
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("zurueck", back)
        .finish();
    format!("{page}?{query}")
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
    fn a_page_knows_where_it_leads_back_to() {
        assert_eq!(leading_back("/anmelden", "/"), "/anmelden");
        assert_eq!(
            leading_back("/anmelden", "/k/1?a=b&c"),
            "/anmelden?zurueck=%2Fk%2F1%3Fa%3Db%26c"
        );
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
