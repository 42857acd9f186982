//! Where keys and their values are in the file.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The pair of a key in a table (`site.author`); else the table's name.
pub(super) fn pair(text: &str, table: &str, key: &str) -> Option<Range<usize>> {
    let (root, _) = DeTable::parse_recoverable(text);
    let mut inside = root.get_ref();
    let mut found = None;
    for name in table.split('.') {
        let Some((name, value)) = inside.get_key_value(name) else { return found };
        found = Some(with_brackets(text, name.span()));
        let DeValue::Table(table) = value.get_ref() else { return found };
        inside = table;
    }
    let pair = inside.get_key_value(key);
    pair.map(|(key, value)| key.span().start..value.span().end).or(found)
}

/// The `url` of each author of the site.
pub(super) fn author_urls(text: &str) -> Vec<Spanned<String>> {
    let (root, _) = DeTable::parse_recoverable(text);
    let site = root.get_ref().get("site").and_then(|site| site.get_ref().as_table());
    let authors: &[Spanned<DeValue<'_>>] = match site.and_then(|site| site.get("author")) {
        Some(value) => match value.get_ref() {
            DeValue::Array(authors) => authors,
            _ => std::slice::from_ref(value),
        },
        None => &[],
    };
    let url = |author: &Spanned<DeValue<'_>>| {
        let url = author.get_ref().as_table()?.get("url")?;
        Some(Spanned::new(url.span(), url.get_ref().as_str()?.to_owned()))
    };
    authors.iter().filter_map(url).collect()
}

/// A table's name with the brackets of its line.
fn with_brackets(text: &str, mut name: Range<usize>) -> Range<usize> {
    while text[..name.start].ends_with('[') && text[name.end..].starts_with(']') {
        name = name.start - 1..name.end + 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{author_urls, pair};

    #[test]
    fn pairs_are_found_however_they_are_written() {
        for (text, found) in [
            ("[site]\ntitle = \"T\" # the title\n", "title = \"T\""),
            ("site = { title = \"T\" }\n", "title = \"T\""),
            ("site.title = \"T\"\n", "title = \"T\""),
            ("[ \"site\" ] # title = 1\n'title' = \"T\"\n", "'title' = \"T\""),
            ("[posts]\ntitle = 1\n[site]\nurl = 2\n", "[site]"),
        ] {
            assert_eq!(pair(text, "site", "title").map(|at| &text[at]), Some(found), "{text}");
        }
        assert_eq!(pair("[posts]\ntitle = 1\n", "site", "title"), None);
    }

    #[test]
    fn authors_may_be_one_or_several() {
        for (text, count) in [
            ("[site]\nauthor = \"x\"\n", 0),
            ("[site]\nauthor = { name = \"x\", url = \"x\" }\n", 1),
            ("[site]\nauthor = [\"x\", { name = \"x\", url = \"x\" }]\n", 1),
            ("[site.author]\nname = \"x\"\nurl = \"x\"\n", 1),
            ("[[site.author]]\nurl = \"x\"\n[[site.author]]\nurl = \"x\"\n", 2),
        ] {
            let urls = author_urls(text);
            assert_eq!(urls.len(), count, "{text}");
            for url in urls {
                assert!(text[..url.span().start].ends_with("url = "), "{text}");
            }
        }
    }
}
