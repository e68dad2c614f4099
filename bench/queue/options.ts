import { parseArgs } from 'node:util';

import { messageOf, UserError } from '../../runtime/plain/errors.cjs';
import { type Kill, KILLS } from './kills';

/**
 * The values of the triggers' *Answer the Service*, and whether an answer of 200 then says that the
 * event is kept, whichever process is killed.
 */
export const ANSWERS = { atOnce: false, whenFinished: true };
export type Answer = keyof typeof ANSWERS;

export const USAGE = `npm run queue              sends events to n8n in queue mode, kills processes, counts what is kept
npm run queue -- <options>

  --events <number>  how many, or a few more (1000)
  --kill <which>     ${Object.keys(KILLS).join(', ')} (all): killed with SIGKILL on the way, and started again
  --answer <when>    ${Object.keys(ANSWERS).join(', ')} (whenFinished): when the triggers answer
  --help             shows this`;

export interface QueueRunOptions {
	events: number;
	kill: Kill;
	answer: Answer;
	help: boolean;
}

const MOST_EVENTS = 100_000;

/** Reads the command's options. Throws a UserError that names the wrong one. */
export function parseOptions(args: readonly string[]): QueueRunOptions {
	const { events, kill, answer, help } = parse(args);
	const count = Number(events);
	if (!Number.isInteger(count) || count < 1 || count > MOST_EVENTS) {
		throw new UserError(`--events needs a number from 1 to ${MOST_EVENTS}, not “${events}”.`);
	}
	return {
		events: count,
		kill: oneOf('--kill', KILLS, kill),
		answer: oneOf('--answer', ANSWERS, answer),
		help,
	};
}

function oneOf<Word extends string>(
	option: string,
	words: Readonly<Record<Word, unknown>>,
	value: string,
): Word {
	const all = Object.keys(words) as Word[];
	const found = all.find((word) => word === value);
	if (found !== undefined) return found;
	throw new UserError(`${option} needs one of ${all.join(', ')}, not “${value}”.`);
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				events: { type: 'string', default: '1000' },
				kill: { type: 'string', default: 'all' },
				answer: { type: 'string', default: 'whenFinished' },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}).values;
	} catch (error) {
		throw new UserError(`${messageOf(error)}\n\n${USAGE}`);
	}
}
