//! Layouts that nobody listed: posts made of the parts in `tests/layouts/`, in a fixed sample of all combinations. Each
//! part must be understood nearly always, beside whatever others.
#![expect(clippy::disallowed_methods, reason = "the parts are files")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use afterword::generator::Context;
use afterword::{markdown, read, recap};
use toml::{Table, Value};

/// How many posts are read of each file of parts.
const POSTS: usize = 400;

/// The least shares of posts that are right: of all, and of those with a certain part.
const ALL: f64 = 0.98;
const EACH: f64 = 0.93;

/// A value for each part.
type Choice<'p> = BTreeMap<&'p str, &'p str>;

/// A talk's title and its speaker.
type Talk = (String, String);

fn table(name: &str) -> Table {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layouts");
    let text = fs::read_to_string(folder.join(name)).expect("the parts are there");
    text.parse().expect("valid TOML")
}

fn list<'t>(table: &'t Table, key: &str) -> Vec<&'t str> {
    let values = table[key].as_array().expect("a list");
    values.iter().filter_map(Value::as_str).collect()
}

/// The combinations of a sample: steps that share no factor with their number go through all of them.
fn choices(file: &Table) -> Vec<Choice<'_>> {
    const STEP: usize = 7_368_787;
    let parts = file["parts"].as_table().expect("a table");
    let lists: Vec<(&str, Vec<&str>)> =
        parts.keys().map(|key| (key.as_str(), list(parts, key))).collect();
    let count: usize = lists.iter().map(|(_, list)| list.len()).product();
    let choice = |number: usize| {
        let mut rest = number.wrapping_mul(STEP) % count;
        let mut choice = Choice::new();
        for (key, list) in &lists {
            choice.insert(*key, list[rest % list.len()]);
            rest /= list.len();
        }
        choice
    };
    let clear = (0..count).map(choice).filter(|choice| !unclear(choice, file));
    clear.take(POSTS).collect()
}

/// Whether a combination is one of those that say too little.
fn unclear(choice: &Choice<'_>, file: &Table) -> bool {
    let rules = file.get("unclear").and_then(Value::as_array);
    rules
        .into_iter()
        .flatten()
        .filter_map(Value::as_table)
        .any(|rule| rule.keys().all(|key| list(rule, key).contains(&choice[key.as_str()])))
}

/// A post with three talks, and what should be understood.
fn post(
    words: &Table,
    number: usize,
    talk: impl Fn(&[(&str, &str)]) -> String,
) -> (String, Vec<Talk>) {
    let pick = |key: &str, at: usize| {
        let list = list(words, key);
        list[at % list.len()].to_owned()
    };
    let mut lines = Vec::new();
    let mut talks = Vec::new();
    for at in 0..3 {
        let (title, name) =
            (pick("titles", number * 5 + at * 4), pick("names", number * 3 + at * 5));
        let (organisation, remark) = (pick("organisations", at), pick("remarks", number + at));
        let id = format!("a{at}");
        lines.push(talk(&[
            ("{t}", &title),
            ("{n}", &name),
            ("{o}", &organisation),
            ("{r}", &remark),
            ("{i}", &id),
        ]));
        talks.push((title, name));
    }
    let text = format!(
        "---\ntitle: Notes from WebConf Bristol 2026\ndate: 2026-05-03\n---\n\nThree talks at WebConf Bristol that I keep thinking \
         about.\n\n{}\n\nSee you next year.\n",
        lines.join("\n")
    );
    (text, talks)
}

fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (key, value)| text.replace(key, value))
}

fn understood(text: &str) -> Vec<Talk> {
    let reading = read::post("post.md", text.as_bytes().to_vec(), "post.md", &Context::default());
    let post = reading.post.expect("a post");
    let recap = recap::understand(&post, &markdown::parse(&post));
    let json = recap::json::inspect("post.md", Some((&post, &recap)), &reading.findings);
    let json: serde_json::Value = serde_json::from_str(&json).expect("inspect prints JSON");
    let sessions = json["sessions"].as_array().expect("a list");
    let talk = |session: &serde_json::Value| {
        let speakers: Vec<&str> =
            session["speakers"].as_array()?.iter().filter_map(serde_json::Value::as_str).collect();
        Some((session["title"].as_str()?.to_owned(), speakers.join(" & ")))
    };
    sessions.iter().map(|session| talk(session).unwrap_or_default()).collect()
}

