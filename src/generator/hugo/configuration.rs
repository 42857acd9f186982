//! `hugo.toml` and Hugo's other configuration files.

use std::collections::BTreeSet;

use pulldown_cmark::Options;

use crate::generator::edition_of;
use crate::post::front_matter::{Data, Format, Node, Pair, parse, split};
use crate::post::{Author, Zone, author_of};
use crate::tree::{Tree, under};

use crate::generator::configuration::{
    at, authors, first, format, get, items, language, pairs, placeless, string_at, switch, text,
    values,
};
use crate::generator::{Defaults, Facts, Scope};

pub(crate) const CONFIGURATIONS: &[&str] = &[
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config/_default/hugo.toml",
    "config/_default/hugo.yaml",
    "config/_default/hugo.yml",
    "config/_default/config.toml",
    "config/_default/config.yaml",
    "config/_default/config.yml",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
];

/// Many programs use `config.*`; only Hugo has this key for the URL.
pub(crate) fn owns(configuration: &str, text: &str) -> bool {
    if configuration.contains("hugo.") || configuration.contains("_default") {
        return true;
    }
    let lower = text.to_ascii_lowercase();
    lower.contains("baseurl") && !lower.contains("base_url")
}

pub(crate) fn facts(tree: &dyn Tree, root: &str) -> Facts {
    let empty = Node::unplaced(Vec::new());
    let mut config = first(tree, root, CONFIGURATIONS).unwrap_or(empty);
    // A site is published in the environment `production`.
    for folder in ["config/_default", "config/production"] {
        add_files(tree, &under(root, folder), &mut config);
    }
    let first = string_at(&config, "defaultContentLanguage");
    let first = first.map_or_else(|| "en".to_owned(), |first| first.to_lowercase());
    // What a language says of itself replaces what the site says.
    let own = get(&config, "languages").and_then(|all| get(all, &first));
    if let Some(own) = own.cloned() {
        merge(&mut config, own);
    }
    let is = |path: &str| switch(&config, path);
    let is_on = |path: &str| is(path) == Some(true);
    let content = string_at(&config, "contentDir").or_else(|| mounted(&config));
    let mut facts = Facts {
        root: root.to_owned(),
        title: string_at(&config, "title"),
        url: string_at(&config, "baseURL").filter(|url| url.contains("://")),
        description: string_at(&config, "params.description"),
        // Hugo's own default is English.
        language: string_at(&config, "locale languageCode defaultContentLanguage")
            .map_or_else(|| Some("en".to_owned()), |tag| language(&tag)),
        author: string_at(&config, "params.author.name params.author author.name author"),
        zone: string_at(&config, "timeZone").and_then(|name| Zone::named(&name)),
        keeps_case: is_on("disablePathToLower"),
        keeps_section_names: is("pluralizeListTitles") == Some(false),
        replaces_emoji: is_on("enableEmoji"),
        excluded: ignored(&config),
        removes_accents: is_on("removePathAccents"),
        first_language_in_folder: is_on("defaultContentLanguageInSubdir"),
        as_files: as_files(&config),
        linkifies: is("markup.goldmark.extensions.linkify"),
        has_plain_quotes: is("markup.goldmark.extensions.typographer") == Some(false),
        // Hugo's default is `https`.
        linkifies_as_https: string_at(&config, "markup.goldmark.extensions.linkifyProtocol")
            .is_none_or(|scheme| scheme != "http"),
        has_brackets: has_brackets(&config),
        lacks: Some(switched_off(&config) | without_alerts(tree, root, &config)),
        omits_html: !is_on("markup.goldmark.renderer.unsafe"),
        has_attributes: Some(is_on("markup.goldmark.parser.attribute.block")),
        shows_drafts: is_on("buildDrafts"),
        shows_future: is_on("buildFuture"),
        shows_expired: is_on("buildExpired"),
        ..Facts::default()
    };
    languages(root, &config, &first, &mut facts);
    facts.content = under(root, content.as_deref().unwrap_or("content").trim_matches('/'));
    permalinks(&config, "", &mut facts);
    dates(&config, &mut facts);
    people(tree, root, &mut facts);
    cascade(&config, None, "", None, &mut facts);
    sections(tree, &mut facts);
    superseded(tree, &mut facts);
    facts.sort_defaults();
    facts
}

