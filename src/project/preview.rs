//! Builds the preview: the outputs as they would be after a build, compared with the committed ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset};
use url::Url;

use super::draft_files::{DraftFile, draft_files};
use super::render::About;
use super::{Composed, Project, Stop, outputs, pages};
use crate::draft::file::File;
use crate::draft::reconcile::State;
use crate::draft::{self, check, followup};
use crate::entities::escape;
use crate::feed::FORMATS;
use crate::feed::read as published;
use crate::preview::{
    self, Article, Card, Change, Diff, Draft, DraftImage, Message, Note, Page, Post, data_url, text,
};
use crate::report::{Finding, Source};
use crate::tree::{Tree, folder_of, inside, under};

/// The largest image that is embedded, in bytes; the page names a larger one without showing it.
const LARGEST_IMAGE: usize = 2 * 1024 * 1024;

/// The page for everything composed, compared with `tree`.
///
/// # Errors
/// A draft or the committed outputs cannot be read.
pub fn page(project: &Project<'_>, composed: &Composed, tree: &dyn Tree) -> Result<Page, Stop> {
    let notes = outputs::outputs(project, composed, tree)?.notes;
    let mut findings: Vec<Finding> = project.config.apply_levels(notes);
    findings.extend(composed.findings.iter().cloned());
    let base = tree.base()?.into_iter().next();
    let mut builder = Builder {
        project,
        base: base.as_deref(),
        findings: findings.iter().collect(),
        images: BTreeMap::new(),
        cards: cards(project, composed),
        articles: articles(project, |path| {
            let feed = composed.feeds.iter().find(|feed| feed.path == path)?;
            Some(feed.bytes.to_vec())
        }),
        committed: base.as_deref().map_or_else(BTreeMap::new, |base| {
            articles(project, |path| base.read_output(path).ok())
        }),
    };
    let draft_files = draft_files(composed, tree)?;
    let mut posts: Vec<Post> =
        (composed.window.iter()).map(|about| builder.post(about, &draft_files)).collect();
    posts.sort_by_key(|post| post.change == Change::Same);
    let site = &project.config.site;
    let author = site.authors.first().map(|author| author.name.clone());
    Ok(Page {
        title: site.title.clone(),
        home: site.url.to_string(),
        language: site.language.clone(),
        author: author.unwrap_or_else(|| site.title.clone()),
        host: host(&site.url),
        source: tree.describe().into_owned(),
        base: builder.base.map(|base| base.describe().into_owned()),
        posts,
        notes: builder.findings.iter().map(|left| Note::from(*left)).collect(),
        images: builder.images,
        live: false,
    })
}

/// The entries of the first feed that has `bytes`, by id.
fn articles(
    project: &Project<'_>,
    bytes: impl Fn(&str) -> Option<Vec<u8>>,
) -> BTreeMap<String, published::Article> {
    let folder = &project.config.feeds.dir;
    let read = FORMATS.iter().find_map(|format| {
        let path = under(folder, format.file_name);
        published::read(&bytes(&path)?)
    });
    let articles = read.unwrap_or_default().into_iter();
    articles.filter_map(|article| Some((article.id.clone()?, article))).collect()
}

/// The cards by path and by URL.
fn cards<'a>(project: &Project<'_>, composed: &'a Composed) -> BTreeMap<String, &'a [u8]> {
    let mut cards = BTreeMap::new();
    for card in &composed.cards {
        cards.insert(card.path.clone(), &*card.bytes);
        let settings = project.config.cards.as_ref();
        let url = settings.and_then(|settings| {
            let name = card.path.strip_prefix(&settings.dir)?;
            settings.url.join(name.trim_start_matches('/')).ok()
        });
        if let Some(url) = url {
            cards.insert(url.into(), &*card.bytes);
        }
    }
    cards
}

/// The parts of a draft's post that the author wrote, each with its place in the post.
fn sourced(about: &About, text: &str, first: bool) -> Vec<text::Sourced> {
    let parts = draft::parts::parts(text, first, &about.quotables).into_iter();
    parts
        .filter_map(|part| {
            let (line, column) = part.position?;
            let place = format!("{}, {}:{line}:{column}", part.kind.name(), about.path);
            Some((part.range, place))
        })
        .collect()
}

