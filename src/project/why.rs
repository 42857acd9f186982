//! Explains in a line each why outputs change, for `--verbose`.

use std::collections::BTreeMap;

use super::stale::is_card;
use crate::draft::file::File;
use crate::feed::read::{Article, read};
use crate::output::{Change, Plan};
use crate::report::Source;

/// Every output that the plan writes or deletes, with the reason.
pub fn reasons(plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    for change in &plan.write {
        let path = &change.artifact.path;
        lines.push(format!("{path}: {}", reason(change)));
    }
    for (path, _) in &plan.remove {
        lines.push(format!("{path}: is deleted"));
    }
    lines
}

fn reason(change: &Change) -> String {
    let Some(found) = &change.found else { return "is new".to_owned() };
    let (path, wanted) = (change.artifact.path.as_str(), &*change.artifact.bytes);
    if is_card(path) {
        return "its post, the template or a font changed".to_owned();
    }
    if change.artifact.path.strip_suffix(".txt").is_some() {
        let file = |bytes: &[u8]| {
            File::parse(&Source::new(path, String::from_utf8_lossy(bytes).into_owned()))
        };
        return draft(&file(found), &file(wanted));
    }
    match (read(found), read(wanted)) {
        (Some(before), Some(after)) => feed(before, after),
        (None, Some(_)) => "the old file is not a feed".to_owned(),
        _ => "its text changed".to_owned(),
    }
}

fn draft(before: &File, after: &File) -> String {
    let (old, new) = (before.texts(), after.texts());
    if old.len() != new.len() {
        return format!("{} posts instead of {}", new.len(), old.len());
    }
    let changed: Vec<String> = (old.iter().zip(&new).enumerate())
        .filter(|(_, (old, new))| old != new)
        .map(|(index, _)| (index + 1).to_string())
        .collect();
    match changed.len() {
        0 => "its header changed".to_owned(),
        1 => format!("the text of post {} changed", changed.join("")),
        _ => format!("the texts of posts {} changed", changed.join(", ")),
    }
}

fn feed(before: Vec<Article>, after: Vec<Article>) -> String {
    let by_id = |articles: Vec<Article>| -> BTreeMap<String, Article> {
        let articles = articles.into_iter();
        articles.map(|article| (article.id.clone().unwrap_or_default(), article)).collect()
    };
    let (before, after) = (by_id(before), by_id(after));
    let mut reasons = Vec::new();
    for (id, article) in &after {
        let title = &article.title;
        match before.get(id) {
            None => reasons.push(format!("\u{201c}{title}\u{201d} is new")),
            Some(old) if old != article => {
                reasons.push(format!(
                    "\u{201c}{title}\u{201d} changed ({})",
                    parts(old, article).join(", ")
                ));
            }
            Some(_) => {}
        }
    }
    let gone = before.iter().filter(|(id, _)| !after.contains_key(*id));
    reasons.extend(gone.map(|(_, article)| format!("\u{201c}{}\u{201d} is gone", article.title)));
    if reasons.is_empty() {
        return "the data of the feed itself changed".to_owned();
    }
    reasons.join("; ")
}

/// The parts of an entry that differ.
fn parts(old: &Article, new: &Article) -> Vec<&'static str> {
    let parts = [
        ("URL", old.link != new.link),
        ("title", old.title != new.title),
        ("date", old.published != new.published),
        ("authors", old.authors != new.authors),
        ("tags", old.tags != new.tags),
        ("summary", old.summary != new.summary),
        ("content", old.content != new.content),
        ("image", old.image != new.image),
        ("language", old.language != new.language),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}
