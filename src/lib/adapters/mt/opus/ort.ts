/**
 * ONNX Runtime in the only build that we serve: WebAssembly only, half the size of the one with
 * WebGPU. transformers.js prefers the runtime registered under this symbol to its own, so this
 * module must be evaluated first.
 */
import * as ort from 'onnxruntime-web/wasm';

Reflect.set(globalThis, Symbol.for('onnxruntime'), ort);

export { ort };
