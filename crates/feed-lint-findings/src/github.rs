//! Findings as GitHub workflow commands, which annotate the lines of a pull request.

use super::{Finding, Level, visible};

/// One finding as `::error file=…,line=…,col=…,title=…::message`.
///
/// <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>
pub fn finding(finding: &Finding) -> String {
    let command = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "notice",
    };
    let mut properties = Vec::new();
    if let Some(span) = &finding.at {
        let (line, column) = span.position();
        properties.push(format!("file={}", property(span.source.path())));
        properties.push(format!("line={line}"));
        properties.push(format!("col={column}"));
    }
    properties.push(format!("title={}", property(finding.rule.name)));
    let mut message = finding.message.clone();
    if let Some(help) = &finding.help {
        message.push_str(" — ");
        message.push_str(help);
    }
    format!("::{command} {}::{}", properties.join(","), data(&message))
}

/// Escapes the text of a command as the runner's toolkit does.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    visible(&text).into_owned()
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
