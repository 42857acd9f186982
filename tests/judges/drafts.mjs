// Judges social-post drafts by the networks' own libraries: twitter-text for X (and for what
// Mastodon and Threads call a URL), @atproto/api for Bluesky.
//
//     node drafts.mjs [--posts DIR] [OPTION] FILE.txt...     drafts as they lie in drafts/KEY/
//     afterword draft --format json POST... | node drafts.mjs [--inspect FILE.jsonl] -
//
// --posts is the folder of the posts: what stands there word for word is no flaw of the draft.
// --inspect takes what `afterword inspect --format json POST...` printed: then every one of its posts
// must have a draft for each network, and every session (the first eight) must be named in each.
// --without-flaws leaves out the search for markup and the like, for posts that are about such things;
// --alt-may-miss takes images as their authors left them.
// Prints one line an offence, `DRAFT post N: JUDGE: what is wrong`, and a closing line. Exit 1
// where there is an offence or nothing to judge.
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import twitterText from 'twitter-text';
import { RichText, UnicodeString } from '@atproto/api';
import { parse as parseToml } from 'smol-toml';

const twitter = twitterText.default ?? twitterText;
const graphemesOf = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = text => [...graphemesOf.segment(text)].map(part => part.segment);
const utf8 = text => Buffer.byteLength(text, 'utf8');
const NETWORKS = ['mastodon', 'bluesky', 'x', 'linkedin', 'threads'];

// Each network's count of a post, as its own code or its own page has it.
const COUNT = {
  // twitter-text's configuration v3: weighted characters, URLs 23.
  x(text) {
    const { weightedLength, valid } = twitter.parseTweet(text.normalize('NFC'));
    return { count: weightedLength, limit: 280, fits: valid };
  },
  // StatusLengthValidator: graphemes, a URL with its scheme is 23, @user@host is @user, the warning counts.
  mastodon(text, warning) {
    let rest = text;
    for (const { indices } of twitter.extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false }).reverse())
      rest = rest.slice(0, indices[0]) + 'u'.repeat(23) + rest.slice(indices[1]);
    rest = rest.replace(/(^|[^\p{L}\p{N}_/=])@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)@[\p{L}\p{N}._-]*[\p{L}\p{N}_]/giu, '$1@$2');
    const count = graphemes(rest).length + graphemes(warning ?? '').length;
    return { count, limit: 500, fits: count <= 500 };
  },
  // The lexicon app.bsky.feed.post: maxGraphemes 300, maxLength 3000 bytes.
  bluesky(text) {
    const { graphemeLength, length } = new UnicodeString(text);
    return { count: graphemeLength, limit: 300, fits: graphemeLength <= 300 && length <= 3000 };
  },
  // "500 characters; emojis are counted as the number of UTF-8 bytes"; at most five links.
  threads(text) {
    const emoji = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}{2}/u;
    const count = graphemes(text).reduce((sum, part) => sum + (emoji.test(part) ? utf8(part) : part.length), 0);
    return { count, limit: 500, fits: count <= 500 && new Set(twitter.extractUrls(text)).size <= 5 };
  },
  linkedin(text) { return { count: text.length, limit: 3000, fits: text.length <= 3000 }; },
};

