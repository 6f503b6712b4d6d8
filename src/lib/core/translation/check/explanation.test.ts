import { expect, it } from 'vitest';
import { parseFingerprint } from '../../text/fingerprint';
import { explain, parseExplanations, type Explanation } from './explanation';
import type { Report } from './finding';

const unit = parseFingerprint('0123456789abcdef') ?? 'title';
const report = (about: string): Report => ({
	...{ place: 3, source: unit === 'title' ? null : unit, kind: 'figure', about },
	...{ original: about, translation: null }
});
const explanation = (about: string): Explanation => ({
	...{ unit, kind: 'figure', about, reason: 'Inches.' }
});

it('separates explained reports, and lists explanations that match no report', () => {
	const { open, explained, stale } = explain(
		[report('4'), report('10')],
		[explanation('4'), explanation('7')]
	);
	expect(open).toEqual([report('10')]);
	expect(explained).toEqual([report('4')]);
	expect(stale).toEqual([explanation('7')]);
});

it('reads explanations by translation, each with its reason', () => {
	const file = (one: object) =>
		parseExplanations({ version: 1, translations: { 'a-walk.en': [one] } });
	expect(file(explanation('4'))).toEqual({
		ok: true,
		value: { 'a-walk.en': [explanation('4')] }
	});
	expect(file({ ...explanation('4'), reason: '' })).toMatchObject({ ok: false });
	expect(file({ ...explanation('4'), kind: 'style' })).toMatchObject({ ok: false });
	expect(file({ unit, kind: 'figure', about: '4' })).toMatchObject({ ok: false });
});
