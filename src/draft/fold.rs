//! The first paragraph of a post that its network folds: what most readers see.

use super::fit::Content;
use crate::language::wording::Wording;

/// LinkedIn folds a post after its first paragraph: this much is visible everywhere.
pub(super) const FOLD: usize = 210;

/// Joins headline and hook in one paragraph if the visible part has room for both.
pub(super) fn fold(content: &mut Content, wording: &Wording) {
    // A question is not continued: "Is it for me?: FooConf".
    let ends = content
        .headline
        .split('\n')
        .next()
        .is_some_and(|line| line.ends_with(['?', '!', '？', '！']));
    let join = if ends { " – " } else { wording.colon };
    content.headline = content.headline.replace('\n', join);
    let length = |text: &str| text.encode_utf16().count();
    if !content.hook.is_empty() && length(&content.headline) + 1 + length(&content.hook) <= FOLD {
        content.headline.push('\n');
        content.headline.push_str(&std::mem::take(&mut content.hook));
    }
}
