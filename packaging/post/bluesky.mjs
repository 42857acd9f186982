// Bluesky: each post of a thread has a record key that follows from its draft, so a post that is there
// already is found, and none can be written twice.
import { createHash } from 'node:crypto';
import { AtpAgent } from '@atproto/api';
import { Failed, seed, server } from './afterword.mjs';
import { images } from './media.mjs';

const COLLECTION = 'app.bsky.feed.post';
const TIMEOUT = 60_000;
const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';
// Keys say a time (https://atproto.com/specs/tid); ours lie in the ten years before this one, where the hash puts them.
const LATEST = Date.UTC(2025, 0, 1) * 1000;
const YEARS = 10n * 365n * 86_400n * 1_000_000n;

/** The key of a post: a valid TID that depends on the account, the draft and the post's number alone. */
export function key(account, draft, index) {
  const hash = createHash('sha256').update(seed(account, draft, index)).digest();
  const time = BigInt(LATEST) - (hash.readBigUInt64BE(0) % YEARS);
  let number = (time << 10n) | BigInt(hash.readUInt16BE(8) & 0x3ff);
  let text = '';
  for (let digit = 0; digit < 13; digit += 1) {
    text = DIGITS[Number(number & 31n)] + text;
    number >>= 5n;
  }
  return text;
}

export class Bluesky {
  static hasCredentials = (env) => Boolean(env.BLUESKY_HANDLE && env.BLUESKY_APP_PASSWORD);

  static texts = (draft) => draft.records.map((record) => record.text);

  static async open(env, root) {
    if (!Bluesky.hasCredentials(env)) throw new Failed('BLUESKY_HANDLE and BLUESKY_APP_PASSWORD are not set');
    const timed = (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT) });
    const agent = new AtpAgent({ service: server('BLUESKY_SERVICE', env.BLUESKY_SERVICE || 'https://bsky.social'), fetch: timed });
    await agent.login({ identifier: env.BLUESKY_HANDLE, password: env.BLUESKY_APP_PASSWORD });
    return new Bluesky(agent, root);
  }

  constructor(agent, root) {
    this.agent = agent;
    this.root = root;
  }

  /** Posts what of a thread is not there yet; gives the addresses of its posts. */
  async post(draft) {
    const media = images(this.root, draft.media, 'alt');
    const answered = draft.reply_to && await this.answered(draft.reply_to);
    const there = [];
    for (const [index, record] of draft.records.entries()) {
      const rkey = key(this.agent.did, draft, index);
      let found = await this.find(rkey);
      if (!found) {
        const parent = there[index - 1]?.ref ?? answered?.ref;
        const reply = parent ? { reply: { root: answered?.root ?? there[0].ref, parent } } : {};
        const embed = index === 0 && media.length > 0 ? { embed: await this.gallery(media) } : {};
        found = await this.write(rkey, { ...record, ...embed, ...reply, createdAt: new Date().toISOString() });
      }
      if (found.text !== record.text) throw new Failed(`post ${index + 1} is on Bluesky with another text`);
      there.push(found);
    }
    return there.map(({ rkey }) => `https://bsky.app/profile/${this.agent.session.handle}/post/${rkey}`);
  }

  /** The post at an address, and the first one of its thread. */
  async answered(url) {
    const [, account, rkey] = /\/profile\/([^/]+)\/post\/([^/?#]+)/.exec(url)
      ?? /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/?#]+)$/.exec(url) ?? [];
    if (!rkey) throw new Failed(`\`reply_to\` is ${url}, which is not the address of a post on Bluesky`);
    // An account may have had another handle when it posted.
    const found = (await this.find(rkey)) ?? (await this.find(rkey, account));
    if (!found) throw new Failed(`the post that it answers, ${url}, is not on Bluesky`);
    return found;
  }

  async find(rkey, repo = this.agent.did) {
    try {
      const { data } = await this.agent.com.atproto.repo.getRecord({ repo, collection: COLLECTION, rkey });
      const ref = { uri: data.uri, cid: data.cid };
      return { rkey, text: data.value.text, ref, root: data.value.reply?.root ?? ref };
    } catch (error) {
      if (error.error === 'RecordNotFound') return undefined;
      throw error;
    }
  }

  /** Writes a record unless one has this key; whoever wrote it, the answer is what is there. */
  async write(rkey, record) {
    let failed;
    try {
      await this.agent.com.atproto.repo.putRecord({
        repo: this.agent.did, collection: COLLECTION, rkey, record, swapRecord: null,
      });
    } catch (error) {
      failed = error;
    }
    const found = await this.find(rkey);
    if (!found) throw failed ?? new Failed('Bluesky took a post and has none now');
    return found;
  }

  async gallery(media) {
    const shown = [];
    for (const { bytes, type, alt } of media) {
      const { data } = await this.agent.uploadBlob(bytes, { encoding: type });
      shown.push({ image: data.blob, alt });
    }
    return { $type: 'app.bsky.embed.images', images: shown };
  }
}
