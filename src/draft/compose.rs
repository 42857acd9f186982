//! From what was understood to what is said: headline, hook, a line a session.

use chrono::Datelike;
use unicode_segmentation::UnicodeSegmentation;

use super::fit::{Content, Kind, Line};
use super::network::{Form, Network};
use super::text::{cut, tidy};
use super::thread::Story;
use super::wording::{self, Wording};
use super::{Draft, Material, link, tags};
use crate::post::Image;

/// LinkedIn folds a post behind its first paragraph: so much of it is seen everywhere.
const FOLD: usize = 210;
/// A first paragraph that is shorter leaves room unused.
const FOLD_MOBILE: usize = 140;
/// The shortest and the longest sentence that make a hook.
const HOOK: std::ops::RangeInclusive<usize> = 30..=257;

/// Composes the draft of one network.
#[must_use]
pub fn compose(material: &Material<'_>, network: &'static dyn Network) -> Draft {
    let language = language(material);
    let wording = wording::of(&language);
    let mut unknown = Vec::new();
    let whole = content(material, network, wording, &language, &mut unknown);
    let render = |content: &Content| finish(&render(content, wording, network), network);
    let story = Story {
        network,
        wording,
        language: &language,
        warning: material.warning,
        limit: material.settings.limit.max(1),
        whole,
        render: &render,
    };
    let posts = story.posts();
    Draft {
        network,
        link: story.whole.link.clone(),
        posts,
        lang: language.clone(),
        cw: material.warning.map(str::to_owned),
        images: images(material, network),
        unknown,
        findings: Vec::new(),
    }
}

/// The post's own language, else the one that its text shows, else the site's.
fn language(material: &Material<'_>) -> String {
    if let Some(language) = &material.head.language {
        return language.value.clone();
    }
    let title = material
        .head
        .title
        .as_ref()
        .map_or("", |title| title.value.as_str());
    wording::guess(&format!("{title}\n{}", material.text))
        .or(material.language)
        .unwrap_or("en")
        .to_owned()
}

fn images(material: &Material<'_>, network: &dyn Network) -> Vec<Image> {
    let mut images: Vec<Image> = Vec::new();
    let own = material
        .head
        .image
        .as_ref()
        .map(|image| image.value.clone());
    let understood = material.recap.images.iter().map(|image| Image {
        src: image.src.clone(),
        alt: image.alt.clone(),
        credit: image.credit.clone(),
    });
    for image in own.into_iter().chain(understood) {
        if !images.iter().any(|known| known.src == image.src) {
            images.push(image);
        }
    }
    images.truncate(network.images().min(4));
    images
}

fn content(
    material: &Material<'_>,
    network: &'static dyn Network,
    wording: &Wording,
    language: &str,
    unknown: &mut Vec<String>,
) -> Content {
    let clean = |text: &str| tidy::piece(text, language);
    let recap = material.recap;
    let sessions: Vec<Line> = recap
        .sessions
        .iter()
        .map(|session| Line {
            speakers: session
                .speakers
                .iter()
                .map(|speaker| clean(&speaker.value))
                .filter(|speaker| !speaker.is_empty())
                .map(|speaker| material.people.named(&speaker, network, unknown))
                .collect(),
            more: 0,
            title: session
                .title
                .as_ref()
                .map_or_else(String::new, |title| clean(&title.value)),
            takeaway: session
                .takeaway
                .as_ref()
                .map_or_else(String::new, |text| clean(&text.value)),
        })
        .filter(|line| !line.speakers.is_empty() || !line.title.is_empty())
        .collect();
    let headline = headline(material, wording, language);
    let mut content = Content {
        kind: Kind::Whole,
        hook: String::new(),
        sessions,
        more: 0,
        invitation: recap
            .call_to_action
            .as_ref()
            .map_or_else(String::new, |text| clean(&text.value)),
        link: link::address(
            material.link,
            &material.settings.utm,
            network.name(),
            material.key,
        ),
        tags: tags::hashtags(material.head, recap, network.hashtags()),
        headline,
    };
    let hooks = hooks(material, &content, language);
    if network.form() == Form::Single {
        fold(&mut content, hooks, wording, language);
    } else {
        content.hook = hooks.into_iter().next().unwrap_or_default();
    }
    content
}

