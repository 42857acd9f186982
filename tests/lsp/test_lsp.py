"""The language server, by pytest-lsp: what each request answers in a blog of two posts."""
import os
import pathlib
import shutil
import subprocess

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

AFTERWORD = os.environ["AFTERWORD"]
HERE = pathlib.Path(__file__).parent
POST = "posts/2020-02-12-pycascades.md"
MEETUP = "posts/2020-03-01-meetup.md"
BLUESKY = "drafts/2020-02-12-pycascades/bluesky.txt"


@pytest.fixture
def blog(tmp_path):
    shutil.copytree(HERE / "blog", tmp_path, dirs_exist_ok=True)
    subprocess.run([AFTERWORD, "build"], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def answer_registrations(client):
    """The server asks for changes of files where a client can watch them, as pytest-lsp says of VS Code and does not."""
    client.registered = []

    @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
    def register(params: lsp.RegistrationParams):
        client.registered += [one.method for one in params.registrations]


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[AFTERWORD, "lsp"]))
async def client(lsp_client: LanguageClient, blog):
    lsp_client.blog = blog
    answer_registrations(lsp_client)
    await lsp_client.initialize_session(lsp.InitializeParams(
        capabilities=client_capabilities("visual-studio-code"), root_uri=blog.as_uri()))
    yield
    await lsp_client.shutdown_session()


class Page:
    """An open file."""

    def __init__(self, client, name, text=None):
        self.client, self.name, self.version = client, name, 1
        self.uri = (client.blog / name).as_uri()
        path = client.blog / name
        self.text = text or (path.read_bytes().decode() if path.exists() else "")
        client.text_document_did_open(lsp.DidOpenTextDocumentParams(
            lsp.TextDocumentItem(uri=self.uri, language_id="markdown", version=1, text=self.text)))

    @property
    def document(self):
        return lsp.TextDocumentIdentifier(self.uri)

    def change(self, old, new):
        assert old in self.text, old
        self.put(self.text.replace(old, new, 1))

    def put(self, text):
        self.text = text
        self.version += 1
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(
            lsp.VersionedTextDocumentIdentifier(uri=self.uri, version=self.version),
            [lsp.TextDocumentContentChangeWholeDocument(self.text)]))

    def at(self, words, after=0):
        """The place of words, in UTF-16 units, and so many characters on."""
        before = self.text[:self.text.index(words) + after]
        line = before.rpartition("\n")[2]
        return lsp.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    def part(self, words):
        return lsp.Range(self.at(words), self.at(words, len(words)))

    def watched(self, path, kind):
        self.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([lsp.FileEvent(path.as_uri(), kind)]))

    async def found(self):
        """The diagnostics once the server has nothing more to say."""
        await self.client.text_document_hover_async(lsp.HoverParams(self.document, lsp.Position(0, 0)))
        return list(self.client.diagnostics.get(self.uri, []))

    async def hover(self, words):
        answer = await self.client.text_document_hover_async(lsp.HoverParams(self.document, self.at(words, 1)))
        return answer.contents.value if answer else ""

    async def complete(self, words, after=None):
        answer = await self.client.text_document_completion_async(lsp.CompletionParams(
            self.document, self.at(words, len(words) if after is None else after)))
        return {item.label: item for item in answer or []}

    async def actions(self, words):
        answer = await self.client.text_document_code_action_async(lsp.CodeActionParams(
            self.document, self.part(words), lsp.CodeActionContext([])))
        return {action.title: action.edit for action in answer or []}

    async def definition(self, words):
        answer = await self.client.text_document_definition_async(lsp.DefinitionParams(self.document, self.at(words, 1)))
        return [(place.uri.removeprefix(self.client.blog.as_uri() + "/"), place.range.start) for place in answer or []]

    def applied(self, edit):
        """The text after an edit of this file, and the files that the edit makes."""
        made, text = {}, self.text
        changes = edit.document_changes or []
        pairs = [(uri, each) for uri, each in (edit.changes or {}).items()]
        for change in changes:
            if isinstance(change, lsp.CreateFile):
                made[change.uri] = ""
            else:
                pairs.append((change.text_document.uri, change.edits))
        for uri, edits in pairs:
            if uri in made:
                made[uri] = edits[0].new_text
                continue
            assert uri == self.uri
            lines = text.split("\n")

            def offset(place):
                line = lines[place.line].encode("utf-16-le")[:place.character * 2].decode("utf-16-le")
                return sum(len(line) + 1 for line in lines[:place.line]) + len(line)
            for one in sorted(edits, key=lambda one: -offset(one.range.start)):
                text = text[:offset(one.range.start)] + one.new_text + text[offset(one.range.end):]
        return text, made


