//! Reports files that look like posts and are not read, once per reason.

use std::collections::BTreeMap;

use crate::generator::Dialect;
use crate::post::{date, rules};
use crate::report::{Finding, visible};

/// Extensions of posts in various generators.
const WRITTEN: &[&str] = &[
    "md", "markdown", "mdx", "mkd", "mkdn", "mdown", "rst", "adoc", "asciidoc", "org", "textile",
    "rmd", "qmd",
];

const HELP: &str =
    "rename it, choose another `[posts] dialect`, or move it out of the posts folder";

/// Whether a file with this extension may be a post: no other type is known for it.
fn may_be_text(ending: &str) -> bool {
    let guess = mime_guess::from_ext(ending).first_raw();
    let is_backup = ending.ends_with('~') || ["bak", "orig", "rej", "swp", "tmp"].contains(&ending);
    !is_backup
        && guess.is_none_or(|kind| ["text/plain", "text/html", "text/markdown"].contains(&kind))
}

/// The skipped files by reason and help: the first of them, and their number.
#[derive(Default)]
pub(super) struct Skipped(BTreeMap<(String, &'static str), (String, usize)>);

impl Skipped {
    /// Checks a file under the posts folder that is not a post of the dialect.
    pub(super) fn check(&mut self, path: &str, dialect: &Dialect) {
        let Some((stem, ending)) = path.rsplit_once('.') else {
            return;
        };
        let name = stem.rsplit('/').next().unwrap_or_default();
        let ending = ending.to_ascii_lowercase();
        let file = path.rsplit('/').next().unwrap_or_default();
        if dialect.programs.contains(&file) {
            let reason = "it is a program that makes posts, which is never run";
            let help = "write its posts as files, or add them to the feeds by another tool";
            self.add(reason.to_owned(), help, path);
            return;
        }
        if name.eq_ignore_ascii_case("readme") || name.starts_with('_') || name.is_empty() {
            return;
        }
        let is_dated = date::in_name(name).is_some();
        let reason = if dialect.extensions.contains(&ending.as_str()) {
            // Pages are elsewhere, and need no date.
            if is_dated || !path.split('/').any(|part| part == "_posts") {
                return;
            }
            "the name has no date such as 2026-02-24".to_owned()
        } else if WRITTEN.contains(&ending.as_str()) || is_dated && may_be_text(&ending) {
            let dialect = dialect.name;
            format!("`.{ending}` is not an extension of posts in the dialect {dialect}")
        } else {
            return;
        };
        self.add(reason, HELP, path);
    }

    /// Checks an entry that is never read: posts may be in the folder that it names.
    pub(super) fn refused(&mut self, path: &str, what: &str) {
        let name = path.rsplit('/').next().unwrap_or_default();
        if what == "a submodule" || !name.contains('.') {
            let help = "where posts are in it, move them into a folder of this repository";
            self.add(format!("it is {what}, which is never read"), help, path);
        }
    }

    fn add(&mut self, reason: String, help: &'static str, path: &str) {
        let (_, count) = (self.0.entry((reason, help))).or_insert_with(|| (path.to_owned(), 0));
        *count += 1;
    }

    /// One finding per reason, at the first file.
    pub(super) fn findings(self) -> impl Iterator<Item = Finding> {
        self.0.into_iter().map(|((reason, help), (first, count))| {
            let files = match count {
                1 => "this file is not read as a post".to_owned(),
                count => format!("this file and {} more are not read as posts", count - 1),
            };
            let message = format!("{files}: {}", visible(&reason));
            Finding::new(&rules::SKIPPED_FILE, message).in_file(first).help(help)
        })
    }
}
