/** The offline functions that every page needs: registration, and news of new versions. */
export { register, take, watchNewer } from './registration';
export { announce, lookForUpdates } from './tab';
