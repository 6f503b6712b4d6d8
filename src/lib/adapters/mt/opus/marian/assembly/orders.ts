/**
 * Lets other threads do what the first one does: it writes an order, counts it and does its own share;
 * the others wait for the next order.
 */
import { decode, memorise } from './decoder';
import { encode } from './encoder';
import { dotOffset } from './multiply';
import { Scratch, Stack, Step } from './records';
import { join } from './threads';

/** An order. `../crew.ts` writes it. */
@unmanaged
class Order {
	/** Number of orders so far. */
	number: i32 = 0;
	/** 0: decode, 1: encode, 2: memorise. */
	kind: i32 = 0;
	/** Threads that take part. */
	threads: i32 = 0;
	/** Two numbers with which they meet. */
	passed: i32 = 0;
	come: i32 = 0;
	/** What the function takes, without its scratch. */
	a: usize = 0;
	b: usize = 0;
	c: usize = 0;
	d: usize = 0;
	e: usize = 0;
}

/** Makes this instance the first of so many threads, for an order that is written but not counted. */
export function lead(at: usize): void {
	const order = changetype<Order>(at);
	join(0, order.threads, at + offsetof<Order>('passed'));
}

/** Follows orders for ever, as thread number `thread`, with a scratch of its own. `least`: -128. */
export function follow(at: usize, thread: i32, scratch: Scratch, least: i32): void {
	if (!ASC_FEATURE_THREADS) return;
	const order = changetype<Order>(at);
	dotOffset(least);
	let number = 0;
	for (;;) {
		while (atomic.load<i32>(at) == number) atomic.wait<i32>(at, number, -1);
		number = atomic.load<i32>(at);
		if (thread >= order.threads) continue;
		join(thread, order.threads, at + offsetof<Order>('passed'));
		if (order.kind == 0) decode(changetype<Step>(order.a), scratch);
		else if (order.kind == 1)
			encode(changetype<Stack>(order.a), order.b, <i32>order.c, order.d, order.e, scratch);
		else memorise(changetype<Stack>(order.a), <i32>order.b, order.c, scratch);
	}
}
