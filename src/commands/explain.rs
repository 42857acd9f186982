//! `afterword explain`: a rule's requirement, reason, example and correction.

use serde_json::json;

use super::shell::{Exit, Shell, line, text};
use crate::cli::{Explain, Format};
use crate::project::Stop;
use crate::report::Rule;
use crate::{nearly, rules};

pub(super) fn run(shell: &Shell, explain: &Explain) -> Result<Exit, Stop> {
    let Some(name) = &explain.rule else {
        for (number, (family, rules)) in rules::sections().enumerate() {
            if shell.format != Format::Json {
                let apart = if number == 0 { "" } else { "\n" };
                line(&format!("{apart}{family}:"));
            }
            for rule in rules {
                line(&match shell.format {
                    Format::Json => as_json(rule),
                    _ => format!("{:<32} {:<8} {}", rule.name, rule.level.name(), rule.what),
                });
            }
        }
        return Ok(Exit::Clean);
    };
    if let Some(rule) = rules::find(name) {
        if shell.format == Format::Json {
            line(&as_json(rule));
        } else {
            text(&in_words(rule));
        }
        return Ok(Exit::Clean);
    }
    let near = nearly::meant(name, rules::all().map(|rule| rule.name));
    let near = near.map_or_else(
        || "`afterword explain` lists them".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Err(Stop::Failed(format!("`{name}` is not a rule; {near}")))
}

/// The explanation for a terminal.
pub(super) fn in_words(rule: &Rule) -> String {
    let w3c = rule.w3c.map(|id| format!(" (the W3C Feed Validator's {id})")).unwrap_or_default();
    let formats = match rule.formats {
        [] => String::new(),
        formats => format!(" · {}", formats.join(", ")),
    };
    format!(
        "{} · {}{}{}\n\n{}\n\n{}\n\nFor example:\n\n{}\nInstead:\n\n{}",
        rule.name,
        rules::level(rule),
        formats,
        w3c,
        rule.what,
        rule.why,
        indented(rule.example),
        indented(rule.instead)
    )
}

fn as_json(rule: &Rule) -> String {
    json!({
        "rule": rule.name,
        "level": rule.level.name(),
        "w3c": rule.w3c,
        "formats": rule.formats,
        "what": rule.what,
        "why": rule.why,
        "example": rule.example,
        "instead": rule.instead,
    })
    .to_string()
}

/// Code, indented by four spaces.
fn indented(code: &str) -> String {
    let lines: Vec<String> = code.lines().map(|line| format!("    {line}")).collect();
    lines.join("\n") + "\n"
}
