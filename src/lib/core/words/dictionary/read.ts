/**
 * Reads the files that a reader adds as dictionaries. A dictionary may be one file or several; what
 * is missing is asked for by name. Each yields a dictionary or the reason why there is none.
 */
import { fail, ok, type Result } from '../../result';
import { readSlice, type NamedFile } from './blob';
import { readDict } from './dict';
import type { ReadDictionary } from './dictionary';
import { Refused, refuse, type DictionaryFailure } from './failure';
import { readStardict } from './stardict';
import { isTabbed, readTabbed } from './tabbed';
import { decodeLoosely, wideEncoding } from './text';
import { isDictzip, unpack, type Unpacked } from './unpack';
import { readXmlDictionary, xmlFormats } from './xmlDictionary';

export type ReadOutcome = Result<ReadDictionary, DictionaryFailure>;

type Progress = (done: number) => void;

/** Share of the work after which everything is unpacked, of a whole that nobody measures. */
const afterUnpacking = 0.3;

/** Reads dictionaries one after another. `progress` is the share of all of them that is read. */
export async function* readDictionaries(
	files: readonly NamedFile[],
	progress: Progress = () => {}
): AsyncGenerator<ReadOutcome> {
	const unpacked: Unpacked[] = [];
	for (const [at, file] of files.entries()) {
		const found = await attempt(() => unpack(file));
		if (!found.ok) yield found;
		else unpacked.push(...found.value);
		progress((afterUnpacking * (at + 1)) / files.length);
	}
	const groups = await grouped(unpacked);
	const refused = new Set(unpacked.flatMap(({ archive }) => archive ?? []));
	for (const [at, { read, archive }] of groups.entries()) {
		if (archive !== null) refused.delete(archive);
		const part = (done: number) =>
			progress(afterUnpacking + ((1 - afterUnpacking) * (at + done)) / groups.length);
		yield await attempt(() => read(part));
		part(1);
	}
	// An archive in which nothing is a dictionary.
	for (const file of refused) yield fail({ kind: 'unknown', file });
}

async function attempt<T>(work: () => Promise<T>): Promise<Result<T, DictionaryFailure>> {
	try {
		return ok(await work());
	} catch (error) {
		if (error instanceof Refused) return fail(error.failure);
		throw error;
	}
}

interface Group {
	readonly archive: string | null;
	readonly read: (progress: Progress) => Promise<ReadDictionary>;
}

/** Puts the files together that are one dictionary. */
async function grouped(files: readonly Unpacked[]): Promise<readonly Group[]> {
	const groups: Group[] = [];
	const parts = new Map<string, Unpacked>();
	for (const file of files) {
		const part = partOf(file.name);
		if (part) parts.set(`${part.stem}.${part.ending}`, file);
		else {
			const read = await singleFile(file);
			if (read) groups.push({ archive: file.archive, read });
		}
	}
	for (const stem of new Set([...parts.values()].map(({ name }) => partOf(name)?.stem ?? '')))
		groups.push(groupOf(stem, parts));
	return groups;
}

/** Names a part of a dictionary of several files, in small letters; null for another file. */
function partOf(name: string): { readonly stem: string; readonly ending: string } | null {
	const found = /^(?<stem>.+)\.(?<ending>ifo|idx|syn|dict|index)(?:\.[dg]z)?$/i.exec(name)?.groups;
	return found
		? { stem: found.stem?.toLowerCase() ?? '', ending: found.ending?.toLowerCase() ?? '' }
		: null;
}

function groupOf(stem: string, parts: ReadonlyMap<string, Unpacked>): Group {
	const part = (ending: string) => parts.get(`${stem}.${ending}`) ?? null;
	const [ifo, idx, syn, dict, index] = ['ifo', 'idx', 'syn', 'dict', 'index'].map(part);
	const any = ifo ?? idx ?? syn ?? dict ?? index;
	const missing = (ending: string): never =>
		refuse({ kind: 'missing', file: any?.name ?? stem, missing: nameBeside(any, ending) });
	const read = async (): Promise<ReadDictionary> => {
		if (index && !ifo && !idx) {
			const text = dict ?? missing('dict');
			await refuseWide(index);
			return readDict({ index, dict: text, isDictzip: await isDictzip(text) });
		}
		if (!ifo && !idx && !syn) return missing('index');
		const found = { ifo: ifo ?? missing('ifo'), idx: idx ?? missing('idx') };
		const text = dict ?? missing('dict');
		await refuseWide(found.ifo);
		return readStardict({
			...found,
			dict: text,
			syn: syn ?? null,
			isDictzip: await isDictzip(text)
		});
	};
	return { archive: any?.archive ?? null, read };
}

/** Returns the name of a part that is missing, in the letters of a part that is there. */
const nameBeside = (file: NamedFile | null | undefined, ending: string): string =>
	(file?.name ?? '').replace(/\.(?:ifo|idx|syn|dict|index)(?:\.[dg]z)?$/i, '') + `.${ending}`;

/** Bytes that tell the format of a text file. */
const startBytes = 8192;

/** Returns how a single file is read; null for one in an archive that is no dictionary. */
async function singleFile(file: Unpacked): Promise<Group['read'] | null> {
	const bytes = await readSlice(file.blob, 0, startBytes);
	const wide = wideEncoding(bytes);
	const start = decodeLoosely(bytes);
	const xml = xmlFormats.find((one) => one.is(start));
	if (wide === null && xml) {
		const encoding = declaredEncoding(start);
		if (!/^(?:utf-?8|us-ascii|iso-8859-1|windows-1252)$/i.test(encoding))
			return async () => refuse({ kind: 'encoding', file: file.name, encoding });
		return (progress) => readXmlDictionary(file, xml, progress);
	}
	if (wide === null && !/^\s*</.test(start) && !bytes.includes(0) && isTabbed(start))
		return (progress) => readTabbed(file, progress);
	if (file.archive !== null) return null;
	if (file.blob.size === 0) return async () => refuse({ kind: 'empty', file: file.name });
	return async () =>
		refuse(
			wide === null
				? { kind: 'unknown', file: file.name }
				: { kind: 'encoding', file: file.name, encoding: wide }
		);
}

const declaredEncoding = (start: string): string =>
	/^\ufeff?\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)/.exec(start)?.[1] ?? 'utf-8';

async function refuseWide({ name: file, blob }: NamedFile): Promise<void> {
	const encoding = wideEncoding(await readSlice(blob, 0, startBytes));
	if (encoding !== null) refuse({ kind: 'encoding', file, encoding });
}
