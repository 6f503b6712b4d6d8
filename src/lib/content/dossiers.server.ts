/** The project’s dossiers, read when the site is built. */
import { readDossiers, type MappedDossier } from './dossiers';
import { filesIn } from './files.server';
import { articleIds } from './library.server';
import { lazily } from './lazily';

/** Returns every dossier, by id. */
export const dossiers = lazily((): readonly MappedDossier[] =>
	readDossiers(filesIn('src/dossiers', '.json'), filesIn('src/maps', '.json'), articleIds())
);

export const dossier = (id: string): MappedDossier | null =>
	dossiers().find((one) => one.id === id) ?? null;
