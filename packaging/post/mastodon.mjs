// Mastodon: a status is sent with an Idempotency-Key that follows from its draft. Servers forget such keys
// after an hour, so the account's own statuses are looked through first.
import { createHash } from 'node:crypto';
import { createRestAPIClient } from 'masto';
import { Failed, seed, server } from './afterword.mjs';
import { images } from './media.mjs';

const TIMEOUT = 60_000;
/** How many of the account's newest statuses are looked through. */
const LOOKED_AT = 400;

export class Mastodon {
  static hasCredentials = (env) => Boolean(env.MASTODON_URL && env.MASTODON_TOKEN);

  static texts = (draft) => draft.statuses.map((status) => status.status);

  static async open(env, root) {
    if (!Mastodon.hasCredentials(env)) throw new Failed('MASTODON_URL and MASTODON_TOKEN are not set');
    const client = createRestAPIClient({ url: server('MASTODON_URL', env.MASTODON_URL), accessToken: env.MASTODON_TOKEN, timeout: TIMEOUT });
    const account = await client.v1.accounts.verifyCredentials();
    return new Mastodon(client, account, root);
  }

  constructor(client, account, root) {
    this.client = client;
    this.account = account;
    this.root = root;
  }

  /** Posts what of a thread is not there yet; gives the addresses of its posts. */
  async post(draft) {
    const media = images(this.root, draft.media ?? draft.statuses[0]?.media, 'description');
    const own = await this.newest();
    const answered = draft.reply_to ? await this.answered(draft.reply_to) : null;
    const there = [];
    for (const [index, status] of draft.statuses.entries()) {
      const before = there.at(-1)?.id ?? answered;
      const found = (await this.find(own, before, status)) ?? (await this.write(draft, index, status, before, media));
      there.push(found);
    }
    return there.map((status) => status.url);
  }

  /** The id of the status at an address: its last part, or what the server says of a status from elsewhere. */
  async answered(url) {
    const id = /\/(\d+)\/?$/.exec(url)?.[1];
    const status = id && await this.client.v1.statuses.$select(id).fetch().catch((error) => {
      if (error.statusCode === 404) return undefined;
      throw error;
    });
    if (status && [status.url, status.uri].includes(url)) return id;
    const { statuses } = await this.client.v2.search.list({ q: url, type: 'statuses', resolve: true, limit: 1 });
    if (!statuses[0]) throw new Failed(`the status that it answers, ${url}, is not known to this server`);
    return statuses[0].id;
  }

  /** The newest statuses of the account itself. */
  async newest() {
    const all = [];
    const pages = this.client.v1.accounts.$select(this.account.id).statuses.list({ excludeReblogs: true, limit: 40 });
    for await (const page of pages) {
      all.push(...page);
      if (page.length === 0 || all.length >= LOOKED_AT) break;
    }
    return all;
  }

  /** The status with this text that answers `before`, or nothing. Its source tells the text to the letter. */
  async find(own, before, { status: text, spoiler_text: warning = '' }) {
    for (const status of own.filter((status) => (status.inReplyToId ?? null) === before && resembles(status.content, text))) {
      const source = await this.client.v1.statuses.$select(status.id).source.fetch();
      if (source.text.trim() === text.trim() && source.spoilerText === warning) return status;
    }
    return undefined;
  }

  async write(draft, index, status, before, media) {
    const key = createHash('sha256').update(seed(this.account.id, draft, index)).digest('hex');
    const mediaIds = [];
    for (const { bytes, type, alt } of index === 0 ? media : []) {
      const sent = await this.client.v2.media.create({ file: new Blob([bytes], { type }), description: alt });
      mediaIds.push(sent.id);
    }
    const made = await this.client.v1.statuses.create({
      status: status.status,
      language: status.language,
      spoilerText: status.spoiler_text,
      inReplyToId: before ?? undefined,
      mediaIds: mediaIds.length > 0 ? mediaIds : undefined,
    }, { requestInit: { headers: { 'Idempotency-Key': key } } });
    // The key may have brought back what was sent before the draft was changed.
    if (!(await this.find([made], before, status))) throw new Failed(`post ${index + 1} is on Mastodon with another text`);
    return made;
  }
}

/** Whether a status's HTML may be this text: the words at its beginning that no server rewrites. */
function resembles(html, text) {
  const words = (text) => text.replace(/https?:\/\/\S+|[@#]\S+/g, ' ').match(/[\p{L}\p{N}]+/gu)?.slice(0, 5).join(' ') ?? '';
  const shown = html.replace(/<a\b[^>]*>.*?<\/a>/gs, ' ').replace(/<[^>]*>/g, ' ').replace(/&[a-z0-9#]+;/gi, ' ');
  const wanted = words(text.replace(/[&<>"']/g, ' '));
  return words(shown.replace(/[&<>"']/g, ' ')) === wanted;
}
