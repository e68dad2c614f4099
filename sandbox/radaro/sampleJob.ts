import { randomInt } from 'node:crypto';

import { isRecord } from '../core/json';

const PEOPLE = [
	['Tom Okafor', '14 Banksia St, Geelong VIC 3220, Australia'],
	['Elena Rossi', '2/81 Mercer St, Geelong VIC 3220, Australia'],
	['Huy Tran', '7 Wattle Grove, Altona North VIC 3025, Australia'],
	['Sarah Whitlam', '220 Barkly St, Footscray VIC 3011, Australia'],
	['Noah Petersen', '5 Point Cook Rd, Seabrook VIC 3028, Australia'],
] as const;

const COMMENTS = ['Ring the bell twice', 'Leave with reception', 'Beware of the dog', ''];

/** A job as a person might enter it; what is given replaces what is made up. */
export function sampleJob(given: unknown, now: Date): Record<string, unknown> {
	const [name, address] = PEOPLE[randomInt(PEOPLE.length)] ?? PEOPLE[0];
	const number = randomInt(100_000, 1_000_000);
	const email = `${name.toLowerCase().replace(' ', '.')}@example.com`;
	const overrides = isRecord(given) ? given : {};
	const window =
		'delivery_interval' in overrides
			? {}
			: { deliver_before: new Date(now.getTime() + 8 * 3_600_000).toISOString() };
	return {
		external_id: `SO-${number}`,
		title: `INV-${randomInt(10_000, 100_000)}`,
		comment: COMMENTS[randomInt(COMMENTS.length)],
		customer: { name, email, phone: `+6139000${randomInt(1000, 10_000)}` },
		deliver_address: { address },
		...window,
		...overrides,
	};
}
