// serve [PORT]: a PDS on loopback with one account, to post to until it is ended.
import { pds, PASSWORD } from './pds.mjs';

const { service } = await pds(Number(process.argv[2] ?? 2583));
console.log(`BLUESKY_SERVICE=${service} BLUESKY_HANDLE=author.test BLUESKY_APP_PASSWORD=${PASSWORD}`);
