/**
 * Why a part of the index cannot be used. `damaged`: its bytes are not what was written; `other
 * version`: it belongs to another index; `missing`: it does not come, as without a network.
 */
export interface IndexFailure {
	readonly kind: 'damaged' | 'other version' | 'missing';
	/** Which part: `sv 12`. */
	readonly part: string;
}