@pytest.mark.asyncio
async def test_findings_are_those_of_check_and_follow_the_buffer(client):
    page = Page(client, MEETUP)
    assert await page.found() == []
    page.change("date: 2020-03-01", "date: 2020-02-30")
    (wrong,) = [one for one in await page.found() if one.severity == lsp.DiagnosticSeverity.Error]
    assert wrong.source == "afterword" and wrong.range == page.part("2020-02-30"), wrong
    path = client.blog / MEETUP
    path.write_text(page.text, "utf-8")
    done = subprocess.run([AFTERWORD, "check", "--format", "json"], cwd=client.blog, capture_output=True, text=True)
    assert f'"rule":"{wrong.code}"' in done.stdout
    page.change("date: 2020-02-30", "date: 2020-03-01")
    assert await page.found() == []


@pytest.mark.asyncio
async def test_ranges_count_utf_16(client):
    page = Page(client, MEETUP)
    page.change("Forty people came", "🎉🎉 <<[x](javascript:alert)")
    found = await page.found()
    (link,) = [one for one in found if "javascript" in one.message or "javascript" in str(one.code)] or found[:1]
    line = page.text.split("\n")[link.range.start.line].encode("utf-16-le")
    part = line[link.range.start.character * 2:link.range.end.character * 2].decode("utf-16-le")
    assert part.startswith(("[x]", "javascript")), part


@pytest.mark.asyncio
async def test_an_error_elsewhere_hides_nothing(client):
    other = Page(client, POST)
    other.change("date: 2020-02-12T17:00:00-08:00", "date: never")
    page = Page(client, MEETUP)
    page.change("date: 2020-03-01", "date: 2020-02-30")
    assert await page.found() and await other.found()


@pytest.mark.asyncio
async def test_hints_say_how_long_each_post_is(client):
    page = Page(client, BLUESKY)
    answer = await client.text_document_inlay_hint_async(lsp.InlayHintParams(
        page.document, lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))))
    texts = page.text.split("+++\n")[2].split("--- next post ---\n")
    assert [hint.label for hint in answer] == [f"{len(text.strip())}/300" for text in texts]
    for hint, text in zip(answer, texts):
        assert hint.position == page.at(text.strip(), len(text.strip()))


@pytest.mark.asyncio
async def test_hover(client):
    draft = Page(client, BLUESKY)
    assert "`https://notes.example/2020-02-12-pycascades/` costs 44 of Bluesky's 300" in await draft.hover("https://notes.example/2020-02-12-pycascades/\n\n") or \
        "of Bluesky's 300" in await draft.hover(draft.text[draft.text.rindex("https://"):].strip())
    assert "of Bluesky's 300" in await draft.hover("(@joanne.example")
    post = Page(client, POST)
    assert "title: Programming a robot arm to paint" in await post.hover("Joanne Hastie")
    post.change("date: 2020-02-12T17:00:00-08:00", "date: never")
    assert "For example" in await post.hover("never")


