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

    /// Show every finding; without it 20 of one rule in one file, and how many more there are
    #[arg(long, global = true)]
    pub all: bool,

    /// The folder of afterword.toml; found upwards from here where it is not given
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,

    /// What is to be done
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

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Look at what is here and write a commented afterword.toml
    Init(Init),
    /// Start a recap post to fill in
    New(New),
    /// Write the feeds and drafts
    Build(Build),
    /// Is everything current and valid? Changes no file
    Check(Check),
    /// Judge RSS, Atom or JSON feeds from anywhere
    Validate(Validate),
    /// Show the drafts, or compose those of the given posts afresh
    Draft(Draft),
    /// Show what was understood in a post
    Inspect(Inspect),
    /// Answer an editor, over standard input and output, as a language server
    Lsp(Lsp),
    /// Make posts of a pasted text, a saved page or a feed
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
    /// The site's address, where no generator's configuration says it
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// The site's title
    #[arg(long)]
    pub title: Option<String>,
    /// The site generator whose rules the posts follow
    #[arg(long, value_name = "NAME")]
    pub dialect: Option<String>,
    /// Keep the entry ids of the feed that readers are subscribed to now
    #[arg(long, value_name = "FEED")]
    pub keep_ids: Option<String>,
}

/// `afterword new`
#[derive(Debug, Args)]
pub struct New {
    /// The post's title
    pub title: String,
    /// The post's date, today where it is not given
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
}

/// Where posts are read from.
#[derive(Debug, Args)]
pub struct From {
    /// worktree, index, push, or a git revision
    #[arg(long, value_name = "SOURCE", default_value = "worktree")]
    pub from: String,
    /// The instant that dates are compared with: warn of posts after it, and of those due by it
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// No posts at all is what is meant
    #[arg(long)]
    pub allow_empty: bool,
}

/// `afterword build`
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch on the command line"
)]
pub struct Build {
    /// Where posts are read from
    #[command(flatten)]
    pub from: From,
    /// Exit with 1 when a file changed, and print the `git add` line
    #[arg(long)]
    pub fail_on_change: bool,
    /// Print what changes
    #[arg(long)]
    pub diff: bool,
    /// Leave bad posts out instead of writing nothing
    #[arg(long)]
    pub keep_going: bool,
    /// Entry ids that differ from the published feed's are meant
    #[arg(long)]
    pub new_ids: bool,
    /// Say what holds posts back, and of every changed file why it changed
    #[arg(long, short)]
    pub verbose: bool,
    /// File names as hooks pass them; they make no difference, every post is read
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
    /// Say of every file that a build would change why it changes
    #[arg(long, short)]
    pub verbose: bool,
    /// File names as hooks pass them; they make no difference, every post is read
    #[arg(value_name = "FILE")]
    pub names: Vec<PathBuf>,
}

/// `afterword validate`
#[derive(Debug, Args)]
pub struct Validate {
    /// Feeds; `-` for standard input; of a folder, every file in it named .xml, .rss, .atom, .rdf or
    /// .json
    #[arg(required_unless_present = "files_from", value_name = "FILE")]
    pub files: Vec<String>,
    /// Also the files and folders that this file lists, one on a line; `-` for standard input
    #[arg(long, value_name = "LIST")]
    pub files_from: Option<String>,
    /// The address that the feed is published at
    #[arg(long, value_name = "URI")]
    pub base: Option<String>,
    /// The address that one of the feeds is published at; may be given again
    #[arg(long, value_name = "FILE=URI")]
    pub map: Vec<String>,
    /// Such addresses from a file: on each line a feed, a tab and its address; `-` for standard input
    #[arg(long, value_name = "LIST")]
    pub map_from: Option<String>,
    /// The time that dates are held against
    #[arg(long, value_name = "DATE")]
    pub now: Option<String>,
    /// An earlier version of the feed, whose ids must still be there
    #[arg(long, value_name = "FILE")]
    pub previous: Option<PathBuf>,
    /// Rewrite what has exactly one right answer
    #[arg(long)]
    pub fix: bool,
    /// Print what --fix changes, and change nothing unless --fix is given as well
    #[arg(long)]
    pub diff: bool,
    /// Set a rule's level: error, warning, info or off; may be given again
    #[arg(long, value_name = "RULE=LEVEL")]
    pub level: Vec<String>,
}

