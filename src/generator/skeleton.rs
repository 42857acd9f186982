//! A recap post to fill in, in the style of a site's posts, and whether one was filled in.

use chrono::NaiveDate;

use super::{Dialect, Field};
use crate::post::front_matter::{self, Format, Lines};
use crate::post::{Post, Visibility, date, rules};
use crate::report::{Finding, Level};

/// Questions to the author, as comments that readers do not see.
const ASKED: [&str; 3] = [
    "<!-- Where you were, and why it was worth the journey. -->",
    "<!-- One line a talk: - **Speaker** - *Title of the talk*. What you took home from it. -->",
    "<!-- What readers can do next: watch the recordings, come to the next meetup. -->",
];

/// The event, in TOML.
const TABLE: &str = r#"{ name = "", dates = "", place = "", hashtags = [] }  # the name with its year; dates such as 3-5 June 2026"#;
/// The same in YAML, and an image.
const MAPPING: &str = r#"  name: ""          # with the year, as in PyCascades 2020
  dates: ""         # such as 3-5 June 2026
  place: ""
  hashtags: []
# image:
#   src: photo.jpg
#   alt: What the image shows
#   credit: Who took it"#;

/// The style of a new post.
#[derive(Debug, Clone)]
pub struct Form {
    format: Format,
    /// The table (`""` is the top) and the key of each.
    title: (&'static str, &'static str),
    date: (&'static str, &'static str),
    tags: (&'static str, &'static str),
    event: (&'static str, &'static str),
    /// Lines of the site's posts that its templates or its schema may require.
    more: Vec<String>,
}

impl Form {
    /// The style of a dialect's own posts.
    pub fn of(dialect: &Dialect) -> Self {
        let home = |field, key| dialect.home(field).unwrap_or(("", key));
        Self {
            format: dialect.front_matter,
            title: home(Field::Title, "title"),
            date: home(Field::Date, "date"),
            tags: home(dialect.topics(), "tags"),
            event: home(Field::Event, "event"),
            more: Vec::new(),
        }
    }

    /// The style of `post`: its format and its keys, and the dialect's for the others.
    pub fn like(post: &Post, dialect: &Dialect) -> Self {
        let mut form = Self::of(dialect);
        let text = post.source.text();
        let parts = front_matter::split(text, dialect.header_lines);
        let Some(format) = parts.format.filter(|format| *format != Format::Json) else {
            return form;
        };
        if format == Format::Header && !dialect.header_lines {
            return form;
        }
        form.format = format;
        let values = front_matter::parse(text, &parts);
        for (wanted, place) in [
            (Field::Title, &mut form.title),
            (Field::Date, &mut form.date),
            (dialect.topics(), &mut form.tags),
        ] {
            let mut keys = dialect.keys.iter().filter(|(_, field)| *field == wanted);
            let used = keys.find(|(key, _)| values.pairs.iter().any(|pair| pair.key == *key));
            if let Some((key, _)) = used {
                *place = ("", key);
            }
        }
        for pair in &values.pairs {
            let is = |field| {
                let mut keys = dialect.keys.iter();
                keys.any(|(key, own)| *key == pair.key && *own == field)
            };
            let written = text.get(pair.value.range.clone()).unwrap_or_default();
            let kept =
                matches!(pair.key.as_ref(), "layout" | "template" | "type") || is(Field::Authors);
            let value = match format {
                _ if kept && !written.is_empty() && !written.contains('\n') => written,
                Format::Yaml | Format::Toml if is(Field::Summary) => "\"\"",
                _ => continue,
            };
            form.more.push(format.line(&pair.key, value, value));
        }
        form
    }

    /// The whole post.
    pub fn skeleton(&self, title: &str, day: NaiveDate) -> String {
        let mut head = Lines::new(self.format);
        self.put(&mut head, self.title, &self.format.quoted(title));
        self.put(&mut head, self.date, &day.to_string());
        let more = |head: &mut Lines| self.more.iter().for_each(|line| head.push("", line));
        match self.format {
            Format::Header => more(&mut head),
            Format::Toml => {
                self.put(&mut head, self.tags, "[]");
                self.put(&mut head, self.event, TABLE);
                more(&mut head);
            }
            Format::Yaml | Format::Json => {
                more(&mut head);
                self.put(&mut head, self.tags, "[]");
                head.push("", &format!("{}:\n{MAPPING}", self.event.1));
            }
        }
        format!("{}\n{}\n", head.finish(), ASKED.join("\n\n"))
    }

