//! Generated recap posts: any number, the same on every run and every machine.

use std::fmt::Write;

const WORDS: &[&str] = &[
    "afternoon",
    "answer",
    "audience",
    "badge",
    "borrow",
    "bridge",
    "captions",
    "careful",
    "clock",
    "compiler",
    "corner",
    "crate",
    "curious",
    "demo",
    "different",
    "editor",
    "evening",
    "failure",
    "fuzzer",
    "garden",
    "generous",
    "hallway",
    "handbook",
    "hardware",
    "honest",
    "keynote",
    "lantern",
    "latency",
    "library",
    "lunch",
    "maintainer",
    "memory",
    "message",
    "microphone",
    "morning",
    "network",
    "notebook",
    "organiser",
    "parser",
    "patient",
    "pattern",
    "pocket",
    "question",
    "queue",
    "quiet",
    "release",
    "remote",
    "review",
    "room",
    "schema",
    "screen",
    "sensible",
    "slides",
    "small",
    "speaker",
    "sprint",
    "storage",
    "student",
    "table",
    "terminal",
    "ticket",
    "train",
    "travel",
    "useful",
    "volunteer",
    "window",
    "workshop",
    "writer",
];
const SMALL: &[&str] =
    &["the", "a", "of", "and", "in", "with", "for", "that", "was", "we", "to", "on"];
const FIRST: &[&str] = &[
    "Amina", "Bruno", "Célia", "Dmitri", "Elif", "Frida", "Goran", "Hana", "Iñigo", "Jana",
    "Kwame", "Lívia", "Mira", "Noor", "Olga", "Paweł", "Rosa", "Sören", "Tariq", "Ying",
];
const LAST: &[&str] = &[
    "Abebe",
    "Bianchi",
    "Çelik",
    "Duarte",
    "Engström",
    "Fischer",
    "Grönlund",
    "Horváth",
    "Ito",
    "Jansen",
    "Kowalska",
    "Lefèvre",
    "Moreau",
    "Nakamura",
    "Okafor",
    "Pérez",
    "Rahman",
    "Schmidt",
    "Tóth",
    "Varga",
];
const TAGS: &[&str] =
    &["testing", "embedded", "community", "databases", "accessibility", "compilers", "typography"];
const CITIES: &[&str] =
    &["Lisbon", "Kraków", "Nairobi", "Osaka", "Porto", "Utrecht", "Vienna", "Zagreb"];

/// A source of numbers that is the same everywhere (a linear congruence with Knuth's constants).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.roll(from.len())).copied().unwrap_or_default()
    }

    fn person(&mut self) -> String {
        format!("{} {}", self.pick(FIRST), self.pick(LAST))
    }

    fn title(&mut self) -> String {
        let words: Vec<String> = (0..3 + self.roll(3)).map(|_| capital(self.pick(WORDS))).collect();
        words.join(" ")
    }

    fn sentence(&mut self) -> String {
        let length = 8 + self.roll(12);
        let marked = self.roll(length * 2);
        let words: Vec<String> = (0..length)
            .map(|place| {
                let word = if place % 2 == 0 { self.pick(SMALL) } else { self.pick(WORDS) };
                match marked.checked_sub(place) {
                    Some(0) if place % 5 == 0 => format!("**{word}**"),
                    Some(0) if place % 5 == 1 => format!("*{word}*"),
                    Some(0) if place % 5 == 2 => format!("`{word}_of`"),
                    Some(0) => format!("[{word}](https://example.net/{word}?a=1&b={length})"),
                    _ => word.to_owned(),
                }
            })
            .collect();
        capital(&words.join(" ")) + ["", ", they said", " – twice", ""][self.roll(4)] + "."
    }

    fn paragraph(&mut self) -> String {
        let sentences: Vec<String> = (0..4 + self.roll(4)).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The file name and the text of post `index`; about six kilobytes.
pub fn post(index: usize) -> (String, String) {
    let mut dice = Dice(index as u64 * 2_654_435_761 + 17);
    let (year, month, day) = (1990 + index / 336 % 130, 1 + index / 28 % 12, 1 + index % 28);
    let (city, title) = (dice.pick(CITIES), dice.title());
    let mut text = format!(
        "---\ntitle: \"{title} Days {year}: what we took home\"\ndate: {year}-{month:02}-{day:02}T18:{:02}:00+01:00\n\
         description: \"{}\"\ndraft: false\ntags: [{}, {}]\nauthors:\n  - \"{}\"\n---\n\n",
        index % 60,
        dice.sentence().replace(['*', '`', '[', ']', '(', ')'], ""),
        dice.pick(TAGS),
        dice.pick(TAGS),
        dice.person(),
    );
    let mut put = |part: String| {
        let _ = write!(text, "{part}\n\n");
    };
    put(format!("We spent two days at {title} Days {year} in {city}. {}", dice.paragraph()));
    put(format!("![The hall in {city}](/images/{index}.jpg \"Before the first talk\")"));
    put("## Talks".to_owned());
    let talks: Vec<String> = (0..5)
        .map(|talk| {
            let (speaker, title, said) = (dice.person(), dice.title(), dice.sentence());
            format!("- **{speaker}** – *{title}* ([slides](https://slides.example.org/{index}/{talk})): {said}")
        })
        .collect();
    put(talks.join("\n"));
    for section in 0..4 {
        put(format!("## {}", dice.title()));
        put(dice.paragraph());
        match (index + section) % 4 {
            0 => put(format!(
                "```rust\nfn main() {{\n    println!(\"{index} & <{section}>\");\n}}\n```"
            )),
            1 => put(format!(
                "| room | talks |\n|---|---:|\n| {} | {section} |\n| {} | {index} |",
                dice.title(),
                dice.title()
            )),
            2 => put(format!("> {}\n>\n> – {}", dice.sentence(), dice.person())),
            _ => put(format!(
                "The notes[^{section}] are short.\n\n[^{section}]: {}",
                dice.sentence()
            )),
        }
        put(dice.paragraph());
    }
    if index % 10 == 3 {
        put("<details><summary>More</summary><p>Raw <b>HTML</b>, as some posts have it.</p></details>".to_owned());
    }
    put(format!("Next year it is {}'s turn. Come and say hello!", dice.pick(CITIES)));
    (format!("{year}-{month:02}-{day:02}-recap-{index}.md"), text)
}
