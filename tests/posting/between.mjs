// Stands between afterword-post and a server, and interferes with the request of a number.
import http from 'node:http';

/** `fault(number)` says what happens to a request: 'before' and 'after' it was done (the client is killed),
 *  'cut' (it was done, and the connection breaks), or nothing. */
export async function between(target, fault, kill) {
  let number = 0;
  const server = http.createServer(async (request, response) => {
    number += 1;
    const what = fault(number);
    const parts = [];
    for await (const part of request) parts.push(part);
    if (what === 'before') {
      kill();
      return response.destroy();
    }
    const url = new URL(request.url, target);
    const sent = http.request(url, { method: request.method, headers: { ...request.headers, host: url.host } }, async (answer) => {
      const bytes = [];
      for await (const part of answer) bytes.push(part);
      if (what === 'after') kill();
      if (what) return response.destroy();
      response.writeHead(answer.statusCode, answer.headers);
      response.end(Buffer.concat(bytes));
    });
    sent.on('error', () => response.destroy());
    sent.end(Buffer.concat(parts));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${server.address().port}`, count: () => number, close: () => { server.closeAllConnections(); server.close(); } };
}
