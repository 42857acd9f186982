//! `afterword lsp`: a language server for posts, drafts, `afterword.toml` and `people.toml`.
//!
//! It runs a whole `check` of the project, with the editor's text over the work tree, so that an editor
//! shows the findings of a commit. Changes that wait are applied together before the check.

mod actions;
mod checked;
mod complete;
mod cursor;
mod definition;
mod document;
mod hover;
mod overlay;
mod place;
mod show;
mod snapshot;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidChangeWatchedFiles, DidCloseTextDocument, DidOpenTextDocument,
    DidSaveTextDocument, Notification as _,
};
use lsp_types::request::{
    CodeActionRequest, Completion, GotoDefinition, HoverRequest, InlayHintRequest,
    RegisterCapability, Request as _,
};
use lsp_types::{
    CodeActionParams, CodeActionProviderCapability, CompletionOptions, CompletionParams,
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    GotoDefinitionParams, HoverParams, HoverProviderCapability, InitializeParams, InlayHintParams,
    OneOf, ResourceOperationKind, SaveOptions, ServerCapabilities, TextDocumentContentChangeEvent,
    TextDocumentItem, TextDocumentPositionParams, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, Uri, VersionedTextDocumentIdentifier,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::shell::{Exit, Shell, complain, inside};
use crate::config::FILE;
use crate::project::Stop;
use checked::Checked;
use document::Document;
use overlay::Text;

/// After this pause in typing, files are read again: git or another program may have changed them.
const PAUSE: Duration = Duration::from_secs(1);

pub(super) fn run(shell: &Shell) -> Result<Exit, Stop> {
    let (connection, threads) = Connection::stdio();
    let served = serve(shell, &connection);
    drop(connection);
    let ended = served.and_then(|()| Ok(threads.join()?));
    ended.map_or_else(|error| Err(Stop::Failed(error.to_string())), |()| Ok(Exit::Clean))
}

fn serve(shell: &Shell, connection: &Connection) -> Result<(), Box<dyn Error>> {
    let (id, params) = connection.initialize_start()?;
    let params: InitializeParams = serde_json::from_value(params)?;
    let answer = json!({
        "capabilities": capabilities(),
        "serverInfo": { "name": "afterword", "version": env!("CARGO_PKG_VERSION") },
    });
    connection.initialize_finish(id, answer)?;
    let mut server = Server::new(root(shell, &params), &params, connection);
    watch(&params, connection);
    while let Some(message) = server.next() {
        match message {
            Message::Request(request) => {
                if connection.handle_shutdown(&request)? {
                    return Ok(());
                }
                server.answer(request);
            }
            Message::Notification(notification) => server.take(notification),
            Message::Response(_) => {}
        }
    }
    Ok(())
}

fn capabilities() -> ServerCapabilities {
    ServerCapabilities {
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::FULL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions::default())),
            ..TextDocumentSyncOptions::default()
        })),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(vec!["@".to_owned()]),
            ..CompletionOptions::default()
        }),
        definition_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Simple(true)),
        inlay_hint_provider: Some(OneOf::Left(true)),
        ..ServerCapabilities::default()
    }
}

/// Asks the editor to report changes of files that are not open, such as by a switch to another branch.
fn watch(params: &InitializeParams, connection: &Connection) {
    let workspace = params.capabilities.workspace.as_ref();
    let watches = workspace.and_then(|workspace| workspace.did_change_watched_files);
    if watches.and_then(|watches| watches.dynamic_registration) != Some(true) {
        return;
    }
    let registrations = json!([{
        "id": "files",
        "method": DidChangeWatchedFiles::METHOD,
        "registerOptions": { "watchers": [{ "globPattern": "**/*.{md,markdown,mdx,qmd,txt,toml,yml,yaml}" }] },
    }]);
    let params = json!({ "registrations": registrations });
    let id = "watch".to_owned().into();
    let request = Request::new(id, RegisterCapability::METHOD.to_owned(), params);
    let _ = connection.sender.send(request.into());
}

/// The folder for files that belong to no other project: that of a project above the editor's folders, else
/// the first of these, else the current one.
#[expect(deprecated, reason = "Neovim and older editors name the root alone")]
fn root(shell: &Shell, params: &InitializeParams) -> PathBuf {
    let folders = params.workspace_folders.iter().flatten().map(|folder| &folder.uri);
    let opened: Vec<PathBuf> = folders.chain(&params.root_uri).filter_map(file).collect();
    let project = opened.iter().find_map(|folder| project_above(folder));
    let root = project.or(opened.first().map(PathBuf::as_path));
    let root = root.unwrap_or(&shell.root);
    std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned())
}

fn project_above(file: &Path) -> Option<&Path> {
    file.ancestors().find(|folder| folder.join(FILE).is_file())
}

fn file(uri: &Uri) -> Option<PathBuf> {
    url::Url::parse(uri.as_str()).ok()?.to_file_path().ok()
}

/// The path of the file, with symbolic links among its folders resolved.
fn real_file(uri: &Uri) -> Option<PathBuf> {
    let file = file(uri)?;
    let real = (file.parent().zip(file.file_name()))
        .and_then(|(folder, name)| Some(std::fs::canonicalize(folder).ok()?.join(name)));
    Some(real.unwrap_or(file))
}

struct Server<'c> {
    connection: &'c Connection,
    /// The folder of files that are in no other project.
    root: PathBuf,
    /// The projects of the files that were opened, by their folders.
    projects: BTreeMap<PathBuf, Checked>,
    /// Whether the editor can create files for an action.
    creates: bool,
}

