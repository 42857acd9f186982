//! Eleventy's data: that of folders and files, and that of the whole site.

use crate::generator::configuration::{placeless, text, values};
use crate::generator::script::{Exported, arguments, code, exported, literal, value};
use crate::generator::{Defaults, Facts};
use crate::post::front_matter::{Data, Node, Pair};
use crate::tree::{Tree, under};

/// Keys whose values in data files of their own count for every post.
const SITE_KEYS: &[&str] = &[
    "permalink",
    "date",
    "author",
    "lang",
    "locale",
    "image",
    "description",
    "category",
    "series",
    "draft",
    "published",
    "private",
    "hidden",
    "unlisted",
    "status",
    "eleventyExcludeFromCollections",
];

/// `addGlobalData("key", value)` in the configuration, and `KEY.json` in the folder of data.
pub(super) fn of_site(
    tree: &dyn Tree,
    folder: &str,
    configuration: &str,
    script: &str,
    facts: &mut Facts,
) {
    let mut pairs: Vec<Pair<'static>> = Vec::new();
    let mut add = |key: String, value: Node<'static>| {
        pairs.push(Pair::unplaced(key, value));
    };
    for call in arguments(script, "addGlobalData") {
        let [key, given] = call.as_slice() else {
            continue;
        };
        // `eleventyComputed.KEY` is computed from the post, as a rule.
        let Some(key) = literal(key).filter(|key| !key.contains('.')) else {
            continue;
        };
        match value(given) {
            Some(value) => add(key, value),
            None => facts.computed.push((configuration.to_owned(), key)),
        }
    }
    for key in SITE_KEYS {
        let file = text(tree, &under(folder, &format!("{key}.json")));
        let value = file.and_then(|text| value(&text));
        if let Some(value) = value.filter(|value| matches!(value.data, Data::Scalar(..))) {
            add((*key).to_owned(), value);
        }
    }
    let values = Node::unplaced(pairs);
    facts.defaults.push(Defaults::of_site(values));
}

/// `posts/posts.json` and `posts/posts.11tydata.json` apply to every file in `posts`, and
/// `posts/talk.11tydata.json` to `posts/talk.md`; so do scripts of such names, as far as they
/// can be read, and YAML and TOML where the configuration adds extensions.
pub(super) fn of_folders(tree: &dyn Tree, content: &str, adds_extensions: bool, facts: &mut Facts) {
    let entries = tree.list(content).unwrap_or_default();
    for entry in &entries {
        let (folder, name) = entry.path.rsplit_once('/').unwrap_or(("", &entry.path));
        if folder.split('/').any(|part| part == "node_modules") {
            continue;
        }
        let own = folder.rsplit('/').next().unwrap_or_default();
        let Some((stem, extension)) = name.split_once('.') else {
            continue;
        };
        let is_named = extension.starts_with("11tydata.");
        let format = extension.strip_prefix("11tydata.").unwrap_or(extension);
        let is_script = is_named && ["js", "cjs", "mjs"].contains(&format);
        let is_data =
            format == "json" || adds_extensions && ["yaml", "yml", "toml"].contains(&format);
        if !is_script && !is_data {
            continue;
        }
        let beside = under(folder, &format!("{stem}.md"));
        let scope = if entries.iter().any(|other| other.path == beside) {
            beside
        } else if stem == own {
            folder.to_owned()
        } else {
            continue;
        };
        let values = if is_script {
            code(tree, &entry.path).map(|script| of_script(&script, &entry.path, facts))
        } else {
            values(tree, &entry.path)
        };
        let Some(node) = values else { continue };
        facts.defaults.push(Defaults {
            scope: scope.into(),
            values: placeless(node),
            path: Some(entry.path.clone()),
        });
    }
    facts.sort_defaults();
}

/// The literal values in a data file that is a script, which is never run.
fn of_script(script: &str, path: &str, facts: &mut Facts) -> Node<'static> {
    let Exported { values, computed } = exported(script);
    // A value that is computed from `draft` only applies what the posts say.
    let others =
        (computed.into_iter()).filter(|(key, code)| key.is_empty() || !code.contains("draft"));
    let others = others.map(|(key, _)| (path.to_owned(), key));
    facts.computed.extend(others);
    values
}
