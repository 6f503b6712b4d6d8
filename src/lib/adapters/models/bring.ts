/** Stores a whole model in the cache: from the network, or from the reader’s files. */
import { pickModelFiles } from '$lib/core/machine/pickModelFiles';
import { announced, parseManifest } from '$lib/core/machine/manifest';
import { sum, type Model, type ModelFile } from '$lib/core/machine/model';
import { checkNature, natureFiles } from '$lib/core/machine/modelIdentity';
import type { Given, ModelFailure, Offer } from '$lib/core/machine/modelStore';
import { fail, ok, type Result } from '$lib/core/result';
import { addressOf } from './address';
import { download } from './download';
import type { ModelJob } from './job';
import { heldBytes, partBytes, removeFile, type PartCache } from './fileParts';
import { fileOf } from './files';
import { FileWriter, type Announced } from './writer';

/** The stored files and the commit, if the source gives one. */
export interface StoredFiles {
	readonly files: readonly Announced[];
	readonly commit: string | null;
}

/** Downloads the files of an offer, starting from what an earlier attempt stored. */
export async function bring(
	{ cache, net, signal, progress }: ModelJob,
	model: Model,
	offer: Offer
): Promise<Result<StoredFiles, ModelFailure>> {
	const ofBytes = sum(offer.files);
	const brought: Announced[] = [];
	for (const file of offer.files) {
		const before = sum(brought) ?? 0;
		// Later files may be stored already: the progress bar starts where the last attempt ended.
		const after = await heldAfter(cache, model, offer.files, file);
		const address = addressOf(offer, file.name);
		if (!address.ok) return address;
		const writer = new FileWriter(cache, model.id, file);
		const tell = () => progress({ bytes: before + writer.bytes + after, ofBytes });
		await writer.resume(tell);
		tell();
		const wanted = { net, address: address.value, file, signal, progress: tell };
		const came = await download(writer, wanted);
		if (!came.ok) return came;
		brought.push(came.value);
	}
	return examined(cache, model, { files: brought, commit: offer.commit });
}

async function heldAfter(
	cache: PartCache,
	model: Model,
	files: readonly ModelFile[],
	file: ModelFile
): Promise<number> {
	const later = files.slice(files.indexOf(file) + 1).filter(({ bytes }) => bytes !== null);
	const held = await Promise.all(later.map(({ name }) => heldBytes(cache, model.id, name)));
	return held.reduce((total, bytes) => total + bytes, 0);
}

/**
 * Copies the model’s files from the reader’s, and checks them against a manifest if they gave one.
 */
export async function copy(
	{ cache, signal, progress }: ModelJob,
	model: Model,
	given: readonly Given<Blob>[]
): Promise<Result<StoredFiles, ModelFailure>> {
	const chosen = pickModelFiles(model, given);
	if (!chosen.ok) return chosen;
	const manifest = await manifestIn(model, chosen.value.manifest);
	if (!manifest.ok) return manifest;
	const ofBytes = [...chosen.value.files.values()].reduce((total, { size }) => total + size, 0);
	const brought: Announced[] = [];
	for (const file of announced(model, manifest.value)) {
		const content = chosen.value.files.get(file.name);
		if (!content) return fail({ kind: 'lacking', names: [file.name] });
		if (file.bytes !== null && file.bytes !== content.size)
			return fail({ kind: 'wrong', name: file.name });
		const before = sum(brought) ?? 0;
		const writer = new FileWriter(cache, model.id, file);
		for (let at = 0; at < content.size; at += partBytes) {
			if (signal.aborted) return fail({ kind: 'stopped' });
			const piece = await bytesOf(content.slice(at, at + partBytes));
			if (!piece) return fail({ kind: 'unreadable', name: file.name });
			await writer.write(piece);
			progress({ bytes: before + writer.bytes, ofBytes });
		}
		const whole = await writer.end();
		if (!whole) return fail({ kind: 'wrong', name: file.name });
		brought.push(whole);
	}
	return examined(cache, model, { files: brought, commit: manifest.value?.commit ?? null });
}

async function manifestIn(model: Model, file: Blob | null) {
	if (!file) return ok(null);
	const bytes = await bytesOf(file);
	const parsed = parseManifest(new TextDecoder().decode(bytes ?? new Uint8Array()));
	if (!parsed.ok) return fail({ kind: 'unreadable', name: 'manifest.json' } as const);
	return parsed.value.model === model.id
		? parsed
		: fail({ kind: 'other', says: parsed.value.model } as const);
}

/** Returns null if the system cannot read it: the file, or its disk, is gone. */
async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
	try {
		return new Uint8Array(await blob.arrayBuffer());
	} catch {
		return null;
	}
}

/** Checks at the end that the files describe this model: a sound file may be of another one. */
async function examined(
	cache: PartCache,
	model: Model,
	brought: StoredFiles
): Promise<Result<StoredFiles, ModelFailure>> {
	const texts = await Promise.all(natureFiles.map((name) => text(cache, model.id, name)));
	const nature = checkNature(model, {
		'config.json': texts[0] ?? '',
		'tokenizer_config.json': texts[1] ?? ''
	});
	if (nature.ok) return ok(brought);
	for (const { name } of brought.files) await removeFile(cache, model.id, name);
	return nature;
}

const text = async (cache: PartCache, model: string, name: string): Promise<string> =>
	(await fileOf(cache, model, name)).text();
