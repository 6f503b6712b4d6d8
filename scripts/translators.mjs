/**
 * What the tests of exchange hold this project’s files against: translators’ tools that nobody here
 * wrote, and the standards’ schemas, all from Debian. Where they cannot be had, these tests are
 * skipped, and say so. By itself: `node scripts/translators.mjs`.
 */
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canInstall, installDebian, isExecutable, onPath } from './browsers.mjs';
import { root, run, script } from './run.mjs';

/** The command that shows a package to be there. */
const tools = /** @type {const} */ ({
	xliff2po: 'translate-toolkit',
	omegat: 'omegat',
	xmllint: 'libxml2-utils'
});

/** Where the schemas lie; the tests look here. */
export const schemas = join(root, 'node_modules/.cache/jamsides/schemas');

/** A package of PHP’s that carries the schemas of OASIS: taken apart, never installed. */
const schemaPackage = 'php-symfony-translation';
const schemaFolder = 'usr/share/php/Symfony/Component/Translation/Resources/schemas';

/** Never fails: the tests say what is missing. */
export async function ensureTranslators() {
	const missing = Object.entries(tools).filter(([command]) => !onPath(command).some(isExecutable));
	if (missing.length > 0 && canInstall()) await installDebian(missing.map(([, name]) => name));
	if (!existsSync(join(schemas, 'catalog.xml')) && canInstall()) await fetchSchemas();
}

async function fetchSchemas() {
	const folder = mkdtempSync(join(tmpdir(), 'jamsides-schemas-'));
	try {
		const quiet = { quiet: true };
		await run(
			'bash',
			['-c', `cd '${folder}' && apt-get download -qq ${schemaPackage} 2>/dev/null`],
			quiet
		);
		const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
		if (!archive) return;
		if ((await run('dpkg', ['-x', join(folder, archive), folder], quiet)) !== 0) return;
		keepSchemas(join(folder, schemaFolder));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Their imports name addresses on the web and folders that the package does not have.
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

if (import.meta.filename === process.argv[1]) await script(ensureTranslators);
