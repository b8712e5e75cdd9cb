//! Where a route is, as one type: with one for each combination of fixed and variable parts the browser would load
//! what the router does with it for each of them.

use leptos_router::{
    ParamSegment, PartialPathMatch, PathSegment, PossibleRouteMatch, StaticSegment,
};

/// A path under that of the route around it, such as `portal/:id`; what follows a colon names a variable part.
pub(super) fn at(path: &'static str) -> At {
    At(path)
}

/// See [`at`].
#[derive(Debug, Clone, Copy)]
pub(super) struct At(&'static str);

impl At {
    fn parts(self) -> impl Iterator<Item = Part> {
        let parts = self.0.split('/').filter(|part| !part.is_empty());
        parts.map(|part| match part.strip_prefix(':') {
            Some(name) => Part::Variable(ParamSegment(name)),
            None => Part::Fixed(StaticSegment(part)),
        })
    }
}

enum Part {
    Fixed(StaticSegment<&'static str>),
    Variable(ParamSegment),
}

impl PossibleRouteMatch for At {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let mut rest = path;
        let mut params = Vec::new();
        for part in self.parts() {
            let found = match part {
                Part::Fixed(fixed) => fixed.test(rest),
                Part::Variable(variable) => variable.test(rest),
            }?;
            rest = found.remaining();
            params.extend(found.params());
        }
        let matched = &path[..path.len() - rest.len()];
        Some(PartialPathMatch::new(rest, params, matched))
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        for part in self.parts() {
            match part {
                Part::Fixed(fixed) => fixed.generate_path(path),
                Part::Variable(variable) => variable.generate_path(path),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use leptos_router::{PathSegment, PossibleRouteMatch};

    use super::at;

    /// What matched, what is left, and the variable parts.
    type Found = (String, String, Vec<(String, String)>);

    fn found(route: &'static str, path: &str) -> Option<Found> {
        let found = at(route).test(path)?;
        let (matched, rest) = (found.matched().to_owned(), found.remaining().to_owned());
        let params = found.params().into_iter();
        let params = params.map(|(name, value)| (name.into_owned(), value));
        Some((matched, rest, params.collect()))
    }

    #[test]
    fn fixed_parts_match_whole_and_variable_ones_are_named() {
        assert_eq!(
            found("portal/:id/vorschlag", "/portal/4711/vorschlag/x"),
            Some((
                "/portal/4711/vorschlag".to_owned(),
                "/x".to_owned(),
                vec![("id".to_owned(), "4711".to_owned())]
            ))
        );
    }

    #[test]
    fn other_paths_do_not_match() {
        for path in ["", "/", "/portal", "/portal/", "/portale/1", "/x/portal/1"] {
            assert_eq!(found("portal/:id", path), None, "{path}");
        }
    }

    #[test]
    fn nothing_takes_nothing() {
        let nothing = (String::new(), "/portal".to_owned(), Vec::new());
        assert_eq!(found("", "/portal"), Some(nothing));
    }

    #[test]
    fn the_server_is_told_the_parts() {
        let mut parts = Vec::new();
        at("email/:token").generate_path(&mut parts);
        let told = [
            PathSegment::Static("email".into()),
            PathSegment::Param("token".into()),
        ];
        assert_eq!(parts, told);
    }
}
