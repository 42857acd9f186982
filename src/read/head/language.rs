//! The language of a post.

use super::Reader;
use crate::language;
use crate::post::front_matter::Node;
use crate::post::rules;
use crate::validate::is_language;

impl Reader<'_> {
    pub(super) fn language(&mut self, key: &str, node: &Node<'_>) {
        let Some(mut language) = self.line(key, node, "a language") else {
            return;
        };
        let tag = dashed(&language.value);
        if !is_language(&language.value) {
            let better = meant(&language.value);
            let help = better.as_ref().map_or_else(
                || {
                    "write a language tag (BCP 47) of two or three letters: `en`, `de`, `pt-BR`"
                        .to_owned()
                },
                |better| {
                    let quoted = self.quoted(better);
                    self.write(key, better, &quoted)
                },
            );
            let message = format!("`{}` is not a language tag", language.value);
            self.fault(&rules::BAD_LANGUAGE, &node.range, message, help);
            if let Some(better) = better {
                self.replaced_by(self.quoted(&better));
            }
        }
        if is_language(&tag) && self.head.language.is_none() {
            language.value = tag;
            self.head.language = Some(language);
        }
    }
}

/// A language as operating systems write it (`pt_BR`), as a tag.
fn dashed(text: &str) -> String {
    text.replace('_', "-")
}

/// The language tag that a text means.
pub(crate) fn meant(text: &str) -> Option<String> {
    let tag = dashed(text);
    if is_language(&tag) {
        return Some(tag);
    }
    language::named(&tag).map(str::to_owned)
}
