/** Checks every stored translation against its original, the glossary and the explained reports. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { describe as describeAll, expect, it } from 'vitest';
import { bundled, check, explanations, glossary, nameOf } from '../../cli/checked';
import { content } from '../../cli/content';
import { describe } from '../core/translation/check/finding';
import { others } from './others.fixture';

it.each(['glossary', 'checked'])(
	'translations/%s.json is valid by its JSON schema and by the parser',
	(name) => {
		const read = (ending: string): unknown =>
			JSON.parse(readFileSync(`translations/${name}${ending}`, 'utf8'));
		const valid = new Ajv({ strict: false }).compile(read('.schema.json') as object);
		expect(valid(read('.json')), JSON.stringify(valid.errors)).toBe(true);
		expect(name === 'glossary' ? glossary : explanations).not.toThrow();
	}
);

const translations = content().flatMap((stored) => stored.translations);
const checked = check(translations, [...others(), ...bundled()]);
const skipped = checked.filter(({ kind }) => kind === 'skipped').map(({ name }) => name);
if (skipped.length > 0)
	console.log(`skipped: their originals are not at hand: ${skipped.join(', ')}`);

describeAll.each(checked.flatMap((one) => (one.kind === 'checked' ? [one] : [])))(
	'$name (npm run --silent jamsides -- translations check)',
	({ open, stale }) => {
		it('has no unexplained report', () => {
			expect(open.map((report) => `${report.place} ${describe(report)}`)).toEqual([]);
		});

		it('has no explanation without a report', () => {
			expect(stale).toEqual([]);
		});
	}
);

it('only stored translations have explanations', () => {
	const stored = translations.map(nameOf);
	const unknown = Object.keys(explanations()).filter((name) => !stored.includes(name));
	expect(unknown).toEqual([]);
});
