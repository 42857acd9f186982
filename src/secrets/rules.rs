//! The rules of secrets: one per service, so that `[[allow]]` can name it.

const INSTEAD: &str = "Revoke the value, since git keeps it for ever, and write a placeholder such as \
    `TOKEN`. A post about secrets may keep an example: allow it by `[[allow]]` with rule and path in `afterword.toml`.";

macro_rules! services {
    ($($ident:ident $name:literal $what:literal $example:literal;)*) => {
        crate::report::rules! {
            $(#[doc = concat!("A post holds no ", $what, ".")]
            ///
            /// Every reader of the post, the feed or the repository can use it.
            Error $ident $name: $example => INSTEAD;)*
        }
    };
}

services! {
    PRIVATE_KEY "secret-private-key" "private key" "a PEM block that begins with `BEGIN RSA PRIVATE KEY`, or an age or PuTTY key";
    GITHUB "secret-github" "GitHub token" "`ghp_` and 36 letters and digits";
    GITLAB "secret-gitlab" "GitLab token" "`glpat-` and 20 letters and digits";
    AWS "secret-aws" "AWS access key" "`AKIA` and 16 capitals and digits, or `SecretAccessKey` and its value";
    AZURE "secret-azure" "Azure key" "`AccountKey=` and 88 characters of base 64";
    GOOGLE "secret-google" "Google API key" "`AIza` and 35 letters and digits";
    SLACK "secret-slack" "Slack token or webhook" "`xoxb-` and its numbers";
    DISCORD "secret-discord" "Discord webhook or bot token" "`discord.com/api/webhooks/` with number and token";
    TELEGRAM "secret-telegram" "Telegram bot token" "the bot's number, `:AA` and 33 letters and digits";
    BLUESKY "secret-bluesky" "Bluesky app password" "four groups of four letters and digits, joined by dashes";
    MASTODON "secret-mastodon" "Mastodon access token or client secret" "`access_token` and 43 letters and digits";
    META "secret-meta" "Facebook, Instagram or Threads token" "`EAA` and a hundred letters and digits";
    X "secret-x" "X bearer token" "21 times `A` and what follows";
    STRIPE "secret-stripe" "Stripe key" "`sk_live_` and 24 letters and digits";
    NPM "secret-npm" "npm token" "`npm_` and 36 letters and digits";
    PYPI "secret-pypi" "PyPI token" "`pypi-AgEIcHlwaS5vcmc` and what follows";
    CRATES_IO "secret-crates-io" "crates.io token" "`cio` and 32 letters and digits";
    RUBYGEMS "secret-rubygems" "RubyGems key" "`rubygems_` and 48 digits of base 16";
    DOCKER "secret-docker" "Docker token" "`dckr_pat_` and 27 letters and digits";
    OPENAI "secret-openai" "OpenAI key" "`sk-proj-` and what follows";
    ANTHROPIC "secret-anthropic" "Anthropic key" "`sk-ant-` and what follows";
    HUGGING_FACE "secret-hugging-face" "Hugging Face token" "`hf_` and 34 letters";
    DATABRICKS "secret-databricks" "Databricks token" "`dapi` and 32 digits of base 16";
    VAULT "secret-vault" "HashiCorp Vault token" "`hvs.` and 90 letters and digits";
    DIGITAL_OCEAN "secret-digital-ocean" "DigitalOcean token" "`dop_v1_` and 64 digits of base 16";
    SHOPIFY "secret-shopify" "Shopify token" "`shpat_` and 32 digits of base 16";
    SENDGRID "secret-sendgrid" "SendGrid key" "`SG.`, 22 characters, a dot, 43 more";
    SERVICE "secret-service" "token of a hosting, mail or project service" "`figd_`, `ntn_`, `sbp_`, `xkeysib-` and other marks that services put before their tokens";
    JWT "secret-jwt" "signed JSON Web Token (RFC 7519)" "three parts joined by dots, the first two beginning with `eyJ`";
    URL_PASSWORD "secret-url-password" "password in a URL (RFC 3986, section 3.2.1)" "`https://NAME:` with a password, `@` and the host";
}
