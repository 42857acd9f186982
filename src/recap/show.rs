//! What was understood, for people: every field with its line.

use std::fmt::Write as _;
use std::ops::Range;

use super::{Origin, Recap, Understood};
use crate::post::Post;
use crate::report::visible;

/// What `inspect` prints of a post.
pub fn inspect(post: &Post, recap: &Recap) -> String {
    let mut page = Page { post, out: String::new() };
    let title = post.head.title.as_ref().map_or("(no title)", |title| title.value.as_str());
    let _ = writeln!(page.out, "{}: {}", visible(post.source.path()), visible(title));
    if recap.is_recap {
        let _ = writeln!(page.out, "  a recap, in {}", visible(&recap.language));
    } else {
        let _ = writeln!(
            page.out,
            "  no recap of an event as far as the text tells: drafts use the post's summary"
        );
    }
    let event = &recap.event;
    page.field("event", event.name.as_ref());
    page.field("start", event.start.as_ref().map(date).as_ref());
    page.field("end", event.end.as_ref().map(date).as_ref());
    page.field("place", event.place.as_ref());
    page.field("page", event.url.as_ref());
    for tag in &event.hashtags {
        let tag = Understood {
            value: format!("#{}", tag.value),
            range: tag.range.clone(),
            from: tag.from,
            confidence: tag.confidence,
        };
        page.field("hashtag", Some(&tag));
    }
    page.field("takeaway", recap.takeaway.as_ref());
    if recap.is_recap && recap.sessions.is_empty() && post.head.sessions.is_none() {
        page.out.push_str("  no sessions found: list them under `sessions:` in the front matter\n");
    }
    for (number, session) in recap.sessions.iter().enumerate() {
        let _ = writeln!(page.out, "  session {}", number + 1);
        for speaker in &session.speakers {
            page.field("  speaker", Some(speaker));
        }
        page.field("  title", session.title.as_ref());
        page.field("  page", session.url.as_ref());
        page.field("  slides", session.slides.as_ref());
        page.field("  video", session.video.as_ref());
        page.field("  takeaway", session.takeaway.as_ref());
    }
    for image in &recap.images {
        let alt = image.alt.as_deref().unwrap_or("(no alt text)");
        let credit = image
            .credit
            .as_deref()
            .map(|credit| format!(", by {}", visible(credit)))
            .unwrap_or_default();
        let phrase = format!("{}, {}{credit}", visible(&image.src), visible(alt));
        page.line("image", &phrase, &image.range, Origin::Text);
    }
    page.field("invitation", recap.call_to_action.as_ref());
    for question in super::questions(post, recap) {
        page.line("in doubt", &visible(&question.text), &question.range, Origin::Text);
        page.out.push_str("    no draft uses this; to confirm it, write in the front matter:\n");
        for line in question.settled_by.lines().filter(|line| !line.is_empty()) {
            let _ = writeln!(page.out, "      {}", visible(line));
        }
    }
    match super::write::comments(post) {
        0 => {}
        1 => page.out.push_str("  a value in doubt is a comment in the front matter\n"),
        count => {
            let _ =
                writeln!(page.out, "  {count} values in doubt are comments in the front matter");
        }
    }
    page.out
}

fn date(day: &Understood<chrono::NaiveDate>) -> Understood<String> {
    Understood {
        value: day.value.to_string(),
        range: day.range.clone(),
        from: day.from,
        confidence: day.confidence,
    }
}

struct Page<'a> {
    post: &'a Post,
    out: String,
}

impl Page<'_> {
    fn field(&mut self, name: &str, field: Option<&Understood<String>>) {
        if let Some(field) = field {
            let phrase = visible(&field.value).to_string();
            self.line(name, &phrase, &field.range, field.from);
        }
    }

    fn line(&mut self, name: &str, phrase: &str, range: &Range<usize>, from: Origin) {
        let (line, _) = self.post.source.position(range.start);
        let path = visible(self.post.source.path());
        let place = match from {
            Origin::FrontMatter => format!("{path}:{line}, front matter"),
            Origin::Text => format!("{path}:{line}"),
            Origin::FileName => "file name".to_owned(),
        };
        let _ = writeln!(self.out, "  {name:<12} {phrase}  ({place})");
    }
}
