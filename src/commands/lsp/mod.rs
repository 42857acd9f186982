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

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

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
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    GotoDefinitionParams, Hover, HoverContents, HoverParams, HoverProviderCapability,
    InitializeParams, InlayHintParams, LogMessageParams, MarkupContent, MarkupKind, MessageType,
    OneOf, PublishDiagnosticsParams, ResourceOperationKind, SaveOptions, ServerCapabilities,
    TextDocumentPositionParams, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, Uri,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::shell::{Exit, Shell, complain};
use crate::config::FILE;
use crate::tree::TreeError;
use look::Look;
use overlay::Overlay;

/// After this pause in typing, files are read again: git or another program may have changed them.
const PAUSE: Duration = Duration::from_secs(2);

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

struct Server<'c> {
    connection: &'c Connection,
    tree: Overlay,
    look: Look,
    /// Whether there were changes since the last check.
    is_stale: bool,
    changed: Instant,
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
            is_stale: true,
            changed: Instant::now(),
            creates: kinds.is_some_and(|kinds| kinds.contains(&ResourceOperationKind::Create)),
        })
    }

    /// The next message; publishes diagnostics before it waits for one.
    fn next(&mut self) -> Option<Message> {
        if let Ok(message) = self.connection.receiver.try_recv() {
            return Some(message);
        }
        self.refresh();
        self.connection.receiver.recv().ok()
    }

    fn refresh(&mut self) {
        if !std::mem::take(&mut self.is_stale) {
            return;
        }
        self.look = look::look(&self.tree);
        if let Some(why) = &self.look.failed {
            self.notify::<LogMessage>(LogMessageParams {
                typ: MessageType::WARNING,
                message: format!("afterword: {why}"),
            });
        }
        for (path, text) in self.tree.open() {
            let findings = self.look.findings.get(path).into_iter().flatten();
            let diagnostics =
                findings.map(|finding| show::diagnostic(finding, self.tree.root(), text));
            self.publish(path, diagnostics.collect());
        }
    }

    fn publish(&self, path: &str, diagnostics: Vec<lsp_types::Diagnostic>) {
        if let Some(uri) = show::uri(self.tree.root(), path) {
            self.notify::<PublishDiagnostics>(PublishDiagnosticsParams::new(
                uri,
                diagnostics,
                None,
            ));
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
                    self.reread();
                    self.put(&text_document.uri, Some(text_document.text));
                }
            }
            DidChangeTextDocument::METHOD => {
                if let Some(DidChangeTextDocumentParams {
                    text_document,
                    mut content_changes,
                }) = read(params)
                {
                    if self.changed.elapsed() > PAUSE {
                        self.reread();
                    }
                    let text = content_changes.pop().map(|change| change.text);
                    self.put(&text_document.uri, text);
                }
            }
            DidCloseTextDocument::METHOD => {
                if let Some(DidCloseTextDocumentParams { text_document }) = read(params) {
                    self.put(&text_document.uri, None);
                    if let Some(path) = self.path(&text_document.uri) {
                        self.publish(&path, Vec::new());
                    }
                }
            }
            DidSaveTextDocument::METHOD | DidChangeWatchedFiles::METHOD => self.reread(),
            _ => {}
        }
    }

    fn reread(&mut self) {
        self.is_stale = true;
        if let Err(error) = self.tree.forget() {
            complain(&error.to_string());
        }
    }

    fn put(&mut self, uri: &Uri, text: Option<String>) {
        if let Some(path) = self.path(uri) {
            self.tree.put(&path, text);
            self.is_stale = true;
            self.changed = Instant::now();
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
            complete::complete(&self.tree, &self.look, document, at)
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
