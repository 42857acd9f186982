//! The URLs of Hugo's pages: folders, slugs and the tokens of permalinks.

use chrono::{DateTime, FixedOffset};
use percent_encoding::percent_decode_str;

use crate::generator::permalink;
use crate::generator::{Context, Facts, language_of, parts, stem, stem_in, transliterate};
use crate::post::names::is_mark;
use crate::post::{Post, date};
use crate::tree::{is_under, under};

/// The post's URL, or its path from the site's root.
pub(super) fn url(post: &Post, context: &Context) -> String {
    let facts = &context.facts;
    let page = Page::new(post, facts);
    let host = page.language.and_then(|own| facts.hosts.get(own));
    let host = host.map_or("", |host| host.trim_end_matches('/'));
    let language = match page.language {
        Some(language) if host.is_empty() => format!("/{language}"),
        _ => String::new(),
    };
    if let Some(url) = &post.head.permalink {
        let url = &url.value;
        if url.contains("://") {
            return url.clone();
        }
        // A path that begins with a slash is one from the site's root, in every language.
        let folder = if url.starts_with('/') { "" } else { &language };
        return format!("{host}{folder}{}", file_or_folder(&page.expand(url)));
    }
    let section = page.folder.split('/').next().unwrap_or_default();
    let path = if let Some(pattern) = page.pattern(section) {
        // Hugo decodes the path like a query, in which `+` is a space.
        let path = page.expand(pattern).replace('+', " ");
        page.clean(&percent_decode_str(&path).decode_utf8_lossy())
    } else {
        let name = page.clean(page.slug().unwrap_or(page.name));
        format!("/{}", under(&page.clean(&page.slugs(page.folder)), &name))
    };
    let as_file =
        facts.as_files.iter().any(|own| own.is_empty() || own.eq_ignore_ascii_case(section));
    let path = path.trim_matches('/');
    let end = match path {
        "" => "",
        _ if as_file => ".html",
        _ => "/",
    };
    format!("{host}{language}/{path}{end}")
}

/// The parts of a page's URL.
struct Page<'a> {
    post: &'a Post,
    /// The folders under `content`, without a bundle's own.
    folder: &'a str,
    /// The file's name, or the bundle's.
    name: &'a str,
    /// The language of its file, where that is not the site's first.
    language: Option<&'a str>,
    /// The nearest folder that is a section: the first one, or one with an `_index.md`.
    section: &'a str,
    facts: &'a Facts,
    /// The slug from a dated file name, where names give dates.
    named_slug: Option<&'a str>,
}

/// The path of a post under the content's folder, and the language of its folder or name.
pub(super) fn placed<'p>(post: &'p Post, facts: &'p Facts) -> (&'p str, Option<&'p str>) {
    let path = post.source.path();
    let folder = facts.contents.iter().find(|(folder, _)| is_under(path, folder));
    if let Some((folder, language)) = folder {
        return (stem_in(post, folder), Some(language));
    }
    let file = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let (_, language) = language_of(parts(file).1, facts);
    (language_of(stem(post, facts), facts).0, language)
}

impl<'a> Page<'a> {
    fn new(post: &'a Post, facts: &'a Facts) -> Self {
        let (path, language) = placed(post, facts);
        let (folder, name) = parts(path);
        let mut section = folder;
        while section.contains('/') && !facts.sections.contains_key(section) {
            section = parts(section).0;
        }
        let from_name = post.head.date.as_ref().is_some_and(|date| date.range.is_empty());
        let named_slug = (from_name && facts.dates_in_names)
            .then(|| date::in_name(name).map(|(_, length)| &name[length..]))
            .flatten()
            .filter(|slug| !slug.is_empty());
        Self {
            post,
            folder,
            name,
            section,
            facts,
            language: match language {
                Some(language) if facts.languages.first().is_none_or(|first| first != language) => {
                    Some(language)
                }
                _ if facts.first_language_in_folder => facts.first_language.as_deref(),
                _ => None,
            },
            named_slug,
        }
    }

