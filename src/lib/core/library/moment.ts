/**
 * Moments are ISO 8601 in UTC with milliseconds, `2022-01-15T08:30:00.000Z`: of one length, so that
 * they compare as strings.
 */
export const moment = (ms: number): string => new Date(ms).toISOString();

/** `now`, but later than `than` even where the device’s clock has gone back: a change is newer than what it changes. */
export const after = (now: string, than: string | null): string =>
	than === null || now > than ? now : moment(Date.parse(than) + 1);
