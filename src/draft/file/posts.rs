//! The posts of a draft, and their positions in its file.

use std::ops::Range;

use super::{NEXT, lines};

/// A post of a draft and its position in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The text to post.
    pub text: String,
    /// The start of each line: in the text, and in the file.
    lines: Vec<(usize, usize)>,
    /// The end of the text in the file.
    end: usize,
}

impl Text {
    /// The position in the file of a byte of the text.
    pub fn place(&self, offset: usize) -> usize {
        if self.lines.is_empty() {
            return self.end;
        }
        let line = self.lines.partition_point(|(start, _)| *start <= offset);
        let (start, place) =
            line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or_default();
        (place + offset.saturating_sub(start)).min(self.end)
    }

    /// The bytes of the file for these bytes of the text.
    pub fn range(&self, range: &Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end)
    }
}

pub(super) fn read_posts(text: &str, body: usize) -> Vec<Text> {
    let mut posts = Vec::new();
    let mut post = Text { end: body, ..Text::default() };
    let mut blank = true;
    for (line, next) in lines(text, body) {
        let content = text.get(line.clone()).unwrap_or_default();
        if content.trim_end() == NEXT {
            let following = Text { end: next, ..Text::default() };
            posts.push(closed(std::mem::replace(&mut post, following)));
            blank = true;
            continue;
        }
        // Empty lines around a post belong to the file, not to the text.
        if blank && content.trim().is_empty() {
            continue;
        }
        let escaped = usize::from(
            content.starts_with('\\') && content.trim_start_matches('\\').trim_end() == NEXT,
        );
        if !blank {
            post.text.push('\n');
        }
        blank = false;
        post.lines.push((post.text.len(), line.start + escaped));
        post.text.push_str(content.get(escaped..).unwrap_or_default());
        post.end = line.end;
    }
    if !(posts.is_empty() && post.text.is_empty()) {
        posts.push(closed(post));
    }
    posts
}

fn closed(mut post: Text) -> Text {
    post.text.truncate(post.text.trim_end().len());
    post
}
