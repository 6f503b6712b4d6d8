import { expectation as after } from '../fit';

/** What English words expect beside them. Weights were set by hand on the project’s own lists. */
export const englishExpectations = [
	after('to', 'verb infinitive -1.2, noun 0.1'),
	after(
		'the a an my your his her its our their this that these those every each some any no another whose',
		'noun -0.9, adjective -0.6, numeral -0.9, verb present 1, verb infinitive 1, verb past 0.8, adverb 0.2, preposition 0.8'
	),
	after('a an every each another this one', 'noun singular -0.2'),
	after(
		'two three four five six seven eight nine ten many several few these those all both most',
		'noun plural -0.8'
	),
	after('i you he she we they who it', 'verb present -1, verb past -1, noun 0.5, adjective 0.3'),
	after(
		"will would can could may might must shall should do does did don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't let lets help",
		'verb infinitive -1.2, verb present -0.6',
		2
	),
	after("have has had having haven't hasn't hadn't", 'verb past participle -1', 2),
	after(
		"am is are was were be been being isn't aren't wasn't weren't",
		'verb present participle -0.8, verb past participle -0.8, adjective -0.5, verb present 0.8, verb infinitive 0.8',
		2
	),
	after(
		'of in on at by with from for into about over under between through during without against',
		'noun -0.7, adjective -0.3, verb present 0.7, verb infinitive 0.7, verb past 0.5'
	),
	after('very so too more most quite rather as', 'adjective -0.5, adverb -0.4'),
	after('of is are was were has have will can', 'noun -0.4', -1),
	after(
		'the a an his her their my our your its him them me us it',
		'verb -0.4, preposition -0.2',
		-1
	),
	after('<adjective>', 'noun -0.5'),
	after('<noun>', 'adjective -0.3', -1),
	after('the a an his her their my our your these those', 'preposition -0.6', -1),
	after('he she it they we i you', 'conjunction -0.4', -1),
	after('than', 'adjective comparative -0.8, adverb comparative -0.8', -1)
];
