/** The offline modules that pages use. */
export { fetchFiles, fill, type FillFailure } from './fill';
export { addItems, allItems, libraryItems, removeItems } from './items';
export { watchProgress } from './progress';
export { basePlan, keptItems, readBack, servedPlan } from './versionCaches';
export { installed, register, take, watchNewer, type RegistrationFailure } from './registration';
export { askForPromise, promised, room, type StoragePromise, type StorageRoom } from './room';
export { announce, lookForUpdates } from './tab';
