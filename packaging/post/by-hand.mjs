// Networks that take no posts from here: the address of the page on which a person posts.
const PAGES = {
  x: 'https://x.com/intent/post?text=',
  linkedin: 'https://www.linkedin.com/feed/?shareActive=true&text=',
  threads: 'https://www.threads.com/intent/post?text=',
};

export const compose = (network, text) => PAGES[network] + encodeURIComponent(text);
