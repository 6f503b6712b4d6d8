import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dear } from '../laws.fixture';
import { conductor } from './conductor';
import { FakeClock, FakeEngine, manners, type Manner } from './fakeEngine.fixture';
import { manyRows, spokenRow } from './rows.fixture';
import { speechScript, type SpokenRow } from './script';
import { dueMs, type SpeechEvent } from './speaking';
import {
	beside,
	firstFrom,
	isSame,
	type ReadingPlan,
	type SpeechScript,
	type Utterance
} from './utterance';

const inTurn: ReadingPlan = { order: ['original', 'translation'], turn: 'sentence' };

function setUp(
	rows: readonly SpokenRow[] | SpeechScript,
	mannerOf: (nth: number) => Manner,
	pauseMs = 500
) {
	const clock = new FakeClock();
	const engine = new FakeEngine(clock, mannerOf);
	let script: SpeechScript = 'of' in rows ? rows : speechScript(rows, inTurn, null);
	let rate = 1;
	const reading = conductor(
		engine,
		clock,
		() => ({ script, pauseMs, rateOf: () => rate }),
		() => {}
	);
	const start = firstFrom(script, 0);
	if (!start) throw new Error('nothing to read');
	return {
		clock,
		engine,
		reading,
		pauseMs,
		get script() {
			return script;
		},
		begin: () => reading.take({ kind: 'start', at: start }),
		take: (kind: 'pause' | 'resume' | 'back' | 'on' | 'stop' | 'sleep') => reading.take({ kind }),
		read(next: SpeechScript) {
			const formerRows = script.rows;
			script = next;
			reading.take({ kind: 'changed', formerRows });
		},
		hurry() {
			rate = 2;
			reading.take({ kind: 'renew' });
		},
		/** What has been asked of the engine. */
		said: () => engine.asked.map(({ utterance }) => utterance.text)
	};
}

const proper = (): Manner => 'proper';
const rows = [
	spokenRow('a', 'Det första huset. Det andra huset.', 'The first house. The second house.')
];
const all = ['Det första huset.', 'The first house.', 'Det andra huset.', 'The second house.'];

describe('reading aloud', () => {
	it('reads a sentence an utterance, to the end, and begins anew after that', () => {
		const at = setUp(rows, proper);
		at.begin();
		at.clock.run(60_000);
		expect(at.said()).toEqual(all);
		expect(at.reading.state.phase).toEqual({ kind: 'ended' });
		at.take('resume');
		expect(at.said().at(-1)).toBe(all[0]);
	});

	it('pauses at once and begins the sentence again', () => {
		const at = setUp(rows, proper);
		at.begin();
		at.clock.run(100);
		at.take('pause');
		expect(at.engine.sounds.at(-1)?.to).toBe(100);
		at.clock.run(60_000);
		expect(at.said()).toEqual([all[0]]);
		at.take('resume');
		expect(at.said()).toEqual([all[0], all[0]]);
	});

	it('goes one on and one back, and stays at both ends', () => {
		const at = setUp(rows, proper);
		at.begin();
		for (const kind of ['on', 'on', 'back', 'back', 'back'] as const) at.take(kind);
		expect(at.said()).toEqual([all[0], all[1], all[2], all[1], all[0], all[0]]);
	});

	it('goes on without speaking while it is paused', () => {
		const at = setUp(rows, proper);
		at.begin();
		at.take('pause');
		at.take('on');
		expect(at.said()).toEqual([all[0]]);
		expect(at.reading.state.place?.text).toBe(all[1]);
	});

	it('stops at the end of the sentence when the sleep timer runs out, with the next as its place', () => {
		const at = setUp(rows, proper);
		at.begin();
		at.take('sleep');
		at.clock.run(60_000);
		expect(at.said()).toEqual([all[0]]);
		expect(at.reading.state).toMatchObject({ phase: { kind: 'paused' }, place: { text: all[1] } });
		at.take('resume');
		at.clock.run(60_000);
		expect(at.said()).toEqual([all[0], ...all.slice(1)]);
	});

	it('says a sentence again at another speed, and goes on at the same place in another order', () => {
		const at = setUp(rows, proper);
		at.begin();
		at.hurry();
		expect(at.engine.asked.map(({ rate }) => rate)).toEqual([1, 2]);
		at.read(speechScript(rows, { order: ['original'], turn: 'sentence' }, null));
		at.clock.run(60_000);
		expect(at.said().slice(1)).toEqual([all[0], all[2]]);
	});

	it('speaks on while rows come in, and stops where the text is gone', () => {
		const at = setUp(rows, proper);
		at.begin();
		at.read(speechScript([...rows, spokenRow('b', 'En till.', '')], inTurn, null));
		expect(at.said()).toEqual([all[0]]);
		at.read(speechScript([], inTurn, null));
		expect(at.reading.state).toMatchObject({ phase: { kind: 'idle' }, place: null });
		expect(at.engine.sounds.every(({ to }) => to !== null)).toBe(true);
	});

	it('tries a stalled sentence again, then leaves it out', () => {
		const at = setUp(rows, (nth) => (nth < 2 ? 'stalls' : 'proper'));
		at.begin();
		at.clock.run(60_000);
		expect(at.said()).toEqual([all[0], all[0], all[1], all[2], all[3]]);
	});

	it('takes a sentence that began and never ended as spoken', () => {
		const at = setUp(rows, (nth) => (nth === 0 ? 'never-ends' : 'proper'));
		at.begin();
		at.clock.run(60_000);
		expect(at.said()).toEqual(all);
	});

	it.each(['stalls', 'ends-at-once', 'fails'] as const)(
		'fails at the first sentence where a voice always %s',
		(manner) => {
			const at = setUp(rows, () => manner);
			at.begin();
			at.clock.run(600_000);
			expect(at.said()).toEqual([all[0], all[0], all[1], all[1], all[2], all[2]]);
			expect(at.reading.state).toMatchObject({
				phase: { kind: 'failed', failure: 'silent' },
				place: { text: all[0] }
			});
		}
	);

	it('fails at once where speaking is refused, and can be tried again', () => {
		const at = setUp(rows, () => 'stalls');
		at.begin();
		at.reading.take({ kind: 'not-spoken', id: at.reading.state.id, failure: 'refused' });
		expect(at.reading.state.phase).toEqual({ kind: 'failed', failure: 'refused' });
		at.take('resume');
		expect(at.reading.state.phase.kind).toBe('speaking');
	});

	it('does nothing more once it is closed', () => {
		const at = setUp(rows, proper);
		at.begin();
		at.reading.close();
		at.clock.run(60_000);
		expect(at.said()).toEqual([all[0]]);
		expect(at.engine.sounds).toEqual([]);
	});
});

