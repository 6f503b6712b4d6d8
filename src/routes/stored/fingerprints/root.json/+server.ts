import { json } from '@sveltejs/kit';
import { storedFingerprints } from '$lib/content/fingerprints.server';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Returns the rule by which the stored fingerprints are divided into files. */
export const GET: RequestHandler = () => json(storedFingerprints().root);
