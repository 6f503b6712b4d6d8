/** What `tools.test.ts` uses of the npm package xliff, which has no types. */
declare module 'xliff/xliff2js' {
	export default function xliff2js(xml: string): Promise<object>;
}

declare module 'xliff/js2xliff' {
	export default function js2xliff(
		document: object,
		options: { readonly targetXliffVersion: string; readonly indent?: string }
	): Promise<string>;
}

declare module 'xliff/xliff12ToJs' {
	export default function xliff12ToJs(xml: string): Promise<object>;
}

declare module 'xliff/jsToXliff12' {
	export default function jsToXliff12(
		document: object,
		options: { readonly indent?: string }
	): Promise<string>;
}
