//! Authors: names, names with links or mail addresses, tables, and keys of an authors file.

use super::Reader;
use super::instead::Wanted;
use crate::generator::Separators;
use crate::post::front_matter::{Data, Kind, Node, one_line};
use crate::post::{Author, Spanned, author_of, web};

impl Reader<'_> {
    pub(super) fn authors(&mut self, key: &str, node: &Node<'_>) {
        let dialect = self.dialect();
        let separator = dialect.separators.authors.filter(|_| !dialect.is_whole(key));
        let mut found = Vec::new();
        match &node.data {
            Data::Scalar(_, Kind::Null) => {}
            Data::Scalar(text, _) => {
                let linked = linked(text);
                let names: Vec<&str> = match Separators::within(separator, text) {
                    _ if linked.len() > 1 => linked,
                    Some(separator) => text.split(separator).collect(),
                    None => vec![text],
                };
                found.extend(
                    names
                        .into_iter()
                        .map(|name| Spanned::new(self.author(name), node.range.clone())),
                );
            }
            Data::Table(_) => match self.author_table(node) {
                Some(author) => found.push(Spanned::new(author, node.range.clone())),
                None => self.wrong_type(key, node, "a name", &Wanted::Text),
            },
            Data::List(items) => {
                for item in items {
                    let author = match &item.data {
                        Data::Scalar(_, Kind::Null) => continue,
                        Data::Scalar(text, _) => Some(self.author(text)),
                        Data::Table(_) => self.author_table(item),
                        Data::List(_) => None,
                    };
                    if let Some(value) = author {
                        found.push(Spanned::new(value, item.range.clone()));
                    } else {
                        let advice = "write the name by itself, or as the key `name`";
                        self.wrong_type(key, item, "a name", &Wanted::Advice(advice));
                    }
                }
            }
        }
        for author in found {
            let there = self.head.authors.iter().any(|other| other.value.name == author.value.name);
            if !there && !author.value.name.is_empty() {
                self.head.authors.push(author);
            }
        }
    }

    /// `Ada Example`, `Ada Example <ada@example.org>`, `[Ada Example](https://…)`, or a key of the
    /// site's authors file.
    fn author(&self, text: &str) -> Author {
        let text = one_line(text);
        if let Some(known) = self.context.facts.authors.get(&text) {
            return known.clone();
        }
        if let Some((name, url)) = text
            .strip_suffix(')')
            .and_then(|text| text.strip_prefix('['))
            .and_then(|text| text.split_once("]("))
        {
            return Author { name: name.to_owned(), url: web(url), email: None };
        }
        match text.strip_suffix('>').and_then(|text| text.split_once('<')) {
            Some((name, inside)) if !name.trim().is_empty() => Author {
                name: name.trim().to_owned(),
                url: web(inside),
                email: inside.contains('@').then(|| inside.to_owned()),
            },
            _ => Author::named(text),
        }
    }

    fn author_table(&self, node: &Node<'_>) -> Option<Author> {
        author_of(node).or_else(|| {
            let key = ["id", "slug", "key"].iter().find_map(|key| node.get(key)?.scalar())?;
            self.context.facts.authors.get(key).cloned()
        })
    }
}

/// The Markdown links of a text that lists people: `[Ada](https://…), [Grace](https://…)`.
fn linked(text: &str) -> Vec<&str> {
    let mut links = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        rest = &rest[start..];
        let Some(end) =
            rest.find("](").and_then(|middle| rest[middle..].find(')').map(|end| middle + end + 1))
        else {
            break;
        };
        links.push(&rest[..end]);
        rest = &rest[end..];
    }
    links
}
