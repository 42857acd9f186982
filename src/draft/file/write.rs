//! Writes a draft's file.

use std::fmt::Write;

use super::{FENCE, NEXT, Status, hash};
use crate::draft::Draft;
use crate::post::Image;

/// The text of the posts in the form of the file.
pub fn body<T: AsRef<str>>(posts: &[T]) -> String {
    let mut body = String::new();
    for (index, post) in posts.iter().enumerate() {
        if index > 0 {
            body.push_str(NEXT);
            body.push('\n');
        }
        for line in post.as_ref().lines() {
            if line.trim_start_matches('\\').trim_end() == NEXT {
                body.push('\\');
            }
            body.push_str(line);
            body.push('\n');
        }
    }
    body
}

/// A new file of a draft as composed.
pub fn write(draft: &Draft) -> String {
    let mut text = format!("{FENCE}\nstatus = \"{}\"\n", Status::Draft.name());
    for (key, value) in generated_values(draft) {
        let _ = writeln!(text, "{key} = {value}");
    }
    let _ = write!(text, "{FENCE}\n{}", body(&draft.posts));
    text
}

/// The keys that a build writes, each with its value in TOML.
pub(in crate::draft) fn generated_values(draft: &Draft) -> Vec<(&'static str, String)> {
    let mut values = vec![
        ("generated", string(&draft.hash())),
        (
            "generated_header",
            string(&header_hash(
                Some(&draft.lang),
                Some(&draft.link),
                &draft.images,
                draft.reply_to.as_deref(),
            )),
        ),
        ("lang", string(&draft.lang)),
    ];
    if let Some(warning) = &draft.cw {
        values.push(("cw", string(warning)));
    }
    values.push(("link", string(&draft.link)));
    if !draft.images.is_empty() {
        values.push(("images", image_list(&draft.images)));
    }
    if let Some(reply_to) = &draft.reply_to {
        values.push(("reply_to", string(reply_to)));
        let recordings = draft.recordings.as_deref().unwrap_or_default();
        values.push(("recordings", list(recordings)));
    }
    values
}

/// The hash of the generated header values, to detect edits.
pub(in crate::draft) fn header_hash(
    lang: Option<&str>,
    link: Option<&str>,
    images: &[Image],
    reply_to: Option<&str>,
) -> String {
    let images = image_list(images);
    let mut values = vec![lang.unwrap_or_default(), link.unwrap_or_default(), &images];
    values.extend(reply_to);
    hash(&values)
}

/// Texts as a TOML list.
pub(in crate::draft) fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| string(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// The images of a header in the form of a build.
pub(in crate::draft) fn image_list(images: &[Image]) -> String {
    let images: Vec<String> = images
        .iter()
        .map(|image| {
            let mut table = format!("{{ path = {}", string(&image.src));
            for (key, value) in [("alt", &image.alt), ("credit", &image.credit)] {
                if let Some(value) = value {
                    let _ = write!(table, ", {key} = {}", string(value));
                }
            }
            table.push_str(" }");
            table
        })
        .collect();
    format!("[{}]", images.join(", "))
}

/// A text as a TOML basic string.
pub(in crate::draft) fn string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
