/**
 * ONNX Runtime in the one build that we serve: WebAssembly alone, half the size of the one with
 * WebGPU. transformers.js takes the runtime that stands under this symbol before its own, so this
 * module must be evaluated before it.
 */
import * as ort from 'onnxruntime-web/wasm';

Reflect.set(globalThis, Symbol.for('onnxruntime'), ort);

export { ort };
