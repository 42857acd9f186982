//! The commands and their flags.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Turns recap posts into feeds and social-post drafts, and checks every one of them.
#[derive(Debug, Parser)]
#[command(
    name = "afterword",
    version,
    propagate_version = true,
    max_term_width = 100,
    after_help = "Exit codes: 0 nothing is wrong; 1 something is stale or invalid; 2 the command could not do its work."
)]
pub struct Cli {
    /// How findings are printed
    #[arg(long, global = true, value_enum, default_value_t = Format::Human)]
    pub format: Format,

    /// Show every finding, not just 20 per rule and file with a count of the rest
    #[arg(long, global = true)]
    pub all: bool,

    /// The folder of afterword.toml; by default the nearest one upwards from here
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,

    /// The command
    #[command(subcommand)]
    pub command: Command,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the source line and what to write instead
    Human,
    /// One JSON object on a line
    Json,
    /// GitHub workflow commands
    Github,
    /// One SARIF 2.1.0 document
    Sarif,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Detect the site generator and write a commented afterword.toml
    Init(Init),
    /// Start a recap post to fill in
    New(New),
    /// Write the feeds and drafts
    Build(Build),
    /// Check that everything is current and valid; changes no file
    Check(Check),
    /// Validate RSS, Atom or JSON feeds from anywhere
    Validate(Validate),
    /// Show the drafts, or compose those of the given posts again
    Draft(Draft),
    /// Show what was understood in a post
    Inspect(Inspect),
    /// Run a language server for editors, over standard input and output
    Lsp(Lsp),
    /// Make posts from a pasted text, a saved page or a feed
    Import(Import),
    /// Make a page that shows the feeds and drafts as their readers will see them
    Preview(Preview),
    /// Explain a rule; without a name, list them all
    Explain(Explain),
    /// Print completions for a shell, manual pages, or the schema of afterword.toml
    Generate(Generate),
}

/// `afterword init`
#[derive(Debug, Args)]
pub struct Init {
    /// The site's URL, where no generator's configuration has it
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// The site's title
    #[arg(long)]
    pub title: Option<String>,
    /// The site generator whose rules the posts follow
    #[arg(long, value_name = "NAME")]
    pub dialect: Option<String>,
    /// Keep the entry ids of this feed, which readers are subscribed to
    #[arg(long, value_name = "FEED")]
    pub keep_ids: Option<String>,
}

/// `afterword new`
#[derive(Debug, Args)]
pub struct New {
    /// The post's title
    pub title: String,
    /// The post's date; today by default
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
}

/// Where posts are read from.
#[derive(Debug, Args)]
pub struct From {
    /// worktree, index, push, or a git revision
    #[arg(long, value_name = "SOURCE", default_value = "worktree")]
    pub from: String,
    /// The time to compare dates with: warns of posts after it, and of those due by it
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Allow a project without posts
    #[arg(long)]
    pub allow_empty: bool,
}

/// `afterword build`
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch on the command line")]
pub struct Build {
    /// Where posts are read from
    #[command(flatten)]
    pub from: From,
    /// Exit with 1 when a file changed, and print the `git add` line
    #[arg(long)]
    pub fail_on_change: bool,
    /// Print the changes
    #[arg(long)]
    pub diff: bool,
    /// Leave bad posts out instead of writing nothing
    #[arg(long)]
    pub keep_going: bool,
    /// Allow entry ids that differ from the published feed's
    #[arg(long)]
    pub new_ids: bool,
    /// Print what holds posts back, and why each changed file changed
    #[arg(long, short)]
    pub verbose: bool,
    /// File names as hooks pass them; ignored, every post is read
    #[arg(value_name = "FILE")]
    pub names: Vec<PathBuf>,
}

/// `afterword check`
#[derive(Debug, Args)]
pub struct Check {
    /// Where posts are read from
    #[command(flatten)]
    pub from: From,
    /// Print what a build would change
    #[arg(long)]
    pub diff: bool,
    /// Print why each file that a build would change changes
    #[arg(long, short)]
    pub verbose: bool,
    /// File names as hooks pass them; ignored, every post is read
    #[arg(value_name = "FILE")]
    pub names: Vec<PathBuf>,
}

/// `afterword validate`
#[derive(Debug, Args)]
pub struct Validate {
    /// Feeds; `-` for standard input; of a folder, every file named .xml, .rss, .atom, .rdf or .json
    #[arg(required_unless_present = "files_from", value_name = "FILE")]
    pub files: Vec<String>,
    /// Also the files and folders in this list, one per line; `-` for standard input
    #[arg(long, value_name = "LIST")]
    pub files_from: Option<String>,
    /// The URL at which the feed is published
    #[arg(long, value_name = "URI")]
    pub base: Option<String>,
    /// The URL at which one of the feeds is published; repeatable
    #[arg(long, value_name = "FILE=URI")]
    pub map: Vec<String>,
    /// A file of such URLs: on each line a feed, a tab and its URL; `-` for standard input
    #[arg(long, value_name = "LIST")]
    pub map_from: Option<String>,
    /// The time to compare dates with
    #[arg(long, value_name = "DATE")]
    pub now: Option<String>,
    /// An earlier version of the feed, whose ids must still be there
    #[arg(long, value_name = "FILE")]
    pub previous: Option<PathBuf>,
    /// Apply the fixes of findings that have exactly one
    #[arg(long)]
    pub fix: bool,
    /// Print what --fix changes, and change nothing unless --fix is given as well
    #[arg(long)]
    pub diff: bool,
    /// Set a rule's level: error, warning, info or off; repeatable
    #[arg(long, value_name = "RULE=LEVEL")]
    pub level: Vec<String>,
}

