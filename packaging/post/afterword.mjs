// The program afterword: what is to be posted comes from it, and what was posted goes back to it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Something went wrong that the message explains. */
export class Failed extends Error {}

/** What makes a post unlike all others: account, page, post, its number, and that of a follow-up. */
export const seed = (account, draft, index) =>
  ['afterword', account, draft.link ?? '', draft.post, index, ...(draft.followup ? [draft.followup] : [])].join('\n');

/** What the program prints; its findings go to our standard error. */
export function afterword(root, words) {
  const named = process.env.AFTERWORD || 'afterword';
  const program = named.includes(path.sep) ? path.resolve(named) : named;
  const done = spawnSync(program, words, {
    cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (done.error) throw new Failed(`${program} cannot be run: ${done.error.message}`);
  if (done.stderr) process.stderr.write(done.stderr);
  if (done.status !== 0) throw new Failed(`\`afterword ${words.join(' ')}\` failed`);
  return done.stdout;
}

/** The address of a server, which holds no password. */
export function server(name, address) {
  const { protocol, username, password } = URL.canParse(address) ? new URL(address) : {};
  if (!/^https?:$/.test(protocol) || username || password) {
    throw new Failed(`${name} must be a server's address, such as https://your.server`);
  }
  return address;
}

/** The objects of a text with one on a line. */
export const records = (text) => text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
