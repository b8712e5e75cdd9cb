//! What is different in two pieces of HTML.

use std::borrow::Cow;

use super::html::{Node, Piece, attributes, pieces, unescaped};

/// Something to change.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change<'a> {
    /// Where, from the outermost: the position among the children of the one before.
    pub(super) place: Vec<usize>,
    pub(super) what: What<'a>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum What<'a> {
    /// Of a text, or of an element that has or gets nothing but text.
    Text(Cow<'a, str>),
    /// Of an element; without a value it goes.
    Attribute(&'a str, Option<Cow<'a, str>>),
    /// So many of the last nodes in an element go.
    Fewer(usize),
    /// HTML that comes after all that is in an element.
    More(&'a str),
    /// All that is in an element, as HTML: it has another shape now.
    Content(&'a str),
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
    let both = old.len().min(new.len());
    let is_alike = old.iter().zip(&new).all(|(old, new)| old.is_like(new));
    if both == 0 || !is_alike {
        found.push(at(place, all_of(now)));
        return;
    }
    for (position, (old, new)) in old.iter().zip(&new).enumerate() {
        place.push(position);
        compare_nodes(old, new, place, found);
        place.pop();
    }
    if let Some(first) = new.get(both) {
        let (_, more) = now.split_at(first.begin);
        found.push(at(place, What::More(more)));
    } else if old.len() > both {
        found.push(at(place, What::Fewer(old.len() - both)));
    }
}

fn all_of(html: &str) -> What<'_> {
    if html.contains('<') {
        What::Content(html)
    } else {
        What::Text(unescaped(html))
    }
}

fn compare_nodes<'a>(
    old: &Piece<'a>,
    new: &Piece<'a>,
    place: &mut Vec<usize>,
    found: &mut Vec<Change<'a>>,
) {
    match (&old.node, &new.node) {
        // The node stays: a new one would be styled anew, with what is around it.
        (Node::Text(old), Node::Text(new)) if old != new => {
            found.push(at(place, What::Text(unescaped(new))));
        }
        (Node::Element(old), Node::Element(new)) => {
            compare_attributes(old.attributes, new.attributes, place, found);
            compare(old.inner, new.inner, place, found);
        }
        _ => {}
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

#[cfg(test)]
mod tests {
    use maud::html;

    use super::{
        Change,
        What::{self, Attribute, Content, Fewer, More, Text},
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
    fn a_text_comes_and_goes() {
        assert_eq!(
            of("<td>a</td><td></td>", "<td></td><td>&lt;</td>"),
            [(vec![0], Text("".into())), (vec![1], Text("<".into()))]
        );
        assert_eq!(of("a", "b"), [(vec![0], Text("b".into()))]);
    }

    #[test]
    fn what_comes_or_goes_at_the_end_leaves_the_rest() {
        let (with, without) = (row("a", true, true), row("a", true, false));
        assert_eq!(of(&with, &without), [(vec![3], Fewer(1))]);
        assert_eq!(of(&without, &with), [(vec![3], More("<button>x</button>"))]);
        assert_eq!(
            of("<tr>a</tr>", "<tr>b</tr><tr>c</tr>\u{e4}<tr>d</tr>"),
            [
                (vec![0, 0], Text("b".into())),
                (vec![], More("<tr>c</tr>\u{e4}<tr>d</tr>")),
            ]
        );
        assert_eq!(
            of("<b>a</b>c<b>d</b>", "<b>b</b>"),
            [(vec![0, 0], Text("b".into())), (vec![], Fewer(2))]
        );
    }

    #[test]
    fn what_has_another_shape_is_written_anew_and_nothing_around_it() {
        let (before, now) = (
            "<td><b>a</b></td><td>x</td>",
            "<td>a <b>a</b></td><td>x</td>",
        );
        assert_eq!(of(before, now), [(vec![0], Content("a <b>a</b>"))]);
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
        assert_eq!(of("a<b></b>", ""), [(vec![], Text("".into()))]);
    }
}