/// `afterword draft`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Draft {
    /// Posts to compose drafts of; without any, the drafts as they stand
    #[arg(value_name = "POST")]
    pub posts: Vec<String>,
    /// Compose drafts of a feed's entries, for a blog that lies elsewhere; POST is then an entry's
    /// address, id or title
    #[arg(long, value_name = "FILE")]
    pub feed: Option<String>,
    /// What is to be done with a draft
    #[command(subcommand)]
    pub action: Option<DraftAction>,
}

/// What is to be done with drafts.
#[derive(Debug, Subcommand)]
pub enum DraftAction {
    /// Show how the new text differs from the draft
    Diff(DraftNames),
    /// Take the new text; the edited one goes to the trash, the folder .trash among the drafts
    Accept(DraftNames),
    /// Stay with my text and stop asking
    Keep(DraftNames),
    /// Mark the named drafts as ready to be posted
    Approve(DraftNames),
    /// Mark as posted
    Posted {
        /// The draft's file
        draft: String,
        /// Where it was posted; of a thread each post, in order
        #[arg(required = true, value_name = "URL")]
        urls: Vec<String>,
    },
    /// Move the drafts whose post is gone and that nobody has edited to the trash, the folder .trash
    /// among the drafts
    Prune {
        /// Only say what would be moved
        #[arg(long)]
        dry_run: bool,
        /// Move these as well, although they were edited, approved or posted; may be given again
        #[arg(long, value_name = "DRAFT")]
        force: Vec<String>,
    },
    /// Print the approved drafts in the form in which another program takes them
    Export {
        /// bluesky, mastodon, linkedin, typefully, buffer, sprout, metricool, crosspost or mdsend
        #[arg(long, value_name = "FORM")]
        to: String,
        /// Only the drafts for this network; may be given again
        #[arg(long, value_name = "NETWORK")]
        network: Vec<String>,
        /// Drafts that nobody has approved as well; posted ones are never exported
        #[arg(long)]
        all: bool,
        /// Which drafts
        #[command(flatten)]
        names: DraftNames,
    },
}

/// Which drafts are meant.
#[derive(Debug, Args)]
pub struct DraftNames {
    /// Files of drafts, or folders of them; without any, every draft that it applies to
    #[arg(value_name = "DRAFT")]
    pub drafts: Vec<String>,
}

/// `afterword inspect`
#[derive(Debug, Args)]
pub struct Inspect {
    /// Posts
    #[arg(required = true, value_name = "POST")]
    pub posts: Vec<String>,
    /// Put what was understood into the front matter, for editing
    #[arg(long)]
    pub write: bool,
}

/// `afterword lsp`
#[derive(Debug, Args)]
pub struct Lsp {
    /// As editors call it; there is no other way
    #[arg(long)]
    pub stdio: bool,
}

/// `afterword import`
#[derive(Debug, Args)]
pub struct Import {
    /// Plain text, Markdown, a saved HTML page, or an RSS, Atom or JSON feed; `-` for standard input
    pub file: String,
    /// When it was published; in a feed, the date of the entries that have none
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Print the post instead of writing it
    #[arg(long)]
    pub stdout: bool,
}

/// `afterword preview`
#[derive(Debug, Args)]
pub struct Preview {
    /// Where the page goes; `-` for standard output, and without it a file among the machine's
    /// temporary ones
    #[arg(long, value_name = "FILE", conflicts_with = "serve")]
    pub out: Option<String>,
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
    /// Serve the page to this machine alone and reload it when a file changes, until Ctrl-C
    #[arg(long)]
    pub serve: bool,
    /// The port to serve at; any free one where it is not given
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
    /// What is to be printed
    #[command(subcommand)]
    pub what: GenerateWhat,
}

/// What other programs want to know of this one.
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