@pytest.mark.asyncio
async def test_completion(client):
    post = Page(client, MEETUP)
    post.change("tags: [community]", "tags: [community, ]\n")
    assert "quantum computing" in await post.complete("tags: [community, ")
    keys = await post.complete("tags: [community, ]\n")
    assert keys["takeaway"].insert_text == "takeaway: " and "event" in keys
    post.change("]\n", "]\nsessions:\n  - speakers: \n    tit\n")
    assert {"Joanne Hastie", "Brandon Warren"} <= set(await post.complete("- speakers: "))
    assert "takeaway" in await post.complete("    tit")
    assert await post.complete("Forty people") == {}
    draft = Page(client, BLUESKY)
    assert set(await draft.complete("status = ")) == {"draft", "approved", "posted"}
    assert "schedule" in await draft.complete("+++\n")
    assert "Joanne Hastie" in await draft.complete("(@jo")
    people = Page(client, "people.toml")
    people.change('bluesky = "@brandon.example"', 'bluesky = "@brandon.example"\nm')
    assert "mastodon" in await people.complete('example"\nm')
    configuration = Page(client, "afterword.toml")
    configuration.change('language = "en"', 'language = "en"\n\n[posts]\ndialect = \n\n[drafts]\nnetworks = [')
    assert {"hugo", "jekyll"} <= set(await configuration.complete("dialect = "))
    assert "threads" in await configuration.complete("networks = [")


@pytest.mark.asyncio
@pytest.mark.parametrize("head, wanted, insert", [
    ("tags = [", "quantum computing", '"quantum computing"'),
    ('tags = ["quan', "quantum computing", "quantum computing"),
    ('tags = [\n  "a",\n  ', "quantum computing", '"quantum computing"'),
    ("draft = ", "true", "true"),
    ("status = ", "unlisted", '"unlisted"'),
    ("tak", "takeaway", "takeaway = "),
    ("[event]\npla", "place", "place = "),
    ("event = { na", "name", "name = "),
    ("[[sessions]]\nspe", "speakers", "speakers = "),
    ("[[sessions]]\nspeakers = [", "Joanne Hastie", '"Joanne Hastie"'),
])
async def test_completion_in_toml(client, head, wanted, insert):
    post = Page(client, MEETUP, f"+++\ntitle = \"A: b\"\n{head}\n+++\n\nForty people came.\n")
    found = await post.complete(head)
    assert found[wanted].insert_text == insert, found
    assert "Forty" not in found and ("title" in found) == (head in ("tak", "[[sessions]]\nspe", "event = { na", "[event]\npla"))


@pytest.mark.asyncio
@pytest.mark.parametrize("head, wanted, insert", [
    ("event: { name: X, pl", "place", "place: "),
    ("sessions:\n  - ", "speakers", "speakers: "),
    ("sessions:\n  - title: A\n    speakers:\n      - ", "Joanne Hastie", "Joanne Hastie"),
    ("image:\n  ", "alt", "alt: "),
    ("author: ", "Joanne Hastie", "Joanne Hastie"),
])
async def test_completion_in_yaml(client, head, wanted, insert):
    post = Page(client, MEETUP, f"---\ntitle: A\n{head}\n---\n\nForty people came.\n")
    assert (await post.complete(head))[wanted].insert_text == insert


@pytest.mark.asyncio
async def test_definition(client):
    draft = Page(client, BLUESKY)
    post = (client.blog / POST).read_text("utf-8").split("\n")
    places = await draft.definition("Introduction to the Quantum Bit")
    assert places[0][0] == POST and "Quantum Bit" in post[places[0][1].line], places
    places = await draft.definition("@joanne.example")
    assert ("people.toml", lsp.Position(3, 0)) in places
    page = Page(client, POST)
    assert await page.definition("Joanne Hastie") == [("people.toml", lsp.Position(3, 0))]


@pytest.mark.asyncio
async def test_actions_on_drafts(client):
    draft = Page(client, BLUESKY)
    text, _ = draft.applied((await draft.actions("status"))["Approve this draft"])
    assert text == draft.text.replace('status = "draft"', 'status = "approved"')
    draft.change("PyCascades 2020", "PyCascades in Portland")
    mine = draft.text
    post = Page(client, POST)
    post.change("to paint. An artist", "to draw. An artist")
    actions = await draft.actions("status")
    text, made = draft.applied(actions["Use the new text"])
    assert "to draw" in text and "in Portland" not in text
    assert {pathlib.Path(uri).name: kept for uri, kept in made.items()} == {".gitignore": "*\n", "bluesky.txt": mine}
    text, made = draft.applied(actions["Keep mine"])
    assert "in Portland" in text and not made and text != mine


