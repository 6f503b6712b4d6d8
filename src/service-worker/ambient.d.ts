/** SvelteKit’s own types of this module include the DOM, which workers lack. */
declare module '$service-worker' {
	/** `kit.version.name` of the build that this worker belongs to. */
	export const version: string;
}
