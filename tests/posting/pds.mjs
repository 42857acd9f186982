// A Personal Data Server on loopback with one account, and a stand-in for the directory of DIDs beside it.
import { mkdtempSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

export async function directory() {
  const { opToData, normalizeOp } = await import('@did-plc/lib').then((lib) => ({
    opToData: (did, op) => ({ did, ...lib.normalizeOp(op) }), normalizeOp: lib.normalizeOp }));
  const known = new Map();
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const [did, rest] = decodeURIComponent(request.url.slice(1)).split('/');
    const answer = (status, value) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    if (request.method === 'POST') {
      known.set(did, normalizeOp(JSON.parse(body)));
      return answer(200, {});
    }
    const op = known.get(did);
    if (!op) return answer(404, { message: 'not known' });
    if (rest === 'data') return answer(200, opToData(did, op));
    if (rest === 'log/last') return answer(200, op);
    return answer(200, {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: did,
      alsoKnownAs: op.alsoKnownAs,
      verificationMethod: Object.entries(op.verificationMethods).map(([name, key]) => ({
        id: `${did}#${name}`, type: 'Multikey', controller: did, publicKeyMultibase: key.replace('did:key:', '') })),
      service: Object.entries(op.services).map(([name, { type, endpoint }]) => ({
        id: `#${name}`, type, serviceEndpoint: endpoint })),
    });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

export const PASSWORD = 'a-password-of-the-test';

export async function pds(wanted) {
  const plc = await directory();
  const { PDS, envToCfg, envToSecrets } = await import('@atproto/pds');
  const data = mkdtempSync(path.join(tmpdir(), 'afterword-pds.'));
  const port = wanted ?? await free();
  const env = {
    devMode: true, port, hostname: 'localhost', dataDirectory: data, blobstoreDiskLocation: path.join(data, 'blobs'),
    didPlcUrl: `http://127.0.0.1:${plc.address().port}`, serviceHandleDomains: ['.test'], inviteRequired: false,
    jwtSecret: 'a secret of this test', adminPassword: 'another', rateLimitsEnabled: false,
    plcRotationKeyK256PrivateKeyHex: '4f'.repeat(32), bskyAppViewUrl: undefined, crawlers: [],
    trustedOAuthClients: [], hcaptchaSiteKey: undefined, logEnabled: false, handleBackupNameservers: [],
  };
  const server = await PDS.create(envToCfg(env), envToSecrets(env));
  await server.start();
  const service = `http://localhost:${port}`;
  const { AtpAgent } = await import('@atproto/api');
  const agent = new AtpAgent({ service });
  await agent.createAccount({ email: 'author@notes.test', handle: 'author.test', password: PASSWORD });
  return {
    service, agent,
    async threads() {
      const all = [];
      for (let cursor; ;) {
        const { data } = await agent.com.atproto.repo.listRecords({ repo: agent.did, collection: 'app.bsky.feed.post', limit: 100, cursor });
        all.push(...data.records);
        cursor = data.cursor;
        if (!cursor) return all;
      }
    },
    async close() {
      await server.destroy();
      plc.close();
    },
  };
}

const free = () => new Promise((found) => {
  const server = http.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});
