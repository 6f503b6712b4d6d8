/**
 * Whether two ways of running the same model say the same. For a way that is faster on some devices
 * and wrong on others, as graphics cards are: it may be used only on a device where it agrees with
 * WebAssembly. None is offered yet (docs/decisions/0008-translating-in-the-browser.md says why).
 */
import type { Loaded } from './load';
import { translate } from './translate';

/** Both answer all of these sentences, and each of them the same. */
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
		again: false,
		goOn: () => Promise.resolve(true),
		answered: (index, answer) => void (found[index] = answer)
	});
	return found;
}
