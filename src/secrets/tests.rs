//! Made-up secrets, harmless talk of them, and hostile texts.

use std::collections::BTreeSet;

use super::{FORMS, RULES, mask, scan};
use crate::report::{Finding, Level, Rule, Source, human, json};

static OTHER: Rule = Rule {
    name: "other",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "",
    why: "",
    example: "",
    instead: "",
};

/// Made up here, so that no scanner of repositories takes this file for a leak.
fn samples() -> Vec<(&'static str, String)> {
    let some = |length: usize| {
        "aB3dE5fG7h"
            .chars()
            .cycle()
            .take(length)
            .collect::<String>()
    };
    let capitals = some(16).to_uppercase();
    vec![
        ("secret-github", format!("ghp_{}", some(36))),
        (
            "secret-github",
            format!("github_pat_{}_{}", some(22), some(59)),
        ),
        ("secret-gitlab", format!("glpat-{}", some(20))),
        ("secret-aws", format!("AKIA{capitals}")),
        (
            "secret-aws",
            format!("aws_secret_access_key = {}", some(40)),
        ),
        ("secret-google", format!("AIza{}", some(35))),
        ("secret-slack", format!("xoxb-{}-{}", some(12), some(24))),
        (
            "secret-slack",
            format!(
                "https://hooks.slack.com/services/T{}/B{}/{}",
                some(8),
                some(8),
                some(24)
            ),
        ),
        (
            "secret-discord",
            format!(
                "https://discord.com/api/webhooks/123456789012345678/{}",
                some(68)
            ),
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
        (
            "secret-digital-ocean",
            format!("dop_v1_{}", "0a1b2c3d".repeat(8)),
        ),
        ("secret-shopify", format!("shpat_{}", "0a1b2c3d".repeat(4))),
        ("secret-sendgrid", format!("SG.{}.{}", some(22), some(43))),
        (
            "secret-jwt",
            format!("eyJ{}.eyJ{}.{}", some(20), some(30), some(43)),
        ),
        (
            "secret-private-key",
            format!(
                "-----BEGIN {} KEY-----\n{}\n{}\n-----END",
                "RSA PRIVATE",
                some(64),
                some(64)
            ),
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
        let (tail, _) = value.split_at(value.len() - 10).1.split_at(10);
        for shown in [human::finding(&found[0]), json::finding(&found[0])] {
            assert!(!shown.contains(tail), "{shown}");
        }
        seen.insert(rule);
    }
    let all: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(seen, all);
    assert!(FORMS.iter().all(|form| all.contains(form.rule.name)));
}

#[test]
fn talk_of_secrets_is_no_secret() {
    let harmless = format!(
        "Tokens begin with ghp_ or AKIA. Write ghp_{0} instead. -----BEGIN {1} KEY-----\n...\n\
         data:image/png;base64,iVBORw0KGgoAAKIAABCDEFGHIJKLMNOP/AKIAabc eyJhbGciOi sk-ant-colony \
         BEGIN PUBLIC KEY npm_config_registry hf_transfer SG.Wattenscheid",
        "x".repeat(36),
        "PRIVATE"
    );
    assert!(scan("posts/a.md", &harmless).is_empty());
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

/// Hostile texts cost as much as harmless ones: twice the length, about twice the steps.
#[test]
fn repeated_beginnings_end() {
    for begins in FORMS.iter().map(|form| form.begins) {
        let text = begins.repeat(200_000 / begins.len());
        let _ = scan("posts/a.md", &text);
    }
}
