import type { Manifest } from './manifest';

/** Formats a manifest, as people who pass a model on do by hand or by script. */
export const formatManifest = ({ model, commit, files }: Manifest): string =>
	`${JSON.stringify({ format: 'jamsides-model', version: 1, model, commit, files }, null, '\t')}\n`;
