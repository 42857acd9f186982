//! Checks a draft: its network's limits, and leftovers that readers should not see. Every finding is at
//! the exact position.

use std::ops::Range;

use super::file::{File, Status, Text};
use super::network::{Network, different_links};
use super::rules::{
    CONTROL, CUT_URL, EMPTY_BRACKETS, EMPTY_POST, LEADING_MENTION, MARKUP, NO_MENTION, OVER_LIMIT,
    PLACEHOLDER, TOO_MANY_HASHTAGS, TOO_MANY_LINKS,
};
use super::text::{entities, tidy};
use super::{Draft, alt};
use crate::report::{Finding, Rule};

/// The findings about a draft, including the file's own. Posted drafts are not checked.
pub fn check(file: &File, network: &Network) -> Vec<Finding> {
    let mut findings = file.findings.clone();
    findings.extend(controls(file));
    if !file.readable() || file.conflicted() || file.header.status == Status::Posted {
        return findings;
    }
    if file.posts.is_empty() {
        let at = file.source.span(file.body.clone());
        findings.push(
            Finding::new(&EMPTY_POST, "the draft has no text")
                .at(at)
                .help("write the post below the second `+++`"),
        );
    }
    for (index, post) in file.posts.iter().enumerate() {
        check_post(file, post, index, network, &mut findings);
    }
    let unseen: Vec<&str> = alt::without(&file.header.images).collect();
    if let Some(finding) = alt::about(&unseen) {
        let at = file.values.get("images").cloned().unwrap_or(0..0);
        findings.push(finding.at(file.source.span(at)).help("add what it shows: alt = \"…\""));
    }
    findings.sort_by(|one, other| one.order().cmp(&other.order()));
    findings
}

/// Whether [`check`] could report anything for a draft whose text is unedited; if not, its file need
/// not be parsed.
pub fn is_worth_checking(composed: &Draft, file: &str) -> bool {
    composed.images.iter().any(|image| image.alt.is_none())
        // Its header may be edited: images, a misspelt key.
        || file != super::file::write(composed)
        || composed
            .posts
            .iter()
            .any(|text| text.contains(tidy::NO_MENTION) || !flaws(text).is_empty())
}

/// Characters that a terminal or another program takes for commands, anywhere in the file: the first of
/// each line.
pub fn controls(file: &File) -> Vec<Finding> {
    let text = file.source.text();
    let is_bad = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let mut at = 0;
    let mut findings = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some((place, bad)) = line.char_indices().find(|(_, c)| is_bad(*c)) {
            let range = at + place..at + place + bad.len_utf8();
            let message =
                format!("this line contains the control character U+{:04X}", u32::from(bad));
            findings.push(
                Finding::new(&CONTROL, message)
                    .at(file.source.span(range))
                    .help("delete the character"),
            );
        }
        at += line.len();
    }
    findings
}

fn check_post(
    file: &File,
    post: &Text,
    index: usize,
    network: &Network,
    findings: &mut Vec<Finding>,
) {
    let text = post.text.as_str();
    let number = index + 1;
    let warning = file.header.cw.as_deref();
    let mut say = |rule: &'static Rule, range: &Range<usize>, message: String, help: &str| {
        findings
            .push(Finding::new(rule, message).at(file.source.span(post.range(range))).help(help));
    };
    if text.trim().is_empty() {
        let message = format!("post {number} is empty");
        let help = "write it, or delete one of the lines `--- next post ---`";
        return say(&EMPTY_POST, &(0..0), message, help);
    }
    let (limit, unit, title) = (network.limit, network.unit, network.title);
    if let Some(crossing) = network.crossing(text, warning) {
        let count = network.count(text, warning);
        let over = count.saturating_sub(limit);
        let message = format!("post {number} has {count} {unit}, {over} more than {title} takes");
        let help = format!("shorten it to {limit}: the marked text does not fit");
        say(&OVER_LIMIT, &(crossing..text.len()), message, &help);
    }
    if let Some(most) = network.links.filter(|most| different_links(text) > *most) {
        let urls = entities::urls(text);
        let at = urls.get(most).map_or(0..0, |url| url.range.clone());
        let message = format!("post {number} has more than {most} different links");
        say(&TOO_MANY_LINKS, &at, message, "leave out what is not needed");
    }
    let tags = entities::hashtags(text);
    if let Some(first) = tags.get(network.hashtags) {
        let count = tags.len();
        let message = format!("{count} hashtags are too many for a post on {title}");
        let help = format!("keep {}", network.hashtags);
        say(&TOO_MANY_HASHTAGS, first, message, &help);
    }
    if network.hides_leading_mention && text.starts_with(['@', '＠']) {
        let message = format!("post {number} begins with a mention");
        let help = "begin with another word, or with a dot before the mention";
        say(&LEADING_MENTION, &(0..1), message, help);
    }
    for (at, sign) in text.match_indices(['@', '＠']) {
        let rest = text.get(at + sign.len()..).unwrap_or_default();
        if let Some(rest) = rest.strip_prefix(tidy::NO_MENTION) {
            let is_end = |c: char| !c.is_alphanumeric() && c != '_';
            let name = rest.split(is_end).next().unwrap_or_default();
            let end = at + sign.len() + tidy::NO_MENTION.len_utf8() + name.len();
            let message =
                format!("`@{name}` is not a mention: the character U+2060 follows the sign");
            let help =
                "if you mean an account, delete that character or add the person to people.toml";
            say(&NO_MENTION, &(at..end), message, help);
        }
    }
    for (rule, range, message, help) in flaws(text) {
        say(rule, &range, message.to_owned(), help);
    }
}

