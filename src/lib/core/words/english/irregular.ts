/** Irregular English forms. Written for this project, from no dictionary and no text. */
import type { WordClass } from '../wordClass';

/** Base, past, past participle; where the last two are one, one; a slash between two ways of writing. */
const verbs = `
	abide abode/abided, arise arose arisen, awake awoke/awaked awoken, bear bore borne/born,
	beat beat beaten, become became become, befall befell befallen, beget begot begotten,
	begin began begun, behold beheld, bend bent, bereave bereft/bereaved, beset beset,
	bet bet/betted, bid bid/bade bid/bidden, bind bound, bite bit bitten, bleed bled,
	blow blew blown, break broke broken, breed bred, bring brought, broadcast broadcast,
	browbeat browbeat browbeaten, build built, burn burnt/burned, burst burst, bust bust/busted,
	buy bought, can could, cast cast, catch caught, choose chose chosen,
	cleave cleft/clove cleft/cloven, cling clung, come came come, cost cost, creep crept, cut cut,
	deal dealt, dig dug, dive dived/dove dived, do did done, draw drew drawn, dream dreamt/dreamed,
	drink drank drunk, drive drove driven, dwell dwelt/dwelled, eat ate eaten, fall fell fallen,
	feed fed, feel felt, fight fought, find found, fit fitted/fit, flee fled, fling flung,
	fly flew flown, forbid forbade/forbad forbidden, forecast forecast/forecasted,
	forego forewent foregone, foresee foresaw foreseen, foretell foretold, forget forgot forgotten,
	forgive forgave forgiven, forgo forwent forgone, forsake forsook forsaken, freeze froze frozen,
	get got got/gotten, give gave given, go went gone, grind ground, grow grew grown,
	hang hung/hanged, have had, hear heard, hew hewed hewn/hewed, hide hid hidden, hit hit,
	hold held, hurt hurt, input input, inset inset, keep kept, kneel knelt/kneeled,
	knit knitted/knit, know knew known, lay laid, lead led, lean leant/leaned, leap leapt/leaped,
	learn learnt/learned, leave left, lend lent, let let, lie lay lain, light lit/lighted,
	lose lost, make made, may might, mean meant, meet met, mishear misheard, mislay mislaid,
	mislead misled, misread misread, misspell misspelt/misspelled, mistake mistook mistaken,
	misunderstand misunderstood, mow mowed mown/mowed, offset offset, outbid outbid,
	outdo outdid outdone, outgrow outgrew outgrown, output output, outrun outran outrun,
	outsell outsold, overcome overcame overcome, overdo overdid overdone,
	overeat overate overeaten, overhang overhung, overhear overheard, overlay overlaid,
	override overrode overridden, overrun overran overrun, oversee oversaw overseen,
	oversleep overslept, overtake overtook overtaken, overthrow overthrew overthrown,
	partake partook partaken, pay paid, plead pleaded/pled, prove proved proven/proved, put put,
	quit quit/quitted, read read, rebuild rebuilt, redo redid redone, relay relayed/relaid,
	remake remade, rend rent, repay repaid, rerun reran rerun, resell resold, reset reset,
	rethink rethought, retell retold, rewind rewound, rewrite rewrote rewritten, rid rid,
	ride rode ridden, ring rang rung, rise rose risen, run ran run, saw sawed sawn/sawed, say said,
	see saw seen, seek sought, sell sold, send sent, set set, sew sewed sewn/sewed,
	shake shook shaken, shall should, shear sheared shorn/sheared, shed shed, shine shone/shined,
	shoe shod, shoot shot, show showed shown, shrink shrank shrunk, shut shut, sing sang sung,
	sink sank sunk, sit sat, slay slew slain, sleep slept, slide slid, sling slung, slink slunk,
	slit slit, smell smelt/smelled, smite smote smitten, sneak sneaked/snuck, sow sowed sown/sowed,
	speak spoke spoken, speed sped/speeded, spell spelt/spelled, spend spent, spill spilt/spilled,
	spin spun, spit spat, split split, spoil spoilt/spoiled, spread spread, spring sprang sprung,
	stand stood, steal stole stolen, stick stuck, sting stung, stink stank stunk,
	strew strewed strewn, stride strode stridden, strike struck struck/stricken, string strung,
	strive strove/strived striven/strived, swear swore sworn, sweat sweated/sweat, sweep swept,
	swell swelled swollen, swim swam swum, swing swung, take took taken, teach taught,
	tear tore torn, tell told, think thought, throw threw thrown, thrust thrust,
	tread trod trodden, unbind unbound, undercut undercut, undergo underwent undergone,
	understand understood, undertake undertook undertaken, undo undid undone, unwind unwound,
	uphold upheld, upset upset, wake woke/waked woken, waylay waylaid, wear wore worn,
	weave wove woven, wed wed/wedded, weep wept, wet wet/wetted, will would, win won, wind wound,
	withdraw withdrew withdrawn, withhold withheld, withstand withstood, wring wrung,
	write wrote written
`;

