//! `afterword preview`: one page that shows feeds and drafts as readers will see them.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sha2::{Digest, Sha256};

use super::shell::{Exit, Shell, complain, line, text};
use super::{serve, source};
use crate::cli::Preview;
use crate::hex::hex;
use crate::project::{self, Project, Stop, compose};
use crate::report::visible;
use crate::{preview, secrets};

pub(super) fn run(shell: &Shell, preview: &Preview) -> Result<Exit, Stop> {
    if preview.serve {
        return serve::run(shell, preview);
    }
    let html = page(shell, false)?;
    if preview.out.as_deref() == Some("-") {
        text(&html);
        return Ok(Exit::Clean);
    }
    let path = (preview.out.as_ref()).map_or_else(|| temporary(shell), |path| shell.absolute(path));
    let shown = (preview.out.clone()).unwrap_or_else(|| path.display().to_string());
    // Other users can read the temporary folder, so a page there is readable by its user alone.
    write(&path, &html, preview.out.is_some())?;
    line(&visible(&shown));
    if preview.open {
        open(path.as_os_str().to_string_lossy().as_ref());
    }
    Ok(Exit::Clean)
}

/// The page of the current work tree. Bad posts are left out and reported.
pub(super) fn page(shell: &Shell, live: bool) -> Result<String, Stop> {
    let tree = source::worktree(shell)?;
    let project = Project::configured(&tree)?;
    let options = compose::Options {
        keep_going: true,
        allow_empty: true,
        sources: true,
        ..compose::Options::default()
    };
    let composed = compose(&project, options)?;
    let mut page = project::preview::page(&project, &composed, &tree)?;
    page.live = live;
    let html = preview::render(&page)
        .map_err(|error| Stop::Failed(format!("the page cannot be made: {error}")))?;
    Ok(secrets::hide(&html).into_owned())
}

/// A temporary file, the same one for each project, so that repeated previews leave one file.
fn temporary(shell: &Shell) -> PathBuf {
    let digest = Sha256::digest(shell.root.as_os_str().as_encoded_bytes());
    std::env::temp_dir().join(format!("afterword-preview-{}.html", hex(&digest[..6])))
}

/// Writes the page under another name first: a browser never sees half of it, and a link that somebody
/// else put in its place is replaced, not followed.
fn write(path: &Path, html: &str, for_everybody: bool) -> Result<(), Stop> {
    let failed = |error: std::io::Error| {
        Stop::Failed(format!("{}: cannot be written: {error}", path.display()))
    };
    // A device or a pipe is written to directly: other programs need it where it is.
    if let Ok(there) = path.symlink_metadata() {
        let kind = there.file_type();
        if !(kind.is_file() || kind.is_symlink() || kind.is_dir()) {
            let device = std::fs::OpenOptions::new().write(true).open(path);
            return device.and_then(|mut device| device.write_all(html.as_bytes())).map_err(failed);
        }
    }
    let folder = path.parent().unwrap_or(path);
    let mut made = tempfile::Builder::new();
    #[cfg(unix)]
    if for_everybody {
        use std::os::unix::fs::PermissionsExt as _;
        made.permissions(std::fs::Permissions::from_mode(0o666)); // minus the umask
    }
    let mut file = made.tempfile_in(folder).map_err(failed)?;
    file.write_all(html.as_bytes()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Opens a URL or a file in the browser.
pub(super) fn open(target: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let started = Command::new(program)
        .arg(target)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if let Err(error) = started {
        complain(&format!("{program} cannot open the page: {error}"));
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::FileTypeExt as _;
    use std::process::{Command, Stdio};

    #[test]
    fn a_pipe_is_written_to_and_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe");
        let made = Command::new("mkfifo").arg(&pipe).status();
        assert!(made.expect("mkfifo runs").success());
        let reader = Command::new("cat").arg(&pipe).stdout(Stdio::piped()).spawn();
        super::write(&pipe, "<p>page</p>", true).expect("it is written");
        let read = reader.expect("cat runs").wait_with_output().expect("its output");
        assert_eq!(read.stdout, b"<p>page</p>");
        let kind = pipe.symlink_metadata().expect("the pipe").file_type();
        assert!(kind.is_fifo());
    }
}
