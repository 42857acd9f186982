// afterword-post against a real PDS and a stand-in for Mastodon, killed and cut off at every request.
// ROOM is a folder that holds the tests and the package beside their modules; AFTERWORD the program.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { between } from './between.mjs';
import { mastodon, TOKEN } from './instance.mjs';
import { key } from './bluesky.mjs';

const { AFTERWORD, BLOG, KILLS = '0', PDS } = process.env;
const NEEDS_PDS = !PDS && 'needs a PDS, which tests/posting/long compiles';
const ROOM = import.meta.dirname;
const PASSWORD = 'a-password-of-the-test';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const POST = '2020-02-12-pycascades';

/** Servers that fail: how they answer a text, and what is to be printed. */
const json = (status) => (response, text) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: 'Refused', message: text }));
};
const FAILURES = [
  ['refuses', json(401), /Refused|HTTP 401/],
  ['is broken', json(500), /HTTP 500/],
  ['is behind something else', (response, text) => { response.writeHead(502, { 'content-type': 'text/html' }); response.end(text); }, /cannot be read|HTTP 502/],
  ['answers no JSON', (response, text) => { response.writeHead(200, { 'content-type': 'application/json' }); response.end(`{${text}`); }, /JSON/i],
  ['is something else', (response) => { response.writeHead(200, { 'content-type': 'application/json' }); response.end('{}'); }, /cannot be read|invalid response/],
  ['breaks off', (response) => { response.destroy(); }, /other side closed|ECONNRESET|socket/],
];

let pds, host, blogs = 0;
before(async () => {
  host = await mastodon();
  if (!PDS) return;
  const { pds: open } = await import('./pds.mjs');
  pds = await open();
});
after(async () => {
  host?.close();
  await pds?.close();
});

