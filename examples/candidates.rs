//! Prints the candidates of the models, one line of JSON per post: the input of `training/table`.
//!
//! `cargo run --example candidates -- post.md other.md`

#![expect(clippy::print_stdout, reason = "an example shows what comes out")]

use std::path::Path;

use afterword::markdown::Place;
use afterword::project::Project;
use afterword::read;
use afterword::recap::training;
use afterword::tree::{Tree as _, worktree::Worktree};
use serde_json::json;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let page = url::Url::parse("https://example.org/post/")?;
    for path in std::env::args().skip(1) {
        let file = Path::new(&path);
        let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else {
            continue;
        };
        let name = name.to_string_lossy();
        let tree = Worktree::new(folder)?;
        let project = Project::open(&tree).map_err(|_| "the folder is no project")?;
        let bytes = tree.read(&name)?;
        let reading = read::post(&name, bytes, &name, &project.context);
        if let Some(post) = &reading.post {
            let document = project.document(post, Place::new(&page, ""));
            let trace = training::Trace::of(post, &document);
            let (sessions, kind) = training::sessions(post, &document);
            let all = json!({
                "file": path,
                "sessions": sessions,
                "kind": kind,
                "hashtags": trace.hashtags,
                "hooks": trace.hooks,
                "takeaways": trace.takeaways,
            });
            println!("{all}");
        }
    }
    Ok(())
}
