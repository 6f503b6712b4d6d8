/** The part of the document that lights sentences: only readers who point at one load it. */
export { tracer } from '$lib/adapters/dom/trace';