/// The event with place and days, or the post's own title where that says more.
fn headline(material: &Material<'_>, wording: &Wording, language: &str) -> String {
    let clean = |text: &str| tidy::piece(text, language);
    let event = &material.recap.event;
    let title = material
        .head
        .title
        .as_ref()
        .map(|title| clean(&title.value))
        .filter(|title| !title.is_empty());
    let name = event
        .name
        .as_ref()
        .filter(|_| material.recap.is_recap)
        .map(|name| clean(&name.value))
        .filter(|name| !name.is_empty());
    let Some(name) = name else {
        return title.unwrap_or_else(|| named_after(material.key));
    };
    let own = title.filter(|title| {
        says_more(
            title,
            &name,
            event.place.as_ref().map_or("", |place| &place.value),
        )
    });
    let first = own.unwrap_or_else(|| wording.recap.replace("{}", &name));
    let (mut headline, apart) = if tidy::says(&first, &name) {
        (first, false)
    } else {
        (first, true)
    };
    if apart {
        headline.push('\n');
        headline.push_str(&name);
    }
    let mut details = Vec::new();
    if let Some(place) = event.place.as_ref().map(|place| clean(&place.value))
        && !place.is_empty()
        && !tidy::says(
            &headline,
            place.split([',', '，', '、']).next().unwrap_or(&place),
        )
    {
        details.push(place);
    }
    if let Some(start) = event.start.as_ref().map(|start| start.value) {
        let end = event.end.as_ref().map_or(start, |end| end.value).max(start);
        let year = headline.contains(&end.year().to_string());
        let day_known = year
            && headline
                .split(|c: char| !c.is_ascii_digit())
                .any(|number| number.trim_start_matches('0') == start.day().to_string());
        if !day_known {
            details.push((wording.days)(start, end, !year));
        }
    }
    if !details.is_empty() {
        let (open, close) = wording.brackets;
        headline.push_str(&format!("{open}{}{close}", details.join(wording.comma)));
    }
    headline
}

/// Words that say that a post is a recap and nothing else.
#[rustfmt::skip]
const RECAP_WORDS: &[&str] = &[
    "a", "about", "and", "annual", "at", "conf", "conference", "day", "event", "experience", "for", "from", "in", "meetup", "my", "notes", "of",
    "on", "our", "post", "quick", "recap", "report", "retrospective", "review", "round", "roundup", "summary", "talks", "the", "thoughts",
    "trip", "up", "visit", "wrap", "wrapup", "attending", "to", "conference’s", "rewind", "s", "debrief", "writeup", "write",
    "crónica", "cronica", "resumen", "de", "del", "la", "el", "las", "los", "en", "mi", "nuestra", "reseña", "memoria", "así", "fue",
    "retour", "sur", "le", "compte", "rendu", "bilan", "du", "des", "les", "une", "un", "notre", "à", "au", "résumé",
    "rückblick", "retrospektive", "bericht", "nachlese", "auf", "der", "die", "das", "von", "zur", "zum", "zusammenfassung", "konferenzbericht", "recapitulation",
    "resumo", "o", "que", "rolou", "no", "na", "do", "da", "como", "foi", "relato", "um", "uma",
    "resoconto", "com", "è", "andata", "il", "lo", "gli", "di", "della", "dal", "report",
    "参加レポート", "参加報告", "レポート", "報告", "まとめ", "参加記", "に参加しました", "に参加してきました", "感想", "振り返り",
    "후기", "다녀오다", "에", "참관기", "정리", "회고", "참가", "참석",
    "小结", "回顾", "总结", "小記", "纪要", "记录", "参会", "小记", "回顧",
];

/// Whether a title says more than which event it is about.
fn says_more(title: &str, event: &str, place: &str) -> bool {
    let event = tidy::fold(event);
    let mut rest = format!(" {} ", tidy::fold(title));
    rest = rest.replace(&event, " ");
    let known: Vec<String> = event
        .split(' ')
        .chain(tidy::fold(place).split(' '))
        .map(str::to_owned)
        .collect();
    let more = |word: &str| {
        !(word.chars().all(char::is_numeric)
            || known.iter().any(|known| known == word)
            || RECAP_WORDS.contains(&word))
    };
    rest.split(' ').filter(|word| !word.is_empty()).any(more)
}

/// A headline for a post without a title: the last part of its key.
fn named_after(key: &str) -> String {
    let name = key.rsplit('/').next().unwrap_or(key);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_'));
    name.replace(['-', '_'], " ")
}

