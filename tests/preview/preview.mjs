// Looks at previews in a real browser, as a person does: every post, every view, by mouse and keyboard.
//
//     node preview.mjs BINARY SHOTS PROJECT...
//
// Each PROJECT is a folder with afterword.toml. For each: nothing is loaded and nothing complains, every
// counter is compared with the networks' own libraries (drafts.mjs), axe-core finds nothing serious or critical
// in either theme, nothing is wider than the window at two widths, and the page without its pictures stays
// under 500 kB. The last project is served, too. Pictures of the first go to SHOTS. Exit 1 where something is wrong.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [binary, shots, ...projects] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const LARGEST = 500_000;
const WIDTHS = [1280, 390];
const work = mkdtempSync(join(tmpdir(), 'afterword-preview-'));
const wrong = [];
const say = (where, what) => { wrong.push(`${where}: ${what}`); };
let judgedCounters = 0, posts = 0, views = 0;

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'] });
try {
  for (const [index, project] of projects.entries()) await look(project, index === 0);
  await served(projects.at(-1));
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
for (const line of wrong) console.log(line);
console.log(`preview: ${projects.length} projects, ${posts} posts, ${views} views, ${judgedCounters} counters, ${wrong.length} wrong`);
process.exit(wrong.length || !judgedCounters ? 1 : 0);

async function open(url, where, width, colorScheme) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  page.on('console', message => { if (message.type() === 'error' || message.type() === 'warning') say(where, `console: ${message.text()}`); });
  page.on('pageerror', error => say(where, `script: ${error.message}`));
  page.on('request', request => { if (!/^(?:file|data|blob):/.test(request.url()) && !request.url().startsWith('http://127.0.0.1:')) say(where, `asked for ${request.url()}`); });
  await page.goto(url);
  return page;
}

async function look(project, picture) {
  const where = basename(project);
  const file = join(work, `${where}.html`);
  const made = spawnSync(binary, ['--root', project, 'preview', '--out', file], { encoding: 'utf8' });
  if (made.status !== 0) return say(where, `exit ${made.status}: ${made.stderr}`);
  const size = readFileSync(file, 'utf8').replace(/"data:image[^"]*"/g, '""').length;
  if (size > LARGEST) say(where, `the page has ${size} bytes without its pictures`);
  console.log(`${where}: ${size} bytes without pictures`);

  const drafts = [];
  for (const width of WIDTHS) for (const theme of ['light', 'dark']) {
    const page = await open(pathToFileURL(file).href, `${where} at ${width} in ${theme}`, width, theme);
    const keys = await page.locator('nav a[data-key]').evaluateAll(links => links.map(link => link.dataset.key));
    if (!keys.length) { say(where, 'shows no post'); break; }
    const first = width === WIDTHS[0] && theme === 'light';
    for (const [index, key] of keys.entries()) {
      if (!first && index > 1) break; // every post once, the first two in every look
      if (width < 900) await page.locator('nav summary').click();
      await page.locator('nav a[data-key]').nth(index).click();
      const post = page.locator('article.post:visible');
      if (await post.count() !== 1 || await post.getAttribute('data-key') !== key) { say(where, `${key} does not open`); continue; }
      if (first) posts += 1;
      for (const [n, view] of ['article', 'drafts', 'changes'].entries()) {
        if (n === 0) await post.locator('[role=tab]').first().click();
        else await page.keyboard.press('ArrowRight');
        views += 1;
        const shown = await post.locator('.view:visible').evaluateAll(all => all.map(one => one.dataset.view));
        if (shown.join() !== view) say(where, `${key}: ${shown} where ${view} is asked for`);
        if (view === 'article') {
          const text = await post.locator('.content').evaluate(place => place.shadowRoot?.textContent.trim().length ?? 0).catch(() => -1);
          if (text === 0) say(where, `${key}: the article is empty`);
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) say(where, `${key} ${view} at ${width}: ${wide} pixels wider than the window`);
        if (first || index < 2 && theme === 'dark' && width < 900) await judged(page, `${where} ${key} ${view} ${width} ${theme}`, index > 0 || n > 0);
        if (picture && index === 0) { mkdirSync(shots, { recursive: true }); await page.screenshot({ path: join(shots, `${view}-${width}-${theme}.png`) }); }
      }
      if (first) drafts.push(...await counters(post, where, key));
    }
    if (first && keys.length > 1) {
      await page.keyboard.press('k');
      if (await page.locator('article.post:visible').getAttribute('data-key') !== keys.at(-2)) say(where, 'k does not lead to the post before');
      await page.locator('label', { hasText: 'Dark' }).click();
      if (await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme) !== 'dark') say(where, 'the theme does not change');
    }
    await page.context().close();
  }
  counted(drafts, where);
}

