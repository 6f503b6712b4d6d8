/** How Vite finds ONNX Runtime: for the site, and for the tests that build the translator by itself. */
import { defaultClientConditions } from 'vite';

export const resolve = {
	// The runtime's files are served as they are, not written into the script that loads them.
	conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions],
	// transformers.js asks for the runtime with WebGPU, of twice the size; adapters/mt/opus/ort.ts
	// gives it the one that we run.
	alias: { 'onnxruntime-web/webgpu': 'onnxruntime-web/wasm' }
};
