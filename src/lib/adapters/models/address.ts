import { fileAddress, type Hub } from '$lib/core/machine/hub';
import type { ModelFailure, Offer } from '$lib/core/machine/modelStore';
import { fail, ok, type Result } from '$lib/core/result';

/** Where whoever hosts this site lays models. */
export const siteAddress = (model: string, name: string): string => `/models/${model}/${name}`;

/** Where a file of an offer is; a copy from the reader’s disk has no address. */
export function addressOf(
	{ model, source, commit }: Omit<Offer, 'files'>,
	name: string
): Result<string, ModelFailure> {
	if (source.kind === 'site') return ok(siteAddress(model, name));
	if (source.kind === 'disk' || commit === null) return fail({ kind: 'lacking', names: [name] });
	return ok(fileAddress(source.hub as Hub, model, commit, name));
}
