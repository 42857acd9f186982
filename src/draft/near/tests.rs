use super::check;
use crate::draft::file::File;
use crate::draft::{Composer, Material, NETWORKS, People, Settings, network};
use crate::generator::Context;
use crate::report::Source;
use crate::{markdown, read, recap};

const PEOPLE: &str = r#"["Joanne Hastie"]
x = "@joannehastie"
mastodon = "@joanne@example.social"
["Åsa Lindqvist"]
bluesky = "@asa.example.org"
"#;

const ENGLISH: &str = "---
title: PyCascades 2020
date: 2020-02-20
event: {name: PyCascades 2020, start: 2020-02-08, end: 2020-02-09, place: Málaga}
sessions:
  - {speakers: [Joanne Hastie], title: Painting with robots and code}
  - {speakers: [Åsa Lindqvist, Eva-Lotta Berg], title: Queues and quiet nights}
---
Some 350 people came to Málaga for two days of talks, and a ticket cost €45, less than in 2019.
Members of Brightwell sent 2,400 postcards, and 64 % arrived.
The recordings appear on 3 March at <https://example.org/2020/talks>.
";

const GERMAN: &str = "---
title: Datentag Fürth
date: 2024-06-20
lang: de
event: {name: Datentag Fürth, start: 2024-06-12, place: Fürth}
sessions:
  - {speakers: [Ömer Grünwald], title: Tabellen ohne Tränen}
---
Beim 14. Datentag am 12. Juni hörten 140 Gäste fünf Vorträge, und 62,5 Prozent kamen aus Fürth.
";

const JAPANESE: &str = "---
title: \"第12回 札幌データ会 レポート\"
date: 2024-05-20
lang: ja
event: {name: 札幌データ会, place: 札幌}
sessions:
  - {speakers: [高瀬 美緒], title: 静かな夜のための待ち行列}
---
5月18日に札幌で開かれ、参加者は84名でした。
";

const CHINESE: &str = "---
title: 数据之夜回顾
date: 2024-05-20
lang: zh
event: {name: 数据之夜, place: 成都}
sessions:
  - {speakers: [沈若楠], title: 没有眼泪的表格}
---
5月18日在成都举行，来了84人。
";

fn slips(post: &str, network: &str, text: &str) -> Vec<String> {
    let post = read::post("a.md", post.as_bytes().to_vec(), "a", &Context::default())
        .post
        .expect("a post");
    let document = markdown::parse(&post);
    let recap = recap::understand(&post, &document);
    let people = People::parse(&Source::new("people.toml", PEOPLE)).0;
    let link = "https://example.org/a/".parse().expect("a URL");
    let material = Material {
        key: "a",
        head: &post.head,
        recap: &recap,
        text: &document.text(),
        link: &link,
        language: None,
        people: &people,
        settings: &Settings::default(),
    };
    let network = network::named(network).expect("a network");
    let composed = Composer::new(material).draft(network, None);
    let text = if text.is_empty() {
        composed.posts.join("\n--- next post ---\n")
    } else {
        text.to_owned()
    };
    let file =
        File::parse(&Source::new("x.txt", format!("+++\nstatus = \"draft\"\n+++\n{text}\n")));
    check(&file, &composed, &material).into_iter().map(|finding| finding.message).collect()
}

