/** The project’s dossiers, read when the site is built. */
import { readDossiers, type MappedDossier } from './dossiers';
import { filesIn } from './files.server';
import { library } from './library.server';
import { lazily } from './lazily';

/** Returns every dossier, by id. */
export const dossiers = lazily((): readonly MappedDossier[] =>
	readDossiers(
		filesIn('src/dossiers', '.json'),
		filesIn('src/maps', '.json'),
		library().map(({ id }) => id)
	)
);

export const dossier = (id: string): MappedDossier | null =>
	dossiers().find((one) => one.id === id) ?? null;
