//! Extensions: their names, the names of their members, and their `about` URL.

use std::collections::BTreeMap;
use std::ops::Range;

use feed_lint_findings::Rule;

use super::{EXTENSION_ABOUT, EXTENSION_KEY, EXTENSION_NAME, EXTENSION_VALUE, spot};
use crate::json::{Feed, Member, Object, Value};
use crate::log::short;

/// The uses of one extension in a feed.
struct Uses {
    first: Range<usize>,
    count: usize,
    is_explained: bool,
}

/// Checks every extension of a feed.
pub(super) fn check(feed: &mut Feed<'_, '_>, root: &Object<'_>) {
    let mut found = BTreeMap::new();
    walk(feed, root, &mut found);
    for (name, uses) in found {
        if uses.count > 1 && !uses.is_explained {
            let message = format!("no `about` explains the extension `{}`", short(name, 40));
            spot(uses.first, name, "feed")
                .report(feed.log, &EXTENSION_ABOUT, message)
                .help("add `\"about\": \"https://…\"` to its first use");
        }
    }
}

fn walk<'v>(feed: &mut Feed<'_, '_>, object: &'v Object<'_>, found: &mut BTreeMap<&'v str, Uses>) {
    for member in &object.members {
        if member.name.starts_with('_') {
            check_extension(feed, member, found);
            continue;
        }
        match &member.value {
            Value::Object(inner) => walk(feed, inner, found),
            Value::Array(_, elements) => {
                for inner in elements.iter().filter_map(Value::object) {
                    walk(feed, inner, found);
                }
            }
            _ => {}
        }
    }
}

fn check_extension<'v>(
    feed: &mut Feed<'_, '_>,
    member: &'v Member<'_>,
    found: &mut BTreeMap<&'v str, Uses>,
) {
    let name = &*member.name;
    let fault = if name.contains('.') {
        Some("must not contain `.`")
    } else if !name.chars().nth(1).is_some_and(char::is_alphabetic) {
        Some("must have a letter behind its underscore")
    } else {
        None
    };
    if let Some(fault) = fault {
        let message = format!("the name of an extension {fault}");
        misnamed(feed, member, &EXTENSION_NAME, message);
    }
    let Value::Object(object) = &member.value else {
        let message = format!("the value of the extension `{}` must be an object", short(name, 40));
        spot(member.name_range.clone(), name, "extension")
            .report(feed.log, &EXTENSION_VALUE, message)
            .help("write an object, for example `\"_company\": {\"topic\": \"Rust\"}`");
        return;
    };
    for member in &object.members {
        check_member_name(feed, member);
    }
    let uses = found.entry(name).or_insert_with(|| Uses {
        first: member.name_range.clone(),
        count: 0,
        is_explained: false,
    });
    uses.count += 1;
    uses.is_explained |= object.get("about").is_some();
}

/// Checks the name of a member of an extension.
fn check_member_name(feed: &mut Feed<'_, '_>, member: &Member<'_>) {
    let name = &*member.name;
    // The specification's own example has an underscore in such a name.
    let is_allowed = |c: char| c.is_alphanumeric() || c == '_';
    if name.starts_with('_') {
        let message = "only the name of an extension itself may begin with an underscore";
        misnamed(feed, member, &EXTENSION_NAME, message.to_owned());
    } else if name.contains('.') {
        let message = "the name of an extension's member must not contain `.`";
        misnamed(feed, member, &EXTENSION_NAME, message.to_owned());
    } else if !name.chars().all(is_allowed) {
        let message = "the name of an extension's member should be letters and digits";
        misnamed(feed, member, &EXTENSION_KEY, message.to_owned());
    }
}

fn misnamed(feed: &mut Feed<'_, '_>, member: &Member<'_>, rule: &'static Rule, message: String) {
    spot(member.name_range.clone(), &member.name, "extension")
        .report(feed.log, rule, message)
        .value(&member.name)
        .help("rename it, for example `_company` with members such as `topic_name`");
}