    /// The pattern of its folder or its first section, by its language.
    fn pattern(&self, section: &str) -> Option<&'a String> {
        let own = self.language.map(|language| format!("{language}:"));
        let languages = own.as_deref().into_iter().chain([""]);
        let mut keys = languages.flat_map(|language| {
            [self.folder, section].map(|folder| format!("{language}{}", folder.to_lowercase()))
        });
        keys.find_map(|key| self.facts.permalinks.get(&key))
    }

    fn slug(&self) -> Option<&'a str> {
        self.post.head.slug.as_ref().map(|slug| slug.value.trim_matches('-')).or(self.named_slug)
    }

    /// A folder by the slugs of its sections.
    fn slugs(&self, folder: &str) -> String {
        by_section(folder, |folder| {
            let section = self.facts.sections.get(folder);
            let slug = section.and_then(|section| section.slug.as_deref());
            slug.unwrap_or(parts(folder).1).to_owned()
        })
    }

    /// The page's section by the slugs or titles of its sections.
    fn titles(&self) -> String {
        by_section(self.section, |folder| {
            match self.facts.sections.get(folder) {
                Some(section) => {
                    let title = section.slug.as_ref().or(section.title.as_ref());
                    title.cloned().unwrap_or_default().replace('/', " ")
                }
                // Below the first folder, only those with an `_index.md` are sections.
                None if folder.contains('/') => String::new(),
                None if self.facts.keeps_section_names => capitalised(parts(folder).1),
                None => capitalised(&plural(parts(folder).1)),
            }
        })
    }

    fn clean(&self, text: &str) -> String {
        let mut clean = sanitised(text);
        if self.facts.removes_accents {
            clean = transliterate::unaccented(&clean);
        }
        if self.facts.keeps_case {
            clean
        } else {
            // As in Go, one letter for each: `İ` becomes a plain `i`.
            let lower = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
            clean.chars().map(lower).collect()
        }
    }

    /// Fills in the tokens of a permalink pattern.
    fn expand(&self, pattern: &str) -> String {
        permalink::tokens(pattern, |token, after| {
            let slice = after.strip_prefix('[').and_then(|text| text.split_once(']'));
            if let Some((_, behind)) = slice {
                *after = behind;
            }
            self.token(token, slice.map(|(inside, _)| inside))
        })
    }

    fn token(&self, token: &str, slice: Option<&str>) -> Option<String> {
        let date = self.post.head.date.as_ref().map(|date| date.value);
        let title = || {
            let title = self.post.head.title.as_ref().filter(|title| !title.range.is_empty());
            // A slash in a title does not make a folder, and a post without a title has no such part.
            title.map_or_else(String::new, |title| self.clean(&title.value.replace('/', " ")))
        };
        let slug = || self.slug().map(|slug| self.clean(slug));
        Some(match token {
            "section" => self.clean(self.folder.split('/').next().unwrap_or_default()),
            "sections" => self.clean(&sections(self.section, slice)),
            "sectionslug" => {
                let titles = self.titles();
                self.clean(titles.split('/').next().unwrap_or_default())
            }
            "sectionslugs" => self.clean(&sections(&self.titles(), slice)),
            "title" => title(),
            "slug" => slug().unwrap_or_else(title),
            "filename" | "contentbasename" => self.clean(self.name),
            "slugorfilename" | "slugorcontentbasename" => {
                slug().unwrap_or_else(|| self.clean(self.name))
            }
            _ => day(token, date?)?,
        })
    }
}

/// A path of `name` for each section on the way to `folder`.
fn by_section(folder: &str, name: impl Fn(&str) -> String) -> String {
    let ends = folder.match_indices('/').map(|(at, _)| at);
    let folders = ends.chain([folder.len()]).map(|end| &folder[..end]);
    let names = folders.map(name).filter(|name| !name.is_empty());
    names.collect::<Vec<_>>().join("/")
}

/// The plural of a section's name, which is the title of a list of its pages.
fn plural(name: &str) -> String {
    let ends = |all: &[&str]| all.iter().any(|end| name.ends_with(end));
    let before = name.strip_suffix('y').unwrap_or_default();
    if ends(&["news", "media", "data", "series", "equipment"]) {
        name.to_owned()
    } else if before.ends_with(|letter: char| !"aeiou-".contains(letter)) {
        format!("{before}ies")
    } else if ends(&["ss", "us", "x", "z", "ch", "sh"]) {
        format!("{name}es")
    } else if name.ends_with('s') {
        name.to_owned()
    } else {
        format!("{name}s")
    }
}

