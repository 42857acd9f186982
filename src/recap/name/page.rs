//! URLs of people's pages.

/// Whether a URL is a person's page.
pub(in crate::recap) fn profile(href: &str) -> bool {
    let Some((_, rest)) = href.split_once("//") else {
        let path = href.to_ascii_lowercase();
        return ["/author", "/speaker", "/people/", "/ponente", "/users/", "/team/"]
            .iter()
            .any(|part| path.contains(part));
    };
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.trim_end_matches('/');
    let single = !path.is_empty() && !path.contains('/');
    match host {
        "twitter.com" | "x.com" | "github.com" | "mobile.twitter.com" | "instagram.com"
        | "speakerdeck.com" | "medium.com" | "dev.to" => single,
        "linkedin.com" | "fr.linkedin.com" | "de.linkedin.com" | "uk.linkedin.com"
        | "es.linkedin.com" => path.starts_with("in/") || path.starts_with("pub/"),
        "bsky.app" => path.starts_with("profile/"),
        "plus.google.com" => true,
        _ => {
            let path = path.to_ascii_lowercase();
            let mut folders = path.rsplit('/').skip(1);
            (path.starts_with('@') && single)
                || folders.any(|folder| PEOPLE.contains(&folder))
                || path.split('/').any(|part| part.starts_with("ponente"))
        }
    }
}

/// Folders of sites with a page per person.
const PEOPLE: &[&str] = &[
    "author", "authors", "speaker", "speakers", "people", "profile", "profiles", "person",
    "member", "members", "user", "users",
];

/// Whether a URL is a site's front page, the usual link for a person's own site.
pub(in crate::recap) fn home(href: &str) -> bool {
    href.split_once("//").is_some_and(|(_, rest)| !rest.trim_end_matches('/').contains('/'))
}