@pytest.mark.asyncio
async def test_actions_on_posts(client):
    post = Page(client, POST)
    actions = await post.actions("Joanne Hastie")
    text, _ = post.applied(actions["Write what was understood into the front matter"])
    assert "sessions:" in text and text.endswith(post.text[post.text.index("PyCascades is the regional"):])


DAY = """---
title: "PyCascades 2020: the first day"
date: 2020-02-13
---

I was at PyCascades 2020 in Portland, Oregon.

- Saskia Janssen: Ten years

## Clocks, explained slowly

Speaker: Ada Author

Ada went through every clock with a drawing.
"""


@pytest.mark.asyncio
@pytest.mark.parametrize("end", ["\n", "\r\n"])
async def test_a_talk_in_doubt_in_a_post_that_was_never_saved(client, end):
    page = Page(client, "posts/2020-02-13-day.md", DAY.replace("\n", end))
    assert all(one.severity != lsp.DiagnosticSeverity.Error for one in await page.found())
    assert "Perhaps a session" in await page.hover("Saskia Janssen")
    actions = await page.actions("Saskia Janssen")
    text, _ = page.applied(actions["Write what was understood into the front matter"])
    assert "Saskia Janssen" in text.split("---" + end)[1]
    page.put(page.applied(actions["Ask nothing of this talk again"])[0])
    head = page.text.split("---" + end)[1]
    assert "Clocks, explained slowly" in head and "Saskia" not in head
    assert page.text.count("\n") == page.text.count(end)
    assert "Perhaps" not in await page.hover("Saskia Janssen")
    assert "Ask nothing of this talk again" not in await page.actions("Saskia Janssen")


@pytest.mark.asyncio
@pytest.mark.parametrize("head, none", [("---\ntitle: What we saw at PyCascades 2020\n---\n", "sessions: []\n---"), ("+++\ntitle = 'What we saw at PyCascades 2020'\n+++\n", "+++\nsessions = []\n")])
async def test_the_only_talk_in_doubt(client, head, none):
    page = Page(client, "posts/2020-02-13-day.md", head + "\nI was at PyCascades 2020 in Portland.\n\nAda Author explained how clocks work.\n")
    assert "Perhaps a session" in await page.hover("Ada Author")
    page.put(page.applied((await page.actions("Ada Author"))["Ask nothing of this talk again"])[0])
    assert none in page.text
    assert "Perhaps" not in await page.hover("Ada Author")


@pytest.mark.asyncio
@pytest.mark.parametrize("name, right, wrong", [
    (MEETUP, "title: A", "titel: A"),
    (MEETUP, "tags: [community]", "lang: english\ntags: [community]"),
    (MEETUP, "tags: [community]", "status: pubished\ntags: [community]"),
    (MEETUP, "date: 2020-03-01", "date: 2020/03/01 9:00 Uhr"),
    (POST, "place: Portland", "plce: Portland"),
    (BLUESKY, "status = ", "statsu = "),
    ("people.toml", "bluesky = ", "blusky = "),
    ("afterword.toml", "language = ", "langauge = "),
    ("afterword.toml", "no-sessions = ", "no-sesions = "),
])
async def test_the_fix_of_a_finding(client, name, right, wrong):
    page = Page(client, name)
    before = [one.code for one in await page.found()]
    page.change(right, wrong)
    finding = next(one for one in await page.found() if one.code not in before)
    assert finding.range.start.line == page.at(wrong).line
    answer = await client.text_document_code_action_async(lsp.CodeActionParams(
        page.document, lsp.Range(finding.range.start, finding.range.start), lsp.CodeActionContext([])))
    fix = next(one for one in answer if one.kind == lsp.CodeActionKind.QuickFix)
    assert fix.is_preferred and fix.diagnostics[0].code == finding.code
    page.put(page.applied(fix.edit)[0])
    assert finding.code not in [one.code for one in await page.found()], page.text


