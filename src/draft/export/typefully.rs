//! Typefully: the posts of a thread separated by four line ends, to paste into an empty draft.

use super::{Export, Outgoing, PLAIN, followup};
use crate::draft::network::Form;

pub(super) static TYPEFULLY: Export = Export {
    name: "typefully",
    extension: "txt",
    takes: |network| network.form == Form::Thread,
    write,
    ..PLAIN
};

/// Typefully makes one thread of all pasted text: where there are several drafts, a line names each.
fn write(drafts: &[&Outgoing<'_>]) -> String {
    let mut text = String::new();
    for draft in drafts {
        if drafts.len() > 1 {
            let followup = followup::number(draft.path)
                .map_or_else(String::new, |number| format!("/{}", followup::name(number)));
            let network = draft.network.name;
            text.extend(["=== ", draft.key, &followup, " ", network, "\n"]);
        }
        text.extend([draft.posts.join("\n\n\n\n").as_str(), "\n"]);
    }
    text
}
