/** Articles that came with the site, read by the page. */
export { storedArticle } from '$lib/adapters/stored/article';
