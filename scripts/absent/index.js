/** Nothing. The translator runs on onnxruntime-web, in the browser and in the tests alike. */
export default {};
