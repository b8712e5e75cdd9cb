//! Which characters a stored text may hold.

/// Characters that no stored text may hold: controls break lines and logs, direction marks and
/// invisible ones make a text look like another one, private and broken ones mean nothing.
///
/// Invisible but allowed are the joiners, which Persian and Indic words and emoji need, and the
/// variation selectors, which emoji and Japanese names need.
pub(crate) fn is_forbidden(c: char) -> bool {
    c.is_control() || is_directional_or_unseen(c) || is_meaningless(c)
}

/// Shows nothing by itself: a text of such characters alone is empty to a reader, and they must not
/// stand between a text and what finds it.
pub(crate) fn is_unseen(c: char) -> bool {
    is_directional_or_unseen(c)
        || matches!(c,
            '\u{180b}'..='\u{180d}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0100}'..='\u{e01ef}')
}

/// Direction marks, line and paragraph separators, fillers, zero-width spaces, tags.
fn is_directional_or_unseen(c: char) -> bool {
    matches!(c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// Private use, noncharacters, and what is left of text that was read in a wrong encoding.
fn is_meaningless(c: char) -> bool {
    matches!(c,
        '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{ffff}'
        | '\u{f0000}'..='\u{10ffff}')
        || u32::from(c) & 0xfffe == 0xfffe
}
