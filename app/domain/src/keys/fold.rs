//! Folding: what people take for the same letter becomes the same letter.

use crate::{
    characters::is_unseen,
    unicode::{decompose, is_accent, lower_case_of},
};

/// Folds for sorting (DIN 5007-1): case and accents gone, ä as a, ß as ss, ø as o, æ as ae.
/// Typographic apostrophes and dashes become the plain ones; runs of white space become one space,
/// at the ends none; invisible and control characters vanish.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Folds for searching: as [`fold`], and ae, oe, ue as a, o, u, so that ü, ue and u find each other.
///
/// Every e after a, o or u goes, so a search that starts with such an e does not find it: `auer`
/// finds `Bauer`, `er` does not.
pub fn fold_for_search(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_for_search_into(text, &mut folded);
    folded
}

/// [`fold`], appended to a text.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    Folding::onto(out, false).fold(text);
}

/// [`fold_for_search`], appended to a text.
pub(crate) fn fold_for_search_into(text: &str, out: &mut String) {
    Folding::onto(out, true).fold(text);
}

struct Folding<'a> {
    out: &'a mut String,
    for_search: bool,
    /// The letter written last; a space before the first one.
    last: char,
    /// White space was read since then.
    gap: bool,
}

impl<'a> Folding<'a> {
    fn onto(out: &'a mut String, for_search: bool) -> Self {
        Self {
            out,
            for_search,
            last: ' ',
            gap: false,
        }
    }

    fn fold(mut self, text: &str) {
        // Most customer numbers are digits only, and there are as many as rows.
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            self.out.push_str(text);
            return;
        }
        for c in text.chars() {
            if c.is_ascii() {
                self.read_ascii(c);
            } else {
                self.read(c);
            }
        }
    }

    fn read_ascii(&mut self, c: char) {
        match c {
            '`' => self.write('\''),
            '!'..='~' => self.write(c.to_ascii_lowercase()),
            ' ' | '\t'..='\r' => self.gap = true,
            _ => {}
        }
    }

    fn read(&mut self, c: char) {
        if c.is_whitespace() {
            self.gap = true;
        } else if !is_unseen(c) {
            for lower in lower_case_of(c).chars() {
                decompose(lower, |part| self.read_part(part));
            }
        }
    }

    /// One character without accents, or one accent.
    fn read_part(&mut self, c: char) {
        match plain(c) {
            Some(letters) => letters.chars().for_each(|letter| self.write(letter)),
            None if c.is_ascii() => self.read_ascii(c),
            None if c.is_control() || is_accent(c) => {}
            None => self.write(c),
        }
    }

    fn write(&mut self, c: char) {
        if self.gap && self.last != ' ' {
            self.out.push(' ');
            self.last = ' ';
        }
        self.gap = false;
        if self.for_search && c == 'e' && matches!(self.last, 'a' | 'o' | 'u') {
            return;
        }
        self.out.push(c);
        self.last = c;
    }
}

/// Letters that do not come apart into a plain letter and an accent, and typographic signs.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' | 'ŀ' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ŋ' | 'ŉ' => "n",
        'ə' => "e",
        'ĳ' => "ij",
        'ſ' => "s",
        'ς' => "σ",
        '‘' | '’' | 'ʼ' | '´' => "'",
        '‐'..='―' | '−' => "-",
        _ => return None,
    })
}
