#!/usr/bin/env node
// afterword-post: posts approved drafts whose time has come, each at most once.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { afterword, Failed, records } from './afterword.mjs';
import { Bluesky } from './bluesky.mjs';
import { Mastodon } from './mastodon.mjs';
import { compose } from './by-hand.mjs';

const USAGE = `Usage: afterword-post [OPTIONS] [DRAFT...]

Posts the approved drafts whose schedule has come. Without --yes it only shows what it would post, unless a
terminal is there to ask.

Options:
  --network NAME  bluesky, mastodon, x, linkedin or threads; may be given again. Without it: those whose
                  credentials are set
  --root DIR      the folder of afterword.toml
  --dry-run       only show what would be posted
  --yes           post without asking
  --help          print this

Environment:
  BLUESKY_HANDLE, BLUESKY_APP_PASSWORD, BLUESKY_SERVICE (https://bsky.social)
  MASTODON_URL, MASTODON_TOKEN
  AFTERWORD       the program; afterword on the PATH where it is not set`;

const POSTERS = { bluesky: Bluesky, mastodon: Mastodon };
const BY_HAND = ['x', 'linkedin', 'threads'];

// What no message may hold, whatever a library or a server puts into it, and in which form.
const SECRETS = [process.env.BLUESKY_APP_PASSWORD, process.env.MASTODON_TOKEN].filter((secret) => secret?.length > 3)
  .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), Buffer.from(secret).toString('base64')])
  .sort((a, b) => b.length - a.length);
const hidden = (text) => SECRETS.reduce((text, secret) => text.replaceAll(secret, '***'), String(text));
const say = (text) => console.log(hidden(text));
const complain = (text) => console.error(hidden(`afterword-post: ${text}`));

/** Why something failed, with the causes below it: a library says "fetch failed" of every broken connection. */
function reason(error) {
  const words = [];
  for (let at = error; at && words.length < 4; at = at.cause) words.push(at.message || at.code);
  const why = [...new Set(words.filter(Boolean))].join(': ');
  const status = error.statusCode ?? error.status;
  if (status >= 400) return `${why} (HTTP ${status})`;
  // A library's own mistake: it reads an answer that the API does not have.
  return error instanceof TypeError && !error.cause && !error.code ? `the server's answer cannot be read (${why})` : why;
}

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      network: { type: 'string', multiple: true },
      root: { type: 'string', default: '.' },
      'dry-run': { type: 'boolean' },
      yes: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  // The program runs in the project's folder; what is named here is named from this one.
  return { ...values, drafts: positionals.map((draft) => path.resolve(draft)) };
}

function networks(named) {
  const known = [...Object.keys(POSTERS), ...BY_HAND];
  const unknown = named?.find((name) => !known.includes(name));
  if (unknown) throw new Failed(`${unknown} is not a network; write one of ${known.join(', ')}`);
  const found = named ?? Object.keys(POSTERS).filter((name) => POSTERS[name].hasCredentials(process.env));
  if (found.length === 0) throw new Failed('no credentials are set, and no --network is given; see --help');
  return found;
}

/** The drafts of a network that are to be posted now, and how many wait for their time. */
function due(root, network, drafts) {
  const all = records(afterword(root, ['draft', 'export', '--to', network, ...drafts]));
  const isDue = (draft) => !draft.schedule || Date.parse(draft.schedule) <= Date.now();
  for (const draft of all.filter((draft) => !isDue(draft))) say(`${draft.draft}: waits until ${draft.schedule}`);
  return all.filter(isDue);
}

async function agreed(count) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Post ${count === 1 ? 'this draft' : `these ${count} drafts`}? [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function run() {
  const asked = options();
  if (asked.help) return say(USAGE);
  const chosen = networks(asked.network);
  const work = chosen.filter((name) => name in POSTERS).flatMap((name) =>
    due(asked.root, name, asked.drafts).map((draft) => ({ name, draft })));
  for (const { name, draft } of work) {
    say(`── ${name} · ${draft.draft}${draft.reply_to ? `, as an answer to ${draft.reply_to}` : ''}`);
    POSTERS[name].texts(draft).forEach((text) => say(`${text}\n`));
  }
  const byHand = chosen.filter((name) => BY_HAND.includes(name));
  if (byHand.length > 0) showByHand(asked, byHand);
  if (work.length === 0) return say('nothing is to be posted now');
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (asked['dry-run'] || (!asked.yes && !isTerminal)) return say('nothing was posted; --yes posts it');
  if (!asked.yes && !(await agreed(work.length))) return say('nothing was posted');
  const opened = {};
  for (const { name, draft } of work) {
    try {
      opened[name] ??= await POSTERS[name].open(process.env, asked.root);
      const urls = await opened[name].post(draft);
      // All at once: a draft of which one address is known is posted, and would not be looked at again.
      afterword(asked.root, ['draft', 'posted', draft.draft, ...urls]);
      say(`${draft.draft}: posted at ${urls[0]}`);
    } catch (error) {
      complain(`${draft.draft}: ${reason(error)}; run this again to go on where it stopped`);
      process.exitCode = 1;
    }
  }
}

/** Shows the approved drafts of networks that take no posts from here, and opens their pages. */
function showByHand(asked, byHand) {
  const all = records(afterword(asked.root, ['draft', '--format', 'json']));
  const isNamed = (file) => asked.drafts.length === 0
    || asked.drafts.some((name) => file === name || file.startsWith(name + path.sep));
  const wanted = all.filter((draft) => byHand.includes(draft.network) && draft.status === 'approved'
    && isNamed(path.resolve(asked.root, draft.post)));
  for (const draft of wanted) {
    say(`── ${draft.network} · ${draft.post}`);
    draft.posts.forEach((post) => say(`${post.text}\n`));
    const page = compose(draft.network, draft.posts[0].text, draft.reply_to);
    say(`post it at ${page}${draft.reply_to ? `, as an answer to ${draft.reply_to}` : ''}`);
    say(`then: afterword draft posted ${draft.post} URL\n`);
    if (!asked['dry-run'] && process.stdout.isTTY) browse(page);
  }
}

function browse(page) {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  spawn(opener, [page], { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
}

// Node would print the whole error, with the requests that libraries keep in it.
process.on('uncaughtException', (error) => {
  complain(reason(error));
  process.exit(2);
});
await run();
