import { describe, expect, it } from 'vitest';
import { wrap } from './damage.fixture';
import { outline, read } from './outline.fixture';

const left =
	'Huset vid bryggan byggdes av en kapten som hade seglat på Kina. Han lät måla det gult, och i tornet satte han en klocka som slog glasen. När han dog flyttade klockan till kyrkan.';
const right =
	'Sedan dess har huset haft många ägare. Den siste var en lärare, som samlade på fåglar och skrev en bok om dem. I dag är det ett vandrarhem, där man får sova i kaptenens egen koj.';

/** Sets texts side by side, as `pdftotext -layout` writes a page. */
function set(columns: readonly string[], width: number): string {
	const lines = columns.map((text) => wrap(text, width).split('\n'));
	const count = Math.max(...lines.map(({ length }) => length));
	return Array.from({ length: count }, (_, i) =>
		lines
			.map((column) => (column[i] ?? '').padEnd(width + 5))
			.join('')
			.trimEnd()
	).join('\n');
}

const notices = (text: string) => read(text).notices;

describe('columns are read one after the other', () => {
	it.each([28, 34, 44])('two of %d characters, with a notice', (width) => {
		const text = `Huset\n\n${set([left, right], width)}`;
		expect(outline(text)).toEqual([`P ${left}`, `P ${right}`]);
		expect(notices(text)).toEqual([{ kind: 'columns', count: 1 }]);
	});

	it('three', () => {
		expect(outline(set([left, right, left], 30)).map((line) => line.slice(2))).toEqual([
			left,
			right,
			left
		]);
	});

	it('on each page, with a line across at the end', () => {
		const across = 'Den här raden går tvärs över hela sidan, för den står under de båda spalterna.';
		const text = `${set([left, right], 34)}\n\f${set([right, left], 34)}\n\n${across}`;
		expect(outline(text)).toEqual([left, right, right, left, across].map((words) => `P ${words}`));
		expect(notices(text)).toEqual([{ kind: 'columns', count: 2 }]);
	});

	it('with the sentence that goes from one to the other', () => {
		const words = `${left} ${right}`.split(' ');
		const [a, b] = [words.slice(0, 30).join(' '), words.slice(30).join(' ')];
		expect(outline(set([a, b], 34))).toEqual([`P ${a} ${b}`]);
	});
});

describe('no columns are seen', () => {
	it('in a list of pairs', () => {
		const pairs = [
			['båt på stranden', 'boat on the beach'],
			['klocka i tornet', 'clock in the tower'],
			['huset vid bryggan', 'house by the bridge'],
			['en kapten', 'a captain'],
			['gula fåglar', 'yellow birds']
		];
		const text = pairs.map(([sv = '', en = '']) => sv.padEnd(30) + en).join('\n');
		expect(notices(`${left}\n\n${text}\n\n${right}`)).toEqual([]);
	});

	it('in a text set straight at both sides', () => {
		const lines = wrap(`${left} ${right}`, 40).split('\n');
		const even = lines.map((line, i) =>
			i === lines.length - 1 ? line : line.replace(/ /, ' '.repeat(41 - line.length))
		);
		expect(outline(even.join('\n'))).toEqual([`P ${left} ${right}`]);
	});
});
