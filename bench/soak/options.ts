import { parseArgs } from 'node:util';

import { messageOf, UserError } from '../../runtime/plain/errors.cjs';

export const USAGE = `npm run soak              sends events to one n8n for some time, and reads what it goes on holding
npm run soak -- <options>

  --minutes <number>  how long (30)
  --help              shows this`;

const MOST_MINUTES = 24 * 60;

/** Reads the command's options. Throws a UserError that names the wrong one. */
export function parseOptions(args: readonly string[]): { minutes: number; help: boolean } {
	const { minutes: given, help } = parse(args);
	const minutes = Number(given);
	if (!Number.isFinite(minutes) || minutes < 1 || minutes > MOST_MINUTES) {
		throw new UserError(`--minutes needs a number from 1 to ${MOST_MINUTES}, not “${given}”.`);
	}
	return { minutes, help };
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				minutes: { type: 'string', default: '30' },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}).values;
	} catch (error) {
		throw new UserError(`${messageOf(error)}\n\n${USAGE}`);
	}
}
