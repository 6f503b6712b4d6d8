export { followScroll } from '$lib/adapters/dom/barMotion';