/// The keys of `[frontmatter]` in their order, the site's own among them.
fn dates(config: &Node<'static>, facts: &mut Facts) {
    for key in ["date", "lastmod", "publishdate", "expirydate"] {
        let names = items(config, &format!("frontmatter.{key}")).iter();
        let own = names.filter_map(Node::scalar).filter(|name| {
            let mut known = super::KEYS.iter();
            !name.starts_with(':') && !known.any(|(known, _)| known.eq_ignore_ascii_case(name))
        });
        facts.aliases.extend(own.map(|name| (name.to_owned(), key)));
    }
    let order = items(config, "frontmatter.date");
    let place = order.iter().position(|item| item.scalar() == Some(":filename"));
    facts.dates_in_names = place.is_some();
    facts.names_first = place == Some(0);
    facts.dates = order.iter().filter_map(Node::scalar).map(str::to_lowercase).collect();
}

/// What the `_index.md` of a folder says of its pages.
fn sections(tree: &dyn Tree, facts: &mut Facts) {
    let prefix = format!("{}/", facts.content);
    for entry in tree.list(&facts.content).unwrap_or_default() {
        let inner = entry.path.strip_prefix(&prefix).unwrap_or_default();
        let (folder, name) = inner.rsplit_once('/').unwrap_or(("", inner));
        if !name.starts_with("_index.") {
            continue;
        }
        let text = text(tree, &entry.path).unwrap_or_default();
        let parts = split(&text, false);
        let head = Node::unplaced(parse(&text, &parts).pairs);
        let head = head.into_owned();
        let language = edition_of(&entry.path, facts).map(str::to_owned);
        let path = Some(entry.path.as_str());
        cascade(&head, path, folder, language.as_deref(), facts);
        if !folder.is_empty() {
            let section = facts.sections.entry(folder.to_owned()).or_default();
            if language.is_none() {
                section.slug = string_at(&head, "slug");
                section.title = string_at(&head, "title");
            }
        }
    }
}

/// Files beside which another one of the same name denotes the site's first language: Hugo reads that one.
fn superseded(tree: &dyn Tree, facts: &mut Facts) {
    let (Some(first), 2..) = (&facts.first_language, facts.languages.len()) else {
        return;
    };
    let files = tree.list(&facts.content).unwrap_or_default();
    let paths: BTreeSet<&str> = files.iter().map(|entry| entry.path.as_str()).collect();
    let named = paths.iter().filter_map(|path| {
        let (stem, extension) = path.rsplit_once('.')?;
        let (stem, language) = stem.rsplit_once('.')?;
        let plain = format!("{stem}.{extension}");
        let is_first = language.eq_ignore_ascii_case(first);
        (is_first && paths.contains(plain.as_str())).then(|| plain.into())
    });
    let named: Vec<Scope> = named.collect();
    let by = "a file of the same name with the site's first language";
    facts.excluded.extend(named.into_iter().map(|scope| (scope, by)));
}

/// Adds the files of a folder of configuration: `markup.toml` is the table `[markup]`, `hugo.toml` the top.
fn add_files(tree: &dyn Tree, folder: &str, config: &mut Node<'static>) {
    for entry in tree.list(folder).unwrap_or_default() {
        let name = entry.path.rsplit('/').next().unwrap_or_default();
        let Some(((table, _), value)) = name.rsplit_once('.').zip(values(tree, &entry.path)) else {
            continue;
        };
        if matches!(table, "hugo" | "config") {
            merge(config, value);
        } else {
            let pair = Pair::unplaced(table.to_owned(), value);
            merge(config, Node::unplaced(vec![pair]));
        }
    }
}

/// Puts the values of one table into another one, over its own.
fn merge(into: &mut Node<'static>, from: Node<'static>) {
    match (&mut into.data, from.data) {
        (Data::Table(known), Data::Table(pairs)) => {
            for pair in pairs {
                let mut same = known.iter_mut();
                match same.find(|known| known.key.eq_ignore_ascii_case(&pair.key)) {
                    Some(known) => merge(&mut known.value, pair.value),
                    None => known.push(pair),
                }
            }
        }
        (data, from) => *data = from,
    }
}

/// Files whose paths match one of `ignoreFiles`.
fn ignored(config: &Node<'static>) -> Vec<(Scope, &'static str)> {
    let patterns = items(config, "ignoreFiles").iter();
    let scopes = patterns.filter_map(|pattern| Scope::matching(pattern.scalar()?));
    scopes.map(|scope| (scope, "`ignoreFiles`")).collect()
}

