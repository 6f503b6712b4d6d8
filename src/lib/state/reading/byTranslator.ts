import type { Shown } from '$lib/core/translation/row';

type Translated = Extract<Shown, { kind: 'translated' }>;

/**
 * Keeps what `make` says of a translation for every other by the same translator in the same state:
 * `make` may not look at the words. Translating the interface's words is slow, and a novel has
 * thousands of paragraphs by one translator.
 */
export function byTranslator<Value>(
	make: (shown: Translated) => Value
): (shown: Translated) => Value {
	const made = new Map<string, Value>();
	return (shown) => {
		const { text: _text, spans: _spans, note: _note, ...about } = shown;
		const key = JSON.stringify(about);
		if (!made.has(key)) made.set(key, make(shown));
		return made.get(key) as Value;
	};
}