/// Holds the shares of one file of parts; `talk` writes one talk of a combination.
fn hold(name: &str, talk: impl Fn(&Choice<'_>, &[(&str, &str)]) -> String) {
    let (words, file) = (table("lines.toml"), table(name));
    let choices = choices(&file);
    let mut shares: BTreeMap<(&str, &str), (f64, f64)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (number, choice) in choices.iter().enumerate() {
        let (text, talks) = post(&words, number, |values| talk(choice, values));
        let found = understood(&text);
        let right = found == talks;
        for (key, value) in choice.iter().chain([(&"", &"all")]) {
            let share = shares.entry((key, value)).or_default();
            share.0 += f64::from(u8::from(right));
            share.1 += 1.0;
        }
        if !right {
            wrong.push(format!("{text}\nunderstood {found:?}\n"));
        }
    }
    let low: Vec<String> = shares
        .iter()
        .filter(|((key, _), (right, count))| {
            right / count < if key.is_empty() { ALL } else { EACH }
        })
        .map(|((key, value), (right, count))| format!("{key} {value:?}: {right} of {count}"))
        .collect();
    assert!(low.is_empty(), "{low:#?}\nall that went wrong: {}", wrong.concat());
}

/// A talk in a line or a sentence.
fn line(choice: &Choice<'_>, values: &[(&str, &str)]) -> String {
    let title = fill(choice["title"], values);
    let name = fill(choice["name"], values) + &fill(choice["organisation"], values);
    let line = choice["form"].replace("{t}", &title).replace("{n}", &name)
        + &fill(choice["links"], values);
    fill(&choice["place"].replace("{l}", &line), values)
}

#[test]
fn a_title_and_its_speaker_are_read_on_one_line() {
    hold("lines.toml", line);
}

#[test]
fn a_title_and_its_speaker_are_read_in_a_sentence() {
    hold("prose.toml", line);
}

#[test]
fn a_speaker_is_read_below_a_title() {
    hold("sections.toml", |choice, values| {
        let (title, picture) = (fill(choice["title"], values), fill(choice["picture"], values));
        let speaker = fill(choice["speaker"], values);
        format!("{title}\n\n{picture}{speaker}\n\n{}\n", fill("{r}", values))
    });
}

#[test]
fn a_talk_is_read_in_a_row() {
    let file = table("tables.toml");
    let cells = file["cells"].as_table().expect("a table");
    hold("tables.toml", |choice, values| {
        let columns: Vec<&str> = choice["columns"].split('|').collect();
        let cell = |column: &&str| {
            let template = match *column {
                column if list(cells, "title").contains(&column) => choice["title"],
                column if list(cells, "speaker").contains(&column) => choice["speaker"],
                "Time" | "When" => "9:30",
                "Takeaway" => "{r}",
                "Room" => "Main hall",
                "Rating" => "★★★★",
                "#" => "1",
                _ => "[slides](https://x.example/{i})",
            };
            fill(template, values)
        };
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let row_of_talk = row(columns.iter().map(cell).collect());
        if values.contains(&("{i}", "a0")) {
            let heads = row(columns.iter().map(ToString::to_string).collect());
            let rule = row(vec!["---".to_owned(); columns.len()]);
            format!("{heads}\n{rule}\n{row_of_talk}")
        } else {
            row_of_talk
        }
    });
}

#[test]
fn the_authors_own_talk_is_read_in_a_sentence() {
    let file = table("own.toml");
    let mut wrong = Vec::new();
    for (language, part) in &file {
        let part = part.as_table().expect("a table");
        let text = |key: &str| part[key].as_str().expect("a text");
        for talk in part["talks"].as_array().expect("a list") {
            let pair = talk.as_array().expect("a sentence and a title");
            let [sentence, title] = [0, 1].map(|at| pair[at].as_str().expect("a text"));
            let space = if ["ja", "zh"].contains(&language.as_str()) { "" } else { " " };
            let post = format!(
                "---\ntitle: Notes from DevDays 2026\ndate: 2026-05-03\nauthor: Rosa Lindqvist\n---\n\n{}\n\n{sentence}{space}{}\n",
                text("before"),
                text("after")
            );
            let found: Vec<String> =
                understood(&post).into_iter().map(|(title, _)| title).collect();
            let expected: Vec<&str> =
                Some(title).filter(|title| !title.is_empty()).into_iter().collect();
            if found != expected {
                wrong.push(format!("{sentence}\n  expected {expected:?}, understood {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
