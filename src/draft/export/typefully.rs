//! Typefully: the posts of a thread separated by four line ends, to paste into an empty draft.

use super::{Export, Extra, Outgoing, followup, taken};
use crate::draft::network::{Form, Network};

/// Typefully.
pub(super) struct Typefully;

impl Export for Typefully {
    fn name(&self) -> &'static str {
        "typefully"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn takes(&self, network: &dyn Network) -> bool {
        network.form() == Form::Thread
    }

    fn places(&self) -> &'static [Extra] {
        &[]
    }

    /// Typefully makes one thread of all pasted text: a line names each draft, so that several can
    /// be told apart.
    fn write(&self, drafts: &[Outgoing<'_>]) -> String {
        let drafts: Vec<&Outgoing<'_>> = taken(self, drafts).collect();
        let mut text = String::new();
        for draft in &drafts {
            if drafts.len() > 1 {
                let followup = followup::number(draft.path)
                    .map_or_else(String::new, |number| format!("/{}", followup::name(number)));
                let network = draft.network.name();
                text.extend(["=== ", draft.key, &followup, " ", network, "\n"]);
            }
            text.extend([draft.posts.join("\n\n\n\n").as_str(), "\n"]);
        }
        text
    }
}
