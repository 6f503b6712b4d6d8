/** The addresses of compiled modules (`scripts/kernels.mjs`). */
declare module '*?kernel=simd' {
	const address: string;
	export default address;
}
declare module '*?kernel=simd-threads' {
	const address: string;
	export default address;
}
declare module '*?kernel=relaxed' {
	const address: string;
	export default address;
}
declare module '*?kernel=relaxed-threads' {
	const address: string;
	export default address;
}
