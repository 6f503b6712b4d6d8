/** SvelteKit’s own types of this module pull in the DOM, which no worker has. */
declare module '$service-worker' {
	/** `kit.version.name` of the build that this worker belongs to. */
	export const version: string;
}