/// Each text is one of an edited draft of the post, each found what is reported.
fn assert_slips(post: &str, cases: &[(&str, &str)]) {
    let found = cases.iter().map(|(text, _)| (*text, slips(post, "x", text).join("; ")));
    let wanted = cases.iter().map(|(text, found)| (*text, (*found).to_owned()));
    assert_eq!(found.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
}

#[test]
fn typos_in_names_titles_and_handles_are_found() {
    assert_slips(
        ENGLISH,
        &[
            ("Joane Hastie painted.", "Joane Hastie: the post has Joanne Hastie"),
            ("Joanne Hastei painted.", "Joanne Hastei: the post has Joanne Hastie"),
            ("Hastie Joanne painted.", "Hastie Joanne: the post has Joanne Hastie"),
            ("With Asa Lindqvist.", "Asa Lindqvist: the post has Åsa Lindqvist"),
            ("With Eva Lotta Berg.", "Eva Lotta Berg: the post has Eva-Lotta Berg"),
            ("With Hastie, Joanne Berg and Hastie.", ""),
            (
                "“Painting with robot and code”",
                "Painting with robot and code: the post has Painting with robots and code",
            ),
            (
                "“Quiet nights and queues”",
                "Quiet nights and queues: the post has Queues and quiet nights",
            ),
            (
                "\"Queues for quiet nights\"",
                "Queues for quiet nights: the post has Queues and quiet nights",
            ),
            ("‘Queues and Quiet Nights’ and “quiet nights”", ""),
            ("“A quiet place to paint” and “robots”", ""),
            ("Off to Malaga!", "Malaga: the post has Málaga"),
            ("We saw PyCaskades again.", "PyCaskades: the post has PyCascades"),
            ("Thanks to Brigthwell.", "Brigthwell: the post has Brightwell"),
            ("Thanks to Brightwells.", ""),
            ("PyCascades 2021 was fun.", "PyCascades 2021: the post has PyCascades 2020"),
            ("See you! #PyCascadas", "#PyCascadas: the post has #PyCascades"),
            ("See you! #PyCascades20", ""),
            ("Thanks @joanehastie!", "@joanehastie: the post has @joannehastie"),
            (
                "Thanks @joanne@example.social!",
                "@joanne@example.social: the post has @joannehastie",
            ),
            ("Thanks @asa.example.org!", "@asa.example.org: the post has Åsa Lindqvist"),
            (
                "More: https://example.org/b/",
                "https://example.org/b/: the post has https://example.org/a/",
            ),
            (
                "More: https://example.org/2021/talks.",
                "https://example.org/2021/talks: the post has https://example.org/2020/talks",
            ),
            ("More: https://example.org/a?from=x and https://example.com/shop", ""),
        ],
    );
}

#[test]
fn wrong_days_and_numbers_are_found() {
    assert_slips(
        ENGLISH,
        &[
            ("On 8–10 February 2020", "8–10 February 2020: the post has 8–9 February"),
            ("On February 7", "February 7: the post has 8–9 February"),
            ("On 8–9 March", "8–9 March: the post has 8–9 February"),
            ("On 8–9 February 2019", "8–9 February 2019: the post has 8–9 February 2020"),
            ("The talks come on 30 March.", "30 March: the post has 3 March"),
            ("The talks come on 3 March, and the first day was 8 February.", ""),
            ("See you on 14 November.", ""),
            ("Then 530 people came.", "530 people: the post has 350 people"),
            ("About 450 people came.", "450 people: the post has 350 people"),
            ("More than 340 people came, or nearly 360 people.", ""),
            ("It cost €54.", "€54: the post has €45"),
            ("It cost 45 € or $54.", ""),
            ("And 46 % of them.", "46 %: the post has 64 %"),
            ("They sent 24,000 postcards.", "24,000 postcards: the post has 2,400 postcards"),
            ("They sent 2400 postcards to 20 towns.", ""),
            ("Cheaper than in 2018!", "2018: the post has 2019"),
            ("Joanne Hastie (@joannehastie) painted on 9 February for 350 people.", ""),
            ("Joanne painted with a robot in 2020, and 400 brushes, at 10:30, with v3.50.", ""),
        ],
    );
}

#[test]
fn corrections_keep_the_spelling_of_the_post() {
    assert_slips(
        GERMAN,
        &[
            ("Es kamen 104 Gäste.", "104 Gäste: the post has 140 Gäste"),
            ("Es kamen fast 150 Gäste.", ""),
            ("Der 15. Datentag war gut.", "15. Datentag: the post has 14. Datentag"),
            ("Und 65,2 Prozent", "65,2 Prozent: the post has 62,5 Prozent"),
            ("Und 62.5 Prozent, am 12.6., am Mittwoch", ""),
            ("Am 12. Juli", "12. Juli: the post has 12. Juni"),
            ("Mit Oemer Gruenwald", "Oemer Gruenwald: the post has Ömer Grünwald"),
            ("Mit Ömer Grunwald", "Ömer Grunwald: the post has Ömer Grünwald"),
            ("In Fuerth", "Fuerth: the post has Fürth"),
            ("Die Fürther Datentage mit ihren Gästen", ""),
            ("„Tabellen mit Tränen“", "Tabellen mit Tränen: the post has Tabellen ohne Tränen"),
        ],
    );
}

#[test]
fn scripts_without_spaces_are_compared_by_characters() {
    assert_slips(
        JAPANESE,
        &[
            ("高瀬 美諸さん", "高瀬 美諸: the post has 高瀬 美緒"),
            ("高瀬美緒さん", ""),
            ("「静かな夜の待ち行列」", "静かな夜の待ち行列: the post has 静かな夜のための待ち行列"),
            ("5月19日に開催", "5月19日: the post has 5月18日"),
            ("参加者は48名", "48名: the post has 84名"),
            ("参加者は約80名、5/18に開催", ""),
            ("5月18日に礼幌で開かれ", "礼幌: the post has 札幌"),
            ("札束で", ""),
        ],
    );
    assert_slips(
        CHINESE,
        &[
            ("沈若南：", "沈若南: the post has 沈若楠"),
            ("《没有泪水的表格》", "没有泪水的表格: the post has 没有眼泪的表格"),
            ("5月16日在成都举行", "5月16日: the post has 5月18日"),
            ("来了48人", "48人: the post has 84人"),
            ("来了大约80人", ""),
            ("在成部举行", "成部: the post has 成都"),
        ],
    );
}

#[test]
fn composed_drafts_have_no_typos() {
    for post in [ENGLISH, GERMAN, JAPANESE, CHINESE] {
        for network in NETWORKS {
            assert_eq!(slips(post, network.name, ""), Vec::<String>::new());
        }
    }
}
