//! Buffer's bulk upload: `Text,Image URL,Tags,Posting Time`, at most 100 rows, one channel per file.

use super::{Export, Extra, Outgoing, csv, taken};
use crate::draft::network::Network;

/// Buffer.
pub(super) struct Buffer;

impl Export for Buffer {
    fn name(&self) -> &'static str {
        "buffer"
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn is_one_channel(&self) -> bool {
        true
    }

    fn takes(&self, _network: &dyn Network) -> bool {
        true
    }

    fn splits_threads(&self) -> bool {
        true
    }

    fn places(&self) -> &'static [Extra] {
        &[Extra::Images]
    }

    /// A row per post; those of a thread are a minute apart. Without `schedule` the time is empty,
    /// and Buffer appends the post to the queue.
    fn write(&self, drafts: &[Outgoing<'_>]) -> String {
        let mut table = csv::row(&["Text", "Image URL", "Tags", "Posting Time"]);
        for draft in taken(self, drafts) {
            for (index, text) in draft.posts.iter().enumerate() {
                let time = draft
                    .scheduled(index, 1)
                    .map(|time| time.format("%Y-%m-%d %H:%M").to_string());
                let image = draft.first_image(index);
                table.push_str(&csv::row(&[
                    text.as_str(),
                    image,
                    "",
                    &time.unwrap_or_default(),
                ]));
            }
        }
        table
    }
}
