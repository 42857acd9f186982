//! The page beside the feeds that explains them to people, and the stylesheet for those who open the
//! feed itself.

use std::fmt::Write as _;

use super::{Feed, Format};
use crate::entities::escape;

/// The name of the stylesheet, beside the feeds.
pub const STYLESHEET: &str = "feed.css";
/// The name of the page, beside the feeds.
pub const PAGE: &str = "index.html";

const STYLE: &str = include_str!("feed.css");
const PAGE_STYLE: &str = include_str!("page.css");

/// The page and the stylesheet, each with its name.
pub fn files(feed: &Feed, formats: &[&Format]) -> [(&'static str, String); 2] {
    [(PAGE, page(feed, formats)), (STYLESHEET, STYLE.to_owned())]
}

fn page(feed: &Feed, formats: &[&Format]) -> String {
    let language = feed.language.as_deref().unwrap_or("en");
    let title = escape(&feed.title);
    let home = escape(feed.home.as_str());
    let mut links = String::new();
    let mut list = String::new();
    for format in formats {
        let (file, kind) = (format.file_name, format.media_type);
        let url = escape(format.url(feed).as_str());
        let name = format.title;
        let _ = writeln!(
            links,
            "<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{file}\">"
        );
        let _ = writeln!(list, "<li><a href=\"{file}\">{name}</a> <code>{url}</code></li>");
    }
    let about = (feed.description.as_deref()).map_or_else(String::new, |about| {
        format!("<p class=\"about\" lang=\"{}\">{}</p>\n", escape(language), escape(about))
    });
    let mut entries = String::new();
    for entry in feed.entries.iter().take(10) {
        let day = entry.published.format("%Y-%m-%d");
        let lang = entry.language.as_deref().unwrap_or(language);
        let _ = writeln!(
            entries,
            "<li><time datetime=\"{day}\">{day}</time> <a href=\"{}\" lang=\"{}\" dir=\"auto\">{}</a></li>",
            escape(entry.permalink.as_str()),
            escape(lang),
            escape(&entry.title)
        );
    }
    if !entries.is_empty() {
        entries = format!("<h2>In it now</h2>\n<ol>\n{entries}</ol>\n");
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}: feeds</title>\n{links}\
         <style>\n{PAGE_STYLE}</style>\n</head>\n<body>\n<main>\n<p><a href=\"{home}\">{title}</a></p>\n<h1>Subscribe</h1>\n{about}\
         <p>These URLs are feeds. A feed reader fetches them from time to time and shows you what is new, \
         without an account and without anybody watching.</p>\n<ol class=\"steps\">\n\
         <li>Choose a feed reader: there are many, for every phone and computer and as web sites.</li>\n\
         <li>Copy one of these URLs into it; the feeds have the same posts.</li>\n</ol>\n<ul class=\"feeds\">\n{list}</ul>\n{entries}</main>\n</body>\n</html>\n"
    )
}
