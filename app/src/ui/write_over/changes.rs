//! What is different in two pieces of HTML. They are maud's: well-formed, every attribute in double quotes or
//! without a value, and nothing escaped but `&`, `<`, `>` and `"`.

use std::borrow::Cow;

/// Something to change.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change<'a> {
    /// Where, from the outermost: the position among the children of the one before.
    pub(super) place: Vec<usize>,
    pub(super) what: What<'a>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum What<'a> {
    /// Of a text node.
    Text(Cow<'a, str>),
    /// Of an element; without a value it goes.
    Attribute(&'a str, Option<Cow<'a, str>>),
    /// All that is in an element, as HTML: it has another shape now.
    Content(&'a str),
    /// The same where it is text alone.
    TextContent(Cow<'a, str>),
    /// What comes after the last child of an element, as HTML.
    More(&'a str),
    /// Of the children of an element only so many stay.
    Fewer(usize),
}

/// What makes `now` of `before`.
pub(super) fn changes<'a>(before: &'a str, now: &'a str) -> Vec<Change<'a>> {
    let mut found = Vec::new();
    compare(before, now, &mut Vec::new(), &mut found);
    found
}

fn compare<'a>(before: &'a str, now: &'a str, place: &mut Vec<usize>, found: &mut Vec<Change<'a>>) {
    if before == now {
        return;
    }
    let (old, new) = (pieces(before), pieces(now));
    let like = old.iter().zip(&new).all(|(old, new)| old.is_like(new));
    if !like || old.len().min(new.len()) == 0 {
        let what = match now.contains('<') {
            true => What::Content(now),
            false => What::TextContent(unescaped(now)),
        };
        found.push(at(place, what));
        return;
    }
    if new.len() < old.len() {
        found.push(at(place, What::Fewer(new.len())));
    } else if let Some(added) = new.get(old.len()) {
        found.push(at(place, What::More(added.onwards())));
    }
    for (position, pair) in old.into_iter().zip(new).enumerate() {
        place.push(position);
        match pair {
            (Piece::Text(old, _), Piece::Text(new, _)) if old != new => {
                found.push(at(place, What::Text(unescaped(new))));
            }
            (Piece::Element(old), Piece::Element(new)) => {
                compare_attributes(old.attributes, new.attributes, place, found);
                compare(old.inner, new.inner, place, found);
            }
            _ => {}
        }
        place.pop();
    }
}

fn compare_attributes<'a>(
    before: &'a str,
    now: &'a str,
    place: &[usize],
    found: &mut Vec<Change<'a>>,
) {
    if before == now {
        return;
    }
    let (old, new) = (attributes(before), attributes(now));
    for (name, _) in &old {
        if new.iter().all(|(other, _)| other != name) {
            found.push(at(place, What::Attribute(name, None)));
        }
    }
    for attribute in new {
        if !old.contains(&attribute) {
            let value = Some(unescaped(attribute.1));
            found.push(at(place, What::Attribute(attribute.0, value)));
        }
    }
}

fn at<'a>(place: &[usize], what: What<'a>) -> Change<'a> {
    Change {
        place: place.to_vec(),
        what,
    }
}

/// A node as it is written.
enum Piece<'a> {
    /// The second is the text and all that comes after it.
    Text(&'a str, &'a str),
    Element(Tag<'a>),
}

struct Tag<'a> {
    /// The element and all that comes after it.
    onwards: &'a str,
    name: &'a str,
    attributes: &'a str,
    inner: &'a str,
}

impl<'a> Piece<'a> {
    fn onwards(&self) -> &'a str {
        match self {
            Self::Text(_, onwards) => onwards,
            Self::Element(tag) => tag.onwards,
        }
    }

    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(..), Self::Text(..)) => true,
            (Self::Element(one), Self::Element(other)) => one.name == other.name,
            _ => false,
        }
    }
}

/// Elements without content and end tag, of those that a list or a form has.
fn is_void(name: &str) -> bool {
    ["input", "br", "img", "hr"].contains(&name)
}

