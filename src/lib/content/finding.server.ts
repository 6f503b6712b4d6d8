/** What the site says of itself to search engines and feed readers, made when it is built. */
import { translator, uiLangs, type UiLang } from '../i18n';
import { about, translatorsOf } from './about';
import { atom } from './atom';
import { dossiers } from './dossiers.server';
import { changes, entry } from './library.server';
import { pageAddresses, pageHead, type HeadedPage } from './pageHead';
import { headAddress, wholeAddress } from './site.server';
import { sitemap } from './sitemap';

/** Entries of a feed: the newest. */
const feedEntries = 50;

/** Returns the site map: the library, its series and its articles. */
export const siteMap = (): string =>
	sitemap(
		[
			{ path: '' },
			...dossiers().map(({ id }) => ({ path: `dossier/${id}/` })),
			...changes().map(({ id, changed }) => ({ path: `read/${id}/`, changed }))
		],
		uiLangs,
		wholeAddress
	);

/** Returns the feed in a language of the interface. */
export async function feed(ui: UiLang): Promise<string> {
	const t = await translator(ui);
	const newest = changes()
		.toSorted((a, b) => (b.changed ?? '').localeCompare(a.changed ?? ''))
		.slice(0, feedEntries)
		.flatMap(({ id, changed }) => {
			const article = entry(id);
			return article && changed ? [{ article, changed }] : [];
		});
	return atom({
		lang: ui,
		title: `${t('app.nav.library')} · Jämsides`,
		subtitle: t('app.tagline'),
		home: wholeAddress(`/${ui}/`),
		self: wholeAddress(`/${ui}/feed.xml`),
		entries: newest.map(({ article, changed }) => ({
			...about(article, ui),
			address: wholeAddress(`/${ui}/read/${article.id}/`),
			authors: article.metadata.authors ?? [],
			changed
		}))
	});
}

/** Returns additional elements of a page’s head as HTML; none for most pages. `route`: its id. */
export function headOf(route: string | null, id: string | undefined, ui: UiLang): string {
	if (route === '/[ui=uiLang]/(app)') return libraryHead(ui);
	if (route === '/[ui=uiLang]/(app)/dossier/[id]' && id !== undefined)
		return pageAddresses(pageAt(ui, `dossier/${id}/`, null));
	const article = route?.endsWith('/read/[id]') && id !== undefined ? entry(id) : null;
	const [translation] = article?.translations ?? [];
	if (!article || !translation || !route?.startsWith('/[ui=uiLang]')) return '';
	return pageHead(
		{
			metadata: article.metadata,
			translated: translation.translated,
			translators: translatorsOf(article),
			description: about(article, ui).summary
		},
		pageAt(ui, `read/${article.id}/`, `/read/${article.id}/`)
	);
}

const pageAt = (ui: UiLang, path: string, shared: string | null): HeadedPage => ({
	...{ ui, langs: uiLangs },
	address: (lang) => headAddress(`/${lang}/${path}`),
	shared: shared && headAddress(shared)
});

const libraryHead = (ui: UiLang): string =>
	pageAddresses(pageAt(ui, '', '/')) +
	`<link rel="alternate" type="application/atom+xml" href="/${ui}/feed.xml">`;
