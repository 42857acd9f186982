//! Metricool's calendar import: the columns of its 2026 template. Posts need only the first few.
//! Mastodon has no column.

use super::{Export, Extra, Outgoing, PLAIN, csv};

/// The template's columns, in its order.
#[rustfmt::skip]
const COLUMNS: &[&str] = &[
    "Text", "Date", "Time", "Draft", "Facebook", "Twitter/X", "LinkedIn", "GBP", "Instagram", "Pinterest",
    "TikTok", "Youtube", "Threads", "Bluesky", "Picture Url 1", "Picture Url 2", "Picture Url 3",
    "Picture Url 4", "Picture Url 5", "Picture Url 6", "Picture Url 7", "Picture Url 8", "Picture Url 9",
    "Picture Url 10", "Alt text picture 1", "Alt text picture 2", "Alt text picture 3", "Alt text picture 4",
    "Alt text picture 5", "Alt text picture 6", "Alt text picture 7", "Alt text picture 8",
    "Alt text picture 9", "Alt text picture 10", "Document title", "Shortener", "Video Thumbnail Url",
    "Video Cover Frame", "Twitter/X Can reply", "Twitter/X Type", "Twitter/X Poll Duration minutes",
    "Twitter/X Poll Option 1", "Twitter/X Poll Option 2", "Twitter/X Poll Option 3", "Twitter/X Poll Option 4",
    "Pinterest Board", "Pinterest Pin Title", "Pinterest Pin Link", "Pinterest Pin New Format",
    "Instagram Post Type", "Instagram Show Reel On Feed", "Instagram Trial Reel Share Automatically",
    "Youtube Video Title", "Youtube Video Type", "Youtube Video Privacy", "Youtube video for kids",
    "Youtube AI generated content", "Youtube Video Category", "Youtube Video Tags", "Youtube playlist",
    "GBP Post Type", "Facebook Post Type", "Facebook Title", "First Comment Text", "TikTok Title",
    "TikTok disable comments", "TikTok disable duet", "TikTok disable stitch", "TikTok Post Privacy",
    "TikTok Branded Content", "TikTok Your Brand", "TikTok Auto Add Music", "TikTok Photo Cover Index",
    "TikTok musicId", "TikTok music title", "TikTok music author", "TikTok music previewUrl",
    "TikTok music thumbnailUrl", "TikTok music soundVolume", "TikTok music originalVolume",
    "TikTok music startMillis", "TikTok music endMillis", "TikTok Ai generated content", "LinkedIn Type",
    "LinkedIn Poll Question", "LinkedIn Poll Option 1", "LinkedIn Poll Option 2", "LinkedIn Poll Option 3",
    "LinkedIn Poll Option 4", "LinkedIn Poll Duration", "LinkedIn Show link preview",
    "LinkedIn Images as Carousel", "Threads Reply Control", "Threads Is Spoiler", "Threads Post Type",
    "Brand name",
];

/// The column of each network.
const NETWORKS: &[(&str, &str)] =
    &[("x", "Twitter/X"), ("linkedin", "LinkedIn"), ("threads", "Threads"), ("bluesky", "Bluesky")];

/// The columns of networks, each of which is on or off.
const SWITCHES: std::ops::Range<usize> = 4..14;

pub(super) static METRICOOL: Export = Export {
    name: "metricool",
    extension: "csv",
    takes: |network| NETWORKS.iter().any(|(name, _)| *name == network.name),
    splits_threads: true,
    places: &[Extra::Images, Extra::AltTexts],
    write: |drafts| csv::table(COLUMNS, drafts, row),
    ..PLAIN
};

/// Posts of a thread are a minute apart; a draft without `schedule` stays a draft.
fn row(draft: &Outgoing<'_>, index: usize, text: &str) -> Vec<String> {
    let cells = COLUMNS.iter();
    cells.map(|column| cell(draft, text, index, column)).collect()
}

fn cell(draft: &Outgoing<'_>, text: &str, index: usize, column: &str) -> String {
    let time = |format| draft.scheduled(index, 1, format);
    let image = |prefix: &str| {
        let number: usize = column.strip_prefix(prefix)?.trim().parse().ok()?;
        draft
            .header
            .images
            .get(number.checked_sub(1)?)
            .filter(|image| index == 0 && Outgoing::is_public(image))
    };
    if COLUMNS[SWITCHES].contains(&column) {
        let own = NETWORKS.iter().any(|(name, own)| *name == draft.network.name && *own == column);
        return if own { "TRUE" } else { "FALSE" }.to_owned();
    }
    if let Some(image) = image("Picture Url ") {
        return image.src.clone();
    }
    if let Some(image) = image("Alt text picture ") {
        return Outgoing::alt(image);
    }
    match column {
        "Text" => text.to_owned(),
        "Date" => time("%Y-%m-%d"),
        "Time" => time("%H:%M:%S"),
        "Draft" => if draft.schedule().is_some() { "FALSE" } else { "TRUE" }.to_owned(),
        "Shortener" => "FALSE".to_owned(),
        _ => String::new(),
    }
}
