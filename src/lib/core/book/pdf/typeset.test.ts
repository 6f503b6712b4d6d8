import { expect, test } from 'vitest';
import { at, lines, outcome, page } from './pages.fixture';

/** Forty-eight letters, which fill a line of the samples. */
const full = (start: string): string => `${start} ${'ord '.repeat(20)}`.slice(0, 47) + 'x';

/** The first line of a paragraph, which is set in and as full as the others. */
const first = (start: string): string => `${`${start} ${'ord '.repeat(20)}`.slice(0, 44)}x`;

const prose = [
	`>${first('Ett stycke')}`,
	full('går vidare'),
	'och slutar här.',
	`>${first('Nästa stycke')}`,
	'slutar också.',
	`>${first('Ett tredje')}`,
	full('fortsätter'),
	'till sitt slut.'
];

test('paragraphs begin where a first line is set in', async () => {
	expect(await outcome([page(lines(100, prose))])).toEqual([
		`paragraph: ${first('Ett stycke')} ${full('går vidare')} och slutar här.`,
		`paragraph: ${first('Nästa stycke')} slutar också.`,
		`paragraph: ${first('Ett tredje')} ${full('fortsätter')} till sitt slut.`
	]);
});

test('a paragraph that goes on overleaf is one, and head and number are left out', async () => {
	const heads = (number: number) => [
		at(50, 40, 'Boken om staden', { size: 8 }),
		at(200, 560, String(number), { size: 8 })
	];
	const found = await outcome(
		[1, 2, 3].map((number) =>
			page([
				...heads(number),
				...lines(100, [full(`sida ${number} går vidare`), ...prose, `>${first('Sist')}`])
			])
		)
	);
	expect(found.filter((line) => line.startsWith('(')).slice(0, 2)).toEqual([
		'(running-head) Boken om staden',
		'(page-number) 1'
	]);
	expect(found).toContain(`paragraph: ${first('Sist')} ${full('sida 2 går vidare')}`);
});

test('columns are read one after the other', async () => {
	const column = (name: string) =>
		[1, 2, 3, 4, 5, 6].map((i) => `${name}${i} ord och mer ord än så`);
	const found = await outcome([
		page([...lines(100, column('a')), ...lines(100, column('b'), 220)])
	]);
	expect(found.join(' ')).toMatch(/a1.*a6.*b1.*b6/s);
});

test('a word that is broken at a line’s end is joined if the book has it, a compound keeps its hyphen', async () => {
	const [found = ''] = await outcome([
		page(
			lines(100, [
				full('Järnvägen och svensk-norska järnvägen').slice(0, 41) + ' järn-',
				'vägen låg mycket långsamt stilla där och lång-',
				'samt rann ån förbi den gamla gränsen svensk-',
				'norska.'
			])
		)
	]);
	expect(found).toMatch(/järnvägen låg/);
	expect(found).toMatch(/långsamt rann/);
	expect(found).toMatch(/svensk-norska\.$/);
});

test('a note at the foot is tied to its raised number, and goes on overleaf', async () => {
	const found = await outcome([
		page([
			at(50, 100, 'Ett ord'),
			at(85, 96, '1', { size: 6 }),
			at(92, 100, 'och flera ord till på raden som är lång'),
			...lines(112, [full('mer text'), full('ännu mer'), 'slut.']),
			at(50, 500, '1', { size: 5 }),
			at(54, 503, 'Noten börjar här och går', { size: 8 })
		]),
		page([
			...lines(100, [full('Ny sida'), full('med text'), 'som slutar.']),
			at(50, 503, 'vidare på nästa sida.', { size: 8 })
		])
	]);
	expect(found[0]).toMatch(/^paragraph: Ett ord\[\^note-1\] och flera/);
	expect(found.at(-1)).toBe('note-1: Noten börjar här och går vidare på nästa sida.');
});

test('notes with the same mark are tied to their references in order', async () => {
	const found = await outcome([
		page([
			...lines(88, [full('Först en rad')]),
			at(50, 100, 'Ett ord'),
			at(85, 96, '*', { size: 6 }),
			at(92, 100, 'och flera ord till på raden som är lång'),
			at(50, 112, 'Ett till'),
			at(90, 108, '*', { size: 6 }),
			at(97, 112, 'och flera ord till på raden som är lång'),
			...lines(124, [full('mer text'), 'slut.']),
			at(50, 500, '*', { size: 5 }),
			at(54, 503, 'Den första noten.', { size: 8 }),
			at(50, 512, '*', { size: 5 }),
			at(54, 515, 'Den andra noten.', { size: 8 })
		])
	]);
	expect(found[0]).toMatch(/Ett ord\[\^note-1\] och .* Ett till\[\^note-2\] och/);
	expect(found.slice(1)).toEqual(['note-1: Den första noten.', 'note-2: Den andra noten.']);
});

test('a raised figure without a note is text', async () => {
	const [found] = await outcome([
		page([at(50, 100, 'Tolv m'), at(80, 96, '2', { size: 6 }), at(88, 100, 'stor')])
	]);
	expect(found).toBe('paragraph: Tolv m2 stor');
});

