/** The offline modules that pages use. */
export { fill, type FillFailure } from './fill';
export { watchProgress } from './progress';
export { keptPlan, readBack, servedPlan } from './versionCaches';
export { installed, register, take, watchNewer, type RegistrationFailure } from './registration';
export { askForPromise, promised, room, type StoragePromise, type StorageRoom } from './room';
export { announce, lookForUpdates } from './tab';