@pytest.mark.asyncio
async def test_findings_about_our_feeds_have_no_fix_in_the_post(client):
    page = Page(client, MEETUP)
    page.change("A meetup 🎉 in spring", "Tea &amp;amp; cake")
    await page.found()
    assert not [title for title in await page.actions("Tea &amp;amp; cake") if "escap" in title]


@pytest.mark.asyncio
async def test_files_that_others_change(client):
    page, post = Page(client, MEETUP), client.blog / POST
    assert await page.found() == []
    twin = client.blog / "posts/2020-03-02-twin.md"
    twin.write_text(page.text.replace("---\n", "---\nslug: 2020-03-01-meetup\npermalink: https://notes.example/2020-03-01-meetup/\n", 1), "utf-8")
    page.watched(twin, lsp.FileChangeType.Created)
    duplicate = [one.code for one in await page.found()] + [one.code for one in await Page(client, "posts/2020-03-02-twin.md").found()]
    assert any("duplicate" in code for code in duplicate), duplicate
    twin.unlink()
    client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(twin.as_uri())))
    page.watched(twin, lsp.FileChangeType.Deleted)
    assert await page.found() == []
    post.write_text(post.read_text("utf-8").replace("to paint. An artist", "to draw. An artist"), "utf-8")
    page.watched(post, lsp.FileChangeType.Changed)
    draft = Page(client, BLUESKY)
    assert "stale-draft" in [one.code for one in await draft.found()]
    renamed = post.with_name("2020-02-12-other.md")
    post.rename(renamed)
    page.watched(post, lsp.FileChangeType.Deleted)
    assert "orphan-draft" in [one.code for one in await draft.found()]


@pytest.mark.asyncio
async def test_another_branch(client):
    def git(*words):
        subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@notes.example", *words], cwd=client.blog, check=True, capture_output=True)
    git("init", "-b", "main")
    git("add", "-A")
    git("commit", "-m", "posts")
    draft = Page(client, BLUESKY)
    before = await draft.found()
    git("checkout", "-b", "other")
    assert client.registered == [lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    post = client.blog / POST
    post.write_text(post.read_text("utf-8").replace("to paint. An artist", "to draw. An artist"), "utf-8")
    git("commit", "-am", "draw")
    draft.watched(post, lsp.FileChangeType.Changed)
    assert "stale-draft" in [one.code for one in await draft.found()]
    git("checkout", "main")
    draft.watched(post, lsp.FileChangeType.Changed)
    assert await draft.found() == before


@pytest.mark.asyncio
@pytest.mark.parametrize("text", ["🎉🎉 日本語の勉強会に行きました。", "👩‍👩‍👧 e\u0301 한국어", "𝔘𝔫𝔦 «ok»"])
async def test_hints_and_hovers_beside_wide_characters(client, text):
    page = Page(client, BLUESKY)
    page.change("PyCascades is the regional", f"{text} https://notes.example/x PyCascades is the regional")
    assert "of Bluesky's 300" in await page.hover("https://notes.example/x")
    answer = await client.text_document_inlay_hint_async(lsp.InlayHintParams(
        page.document, lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))))
    last = page.text.split("+++\n")[2].split("--- next post ---\n")[0].strip()
    assert answer[0].position == page.at(last, len(last))
    page.change("#PyCascades", f"#PyCascades {text}")
    last = page.text.split("+++\n")[2].split("--- next post ---\n")[0].strip()
    answer = await client.text_document_inlay_hint_async(lsp.InlayHintParams(
        page.document, lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))))
    assert answer[0].position == page.at(last, len(last))


