/**
 * What a language abbreviates, for `sentence.ts`. A new language is a new entry; a language
 * without one has no abbreviations. Written without the last full stop; one with a lower-case
 * first letter may also begin a sentence, and the parts of `t.ex` may stand apart (`t. ex.`).
 */
interface Abbreviations {
	/** They never end a sentence. */
	readonly within: string;
	/** They belong to the figure after them, and end a sentence before anything else. */
	readonly numbering: string;
	/** They end a sentence where one of `openers` follows: so do initials (`U.S.`, `Diana T.`). */
	readonly either: string;
	/** Words that often begin a sentence and are no names. */
	readonly openers: string;
}

const abbreviations: ReadonlyMap<string, Abbreviations> = new Map([
	[
		'sv',
		{
			within: `t.ex bl.a d.v.s dvs kl s.k f.d p.g.a pga m.a.o resp jfr jmf fr.o.m t.o.m inkl exkl f.n f.ö
			i.o.m m.a.p m.h.a m.t.p t.f u.a dr prof fil hr övers enl ev ca milj p.s n.b`,
			numbering: `nr kap s sid st mom art avd bd fig tab not ref tel jan feb febr apr aug sept okt nov dec §`,
			either: `jr sr f.Kr e.Kr v.t d.ä d.y`,
			openers: `Den Det De Detta Denna Dessa Han Hon Hen Man Jag Vi Ni Du Deras Hans Hennes Dess Vår
			Vårt Våra Min Mitt Mina I På Av Till Från För Med Om När Medan Sedan Efter Före Under Över Men
			Och Så Eller Dock Däremot Därför Därmed Därefter Då Där Här Nu Vad Vem Varför Hur Var Vilka
			Vilken Vilket En Ett Ingen Inget Inga Alla Allt Många Flera Några Någon Något Både Varje Inte
			Bara Även Trots Eftersom Enligt Redan Idag Igår Senare Snart Alltså Också Bland Mot Mellan Utan
			Vid Åt Som Att Är Samtidigt Dessutom Nästa Ingenting Ändå`
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
			To Of Within Without Between Among Against Through Once Several Is Are Was Were Do Does Did`
		}
	]
]);

/** Tests on what stands before a full stop, that stop included, and on the word after it. */
export interface AbbreviationTests {
	readonly within: (before: string) => boolean;
	readonly numbering: (before: string) => boolean;
	readonly either: (before: string) => boolean;
	readonly opens: (word: string) => boolean;
}

const none: Abbreviations = { within: '', numbering: '', either: '', openers: '' };
const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');
/** As at the start of a sentence; a single capital is an initial. */
const capitalised = (word: string): string =>
	word.length > 1 ? word.charAt(0).toUpperCase() + word.slice(1) : word;

const made = new Map<string, AbbreviationTests>();

/** The tests for a language, by its first subtag. */
export function abbreviationsOf(lang: string): AbbreviationTests {
	const language = lang.split('-', 1).join('').toLowerCase();
	const tests = made.get(language) ?? compile(abbreviations.get(language) ?? none);
	made.set(language, tests);
	return tests;
}

function compile({ within, numbering, either, openers }: Abbreviations): AbbreviationTests {
	const opening = new Set(words(openers));
	return {
		within: endsWithOneOf(within),
		numbering: endsWithOneOf(numbering),
		either: endsWithOneOf(either),
		opens: (word) => opening.has(word)
	};
}

function endsWithOneOf(list: string): (before: string) => boolean {
	const forms = words(list).flatMap((word) => [word, capitalised(word)]);
	if (forms.length === 0) return () => false;
	const any = forms.map((form) => form.replaceAll('.', String.raw`\.\s?`)).join('|');
	const pattern = new RegExp(String.raw`(?:^|[^\p{L}\p{N}.])(?:${any})\.$`, 'u');
	return (before) => pattern.test(before);
}
