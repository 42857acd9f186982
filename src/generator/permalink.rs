//! The permalink of a post.

use std::borrow::Cow;

use url::Url;

use super::Context;
use crate::post::{Post, names, rules};
use crate::report::{Finding, Level};

/// The URL of a post's page: from its front matter, else from the configured pattern, else from its
/// dialect.
///
/// A pattern is a path with the tokens `:key` (the path under the posts folder), `:slug` (the slug,
/// else the last part of the key without a date), `:title`, `:year`, `:month`, `:day`, `:section`
/// (the key's first folder) and `:folder` (all of them).
///
/// # Errors
/// A `bad-permalink` finding where the URL is not http or https, or leaves the site.
pub fn of(post: &Post, context: &Context, site: &Url) -> Result<Url, Box<Finding>> {
    let url = match (&context.permalink, &post.head.permalink) {
        (Some(pattern), None) => expand(pattern, post),
        _ => (context.dialect.url)(post, context),
    };
    // Names of files are not URLs: a `%` in one is a literal character.
    let of_names = context.permalink.is_none()
        && post.head.permalink.is_none()
        && !context.dialect.keeps_escapes;
    let url = if of_names { url.replace('%', "%25").replace('?', "%3F") } else { url };
    join(site, &url).ok_or_else(|| {
        let range = post.head.permalink.as_ref().map_or(0..0, |permalink| permalink.range.clone());
        Box::new(
            Finding::new(&rules::BAD_PERMALINK, format!("the URL `{url}` is not a page of {site}"))
                .at(post.span(&range))
                .help("write a path such as `/pycascades-2020/`, or the whole https URL"),
        )
    })
}

/// A warning about a permalink that only the generator can fill in.
pub(crate) fn unknown(post: &Post, context: &Context) -> Option<Finding> {
    let own = post.head.permalink.as_ref()?;
    if (context.dialect.knows_permalink)(post, context) {
        return None;
    }
    let url = (context.dialect.url)(post, context);
    let message = format!(
        "only {} can fill in the permalink `{}`: it is taken to be `{url}`",
        context.dialect.name, own.value
    );
    Some(
        Finding::new(&rules::BAD_PERMALINK, message)
            .at(post.span(&own.range))
            .at_most(Level::Warning)
            .help("write the path of the page, or a pattern as `permalink` under `[posts]`"),
    )
}

/// `url` under `site`: absolute ones stay, paths are relative to the site's folder.
pub fn join(site: &Url, url: &str) -> Option<Url> {
    if let Some((scheme, _)) = url.split_once("://") {
        return Url::parse(url).ok().filter(|_| is_web(scheme));
    }
    let path = url.trim_start_matches('/');
    if climbs(path) {
        return None;
    }
    let mut base = site.clone();
    base.set_query(None);
    base.set_fragment(None);
    let folder = base.path().trim_end_matches('/').to_owned();
    // Pushed piece by piece: `url` escapes what a path cannot contain, and no piece can become a host.
    let (path, query) =
        path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    base.set_path(&format!("{folder}/{}", encoded(path)));
    base.set_query(query);
    Some(base)
}

/// Whether a scheme is that of web pages, in any case.
pub(crate) fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

/// A path with the characters escaped that `url` leaves unescaped although URLs do not allow them.
fn encoded(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for (at, character) in path.char_indices() {
        match character {
            '#' => text.push_str("%23"),
            '[' => text.push_str("%5B"),
            ']' => text.push_str("%5D"),
            '^' => text.push_str("%5E"),
            '|' => text.push_str("%7C"),
            '%' => {
                let digits = path.as_bytes().get(at + 1..at + 3);
                let escapes = digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
                text.push_str(if escapes { "%" } else { "%25" });
            }
            other => text.push(other),
        }
    }
    text
}

/// Whether a path leaves the folder it starts in, literally or encoded.
pub fn climbs(path: &str) -> bool {
    let mut plain = Cow::Borrowed(path);
    if path.contains('%') {
        for (encoded, character) in [("%2e", "."), ("%2E", "."), ("%2f", "/"), ("%2F", "/")] {
            plain = plain.replace(encoded, character).into();
        }
    }
    plain.contains('\\')
        || plain.chars().any(char::is_control)
        || plain.split('/').any(|part| part == ".." || part == ".")
        || plain.split('/').next().is_some_and(|part| part.len() == 2 && part.ends_with(':'))
}

