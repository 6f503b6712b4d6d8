/**
 * Looks words up in our lexicon, off the main thread: parsing it takes longer than a page may stand
 * still. A lexicon loads at the first word of its language.
 */
import { fail, ok, type Result } from '../../core/result';
import { answers, wordLinkerOf, type AnsweredRange } from '../../core/words/answer';
import { dictionaryOf, type Dictionary, type FoundWord } from '../../core/words/dictionary';
import { sentenceWords } from '../../core/words/sentence';
import type { WordInText } from '../../core/words/textWord';
import { serve } from '../worker/serve';
import type { WordFailure, WordReply, WordRequest, WordValue } from './protocol';

async function work(request: WordRequest): Promise<Result<WordValue, WordFailure>> {
	const { from, to, first, last, translation } = request;
	const dictionary = await dictionaryOf(from, to);
	if (!dictionary) return fail({ kind: 'no lexicon' });
	const sentence = sentenceWords(request.sentence);
	const asked = sentence.words.slice(first, last + 1);
	const words = asked.map((_, at) =>
		dictionary.lookUpIn(sentence, first + at, translation ?? undefined)
	);
	return ok({
		words,
		answers: await answersOf(request, asked),
		forms: formsOf(words[0], dictionary)
	});
}

/** Returns where the words that answer words of the sentence stand in the translation. */
async function answersOf(
	{ from, to, sentence, translation }: WordRequest,
	asked: readonly WordInText[]
): Promise<readonly AnsweredRange[]> {
	const [first, last] = [asked[0], asked.at(-1)];
	const linker = translation === null ? null : await wordLinkerOf(from, to, []);
	if (!linker || translation === null || !first || !last) return [];
	const range = { from: first.start, to: last.start + last.text.length };
	return answers(linker.link([sentence, translation]), 0, range)?.ranges ?? [];
}

function formsOf(word: FoundWord | undefined, { vocabulary }: Dictionary): readonly string[] {
	const [first] = word?.answer.kind === 'found' ? word.answer.analyses : [];
	const isListed = first?.entry && first.lemma === first.entry.head;
	return isListed ? vocabulary.otherForms(first.entry) : [];
}

const hear = serve(
	(message: WordReply) => self.postMessage(message),
	work,
	(error) => ({ kind: 'broken' as const, message: String(error) })
);

self.onmessage = ({ data }) => hear(data);
