import { DETRACK_WEBHOOK_PASSWORD, DETRACK_WEBHOOK_USERNAME } from '../../sandbox/detrack/defaults';
import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { fixture } from '../samples/sample';

/** An event as a service sends it. */
export interface EventCall {
	/** The row's `reference`, by which the event is found again. */
	reference: string;
	/** The trigger that it is for, without the package's name. */
	trigger: string;
	headers: Record<string, string>;
	body: unknown;
}

type Make = (number: number, reference: string) => Omit<EventCall, 'reference'>;

const record = (value: unknown): Record<string, unknown> => ({ ...(value as object) });
const radaroBody = record(fixture('radaro/04-job-status-delivered.json'));
const detrackBody = record(fixture('detrack/v2_completed.json'));
const detrackProof = `${DETRACK_WEBHOOK_USERNAME}:${DETRACK_WEBHOOK_PASSWORD}`;

/** The services whose webhook URL is pasted by hand, so that calls to it need nothing else. */
const MAKERS: readonly Make[] = [
	(number, reference) => ({
		trigger: 'radaroTrigger',
		headers: {},
		body: {
			...radaroBody,
			token: RADARO_WEBHOOK_TOKEN,
			order_info: {
				...record(radaroBody.order_info),
				order_id: 61_000_000 + number,
				external_id: reference,
			},
		},
	}),
	(number, reference) => ({
		trigger: 'detrackTrigger',
		headers: { authorization: `Basic ${Buffer.from(detrackProof).toString('base64')}` },
		body: {
			...detrackBody,
			id: `68f2a1c47b90de51${number.toString(16).padStart(8, '0')}`,
			do_number: reference,
		},
	}),
];

/**
 * So many events of different jobs. Each number gives another job; each service has two and then the
 * next has, so that who sends them to two URLs in turn brings both services to both.
 */
export function eventCalls(firstNumber: number, count: number): EventCall[] {
	return Array.from({ length: count }, (_, index) => {
		const number = firstNumber + index;
		const reference = `EVENT-${String(number).padStart(6, '0')}`;
		const make = MAKERS[Math.floor(index / 2) % MAKERS.length] as Make;
		return { reference, ...make(number, reference) };
	});
}
