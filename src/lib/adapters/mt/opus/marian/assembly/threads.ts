/**
 * Splits work over threads that run the same function on the same memory. `barrier` waits until all
 * have come to it; between two barriers no thread writes what another one reads.
 */

let index: i32 = 0;
let count: i32 = 1;
/** Two int32: the number of barriers passed, and threads that have come to the next. */
let meeting: usize = 0;

/** Looks so often before a thread sleeps: about 20 µs. Longer would take the core from others. */
const looks = 2000;
/** Longest wait for another thread, in nanoseconds. One that needs more has failed: this traps. */
const longestWait: i64 = 20_000_000_000;

/** Makes this instance one of `all` threads, which meet at address `at`. */
export function join(thread: i32, all: i32, at: usize): void {
	index = thread;
	count = all;
	meeting = at;
}

export function isFirst(): bool {
	return index == 0;
}

/** Returns where this thread’s share of `all` equal units begins; it ends where the next begins. */
export function shareStart(all: i32): i32 {
	return (all * index) / count;
}

export function shareEnd(all: i32): i32 {
	return (all * (index + 1)) / count;
}

/** Waits for the other threads. */
export function barrier(): void {
	if (!ASC_FEATURE_THREADS || count == 1) return;
	const passed = atomic.load<i32>(meeting);
	if (atomic.add<i32>(meeting, 1, 4) == count - 1) {
		atomic.store<i32>(meeting, 0, 4);
		atomic.store<i32>(meeting, passed + 1);
		atomic.notify(meeting, count);
		return;
	}
	for (let i = 0; i < looks; i++) if (atomic.load<i32>(meeting) != passed) return;
	while (atomic.load<i32>(meeting) == passed)
		if (atomic.wait<i32>(meeting, passed, longestWait) == AtomicWaitResult.TIMED_OUT) unreachable();
}
