/**
 * What a file says of machine translation. Formats say it in their own elements; what these name,
 * a tool, an engine or a person, is judged here.
 */

/** A statement of a file that a machine or an AI made some words. */
export interface MachineClaim {
	readonly origin: 'machine' | 'ai';
	/** The engine; empty if the file does not name it. */
	readonly name: string;
	/** False if the file only gives reason to ask: words corrected later, a name with two meanings. */
	readonly certain: boolean;
}

export const machine = (name = '', certain = true): MachineClaim => ({
	origin: ai.test(name) ? 'ai' : 'machine',
	name: name.trim(),
	certain
});

export const doubted = (claim: MachineClaim | null): MachineClaim | null =>
	claim && { ...claim, certain: false };

/** Returns the claim that counts: a certain one before others, one with a name before one without. */
export function strongest(claims: readonly (MachineClaim | null)[]): MachineClaim | null {
	const weight = ({ certain, name }: MachineClaim) => (certain ? 2 : 0) + (name === '' ? 0 : 1);
	const found = claims.flatMap((claim) => claim ?? []);
	return found.toSorted((a, b) => weight(b) - weight(a))[0] ?? null;
}

/** Language models; their words are an AI draft. */
const ai =
	/(?<!\p{L})(?:(?:chat)?gpt|openai|claude|gemini|llama|mistral|copilot|deepseek|qwen|llms?|ai)(?!\p{L})/iu;

/** “MT”, “NMT”, “mt-suggestion”, “MachineTranslated”, “machine-trans”, “automatic translation”. */
const kind =
	/(?<!\p{L})(?:[nasl]|rb)?mt(?!\p{L})|machine|maskinövers|mtpe|auto(?:matic(?:ally)?)?[-_ ]?translat/iu;

const engine =
	/deepl(?!\p{L})|google|(?<!\p{L})bing(?!\p{L})|microsoft.?translator|azure|(?:amazon|aws).?translate|modern.?mt|systran|libre.?translate|argos.?(?:translate|open)|apertium|yandex|baidu|papago|promt|globalese|kantan|language.?weaver|etranslation|opus.?mt|nllb|m2m.?100|madlad|marian.?[nm]mt|opennmt|lingvanex|niutrans|tencent|moses/iu;

/** Engines or tools with which people translate too. */
const both = /translator.?toolkit|mymemory|intento/iu;

/** Names of engines that are people’s names or initials too: `Claude Lind`, `MT`; not `MT!`. */
const personal =
	/(?<!\p{L})(?:claude|gemini|mistral|marian|moses|papago|ai|(?:[nasl]|rb)?mt)(?![\p{L}!])/giu;

const corrected = /post.?edit|mtpe|(?<!\p{L})pe(?!\p{L})|(?<!un)edited/iu;

/** Tools in which people translate: they are no evidence of a machine. */
const workbench =
	/omegat|trados|studio|memoq|okapi|rainbow|matecat|memsource|phrase|wordfast|poedit|virtaal|translate.?toolkit|weblate|crowdin|smartcat|swordfish|across|transit|lokalise|xtm|pontoon|jämsides|jamsides/iu;

/** Judges what a file names as the origin or the tool of a translation: `mt-suggestion`, `DeepL`. */
export function ofTool(name: string | undefined): MachineClaim | null {
	if (name === undefined || /(?<!\p{L})(?:no|not|non|human)[-_ ]/iu.test(name)) return null;
	if (both.test(name)) return machine(name, false);
	if (!engine.test(name) && !kind.test(name) && !ai.test(name)) return null;
	return machine(isOnlyKind(name) ? '' : name, !corrected.test(name));
}

/** Tells whether a value names no engine, only that it was one. */
const isOnlyKind = (name: string): boolean => !engine.test(name) && !ai.test(name);

/** Judges the name in a place for a person’s: `MT!` is no person, `MT` may be one’s initials. */
export function ofPerson(name: string | undefined): MachineClaim | null {
	const claim = ofTool(name);
	const isNamedElse = ofTool(name?.replace(personal, ' ')) !== null;
	return isNamedElse ? claim : doubted(claim);
}

/** A record of provenance as ITS 2.0 has it (https://www.w3.org/TR/its20/#provenance). */
export interface Provenance {
	readonly tool: string | undefined;
	readonly person: string | undefined;
	readonly reviser: string | undefined;
}

/** Judges who translated: a tool without a person is a machine, unless people translate in it. */
export function ofProvenance({ tool, person, reviser }: Provenance): MachineClaim | null {
	if (person !== undefined) return strongest([ofPerson(person), doubted(ofTool(tool))]);
	if (tool === undefined || workbench.test(tool)) return null;
	const claim = ofTool(tool) ?? machine(tool, false);
	return reviser === undefined ? claim : doubted(claim);
}

/** A property’s name that speaks of machine translation. */
const asked = /(?<!\p{L})(?:[nasl]|rb)?mt(?!\p{L})|machine.?transl|maskinövers|auto.?translat/iu;

const saysNo = /^(?:false|no|nej|0|none|null|-?)$/iu;
const saysYes = /^(?:true|yes|ja|1)$/iu;

/** Judges a property of a unit, by its name and value: `x-mt: true`, `origin: MT`, `engine: DeepL`. */
export function ofProperty(key: string, value: string): MachineClaim | null {
	const name = key.replace(/:(?:Single|Multiple)\w+$/, '');
	if (saysNo.test(value.trim())) return null;
	const spoken = name.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, '-');
	if (/user|person|author|translator|(?:created|changed|modified).?by/iu.test(spoken))
		return ofPerson(value);
	// A score or an engine of a machine says that one was asked, whatever the value.
	if (asked.test(spoken.replace(/_/g, '-')))
		return saysYes.test(value.trim()) || /^[\d.,% ]+$/.test(value) ? machine() : machine(value);
	return /origin(?!al)|(?:match|translation|target|entry)?.?type|engine|provider|tool|status|method|provenance|source.?system/iu.test(
		spoken
	)
		? ofTool(value)
		: null;
}