type Flaw = (&'static Rule, Range<usize>, &'static str, &'static str);

/// Leftovers of markup, programs and truncation.
fn flaws(text: &str) -> Vec<Flaw> {
    const SHOWN: &str = "markup is shown as it stands";
    const LEFT: &str = "a placeholder is left";
    let mut flaws: Vec<Flaw> = Vec::new();
    let first = |what: &str| text.find(what).map(|at| at..at + what.len());
    for mark in "]( ** {{ {% &amp; &lt; &gt; &quot; &#".split(' ') {
        let help = "write plain text, with bare URLs";
        flaws.extend(first(mark).map(|range| (&MARKUP, range, SHOWN, help)));
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        let title = content.trim_start_matches('#');
        let marks = content.len() - title.len();
        if (1..=6).contains(&marks) && title.starts_with(' ') {
            let message = "a Markdown heading is shown as it stands";
            let help = "leave the number signs out";
            flaws.push((&MARKUP, at..at + marks, message, help));
        }
        if matches!(content, "None" | "null") {
            let help = "write what was meant, or delete the line";
            flaws.push((&PLACEHOLDER, at..at + content.len(), LEFT, help));
        }
        at += line.len();
    }
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if matches!(name, "undefined" | "NaN" | "TODO") {
            let range = at..at + name.len();
            flaws.push((&PLACEHOLDER, range, LEFT, "write what was meant"));
        }
        at += word.len();
    }
    for brackets in "()|( )|[]|“”|“ ”|\"\"|«»|«\u{a0}»|「」".split('|') {
        let Some(range) = first(brackets) else { continue };
        let (before, _) = text.split_at(range.start);
        // A function call, `main()`, is fine.
        let is_call =
            matches!(brackets, "()" | "[]") && before.ends_with(|c: char| !c.is_whitespace());
        if !is_call {
            let help = "write what is missing, or delete them";
            flaws.push((&EMPTY_BRACKETS, range, "these are empty", help));
        }
    }
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let url = ["http://", "https://"].iter().find_map(|scheme| bare.find(scheme));
        if let Some(start) = url.filter(|start| bare[*start..].contains('…')) {
            let range = at + start..at + bare.len();
            flaws.push((&CUT_URL, range, "the URL is cut off", "write the whole URL"));
        }
        at += word.len();
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::draft::file::File;
    use crate::draft::network::named;
    use crate::report::Source;

    fn found(network: &str, header: &str, body: &str) -> Vec<(&'static str, (usize, usize))> {
        let file = File::parse(&Source::new("x.txt", format!("+++\n{header}\n+++\n{body}")));
        let network = named(network).expect("a network");
        let places = check(&file, network).into_iter();
        places.filter_map(|finding| Some((finding.rule.name, finding.at?.position()))).collect()
    }

    #[test]
    fn the_position_at_which_a_limit_is_exceeded_is_reported() {
        let body = format!("fine\n--- next post ---\n{}\n{}", "a".repeat(200), "é".repeat(200));
        assert_eq!(found("bluesky", "status = \"draft\"", &body), [("draft-over-limit", (7, 100))]);
        assert_eq!(found("mastodon", "status = \"draft\"", &body), []);
        let warned = format!("status = \"draft\"\ncw = \"{}\"", "w".repeat(200));
        assert_eq!(found("mastodon", &warned, &body), [("draft-over-limit", (8, 100))]);
        assert_eq!(found("bluesky", "status = \"posted\"", &body), []);
    }

    #[test]
    fn flaws_are_reported_at_their_positions() {
        let status = "status = \"draft\"";
        for (network, header, body, rule, place) in [
            ("x", status, "@ada spoke", "draft-leading-mention", (4, 1)),
            ("x", status, "a **bold** claim", "draft-markup", (4, 3)),
            ("x", status, "one\nNone\ntwo", "draft-placeholder", (5, 1)),
            ("x", status, "see https://example.org/a…", "draft-cut-url", (4, 5)),
            ("x", status, "use @\u{2060}property", "draft-no-mention", (4, 5)),
            ("x", status, "Ada: “”", "draft-empty-brackets", (4, 6)),
            ("x", status, "#a #b #c", "draft-too-many-hashtags", (4, 7)),
            ("x", status, "a\n--- next post ---\n--- next post ---\nb", "draft-empty-post", (6, 1)),
            ("x", "status = \"done\"", "a", "draft-status", (2, 10)),
            ("x", "status = \"draft\"\nschedul = 1", "a", "draft-header-key", (3, 1)),
            ("x", "status = \"draft\"\nlang = 1", "a", "draft-header-type", (3, 8)),
            ("x", "status = draft", "a", "draft-header", (2, 10)),
            ("x", status, "<<<<<<< HEAD", "draft-conflict", (4, 1)),
            (
                "x",
                "status = \"draft\"\nimages = [{ path = \"a.jpg\" }]",
                "a",
                "draft-missing-alt",
                (3, 10),
            ),
        ] {
            assert_eq!(found(network, header, body), [(rule, place)], "{body}");
        }
        assert_eq!(found("x", status, "main() and Vec<u8> are fine, and so is 1 [2]"), []);
    }
}
