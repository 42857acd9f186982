// A stand-in for a Mastodon server, since no registry has one: it enforces what the documented API says of
// statuses, media, replies and idempotency keys (https://docs.joinmastodon.org/methods/statuses/).
import http from 'node:http';

export const TOKEN = 'token-of-the-test';

export async function mastodon() {
  const state = { statuses: [], media: new Map(), keys: new Map(), forgetful: false };
  const server = http.createServer(async (request, response) => {
    const parts = [];
    try {
      for await (const part of request) parts.push(part);
    } catch {
      return; // the client was killed while it sent this
    }
    const body = Buffer.concat(parts);
    const url = new URL(request.url, 'http://127.0.0.1');
    const answer = (status, value, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(value));
    };
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return answer(401, { error: 'The access token is invalid' });
    const route = `${request.method} ${url.pathname}`;
    if (route === 'GET /api/v1/accounts/verify_credentials') return answer(200, { id: '1', username: 'author' });
    if (route === 'GET /api/v1/accounts/1/statuses') {
      const limit = Math.min(Number(url.searchParams.get('limit') ?? 20), 40);
      const below = url.searchParams.get('max_id') ?? Infinity;
      const page = state.statuses.filter((status) => Number(status.id) < below).reverse().slice(0, limit);
      const more = page.length === limit && `<http://${request.headers.host}${url.pathname}?limit=${limit}&max_id=${page.at(-1).id}>; rel="next"`;
      return answer(200, page.map(shown), more ? { link: more } : {});
    }
    const source = /^GET \/api\/v1\/statuses\/(\d+)\/source$/.exec(route);
    if (source) {
      const status = state.statuses.find((status) => status.id === source[1]);
      return status ? answer(200, { id: status.id, text: status.text, spoiler_text: status.warning }) : answer(404, { error: 'Record not found' });
    }
    const single = /^GET \/api\/v1\/statuses\/(\d+)$/.exec(route);
    if (single) {
      const status = state.statuses.find((status) => status.id === single[1]);
      return status ? answer(200, shown(status)) : answer(404, { error: 'Record not found' });
    }
    if (route === 'GET /api/v2/search') {
      const found = state.statuses.map(shown).filter((status) => status.url === url.searchParams.get('q'));
      return answer(200, { accounts: [], hashtags: [], statuses: found });
    }
    if (route === 'POST /api/v2/media') {
      if (!/multipart\/form-data/.test(request.headers['content-type'])) return answer(422, { error: 'File is missing' });
      const id = String(1000 + state.media.size);
      state.media.set(id, body.toString('latin1'));
      return answer(200, { id, type: 'image', url: 'http://127.0.0.1/media' });
    }
    const medium = /^GET \/api\/v1\/media\/(\d+)$/.exec(route);
    if (medium && state.media.has(medium[1])) return answer(200, { id: medium[1], type: 'image', url: 'http://127.0.0.1/media' });
    if (route !== 'POST /api/v1/statuses') return answer(404, { error: 'Record not found' });
    const key = request.headers['idempotency-key'];
    if (key && !state.forgetful && state.keys.has(key)) return answer(200, shown(state.keys.get(key)));
    const sent = JSON.parse(body.toString());
    const reply = sent.in_reply_to_id ?? null;
    if (reply && !state.statuses.some((status) => status.id === reply)) return answer(404, { error: 'The post you are trying to reply to does not appear to exist.' });
    const ids = sent.media_ids ?? [];
    if (!sent.status && ids.length === 0) return answer(422, { error: "Validation failed: Text can't be blank" });
    if (ids.length > 4 || !ids.every((id) => state.media.has(id))) return answer(422, { error: 'Validation failed: media' });
    const length = [...new Intl.Segmenter().segment((sent.status + (sent.spoiler_text ?? '')).replace(/https?:\/\/\S+/g, 'x'.repeat(23)))].length;
    if (length > 500) return answer(422, { error: 'Validation failed: Text character limit of 500 exceeded' });
    const status = { id: String(state.statuses.length + 1), text: sent.status, warning: sent.spoiler_text ?? '', reply, media: ids };
    state.statuses.push(status);
    if (key) state.keys.set(key, status);
    return answer(200, shown(status));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { state, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function shown({ id, text, reply, warning }) {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const linked = escaped.replace(/https?:\/\/\S+/g, (url) => `<a href="${url}"><span class="invisible">https://</span>${url.slice(8, 38)}</a>`)
    .replace(/@([\w.]+)@[\w.]+/g, '<span class="h-card"><a href="/@$1">@<span>$1</span></a></span>');
  const content = `<p>${linked.replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br />')}</p>`;
  return { id, content, in_reply_to_id: reply, spoiler_text: warning, url: `https://notes.social/@author/${id}` };
}
