use std::fmt;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing; changes no exit code.
    Info,
    /// Probably unwanted; changes no exit code.
    Warning,
    /// Wrong: nothing is written and the exit code is 1.
    Error,
}

impl Level {
    /// The level that a configuration names; `Some(None)` is "off". `None` where the word is no level.
    #[must_use]
    pub fn named(word: &str) -> Option<Option<Self>> {
        match word {
            "error" => Some(Some(Self::Error)),
            "warning" => Some(Some(Self::Warning)),
            "info" => Some(Some(Self::Info)),
            "off" => Some(None),
            _ => None,
        }
    }

    /// The level's name in every output format.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Something that Afterword checks, with the explanation that `afterword explain` prints.
///
/// Every room keeps its rules as `static` items and lists them in a plain slice; the slices are
/// joined in [`crate::rules`].
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The name people type, in lower-case words joined by hyphens. Never changed once released.
    pub name: &'static str,
    /// The level without configuration.
    pub level: Level,
    /// The message id of the W3C Feed Validator that the rule stands for.
    pub w3c: Option<&'static str>,
    /// The feed formats that it is about; empty where it is about no feed.
    pub formats: &'static [&'static str],
    /// What the rule asks for, in one sentence.
    pub what: &'static str,
    /// Why it matters to a reader or an author, with the specification's section where there is one.
    pub why: &'static str,
    /// A short example of what breaks it.
    pub example: &'static str,
    /// What to write instead of the example.
    pub instead: &'static str,
}
