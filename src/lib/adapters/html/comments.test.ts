import { describe, expect, test } from 'vitest';
import { pageOf, paragraphs, prose, read } from './page.fixture';

const said = (nth: number) =>
	`Det här påminner mig om vår egen kvarn, som min farfar malde i varje höst så länge han levde, gång ${nth}.`;
const many = (make: (nth: number) => string, count = 12) =>
	Array.from({ length: count }, (_, at) => make(at + 1)).join('');
const names = [
	'Ada Lind',
	'Bo Ek',
	'Cia Ros',
	'Dan Ask',
	'Eva Bok',
	'Filip Al',
	'Greta Lönn',
	'Hans Hägg',
	'Ida Sälg',
	'Jan Pil',
	'Kaj Tall',
	'Lo Gran'
];
const name = (nth: number) => names[(nth - 1) % names.length] ?? '';

const article = `<div class="a"><h1>Kvarnen vid ån</h1>${paragraphs}</div>`;

describe('a thread longer than the article is left out', () => {
	test.each([
		[
			'a name of one word and a number',
			(n: number) => `<div class="b"><p class="c">Läsare ${n}</p><p>${said(n)}</p></div>`
		],
		['full names', (n: number) => `<div class="b"><p>${name(n)}</p><p>${said(n)}</p></div>`],
		[
			'nicknames that the page calls authors',
			(n: number) =>
				`<div><span class="user-name">kvarn${'abcdefghijklm'[n]}</span><p>${said(n)}</p></div>`
		],
		[
			'a name and a date',
			(n: number) => `<div><p>${name(n)} 12 maj 2020 kl. 10.${10 + n}</p><p>${said(n)}</p></div>`
		],
		[
			'a name and a time element',
			(n: number) => `<section><b>${name(n)}</b> <time>i går</time><p>${said(n)}</p></section>`
		],
		[
			'a way to answer',
			(n: number) => `<div><div>kvarnvän</div><p>${said(n)}</p><p>Svara</p></div>`
		]
	])('%s', (_, post) => {
		const { body, authors, left } = read(
			pageOf(`<div>${article}<div class="d">${many(post)}</div></div>`)
		);
		expect(body).toEqual([...prose]);
		expect(authors).toBeUndefined();
		expect(new Set(left.map(([reason]) => reason))).toEqual(new Set(['comments']));
		expect(left.filter(([, text]) => text?.includes('vår egen kvarn'))).toHaveLength(12);
	});

	test('in a list, with answers in it, a heading and a form', () => {
		const answer = `<ul><li><p>${name(5)}</p><p>${said(0)}</p></li></ul>`;
		const post = (n: number) =>
			`<li><p>${name(n)}</p><p>${said(n)}</p>${n === 2 ? answer : ''}</li>`;
		const { body, left } = read(
			pageOf(
				`${article}<section><h3>12 röster</h3><ol>${many(post)}</ol><form><p>Skriv något</p></form></section>`
			)
		);
		expect(body).toEqual([...prose]);
		expect(left.map(([, text]) => text)).toContain('12 röster');
	});

	test('when the page names it, even two comments', () => {
		const post = (n: number) => `<div class="comment"><p>${said(n)}</p></div>`;
		const { body, left } = read(
			pageOf(`${article}<section id="comments">${many(post, 2)}</section>`)
		);
		expect(body).toEqual([...prose]);
		expect(left.every(([reason]) => reason === 'comments')).toBe(true);
	});
});

describe('what only looks like a thread is part of the text', () => {
	const kept = (html: string, ...texts: string[]) => {
		const { body, left } = read(pageOf(html));
		expect(left.filter(([reason]) => reason === 'comments')).toEqual([]);
		for (const text of [...prose, ...texts]) expect(body).toContain(text);
	};

	test('an interview, whose two voices return', () => {
		const turn = (n: number) =>
			`<div><p>${n % 2 ? 'Ada Lind' : 'Bo Ek'}</p><p>${said(n)}</p></div>`;
		kept(`${article}<div>${many(turn)}</div>`, said(1), said(12));
	});

	test('voices in the row of the article’s paragraphs', () => {
		const voice = (n: number) => `<div><p>${name(n)}</p><p>${said(n)}</p></div>`;
		kept(
			`<article><h1>Kvarnen vid ån</h1>${paragraphs}${many(voice, 5)}</article>`,
			said(1),
			said(5)
		);
	});

	test('numbered steps', () => {
		const step = (n: number) => `<div><p>Steg ${n}</p><p>${said(n)}</p></div>`;
		kept(`${article}<div>${many(step)}</div>`, said(1), said(12));
	});

	test('sections with headings', () => {
		const section = (n: number) => `<section><h2>${name(n)}</h2><p>${said(n)}</p></section>`;
		kept(`<article>${paragraphs}<div>${many(section, 3)}</div></article>`, said(1), said(3));
	});

	test('a day’s events by the hour', () => {
		const event = (n: number) => `<div><p>10.${10 + n}</p><p>${said(n)}</p></div>`;
		kept(`${article}<div>${many(event)}</div>`, said(1), said(12));
	});

	test('posts without an article before them', () => {
		const post = (n: number) => `<div><p>${name(n)}</p><p>${said(n)}</p></div>`;
		const { body } = read(pageOf(`<h1>Kvarnen vid ån</h1><div>${many(post)}</div>`));
		expect(body).toContain(said(1));
	});

	test('a page whose body is open to comments', () => {
		const html = pageOf(article).replace('<body>', '<body class="comments comment-open">');
		expect(read(html).body).toEqual([...prose]);
	});
});