/// The nodes of one level.
fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let (piece, after) = match opened(rest) {
            Some((tag, after)) => (Piece::Element(tag), after),
            None => {
                let end = rest.find('<').filter(|end| *end > 0);
                let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
                (Piece::Text(text, rest), after)
            }
        };
        found.push(piece);
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
        onwards: html,
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
fn attributes(written: &str) -> Vec<(&str, &str)> {
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

fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    Cow::Owned(text.replace("&quot;", "\"").replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::{
        Change,
        What::{self, Attribute, Content, Text},
        changes,
    };

    fn of<'a>(before: &'a str, now: &'a str) -> Vec<(Vec<usize>, What<'a>)> {
        let all = changes(before, now).into_iter();
        all.map(|Change { place, what }| (place, what)).collect()
    }

    fn row(name: &str, hidden: bool, deletable: bool) -> String {
        html! {
            td { input type="checkbox" data-select=(name); }
            td data-label="Name" { (name) }
            td { span.nothing[hidden] { "0" } " " (name) }
            td {
                a href=(name) title=(name) { span.icon {} }
                @if deletable { button { "x" } }
            }
        }
        .into_string()
    }

    #[test]
    fn the_same_needs_nothing() {
        assert_eq!(of(&row("a", true, true), &row("a", true, true)), []);
    }

    #[test]
    fn texts_and_attributes_are_changed_where_they_are() {
        let (before, now) = (
            row("a", true, true),
            row("Müller & \"Söhne\" <b>", true, true),
        );
        let name = || "Müller & \"Söhne\" <b>".into();
        assert_eq!(
            of(&before, &now),
            [
                (vec![0, 0], Attribute("data-select", Some(name()))),
                (vec![1, 0], Text(name())),
                (vec![2, 1], Text(" Müller & \"Söhne\" <b>".into())),
                (vec![3, 0], Attribute("href", Some(name()))),
                (vec![3, 0], Attribute("title", Some(name()))),
            ]
        );
    }

    #[test]
    fn what_comes_or_goes_at_the_end_leaves_what_is_before_it() {
        let (with, without) = (row("a", true, true), row("a", true, false));
        assert_eq!(of(&with, &without), [(vec![3], What::Fewer(1))]);
        assert_eq!(
            of(&without, &with),
            [(vec![3], What::More("<button>x</button>"))]
        );
        assert_eq!(
            of("<i>1</i>", "<i>2</i>a<b></b>"),
            [
                (vec![], What::More("a<b></b>")),
                (vec![0, 0], Text("2".into()))
            ]
        );
    }

    #[test]
    fn what_has_another_shape_is_written_anew_and_nothing_around_it() {
        assert_eq!(
            of("<td>a</td><td>&lt;</td>", "<td></td><td>&amp;</td>"),
            [
                (vec![0], What::TextContent("".into())),
                (vec![1, 0], Text("&".into()))
            ]
        );
        assert_eq!(
            of("<td></td>", "<td>&lt;</td>"),
            [(vec![0], What::TextContent("<".into()))]
        );
        assert_eq!(
            of("<td><b>a</b></td>", "<td>a <b>a</b></td>"),
            [(vec![0], Content("a <b>a</b>"))]
        );
    }

    #[test]
    fn attributes_come_and_go() {
        let link = |current: bool| {
            html! { a aria-current=[current.then_some("page")] hidden[!current] { "1" } }
                .into_string()
        };
        assert_eq!(
            of(&link(true), &link(false)),
            [
                (vec![0], Attribute("aria-current", None)),
                (vec![0], Attribute("hidden", Some("".into()))),
            ]
        );
    }

    #[test]
    fn another_element_is_another_shape() {
        assert_eq!(of("<a></a>", "<b></b>"), [(vec![], Content("<b></b>"))]);
        assert_eq!(of("", "<b></b>"), [(vec![], Content("<b></b>"))]);
        assert_eq!(of("a<b></b>", ""), [(vec![], What::TextContent("".into()))]);
    }
}