/// With each word in upper case at its first letter, as in a title.
fn capitalised(name: &str) -> String {
    let mut starts = true;
    let letters = name.chars().map(|letter| {
        let letter = if starts { upper(letter) } else { letter };
        starts = !letter.is_alphanumeric();
        letter
    });
    letters.collect()
}

fn upper(letter: char) -> char {
    let mut upper = letter.to_uppercase();
    upper.next().filter(|_| upper.len() == 0).unwrap_or(letter)
}

fn day(token: &str, date: DateTime<FixedOffset>) -> Option<String> {
    let format = match token {
        "year" | "2006" => "%Y",
        "month" | "01" => "%m",
        "day" | "02" => "%d",
        "monthname" => "%B",
        "weekday" => "%w",
        "weekdayname" => "%A",
        "yearday" => "%-j",
        "06" => "%y",
        "1" => "%-m",
        "2" => "%-d",
        _ => return None,
    };
    Some(date.format(format).to_string())
}

/// `[1:]`, `[:last]`, `[0]`, `[last]` of a path's folders.
fn sections(folder: &str, slice: Option<&str>) -> String {
    let all: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let Some(slice) = slice else {
        return all.join("/");
    };
    let last = all.len().saturating_sub(1);
    let place = |text: &str, empty: usize| match text {
        "" => empty,
        "last" => last,
        number => number.parse().unwrap_or(empty),
    };
    let range = if let Some((from, to)) = slice.split_once(':') {
        place(from, 0)..place(to, all.len())
    } else {
        let at = place(slice, 0);
        at..at + 1
    };
    let end = range.end.min(all.len());
    all.get(range.start.min(end)..end).unwrap_or_default().join("/")
}

/// A text in a path of Hugo: letters, digits and `./\_#+~-@` stay, spaces become one hyphen between
/// words, everything else is removed.
fn sanitised(text: &str) -> String {
    let mut path = String::with_capacity(text.len());
    let mut blank = false;
    for (at, character) in text.char_indices() {
        let is_escape = || {
            let digits = text.as_bytes().get(at + 1..at + 3);
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        };
        let stays = (character == '%' && is_escape())
            || character.is_alphanumeric()
            || is_mark(character)
            || matches!(character, '.' | '/' | '\\' | '_' | '#' | '+' | '~' | '-' | '@');
        if stays {
            if blank && character != '-' {
                path.push('-');
            }
            blank = false;
            path.push(character);
        } else if character.is_whitespace() && !path.is_empty() && !path.ends_with('-') {
            blank = true;
        }
    }
    path
}

/// A URL of front matter is a folder unless it names a file.
fn file_or_folder(path: &str) -> String {
    let (_, name) = parts(path);
    let file = name
        .rsplit_once('.')
        .is_some_and(|(_, extension)| matches!(extension, "html" | "htm" | "xml" | "json" | "php"));
    let path = path.trim_start_matches('/');
    if file || path.ends_with('/') || path.is_empty() {
        format!("/{path}")
    } else {
        format!("/{path}/")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        assert_eq!(
            sanitised("K8s CI Bot: automating \"make update\""),
            "K8s-CI-Bot-automating-make-update"
        );
        assert_eq!(sanitised("C# & F# - a talk"), "C#-F#---a-talk".replace("---", "-"));
        assert_eq!(sections("posts/numpy/fellows", Some("1:")), "numpy/fellows");
        assert_eq!(sections("posts/numpy", Some("last")), "numpy");
        assert_eq!(sections("posts/numpy", Some(":last")), "posts");
        assert_eq!(sections("", Some("3:1")), "");
        assert_eq!(file_or_folder("/a/b"), "/a/b/");
        assert_eq!(file_or_folder("a/b.html"), "/a/b.html");
        assert_eq!(file_or_folder("/v1.94.1-release"), "/v1.94.1-release/");
    }
}
