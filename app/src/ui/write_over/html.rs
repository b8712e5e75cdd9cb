//! Reads HTML as maud writes it: well-formed, every attribute in double quotes or without a value, and nothing
//! escaped but `&`, `<`, `>` and `"`.

use std::borrow::Cow;

/// A node, and at which byte of the HTML it begins.
pub(super) struct Piece<'a> {
    pub(super) begin: usize,
    pub(super) node: Node<'a>,
}

/// A node as it is written.
pub(super) enum Node<'a> {
    Text(&'a str),
    Element(Tag<'a>),
}

pub(super) struct Tag<'a> {
    name: &'a str,
    pub(super) attributes: &'a str,
    pub(super) inner: &'a str,
}

impl Piece<'_> {
    /// A text as well, or an element of the same name.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (&self.node, &other.node) {
            (Node::Text(_), Node::Text(_)) => true,
            (Node::Element(one), Node::Element(other)) => one.name == other.name,
            _ => false,
        }
    }
}

/// Elements without content and end tag, of those that a list or a form has.
fn is_void(name: &str) -> bool {
    ["input", "br", "img", "hr"].contains(&name)
}

/// The nodes of one level.
pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let (node, after) = match opened(rest) {
            Some((tag, after)) => (Node::Element(tag), after),
            None => {
                let end = rest.find('<').filter(|end| *end > 0);
                let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
                (Node::Text(text), after)
            }
        };
        let begin = html.len() - rest.len();
        found.push(Piece { begin, node });
        rest = after;
    }
    found
}

/// The element that begins here, and what comes after it.
fn opened(html: &str) -> Option<(Tag<'_>, &str)> {
    let (tag, after) = html.strip_prefix('<')?.split_once('>')?;
    let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    let (inner, after) = if is_void(name) {
        ("", after)
    } else {
        let (inner, end) = after.split_at(content(after).len());
        (inner, end.split_once('>').map_or("", |(_, after)| after))
    };
    let tag = Tag {
        name,
        attributes,
        inner,
    };
    Some((tag, after))
}

/// What stands before the end tag of the element that has just begun.
fn content(html: &str) -> &str {
    let (mut rest, mut open) = (html, 0_u32);
    loop {
        rest = rest.split_at(next_tag(rest)).1;
        let Some((tag, after)) = rest.strip_prefix('<').and_then(|tag| tag.split_once('>')) else {
            return html;
        };
        if !tag.starts_with('/') {
            let name = tag.split(' ').next().unwrap_or_default();
            open += u32::from(!is_void(name));
        } else if open == 0 {
            return html.split_at(html.len() - rest.len()).0;
        } else {
            open -= 1;
        }
        rest = after;
    }
}

fn next_tag(html: &str) -> usize {
    html.find('<').unwrap_or(html.len())
}

/// Names and values as they are written; one without a value has the empty one.
pub(super) fn attributes(written: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = written.trim_start();
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => ("", after),
        };
        found.push((name, value));
        rest = after.trim_start();
    }
    found
}

/// A text or a value as it is meant.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    Cow::Owned(text.replace("&quot;", "\"").replace("&amp;", "&"))
}
