import { describe, expect, it } from 'vitest';
import { plain } from '../text/inline';
import { leftOut, outline, prose, read } from './outline.fixture';

const sea = prose('havet');

describe('the remains of a converter become words', () => {
	it.each([
		['[ord](#) och [ord](/sida)', 'ord och ord'],
		['pris: \\$5 och \\_så\\_', 'pris: $5 och \\_så\\_'],
		['**fet** och _lutad_', '**fet** och *lutad*'],
		['<https://example.org/a_b_c>', '<https://example.org/a_b_c>']
	])('%s', (text, inline) => {
		const made = outline(`${sea}\n\nHär är ${text} det.`)[1]?.slice(
			'P Här är '.length,
			-' det.'.length
		);
		expect(plain(made ?? '')).toBe(plain(inline));
		expect(made).toBe(inline);
	});

	it('the target of a dead link is kept aside, except # within the page', () => {
		expect(leftOut(`${sea} [a](/sida) [b](#c) [d](javascript:alert(1))`)).toEqual([
			'link: /sida',
			'link: javascript:alert(1)'
		]);
	});
});

it('HTML and script are treated as text', () => {
	const html = '<p onclick="alert(1)">Det är <b>fet</b> text.</p><script>alert(1)</script>';
	const { article, notices } = read(`${sea}\n\n${html}`);
	expect(plain(article.blocks[1]?.text ?? '')).toBe(html);
	expect(notices).toEqual([{ kind: 'html' }]);
});

describe('lists', () => {
	it('lose their bullets and keep their numbers', () => {
		expect(
			outline(`${sea}\n\n- ett\n* två\n• tre\n\n1. fyra\n2. fem\n\n${sea}`).slice(1, -1)
		).toEqual(['L ett', 'L två', 'L tre', 'L 1. fyra', 'L 2. fem']);
	});

	it('are not made of long theses, a lone number or dialogue', () => {
		const long = `${sea} ${sea} ${sea}`;
		expect(outline(`1) ${long}\n\n2) ${long}`)).toEqual([`P 1) ${long}`, `P 2) ${long}`]);
		expect(outline(`${sea}\n\n3. Det är så.\n\n${sea}`)[1]).toBe('P 3. Det är så.');
		expect(outline(`${sea}\n\n– Ja, sade hon.\n– Nej, sade han.`)[1]).toBe('P – Ja, sade hon.');
	});
});
