import { describe, expect, it } from 'vitest';
import { dateLine, findDate } from './dates';

describe('findDate returns EDTF', () => {
	it.each([
		['2022-01-15', '2022-01-15'],
		['15 January 2022', '2022-01-15'],
		['January 15, 2022', '2022-01-15'],
		['15th of May 1999', '1999-05-15'],
		['den 5 maj 2020', '2020-05-05'],
		['October 2014', '2014-10'],
		['okt. 2014', '2014-10'],
		['17-21/1 2022', '2022-01-17/2022-01-21'],
		['17–21 januari 2022', '2022-01-17/2022-01-21'],
		['5/1 2020', '2020-01-05'],
		['5/1-2020', '2020-01-05'],
		['2014-10', '2014-10'],
		['5.1.2020', '2020-01-05'],
		['05.01.2020', '2020-01-05']
	])('%s', (printed, issued) => {
		expect(findDate(printed)?.issued).toBe(issued);
	});

	it.each([
		'09/03/2021',
		'2022',
		'maj',
		'32 maj 2020',
		'21-17/1 2022',
		'rum 5/13 2020',
		'A2022-01-15',
		'5.13.2020',
		'192.168.1.2020',
		'2020.05.05'
	])('finds no date in %s', (printed) => {
		expect(findDate(printed)).toBeNull();
	});
});

describe('dateLine', () => {
	it.each([
		['Publicerad: 2022-01-15', '2022-01-15'],
		['Published on Monday, 5 May 2020', '2020-05-05'],
		['Uppdaterad 14 mars 2023 kl. 08.15', '2023-03-14'],
		['Lund, Malmö, 5 maj 2020', '2020-05-05'],
		['New York, May 5, 2020', '2020-05-05'],
		['Tuesday, May 5, 2020 at 3:15 PM EDT', '2020-05-05'],
		['5 May 2020 10.15 BST', '2020-05-05'],
		['Updated 5:20 p.m., May 5, 2020', '2020-05-05'],
		['Last modified on 6 May 2020', '2020-05-06'],
		['Publicerad 5 maj 2020 Uppdaterad 6 maj 2020', '2020-05-05'],
		['Senast uppdaterad 2020-05-06, publicerad 2020-05-05', '2020-05-05']
	])('%s', (line, issued) => {
		expect(dateLine(line)).toBe(issued);
	});

	it.each([
		'Den 2 januari 2022 utbröt en brand',
		'Protester i Lund, Sverige, 4 januari 2022 mot kriget',
		'On 5 May 2020 the king died.',
		'Nummer 5',
		'Kl. 10.15 den 5 maj 2020 brann huset',
		'5 maj 2020 eller 6 maj 2020'
	])('rejects %s', (line) => {
		expect(dateLine(line)).toBeNull();
	});
});
