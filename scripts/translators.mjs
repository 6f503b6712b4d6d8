/**
 * Installs from Debian what the tests of exchange formats check this project’s files against:
 * always the standards’ schemas and xmllint; with --tools, or TOOLS=1, the translators’ tools too
 * (`npm run test:tools`). If they cannot be installed, their tests are skipped and say so.
 */
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { canInstall, installDebian, isExecutable, onPath } from './browsers.mjs';
import { root, run, script } from './run.mjs';

/** Debian packages by the command that shows that they are installed. */
const always = { xmllint: 'libxml2-utils' };
const tools = { xliff2po: 'translate-toolkit', omegat: 'omegat' };

/** The folder of the schemas; the tests read it. */
export const schemas = join(root, 'node_modules/.cache/jamsides/schemas');

/** A PHP package that contains the schemas of OASIS. It is unpacked, never installed. */
const xliffPackage = 'php-symfony-translation';
const xliffFolder = 'usr/share/php/Symfony/Component/Translation/Resources/schemas';

/** OmegaT’s archive contains the DTD of TMX. It is unpacked too: installing it would add Java. */
const tmxPackage = 'omegat';
const tmxArchive = 'usr/share/omegat/OmegaT.jar';
const tmxFile = 'schemas/tmx14.dtd';

/** Installs what is missing. Never fails: the tests report what is missing. */
export async function ensureTranslators({ withTools = process.env.TOOLS === '1' } = {}) {
	const wanted = { ...always, ...(withTools && tools) };
	const missing = Object.entries(wanted).filter(([command]) => !onPath(command).some(isExecutable));
	if (missing.length > 0 && canInstall()) await installDebian(missing.map(([, name]) => name));
	if (!canInstall()) return;
	if (!existsSync(join(schemas, 'catalog.xml')))
		await takeApart(xliffPackage, (folder) => keepSchemas(join(folder, xliffFolder)));
	if (!existsSync(join(schemas, 'tmx14.dtd')))
		await takeApart(tmxPackage, (folder) => {
			mkdirSync(schemas, { recursive: true });
			const dtd = unzipped(readFileSync(join(folder, tmxArchive)), tmxFile);
			if (dtd) writeFileSync(join(schemas, 'tmx14.dtd'), dtd);
		});
}

/**
 * Fetches a Debian package without installing it, and passes the folder of its files to `use`.
 * @param {string} name
 * @param {(folder: string) => void} use
 */
async function takeApart(name, use) {
	const folder = mkdtempSync(join(tmpdir(), 'jamsides-schemas-'));
	try {
		const quiet = { quiet: true };
		const fetching = `cd '${folder}' && apt-get download -qq ${name} 2>/dev/null`;
		await run('bash', ['-c', fetching], quiet);
		const archive = readdirSync(folder).find((file) => file.endsWith('.deb'));
		if (!archive) return;
		if ((await run('dpkg', ['-x', join(folder, archive), folder], quiet)) === 0) use(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Returns one file of a zip archive, found by its entry in the directory at the archive’s end; null
 * where it has none (APPNOTE 4.3.7 and 4.3.12).
 * @param {Buffer} archive
 * @param {string} name
 * @returns {Buffer | null}
 */
export function unzipped(archive, name) {
	const directoryEntry = Buffer.from('PK\x01\x02', 'latin1');
	for (
		let at = archive.indexOf(directoryEntry);
		at !== -1;
		at = archive.indexOf(directoryEntry, at + 1)
	) {
		const length = archive.readUInt16LE(at + 28);
		if (archive.toString('utf8', at + 46, at + 46 + length) !== name) continue;
		const [packed, head] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
		const start = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28);
		const content = archive.subarray(start, start + packed);
		return archive.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content);
	}
	return null;
}

/**
 * Copies the schemas to where their imports find them, and writes a catalog for the imports of web
 * addresses.
 * @param {string} from
 */
function keepSchemas(from) {
	const copies = join(schemas, 'informativeCopiesOf3rdPartySchemas/w3c');
	mkdirSync(copies, { recursive: true });
	for (const name of readdirSync(from)) copyFileSync(join(from, name), join(schemas, name));
	copyFileSync(join(from, 'xml.xsd'), join(copies, 'xml.xsd'));
	writeFileSync(
		join(schemas, 'catalog.xml'),
		'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><system systemId="http://www.w3.org/2001/xml.xsd" uri="xml.xsd"/></catalog>\n'
	);
}

if (import.meta.filename === process.argv[1])
	await script(() =>
		ensureTranslators({ withTools: process.argv.includes('--tools') || process.env.TOOLS === '1' })
	);
