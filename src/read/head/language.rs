//! The language of a post.

use super::Reader;
use crate::post::front_matter::Node;
use crate::post::rules;

impl Reader<'_> {
    pub(super) fn language(&mut self, key: &str, node: &Node<'_>) {
        let Some(mut language) = self.line(key, node, "a language") else {
            return;
        };
        // Operating systems write `pt_BR` for `pt-BR`.
        let tag = language.value.replace('_', "-");
        let valid = oxilangtag::LanguageTag::parse(tag.as_str()).is_ok()
            && tag
                .split('-')
                .next()
                .is_some_and(|primary| primary.len() <= 3);
        if !valid || tag != language.value {
            let better = if valid {
                Some(tag.as_str())
            } else {
                known_language(&tag)
            };
            let help = better.map_or_else(
                || {
                    "write a language tag (BCP 47) of two or three letters: `en`, `de`, `pt-BR`"
                        .to_owned()
                },
                |better| {
                    let quoted = self.quoted(better);
                    format!("write `{}`", self.format.line(key, better, &quoted))
                },
            );
            let message = format!("`{}` is not a language tag", language.value);
            self.fault(&rules::BAD_LANGUAGE, &node.range, message, Some(help));
            if let Some(better) = better {
                self.replaced_by(self.quoted(better));
            }
        }
        if valid && self.head.language.is_none() {
            language.value = tag;
            self.head.language = Some(language);
        }
    }
}

fn known_language(name: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 14] = [
        ("english", "en"),
        ("german", "de"),
        ("deutsch", "de"),
        ("french", "fr"),
        ("français", "fr"),
        ("spanish", "es"),
        ("español", "es"),
        ("portuguese", "pt"),
        ("português", "pt"),
        ("italian", "it"),
        ("japanese", "ja"),
        ("日本語", "ja"),
        ("chinese", "zh"),
        ("korean", "ko"),
    ];
    let name = name.to_lowercase();
    NAMES
        .iter()
        .find(|(word, _)| *word == name)
        .map(|(_, tag)| *tag)
}
