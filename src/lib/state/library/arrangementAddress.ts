/** What the reader asks of the library’s list, in the address of its page. */
import { trustLevels } from '$lib/core/translation/trust';
import { asItComes, sorts, type Arrangement } from './arrange';

/** UTF-16 units of a parameter; what is beyond is left out. */
const longest = 200;

/** Returns what an address asks for: what has no meaning asks for nothing. */
export function arrangementOf(search: string): Arrangement {
	const params = new URLSearchParams(search);
	const text = (name: string): string => (params.get(name) ?? '').slice(0, longest);
	const matched = (name: string, form: RegExp): string | null =>
		form.test(text(name)) ? text(name) : null;
	return {
		query: text('q'),
		sort: sorts.find((sort) => sort === params.get('sort')) ?? asItComes.sort,
		unread: params.has('unread'),
		lang: matched('lang', /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/),
		author: text('author').trim() || null,
		year: matched('year', /^\d{4}$/),
		series: matched('series', /^[\w-]+$/),
		level: trustLevels.find((level) => level === params.get('by')) ?? null
	};
}

/**
 * Returns the address’s search: empty where nothing is asked.
 * Law (`arrangementAddress.test.ts`): `arrangementOf(searchOf(asked))` is `asked`.
 */
export function searchOf({ query, sort, unread, ...filter }: Arrangement): string {
	const params = new URLSearchParams();
	const { lang, author, year, series, level } = filter;
	const said = { q: query, lang, author, year, series, by: level };
	for (const [name, value] of Object.entries(said)) if (value) params.set(name, value);
	if (unread) params.set('unread', '1');
	if (sort !== asItComes.sort) params.set('sort', sort);
	const search = params.toString();
	return search === '' ? '' : `?${search}`;
}
