/** The files that a reader chooses or drops, each with its path in its folder. */
import type { Given, ModelFailure } from '$lib/core/machine/modelStore';
import { fail, ok, type Result } from '$lib/core/result';

export const chosenFiles = (list: FileList | null): readonly Given<File>[] =>
	[...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/**
 * Returns the dropped files, with those in dropped folders. Fails with the name of an entry that
 * the system cannot read (deleted, or not permitted). The entries must be taken before any await.
 */
export async function droppedFiles(
	transfer: DataTransfer
): Promise<Result<PickedFiles, ModelFailure>> {
	const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
	const walked = entries.map((entry) => (entry ? walk(entry) : []));
	try {
		return ok((await Promise.all(walked)).flat());
	} catch (error) {
		if (error instanceof Unreadable) return fail({ kind: 'unreadable', name: error.message });
		throw error;
	}
}

type PickedFiles = readonly Given<File>[];

/** An entry that cannot be read; the message is its name. */
class Unreadable extends Error {}

async function walk(entry: FileSystemEntry): Promise<PickedFiles> {
	if (isFile(entry)) {
		const file = await from<File>(entry, (resolve, reject) => entry.file(resolve, reject));
		return [{ path: entry.fullPath.replace(/^\//, ''), file }];
	}
	if (!isFolder(entry)) return [];
	const reader = entry.createReader();
	const found: Given<File>[] = [];
	// `readEntries` returns some entries at a time, and an empty list at the end.
	for (;;) {
		const some = await from<FileSystemEntry[]>(entry, (resolve, reject) =>
			reader.readEntries(resolve, reject)
		);
		if (some.length === 0) return found;
		for (const inner of some) found.push(...(await walk(inner)));
	}
}

const from = <Asked>(
	{ name }: FileSystemEntry,
	ask: (resolve: (asked: Asked) => void, reject: () => void) => void
): Promise<Asked> =>
	new Promise((resolve, reject) => ask(resolve, () => reject(new Unreadable(name))));

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
