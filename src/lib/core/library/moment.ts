/**
 * Moments are ISO 8601 in UTC with milliseconds, `2022-01-15T08:30:00.000Z`. They have equal
 * length, so they compare as strings.
 */
export const moment = (ms: number): string => new Date(ms).toISOString();

/**
 * Returns `now`, or a moment later than `than` if the device’s clock has gone back: a change
 * must be newer than the record that it changes.
 */
export const after = (now: string, than: string | null): string =>
	than === null || now > than ? now : moment(Date.parse(than) + 1);

/** The last moment of this length: beyond it years have six digits and a sign. */
const last = '9999-12-31T23:59:59.999Z';

/** The moment that stands for the last one and all beyond it, so that a change can still be later. */
const almostLast = moment(Date.parse(last) - 60 * 60 * 1000);

/** Returns a moment from outside as it can be compared and changed. */
export const bounded = (text: string): string =>
	text.startsWith('+') || text >= last ? almostLast : text;