/** The drafts of a post with their counters, as they are shown. */
async function counters(post, where, key) {
  await post.locator('[role=tab]').nth(1).click();
  const drafts = await post.locator('section.network').evaluateAll(all => all.map(network => ({
    network: network.dataset.network,
    cw: network.querySelector('.warning summary')?.textContent ?? null,
    posts: [...network.querySelectorAll('.message')].map(message => ({
      text: message.querySelector('.copy').dataset.text,
      count: Number(message.querySelector('.count').dataset.count),
      limit: Number(message.querySelector('.count').dataset.limit),
      said: message.querySelector('.count').textContent.replace(/\s+/g, ' ').trim(),
    })),
  })));
  for (const draft of drafts) for (const one of draft.posts)
    if (!one.said.startsWith(`${one.count} of`)) say(where, `${key} ${draft.network}: says ${one.said}, counts ${one.count}`);
  // A post that LinkedIn folds can be unfolded, and then says everything.
  for (const more of await post.locator('button.more').all()) {
    await more.click();
    if (await more.getAttribute('aria-expanded') !== 'true') say(where, `${key}: does not unfold`);
  }
  return drafts.map(draft => ({ post: key, status: 'draft', ...draft }));
}

/** Every counter against the networks' own counts. */
function counted(drafts, where) {
  if (!drafts.length) return;
  judgedCounters += drafts.reduce((sum, draft) => sum + draft.posts.length, 0);
  const input = drafts.map(draft => JSON.stringify(draft)).join('\n');
  const judge = spawnSync(process.execPath, [join(here, 'drafts.mjs'), '--without-flaws', '-'], { input, encoding: 'utf8' });
  for (const line of judge.stdout.trim().split('\n').slice(0, -1)) {
    // A text that is too long is judged so, and the counter says by just as much.
    const [, post, network, n, count] = /^(.*) (\w+) post (\d+): \w+: (\d+) of \d+$/.exec(line) ?? [];
    const own = drafts.find(draft => draft.post === post && draft.network === network);
    if (own?.posts[n - 1]?.count !== Number(count)) say(where, line);
  }
  if (judge.stderr) say(where, judge.stderr);
}

/** axe-core on the whole page, or on the post alone where the rest has been judged already. */
async function judged(page, where, postAlone) {
  // The policy forbids every script but the page's own, so axe-core comes through the debugger.
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(readFileSync(axe, 'utf8') + ';0');
  const { violations } = await page.evaluate(async alone => {
    // It walks through all that is hidden, too, so the other posts are taken out while it looks at one.
    const away = alone ? [...document.querySelectorAll('article.post[hidden]')].map(post => [post, document.createComment('')]) : [];
    for (const [post, place] of away) post.replaceWith(place);
    try {
      return await globalThis.axe.run(alone ? 'article.post' : document, { resultTypes: ['violations'], preload: false });
    } finally {
      for (const [post, place] of away) place.replaceWith(post);
    }
  }, postAlone);
  for (const { id, impact, nodes } of violations)
    if (impact === 'serious' || impact === 'critical') say(where, `axe: ${id} (${impact}): ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary?.split('\n')[1] ?? ''}`);
}

/** --serve: the page, a change that reloads it, and nobody else's requests. */
async function served(project) {
  const where = 'served';
  const server = spawn(binary, ['--root', project, 'preview', '--serve']);
  try {
    const address = await new Promise((resolve, reject) => {
      server.stdout.on('data', text => { const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(text); if (found) resolve(found[0]); });
      server.on('exit', code => reject(new Error(`ended with ${code}`)));
      setTimeout(() => reject(new Error('says no address')), 30_000);
    });
    const { port } = new URL(address);
    for (const [headers, expected] of [[{}, 200], [{ host: `localhost:${port}` }, 200], [{ host: `evil.example:${port}` }, 403], [{ host: 'localhost' }, 403], [{ 'sec-fetch-site': 'cross-site' }, 403]]) {
      const status = await new Promise((resolve, reject) => http.get({ host: '127.0.0.1', port, path: '/', headers: { host: `127.0.0.1:${port}`, ...headers } }, answer => { answer.resume(); resolve(answer.statusCode); }).on('error', reject));
      if (status !== expected) say(where, `${JSON.stringify(headers)}: ${status}, not ${expected}`);
    }
    const page = await open(address, where, 1280, 'light');
    const post = (await page.locator('article.post .place').first().textContent()).split(' → ')[0].trim();
    await page.waitForTimeout(500);
    appendFileSync(join(project, post), '\nA paragraph that came while somebody was looking.\n');
    await page.waitForFunction(() => [...document.querySelectorAll('.content')].some(place => place.shadowRoot?.textContent.includes('while somebody was looking')), null, { timeout: 60_000 })
      .catch(() => say(where, 'the page does not reload when a post changes'));
    await page.context().close();
  } catch (error) { say(where, error.message); }
  finally {
    const ended = new Promise(resolve => server.on('exit', resolve));
    server.kill('SIGINT');
    await Promise.race([ended, new Promise(resolve => setTimeout(() => { say(where, 'does not end'); server.kill('SIGKILL'); resolve(); }, 5000))]);
  }
}
