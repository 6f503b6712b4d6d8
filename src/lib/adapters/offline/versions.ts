/** What every page needs of the offline side, the reading page too: to register, and to follow new versions. */
export { register, take, watchNewer } from './registration';
export { announce, lookForUpdates } from './tab';
