/**
 * Writes the part of WebAssembly’s binary format that one function needs.
 * https://webassembly.github.io/spec/core/binary/
 */

export type Code = readonly number[];

export const type = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;

export const op = {
	loop: [0x03, 0x40],
	end: [0x0b],
	branchIf: [0x0d, 0x00],
	i32: { lessThan: [0x49], add: [0x6a], subtract: [0x6b], multiply: [0x6c] },
	f32: { fromI32: [0xb2], add: [0x92], multiply: [0x94] },
	i16x8: { extendLow: [0xfd, 0x87, 0x01], extendHigh: [0xfd, 0x88, 0x01] },
	i32x4: { add: [0xfd, 0xae, 0x01], dot: [0xfd, 0xba, 0x01] },
	zeros: [0xfd, 0x0c, ...Array<number>(16).fill(0)]
} as const;

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const tee = (local: number): Code => [0x22, ...unsigned(local)];
export const i32 = (value: number): Code => [0x41, ...signed(value)];
/** Adds a constant to a local variable. */
export const advance = (local: number, by: Code): Code => [
	...get(local),
	...by,
	...op.i32.add,
	...set(local)
];
export const lane = (index: number): Code => [0xfd, 0x1b, index];
export const loadVector = (offset: number): Code => [0xfd, 0x00, 0, ...unsigned(offset)];
export const loadFloat = (offset: number): Code => [0x2a, 2, ...unsigned(offset)];
export const storeFloat = (offset: number): Code => [0x38, 2, ...unsigned(offset)];

/**
 * Returns a module with one function `run` of i32 parameters and an imported memory, `env.memory`.
 */
export function moduleOf(
	parameters: number,
	locals: readonly (readonly [count: number, type: number])[],
	body: Code
): Uint8Array<ArrayBuffer> {
	const code = [
		...vector(locals.map(([count, kind]) => [...unsigned(count), kind])),
		...body,
		...op.end
	];
	return Uint8Array.from([
		...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
		...section(1, [[0x60, ...vector(Array<Code>(parameters).fill([type.i32])), 0]]),
		...section(2, [[...name('env'), ...name('memory'), 0x02, 0x00, 0x01]]),
		...section(3, [[0]]),
		...section(7, [[...name('run'), 0x00, 0x00]]),
		...section(10, [[...unsigned(code.length), ...code]])
	]);
}

function section(id: number, items: readonly Code[]): Code {
	const content = vector(items);
	return [id, ...unsigned(content.length), ...content];
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];

const name = (text: string): Code => vector([...text].map((letter) => [letter.charCodeAt(0)]));

/** Encodes a number as LEB128. */
function unsigned(value: number): Code {
	const bytes: number[] = [];
	let rest = value;
	for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
	return [...bytes, rest];
}

function signed(value: number): Code {
	const bytes: number[] = [];
	let rest = value;
	for (; rest < -64 || rest > 63; rest >>= 7) bytes.push((rest & 127) | 128);
	return [...bytes, rest & 127];
}
