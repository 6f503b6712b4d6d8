/**
 * Finds the figures of a text and writes them in one form, whatever the language and notation: `40
 * 000` and `40,000`, `3,5 miljoner` and `3.5 million`, `två` and `two`, `1990-talet` and `the
 * 1990s`, `764 mil` and `7,640 km`, `17/1 2022` and `17 January 2022`, `2005–09` and `2005–2009`.
 */
import type { Lang } from '../../text/article';
import { plain } from '../../text/inline';
import { anyOf, listed, numberWords } from './numberWords';
import { numeralsOf, type Numerals } from './numerals';

export interface Figure {
	/** Equal for equal figures: `40000`, `%`, `month 1`. */
	readonly key: string;
	/** The figure as written in the text. */
	readonly shown: string;
	/**
	 * How often a figure must be matched: digits each time, words once; loose ones (`both`,
	 * `third`) may match a figure but need no match.
	 */
	readonly as: 'digits' | 'word' | 'loose';
}

/** Returns the figures of inline Markdown. Web addresses are ignored. */
export function figures(markdown: string, lang: Lang): readonly Figure[] {
	const text = plain(markdown).replace(/https?:\/\/\S+/g, ' ');
	const reading = new FigureScanner(text.replace(/[\s\u2007\u2009\u202f]/g, ' '), numeralsOf(lang));
	return reading.all();
}

/** Returns the figures of one text that the other lacks, each once. */
export function lacking(of: readonly Figure[], within: readonly Figure[]): readonly Figure[] {
	const left = new Map<string, number>();
	for (const { key } of within) left.set(key, (left.get(key) ?? 0) + 1);
	const lost = new Map<string, Figure>();
	for (const figure of of) {
		const answers = left.get(figure.key) ?? 0;
		if (figure.as === 'digits') left.set(figure.key, answers - 1);
		const answered = figure.as === 'digits' ? answers > 0 : answers !== 0;
		if (figure.as !== 'loose' && !answered && !lost.has(figure.key)) lost.set(figure.key, figure);
	}
	return [...lost.values()];
}

type Match = RegExpExecArray;

/** Tells whether a scale is a symbol: `m` and `bn` follow their number without a space. */
const isSymbol = (scale: string): boolean => scale.length < 3;

/** Scans a text once: each rule blanks what it has read, so that later rules skip it. */
class FigureScanner {
	readonly #found: Figure[] = [];
	#text: string;
	/** The text before anything was blanked, in lower case. */
	readonly #lower: string;

	constructor(
		text: string,
		readonly numerals: Numerals
	) {
		this.#text = text;
		this.#lower = text.toLowerCase();
	}

	all(): readonly Figure[] {
		this.#dates();
		this.#periods();
		this.#names('month', this.numerals.months);
		this.#names('weekday', this.numerals.weekdays);
		this.#digits();
		this.#words();
		return this.#found;
	}

