/**
 * Small words: they hold a sentence together and often have no counterpart, so that they answer a
 * word only as part of a phrase, or where the lexicon says so.
 */
const words: Readonly<Record<string, string>> = {
	sv: `och samt men dock eller att som den det de dom dem denna detta dessa denne en ett jag mig min mitt mina du
		dig din ditt dina han honom hans hon henne hennes vi oss vår vårt våra ni er ert era deras dess sin sitt sina
		sig man något någon några ingen inget inga alla allt all varje var vad vem vilken vilket vilka vars hur varför
		när då där här hit dit så också även ju nog väl ja jo nej i på av till från för med utan om ifall
		över under mellan bland mot vid hos efter före innan genom sedan medan tills eftersom därför trots fast åt
		kring omkring runt inom utanför utom enligt än ännu bara endast just in ut upp ner ned fram bort hem ihop loss
		är vara varit vore ha har hade haft bli blir blev blivit kan kunde kunna ska skall skulle vill ville velat må
		måste få får fick fått bör borde lär denna både själv själva annan annat andra sådan sådant sådana varandra
		desto ju mer mest mycket mindre samma bakom framför ovanför varifrån vart ens trots`,
	en: `and but or that who whom which as it its itself they them their theirs these those this the a an i me my mine
		you your yours he him his she her hers we us our ours one some any no none all every each what whose how why
		where when there here so then also too in on at upon of by from off to until till into onto for with
		without about if over above across under below beneath between among against towards during near after before
		through since while because although though despite around within outside except than yet only just up down
		out away back forth is are was were be been being am has have had having do does did done can could will
		would shall should may might must ought let get got gets both himself herself themselves myself yourself other
		such more most much less same very don't doesn't didn't can't won't wouldn't couldn't shouldn't isn't wasn't
		it's that's i'm i've i'd i'll you're you've you'll you'd he's she's we're we've we'll they're there's what's
		who's let's like behind ever`
};

/** Articles and the like are never linked: the other language may have an ending for them. */
const articles: Readonly<Record<string, string>> = { sv: 'en ett den det de', en: 'the a an' };

const none: ReadonlySet<string> = new Set();

const reader = (
	lists: Readonly<Record<string, string>>
): ((lang: string) => ReadonlySet<string>) => {
	const sets = new Map(
		Object.entries(lists).map(([lang, list]) => [lang, new Set(list.trim().split(/\s+/))] as const)
	);
	return (lang) => sets.get(lang) ?? none;
};

/** Return the small words, and the articles, of a language in lower case; none without a list. */
export const smallWords = reader(words);
export const articlesOf = reader(articles);
