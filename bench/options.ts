import { parseArgs } from 'node:util';

import { messageOf, UserError } from '../runtime/plain/errors.cjs';

export const USAGE = `npm run bench              measures all that docs/performance.md tells, and writes it
npm run bench -- <options>

  --short     measures each thing for a moment, without queue mode; writes reports/performance.md
  --no-queue  leaves out queue mode, which needs PostgreSQL and Redis
  --help      shows this`;

export interface Repetitions {
	/** Fresh processes per package. */
	loads: number;
	/** Measured calls per trigger and body, and those before them that are not counted. */
	calls: { measured: number; warmUp: number };
	/** Rounds of calls of a real n8n, and how long a round calls each subject. */
	live: { rounds: number; milliseconds: number };
	/** The same in queue mode. */
	scale: { rounds: number; milliseconds: number };
	/** For how many jobs many are created and read. */
	counts: number[];
}

const SHORT: Repetitions = {
	loads: 1,
	calls: { measured: 1_000, warmUp: 1_000 },
	live: { rounds: 1, milliseconds: 300 },
	scale: { rounds: 1, milliseconds: 300 },
	counts: [100],
};
const WHOLE: Repetitions = {
	loads: 7,
	calls: { measured: 20_000, warmUp: 10_000 },
	live: { rounds: 5, milliseconds: 2_000 },
	scale: { rounds: 5, milliseconds: 3_000 },
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
	return { ...(short ? SHORT : WHOLE), short, queue: !short && !noQueue, help };
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
