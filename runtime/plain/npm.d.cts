/**
 * Environment for an npm that is called from within an npm script: without what the outer npm says
 * about its own package, and with the folder of the program `node` first on the path if given.
 */
export function npmEnv(node?: string): NodeJS.ProcessEnv;

export interface NpmOptions {
	cwd: string;
	/** Node to run npm with; the one on the path without. */
	node?: string;
	/** Gives the sentence for what a failed npm wrote; explain() without. */
	reason?: (output: string) => string;
}

/** Whether npm's words tell that its registry gave no answer. */
export function isUnreachable(output: string): boolean;

/** Runs npm and returns its standard output. Throws a UserError that says what to do. */
export function npm(args: readonly string[], options: NpmOptions): Promise<string>;

/** What happened and what to do, from what a failed npm wrote. */
export function explain(output: string): string;

/** The same where npm had something compiled. */
export function explainBuild(output: string): string;
