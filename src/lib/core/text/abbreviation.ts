/**
 * The abbreviations of each language, for `sentence.ts`. To add a language, add an entry; a
 * language without an entry has no abbreviations. They are written without the last full stop.
 * One with a lower-case first letter may also begin a sentence, and the parts of `t.ex` may be
 * spaced (`t. ex.`).
 */
import { primaryLang } from './languageTag';

interface Abbreviations {
	/** Abbreviations that never end a sentence. */
	readonly within: string;
	/**
	 * Abbreviations that belong to a following number; before anything else they end the sentence.
	 */
	readonly numbering: string;
	/**
	 * Abbreviations that end a sentence if one of `openers` follows. So do initials (`U.S.`,
	 * `Diana T.`).
	 */
	readonly either: string;
	/** Words that often begin a sentence and are not names. */
	readonly openers: string;
	/** Abbreviations that a letter may follow as a number does: `Fig. B`. */
	readonly lettered: string;
	/** Days and months. With a dash after them they begin a range: `Mon. – Fri.` */
	readonly calendar: string;
	/** Full stops that the words around them decide. */
	readonly around: readonly Surroundings[];
}

/**
 * Words around a full stop: `before` is the sentence up to it, at most 60 characters of it, and
 * `after` what follows.
 */
interface Surroundings {
	readonly before: RegExp;
	readonly after: RegExp;
	readonly ends: boolean;
}

const swedish: readonly Surroundings[] = [
	// A day and its month, with a capital as in older texts. `Maj` is also a name.
	{
		before: /(?<![\p{N}.])(?:[12]?\d|3[01])\.$/u,
		after:
			/^\s(?:(?:Januari|Februari|Mars|April|Juni|Juli|Augusti|September|Oktober|November|December)(?!\p{L})|Maj\s\d{4})/u,
		ends: false
	},
	// A street and its number: `på Storg. 5`. What ends in -berg, -borg and the like is a place.
	{
		before:
			/\s(?:i|på|till|vid|från)\s\p{Lu}\p{Ll}+(?<!ber|bor|bur|in|un|än|ån|on|ko|da|la|ve|vi)(?:g|v|pl)\.$/u,
		after: /^\s\d{1,3}(?:\s?[A-Z])?(?:[.,;:!?)]|$)/u,
		ends: false
	},
	// A degree that somebody has. Before a name it is a title.
	{
		before:
			/(?<!\p{L}|[Dd]et(?:ta)?\s)(?:är|var|blev|blir|som)\s(?:fil|med|jur|tekn|teol|ekon|agr)\.\s?(?:dr|kand|lic|mag|stud)\.$/u,
		after: /^\s\p{Lu}\p{L}*[^s\P{L}]\s\p{Ll}/u,
		ends: true
	}
];

const english: readonly Surroundings[] = [
	// A day and its month. Before a pronoun `May` asks.
	{
		before: /\d(?:st|nd|rd|th)\.$/,
		after:
			/^\s(?:January|February|March|April|May(?!\s(?:I|we|you|he|she|it|they|God|the)(?!\p{L}))|June|July|August|September|October|November|December)(?!\p{L})/u,
		ends: false
	},
	// A time at which something happens, and who does it: `left at 6 p.m. |Mr. Ash`, but
	// `At 5 a.m. Mr. Ash left`.
	{
		before:
			/^(?!(?:At|By|Before|After|Around|About|From|Until|Since)\s(?:\S{1,12}\s){0,2}\d).*\s\d{1,2}(?:[.:]\d\d)?\s?[ap]\.\s?m\.$/su,
		after: /^\s(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Prof)\.\s\p{Lu}|^\sMiss\s\p{Lu}/u,
		ends: true
	}
];