    fn put(&self, head: &mut Lines, (table, key): (&'static str, &str), value: &str) {
        let is_toml = self.format == Format::Toml;
        head.push(if is_toml { table } else { "" }, &self.format.line(key, value, value));
    }
}

/// The location of the newest of a site's posts, the model for a new one.
#[derive(Debug, Clone, Copy)]
pub struct Neighbour<'a> {
    /// Its path under the posts folder, without extension; a bundle's is its folder.
    pub key: &'a str,
    /// Its file.
    pub path: &'a str,
    /// Whether it is a folder of its own.
    pub is_bundle: bool,
    /// Its date.
    pub day: NaiveDate,
}

/// The file of a new post under the posts folder, placed and named like its neighbour.
pub fn place_beside(neighbour: Neighbour<'_>, slug: &str, day: NaiveDate) -> String {
    let (folder, name) = neighbour.key.rsplit_once('/').unwrap_or(("", neighbour.key));
    // A folder for a year or month is that of the new post's date.
    let parts: Vec<String> = folder
        .split('/')
        .filter(|part| !part.is_empty())
        .map(|part| match part {
            _ if part == neighbour.day.format("%Y").to_string() => day.format("%Y").to_string(),
            _ if part == neighbour.day.format("%m").to_string() => day.format("%m").to_string(),
            _ => part.to_owned(),
        })
        .collect();
    let name = match date::in_name(name) {
        Some(_) => format!("{day}-{slug}"),
        None => slug.to_owned(),
    };
    let extension = neighbour.path.rsplit_once('.').map_or("md", |(_, end)| end);
    let file = if neighbour.is_bundle {
        format!("{name}/index.{extension}")
    } else {
        format!("{name}.{extension}")
    };
    parts.into_iter().chain([file]).collect::<Vec<_>>().join("/")
}

/// The finding for a post that was not, or not completely, filled in.
pub fn unfilled(post: &Post, format: Format, dialect: &Dialect) -> Option<Finding> {
    let body = post.markdown();
    let at = ASKED.iter().filter_map(|asked| body.find(asked)).min()?;
    let rest = ASKED.iter().fold(body.to_owned(), |text, asked| text.replace(asked, ""));
    let length = body[at..].find("-->").map_or(0, |end| end + 3);
    let place = post.body.start + at..post.body.start + at + length;
    let finding =
        |message: &str| Finding::new(&rules::UNFILLED_TEMPLATE, message).at(post.span(&place));
    if rest.trim().is_empty() {
        let help = format!(
            "write the text in place of the comments, or mark the post with `{}`",
            dialect.draft_line(format)
        );
        let level = match post.head.visibility {
            Visibility::Public => Level::Error,
            _ => Level::Info,
        };
        let finding = finding("the template of this post is not filled in");
        return Some(finding.help(help).at_most(level));
    }
    let finding = finding("this part of the template is not filled in");
    let help = "write the text in place of the comment, or delete it";
    Some(finding.help(help).at_most(Level::Info))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::Context;
    use crate::generator::DIALECTS;
    use crate::read;

    #[test]
    fn every_dialect_reads_its_own_skeleton() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 20).expect("a day");
        for dialect in DIALECTS.iter().copied() {
            let name = dialect.name;
            let text = Form::of(dialect).skeleton("Docs: “Day” 2026", day);
            let context = Context { dialect, ..Context::default() };
            let reading = read::post("posts/a.md", text.clone().into_bytes(), "a", &context);
            let post = reading.post.expect("a post");
            let title = post.head.title.as_ref().map(|title| title.value.as_str());
            assert_eq!(title, Some("Docs: “Day” 2026"), "{name}: {text}");
            let written = post.head.date.as_ref().map(|date| date.value.date_naive());
            assert_eq!(written, Some(day), "{name}: {text}");
            let found: Vec<&str> = reading.findings.iter().map(|found| found.rule.name).collect();
            assert_eq!(found, ["unfilled-template"], "{name}: {text}");
        }
    }

    #[test]
    fn a_new_post_is_beside_the_newest() {
        let old = NaiveDate::from_ymd_opt(2025, 3, 1).expect("a day");
        let new = NaiveDate::from_ymd_opt(2026, 6, 20).expect("a day");
        for (key, path, is_bundle, wanted) in [
            ("a", "posts/a.md", false, "x.md"),
            ("2025-03-01-a", "2025-03-01-a.md", false, "2026-06-20-x.md"),
            ("en/blog/a", "content/en/blog/a/index.md", true, "en/blog/x/index.md"),
            ("2025/03/a", "posts/2025/03/a.mdx", false, "2026/06/x.mdx"),
            (
                "_posts/2025-03-01-a",
                "_posts/2025-03-01-a.markdown",
                false,
                "_posts/2026-06-20-x.markdown",
            ),
        ] {
            let neighbour = Neighbour { key, path, is_bundle, day: old };
            assert_eq!(place_beside(neighbour, "x", new), wanted, "{key}");
        }
    }
}
