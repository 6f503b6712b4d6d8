import type { T } from '.';

/** From this many minutes on a time is said in whole hours: nobody plans ten hours to the minute. */
const manyMinutes = 180;

/** Returns a reading time in words: “45 minutes”, “1 hour 20 minutes”, “15 hours”. */
export function readingTime(minutes: number, t: T): string {
	if (minutes < 60) return t('app.minutes', { count: minutes });
	if (minutes >= manyMinutes) return t('app.hours', { count: Math.round(minutes / 60) });
	const hours = t('app.hours', { count: Math.floor(minutes / 60) });
	const rest = minutes % 60;
	return rest === 0 ? hours : `${hours} ${t('app.minutes', { count: rest })}`;
}
