import { fileAddress, type Hub } from '$lib/core/machine/hub';
import type { ModelFailure, Offer } from '$lib/core/machine/modelStore';
import { fail, ok, type Result } from '$lib/core/result';

/** Returns the path at which the site’s host serves a model’s file. */
export const siteAddress = (model: string, name: string): string => `/models/${model}/${name}`;

/** Returns the address of a file of an offer; a copy from the reader’s disk has none. */
export function addressOf(
	{ model, source, commit }: Omit<Offer, 'files'>,
	name: string
): Result<string, ModelFailure> {
	if (source.kind === 'site') return ok(siteAddress(model, name));
	if (source.kind === 'disk' || commit === null) return fail({ kind: 'lacking', names: [name] });
	return ok(fileAddress(source.hub as Hub, model, commit, name));
}
