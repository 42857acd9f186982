//! The forms of secrets, as the services document them, and their rules.

use crate::report::{Level, Rule};

const INSTEAD: &str = "Revoke the value, since git keeps it for ever, and write a placeholder such as \
    `TOKEN`. A post about secrets may keep an example: allow it by `[[allow]]` with rule and path in `afterword.toml`.";

const fn rule(name: &'static str, what: &'static str, example: &'static str) -> Rule {
    Rule {
        name,
        level: Level::Error,
        w3c: None,
        formats: &[],
        what,
        why: "Whoever reads the post, the feed or the repository can use it.",
        example,
        instead: INSTEAD,
    }
}

/// The rules of this file, in the order in which they are documented.
pub static RULES: &[&Rule] = &[
    &PRIVATE_KEY,
    &GITHUB,
    &GITLAB,
    &AWS,
    &GOOGLE,
    &SLACK,
    &DISCORD,
    &STRIPE,
    &NPM,
    &PYPI,
    &OPENAI,
    &ANTHROPIC,
    &HUGGING_FACE,
    &DIGITAL_OCEAN,
    &SHOPIFY,
    &SENDGRID,
    &JWT,
];

static PRIVATE_KEY: Rule = rule(
    "secret-private-key",
    "A post holds no private key.",
    "a PEM block that begins with `BEGIN RSA PRIVATE KEY`",
);
static GITHUB: Rule = rule(
    "secret-github",
    "A post holds no GitHub token.",
    "`ghp_` and 36 letters and digits",
);
static GITLAB: Rule = rule(
    "secret-gitlab",
    "A post holds no GitLab token.",
    "`glpat-` and 20 letters and digits",
);
static AWS: Rule = rule(
    "secret-aws",
    "A post holds no AWS access key.",
    "`AKIA` and 16 capitals and digits",
);
static GOOGLE: Rule = rule(
    "secret-google",
    "A post holds no Google API key.",
    "`AIza` and 35 letters and digits",
);
static SLACK: Rule = rule(
    "secret-slack",
    "A post holds no Slack token or webhook.",
    "`xoxb-` and its numbers",
);
static DISCORD: Rule = rule(
    "secret-discord",
    "A post holds no Discord webhook.",
    "`discord.com/api/webhooks/` with number and token",
);
static STRIPE: Rule = rule(
    "secret-stripe",
    "A post holds no Stripe key.",
    "`sk_live_` and 24 letters and digits",
);
static NPM: Rule = rule(
    "secret-npm",
    "A post holds no npm token.",
    "`npm_` and 36 letters and digits",
);
static PYPI: Rule = rule(
    "secret-pypi",
    "A post holds no PyPI token.",
    "`pypi-AgEIcHlwaS5vcmc` and what follows",
);
static OPENAI: Rule = rule(
    "secret-openai",
    "A post holds no OpenAI key.",
    "`sk-proj-` and what follows",
);
static ANTHROPIC: Rule = rule(
    "secret-anthropic",
    "A post holds no Anthropic key.",
    "`sk-ant-` and what follows",
);
static HUGGING_FACE: Rule = rule(
    "secret-hugging-face",
    "A post holds no Hugging Face token.",
    "`hf_` and 34 letters",
);
static DIGITAL_OCEAN: Rule = rule(
    "secret-digital-ocean",
    "A post holds no DigitalOcean token.",
    "`dop_v1_` and 64 digits of base 16",
);
static SHOPIFY: Rule = rule(
    "secret-shopify",
    "A post holds no Shopify token.",
    "`shpat_` and 32 digits of base 16",
);
static SENDGRID: Rule = rule(
    "secret-sendgrid",
    "A post holds no SendGrid key.",
    "`SG.`, 22 characters, a dot, 43 more",
);
static JWT: Rule = rule(
    "secret-jwt",
    "A post holds no signed JSON Web Token (RFC 7519).",
    "three parts joined by dots, the first two beginning with `eyJ`",
);

