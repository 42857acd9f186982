//! Finds the article in a generated page, and the page chrome inside it.

use std::collections::BTreeMap;
use std::ops::Range;

use url::Url;

use super::raw::{Attribute, Token, attribute, image_source, is_hidden, tokens};
use super::sanitise;
use super::vocabulary::{ADDED, CHROME, TEXT, has};

/// Elements that are never part of a text.
const NO_TEXT: &[&str] =
    &["script", "style", "template", "nav", "form", "button", "dialog", "head", "noscript"];

/// An open element of the page.
struct Open {
    name: String,
    /// Where the element itself begins.
    tag: usize,
    /// Where its content begins.
    start: usize,
    /// How likely it holds the text; the lowest rank is the most likely.
    rank: Option<usize>,
    /// Whether it is page chrome.
    is_left_out: bool,
    /// How much text came before it.
    before: usize,
}

/// The pieces of a page that are the text of its article, in order. `None` where nothing in the page
/// marks the article. `title` is the post's: a heading that repeats it is left out.
///
/// The most reliable mark wins, and among equals the one with most text: `itemprop="articleBody"`,
/// a class such as `e-content` or `post-content`, `<article>`, `<main>`.
pub(super) fn article(page: &str, title: &str) -> Option<Vec<Range<usize>>> {
    let mut walk = Walk {
        page,
        title,
        open: Vec::new(),
        counts: BTreeMap::new(),
        text: 0,
        found: None,
        left_out: Vec::new(),
        blocks: Vec::new(),
        picture: None,
    };
    for token in tokens(page) {
        match token {
            Token::Start { name, attributes, range } => walk.start(name, &attributes, &range),
            Token::End { name, range } => walk.end(&name, &range),
            Token::Text(range) => walk.text += page[range].trim().len(),
            Token::Comment(_) | Token::Other => {}
        }
    }
    walk.close(0, page.len(), page.len());
    let (_, _, range) = walk.found?;
    Some(without(range, walk.left_out))
}

struct Walk<'p> {
    page: &'p str,
    title: &'p str,
    open: Vec<Open>,
    /// How many elements of each name are open.
    counts: BTreeMap<String, usize>,
    /// How much text has been seen.
    text: usize,
    /// The best candidate so far: its rank, its text, its bytes.
    found: Option<(usize, usize, Range<usize>)>,
    left_out: Vec<Range<usize>>,
    /// The `<pre>` elements since the last table, each with its content.
    blocks: Vec<(Range<usize>, Range<usize>)>,
    /// The URL of the last image, outside of `<noscript>`.
    picture: Option<String>,
}

