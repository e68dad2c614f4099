import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

import { messageOf, UserError } from '../../runtime/plain/errors.cjs';

export const USAGE = `npm run day                plays a day against everything that fails, and counts what became of it
npm run day -- <options>

  --jobs <number>         jobs of all services together (1000)
  --seed <number>         the same seed gives the same day, and the same kills (by chance)
  --minute <ms>           milliseconds that a minute takes for readers, limits and faults (2000)
  --kills <number>        how often n8n is killed with SIGKILL on the way, and started again (3)
  --down                  n8n is down for half of the day instead, and the services are asked afterwards

Instead of a day:
  --rows <number>         so many rows through each reader, such as 12000
  --receive <number>      so many events into the log, such as 12000
  --sheet-rows <numbers>  one batch into sheets of so many rows, such as 1000,10000,50000
  --help                  shows this`;

export interface DayOptions {
	jobs: number;
	seed: number;
	minuteMs: number;
	kills: number;
	/** Whether n8n is down for half of the day. */
	down: boolean;
}

/** What a run of the command does. */
export type Form =
	| { kind: 'help' }
	| ({ kind: 'day' } & DayOptions)
	| { kind: 'rows'; count: number }
	| { kind: 'receive'; count: number }
	| { kind: 'sheetRows'; sizes: number[] };

const MOST = 100_000;
const MINUTE_MS = 60_000;

/** Reads the command's options. Throws a UserError that names the wrong one. */
export function parseOptions(args: readonly string[]): Form {
	const values = parse(args);
	if (values.help) return { kind: 'help' };
	if (values['sheet-rows'] !== undefined) {
		const sizes = values['sheet-rows'].split(',');
		return { kind: 'sheetRows', sizes: sizes.map((size) => count('--sheet-rows', size, 0)) };
	}
	if (values.receive !== undefined) {
		return { kind: 'receive', count: count('--receive', values.receive) };
	}
	if (values.rows !== undefined) return { kind: 'rows', count: count('--rows', values.rows) };
	const { jobs, seed = String(randomInt(100_000, 1_000_000)), minute, kills, down } = values;
	return {
		kind: 'day',
		jobs: count('--jobs', jobs),
		seed: count('--seed', seed, 0, 999_999),
		minuteMs: count('--minute', minute, 1, MINUTE_MS),
		kills: count('--kills', kills, 0),
		down,
	};
}

function count(option: string, value: string, least = 1, most = MOST): number {
	const number = Number(value);
	if (value.trim() !== '' && Number.isInteger(number) && number >= least && number <= most) {
		return number;
	}
	throw new UserError(`${option} needs a number from ${least} to ${most}, not “${value}”.`);
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				jobs: { type: 'string', default: '1000' },
				seed: { type: 'string' },
				minute: { type: 'string', default: '2000' },
				kills: { type: 'string', default: '3' },
				down: { type: 'boolean', default: false },
				rows: { type: 'string' },
				receive: { type: 'string' },
				'sheet-rows': { type: 'string' },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}).values;
	} catch (error) {
		throw new UserError(`${messageOf(error)}\n\n${USAGE}`);
	}
}
