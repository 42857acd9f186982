//! Made-up secrets, harmless talk of them, and hostile texts.

use std::collections::BTreeSet;

use super::forms::FORMS;
use super::{RULES, hide, mask, prefixes, published, scan};
use crate::report::{Finding, Level, Rule, Source, Span, human, json};

static OTHER: Rule = Rule {
    name: "other",
    level: Level::Error,
    is_fixed: false,
    w3c: None,
    formats: &[],
    what: "",
    why: "",
    example: "",
    instead: "",
};

/// Made up here, so that no scanner of repositories takes this file for a leak.
fn samples() -> Vec<(&'static str, String)> {
    let some = |length: usize| "aB3dE5fG7h".chars().cycle().take(length).collect::<String>();
    let capitals = some(16).to_uppercase();
    vec![
        ("secret-github", format!("ghp_{}", some(36))),
        ("secret-github", format!("github_pat_{}_{}", some(22), some(59))),
        ("secret-gitlab", format!("glpat-{}", some(20))),
        ("secret-aws", format!("AKIA{capitals}")),
        ("secret-aws", format!("aws_secret_access_key = {}", some(40))),
        ("secret-google", format!("AIza{}", some(35))),
        ("secret-slack", format!("xoxb-{}-{}", some(12), some(24))),
        (
            "secret-slack",
            format!("https://hooks.slack.com/services/T{}/B{}/{}", some(8), some(8), some(24)),
        ),
        (
            "secret-discord",
            format!("https://discord.com/api/webhooks/123456789012345678/{}", some(68)),
        ),
        ("secret-stripe", format!("sk_live_{}", some(24))),
        ("secret-npm", format!("npm_{}", some(36))),
        ("secret-pypi", format!("pypi-AgEIcHlwaS5vcmc{}", some(80))),
        ("secret-openai", format!("sk-proj-{}", some(48))),
        ("secret-anthropic", format!("sk-ant-api03-{}", some(48))),
        (
            "secret-hugging-face",
            format!("hf_{}", "aBcDeFgH".repeat(5).get(..34).unwrap_or_default()),
        ),
        ("secret-digital-ocean", format!("dop_v1_{}", "0a1b2c3d".repeat(8))),
        ("secret-shopify", format!("shpat_{}", "0a1b2c3d".repeat(4))),
        ("secret-sendgrid", format!("SG.{}.{}", some(22), some(43))),
        ("secret-jwt", format!("eyJ{}.eyJ{}.{}", some(20), some(30), some(43))),
        ("secret-openai", format!("sk-svcacct-{}", some(48))),
        ("secret-openai", format!("sk-{}T3BlbkFJ{}", some(20), some(20))),
        ("secret-bluesky", "ab3d-efg4-hij5-klm6".to_owned()),
        ("secret-bluesky", "app password: abcd-efgh-ijkl-mnop".to_owned()),
        ("secret-bluesky", "BLUESKY_APP_PASSWORD=abcd-efgh-ijkl-mnop".to_owned()),
        ("secret-mastodon", format!("\"access_token\": \"{}\"", some(43))),
        ("secret-mastodon", format!("MASTODON_ACCESS_TOKEN={}", some(43))),
        ("secret-mastodon", format!("Authorization: Bearer {}", some(43))),
        ("secret-meta", format!("EAA{}", some(120))),
        ("secret-x", format!("{}{}%2B{}%3D", "A".repeat(21), some(20), some(50))),
        ("secret-slack", format!("xoxe-1-{}", some(40))),
        (
            "secret-slack",
            format!("https://hooks.slack.com/triggers/T{}/1234567890123/{}", some(8), some(32)),
        ),
        (
            "secret-discord",
            format!("https://discordapp.com/api/webhooks/123456789012345678/{}", some(68)),
        ),
        ("secret-discord", format!("Authorization: Bot M{}.Xy_z12.{}", some(23), some(38))),
        ("secret-telegram", format!("1234567890:AA{}", some(33))),
        ("secret-telegram", format!("https://api.telegram.org/bot1234567890:AA{}/send", some(33))),
        ("secret-url-password", "https://lea:s3cr3t-w0rd@git.acme.org/a.git".to_owned()),
        ("secret-aws", format!("\"SecretAccessKey\": \"{}\"", some(40))),
        ("secret-azure", format!("AccountKey={}==", some(86))),
        ("secret-azure", format!("SharedAccessKey={}=", some(43))),
        ("secret-azure", format!("abc8Q~{}", some(34))),
        ("secret-google", format!("ya29.{}", some(120))),
        ("secret-gitlab", format!("gldt-{}", some(20))),
        ("secret-gitlab", format!("glrt-{}", some(20))),
        ("secret-vault", format!("hvs.{}", some(95))),
        ("secret-databricks", format!("dapi{}", "0a1b2c3d".repeat(4))),
        ("secret-crates-io", format!("cio{}", some(32))),
        ("secret-rubygems", format!("rubygems_{}", "0a1b2c3d".repeat(6))),
        ("secret-docker", format!("dckr_pat_{}", some(27))),
        ("secret-stripe", format!("sk_test_{}", some(24))),
        ("secret-service", format!("figd_{}", some(40))),
        ("secret-private-key", format!("AGE-SECRET-KEY-1{}", some(58).to_uppercase())),
        ("secret-private-key", format!("Private-Lines: 1\n{}\nPrivate-MAC: 0", some(64))),
        ("secret-github", format!("TOKEN_ghp_{}", some(36))),
        ("secret-github", format!("x-ghp_{}", some(36))),
        (
            "secret-private-key",
            format!("-----BEGIN {} KEY-----\n{}\n{}\n-----END", "RSA PRIVATE", some(64), some(64)),
        ),
    ]
}

