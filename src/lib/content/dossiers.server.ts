/** The project’s dossiers, read when the site is built. */
import { readDossiers, type MappedDossier } from './dossiers';
import { library } from './library.server';

// Vite needs the options as literals at each call, so they are repeated.
const all = readDossiers(
	import.meta.glob<string>('/src/dossiers/*.json', {
		query: '?raw',
		import: 'default',
		eager: true
	}),
	import.meta.glob<string>('/src/maps/*.json', { query: '?raw', import: 'default', eager: true }),
	library().map(({ id }) => id)
);

/** Returns every dossier, by id. */
export const dossiers = (): readonly MappedDossier[] => all;

export const dossier = (id: string): MappedDossier | null =>
	all.find((one) => one.id === id) ?? null;
