import { parseArgs } from 'node:util';

import { messageOf, UserError } from '../runtime/plain/errors.cjs';

export const USAGE = `npm run bench              measures all that docs/performance.md tells, and writes it
npm run bench -- <options>

  --short     only loading and single calls of triggers, with fewer repetitions; prints them
  --no-queue  leaves out queue mode, which needs PostgreSQL and Redis
  --help      shows this`;

export interface Repetitions {
	/** Fresh processes per package. */
	loads: number;
	/** Measured calls per trigger and body, and those before them that are not counted. */
	calls: { measured: number; warmUp: number };
}

const SHORT: Repetitions = { loads: 3, calls: { measured: 4_000, warmUp: 4_000 } };
export const LONG: Repetitions = { loads: 7, calls: { measured: 20_000, warmUp: 10_000 } };

/** What else the page tells, in a real n8n. */
export const WHOLE = {
	live: { rounds: 5, milliseconds: 2_000 },
	scale: { rounds: 5, milliseconds: 3_000 },
	/** For how many jobs many are created and read. */
	counts: [1_000, 5_000, 10_000],
};

export interface BenchOptions extends Repetitions {
	short: boolean;
	queue: boolean;
	help: boolean;
}

/** Reads the command's options. Throws a UserError that names the wrong one. */
export function parseOptions(args: readonly string[]): BenchOptions {
	const { short, help, 'no-queue': noQueue } = parse(args);
	return { ...(short ? SHORT : LONG), short, queue: !noQueue, help };
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				short: { type: 'boolean', default: false },
				'no-queue': { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}).values;
	} catch (error) {
		throw new UserError(`${messageOf(error)}\n\n${USAGE}`);
	}
}
