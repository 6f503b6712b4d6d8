import { describe, expect, it } from 'vitest';
import { leftOut, outline, prose } from './outline.fixture';

const sea = prose('havet');
const rows = ['P | År | Båtar | Hus |', 'P | 1910 | 12 | 40 |', 'P | 1920 | 9 | 38 |'];

describe('the rows of a table are kept', () => {
	it.each([
		['with bars', '| År | Båtar | Hus |\n|---|---:|:-:|\n| 1910 | 12 | 40 |\n| 1920 | 9 | 38 |'],
		['without bars at the sides', 'År | Båtar | Hus\n---|---|---\n1910 | 12 | 40\n1920 | 9 | 38'],
		[
			'as a grid',
			'+---+---+---+\n| År | Båtar | Hus |\n+===+===+===+\n| 1910 | 12 | 40 |\n+---+---+---+\n| 1920 | 9 | 38 |\n+---+---+---+'
		],
		['with tabs', 'År\tBåtar\tHus\n1910\t12\t40\n1920\t9\t38']
	])('%s', (_, table) => {
		expect(outline(`${sea}\n\n${table}\n\n${sea}`)).toEqual([`P ${sea}`, ...rows, `P ${sea}`]);
	});

	it('in Markdown that breaks its lines', () => {
		expect(outline(`# Byn\n\n${sea}\n\nÅr | Båtar\n---|---\n1910 | 12\n\n${sea}`)).toEqual([
			`P ${sea}`,
			'P | År | Båtar |',
			'P | 1910 | 12 |',
			`P ${sea}`
		]);
	});
});

describe('no table is seen', () => {
	it('in a menu', () => {
		const menu = 'Hem | Båtar | Hus | Kontakt';
		expect(leftOut(`${sea}\n\n${menu}\n\n${sea}`)).toEqual([`navigation: ${menu}`]);
	});

	it('in a line with tabs alone', () => {
		expect(outline(`${sea}\n\nAnna\tsade\tja.\n\n${sea}`)).toContain('P Anna sade ja.');
	});

	it('in sentences with a bar', () => {
		const text = 'Hon sade ja | eller nej, och det var det hela.';
		expect(outline(`${sea}\n\n${text}\n${text}`).slice(1)).toEqual([`P ${text}`, `P ${text}`]);
	});
});