test('larger and bold lines are headings, and the outline gives their level', async () => {
	const items = [
		at(50, 60, 'Första delen', { size: 18 }),
		at(50, 90, 'Ett kapitel', { size: 14 }),
		...lines(120, prose),
		at(50, 240, 'Ett avsnitt', { font: 'bold' }),
		...lines(260, prose)
	];
	const headings = async (outline: Parameters<typeof outcome>[1]) =>
		(await outcome([page(items)], outline)).filter((line) => line.startsWith('heading'));
	expect(await headings([])).toEqual([
		'heading 1: Första delen',
		'heading 2: Ett kapitel',
		'heading 3: Ett avsnitt'
	]);
	expect(await headings([{ title: 'Ett kapitel', level: 4, page: 0, y: 510 }])).toContain(
		'heading 4: Ett kapitel'
	);
});

test('verse keeps its lines, a quotation is set in on both sides', async () => {
	const verse = ['Rad ett är kort', 'rad två med', 'rad tre också'].map((text, i) =>
		at(80, 220 + i * 12, text)
	);
	const quote = [full('Ett citat').slice(12), full('som är långt').slice(12), 'och slutar.'].map(
		(text, i) => at(80, 280 + i * 12, text)
	);
	const found = await outcome([
		page([...lines(100, prose), ...verse, ...quote, ...lines(340, prose)])
	]);
	expect(found).toContain('quote: Rad ett är kort / rad två med / rad tre också');
	expect(found.some((line) => /^quote: .*x .*x och slutar\.$/.test(line))).toBe(true);
});

test('a caption in bold letters is no heading', async () => {
	const caption = at(50, 240, 'Figure 9. Tagged values', { font: 'bold' });
	const found = await outcome([page([...lines(100, prose), caption, ...lines(280, prose)])]);
	expect(found).toContain('caption: *Figure 9. Tagged values*');
});

test('a drop cap begins the first line’s first word', async () => {
	const found = await outcome([
		page([
			at(50, 120, 'D', { size: 36 }),
			at(70, 100, 'et var en gång ett ord i en rad av'),
			at(70, 112, 'ord som stod bredvid en stor bokst'),
			...lines(124, [full('sedan kom'), 'slutet.', ...prose])
		])
	]);
	expect(found[0]).toMatch(/^paragraph: Det var en gång/);
});

test('ligatures and accents that stand apart become letters', async () => {
	const [found] = await outcome([page([at(50, 100, 'ﬁnt och na¨'), at(105, 100, 'ıvt')])]);
	expect(found).toBe('paragraph: fint och naïvt');
});

test('letters are composed, and a hyphen within a line is none of a break', async () => {
	const [found] = await outcome([
		page([
			at(50, 100, 'ba\u030att och svensk\u00adnorsk'),
			at(180, 100, 'kra'),
			at(195, 100, '\u0308', { wide: 0 }),
			at(195, 100, 'fta')
		])
	]);
	expect(found).toBe('paragraph: bått och svensk-norsk kräfta');
});

test('italic words are marked', async () => {
	const [found] = await outcome([
		page([
			at(50, 100, 'Ett'),
			at(68, 100, 'kursivt', { font: 'italic' }),
			at(106, 100, 'ord till i en rad av ord')
		])
	]);
	expect(found).toBe('paragraph: Ett _kursivt_ ord till i en rad av ord');
});

test('a paragraph that begins with a raised figure is parted by the same gap as others', async () => {
	const paragraphs = Array.from({ length: 8 }, (_, nth) => {
		const y = 60 + nth * 52;
		const raisedAt = nth === 5 ? y : y + 12;
		return [
			...lines(y, [full(`Stycke ${nth}`), full('går vidare'), full('och vidare'), 'slutar.']),
			at(291, raisedAt - 4, '2', { size: 6 })
		];
	}).flat();
	const found = await outcome([page(paragraphs)]);
	expect(found.map((line) => line.slice(11, 19))).toEqual(
		Array.from({ length: 8 }, (_, nth) => `Stycke ${nth}`)
	);
});

test('a line that a raised figure sets lower begins no paragraph', async () => {
	const wider = Array.from({ length: 6 }, (_, nth) => {
		const y = 60 + nth * 70;
		return [
			...lines(y, [full(`Stycke ${nth}`), full('går vidare')]),
			at(50, y + 28, full('och vidare')),
			at(291, y + 24, '2', { size: 6 }),
			...lines(y + 40, ['slutar.'])
		];
	}).flat();
	expect(await outcome([page(wider)])).toHaveLength(6);
});

test('a sentence goes on overleaf though its line is short, where a new one begins a paragraph', async () => {
	const overleaf = async (end: string, start: string) =>
		(await outcome([page(lines(60, [...prose, end])), page(lines(60, [start, ...prose]))])).length;
	expect(await overleaf('som tog', `${full('plats')}`)).toBe(
		(await overleaf('tog slut.', `${full('Plats')}`)) - 1
	);
});

test('a poem goes on overleaf after its first line, a finished quotation does not', async () => {
	const verse = ['Rad två med', 'Rad tre också', 'Rad fyra'].map((text, i) =>
		at(80, 60 + i * 12, text)
	);
	// Tells how far lines reach that are set in.
	const quote = ['Ett citat', 'som är långt', 'och slutar'].map((text, i) =>
		at(80, 260 + i * 12, full(text).slice(0, 42))
	);
	const poem = async (head: string) =>
		(
			await outcome([
				page([...lines(60, prose), at(80, 180, head)]),
				page([...verse, ...lines(120, prose), ...quote])
			])
		).filter((line) => /^quote: .*(?:rad|Rad)/.test(line));
	expect(await poem('En rad är kort')).toEqual([
		'quote: En rad är kort / Rad två med / Rad tre också / Rad fyra'
	]);
	expect(await poem('En rad är kort.')).toHaveLength(2);
});
