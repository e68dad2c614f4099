import type { NeededPort } from '../../runtime/plain/machine/checks.cjs';

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

/** The ports that a start wants, with what listens there and the option that chooses another one. */
export function portsOf(options: StartOptions): NeededPort[];

/** What to do where a demo runs already. */
export const RUNNING: string;
