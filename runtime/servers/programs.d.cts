import type { Program } from '../plain/apt.cjs';

/** Found in the folder with the programs of the newest PostgreSQL of Debian. */
export const POSTGRES: Program<string>;

/** Found in the folder on the path with the programs of Redis. */
export const REDIS: Program<string>;

/**
 * The folder of PostgreSQL's programs; installs Debian's package where it is missing and that can be
 * done. Throws a UserError with the command to run, where it cannot. Progress goes to `log`, else to
 * the console.
 */
export function ensurePostgres(log?: (line: string) => void): Promise<string>;

/** The same of Redis. */
export function ensureRedis(log?: (line: string) => void): Promise<string>;
