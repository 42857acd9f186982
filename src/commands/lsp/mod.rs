//! `afterword lsp`: a language server for posts, drafts, `afterword.toml` and `people.toml`.
//!
//! It runs a whole `check` of the project, with the editor's text over the work tree, so that an editor
//! shows the findings of a commit. Changes that wait are applied together before the check.

mod actions;
mod complete;
mod definition;
mod hover;
mod look;
mod overlay;
mod place;
mod show;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidChangeWatchedFiles, DidCloseTextDocument, DidOpenTextDocument,
    DidSaveTextDocument, LogMessage, Notification as _, PublishDiagnostics,
};
use lsp_types::request::{
    CodeActionRequest, Completion, GotoDefinition, HoverRequest, InlayHintRequest, Request as _,
};
use lsp_types::{
    CodeActionParams, CodeActionProviderCapability, CompletionOptions, CompletionParams,
    Diagnostic, DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    GotoDefinitionParams, Hover, HoverContents, HoverParams, HoverProviderCapability,
    InitializeParams, InlayHintParams, LogMessageParams, MarkupContent, MarkupKind, MessageType,
    OneOf, PublishDiagnosticsParams, ResourceOperationKind, SaveOptions, ServerCapabilities,
    TextDocumentContentChangeEvent, TextDocumentItem, TextDocumentPositionParams,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions,
    TextDocumentSyncSaveOptions, Uri, VersionedTextDocumentIdentifier,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::shell::{Exit, Shell, complain};
use crate::config::FILE;
use crate::project::Memo;
use crate::tree::TreeError;
use look::Look;
use overlay::{Overlay, Text};

/// After this pause in typing, files are read again: git or another program may have changed them.
const PAUSE: Duration = Duration::from_secs(1);

pub(super) fn run(shell: &Shell) -> Exit {
    let (connection, threads) = Connection::stdio();
    let served = serve(shell, &connection);
    drop(connection);
    match served.map(|()| threads.join()) {
        Ok(Ok(())) => Exit::Clean,
        Ok(Err(error)) => failed(&error.to_string()),
        Err(why) => failed(&why),
    }
}

fn failed(why: &str) -> Exit {
    complain(why);
    Exit::Failed
}

fn serve(shell: &Shell, connection: &Connection) -> Result<(), String> {
    let (id, params) = connection
        .initialize_start()
        .map_err(|error| error.to_string())?;
    let params: InitializeParams =
        serde_json::from_value(params).map_err(|error| error.to_string())?;
    let answer = json!({
        "capabilities": capabilities(),
        "serverInfo": { "name": "afterword", "version": env!("CARGO_PKG_VERSION") },
    });
    connection
        .initialize_finish(id, answer)
        .map_err(|error| error.to_string())?;
    let mut server = Server::new(&root(shell, &params), &params, connection)
        .map_err(|error| error.to_string())?;
    while let Some(message) = server.next() {
        match message {
            Message::Request(request) => {
                if connection
                    .handle_shutdown(&request)
                    .map_err(|error| error.to_string())?
                {
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
        text_document_sync: Some(TextDocumentSyncCapability::Options(
            TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::FULL),
                save: Some(TextDocumentSyncSaveOptions::SaveOptions(
                    SaveOptions::default(),
                )),
                ..TextDocumentSyncOptions::default()
            },
        )),
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

/// The folder of the project: upwards from the editor's root, else from the current folder.
#[expect(deprecated, reason = "Neovim and older editors name the root alone")]
fn root(shell: &Shell, params: &InitializeParams) -> PathBuf {
    let folders = params
        .workspace_folders
        .iter()
        .flatten()
        .map(|folder| &folder.uri);
    let opened: Vec<PathBuf> = folders.chain(&params.root_uri).filter_map(file).collect();
    let above = opened.iter().flat_map(|folder| folder.ancestors());
    let project = above.into_iter().find(|folder| folder.join(FILE).is_file());
    let root = project.map_or_else(|| shell.root.clone(), Path::to_path_buf);
    std::fs::canonicalize(&root).unwrap_or(root)
}

fn file(uri: &Uri) -> Option<PathBuf> {
    url::Url::parse(uri.as_str()).ok()?.to_file_path().ok()
}

/// An open file.
#[derive(Clone, Copy)]
struct Document<'a> {
    uri: &'a Uri,
    path: &'a str,
    text: &'a str,
}

/// What to do before the next answer.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    #[default]
    Nothing,
    /// To check the project: the editor's texts changed.
    Check,
    /// The same, after reading files again.
    Reread,
}

/// The diagnostics of a version of a file.
type Published = (Option<i32>, Vec<Diagnostic>);

struct Server<'c> {
    connection: &'c Connection,
    tree: Overlay,
    look: Look,
    memo: Arc<Memo>,
    due: Due,
    /// Whether there were edits since files were read.
    is_edited: bool,
    /// What was published last for each open file: the version, and the diagnostics.
    published: BTreeMap<String, Published>,
    /// Whether the editor can create files for an action.
    creates: bool,
}

impl<'c> Server<'c> {
    fn new(
        root: &Path,
        params: &InitializeParams,
        connection: &'c Connection,
    ) -> Result<Self, TreeError> {
        let edits = params.capabilities.workspace.as_ref();
        let edits = edits.and_then(|workspace| workspace.workspace_edit.as_ref());
        let kinds = edits.and_then(|edit| edit.resource_operations.as_ref());
        Ok(Self {
            connection,
            tree: Overlay::new(root)?,
            look: Look::default(),
            memo: Arc::new(Memo::keeping()),
            due: Due::Check,
            is_edited: false,
            published: BTreeMap::new(),
            creates: kinds.is_some_and(|kinds| kinds.contains(&ResourceOperationKind::Create)),
        })
    }

    /// The next message; publishes diagnostics before it waits for one.
    fn next(&mut self) -> Option<Message> {
        let messages = &self.connection.receiver;
        if let Ok(message) = messages.try_recv() {
            return Some(message);
        }
        self.refresh();
        if self.is_edited {
            match messages.recv_timeout(PAUSE) {
                Err(error) if error.is_timeout() => self.due = Due::Reread,
                message => return message.ok(),
            }
            self.refresh();
        }
        messages.recv().ok()
    }

    fn refresh(&mut self) {
        let due = std::mem::take(&mut self.due);
        if due == Due::Nothing {
            return;
        }
        if due == Due::Reread {
            self.is_edited = false;
            self.memo.forget_published();
            if let Err(error) = self.tree.reread() {
                complain(&error.to_string());
            }
        }
        for path in self.tree.take_changed() {
            self.memo.forget(&path);
        }
        self.look = look::look(&self.tree, &self.memo);
        if let Some(why) = &self.look.failed {
            self.notify::<LogMessage>(LogMessageParams {
                typ: MessageType::WARNING,
                message: format!("afterword: {why}"),
            });
        }
        let mut changed = Vec::new();
        for (path, open) in self.tree.open() {
            let findings = self.look.findings.get(path).into_iter().flatten();
            let diagnostics = findings
                .map(|finding| show::diagnostic(finding, self.tree.root(), &open.text))
                .collect();
            let published = (Some(open.version), diagnostics);
            if self.published.get(path) != Some(&published) {
                changed.push((path.clone(), published));
            }
        }
        for (path, published) in changed {
            self.publish(&path, published.clone());
            self.published.insert(path, published);
        }
    }

    fn publish(&self, path: &str, (version, diagnostics): Published) {
        if let Some(uri) = show::uri(self.tree.root(), path) {
            let params = PublishDiagnosticsParams::new(uri, diagnostics, version);
            self.notify::<PublishDiagnostics>(params);
        }
    }

    fn notify<N: lsp_types::notification::Notification>(&self, params: N::Params) {
        let message = Notification::new(N::METHOD.to_owned(), params);
        // If the editor is gone, the next read ends the server.
        let _ = self.connection.sender.send(message.into());
    }

    /// The path of a file from the project's root.
    fn path(&self, uri: &Uri) -> Option<String> {
        let file = file(uri)?;
        let real = (file.parent().zip(file.file_name()))
            .and_then(|(folder, name)| Some(std::fs::canonicalize(folder).ok()?.join(name)));
        super::shell::inside(&real.unwrap_or(file), self.tree.root())
    }

    fn take(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        match method.as_str() {
            DidOpenTextDocument::METHOD => {
                if let Some(DidOpenTextDocumentParams { text_document }) = read(params) {
                    let TextDocumentItem {
                        uri, version, text, ..
                    } = text_document;
                    self.due = Due::Reread;
                    self.put(&uri, Some(Text { version, text }));
                }
            }
            DidChangeTextDocument::METHOD => {
                if let Some(DidChangeTextDocumentParams {
                    text_document,
                    mut content_changes,
                }) = read(params)
                {
                    let VersionedTextDocumentIdentifier { uri, version } = text_document;
                    if let Some(TextDocumentContentChangeEvent { text, .. }) = content_changes.pop()
                    {
                        self.put(&uri, Some(Text { version, text }));
                    }
                }
            }
            DidCloseTextDocument::METHOD => {
                if let Some(DidCloseTextDocumentParams { text_document }) = read(params) {
                    self.put(&text_document.uri, None);
                    if let Some(path) = self.path(&text_document.uri) {
                        self.published.remove(&path);
                        self.publish(&path, Published::default());
                    }
                }
            }
            DidSaveTextDocument::METHOD | DidChangeWatchedFiles::METHOD => {
                self.due = Due::Reread;
            }
            _ => {}
        }
    }

    fn put(&mut self, uri: &Uri, text: Option<Text>) {
        if let Some(path) = self.path(uri) {
            self.tree.put(&path, text);
            self.due = self.due.max(Due::Check);
            self.is_edited = true;
        }
    }

    fn answer(&mut self, request: Request) {
        self.refresh();
        let Request { id, method, params } = request;
        let answer = match method.as_str() {
            HoverRequest::METHOD => self.hover(params),
            Completion::METHOD => self.complete(params),
            GotoDefinition::METHOD => self.definition(params),
            CodeActionRequest::METHOD => self.actions(params),
            InlayHintRequest::METHOD => self.hints(params),
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

    /// Calls `f` with the file at a position, and the byte there.
    fn at<T>(
        &self,
        place: &TextDocumentPositionParams,
        each: impl FnOnce(Document<'_>, usize) -> T,
    ) -> Option<T> {
        self.document(&place.text_document.uri, |document| {
            each(document, place::offset(document.text, place.position))
        })
    }

    fn document<T>(&self, uri: &Uri, each: impl FnOnce(Document<'_>) -> T) -> Option<T> {
        let path = self.path(uri)?;
        let text = self.tree.text(&path)?;
        Some(each(Document {
            uri,
            path: &path,
            text,
        }))
    }

    fn hover(&self, params: Value) -> Option<Value> {
        let params: HoverParams = read(params)?;
        let value = self.at(&params.text_document_position_params, |document, at| {
            hover::hover(&self.tree, &self.look, document, at)
        })??;
        written(&Hover {
            contents: HoverContents::Markup(MarkupContent {
                kind: MarkupKind::Markdown,
                value,
            }),
            range: None,
        })
    }

    fn complete(&self, params: Value) -> Option<Value> {
        let params: CompletionParams = read(params)?;
        let items = self.at(&params.text_document_position, |document, at| {
            complete::complete(&self.tree, &self.look, &self.memo, document, at)
        })?;
        written(&items)
    }

    fn definition(&self, params: Value) -> Option<Value> {
        let params: GotoDefinitionParams = read(params)?;
        let places = self.at(&params.text_document_position_params, |document, at| {
            definition::definition(&self.tree, &self.look, document, at)
        })?;
        written(&places)
    }

    fn actions(&self, params: Value) -> Option<Value> {
        let params: CodeActionParams = read(params)?;
        let actions = self.document(&params.text_document.uri, |document| {
            let [start, end] = [params.range.start, params.range.end]
                .map(|place| place::offset(document.text, place));
            actions::actions(
                &self.tree,
                &self.look,
                document,
                &(start..end),
                self.creates,
            )
        })?;
        written(&actions)
    }

    fn hints(&self, params: Value) -> Option<Value> {
        let params: InlayHintParams = read(params)?;
        let hints = self.document(&params.text_document.uri, |document| {
            let network = show::network_of(document.path, &self.look.drafts);
            network.map(|network| show::hints(document.path, document.text, network))
        })??;
        written(&hints)
    }
}

fn read<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}

fn written<T: serde::Serialize>(answer: &T) -> Option<Value> {
    serde_json::to_value(answer).ok()
}
