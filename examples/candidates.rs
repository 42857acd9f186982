//! What the models of a post's understanding choose from, one line of JSON a post: what
//! `training/table` makes the tables of features from.
//!
//! `cargo run --example candidates -- post.md other.md`

#![expect(clippy::print_stdout, reason = "an example shows what comes out")]
#![expect(
    clippy::disallowed_methods,
    reason = "the posts of a training set lie anywhere"
)]

use std::path::Path;

use afterword::post::{Post, read};
use afterword::project::Project;
use afterword::recap::training;
use afterword::tree::{Tree as _, worktree::Worktree};
use serde_json::json;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args().skip(1) {
        let file = Path::new(&path);
        let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else {
            continue;
        };
        let name = name.to_string_lossy();
        let tree = Worktree::new(folder)?;
        let project = Project::open(&tree).map_err(|_| "the folder is no project")?;
        let bytes = tree.read(&name)?;
        let reading = read(&name, bytes, &name, &project.context);
        if let Some(post) = &reading.post {
            let all = json!({ "file": path, "sessions": sessions(&project, post) });
            println!("{all}");
        }
    }
    Ok(())
}

fn sessions(project: &Project<'_>, post: &Post) -> Vec<serde_json::Value> {
    training::sessions(post, &project.document(post))
}
