//! Surveys a folder: its generator, its posts, its settings.

use std::collections::{BTreeMap, BTreeSet};

use crate::generator::{self, Context, DIALECTS, Dialect, Facts};
use crate::post::Zone;
use crate::read::{self, locate};
use crate::tree::{Entry, Kind, Tree, TreeError, folder_of, is_under, under};

use crate::generator::configuration::text;

/// The values for `afterword init`.
#[derive(Debug, Clone)]
pub struct Survey {
    /// The dialect of the posts.
    pub dialect: &'static Dialect,
    /// Facts of the generator's configuration, among them title, URL, language, author and zone.
    pub facts: Facts,
    /// The folder of the posts, from the project's root.
    pub posts_dir: String,
    /// A folder for feeds that the site serves, from the project's root.
    pub feeds_dir: String,
    /// The path of that folder under the site's URL.
    pub feeds_path: String,
    /// A folder for drafts that the site does not publish.
    pub drafts_dir: String,
    /// What was detected, as sentences for the user.
    pub why: Vec<String>,
}

impl Survey {
    /// The time zone of dates without one: the generator's, else UTC.
    pub fn zone(&self) -> Zone {
        self.facts.zone.unwrap_or(Zone::UTC)
    }
}

/// Surveys a project: its generator (perhaps in a subfolder), its posts, its settings. `named` is the
/// dialect that the user chose.
///
/// # Errors
/// The tree cannot be listed.
pub fn survey(tree: &dyn Tree, named: Option<&'static Dialect>) -> Result<Survey, TreeError> {
    let entries = tree.list("")?;
    let mut why = Vec::new();
    let found = detect(tree, &entries, named);
    let (dialect, root) = match (&found, named) {
        (Some(found), _) => {
            why.push(format!("{} is {}'s configuration", found.configuration, found.dialect.name));
            (found.dialect, found.root.clone())
        }
        (None, Some(named)) => (named, common_root(&entries, named)),
        (None, None) => {
            why.push("no site generator's configuration was found".to_owned());
            (generator::plain(), String::new())
        }
    };
    let facts = (dialect.facts)(tree, &root);
    let (posts_dir, dated, elsewhere) = posts(tree, &entries, dialect, &facts);
    why.push(match dated {
        0 => format!("no post with a date was found; they are looked for in {}", shown(&posts_dir)),
        1 => format!("1 post with a date is in {}", shown(&posts_dir)),
        count => format!("{count} posts with a date are in {}", shown(&posts_dir)),
    });
    if let Some((first, more)) = elsewhere {
        let are = match more {
            0 => "is".to_owned(),
            more => format!("and {more} more with a date are"),
        };
        why.push(format!("{first} {are} outside of that folder and not read; `dir` under `[posts]` is the folder of all posts"));
    }
    why.extend((dialect.advice)(tree, &root));
    let (feeds_dir, note) = (dialect.feeds_dir)(&facts);
    if let Some(note) = note {
        why.push(format!("to have the feeds served, {note}"));
    }
    Ok(Survey {
        dialect,
        feeds_path: "feeds/".to_owned(),
        feeds_dir,
        drafts_dir: (dialect.drafts_dir)(&facts),
        posts_dir,
        facts,
        why,
    })
}

/// The facts of a configured project's generator, whose configuration is in the posts folder or
/// above it.
pub fn facts_of(tree: &dyn Tree, dialect: &'static Dialect, posts_dir: &str) -> Facts {
    let mut folder = posts_dir.trim_matches('/');
    loop {
        let there = dialect.configurations.iter().any(|name| {
            text(tree, &under(folder, name)).is_some_and(|text| (dialect.owns)(name, &text))
        });
        if there || folder.is_empty() {
            break;
        }
        folder = folder_of(folder);
    }
    let mut root = folder.to_owned();
    let posts = posts_dir.trim_matches('/');
    if root.is_empty() && dialect.configurations.iter().all(|name| text(tree, name).is_none()) {
        // Without a configuration, the generator's own folder names locate it.
        root = root_before(posts).unwrap_or_default();
    }
    (dialect.facts)(tree, &root)
}

fn shown(folder: &str) -> &str {
    if folder.is_empty() { "the project's folder" } else { folder }
}

struct Found {
    dialect: &'static Dialect,
    root: String,
    configuration: String,
}

