/** Converts errors of the runtime, of transformers.js and of the browser to failures. */
import type { EngineFailure } from '../../../core/machine/engine';
import type { SlowReason } from '../../../core/machine/slow';
import { MissingFile } from './files';
import { messageOf } from '../../../core/errorMessage';

/** Matches the messages of engines and of Emscripten when memory is exhausted. */
const noMemory =
	/out of memory|bad_alloc|allocation failed|cannot (?:enlarge|allocate)|could not allocate|failed to allocate|\bOOM\b/i;
/** Matches the messages of a browser in which a policy or a setting forbids WebAssembly. */
const noWebAssembly =
	/webassembly is not defined|no available backend found[^]*(?:WebAssembly|CompileError)|wasm code generation disallowed|unsafe-eval|call to WebAssembly\.\w+\(\) blocked/i;

export const loadFailure = (error: unknown): EngineFailure =>
	knownFailure(error) ?? { kind: 'broken', message: messageOf(error) };

export const runFailure = (error: unknown): EngineFailure =>
	knownFailure(error) ?? { kind: 'failed', message: messageOf(error) };

/** Returns why our own module could not go on. */
export const slowReasonOf = (error: unknown): SlowReason =>
	knownFailure(error)?.kind === 'memory' || error instanceof RangeError ? 'memory' : 'fault';

function knownFailure(error: unknown): EngineFailure | null {
	if (error instanceof MissingFile) return { kind: 'missing' };
	if (typeof WebAssembly === 'undefined') return { kind: 'refused' };
	const text = messageOf(error);
	if (noMemory.test(text)) return { kind: 'memory' };
	return noWebAssembly.test(text) ? { kind: 'refused' } : null;
}