struct Builder<'a> {
    project: &'a Project<'a>,
    base: Option<&'a dyn Tree>,
    /// Those that are not assigned to a post yet.
    findings: Vec<&'a Finding>,
    images: BTreeMap<String, String>,
    /// Cards that are drawn but perhaps not written, by path and by URL.
    cards: BTreeMap<String, &'a [u8]>,
    articles: BTreeMap<String, published::Article>,
    committed: BTreeMap<String, published::Article>,
}

impl<'a> Builder<'a> {
    fn post(&mut self, about: &About, draft_files: &[DraftFile<'_>]) -> Post {
        let article = self.articles.remove(&about.id);
        let before = self.committed.remove(&about.id);
        let mut is_new = before.is_none();
        let mut diffs: Vec<Diff> = Vec::new();
        if self.base.is_some() {
            let joined = |article: &Option<published::Article>| {
                // The feed reader's view shows the text of a new entry.
                let is_compared = before.is_some();
                (article.as_ref())
                    .map_or_else(String::new, |article| in_words(article, is_compared))
            };
            diffs.extend(preview::diff("Feed entry", &joined(&before), &joined(&article)));
        }
        let folder = under(&self.project.config.drafts.dir, &about.key);
        let mut drafts = Vec::new();
        let own = |draft: &&DraftFile<'_>| {
            let own = draft.path.rsplit_once('/');
            own.is_some_and(|(own, _)| followup::folder(own).0 == folder)
        };
        let of_networks = draft::NETWORKS.iter().flat_map(|network| {
            let is_of = |draft: &&DraftFile<'_>| draft.composed.network.name == network.name;
            draft_files.iter().filter(own).filter(is_of)
        });
        for found in of_networks {
            if let Some(base) = self.base {
                let committed = base.read_output(found.path).ok();
                is_new &= committed.is_none();
                let committed = committed.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
                let title = format!("{} draft", title(found));
                diffs.extend(preview::diff(title, &committed.unwrap_or_default(), found.shown()));
            }
            drafts.push(self.draft(about, article.as_ref(), found));
        }
        let change = match (self.base, diffs.is_empty(), is_new) {
            (None, ..) | (_, true, _) => Change::Same,
            (_, false, true) => Change::New,
            (_, false, false) => Change::Changed,
        };
        Post {
            key: about.key.clone(),
            path: about.path.clone(),
            link: about.link.to_string(),
            title: about.title.clone(),
            date: day(about.published),
            day: about.published.format("%Y-%m-%d").to_string(),
            change,
            article: article.map(|article| self.article(article)),
            drafts,
            notes: self
                .take(&about.path)
                .iter()
                .map(|own| Note::from(*own))
                .chain(about.questions.iter().map(|own| Note::question(&about.path, own)))
                .collect(),
            diffs,
            errors: 0,
            warnings: 0,
        }
        .tallied()
    }

    fn article(&mut self, article: published::Article) -> Article {
        let html =
            article.content.unwrap_or_else(|| format!("<p>{}</p>", escape(&article.summary)));
        for url in image_urls(&html).into_iter().chain(article.image.clone()) {
            self.embed(&url, None);
        }
        Article {
            title: article.title,
            link: article.link,
            authors: article.authors,
            date: article.published.map_or_else(String::new, day),
            tags: article.tags,
            summary: article.summary,
            html,
            image: article.image,
            language: article.language,
        }
    }

    fn draft(
        &mut self,
        about: &About,
        article: Option<&published::Article>,
        draft: &DraftFile<'_>,
    ) -> Draft {
        let network = draft.composed.network;
        let file = File::parse(&Source::new(draft.path, draft.shown()));
        let mut found: Vec<Finding> = self.take(draft.path).into_iter().cloned().collect();
        if matches!(draft.outcome.state, State::New | State::Untouched) {
            found.extend(check::check(&file, network));
        }
        let warning = file.header.cw.as_deref();
        let link = file.header.link.as_deref().unwrap_or_default();
        let mut posts: Vec<Message> = Vec::new();
        for post in &file.posts {
            let sourced = sourced(about, &post.text, posts.is_empty());
            let (parts, folded) = text::parts(&post.text, warning, network, &sourced);
            let place = post.range(&(0..post.text.len()));
            let (own, others): (Vec<Finding>, Vec<Finding>) = found.into_iter().partition(|one| {
                let start = one.at.as_ref().map(|span| span.range.start);
                start.is_some_and(|start| place.start <= start && start <= place.end)
            });
            found = others;
            let count = network.count(&post.text, warning);
            let images = if posts.is_empty() { self.images(about, &file) } else { Vec::new() };
            let shows_card = !link.is_empty() && images.is_empty() && post.text.contains(link);
            posts.push(Message {
                parts,
                folded,
                count,
                limit: network.limit,
                used: (count * 100 / network.limit).min(100),
                unit: network.unit,
                images,
                card: shows_card.then(|| Card {
                    title: about.title.clone(),
                    summary: about.summary.clone(),
                    host: host(&about.link),
                    image: article.and_then(|article| article.image.clone()),
                }),
                notes: own.iter().map(Note::from).collect(),
            });
        }
        let pending = draft.waiting().and_then(|waiting| {
            let new = File::parse(&Source::new("", waiting)).texts().join("\n\n");
            preview::diff("The text that waits", &file.texts().join("\n\n"), &new)
        });
        Draft {
            network: network.name,
            title: title(draft),
            followup: followup::number(draft.path),
            reply_to: file.header.reply_to.clone(),
            path: draft.path.to_owned(),
            state: draft.outcome.state.name(),
            language: file.header.lang.clone(),
            warning: file.header.cw.clone(),
            schedule: file.header.schedule.clone(),
            posts,
            notes: found.iter().map(Note::from).collect(),
            pending,
        }
    }

