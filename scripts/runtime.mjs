/**
 * Tells Vite how to find ONNX Runtime: for the site, and for the tests that build the translator
 * alone.
 */
import { defaultClientConditions } from 'vite';

export const resolve = {
	// The runtime's files are served unchanged, not inlined into the script that loads them.
	conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions],
	// transformers.js imports the runtime with WebGPU, of twice the size; adapters/mt/opus/ort.ts
	// gives it the one that we use.
	alias: { 'onnxruntime-web/webgpu': 'onnxruntime-web/wasm' }
};
