//! The forms of secrets, as the services document them.

use super::matchers::{
    access_token, after_key, alphanumeric, apart, app_password, base64, capital, dashed,
    discord_bot, dotted, exactly, four_before, hexadecimal, json_web_token, key_lines, letter,
    mixed, number_before, path, percent, private_key, run, sendgrid, userinfo, word,
};
use crate::report::Rule;

/// A form of secret: its prefixes, and the shape of the rest.
pub(super) struct Form {
    pub(super) begins: &'static [&'static str],
    pub(super) rule: &'static Rule,
    /// Its name in messages.
    pub(super) name: &'static str,
    /// The length of the rest; `None` where it is not a secret.
    pub(super) rest: fn(&[u8]) -> Option<usize>,
    /// How many bytes before the prefix belong to the value; `None` where they make it something else.
    pub(super) before: fn(&[u8]) -> Option<usize>,
}

macro_rules! forms {
    ($($($begins:literal)|+ $rule:ident $name:literal $rest:expr $(, before $before:expr)?;)*) => {
        &[$(Form {
            begins: &[$($begins),+],
            rule: &super::rules::$rule,
            name: $name,
            rest: $rest,
            before: forms!(@ $($before)?),
        }),*]
    };
    (@ $before:expr) => { $before };
    (@) => { apart };
}

/// The beginnings of secrets of many lines.
pub(super) const BLOCKS: [&str; 2] = ["-----BEGIN ", "Private-Lines: "];

