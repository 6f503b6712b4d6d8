import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writePlan } from '../scripts/plan.mjs';
import { once } from './once';

/** Marks the icon of the next version, a file whose name is the same in both. */
export const nextMark = '<!-- next -->';

/** Returns the folder of the site as another version. */
export const nextBuild = (): Promise<string> => once('next-build', makeNext);

/**
 * Copies the built site as another version, as a second build would make it: every script has a new
 * name, which the pages, the plan and the service worker use and the policy allows.
 */
function makeNext(folder: string): void {
	cpSync('build', folder, { recursive: true });
	const version = versionOf(folder);
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const scripts = files.filter((path) =>
		/immutable.(?:entry|chunks|nodes).[^/\\]+\.js$/.test(path)
	);
	const changes = new Map([...scripts.map(renamed), [version, 'next']]);
	const changed = new RegExp([...changes.keys()].join('|').replaceAll('.', '[.]'), 'g');
	const next = (text: string) => text.replace(changed, (found) => changes.get(found) ?? found);
	for (const path of files.filter((path) => /\.(?:js|json|html)$/.test(path))) {
		const file = join(folder, path);
		const text = readFileSync(file, 'utf8');
		const isNew = rewrite(file, text, path.endsWith('.html') ? nextPage(text, next) : next(text));
		const name = join(dirname(file), next(basename(file)));
		if (!isNew && name === file) continue;
		unpack(file);
		renameSync(file, name);
	}
	const icon = join(folder, 'icon.svg');
	rewrite(icon, '', readFileSync(icon, 'utf8') + nextMark);
	unpack(icon);
	writePlan(folder, 'next');
}

/** Returns the name of a script in this version and in the next. */
function renamed(path: string): [string, string] {
	const name = basename(path);
	return [name, name.replace(/.(?=\.js$)/, (last) => (last === 'x' ? 'y' : 'x'))];
}

/** Returns a page of the next version: its policy lists its scripts by their hashes. */
function nextPage(page: string, next: (text: string) => string): string {
	const inline = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) => script);
	return inline.reduce(
		(text, script) => text.replaceAll(digest(script), digest(next(script))),
		next(page)
	);
}

const digest = (script: string): string =>
	`sha256-${createHash('sha256').update(script).digest('base64')}`;

function rewrite(file: string, before: string, after: string): boolean {
	if (before !== after) writeFileSync(file, after);
	return before !== after;
}

/** Removes the compressed copies of a file, which would otherwise be served in its place. */
function unpack(file: string): void {
	for (const packed of ['br', 'gz']) rmSync(`${file}.${packed}`, { force: true });
}

/** Returns the folder of the site as one whose library is too large to be stored unasked. */
export const largeBuild = (): Promise<string> =>
	once('large-build', (folder) => {
		cpSync('build', folder, { recursive: true });
		unpack(join(folder, 'offline.json'));
		writePlan(folder, versionOf(folder), { articles: 0, bytes: 0 });
	});

const versionOf = (folder: string): string =>
	(JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8')) as { version: string })
		.version;
