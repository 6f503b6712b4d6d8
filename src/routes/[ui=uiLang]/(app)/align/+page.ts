import { wholeLibrary } from '$lib/compose/wholeLibrary';
import type { PageLoad } from './$types';

/** A large library comes in lists, once there is script. */
export const load: PageLoad = async ({ data }) => ({ stored: await wholeLibrary(data) });
