/** In an installation that is complete; touched at every use, so that what nobody uses can be told. */
export const MARKER: string;
/** In a folder that npm has filled, of which only the compiled parts may be missing. */
export const FETCHED: string;
/** End of the name of a folder that is being installed into. */
export const UNFINISHED: string;

/** Folders with the manifest and the lock file of an n8n. */
export const CURRENT_N8N: string;
/** The oldest n8n that the package works in. */
export const OLDEST_N8N: string;

/** The folder, outside the checkout, that installations of n8n are kept in. */
export function cacheRoot(env?: NodeJS.ProcessEnv): string;

/** Folder that the demo keeps its n8n, its sandbox and its notes in; outside the checkout. */
export function demoHome(env?: NodeJS.ProcessEnv): string;

/** Name of the installation that the manifest and lock in `source` ask for on this machine. */
export function cacheKey(source: string, platform?: string, arch?: string): string;

/** Whether the n8n of the lock file in `source` is in the cache. */
export function isInstalled(source: string): boolean;

/** The folder in the cache that the n8n of the lock file in `source` is being installed into. */
export function draftOf(source: string): string;

/** Whether an earlier try has left all that npm fetches of it there. */
export function isFetched(source: string): boolean;

/** Where the compiled database driver is kept, for every n8n that needs the same. */
export function driverFile(source: string): string;
