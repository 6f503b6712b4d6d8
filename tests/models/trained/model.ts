/**
 * A model that has learnt only the corpus, by heart: exact on its sentences, garbage elsewhere. Its
 * self-attention works, so it fails at once if the decoder’s cache, the encoded sentence or the
 * attention mask is broken.
 */
import { Tokenizer } from '@huggingface/tokenizers';
import { marianFiles, vocabularyOf, type MarianModel } from '../marian/model';
import { beginWeights, uniform, type MarianShape } from '../marian/weights';
import { corpus } from './corpus';
import { piecesOf } from './pieces';
import { train } from './train';

/** Trains the model, which takes some minutes. `say` receives its progress. */
export function trainedModel(say: (line: string) => void): MarianModel {
	const pieces = vocabularyOf(piecesOf(corpus.flat(), 500));
	const shape: MarianShape = {
		width: 64,
		heads: 4,
		inner: 128,
		layers: 2,
		vocabulary: pieces.length,
		positions: 512
	};
	const weights = beginWeights(shape, uniform(42));
	const model: MarianModel = {
		from: 'sv',
		to: 'en',
		shape,
		weights,
		pieces,
		cut: 'words',
		marking: null
	};
	const tokens = tokenizer(model);
	const lessons = corpus.map(([swedish, english]) => ({
		source: tokens(swedish),
		target: tokens(english)
	}));
	train(shape, weights, lessons, (epoch, loss) => say(`epoch ${epoch}: ${loss.toFixed(3)}`));
	return model;
}

function tokenizer(model: MarianModel): (text: string) => readonly number[] {
	const files = marianFiles(model);
	const json = (name: string): object =>
		JSON.parse(new TextDecoder().decode(files.get(name))) as object;
	const tokens = new Tokenizer(json('tokenizer.json'), json('tokenizer_config.json'));
	return (text) => tokens.encode(text).ids;
}
