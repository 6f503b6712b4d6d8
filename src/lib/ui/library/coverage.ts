/** A translation's coverage as a bar and as words. */
import type { Coverage } from '$lib/core/translation/coverage';
import { trustLevels, type TrustLevel } from '$lib/core/translation/trust';
import type { T, UiLang } from '$lib/i18n';

interface Share {
	readonly of: TrustLevel;
	/** Both in per cent of the bar. */
	readonly start: number;
	readonly width: number;
}

/** Least width of a share, in per cent: a thinner one could not be seen. */
const leastWidth = 3;

/** Returns the shares that are not empty, side by side, each wide enough to be seen. */
export function shares(coverage: Coverage): readonly Share[] {
	const wanted = present(coverage).map((of) => ({
		of,
		width: Math.max(leastWidth, (100 * coverage[of]) / coverage.total)
	}));
	const all = wanted.reduce((sum, { width }) => sum + width, 0);
	let start = 0;
	return wanted.map(({ of, width }) => {
		const share = { of, start, width: (100 * width) / all };
		start += share.width;
		return share;
	});
}

/**
 * Returns “15 human and 8 AI draft of 23”; “Complete AI draft, not reviewed” where all is of one
 * kind.
 */
export function coverageWords(coverage: Coverage, t: T, ui: UiLang): string {
	const [only, ...more] = present(coverage);
	if (only === undefined) return t('library.coverage.all.none');
	if (more.length === 0) return t(`library.coverage.all.${only}`);
	const parts = [only, ...more].map((of) => t(`library.coverage.${of}`, { count: coverage[of] }));
	return t('library.coverage.of', {
		parts: new Intl.ListFormat(ui, { type: 'unit' }).format(parts),
		total: coverage.total
	});
}

/** Returns the coverage of several texts together. */
export function together(all: readonly Coverage[]): Coverage {
	const sum = (of: keyof Coverage) => all.reduce((total, coverage) => total + coverage[of], 0);
	const levels = Object.fromEntries(trustLevels.map((level) => [level, sum(level)])) as Record<
		TrustLevel,
		number
	>;
	return { ...levels, stale: sum('stale'), total: sum('total') };
}

const present = (coverage: Coverage) => trustLevels.filter((standing) => coverage[standing] > 0);
