/** The addresses of compiled modules (`scripts/kernels.mjs`). */
declare module '*?kernel=simd' {
	const address: string;
	export default address;
}
