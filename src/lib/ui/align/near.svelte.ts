/**
 * Which parts of a long list are near the view: the others are not on the page. Where they would
 * stand they leave the room that they took when they were last there.
 */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';

export class Near {
	readonly #shown = new SvelteSet<number>();
	readonly #heights = new SvelteMap<number, number>();
	#observer: IntersectionObserver | null = null;

	isShown = (part: number): boolean => this.#shown.has(part);

	/** In pixels; null where it has never been seen. */
	heightOf = (part: number): number | null => this.#heights.get(part) ?? null;

	/** An attachment for the element of a part. */
	watch = (part: number) => (node: HTMLElement) => {
		this.#observer ??= new IntersectionObserver((entries) => entries.forEach(this.#saw), {
			rootMargin: '150% 0px'
		});
		node.dataset['part'] = String(part);
		this.#observer.observe(node);
		return () => this.#observer?.unobserve(node);
	};

	#saw = ({ target, isIntersecting, boundingClientRect }: IntersectionObserverEntry): void => {
		const part = Number((target as HTMLElement).dataset['part']);
		if (isIntersecting) this.#shown.add(part);
		else if (this.#shown.delete(part)) this.#heights.set(part, boundingClientRect.height);
	};
}
