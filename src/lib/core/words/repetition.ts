/** When a word is asked for again, by FSRS 6. Loaded only where words are repeated. */
import { createEmptyCard, fsrs, type Card, type Grade as FsrsGrade } from 'ts-fsrs';
import type { Repetition } from './savedWord';

export const grades = ['again', 'hard', 'good', 'easy'] as const;
export type Grade = (typeof grades)[number];

const scheduler = fsrs();

/** Returns when a word is due after an answer at `now`, in milliseconds since 1970. */
export function repeated(repetition: Repetition | null, grade: Grade, now: number): Repetition {
	const card = repetition ? cardOf(repetition) : createEmptyCard(now);
	const after = scheduler.next(card, now, (grades.indexOf(grade) + 1) as FsrsGrade).card;
	return {
		due: after.due.getTime(),
		stability: after.stability,
		difficulty: after.difficulty,
		scheduledDays: after.scheduled_days,
		learningSteps: after.learning_steps,
		reviews: after.reps,
		lapses: after.lapses,
		stage: after.state,
		last: now
	};
}

const cardOf = (one: Repetition): Card => ({
	due: new Date(one.due),
	stability: one.stability,
	difficulty: one.difficulty,
	// Counted anew from the last review.
	elapsed_days: 0,
	scheduled_days: one.scheduledDays,
	learning_steps: one.learningSteps,
	reps: one.reviews,
	lapses: one.lapses,
	state: one.stage,
	last_review: new Date(one.last)
});