/// Markdown extensions that the configuration disables.
fn switched_off(config: &Node<'static>) -> Options {
    let extensions = [
        ("definitionList", Options::ENABLE_DEFINITION_LIST),
        ("footnote", Options::ENABLE_FOOTNOTES),
        ("strikethrough", Options::ENABLE_STRIKETHROUGH),
        ("table", Options::ENABLE_TABLES),
        ("taskList", Options::ENABLE_TASKLISTS),
    ];
    let is = |name: &str| switch(config, &format!("markup.goldmark.extensions.{name}"));
    let is_off =
        |name: &str| is(name) == Some(false) || is(&format!("{name}.enable")) == Some(false);
    let off = extensions.into_iter().filter(|(name, _)| is_off(name));
    let off: Options = off.map(|(_, extension)| extension).collect();
    if is("passthrough.enable") == Some(true) { off } else { off | Options::ENABLE_MATH }
}

/// Whether `passthrough` has `\(` or `\[` among its delimiters.
fn has_brackets(config: &Node<'static>) -> bool {
    let Some(passthrough) = at(config, "markup.goldmark.extensions.passthrough") else {
        return false;
    };
    let [block, inline] =
        ["delimiters.block", "delimiters.inline"].map(|it| items(passthrough, it));
    switch(passthrough, "enable") == Some(true)
        && block.iter().chain(inline).any(|pair| {
            let open = pair.items().first().and_then(Node::scalar);
            open.is_some_and(|open| open.starts_with('\\'))
        })
}

/// GitHub's alerts, where no template of the site's own renders them. A theme's templates may do so.
fn without_alerts(tree: &dyn Tree, root: &str, config: &Node<'static>) -> Options {
    let has_theme = ["theme", "module"].iter().any(|key| get(config, key).is_some());
    let layouts = tree.list(&under(root, "layouts")).unwrap_or_default();
    if has_theme || layouts.iter().any(|entry| entry.path.contains("render-blockquote")) {
        Options::empty()
    } else {
        Options::ENABLE_GFM
    }
}

/// The sections of `uglyURLs`: all, or those of a table.
fn as_files(config: &Node<'static>) -> Vec<String> {
    let Some(ugly) = get(config, "uglyURLs") else {
        return Vec::new();
    };
    let on = |node: &Node<'static>| node.scalar() == Some("true");
    if on(ugly) {
        return vec![String::new()];
    }
    let sections = pairs(ugly).iter().filter(|pair| on(&pair.value));
    sections.map(|pair| pair.key.to_string()).collect()
}

/// The folder mounted as the content.
fn mounted(config: &Node<'static>) -> Option<String> {
    let of_content = |mount: &&Node<'static>| {
        string_at(mount, "target").is_some_and(|target| target.trim_matches('/') == "content")
    };
    let mut sources = items(config, "module.mounts")
        .iter()
        .filter(of_content)
        .filter_map(|mount| string_at(mount, "source"))
        // Files of another repository are not available.
        .filter(|source| !source.contains(".."));
    sources.next()
}

/// The languages, the site's first one at the front.
fn languages(root: &str, config: &Node<'static>, first: &str, facts: &mut Facts) {
    // A site of one language reads its language from the end of a name as well.
    facts.languages.push(first.to_owned());
    facts.first_language = Some(first.to_owned());
    facts.disabled_languages = (items(config, "disableLanguages").iter())
        .filter_map(|name| name.scalar().map(str::to_lowercase))
        .collect();
    let Some(table) = get(config, "languages").map(pairs) else {
        return;
    };
    facts.languages = table.iter().map(|pair| pair.key.to_lowercase()).collect();
    if let Some(place) = facts.languages.iter().position(|name| name == first) {
        facts.languages.swap(0, place);
    }
    for pair in table {
        let name = pair.key.to_lowercase();
        let string_at = |key| string_at(&pair.value, key);
        if let Some(title) = string_at("title") {
            facts.titles.insert(name.clone(), title);
        }
        if let Some(folder) = string_at("contentDir") {
            let folder = under(root, folder.trim_matches('/'));
            facts.contents.push((folder, name.clone()));
        }
        if switch(&pair.value, "disabled") == Some(true) {
            facts.disabled_languages.push(name.clone());
        }
        if name != first {
            if let Some(zone) = string_at("timeZone").and_then(|name| Zone::named(&name)) {
                facts.zones.insert(name.clone(), zone);
            }
            if let Some(url) = string_at("baseURL") {
                facts.hosts.insert(name.clone(), url);
            }
            permalinks(&pair.value, &format!("{name}:"), facts);
        }
    }
}

