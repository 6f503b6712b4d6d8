/** A short translation, and what comes back of it from a translator. */
import { fingerprint } from '../../text/fingerprint';
import type { Translation, Unit } from '../unit';
import { exchangeDocument, type ExchangeDocument, type ExchangeUnit } from './document';
import { exportTranslation, readExchange, type Format } from './exchange';
import { mergePlan, type MergeEntry, type MergePlan } from './mergePlan';

export const today = '2026-12-01';
export const none = new Map();

export function returned(format: Format, translation: Translation): ExchangeDocument {
	const read = readExchange(exportTranslation(format, exchangeDocument(translation, none)));
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	return read.value.document;
}

export function planned(
	translation: Translation,
	document: ExchangeDocument,
	by?: string
): MergePlan {
	const plan = mergePlan(translation, document, by === undefined ? { today } : { today, by });
	if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
	return plan.value;
}

export const anna = { origin: 'human', name: 'Anna Ek', date: '2026-11-01' } as const;
export const draft = { origin: 'ai', name: 'A model', date: '2026-11-01' } as const;
export const cia = { by: 'Cia Lind', date: '2026-11-02' };
export const unit: Unit = {
	...{ kind: 'paragraph', source: [fingerprint('Hej.')], text: ['Hello.'], by: draft },
	review: cia
};
export const translation: Translation = {
	article: 'a-greeting',
	original: { lang: 'sv', title: 'En hälsning' },
	translated: { lang: 'en', title: 'A greeting' },
	units: [unit, { ...unit, source: [fingerprint('Då.')], text: ['Bye.'], by: anna, review: null }]
};

/** The plan for the first unit, when it comes back with `change`, and `now` is what is stored. */
export function first(
	change: Partial<ExchangeUnit>,
	now: Partial<Pick<Unit, 'text' | 'review' | 'note'>> = {},
	by?: string
): MergeEntry | undefined {
	const document = returned('xliff2', translation);
	const units = document.units.map((one, at) => (at === 1 ? { ...one, ...change } : one));
	const stored = {
		...translation,
		units: translation.units.map((one, at) => (at === 0 ? { ...one, ...now } : one))
	};
	return planned(stored, { ...document, units }, by).entries[0];
}
