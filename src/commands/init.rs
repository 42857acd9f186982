//! `afterword init`: looks at what is here and writes a commented `afterword.toml`.

use super::shell::{Exit, Shell, complain};
use super::source::create;
use crate::cli::Init;
use crate::config::{self, Config};
use crate::project::Stop;
use crate::report::Source;

pub(super) fn run(shell: &Shell, init: &Init) -> Exit {
    attempt(shell, init).unwrap_or_else(|stop| shell.stop(&stop))
}

fn attempt(shell: &Shell, init: &Init) -> Result<Exit, Stop> {
    let Some(url) = &init.url else {
        complain(
            "nothing here says the site's address; run `afterword init --url https://example.org/`",
        );
        return Ok(Exit::Failed);
    };
    let file = written(init.title.as_deref().unwrap_or("Field notes"), url);
    let source = Source::new(config::FILE, file);
    Config::parse(&source).map_err(Stop::Config)?;
    create(shell, config::FILE, source.text())?;
    shell.say(&format!(
        "{}: written; look it over, then run `afterword build`",
        config::FILE
    ));
    Ok(Exit::Clean)
}

fn written(title: &str, url: &str) -> String {
    let title = toml::Value::from(title);
    format!("[site]\ntitle = {title}\nurl = {:?}\n", url)
}