/// The values of `cascade` for the pages under `folder` of the content: a table, or several, each
/// perhaps with a `target`. `path` is the file of the section.
fn cascade(
    config: &Node<'static>,
    path: Option<&str>,
    folder: &str,
    language: Option<&str>,
    facts: &mut Facts,
) {
    let Some(given) = get(config, "cascade") else {
        return;
    };
    let tables = match &given.data {
        Data::List(tables) => tables.as_slice(),
        _ => std::slice::from_ref(given),
    };
    for table in tables {
        let target = get(table, "target").or_else(|| get(table, "_target"));
        let mut scope = Scope::from(under(&facts.content, folder));
        if let Some(target) = target {
            let string_at = |key| string_at(target, key);
            let of_pages = string_at("kind").is_none_or(|kind| kind.contains("page"));
            // The environment of a published site.
            let published = string_at("environment").is_none_or(|name| name.contains("production"));
            if !of_pages || !published {
                continue;
            }
            let pattern = string_at("path").unwrap_or_default();
            let plain = pattern.strip_suffix("/**");
            let plain = plain.filter(|folder| !folder.contains(['*', '?', '{', '[']));
            if let Some(folder) = plain {
                scope = under(&facts.content, folder.trim_start_matches('/')).into();
            } else if !pattern.is_empty() {
                let Some(fitting) = Scope::of_pages(&facts.content, &pattern) else {
                    continue;
                };
                scope = fitting;
            }
            scope = scope.in_language(string_at("lang"));
        }
        let scope = scope.in_language(language.map(str::to_owned));
        facts.defaults.push(Defaults {
            scope,
            values: placeless(table.clone()),
            path: path.map(str::to_owned),
        });
    }
}

/// Patterns by section in lower case, each after `language`, which is empty for the first one. Newer
/// sites have separate patterns for kinds of pages; a pattern that is for all kinds wins.
fn permalinks(config: &Node<'static>, language: &str, facts: &mut Facts) {
    let Some(table) = get(config, "permalinks") else {
        return;
    };
    let of_pages = get(table, "page").map(pairs).unwrap_or_default();
    for pair in of_pages.iter().chain(pairs(table)) {
        if let Some(pattern) = pair.value.scalar() {
            let section = pair.key.trim_matches('/').to_lowercase();
            let key = format!("{language}{section}");
            facts.permalinks.insert(key, pattern.to_owned());
        }
    }
}

/// Authors that posts name by a key: `data/authors`, or pages under `content/authors`.
fn people(tree: &dyn Tree, root: &str, facts: &mut Facts) {
    for extension in ["toml", "yaml", "yml", "json"] {
        if let Some(node) = values(tree, &under(root, &format!("data/authors.{extension}"))) {
            facts.authors.extend(authors(&node));
        }
    }
    for entry in tree.list(&under(root, "data/authors")).unwrap_or_default() {
        let name = entry.path.rsplit('/').next().unwrap_or_default();
        let Some((key, _)) = name.split_once('.') else {
            continue;
        };
        if format(&entry.path).is_some()
            && let Some(author) = values(tree, &entry.path).as_ref().and_then(author_of)
        {
            facts.authors.insert(key.to_owned(), author);
        }
    }
    let folder = under(&facts.content, "authors");
    for entry in tree.list(&folder).unwrap_or_default() {
        let Some(stem) = entry.path.strip_suffix(".md") else {
            continue;
        };
        let key = stem.trim_end_matches("/_index").trim_end_matches("/index");
        let key = key.rsplit('/').next().unwrap_or_default();
        let Some(text) = text(tree, &entry.path) else {
            continue;
        };
        let parts = split(&text, false);
        let title = parse(&text, &parts).pairs.into_iter().find(|pair| pair.key == "title");
        if parts.format != Some(Format::Header)
            && let Some(name) = title.as_ref().and_then(|pair| pair.value.scalar())
        {
            (facts.authors).insert(key.to_owned(), Author::named(name.trim()));
        }
    }
}