impl<'c> Server<'c> {
    fn new(root: PathBuf, params: &InitializeParams, connection: &'c Connection) -> Self {
        let edits = params.capabilities.workspace.as_ref();
        let edits = edits.and_then(|workspace| workspace.workspace_edit.as_ref());
        let kinds = edits.and_then(|edit| edit.resource_operations.as_ref());
        Self {
            connection,
            root,
            projects: BTreeMap::new(),
            creates: kinds.is_some_and(|kinds| kinds.contains(&ResourceOperationKind::Create)),
        }
    }

    /// The next message; publishes diagnostics before it waits for one.
    fn next(&mut self) -> Option<Message> {
        let messages = &self.connection.receiver;
        if let Ok(message) = messages.try_recv() {
            return Some(message);
        }
        self.refresh();
        if self.projects.values().any(|project| project.is_edited) {
            match messages.recv_timeout(PAUSE) {
                Err(error) if error.is_timeout() => {
                    let projects = self.projects.values_mut();
                    projects.filter(|project| project.is_edited).for_each(Checked::reread);
                }
                message => return message.ok(),
            }
            self.refresh();
        }
        messages.recv().ok()
    }

    fn refresh(&mut self) {
        for project in self.projects.values_mut() {
            project.refresh(self.connection);
        }
    }

    /// The project that has a file open, and the file's path in it.
    fn project_of(&mut self, uri: &Uri) -> Option<(&mut Checked, String)> {
        let file = real_file(uri)?;
        self.projects.values_mut().find_map(|project| {
            let path = project.path(&file)?;
            project.tree.text(&path)?;
            Some((project, path))
        })
    }

    fn take(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        match method.as_str() {
            DidOpenTextDocument::METHOD => {
                if let Some(DidOpenTextDocumentParams { text_document }) = read(params) {
                    let TextDocumentItem { uri, version, text, .. } = text_document;
                    self.open(&uri, Text { version, text });
                }
            }
            DidChangeTextDocument::METHOD => {
                if let Some(DidChangeTextDocumentParams { text_document, mut content_changes }) =
                    read(params)
                {
                    let VersionedTextDocumentIdentifier { uri, version } = text_document;
                    let change = content_changes.pop().zip(self.project_of(&uri));
                    if let Some((TextDocumentContentChangeEvent { text, .. }, (project, path))) =
                        change
                    {
                        project.put(&path, Text { version, text });
                    }
                }
            }
            DidCloseTextDocument::METHOD => {
                let connection = self.connection;
                if let Some(DidCloseTextDocumentParams { text_document }) = read(params)
                    && let Some((project, path)) = self.project_of(&text_document.uri)
                {
                    project.close(&path, connection);
                }
            }
            DidSaveTextDocument::METHOD | DidChangeWatchedFiles::METHOD => {
                self.projects.values_mut().for_each(Checked::reread);
            }
            _ => {}
        }
    }

    /// Opens a file in the nearest project above it.
    fn open(&mut self, uri: &Uri, text: Text) {
        let Some(file) = real_file(uri) else { return };
        let root = project_above(&file).unwrap_or(&self.root);
        if inside(&file, root).is_none() {
            return;
        }
        let project = match self.projects.entry(root.to_owned()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => match Checked::new(root) {
                Ok(project) => new.insert(project),
                Err(error) => return complain(&error.to_string()),
            },
        };
        if let Some(path) = project.path(&file) {
            project.reread();
            project.put(&path, text);
        }
    }

    fn answer(&mut self, request: Request) {
        self.refresh();
        let Request { id, method, params } = request;
        let answer = match method.as_str() {
            HoverRequest::METHOD => reply(params, |params: &HoverParams| {
                self.at(&params.text_document_position_params, hover::hover)
            }),
            Completion::METHOD => reply(params, |params: &CompletionParams| {
                self.at(&params.text_document_position, complete::complete)
            }),
            GotoDefinition::METHOD => reply(params, |params: &GotoDefinitionParams| {
                let place = &params.text_document_position_params;
                self.at(place, definition::definition)
            }),
            CodeActionRequest::METHOD => reply(params, |params: &CodeActionParams| {
                let creates = self.creates;
                self.document(&params.text_document.uri, |document| {
                    let [start, end] = [params.range.start, params.range.end]
                        .map(|place| place::offset(document.text, place));
                    actions::actions(document, &(start..end), creates)
                })
            }),
            InlayHintRequest::METHOD => reply(params, |params: &InlayHintParams| {
                self.document(&params.text_document.uri, show::hints)
            }),
            _ => {
                let code = ErrorCode::MethodNotFound as i32;
                let response = Response::new_err(id, code, format!("{method} is not supported"));
                let _ = self.connection.sender.send(response.into());
                return;
            }
        };
        let response = Response::new_ok(id, answer.unwrap_or(Value::Null));
        let _ = self.connection.sender.send(response.into());
    }

    /// The answer of `each` for the open file at a position, and the byte there.
    fn at<T>(
        &mut self,
        place: &TextDocumentPositionParams,
        each: impl FnOnce(Document<'_>, usize) -> T,
    ) -> Option<T> {
        self.document(&place.text_document.uri, |document| {
            each(document, place::offset(document.text, place.position))
        })
    }

    fn document<T>(&mut self, uri: &Uri, each: impl FnOnce(Document<'_>) -> T) -> Option<T> {
        let (project, path) = self.project_of(uri)?;
        Some(each(Document { project, uri, path: &path, text: project.tree.text(&path)? }))
    }
}

fn read<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}

/// Answers a request; `None` where there is nothing to say.
fn reply<P: DeserializeOwned, T: Serialize>(
    params: Value,
    answer: impl FnOnce(&P) -> Option<T>,
) -> Option<Value> {
    serde_json::to_value(answer(&read(params)?)?).ok()
}
