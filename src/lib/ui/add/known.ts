import type { T } from '$lib/i18n';
import type { TextKnowledge } from '$lib/state/add/knowledge';
import { inLanguage } from '$lib/i18n/languageName';

/** “Its English translation is known: 26 of 26 paragraphs.” */
export const knownWords = (
	{ entry, recognition }: TextKnowledge & { kind: 'known' },
	t: T
): string =>
	t('add.known.translation', {
		lang: inLanguage(entry.translated[0]?.lang ?? 'und', t),
		covered: recognition.known,
		count: recognition.paragraphs
	});