impl Walk<'_> {
    fn start(&mut self, name: String, attributes: &[Attribute<'_>], range: &Range<usize>) {
        let no_text = self.is_no_text(&name, attributes);
        if sanitise::is_void(&name) {
            if name == "img" {
                self.image(attributes);
            }
            if no_text {
                self.left_out.push(range.clone());
            }
            return;
        }
        *self.counts.entry(name.clone()).or_default() += 1;
        self.open.push(Open {
            rank: rank(&name, attributes),
            is_left_out: no_text,
            tag: range.start,
            start: range.end,
            before: self.text,
            name,
        });
    }

    /// Keeps a `<noscript>` that has an image of the text, unless the image before it shows the same.
    fn image(&mut self, attributes: &[Attribute<'_>]) {
        let value = |name: &str| Some(attribute(attributes, name)?.value.to_string());
        let source = image_source(value).map(|(_, source)| source);
        let is_pixel = ["width", "height"].iter().any(|side| {
            let side = value(side);
            matches!(side.as_deref(), Some("0" | "1"))
        });
        match self.open.last_mut() {
            Some(open) if open.name == "noscript" => {
                open.is_left_out &= is_pixel || source.is_none() || source == self.picture;
            }
            _ => self.picture = source,
        }
    }

    /// Closes the nearest open element of this name, and elements left open in it.
    fn end(&mut self, name: &str, range: &Range<usize>) {
        if self.counts.get(name).is_none_or(|count| *count == 0) {
            return;
        }
        if let Some(depth) = self.open.iter().rposition(|open| open.name == name) {
            self.close(depth, range.start, range.end);
        }
    }

    fn close(&mut self, depth: usize, inner_end: usize, outer_end: usize) {
        while self.open.len() > depth
            && let Some(open) = self.open.pop()
        {
            if let Some(count) = self.counts.get_mut(&open.name) {
                *count -= 1;
            }
            let repeats = open.name == "h1" && self.repeats_title(open.start..inner_end);
            let whole = open.tag..outer_end;
            if open.is_left_out || repeats {
                self.left_out.push(whole);
            } else if open.name == "pre" {
                self.blocks.push((whole, open.start..inner_end));
            } else if open.name == "table" {
                self.unwrap_code(&whole);
            }
            let Some(rank) = open.rank else { continue };
            let text = self.text - open.before;
            let better = self
                .found
                .as_ref()
                .is_none_or(|(best, most, _)| rank < *best || rank == *best && text >= *most);
            if better && text > 0 {
                self.found = Some((rank, text, open.start..inner_end));
            }
        }
    }

    /// Leaves out a table that puts line numbers beside code; the code stays.
    fn unwrap_code(&mut self, table: &Range<usize>) {
        let inside = |part: &Range<usize>| table.start <= part.start && part.end <= table.end;
        let blocks: Vec<_> = std::mem::take(&mut self.blocks);
        let holes: Vec<_> = (self.left_out.iter().filter(|hole| inside(hole)).cloned()).collect();
        let says = |part: &Range<usize>| {
            let mut pieces = without(part.clone(), holes.clone()).into_iter();
            pieces.any(|piece| {
                let html = &self.page[piece];
                tokens(html).iter().any(
                    |token| matches!(token, Token::Text(text) if !html[text.clone()].trim().is_empty()),
                )
            })
        };
        let mut code = blocks.iter().filter(|(_, content)| inside(content) && says(content));
        let (Some((block, content)), None) = (code.next(), code.next()) else {
            return;
        };
        if says(&(table.start..block.start)) || says(&(block.end..table.end)) {
            return;
        }
        // Some highlighters set the table into a `<pre>` of its own.
        let is_in_block = self.open.iter().any(|open| open.name == "pre");
        let kept = if is_in_block { content } else { block };
        self.left_out.push(table.start..kept.start);
        self.left_out.push(kept.end..table.end);
    }

    /// Whether a heading repeats the title and has nothing else.
    fn repeats_title(&self, heading: Range<usize>) -> bool {
        let heading = &self.page[heading];
        // A title is short; a much longer heading does not repeat it.
        if heading.len() > 4096 + self.title.len() * 8 {
            return false;
        }
        let mut plain = String::new();
        for token in tokens(heading) {
            if let Token::Text(range) = token {
                plain.push_str(&crate::entities::unescape(&heading[range]));
            }
        }
        let letters =
            |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        let title = letters(self.title);
        !title.is_empty() && letters(&plain).starts_with(&title)
    }

    /// Whether this element is in the article itself, not in a quotation of it.
    fn is_articles_own(&self) -> bool {
        const AROUND: usize = 64;
        let quotes = |name: &str| matches!(name, "blockquote" | "figure");
        let mut around = self.open.iter().rev().take(AROUND);
        let nearest = around.find(|open| open.rank.is_some() || quotes(&open.name));
        nearest.is_some_and(|open| open.rank >= Some(ARTICLE))
    }

    /// Whether a formula is here only as a drawing.
    fn is_only_formula(&self, classes: Option<&str>) -> bool {
        classes.is_some_and(|classes| classes.split_whitespace().any(|class| class == "katex-html"))
            && !self.page.contains("katex-mathml")
    }

    fn is_no_text(&self, name: &str, attributes: &[Attribute<'_>]) -> bool {
        let value = |name: &str| Some(&*attribute(attributes, name)?.value);
        // The article's own header and footer have title, date and links to neighbours.
        let of_article = matches!(name, "header" | "footer") && self.is_articles_own();
        NO_TEXT.contains(&name)
            || of_article
            || is_hidden(attributes.iter().map(|it| (it.name.as_str(), &*it.value)))
            || value("aria-hidden") == Some("true") && !self.is_only_formula(value("class"))
            || matches!(value("role"), Some("navigation" | "search" | "doc-toc"))
            || value("class").is_some_and(|classes| {
                let is_chrome = |class| has(CHROME, class) || has(ADDED, class);
                classes.split_whitespace().any(is_chrome)
            })
    }
}

/// The rank of `<article>`; lower ranks mark the text only.
const ARTICLE: usize = 2;

/// The rank of an element as the text of the post.
fn rank(name: &str, attributes: &[Attribute<'_>]) -> Option<usize> {
    for attribute in attributes {
        let value = attribute.value.as_ref();
        match attribute.name.as_str() {
            "itemprop" if value == "articleBody" => return Some(0),
            "class" if value.split_whitespace().any(|class| has(TEXT, class)) => {
                return Some(1);
            }
            _ => {}
        }
    }
    let has_role =
        attributes.iter().any(|attribute| attribute.name == "role" && attribute.value == "main");
    match name {
        "article" => Some(ARTICLE),
        "main" => Some(ARTICLE + 1),
        _ if has_role => Some(ARTICLE + 1),
        _ => None,
    }
}

/// The rest of a range after removing others.
fn without(whole: Range<usize>, mut holes: Vec<Range<usize>>) -> Vec<Range<usize>> {
    holes.sort_by_key(|hole| hole.start);
    let mut pieces = Vec::new();
    let mut at = whole.start;
    for hole in holes {
        // Elements around the article were not removed from it.
        if hole.end <= at || hole.start >= whole.end || hole.start < whole.start {
            continue;
        }
        if hole.start > at {
            pieces.push(at..hole.start);
        }
        at = hole.end.min(whole.end);
    }
    if at < whole.end {
        pieces.push(at..whole.end);
    }
    pieces
}

/// The base that `<base>` sets for the relative URLs of a page.
pub(super) fn base(page: &str) -> Option<String> {
    let tokens = tokens(page);
    tokens.iter().find_map(|token| match token {
        Token::Start { name, attributes, .. } if name == "base" => {
            Some(attribute(attributes, "href")?.value.trim().to_owned())
        }
        _ => None,
    })
}

/// A link in a page to something to subscribe to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    /// The URL, absolute.
    pub href: String,
    /// The type as written; empty where there is none.
    pub media_type: String,
    /// Bytes of the page.
    pub range: Range<usize>,
}

/// The links in a page at `base` whose relation is `alternate`, without those to other languages and
/// style sheets.
pub fn feed_links(page: &str, base: &Url) -> Vec<PageLink> {
    let mut links = Vec::new();
    for token in tokens(page) {
        let Token::Start { name, attributes, range } = token else {
            continue;
        };
        let value =
            |name: &str| attribute(&attributes, name).map_or("", |found| found.value.trim());
        let is = |rel: &str| {
            let mut words = value("rel").split_ascii_whitespace();
            words.any(|word| word.eq_ignore_ascii_case(rel))
        };
        let for_readers = is("alternate") && !is("stylesheet") && value("hreflang").is_empty();
        if name == "link"
            && for_readers
            && let Ok(href) = base.join(value("href"))
        {
            links.push(PageLink { href: href.into(), media_type: value("type").to_owned(), range });
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::article;

    fn text(page: &str) -> Option<String> {
        let pieces = article(page, "A talk & more")?;
        Some(pieces.into_iter().map(|piece| &page[piece]).collect())
    }

    #[test]
    fn the_surest_sign_counts() {
        for (page, expected) in [
            ("<main><p>a<article><p>b</article></main>", "<p>b"),
            (
                "<article><h1>A talk &amp; more</h1><div class='x post-content'><p>b</p></div><p>c</article>",
                "<p>b</p>",
            ),
            ("<article class=prose>x<div itemprop=articleBody>b<br>c</div></article>", "b<br>c"),
            ("<article><p>b and more</p></article><article>c</article>", "<p>b and more</p>"),
            ("<div role='main'>b</div>", "b"),
            ("<main><article></article>b</main>", "<article></article>b"),
        ] {
            assert_eq!(text(page).as_deref(), Some(expected), "{page}");
        }
        assert_eq!(text("<body><p>b</p></body>"), None);
    }

    #[test]
    fn page_chrome_is_left_out() {
        for (page, expected) in [
            (
                "<article><header><h1>T</h1></header><p>b</p><nav>n</nav><footer>f</footer></article>",
                "<p>b</p>",
            ),
            (
                "<article><h1 class=t>A talk &amp; <i>more</i></h1><h1>Other</h1>b</article>",
                "<h1>Other</h1>b",
            ),
            (
                "<article><h2 id=x>H <a class='headerlink' href='#x'>#</a></h2></article>",
                "<h2 id=x>H </h2>",
            ),
            (
                "<article><div class='toc'>t<div>u</div></div><blockquote>b<footer>who</footer></blockquote></article>",
                "<blockquote>b<footer>who</footer></blockquote>",
            ),
            (
                "<article><pre><span class=ln>1</span>code</pre><script>if (a</b)</script></article>",
                "<pre>code</pre>",
            ),
            (
                "<article>a<span style='DISPLAY : none'>b</span><i style='color:red; visibility:hidden'>c</i></article>",
                "a",
            ),
            (
                "<article><noscript><img src=/a.png></noscript>b</article>",
                "<noscript><img src=/a.png></noscript>b",
            ),
            (
                "<article><img data-src=/a.png><noscript><img src=/a.png></noscript>b</article>",
                "<img data-src=/a.png>b",
            ),
            ("<article><noscript><img src=/count.gif width=1>x</noscript>b</article>", "b"),
            ("<article><p style='display:block'>a</p></article>", "<p style='display:block'>a</p>"),
            (
                "<article><table><tr><td><pre><span class=lnt>1</span></pre></td><td><pre>code</pre></td></tr></table></article>",
                "<pre>code</pre>",
            ),
            (
                "<article><pre><code><table><td class=gutter>1</td><td><pre>code</pre></td></table></code></pre></article>",
                "<pre><code>code</code></pre>",
            ),
            (
                "<article><table><td>a</td><td><pre>code</pre></td></table></article>",
                "<table><td>a</td><td><pre>code</pre></td></table>",
            ),
            (
                "<article><table><td><pre>a</pre></td><td><pre>b</pre></td></table></article>",
                "<table><td><pre>a</pre></td><td><pre>b</pre></td></table>",
            ),
        ] {
            assert_eq!(text(page).as_deref(), Some(expected), "{page}");
        }
    }
}
