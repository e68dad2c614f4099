import { parseArgs } from 'node:util';

import { messageOf, UserError } from '../runtime/plain/errors.cjs';

export const USAGE = `npm run bench              measures loading and webhook calls, beside n8n's Onfleet Trigger
npm run bench -- <options>

  --short   fewer repetitions
  --help    shows this`;

export interface Repetitions {
	/** Fresh processes per package. */
	loads: number;
	/** Measured calls per trigger and body, and those before them that are not counted. */
	calls: { measured: number; warmUp: number };
}

/** Reads the command's options. Throws a UserError that names the wrong one. */
export function parseOptions(args: readonly string[]): Repetitions & { help: boolean } {
	const { short, help } = parse(args);
	const repetitions = short
		? { loads: 3, calls: { measured: 4_000, warmUp: 4_000 } }
		: { loads: 7, calls: { measured: 20_000, warmUp: 10_000 } };
	return { ...repetitions, help };
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				short: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}).values;
	} catch (error) {
		throw new UserError(`${messageOf(error)}\n\n${USAGE}`);
	}
}
