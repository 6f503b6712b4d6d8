/**
 * A face that came after the first paint is not used while its page is open (`font-display:
 * optional`), so that no line moves under the reader’s eyes. With the next page all moves anyway:
 * then it is taken.
 */
import sansItalic from './source-sans-3-latin-wght-italic.woff2?url';
import sans from './source-sans-3-latin-wght-normal.woff2?url';
import serifItalic from './source-serif-4-latin-wght-italic.woff2?url';
import serif from './source-serif-4-latin-wght-normal.woff2?url';

/** As ui/tokens.css names them. */
const faces = [
	{ family: 'Source Serif 4', style: 'normal', url: serif },
	{ family: 'Source Serif 4', style: 'italic', url: serifItalic },
	{ family: 'Source Sans 3', style: 'normal', url: sans },
	{ family: 'Source Sans 3', style: 'italic', url: sansItalic }
];

/** Takes the faces that are late. One that cannot be had is left out: its stand-in stays. */
export async function takeLateFaces(): Promise<void> {
	const late = faces.filter(({ url }) => cameLate(url));
	await Promise.allSettled(
		late.map(async ({ family, style, url }) => {
			const face = new FontFace(family, `url(${url})`, { style, weight: '200 900' });
			document.fonts.add(await face.load());
		})
	);
}

/** Of a face that no text has asked for yet nothing is known: it is not late. */
function cameLate(url: string): boolean {
	const [painted] = performance.getEntriesByName('first-contentful-paint');
	const [fetched] = performance.getEntriesByName(new URL(url, location.href).href, 'resource');
	if (!painted || !(fetched instanceof PerformanceResourceTiming)) return false;
	return fetched.responseEnd > painted.startTime;
}
