import { parseArgs } from 'node:util';

import { UserError } from '../../runtime/plain/errors.cjs';

export const USAGE = `npm start                 starts n8n, the sandbox and the demo workflow
npm start -- <options>

  --n8n-port <number>      port of n8n (5678)
  --sandbox-port <number>  port of the sandbox (5700)
  --smtp-port <number>     port of the sandbox's mail server (5725)
  --fresh                  forgets everything that earlier starts have kept
  --help                   shows this`;

export interface StartOptions {
	n8nPort: number;
	sandboxPort: number;
	smtpPort: number;
	fresh: boolean;
	help: boolean;
}

/** Reads the command's options. Throws a UserError that names the wrong one. */
export function parseOptions(args: readonly string[]): StartOptions {
	const values = parse(args);
	return {
		n8nPort: port('--n8n-port', values['n8n-port'], 5678),
		sandboxPort: port('--sandbox-port', values['sandbox-port'], 5700),
		smtpPort: port('--smtp-port', values['smtp-port'], 5725),
		fresh: values.fresh ?? false,
		help: values.help ?? false,
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				'n8n-port': { type: 'string' },
				'sandbox-port': { type: 'string' },
				'smtp-port': { type: 'string' },
				fresh: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new UserError(`${reason}\n\n${USAGE}`);
	}
}

function port(option: string, value: string | undefined, otherwise: number): number {
	if (value === undefined) return otherwise;
	const number = Number(value);
	if (Number.isInteger(number) && number >= 1 && number <= 65_535) return number;
	throw new UserError(`${option} needs a number from 1 to 65535, not “${value}”.`);
}