/// Sentences that make curious, best first: the author's takeaway, the author's summary, then
/// sentences of the text that stand for themselves and do not repeat the headline.
fn hooks(material: &Material<'_>, content: &Content, language: &str) -> Vec<String> {
    let clean = |text: &str| tidy::piece(text, language);
    let recap = material.recap;
    let mut hooks: Vec<String> = Vec::new();
    let takeaway = recap.takeaway.as_ref().map(|text| clean(&text.value));
    let takeaway = takeaway.or_else(|| {
        material
            .head
            .takeaway
            .as_ref()
            .map(|text| clean(&text.value))
    });
    let summary = material
        .head
        .summary
        .as_ref()
        .map(|text| clean(&text.value));
    for text in takeaway.into_iter().chain(summary) {
        if !text.is_empty() && tidy::fold(&text) != tidy::fold(&content.headline) {
            hooks.push(text);
        }
    }
    if !hooks.is_empty() {
        hooks.truncate(1);
        return hooks;
    }
    let event = recap
        .event
        .name
        .as_ref()
        .map(|name| name.value.as_str())
        .filter(|_| recap.is_recap);
    let mut naming = Vec::new();
    for paragraph in material.text.split("\n\n").map(clean) {
        for sentence in cut::sentences(&paragraph, language).into_iter().take(12) {
            let told = content.sessions.iter().any(|line| {
                line.takeaway.contains(sentence)
                    || line
                        .speakers
                        .iter()
                        .any(|speaker| tidy::says(sentence, speaker))
            });
            if !makes_curious(sentence) || told || tidy::says(&content.headline, sentence) {
                continue;
            }
            let repeats = event.is_some_and(|event| {
                let bare = event.trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace());
                tidy::says(sentence, bare)
            });
            if repeats {
                naming.push(sentence.to_owned())
            } else {
                hooks.push(sentence.to_owned())
            }
        }
    }
    hooks.extend(naming);
    hooks.truncate(4);
    hooks
}

/// Openers that lean on what was said before.
#[rustfmt::skip]
const DANGLING: &[&str] = &[
    "this", "that", "these", "those", "it", "they", "he", "she", "his", "her", "their", "its", "however", "but", "and", "so", "also", "then",
    "there", "here", "such", "another", "both", "thus", "therefore", "moreover", "furthermore", "instead", "or", "thanks", "thank", "below", "above", "finally", "photo", "image",
    "esto", "este", "esta", "estos", "estas", "eso", "ese", "esa", "pero", "también", "además", "sin", "ellos", "gracias", "así",
    "cela", "ce", "cette", "ces", "il", "elle", "ils", "elles", "mais", "donc", "aussi", "puis", "merci", "voici",
    "dies", "dieser", "diese", "dieses", "das", "es", "er", "sie", "aber", "und", "auch", "danach", "dann", "danke", "hier",
    "isto", "isso", "este", "esta", "esse", "essa", "mas", "também", "ele", "ela", "eles", "obrigado", "então",
    "questo", "questa", "questi", "ciò", "ma", "anche", "poi", "grazie", "essi",
];

/// Whether a sentence can stand alone under a headline.
fn makes_curious(sentence: &str) -> bool {
    let length = sentence.graphemes(true).count();
    // Scripts without spaces say the same in half the characters.
    let dense = sentence.chars().any(|c| c >= '\u{3040}');
    let long_enough = length
        >= if dense {
            *HOOK.start() / 2
        } else {
            *HOOK.start()
        };
    let first = sentence
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty())
        .unwrap_or_default();
    let ends = sentence.trim_end_matches(['”', '"', '»', '」', ')', '’', '）']);
    let cjk_opener = [
        "これ",
        "それ",
        "この",
        "その",
        "しかし",
        "でも",
        "また",
        "이",
        "그",
        "하지만",
        "这",
        "那",
        "但",
        "此",
    ];
    long_enough
        && length <= *HOOK.end()
        && ends.ends_with(['.', '!', '?', '。', '！', '？', '…'])
        && !ends.ends_with("...")
        && !DANGLING.contains(&first.to_lowercase().as_str())
        && !cjk_opener.iter().any(|opener| sentence.starts_with(opener))
        && !sentence.contains("://")
        && !sentence.contains(['|', '<', '>', '{', '}', '`', '*', '['])
        && sentence.matches('(').count() == sentence.matches(')').count()
        && sentence.matches('“').count() == sentence.matches('”').count()
        && sentence.chars().next().is_some_and(|c| !c.is_lowercase())
}

