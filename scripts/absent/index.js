/** Empty stand-in: the translator runs on onnxruntime-web, in the browser and in the tests. */
export default {};
