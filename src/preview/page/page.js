'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const root = document.documentElement;
const posts = all('article.post');
const links = all('nav a[data-key]');
const views = ['article', 'drafts', 'changes'];

// Pictures lie in the page; what does not is named, and never fetched.
function fill(image, source) {
  if (Object.hasOwn(data.images, source)) { image.src = data.images[source]; return; }
  const box = document.createElement('span');
  box.className = 'unseen';
  box.textContent = `Picture not in the tree: ${image.alt || source}`;
  image.replaceWith(box);
}
for (const image of all('img[data-src]')) fill(image, image.dataset.src);

// The feed's own HTML, where neither its styles nor its ids can touch the page. It is parsed in a
// document without a window first, so that nothing in it is ever asked for.
const sheet = new CSSStyleSheet();
sheet.replaceSync(data.style);
for (const place of all('[data-article]')) {
  const { html, more } = data.articles[place.dataset.article];
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const image of all('img', parsed)) {
    const source = image.getAttribute('src') ?? '';
    image.removeAttribute('src');
    image.removeAttribute('srcset');
    fill(image, source);
  }
  for (const other of all('script, style, link, meta, base, object, embed', parsed)) other.remove();
  for (const frame of all('iframe, video, audio', parsed)) {
    const box = parsed.createElement('p');
    box.className = 'unseen';
    box.textContent = `${frame.localName}: ${frame.getAttribute('src') ?? frame.querySelector('source')?.getAttribute('src') ?? ''}`;
    frame.replaceWith(box);
  }
  for (const link of all('a[href]', parsed)) { link.target = '_blank'; link.rel = 'noopener noreferrer'; }
  for (const wide of all('pre', parsed)) wide.tabIndex = 0;
  const shadow = place.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet];
  const article = document.createElement('div');
  article.dir = 'auto';
  article.append(...document.importNode(parsed.body, true).childNodes);
  shadow.append(article);
  if (more) {
    const rest = document.createElement('p');
    rest.className = 'unseen';
    const page = place.closest('.reader').querySelector('h3 a').cloneNode();
    page.textContent = 'its page';
    rest.append(`The entry goes on for ${more} kB, which are in the feed and on `, page, '.');
    shadow.append(rest);
  }
}

// Which post is shown, and how: `#KEY` or `#KEY~VIEW`.
function wanted() {
  const [, written, view] = /^#(.*?)(?:~([a-z]+))?$/s.exec(location.hash) ?? [];
  let key = written ?? '';
  try { key = decodeURIComponent(key); } catch { /* Not an escape: the key of no post. */ }
  const known = posts.some(post => post.dataset.key === key);
  return { key: known ? key : posts[0]?.dataset.key, view: views.includes(view) ? view : current.view };
}
const address = (key, view) => `#${encodeURIComponent(key).replaceAll('~', '%7E')}~${view}`;
const current = { key: null, view: 'article' };
function show({ key, view }) {
  current.key = key;
  current.view = view;
  for (const post of posts) {
    post.hidden = post.dataset.key !== key;
    for (const panel of all('.view', post)) panel.hidden = panel.dataset.view !== view;
    for (const tab of all('[role=tab]', post)) {
      const chosen = tab.dataset.view === view;
      tab.setAttribute('aria-selected', chosen);
      tab.tabIndex = chosen ? 0 : -1;
    }
  }
  for (const link of links) {
    if (link.dataset.key === key) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    link.href = address(link.dataset.key, view);
  }
}
function go(key, view = current.view) {
  history.replaceState(null, '', address(key, view));
  show({ key, view });
}
addEventListener('hashchange', () => { if (location.hash !== '#main') show(wanted()); });
show(wanted());

for (const link of links) link.addEventListener('click', event => {
  event.preventDefault();
  go(link.dataset.key);
  if (narrow.matches) menu.open = false;
  scrollTo(0, 0);
  document.getElementById('main').focus({ preventScroll: true });
});
const chosenPost = () => posts.find(post => !post.hidden);
for (const tab of all('[role=tab]')) {
  tab.addEventListener('click', () => go(current.key, tab.dataset.view));
  tab.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = event.key === 'Home' ? 0 : event.key === 'End' ? views.length - 1
      : step && (views.indexOf(current.view) + step + views.length) % views.length;
    if (at === undefined) return;
    event.preventDefault();
    go(current.key, views[at]);
    chosenPost().querySelector('[role=tab][aria-selected=true]').focus();
  });
}
addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=radio]), textarea')) return;
  const step = { j: 1, k: -1 }[event.key];
  if (step) {
    const at = links.findIndex(link => link.dataset.key === current.key) + step;
    if (links[at]) { go(links[at].dataset.key); links[at].scrollIntoView({ block: 'nearest' }); scrollTo(0, 0); }
  } else if (current.key && views['123'.indexOf(event.key)] && event.key.length === 1) go(current.key, views['123'.indexOf(event.key)]);
});

// On a narrow screen the list of posts is folded away.
const menu = document.querySelector('nav details');
const narrow = matchMedia('(max-width: 56rem)');
const fold = () => { menu.open = !narrow.matches; };
narrow.addEventListener('change', fold);
fold();

for (const button of all('button.more')) button.addEventListener('click', () => {
  const folded = button.previousElementSibling;
  folded.hidden = !folded.hidden;
  button.setAttribute('aria-expanded', !folded.hidden);
  button.textContent = folded.hidden ? '…more' : ' show less';
});
// A post as it is sent: an address as it was written, however short it is shown.
for (const button of all('button.copy')) {
  const parts = document.createTreeWalker(button.closest('.body').querySelector('.text'), NodeFilter.SHOW_TEXT);
  let text = '';
  while (parts.nextNode()) {
    const { parentElement: within, data } = parts.currentNode;
    if (!within.closest('button')) text += within.dataset.sent ?? data;
  }
  button.dataset.text = text;
}
const told = document.getElementById('live');
for (const button of all('button.copy')) button.addEventListener('click', async () => {
  try { await navigator.clipboard.writeText(button.dataset.text); told.textContent = 'Copied'; button.dataset.done = ''; }
  catch { told.textContent = 'The browser does not allow copying'; }
  setTimeout(() => { delete button.dataset.done; told.textContent = ''; }, 1500);
});

// A reader's own choices are kept for the next look, where the browser allows it.
function choice(name, apply) {
  const inputs = all(`input[name=${name}]`);
  let kept = null;
  try { kept = localStorage.getItem(`afterword-${name}`); } catch { /* not allowed */ }
  for (const input of inputs) {
    if (input.value === kept) input.checked = true;
    input.addEventListener('change', () => {
      apply(input.value);
      try { localStorage.setItem(`afterword-${name}`, input.value); } catch { /* not allowed */ }
    });
  }
  apply(inputs.find(input => input.checked).value);
}
choice('theme', value => { root.dataset.theme = value; });
choice('width', value => { root.dataset.width = value; });

// A server tells when a file has changed.
if ('live' in root.dataset) {
  let seen = null;
  const events = new EventSource('/events');
  events.onmessage = event => {
    if (seen !== null && seen !== event.data) location.reload();
    seen = event.data;
  };
  // The server ends each answer after a while, so that no tab takes a connection from the others.
  let failed = 0;
  events.onopen = () => { failed = 0; };
  events.onerror = () => { if (++failed > 1) told.textContent = 'The server does not answer'; };
}
