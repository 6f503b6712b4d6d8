/**
 * What a build keeps for the next one: files, each by a digest of all that it is made of, so that none
 * is ever out of date. `BUILD_CACHE=folder npm run build` keeps them elsewhere, `BUILD_CACHE=no` nowhere.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = () => process.env.BUILD_CACHE ?? join('node_modules', '.cache', 'jamsides', 'build');

/** Days without use after which a file is deleted. */
const unusedDays = 14;

/** Bytes of the checksum that a file begins with. */
const sumBytes = 32;

/** @param {Uint8Array | string} content */
const sha256 = (content) => createHash('sha256').update(content).digest();

/**
 * Returns a digest of parts, in this order.
 * @param {readonly (Uint8Array | string)[]} parts
 */
export const digestOf = (...parts) =>
	sha256(Buffer.concat(parts.map((part) => sha256(part)))).toString('hex');

/**
 * Returns what an earlier build kept under this digest, or makes it and keeps it.
 * @param {string} digest of all that it is made of: the code, and what the code is given
 * @param {() => Promise<Uint8Array>} make
 * @returns {Promise<Uint8Array>}
 */
export async function kept(digest, make) {
	if (folder() === 'no') return make();
	const file = join(folder(), digest);
	const found = await read(file);
	if (found) return found;
	const made = await make();
	// A full disk or a folder that cannot be written makes the next build slower, no more.
	await write(file, made).catch(() => {});
	return made;
}

/**
 * Returns a file’s content; null where there is none, or where it is not whole.
 * @param {string} file
 */
async function read(file) {
	const whole = await readFile(file).catch(() => null);
	if (!whole) return null;
	const content = whole.subarray(sumBytes);
	if (!sha256(content).equals(whole.subarray(0, sumBytes))) return null;
	const now = new Date();
	await utimes(file, now, now).catch(() => {});
	return content;
}

/**
 * Writes a file under its name once it is whole: other builds may read it meanwhile.
 * @param {string} file
 * @param {Uint8Array} content
 */
async function write(file, content) {
	await mkdir(folder(), { recursive: true });
	const part = `${file}.${randomUUID()}`;
	await writeFile(part, Buffer.concat([sha256(content), content]));
	await rename(part, file);
}

/** Deletes what no build has used for a while. */
export async function tidyCache() {
	if (folder() === 'no') return;
	const oldest = Date.now() - unusedDays * 24 * 60 * 60 * 1000;
	for (const name of await readdir(folder()).catch(() => [])) {
		const file = join(folder(), name);
		const found = await stat(file).catch(() => null);
		if (found && found.mtimeMs < oldest) await rm(file, { force: true });
	}
}
