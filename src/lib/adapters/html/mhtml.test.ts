import { describe, expect, test } from 'vitest';
import { importHtml } from './importHtml';
import { isMhtml } from './mhtml';
import { pageOf, paragraphs, prose } from './page.fixture';
import { isWebPage } from './webPage';

const html = pageOf(`<main><h1>Kvarnen vid ån</h1>${paragraphs}</main>`);

/** Writes bytes as quoted-printable, with soft line breaks after every 60 characters. */
const quotedPrintable = (text: string, encoding: BufferEncoding = 'utf8'): string =>
	[...Buffer.from(text, encoding)]
		.map((byte) => {
			const char = String.fromCharCode(byte);
			return byte > 126 || char === '='
				? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
				: char;
		})
		.join('')
		.replace(/(?:=[0-9A-F]{2}|[^=\n]){60}/g, '$&=\r\n');

const base64 = (text: string): string =>
	(
		Buffer.from(text)
			.toString('base64')
			.match(/.{1,76}/g) ?? []
	).join('\r\n');

const address = 'https://dalbladet.example/kvarnen';
const boundary = '----Gräns--1'.replace('ä', 'a');

const part = (headers: readonly string[], body: string) =>
	[`--${boundary}`, ...headers, '', body, ''].join('\r\n');

const picture = part(
	['Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-Location: a.png'],
	'iVBORw0KGgo='
);

const message = (...parts: readonly string[]) =>
	[
		'From: <Saved by Blink>',
		`Snapshot-Content-Location: ${address}`,
		'Subject: =?utf-8?Q?Kvarnen?=',
		'MIME-Version: 1.0',
		'Content-Type: multipart/related;',
		'\ttype="text/html";',
		`\tboundary="${boundary}"`,
		'',
		'',
		...parts,
		`--${boundary}--`,
		''
	].join('\r\n');

function texts(file: string) {
	const imported = importHtml(Buffer.from(file, 'latin1'), null);
	return imported.ok
		? imported.value.article.blocks.map(({ text }) => text)
		: imported.failure.kind;
}

describe('a page in a single file is read like the page', () => {
	test.each([
		[
			'quoted-printable',
			message(
				part(
					['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable'],
					quotedPrintable(html)
				),
				picture
			)
		],
		[
			'base64, after a picture',
			message(
				picture,
				part(
					['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: BASE64'],
					base64(html)
				)
			)
		],
		[
			'8bit in windows-1252, as the part says',
			message(
				part(
					['Content-Type: text/html; charset="windows-1252"', 'Content-Transfer-Encoding: 8bit'],
					html.replace('utf-8', 'iso-8859-2')
				)
			)
		],
		[
			'quoted-printable in iso-8859-15, as the page says',
			message(
				part(
					['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable'],
					quotedPrintable(html.replace('utf-8', 'iso-8859-15'), 'latin1')
				)
			)
		],
		[
			'a message in the message',
			message(
				part(
					['Content-Type: multipart/alternative; boundary=inre'],
					`--inre\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(html)}\r\n--inre--`
				)
			)
		],
		[
			'a file that was cut off',
			message(
				part(['Content-Type: text/html', 'Content-Transfer-Encoding: base64'], base64(html))
			).split(`--${boundary}--`)[0] ?? ''
		],
		[
			'lines that end with a line feed alone',
			message(
				part(
					['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable'],
					quotedPrintable(html)
				)
			).replaceAll('\r\n', '\n')
		]
	])('%s', (_, file) => expect(texts(file)).toEqual([...prose]));

	test('the part that is named as the first is the page, not a frame before it', () => {
		const frame = part(
			['Content-Type: text/html', 'Content-ID: <frame-2>'],
			pageOf('<p>Annons</p>')
		);
		const page = part(
			['Content-Type: text/html', 'Content-ID: <frame-1>', 'Content-Transfer-Encoding: base64'],
			base64(html)
		);
		expect(
			texts(message(frame, page).replace('\ttype=', '\tstart="<frame-1>";\r\n\ttype='))
		).toEqual([...prose]);
	});

	test('its address is the page’s', () => {
		const imported = importHtml(
			Buffer.from(
				message(
					part(['Content-Type: text/html', 'Content-Transfer-Encoding: base64'], base64(html))
				)
			),
			null
		);
		expect(imported.ok && imported.value.article.address).toBe(address);
	});

	test('a file without a page is empty', () => expect(texts(message(picture))).toBe('empty'));
});

test('it is known by its headers, not by its name', () => {
	expect(isMhtml(message(picture))).toBe(true);
	expect(isWebPage('kvarnen', message(picture))).toBe(true);
	expect(isWebPage('kvarnen.mhtml', html)).toBe(true);
	expect(isWebPage('kvarnen.mhtml', 'Kvarnen: en berättelse\n\nDet var höst.')).toBe(false);
	expect(isMhtml('Content-Type: multipart/mixed; boundary=a\n\n')).toBe(false);
	expect(isMhtml('Han sade: Content-Type: multipart/related')).toBe(false);
});