#[test]
fn every_form_is_found_and_never_shown() {
    let mut seen = BTreeSet::new();
    for (rule, value) in samples() {
        let source = Source::new("posts/a.md", format!("Zoë's log: `{value}`, read\nby all"));
        let found = scan(source.path(), source.text());
        assert_eq!(found.len(), 1, "{rule}: {value}");
        assert_eq!(found[0].rule.name, rule);
        assert_eq!(found[0].at.as_ref().map(|span| span.position().0), Some(1));
        let span = found[0].at.as_ref().expect("a place");
        let (from, to) = (span.range.start, span.range.end);
        let tail = &source.text()[to - 6..to];
        assert!(from < to && !span.text().contains(tail), "{value}");
        let printed = hide(source.text());
        for shown in [human::finding(&found[0]), json::finding(&found[0]), printed.into_owned()] {
            assert!(!shown.contains(tail), "{shown}");
        }
        seen.insert(rule);
    }
    let all: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(seen, all);
    assert!(FORMS.iter().all(|form| all.contains(form.rule.name)));
}

#[test]
fn words_about_secrets_are_quiet() {
    let harmless = format!(
        "Tokens begin with ghp_ or AKIA. Write ghp_{0} instead. -----BEGIN {1} KEY-----\n...\n\
         data:image/png;base64,iVBORw0KGgoAAKIAABCDEFGHIJKLMNOP/AKIAabc eyJhbGciOi sk-ant-colony \
         password: xxxx-xxxx-xxxx-xxxx, some-four-word-with and 2024-2025-2026-2027, \
         550e8400-e29b-41d4-a716-446655440000 postgres://app:secret@db/app https://user:password@host.org/ \
         https://user:s3cr3t-w0rd@example.org/ https://$USER:$TOKEN@git.acme.org https://a.org:8080/@lea \
         access_token: YOUR_ACCESS_TOKEN_OF_MASTODON_GOES_IN_HERE_XX 12:AAAA cionico \
         BEGIN PUBLIC KEY npm_config_registry hf_transfer SG.Wattenscheid",
        "x".repeat(36),
        "PRIVATE"
    );
    let found = scan("posts/a.md", &harmless);
    assert!(found.is_empty(), "{:?}", found.iter().map(|found| &found.at).collect::<Vec<_>>());
}

