/**
 * A record that cannot be read. It is skipped and never overwritten. `fault` says where and why.
 */
export interface Damage {
	readonly table: string;
	readonly fault: string;
}
