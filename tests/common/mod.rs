//! Helpers of the tests that run the built program.

#![allow(
    dead_code,
    clippy::disallowed_methods,
    reason = "tests prepare and read folders, and each test uses a part of this"
)]

pub mod session;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use afterword::difference::unified;

/// Files of a folder by their path in it, with their bytes.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The file or folder of this name in the test data.
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// What a folder holds, sorted.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|_| panic!("no {}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

/// The name of a file or folder.
pub fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8")
}

/// The files of a folder with this extension, sorted.
pub fn with_extension(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut paths = entries(folder);
    paths.retain(|path| path.extension().is_some_and(|own| own == extension));
    paths
}

/// How a text differs from the one in a file; empty where it does not. `BLESS=1` writes it there.
pub fn difference(file: &Path, now: &str) -> String {
    let expected = fs::read_to_string(file).unwrap_or_default();
    if expected == now {
        return String::new();
    }
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, now).expect("the text is written");
        return String::new();
    }
    unified((&file.display().to_string(), &expected), ("what came out", now))
}

/// The program in a folder, with an isolated environment.
pub fn afterword(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_afterword"));
    command.args(arguments).current_dir(folder).env_clear();
    command
}

/// Runs a command and checks its exit code.
pub fn run(mut command: Command, code: i32) -> Output {
    let output = command.output().expect("the program starts");
    assert_eq!(
        output.status.code(),
        Some(code),
        "{command:?}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    output
}

/// Copies a folder except for one of its children.
pub fn copy(from: &Path, to: &Path, without: Option<&str>) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder to copy") {
        let entry = entry.expect("an entry");
        if without.is_some_and(|name| entry.file_name() == name) {
            continue;
        }
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a file type").is_dir() {
            copy(&entry.path(), &target, None);
        } else {
            fs::copy(entry.path(), &target).expect("a copy");
        }
    }
}

/// Everything below some folders, by path from `root`. A folder that is not there has no files.
pub fn files(root: &Path, folders: &[&str]) -> Files {
    let mut found = Files::new();
    for folder in folders {
        collect(root, &root.join(folder), &mut found);
    }
    found
}

/// The modules below some folders of the project, by path from its root, without their `tests.rs`.
pub fn sources(folders: &[&str]) -> BTreeMap<PathBuf, String> {
    let found = files(Path::new(env!("CARGO_MANIFEST_DIR")), folders).into_iter();
    let text = |(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"));
    let is_module = |(path, _): &(PathBuf, _)| {
        path.extension().is_some_and(|own| own == "rs") && !path.ends_with("tests.rs")
    };
    found.filter(is_module).map(text).collect()
}

fn collect(root: &Path, folder: &Path, found: &mut Files) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, found);
        } else {
            let name = path.strip_prefix(root).expect("below the root").into();
            found.insert(name, fs::read(&path).expect("a file"));
        }
    }
}