#[test]
fn other_findings_of_the_line_show_no_value() {
    let token = format!("ghp_{}", "aB3dE5fG7h".repeat(4));
    let source = Source::new("posts/a.md", format!("[here](//x) {token}"));
    let other = Finding::new(&OTHER, format!("no link: {token}")).at(source.span(0..6));
    assert!(human::finding(&other).contains(&token));
    let mut all = scan(source.path(), source.text());
    all.insert(0, other);
    mask(&mut all);
    assert!(!human::finding(&all[0]).contains(&token));
    assert!(human::finding(&all[0]).contains("[here](//x)"));
}

/// An excerpt may begin behind the prefix of a secret: within a word, a key or a variable's value.
#[test]
fn excerpts_within_a_secret_show_nothing_of_it() {
    let long = "aB3dE5fG7h".repeat(500);
    let key = format!(
        "-----BEGIN RSA {} KEY-----\n{}",
        "PRIVATE",
        format!("{}\n", &long[..64]).repeat(40)
    );
    for secret in
        [format!("ya29.{}", &long[..2_000]), format!("eyJ{0}.eyJ{long}.{0}", &long[..40]), key]
    {
        for around in ["", "x y ".repeat(20_000).as_str()] {
            let source = Source::new("feed.xml", format!("{around}<a>{secret}</a>{around}"));
            let at = around.len() + secret.len() - 10;
            let mut all = [Finding::new(&OTHER, "it is wrong").at(source.span(at..at + 1))];
            assert!(
                human::finding(&all[0]).contains(&secret[secret.len() - 20..secret.len() - 10])
            );
            mask(&mut all);
            assert!(human::finding(&all[0]).contains("**********"));
        }
    }
    let path = Source::new(format!("ghp_{}.xml", &long[..36]), "text");
    let mut all = [Finding::new(&OTHER, "it is wrong").at(path.start())];
    mask(&mut all);
    assert!(!human::finding(&all[0]).contains("G7haB3"));
}

/// Escapes, references, comments and tags do not hide a secret: it is reported at its place in the
/// post, and no excerpt shows it.
#[test]
fn secrets_split_by_markup_are_found() {
    let rest = "aB3dE5fG7h".repeat(4);
    for parted in [
        format!("ghp\\_{rest}"),
        format!("ghp&#95;{rest}"),
        format!("ghp&#95{rest}"),
        format!("ghp&#x5f;{rest}"),
        format!("ghp&lowbar;{rest}"),
        format!("ghp_{}<!-- x -->{}", &rest[..10], &rest[10..]),
        format!("ghp_{}<b></b>{}", &rest[..10], &rest[10..]),
        format!("ghp_{}**{}**", &rest[..10], &rest[10..]),
        format!("ghp_{}\u{200b}{}", &rest[..10], &rest[10..]),
    ] {
        let text = format!("---\ntitle: A\n---\n\nSee é {parted} here\n");
        let source = Source::new("posts/a.md", text);
        let html = format!("<p>See é ghp_{rest} here</p>");
        let mut found = published([html.as_str(), "A"], &source.span(4..9));
        assert_eq!(found.len(), 1, "{parted}");
        assert_eq!(found[0].at.as_ref().map(Span::position), Some((5, 7)), "{parted}");
        mask(&mut found);
        for shown in [human::finding(&found[0]), hide(source.text()).into_owned()] {
            assert!(!shown.contains(&rest[12..]), "{shown}");
        }
    }
}

/// Hostile texts are as cheap as harmless ones: twice the length, about twice the steps.
#[test]
fn repeated_beginnings_end() {
    let begins = FORMS.iter().flat_map(|form| form.begins).copied();
    for begins in begins.chain(["<!-- ", "<a", "&#", "\\_", "abcd-", "ab3d-efg4-"]) {
        let text = begins.repeat(50_000 / begins.len());
        let _ = (scan("posts/a.md", &text), hide(&text));
    }
}

#[test]
fn every_prefix_is_found_where_it_stands() {
    for prefix in FORMS.iter().flat_map(|form| form.begins) {
        let text = format!("é{prefix} ");
        let (at, found, form) = prefixes::next(text.as_bytes(), 0).expect("a prefix");
        assert_eq!((at, found), (2, *prefix));
        assert!(form.begins.contains(&found));
    }
}