// What nobody would post. 
const FLAWS = [
  ['markup is left over', /\]\(|\*\*|(?<!\w)__\w|^#{1,6} |<\/?[a-z][^<>]*>|&(?:amp|lt|gt|quot|nbsp|#x?[0-9a-f]+);|\{\{|\{%|\[\^/mi],
  ['a placeholder is left over', /\b(?:undefined|NaN|TODO|FIXME)\b|^(?:None|null)\s*$|\[object |\{[a-z_]+\}/m],
  ['an empty bracket or quote', /\(\s*\)|\[\s*\]|“\s*”|« ?»|""/],
  ['a URL is cut', /https?:\/\/[^\s]*…|https?:\/\/(?:\s|$)/],
  ['two spaces, or a space before a stop', /\S {2,}\S|\S [,.;:!?](?:\s|$)/],
  ['it ends in the middle', /(?:\s(?:and|or|the|an?|of|to|with|by|in|for|at|y|e|de|la|el|et|le|und|der|die)|[,;:(“–—-])\s*(?:\(\d+\/\d+\))?$/i],
  ['it says a stop twice', /[^.]\.\.(?!\.)|[,;:]{2}(?=\s|$)|[,;:]\.(?=\s|$)|!\.(?=\s|$)|\?\.(?=\s|$)/],
  ['a control character', /[\u0000-\u0009\u000B-\u001F\u007F\uFFFD\u200B]/],
];
// French sets a space before : ; ! ? and ».
const frenchStop = (draft, found) => /^fr\b/i.test(draft.lang ?? '') && /^\S [:;!?](?:\s|$)/.test(found);
// What the author wrote so is no flaw: markup in code or behind a backslash, anything else anywhere.
function written(draft, what, text, found) {
  const source = sourceOf(draft.post);
  const bare = words => words.replace(/\]\([^)]*\)|[`*_[\]]/g, '');
  if (what !== FLAWS[0][0]) return bare(source).includes(bare(text.slice(Math.max(0, found.index - 4), found.index + found[0].length)).trim());
  return [...source.matchAll(/`+([^`]+)`+/g)].some(code => code[1].includes(found[0].trim()))
    || source.split('\n').some(line => /\\[*_#<>[\]]/.test(line) && line.replace(/\\(?=[*_#<>[\]])/g, '').includes(found[0].trim()));
}
// The post of a draft: a path as `draft --format json` gives it, or a draft's folder with --posts.
function sourceOf(post) {
  const key = post.replace(/^.*?drafts\//, '');
  const names = ['md', 'markdown', 'mdx'].flatMap(end => [`${key}.${end}`, `${key}/index.${end}`]);
  for (const path of postsFolder ? names.map(name => `${postsFolder}/${name}`) : [post])
    try { return readFileSync(path, 'utf8'); } catch { /* the next */ }
  return '';
}

function* drafts(files) {
  for (const file of files) {
    const text = readFileSync(file === '-' ? 0 : file, 'utf8');
    if (!file.endsWith('.txt')) { for (const line of text.split('\n')) if (line.trim()) yield JSON.parse(line); continue; }
    const [, header, body] = /^\+\+\+\n([\s\S]*?)^\+\+\+\n([\s\S]*)$/m.exec(text) ?? [];
    const network = basename(file).split('.')[0];
    if (body === undefined) { yield { post: dirname(file), network, broken: 'no header between two +++ lines' }; continue; }
    let head;
    try { head = parseToml(header); } catch (error) { yield { post: dirname(file), network, broken: error.message.split('\n')[0] }; continue; }
    const posts = body.replace(/\n$/, '').split(/^--- next post ---$/m)
      .map(post => ({ text: post.replace(/^\n+|\n+$/g, '').replace(/^\\(?=\\*--- next post ---$)/gm, '') }));
    yield { post: dirname(file), network, status: head.status, lang: head.lang, cw: head.cw, link: head.link, images: head.images, posts };
  }
}

const args = process.argv.slice(2);
const option = name => args.includes(name) && Boolean(args.splice(args.indexOf(name), 1));
const withoutFlaws = option('--without-flaws');
const altMayMiss = option('--alt-may-miss');
const postsFolder = args[0] === '--posts' ? args.splice(0, 2)[1] : null;
const inspected = args[0] === '--inspect'
  ? readFileSync(args.splice(0, 2)[1], 'utf8').split('\n').filter(line => line.trim()).map(line => JSON.parse(line)) : null;
const understood = new Map(inspected?.map(post => [post.file, post]));
const fold = text => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

let offences = 0, drafted = 0, posted = 0, sessions = 0;
const networks = new Map();
for (const draft of drafts(args)) {
  drafted += 1;
  const say = (n, judge, message) => { offences += 1; console.log(`${draft.post} ${draft.network} post ${n}: ${judge}: ${message}`); };
  if (draft.broken) { say(0, 'header', draft.broken); continue; }
  if (!NETWORKS.includes(draft.network)) { say(0, 'header', 'unknown network'); continue; }
  if (!['draft', 'approved', 'posted'].includes(draft.status)) say(0, 'header', `status ${JSON.stringify(draft.status)}`);
  if (inspected && !understood.has(draft.post)) say(0, 'inspect', 'knows nothing of this post');
  networks.set(draft.post, (networks.get(draft.post) ?? new Set()).add(draft.network));
  if (!altMayMiss) for (const image of draft.images ?? []) if (!image.alt?.trim()) say(0, 'header', `image ${image.path} has no alt text`);
  if (!draft.posts?.length) { say(0, 'flaws', 'there is no post in it'); continue; }
  const whole = fold(draft.posts.map(post => post.text).join(' '));
  for (const { speakers = [], title } of (understood.get(draft.post)?.sessions ?? []).slice(0, 8)) {
    sessions += 1;
    if (![...(speakers.length ? speakers : [title])].filter(Boolean).some(name => whole.includes(fold(name))))
      say(0, 'inspect', `does not name ${speakers.join(', ') || title}`);
  }
  for (const [index, post] of draft.posts.entries()) { posted += 1; judgePost(draft, post, index + 1, say); }
}
for (const post of understood.keys()) for (const network of NETWORKS)
  if (!networks.get(post)?.has(network)) { offences += 1; console.log(`${post} ${network}: inspect: has no draft`); }

function judgePost(draft, { text, count: ours, limit: claimed }, n, say) {
  const { network } = draft;
  const { count, limit, fits } = COUNT[network](text, draft.cw);
  if (!fits) say(n, network, `${count} of ${limit}`);
  if (ours !== undefined && ours < count) say(n, network, `counted as ${ours}, it is ${count}`);
  if (claimed !== undefined && claimed > limit) say(n, network, `the limit is ${limit}, not ${claimed}`);
  if (!text.trim()) say(n, 'flaws', 'empty');
  if (network === 'x' && /^\.?@/.test(text)) say(n, 'x', 'starts with a mention and is hidden from most followers');
  // What looks like a URL or a tag must be one to the network, whole.
  const urls = new Set(twitter.extractUrls(text, { extractUrlsWithoutProtocol: false }));
  for (const [url] of text.matchAll(/https?:\/\/[^\s]+/g)) // a reserved top-level domain is a link nowhere
    if (!/^https?:\/\/[^/]*\.(?:example|test|invalid|localhost)\b/.test(url) && ![...urls].some(found => url.startsWith(found) && /^[)\]}»”".,;:!?…]*$/.test(url.slice(found.length)))) say(n, network, `${url} is no link to the network`);
  const tags = network === 'bluesky' ? blueskyTags(text) : twitter.extractHashtags(text);
  for (const [, tag] of text.replace(/https?:\/\/\S+/g, '').matchAll(/(?<=^|\s)#([\p{L}\p{N}_]+)/gu))
    if (/\p{L}/u.test(tag) && !tags.some(known => known === tag || known.startsWith(`${tag}-`) || known.startsWith(`${tag}/`))) say(n, network, `#${tag} is no tag to the network`);
  const added = tags.filter(tag => !sourceOf(draft.post).includes(`#${tag}`));
  if (network === 'threads' && added.length > 1) say(n, 'threads', `${added.length} tags where one topic is allowed`);
  if (withoutFlaws) return;
  const marks = mark => text.split(mark).length - 1;
  // Swedish writes ”so”; German, Polish and Czech „so”.
  const paired = marks('„') || (marks('“') ? marks('“') === marks('”') : marks('”') % 2 === 0);
  if (marks('"') % 2 || !paired)
    say(n, 'flaws', `a quote is opened and not closed: ${JSON.stringify(text.slice(0, 60))}`);
  for (const [what, shape] of FLAWS) {
    const found = shape.exec(text);
    if (found && !frenchStop(draft, found[0]) && !written(draft, what, text, found))
      say(n, 'flaws', `${what}: ${JSON.stringify(text.slice(Math.max(0, found.index - 25), found.index + 25))}`);
  }
}

function blueskyTags(text) {
  const rich = new RichText({ text });
  rich.detectFacetsWithoutResolution();
  return (rich.facets ?? []).flatMap(facet => facet.features).filter(feature => feature.tag).map(feature => feature.tag);
}

if (inspected) console.log(`${sessions} sessions to name`);
console.log(`${drafted} drafts, ${posted} posts, ${offences} offences by twitter-text, @atproto/api`);
process.exit(offences || !drafted ? 1 : 0);
