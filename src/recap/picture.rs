//! The images of a post with alt text and credit.

use super::Image;
use super::blocks::{Blocks, Picture};
use crate::language::sessions::{BEFORE_CREDITED, CREDIT_ENDS, PICTURES};
use crate::language::{self as words, Lexicon};
use crate::markdown::served;

/// Every image; the credit from its caption, its title, or small print after it.
pub(super) fn images(blocks: &Blocks, lexicon: Lexicon) -> Vec<Image> {
    blocks
        .pictures
        .iter()
        .map(|picture| Image {
            src: served(&picture.src).to_owned(),
            alt: picture
                .alt
                .as_deref()
                .map(str::trim)
                .filter(|alt| !alt.is_empty())
                .map(str::to_owned),
            credit: credit(picture, blocks, lexicon),
            range: picture.source.clone(),
        })
        .collect()
}

fn credit(picture: &Picture, blocks: &Blocks, lexicon: Lexicon) -> Option<String> {
    let near = (picture.block..picture.block + 3).filter_map(|index| blocks.all.get(index)).filter(
        |block| block.source.start >= picture.source.start.saturating_sub(2) || block.caption,
    );
    let captions = near.filter(|block| block.caption || block.text.plain.chars().count() < 160);
    let written = [picture.caption.as_deref(), picture.alt.as_deref()];
    captions
        .map(|block| block.text.plain.clone())
        .chain(written.into_iter().flatten().map(str::to_owned))
        .find_map(|phrase| by(&phrase, lexicon))
}

/// The name after "photo by" and the like.
fn by(phrase: &str, lexicon: Lexicon) -> Option<String> {
    let lower = phrase.to_lowercase();
    if lower.len() != phrase.len() {
        return None;
    }
    let (at, len) = lexicon
        .list(|w| &w.credit)
        .filter_map(|word| {
            let at = lower.find(word)?;
            let before = lower.get(..at)?.chars().next_back();
            let after = lower.get(at + word.len()..)?.chars().next();
            let whole = before.is_none_or(|c| !c.is_alphanumeric())
                && after.is_none_or(|c| !c.is_alphanumeric() || word.ends_with(' '));
            whole.then_some((at, word.len()))
        })
        .max_by_key(|(at, len)| (*len, usize::MAX - at))?;
    let rest = phrase.get(at + len..)?;
    let mut rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ":：-–—(".contains(c));
    for word in BEFORE_CREDITED {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let end = rest
        .char_indices()
        .find(|(index, c)| {
            matches!(c, ')' | '\n' | ';' | '。')
                || (*c == '.'
                    && rest
                        .get(index + 1..)
                        .is_none_or(|after| after.is_empty() || after.starts_with(' '))
                    && *index > 3)
        })
        .map_or(rest.len(), |(index, _)| index);
    let name = rest.get(..end)?.trim().trim_end_matches(['.', ',']);
    let count = name.chars().count();
    ((2..=60).contains(&count)).then(|| name.to_owned())
}

/// The content of a caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// The alt text, if the line has that too.
    pub caption: Option<String>,
    /// The credit; `None` where the line breaks off before the name.
    pub name: Option<String>,
}

/// Parses a line, in any language, that may be an image caption with a credit.
///
/// The credit begins the line or is in brackets or after a dash, and a name or nothing at all follows:
/// "the photo by the door" is not one.
pub fn credit_in(line: &str) -> Option<Credit> {
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return None;
    }
    let known = words::ALL.iter().flat_map(|words| words.credit.iter());
    known.chain(PICTURES).find_map(|word| {
        let word = word.trim_end();
        lower.match_indices(word).find_map(|(at, _)| {
            let before = line.get(..at)?.trim_end();
            let begins = before.is_empty()
                || before.ends_with(['(', '[', '（', '|', '–', '—', '-', '.', ';']);
            let after = line.get(at + word.len()..)?;
            let whole = after.chars().next().is_none_or(|c| !c.is_alphanumeric());
            if !begins || !whole {
                return None;
            }
            let joined = CREDIT_ENDS.iter().any(|end| word.ends_with(end));
            let colon = after.trim_start().starts_with([':', '：']);
            let by = after.trim_start().strip_prefix("by ");
            if !joined && !colon && by.is_none() {
                return None;
            }
            let rest = by.unwrap_or(after);
            let name = rest.split([')', ']', '）', ';', '|']).next().unwrap_or_default();
            let name = name.trim_matches(|c: char| c.is_whitespace() || ":：.,-–—".contains(c));
            let is_name = name.chars().count() <= 60
                && name.chars().next().is_some_and(|c| !c.is_lowercase() && c != '"');
            let caption =
                before.trim_end_matches(|c: char| c.is_whitespace() || "([（|–—-;".contains(c));
            (name.is_empty() || is_name).then(|| Credit {
                caption: (!caption.is_empty()).then(|| caption.to_owned()),
                name: (!name.is_empty()).then(|| name.to_owned()),
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_image_credits() {
        let lexicon = Lexicon::of("en");
        assert_eq!(
            by("The hall. Photo by Ada Lovelace.", lexicon).as_deref(),
            Some("Ada Lovelace")
        );
        assert_eq!(
            by("Day one (image credit: Example Photos)", lexicon).as_deref(),
            Some("Example Photos")
        );
        assert_eq!(by("The hall is photogenic", lexicon), None);
    }

    #[test]
    fn captions_without_their_image() {
        let credit = |line| credit_in(line).map(|credit| (credit.caption, credit.name));
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(credit("The hall (image credit:"), Some((some("The hall"), None)));
        assert_eq!(credit("Photo by Ada Example"), Some((None, some("Ada Example"))));
        assert_eq!(credit("Foto: Ada Example"), Some((None, some("Ada Example"))));
        assert_eq!(
            credit("The stage (photo credit: Ada Example)"),
            Some((some("The stage"), some("Ada Example")))
        );
        assert_eq!(credit("Photo from the venue"), None);
        assert_eq!(credit("She gave credit: to everyone"), None);
    }
}