const run = (blog, ...words) => {
  const done = spawnSync(AFTERWORD, words, { cwd: blog, encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
};

/** A blog with a post of its own, whose drafts are approved. */
function blog(network, change = (text) => text) {
  const root = mkdtempSync(path.join(tmpdir(), 'afterword-post.'));
  blogs += 1;
  cpSync(BLOG, root, { recursive: true });
  const toml = path.join(root, 'afterword.toml');
  writeFileSync(toml, readFileSync(toml, 'utf8').replace('notes.example', `notes${blogs}.example`));
  writeFileSync(path.join(root, 'stage.png'), PNG);
  run(root, 'build');
  const draft = path.join(root, 'drafts', POST, `${network}.txt`);
  const text = readFileSync(draft, 'utf8').replace('+++\nstatus', '+++\nimages = [{ path = "stage.png", alt = "The stage" }]\nstatus');
  writeFileSync(draft, change(text));
  run(root, 'draft', 'approve', `drafts/${POST}/${network}.txt`);
  const isExported = ['bluesky', 'mastodon'].includes(network);
  return { root, draft, own: isExported ? exported(root, network) : [], before: [] };
}

/** The texts of the approved draft. */
function exported(root, network) {
  const [draft] = run(root, 'draft', 'export', '--to', network).split('\n').filter(Boolean).map(JSON.parse);
  return (draft.records ?? draft.statuses).map((one) => one.text ?? one.status);
}

/** The same blog once its draft is posted and its post has gained recordings: with an approved follow-up. */
async function followed(network) {
  const one = blog(network);
  const done = await post(one, network);
  assert.equal(done.code, 0, done.out);
  const source = path.join(one.root, 'posts', `${POST}.md`);
  writeFileSync(source, `${readFileSync(source, 'utf8')}\n[Videos](https://videos.example/playlist/1)\n`);
  run(one.root, 'build');
  const name = `drafts/${POST}/followup-1/${network}.txt`;
  run(one.root, 'draft', 'approve', name);
  return { root: one.root, draft: path.join(one.root, name), own: exported(one.root, network), before: one.own };
}

/** One run of afterword-post; answers once it has ended. */
function post(blog, network, { services = {}, words = ['--yes'], started = () => {} } = {}) {
  const env = {
    PATH: process.env.PATH, HOME: blog.root, AFTERWORD,
    BLUESKY_HANDLE: 'author.test', BLUESKY_APP_PASSWORD: PASSWORD, BLUESKY_SERVICE: services.bluesky ?? pds?.service,
    MASTODON_URL: services.mastodon ?? host.url, MASTODON_TOKEN: TOKEN,
  };
  const child = spawn(process.execPath, [path.join(ROOM, 'afterword-post.mjs'), '--root', blog.root, '--network', network, ...words], { env });
  started(child);
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { out += text; });
  return new Promise((ended) => child.on('close', (code) => ended({ code, out })));
}

/** The thread of a blog on a network, in the order of the replies; fails where it is not one chain. */
async function thread(blog, network) {
  const link = readFileSync(blog.draft, 'utf8').match(/^link = "(.*)"$/m)[1];
  const about = (text) => [...blog.before, ...blog.own].includes(text);
  const all = network === 'bluesky'
    ? (await pds.threads()).map(({ uri, value }) => ({ id: uri, reply: value.reply?.parent.uri ?? null, text: value.text, images: value.embed?.images?.length ?? 0, of: value }))
    : host.state.statuses.map(({ id, reply, text, media }) => ({ id, reply, text, images: media.length }));
  const roots = all.filter((one) => one.reply === null && one.text && about(one.text) && (one.text.includes(link) || JSON.stringify(one.of ?? {}).includes(link)));
  const chain = [];
  assert.ok(roots.length <= 1, `${roots.length} roots`);
  for (let next = roots; next.length > 0; next = all.filter((one) => one.reply === chain.at(-1).id)) {
    assert.equal(next.length, 1, 'a post that is there twice');
    chain.push(next[0]);
  }
  return chain;
}

async function whole(blog, network) {
  const chain = await thread(blog, network);
  const wanted = [...blog.before, ...blog.own];
  assert.deepEqual(chain.map((one) => one.text), wanted);
  assert.ok(wanted.length > 1, 'a thread');
  assert.equal(chain[0].images, 1);
  const text = readFileSync(blog.draft, 'utf8');
  assert.match(text, /^status = "posted"$/m);
  assert.equal(text.match(/^posted_urls = (\[.*\])$/m)?.[1].split('", "').length, blog.own.length);
}

for (const network of ['bluesky', 'mastodon']) {
  const skip = network === 'bluesky' && NEEDS_PDS;
  test(`${network}: a thread with an image, once`, { skip }, async () => {
    const one = blog(network);
    const shown = await post(one, network, { words: [] });
    assert.equal(shown.code, 0, shown.out);
    assert.match(shown.out, /nothing was posted; --yes posts it/);
    assert.equal((await thread(one, network)).length, 0);
    const done = await post(one, network);
    assert.equal(done.code, 0, done.out);
    assert.doesNotMatch(done.out, new RegExp(`${PASSWORD}|${TOKEN}`));
    await whole(one, network);
    assert.match((await post(one, network)).out, /nothing is to be posted now/);
  });

  test(`${network}: a follow-up answers the thread, once`, { skip }, async () => {
    const one = await followed(network);
    assert.match((await post(one, network, { words: [] })).out, /followup-1.*, as an answer to https:/);
    const done = await post(one, network);
    assert.equal(done.code, 0, done.out);
    await whole(one, network);
    if (network === 'bluesky') {
      const last = (await pds.threads()).find(({ value }) => value.text === one.own[0] && value.reply);
      const root = (await thread(one, network))[0];
      assert.equal(last.value.reply.root.uri, root.id);
      const { Bluesky } = await import('./bluesky.mjs');
      const { ref } = await new Bluesky(pds.agent, one.root).answered(last.uri);
      assert.equal(ref.cid, last.cid);
    }
    assert.match((await post(one, network)).out, /nothing is to be posted now/);
  });

  test(`${network}: a follow-up to what is gone is not posted`, { skip }, async () => {
    const one = await followed(network);
    const gone = network === 'bluesky' ? 'https://bsky.app/profile/author.test/post/3jzfcijpj2z2a' : 'https://notes.social/@author/999999';
    writeFileSync(one.draft, readFileSync(one.draft, 'utf8').replace(/^reply_to = .*$/m, `reply_to = "${gone}"`));
    const done = await post(one, network);
    assert.equal(done.code, 1);
    assert.match(done.out, /that it answers, https:\S+ is not/);
    assert.equal((await thread(one, network)).length, one.before.length);
  });

  for (const [what, make] of [['a thread', blog], ['a follow-up', followed]]) test(`${network}: ${what}, killed before and after each request, and cut off`, { skip }, async () => {
    // The short run tries some of them.
    const [faults, step] = KILLS === '0' ? [['after'], 3] : [['before', 'after', 'cut'], 1];
    for (const what of faults) {
      for (let at = 1, count = 1; at <= count; at += step) {
        const one = await make(network);
        let client;
        const proxy = await between(network === 'bluesky' ? pds.service : host.url, (number) => (number === at ? what : undefined), () => client.kill('SIGKILL'));
        await post(one, network, { services: { [network]: proxy.url }, started: (child) => { client = child; } });
        // What is there twice or out of order is wrong at every moment.
        await thread(one, network);
        count = Math.max(count, proxy.count());
        proxy.close();
        // A server has forgotten its idempotency keys by the time that somebody runs it again.
        host.state.forgetful = true;
        const done = await post(one, network);
        host.state.forgetful = false;
        assert.equal(done.code, 0, done.out);
        await whole(one, network);
      }
    }
  });

  test(`${network}: two runners at the same time`, { skip }, async () => {
    const one = blog(network);
    await Promise.all([post(one, network), post(one, network)]);
    await post(one, network);
    await whole(one, network);
  });

  test(`${network}: of what fails the cause is shown, and no password`, async () => {
    const one = blog(network);
    const before = readFileSync(one.draft, 'utf8');
    const forms = [PASSWORD, TOKEN].flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), btoa(secret)]);
    for (const [name, answer, why] of FAILURES) {
      // The server says again what it was sent, as some do in their errors.
      const broken = http.createServer(async (request, response) => {
        let sent = request.headers.authorization ?? '';
        for await (const part of request) sent += part;
        answer(response, `${sent} ${encodeURIComponent(sent)}`);
      });
      await new Promise((ready) => broken.listen(0, '127.0.0.1', ready));
      const done = await post(one, network, { services: { [network]: `http://127.0.0.1:${broken.address().port}` } });
      broken.closeAllConnections();
      broken.close();
      assert.equal(done.code, 1, done.out);
      assert.match(done.out, why, name);
      assert.ok(forms.every((form) => !done.out.includes(form)), done.out);
    }
    for (const [address, why] of [['http://nowhere.invalid', /ENOTFOUND|EAI_AGAIN/], ['http://127.0.0.1:9', /ECONNREFUSED|bad port/],
      ['nowhere', /must be a server's address/], [`http://author:${PASSWORD}@127.0.0.1`, /must be a server's address/]]) {
      const done = await post(one, network, { services: { [network]: address } });
      assert.equal(done.code, 1, done.out);
      assert.match(done.out, why);
      assert.doesNotMatch(done.out, new RegExp(`${PASSWORD}|${TOKEN}`));
    }
    assert.equal(readFileSync(one.draft, 'utf8'), before);
  });

  test(`${network}: ${KILLS} kills at random moments`, { skip: skip || KILLS === '0' }, async (context) => {
    const first = blog(network);
    let start = Date.now();
    await post(first, network);
    // So long takes a run that ends by itself; most are killed before.
    let length = Date.now() - start;
    let [kills, threads] = [0, 0];
    while (kills < Number(KILLS)) {
      // Every third thread has a follow-up.
      const one = blogs % 3 === 0 ? await followed(network) : blog(network);
      host.state.forgetful = true;
      for (;;) {
        let client;
        start = Date.now();
        const ended = post(one, network, { started: (child) => { client = child; } });
        const timer = setTimeout(() => client.kill('SIGKILL'), 1.2 * Math.random() * length);
        const done = await ended;
        clearTimeout(timer);
        await thread(one, network);
        if (done.code === 0) {
          length = Date.now() - start;
          break;
        }
        kills += 1;
        length *= 1.1; // until one ends: the first run of a thread takes longer than the last
      }
      threads += 1;
      host.state.forgetful = false;
      await whole(one, network);
    }
    context.diagnostic(`${kills} kills, ${threads} threads, each whole and there once`);
  });
}

