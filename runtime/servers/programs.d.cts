/** The folder with the programs of the newest PostgreSQL of Debian, or undefined. */
export function findPostgres(): string | undefined;

/**
 * The same; installs Debian's package where it is missing and that can be done. Throws a UserError
 * with the command to run, where it cannot. Progress goes to `log`, else to the console.
 */
export function ensurePostgres(log?: (line: string) => void): Promise<string>;

/** The folder on the path with the programs of Redis, or undefined. */
export function findRedis(): string | undefined;

/** The same; installs Debian's package as ensurePostgres() does. */
export function ensureRedis(log?: (line: string) => void): Promise<string>;