/// The tokens of a configured pattern.
pub const TOKENS: [&str; 8] = ["key", "slug", "title", "year", "month", "day", "section", "folder"];

/// The first word after a colon in a pattern that is not a token.
pub fn unknown_token(pattern: &str) -> Option<&str> {
    let words = pattern.split(':').skip(1).map(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        &rest[..end.unwrap_or(rest.len())]
    });
    words
        .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))
        .find(|word| !TOKENS.contains(word))
}

/// A pattern with its tokens filled in.
fn expand(pattern: &str, post: &Post) -> String {
    let (folder, name) = post.key.rsplit_once('/').unwrap_or(("", &post.key));
    let undated = crate::post::date::in_name(name).map_or(name, |(_, length)| &name[length..]);
    let stem = if undated.is_empty() { name } else { undated };
    let slug = post.head.slug.as_ref().map_or(stem, |slug| &slug.value);
    let date = post.head.date.as_ref().map(|date| date.value);
    let day = |format: &str| date.map(|date| date.format(format).to_string()).unwrap_or_default();
    tokens(pattern, |token, _| {
        Some(match token {
            "key" => post.key.clone(),
            "slug" => slug.to_owned(),
            "title" => {
                let title = post.head.title.as_ref().map(|title| names::slug(&title.value));
                title.filter(|title| !title.is_empty()).unwrap_or_else(|| slug.to_owned())
            }
            "year" => day("%Y"),
            "month" => day("%m"),
            "day" => day("%d"),
            "section" => folder.split('/').next().unwrap_or_default().to_owned(),
            "folder" => folder.to_owned(),
            _ => return None,
        })
    })
}

/// A pattern with every `:token` replaced by `value`'s result; unknown ones stay. Empty parts leave no
/// double slash. `value` may take more from the text after the token, such as Hugo's `[1:]`.
pub(crate) fn tokens(pattern: &str, value: impl Fn(&str, &mut &str) -> Option<String>) -> String {
    let mut path = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some(colon) = rest.find(':') {
        let before = &rest[..colon];
        rest = &rest[colon + 1..];
        if let Some(before) = before.strip_suffix('\\') {
            path.push_str(before);
            path.push(':');
            continue;
        }
        path.push_str(before);
        let end =
            rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let (token, mut after) = rest.split_at(end);
        if let Some(text) = value(token, &mut after) {
            path.push_str(&text);
        } else {
            path.push(':');
            path.push_str(token);
        }
        rest = after;
    }
    path.push_str(rest);
    while path.contains("//") {
        path = path.replace("//", "/");
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_stay_on_the_site() {
        let site = Url::parse("https://example.org/blog/").expect("a URL");
        let at = |url: &str| join(&site, url).map(String::from);
        assert_eq!(at("/a/b/").as_deref(), Some("https://example.org/blog/a/b/"));
        assert_eq!(at("a b/é").as_deref(), Some("https://example.org/blog/a%20b/%C3%A9"));
        assert_eq!(at("https://other.example/x").as_deref(), Some("https://other.example/x"));
        assert_eq!(
            at("//evil.example/x").as_deref(),
            Some("https://example.org/blog/evil.example/x")
        );
        for (written, path) in [
            ("100% sure/", "100%25%20sure/"),
            ("x[1]^2|3/", "x%5B1%5D%5E2%7C3/"),
            ("a%20b/", "a%20b/"),
        ] {
            let expected = format!("https://example.org/blog/{path}");
            assert_eq!(at(written), Some(expected));
        }
        assert_eq!(at("a#b").as_deref(), Some("https://example.org/blog/a%23b"));
        for bad in [
            "../x",
            "/a/../../x",
            "%2e%2e/x",
            "a%2F..%2Fb",
            "C:\\x",
            "C:/x",
            "ftp://x/y",
            "javascript://x",
        ] {
            assert_eq!(at(bad), None, "{bad}");
        }
    }

    #[test]
    fn unknown_tokens_stay() {
        let path =
            tokens("/:year/:none/:x:y", |token, _| (token == "year").then(|| "2020".to_owned()));
        assert_eq!(path, "/2020/:none/:x:y");
        assert_eq!(tokens("/:a/b", |_, _| Some(String::new())), "/b");
    }
}
