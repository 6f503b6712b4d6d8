import { parsePreferred } from '../preferred';

/** English forms that several words share, the likeliest first. */
export const englishPreferred = parsePreferred(`
left = leave v, left a, left n
saw = see, saw n, saw v
better = good, well, better
best = good, well, best
worse = bad, worse
worst = bad, worst
`);
