//! The HTML of a mail: few tags and styles in place, which is all that mail programs agree on.

/// What stands in a mail, in its order.
pub(super) struct Content<'a> {
    pub(super) language: &'a str,
    pub(super) greeting: &'a str,
    pub(super) text: &'a str,
    /// Label and user name.
    pub(super) user_name: (&'a str, &'a str),
    /// Button and address.
    pub(super) link: Option<(&'a str, &'a str)>,
    pub(super) by_hand: &'a str,
    pub(super) after: &'a str,
    pub(super) closing: &'a str,
}

impl Content<'_> {
    /// The mail for those who read no HTML.
    pub(super) fn plain(&self) -> String {
        let (label, user_name) = self.user_name;
        let mut parts = vec![
            self.greeting.to_owned(),
            self.text.to_owned(),
            format!("{label}: {user_name}"),
        ];
        if let Some((button, address)) = self.link {
            parts.push(format!("{button}:\n{address}"));
        }
        parts.push(self.after.to_owned());
        parts.push(self.closing.to_owned());
        parts.join("\n\n") + "\n"
    }

    /// The same as HTML.
    pub(super) fn html(&self) -> String {
        let (label, user_name) = self.user_name;
        let mut body = paragraph(&escaped(self.greeting)) + &paragraph(&escaped(self.text));
        body += &paragraph(&format!(
            "{}: <strong>{}</strong>",
            escaped(label),
            escaped(user_name)
        ));
        if let Some((button, address)) = self.link {
            body += &self.button(button, address);
        }
        body += &paragraph(&escaped(self.after));
        body += &paragraph(&escaped(self.closing).replace('\n', "<br>"));
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"color-scheme\" content=\"light dark\"></head>\n\
             <body style=\"margin:0;padding:24px\">\n\
             <div style=\"max-width:36em;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif\">\n\
             {body}</div>\n</body></html>\n",
            self.language
        )
    }

    fn button(&self, button: &str, address: &str) -> String {
        let address = escaped(address);
        let pressed = paragraph(&format!(
            "<a href=\"{address}\" style=\"display:inline-block;padding:10px 18px;border-radius:6px;\
             background:#1f5fa8;color:#ffffff;text-decoration:none;font-weight:600\">{}</a>",
            escaped(button)
        ));
        let typed = paragraph(&format!(
            "{}<br><a href=\"{address}\" style=\"word-break:break-all\">{address}</a>",
            escaped(self.by_hand)
        ));
        pressed + &typed
    }
}

fn paragraph(html: &str) -> String {
    format!("<p style=\"margin:0 0 16px\">{html}</p>\n")
}

/// What people typed is text, never markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_typed_is_no_markup() {
        let content = Content {
            language: "de",
            greeting: "Hallo <b>Eva</b>,",
            text: "Müller & \"Söhne\"",
            user_name: ("Benutzername", "<script>"),
            link: Some(("Los", "https://mkm.example.org/passwort/a&b")),
            by_hand: "",
            after: "",
            closing: "Grüße\nR'",
        };
        let html = content.html();
        assert!(html.contains("Hallo &lt;b&gt;Eva&lt;/b&gt;,"));
        assert!(html.contains("Müller &amp; &quot;Söhne&quot;"));
        assert!(!html.contains("<script>"));
        assert!(html.contains("href=\"https://mkm.example.org/passwort/a&amp;b\""));
        assert!(html.contains("Grüße<br>R&#39;"));
        assert!(content.plain().contains("Müller & \"Söhne\""));
    }
}
