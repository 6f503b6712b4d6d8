/** Returns text for XML and HTML: in an element or an attribute in double quotes. */
export const escaped = (text: string): string =>
	text
		// XML 1.0 has no other control characters.
		// eslint-disable-next-line no-control-regex -- they are what is removed
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
