// The way of docs/posting.md: every command that it shows, in the order in which it shows them. What needs a
// server is run where there is one.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const { AFTERWORD, PDS, PROJECT } = process.env;
const PAGE = readFileSync(path.join(PROJECT, 'docs/posting.md'), 'utf8');

/** The blocks of the page: what stands above each, its kind and its lines. */
const blocks = (page) => [...page.matchAll(/^(?:<!-- file: (.*) -->\n)?```(\w+)\n([\s\S]*?)^```$/gm)]
  .map(([, file, kind, text]) => ({ file, kind, text }));

/** A clone with what the page uses of it; its modules are there already unless they are to be installed. */
function clone(home, installs) {
  const root = path.join(home, 'clone');
  cpSync(path.join(PROJECT, 'packaging/post'), path.join(root, 'packaging/post'), {
    recursive: true, filter: (file) => !file.includes('node_modules'),
  });
  mkdirSync(path.join(root, 'tests/.env'), { recursive: true });
  symlinkSync(import.meta.dirname, path.join(root, 'tests/.env/posting'));
  if (!installs) symlinkSync(path.join(import.meta.dirname, 'node_modules'), path.join(root, 'packaging/post/node_modules'));
  return root;
}

/** Starts the server of the page and waits until it says its account. */
async function serve(line, env) {
  const child = spawn('bash', ['-c', `exec ${line}`], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const text of child.stdout) if (String(text).includes('BLUESKY_SERVICE=')) return [child, String(text).trim()];
  throw new Error('the server did not start');
}

test('docs/posting.md, from an empty folder to a thread', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'afterword-newcomer.'));
  const blog = path.join(home, 'blog');
  mkdirSync(path.join(blog, 'posts'), { recursive: true });
  const CLONE = clone(home, Boolean(PDS));
  // npm finds its registry as it does elsewhere; nobody's credentials are used.
  const none = { BLUESKY_SERVICE: '', BLUESKY_HANDLE: '', BLUESKY_APP_PASSWORD: '', MASTODON_URL: '', MASTODON_TOKEN: '' };
  const env = { ...process.env, ...none, PATH: `${path.dirname(AFTERWORD)}:${process.env.PATH}`, CLONE };
  let server;
  // One shell for all, as a person has one.
  let script = 'set -e\n';
  let account;
  try {
    for (const { file, kind, text } of blocks(PAGE)) {
      if (file) {
        script += `cat > ${file} <<'END'\n${text}END\n`;
      } else if (kind === 'console') {
        script += text.split('\n').filter((line) => line.startsWith('$ ')).map((line) => `${line.slice(2)}\n`).join('');
      } else if (text.includes('serve.mjs')) {
        // tests/posting/run has done the first line.
        if (!PDS) break;
        [server, account] = await serve(text.trim().split('\n').at(-1), env);
      } else {
        const lines = text.split('\n').filter((line) => !line.startsWith('CLONE=') && (PDS || !line.startsWith('npm ')));
        script += `${lines.join('\n')}\n`;
      }
    }
    writeFileSync(path.join(home, 'script'), script);
    const done = spawnSync('bash', [path.join(home, 'script')], { cwd: blog, env, encoding: 'utf8' });
    assert.equal(done.status, 0, done.stdout + done.stderr);
    assert.match(done.stdout, /Each of her fixtures begins[\s\S]*nothing was posted; --yes posts it/);
    if (!PDS) return;
    assert.ok(PAGE.includes(`export ${account}\n`), account);
    assert.match(done.stdout, /posted at https:\/\/bsky\.app\/profile\/author\.test\/post\//);
    const service = account.match(/SERVICE=(\S+)/)[1];
    const { records } = await (await fetch(`${service}/xrpc/com.atproto.repo.listRecords?repo=author.test&collection=app.bsky.feed.post`)).json();
    const inOrder = [];
    for (let next = records.filter(({ value }) => !value.reply); next.length > 0;
      next = records.filter(({ value }) => value.reply?.parent.uri === inOrder.at(-1).uri)) {
      assert.equal(next.length, 1);
      inOrder.push(next[0]);
    }
    assert.equal(inOrder.length, records.length);
    assert.match(inOrder.at(-1).value.text, /^The recordings from ExampleConf 2026 are up:/);
    assert.equal(spawnSync(AFTERWORD, ['check'], { cwd: blog }).status, 0);
  } finally {
    server?.kill();
  }
});
