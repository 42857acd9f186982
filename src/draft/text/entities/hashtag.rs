//! Hashtags.

use std::ops::Range;

use super::chars::Chars;
use super::classes::{is_tag, is_tag_letter};
use super::{UrlAt, urls};

/// Every hashtag in `text`, sign included, in order, except inside URLs.
pub fn hashtags(text: &str) -> Vec<Range<usize>> {
    if !text.contains(['#', '＃']) {
        return Vec::new();
    }
    let urls = urls(text);
    let chars = Chars::new(text);
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(c) = chars.at(index) {
        let sign = index;
        index += 1;
        let before = sign.checked_sub(1).and_then(|before| chars.at(before));
        let free =
            before.is_none_or(|c| matches!(c, '\u{fe0e}' | '\u{fe0f}') || !is_tag(c) && c != '&');
        if !matches!(c, '#' | '＃')
            || !free
            || matches!(chars.at(index), Some('\u{fe0f}' | '\u{20e3}'))
        {
            continue;
        }
        let end = chars.run_end(index, is_tag);
        if !chars.slice(index..end).iter().any(|c| is_tag_letter(*c)) {
            continue;
        }
        let goes_on = matches!(chars.at(end), Some('#' | '＃')) || chars.has(end, "://");
        if !goes_on {
            let range = chars.bytes(&(sign..end));
            let overlaps = |url: &UrlAt| url.range.start < range.end && range.start < url.range.end;
            if !urls.iter().any(overlaps) {
                found.push(range);
            }
        }
        index = end;
    }
    found
}