/** The longest time without an attempt to speak: the pause, or the watchdog of the last attempt. */
const longestGap = (last: Utterance, pauseMs: number): number =>
	pauseMs + 250 + dueMs(last.text, 1);

/** Fails where two sounds are heard at once, or nothing is tried for too long. */
function checkHeard({ engine, pauseMs }: ReturnType<typeof setUp>): void {
	engine.sounds.forEach(({ from }, at) => {
		const before = engine.sounds[at - 1];
		if (before)
			expect(before.to ?? Infinity, `two at once at ${from} ms`).toBeLessThanOrEqual(from);
	});
	const heard = engine.sounds.filter(({ whole }) => whole > 0);
	expect(heard, 'every sentence is heard').toHaveLength(
		engine.asked.filter(({ isGood }) => isGood).length
	);
	for (const { from, to, whole } of engine.sounds)
		expect((to ?? Infinity) - from, 'a sentence is heard to its end').toBeGreaterThan(whole - 1);
	engine.asked.forEach(({ at: now }, at) => {
		const before = engine.asked[at - 1];
		if (before) expect(now - before.at).toBeLessThanOrEqual(longestGap(before.utterance, pauseMs));
	});
}

describe('1,000 sentences in turn', () => {
	const thousand = speechScript(manyRows(250), inTurn, null);
	/** No voice fails so often in a row that reading stops. */
	const bearable = (seed: readonly Manner[]) => (nth: number) =>
		nth % 5 === 4 ? 'proper' : (seed[nth % seed.length] ?? 'proper');

	it('are read in order by an engine that stalls, lies, ends at once, late, twice or never', () => {
		const all = fc.array(fc.constantFrom(...manners), { minLength: 1, maxLength: 97 });
		fc.assert(
			fc.property(all, fc.constantFrom(0, 500, 3000), (seed, pauseMs) => {
				const at = setUp(thousand, bearable(seed), pauseMs);
				at.begin();
				let [last, steps] = [at.reading.state.place, 0];
				const tried = [last];
				const isOver = () => ['ended', 'failed'].includes(at.reading.state.phase.kind);
				while (!isOver() && at.clock.tick() && steps++ < 50_000) {
					const { place, phase } = at.reading.state;
					// Nothing but the place is spoken.
					const sounding = at.engine.sounds.at(-1);
					if (phase.kind === 'speaking' && sounding && sounding.to === null)
						expect(place && isSame(sounding.utterance, place)).toBe(true);
					if (place && last && !isSame(place, last)) tried.push(place);
					last = place;
				}
				const expected = thousand.rows.flatMap((row) => thousand.of(row));
				expect(expected).toHaveLength(1000);
				// What could not be spoken at the very end is where reading stops.
				const { phase, place } = at.reading.state;
				if (phase.kind === 'failed') expect(expected.slice(-2)).toContainEqual(place);
				else expect(phase.kind).toBe('ended');
				expect(tried.slice(0, 1000)).toEqual(expected);
				checkHeard(at);
			}),
			dear()
		);
	});

	it('are never two at once and never forgotten, whatever the reader presses', () => {
		const kinds = fc.constantFrom('pause', 'resume', 'back', 'on', 'stop', 'sleep');
		const presses = fc.array(fc.tuple(kinds, fc.nat(20_000)), { maxLength: 60 });
		const seeds = fc.array(fc.constantFrom(...manners), { minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(presses, seeds, (pressed, seed) => {
				const at = setUp(manyRows(20), (nth) => seed[nth % seed.length] ?? 'proper');
				at.begin();
				for (const [kind, ms] of pressed) {
					const { place } = at.reading.state;
					at.reading.take({ kind } satisfies SpeechEvent);
					const moved = at.reading.state.place;
					// A press moves by one sentence at most.
					if (place && moved)
						expect(
							[place, beside(at.script, place, 1), beside(at.script, place, -1)].some(
								(one) => one && isSame(one, moved)
							)
						).toBe(true);
					at.clock.run(ms);
					const { phase } = at.reading.state;
					const isHeard = at.engine.sounds.some(({ to }) => to === null);
					if (phase.kind !== 'speaking') expect(isHeard, phase.kind).toBe(false);
				}
				at.engine.sounds.forEach(({ from }, nth) => {
					const before = at.engine.sounds[nth - 1];
					if (before) expect(before.to ?? Infinity).toBeLessThanOrEqual(from);
				});
			}),
			dear()
		);
	});
});