test('what waits for its time is not posted', async () => {
  const one = blog('mastodon', (text) => text.replace('+++\nimages', '+++\nschedule = "2999-01-01T09:00:00Z"\nimages'));
  const done = await post(one, 'mastodon');
  assert.match(done.out, /waits until 2999/);
  assert.equal((await thread(one, 'mastodon')).length, 0);
});

test('the action posts what is approved, commits the addresses and pushes', async () => {
  const one = blog('mastodon');
  const git = (...words) => {
    const done = spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@notes.example', ...words], { cwd: one.root, encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
    return done.stdout.trim();
  };
  git('init', '--quiet', '-b', 'main');
  git('add', '-A');
  git('commit', '--quiet', '-m', 'approved');
  git('init', '--quiet', '--bare', `${one.root}/remote.git`);
  git('remote', 'add', 'origin', `${one.root}/remote.git`);
  git('push', '--quiet', '-u', 'origin', 'main');
  const env = {
    PATH: process.env.PATH, HOME: one.root, AFTERWORD, ROOT: one.root, NETWORKS: 'mastodon',
    MASTODON_URL: host.url, MASTODON_TOKEN: TOKEN, GIT_CONFIG_NOSYSTEM: '1',
  };
  const child = spawn(path.join(ROOM, 'action-post', 'post'), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { out += text; });
  assert.equal(await new Promise((ended) => child.on('close', ended)), 0, out);
  await whole(one, 'mastodon');
  assert.equal(git('rev-parse', 'main'), git('rev-parse', 'origin/main'));
  assert.match(git('log', '-1', '--format=%s%n%an', 'origin/main'), /^drafts: posted\ngithub-actions\[bot\]$/);
  assert.match(git('show', `origin/main:drafts/${POST}/mastodon.txt`), /posted_urls = /);
});

