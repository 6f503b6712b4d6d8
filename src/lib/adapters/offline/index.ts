/** What pages need of the offline side. */
export { fill, type FillFailure } from './fill';
export { watchProgress } from './progress';
export { keptPlan, readBack, servedPlan } from './kept';
export { installed, register, take, watchNewer, type RegistrationFailure } from './registration';
export { askForPromise, promised, room, type Promised, type Room } from './room';
export { announce, lookForUpdates } from './tab';
