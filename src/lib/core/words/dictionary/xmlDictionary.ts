/** Reads dictionaries that are one XML file: FreeDict’s TEI, Folkets lexikon, XDXF. */
import type { NamedFile } from './blob';
import type { ReadDictionary } from './dictionary';
import { refuse } from './failure';
import { folkets } from './folkets';
import { readMarkup } from './markup';
import { tei } from './tei';
import { decodeLoosely } from './text';
import { maxWords, WordIndexBuilder } from './wordIndex';
import { xdxf } from './xdxf';
import type { XmlFormat } from './xmlFormat';
import { eachXmlEntry } from './xmlEntries';

/** Words in comments are none. A comment in an entry has an end: the scanner waits for it. */
const withoutComments = (entry: string): string =>
	entry.includes('<!--') ? entry.replace(/<!--.*?-->/gs, '') : entry;

export const xmlFormats: readonly XmlFormat[] = [tei, folkets, xdxf];

export async function readXmlDictionary(
	file: NamedFile,
	xml: XmlFormat,
	progress: (done: number) => void
): Promise<ReadDictionary> {
	const index = new WordIndexBuilder();
	let entries = 0;
	const add = ({ at, bytes }: { at: number; bytes: Uint8Array }): void => {
		const [head, ...forms] = xml.words(withoutComments(decodeLoosely(bytes)));
		if (head === undefined) return;
		if (index.count + forms.length >= maxWords) refuse({ kind: 'damaged', file: file.name });
		entries++;
		const number = index.add(head, at, bytes.length);
		for (const form of new Set(forms)) if (form !== head) index.add(form, at, bytes.length, number);
	};
	const head = await eachXmlEntry(file, xml.entry, add, progress);
	if (entries === 0) refuse({ kind: 'empty', file: file.name });
	const built = index.finish();
	const { blob } = file;
	return {
		about: {
			...xml.about(readMarkup(decodeLoosely(head), 'xml'), file.name),
			format: xml.format,
			entries,
			bytes: blob.size + built.blocks.size
		},
		files: { format: xml.format, body: blob, isDictzip: false, types: null, index: built }
	};
}
