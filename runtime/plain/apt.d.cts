export interface Program<Place> {
	/** As a sentence says it, e.g. `PostgreSQL`. */
	name: string;
	/** The packages of Debian that bring it. */
	packages: readonly string[];
	/** Where it is, or undefined where it is not. */
	find: () => Place | undefined;
	/** Where progress goes; to the console without. */
	log?: (line: string) => void;
}

/**
 * Installs a program from Debian's packages where it is missing and that can be done, and gives its
 * place. Throws a UserError with the command to run, where it cannot.
 */
export function ensureInstalled<Place>(program: Program<Place>): Promise<Place>;