test('other networks: the text and the page to post it on', async () => {
  const one = blog('x');
  const done = await post(one, 'x', { words: ['--yes'] });
  assert.equal(done.code, 0, done.out);
  assert.match(done.out, /post it at https:\/\/x\.com\/intent\/post\?text=PyCascades/);
});

test('other networks: a follow-up, and what it answers', async () => {
  const one = blog('x');
  run(one.root, 'draft', 'posted', `drafts/${POST}/x.txt`, 'https://x.com/notes/status/123');
  const source = path.join(one.root, 'posts', `${POST}.md`);
  writeFileSync(source, `${readFileSync(source, 'utf8')}\n[Videos](https://videos.example/playlist/1)\n`);
  run(one.root, 'build');
  run(one.root, 'draft', 'approve', `drafts/${POST}/followup-1`);
  const done = await post(one, 'x', { words: ['--yes'] });
  assert.match(done.out, /in_reply_to=123, as an answer to https:\/\/x\.com\/notes\/status\/123/);
});

test('record keys are valid TIDs, and follow from the draft', () => {
  const keys = new Set();
  for (let index = 0; index < 500; index += 1) {
    const one = key('did:plc:a', { link: 'https://a.example/', post: 'a' }, index);
    assert.match(one, /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
    keys.add(one);
  }
  assert.equal(keys.size, 500);
  assert.equal(key('a', { post: 'b' }, 0), key('a', { post: 'b' }, 0));
  assert.notEqual(key('a', { post: 'b' }, 0), key('c', { post: 'b' }, 0));
  assert.notEqual(key('a', { post: 'b' }, 0), key('a', { post: 'b', followup: 1 }, 0));
});
