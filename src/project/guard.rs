//! Turns a panic in one post into an error of that post; the others are composed all the same.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::report::Finding;
use crate::rules::outputs::INTERNAL_ERROR;

/// Does the work for the post at `path`.
///
/// # Errors
/// A [`Finding`] at the post where the work panicked. What it borrowed mutably must be dropped.
pub(crate) fn guarded<T>(path: &str, work: impl FnOnce() -> T) -> Result<T, Box<Finding>> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let finding = Finding::new(&INTERNAL_ERROR, "afterword failed on this post; this is a bug")
            .in_file(path)
            .help("report the post and the line that begins with `afterword: internal error`; set `draft: true` to go on without the post");
        Box::new(finding)
    })
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::draft::People;
    use crate::generator::{DEFAULT, Dialect, Facts, Field};
    use crate::project::compose::{Options, compose};
    use crate::project::{Composed, Project};
    use crate::tree::memory::Memory;

    /// A dialect that panics where a post asks for it: on reading or on rendering.
    static FAILING: Dialect = Dialect {
        name: "failing",
        keys: &[("title", Field::Title), ("date", Field::Date)],
        settle: |post, _| assert!(!post.markdown().contains("fails when read")),
        more: |post, _| {
            assert!(!post.markdown().contains("fails when rendered"));
            None
        },
        ..DEFAULT
    };

    fn composed(keep_going: bool) -> Composed {
        let post = |title: &str| {
            format!(
                "---\ntitle: {title}\ndate: 2026-01-0{}\n---\n\nIt {title}.\n",
                title.len() % 9 + 1
            )
        };
        let tree = ["is fine", "fails when read", "fails when rendered"]
            .iter()
            .enumerate()
            .fold(Memory::new(), |tree, (number, title)| {
                tree.with(&format!("posts/{number}.md"), post(title))
            });
        let mut config = Config::built_in();
        config.posts.dialect = &FAILING;
        let project = Project::with(&tree, config, Facts::default(), People::default());
        let options = Options { keep_going, ..Options::default() };
        compose(&project, options).expect("the tree can be read")
    }

    #[test]
    fn a_panic_in_a_post_is_an_error_of_that_post() {
        let composed = composed(true);
        assert_eq!(composed.entries, 1);
        let found: Vec<_> = (composed.findings.iter())
            .filter(|finding| finding.rule.name == "internal-error")
            .map(|finding| finding.file().unwrap_or_default())
            .collect();
        assert_eq!(found, ["posts/1.md", "posts/2.md"]);
    }

    #[test]
    fn without_keep_going_nothing_is_composed() {
        let composed = composed(false);
        assert_eq!(composed.entries, 0);
        assert!(composed.findings.iter().any(|finding| finding.rule.name == "internal-error"));
    }
}
