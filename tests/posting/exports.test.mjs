// crosspost and mdsend take what is exported for them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Client } from '@humanwhocodes/crosspost';

const { AFTERWORD, EXPORTS, MDSEND } = process.env;

function approved() {
  const root = mkdtempSync(path.join(tmpdir(), 'afterword-exports.'));
  cpSync(EXPORTS, root, { recursive: true });
  run(root, AFTERWORD, 'build');
  run(root, AFTERWORD, 'draft', 'approve', 'drafts');
  return root;
}

function run(root, program, ...words) {
  const done = spawnSync(program, words, { cwd: root, encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

test('crosspost posts each draft to its network', async () => {
  const root = approved();
  const sent = [];
  const strategies = ['twitter', 'mastodon', 'bluesky', 'linkedin'].map((id) => ({
    id, name: id, post: async (message, options) => { sent.push([id, message, options.images]); } }));
  const client = new Client({ strategies });
  for (const line of run(root, AFTERWORD, 'draft', 'export', '--to', 'crosspost').trim().split('\n')) {
    const responses = await client.postTo(JSON.parse(line));
    assert.ok(responses.every((response) => response.ok));
  }
  assert.deepEqual(sent.map(([id]) => id).sort(), ['bluesky', 'linkedin', 'mastodon', 'twitter']);
  assert.ok(sent.every(([, message]) => message.startsWith('PyCascades 2020') && message.includes('https://')));
});

test('mdsend takes a draft as it is', { skip: !MDSEND && 'mdsend is not installed' }, () => {
  const root = approved();
  for (const network of ['bluesky', 'mastodon', 'linkedin']) {
    const text = run(root, AFTERWORD, 'draft', 'export', '--to', 'mdsend', '--network', network);
    const folder = path.join(root, 'mdsend', 'posts', `2026-03-01_09-00_${network}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'post.md'), text);
  }
  const shown = run(path.join(root, 'mdsend'), MDSEND);
  for (const network of ['bluesky', 'mastodon', 'linkedin']) {
    const draft = readFileSync(path.join(root, `drafts/2026-03-01-first/${network}.txt`), 'utf8').split('+++\n')[2].trim();
    assert.ok(shown.includes(`[${network}] chunk 1/1: ${[...draft].length} chars`), shown);
  }
});
