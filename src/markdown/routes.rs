//! What a generator of single-page sites does with a parsed text: its title is shown above it, and its
//! links are routes.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::Document;

impl Document<'_> {
    /// Removes the first heading if its level is 1 and no thematic break is before it.
    pub(crate) fn drop_title(&mut self) {
        let mut first = self.events.iter();
        let start = first.position(|(event, _)| {
            matches!(event, Event::Rule | Event::Start(Tag::Heading { .. }))
        });
        let end = first.position(|(event, _)| matches!(event, Event::End(TagEnd::Heading(_))));
        if let (Some(start), Some(length)) = (start, end)
            && matches!(
                self.events[start].0,
                Event::Start(Tag::Heading { level: HeadingLevel::H1, .. })
            )
        {
            self.events.drain(start..=start + 1 + length);
        }
    }

    /// Puts `base` before paths of links and images, and adds a final slash to links without a host, or
    /// removes theirs, as `slash` says.
    pub(crate) fn route_links(&mut self, base: &str, slash: Option<bool>) {
        for (event, _) in &mut self.events {
            match event {
                Event::Start(Tag::Link { dest_url, .. }) => {
                    *dest_url = CowStr::from(routed(dest_url, base, slash));
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    *dest_url = CowStr::from(routed(dest_url, base, None));
                }
                _ => {}
            }
        }
    }
}

/// The URL with its path as a route.
fn routed(url: &str, base: &str, slash: Option<bool>) -> String {
    // A file of the site, whatever its name looks like: as it is served, or in the folder of such files.
    let file = url.strip_prefix("pathname://").or_else(|| url.strip_prefix("@site/static"));
    let (url, slash) = match file {
        Some(path) => (path, None),
        None => (url, slash),
    };
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let (path, rest) = url.split_at(end);
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    let is_post = matches!(extension, Some("md" | "mdx"));
    if path.is_empty() || path.contains(':') || path.starts_with("//") || is_post {
        return url.to_owned();
    }
    let is_below = format!("{path}/").starts_with(base);
    let mut path = match path.strip_prefix('/') {
        Some(path) if !is_below => format!("{base}{path}"),
        _ => path.to_owned(),
    };
    let name = path.rsplit('/').next().unwrap_or_default();
    match slash {
        Some(true) if !name.is_empty() && !is_file(name) => path.push('/'),
        Some(false) if path != base => path.truncate(path.trim_end_matches('/').len()),
        _ => {}
    }
    path + rest
}

/// Whether the last part of a path has the extension of a file that is not a page. Files have no slash.
fn is_file(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| {
        extension != "html"
            && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && !extension.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::routed;

    #[test]
    fn paths_become_routes() {
        let deep = "pathname://".repeat(100_000);
        for (url, route) in [
            ("/talks", "/blog/talks/"),
            ("/blog/talks", "/blog/talks/"),
            ("/talks?a=b#c", "/blog/talks/?a=b#c"),
            ("/slides.pdf", "/blog/slides.pdf"),
            ("/talks/v1.2", "/blog/talks/v1.2/"),
            ("/old.html", "/blog/old.html/"),
            ("pathname:///talks", "/blog/talks"),
            ("@site/static/img/a.png", "/blog/img/a.png"),
            ("@site/blog/a.md#b", "@site/blog/a.md#b"),
            ("other.md", "other.md"),
            ("https://example.org/a", "https://example.org/a"),
            ("#part", "#part"),
            (&format!("pathname://{deep}"), &deep),
        ] {
            assert_eq!(routed(url, "/blog/", Some(true)), route, "{url:.40}");
        }
    }
}
