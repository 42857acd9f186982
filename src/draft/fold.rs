//! The first paragraph of a post that its network folds: what most readers see.

use super::fit::Content;
use crate::language::wording::Wording;

/// Joins headline and hook in one paragraph if the visible part, of so many UTF-16 units, has room for both.
pub(super) fn fold(content: &mut Content, wording: &Wording, visible: usize) {
    // No colon after a question: "Is it for me?: FooConf".
    let line = content.headline.split('\n').next().unwrap_or_default();
    let join = if line.ends_with(['?', '!', '？', '！']) { " – " } else { wording.colon };
    content.headline = content.headline.replace('\n', join);
    let length = |text: &str| text.encode_utf16().count();
    if !content.hook.is_empty() && length(&content.headline) + 1 + length(&content.hook) <= visible
    {
        content.headline.push('\n');
        content.headline.push_str(&std::mem::take(&mut content.hook));
    }
}