/// The first paragraph of a post that is folded behind it: headline and hook, long enough to use
/// the room and short enough to be seen whole.
fn fold(content: &mut Content, hooks: Vec<String>, wording: &Wording, language: &str) {
    let length = |text: &str| text.encode_utf16().count();
    let headline = content.headline.replace('\n', wording.colon);
    let headline = if length(&headline) <= FOLD {
        headline
    } else {
        cut::shorter(&headline, language)
            .into_iter()
            .find(|way| length(way) <= FOLD)
            .unwrap_or(headline)
    };
    let mut first = headline;
    let mut hooks = hooks.into_iter();
    if let Some(hook) = hooks.next() {
        let joined = |hook: &str| sentence_after(&first, hook, language);
        let fits = std::iter::once(hook.clone())
            .chain(cut::shorter(&hook, language))
            .map(|way| joined(&way))
            .find(|text| length(text) <= FOLD);
        first = fits.unwrap_or(first);
    }
    let names: Vec<String> = content
        .sessions
        .iter()
        .flat_map(|line| line.speakers.clone())
        .collect();
    let with = (!names.is_empty()).then(|| {
        let shown = names.get(..names.len().min(3)).unwrap_or_default();
        wording.with.replace(
            "{}",
            &wording.list_and_more(shown, names.len() - shown.len()),
        )
    });
    for more in hooks.chain(with) {
        if length(&first) >= FOLD_MOBILE {
            break;
        }
        let longer = sentence_after(&first, &more, language);
        if length(&longer) <= FOLD {
            first = longer;
        }
    }
    content.headline = first;
    content.hook.clear();
}

/// One text behind another, with a stop between where the first has none.
fn sentence_after(first: &str, second: &str, language: &str) -> String {
    let dense = ["ja", "zh"].iter().any(|code| language.starts_with(code));
    let stopped = first.ends_with(['.', '!', '?', '…', '。', '！', '？', ':', '：']);
    match (stopped, dense) {
        (true, true) => format!("{first}{second}"),
        (true, false) => format!("{first} {second}"),
        (false, true) => format!("{first}。{second}"),
        (false, false) => format!("{first}. {second}"),
    }
}

/// The built-in wording of every kind of post.
fn render(content: &Content, wording: &Wording, network: &dyn Network) -> String {
    let link = &content.link;
    let read = if link.is_empty() {
        String::new()
    } else {
        wording.read.replace("{}", link)
    };
    let tags = content.tags.join(" ");
    let mut blocks: Vec<String> = Vec::new();
    match content.kind {
        Kind::Opener => blocks.extend([
            content.headline.clone(),
            content.hook.clone(),
            link.clone(),
            tags,
        ]),
        Kind::Session => {
            for line in &content.sessions {
                blocks.extend([head(line, wording), line.takeaway.clone()]);
            }
            blocks.push(read);
        }
        Kind::List => {
            let heads: Vec<String> = content
                .sessions
                .iter()
                .map(|line| head(line, wording))
                .collect();
            blocks.extend([heads.join("\n"), more(content, wording), read]);
        }
        Kind::Rest => {
            let names: Vec<String> = content
                .sessions
                .iter()
                .map(|line| name(line, wording))
                .collect();
            let list = wording.list_and_more(&names, content.more);
            blocks.extend([wording.also.replace("{}", &list), link.clone()]);
        }
        Kind::Closing => blocks.extend([content.invitation.clone(), read]),
        Kind::Whole => {
            blocks.extend([content.headline.clone(), content.hook.clone()]);
            let bullet = if network.form() == Form::Single {
                "• "
            } else {
                ""
            };
            let lines: Vec<String> = content
                .sessions
                .iter()
                .map(|line| match (head(line, wording), line.takeaway.as_str()) {
                    (head, "") => format!("{bullet}{head}"),
                    (head, takeaway) => format!("{bullet}{head} – {takeaway}"),
                })
                .collect();
            blocks.extend([
                lines.join("\n"),
                more(content, wording),
                content.invitation.clone(),
            ]);
            blocks.push(if content.sessions.is_empty() {
                link.clone()
            } else {
                read
            });
            blocks.push(tags);
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}

fn more(content: &Content, wording: &Wording) -> String {
    if content.more == 0 {
        String::new()
    } else {
        tidy::capital((wording.more)(content.more).trim())
    }
}

/// "Speaker: “Title”".
fn head(line: &Line, wording: &Wording) -> String {
    let speakers = wording.list_and_more(&line.speakers, line.more);
    match (speakers.as_str(), line.title.as_str()) {
        ("", title) => wording.quote(title),
        (speakers, "") => speakers.to_owned(),
        (speakers, title) => format!("{speakers}{}{}", wording.colon, wording.quote(title)),
    }
}

/// The speakers of a session, else its title.
fn name(line: &Line, wording: &Wording) -> String {
    if line.speakers.is_empty() {
        wording.quote(&line.title)
    } else {
        line.speakers.join(" & ")
    }
}

/// What holds for every text, whoever worded it: no empty lines at the ends, no mention first
/// where that hides the post.
fn finish(text: &str, network: &dyn Network) -> String {
    let text = tidy::lines(text);
    if network.hides_leading_mention() && text.starts_with(['@', '＠']) {
        return format!(".{text}");
    }
    text
}
