//! `afterword draft --feed`: drafts for a blog that Afterword does not build.

use super::drafts::composed;
use super::shell::{Exit, Shell, complain};
use super::{posts, source};
use crate::config::Config;
use crate::generator::{self, Context, Facts};
use crate::import::{self, Imported, Kind, Place};
use crate::post::date;
use crate::project::{Project, Stop};
use crate::report::has_error;
use crate::tree::memory::Memory;

/// Composes the drafts of the entries with this URL, id or title, or of the newest ones: imports each
/// entry as a post into a tree in memory, and continues as for any post.
///
/// # Errors
/// The file is not a feed, an entry does not exist, or the configuration is invalid.
pub(super) fn drafts(shell: &Shell, feed: &str, chosen: &[String]) -> Result<Exit, Stop> {
    let bytes = source::read(feed)?;
    let context = Context::default();
    let import = import::read(feed, &bytes, None, &context)
        .map_err(|why| Stop::Failed(format!("{feed}: {why}")))?;
    if import.kind != Kind::Feed {
        return Err(Stop::Failed(format!(
            "{feed}: is not a feed; `afterword import` makes a post of it"
        )));
    }
    let here = source::worktree(shell)?;
    let Project { config, people, .. } = Project::open(&here)?;
    let config = elsewhere(config, &import.site);
    let place =
        Place { dir: &config.posts.dir, context: &context, site: &config.site.url, undated: true };
    let (mut files, mut findings) = import.files(place);
    files.sort_by_key(|(_, index)| {
        let date = import.posts[*index].date;
        std::cmp::Reverse(date.and_then(|date| date::resolve(date, context.zone).ok()))
    });
    if chosen.is_empty() {
        files.truncate(config.feeds.limit.count());
    } else {
        for name in chosen {
            if !import.posts.iter().any(|post| is_called(post, name)) {
                return Err(Stop::Failed(format!("{feed}: has no entry {name:?}")));
            }
        }
        files.retain(|(_, index)| {
            let post = &import.posts[*index];
            chosen.iter().any(|name| is_called(post, name))
        });
    }
    let memory = files
        .iter()
        .fold(Memory::new(), |memory, (file, _)| memory.with(&file.path, file.text.clone()));
    let project = Project::with(&memory, config, Facts::default(), people);
    for (file, index) in &files {
        let post = &import.posts[*index];
        let called = [&post.permalink, &post.id];
        let called = called.into_iter().flatten().next().map_or(file.path.as_str(), String::as_str);
        let named = posts::one(&project, called, &file.path).map_err(Stop::Failed)?;
        findings.extend(composed(shell, &project, &named));
    }
    if files.is_empty() {
        complain(&format!("{feed}: has no entries, so there are no drafts"));
    }
    if shell.for_people() {
        shell.findings(&findings);
    }
    Ok(Exit::of(has_error(&findings)))
}

/// The configuration for posts of another site, from its feed.
fn elsewhere(mut config: Config, site: &import::feed::Site) -> Config {
    if config.source.text().is_empty() {
        if let Some(title) = &site.title {
            config.site.title.clone_from(title);
        }
        if let Some(url) = &site.url {
            config.site.url.clone_from(url);
        }
        config.site.language.clone_from(&site.language);
    }
    config.posts.dialect = generator::plain();
    config.posts.permalink = None;
    config.ids.clear();
    config
}

fn is_called(post: &Imported, name: &str) -> bool {
    post.title == name
        || post.permalink.as_deref() == Some(name)
        || post.id.as_deref() == Some(name)
}
