//! Buffer's bulk upload: `Text,Image URL,Tags,Posting Time`, at most 100 rows, one channel per file.

use super::{Export, Extra, Outgoing, PLAIN, csv};

pub(super) static BUFFER: Export = Export {
    name: "buffer",
    extension: "csv",
    is_one_channel: true,
    splits_threads: true,
    places: &[Extra::Images],
    write: |drafts| csv::table(&["Text", "Image URL", "Tags", "Posting Time"], drafts, row),
    ..PLAIN
};

/// Posts of a thread are a minute apart. Without `schedule` the time is empty, and Buffer appends the
/// post to the queue.
fn row(draft: &Outgoing<'_>, index: usize, text: &str) -> Vec<String> {
    let time = draft.scheduled(index, 1, "%Y-%m-%d %H:%M");
    vec![text.to_owned(), draft.first_image(index).to_owned(), String::new(), time]
}
