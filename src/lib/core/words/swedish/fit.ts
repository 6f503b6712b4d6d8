import { expectation as after } from '../fit';

/** What Swedish words expect beside them. Weights were set by hand on the project’s own lists. */
export const swedishExpectations = [
	after('att', 'verb infinitive -1.6, noun 0.3, preposition 0.4'),
	after(
		'en någon ingen denna varje min din sin vår er vilken annan',
		'noun -0.9, en -0.5, adjective -0.7, verb 1, adverb 0.3'
	),
	after(
		'ett något inget detta mitt ditt sitt vårt ert vilket annat',
		'noun -0.9, ett -0.5, adjective -0.7, adjective neuter -0.4, verb 1'
	),
	after(
		'mina dina sina våra era flera många två tre fyra fem sex sju åtta tio få alla några inga vilka andra dessa båda',
		'noun plural -1, noun -0.4, adjective plural -0.6, verb 0.8'
	),
	after(
		'den det de dessa denna',
		'adjective definite -0.7, noun -0.2, verb infinitive 0.8, numeral -0.6'
	),
	after(
		'jag du han hon vi ni man vem som det den de dom där här då nu vad',
		'verb present -1, verb past -1, verb supine 0.4, verb infinitive 0.5'
	),
	after('jag du han hon vi ni man', 'verb present -0.5, verb past -0.5, noun 0.4'),
	after(
		'kan ska skall vill måste bör får skulle kunde ville lär brukar borde fick kommer börjar börjat började försöker behöver behövde lyckades låta låter lät',
		'verb infinitive -1.2',
		3
	),
	after('har hade ha haft', 'verb supine -1.5', 3),
	after('har hade', 'noun -0.2, verb present 0.6, verb past 0.6, verb imperative 1'),
	after(
		'är var blir blev bli vara blivit varit',
		'adjective -0.5, verb past participle -0.4, verb present 0.8, verb past 0.8, verb supine 0.4'
	),
	after(
		'i på av från till med för om under över efter hos mellan utan genom mot vid enligt inom',
		'noun -0.6, adjective -0.3, verb present 0.8, verb past 0.8, verb imperative 1'
	),
	after('inte också aldrig redan alltid nu då', 'verb infinitive -0.1'),
	after('mycket så för alltför väldigt ganska lite mer mest', 'adjective -0.5, adverb -0.4'),
	after(
		'inte sig han hon jag vi de man',
		'verb present -0.4, verb past -0.4, verb imperative -0.1',
		-1
	),
	after('som', 'noun -0.3', -1),
	after('än', 'adjective comparative -0.8, adverb comparative -0.8', -1),
	after('och eller men', 'preposition 0.4'),
	after('första andra tredje sista nästa samma förra', 'noun -0.9, adjective -0.2'),
	after(
		'inte vet veta undrar undrade frågar frågade ser se förstår oavsett',
		'adverb -2.2',
		1,
		'var'
	),
	after('och', 'pronoun -2', -1, 'var'),
	after(
		'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde',
		'pronoun -2',
		-1,
		'var'
	),
	after('<adjective>', 'noun -0.5, verb 0.2'),
	after('<noun>', 'adjective -0.4', -1)
];
