// Networks that take no posts from here: the address of the page on which a person posts.
const PAGES = {
  x: 'https://x.com/intent/post?text=',
  linkedin: 'https://www.linkedin.com/feed/?shareActive=true&text=',
  threads: 'https://www.threads.com/intent/post?text=',
};

/** The page to write this text on; on X it answers what a follow-up does, elsewhere a person has to. */
export function compose(network, text, answered) {
  const id = network === 'x' && /\/status\/(\d+)/.exec(answered ?? '')?.[1];
  return PAGES[network] + encodeURIComponent(text) + (id ? `&in_reply_to=${id}` : '');
}