    fn images(&mut self, about: &About, file: &File) -> Vec<DraftImage> {
        let folder = folder_of(&about.path);
        let mut images = Vec::new();
        for image in &file.header.images {
            let src = if self.cards.contains_key(&image.src) {
                image.src.clone()
            } else {
                let src = about.link.join(&image.src);
                src.map_or_else(|_| image.src.clone(), String::from)
            };
            self.embed(&src, inside(&under(folder, &image.src)));
            images.push(DraftImage {
                src,
                path: image.src.clone(),
                alt: image.alt.clone(),
                credit: image.credit.clone(),
            });
        }
        images
    }

    /// Embeds an image whose file is in the tree: at `path` or behind `url`.
    fn embed(&mut self, url: &str, path: Option<String>) {
        if self.images.contains_key(url) {
            return;
        }
        let card = || self.cards.get(url).map(|bytes| bytes.to_vec());
        let at_path = || self.project.tree.read(&path?).ok();
        let behind_url = || Some(pages::file_behind(self.project, &Url::parse(url).ok()?)?.0);
        let bytes = card().or_else(at_path).or_else(behind_url);
        let kind = mime_guess::from_path(url.split(['?', '#']).next().unwrap_or_default()).first();
        if let (Some(bytes), Some(kind)) = (bytes, kind)
            && bytes.len() <= LARGEST_IMAGE
            && kind.type_() == "image"
        {
            let data = data_url(kind.essence_str(), &bytes);
            self.images.insert(url.to_owned(), data);
        }
    }

    /// Takes the findings about a file out of the rest.
    fn take(&mut self, path: &str) -> Vec<&'a Finding> {
        let (own, others) = (self.findings.iter()).partition(|one| one.file() == Some(path));
        self.findings = others;
        own
    }
}

/// The network of a draft, and the number of the follow-up where it is one.
fn title(draft: &DraftFile<'_>) -> String {
    let network = draft.composed.network.title;
    match followup::number(draft.path) {
        None => network.to_owned(),
        Some(number) => format!("{network}, follow-up {number}"),
    }
}

/// The URLs of the images in our own HTML, without duplicates.
fn image_urls(html: &str) -> BTreeSet<String> {
    let tags = html.split("<img ").skip(1);
    tags.filter_map(|tag| {
        let tag = tag.split('>').next()?;
        let (_, rest) = tag.split_once("src=\"")?;
        Some(rest.split('"').next()?.replace("&amp;", "&"))
    })
    .collect()
}

/// An entry as lines, for the diff.
fn in_words(article: &published::Article, with_content: bool) -> String {
    let mut words = format!("title: {}\n", article.title);
    for (name, value) in [
        ("link", article.link.clone()),
        ("published", article.published.map(|date| date.to_rfc3339())),
        ("authors", Some(article.authors.join(", "))),
        ("tags", Some(article.tags.join(", "))),
        ("image", article.image.clone()),
        ("language", article.language.clone()),
        ("summary", Some(article.summary.clone())),
    ] {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let _ = writeln!(words, "{name}: {value}");
        }
    }
    if let Some(content) = article.content.as_ref().filter(|_| with_content) {
        let _ = writeln!(words, "\n{}", content.trim_end());
    }
    words
}

fn day(date: DateTime<FixedOffset>) -> String {
    date.format("%-d %B %Y").to_string()
}

fn host(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}
