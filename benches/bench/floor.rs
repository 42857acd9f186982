//! The least that a tool of this kind has to do, by the crates that Afterword uses as well. It
//! checks nothing and escapes only what it must: a yardstick, not a design.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use serde::Deserialize;

/// What every front matter has to say.
#[derive(Deserialize)]
struct Head {
    title: String,
    date: String,
    description: String,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    authors: Vec<String>,
}

/// Runs one mode on a folder of posts: `heads` reads and parses every front matter, `rss` makes
/// one feed of all posts, `feeds` makes RSS, Atom and JSON. The feeds are written beside the folder.
///
/// # Errors
/// The folder cannot be read, or the mode is none of these.
pub fn run(mode: &str, folder: &Path) -> Result<(), String> {
    let message = |error: std::io::Error| error.to_string();
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(message)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    paths.sort_unstable_by(|a, b| b.as_os_str().cmp(a.as_os_str()));
    let read = |path: &PathBuf| fs::read_to_string(path).map_err(message);
    let formats: &[fn(&mut String, &str, &Head, &str)] = match mode {
        "heads" => {
            let all = paths.par_iter().map(|path| Ok(head(&read(path)?)?.0.title.len()));
            let total = all.sum::<Result<usize, String>>()?;
            println!("{total} bytes of titles");
            return Ok(());
        }
        "rss" => &[rss],
        "feeds" => &[rss, atom, json],
        _ => return Err("modes: heads, rss, feeds".to_owned()),
    };
    let posts: Vec<Vec<String>> = paths
        .par_iter()
        .map(|path| {
            let text = read(path)?;
            let (head, body) = head(&text)?;
            let mut content = String::with_capacity(body.len() * 3 / 2);
            html::push_html(
                &mut content,
                Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_GFM),
            );
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            Ok(formats
                .iter()
                .map(|format| {
                    let mut item = String::with_capacity(content.len() * 5 / 4);
                    format(&mut item, &name, &head, &content);
                    item
                })
                .collect())
        })
        .collect::<Result<_, String>>()?;
    for (index, extension) in ["xml", "atom", "json"].iter().enumerate().take(formats.len()) {
        let items: Vec<&str> =
            posts.iter().filter_map(|post| post.get(index).map(String::as_str)).collect();
        let (begin, between, end) = match index {
            0 => (
                "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Recaps</title>\n",
                "",
                "</channel></rss>\n",
            ),
            1 => (
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Recaps</title>\n",
                "",
                "</feed>\n",
            ),
            _ => (
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Recaps\",\"items\":[\n",
                ",\n",
                "]}\n",
            ),
        };
        let whole = format!("{begin}{}{end}", items.join(between));
        fs::write(folder.with_extension(extension), whole).map_err(message)?;
    }
    Ok(())
}

fn head(text: &str) -> Result<(Head, &str), String> {
    let rest = text.strip_prefix("---\n").ok_or("no front matter")?;
    let (yaml, body) = rest.split_once("\n---\n").ok_or("no front matter")?;
    Ok((serde_saphyr::from_str(yaml).map_err(|error| error.to_string())?, body))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn rss(out: &mut String, name: &str, head: &Head, content: &str) {
    let _ = write!(
        out,
        "<item><title>{}</title><link>https://example.org/{name}/</link><guid>https://example.org/{name}/</guid>\
         <pubDate>{}</pubDate><description>{}</description>",
        escaped(&head.title),
        head.date,
        escaped(&head.description),
    );
    for tag in &head.tags {
        let _ = write!(out, "<category>{}</category>", escaped(tag));
    }
    let _ = writeln!(
        out,
        "<content:encoded><![CDATA[{}]]></content:encoded></item>",
        content.replace("]]>", "]]]]><![CDATA[>")
    );
}

fn atom(out: &mut String, name: &str, head: &Head, content: &str) {
    let _ = write!(
        out,
        "<entry><title>{}</title><link href=\"https://example.org/{name}/\"/><id>https://example.org/{name}/</id>\
         <updated>{}</updated><summary>{}</summary>",
        escaped(&head.title),
        head.date,
        escaped(&head.description),
    );
    for author in &head.authors {
        let _ = write!(out, "<author><name>{}</name></author>", escaped(author));
    }
    let _ = writeln!(out, "<content type=\"html\">{}</content></entry>", escaped(content));
}

fn json(out: &mut String, name: &str, head: &Head, content: &str) {
    let url = format!("https://example.org/{name}/");
    let item = serde_json::json!({
        "id": url, "url": url, "title": head.title, "summary": head.description, "date_published": head.date,
        "content_html": content, "tags": head.tags,
    });
    let _ = write!(out, "{item}");
}