	/** Reads and blanks all matches for which `is` holds. */
	#take(pattern: RegExp, read: (match: Match) => void, is = (_: Match): boolean => true): void {
		for (const match of this.#text.matchAll(pattern)) {
			if (!is(match)) continue;
			read(match);
			const [before, after] = [match.index, match.index + match[0].length];
			const gone = ' '.repeat(match[0].length);
			this.#text = `${this.#text.slice(0, before)}${gone}${this.#text.slice(after)}`;
		}
	}

	#add(as: Figure['as'], shown: string, ...keys: readonly (string | number)[]): void {
		for (const key of keys) this.#found.push({ as, shown: shown.trim(), key: String(key) });
	}

	/** Reads dates in digits: 2022-01-17, 17/1 2022, 17–21/1 2022, 17/01/2022. */
	#dates(): void {
		this.#take(/(?<!\d)(\d{4})-([01]\d)-([0-3]\d)(?!\d)/g, ([date, year, month, day]) => {
			this.#add('digits', date, Number(year), Number(day));
			this.#add('word', date, `month ${Number(month)}`);
		});
		this.#take(
			/(?<![\d/])(?:([0-3]?\d)[–-])?([0-3]?\d)\/([01]?\d)(?:\/(\d{4})|(?= \d{4}))/g,
			([date, from, to, month, year]) => {
				const given = [from, to, year].flatMap((one) => (one === undefined ? [] : Number(one)));
				this.#add('digits', date, ...given);
				this.#add('word', date, `month ${Number(month)}`);
			}
		);
	}

	#periods(): void {
		const { decade, century, centuriesFrom, ordinals } = this.numerals;
		this.#take(century, ([shown, number]) => {
			const start = centuriesFrom === 1 ? (Number(number) - 1) * 100 : Number(number);
			this.#add('digits', shown, start);
		});
		this.#take(decade, ([shown, number = '']) => {
			this.#add('digits', shown, number.length < 4 ? `19${number.slice(-2)}` : number);
		});
		if (centuriesFrom === 1)
			this.#take(
				new RegExp(`(${anyOf(listed(ordinals))})[ -]centur`, 'gi'),
				([shown, word = '']) => {
					this.#add('word', shown, listed(ordinals).indexOf(word.toLowerCase()) * 100);
				}
			);
		this.#take(
			/(?<![\d.,])(\d\d)(\d\d)[–-](\d\d)(?!\d)/g,
			([shown, start = '', from = '', to = '']) => {
				this.#add('digits', shown, `${start}${from}`, `${start}${to}`);
			},
			([, , from, to]) => Number(to) > Number(from)
		);
	}

	#digits(): void {
		const { grouping } = this.numerals;
		const grouped = `\\d{1,3}(?:[${grouping}]\\d{3})+(?!\\d)`;
		const pattern = new RegExp(
			`(?<![\\p{L}\\d]|\\p{L}-)(?:(${grouped})|(\\d+))(?:[.,](\\d+))?`,
			'gu'
		);
		this.#take(pattern, (match) => {
			const [whole, groups, digits = '', decimals = ''] = match;
			const integer = groups === undefined ? digits : groups.replace(/\D/g, '');
			const number = Number(`${integer}.${decimals || '0'}`);
			this.#number(number === 1 ? 'loose' : 'digits', match, whole, number);
		});
	}

	#words(): void {
		const { numerals } = this;
		const { pattern, valueOf } = numberWords(numerals);
		this.#take(
			pattern,
			(match) => {
				const [word] = match;
				const value = valueOf(word);
				const compound = /^[\p{L}\p{M}]/u.test(this.#text.slice(match.index + word.length));
				// For 2, the other language may say “both” or “these”, or name no number.
				const counts = value !== 2 || this.#counts(match);
				this.#number(compound || !counts ? 'loose' : 'word', match, word, value);
			},
			// A lone 1 is mostly an article.
			(match) => !listed(numerals.one).includes(match[0].toLowerCase()) || this.#counts(match)
		);
		for (const [number, word] of listed(numerals.ordinals).entries()) this.#loose(word, number + 1);
		for (const [word, number] of Object.entries(numerals.loose)) this.#loose(word, number);
	}

	/** Tells whether a scale or a unit follows. */
	#counts({ 0: word, index }: Match): boolean {
		const { scale, units } = this.#after(index + word.length);
		return scale > 0 || units.length > 0;
	}

	#loose(word: string, value: number): void {
		if (!this.#lower.includes(word)) return;
		const pattern = new RegExp(`(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`, 'giu');
		this.#take(pattern, ([shown]) => {
			this.#add('loose', shown, value);
		});
	}

	#number(as: Figure['as'], { index }: Match, shown: string, value: number): void {
		const { scale, units, length } = this.#after(index + shown.length);
		const told = this.#text.slice(index, index + shown.length + length);
		const before = /[$€£](?= ?$)/.exec(this.#text.slice(0, index))?.[0];
		const kilometres = units.includes('mil') ? 10 : 1;
		// Round to twelve digits: 16.8 million must not become 16800000.000000002.
		const number = Number((value * 10 ** scale * kilometres).toPrecision(12));
		this.#add(as === 'loose' && scale > 0 ? 'digits' : as, told, number);
		for (const unit of [...units, ...(before ? [before] : [])])
			if (unit !== 'mil') this.#add('word', told, unit);
	}

	/** Returns the scale and the units after a number that ends at `end`, and their length. */
	#after(end: number) {
		const { scales, units } = this.numerals;
		const names = Object.keys(scales).map((name) => (isSymbol(name) ? name : `[ -]${name}`));
		const text = this.#text.slice(end, end + 60);
		const scaled = new RegExp(`^${anyOf(names)}(?!\\p{L})`, 'iu').exec(text)?.[0];
		const rest = text.slice(scaled?.length ?? 0);
		const found = units.flatMap(({ after, unit }) => {
			const match = after.exec(rest);
			return match ? [{ unit, length: match[0].length }] : [];
		});
		return {
			scale: scales[(scaled ?? '').replace(/^[ -]/, '').toLowerCase()] ?? 0,
			units: found.map(({ unit }) => unit),
			length: (scaled?.length ?? 0) + (found[0]?.length ?? 0)
		};
	}

	#names(kind: string, list: string): void {
		for (const [index, name] of listed(list).entries()) {
			if (!this.#lower.includes(name.toLowerCase())) continue;
			// `May` and `March` may begin sentences without naming a month; `januaridagarna` does
			// name one.
			const ending = name.length > 4 ? '\\p{L}*' : '(?:en|s|ens)?(?!\\p{L})';
			const pattern = /^\p{Lu}/u.test(name)
				? new RegExp(`(?<=[\\p{L}\\p{N},(] )${name}(?!\\p{L})|(?<!\\p{L})${name}(?= \\d)`, 'gu')
				: new RegExp(`(?<!\\p{L})${name}${ending}`, 'giu');
			this.#take(pattern, ([shown]) => {
				this.#add('word', shown, `${kind} ${index + 1}`);
			});
		}
	}
}
