/** Where the site will be served: `JAMSIDES_ORIGIN=https://… npm run build`. */
const origin = process.env.JAMSIDES_ORIGIN?.replace(/\/+$/, '');

/** The address that `npm start` serves, for files that need whole addresses. */
const ownMachine = 'http://localhost:4173';

/** Returns a whole address, which feeds and site maps must have. */
export const wholeAddress = (path: string): string => `${origin ?? ownMachine}${path}`;

/** Returns the address for a page’s head: whole if it is known where the site will be served. */
export const headAddress = (path: string): string => `${origin ?? ''}${path}`;
