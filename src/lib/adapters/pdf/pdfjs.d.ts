/** pdf.js has types for its unpacked build only. Vite gives the address of a file with `?url`. */
declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
	export * from 'pdfjs-dist';
}
declare module 'pdfjs-dist/build/pdf.worker.min.mjs?url' {
	const address: string;
	export default address;
}
