/** Shared by the tests of highlights: selecting words, and what is shown of them. */
import type { Locator, Page } from '@playwright/test';

/** Selects from the first `from` of an element to the end of the first `to` of another. */
export const selectWords = (
	from: Locator,
	words: string,
	to: Locator = from,
	last = words
): Promise<void> =>
	to
		.evaluateHandle((end) => end)
		.then((end) =>
			from.evaluate(
				(start, { end, words, last }) => {
					const find = (element: Element, part: string): [Text, number] => {
						const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
						while (walker.nextNode()) {
							const text = walker.currentNode as Text;
							if (text.data.includes(part)) return [text, text.data.indexOf(part)];
						}
						throw new Error(`no “${part}” here`);
					};
					const [first, at] = find(start, words);
					const [second, until] = find(end as Element, last);
					getSelection()?.setBaseAndExtent(first, at, second, until + last.length);
				},
				{ end, words, last }
			)
		);

/** Returns the words that are shown highlighted in a colour. */
export const highlighted = (page: Page, colour: string): Promise<readonly string[]> =>
	page.evaluate(
		(name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
		`own-${colour}`
	);

/** Returns the first words of an element’s text, a dozen characters or so, to select them. */
export const firstWords = async (element: Locator, count = 3): Promise<string> =>
	((await element.locator('[data-part]').first().textContent()) ?? '')
		.trim()
		.split(' ')
		.slice(0, count)
		.join(' ');
