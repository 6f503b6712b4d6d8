/** Asks a source which files of a model it has. */
import {
	commitAddress,
	hostOf,
	listAddress,
	parseCommit,
	parseListing,
	type Hub
} from '$lib/core/machine/hub';
import { announced, manifestName, parseManifest } from '$lib/core/machine/manifest';
import type { Model } from '$lib/core/machine/model';
import type { ModelFailure, Offer, Source } from '$lib/core/machine/modelStore';
import { fail, ok, type Result } from '$lib/core/result';
import { siteAddress } from './address';
import { hostAt, json, type Net } from './request';

export type AskedSource = Exclude<Source, { kind: 'disk' }>;

export const ask = (
	net: Net,
	model: Model,
	source: AskedSource,
	signal: AbortSignal
): Promise<Result<Offer, ModelFailure>> =>
	source.kind === 'hub'
		? askHub(net, model, source.hub as Hub, signal)
		: askSite(net, model, signal);

/**
 * Asks the hub for its newest commit and the files in it. Everything later uses that commit only.
 */
async function askHub(
	net: Net,
	model: Model,
	hub: Hub,
	signal: AbortSignal
): Promise<Result<Offer, ModelFailure>> {
	if (!URL.canParse(hub)) return fail({ kind: 'unreachable', host: hostOf(hub) });
	const host = hostAt(hub);
	const info = await json(net, commitAddress(hub, model.id), signal);
	if (!info.ok) return named(info.failure, model);
	const commit = parseCommit(info.value);
	if (!commit.ok) return fail({ kind: 'unclear', host, fault: commit.failure });
	const list = await json(net, listAddress(hub, model.id, commit.value), signal);
	if (!list.ok) return named(list.failure, model);
	const files = parseListing(list.value, model.files);
	if (!files.ok)
		return fail(files.failure.kind === 'unclear' ? { ...files.failure, host } : files.failure);
	const source = { kind: 'hub', hub } as const;
	return ok({ model: model.id, source, commit: commit.value, files: files.value });
}

/**
 * Asks the site’s own folder, by its manifest. Without one the sizes are unknown until the
 * download.
 */
async function askSite(
	net: Net,
	model: Model,
	signal: AbortSignal
): Promise<Result<Offer, ModelFailure>> {
	const address = siteAddress(model.id, manifestName);
	const offer = { model: model.id, source: { kind: 'site' } } as const;
	const asked = await json(net, address, signal);
	// Some hosts answer with a page for a missing file.
	const hasNone =
		!asked.ok && (asked.failure.kind === 'absent' || asked.failure.kind === 'unclear');
	if (hasNone) return ok({ ...offer, commit: null, files: announced(model, null) });
	if (!asked.ok) return asked;
	const manifest = parseManifest(JSON.stringify(asked.value));
	if (!manifest.ok)
		return fail({ kind: 'unclear', host: hostAt(address), fault: manifest.failure });
	if (manifest.value.model !== model.id) return fail({ kind: 'other', says: manifest.value.model });
	const { commit } = manifest.value;
	return ok({ ...offer, commit, files: announced(model, manifest.value) });
}

/** Names the model, not the file, in the failure `absent`. */
const named = (failure: ModelFailure, model: Model): Result<never, ModelFailure> =>
	fail(failure.kind === 'absent' ? { ...failure, name: model.id } : failure);
