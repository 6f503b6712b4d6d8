/** Loads what translates on the device, and starts it on a reading page. */
import { machinery } from '$lib/compose/machinery';
import { translatorChoice } from '../../settings/translatorChoice';
import type { OwnReading } from '../ownReading.svelte';
import type { ReadingPage } from '../page';
import { Machine, type MachineHost } from './machine.svelte';

/** What a page gives it; `page` changes with what the reader saves. */
type Host = Omit<MachineHost, 'own' | 'page'> & { readonly page: ReadingPage };

/** Returns what starts it on a page: the page may have been left while it loaded. */
export async function openMachine(): Promise<(reader: Host, own: OwnReading) => Machine> {
	const environment = await machinery(translatorChoice);
	return (reader, own) => {
		const { switches, announcer, panels } = reader;
		const machine = new Machine(
			{
				own,
				page: () => reader.page,
				...{ switches, announcer, panels },
				unfold: (ids) => reader.unfold(ids),
				keepPlace: (change) => reader.keepPlace(change)
			},
			environment
		);
		own.onRender(() => machine.changed());
		return machine;
	};
}