/// The generator whose configuration is nearest to the root.
fn detect(tree: &dyn Tree, entries: &[Entry], named: Option<&'static Dialect>) -> Option<Found> {
    const DEEPEST: usize = 3;
    let mut folders: Vec<&str> = vec![""];
    for entry in entries {
        let mut folder = entry.path.as_str();
        while let Some((above, _)) = folder.rsplit_once('/') {
            folder = above;
            folders.push(above);
        }
    }
    let depth = |folder: &str| folder.split('/').filter(|part| !part.is_empty()).count();
    folders.retain(|folder| {
        let is_other =
            |part| matches!(part, "node_modules" | "themes" | "vendor" | "_site" | "public");
        depth(folder) <= DEEPEST && !folder.split('/').any(is_other)
    });
    folders.sort_unstable();
    folders.dedup();
    folders.sort_by_key(|folder| depth(folder));
    let files: BTreeSet<&str> = entries
        .iter()
        .filter(|entry| entry.kind == Kind::File)
        .map(|entry| entry.path.as_str())
        .collect();
    for folder in folders {
        for dialect in DIALECTS.iter().copied() {
            if named.is_some_and(|named| named.name != dialect.name) {
                continue;
            }
            for name in dialect.configurations {
                let path = under(folder, name);
                // Names that begin with a dot are not listed, but can be read.
                if !files.contains(path.as_str()) && !name.starts_with('.') {
                    continue;
                }
                if text(tree, &path).is_some_and(|text| (dialect.owns)(name, &text)) {
                    return Some(Found { dialect, root: folder.to_owned(), configuration: path });
                }
            }
        }
    }
    None
}

/// The folder of a generator without configuration: above the first of its usual folders.
fn common_root(entries: &[Entry], dialect: &Dialect) -> String {
    entries
        .iter()
        .find_map(|entry| {
            let parts: Vec<&str> = entry.path.split('/').collect();
            let place = parts.iter().position(|part| *part == dialect.folder)?;
            (place + 1 < parts.len()).then(|| parts[..place].join("/"))
        })
        .unwrap_or_default()
}

fn root_before(posts_dir: &str) -> Option<String> {
    let parts: Vec<&str> = posts_dir.split('/').collect();
    let place =
        parts.iter().position(|part| DIALECTS.iter().any(|dialect| dialect.folder == *part))?;
    Some(parts[..place].join("/"))
}

/// The folder of the posts, how many posts with a date are in it, and those that are not: the first of
/// them, and how many more there are.
fn posts(
    tree: &dyn Tree,
    entries: &[Entry],
    dialect: &'static Dialect,
    facts: &Facts,
) -> (String, usize, Option<(String, usize)>) {
    let context = Context {
        dialect,
        zone: facts.zone.unwrap_or(Zone::UTC),
        facts: facts.clone(),
        ..Context::default()
    };
    let prescribed = (dialect.posts_dir)(facts);
    let within = prescribed.clone().unwrap_or_else(|| facts.content.clone());
    let (files, _) = locate(entries, &within, dialect, facts);
    let mut folders: BTreeMap<String, usize> = BTreeMap::new();
    let mut dated: Vec<&str> = Vec::new();
    for file in &files {
        let Ok(bytes) = tree.read(&file.path) else {
            continue;
        };
        let reading = read::post(&file.path, bytes, &file.key, &context);
        if reading.post.is_none_or(|post| post.head.date.is_none()) {
            continue;
        }
        dated.push(&file.path);
        let place = file.bundle.as_deref().unwrap_or(&file.path);
        let mut folder = place;
        while let Some((above, _)) = folder.rsplit_once('/') {
            folder = above;
            *folders.entry(above.to_owned()).or_default() += 1;
        }
    }
    if let Some(folder) = prescribed {
        return (folder, dated.len(), None);
    }
    // The deepest folder with nearly all of them, but not one of several similar ones.
    let best = folders
        .into_iter()
        .filter(|(_, count)| *count * 10 >= dated.len() * 9)
        .max_by_key(|(folder, _)| folder.len());
    let folder = match best {
        Some((folder, _)) => folder,
        None if dialect.name == "plain" => "posts".to_owned(),
        None => within,
    };
    let others = || dated.iter().filter(|path| !is_under(path, &folder));
    let elsewhere = others().next().map(|first| ((*first).to_owned(), others().count() - 1));
    (folder.clone(), dated.len() - others().count(), elsewhere)
}