@pytest.mark.asyncio
async def test_unsaved_people_count(client):
    people, draft, post = Page(client, "people.toml"), Page(client, BLUESKY), Page(client, POST)
    people.change("@joanne.example", "@hastie.example")
    assert "stale-draft" in [one.code for one in await draft.found()]
    assert "@hastie.example" in (await draft.complete("(@jo"))["Joanne Hastie"].detail
    people.change("@hastie.example", "@joanne.example")
    assert "stale-draft" not in [one.code for one in await draft.found()]
    configuration = Page(client, "afterword.toml")
    configuration.change("[site]", "[site")
    assert await configuration.found()
    configuration.change("[site", "[site]")
    assert await configuration.found() == []
    assert "title: Programming a robot arm to paint" in await post.hover("Joanne Hastie")


@pytest.mark.asyncio
async def test_requests_that_make_no_sense_are_survived(client):
    page = Page(client, MEETUP)
    far = lsp.Position(2_000_000_000, 2_000_000_000)
    unknown = lsp.TextDocumentIdentifier("untitled:Untitled-1")
    for document in (page.document, unknown, lsp.TextDocumentIdentifier("file:///nowhere/%FF.md"), lsp.TextDocumentIdentifier("")):
        for at in (far, lsp.Position(0, 0), lsp.Position(1, 9)):
            await client.text_document_hover_async(lsp.HoverParams(document, at))
            await client.text_document_completion_async(lsp.CompletionParams(document, at))
            await client.text_document_definition_async(lsp.DefinitionParams(document, at))
            for span in (lsp.Range(at, at), lsp.Range(far, lsp.Position(0, 0))):
                await client.text_document_code_action_async(lsp.CodeActionParams(document, span, lsp.CodeActionContext([])))
                await client.text_document_inlay_hint_async(lsp.InlayHintParams(document, span))
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(
        lsp.VersionedTextDocumentIdentifier(uri=page.uri, version=7), []))
    page.put("---\n" + "title: 🎉e\u0301\t" * 100_000)
    await page.found()
    page.put("")
    await page.found()


@pytest.mark.asyncio
async def test_a_file_of_no_project_has_no_findings(client, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "a.md"
    elsewhere.write_text("---\ntitel: x\n---\n")
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(
        lsp.TextDocumentItem(uri=elsewhere.as_uri(), language_id="markdown", version=1, text="x")))
    page = Page(client, MEETUP)
    assert await page.found() == [] and elsewhere.as_uri() not in client.diagnostics


@pytest.mark.asyncio
async def test_two_projects_below_the_folder_that_is_open(lsp_below):
    client = lsp_below
    one, other = Page(client, f"one/{MEETUP}"), Page(client, f"sub/other/{MEETUP}")
    assert await one.found() == [] == await other.found()
    one.change("date: 2020-03-01", "date: never")
    assert [page.name for page in (one, other) if await page.found()] == [one.name]
    draft = Page(client, f"sub/other/{BLUESKY}")
    assert "Approve this draft" in await draft.actions("status")
    assert (await draft.definition("@joanne.example"))[-1][0] == "sub/other/people.toml"
    notes = Page(client, "notes.md", "---\ntitel: x\n---\n")
    assert await notes.found() == []


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[AFTERWORD, "lsp"]))
async def lsp_below(lsp_client: LanguageClient, tmp_path):
    lsp_client.blog = tmp_path
    for name in ("one", "sub/other"):
        shutil.copytree(HERE / "blog", tmp_path / name)
        subprocess.run([AFTERWORD, "build"], cwd=tmp_path / name, check=True, capture_output=True)
    answer_registrations(lsp_client)
    await lsp_client.initialize_session(lsp.InitializeParams(
        capabilities=client_capabilities("visual-studio-code"), root_uri=tmp_path.as_uri()))
    yield
    await lsp_client.shutdown_session()


@pytest.mark.asyncio
async def test_a_wrong_configuration_is_said_there(client):
    page = Page(client, "afterword.toml")
    page.change('url = "https://notes.example/"', 'url = "notes"')
    assert any(one.severity == lsp.DiagnosticSeverity.Error for one in await page.found())
    page.change('url = "notes"', 'url = "https://notes.example/"')
    assert await page.found() == []
