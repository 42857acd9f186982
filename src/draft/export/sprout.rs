//! Sprout Social's bulk scheduling: `date,time_24hr,message_text,public_image_url`, at most 350
//! rows, ten minutes apart. Dates are month/day/year.

use super::{Export, Extra, Outgoing, csv, taken};
use crate::draft::network::Network;

/// Sprout Social.
pub(super) struct Sprout;

impl Export for Sprout {
    fn name(&self) -> &'static str {
        "sprout"
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn is_one_channel(&self) -> bool {
        true
    }

    fn needs_schedule(&self) -> bool {
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

    fn write(&self, drafts: &[Outgoing<'_>]) -> String {
        let mut table = csv::row(&["date", "time_24hr", "message_text", "public_image_url"]);
        for draft in taken(self, drafts) {
            for (index, text) in draft.posts.iter().enumerate() {
                let time = draft.scheduled(index, 10);
                let date = time
                    .map(|time| time.format("%m/%d/%Y").to_string())
                    .unwrap_or_default();
                let clock = time
                    .map(|time| time.format("%H:%M").to_string())
                    .unwrap_or_default();
                table.push_str(&csv::row(&[
                    &date,
                    &clock,
                    text.as_str(),
                    draft.first_image(index),
                ]));
            }
        }
        table
    }
}
