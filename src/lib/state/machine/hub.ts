/**
 * The hub that models come from: the reader’s choice, kept in localStorage, else the hub that the
 * site was built with (`JAMSIDES_HUB`), else Hugging Face.
 */
import { defaultHub, parseHub, type Hub } from '$lib/core/machine/hub';
import { readLocal, writeLocal } from '../localStore';

const key = 'jamsides.hub';

export const siteHub: Hub = parseHub(import.meta.env.JAMSIDES_HUB ?? '') ?? defaultHub;

/** Returns the reader’s choice; null for none. */
export const chosenHub = (): Hub | null => parseHub(readLocal(key) ?? '');

/** Keeps the reader’s choice; null forgets it. */
export const rememberHub = (hub: Hub | null): void => writeLocal(key, hub);
