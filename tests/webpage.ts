/** A made-up page as a browser saves it, with everything that must not run or be fetched. */
import type { TextFile } from './adding';

const tricks = `
<script>window.hacked = true; fetch('/hacked')</script>
<script src="/hacked.js"></script>
<link rel="stylesheet" href="/hacked.css">
<style>body { background: url(/hacked-style.png) }</style>`;

export const webpage = `<!DOCTYPE html>
<!-- saved from url=(0033)https://example.org/dal/kvarnen/ -->
<html lang="sv"><head><meta charset="utf-8">
<title>Kvarnen vid ån – Dalbladet</title>
<meta name="author" content="Ada Lind">
<meta property="og:site_name" content="Dalbladet">
<meta property="article:published_time" content="2014-10-02T08:00:00Z">
${tricks}
</head><body onload="window.hacked = true">
<header><nav><ul><li><a href="/">Hem</a></li><li><a href="/sport/">Sport och annat som läses</a></li></ul></nav></header>
<main><article>
<h1>Kvarnen vid ån</h1>
<p style="color: red">Kvarnen byggdes 1871 av <em>Nils</em> <b>Ekman</b>.<sup><a href="#fn1" id="ref1">1</a></sup> Den hade tre våningar och ett hjul av ek, och varje höst kom bönderna från hela socknen med sin säd.</p>
<h2>Branden</h2>
<p>År 1904 brann taket. Ingen vet hur elden började, fast <a href="../elden/">många har undrat</a> och <a href="javascript:hacked()">en del har gissat</a>. Ekman lagade allt med egna händer, och det tog honom fyra år.</p>
<blockquote><p>”Jag hade inget val”, sade han, ”för kvarnen var allt som jag hade.”</p></blockquote>
<ul><li>Första våningen: stenarna, som kom från Skåne</li><li>Andra våningen: säden, som kom från socknen</li></ul>
<figure><img src="/hacked.png" onerror="window.hacked = true" alt="Kvarnen"><figcaption>Kvarnen, året efter branden, med det nya taket.</figcaption></figure>
<iframe src="/hacked.html"></iframe>
<p>Sedan kom elektriciteten till dalen, och en ny kvarn byggdes i Lund. Den gamla stod tom i många år, och barnen i byn lekte där om somrarna.</p>
<ol><li id="fn1">Han var född 1840. <a href="#ref1">↩</a></li></ol>
</article></main>
<aside><p>Läs också: tio saker som ingen visste om kvarnar</p></aside>
<footer><p>Ansvarig utgivare är någon annan än du</p></footer>
</body></html>`;

/** Numbered contents, tables, every form of note, and numbers that are not notes. */
export const bookpage = `<!DOCTYPE html>
<html lang="sv"><head><meta charset="utf-8"><title>Ån och åren</title></head><body>
<nav><a href="#del1">1</a> <a href="#del2">2</a></nav>
<div>Delar: <a href="#del1">1</a> <a href="#del2">2</a>. Kommentarer:<a href="#sagt">7</a></div>
<main><article><h1>Ån <span>och</span> åren</h1>
<div id="del1"><p><b>Vid vattnet</b></p><p>Kvarnen byggdes av Nils<sup><a href="#n1">*</a></sup> och hans bror<a href="#n2"><sup>*</sup></a>. Golvet var 40 m<sup>2</sup>, och <q>det höll</q>, som det heter i sagan om dem.</p></div>
<h2 id="del2">I staden</h2>
<p>Sedan kom elektriciteten,<a href="#_ftn3" name="_ftnref3">[3]</a> och <a href="#n4" id="till4">4</a> av dem flyttade in till staden, där de fick det bättre än de någonsin hade haft det.</p>
<table><tr><th>År</th><th>Vad som hände</th></tr>
<tr><td><p>1871</p><p>på hösten</p></td><td>byggd<br>av trä</td></tr></table>
<table><tr><td><p>Det här är ett stycke i en spalt, som bara är en tabell för att sidan skulle se ut så.</p><p>Det här är ett till.</p></td><td><ul><li>Ett</li><li>Två</li></ul></td></tr></table>
<p>Ingen vet vart de tog vägen, men många har frågat, och svaret har varit ett annat för varje gång som det har blivit givet.</p>
<p><a name="n1"></a>* Nils var född 1840.<br><a name="n2"></a>* Brodern hette Per.</p>
<div><p><a href="#_ftnref3" name="_ftn3">[3]</a> Se tidningen.</p></div>
<div id="n4"><a href="#till4">^</a> Fyra till.</div>
</article></main>
<div id="sagt"><p>Det här har någon sagt om texten.</p></div>
</body></html>`;

export const webFile = (html: string | Buffer = webpage, name = 'kvarnen.html'): TextFile => ({
	name,
	mimeType: 'text/html',
	buffer: Buffer.from(html as string)
});

/** Returns a page of so many short paragraphs and as many list items. */
export const longPage = (count: number): string => {
	const many = (make: (nth: number) => string) =>
		Array.from({ length: count }, (_, nth) => make(nth)).join('\n');
	const paragraphs = many((nth) => `<p>Det här är stycke ${nth} av många.</p>`);
	const items = many((nth) => `<li>Det här är led ${nth} i en lång lista.</li>`);
	return `<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>En lång sida</title></head><body>${paragraphs}<ul>${items}</ul></body></html>`;
};

/** Saves a page as Chromium does with “Webpage, single file”. */
export function savedAsOneFile(html: string): string {
	const encoded = [...Buffer.from(html)]
		.map((byte) => {
			const isPlain = byte < 127 && byte !== 61;
			return isPlain
				? String.fromCharCode(byte)
				: `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
		})
		.join('')
		.replace(/(?:=[0-9A-F]{2}|[^=\n]){70}/g, '$&=\n');
	return [
		'From: <Saved by Blink>',
		'Snapshot-Content-Location: https://example.org/dal/kvarnen/',
		'MIME-Version: 1.0',
		'Content-Type: multipart/related;',
		'\ttype="text/html";',
		'\tboundary="----MultipartBoundary--kvarnen----"',
		'',
		'',
		'------MultipartBoundary--kvarnen----',
		'Content-Type: text/html',
		'Content-Transfer-Encoding: quoted-printable',
		'Content-Location: https://example.org/dal/kvarnen/',
		'',
		encoded,
		'------MultipartBoundary--kvarnen----',
		'Content-Type: image/png',
		'Content-Transfer-Encoding: base64',
		'Content-Location: https://example.org/hacked.png',
		'',
		'iVBORw0KGgo=',
		'------MultipartBoundary--kvarnen------',
		''
	].join('\r\n');
}
