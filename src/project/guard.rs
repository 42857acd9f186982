//! One post's panic is that post's error: the others are composed all the same.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::report::{Finding, Source};
use crate::rules::outputs::INTERNAL_ERROR;

/// Does the work for the post at `path`.
///
/// # Errors
/// A [`Finding`] at the post where the work panicked. What it had borrowed to change must be let go.
pub fn guarded<T>(path: &str, work: impl FnOnce() -> T) -> Result<T, Box<Finding>> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let finding = Finding::new(&INTERNAL_ERROR, "afterword failed on this post; this is a bug")
            .at(Source::new(path, "").start())
            .help("report the post and the line that begins with `afterword: internal error`; set `draft: true` to go on without the post");
        Box::new(finding)
    })
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use crate::config::Config;
    use crate::draft::People;
    use crate::post::dialect::{Dialect, Field};
    use crate::post::{Context, Post};
    use crate::project::compose::{Options, compose};
    use crate::project::{Composed, Project};
    use crate::site::Facts;
    use crate::tree::memory::Memory;

    /// A dialect that fails where a post says so: while it is read, or while it is rendered.
    #[derive(Debug)]
    struct Failing;

    impl Dialect for Failing {
        fn name(&self) -> &'static str {
            "failing"
        }

        fn keys(&self) -> &'static [(&'static str, Field)] {
            &[("title", Field::Title), ("date", Field::Date)]
        }

        fn settle(&self, post: &mut Post, _: &Context) {
            assert!(!post.markdown().contains("fails when read"));
        }

        fn more(&self, post: &Post, _: &Context) -> Option<Range<usize>> {
            assert!(!post.markdown().contains("fails when rendered"));
            None
        }
    }

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
        config.posts.dialect = &Failing;
        let project = Project::with(&tree, config, Facts::default(), People::default());
        let options = Options {
            keep_going,
            ..Options::default()
        };
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
        assert!(
            composed
                .findings
                .iter()
                .any(|finding| finding.rule.name == "internal-error")
        );
    }
}
