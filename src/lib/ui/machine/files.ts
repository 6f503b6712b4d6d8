/** The files that a reader chooses or drops, with the paths that they have in their folder. */
import type { Given } from '$lib/core/machine/modelStore';

export const chosenFiles = (list: FileList | null): readonly Given<File>[] =>
	[...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** A dropped folder is walked through. The entries must be taken before anything is awaited. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly Given<File>[]> {
	const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
	const found = await Promise.all(entries.map((entry) => (entry ? walk(entry) : [])));
	return found.flat();
}

async function walk(entry: FileSystemEntry): Promise<readonly Given<File>[]> {
	if (isFile(entry)) {
		const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
		return [{ path: entry.fullPath.replace(/^\//, ''), file }];
	}
	if (!isFolder(entry)) return [];
	const reader = entry.createReader();
	const found: Given<File>[] = [];
	// A reader gives some at a time, and in the end none.
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject)
		);
		if (some.length === 0) return found;
		for (const inner of some) found.push(...(await walk(inner)));
	}
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
