/* eslint-disable svelte/prefer-svelte-reactivity -- Svelte’s own sets weigh on every page of the site; these are replaced, never changed */
/**
 * The parts of a long list that are near the view. The others are not in the page: an empty space
 * of their last measured height takes their place.
 */
export class VisibleParts {
	#shown = $state.raw<ReadonlySet<number>>(new Set());
	#heights = $state.raw<ReadonlyMap<number, number>>(new Map());
	#observer: IntersectionObserver | null = null;

	isShown = (part: number): boolean => this.#shown.has(part);

	/** Height of a part in pixels; null where it has never been shown. */
	heightOf = (part: number): number | null => this.#heights.get(part) ?? null;

	/** Returns an attachment for the element of a part. */
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
