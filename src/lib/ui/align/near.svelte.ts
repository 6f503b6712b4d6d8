/* eslint-disable svelte/prefer-svelte-reactivity -- Svelte’s own sets weigh on every page of the site; these are replaced, never changed */
/**
 * Which parts of a long list are near the view: the others are not on the page. Where they would
 * stand they leave the room that they took when they were last there.
 */
export class Near {
	#shown = $state.raw<ReadonlySet<number>>(new Set());
	#heights = $state.raw<ReadonlyMap<number, number>>(new Map());
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
		const shown = [...this.#shown].filter((one) => one !== part);
		if (!isIntersecting && this.#shown.has(part))
			this.#heights = new Map([...this.#heights, [part, boundingClientRect.height]]);
		this.#shown = new Set(isIntersecting ? [...shown, part] : shown);
	};
}