/// `afterword draft`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Draft {
    /// Posts to compose drafts of; without any, show the existing drafts
    #[arg(value_name = "POST")]
    pub posts: Vec<String>,
    /// Compose drafts of a feed's entries, for a blog elsewhere; POST is then an entry's
    /// URL, id or title
    #[arg(long, value_name = "FILE")]
    pub feed: Option<String>,
    /// What to do with a draft
    #[command(subcommand)]
    pub action: Option<DraftAction>,
}

/// What to do with drafts.
#[derive(Debug, Subcommand)]
pub enum DraftAction {
    /// Show the diff from a draft to the new text
    Diff(DraftNames),
    /// Use the new text; the edited one goes to the trash, the folder .trash among the drafts
    Accept(DraftNames),
    /// Keep the edited text and stop asking
    Keep(DraftNames),
    /// Mark the named drafts as ready to post
    Approve(DraftNames),
    /// Mark as posted
    Posted {
        /// The draft's file
        draft: String,
        /// The URL of the published post; of a thread each post, in order
        #[arg(required = true, value_name = "URL")]
        urls: Vec<String>,
    },
    /// Move unedited drafts whose post is gone to the trash, the folder .trash among the drafts
    Prune {
        /// Only print what would be moved
        #[arg(long)]
        dry_run: bool,
        /// Move this draft as well, although it was edited, approved or posted; repeatable
        #[arg(long, value_name = "DRAFT")]
        force: Vec<String>,
    },
    /// Print the approved drafts in another program's format
    Export {
        /// bluesky, mastodon, linkedin, typefully, buffer, sprout, metricool, crosspost or mdsend
        #[arg(long, value_name = "FORM")]
        to: String,
        /// Only the drafts for this network; repeatable
        #[arg(long, value_name = "NETWORK")]
        network: Vec<String>,
        /// Include drafts that are not approved; posted ones are never exported
        #[arg(long)]
        all: bool,
        /// Which drafts
        #[command(flatten)]
        names: DraftNames,
    },
}

/// Which drafts.
#[derive(Debug, Args)]
pub struct DraftNames {
    /// Files of drafts, or folders of them; by default every draft that it applies to
    #[arg(value_name = "DRAFT")]
    pub drafts: Vec<String>,
}

/// `afterword inspect`
#[derive(Debug, Args)]
pub struct Inspect {
    /// Posts
    #[arg(required = true, value_name = "POST")]
    pub posts: Vec<String>,
    /// Write what was understood into the front matter, for editing
    #[arg(long)]
    pub write: bool,
}

/// `afterword lsp`
#[derive(Debug, Args)]
pub struct Lsp {
    /// Accepted because editors pass it; there is no other way
    #[arg(long)]
    pub stdio: bool,
}

/// `afterword import`
#[derive(Debug, Args)]
pub struct Import {
    /// Plain text, Markdown, a saved HTML page, or an RSS, Atom or JSON feed; `-` for standard input
    pub file: String,
    /// When it was published; in a feed, the date of entries that have none
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Print the post instead of writing it
    #[arg(long)]
    pub stdout: bool,
}

/// `afterword preview`
#[derive(Debug, Args)]
pub struct Preview {
    /// Where to write the page; `-` for standard output; by default a temporary file
    #[arg(long, value_name = "FILE", conflicts_with = "serve")]
    pub out: Option<String>,
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
    /// Serve the page to this machine only and reload it when a file changes, until Ctrl-C
    #[arg(long)]
    pub serve: bool,
    /// The port; by default a free one
    #[arg(long, value_name = "PORT", requires = "serve", default_value_t = 0)]
    pub port: u16,
}

/// `afterword explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// The rule's name
    pub rule: Option<String>,
}

/// `afterword generate`
#[derive(Debug, Args)]
pub struct Generate {
    /// What to print
    #[command(subcommand)]
    pub what: GenerateWhat,
}

/// Files for other programs.
#[derive(Debug, Subcommand)]
pub enum GenerateWhat {
    /// Completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// The manual page, in roff; with a command, that command's page
    Man {
        /// The command, such as `build` or `draft export`
        command: Vec<String>,
    },
    /// The JSON schema of afterword.toml
    Schema,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_commands_hold_together() {
        super::Cli::command().debug_assert();
    }
}
