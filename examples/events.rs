//! Prints the candidates for the events of posts with their features, one JSON object per post.

#![expect(clippy::print_stdout, reason = "an example shows what comes out")]
#![expect(clippy::disallowed_methods, reason = "the posts of a training set lie anywhere")]

use afterword::generator::Context;
use afterword::read;
use afterword::recap;
use serde_json::json;

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&path) else {
            continue;
        };
        let Some(post) = read::post(&path, bytes, "post", &Context::default()).post else {
            continue;
        };
        let document = afterword::markdown::parse(&post);
        let rows: Vec<_> = recap::event_candidates(&post, &document)
            .into_iter()
            .map(|row| json!({"table": row.table, "text": row.text, "features": row.features.into_iter().collect::<std::collections::BTreeMap<_, _>>()}))
            .collect();
        println!("{}", json!({"file": path, "rows": rows}));
    }
}
