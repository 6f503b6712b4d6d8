/**
 * Why a model runs the slower way: `simd`: the browser lacks SIMD; `file`: our module was not there;
 * `graph`: the model’s form is not known; `memory`: the device has too little; `fault`: the module
 * failed.
 */
export const slowReasons = ['simd', 'file', 'graph', 'memory', 'fault'] as const;
export type SlowReason = (typeof slowReasons)[number];

export const parseSlowReason = (raw: unknown): SlowReason | null =>
	slowReasons.find((reason) => reason === raw) ?? null;