/// A form of secret: what it begins with, and how the rest must look.
pub(super) struct Form {
    pub(super) begins: &'static str,
    pub(super) rule: &'static Rule,
    /// What it is, for the message.
    pub(super) name: &'static str,
    /// The length of the rest, or `None` where it is no secret.
    pub(super) rest: fn(&[u8]) -> Option<usize>,
}

macro_rules! forms {
    ($($begins:literal $rule:ident $name:literal $rest:expr;)*) => {
        &[$(Form { begins: $begins, rule: &$rule, name: $name, rest: $rest }),*]
    };
}

/// Longer beginnings stand before those that they begin with.
pub(super) static FORMS: &[Form] = forms! {
    "-----BEGIN " PRIVATE_KEY "a private key" private_key;
    "ghp_" GITHUB "a GitHub token" |rest| run(rest, word, 36, 255);
    "gho_" GITHUB "a GitHub token" |rest| run(rest, word, 36, 255);
    "ghu_" GITHUB "a GitHub token" |rest| run(rest, word, 36, 255);
    "ghs_" GITHUB "a GitHub token" |rest| run(rest, word, 36, 255);
    "ghr_" GITHUB "a GitHub token" |rest| run(rest, word, 36, 255);
    "github_pat_" GITHUB "a GitHub token" |rest| run(rest, word, 60, 255);
    "glpat-" GITLAB "a GitLab token" |rest| run(rest, dashed, 20, 255);
    "AKIA" AWS "an AWS access key" |rest| exactly(rest, capital, 16);
    "ASIA" AWS "an AWS access key" |rest| exactly(rest, capital, 16);
    "aws_secret_access_key" AWS "an AWS secret key" aws_secret;
    "AWS_SECRET_ACCESS_KEY" AWS "an AWS secret key" aws_secret;
    "AIza" GOOGLE "a Google API key" |rest| exactly(rest, dashed, 35);
    "GOCSPX-" GOOGLE "a Google client secret" |rest| exactly(rest, dashed, 28);
    "xoxb-" SLACK "a Slack token" |rest| run(rest, dashed, 20, 255);
    "xoxp-" SLACK "a Slack token" |rest| run(rest, dashed, 20, 255);
    "xoxa-" SLACK "a Slack token" |rest| run(rest, dashed, 20, 255);
    "xoxr-" SLACK "a Slack token" |rest| run(rest, dashed, 20, 255);
    "xoxs-" SLACK "a Slack token" |rest| run(rest, dashed, 20, 255);
    "xapp-" SLACK "a Slack token" |rest| run(rest, dashed, 20, 255);
    "hooks.slack.com/services/T" SLACK "a Slack webhook" |rest| run(rest, path, 30, 255);
    "discord.com/api/webhooks/" DISCORD "a Discord webhook" |rest| run(rest, path, 70, 255);
    "sk_live_" STRIPE "a Stripe key" |rest| run(rest, word, 16, 255);
    "rk_live_" STRIPE "a Stripe key" |rest| run(rest, word, 16, 255);
    "whsec_" STRIPE "a Stripe webhook secret" |rest| run(rest, word, 32, 255);
    "npm_" NPM "an npm token" |rest| exactly(rest, alphanumeric, 36);
    "pypi-AgEIcHlwaS5vcmc" PYPI "a PyPI token" |rest| run(rest, dashed, 50, 1024);
    "sk-proj-" OPENAI "an OpenAI key" |rest| run(rest, dashed, 40, 255);
    "sk-ant-" ANTHROPIC "an Anthropic key" |rest| run(rest, dashed, 40, 255);
    "hf_" HUGGING_FACE "a Hugging Face token" |rest| exactly(rest, letter, 34);
    "dop_v1_" DIGITAL_OCEAN "a DigitalOcean token" |rest| exactly(rest, hexadecimal, 64);
    "shpat_" SHOPIFY "a Shopify token" |rest| exactly(rest, hexadecimal, 32);
    "SG." SENDGRID "a SendGrid key" sendgrid;
    "eyJ" JWT "a signed JSON Web Token" json_web_token;
};