/** Plurals that the rules do not give. */
const nouns = `
	alumnus alumni, analysis analyses, antenna antennae/antennas, appendix appendices/appendixes,
	axis axes, bacterium bacteria, basis bases, brother brothers/brethren, businessman businessmen,
	businesswoman businesswomen, cactus cacti/cactuses, calf calves, chairman chairmen,
	child children, clergyman clergymen, congressman congressmen, countryman countrymen,
	craftsman craftsmen, crisis crises, criterion criteria, curriculum curricula/curriculums,
	datum data, deer deer, diagnosis diagnoses, dwarf dwarfs/dwarves, elf elves, emphasis emphases,
	fireman firemen, fish fish/fishes, fisherman fishermen, focus focuses/foci, foot feet,
	formula formulas/formulae, fungus fungi, gentleman gentlemen, goose geese,
	grandchild grandchildren, half halves, hoof hooves/hoofs, hypothesis hypotheses,
	index indices/indexes, knife knives, larva larvae, layman laymen, leaf leaves, life lives,
	loaf loaves, loss losses, louse lice, man men, matrix matrices, medium media/mediums,
	memorandum memoranda/memorandums, midwife midwives, mouse mice, nucleus nuclei, oasis oases,
	offspring offspring, ox oxen, parenthesis parentheses, penny pence/pennies,
	person people/persons, phenomenon phenomena, policeman policemen, policewoman policewomen,
	postman postmen, quiz quizzes, radius radii, referendum referendums/referenda,
	salesman salesmen, scarf scarves/scarfs, schoolchild schoolchildren, self selves,
	series series, sheep sheep, shelf shelves, spacecraft spacecraft, species species,
	spokesman spokesmen, spokeswoman spokeswomen, spokesperson spokespersons/spokespeople,
	statesman statesmen, stimulus stimuli, stratum strata, syllabus syllabuses/syllabi,
	synthesis syntheses, thesis theses, thief thieves, tooth teeth, vertebra vertebrae,
	wharf wharves, wife wives, wolf wolves, woman women, aircraft aircraft, salmon salmon,
	trout trout, headquarters headquarters, crossroads crossroads, means means, echo echoes,
	hero heroes, potato potatoes, tomato tomatoes, veto vetoes, embargo embargoes,
	torpedo torpedoes, mosquito mosquitoes, cargo cargoes/cargos, volcano volcanoes/volcanos,
	tornado tornadoes/tornados
`;

/** Comparatives and superlatives. */
const adjectives = `
	good better best, well better best, bad worse worst, badly worse worst, ill worse worst,
	far further/farther furthest/farthest, little less least, much more most, many more most,
	old older/elder oldest/eldest, late later latest
`;

type Table = ReadonlyMap<string, readonly string[]>;

/** Parses a table: the base form, then the other forms of each column. */
const table = (text: string): Table =>
	new Map(
		text
			.trim()
			.split(/,\s*/)
			.map((line) => {
				const [base = '', ...forms] = line.split(' ');
				return [base, forms] as const;
			})
	);

const tables = { verb: table(verbs), noun: table(nouns), adjective: table(adjectives) };

/** Returns the irregular forms of a word, each column in every way of writing; none if it has none. */
export const irregular = (
	kind: keyof typeof tables,
	word: string
): readonly (readonly string[])[] =>
	(tables[kind].get(word) ?? []).map((forms) => forms.split('/'));

const ofBe = ['am', 'is', 'are', 'was', 'were', 'been'];

/** Returns all irregular forms of a word of a class. */
export function irregularForms(wordClass: WordClass, word: string): readonly string[] {
	switch (wordClass) {
		case 'verb':
			return word === 'be' ? ofBe : irregular('verb', word).flat();
		case 'noun':
			return irregular('noun', word).flat();
		case 'adjective':
		case 'adverb':
			return irregular('adjective', word).flat();
		default:
			return [];
	}
}

const pairs = [
	...Object.values(tables).flatMap((words) =>
		[...words].flatMap(([base, columns]) =>
			columns.flatMap((column) => column.split('/')).map((form) => [form, base] as const)
		)
	),
	...[...ofBe, 'being'].map((form) => [form, 'be'] as const),
	...[['has', 'have'] as const, ['does', 'do'] as const, ['goes', 'go'] as const]
];

/** The words that have an irregular form, by that form. */
export const irregularBases: ReadonlyMap<string, readonly string[]> = pairs.reduce(
	(bases, [form, base]) => bases.set(form, [...(bases.get(form) ?? []), base]),
	new Map<string, readonly string[]>()
);
