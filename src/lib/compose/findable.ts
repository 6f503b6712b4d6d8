export { keepFindable } from '$lib/adapters/dom/findable';
