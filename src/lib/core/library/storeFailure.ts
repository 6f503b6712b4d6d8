/** Why the library could not do what was asked of it. */
import type { Result } from '../result';

/**
 * `full`: storage is full; `conflict`: changed elsewhere since it was read; `newer`: another tab
 * upgraded the database; `outdated`: this page is older than the database; `blocked`: an older tab holds it; `damaged`: the record cannot be read,
 * and is kept as it is; `failed`: anything else, with its message. A call that fails has changed
 * nothing.
 */
export type StoreFailure =
	| { readonly kind: 'full' }
	| { readonly kind: 'conflict' }
	| { readonly kind: 'exists'; readonly id: string }
	| { readonly kind: 'newer' }
	| { readonly kind: 'outdated' }
	| { readonly kind: 'blocked' }
	| { readonly kind: 'damaged'; readonly message: string }
	| { readonly kind: 'failed'; readonly message: string };

export type StoreResult<T> = Promise<Result<T, StoreFailure>>;
