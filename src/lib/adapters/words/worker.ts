/**
 * Looks words up in our lexicon, off the main thread: parsing it takes longer than a page may stand
 * still. A lexicon loads at the first word of its language.
 */
import { fail, ok, type Result } from '../../core/result';
import { answers, wordLinkerOf } from '../../core/words/answer';
import { dictionaryOf, type Dictionary, type FoundWord } from '../../core/words/dictionary';
import { phraseForms } from '../../core/words/phraseForms';
import { phraseOver } from '../../core/words/phrasesOf';
import { sentenceWords, type SentenceWords } from '../../core/words/sentence';
import { serve } from '../worker/serve';
import type { WordFailure, WordReply, WordRequest, WordValue } from './protocol';

async function work(request: WordRequest): Promise<Result<WordValue, WordFailure>> {
	const sentence = sentenceWords(request.sentence);
	return request.kind === 'look up' ? lookedUp(request, sentence) : answering(request, sentence);
}

async function lookedUp(
	{ from, to, first, last, translation }: WordRequest,
	sentence: SentenceWords
): Promise<Result<WordValue, WordFailure>> {
	const dictionary = await dictionaryOf(from, to);
	if (!dictionary) return fail({ kind: 'no lexicon' });
	const words = sentence.words
		.slice(first, last + 1)
		.map((_, at) => dictionary.lookUpIn(sentence, first + at, translation ?? undefined));
	return ok({ kind: 'look up', words, forms: formsOf(words, { first, last }, dictionary) });
}

async function answering(
	{ from, to, first, last, translation }: Extract<WordRequest, { kind: 'answers' }>,
	{ text, words }: SentenceWords
): Promise<Result<WordValue, WordFailure>> {
	const linker = await wordLinkerOf(from, to, []);
	if (!linker) return fail({ kind: 'no lexicon' });
	const [start, end] = [words[first], words[last]];
	if (!start || !end) return ok({ kind: 'answers', ranges: [] });
	const range = { from: start.start, to: end.start + end.text.length };
	const found = answers(linker.link([text, translation]), 0, range);
	return ok({ kind: 'answers', ranges: found?.ranges ?? [] });
}

function formsOf(
	words: readonly FoundWord[],
	asked: { readonly first: number; readonly last: number },
	{ vocabulary }: Dictionary
): readonly string[] {
	if (words.length > 1) {
		const phrase = phraseOver(words, asked);
		return phrase ? phraseForms(phrase.entry, vocabulary) : [];
	}
	const [first] = words[0]?.answer.kind === 'found' ? words[0].answer.analyses : [];
	const isListed = first?.entry && first.lemma === first.entry.head;
	return isListed ? vocabulary.otherForms(first.entry) : [];
}

const hear = serve(
	(message: WordReply) => self.postMessage(message),
	work,
	(error) => ({ kind: 'broken' as const, message: String(error) })
);

self.onmessage = ({ data }) => hear(data);