/// Characters of one kind, at least `least`, looking at no more than `most`. A placeholder of one
/// repeated character (`xxxx`, `0000`) is no secret.
fn run(rest: &[u8], kind: fn(u8) -> bool, least: usize, most: usize) -> Option<usize> {
    let length = rest
        .iter()
        .take(most)
        .take_while(|byte| kind(**byte))
        .count();
    let value = rest.get(..length)?;
    let varied = value.iter().any(|byte| Some(byte) != value.first());
    (length >= least && varied).then_some(length)
}

/// Just `length` characters of one kind and then something else.
fn exactly(rest: &[u8], kind: fn(u8) -> bool, length: usize) -> Option<usize> {
    run(rest, kind, length, length).filter(|_| !rest.get(length).copied().is_some_and(word))
}

/// After `-----BEGIN `: a private key's label and at least a few characters of its body, up to
/// the dashes of the end line.
fn private_key(rest: &[u8]) -> Option<usize> {
    let label = rest.iter().take(64).position(|byte| *byte == b'-')?;
    let name = std::str::from_utf8(rest.get(..label)?).ok()?;
    let start = label + 5;
    if !name.contains("PRIVATE KEY") || rest.get(label..start)? != b"-----" {
        return None;
    }
    let body = rest.get(start..)?;
    let body = body.get(..body.len().min(16 * 1024))?;
    let end = body
        .windows(2)
        .position(|two| two == b"--")
        .unwrap_or(body.len());
    // `\n` between quotes, as in JSON, counts as a line end.
    let of_block = |byte: u8| base64(byte) || b"\n\r -\\:,".contains(&byte);
    let length = body
        .iter()
        .take(end)
        .take_while(|byte| of_block(**byte))
        .count();
    let mut lines = body.get(..length)?.split(|byte| !base64(*byte));
    lines.any(|line| line.len() >= 8).then_some(start + length)
}

/// After the variable's name: a short separation and 40 characters of base 64.
fn aws_secret(rest: &[u8]) -> Option<usize> {
    let gap = rest
        .iter()
        .take(8)
        .take_while(|byte| b" \t=:\"'`".contains(byte))
        .count();
    let value = rest.get(gap..)?;
    run(value, base64, 40, 41)
        .filter(|length| gap > 0 && *length == 40)
        .map(|length| gap + length)
}

fn sendgrid(rest: &[u8]) -> Option<usize> {
    let second = run(rest, dashed, 22, 22)?;
    let rest = rest.get(second..)?.strip_prefix(b".")?;
    Some(second + 1 + exactly(rest, dashed, 43)?)
}

/// `eyJ` header, `eyJ` payload, signature.
fn json_web_token(rest: &[u8]) -> Option<usize> {
    let header = run(rest, dashed, 10, 1024)?;
    let rest = rest.get(header..)?.strip_prefix(b".eyJ")?;
    let payload = run(rest, dashed, 10, 8192)?;
    let rest = rest.get(payload..)?.strip_prefix(b".")?;
    Some(header + 4 + payload + 1 + run(rest, dashed, 20, 1024)?)
}

fn alphanumeric(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
}

fn capital(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit()
}

fn hexadecimal(byte: u8) -> bool {
    byte.is_ascii_hexdigit()
}

fn word(byte: u8) -> bool {
    alphanumeric(byte) || byte == b'_'
}

pub(super) fn dashed(byte: u8) -> bool {
    word(byte) || byte == b'-'
}

fn path(byte: u8) -> bool {
    dashed(byte) || byte == b'/'
}

fn base64(byte: u8) -> bool {
    alphanumeric(byte) || matches!(byte, b'+' | b'/' | b'=')
}
