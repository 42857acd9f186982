use std::fmt;

/// The severity of a finding.
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
    /// The level of this name; `Some(None)` is "off". `None` where the word is not a level.
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

/// A rule, with the explanation that `afterword explain` prints.
///
/// Every module keeps its rules as `static` items in a slice; a registry joins the slices.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The name, in lower-case words joined by hyphens. It never changes after a release.
    pub name: &'static str,
    /// The level without configuration.
    pub level: Level,
    /// Whether its errors stay errors whatever the configuration says, because something would be lost.
    pub is_fixed: bool,
    /// The message id of the W3C Feed Validator with the same meaning.
    pub w3c: Option<&'static str>,
    /// The feed formats that it applies to; empty for rules about other files.
    pub formats: &'static [&'static str],
    /// What the rule requires, in one sentence.
    pub what: &'static str,
    /// Why it matters to a reader or an author, with the section of the specification if there is one.
    pub why: &'static str,
    /// A short example that violates it.
    pub example: &'static str,
    /// The corrected example.
    pub instead: &'static str,
}

/// The feed formats of rules, by their usual names. RSS is 0.91 to 0.94 and 2.0, RSS 1.0 also 0.90.
pub mod formats {
    /// Not a feed.
    pub const NONE: &[&str] = &[];
    /// Every format.
    pub const EVERY: &[&str] = &["RSS", "RSS 1.0", "Atom", "JSON Feed"];
    /// The formats in XML.
    pub const XML: &[&str] = &["RSS", "RSS 1.0", "Atom"];
    /// RSS alone.
    pub const RSS: &[&str] = &["RSS"];
    /// RSS 1.0 alone.
    pub const RDF: &[&str] = &["RSS 1.0"];
    /// All of RSS.
    pub const RSS_AND_RDF: &[&str] = &["RSS", "RSS 1.0"];
    /// Atom alone.
    pub const ATOM: &[&str] = &["Atom"];
    /// JSON Feed alone.
    pub const JSON: &[&str] = &["JSON Feed"];
    /// Atom and JSON Feed.
    pub const ATOM_AND_JSON: &[&str] = &["Atom", "JSON Feed"];
}

/// Declares rules as `static` items and lists them as `RULES` in the order of declaration.
///
/// The first line of a rule's doc comment is `what`, the paragraph after it `why`. Below it stands
/// `LEVEL IDENT "name": example => instead;`, or `LEVEL, always IDENT …` where its errors stay errors;
/// `w3c "MessageId"` after the name is the equivalent message of the W3C Feed Validator. `for FORMATS;` at the
/// beginning names the feed formats of all rules, `for FORMATS` after a name those of one rule.
#[macro_export]
macro_rules! rules {
    (for $formats:ident; $($rules:tt)*) => { $crate::rules! { @declare $formats; $($rules)* } };
    (@declare $formats:ident; $(
        #[doc = $what:expr]
        #[doc = $blank:expr]
        $(#[doc = $why:expr])+
        $level:ident $(, $always:ident)? $id:ident $name:literal $(w3c $w3c:literal)? $(for $own:ident)?:
            $example:expr => $instead:expr;
    )*) => {
        $(
            #[doc = $what]
            #[doc = $blank]
            $(#[doc = $why])+
            pub static $id: $crate::Rule = $crate::Rule {
                name: $name,
                level: $crate::Level::$level,
                is_fixed: $crate::rules!(@fixed $($always)?),
                w3c: $crate::rules!(@w3c $($w3c)?),
                formats: $crate::rules!(@formats $formats $($own)?),
                what: $what.trim_ascii_start(),
                why: concat!($($why),+).trim_ascii_start(),
                example: $example,
                instead: $instead,
            };
        )*

        /// The rules of this file, in the order of the documentation.
        pub static RULES: &[&$crate::Rule] = &[$(&$id),*];
    };
    (@fixed always) => { true };
    (@fixed) => { false };
    (@w3c $w3c:literal) => { Some($w3c) };
    (@w3c) => { None };
    (@formats $all:ident $own:ident) => { $crate::formats::$own };
    (@formats $all:ident) => { $crate::formats::$all };
    ($($rules:tt)*) => { $crate::rules! { @declare NONE; $($rules)* } };
}
