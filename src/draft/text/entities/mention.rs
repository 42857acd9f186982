//! Mentions.

use std::ops::Range;

use super::chars::Chars;
use super::classes::is_latin_accent;

/// The longest name of an account and of a list, in characters.
const LONGEST_NAME: usize = 20;
const LONGEST_LIST: usize = 25;

/// Every mention for X, sign included, lists (`@name/list`) as a whole.
pub fn mentions(text: &str) -> Vec<Range<usize>> {
    if !text.contains(['@', '＠']) {
        return Vec::new();
    }
    let chars = Chars::new(text);
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(c) = chars.at(index) {
        let sign = index;
        index += 1;
        if !matches!(c, '@' | '＠') || !may_mention(&chars, sign) {
            continue;
        }
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let mut end = chars.run_end(index, is_name).min(index + LONGEST_NAME);
        if end == index {
            continue;
        }
        if chars.at(end) == Some('/') && chars.at(end + 1).is_some_and(|c| c.is_ascii_alphabetic())
        {
            let list = end + 1;
            end = chars.run_end(list, |c| is_name(c) || c == '-').min(list + LONGEST_LIST);
        }
        let goes_on = chars.at(end).is_some_and(|c| matches!(c, '@' | '＠') || is_latin_accent(c))
            || chars.has(end, "://");
        if !goes_on {
            found.push(chars.bytes(&(sign..end)));
        }
        index = end;
    }
    found
}

/// Whether a mention may begin at `sign`: at the start, after a character outside of names, or after
/// "RT".
fn may_mention(chars: &Chars, sign: usize) -> bool {
    let before = |back: usize| sign.checked_sub(back).and_then(|index| chars.at(index));
    let Some(last) = before(1) else { return true };
    let part = last.is_ascii_alphanumeric()
        || matches!(last, '_' | '!' | '#' | '$' | '%' | '&' | '*' | '@' | '＠');
    if !part {
        return true;
    }
    let retweet = before(1).is_some_and(|c| c.eq_ignore_ascii_case(&'t'))
        && before(2).is_some_and(|c| c.eq_ignore_ascii_case(&'r'));
    retweet
        && before(3).is_none_or(|c| {
            !(c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '~' | '.' | '-'))
        })
}
