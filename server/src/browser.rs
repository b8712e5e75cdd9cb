//! Which browser a person uses, in the words by which they know it.

/// Longest piece of the header that is looked at.
const LONGEST: usize = 512;

/// The mark of a browser in `User-Agent`, and its name. Many pretend to be others, so the order counts.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: &[(&str, &str)] = &[
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// "Firefox · Linux"; what is not known is left out. Nothing else of the header is kept.
pub fn summary(user_agent: &str) -> String {
    let looked_at: String = user_agent.chars().take(LONGEST).collect();
    let name = |table: &[(&str, &'static str)]| {
        let found = table.iter().find(|(mark, _)| looked_at.contains(mark));
        found.map(|(_, name)| *name)
    };
    let parts = [name(BROWSERS), name(SYSTEMS)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_systems_have_the_names_that_people_know() {
        for (header, shown) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Firefox · Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
                "Edge · Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari · iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
                "Chrome · Android",
            ),
        ] {
            assert_eq!(summary(header), shown);
        }
    }

    #[test]
    fn of_anything_else_nothing_is_kept() {
        for header in [
            "",
            "curl/8",
            "<script>alert(1)</script>",
            "ä".repeat(5_000).as_str(),
        ] {
            assert_eq!(summary(header), "");
        }
    }
}