/// Of two forms with a common prefix, the longer prefix wins.
pub(super) static FORMS: &[Form] = forms! {
    "-----BEGIN " PRIVATE_KEY "a private key" private_key;
    "AGE-SECRET-KEY-1" PRIVATE_KEY "an age key" |rest| exactly(rest, capital, 58);
    "Private-Lines: " PRIVATE_KEY "a PuTTY key" key_lines;
    "ghp_" | "gho_" | "ghu_" | "ghs_" | "ghr_" GITHUB "a GitHub token" |rest| run(rest, word, 36, 255);
    "github_pat_" GITHUB "a GitHub token" |rest| run(rest, word, 60, 255);
    "glpat-" | "gldt-" | "glrt-" | "glptt-" | "glft-" | "glsoat-" | "glcbt-" | "glagent-" | "glimt-" | "gloas-" | "glffct-"
        GITLAB "a GitLab token" |rest| run(rest, dotted, 20, 300);
    "GR1348941" GITLAB "a GitLab token" |rest| exactly(rest, dashed, 20);
    "AKIA" | "ASIA" | "ABIA" | "ACCA" AWS "an AWS access key" |rest| exactly(rest, capital, 16);
    "aws_secret_access_key" | "AWS_SECRET_ACCESS_KEY" | "secret_access_key" | "SECRET_ACCESS_KEY" | "SecretAccessKey" | "secretAccessKey" | "aws_secret_key" | "AWS_SECRET_KEY"
        AWS "an AWS secret key" |rest| after_key(rest, base64, 40);
    "AccountKey=" AZURE "an Azure storage key" |rest| exactly(rest, base64, 88);
    "SharedAccessKey=" AZURE "an Azure shared access key" |rest| exactly(rest, base64, 44);
    "Q~" AZURE "an Azure client secret" |rest| run(rest, dotted, 31, 34), before four_before;
    "AIza" GOOGLE "a Google API key" |rest| exactly(rest, dashed, 35);
    "GOCSPX-" GOOGLE "a Google client secret" |rest| exactly(rest, dashed, 28);
    "ya29." GOOGLE "a Google access token" |rest| run(rest, dotted, 50, 2048).filter(|length| mixed(rest, *length));
    "xoxb-" | "xoxp-" | "xoxa-" | "xoxr-" | "xoxs-" | "xoxo-" | "xoxe-" | "xapp-" SLACK "a Slack token" |rest| run(rest, dashed, 20, 255);
    "xoxe.xoxp-" | "xoxe.xoxb-" SLACK "a Slack token" |rest| run(rest, dashed, 20, 255);
    "hooks.slack.com/services/T" | "hooks.slack.com/workflows/T" | "hooks.slack.com/triggers/T"
        SLACK "a Slack webhook" |rest| run(rest, path, 30, 255);
    "discord.com/api/webhooks/" | "discordapp.com/api/webhooks/" | "discord.com/api/v10/webhooks/" | "discord.com/api/v9/webhooks/"
        DISCORD "a Discord webhook" |rest| run(rest, path, 70, 255);
    "Bot " DISCORD "a Discord bot token" discord_bot;
    ":AA" TELEGRAM "a Telegram bot token" |rest| exactly(rest, dashed, 33), before number_before;
    "password" | "Password" | "PASSWORD" | "passwd" | "appPassword" | "AppPassword" BLUESKY "a Bluesky app password" app_password;
    "access_token" | "ACCESS_TOKEN" | "accessToken" | "access token" | "Access token" | "Bearer" | "MASTODON_TOKEN" | "mastodon_token"
        MASTODON "a Mastodon access token" access_token;
    "client_secret" | "CLIENT_SECRET" | "clientSecret" | "Client secret" MASTODON "a Mastodon client secret" access_token;
    "EAA" META "a Facebook token" |rest| run(rest, alphanumeric, 97, 500).filter(|length| mixed(rest, *length));
    "IGQ" | "THAA" META "an Instagram or Threads token" |rest| run(rest, dashed, 100, 500).filter(|length| mixed(rest, *length));
    "AAAAAAAAAAAAAAAAAAAAA" X "an X bearer token"
        |rest| run(rest, percent, 60, 255).filter(|length| rest.get(..*length).is_some_and(|value| value.contains(&b'%')));
    "sk_live_" | "rk_live_" | "sk_test_" | "rk_test_" STRIPE "a Stripe key" |rest| run(rest, word, 16, 255);
    "whsec_" STRIPE "a Stripe webhook secret" |rest| run(rest, word, 32, 255);
    "npm_" NPM "an npm token" |rest| exactly(rest, alphanumeric, 36);
    "pypi-AgEIcHlwaS5vcmc" | "pypi-AgENdGVzdC5weXBpLm9yZ" PYPI "a PyPI token" |rest| run(rest, dashed, 50, 1024);
    "cio" CRATES_IO "a crates.io token" |rest| exactly(rest, alphanumeric, 32).filter(|length| mixed(rest, *length));
    "rubygems_" RUBYGEMS "a RubyGems key" |rest| exactly(rest, hexadecimal, 48);
    "dckr_pat_" | "dckr_oat_" DOCKER "a Docker token" |rest| run(rest, dashed, 27, 64);
    "sk-proj-" | "sk-svcacct-" | "sk-admin-" | "sk-None-" OPENAI "an OpenAI key" |rest| run(rest, dashed, 40, 255);
    "sk-" OPENAI "an OpenAI key" |rest| run(rest, alphanumeric, 40, 64).filter(|length| mixed(rest, *length));
    "sk-or-v1-" SERVICE "an OpenRouter key" |rest| exactly(rest, hexadecimal, 64);
    "sk-ant-" ANTHROPIC "an Anthropic key" |rest| run(rest, dashed, 40, 255);
    "hf_" HUGGING_FACE "a Hugging Face token" |rest| exactly(rest, letter, 34);
    "dapi" DATABRICKS "a Databricks token" |rest| exactly(rest, hexadecimal, 32);
    "hvs." | "hvb." | "hvr." VAULT "a Vault token" |rest| run(rest, dashed, 24, 300).filter(|length| mixed(rest, *length));
    "dop_v1_" | "doo_v1_" | "dor_v1_" DIGITAL_OCEAN "a DigitalOcean token" |rest| exactly(rest, hexadecimal, 64);
    "shpat_" | "shpca_" | "shppa_" | "shpss_" SHOPIFY "a Shopify token" |rest| exactly(rest, hexadecimal, 32);
    "SG." SENDGRID "a SendGrid key" sendgrid;
    "glsa_" SERVICE "a Grafana token" |rest| run(rest, word, 32, 64);
    "figd_" SERVICE "a Figma token" |rest| run(rest, dashed, 40, 64);
    "lin_api_" SERVICE "a Linear key" |rest| exactly(rest, alphanumeric, 40);
    "ntn_" SERVICE "a Notion token" |rest| run(rest, alphanumeric, 40, 64);
    "PMAK-" SERVICE "a Postman key" |rest| run(rest, dashed, 50, 80);
    "sntrys_" | "sntryu_" SERVICE "a Sentry token" |rest| run(rest, base64, 60, 600);
    "dp.pt." | "dp.st." SERVICE "a Doppler token" |rest| run(rest, dotted, 40, 64);
    "pul-" SERVICE "a Pulumi token" |rest| exactly(rest, hexadecimal, 40);
    "xkeysib-" SERVICE "a Brevo key" |rest| run(rest, dashed, 70, 100);
    "HRKU-" SERVICE "a Heroku key" |rest| run(rest, dashed, 36, 80);
    "nfp_" SERVICE "a Netlify token" |rest| exactly(rest, alphanumeric, 36);
    "sbp_" SERVICE "a Supabase token" |rest| exactly(rest, hexadecimal, 40);
    "sb_secret_" SERVICE "a Supabase key" |rest| run(rest, dashed, 30, 64);
    "gsk_" SERVICE "a Groq key" |rest| exactly(rest, alphanumeric, 52);
    "r8_" SERVICE "a Replicate token" |rest| exactly(rest, alphanumeric, 37);
    "xai-" SERVICE "an xAI key" |rest| exactly(rest, alphanumeric, 80);
    "pplx-" SERVICE "a Perplexity key" |rest| exactly(rest, alphanumeric, 48);
    "tskey-auth-" | "tskey-api-" | "tskey-client-" SERVICE "a Tailscale key" |rest| run(rest, dashed, 30, 80);
    "pscale_tkn_" | "pscale_pw_" SERVICE "a PlanetScale token" |rest| run(rest, dotted, 32, 64);
    "ATATT3" SERVICE "an Atlassian token" |rest| run(rest, percent, 160, 300);
    "NRAK-" SERVICE "a New Relic key" |rest| exactly(rest, capital, 27);
    "sq0csp-" | "sq0atp-" SERVICE "a Square token" |rest| run(rest, dashed, 22, 64);
    "eyJ" JWT "a signed JSON Web Token" json_web_token;
    "://" URL_PASSWORD "a password in a URL" userinfo, before |_| Some(0);
};
