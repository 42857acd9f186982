//! Sprout Social's bulk scheduling: `date,time_24hr,message_text,public_image_url`, at most 350
//! rows, ten minutes apart. Dates are month/day/year.

use super::{Export, Extra, Outgoing, PLAIN, csv};

pub(super) static SPROUT: Export = Export {
    name: "sprout",
    extension: "csv",
    is_one_channel: true,
    needs_schedule: true,
    splits_threads: true,
    places: &[Extra::Images],
    write: |drafts| {
        let columns = ["date", "time_24hr", "message_text", "public_image_url"];
        csv::table(&columns, drafts, row)
    },
    ..PLAIN
};

fn row(draft: &Outgoing<'_>, index: usize, text: &str) -> Vec<String> {
    vec![
        draft.scheduled(index, 10, "%m/%d/%Y"),
        draft.scheduled(index, 10, "%H:%M"),
        text.to_owned(),
        draft.first_image(index).to_owned(),
    ]
}