const abbreviations: ReadonlyMap<string, Abbreviations> = new Map([
	[
		'sv',
		{
			within: `t.ex bl.a d.v.s dvs kl s.k f.d p.g.a pga m.a.o resp jfr jmf fr.o.m t.o.m inkl exkl
			i.o.m m.a.p m.h.a m.t.p t.f u.a dr prof prof.em fil leg hr övers enl ev ca milj p.s n.b St`,
			numbering: `nr kap s sid st mom art avd bd fig tab not ref tel jan feb febr apr aug sept okt nov dec §`,
			either: `jr sr f.Kr e.Kr v.t d.ä d.y f.n f.ö läk kand lic doc`,
			openers: `Den Det De Detta Denna Dessa Han Hon Hen Man Jag Vi Ni Du Deras Hans Hennes Dess Vår
			Vårt Våra Min Mitt Mina I På Av Till Från För Med Om När Medan Sedan Efter Före Under Över Men
			Och Så Eller Dock Däremot Därför Därmed Därefter Då Där Här Nu Vad Vem Varför Hur Var Vilka
			Vilken Vilket En Ett Ingen Inget Inga Alla Allt Många Flera Några Någon Något Både Varje Inte
			Bara Även Trots Eftersom Enligt Redan Idag Igår Senare Snart Alltså Också Bland Mot Mellan Utan
			Vid Åt Som Att Är Samtidigt Dessutom Nästa Ingenting Ändå`,
			lettered: `fig figs tab kap bil avd`,
			calendar: `mån tis ons tors fre lör sön jan feb febr mars apr maj juni juli aug sep sept okt nov dec`,
			around: swedish
		}
	],
	[
		'en',
		{
			within: `Mr Mrs Ms Messrs Mx Dr Prof Rev Hon Fr Gen Lt Col Capt Cmdr Sgt Maj Adm Brig Gov Sen Rep
			Pres Amb Supt St Mt Ft e.g eg i.e ie viz cf vs v c ca approx esp incl`,
			numbering: `no nos vol vols p pp ch chap sec sect fig figs art arts par para paras ver ed op cl
			Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`,
			either: `Jr Sr Inc Ltd Co Corp Bros Ph.D B.A M.A a.m p.m A.D B.C al`,
			openers: `The A An This That These Those He She It They We I You His Her Its Their Our My Your In
			On At For From With By As If When While Since After Before But And So Yet Or Nor However
			Moreover Meanwhile Now Then There Here What Who Why How Where Which One Some Many Most All Both
			Each Every No Not Nobody Nothing Only Even Although Though Because Despite During Under Over
			Until Today Yesterday Later Soon Thus Therefore Instead Indeed Perhaps Also Another Other Such
			To Of Within Without Between Among Against Through Once Several Is Are Was Were Do Does Did`,
			lettered: `Fig Figs Sec Sect Ch Chap Vol Art App Tab Pt`,
			calendar: `Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
			Jan Feb Mar Apr May Jun Jul Aug Sep Sept Oct Nov Dec`,
			around: english
		}
	]
]);

/** Tests for a full stop: on the text up to and including it, and on the next word. */
export interface AbbreviationTests {
	readonly within: (before: string) => boolean;
	readonly numbering: (before: string) => boolean;
	readonly either: (before: string) => boolean;
	readonly opens: (word: string) => boolean;
	readonly lettered: (before: string) => boolean;
	readonly calendar: (before: string) => boolean;
	/** Returns whether the sentence ends, where the words around the full stop decide; else null. */
	readonly around: (before: string, after: string) => boolean | null;
}

const none: Abbreviations = {
	within: '',
	numbering: '',
	either: '',
	openers: '',
	lettered: '',
	calendar: '',
	around: []
};
const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');
/**
 * Returns the word with a capital, as at the start of a sentence; a single capital is an
 * initial.
 */
const capitalised = (word: string): string =>
	word.length > 1 ? word.charAt(0).toUpperCase() + word.slice(1) : word;

const made = new Map<string, AbbreviationTests>();

/** Returns the tests for a language, looked up by its primary subtag. */
export function abbreviationsOf(lang: string): AbbreviationTests {
	const language = primaryLang(lang);
	const tests = made.get(language) ?? compile(abbreviations.get(language) ?? none);
	made.set(language, tests);
	return tests;
}

function compile(language: Abbreviations): AbbreviationTests {
	const opening = new Set(words(language.openers));
	const decides = (before: string, after: string) =>
		language.around.find((one) => one.before.test(before) && one.after.test(after));
	return {
		within: endsWithOneOf(language.within),
		numbering: endsWithOneOf(language.numbering),
		either: endsWithOneOf(language.either),
		lettered: endsWithOneOf(language.lettered),
		calendar: endsWithOneOf(language.calendar),
		opens: (word) => opening.has(word),
		around: (before, after) => decides(before, after)?.ends ?? null
	};
}

function endsWithOneOf(list: string): (before: string) => boolean {
	const forms = words(list).flatMap((word) => [word, capitalised(word)]);
	if (forms.length === 0) return () => false;
	const any = forms.map((form) => form.replaceAll('.', String.raw`\.\s?`)).join('|');
	const pattern = new RegExp(String.raw`(?:^|[^\p{L}\p{N}.])(?:${any})\.$`, 'u');
	return (before) => pattern.test(before);
}
