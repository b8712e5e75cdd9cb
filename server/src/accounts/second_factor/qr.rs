//! An image that a telephone's camera reads.

use std::fmt::Write;

use app::submitted::Qr;
use qrcodegen::{QrCode, QrCodeEcc};

/// The light border that cameras need, in modules.
const BORDER: i32 = 4;

/// A QR code of a text; `None` where it is too long for one.
pub fn of(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // Cannot fail: it is a string.
            let _ = write!(path, "M{},{}h1v1h-1z", x + BORDER, y + BORDER);
        }
    }
    let size = u32::try_from(code.size() + 2 * BORDER).ok()?;
    Some(Qr { size, path })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn it_is_square_with_a_border_and_begins_with_the_corner_mark() {
        let qr = of("otpauth://totp/MKM:demo?secret=GEZDGNBVGY3TQOJQ").unwrap();
        assert!(qr.size >= 21 + 8, "{}", qr.size);
        // The first row of the mark in the corner is seven dark modules.
        let row: String = (4..11).map(|x| format!("M{x},4h1v1h-1z")).collect();
        assert!(qr.path.starts_with(&row), "{}", qr.path);
        assert!(!qr.path.contains("M11,4h"), "and then a light one");
    }

    #[test]
    fn what_is_too_long_gives_none() {
        assert!(of(&"x".repeat(4_000)).is_none());
    }
}
