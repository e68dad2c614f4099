/** What `npm start -- --help` shows. */
export const USAGE: string;

export interface StartOptions {
	n8nPort: number;
	sandboxPort: number;
	smtpPort: number;
	fresh: boolean;
	help: boolean;
}

/** Reads the command's options. Throws a UserError that names the wrong one. */
export function parseOptions(args: readonly string[]): StartOptions;
