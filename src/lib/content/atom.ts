/** A feed of what is new in the library (Atom, RFC 4287). */
import { escaped } from './xml';

interface FeedEntry {
	/** Its address, which is its id. */
	readonly address: string;
	readonly title: string;
	readonly authors: readonly string[];
	readonly summary: string;
	/** ISO 8601 date of its last change. */
	readonly changed: string;
}

export interface Feed {
	readonly lang: string;
	readonly title: string;
	readonly subtitle: string;
	/** Address of the library. */
	readonly home: string;
	/** Address of the feed. */
	readonly self: string;
	readonly entries: readonly FeedEntry[];
}

export function atom({ lang, title, subtitle, home, self, entries }: Feed): string {
	const last = entries.reduce((latest, { changed }) => (changed > latest ? changed : latest), '');
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
		`<id>${escaped(home)}</id>`,
		`<title>${escaped(title)}</title>`,
		`<subtitle>${escaped(subtitle)}</subtitle>`,
		`<link rel="alternate" type="text/html" hreflang="${lang}" href="${escaped(home)}"/>`,
		`<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
		`<updated>${moment(last || '1970-01-01')}</updated>`,
		`<author><name>Jämsides</name></author>`,
		...entries.map(entry),
		'</feed>\n'
	].join('\n');
}

function entry({ address, title, authors, summary, changed }: FeedEntry): string {
	const names = authors.map((name) => `<author><name>${escaped(name)}</name></author>`);
	return [
		'<entry>',
		`<id>${escaped(address)}</id>`,
		`<title>${escaped(title)}</title>`,
		`<link rel="alternate" type="text/html" href="${escaped(address)}"/>`,
		`<updated>${moment(changed)}</updated>`,
		...names,
		`<summary>${escaped(summary)}</summary>`,
		'</entry>'
	].join('');
}

/** Returns a date as RFC 3339 has a point in time. */
const moment = (date: string): string => `${date}T00:00:00Z`;
