/** What the module offers. `../kernel.ts` says what it takes. */
export { decode, memorise } from './decoder';
export { encode } from './encoder';
export { dotOffset } from './multiply';
export { largest, packColumns, packRows } from './pack';
export { follow, lead } from './orders';
// For the tests and for the output layer alone.
export { likeliest, softmax } from './activation';
export { multiply } from './multiply';
export { addAndNormalise } from './norm';
export { quantise } from './quantise';
