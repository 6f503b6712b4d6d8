/** Our note type: both directions, and the sentence with a gap. Anki keeps it as JSON. */
import { deckName, fieldNames, noteTypeName } from './anki';

/** Ids of the note type and the deck: never changed, or Anki takes them for others. */
export const noteTypeId = 1_764_460_800_001;
export const deckId = 1_764_460_800_002;

const css = `.card { font: 1.25rem/1.5 serif; max-width: 34rem; margin: 0 auto; padding: 1rem; text-align: start; }
.word { font-size: 1.75rem; }
.small { font-size: 0.875rem; opacity: 0.75; }
.gap { letter-spacing: 0.05em; }
b { font-weight: 600; text-decoration: underline; text-underline-offset: 0.2em; }`;

const word =
	'<p class="word" lang="{{Lang}}">{{Word}} <span class="small" lang="">{{Class}}</span></p>';
const meaning = '<p class="word" lang="{{To}}">{{Meaning}}</p>';
const sentence = '{{#Sentence}}<p lang="{{Lang}}">{{Sentence}}</p>{{/Sentence}}';
const translation =
	'{{#Translation}}<p class="small" lang="{{To}}">{{Translation}}</p>{{/Translation}}';
const foot =
	'{{#Note}}<p>{{Note}}</p>{{/Note}}{{#Source}}<p class="small" lang="{{Lang}}">{{Source}}</p>{{/Source}}';
const answer = (...parts: readonly string[]): string => `<hr id="answer">${parts.join('')}`;

/** Name, front and back of each card, in the order of `cardOf` (anki.ts). */
const cards = [
	['Meaning', word, `${word}${answer(meaning, sentence, translation, foot)}`],
	[
		'Word',
		`{{#Meaning}}${meaning}{{/Meaning}}`,
		`${meaning}${answer(word, sentence, translation, foot)}`
	],
	[
		'Gap',
		`{{#Gap}}<p lang="{{Lang}}">{{Gap}}</p>${translation}{{/Gap}}`,
		`<p lang="{{Lang}}">{{Gap}}</p>${translation}${answer(sentence, word, meaning, foot)}`
	]
] as const;

const indexOf = (name: (typeof fieldNames)[number]): number => fieldNames.indexOf(name);

/** Returns the note type as Anki’s schema 11 has it. */
export const noteType = (modified: number): object => ({
	id: noteTypeId,
	name: noteTypeName,
	type: 0,
	mod: modified,
	usn: -1,
	sortf: indexOf('Word'),
	did: deckId,
	css,
	latexPre: '',
	latexPost: '',
	latexsvg: false,
	vers: [],
	tags: [],
	// Which fields a front needs: without them Anki makes no card.
	req: [
		[0, 'any', [indexOf('Word')]],
		[1, 'all', [indexOf('Meaning')]],
		[2, 'all', [indexOf('Gap')]]
	],
	flds: fieldNames.map((name, ord) => ({
		name,
		ord,
		sticky: false,
		rtl: false,
		font: 'Arial',
		size: 20,
		media: []
	})),
	tmpls: cards.map(([name, qfmt, afmt], ord) => ({
		name,
		ord,
		qfmt,
		afmt,
		bqfmt: '',
		bafmt: '',
		did: null,
		bfont: '',
		bsize: 0
	}))
});

const deckOf = (id: number, name: string, modified: number): object => ({
	id,
	name,
	mod: modified,
	usn: -1,
	desc: '',
	dyn: 0,
	conf: 1,
	collapsed: false,
	browserCollapsed: false,
	extendNew: 0,
	extendRev: 0,
	newToday: [0, 0],
	revToday: [0, 0],
	lrnToday: [0, 0],
	timeToday: [0, 0]
});

/** Returns the decks: Anki’s own first one must be there, and is not imported while it is empty. */
export const decks = (modified: number): object => ({
	1: deckOf(1, 'Default', 0),
	[deckId]: deckOf(deckId, deckName, modified)
});

export const deckOptions: object = {
	1: {
		id: 1,
		name: 'Default',
		mod: 0,
		usn: 0,
		maxTaken: 60,
		autoplay: true,
		timer: 0,
		replayq: true,
		dyn: false,
		new: {
			bury: false,
			delays: [1, 10],
			initialFactor: 2500,
			ints: [1, 4, 7],
			order: 1,
			perDay: 20,
			separate: true
		},
		rev: {
			bury: false,
			ease4: 1.3,
			fuzz: 0.05,
			ivlFct: 1,
			maxIvl: 36_500,
			minSpace: 1,
			perDay: 200
		},
		lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 }
	}
};

export const collectionOptions: object = {
	nextPos: 1,
	estTimes: true,
	activeDecks: [1],
	sortType: 'noteFld',
	sortBackwards: false,
	timeLim: 0,
	addToCur: true,
	curDeck: 1,
	newSpread: 0,
	dueCounts: true,
	curModel: String(noteTypeId),
	collapseTime: 1200
};
