//! The first paragraph of a post that its network folds: all that most readers see.

use super::fit::Content;
use super::hook::Hook;
use super::text::cut;
use crate::language::wording::Wording;

/// LinkedIn folds a post behind its first paragraph: so much of it is seen everywhere.
pub(super) const FOLD: usize = 210;
/// A first paragraph that is shorter leaves room unused.
const FOLD_MOBILE: usize = 140;
/// The first paragraph of a post that is folded behind it: headline and hook, long enough to use
/// the room and short enough to be seen whole.
pub(super) fn fold(content: &mut Content, hook: Hook, wording: &Wording, language: &str) {
    let length = |text: &str| text.encode_utf16().count();
    let headline = content.headline.replace('\n', wording.colon);
    let headline = if length(&headline) <= FOLD {
        headline
    } else {
        let fits = |way: &str| (length(way) <= FOLD).then(|| way.to_owned());
        cut::shorter(&headline, language)
            .first(fits)
            .unwrap_or(headline)
    };
    let mut first = if hook.stands_alone {
        hook.text
    } else {
        let fits = |way: &str| {
            let text = format!("{headline}\n{way}");
            (!way.is_empty() && length(&text) <= FOLD).then_some(text)
        };
        fits(&hook.text)
            .or_else(|| cut::shorter(&hook.text, language).first(fits))
            .unwrap_or(headline)
    };
    let names: Vec<String> = content
        .sessions
        .iter()
        .flat_map(|line| line.speakers.clone())
        .collect();
    let with = (!names.is_empty()).then(|| {
        let shown = names.get(..names.len().min(3)).unwrap_or_default();
        wording.with.replace(
            "{}",
            &wording.list_and_more(shown, names.len() - shown.len()),
        )
    });
    for more in hook.following.into_iter().chain(with) {
        if length(&first) >= FOLD_MOBILE {
            break;
        }
        let longer = sentence_after(&first, &more, language);
        if length(&longer) <= FOLD {
            first = longer;
        }
    }
    content.headline = first;
    content.hook.clear();
}

/// One text behind another, with a stop between where the first has none.
fn sentence_after(first: &str, second: &str, language: &str) -> String {
    let dense = ["ja", "zh"].iter().any(|code| language.starts_with(code));
    let stopped = first.ends_with(['.', '!', '?', '…', '。', '！', '？', ':', '：']);
    match (stopped, dense) {
        (true, true) => format!("{first}{second}"),
        (true, false) => format!("{first} {second}"),
        (false, true) => format!("{first}。{second}"),
        (false, false) => format!("{first}. {second}"),
    }
}
