import { noteSpeed } from '../machine/slow';
import { settings } from './settings.svelte';

/** The reader’s choice between the models on this device and the browser’s own translator. */
export const translatorChoice = {
	isBrowser: (): boolean => settings.values.translator === 'browser',
	chooseBrowser: (): void => settings.set('translator', 'browser'),
	noteSpeed
};
