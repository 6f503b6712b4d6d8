/**
 * Compares two ways of running the same model. A way that is faster on some devices and wrong on
 * others, such as a graphics card, may be used only on a device where it agrees with WebAssembly.
 * None is offered yet (docs/decisions/0008-translating-in-the-browser.md says why).
 */
import type { Loaded } from './load';
import { translate } from './translate';

/** Tells whether both answer all of these sentences, each with the same words. */
export async function agree(
	one: Loaded,
	other: Loaded,
	sentences: readonly string[]
): Promise<boolean> {
	try {
		const [first, second] = [await answers(one, sentences), await answers(other, sentences)];
		return first.length === sentences.length && first.every((answer, i) => answer === second[i]);
	} catch {
		return false;
	}
}

async function answers(model: Loaded, sentences: readonly string[]): Promise<readonly string[]> {
	const found: string[] = [];
	await translate(model, {
		sentences,
		...{ again: false, care: 'quick' },
		goOn: () => Promise.resolve(true),
		answered: (index, answer) => void (found[index] = answer)
	});
	return found;
}
