/** What an error of the runtime, of transformers.js or of the browser is to a reader. */
import type { EngineFailure } from '../../../core/machine/engine';
import { MissingFile } from './files';

/** Said by engines and by Emscripten where there is no more memory to be had. */
const noMemory =
	/out of memory|bad_alloc|allocation failed|cannot (?:enlarge|allocate)|could not allocate|failed to allocate|\bOOM\b/i;
/** Said where a policy or a setting forbids WebAssembly. */
const noWebAssembly =
	/webassembly is not defined|no available backend found[^]*(?:WebAssembly|CompileError)|wasm code generation disallowed|unsafe-eval|call to WebAssembly\.\w+\(\) blocked/i;

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const loadFailure = (error: unknown): EngineFailure =>
	knownFailure(error) ?? { kind: 'broken', message: textOf(error) };

export const runFailure = (error: unknown): EngineFailure =>
	knownFailure(error) ?? { kind: 'failed', message: textOf(error) };

function knownFailure(error: unknown): EngineFailure | null {
	if (error instanceof MissingFile) return { kind: 'missing' };
	if (typeof WebAssembly === 'undefined') return { kind: 'refused' };
	const text = textOf(error);
	if (noMemory.test(text)) return { kind: 'memory' };
	return noWebAssembly.test(text) ? { kind: 'refused' } : null;
}
