//! The stages one by one: what a post costs in each, in one thread.

use std::hint::black_box;
use std::time::{Duration, Instant};

use afterword::feed::FORMATS;
use afterword::markdown::{self, Place};
use afterword::post::{Post, front_matter};
use afterword::recap;

use crate::{posts, work};

/// How many posts each stage is timed on.
const POSTS: usize = 200;

/// Times every stage `rounds` times and prints the medians.
pub fn time(rounds: usize) {
    let count = if rounds == 1 { 10 } else { POSTS };
    let texts: Vec<(String, String)> = (0..count).map(posts::post).collect();
    let read = work::read_all(count);
    let raw: Vec<&Post> =
        read.iter().filter(|post| post.markdown().contains("<details>")).collect();
    let documents: Vec<_> = read.iter().map(markdown::parse).collect();
    let recaps: Vec<_> = read
        .iter()
        .zip(&documents)
        .map(|(post, document)| recap::understand(post, document))
        .collect();
    let plain: Vec<String> = documents.iter().map(markdown::Document::text).collect();
    let feed = work::feed(&read);
    let site = work::site();
    println!("{:<28}{:>12}", "stage", "µs a post");
    let say = |name: &str, posts: usize, stage: &mut dyn FnMut() -> usize| {
        let mut times: Vec<Duration> = (0..rounds)
            .map(|_| {
                let start = Instant::now();
                black_box(stage());
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        let median = times.get(rounds / 2).copied().unwrap_or_default();
        let posts = u32::try_from(posts.max(1)).unwrap_or(u32::MAX);
        println!("{name:<28}{:>12.1}", median.as_secs_f64() * 1e6 / f64::from(posts));
    };
    say("front matter", count, &mut || {
        texts
            .iter()
            .map(|(_, text)| {
                front_matter::parse(text, &front_matter::split(text, false)).pairs.len()
            })
            .sum()
    });
    say("post, head and bytes judged", count, &mut || {
        texts.iter().map(|(name, text)| work::read(name, text).body.len()).sum()
    });
    say("Markdown to HTML", count, &mut || {
        let html =
            |post: &Post| markdown::parse(post).html(post, Place::new(&site, "p")).html.len();
        read.iter().map(html).sum()
    });
    say("the same with raw HTML", raw.len(), &mut || {
        raw.iter()
            .map(|post| markdown::parse(post).html(post, Place::new(&site, "p")).html.len())
            .sum()
    });
    say("plain text", count, &mut || documents.iter().map(|document| document.text().len()).sum());
    say("understanding", count, &mut || {
        let posts = read.iter().zip(&documents);
        posts.map(|(post, document)| recap::understand(post, document).sessions.len()).sum()
    });
    say("drafts, five networks", count, &mut || {
        let posts = read.iter().zip(&recaps).zip(&plain);
        posts.map(|((post, recap), text)| work::compose(post, recap, text)).sum()
    });
    for format in FORMATS {
        say(&format!("writing {}", format.name), count, &mut || {
            format.write(&feed).map_or(0, |text| text.len())
        });
        if let Ok(text) = format.write(&feed) {
            say(&format!("validating {}", format.name), count, &mut || work::count_findings(&text));
        }
    }
}
