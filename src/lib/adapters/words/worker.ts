/**
 * Looks words up in our lexicon, off the main thread: parsing it takes longer than a page may stand
 * still. A lexicon loads at the first word of its language.
 */
import { fail, ok, type Result } from '../../core/result';
import { dictionaryOf } from '../../core/words/dictionary';
import { sentenceWords } from '../../core/words/sentence';
import { serve } from '../worker/serve';
import type { WordFailure, WordReply, WordRequest, WordValue } from './protocol';

async function work(request: WordRequest): Promise<Result<WordValue, WordFailure>> {
	const { from, to, first, last, translation } = request;
	const dictionary = await dictionaryOf(from, to);
	if (!dictionary) return fail({ kind: 'no lexicon' });
	const sentence = sentenceWords(request.sentence);
	const asked = sentence.words.slice(first, last + 1);
	return ok({
		words: asked.map((_, at) => dictionary.lookUpIn(sentence, first + at, translation ?? undefined))
	});
}

const hear = serve(
	(message: WordReply) => self.postMessage(message),
	work,
	(error) => ({ kind: 'broken' as const, message: String(error) })
);

self.onmessage = ({ data }) => hear(data);
