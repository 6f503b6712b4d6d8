/** Finds the package of an EPUB (OCF 3.3), and refuses a book that is locked. */
import { fail, ok, type Result } from '../../result';
import type { BookFailure } from '../failure';
import { elementsOf } from '../tree';
import type { BookFiles } from './bookFiles';

const container = 'META-INF/container.xml';
/** Fonts may be obfuscated; nothing else in such a book is. */
const fontAlgorithms = new Set([
	'http://www.idpf.org/2008/embedding',
	'http://ns.adobe.com/pdf/enc#RC'
]);
/** Files of shops’ protections: Adobe’s, Readium’s LCP, Apple’s. */
const rightsFiles = ['META-INF/rights.xml', 'META-INF/license.lcpl', 'META-INF/sinf.xml'];

/** Returns the name of the package: the first that the container names, or the only one. */
export function findPackage(files: BookFiles): Result<string, BookFailure> {
	if (isLocked(files)) return fail({ kind: 'locked', by: 'rights' });
	const name = files.find(container);
	const tree = name === null ? null : files.tree(name);
	if (tree?.ok)
		for (const { attributes } of elementsOf(tree.value, 'rootfile')) {
			const place = files.place('', attributes['full-path']);
			if (place) return ok(place.file);
		}
	const packages = files.archive.names.filter((file) => file.toLowerCase().endsWith('.opf'));
	const [only] = packages;
	if (only !== undefined && packages.length === 1) return ok(only);
	return tree?.ok === false ? tree : fail({ kind: 'incomplete', missing: container });
}

function isLocked(files: BookFiles): boolean {
	if (rightsFiles.some((name) => files.find(name) !== null)) return true;
	const name = files.find('META-INF/encryption.xml');
	const tree = name === null ? null : files.tree(name);
	if (tree === null) return false;
	// Whatever it says, it says it of a file that is encrypted.
	if (!tree.ok) return true;
	return elementsOf(tree.value, 'EncryptedData').some((data) => {
		const [method] = elementsOf(data, 'EncryptionMethod');
		return !fontAlgorithms.has(method?.attributes['Algorithm'] ?? '');
	});
}
