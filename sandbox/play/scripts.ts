import { detrackScript } from './detrack';
import { radaroScript } from './radaro';
import { readyCloudScript } from './readycloud';
import { routigoScript } from './routigo';
import type { Script } from './script';

/** Each vendor's part in a day, by the vendor's name. */
export const SCRIPTS: Readonly<Record<string, Script>> = {
	radaro: radaroScript,
	detrack: detrackScript,
	routigo: routigoScript,
	readycloud: readyCloudScript,
};
