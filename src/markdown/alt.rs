//! The alt text of an image.

use std::ops::Range;

use pulldown_cmark::Event;

/// The plain text of an image, and the index after its end.
pub(super) fn alt(events: &[(Event<'_>, Range<usize>)], start: usize) -> (String, usize) {
    let mut alt = String::new();
    let mut depth = 0_usize;
    for (at, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return (alt, at + 1);
                }
            }
            Event::Text(text) | Event::Code(text) => alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
    }
    (alt, events.len())
}
