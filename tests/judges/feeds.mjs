// Judges feeds by programs that others wrote: feedsmith for RSS and Atom, jsonfeed-schema with ajv
// (and feedsmith) for JSON Feed.
//
//     node feeds.mjs FILE...
//
// Prints one line an offence, `FILE: JUDGE: what is wrong`, and a closing line. Exit 1 where there
// is an offence or nothing to judge.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const schema = createRequire(import.meta.url)('jsonfeed-schema');
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const fitsSchema = ajv.compile(schema);

let offences = 0;
let entries = 0;
const files = process.argv.slice(2);
for (const file of files) {
  const say = (judge, message) => { offences += 1; console.log(`${file}: ${judge}: ${message}`); };
  const text = readFileSync(file, 'utf8');
  try {
    entries += file.endsWith('.json') ? judgeJson(text, say) : judgeXml(text, say);
  } catch (error) {
    say('feedsmith', String(error.message).split('\n')[0]);
  }
}
console.log(`${files.length} feeds, ${entries} entries, ${offences} offences by feedsmith, jsonfeed-schema`);
process.exit(offences || !files.length ? 1 : 0);

function judgeJson(text, say) {
  let feed;
  try { feed = JSON.parse(text); } catch (error) { say('json', error.message); return 0; }
  if (!fitsSchema(feed))
    for (const { instancePath, message, params } of fitsSchema.errors)
      say('jsonfeed-schema', `${instancePath || '/'} ${message} ${JSON.stringify(params)}`);
  if (feed.version !== 'https://jsonfeed.org/version/1.1') say('jsonfeed-schema', `version ${feed.version}`);
  const read = parseJsonFeed(text);
  if ((read.items ?? []).length !== (feed.items ?? []).length)
    say('feedsmith', `sees ${read.items?.length ?? 0} of ${feed.items?.length} items`);
  return feed.items?.length ?? 0;
}

function judgeXml(text, say) {
  const atom = !/<rss[\s>]/.test(text);
  const feed = atom ? parseAtomFeed(text) : parseRssFeed(text);
  const items = (atom ? feed.entries : feed.items) ?? [];
  const written = text.match(atom ? /<entry[\s>]/g : /<item[\s>]/g)?.length ?? 0;
  if (items.length !== written) say('feedsmith', `sees ${items.length} of ${written} entries`);
  if (!feed.title) say('feedsmith', 'the feed has no title');
  const self = (atom ? feed.links : feed.atom?.links)?.find(link => link.rel === 'self');
  if (!/^https?:\/\//.test(self?.href ?? '')) say('feedsmith', 'the feed has no rel="self" link with an absolute address');
  for (const [n, item] of items.entries()) {
    const where = `entry ${n + 1}`;
    if (!title(item)) say('feedsmith', `${where} has no title`);
    if (!(atom ? item.id : item.guid?.value)) say('feedsmith', `${where} has no id`);
    const date = atom ? item.updated : item.pubDate;
    if (Number.isNaN(Date.parse(date))) say('feedsmith', `${where} has the date ${date}`);
    if (!(atom ? item.content ?? item.summary : item.content?.encoded ?? item.description)) say('feedsmith', `${where} is empty`);
  }
  return items.length;
}

// feedsmith gives a text construct as a string or, from version 3 on, as an object.
function title(item) { return typeof item.title === 'object' ? item.title?.value : item.title; }
